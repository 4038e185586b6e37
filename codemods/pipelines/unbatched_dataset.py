"""Rule KF407."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import feeds, unit_of
from codemods.shapes._declared import compatible, text_of_shape
from fixer.facts.facts import Facts, Feed, ModelCall
from fixer.facts.values import Array, Batches, Shape, elements
from fixer.findings import Applicability, Edit, Fix, Level

_BATCH = 32
"""As many as Keras takes of arrays at a time."""


@rule(
    "KF407",
    tokens=("Dataset", "tfds"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def unbatched_dataset(facts: Facts) -> Iterator[Report]:
    """A `tf.data` dataset that gives single samples to a model.

    ## What it does
    Finds datasets whose elements have just the shape that the model declares for one sample: nobody called
    `.batch`.

    ## Why it fails
    Keras makes batches of arrays, not of datasets. Keras 3: `Invalid input shape for input Tensor(...).
    Expected shape (None, 4), but input has incompatible shape (4,)`; Keras 2: `Input 0 of layer "dense" is
    incompatible with the layer: expected min_ndim=2, found ndim=1`, or, for images, `expected shape=(None, 14,
    14, 3), found shape=(14, 14, 3)`. A `batch_size=` of `fit` is not for datasets either.

    ## Example
    ```python
    train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100)
    model.fit(train)
    ```

    ## Use instead
    ```python
    train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).batch(32)
    model.fit(train)
    ```

    ## Fix safety
    Unsafe: how many samples go together is a choice; it is 32, as many as Keras takes of arrays. The batches
    are made before a final `prefetch`.
    """
    seen: set[ast.AST] = set()
    for call, feed in feeds(facts):
        shape = _single(call, feed)
        batches = feed.batches
        if shape is None or batches is None or batches.at is None or batches.at in seen:
            continue
        seen.add(batches.at)
        unit = unit_of(facts, batches.at)
        if unit is None:
            continue
        declared = text_of_shape(("n", *(call.model.input or ())[1:]))  # type: ignore[arg-type]
        message = f"the dataset gives single samples of shape {text_of_shape(shape)}; the model takes {declared}"
        yield Report(unit, batches.at, message, tuple(_fixes(facts, batches)))


def _single(call: ModelCall, feed: Feed) -> Shape | None:
    """The shape of one element where it is that of one sample."""
    batches, declared = feed.batches, call.model.input
    if batches is None or batches.kind != "dataset" or batches.batch_size is not None or declared is None:
        return None
    x = feed.x
    if not isinstance(x, Array) or x.shape is None or len(x.shape) != len(declared) - 1:
        return None
    sizes = declared[1:]
    if declared[-1] == 1 and len(declared) > 2:
        return None  # Keras would add the last axis: a batch without it looks the same
    known = all(isinstance(size, int) for size in (*x.shape, *sizes)) and x.shape
    labels = feed.y
    several = isinstance(labels, Array) and len(labels.shape or ()) > 1
    several = several or elements(labels) is not None or labels is None
    return x.shape if known and not several and compatible(x.shape, sizes) else None


def _fixes(facts: Facts, batches: Batches) -> Iterator[Fix]:
    node = batches.at
    unit = None if node is None else unit_of(facts, node)
    if not isinstance(node, ast.Call) or unit is None:
        return
    last = node
    while isinstance(last.func, ast.Attribute) and last.func.attr in ("prefetch", "repeat"):
        if not isinstance(last.func.value, ast.Call):
            break
        last = last.func.value
    end = unit.lines.span(last).end
    # One call a line: so is this one.
    split = re.match(r"[ \t]*((?:\r\n|\n|\r)[ \t]*)\.", unit.source.text[end:])
    indent = split.group(1) if split else ""
    edit = Edit(unit.source.path, end, end, f"{indent}.batch({_BATCH})")
    yield Fix(f"Make batches of {_BATCH}", (edit,), Applicability.UNSAFE, "a model takes batches")
