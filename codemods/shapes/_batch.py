"""One sample where a model takes a batch of them: which values those are, and how to give them the axis."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.shapes._declared import first_layer
from fixer import rewrite
from fixer.facts.facts import Facts, Feed, ModelCall, ModelFact
from fixer.facts.knowledge.layers import RANK
from fixer.facts.knowledge.registry import bounds
from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Array, Const, Number, PyList, Ref, Shape, elements
from fixer.findings import Edit


@dataclass(frozen=True, slots=True)
class Single:
    """One sample that a call gives to one input of a model."""

    call: ModelCall
    feed: Feed
    index: int
    node: ast.expr
    value: AnyValue
    declared: Shape
    """With the batch axis."""
    listed: bool = False
    """Whether it is the only element of a list: `predict([x[0]])`; then `node` is the list."""

    @property
    def shape(self) -> Shape:
        return self.value.shape or () if isinstance(self.value, Array) else ()

    @property
    def bare(self) -> bool:
        """Whether it lacks the last axis too, of size 1, which Keras adds by itself."""
        return len(self.shape) == len(self.declared) - 2 > 0


def singles(facts: Facts) -> Iterator[Single]:
    """Every single sample that is given to a model as if it were a batch."""
    for call in (*facts.model_calls, *facts.applications):
        inputs = taken(call.model)
        if call.batches is not None or call.spread or not inputs:
            continue
        for feed in call.pairs():
            if feed.role == "x" and feed.batches is None:
                yield from _of_feed(facts, call, feed, inputs)


def taken(model: ModelFact) -> tuple[Shape | None, ...]:
    """The shapes that a model takes: those that it declares, or the one that its first data built it on."""
    if model.inputs:
        return model.inputs
    return (model.layers[0].input_shape,) if model.layers else ()


def _of_feed(facts: Facts, call: ModelCall, feed: Feed, inputs: tuple[Shape | None, ...]) -> Iterator[Single]:
    items = elements(feed.x) if isinstance(feed.x, PyList) else None
    if len(inputs) == 1:
        if inputs[0] is None:
            return
        listed = items is not None and len(items) == 1 and isinstance(items[0], Array)
        value = items[0] if listed and items is not None else feed.x
        single = Single(call, feed, 0, feed.x_node, value, inputs[0], listed)
        if is_single(facts, single):
            yield single
        return
    nodes = feed.x_node.elts if isinstance(feed.x_node, (ast.List, ast.Tuple)) else []
    if items is None or len(items) != len(inputs) or len(nodes) != len(items):
        return
    found = [
        Single(call, feed, index, node, value, declared)
        for index, (node, value, declared) in enumerate(zip(nodes, items, inputs))
        if declared is not None
    ]
    if len(found) == len(inputs) and all(is_single(facts, single) for single in found):
        yield from found


def is_single(facts: Facts, single: Single) -> bool:
    declared, value = single.declared, single.value
    if isinstance(value, (Const, Number)):
        return declared == (None, 1) and _is_numeric(value) and not single.listed
    if not isinstance(value, Array) or value.shape is None or value.lib == "keras" or value.tensor is not None:
        return False
    shape = value.shape
    if not shape:
        return declared == (None, 1) and single.call.kind != "call" and value.dtype not in ("string", "object")
    sizes = declared[1:-1] if single.bare and declared[-1] == 1 else declared[1:]
    if len(shape) != len(sizes) or not all(isinstance(size, int) for size in shape) or shape[0] == 1:
        return False
    if not all(size is None or size == given for size, given in zip(sizes, shape)):
        return False
    labels = single.feed.y
    if len(shape) > 1 and isinstance(labels, Array) and labels.shape and labels.shape[0] == shape[0]:
        return False  # as many labels as it has rows: the declaration counts the samples too
    if single.call.model.kind == "subclass" and len(shape) > 1:
        layer = first_layer(single.call.model)
        if layer is None or layer.kind not in RANK:
            return False  # a Dense layer takes any rank
    if declared[-1] == 1 and not all(isinstance(size, int) for size in sizes):
        # As many samples of one step are possible too, but not where it is one of the samples of an array.
        return not single.bare and _is_one_of(facts, single.node, len(declared))
    return True


def _is_numeric(value: Const | Number) -> bool:
    return isinstance(value, Number) or (isinstance(value.value, (int, float)) and not isinstance(value.value, bool))


def _is_one_of(facts: Facts, node: ast.expr, rank: int) -> bool:
    """Whether `node` takes one sample out of an array of them."""
    if not isinstance(node, ast.Subscript):
        return False
    owners = facts.values.get(node.value, [])
    return bool(owners) and all(isinstance(owner, Array) and owner.rank == rank for owner in owners)


# --- mends


def as_slice(facts: Facts, unit: Unit, node: ast.Subscript) -> Edit | None:
    """`x[0]` to `x[:1]`, `x[i, :, :, 0]` to `x[i:i + 1, :, :, 0]`: the same, as the only row."""
    index = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) and node.slice.elts else node.slice
    values = facts.values.get(index, [])
    owners = [owner for owner in facts.values.get(node.value, []) if isinstance(owner, Array)]
    if not values or not all(isinstance(value, (Const, Number)) and _is_numeric(value) for value in values):
        return None
    by_place = isinstance(node.value, ast.Attribute) and node.value.attr == "iloc"
    if not owners and not by_place:
        return None
    text = rewrite.text_of(unit, index)
    number = _written(index)
    lowest = [bounds(value)[0] for value in values]
    if number is not None:
        start = "" if number == 0 else str(number)
        new = f"{start}:" if number == -1 else f"{start}:{number + 1}"
    elif isinstance(index, ast.Name) and all(lo is not None and lo >= 0 for lo in lowest):
        new = f"{text}:{text} + 1"
    elif by_place or all(owner.lib == "numpy" for owner in owners):
        new = f"[{text}]"
    else:
        return None
    return rewrite.replace(unit, index, new)


def _written(index: ast.expr) -> int | None:
    match index:
        case ast.Constant(value=int(number)):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number))):
            return -number
    return None


def in_brackets(facts: Facts, unit: Unit, call: ast.Call) -> Edit | None:
    """`np.array([5.1, 3.5])` to `np.array([[5.1, 3.5]])`."""
    seen = facts.values.get(call.func, [])
    names = {value.name for value in seen if isinstance(value, Ref)}
    makers = {"numpy.array", "numpy.asarray", "tensorflow.constant", "tensorflow.convert_to_tensor"}
    if len(names) != 1 or not names <= makers or not call.args:
        return None
    given = call.args[0]
    if not all(isinstance(value, PyList) for value in facts.values.get(given, [None])):
        return None
    return rewrite.replace(unit, given, f"[{rewrite.text_of(unit, given)}]")


def template(unit: Unit, library: str, bare: bool) -> tuple[str, tuple[Edit, ...]]:
    """How the file writes an array as the only row of one."""
    name, imports = rewrite.name_for(unit, "tensorflow" if library == "tensorflow" else "numpy")
    if library == "tensorflow":
        text = f"{{}}[{name}.newaxis, ..., {name}.newaxis]" if bare else f"{name}.expand_dims({{}}, 0)"
    elif "newaxis" in unit.source.text and library == "numpy":
        text = f"{{}}[{name}.newaxis, ..., {name}.newaxis]" if bare else f"{{}}[{name}.newaxis, ...]"
    else:
        text = f"{name}.expand_dims({{}}, axis={'(0, -1)' if bare else '0'})"
    return text, imports
