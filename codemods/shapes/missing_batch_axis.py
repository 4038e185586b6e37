"""Rule KF109."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.shapes._batch import Single, as_slice, in_brackets, singles, taken, template
from codemods.shapes._data import Given, Mend, convert, written_shape
from codemods.shapes._declared import flattens, text_of_shape
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.facts.values import Array, Const, Number
from fixer.findings import Applicability, Edit, Fix, Level


@rule(
    "KF109",
    tokens=("predict", "evaluate", "fit", "_on_batch"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def missing_batch_axis(facts: Facts) -> Iterator[Report]:
    """One sample where a model takes a batch of them.

    ## What it does
    Finds a single sample, of just the shape that the model declares (or was built on), as the data of
    `predict`, `evaluate`, `fit`, the `..._on_batch` methods or `model(x)`: `x_test[0]`, an image that was
    loaded, a row that is written out, a plain number.

    ## Why it fails
    A model takes `(n, ...)`, also for n = 1. Keras 3: `Invalid input shape for input Tensor(...). Expected
    shape (None, 4), but input has incompatible shape (4,)`; Keras 2: `Input 0 of layer "dense" is incompatible
    with the layer: expected min_ndim=2, found ndim=1`. Images of one channel get an axis at the wrong end:
    `Negative dimension size caused by subtracting 3 from 1`. An LSTM of `(10, 1)` takes one sequence for ten
    samples of one step, and gives ten predictions without a word: a warning. A number is `Unrecognized data
    type: x=4` in Keras 3 and `tuple index out of range` in Keras 2.

    ## Example
    ```python
    model.predict(x_test[0])
    model.predict(np.array([5.1, 3.5, 1.4, 0.2]))
    ```

    ## Use instead
    ```python
    model.predict(x_test[:1])
    model.predict(np.array([[5.1, 3.5, 1.4, 0.2]]))
    ```

    ## Fix safety
    Safe: the program cannot run as it is. The sample gets its axis where it is made if nothing else needs it
    as it is (a plot, say), else in the call. Unsafe where Keras takes it for several samples.
    """
    for single in singles(facts):
        mend, level = _mend(facts, single), _level(single)
        kind = "the model" if single.call.kind == "call" else single.call.kind
        what = f"one sample of shape {text_of_shape(single.shape)}" if single.shape else "a single number"
        takes = text_of_shape(single.declared[1:])[1:].replace(",)", ")")
        message = f"{kind} gets {what}; the model takes (n, {takes}"
        if mend is None:
            yield Report(single.call.unit, single.call.node, message, (), level)
            continue
        safety = Applicability.SAFE if level is Level.ERROR else Applicability.UNSAFE
        fix = Fix("Make it a batch of one", mend.edits, safety)
        yield Report(mend.unit, mend.node, message, (fix,), level)


def _level(single: Single) -> Level:
    """Keras adds a last axis of size 1: then the sample passes for a batch, unless its sizes are those of weights."""
    passes = single.declared[-1] == 1 and len(single.declared) > 2 and not single.bare and not single.listed
    return Level.WARNING if passes and not flattens(single.call.model) else Level.ERROR


def _mend(facts: Facts, single: Single) -> Mend | None:
    mend = _of_x(facts, single)
    labels = _of_labels(facts, single)
    return None if mend is None or labels is None else Mend(mend.unit, mend.node, (*mend.edits, *labels))


def _of_x(facts: Facts, single: Single) -> Mend | None:
    node, value = single.node, single.value
    unit = unit_of(facts, node)
    if unit is None:
        return None
    if isinstance(node, ast.Subscript) and (edit := as_slice(facts, unit, node)) is not None:
        return Mend(unit, node, (edit,))
    if single.listed or not isinstance(value, Array) or not value.shape:
        name, imports = rewrite.name_for(unit, "numpy")
        written = rewrite.text_of(unit, node)
        text = f"{name}.array({written})" if single.listed else f"{name}.array([[{written}]])"
        if isinstance(value, Array) and value.lib == "tensorflow":
            return None
        return Mend(unit, node, (rewrite.replace(unit, node, text), *imports))
    around = template(unit, value.lib, single.bare)
    here = Mend(unit, node, (rewrite.wrap(unit, node, around[0]), *around[1]))
    if single.bare or single.call.kind == "call" or "y" in single.call.args:
        return here
    given = Given(single.call, single.feed, single.index, value, single.declared)

    def literal(unit: Unit, call: ast.Call) -> Edit | None:
        parts = written_shape(facts, call)
        if parts is not None and len(parts) == len(single.shape):
            start = unit.lines.span(parts[0]).start
            return Edit(unit.source.path, start, start, "1, ")
        return in_brackets(facts, unit, call)

    found = convert(
        facts,
        given,
        lambda unit: template(unit, value.lib, False),
        lambda other: other.array.shape == single.shape and taken(other.call.model) == taken(single.call.model),
        axis=0,
        literal=literal,
        indexed=lambda unit, node: as_slice(facts, unit, node),
    )
    return found or here


def _of_labels(facts: Facts, single: Single) -> tuple[Edit, ...] | None:
    """The same for the label that goes with the sample; None where it is not known how."""
    node, value, output = single.feed.y_node, single.feed.y, single.call.model.output
    unit = None if node is None else unit_of(facts, node)
    if node is None or unit is None:
        return ()
    if isinstance(value, Array) and value.shape is not None:
        if value.shape[:1] == (1,):
            return ()
        if output is None or value.shape != output[1:]:
            return None
    elif not isinstance(value, (Const, Number)):
        return None
    if isinstance(node, ast.Subscript):
        edit = as_slice(facts, unit, node)
        return None if edit is None else (edit,)
    name, imports = rewrite.name_for(unit, "numpy")
    return (rewrite.replace(unit, node, f"{name}.array([{rewrite.text_of(unit, node)}])"), *imports)
