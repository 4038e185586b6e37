"""What is read off the code alone: shapes, dtypes, ranges, batches and models."""

from __future__ import annotations

import ast
import math
from pathlib import Path
from textwrap import dedent

import pytest

from fixer.facts.facts import Facts, Feed, ModelCall
from fixer.facts.infer import Interpreter
from fixer.facts.program import Unit, canonical
from fixer.facts.values import Array, Batches, PyList, Tuple, Varying
from fixer.source import SourceFile

HEADER = "import numpy as np\nimport tensorflow as tf\nfrom tensorflow import keras\n"
MODEL = "m = keras.Sequential([keras.layers.Dense(1, input_shape=(4,))])\nm.compile('sgd', 'mse')\n"


def facts_of(code: str) -> Facts:
    source = SourceFile.from_text(Path("program.py"), HEADER + dedent(code))
    return Interpreter(Unit(source, ast.parse(source.text)), 3).run()


def fed(code: str) -> Feed:
    """What the only call of fit is given."""
    (call,) = facts_of(MODEL + dedent(code)).training_calls
    return next(iter(call.pairs()))


def x_of(expression: str, setup: str = "") -> Array:
    value = fed(f"{dedent(setup)}\nm.fit({expression}, None)").x
    assert isinstance(value, Array)
    return value


@pytest.mark.parametrize(
    ("expression", "shape", "dtype"),
    [
        ("np.random.rand(5, 4)", (5, 4), "float64"),
        ("np.zeros((2, 3), dtype=np.float32)", (2, 3), "float32"),
        ("np.zeros((2, 3)).astype('int32')", (2, 3), "int32"),
        ("np.random.randint(0, 255, size=(7, 4))", (7, 4), "int64"),
        ("np.random.randint(9, size=7)", (7,), "int64"),
        ("np.random.default_rng(0).normal(size=(3, 4))", (3, 4), "float64"),
        ("np.array([[1, 2], [3, 4], [5, 6]])", (3, 2), "int64"),
        ("np.array([[1, 2.5]])", (1, 2), "float64"),
        ("np.arange(12).reshape(3, -1)", (3, 4), "int64"),
        ("np.ones((6, 4))[1:4]", (3, 4), "float64"),
        ("np.ones((6, 4))[:, :2]", (6, 2), "float64"),
        ("np.ones((6, 4))[..., np.newaxis]", (6, 4, 1), "float64"),
        ("np.expand_dims(np.ones((6, 4)), 0)", (1, 6, 4), "float64"),
        ("np.ones((6, 4)).T", (4, 6), "float64"),
        ("np.concatenate([np.ones((2, 4)), np.ones((3, 4))])", (5, 4), "float64"),
        ("np.stack([np.ones(4), np.ones(4)])", (2, 4), "float64"),
        ("np.ones((6, 4), dtype='uint8') / 255.0", (6, 4), "float64"),
        ("np.ones((6, 4), dtype='float32') * 2", (6, 4), "float32"),
        ("tf.random.normal((3, 4))", (3, 4), "float32"),
        ("tf.constant([[1.0, 2.0]])", (1, 2), "float32"),
        ("keras.utils.to_categorical(np.random.randint(0, 3, 8), 3)", (8, 3), "float64"),
        ("np.array([np.ones(4) for _ in range(9)])", (9, 4), "float64"),
        ("np.load('x.npy')", None, None),
    ],
)
def test_arrays(expression: str, shape: tuple[int, ...] | None, dtype: str | None) -> None:
    array = x_of(expression)
    assert (array.shape, array.dtype) == (shape, dtype)


def test_ranges_follow_arithmetic() -> None:
    array = x_of("x / 127.5 - 1", "x = np.random.randint(0, 256, (4, 4))")
    assert (array.lo, array.hi) == (-1, 1)


def test_constants_and_helpers_are_followed() -> None:
    setup = """
    SIDE, N = 4, 3
    def half(n):
        return n // 2
    def make(rows, width=half(SIDE * 2)):
        return np.zeros((rows * 2, width))
    """
    assert x_of("make(N)", setup).shape == (6, 4)


def test_a_list_filled_in_a_loop_has_a_length() -> None:
    setup = """
    rows = []
    for i in range(100):
        rows.append(np.ones((4,)))
    """
    assert x_of("np.array(rows)", setup).shape == (100, 4)


def test_a_list_filled_under_a_condition_has_none() -> None:
    setup = """
    rows = []
    for i in range(100):
        if unknown(i):
            rows.append(np.ones((4,)))
    """
    assert x_of("np.array(rows)", setup).shape == (None, 4)


def test_branches_are_joined() -> None:
    setup = """
    x = np.ones((8, 4))
    if unknown():
        x = x[:-1].astype('float32')
    """
    array = x_of("x", setup)
    assert array.dtype == "float32|float64"
    assert array.shape is not None and isinstance(array.shape[0], Varying)
    assert (array.shape[0].lo, array.shape[0].hi, array.shape[0].random) == (7, 8, False)


def test_a_size_drawn_at_random_is_known_as_such() -> None:
    array = x_of("np.ones((8, n))", "import random\nn = random.choice([3, 4, 6])")
    assert array.shape is not None
    size = array.shape[1]
    assert isinstance(size, Varying) and (size.lo, size.hi, size.random) == (3, 6, True)
    assert isinstance(size.at, ast.Call)


def test_train_test_split_takes_a_quarter() -> None:
    setup = """
    from sklearn.model_selection import train_test_split
    x, y = np.ones((100, 4)), np.ones(100)
    a, b, c, d = train_test_split(x, y)
    """
    assert x_of("a", setup).shape == (75, 4)


GENERATOR = """
def batches(x, size):
    for i in range(0, len(x), size):
        yield x[i:i + size], x[i:i + size].sum(axis=1)
"""


def test_a_finite_generator_has_a_length_and_knows_its_arguments() -> None:
    feed = fed(GENERATOR + "data = np.ones((100, 4))\nm.fit(batches(data, 8), epochs=2)")
    assert isinstance(feed.x, Array) and feed.x.shape == (8, 4)
    assert feed.batches is not None
    assert (feed.batches.length, feed.batches.finite) == (13, True)
    assert {k: ast.unparse(v) for k, v in feed.batches.bindings.items()} == {"x": "data", "size": "8"}


def test_an_endless_generator_is_told_from_one_that_can_be_left() -> None:
    code = "def g():\n    while True:\n        {}yield np.ones((2, 4)), np.ones(2)\nm.fit(g())"
    batches = fed(code.format("")).batches
    assert batches is not None and batches.length == math.inf
    batches = fed(code.format("if stop(): return\n        ")).batches
    assert batches is not None and batches.length is None


def test_a_sequence_is_read_off_getitem() -> None:
    code = """
    class Rows(keras.utils.Sequence):
        def __init__(self, x, size):
            self.x, self.size = x, size
        def __len__(self):
            return len(self.x) // self.size
        def __getitem__(self, index):
            rows = self.x[index * self.size:(index + 1) * self.size]
            return rows, rows[:, 0]
    m.fit(Rows(np.ones((64, 4)), 16), epochs=3)
    """
    feed = fed(code)
    assert isinstance(feed.x, Array) and feed.x.shape == (16, 4)
    assert isinstance(feed.y, Array) and feed.y.shape == (16,)
    assert feed.batches is not None and feed.batches.length == 4 and feed.batches.restarts


def test_datasets() -> None:
    code = """
    ds = tf.data.Dataset.from_tensor_slices((np.ones((20, 4)), np.ones(20))).shuffle(5)
    m.fit(ds.batch(8).map(lambda x, y: (x * 2, y)).prefetch(1))
    """
    feed = fed(code)
    assert isinstance(feed.x, Array) and feed.x.shape == (8, 4)
    assert feed.batches is not None and feed.batches.length == 3


def call_of(code: str) -> ModelCall:
    (call,) = facts_of(code).training_calls
    return call


FIT = "\nmodel.compile(loss='mse')\nmodel.fit(np.ones((4, 8, 8, 3)), np.ones((4, 2)))\n"

SEQUENTIAL = """
from keras.layers import Conv2D as C, MaxPool2D, Flatten, Dense
model = keras.models.Sequential()
model.add(C(4, (3, 3), strides=1, input_shape=(8, 8, 3), padding='same'))
model.add(MaxPool2D())
model.add(Flatten())
model.add(Dense(2))
"""
FUNCTIONAL = """
def build(side, out):
    i = keras.Input((side, side, 3))
    h = keras.layers.Conv2D(4, 3, padding='same')(i)
    h = keras.layers.MaxPooling2D(pool_size=2)(h)
    h = keras.layers.Flatten()(h)
    return keras.Model(inputs=i, outputs=keras.layers.Dense(out)(h))
model = build(8, 2)
"""
SUBCLASS = """
class Net(keras.Model):
    def __init__(self, out):
        super().__init__()
        self.c = keras.layers.Conv2D(4, 3, padding='same')
        self.p = keras.layers.MaxPooling2D()
        self.f = keras.layers.Flatten()
        self.d = keras.layers.Dense(out)
    def call(self, x, training=False):
        return self.d(self.f(self.p(self.c(x))))
model = Net(2)
"""


@pytest.mark.parametrize("code", [SEQUENTIAL, FUNCTIONAL, SUBCLASS], ids=["sequential", "functional", "subclass"])
def test_models(code: str) -> None:
    model = call_of(code + FIT).model
    kinds = [layer.kind for layer in model.layers if layer.kind != "InputLayer"]
    assert [k.replace("Pooling", "Pool") for k in kinds] == ["Conv2D", "MaxPool2D", "Flatten", "Dense"]
    assert model.complete and model.output == (None, 2)
    assert model.compiled is not None and model.compiled.loss == "mean_squared_error"
    assert model.last_activation == "linear"
    assert model.layers[-1].input_shape == (None, 64)


def test_a_layer_that_cannot_take_its_input_is_an_error_fact() -> None:
    code = "model = keras.Sequential([keras.layers.Conv2D(4, 9, input_shape=(8, 8, 3)), keras.layers.Flatten()])"
    (error,) = call_of(code + FIT).model.errors
    assert error.kind == "negative-size" and error.layer.kind == "Conv2D"


def test_a_model_handed_to_unknown_code_is_no_longer_known() -> None:
    model = call_of(SEQUENTIAL + "model = prune(model)\n" + SEQUENTIAL + "grow(model)" + FIT).model
    assert not model.complete


def test_an_activation_that_does_nothing_is_looked_through() -> None:
    model = call_of(
        """
        i = keras.Input((4,))
        h = keras.layers.Dense(3, activation="softmax")(i)
        model = keras.Model(i, keras.layers.Activation("linear", dtype="float32")(h))
        model.fit(np.ones((2, 4)), np.ones(2))
        """
    ).model
    assert model.last_activation == "softmax"


@pytest.mark.parametrize(
    "loss",
    [
        "'mse'",
        "'mean_squared_error'",
        "keras.losses.MeanSquaredError()",
        "tf.keras.losses.mean_squared_error",
    ],
)
def test_losses_however_they_are_given(loss: str) -> None:
    call = call_of(SEQUENTIAL + f"model.compile('adam', {loss})\nmodel.fit(np.ones((1, 8, 8, 3)), np.ones((1, 2)))")
    assert call.model.compiled is not None and call.model.compiled.loss == "mean_squared_error"


def test_functions_that_nothing_calls_are_run_on_unknown_arguments() -> None:
    code = "def train(x):\n    " + MODEL.replace("\n", "\n    ") + "m.fit(x, np.ones((5, 1)))\n"
    (call,) = facts_of(code).training_calls
    assert call.model.input == (None, 4)


def test_a_list_of_lists_stays_a_list() -> None:
    feed = fed("m.fit([[1, 2, 3, 4]], [0])")
    assert isinstance(feed.x, PyList) and feed.x.size() == 1


def test_validation_data_is_a_feed_of_its_own() -> None:
    code = MODEL + "m.fit(np.ones((3, 4)), np.ones(3), validation_data=(np.ones((2, 5)), np.ones(2)))"
    first, second = call_of(code).pairs()
    assert (first.role, second.role) == ("x", "validation_data")
    assert isinstance(second.x, Array) and second.x.shape == (2, 5)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tensorflow.keras.layers.Dense", "keras.layers.Dense"),
        ("keras.layers.core.Dense", "keras.layers.Dense"),
        ("tf_keras.Sequential", "keras.Sequential"),
        ("tensorflow.python.keras.models.Sequential", "keras.Sequential"),
        ("tensorflow.compat.v1.zeros", "tensorflow.zeros"),
        ("keras.utils.np_utils.to_categorical", "keras.utils.to_categorical"),
        ("numpy.zeros", "numpy.zeros"),
    ],
)
def test_canonical_names(name: str, expected: str) -> None:
    assert canonical(name) == expected


def test_an_iterator_of_a_list_is_a_finite_feed() -> None:
    feed = fed("m.fit(iter([(np.ones((2, 4)), np.ones(2))]))")
    assert isinstance(feed.batches, Batches) and feed.batches.length == 1
    assert isinstance(feed.x, Array) and feed.x.shape == (2, 4)
    assert isinstance(feed.batches.element, Tuple)
