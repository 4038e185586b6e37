"""What pandas, scikit-learn, OpenCV, Pillow and scikit-image give, as far as shapes go."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from fixer.facts.call import Call
from fixer.facts.knowledge.arrays import array_from
from fixer.facts.knowledge.registry import function, method_of
from fixer.facts.values import UNKNOWN, AnyValue, Array, Dim, PyList, Ref, Shape, Tuple, Value, as_shape


@function("sklearn.model_selection.train_test_split", "sklearn.cross_validation.train_test_split")
def _train_test_split(call: Call) -> AnyValue:
    """Each array in two parts; `test_size` defaults to a quarter (scikit-learn 1.x)."""
    call.bind(())
    test, train = call.const("test_size"), call.const("train_size")
    parts: list[AnyValue] = []
    for value in call.values:
        if not isinstance(value, Array) or value.shape is None or not value.shape:
            same = value if isinstance(value, Array) else UNKNOWN
            parts += [replace(same, at=None), replace(same, at=None)] if isinstance(same, Array) else [same, same]
            continue
        rows = value.shape[0]
        sizes: tuple[Dim, Dim] = (None, None)
        if isinstance(rows, int):
            if isinstance(train, float) and test is None:
                test = 1 - train
            share = 0.25 if test is None and train is None and "test_size" not in call.bound else test
            held = math.ceil(rows * share) if isinstance(share, float) else share if isinstance(share, int) else None
            sizes = (rows - held, held) if held is not None else (None, None)
        parts += [replace(value, shape=(n, *value.shape[1:]), at=None) for n in sizes]
    return Tuple(tuple(parts), at=call.node)


@function("glob.glob", "os.listdir", params="pathname")
def _file_list(call: Call) -> AnyValue:
    """A list of names: how many is not known, but it ends."""
    call.bind(("pathname",))
    return PyList(None, at=call.node, depth=len(call.interp.frames))


@dataclass(frozen=True, slots=True)
class Splitter(Value):
    """A scikit-learn cross-validator."""


_SPLITTERS = "KFold StratifiedKFold GroupKFold RepeatedKFold ShuffleSplit StratifiedShuffleSplit TimeSeriesSplit"


@function(*(f"sklearn.model_selection.{name}" for name in _SPLITTERS.split()))
def _splitter(call: Call) -> AnyValue:
    call.bind(())
    return Splitter()


@method_of(Splitter, "split", params="X y groups")
def _split(call: Call) -> AnyValue:
    """Pairs of the places of the samples to train and to test on, never known exactly."""
    call.bind(("X", "y", "groups"))
    places = Array((None,), "int64", 0)
    return PyList(None, Tuple((places, places)))


@dataclass(frozen=True, slots=True)
class Scaler(Value):
    """A scikit-learn transformer."""

    name: str = ""


_RANGES = {
    "MinMaxScaler": (0, 1),
    "MaxAbsScaler": (-1, 1),
    "StandardScaler": (-10, 10),
    "RobustScaler": (-10, 10),
}


@function(*(f"sklearn.preprocessing.{name}" for name in _RANGES))
def _scaler(call: Call) -> AnyValue:
    call.bind(())
    return Scaler(call.name.rsplit(".", 1)[-1])


@method_of(Scaler, "fit_transform", "transform", params="X y")
def _transform(call: Call) -> AnyValue:
    call.bind(("X", "y"))
    array = array_from(call.value("X"))
    lo, hi = _RANGES[call.owner.name]
    if array is None:
        return Array(None, "float64", lo, hi, origin=call.node, at=call.node)
    return replace(array, dtype="float64", lo=lo, hi=hi, lib="numpy", steps=(*array.steps, call.node), at=call.node)


@method_of(Scaler, "fit", "inverse_transform")
def _fit(call: Call) -> AnyValue:
    call.bind(("X",))
    return call.owner if call.name == "fit" else UNKNOWN


@dataclass(frozen=True, slots=True)
class Encoder(Value):
    """A scikit-learn label encoder or binarizer."""

    name: str = ""


@function(
    "sklearn.preprocessing.LabelEncoder",
    "sklearn.preprocessing.LabelBinarizer",
    "sklearn.preprocessing.OneHotEncoder",
)
def _encoder(call: Call) -> AnyValue:
    call.bind(())
    return Encoder(call.name.rsplit(".", 1)[-1])


@method_of(Encoder, "fit_transform", "transform", params="y")
def _encode(call: Call) -> AnyValue:
    call.bind(("y",))
    array = array_from(call.value("y"))
    rows = array.shape[0] if array is not None and array.shape else None
    if call.owner.name == "LabelEncoder":
        # Two neighbours are two classes; of a longer range it is not known which numbers occur.
        top: float | None = None
        if array is not None and array.lo is not None and array.hi is not None and array.hi - array.lo == 1:
            top = 1 if array.is_int else None
        return Array((rows,), "int64", 0, top, origin=call.node, at=call.node)
    return Array(None, "float64", 0, 1, one_hot=True, origin=call.node, at=call.node)


@method_of(Encoder, "fit", "inverse_transform")
def _fit_encoder(call: Call) -> AnyValue:
    call.bind(("y",))
    return call.owner if call.name == "fit" else UNKNOWN


@function("cv2.imread", params="filename flags")
def _imread(call: Call) -> AnyValue:
    call.bind(("filename", "flags"))
    flag = call.value("flags")
    grey = call.const("flags") == 0 or (isinstance(flag, Ref) and flag.name == "cv2.IMREAD_GRAYSCALE")
    shape = (None, None) if grey else (None, None, 3)
    if (
        flag is not None
        and not grey
        and call.const("flags") != 1
        and not (isinstance(flag, Ref) and flag.name == "cv2.IMREAD_COLOR")
    ):
        return Array(None, "uint8", 0, 255, origin=call.node, at=call.node)
    return Array(shape, "uint8", 0, 255, origin=call.node, at=call.node)


@function("cv2.resize", params="src dsize")
def _cv_resize(call: Call) -> AnyValue:
    """OpenCV takes (width, height) and drops a channel axis of size 1."""
    call.bind(("src", "dsize"))
    array, size = array_from(call.value("src")), call.shape("dsize")
    if size is None or len(size) != 2 or array is None or array.shape is None:
        return Array(None, array.dtype if array else None, origin=call.node, at=call.node)
    channels = array.shape[2:] if array.shape[2:] != (1,) else ()
    return replace(array, shape=(size[1], size[0], *channels), origin=call.node, at=call.node)


@function("cv2.cvtColor", params="src code")
def _cvt(call: Call) -> AnyValue:
    call.bind(("src", "code"))
    array = array_from(call.value("src"))
    code = call.value("code")
    name = code.name if isinstance(code, Ref) else ""
    if array is None or array.shape is None or len(array.shape) < 2:
        return Array(None, "uint8", 0, 255, origin=call.node, at=call.node)
    if name.endswith("2GRAY"):
        shape = array.shape[:2]
    elif name.endswith(("2RGB", "2BGR", "2HSV", "2LAB")):
        shape = (*array.shape[:2], 3)
    else:
        return replace(array, shape=None, origin=call.node, at=call.node)
    return replace(array, shape=shape, origin=call.node, at=call.node)


@function("PIL.Image.open", "PIL.Image.new", params="fp")
def _pil_image(call: Call) -> AnyValue:
    call.bind(())
    return Array(None, "uint8", 0, 255, lib="pil", at=call.node)


@function("PIL.Image.fromarray", params="obj mode")
def _pil_from_array(call: Call) -> AnyValue:
    call.bind(("obj", "mode"))
    array = array_from(call.value("obj"))
    return Array(None, "uint8", 0, 255) if array is None else replace(array, lib="pil", at=call.node)


@method_of(Array, "resize", params="size")
def _pil_resize(call: Call) -> AnyValue:
    """Pillow takes (width, height); NumPy's method of that name changes the array itself, to what is not followed."""
    array: Array = call.owner
    call.bind(("size",))
    size = call.shape("size")
    if array.lib != "pil":
        return UNKNOWN
    shape: Shape | None = None
    if array.shape is not None and size is not None and len(size) == 2:
        shape = (size[1], size[0], *array.shape[2:])
    return replace(array, shape=shape, origin=call.node, at=call.node)


@function("skimage.transform.resize", params="image output_shape")
def _sk_resize(call: Call) -> AnyValue:
    call.bind(("image", "output_shape"))
    array, size = array_from(call.value("image")), as_shape(call.value("output_shape"))
    shape = size
    if size is not None and array is not None and array.shape is not None and len(size) < len(array.shape):
        shape = (*size, *array.shape[len(size) :])
    elif array is None or array.shape is None:
        shape = size if size is not None and len(size) >= 3 else None
    return Array(shape, "float64", None, None, origin=call.node, at=call.node)


@function(
    "sklearn.datasets.load_iris",
    "sklearn.datasets.load_digits",
    "sklearn.datasets.load_wine",
    "sklearn.datasets.load_breast_cancer",
    "sklearn.datasets.load_diabetes",
    params="return_X_y",
)
def _sk_dataset(call: Call) -> AnyValue:
    call.bind(("return_X_y",))
    bunch = Bunch(call.name.rsplit("_", 1)[-1])
    if "n_class" in call.bound:
        return UNKNOWN
    if call.const("return_X_y"):
        return Tuple((bunch_attribute(bunch, "data"), bunch_attribute(bunch, "target")))
    return bunch if "return_X_y" not in call.bound or call.const("return_X_y") is False else UNKNOWN


_BUNCHES: dict[str, tuple[int, int, str, int | None]] = {
    "iris": (150, 4, "int64", 3),
    "digits": (1797, 64, "int64", 10),
    "wine": (178, 13, "int64", 3),
    "cancer": (569, 30, "int64", 2),
    "diabetes": (442, 10, "float64", None),
}


@dataclass(frozen=True, slots=True)
class Bunch(Value):
    """A scikit-learn data set."""

    name: str = ""


def bunch_attribute(bunch: Bunch, name: str) -> AnyValue:
    rows, columns, dtype, classes = _BUNCHES[bunch.name]
    if name == "data":
        return Array((rows, columns), "float64")
    if name == "target":
        return Array((rows,), dtype, 0 if classes else None, classes - 1 if classes else None)
    if name == "images":
        return Array((rows, 8, 8), "float64", 0, 16)
    return UNKNOWN


@function(
    "sklearn.datasets.make_classification",
    "sklearn.datasets.make_blobs",
    "sklearn.datasets.make_moons",
    "sklearn.datasets.make_regression",
    "sklearn.datasets.make_circles",
    params="n_samples n_features",
)
def _made(call: Call) -> AnyValue:
    call.bind(("n_samples", "n_features"))
    rows = 100 if call.value("n_samples") is None else call.int("n_samples")
    name = call.name.rsplit("_", 1)[-1]
    default = {"classification": 20, "blobs": 2, "regression": 100}.get(name, 2)
    columns = default if call.value("n_features") is None else call.int("n_features")
    if name == "regression":
        targets = 1 if call.value("n_targets") is None else call.int("n_targets")
        y = Array((rows,) if targets == 1 else None if targets is None else (rows, targets), "float64")
    else:
        stated = {"classification": "n_classes", "blobs": "centers"}.get(name, "")
        classes = {"blobs": 3}.get(name, 2) if call.value(stated) is None else call.int(stated)
        y = Array((rows,), "int64", 0, None if classes is None else classes - 1)
    return Tuple((Array((rows, columns), "float64"), y), at=call.node)


@function("pandas.get_dummies", params="data")
def _dummies(call: Call) -> AnyValue:
    call.bind(("data",))
    source = call.value("data")
    shape: Shape | None = None
    if isinstance(source, Array) and source.rank == 1 and source.shape is not None and "drop_first" not in call.bound:
        shape = (source.shape[0], None)
    return Array(shape, None, 0, 1, "pandas", one_hot=True, origin=call.node, at=call.node)
