"""Parts of a batch whose dtype is not always the same, and how to give them one."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from codemods._support import unit_of
from codemods.containers._casts import cast_operand, is_cast, is_integer
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.facts.values import Array, Batches, Tuple
from fixer.findings import Edit


@dataclass(frozen=True, slots=True)
class Mixed:
    """One part of the batches, whose dtype is not always the same."""

    dtypes: tuple[str, ...]
    parts: tuple[tuple[ast.expr, Array], ...]
    """Each yield's expression for it, and what that holds."""

    @property
    def steps(self) -> list[ast.expr]:
        return [step for _, array in self.parts for step in array.steps]


def mixed_part(batches: Batches, place: int) -> Mixed | None:
    parts: dict[ast.expr, Array] = {}
    for each in batches.yields:
        if not isinstance(each.value, Tuple) or not isinstance(each.node, ast.Tuple):
            return None
        if place >= len(each.value.items) or place >= len(each.node.elts):
            return None
        value = each.value.items[place]
        if not isinstance(value, Array) or not value.dtypes:
            return None
        parts[each.node.elts[place]] = value
    dtypes = tuple(dict.fromkeys(dtype for array in parts.values() for dtype in array.dtypes))
    whole = [is_integer(dtype) for dtype in dtypes]
    if not any(whole) or all(whole) or any(d in ("string", "object") for d in dtypes):
        return None
    return Mixed(dtypes, tuple(parts.items()))


def is_conditional(facts: Facts, batches: Batches, step: ast.expr) -> bool:
    unit = unit_of(facts, step)
    return unit is not None and branch_of(unit, step, batches) is not None


def branch_of(unit: Unit, node: ast.AST, batches: Batches) -> ast.If | None:
    """The innermost `if` around a node, inside of the function that gives the batches."""
    function = batches.function.node if batches.function is not None else None
    for ancestor in unit.ancestors(node):
        if ancestor is function:
            return None
        if isinstance(ancestor, ast.If):
            return ancestor
    return None


def unconditional(facts: Facts, batches: Batches, casts: list[ast.expr], mixed: Mixed) -> tuple[Edit, ...] | None:
    """Take away the `if` around the casts to float, where it holds nothing else and has no other branch."""
    edits: list[Edit] = []
    for step in casts:
        unit = unit_of(facts, step)
        branch = None if unit is None else branch_of(unit, step, batches)
        if unit is None or branch is None or branch.orelse or isinstance(unit.parent(branch), ast.If):
            return None
        values = facts.values.get(step, [])
        if not values or not all(isinstance(v, Array) and v.is_float for v in values):
            return None
        if not all(_only_converts(statement, mixed) for statement in branch.body):
            return None
        edit = rewrite.unwrap(unit, branch)
        if edit is None:
            return None
        edits.append(edit)
    return tuple(dict.fromkeys(edits)) or None


def _only_converts(statement: ast.stmt, mixed: Mixed) -> bool:
    """Whether a statement is `x = x.astype(...)`, perhaps scaled by a constant."""
    if isinstance(statement, ast.AugAssign):
        return isinstance(statement.op, (ast.Div, ast.Mult)) and isinstance(statement.value, ast.Constant)
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return False
    target, value = statement.targets[0], statement.value
    while isinstance(value, ast.BinOp) and isinstance(value.right, ast.Constant):
        value = value.left
    operand = cast_operand(value) if isinstance(value, ast.Call) and is_cast(value) else value
    return isinstance(target, ast.Name) and isinstance(operand, ast.Name) and operand.id == target.id


def cast_at_yields(facts: Facts, mixed: Mixed, dtype: str) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    for node, array in mixed.parts:
        unit = unit_of(facts, node)
        if unit is None:
            return ()
        if len(array.dtypes) == 1 and (array.is_float if dtype == "float32" else array.is_int):
            continue
        if (side := _converted_side(unit, node)) is not None and dtype == "float32":
            edits.append(rewrite.replace(unit, node, rewrite.text_of(unit, side)))
        elif array.lib == "numpy":
            edits.append(rewrite.wrap(unit, node, f"{{}}.astype({rewrite.quoted(unit, dtype)})"))
        elif (tf := rewrite.imported_name(unit, "tensorflow")) is not None:
            edits.append(rewrite.wrap(unit, node, f"{tf}.cast({{}}, {tf}.{dtype})"))
        else:
            return ()
    return tuple(edits)


def _converted_side(unit: Unit, node: ast.expr) -> ast.Call | None:
    """`x.astype(...)` of `x.astype(...) if test else x`."""
    if not isinstance(node, ast.IfExp):
        return None
    for side, other in ((node.body, node.orelse), (node.orelse, node.body)):
        operand = cast_operand(side) if isinstance(side, ast.Call) and is_cast(side) else None
        if operand is not None and isinstance(side, ast.Call):
            return side if rewrite.text_of(unit, operand) == rewrite.text_of(unit, other) else None
    return None
