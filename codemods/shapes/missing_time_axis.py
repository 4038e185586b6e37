"""Rule KF103."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods.shapes._axis import (
    add_axis,
    axis_level,
    declare_with,
    fold,
    given_to,
    is_flat,
    lacking_axis,
    per_step,
    rank_error,
    short_declarations,
)
from codemods.shapes._data import Given, Mend, givens
from codemods.shapes._declared import takes_sequences, text_of_shape
from fixer.facts.facts import Facts
from fixer.facts.knowledge.layers import RANK
from fixer.findings import Applicability, Fix, Level

_SAFE, _UNSAFE = Applicability.SAFE, Applicability.UNSAFE


@rule(
    "KF103",
    tokens=("LSTM", "GRU", "RNN", "Conv1D", "Pooling1D", "Convolution1D", "Bidirectional"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def missing_time_axis(facts: Facts) -> Iterator[Report]:
    """Rows of features for a model of sequences.

    ## What it does
    Finds data of shape `(n, features)` that is given to an LSTM, GRU, SimpleRNN or Conv1D, which take
    `(n, steps, features)`, and models of sequences whose `input_shape` names one axis only.

    ## Why it fails
    Keras 3: `Invalid input shape for input Tensor ... Expected shape (None, 1, 10), but input has
    incompatible shape (None, 10)`; Keras 2: `Input 0 of layer "sequential" is incompatible with the
    layer: expected shape=(None, 1, 10), found shape=(None, 10)`. A model that declares no input, or one
    axis only: `expected ndim=3, found ndim=2. Full shape received: (None, 10)` in both. Only where the
    model takes one feature a step, `(10, 1)`, do both add the missing last axis by themselves; a later fit on data that
    has it crashes then: `Cannot take the length of shape with unknown rank.`

    ## Example
    ```python
    x = np.random.rand(100, 10)
    model.add(LSTM(8, input_shape=(1, 10)))
    ```

    ## Use instead
    ```python
    x = np.random.rand(100, 1, 10)
    model.add(LSTM(8, input_shape=(1, 10)))
    ```

    ## Fix safety
    Safe where the model says which axis is missing: no value changes. Unsafe where rows are cut into
    steps, and where the model does not say whether a row is one step or each of its values is one.
    """
    for model, error in short_declarations(facts, lambda e: RANK[e.layer.kind] == 3):
        rows = {g.sample for g in given_to(facts, model) if len(g.sample) == 2}
        (size,) = error.given[1:]
        full = next(iter(rows)) if len(rows) == 1 else ()
        if len(full) == 2 and size in full and all(isinstance(d, int) for d in full):
            steps, features = full
            end = features != size or steps == size
            choice = (2, str(features)) if end else (1, str(steps))
            yield from declare_with(facts, model, choice[0], [(choice[1], f"the data has {full}", _SAFE)])
        else:
            steps_first = [("1", "each value is a step", _UNSAFE)]
            yield from declare_with(facts, model, 2, steps_first)
    for given in givens(facts):
        yield from _of_data(facts, given)


def _of_data(facts: Facts, given: Given) -> Iterator[Report]:
    model, declared = given.call.model, given.declared
    if not declared:
        error = rank_error(given)
        if error is not None and not per_step(error) and RANK[error.layer.kind] == 3:
            needs = f"{error.layer.kind} takes (steps, features)"
            each = _fix("Make each value a step", add_axis(facts, given, 2), _UNSAFE)
            whole = _fix("Make each row one step", add_axis(facts, given, 1), _UNSAFE)
            yield _report(given, needs, Level.ERROR, each, whole)
        return
    if len(declared) != 3 or not takes_sequences(model):
        return
    takes = f"the model takes {text_of_shape(declared[1:])}"
    axis = lacking_axis(given)
    if axis is not None:
        level = axis_level(facts, given, axis)
        trap = "; Keras 3 adds the axis, then a fit on data that has it crashes"
        title = "Add the axis of features" if axis == 2 else "Make each row one step"
        mended = _fix(title, add_axis(facts, given, axis), _SAFE)
        yield _report(given, takes + trap * (level is Level.WARNING), level, mended)
    elif is_flat(given):
        title = f"Cut each row into {declared[1]} steps of {declared[2]}"
        yield _report(given, takes, Level.ERROR, _fix(title, fold(facts, given), _UNSAFE))


def _fix(title: str, mend: Mend | None, applicability: Applicability) -> tuple[Mend, Fix] | None:
    return None if mend is None else (mend, Fix(title, mend.edits, applicability))


def _report(given: Given, needs: str, level: Level, *mended: tuple[Mend, Fix] | None) -> Report:
    message = f"rows of shape {text_of_shape(given.sample)}; {needs}"
    found = [pair for pair in mended if pair is not None]
    if not found:
        return Report(given.call.unit, given.call.node, message, (), level)
    return Report(found[0][0].unit, found[0][0].node, message, tuple(fix for _, fix in found), level)
