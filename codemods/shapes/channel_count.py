"""Rule KF104."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods.shapes._channels import channel_reports
from codemods.shapes._data import givens
from codemods.shapes._declared import channel_axis, takes_images, text_of_shape, turned
from codemods.shapes._loaders import is_iterator
from codemods.shapes._order import order_of
from fixer.facts.facts import Facts
from fixer.findings import Applicability, Level


@rule(
    "KF104",
    tokens=("Conv", "Pool", "applications", "input_shape", "Input"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def channel_count(facts: Facts) -> Iterator[Report]:
    """Images of another number of channels than the model takes.

    ## What it does
    Finds grey images given to a model of colour images, colour images to one of grey images, and images
    with an alpha channel to one of three channels, as the model's input declares them.

    ## Why it fails
    The first layer's weights are made for the declared number. Keras 3: `Input 0 with name 'None' of
    layer 'conv2d' is incompatible with the layer: expected axis -1 of input shape to have value 3, but
    received input with shape (None, 32, 32, 1)`; Keras 2 ends in the same words. Images that come from a
    generator stop it while it runs, with an `InvalidArgumentError`.

    ## Example
    ```python
    x = load_scans()                                 # (100, 32, 32, 1)
    model.add(Conv2D(16, 3, input_shape=(32, 32, 3)))
    ```

    ## Use instead
    ```python
    x = load_scans()
    model.add(Conv2D(16, 3, input_shape=(32, 32, 1)))
    ```

    ## Fix safety
    Unsafe, as there are two ways: to declare the model for what the data is, or to convert the data
    (repeat the one channel, average three, leave the alpha channel away). The data is converted first
    where the model was trained elsewhere (`keras.applications` with weights), or where some other call
    gives the model just what it declares.
    """
    for given in givens(facts):
        declared, shape = given.declared, given.array.shape or ()
        if len(shape) != len(declared) or is_iterator(facts, given.array) or order_of(given):
            continue
        if not takes_images(given.call.model, declared) or turned(given.call.model, declared, shape):
            continue
        axis = channel_axis(given.call.model, declared)
        has, takes = shape[axis], declared[axis]
        if isinstance(has, int) and isinstance(takes, int) and has != takes and has in (1, 2, 3, 4):
            images = f"images of {has} channel{'s' * (has != 1)}"
            message = f"{images}, {text_of_shape(shape[1:])}; the model takes {text_of_shape(declared[1:])}"
            yield from channel_reports(facts, given, axis, has, message)
