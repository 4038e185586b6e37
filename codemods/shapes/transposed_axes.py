"""Rule KF114."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import feeds, unit_of
from codemods.shapes._data import Given, convert, givens
from codemods.shapes._declared import text_of_shape
from codemods.shapes._order import Order, labels_turned, mentions, order_of, transposed
from fixer import rewrite
from fixer.facts.facts import Facts, Feed, ModelCall
from fixer.facts.values import Array, Shape
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF114",
    tokens=("fit", "evaluate", "predict", "_on_batch"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def transposed_axes(facts: Facts) -> Iterator[Report]:
    """Data whose axes stand in another order than the model's.

    ## What it does
    Finds images of `(n, channels, height, width)` for a model of `(height, width, channels)` and the reverse,
    sequences of `(n, features, steps)` for `(steps, features)`, data and labels whose samples come last
    (`(features, n)`, `(height, width, channels, n)`): wherever all sizes are those of the model once the axes
    are moved. Where two sizes are the same and the order cannot be told, it says nothing.

    ## Why it fails
    Keras 3: `Input 0 with name 'None' of layer 'conv2d' is incompatible with the layer: expected axis -1 of
    input shape to have value 3, but received input with shape (None, 3, 20, 20)`; Keras 2: `expected
    shape=(None, 20, 20, 3), found shape=(None, 3, 20, 20)`. With the samples last, both: `Data cardinality is
    ambiguous`. A `reshape` to the model's shape would run, and mix up the values.

    ## Example
    ```python
    images = np.load("images.npy")                    # (n, 3, 64, 96)
    model.fit(images, labels)                         # the model takes (64, 96, 3)
    ```

    ## Use instead
    ```python
    images = np.transpose(np.load("images.npy"), (0, 2, 3, 1))
    model.fit(images, labels)
    ```

    ## Fix safety
    Unsafe: that the sizes match does not prove what the axes mean. The data is turned where it is made if
    nothing else needs it as it is, else where the model takes it. The model can be declared otherwise instead.
    """
    for given in givens(facts):
        order = order_of(given)
        if order is not None:
            yield _of_data(facts, given, order)
    for call, feed in feeds(facts):
        if labels_turned(feed, call.model) and isinstance(feed.y, Array):
            yield _of_labels(facts, call, feed, feed.y)


def _of_labels(facts: Facts, call: ModelCall, feed: Feed, labels: Array) -> Report:
    node = feed.y_node
    unit = None if node is None else mentions(facts, node)
    message = f"labels of shape {text_of_shape(labels.shape or ())}; the model gives {_batch_text(call.model.output)}"
    if unit is None or node is None:
        return Report(call.unit, call.node, message)
    text, imports = transposed(unit, labels.lib, (1, 0))
    fix = Fix("Turn the labels", (rewrite.wrap(unit, node, text), *imports), Applicability.UNSAFE)
    return Report(unit, node, message, (fix,))


def _batch_text(shape: Shape | None) -> str:
    """A shape with `n` for the samples."""
    return f"(n, {text_of_shape((shape or ())[1:])[1:]}".replace(",)", ")")


def _of_data(facts: Facts, given: Given, order: Order) -> Report:
    shape = given.array.shape or ()
    found = text_of_shape(shape) if order[0] else _batch_text(shape)
    message = f"data of shape {found}; the model takes {_batch_text(given.declared)}: the same axes in another order"
    library = given.array.lib
    mend = convert(
        facts,
        given,
        lambda unit: transposed(unit, library, order),
        lambda other: order_of(other) == order and other.array.lib == library,
        axis=1 if not order[0] else 0,
    )
    if mend is None:
        return Report(unit_of(facts, given.call.node) or given.call.unit, given.call.node, message)
    title = "Move the channels" if len(shape) > 3 and not order[0] else "Turn the data"
    return Report(mend.unit, mend.node, message, (Fix(title, mend.edits, Applicability.UNSAFE),))
