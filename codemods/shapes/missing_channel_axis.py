"""Rule KF102."""

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
    is_one_sample,
    lacking_axis,
    missing_axis,
    rank_error,
    short_declarations,
)
from codemods.shapes._channels import channel_reports
from codemods.shapes._data import Given, Mend, givens
from codemods.shapes._declared import channel_axis, compatible, takes_images, text_of_shape
from fixer.facts.facts import Facts
from fixer.facts.knowledge.layers import RANK, channels_first
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF102",
    tokens=("Conv", "Pool", "applications", "input_shape", "Input"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def missing_channel_axis(facts: Facts) -> Iterator[Report]:
    """Images without a channel axis for a model that takes one.

    ## What it does
    Finds images of shape `(28, 28)`, or rows of 784 values, that are given to a convolutional model
    of `(28, 28, 1)` or `(32, 32, 3)`, in training, validation and prediction alike; and models of
    images whose `input_shape` names no channels.

    ## Why it fails
    With one channel, both Kerases add the axis by themselves and train. It is a trap in Keras 3: a
    model that was trained so refuses the same images with their axis, `Cannot take the length of
    shape with unknown rank.` With several channels, with the channels first, or if no input is
    declared, nothing is added. Keras 3: `Invalid input shape for input Tensor ... Expected shape
    (None, 32, 32, 3), but input has incompatible shape (None, 32, 32)`; Keras 2: `Input 0 of layer
    "conv2d" is incompatible with the layer: expected min_ndim=4, found ndim=3`.

    ## Example
    ```python
    x = np.zeros((100, 28, 28))                      # the model takes (28, 28, 1)
    ```

    ## Use instead
    ```python
    x = np.zeros((100, 28, 28, 1))
    ```

    ## Fix safety
    Safe where an axis of size 1 is added: no value changes. It is added where the array is made, or,
    if something else needs the array as it is (a plot, an index), where the model takes it. For a
    model of several channels it is unsafe: the channels can be repeated, or the model can be made one
    of grey images.
    """
    for model, error in short_declarations(facts, lambda e: RANK[e.layer.kind] in (4, 5)):
        axis = 1 if channels_first(error.layer) else len(error.given)
        full = {g.array.shape[axis] for g in given_to(facts, model) if g.array.shape and len(g.array.shape) > axis}
        known = len(full) == 1 and isinstance(size := full.pop(), int)
        bare = any(len(g.array.shape or ()) == len(error.given) for g in given_to(facts, model))
        sure = Applicability.SAFE if known or bare else Applicability.UNSAFE
        choice = (str(size), f"the data has {size} channels", sure) if known else ("1", "one channel", sure)
        yield from declare_with(facts, model, axis, [choice])
    for given in givens(facts):
        yield from _of_data(facts, given)


def _of_data(facts: Facts, given: Given) -> Iterator[Report]:
    model, declared = given.call.model, given.declared
    if not declared:
        error = rank_error(given)
        if error is not None and RANK[error.layer.kind] in (4, 5):
            axis = missing_axis(error)
            needs = f"{error.layer.kind} takes {RANK[error.layer.kind]} axes with that of the batch"
            yield from _report(given, add_axis(facts, given, axis), needs, Level.ERROR)
        return
    if not takes_images(model, declared):
        return
    takes = f"the model takes {text_of_shape(declared[1:])}"
    axis_of_one = lacking_axis(given)
    channels = channel_axis(model, declared)
    rest = declared[1:channels] + declared[channels + 1 :]
    if axis_of_one is not None:
        level = axis_level(facts, given, axis_of_one)
        trap = "; Keras 3 adds the axis, then a fit on images that have it crashes"
        message = takes + trap * (level is Level.WARNING)
        yield from _report(given, add_axis(facts, given, axis_of_one), message, level)
    elif is_flat(given):
        sure = Applicability.SAFE if declared[channels] == 1 else Applicability.UNSAFE
        yield from _report(given, fold(facts, given), takes, Level.ERROR, "Give the rows the model's shape", sure)
    elif isinstance(declared[channels], int) and len(given.sample) == len(rest) > 1:
        fits = compatible(given.sample, rest) and not is_one_sample(given)
        if fits:
            message = f"images of shape {text_of_shape(given.sample)}; {takes}"
            yield from channel_reports(facts, given, channels, 1, message)


def _report(
    given: Given,
    mend: Mend | None,
    needs: str,
    level: Level,
    title: str = "Add the channel axis",
    applicability: Applicability = Applicability.SAFE,
) -> Iterator[Report]:
    message = f"images of shape {text_of_shape(given.sample)}; {needs}"
    if mend is None:
        yield Report(given.call.unit, given.call.node, message, (), level)
    else:
        yield Report(mend.unit, mend.node, message, (Fix(title, mend.edits, applicability),), level)
