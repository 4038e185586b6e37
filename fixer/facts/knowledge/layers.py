"""Keras layers: the order of their parameters, what they accept and what shape they give.

Shapes are with the batch axis and for `channels_last` unless the layer says
otherwise; the source of each rule is `keras/src/layers` of Keras 3.15 (`InputSpec`
in `build`, `compute_output_shape`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from fixer.facts.facts import Argument, LayerError, LayerFact
from fixer.facts.knowledge.arrays import broadcast, reshaped, size_of
from fixer.facts.values import AnyValue, Dim, Shape, as_dim, as_shape, const, const_int, elements

_CONV = (
    "filters kernel_size strides padding data_format dilation_rate groups activation use_bias kernel_initializer "
    "bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint"
)
_CONV_T = (
    "filters kernel_size strides padding output_padding data_format dilation_rate activation use_bias "
    "kernel_initializer bias_initializer"
)
_POOL = "pool_size strides padding data_format"
_RNN = "units activation recurrent_activation use_bias kernel_initializer"

PARAMETERS: dict[str, tuple[str, ...]] = {
    name: tuple(params.split())
    for names, params in {
        "Dense": "units activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer",
        "Conv1D Conv2D Conv3D Convolution1D Convolution2D Convolution3D": _CONV,
        "SeparableConv1D SeparableConv2D": "filters kernel_size strides padding data_format dilation_rate "
        "depth_multiplier activation use_bias",
        "DepthwiseConv1D DepthwiseConv2D": "kernel_size strides padding depth_multiplier data_format dilation_rate "
        "activation use_bias",
        "Conv1DTranspose Conv2DTranspose Conv3DTranspose": _CONV_T,
        "MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D AveragePooling2D AveragePooling3D "
        "MaxPool1D MaxPool2D MaxPool3D AvgPool1D AvgPool2D AvgPool3D": _POOL,
        "GlobalMaxPooling1D GlobalMaxPooling2D GlobalAveragePooling1D GlobalAveragePooling2D GlobalMaxPooling3D "
        "GlobalAveragePooling3D GlobalMaxPool1D GlobalMaxPool2D GlobalAvgPool2D": "data_format keepdims",
        "LSTM": _RNN,
        "GRU": _RNN,
        "SimpleRNN": "units activation use_bias kernel_initializer",
        "ConvLSTM1D ConvLSTM2D": "filters kernel_size strides padding data_format dilation_rate activation",
        "Embedding": "input_dim output_dim embeddings_initializer",
        "Flatten": "data_format",
        "Reshape": "target_shape",
        "Permute": "dims",
        "RepeatVector": "n",
        "Dropout SpatialDropout1D SpatialDropout2D": "rate",
        "Activation": "activation",
        "LeakyReLU": "negative_slope",
        "BatchNormalization": "axis momentum epsilon",
        "LayerNormalization": "axis epsilon",
        "Rescaling": "scale offset",
        "Resizing": "height width",
        "CenterCrop RandomCrop": "height width",
        "ZeroPadding1D ZeroPadding2D ZeroPadding3D": "padding data_format",
        "UpSampling1D UpSampling2D UpSampling3D": "size data_format interpolation",
        "Cropping1D Cropping2D Cropping3D": "cropping data_format",
        "Bidirectional": "layer merge_mode weights backward_layer",
        "TimeDistributed": "layer",
        "Concatenate": "axis",
        "Dot": "axes normalize",
        "Lambda": "function output_shape mask arguments",
        "Softmax": "axis",
        "InputLayer": "input_shape batch_size dtype sparse batch_shape name",
        "MultiHeadAttention": "num_heads key_dim value_dim dropout",
        "Masking": "mask_value",
        "GaussianNoise GaussianDropout AlphaDropout": "rate",
    }.items()
    for name in names.split()
}

KEEPING = frozenset(
    """Dropout SpatialDropout1D SpatialDropout2D SpatialDropout3D Activation LeakyReLU PReLU ELU ReLU Softmax
    ThresholdedReLU BatchNormalization LayerNormalization GroupNormalization UnitNormalization GaussianNoise
    GaussianDropout AlphaDropout Masking ActivityRegularization Rescaling Normalization RandomFlip RandomRotation
    RandomZoom RandomTranslation RandomContrast RandomBrightness""".split()
)
"""Layers that give the shape that they are given."""
_MERGES = frozenset("Add Subtract Multiply Average Maximum Minimum".split())
MERGE_FUNCTIONS = frozenset(f"keras.layers.{kind.lower()}" for kind in (*_MERGES, "Concatenate", "Dot"))

RANK: dict[str, int] = {
    **{f"{kind}{n}D": n + 2 for n in (1, 2, 3) for kind in (
        "Conv", "SeparableConv", "DepthwiseConv", "MaxPooling", "AveragePooling", "MaxPool", "AvgPool",
        "GlobalMaxPooling", "GlobalAveragePooling", "GlobalMaxPool", "GlobalAvgPool", "ZeroPadding", "UpSampling",
        "Cropping", "Convolution",
    )},
    **{f"Conv{n}DTranspose": n + 2 for n in (1, 2, 3)},
    "LSTM": 3, "GRU": 3, "SimpleRNN": 3, "Bidirectional": 3, "CuDNNLSTM": 3, "CuDNNGRU": 3, "RepeatVector": 2,
    "ConvLSTM1D": 4, "ConvLSTM2D": 5, "SpatialDropout1D": 3, "SpatialDropout2D": 4, "SpatialDropout3D": 5,
}  # fmt: skip
"""Rank that a layer insists on, batch axis included."""

NAMES = frozenset({*PARAMETERS, *KEEPING, *_MERGES, *RANK})
"""The classes of `keras.layers` that are known by name."""

MIN_RANK: dict[str, int] = {"Dense": 2, "TimeDistributed": 3, "Embedding": 1, "Flatten": 1}


@dataclass(frozen=True, slots=True)
class Applied:
    """What a layer makes of a shape: the output's shape, or why it refuses."""

    shape: Shape | None
    error: LayerError | None = None
    dtype: str = "float32"


def channels_first(layer: LayerFact) -> bool:
    return bool(layer.arg("data_format") == "channels_first")


def apply(layer: LayerFact, inputs: Sequence[Shape | None]) -> Applied:
    """The shape that `layer` gives for inputs of these shapes."""
    kind = layer.kind
    if kind in _MERGES or kind in ("Concatenate", "Dot"):
        return _merge(layer, inputs)
    shape = inputs[0] if inputs else None
    if shape is not None:
        rank = None if kind == "Bidirectional" else RANK.get(kind)  # what it takes is up to the layer in it
        if rank is not None and len(shape) != rank:
            return Applied(None, LayerError(layer, shape, f"{kind} takes {rank} axes, not {len(shape)}", "rank"))
        if kind in MIN_RANK and len(shape) < MIN_RANK[kind]:
            return Applied(None, LayerError(layer, shape, f"{kind} takes at least {MIN_RANK[kind]} axes", "rank"))
    handler = _HANDLERS.get(kind)
    if kind in KEEPING:
        return Applied(shape)
    if handler is None:
        return Applied(None)
    return handler(layer, shape)


def _dense(layer: LayerFact, shape: Shape | None) -> Applied:
    units = _dim(layer, "units")
    return Applied(None if shape is None else (*shape[:-1], units))


def _dim(layer: LayerFact, name: str) -> Dim:
    found = layer.args.get(name)
    return None if found is None else as_dim(found.value)


def _per_axis(layer: LayerFact, name: str, count: int, default: int) -> tuple[int | None, ...] | None:
    """A size for each spatial axis, given as a number or a tuple."""
    found = layer.args.get(name)
    if found is None or const(found.value, 0) is None:
        return (default,) * count
    single = const_int(found.value)
    if single is not None:
        return (single,) * count
    shape = as_shape(found.value)
    if shape is None or len(shape) != count:
        return None
    return tuple(d if isinstance(d, int) else None for d in shape)


def _spatial(layer: LayerFact, shape: Shape) -> tuple[list[Dim], Dim]:
    if channels_first(layer):
        return list(shape[2:]), shape[1]
    return list(shape[1:-1]), shape[-1]


def _with_spatial(layer: LayerFact, batch: Dim, spatial: Sequence[Dim], channels: Dim) -> Shape:
    if channels_first(layer):
        return (batch, channels, *spatial)
    return (batch, *spatial, channels)


def _windows(layer: LayerFact, shape: Shape, size_name: str, default: int, stride_default: int | None) -> Applied:
    spatial, channels = _spatial(layer, shape)
    count = len(spatial)
    sizes = _per_axis(layer, size_name, count, default)
    strides = (
        sizes
        if stride_default is None
        and (layer.args.get("strides") is None or const(layer.args["strides"].value, 0) is None)
        else _per_axis(layer, "strides", count, 1)
    )
    dilations = _per_axis(layer, "dilation_rate", count, 1)
    padding = layer.args.get("padding")
    mode = "valid" if padding is None else const(padding.value)
    out: list[Dim] = []
    for axis, dim in enumerate(spatial):
        size, stride, dilation = (p[axis] if p else None for p in (sizes, strides, dilations))
        if not isinstance(dim, int) or size is None or not stride or dilation is None or not isinstance(mode, str):
            out.append(None)
            continue
        if mode.lower() == "valid":
            span = (size - 1) * dilation + 1
            if dim < span:
                message = f"{layer.kind} with a window of {span} on an axis of {dim}"
                return Applied(None, LayerError(layer, shape, message, "negative-size"))
            out.append((dim - span) // stride + 1)
        else:
            out.append(math.ceil(dim / stride) if mode.lower() == "same" else dim)
    filters = _dim(layer, "filters") if "filters" in layer.args else channels
    return Applied(_with_spatial(layer, shape[0], out, filters))


def _conv(layer: LayerFact, shape: Shape | None) -> Applied:
    if shape is None:
        return Applied(None)
    return _windows(layer, shape, "kernel_size", 1, 1)


def _depthwise(layer: LayerFact, shape: Shape | None) -> Applied:
    applied = _conv(layer, shape)
    return applied if layer.arg("depth_multiplier") in (None, 1) else Applied(None, applied.error)


def _pool(layer: LayerFact, shape: Shape | None) -> Applied:
    if shape is None:
        return Applied(None)
    return _windows(layer, shape, "pool_size", 2, None)


def _conv_transpose(layer: LayerFact, shape: Shape | None) -> Applied:
    if shape is None:
        return Applied(None)
    spatial, _ = _spatial(layer, shape)
    strides = _per_axis(layer, "strides", len(spatial), 1)
    sizes = _per_axis(layer, "kernel_size", len(spatial), 1)
    padding = layer.args.get("padding")
    mode = "valid" if padding is None else const(padding.value)
    out: list[Dim] = []
    for axis, dim in enumerate(spatial):
        stride = strides[axis] if strides else None
        size = sizes[axis] if sizes else None
        if not isinstance(dim, int) or stride is None or size is None or "output_padding" in layer.args:
            out.append(None)
        elif mode == "same":
            out.append(dim * stride)
        else:
            out.append(dim * stride + max(size - stride, 0) if mode == "valid" else None)
    return Applied(_with_spatial(layer, shape[0], out, _dim(layer, "filters")))


def _global_pool(layer: LayerFact, shape: Shape | None) -> Applied:
    if shape is None:
        return Applied(None if "keepdims" in layer.args else (None, None))
    spatial, channels = _spatial(layer, shape)
    if layer.arg("keepdims"):
        return Applied(_with_spatial(layer, shape[0], [1] * len(spatial), channels))
    return Applied((shape[0], channels))


def _recurrent(layer: LayerFact, shape: Shape | None) -> Applied:
    if shape is None:
        return Applied(None)
    units = _dim(layer, "units")
    sequences = layer.args.get("return_sequences")
    if layer.arg("return_state"):
        return Applied(None)
    if sequences is None or const(sequences.value, 0) is False:
        return Applied((shape[0], units))
    if const(sequences.value) is True:
        return Applied((shape[0], shape[1], units))
    return Applied(None)


def _conv_recurrent(layer: LayerFact, shape: Shape | None) -> Applied:
    if shape is None or layer.arg("return_state"):
        return Applied(None)
    applied = _windows(layer, (shape[0], *shape[2:]), "kernel_size", 1, 1)
    sequences = layer.args.get("return_sequences")
    kept = sequences is not None and const(sequences.value, 0) is True
    if applied.shape is None or not kept:
        ends = sequences is None or const(sequences.value, 0) is False
        return applied if ends or applied.shape is None else Applied(None)
    return Applied((shape[0], shape[1], *applied.shape[1:]))


def _attention(layer: LayerFact, shape: Shape | None) -> Applied:
    return Applied(None if "output_shape" in layer.args else shape)


def _embedding(layer: LayerFact, shape: Shape | None) -> Applied:
    return Applied(None if shape is None else (*shape, _dim(layer, "output_dim")))


def _flatten(layer: LayerFact, shape: Shape | None) -> Applied:
    return Applied((None, None) if shape is None else (shape[0], size_of(shape[1:])))


def _reshape(layer: LayerFact, shape: Shape | None) -> Applied:
    found = layer.args.get("target_shape")
    target = None if found is None else as_shape(found.value)
    if shape is None or target is None:
        return Applied(None)
    size = size_of(shape[1:])
    wanted = reshaped(shape[1:], target)
    if size is not None and wanted is not None:
        total = size_of(wanted)
        if total is None or total != size:
            message = f"Reshape of {shape[1:]} to {target}: not the same number of elements"
            return Applied(None, LayerError(layer, shape, message, "reshape"))
    return Applied(None if wanted is None else (shape[0], *wanted))


def _permute(layer: LayerFact, shape: Shape | None) -> Applied:
    found = layer.args.get("dims")
    dims = None if found is None else as_shape(found.value)
    if shape is None or dims is None or len(dims) != len(shape) - 1:
        return Applied(None)
    return Applied((shape[0], *(shape[d] if isinstance(d, int) else None for d in dims)))


def _repeat_vector(layer: LayerFact, shape: Shape | None) -> Applied:
    return Applied(None if shape is None else (shape[0], _dim(layer, "n"), shape[1]))


def _sized(layer: LayerFact, shape: Shape | None) -> Applied:
    if shape is None or len(shape) != 4:
        return Applied(None)
    return Applied((shape[0], _dim(layer, "height"), _dim(layer, "width"), shape[3]))


def _upsampling(layer: LayerFact, shape: Shape | None) -> Applied:
    if shape is None:
        return Applied(None)
    spatial, channels = _spatial(layer, shape)
    sizes = _per_axis(layer, "size", len(spatial), 2)
    out: list[Dim] = []
    for axis, dim in enumerate(spatial):
        factor = sizes[axis] if sizes else None
        out.append(dim * factor if isinstance(dim, int) and factor is not None else None)
    return Applied(_with_spatial(layer, shape[0], out, channels))


def _borders(layer: LayerFact, name: str, count: int, default: int) -> list[int | None]:
    """What both ends of each axis get or lose together: `1`, `(1, 1)`, `((0, 1), (0, 1))`; a pair for one axis."""
    found = layer.args.get(name)
    if found is None:
        return [2 * default] * count
    single = const_int(found.value)
    if single is not None:
        return [2 * single] * count
    parts = elements(found.value)
    if parts is not None and count == 1 and len(parts) == 2:
        pair = [const_int(part) for part in parts]
        return [None if None in pair else sum(size or 0 for size in pair)]
    if parts is None or len(parts) != count:
        return [None] * count
    amounts: list[int | None] = []
    for part in parts:
        ends = [const_int(end) for end in elements(part) or [part, part]]
        amounts.append(None if None in ends else sum(size or 0 for size in ends))
    return amounts


def _bordered(layer: LayerFact, shape: Shape | None, name: str, sign: int) -> Applied:
    if shape is None:
        return Applied(None)
    spatial, channels = _spatial(layer, shape)
    amounts = _borders(layer, name, len(spatial), 1 if sign > 0 or len(spatial) == 1 else 0)
    out: list[Dim] = [
        dim + sign * amount if isinstance(dim, int) and amount is not None else None
        for dim, amount in zip(spatial, amounts)
    ]
    return Applied(_with_spatial(layer, shape[0], out, channels))


def _zero_padding(layer: LayerFact, shape: Shape | None) -> Applied:
    return _bordered(layer, shape, "padding", 1)


def _cropping(layer: LayerFact, shape: Shape | None) -> Applied:
    return _bordered(layer, shape, "cropping", -1)


def _unbuilt(found: Argument | None) -> list[LayerFact]:
    """The layers of a Sequential that is built on what it is given: it declares no input."""
    model = None if found is None else found.value
    if getattr(model, "kind", "") != "sequential" or not getattr(model, "complete", False):
        return []
    return [] if getattr(model, "inputs", ()) else list(getattr(model, "layers", ()))


def _through(layers: Sequence[LayerFact], shape: Shape) -> Applied:
    """The shape behind a chain of layers, or the error of the first that refuses."""
    applied = Applied(shape)
    for layer in layers:
        applied = apply(layer, [applied.shape])
        if applied.error is not None:
            break
    return applied


def _wrapper(layer: LayerFact, shape: Shape | None) -> Applied:
    found = layer.args.get("layer")
    inner = getattr(found.value, "fact", None) if found is not None else None
    chain = [inner] if isinstance(inner, LayerFact) else _unbuilt(found)
    if not chain or shape is None:
        return Applied(None)
    if layer.kind == "TimeDistributed":
        applied = _through(chain, (shape[0], *shape[2:]))
        result = applied.shape
        error = None if applied.error is None else replace(applied.error, wrapper=layer)
        return Applied(None if result is None else (shape[0], shape[1], *result[1:]), error)
    applied = _through(chain, shape)
    if applied.error is not None:
        return Applied(None, replace(applied.error, wrapper=layer))
    mode = layer.args.get("merge_mode")
    if applied.shape is None or (mode is not None and const(mode.value) != "concat"):
        return Applied(applied.shape if mode is not None and const(mode.value) in ("sum", "mul", "ave") else None)
    last = applied.shape[-1]
    return Applied((*applied.shape[:-1], last * 2 if isinstance(last, int) else None))


def _merge(layer: LayerFact, inputs: Sequence[Shape | None]) -> Applied:
    known = [shape for shape in inputs if shape is not None]
    if len(known) != len(inputs) or not known:
        return Applied(None)
    first = known[0]
    if layer.kind == "Dot":
        return Applied(None)
    if layer.kind == "Concatenate":
        axis = layer.arg("axis") if "axis" in layer.args else -1
        if not isinstance(axis, int):
            return Applied(None)
        ranks = {len(shape) for shape in known}
        if len(ranks) > 1 or not -len(first) <= axis < len(first):
            return Applied(None, _unlike(layer, known) if len(ranks) > 1 else None)
        place = axis % len(first)
        if any(not fit(shape, first, except_axis=place) for shape in known):
            return Applied(None, _unlike(layer, known))
        sizes = [shape[place] for shape in known]
        total = sum(s for s in sizes if isinstance(s, int)) if all(isinstance(s, int) for s in sizes) else None
        return Applied((*first[:place], total, *first[place + 1 :]))
    result: Shape | None = first
    for shape in known[1:]:
        if result is not None and not broadcasts(result[1:], shape[1:]):
            return Applied(None, _unlike(layer, known))
        result = result if result == shape else merged(result, shape)
    return Applied(result)


def fit(a: Shape, b: Shape, except_axis: int = 0) -> bool:
    """Whether two shapes of the same rank can be the same but for one axis and that of the batch."""
    pairs = zip(a, b)
    return all(
        axis in (0, except_axis) or x == y or not isinstance(x, int) or not isinstance(y, int)
        for axis, (x, y) in enumerate(pairs)
    )


def broadcasts(a: Shape, b: Shape) -> bool:
    """Whether Keras can add samples of these shapes: sizes are compared from the last, and 1 fits any."""
    pairs = zip(reversed(a), reversed(b))
    return all(x == y or 1 in (x, y) or not isinstance(x, int) or not isinstance(y, int) for x, y in pairs)


def merged(a: Shape | None, b: Shape) -> Shape | None:
    """The shape of the sum of two tensors whose samples fit."""
    if a is None:
        return None
    sample = broadcast(a[1:], b[1:])
    return None if sample is None else (a[0], *sample)


def _unlike(layer: LayerFact, shapes: Sequence[Shape]) -> LayerError:
    texts = " and ".join(str(shape[1:]) for shape in shapes)
    return LayerError(layer, shapes[0], f"{layer.kind} of samples of {texts}", "merge")


_HANDLERS: dict[str, Callable[[LayerFact, Shape | None], Applied]] = {
    "Dense": _dense,
    "Embedding": _embedding,
    "Flatten": _flatten,
    "Reshape": _reshape,
    "Permute": _permute,
    "RepeatVector": _repeat_vector,
    "Resizing": _sized,
    "CenterCrop": _sized,
    "RandomCrop": _sized,
    "LSTM": _recurrent,
    "GRU": _recurrent,
    "SimpleRNN": _recurrent,
    "CuDNNLSTM": _recurrent,
    "CuDNNGRU": _recurrent,
    "ConvLSTM1D": _conv_recurrent,
    "MultiHeadAttention": _attention,
    "ConvLSTM2D": _conv_recurrent,
    "Bidirectional": _wrapper,
    "TimeDistributed": _wrapper,
}
for _n in (1, 2, 3):
    for _kind in ("Conv", "SeparableConv", "Convolution"):
        _HANDLERS[f"{_kind}{_n}D"] = _conv
    _HANDLERS[f"DepthwiseConv{_n}D"] = _depthwise
    _HANDLERS[f"Conv{_n}DTranspose"] = _conv_transpose
    for _kind in ("MaxPooling", "AveragePooling", "MaxPool", "AvgPool"):
        _HANDLERS[f"{_kind}{_n}D"] = _pool
        _HANDLERS[f"Global{_kind}{_n}D"] = _global_pool
    _HANDLERS[f"UpSampling{_n}D"] = _upsampling
    _HANDLERS[f"ZeroPadding{_n}D"] = _zero_padding
    _HANDLERS[f"Cropping{_n}D"] = _cropping


def bind(kind: str, positional: Sequence[Argument], keywords: dict[str, Argument]) -> dict[str, Argument]:
    """Constructor arguments by parameter name."""
    names = PARAMETERS.get(kind, ())
    bound = dict(keywords)
    for index, argument in enumerate(positional):
        bound[names[index] if index < len(names) else str(index)] = argument
    return bound


def declared_shape(layer: LayerFact) -> tuple[Shape, Argument] | None:
    """The input shape (batch axis included) that a first layer declares, with its argument."""
    for name in ("batch_shape", "batch_input_shape"):
        found = layer.args.get(name)
        if found is not None and (shape := as_shape(found.value)) is not None:
            return shape, found
    for name in ("input_shape", "shape"):
        found = layer.args.get(name)
        if found is None or const(found.value, 0) is None:
            continue
        shape = as_shape(found.value)
        if shape is not None:
            batch = layer.args.get("batch_size")
            return (None if batch is None else as_dim(batch.value), *shape), found
    found = layer.args.get("input_dim")
    if found is not None and layer.kind != "Embedding":
        length = layer.args.get("input_length")
        if layer.kind in RANK and RANK[layer.kind] == 3:
            return (None, None if length is None else as_dim(length.value), as_dim(found.value)), found
        return (None, as_dim(found.value)), found
    if layer.kind == "Embedding" and (length := layer.args.get("input_length")) is not None:
        return (None, as_dim(length.value)), length
    return None


def is_layer_name(name: str) -> bool:
    return name.startswith("keras.layers.") and name.rsplit(".", 1)[-1][:1].isupper()


def values_of(value: AnyValue) -> list[AnyValue]:
    """One or several tensors as a list."""
    found = elements(value)
    return [value] if found is None else found
