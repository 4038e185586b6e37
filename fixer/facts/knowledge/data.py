"""Keras's data sets, label encoders, image iterators, Sequences and `tf.data`."""

from __future__ import annotations

import ast
import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fixer.facts.call import Call
from fixer.facts.facts import Argument
from fixer.facts.knowledge.arrays import array_from
from fixer.facts.knowledge.registry import bounds, dtype_of, function, method_of
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Batches,
    Class,
    Function,
    Instance,
    Number,
    PyList,
    Shape,
    Tuple,
    Value,
    Yield,
    const,
    const_int,
    elements,
)

if TYPE_CHECKING:
    from fixer.facts.infer import Interpreter

_DATASETS: dict[str, tuple[int, int, Shape | None, str, Shape, str, int | None]] = {
    # training samples, test samples, shape and dtype of one x, of one y, classes
    "mnist": (60000, 10000, (28, 28), "uint8", (), "uint8", 10),
    "fashion_mnist": (60000, 10000, (28, 28), "uint8", (), "uint8", 10),
    "cifar10": (50000, 10000, (32, 32, 3), "uint8", (1,), "uint8", 10),
    "cifar100": (50000, 10000, (32, 32, 3), "uint8", (1,), "int64", 100),
    "imdb": (25000, 25000, (), "object", (), "int64", 2),
    "reuters": (8982, 2246, (), "object", (), "int64", 46),
    "boston_housing": (404, 102, (13,), "float64", (), "float64", None),
}


@function(*(f"keras.datasets.{name}.load_data" for name in _DATASETS))
def _load_data(call: Call) -> AnyValue:
    """Shapes as `keras/src/datasets` documents them. The arrays are made by the unpacking, where they can be mended."""
    call.bind(())
    train, test, x, x_dtype, y, y_dtype, classes = _DATASETS[call.name.split(".")[2]]
    hi = 255 if x_dtype == "uint8" else None
    lo = 0 if x_dtype == "uint8" else None
    top = None if classes is None else classes - 1

    def part(n: int) -> Tuple:
        rows = n if x_dtype != "object" and not call.keywords else None
        return Tuple(
            (
                Array((rows, *(x or ())), x_dtype, lo, hi),
                Array((rows, *y), y_dtype, 0 if classes else None, top),
            )
        )

    return Tuple((part(train), part(test)))


@function("keras.utils.to_categorical", params="y num_classes dtype")
def _to_categorical(call: Call) -> AnyValue:
    call.bind(("y", "num_classes", "dtype"))
    array = array_from(call.value("y"))
    given = call.value("num_classes")
    classes = const_int(given)
    if given is None and array is not None and array.hi is not None:
        classes = int(array.hi) + 1
    shape: Shape | None = None
    if array is not None and array.shape is not None:
        base = array.shape[:-1] if len(array.shape) > 1 and array.shape[-1] == 1 else array.shape
        shape = (*base, classes)
    dtype = dtype_of(call.value("dtype")) or "float64"
    return Array(shape, dtype, 0, 1, one_hot=True, origin=call.node, at=call.node)


@function("keras.utils.normalize", params="x axis order")
def _normalize(call: Call) -> AnyValue:
    call.bind(("x", "axis", "order"))
    array = array_from(call.value("x"))
    return UNKNOWN if array is None else replace(array, dtype="float64", lo=-1, hi=1, at=call.node)


@function(
    "keras.utils.pad_sequences",
    "keras.preprocessing.sequence.pad_sequences",
    "keras.utils.sequence.pad_sequences",
    params="sequences maxlen dtype padding truncating value",
)
def _pad_sequences(call: Call) -> AnyValue:
    call.bind(("sequences", "maxlen", "dtype", "padding", "truncating", "value"))
    count = call.interp.count_of(call.value("sequences") or UNKNOWN)
    given = call.value("dtype")
    dtype = "int32" if given is None else dtype_of(given)
    rows = None if count is None or count == math.inf else int(count)
    return Array((rows, call.int("maxlen")), dtype, 0, None, origin=call.node, at=call.node)


@function(
    "keras.utils.load_img",
    "keras.preprocessing.image.load_img",
    params="path color_mode target_size interpolation",
)
def _load_img(call: Call) -> AnyValue:
    call.bind(("path", "grayscale", "color_mode", "target_size"))
    size = call.shape("target_size")
    channels = {"grayscale": 1, "rgba": 4}.get(call.const("color_mode", "rgb"), 3)
    if call.const("grayscale") is True:
        channels = 1
    shape: Shape | None = (None, None, channels) if size is None else (*size, channels)
    return Array(shape, "uint8", 0, 255, lib="pil", at=call.node)


@function("keras.utils.img_to_array", "keras.preprocessing.image.img_to_array", params="img data_format dtype")
def _img_to_array(call: Call) -> AnyValue:
    call.bind(("img", "data_format", "dtype"))
    image = call.value("img")
    shape = image.shape if isinstance(image, Array) else None
    lo, hi = bounds(image)
    return Array(shape, "float32", lo, hi, origin=call.node, at=call.node)


# --- image iterators


@function("keras.preprocessing.image.ImageDataGenerator")
def _image_data_generator(call: Call) -> AnyValue:
    call.bind(())
    return ImageGenerator(call.keywords, at=call.node)


@dataclass(frozen=True, slots=True)
class ImageGenerator(Value):
    """An `ImageDataGenerator` with the options it was made with."""

    options: dict[str, Argument] = field(default_factory=dict)


_SCALES = frozenset(
    """rescale preprocessing_function featurewise_center samplewise_center featurewise_std_normalization
    samplewise_std_normalization zca_whitening""".split()
)
"""Options that change the range of the values."""

FLOW = "directory target_size color_mode classes class_mode batch_size shuffle seed"


@method_of(ImageGenerator, "flow_from_directory", params=FLOW)
def _flow_from_directory(call: Call) -> AnyValue:
    call.bind(tuple(FLOW.split()))
    size = (256, 256) if call.value("target_size") is None else call.shape("target_size")
    mode = "rgb" if call.value("color_mode") is None else call.const("color_mode")
    labels = "categorical" if call.value("class_mode") is None else call.const("class_mode", "?")
    scaled = bool(_SCALES & call.owner.options.keys())
    return _directory(call, size, mode, labels, scaled, "float32")


DIRECTORY = (
    "directory labels label_mode class_names color_mode batch_size image_size shuffle seed validation_split subset"
)


@function(
    "keras.utils.image_dataset_from_directory",
    "keras.preprocessing.image_dataset_from_directory",
    "keras.preprocessing.image.image_dataset_from_directory",
    params=DIRECTORY,
)
def _image_dataset(call: Call) -> AnyValue:
    call.bind(tuple(DIRECTORY.split()))
    size = (256, 256) if call.value("image_size") is None else call.shape("image_size")
    mode = "rgb" if call.value("color_mode") is None else call.const("color_mode")
    labels = "int" if call.value("label_mode") is None else call.const("label_mode", "?")
    if const(call.value("labels"), "inferred") is None:
        labels = None
    batches = _directory(call, size, mode, labels, False, "float32")
    batches.kind, batches.restarts, batches.length, batches.finite = "dataset", True, None, True
    if labels == "binary" and isinstance(batches.element, Tuple):
        x, y = batches.element.items
        column = replace(y, shape=(batches.batch_size, 1)) if isinstance(y, Array) else y
        batches.element = replace(batches.element, items=(x, column))
    if call.const("subset") == "both":
        return Tuple((batches, replace(batches)), at=call.node)
    return batches


def _directory(
    call: Call, size: Shape | None, mode: str | None, labels: str | None, scaled: bool, dtype: str
) -> Batches:
    channels = {"grayscale": 1, "rgb": 3, "rgba": 4}.get(mode or "")
    batch = 32 if call.value("batch_size") is None else call.int("batch_size")
    shape: Shape | None = (batch, *size, channels) if size is not None and len(size) == 2 else None
    listed = elements(call.value("classes") or call.value("class_names"))
    count = len(listed) if listed else None
    hi = None if scaled else 255
    x = Array(shape, dtype, None if scaled else 0, hi, origin=call.node, at=call.node)
    y: AnyValue
    match labels:
        case "categorical":
            y = Array((batch, count), "float32", 0, 1, one_hot=True, origin=call.node, at=call.node)
        case "binary":
            y = Array((batch,), "float32", 0, 1, origin=call.node, at=call.node)
        case "sparse" | "int":
            y = Array((batch,), "int32", 0, count - 1 if count else None, origin=call.node, at=call.node)
        case None:
            y = UNKNOWN
        case _:
            y = UNKNOWN
    element: AnyValue = x if labels is None else Tuple((x, y), at=call.node)
    return Batches(
        "directory",
        element,
        (Yield(call.node, element),),
        None,
        None,
        restarts=True,
        at=call.node,
        options={name: a.value for name, a in call.bound.items()},
        classes=count,
        batch_size=batch,
    )


@method_of(ImageGenerator, "flow", params="x y batch_size shuffle sample_weight seed")
def _flow(call: Call) -> AnyValue:
    call.bind(("x", "y", "batch_size", "shuffle"))
    batch = 32 if call.value("batch_size") is None else call.int("batch_size")
    x, y = call.value("x"), call.value("y")
    parts: list[Value] = []
    for value in (x, y):
        if isinstance(value, Array):
            shape = None if value.shape is None else (batch, *value.shape[1:])
            lo, hi = (None, None) if _SCALES & call.owner.options.keys() else (value.lo, value.hi)
            parts.append(replace(value, shape=shape, lo=lo, hi=hi))
        elif value is not None:
            parts.append(UNKNOWN)
    if parts and isinstance(first := parts[0], Array):
        parts[0] = replace(first, dtype="float32")
    element: AnyValue = Tuple(tuple(parts), at=call.node) if len(parts) > 1 else parts[0] if parts else UNKNOWN
    return Batches(
        "directory",
        element,
        (Yield(call.node, element),),
        None,
        None,
        restarts=True,
        at=call.node,
        batch_size=batch,
    )


@method_of(ImageGenerator, "flow_from_dataframe", "fit", "standardize", "random_transform")
def _other_flow(call: Call) -> AnyValue:
    call.bind(())
    if call.name != "flow_from_dataframe":
        return UNKNOWN
    return Batches("directory", UNKNOWN, (), None, None, restarts=True, at=call.node)


# --- Sequence and PyDataset

SEQUENCE_BASES = (
    "keras.utils.Sequence",
    "keras.utils.PyDataset",
    "keras.utils.data_utils.Sequence",
    "keras.Sequence",
)


def sequence_batches(interp: Interpreter, instance: Instance) -> Batches | None:
    """What an object of a `Sequence` class of the user's own feeds, by its `__getitem__`."""
    cls = instance.cls
    if not cls.derives_from(*SEQUENCE_BASES):
        for name in ("__next__", "next"):
            if isinstance(cls.find(name), Function) and cls.find("__iter__") is not None:
                return _iterator_object(interp, instance, name)
        return None
    found = cls.find("__getitem__")
    if not isinstance(found, Function):
        return None
    from fixer.facts.infer import replace_bound

    index = interp.symbol(Number("int64", 0))
    node = instance.at or found.node.args.args[-1].annotation
    argument = Argument(node, index)  # type: ignore[arg-type]
    element = interp.call_function(replace_bound(found, instance), [argument], {})
    returns = _returns(found)
    length = None
    size = cls.find("__len__")
    if isinstance(size, Function):
        count = interp.call_function(replace_bound(size, instance), [], {})
        length = const_int(count)
    yields = tuple(Yield(r, element) for r in returns)
    return Batches("sequence", element, yields, length, True, restarts=True, function=found, at=instance.at)


def _iterator_object(interp: Interpreter, instance: Instance, name: str) -> Batches | None:
    from fixer.facts.infer import replace_bound

    found = instance.cls.find(name)
    assert isinstance(found, Function)
    element = interp.call_function(replace_bound(found, instance), [], {})
    if isinstance(element, Batches):
        return element
    yields = tuple(Yield(r, element) for r in _returns(found))
    return Batches("generator", element, yields, None, None, function=found, at=instance.at)


def _returns(function: Function) -> list[ast.expr]:
    return [n.value for n in ast.walk(function.node) if isinstance(n, ast.Return) and n.value is not None]


def is_sequence(cls: Class) -> bool:
    return cls.derives_from(*SEQUENCE_BASES)


# --- tf.data


@function("tensorflow.data.Dataset.from_tensor_slices", params="tensors name")
def _from_tensor_slices(call: Call) -> AnyValue:
    call.bind(("tensors", "name"))
    value = call.value("tensors")
    parts = list(value.items) if isinstance(value, Tuple) else [value]
    arrays = [array_from(part) for part in parts if part is not None]
    slices: list[AnyValue] = []
    count: float | None = None
    for array in arrays:
        if array is None or not array.shape:
            slices.append(UNKNOWN)
            continue
        dim = array.shape[0]
        count = dim if isinstance(dim, int) else count
        slices.append(replace(array, shape=array.shape[1:], lib="tensorflow"))
    element: AnyValue = Tuple(tuple(slices)) if isinstance(value, Tuple) else slices[0] if slices else UNKNOWN
    return _dataset(call, element, count)


def _dataset(call: Call, element: AnyValue, length: float | None, finite: bool | None = True) -> Batches:
    return Batches("dataset", element, (Yield(call.node, element),), length, finite, restarts=True, at=call.node)


@function("tensorflow.data.Dataset.from_tensors", params="tensors")
def _from_tensors(call: Call) -> AnyValue:
    call.bind(("tensors",))
    return _dataset(call, call.value("tensors") or UNKNOWN, 1)


@function("tensorflow.data.Dataset.range")
def _dataset_range(call: Call) -> AnyValue:
    call.bind(())
    return _dataset(call, Array((), "int64", 0), const_int(call.arg(0)) if len(call.values) == 1 else None)


@function("tensorflow.data.Dataset.zip", params="datasets")
def _dataset_zip(call: Call) -> AnyValue:
    call.bind(("datasets",))
    given = elements(call.value("datasets")) if len(call.values) < 2 else call.values
    parts = [part for part in given or () if isinstance(part, Batches)]
    if not given or len(parts) != len(given):
        return _dataset(call, UNKNOWN, None, None)
    lengths = [part.length for part in parts if part.length is not None]
    length = min(lengths) if len(lengths) == len(parts) else None
    return _dataset(call, Tuple(tuple(p.element for p in parts)), length)


@function(
    "tensorflow.data.Dataset.from_generator",
    params="generator output_types output_shapes args output_signature",
)
def _from_generator(call: Call) -> AnyValue:
    call.bind(("generator", "output_types", "output_shapes", "args", "output_signature"))
    source = call.value("generator")
    inner: AnyValue = UNKNOWN
    if isinstance(source, Function):
        given = elements(call.value("args")) if call.value("args") is not None else []
        arguments = [Argument(call.node, v) for v in given or []]
        inner = call.interp.call_function(source, arguments, {})
    batches = call.interp.batches_of(inner)
    if batches is None:
        return _dataset(call, UNKNOWN, None, None)
    return Batches(
        "dataset",
        batches.element,
        batches.yields,
        batches.length,
        batches.finite,
        restarts=True,
        function=batches.function,
        at=call.node,
        loop=batches.loop,
        bindings=batches.bindings,
    )


@method_of(Batches, "batch", params="batch_size drop_remainder")
def _batch(call: Call) -> AnyValue:
    source: Batches = call.owner
    call.bind(("batch_size", "drop_remainder"))
    size = call.int("batch_size")
    if source.kind != "dataset":
        return UNKNOWN
    length = source.length
    if length is not None and length != math.inf:
        length = None if size is None else length // size if call.const("drop_remainder") else math.ceil(length / size)
    return replace(source, element=_batched(source.element, size), length=length, at=call.node, batch_size=size)


def _batched(element: AnyValue, size: int | None) -> AnyValue:
    if isinstance(element, Tuple):
        return Tuple(tuple(_batched(item, size) for item in element.items))
    if isinstance(element, Array):
        return replace(element, shape=None if element.shape is None else (size, *element.shape))
    if isinstance(element, Number):
        return Array((size,), element.dtype, element.lo, element.hi, lib="tensorflow")
    return UNKNOWN


@method_of(Batches, "unbatch")
def _unbatch(call: Call) -> AnyValue:
    source: Batches = call.owner
    return replace(source, element=UNKNOWN, length=None, at=call.node)


@method_of(Batches, "shuffle", "prefetch", "cache", "with_options", "apply", "interleave", "snapshot")
def _same_batches(call: Call) -> AnyValue:
    source: Batches = call.owner
    call.bind(())
    if call.name in ("apply", "interleave"):
        return replace(source, element=UNKNOWN, length=None, finite=None, at=call.node)
    return replace(source, at=call.node)


@method_of(Batches, "repeat", params="count")
def _repeat(call: Call) -> AnyValue:
    source: Batches = call.owner
    call.bind(("count",))
    given = call.value("count")
    count = const_int(given)
    if given is None or const(given, 0) is None or count == -1:
        return replace(source, length=math.inf, finite=False, at=call.node)
    length = None if source.length is None or count is None else source.length * count
    return replace(source, length=length, at=call.node)


@method_of(Batches, "take", "skip", params="count")
def _take(call: Call) -> AnyValue:
    source: Batches = call.owner
    call.bind(("count",))
    count = call.int("count")
    length: float | None = None
    if count is not None and source.length is not None:
        length = min(count, source.length) if call.name == "take" else max(0, source.length - count)
    elif call.name == "take":
        length = None
    finite = True if call.name == "take" else source.finite
    return replace(source, length=length, finite=finite, at=call.node)


@method_of(Batches, "filter")
def _filter(call: Call) -> AnyValue:
    """Which samples are left is not known, nor then which labels."""
    source: Batches = call.owner

    def left(value: AnyValue) -> AnyValue:
        if isinstance(value, Tuple):
            return Tuple(tuple(left(item) for item in value.items))
        few = isinstance(value, (Array, Number)) and getattr(value, "rank", 0) in (0, 1)
        return replace(value, lo=None, hi=None) if few and isinstance(value, (Array, Number)) else value

    return replace(source, element=left(source.element), length=None, at=call.node)


@method_of(Batches, "map", params="map_func")
def _map(call: Call) -> AnyValue:
    source: Batches = call.owner
    call.bind(("map_func",))
    function_value = call.value("map_func")
    result: AnyValue = UNKNOWN
    if isinstance(function_value, Function):
        items = list(source.element.items) if isinstance(source.element, Tuple) else [source.element]
        result = call.interp.call_function(function_value, [Argument(call.node, item) for item in items], {})
        items_of_list = elements(result)
        if isinstance(result, PyList) and items_of_list is not None:
            result = UNKNOWN
    return replace(source, element=result, yields=(Yield(call.node, result),), at=call.node)


@method_of(Batches, "concatenate")
def _concatenate(call: Call) -> AnyValue:
    source: Batches = call.owner
    return replace(source, length=None, at=call.node)


@function("keras.preprocessing.timeseries_dataset_from_array", "keras.utils.timeseries_dataset_from_array")
def _timeseries(call: Call) -> AnyValue:
    call.bind(())
    return _dataset(call, UNKNOWN, None, True)
