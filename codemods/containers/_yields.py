"""Batches that are no tuples of arrays: what Keras 3 refuses of a generator's yields, and how to mend them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report
from codemods._support import unit_of
from fixer import rewrite
from fixer.facts.facts import Facts, ModelCall
from fixer.facts.program import Unit
from fixer.facts.values import Array, Batches, Function, PyList, Tuple, Yield, elements
from fixer.findings import Applicability, Edit, Fix


def is_next(function: Function) -> bool:
    return isinstance(function.node, ast.FunctionDef) and function.node.name in ("__next__", "next")


def refused_yields(facts: Facts, call: ModelCall, batches: Batches) -> Iterator[Report]:
    if batches.kind not in ("generator", "sequence") or (batches.function is not None and is_next(batches.function)):
        return
    for each in batches.yields:
        unit = unit_of(facts, each.node)
        if unit is None:
            continue
        edits: tuple[Edit, ...] | None
        if batches.kind == "generator" and _is_bare(call, each):
            message = "the batches are bare arrays; Keras 3 wants a tuple, (x,)"
            edits = _in_tuples(facts, call, batches, unit, each)
        elif batches.kind == "generator" and _holds_arrays(each.value):
            message = "the batches are lists; Keras 3 wants a tuple, (x, y)"
            edits = _as_tuple(unit, each.node)
        elif isinstance(each.value, Tuple) and isinstance(each.node, ast.Tuple):
            edits = _without_lists(unit, each, each.node)
            message = "a list of arrays inside of a batch; Keras 3 wants an array, or a tuple of several"
        else:
            continue
        if edits is not None and edits != ():
            yield Report(unit, each.node, message, (Fix("Yield tuples", edits, Applicability.SAFE),))


def _is_bare(call: ModelCall, each: Yield) -> bool:
    return isinstance(each.value, Array) and call.kind.startswith("predict")


def _in_tuples(facts: Facts, call: ModelCall, batches: Batches, unit: Unit, each: Yield) -> tuple[Edit, ...]:
    """`yield x` to `yield (x,)`, where nothing else draws from the generator; else around the call's own."""
    function = batches.function
    name = function.node.name if function is not None and isinstance(function.node, ast.FunctionDef) else None
    if name is None or sum(len(other.names(name)) for other in facts.units) == 1:
        return (rewrite.replace(unit, each.node, f"({rewrite.text_of(unit, each.node)},)"),)
    given = call.argument("x", "generator", "data")
    return () if given is None else (rewrite.wrap(call.unit, given.node, "((x,) for x in {})"),)


def _holds_arrays(value: object) -> bool:
    """Whether this is a list of arrays, listed one by one."""
    if not isinstance(value, PyList):
        return False
    items = elements(value)
    return bool(items) and all(
        isinstance(item, Array) or _holds_arrays(item) or isinstance(item, Tuple) for item in items or ()
    )


def _as_tuple(unit: Unit, node: ast.expr) -> tuple[Edit, ...]:
    if not isinstance(node, ast.List):
        return (rewrite.replace(unit, node, f"tuple({rewrite.text_of(unit, node)})"),)
    span, path = unit.lines.span(node), unit.source.path
    end = ",)" if len(node.elts) == 1 else ")"
    return (Edit(path, span.start, span.start + 1, "("), Edit(path, span.end - 1, span.end, end))


def _without_lists(unit: Unit, each: Yield, node: ast.Tuple) -> tuple[Edit, ...]:
    """`[x], [y]` to `x, y`; `[a, b], y` to `(a, b), y`."""
    edits: list[Edit] = []
    for part, value in zip(node.elts, elements(each.value) or ()):
        if not isinstance(part, ast.List) or not _holds_arrays(value):
            continue
        if len(part.elts) == 1:
            edits.append(rewrite.replace(unit, part, rewrite.text_of(unit, part.elts[0])))
        else:
            edits.extend(_as_tuple(unit, part))
    return tuple(edits)
