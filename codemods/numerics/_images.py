"""Which arrays that a model is given are unscaled images, and which models scale by themselves."""

from __future__ import annotations

import math

from fixer.facts.facts import LayerFact, ModelFact
from fixer.facts.values import Array

_SCALING = frozenset(
    """Rescaling Normalization BatchNormalization LayerNormalization GroupNormalization UnitNormalization Lambda
    Embedding CategoryEncoding IntegerLookup Hashing Discretization divide multiply subtract Wrapper""".split()
)
_WEIGHTED = ("Dense", "Conv1D", "Conv2D", "Conv3D", "SeparableConv2D", "DepthwiseConv2D", "LSTM", "GRU")
_PLAIN = frozenset(
    """InputLayer Dropout Flatten Reshape Permute ZeroPadding2D Cropping2D Resizing MaxPooling2D AveragePooling2D
    RandomFlip RandomRotation RandomZoom RandomTranslation RandomContrast RandomCrop CenterCrop RandomBrightness
    Activation""".split()
)


def takes_as_it_is(model: ModelFact) -> bool:
    """Whether the data surely reaches the first weights unscaled, and nothing normalizes what comes out of them."""
    if not model.complete or any(not layer.name for layer in model.layers):
        return False
    before, after = _around_first(model.layers)
    if after is None:
        return False
    return all(layer.kind in _PLAIN for layer in before) and not any(layer.kind in _SCALING for layer in after)


def refuses_integers(array: Array, model: ModelFact) -> bool:
    """Whether an execution fails: a subclassed model hands integers on to a convolution as they are."""
    first = next((layer for layer in model.layers if layer.kind in _WEIGHTED), None)
    return model.kind == "subclass" and array.is_int and first is not None and "Conv" in first.kind


def _around_first(layers: tuple[LayerFact, ...]) -> tuple[tuple[LayerFact, ...], tuple[LayerFact, ...] | None]:
    """The layers before the first one with weights, and those from it to the second one."""
    places = [i for i, layer in enumerate(layers) if layer.kind in _WEIGHTED]
    if not places:
        return layers, None
    end = places[1] if len(places) > 1 else len(layers)
    return layers[: places[0]], layers[places[0] : end]


def is_unscaled_image(array: Array, model: ModelFact) -> bool:
    """Whether the values surely go from 0 up to 255 or near, and are those of an image.

    A row of numbers is one only if the model or its own width says so: 784 is 28 x 28, 3072 is 32 x 32 x 3.
    """
    if array.lo is None or array.hi is None or array.lo < 0 or not 200 <= array.hi <= 255 or array.one_hot:
        return False
    sample = array.sample_shape
    if sample is None:
        return False
    if len(sample) == 3:
        return sample[-1] in (1, 3, 4) or sample[0] in (1, 3)
    if len(sample) == 2:
        return all(isinstance(size, int) and size >= 8 for size in sample)
    if len(sample) == 1 and isinstance(sample[0], int) and array.hi == 255:
        return sample[0] >= 64 and any(_is_square(sample[0] // c) for c in (1, 3) if sample[0] % c == 0)
    return False


def _is_square(number: int) -> bool:
    return math.isqrt(number) ** 2 == number
