"""Data whose axes are those of the model in another order."""

from __future__ import annotations

import ast

from codemods._support import feeds, unit_of
from codemods.shapes._data import Given, givens
from codemods.shapes._declared import channel_axis, compatible, takes_images, takes_sequences
from fixer import rewrite
from fixer.facts.facts import Facts, Feed, ModelFact
from fixer.facts.program import Unit
from fixer.facts.values import Array, Shape
from fixer.findings import Edit

Order = tuple[int, ...]
"""As `np.transpose` takes it: the axes of the data in the order that the model has them."""

_OF_BATCH: dict[int, Order] = {2: (1, 0), 3: (2, 0, 1), 4: (3, 0, 1, 2)}
"""The samples come last: by columns, or as MATLAB stores images."""


def order_of(given: Given) -> Order | None:
    """The one order in which the data's axes are the model's, where they are not as they stand."""
    shape, declared = given.array.shape or (), given.declared
    if len(shape) != len(declared) or compatible(shape[1:], declared[1:]):
        return None
    if not all(isinstance(size, int) for size in shape[1:]):
        return None
    model = given.call.model
    apt = takes_images(model, declared) if len(shape) > 3 else takes_sequences(model)
    moved = _channels_moved(len(shape), channel_axis(model, declared))
    if apt and _fits(shape, declared, moved):
        return moved
    order = _OF_BATCH.get(len(shape))
    labels = given.feed.y
    if order is None or given.feed.batches is not None or not isinstance(labels, Array) or not labels.shape:
        return None
    if (len(shape) > 2 and not apt) or not all(isinstance(size, int) for size in declared[1:]):
        return None
    rows = shape[order[0]]
    known = isinstance(rows, int) and rows == labels.shape[0] and rows != shape[0]
    return order if known and _fits(shape, declared, order) else None


def _channels_moved(rank: int, axis: int) -> Order:
    """The channels (or features) taken to `axis` from the other end of the sample."""
    if axis == 1:
        return (0, rank - 1, *range(1, rank - 1))
    return (0, *range(2, rank), 1)


def _fits(shape: Shape, declared: Shape, order: Order) -> bool:
    return compatible(tuple(shape[axis] for axis in order[1:]), declared[1:])


def labels_turned(feed: Feed, model: ModelFact) -> bool:
    """Whether the labels are of shape (outputs, n) for n samples."""
    x, y, output = feed.x, feed.y, model.output
    if feed.batches is not None or not isinstance(x, Array) or not isinstance(y, Array) or not x.shape:
        return False
    if y.shape is None or output is None or len(y.shape) != 2 or len(output) != 2:
        return False
    units, rows = output[1], x.shape[0]
    return isinstance(units, int) and isinstance(rows, int) and units > 1 and y.shape == (units, rows) != (rows, units)


def miscounted(facts: Facts) -> set[ast.Call]:
    """Calls where another axis than that of the samples comes first: their numbers of samples differ for that."""
    found = {given.call.node for given in givens(facts) if (order := order_of(given)) is not None and order[0]}
    return found | {call.node for call, feed in feeds(facts) if labels_turned(feed, call.model)}


def transposed(unit: Unit, library: str, order: Order) -> tuple[str, tuple[Edit, ...]]:
    """How the file writes an array with its axes in this order, `{}` for the array."""
    if library == "tensorflow":
        name, imports = rewrite.name_for(unit, "tensorflow")
        return (f"{name}.transpose({{}})" if len(order) == 2 else f"{name}.transpose({{}}, {list(order)})"), imports
    if len(order) == 2:
        return "{}.T", ()
    name, imports = rewrite.name_for(unit, "numpy")
    return f"{name}.transpose({{}}, {order})", imports


def mentions(facts: Facts, node: ast.expr) -> Unit | None:
    """The file of an expression that stands for an array by itself."""
    held = facts.values.get(node, [])
    return unit_of(facts, node) if held and all(isinstance(value, Array) for value in held) else None
