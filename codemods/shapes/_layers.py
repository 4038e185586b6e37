"""A layer that refuses what it is given, and edits of the layers around it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace

from codemods._support import unit_of
from codemods.labels._edits import sibling
from fixer import rewrite
from fixer.facts.facts import PASSIVE, Facts, LayerError, LayerFact, ModelFact
from fixer.facts.knowledge.layers import KEEPING, declared_shape
from fixer.facts.program import Unit
from fixer.findings import Applicability, Edit, Fix

Edits = tuple[Edit, ...]

_DECLARING = ("input_shape", "batch_input_shape", "batch_shape", "input_dim", "input_length")


_KERAS_1 = frozenset(("border_mode", "subsample", "nb_row", "nb_col", "nb_filter", "dim_ordering", "subsample_length"))


def errors_of(facts: Facts, kind: str) -> Iterator[tuple[ModelFact, LayerError]]:
    """The layers that cannot be built, each once, in whatever models the same code makes."""
    seen: set[ast.AST] = set()
    for model in facts.models:
        if any(_KERAS_1 & layer.args.keys() for layer in model.layers):
            continue  # refused for its arguments before any shape is looked at
        for error in model.errors:
            node = outer(error).node or error.at
            if error.kind == kind and node is not None and node not in seen and not _follows(model, error):
                seen.add(node)
                yield model, error


def _follows(model: ModelFact, error: LayerError) -> bool:
    """Whether another layer fails before it already: it may be given something else when that is mended."""
    failing = {outer(other).node for other in model.errors if other is not error}
    made = (layer for given in error.inputs for layer in given.layers)
    return any(layer.output_shape is None and layer.node in failing for layer in made)


def outer(error: LayerError) -> LayerFact:
    """The layer as the model has it: with the wrapper around it."""
    return error.wrapper or error.layer


def before(error: LayerError) -> tuple[LayerFact, ...]:
    """The layers that make what the layer is given."""
    return error.inputs[0].layers if error.inputs else ()


def untouched(error: LayerError) -> bool:
    """Whether the layer gets the data in the very shape that the model is given."""
    return all(layer.kind in PASSIVE or layer.kind in KEEPING for layer in before(error))


def nearest(layers: tuple[LayerFact, ...], skip: frozenset[str] = frozenset()) -> LayerFact | None:
    """The last layer that does more than keep the shape."""
    for layer in reversed(layers):
        if layer.kind not in KEEPING and layer.kind not in skip:
            return layer
    return None


def is_shared(facts: Facts, node: ast.expr | None) -> bool:
    """Whether the same code also makes a layer that can be built, which a mend would change too."""
    made = (layer for model in facts.models for layer in model.layers if node is not None and layer.node is node)
    return any(layer.output_shape is not None for layer in made)


def is_repeated(facts: Facts, layer: LayerFact) -> bool:
    """Whether the same code makes several layers of one model."""
    return any(sum(other.node is layer.node for other in model.layers) > 1 for model in facts.models)


def better_first(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """The fixes in their order; behind an unsafe one none is safe, or it would be applied in its stead."""
    found: list[Fix] = []
    for fix in fixes:
        doubtful = any(earlier.applicability is not Applicability.SAFE for earlier in found)
        found.append(replace(fix, applicability=Applicability.UNSAFE) if doubtful else fix)
    return tuple(found)


# --- edits


def written(layer: LayerFact, name: str, arguments: str = "") -> tuple[str, Edits] | None:
    """How another layer is written where `layer` is, with what the imports lack."""
    if layer.node is None or layer.unit is None:
        return None
    found = sibling(layer.unit, layer.node.func, name)
    return None if found is None else (f"{found[0]}({arguments})", found[1])


def per_step(layer: LayerFact, name: str) -> tuple[str, Edits] | None:
    """`TimeDistributed(name())`."""
    inner = written(layer, name)
    wrapper = None if inner is None else written(layer, "TimeDistributed", inner[0])
    return None if inner is None or wrapper is None else (wrapper[0], tuple(dict.fromkeys(wrapper[1] + inner[1])))


def put_before(facts: Facts, layer: LayerFact, at: ast.expr | None, text: tuple[str, Edits] | None) -> Edits | None:
    """One more layer before one: in the list, by `add`, or around what it is called on (`at`, where known)."""
    node, unit = layer.node, layer.unit
    if text is None or node is None or unit is None:
        return None
    new, edits = text
    at = at or _application(unit, node)
    if at is not None:
        argument = at.args[0] if isinstance(at, ast.Call) and at.args else None
        if argument is None or unit_of(facts, at) is not unit or isinstance(argument, (ast.Starred, ast.List)):
            return None
        through = f"{new}({rewrite.text_of(unit, argument)})"
        statement = unit.statement(at)
        if isinstance(statement, ast.Assign) and statement.value is at and _same_name(statement.targets, argument):
            # `x = Dense(8)(x)`: a line of its own, as the others are.
            name = rewrite.text_of(unit, argument)
            return (*edits, rewrite.insert_before(unit, statement, f"{name} = {through}"))
        return (*edits, rewrite.replace(unit, argument, through))
    declared = [layer.args[name].node for name in _DECLARING if name in layer.args]
    if declared:
        found = _handed_on(unit, node, declared, new)
        if found is None:
            return None
        new, moved = found
        edits = (*edits, *moved)
    if isinstance(unit.parent(node), (ast.List, ast.Tuple)):
        return (*edits, _before_element(unit, node, f"{new},"))
    statement = unit.statement(node)
    owner = _adding(unit, node, statement)
    return None if owner is None else (*edits, rewrite.insert_before(unit, statement, f"{owner}.add({new})"))


def _application(unit: Unit, node: ast.Call) -> ast.Call | None:
    """`Dense(8)(x)`, for the layer made in it."""
    parent = unit.parent(node)
    return parent if isinstance(parent, ast.Call) and parent.func is node else None


def _handed_on(unit: Unit, node: ast.Call, declared: list[ast.expr], new: str) -> tuple[str, Edits] | None:
    """Let the new first layer declare the model's input in place of the old one."""
    keywords = [k for k in node.keywords if k.value in declared]
    if len(keywords) != len(declared) or len(declared) != 1 or keywords[0].arg == "input_dim":
        return None
    removed = rewrite.remove_argument(unit, node, *declared)
    return None if removed is None else (f"{new[:-1]}, {rewrite.text_of(unit, keywords[0])})", (removed,))


def _adding(unit: Unit, node: ast.Call, statement: ast.stmt) -> str | None:
    """`model`, for the layer of a statement `model.add(layer)`."""
    parent = unit.parent(node)
    if not isinstance(parent, ast.Call) or not isinstance(statement, ast.Expr) or statement.value is not parent:
        return None
    if not isinstance(parent.func, ast.Attribute) or parent.func.attr != "add" or node not in parent.args:
        return None
    return rewrite.text_of(unit, parent.func.value)


def _before_element(unit: Unit, node: ast.expr, text: str) -> Edit:
    """`text` before an element of a list: on a line of its own where the element begins one."""
    start = unit.lines.span(node).start
    indent = unit.source.text[unit.lines.offset(node.lineno, 0) : start]
    newline = "\r\n" if "\r\n" in unit.source.text else "\n"
    return Edit(unit.source.path, start, start, text + (" " if indent.strip() else newline + indent))


def take_out(facts: Facts, layer: LayerFact | None) -> Edits | None:
    """Leave a layer out of its model; None where a comment would go with it, or other models have it too."""
    if layer is None or layer.node is None or layer.unit is None or declared_shape(layer) is not None:
        return None
    unit, node = layer.unit, layer.node
    if is_repeated(facts, layer):
        return None
    parent, statement = unit.parent(node), unit.statement(node)
    edit: Edit | None = None
    if isinstance(parent, (ast.List, ast.Tuple)):
        edit = _without_element(unit, parent, node)
    elif (call := _application(unit, node)) is not None and len(call.args) == 1 and not call.keywords:
        argument = call.args[0]
        if isinstance(statement, ast.Assign) and statement.value is call and _same_name(statement.targets, argument):
            edit = rewrite.delete_statement(unit, statement)
        else:
            edit = rewrite.replace(unit, call, rewrite.text_of(unit, argument))
    elif _adding(unit, node, statement) is not None:
        edit = rewrite.delete_statement(unit, statement)
    return None if edit is None else (edit,)


def _same_name(targets: list[ast.expr], argument: ast.expr) -> bool:
    return isinstance(argument, ast.Name) and [t.id for t in targets if isinstance(t, ast.Name)] == [argument.id]


def _without_element(unit: Unit, parent: ast.List | ast.Tuple, node: ast.expr) -> Edit | None:
    place = parent.elts.index(node)
    if len(parent.elts) == 1:
        return None
    start, end = unit.lines.span(node).start, unit.lines.span(node).end
    if place + 1 < len(parent.elts):
        end = unit.lines.span(parent.elts[place + 1]).start
    else:
        start = unit.lines.span(parent.elts[place - 1]).end
    return None if "#" in unit.source.text[start:end] else Edit(unit.source.path, start, end, "")


def put_in_place(facts: Facts, layer: LayerFact, text: tuple[str, Edits] | None) -> Edits | None:
    """Another layer in the place of one."""
    if text is None or layer.node is None or layer.unit is None or declared_shape(layer) is not None:
        return None
    if is_repeated(facts, layer):
        return None
    return (*text[1], rewrite.replace(layer.unit, layer.node, text[0]))
