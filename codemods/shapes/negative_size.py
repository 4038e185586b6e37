"""Rule KF111."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods.shapes._axis import given_to
from codemods.shapes._declared import channel_axis, compatible, text_of_shape
from codemods.shapes._layers import errors_of, is_repeated, is_shared, outer, put_before, take_out, untouched, written
from fixer import rewrite
from fixer.facts.facts import Facts, LayerError, ModelFact
from fixer.facts.knowledge.layers import PARAMETERS
from fixer.facts.values import const
from fixer.findings import Applicability, Edit, Fix, Level

UNSAFE = Applicability.UNSAFE


@rule(
    "KF111",
    tokens=("Conv", "Pool"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=UNSAFE,
)
def negative_size(facts: Facts) -> Iterator[Report]:
    """A kernel or a pooling window larger than what is left of the image or the sequence.

    ## What it does
    Finds convolutions and poolings whose window does not fit on an axis any more: too many poolings for a
    small image, a `Conv2D(9)` on 8 pixels, a `Conv1D(3)` on a sequence of one step.

    ## Why it fails
    The model cannot be built. Keras 3: `ValueError: Computed output size would be zero or negative. Received
    `inputs shape=(None, 8, 8, 3)`, `kernel shape=(9, 9, 3, 4)``; Keras 2: `Negative dimension size caused by
    subtracting 9 from 8 for '{{node conv2d/Conv2D}} = Conv2D[...]`, or `One of the dimensions in the output is
    <= 0 due to downsampling in conv2d`.

    ## Example
    ```python
    model.add(Conv2D(16, 3, input_shape=(4, 4, 1)))
    model.add(MaxPooling2D())                            # leaves 1 x 1
    model.add(MaxPooling2D())
    ```

    ## Use instead
    ```python
    model.add(Conv2D(16, 3, input_shape=(4, 4, 1)))
    model.add(MaxPooling2D())
    model.add(MaxPooling2D(padding="same"))
    ```

    ## Fix safety
    Unsafe: the layer could as well be left out, its window be smaller or the images larger. Where the model is
    declared for images with their channels first, or for a sequence of a single step with many features, the
    axes are put in order before the first layer instead.
    """
    for model, error in errors_of(facts, "negative-size"):
        layer = error.layer
        if layer.unit is not None and layer.node is not None:
            message = f"{error.message}; it gets {text_of_shape(error.given[1:])}"
            yield Report(layer.unit, layer.node, message, tuple(_fixes(facts, model, error)))


def _fixes(facts: Facts, model: ModelFact, error: LayerError) -> Iterator[Fix]:
    layer = error.layer
    if layer.node is None or layer.unit is None:
        return
    if _channels_first(model):
        first = next((made for made in model.layers if made.kind != "InputLayer"), None)
        if first is not None and _is_given(facts, model) and not is_repeated(facts, first):
            edits = put_before(facts, first, None, written(first, "Permute", "(2, 3, 1)"))
            yield from _fix("Move the channels last", edits)
        return
    yield from _fix("Give the kernel as one tuple", _kernels(model))
    shared = is_shared(facts, layer.node) or is_repeated(facts, layer)
    if untouched(error) and not shared and len(error.given) == 3 and error.given[1] == 1 != error.given[2]:
        target = f"({error.given[2]}, 1)"
        edits = put_before(facts, outer(error), error.at, written(outer(error), "Reshape", target))
        yield from _fix("Make each value a step", edits)
    same = rewrite.quoted(layer.unit, "same")
    edit = rewrite.set_argument(layer.unit, layer.node, "padding", same, PARAMETERS.get(layer.kind, ()))
    yield from _fix(f"Pad the axis: padding={same}", None if edit is None else (edit,))
    if "Pool" in layer.kind and not shared:
        yield from _fix("Leave the pooling out", take_out(facts, outer(error)))


def _kernels(model: ModelFact) -> tuple[Edit, ...] | None:
    """`Conv2D(32, 3, 3)`: rows and columns in Keras 1, where the third is the strides by now."""
    edits: list[Edit] = []
    for layer in model.layers:
        size, strides = layer.args.get("kernel_size"), layer.args.get("strides")
        if layer.kind not in ("Conv2D", "Convolution2D") or layer.unit is None or layer.node is None:
            continue
        if size is None or strides is None or layer.node.args[1:3] != [size.node, strides.node]:
            continue
        rows, columns = const(size.value), const(strides.value)
        if isinstance(rows, int) and isinstance(columns, int) and rows == columns > 2:
            start, end = layer.unit.lines.span(size.node).start, layer.unit.lines.span(strides.node).end
            text = layer.unit.source.text[start:end]
            if "#" not in text:
                edits.append(Edit(layer.unit.source.path, start, end, f"({text})"))
    return tuple(dict.fromkeys(edits)) or None


def _fix(title: str, edits: tuple[Edit, ...] | None) -> Iterator[Fix]:
    if edits is not None:
        yield Fix(title, edits, UNSAFE)


def _channels_first(model: ModelFact) -> bool:
    """Whether the input is declared as images with one or three channels first, for layers that take them last."""
    declared = model.input
    if declared is None or len(declared) != 4 or channel_axis(model, declared) != 3:
        return False
    channels, *sizes = declared[1:]
    return channels in (1, 3) and all(isinstance(size, int) and size > 3 for size in sizes)


def _is_given(facts: Facts, model: ModelFact) -> bool:
    """Whether the data is as it is declared, as far as it is known."""
    samples = [given.sample for given in given_to(facts, model)]
    return all(len(s) == 3 and compatible(s, (model.input or ())[1:]) for s in samples)
