"""Python lists that stand where a model takes arrays: what is in them, who else reads them, how to convert them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods._support import unit_of
from codemods.containers._given import assignment_of
from fixer import rewrite
from fixer.facts.facts import Facts, ModelCall
from fixer.facts.infer import Range
from fixer.facts.knowledge.arrays import array_from
from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Array, Batches, Const, Number, PyList, Ref, Shape, Tuple, elements
from fixer.findings import Edit

_HARMLESS = frozenset("len print str repr type sum min max sorted list tuple enumerate zip range any all".split())


@dataclass(frozen=True, slots=True)
class Handed:
    """One of the things that a call hands to a model: x, y, or a part of validation_data."""

    call: ModelCall
    role: str
    """`x`, `y` or `sample_weight`."""
    node: ast.expr
    value: AnyValue
    partner: AnyValue | None
    """What goes with it: y for x, x for y."""
    streamed: bool = False
    """Whether it comes out of a generator or Sequence, batch by batch."""
    one_of_many: bool = False
    """Whether it is for one of several inputs (outputs)."""


def handed(call: ModelCall) -> Iterator[Handed]:
    """What a call hands over that is no stream of batches."""
    x, y, weights = (call.args.get(name) for name in ("x", "y", "sample_weight"))
    if x is not None:
        yield from _of_role(call, "x", x.node, x.value, y.value if y else None)
    if y is not None:
        yield from _of_role(call, "y", y.node, y.value, x.value if x else None)
    if weights is not None and x is not None:
        yield Handed(call, "sample_weight", weights.node, weights.value, x.value)
    validation = call.args.get("validation_data")
    values = elements(validation.value) if validation is not None else None
    if validation is None or values is None or len(values) not in (2, 3):
        return
    made = assignment_of(call.unit, validation.node)
    node = validation.node if made is None else made.value
    parts = node.elts if isinstance(node, (ast.Tuple, ast.List)) else []
    for role, part, value, partner in zip(("x", "y"), parts, values, (values[1], values[0])):
        yield from _of_role(call, role, part, value, partner)


def streamed(call: ModelCall) -> Iterator[Handed]:
    """What generators and Sequences give to a call, each yield by itself. A dataset has made tensors of it."""
    for name in ("x", "generator", "validation_data"):
        batches = call.args[name].value if name in call.args else None
        if not isinstance(batches, Batches) or batches.kind not in ("generator", "sequence"):
            continue
        for each in batches.yields:
            items = elements(each.value) if isinstance(each.value, Tuple) else None
            if items is None or not isinstance(each.node, ast.Tuple) or len(items) != len(each.node.elts):
                continue
            for role, part, value in zip(("x", "y", "sample_weight"), each.node.elts, items):
                yield Handed(call, role, part, value, None, streamed=True)


def _of_role(call: ModelCall, role: str, node: ast.expr, value: AnyValue, partner: AnyValue | None) -> Iterator[Handed]:
    """One for each input (output) of a model of several, where they are listed one by one."""
    count = len(call.model.inputs if role == "x" else call.model.outputs)
    if count < 2:
        yield Handed(call, role, node, value, partner)
        return
    made = assignment_of(call.unit, node)
    listing = node if made is None else made.value
    items = elements(value)
    if items is not None and len(items) == count and isinstance(listing, (ast.List, ast.Tuple)):
        for part, item in zip(listing.elts, items):
            yield Handed(call, role, part, item, partner, one_of_many=True)


def is_numbers(value: AnyValue) -> bool:
    """Whether this is a list, tuple or range that holds numbers and nothing else, however deep."""
    if isinstance(value, Range):
        return True
    if isinstance(value, Tuple):
        return bool(value.items) and all(map(_is_number, value.items))
    if not isinstance(value, PyList) or value.opaque:
        return False
    if value.items is not None:
        return bool(value.items) and all(map(_is_number, value.items))
    return _is_number(value.element)


def _is_number(value: AnyValue) -> bool:
    if isinstance(value, Const):
        return isinstance(value.value, (int, float))
    return isinstance(value, Number) or is_numbers(value)


def is_rows(value: AnyValue, sample: Shape | None) -> bool:
    """Whether this is a list of one array a sample, grown or many, for a model whose samples have this shape."""
    if not isinstance(value, PyList) or value.opaque or sample is None:
        return False
    element = value.any_element()
    if not isinstance(element, Array) or element.shape is None or value.size() == 1:
        return False
    return len(element.shape) == len(sample) and all(
        a == b or a is None or b is None for a, b in zip(element.shape, sample)
    )


def shape_of(value: AnyValue) -> Shape | None:
    """The shape of the array that NumPy would make of it."""
    if isinstance(value, Range):
        return (value.count,)
    array = array_from(value)
    return None if array is None else array.shape


def converted(unit: Unit, node: ast.expr, numpy: str, single: bool = False) -> Edit:
    """`node` as an array; with `single`, as the only row of one."""
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "tolist"
        and not single
    ):
        return rewrite.replace(unit, node, rewrite.text_of(unit, node.func.value))
    if isinstance(node, ast.Call) and rewrite.text_of(unit, node.func) == "range" and not single:
        return rewrite.replace(unit, node.func, f"{numpy}.arange")
    return rewrite.wrap(unit, node, f"{numpy}.array([{{}}])" if single else f"{numpy}.array({{}})")


def home(facts: Facts, given: Handed) -> tuple[Unit, ast.expr] | None:
    """Where to convert: where the list is made, if a model is all that it goes to, else in the call."""
    unit = unit_of(facts, given.node)
    if unit is None:
        return None
    made = assignment_of(unit, given.node)
    if made is None or getattr(given.value, "at", None) is not made.value:
        return unit, given.node
    for node, values in facts.values.items():
        if node is not made.value and any(value is given.value for value in values) and not _is_harmless(facts, node):
            return unit, given.node
    return unit, made.value


def _is_harmless(facts: Facts, node: ast.expr) -> bool:
    """Whether the code around one mention of a list goes on as before when it becomes an array."""
    unit = unit_of(facts, node)
    parent = unit.parent(node) if unit is not None else None
    outer = unit.parent(parent) if unit is not None and parent is not None else None
    if isinstance(parent, (ast.keyword, ast.Tuple, ast.List)):
        parent = outer
    if isinstance(parent, ast.keyword) and unit is not None:
        parent = unit.parent(parent)
    if isinstance(parent, ast.Call):
        seen = facts.values.get(parent.func, [])
        plain = [v.name for v in seen if isinstance(v, Ref)]
        if plain and all(name.removeprefix("builtins.") in _HARMLESS for name in plain):
            return True
        return any(call.node is parent for call in facts.model_calls)
    if isinstance(parent, ast.Subscript):
        return parent.value is node and isinstance(parent.slice, ast.Constant)
    return isinstance(parent, (ast.For, ast.comprehension, ast.FormattedValue, ast.Expr))
