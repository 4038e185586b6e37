"""Data that is not on this machine: what Keras would download is made up, in its true form, and named in the evidence.

Everything that Keras downloads goes through one function, `get_file`. So it is the
files that are stood in for, and Keras's own code reads them: arguments such as
`num_words` or `test_split` do what they always do.
"""

from __future__ import annotations

import functools
import gzip
import inspect
import io
import json
import os
import pickle
import random
import re
import sys
import tempfile
from collections.abc import Callable
from types import ModuleType
from typing import Any

from ..endings import UNREACHABLE
from ..recorder import Recorder

DISTINCT = 512
"""Samples that are made; they are repeated to the number that the data set has, for scripts count on it."""

OF_USE = (".csv", ".tsv", ".txt", ".npz", ".npy", ".h5", ".hdf5", ".jpg", ".jpeg", ".png")
"""Downloads of which something may be made; of all others it is told that there is no network."""

WEIGHTS = "fixer-no-weights"


def install(keras: ModuleType, recorder: Recorder) -> None:
    """Lay the stand-ins over one Keras."""
    utils: Any = keras.utils
    original = utils.get_file
    stand_in = _over_get_file(original, recorder)
    package = keras.__name__.partition(".")[0]
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == package and vars(module).get("get_file") is original:
            vars(module)["get_file"] = stand_in
    _over_load_weights(keras.Model)


def _over_get_file(original: Callable[..., Any], recorder: Recorder) -> Callable[..., Any]:
    signature = inspect.signature(original)

    @functools.wraps(original)
    def get_file(*arguments: Any, **named: Any) -> Any:
        try:
            given = signature.bind(*arguments, **named).arguments
        except TypeError:
            return original(*arguments, **named)
        origin = str(given.get("origin") or "")
        name = str(given.get("fname") or os.path.basename(origin))
        if _is_cached(name, given):
            return original(*arguments, **named)
        if name == "imagenet_class_index.json" or "keras-applications" in origin or "deep-learning-models" in origin:
            return _for_application(name, recorder)
        if (
            "tf-keras-datasets" in origin
            or "keras-datasets" in origin
            or "cs.toronto.edu" in origin
            or "text-datasets" in origin
        ):
            made = make(os.path.basename(origin) if origin else name)
            if made is not None:
                path, phrase = made
                recorder.stand_in(phrase)
                return path
        try:
            return original(*arguments, **named)
        except Exception as error:
            unpacked = bool(given.get("untar") or given.get("extract"))
            if not UNREACHABLE.search(str(error)) or not (unpacked or name.lower().endswith(OF_USE)):
                raise
            # What is read at this place is made then, by what the script does with it.
            return _place(re.sub(r"(\.tar)?\.\w+$", "", name) if unpacked else name)

    return get_file


def _is_cached(name: str, given: dict[str, Any]) -> bool:
    home = given.get("cache_dir") or os.environ.get("KERAS_HOME") or os.path.join(os.path.expanduser("~"), ".keras")
    return os.path.exists(os.path.join(str(home), str(given.get("cache_subdir") or "datasets"), name))


def _for_application(name: str, recorder: Recorder) -> str:
    if name.endswith(".json"):
        path = _place(name)
        with open(path, "w", encoding="utf-8") as stream:
            json.dump({str(i): [f"n{i:08d}", f"class_{i}"] for i in range(1000)}, stream)
        return path
    recorder.stand_in(f"{_application()}(weights='imagenet'): random weights")
    return WEIGHTS


def _application() -> str:
    """The function that the script called, of those of `keras.applications` that are at work now."""
    found, frame = "keras.applications", sys._getframe(1)
    while frame is not None and frame.f_back is not None:
        frame = frame.f_back
        if ".applications." in str(frame.f_globals.get("__name__")):
            found = frame.f_code.co_name
    return found


def _over_load_weights(model: Any) -> None:
    """Loading the weights that are not there does nothing."""
    owner = next(c for c in model.__mro__ if "load_weights" in c.__dict__)
    original = owner.__dict__["load_weights"]

    @functools.wraps(original)
    def load_weights(self: Any, *arguments: Any, **named: Any) -> Any:
        path = arguments[0] if arguments else named.get("filepath")
        return None if isinstance(path, str) and path == WEIGHTS else original(self, *arguments, **named)

    owner.load_weights = load_weights


def _place(name: str) -> str:
    return os.path.join(tempfile.mkdtemp(prefix="keras-"), name)


def make(name: str) -> tuple[str, str] | None:
    """A file as this data set has it, and the phrase that names it; None for what is of no known form."""
    for pattern, maker in MAKERS.items():
        if name.startswith(pattern):
            return maker(name)
    return None


def _images(count: int, size: int, shape: tuple[int, ...]) -> Any:
    import numpy

    generator = numpy.random.RandomState(0)
    made = generator.randint(0, 256, (min(size, DISTINCT), *shape)).astype("uint8")
    return made[numpy.arange(count) % len(made)]


def _labels(count: int, classes: int) -> Any:
    import numpy

    return (numpy.arange(count) % DISTINCT % classes).astype("uint8")


def _phrase(name: str, count: int) -> str:
    return f"keras.datasets.{name}: {DISTINCT} random samples, repeated to its {count}, in its shapes and dtypes"


def _mnist(name: str) -> tuple[str, str]:
    import numpy

    path = _place(name)
    numpy.savez(
        path,
        x_train=_images(60000, 60000, (28, 28)),
        y_train=_labels(60000, 10),
        x_test=_images(10000, 10000, (28, 28)),
        y_test=_labels(10000, 10),
    )
    return path, _phrase("mnist", 70000)


def _idx(name: str) -> tuple[str, str]:
    count = 60000 if name.startswith("train") else 10000
    path = _place(name)
    header, data = (16, _images(count, count, (28, 28))) if "images" in name else (8, _labels(count, 10))
    with gzip.open(path, "wb", compresslevel=1) as stream:
        stream.write(bytes(header) + data.tobytes())
    return path, _phrase("fashion_mnist", 70000)


def _cifar(name: str) -> tuple[str, str]:
    """An archive's folder, as `get_file(untar=True)` returns it, with Keras's names for it."""
    hundred = name.startswith("cifar-100")
    folder = tempfile.mkdtemp(prefix="keras-")
    inner = os.path.join(folder, "cifar-100-python" if hundred else "cifar-10-batches-py")
    for base in (folder, inner):
        os.makedirs(base, exist_ok=True)
        for part, count in (
            {"train": 50000, "test": 10000}
            if hundred
            else {**{f"data_batch_{i}": 10000 for i in range(1, 6)}, "test_batch": 10000}
        ).items():
            content: dict[bytes, Any] = {b"data": _images(count, count, (3072,))}
            if hundred:
                content |= {b"fine_labels": _labels(count, 100).tolist(), b"coarse_labels": _labels(count, 20).tolist()}
            else:
                content[b"labels"] = _labels(count, 10).tolist()
            path = os.path.join(base, part)
            if base == folder:
                with open(path, "wb") as stream:
                    pickle.dump(content, stream, protocol=4)
            else:
                os.symlink(os.path.join(folder, part), path)
    return folder, _phrase("cifar100" if hundred else "cifar10", 60000)


def _texts(classes: int, words: int, count: int) -> tuple[Any, Any]:
    import numpy

    generator = random.Random(0)
    made = [[generator.randrange(1, words) for _ in range(generator.randrange(20, 300))] for _ in range(DISTINCT)]
    made[0][0] = words - 1
    texts: Any = numpy.empty(count, dtype=object)
    for index in range(count):
        texts[index] = made[index % DISTINCT]
    return texts, _labels(count, classes).astype("int64")


def _imdb(name: str) -> tuple[str, str]:
    import numpy

    path = _place(name)
    x_train, y_train = _texts(2, 88585, 25000)
    x_test, y_test = _texts(2, 88585, 25000)
    numpy.savez(path, x_train=x_train, y_train=y_train, x_test=x_test, y_test=y_test)
    return path, _phrase("imdb", 50000)


def _reuters(name: str) -> tuple[str, str]:
    import numpy

    path = _place(name)
    x, y = _texts(46, 30980, 11228)
    numpy.savez(path, x=x, y=y)
    return path, _phrase("reuters", 11228)


def _words(name: str) -> tuple[str, str]:
    count = 88584 if name.startswith("imdb") else 30979
    path = _place(name)
    with open(path, "w", encoding="utf-8") as stream:
        json.dump({f"word{i}": i for i in range(1, count + 1)}, stream)
    return path, f"keras.datasets.{name.partition('_')[0]}: an index of made-up words"


def _housing(name: str) -> tuple[str, str]:
    import numpy

    california = name.startswith("california")
    count, columns = (20640, 8) if california else (506, 13)
    generator = numpy.random.RandomState(0)
    kind = "float32" if california else "float64"
    path = _place(name)
    buffer = io.BytesIO()
    numpy.savez(
        buffer,
        x=(generator.rand(count, columns) * 100).astype(kind),
        y=((generator.rand(count) * 400000 + 50000) if california else generator.rand(count) * 45 + 5).astype(kind),
    )
    with open(path, "wb") as stream:
        stream.write(buffer.getvalue())
    return (
        path,
        f"keras.datasets.{'california' if california else 'boston'}_housing: random values in its shapes and dtypes",
    )


MAKERS: dict[str, Callable[[str], tuple[str, str]]] = {
    "mnist.npz": _mnist,
    "train-": _idx,
    "t10k-": _idx,
    "cifar-": _cifar,
    "imdb.npz": _imdb,
    "reuters.npz": _reuters,
    "imdb_word_index.json": _words,
    "reuters_word_index.json": _words,
    "boston_housing.npz": _housing,
    "california_housing": _housing,
}
