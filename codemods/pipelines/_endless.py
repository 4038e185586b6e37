"""Making a generator function start over when its data is used up."""

from __future__ import annotations

import ast

from codemods.pipelines._passes import own_nodes
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.values import Function
from fixer.findings import Edit

_ONCE = ("random.", "csv.", *(f"builtins.{name}" for name in ("iter", "zip", "map", "filter", "enumerate", "open")))
"""Library calls whose result serves for one pass only."""


def made_endless(facts: Facts, function: Function) -> tuple[Edit, ...] | None:
    """`while True:` around what makes up one pass; None where a second one would not give the same."""
    node = function.node
    if not isinstance(node, ast.FunctionDef) or any(isinstance(n, ast.Return) for n in own_nodes(node)):
        return None
    body = node.body
    start = next((i for i, s in enumerate(body) if _yields(s)), None)
    if start is None:
        return None
    changed = {name for statement in body[start:] for name in _stored(statement)}
    for index in range(start - 1, -1, -1):
        if _stored(body[index]) & changed or _is_of_one_pass(facts, body[index]):
            start = index
            changed |= {name for statement in body[start:] for name in _stored(statement)}
    inside = [n for statement in body[start:] for n in (statement, *own_nodes(statement))]
    made_inside = {name for statement in body[start:] for name in _stored(statement)}
    for mention in inside:
        # What can be gone through only once has to be made anew in each pass.
        if mention in facts.streams and getattr(mention, "id", "") not in made_inside:
            return None
    return rewrite.wrap_statements(function.unit, body[start], body[-1], "while True:")


def _yields(statement: ast.stmt) -> bool:
    return any(isinstance(n, (ast.Yield, ast.YieldFrom)) for n in own_nodes(statement))


def _stored(statement: ast.stmt) -> set[str]:
    nodes = (statement, *own_nodes(statement))
    return {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _is_of_one_pass(facts: Facts, statement: ast.stmt) -> bool:
    """Whether a statement before the loop draws an order at random or opens what the loop reads to its end."""
    inside = set(own_nodes(statement))
    return any(
        call.node in inside and (".random." in call.name or call.name.startswith(_ONCE)) for call in facts.library_calls
    )
