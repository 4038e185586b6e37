"""What several rules ask of the facts in the same way."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fixer import rewrite
from fixer.facts.facts import Facts, Feed, ModelCall, ModelFact
from fixer.facts.program import Unit
from fixer.facts.values import Array, Dim, PyList, Shape, elements


def feeds(facts: Facts) -> Iterator[tuple[ModelCall, Feed]]:
    """Every pair of inputs and labels that reaches a model, training and validation data alike."""
    for call in facts.model_calls:
        for feed in call.pairs():
            yield call, feed


def inputs_of(feed: Feed, model: ModelFact) -> list[tuple[int, Array, Shape]]:
    """The arrays of a feed, each with the place and the declared shape of the model's input that takes it."""
    values = elements(feed.x)
    if values is None or len(model.inputs) == 1:
        values = [feed.x]
    if isinstance(feed.x, PyList) and len(model.inputs) == 1:
        return []
    found = []
    for index, (value, declared) in enumerate(zip(values, model.inputs)):
        if isinstance(value, Array) and declared is not None:
            found.append((index, value, declared))
    return found


def unit_of(facts: Facts, node: ast.AST) -> Unit | None:
    """The file that a node stands in; None for a node that stands in none (made by the interpreter)."""
    for unit in facts.units:
        if node in unit.parents:
            return unit
    return None


def size_text(facts: Facts, model: ModelFact, index: int, axis: int, size: Dim, where: Unit) -> str:
    """How to write a size of the model's input: by the constant's name where the declaration uses one.

    `axis` counts without the batch axis. The name must be a module-level constant of the file `where`.
    """
    declaration = model.input_nodes[index] if index < len(model.input_nodes) else None
    if isinstance(declaration, (ast.Tuple, ast.List)) and 0 <= axis < len(declaration.elts):
        part = declaration.elts[axis]
        if isinstance(part, ast.Name) and unit_of(facts, part) is where and is_module_constant(where, part.id):
            return part.id
    return str(size)


def is_module_constant(unit: Unit, name: str) -> bool:
    """Whether the module binds the name just once, at its top level, and no function or parameter shadows it."""
    stores = [
        n for n in ast.walk(unit.tree) if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store)
    ]
    parameters = [n for n in ast.walk(unit.tree) if isinstance(n, ast.arg) and n.arg == name]
    if len(stores) != 1 or parameters:
        return False
    return unit.parent(unit.statement(stores[0])) is unit.tree


def line_of(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))


__all__ = ["feeds", "inputs_of", "is_module_constant", "line_of", "rewrite", "size_text", "unit_of"]
