"""`samples_per_epoch` and the like of Keras 1 counted samples; their successors count batches."""

from __future__ import annotations

import ast

from codemods._support import is_module_constant, unit_of
from codemods.api._receivers import OldCall
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.facts.values import Array, Batches, Tuple, elements


def steps_for(facts: Facts, old: OldCall, now: str, samples: ast.expr) -> str | None:
    """The number of batches for a number of samples, as it is to be written; empty where it is not needed."""
    source = old.args.get("validation_data" if now == "validation_steps" else "generator")
    if source is None:
        return None
    if now == "validation_steps" and elements(source.value) is not None:
        return ""  # Arrays are gone through whole.
    batches = source.value
    size = _batch_size(batches)
    if size is None or not isinstance(batches, Batches):
        return None
    count = samples.value if isinstance(samples, ast.Constant) else None
    if isinstance(count, int) and count < size:
        return "1"
    text = str(count) if isinstance(count, int) else rewrite.as_operand(old.unit, samples)
    return f"{text} // {_size_text(facts, old, batches, size)}"


def _batch_size(value: object) -> int | None:
    if not isinstance(value, Batches):
        return None
    if value.batch_size is not None:
        return value.batch_size
    element = value.element
    first = element.items[0] if isinstance(element, Tuple) and element.items else element
    if isinstance(first, Array) and first.shape and isinstance(first.shape[0], int):
        return first.shape[0]
    return None


def _size_text(facts: Facts, old: OldCall, batches: Batches, size: int) -> str:
    """The batch size by its constant's name, where the batches are made with one."""
    if isinstance(batches.at, ast.Call) and unit_of(facts, batches.at) is old.unit:
        for node in [*batches.at.args, *(keyword.value for keyword in batches.at.keywords)]:
            name = node.id if isinstance(node, ast.Name) else ""
            if is_module_constant(old.unit, name) and _assigned(old.unit, name) == size:
                return name
    return str(size)


def _assigned(unit: Unit, name: str) -> object:
    """The literal that the module assigns to `name`."""
    for node in unit.tree.body:
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Constant):
            continue
        if any(isinstance(target, ast.Name) and target.id == name for target in node.targets):
            return node.value.value
    return None
