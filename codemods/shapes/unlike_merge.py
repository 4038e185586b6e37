"""Rule KF112."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods.shapes._declared import text_of_shape
from codemods.shapes._layers import errors_of
from codemods.shapes._merges import fixes_of
from fixer.facts.facts import Facts, LayerError
from fixer.findings import Applicability, Level


@rule(
    "KF112",
    tokens=("Add", "oncat", "Multiply", "multiply", "Subtract", "subtract", "add", "verage", "aximum", "inimum", "+"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def unlike_merge(facts: Facts) -> Iterator[Report]:
    """Tensors joined or added whose shapes do not fit.

    ## What it does
    Finds `Add`, `Concatenate`, `Multiply` and the like, their functions and `x + y`, of tensors that differ where
    they must not: a shortcut of other filters or another size than the way around it, branches of another
    height, a flat vector joined with a feature map.

    ## Why it fails
    The model cannot be built. Keras 3: `ValueError: Inputs have incompatible shapes. Received shapes (8, 8, 64)
    and (8, 8, 32)`, and `A `Concatenate` layer requires inputs with matching shapes except for the concatenation
    axis. Received: input_shape=[(None, 8, 8, 32), (None, 4)]`; Keras 2 in the same words. Of `x + y` Keras 3 says
    `Cannot broadcast shape, the failure dim has value 30, which cannot be broadcasted to 22`, Keras 2
    `Dimensions must be equal, but are 30 and 22`.

    ## Example
    ```python
    y = layers.Conv2D(64, 3, padding="same")(x)         # x has 32 channels
    y = layers.Add()([y, x])
    ```

    ## Use instead
    ```python
    y = layers.Conv2D(64, 3, padding="same")(x)
    y = layers.Add()([y, layers.Conv2D(64, 1)(x)])
    ```

    ## Fix safety
    Unsafe: which of the tensors is to follow the other is the author's to say. Offered are a convolution on the
    shortcut (as in ResNet), `padding="same"` for convolutions that made one branch smaller, padding or cropping
    by the difference, `Flatten` or a global pooling for a feature map that meets a vector, another axis.
    """
    for model, error in errors_of(facts, "merge"):
        unit = error.layer.unit or model.unit
        node = error.layer.node or error.at
        if unit is None or node is None or node not in unit.parents:
            continue
        yield Report(unit, node, _message(error), tuple(fixes_of(facts, error)))


def _message(error: LayerError) -> str:
    shapes = [text_of_shape((given.shape or ())[1:]) for given in error.inputs]
    verb = "join" if error.layer.kind == "Concatenate" else error.layer.kind.lower()
    return f"cannot {verb} tensors of {', '.join(shapes[:-1])} and {shapes[-1]}"
