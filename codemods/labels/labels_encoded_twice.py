"""Rule KF316."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import feeds
from codemods.labels._lessons import shape_text
from fixer import rewrite
from fixer.facts.facts import Argument, Facts, LibraryCall
from fixer.facts.program import Unit
from fixer.facts.values import Array
from fixer.findings import Applicability, Edit, Fix, Level

_ENCODERS = {"keras.utils.to_categorical": "y", "tensorflow.one_hot": "indices"}


@rule(
    "KF316",
    tokens=("to_categorical", "one_hot"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def labels_encoded_twice(facts: Facts) -> Iterator[Report]:
    """Labels that are one-hot encoded a second time.

    ## What it does
    Finds `to_categorical` and `tf.one_hot` of labels that are one-hot rows already, where what comes out has
    one axis more than the model's output.

    ## Why it fails
    The zeros and ones are taken for class numbers: labels `(n, 10)` become `(n, 10, 2)`. Keras 3:
    `Arguments `target` and `output` must have the same rank (ndim). Received: target.shape=(None, 4, 2),
    output.shape=(None, 4)`; Keras 2: `Shapes (None, 4, 2) and (None, 4) are incompatible`.

    ## Example
    ```python
    y = to_categorical(y, 10)
    model.fit(x, to_categorical(y))
    ```

    ## Use instead
    ```python
    y = to_categorical(y, 10)
    model.fit(x, y)
    ```

    ## Fix safety
    Safe: the program cannot train as it is. The second encoding is taken out, if all that goes through it is
    encoded before.
    """
    calls: dict[ast.Call, list[LibraryCall]] = {}
    for call in facts.calls_of(*_ENCODERS):
        calls.setdefault(call.node, []).append(call)
    for node, made in calls.items():
        given = [call.args.get(_ENCODERS[call.name]) for call in made]
        first = given[0]
        if first is None or not all(map(_is_encoded, given)) or not _meets_less(facts, node):
            continue
        shape = first.value.shape or () if isinstance(first.value, Array) else ()
        message = f"the labels {shape_text(shape)} are one-hot already; they are encoded a second time"
        edit = _without(made[0].unit, node, first.node)
        yield Report(made[0].unit, node, message, (Fix("Leave the labels as they are", (edit,), Applicability.SAFE),))


def _is_encoded(given: Argument | None) -> bool:
    value = None if given is None else given.value
    return isinstance(value, Array) and value.one_hot and bool(value.shape)


def _meets_less(facts: Facts, node: ast.Call) -> bool:
    """Whether all models that these labels reach give one axis less."""
    met = [
        (feed.y.rank, len(call.model.output))
        for call, feed in feeds(facts)
        if isinstance(feed.y, Array) and feed.y.origin is node and call.model.output is not None
    ]
    return bool(met) and all(rank is not None and rank == axes + 1 for rank, axes in met)


def _without(unit: Unit, node: ast.Call, inner: ast.expr) -> Edit:
    """The labels in the place of their encoding; nothing at all for `y = to_categorical(y)`."""
    statement = unit.statement(node)
    alone = isinstance(statement, ast.Assign) and statement.value is node and len(statement.targets) == 1
    if alone and isinstance(statement, ast.Assign):
        target, block = statement.targets[0], _siblings(unit, statement)
        if ast.dump(target).replace("Store", "Load") == ast.dump(inner) and block > 1:
            deleted = rewrite.delete_statement(unit, statement)
            if deleted is not None:
                return deleted
    return rewrite.replace(unit, node, rewrite.text_of(unit, inner))


def _siblings(unit: Unit, statement: ast.stmt) -> int:
    parent = unit.parent(statement)
    bodies = (getattr(parent, name, None) or [] for name in ("body", "orelse", "finalbody"))
    return next((len(body) for body in bodies if isinstance(body, list) and statement in body), 1)
