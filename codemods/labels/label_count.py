"""Rule KF301."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import feeds, unit_of
from codemods.labels._sizes import count_node
from codemods.pipelines._passes import own_nodes, single_value
from fixer import rewrite
from fixer.facts.facts import Facts, Feed, ModelCall
from fixer.facts.program import Unit
from fixer.facts.values import Array, Dim, Varying, elements
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF301",
    tokens=("yield", "__getitem__", "__next__"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def label_count(facts: Facts) -> Iterator[Report]:
    """Batches with another number of labels than of samples.

    ## What it does
    Finds a generator or Sequence whose batches hold more or fewer labels than samples: a number of labels
    drawn at random, another constant, or a slice that ends too early or too late. Losses of one's own
    (CTC and the like) and models that may change the number of samples are left alone.

    ## Why it fails
    The loss cannot pair labels with outputs. Keras 3 and Keras 2 raise in the first such batch, under a
    binary loss or MSE `InvalidArgumentError: Incompatible shapes: [9,1] vs. [10,1]`, under a sparse one
    `logits and labels must have the same first dimension, got logits shape [10,2] and labels shape [9]`,
    under a categorical one `logits and labels must be broadcastable`. (One label alone is broadcast.)

    ## Example
    ```python
    x = np.random.rand(batch_size, 10)
    y = np.random.randint(0, 2, np.random.randint(batch_size - 5, batch_size + 5))
    yield x, y
    ```

    ## Use instead
    ```python
    x = np.random.rand(batch_size, 10)
    y = np.random.randint(0, 2, batch_size)
    yield x, y
    ```

    ## Fix safety
    Safe: the program cannot train as it is. The labels are made as many as the samples of their batch, by
    the same expression.
    """
    for call, feed in feeds(facts):
        if feed.batches is None or not _checks_counts(facts, call):
            continue
        function, x, y = feed.batches.function, _inputs(feed), feed.y
        if function is None or x is None or not isinstance(y, Array) or not y.shape:
            continue
        samples, labels = (x.shape or (None,))[0], y.shape[0]
        if not _differ(samples, labels):
            continue
        place = _place(labels, y, feed)
        unit = unit_of(facts, place) if place is not None else None
        if place is None or unit is None:
            continue
        message = f"a batch has {labels} labels for {samples} samples"
        yield Report(unit, place, message, _fixes(facts, unit, function.node, feed, x, y))


def _checks_counts(facts: Facts, call: ModelCall) -> bool:
    """Whether a built-in loss compares all of the labels with the outputs for all of the samples."""
    if call.kind.startswith("predict") or call.model.compiled is None or not call.model.compiled.loss:
        return False
    if any(getattr(f.node, "name", "") in ("train_step", "compute_loss") for f in facts.functions):
        return False
    layers = call.model.layers
    return call.model.complete and all(layer.kind not in ("", "Lambda") for layer in layers)


def _inputs(feed: Feed) -> Array | None:
    """The input of a batch, or the first of several that agree on the number of samples."""
    parts = elements(feed.x) or [feed.x]
    arrays = [part for part in parts if isinstance(part, Array) and part.shape]
    sizes = {str(array.shape[0]) for array in arrays if array.shape}
    return arrays[0] if len(arrays) == len(parts) and len(sizes) == 1 else None


def _differ(samples: Dim, labels: Dim) -> bool:
    if isinstance(samples, int) and isinstance(labels, int):
        # One label for all would be broadcast: that trains.
        return samples != labels and 1 not in (samples, labels)
    sizes = [size for size in (samples, labels) if isinstance(size, Varying)]
    if None in (samples, labels) or not all(size.random and size.at is not None for size in sizes):
        return False
    return len(sizes) == 1 or sizes[0].at is not sizes[1].at


def _place(labels: Dim, y: Array, feed: Feed) -> ast.expr | None:
    if isinstance(labels, Varying) and labels.at is not None:
        return labels.at
    return y.at or y.origin or feed.y_node


def _fixes(facts: Facts, unit: Unit, function: ast.AST, feed: Feed, x: Array, y: Array) -> tuple[Fix, ...]:
    reason = "each sample needs its label"
    slices = _slice_in(unit, function, feed.x_node), _slice_in(unit, function, feed.y_node)
    if slices[0] is not None and slices[1] is not None:
        text = rewrite.text_of(unit, slices[0])
        edit = rewrite.replace(unit, slices[1], text)
        return (Fix(f"Take the labels of the same rows, [{text}]", (edit,), Applicability.SAFE, reason),)
    labels = (y.shape or (None,))[0]
    made = labels.at if isinstance(labels, Varying) and labels.at is not None else count_node(facts, y)
    size = _size_of_inputs(facts, unit, function, feed, x, made)
    if made is None or size is None or unit_of(facts, made) is not unit:
        return ()
    edit = rewrite.replace(unit, made, size)
    return (Fix(f"Make as many labels as samples, {size}", (edit,), Applicability.SAFE, reason),)


def _size_of_inputs(
    facts: Facts, unit: Unit, function: ast.AST, feed: Feed, x: Array, made: ast.expr | None
) -> str | None:
    """How the number of samples is written where the labels are made."""
    if made is None or made not in set(own_nodes(function)):
        return None
    node = count_node(facts, x)
    if isinstance(node, (ast.Name, ast.Constant, ast.Attribute)) and node in set(own_nodes(function)):
        return rewrite.text_of(unit, node)
    variable = feed.x_node
    if isinstance(variable, ast.Name) and (value := single_value(function, variable.id)) is not None:
        return f"len({variable.id})" if value.lineno < made.lineno else None
    return None


def _slice_in(unit: Unit, function: ast.AST, node: ast.expr | None) -> ast.expr | None:
    """The rows that `X[i:i + n]` takes, also where a variable holds it or a cast is behind it."""
    for _ in range(6):
        match node:
            case ast.Name(id=name):
                node = single_value(function, name)
            case ast.Call(func=ast.Attribute(value=inner, attr="astype" | "copy")):
                node = inner
            case ast.Subscript(slice=ast.Slice() as rows):
                return rows if rows.step is None else None
            case ast.Subscript(slice=ast.Tuple(elts=[ast.Slice() as rows, *_])):
                return rows if rows.step is None else None
            case _:
                return None
    return None
