"""Rule KF501."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import feeds, unit_of
from codemods.numerics._images import is_unscaled_image, refuses_integers, takes_as_it_is
from codemods.numerics._scaling import scaled
from fixer.facts.facts import Facts
from fixer.facts.values import Array
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF501",
    tokens=("fit", "evaluate", "predict"),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def unscaled_images(facts: Facts) -> Iterator[Report]:
    """Images of 0 to 255 for a model that nowhere scales them.

    ## What it does
    Finds image data whose values surely go up to 255 (bytes, whatever they were cast to since) as input of a
    model of convolutions or dense layers: no scaling of the data, no `Rescaling`, `Normalization` or
    `BatchNormalization` before or behind the first weights. Masks, one-hot rows, inputs of an `Embedding`,
    tables of numbers and ready-made applications are left alone.

    ## Why it fails
    No exception on either version, as a rule: the integers are cast and the model trains. But initial weights
    and learning rates are made for inputs around 1; with 255 the first losses are huge, and units saturate or
    die. A subclassed model does not cast: integers in its first convolution are an error. Keras 3: `TypeError:
    Value passed to parameter 'input' has DataType int64 not in list of allowed values`; Keras 2:
    `InvalidArgumentError` or `TypeError`.

    ## Example
    ```python
    (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
    ```

    ## Use instead
    ```python
    (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
    x_train = x_train.astype("float32") / 255.0
    x_test = x_test.astype("float32") / 255.0
    ```

    ## Fix safety
    Unsafe: it changes what the model is trained on; safe where the model cannot run on integers. The data is
    scaled where it is made, training and test data alike; in the call where something else needs the bytes.
    """
    for call, feed in feeds(facts):
        array = feed.x
        if not isinstance(array, Array) or not is_unscaled_image(array, call.model) or not takes_as_it_is(call.model):
            continue
        mend = scaled(facts, call, feed, array)
        unit, node, edits = mend or (unit_of(facts, feed.x_node) or call.unit, feed.x_node, ())
        given = f"{array.dtype} " if array.is_int else ""
        message = f"{given}images of {array.lo:g} to {array.hi:g} reach the model unscaled"
        refused = refuses_integers(array, call.model)
        if refused:
            message += ", which does not cast them for its convolution"
        applicability = Applicability.SAFE if refused else Applicability.UNSAFE
        fixes = (Fix("Scale them to 0..1", edits, applicability, "weights start out for inputs around 1"),)
        yield Report(unit, node, message, fixes if edits else (), Level.ERROR if refused else None)
