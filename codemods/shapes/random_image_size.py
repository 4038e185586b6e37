"""Rule KF101."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import feeds, inputs_of, size_text, unit_of
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.values import Varying
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF101",
    tokens=("rand", "choice", "uniform", "integers"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def random_image_size(facts: Facts) -> Iterator[Report]:
    """Batches whose image size is drawn at random, for a model of fixed size.

    ## What it does
    Finds a height, width or length that is drawn anew for every batch (`np.random.randint`,
    `random.choice` ...) and that ends up as an axis of what a model is trained on, though the
    model's input declares a fixed size for that axis.

    ## Why it fails
    The first batch of another size stops the training. Keras 3: `InvalidArgumentError` or
    `ValueError: Input 0 of layer ... is incompatible with the layer`; Keras 2 the same. A model
    whose declared size is `None` takes any size and is left alone.

    ## Example
    ```python
    size = np.random.randint(64, 128)
    x = np.random.rand(batch, size, size, 3)      # the model takes (64, 64, 3)
    ```

    ## Use instead
    ```python
    size = 64
    x = np.random.rand(batch, size, size, 3)
    ```

    ## Fix safety
    Safe: the program cannot train as it is. The size put in is the model's own, by its name where
    the model's declaration uses one.
    """
    for call, feed in feeds(facts):
        for index, array, declared in inputs_of(feed, call.model):
            if array.shape is None or len(array.shape) != len(declared):
                continue
            for axis, (size, expected) in enumerate(zip(array.shape, declared)):
                if axis == 0 or not isinstance(expected, int):
                    continue
                if not isinstance(size, Varying) or not size.random or size.at is None:
                    continue
                unit = unit_of(facts, size.at)
                if unit is None:
                    continue
                message = f"axis {axis} of the batches is drawn at random ({size}); the model takes {expected}"
                yield Report(unit, size.at, message, _fixes(facts, call.model, index, axis, expected, size.at))


def _fixes(facts: Facts, model: object, index: int, axis: int, expected: int, draw: ast.expr) -> tuple[Fix, ...]:
    unit = unit_of(facts, draw)
    if unit is None or not isinstance(getattr(draw, "ctx", ast.Load()), ast.Load):
        return ()
    text = size_text(facts, model, index, axis - 1, expected, unit)  # type: ignore[arg-type]
    edit = rewrite.replace(unit, draw, text)
    reason = "the model's input is declared with this size"
    return (Fix(f"Use the model's size, {text}", (edit,), Applicability.SAFE, reason),)
