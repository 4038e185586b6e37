"""What TensorFlow's and `keras.ops`' functions give."""

from __future__ import annotations

from dataclasses import replace

from fixer.facts.call import Call
from fixer.facts.knowledge.arrays import (
    array_from,
    concatenated,
    expanded,
    reduced,
    reshaped,
    transposed,
)
from fixer.facts.knowledge.registry import dtype_of, function
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Const,
    Number,
    Shape,
    as_shape,
    const,
    const_int,
    elements,
)


def _tensor(
    call: Call, shape: Shape | None, dtype: str | None, lo: float | None = None, hi: float | None = None
) -> Array:
    return Array(shape, dtype, lo, hi, "tensorflow", origin=call.node, at=call.node)


@function(
    "tensorflow.random.normal",
    "tensorflow.random.truncated_normal",
    "keras.random.normal",
    params="shape mean stddev dtype",
)
def _normal(call: Call) -> AnyValue:
    call.bind(("shape", "mean", "stddev", "dtype"))
    return _tensor(call, call.shape("shape"), dtype_of(call.value("dtype")) or "float32")


@function("tensorflow.random.uniform", "keras.random.uniform", params="shape minval maxval dtype")
def _uniform(call: Call) -> AnyValue:
    call.bind(("shape", "minval", "maxval", "dtype"))
    dtype = dtype_of(call.value("dtype")) or "float32"
    lo, hi = call.const("minval", 0), call.const("maxval", 1)
    if dtype.startswith("int") and isinstance(hi, int):
        hi -= 1
    shape = call.shape("shape")
    if shape == ():
        return Number(dtype, lo, hi, call.node)
    return _tensor(call, shape, dtype, lo, hi)


@function("tensorflow.zeros", "tensorflow.ones", "keras.ops.zeros", "keras.ops.ones", params="shape dtype")
def _filled(call: Call) -> AnyValue:
    call.bind(("shape", "dtype"))
    value = 0 if call.name.endswith("zeros") else 1
    return _tensor(call, call.shape("shape"), dtype_of(call.value("dtype")) or "float32", value, value)


@function(
    "tensorflow.constant",
    "tensorflow.convert_to_tensor",
    "tensorflow.Variable",
    "keras.ops.convert_to_tensor",
    params="value dtype",
)
def _constant(call: Call) -> AnyValue:
    call.bind(("value", "dtype"))
    array = array_from(call.value("value"))
    dtype = dtype_of(call.value("dtype"))
    if array is None:
        return _tensor(call, None, dtype)
    found = array.dtype
    if not isinstance(call.value("value"), Array) and found in ("int64", "float64"):
        found = found[:-2] + "32"
    return replace(array, dtype=dtype or found, lib="tensorflow", origin=call.node, at=call.node)


@function("tensorflow.cast", "keras.ops.cast", "keras.backend.cast", params="x dtype")
def _cast(call: Call) -> AnyValue:
    call.bind(("x", "dtype"))
    value = call.value("x")
    dtype = dtype_of(call.value("dtype"))
    if isinstance(value, Array):
        return replace(value, dtype=dtype, steps=(*value.steps, call.node), at=call.node)
    if isinstance(value, Number):
        return Number(dtype or "float32", value.lo, value.hi)
    return UNKNOWN


@function("tensorflow.reshape", "keras.ops.reshape", "keras.backend.reshape", params="tensor shape")
def _reshape(call: Call) -> AnyValue:
    call.bind(("tensor", "shape"))
    array, new = array_from(call.value("tensor")), call.shape("shape")
    if array is None:
        return UNKNOWN
    shape = reshaped(array.shape, new) if new is not None else None
    return replace(array, shape=shape, origin=call.node, at=call.node)


@function("tensorflow.expand_dims", "keras.ops.expand_dims", "keras.backend.expand_dims", params="input axis")
def _expand(call: Call) -> AnyValue:
    call.bind(("input", "axis"))
    array = array_from(call.value("input"))
    axis = -1 if call.value("axis") is None else call.int("axis")
    return UNKNOWN if array is None else expanded(array, axis, call.node)


@function("tensorflow.one_hot", "keras.ops.one_hot", params="indices depth")
def _one_hot(call: Call) -> AnyValue:
    call.bind(("indices", "depth"))
    depth = call.int("depth") if call.value("depth") is not None else const_int(call.value("num_classes"))
    value = call.value("indices")
    array = array_from(value) if value is not None else None
    if isinstance(value, Number):
        array = Array((), value.dtype)
    if array is None or array.shape is None:
        return _tensor(call, None, "float32", 0, 1)
    return replace(_tensor(call, (*array.shape, depth), "float32", 0, 1), one_hot=True)


@function("tensorflow.image.resize", "keras.ops.image.resize", params="images size")
def _resize(call: Call) -> AnyValue:
    call.bind(("images", "size"))
    array, size = array_from(call.value("images")), call.shape("size")
    if array is None or array.shape is None or size is None or len(size) != 2:
        return _tensor(call, None, "float32")
    channels = array.shape[-1]
    shape = (*array.shape[:-3], *size, channels) if len(array.shape) in (3, 4) else None
    return Array(shape, "float32", array.lo, array.hi, "tensorflow", origin=call.node, at=call.node)


@function(
    "tensorflow.image.resize_with_pad",
    "tensorflow.image.resize_with_crop_or_pad",
    params="image height width",
)
def _resize_pad(call: Call) -> AnyValue:
    call.bind(("image", "height", "width"))
    array = array_from(call.value("image"))
    if array is None or array.shape is None or len(array.shape) < 3:
        return _tensor(call, None, None)
    shape = (*array.shape[:-3], call.int("height"), call.int("width"), array.shape[-1])
    return replace(array, shape=shape, origin=call.node, at=call.node)


@function("tensorflow.image.random_crop", params="value size")
def _random_crop(call: Call) -> AnyValue:
    call.bind(("value", "size"))
    array = array_from(call.value("value"))
    return _tensor(call, call.shape("size"), array.dtype if array else None)


@function("tensorflow.image.grayscale_to_rgb", params="images")
def _to_rgb(call: Call) -> AnyValue:
    call.bind(("images",))
    array = array_from(call.value("images"))
    if array is None or not array.shape:
        return UNKNOWN
    return replace(array, shape=(*array.shape[:-1], 3), origin=call.node, at=call.node)


@function("tensorflow.image.rgb_to_grayscale", params="images")
def _to_gray(call: Call) -> AnyValue:
    call.bind(("images",))
    array = array_from(call.value("images"))
    if array is None or not array.shape:
        return UNKNOWN
    return replace(array, shape=(*array.shape[:-1], 1), origin=call.node, at=call.node)


@function(
    "tensorflow.io.decode_image",
    "tensorflow.image.decode_image",
    "tensorflow.io.decode_jpeg",
    "tensorflow.image.decode_jpeg",
    "tensorflow.io.decode_png",
    "tensorflow.image.decode_png",
    params="contents channels",
)
def _decode(call: Call) -> AnyValue:
    call.bind(("contents", "channels"))
    return _tensor(call, (None, None, call.int("channels") or None), "uint8", 0, 255)


@function("tensorflow.concat", "keras.ops.concatenate", "keras.backend.concatenate", params="values axis")
def _concat(call: Call) -> AnyValue:
    call.bind(("values", "axis"))
    parts, axis = elements(call.value("values")), call.int("axis")
    if parts is None or axis is None:
        return _tensor(call, None, None)
    return concatenated(parts, axis, call.node)


@function("tensorflow.stack", "keras.ops.stack", params="values axis")
def _stack(call: Call) -> AnyValue:
    call.bind(("values", "axis"))
    array = array_from(call.value("values"))
    if array is None or (call.value("axis") is not None and call.int("axis") != 0):
        return _tensor(call, None, None)
    return replace(array, lib="tensorflow", origin=call.node, at=call.node)


@function("tensorflow.squeeze", "keras.ops.squeeze", params="input axis")
def _squeeze(call: Call) -> AnyValue:
    call.bind(("input", "axis"))
    array = array_from(call.value("input"))
    return UNKNOWN if array is None else call.interp.attribute_call(array, "squeeze", call)


@function("tensorflow.transpose", "keras.ops.transpose", params="a perm")
def _transpose(call: Call) -> AnyValue:
    call.bind(("a", "perm"))
    array = array_from(call.value("a"))
    return UNKNOWN if array is None else transposed(array, call.shape("perm"), call.node)


@function("tensorflow.shape", "keras.ops.shape", params="input")
def _shape(call: Call) -> AnyValue:
    call.bind(("input",))
    return UNKNOWN


@function(
    "tensorflow.reduce_sum",
    "tensorflow.reduce_mean",
    "tensorflow.reduce_max",
    "tensorflow.argmax",
    "tensorflow.math.reduce_sum",
    "tensorflow.math.reduce_mean",
    "tensorflow.math.argmax",
    "keras.ops.sum",
    "keras.ops.mean",
    "keras.ops.max",
    "keras.ops.argmax",
    params="input axis keepdims",
)
def _reduce(call: Call) -> AnyValue:
    call.bind(("input", "axis", "keepdims"))
    array = array_from(call.value("input"))
    if array is None:
        return UNKNOWN
    result = reduced(array, call.value("axis"), bool(call.const("keepdims")))
    if isinstance(result, Array):
        dtype = "int64" if "argmax" in call.name else array.dtype
        return replace(result, dtype=dtype, lib="tensorflow", origin=call.node, at=call.node)
    return result


@function("tensorflow.TensorSpec")
def _spec(call: Call) -> AnyValue:
    call.bind(("shape", "dtype"))
    shape = as_shape(call.value("shape")) if call.value("shape") is not None else None
    return Array(shape, dtype_of(call.value("dtype")), lib="tensorflow")


@function("keras.backend.image_data_format", "keras.config.image_data_format")
def _data_format(call: Call) -> AnyValue:
    call.bind(())
    told = call.interp.facts.image_data_format
    return Const("channels_last") if told is None else told.value


@function("keras.backend.set_image_data_format", "keras.config.set_image_data_format", params="data_format")
def _set_data_format(call: Call) -> AnyValue:
    call.interp.facts.image_data_format = call.bind(("data_format",)).get("data_format")
    return Const(None)


@function("keras.backend.set_image_dim_ordering", params="dim_ordering")
def _set_dim_ordering(call: Call) -> AnyValue:
    told = call.bind(("dim_ordering",)).get("dim_ordering")
    names = {"th": "channels_first", "tf": "channels_last"}
    if told is not None:
        told = replace(told, value=Const(names.get(const(told.value))))
    call.interp.facts.image_data_format = told
    return Const(None)


@function("keras.backend.floatx", "keras.config.floatx")
def _floatx(call: Call) -> AnyValue:
    call.bind(())
    return Const("float32")
