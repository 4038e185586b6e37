"""Rule KF317."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods.labels._lessons import shape_text
from codemods.shapes._data import newaxis
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.facts.values import Array, Function, Shape
from fixer.findings import Applicability, Fix, Level

_STEPS = ("train_step", "test_step")


@rule(
    "KF317",
    tokens=("train_step",),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def labels_broadcast(facts: Facts) -> Iterator[Report]:
    """Labels `(n,)` less outputs `(n, 1)` in a training step of one's own: every label against every output.

    ## What it does
    Finds the difference of labels without a last axis and outputs of one unit, in the `train_step` of a model's
    class.

    ## Why it fails
    Keras's own losses give the labels the axis that they lack; a difference that is written out does not. It is
    broadcast to `(n, n)`: each output is drawn to the mean of all labels, and nothing is learned. Keras 2 and 3
    train without a word.

    ## Example
    ```python
    loss = tf.reduce_mean(tf.square(y - self(x, training=True)))    # y is (n,)
    ```

    ## Use instead
    ```python
    loss = tf.reduce_mean(tf.square(y[:, tf.newaxis] - self(x, training=True)))
    ```

    ## Fix safety
    Unsafe: it changes what is learned.
    """
    seen: set[ast.AST] = set()
    for unit, step in _steps(facts):
        for node in ast.walk(step):
            if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Sub) or node in seen:
                continue
            seen.add(node)
            for labels, other in ((node.left, node.right), (node.right, node.left)):
                flat, column = _shape(facts, labels), _shape(facts, other)
                if flat is None or column is None or len(flat) != 1 or len(column) != 2 or column[1] != 1:
                    continue
                if flat[0] == 1:
                    continue
                message = f"{shape_text(flat)} less {shape_text(column)} is broadcast to (n, n)"
                tensorflow = rewrite.imported_name(unit, "tensorflow")
                new = f"{tensorflow}.newaxis" if tensorflow else newaxis(unit)
                edit = rewrite.wrap(unit, labels, f"{{}}[:, {new}]")
                fix = Fix("Give the labels the axis", (edit,), Applicability.UNSAFE, "one label for one output")
                yield Report(unit, node, message, (fix,))


def _steps(facts: Facts) -> Iterator[tuple[Unit, ast.AST]]:
    for function in facts.functions:
        if isinstance(function, Function) and getattr(function.node, "name", "") in _STEPS:
            yield function.unit, function.node


def _shape(facts: Facts, node: ast.expr) -> Shape | None:
    """The shape that an expression has each time."""
    seen = facts.values.get(node, [])
    shapes = {value.shape if isinstance(value, Array) else None for value in seen}
    return shapes.pop() if len(shapes) == 1 else None
