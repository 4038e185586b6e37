"""Data that is not on this machine: of its true form, and named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fixer.verify.execution import Ending, Execution
from fixer.verify.verifier import Verifier

Run = Callable[..., Execution]

SETS = {
    "mnist": ("(60000, 28, 28) uint8 (60000,) uint8 (10000, 28, 28) (10000,)", 10),
    "fashion_mnist": ("(60000, 28, 28) uint8 (60000,) uint8 (10000, 28, 28) (10000,)", 10),
    "cifar10": ("(50000, 32, 32, 3) uint8 (50000, 1) uint8 (10000, 32, 32, 3) (10000, 1)", 10),
    "cifar100": ("(50000, 32, 32, 3) uint8 (50000, 1) COARSE (10000, 32, 32, 3) (10000, 1)", 100),
    "imdb": ("(25000,) object (25000,) int64 (25000,) (25000,)", 2),
    "reuters": ("(8982,) object (8982,) int64 (2246,) (2246,)", 46),
    "boston_housing": ("(404, 13) float64 (404,) float64 (102, 13) (102,)", 0),
}


@pytest.mark.parametrize("name", SETS)
def test_data_sets(name: str, either: Verifier, run: Run) -> None:
    shapes, classes = SETS[name]
    dtype = "uint8" if either.environment.get("TF_USE_LEGACY_KERAS") is None else "int64"
    execution = run(either, f"""
        (a, b), (c, d) = keras.datasets.{name}.load_data()
        print(a.shape, a.dtype, b.shape, b.dtype, c.shape, d.shape)
        told = f"{{a.shape}} {{a.dtype}} {{b.shape}} {{b.dtype}} {{c.shape}} {{d.shape}}"
        assert told == {shapes!r}.replace("COARSE", str(b.dtype)), told
        for labels in (b, d):
            assert not {classes} or set(labels.ravel()) == set(range({classes})), sorted(set(labels.ravel()))
        """)  # fmt: skip
    assert execution.ending is Ending.FINISHED, (execution.error, dtype)
    assert any(f"keras.datasets.{name}: " in phrase for phrase in execution.stand_ins)


def test_what_keras_does_with_the_data_is_done(either: Verifier, run: Run) -> None:
    execution = run(either, """
        (x, y), _ = keras.datasets.imdb.load_data(num_words=500, maxlen=100)
        assert max(max(text) for text in x) < 500 and max(map(len, x)) <= 100
        assert len(keras.datasets.imdb.get_word_index()) == 88584
        (x, y), (x2, y2) = keras.datasets.mnist.load_data()
        x = x.reshape(60000, 784) / 255.0
        m = keras.Sequential([keras.layers.Dense(10, activation="softmax")])
        m.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
        m.fit(x[:50000], y[:50000], epochs=5, validation_data=(x[50000:], y[50000:]))
        """)  # fmt: skip
    assert execution.healthy, execution


def test_weights_of_applications(either: Verifier, run: Run) -> None:
    execution = run(either, """
        base = keras.applications.VGG16(weights="imagenet", include_top=False, input_shape=(32, 32, 3))
        m = keras.Sequential([base, keras.layers.Flatten(), keras.layers.Dense(2)])
        m.compile("adam", "mse")
        m.fit(np.random.rand(40, 32, 32, 3), np.random.rand(40, 2))
        """)  # fmt: skip
    assert execution.healthy, execution
    assert execution.stand_ins == ("VGG16(weights='imagenet'): random weights",)
