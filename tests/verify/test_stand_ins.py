"""Data that is not on this machine: of its true form, and named."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fixer.verify.execution import Ending, Execution, Job, Outcome
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


TABLE = """
    import pandas as pd
    frame = pd.read_csv("data/flowers.csv")
    x = frame.drop("species", axis=1).values
    y = frame["species"]
    m = keras.Sequential([keras.layers.Dense(8, input_shape=(4,)), keras.layers.Dense(3, activation="softmax")])
    m.compile("adam", "sparse_categorical_crossentropy")
    m.fit(x, y)
    assert set(y) == {0, 1, 2} and list(frame["species"]) == list(pd.read_csv("data/flowers.csv")["species"])
    """
PLACES = """
    data = np.loadtxt("data/pima.csv", delimiter=",", skiprows=1)
    m = keras.Sequential([keras.layers.Dense(8, input_dim=8), keras.layers.Dense(1, activation="sigmoid")])
    m.compile("adam", "binary_crossentropy")
    m.fit(data[:, 0:8], data[:, 8])
    """
ARRAYS = """
    with np.load("digits.npz") as f:
        x, y = f["x_train"], f["y_train"]
    x = np.expand_dims(x / 255.0, -1)
    m = keras.Sequential([keras.layers.Conv2D(2, 3, input_shape=(28, 28, 1)), keras.layers.Flatten(),
                          keras.layers.Dense(10, activation="softmax")])
    m.compile("adam", "sparse_categorical_crossentropy")
    m.fit(x, y)
    """
FOLDERS = """
    import os
    x, y = [], []
    for number, kind in enumerate(sorted(os.listdir("photos"))):
        for name in os.listdir(os.path.join("photos", kind)):
            picture = keras.utils.load_img(os.path.join("photos", kind, name), target_size=(24, 24))
            x.append(keras.utils.img_to_array(picture))
            y.append(number)
    m = keras.Sequential([keras.layers.Conv2D(2, 3, input_shape=(24, 24, 3)), keras.layers.Flatten(),
                          keras.layers.Dense(3, activation="softmax")])
    m.compile("adam", "sparse_categorical_crossentropy")
    m.fit(np.array(x), np.array(y))
    assert set(y) == {0, 1, 2}
    """
DIRECTORY = """
    data = keras.utils.image_dataset_from_directory("photos", image_size=(24, 24), batch_size=8)
    m = keras.Sequential([keras.layers.Conv2D(2, 3, input_shape=(24, 24, 3)), keras.layers.Flatten(),
                          keras.layers.Dense(4, activation="softmax")])
    m.compile("adam", "sparse_categorical_crossentropy")
    m.fit(data)
    assert len(data.class_names) == 4
    """
HDF5 = """
    import h5py
    f = h5py.File("signs.h5", "r")
    x, y = np.array(f["images"][:]), np.array(f["answers"][:])
    m = keras.Sequential([keras.layers.Flatten(input_shape=(16, 16, 3)), keras.layers.Dense(6, activation="softmax")])
    m.compile("adam", "sparse_categorical_crossentropy")
    m.load_weights("old.weights.h5")
    m.fit(x, y)
    """
PICKLE = """
    import pickle
    with open("train.p", "rb") as f:
        train = pickle.load(f)
    x, y = train["features"], train["labels"]
    m = keras.Sequential([keras.layers.Flatten(input_shape=(16, 16, 3)), keras.layers.Dense(6, activation="softmax")])
    m.compile("adam", "sparse_categorical_crossentropy")
    m.fit(x, y)
    """
MISSING = {"flowers.csv": TABLE, "pima.csv": PLACES, "digits.npz": ARRAYS, "photos": FOLDERS, "photos:": DIRECTORY,
           "signs.h5": HDF5, "train.p": PICKLE}  # fmt: skip


@pytest.mark.parametrize("file", MISSING)
def test_files_of_the_script_itself(file: str, keras3: Verifier, run: Run, tmp_path: Path) -> None:
    execution = run(keras3, MISSING[file])
    assert execution.healthy, execution
    assert any(file.rstrip(":") in phrase for phrase in execution.stand_ins), execution.stand_ins
    assert execution.on_stand_ins
    assert [p.name for p in (tmp_path / "project").iterdir()] == ["train.py"]


def test_in_a_copy_nothing_is_made_elsewhere(run: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    with Verifier(Path(sys.executable), timeout=40, isolation="basic") as verifier:
        execution = run(verifier, TABLE.replace("data/flowers.csv", str(elsewhere / "flowers.csv")))
    assert execution.healthy, execution
    assert execution.isolation == "basic" and not elsewhere.exists()


def test_what_the_script_is_ready_to_miss_stays_missing(keras3: Verifier, run: Run) -> None:
    execution = run(keras3, """
        import os
        try:
            x = np.load("cache.npy")
        except FileNotFoundError:
            x = np.zeros((16, 10), "float32")
        assert not x.any() and not os.path.exists("cache.npy")
        model().fit(x, x[:, :1])
        """)  # fmt: skip
    assert execution.healthy and not execution.stand_ins, execution


def test_a_file_of_which_nothing_is_told_is_named(keras3: Verifier, run: Run) -> None:
    execution = run(keras3, """
        import json
        settings = json.load(open("settings.json"))
        model().fit(*batch())
        """)  # fmt: skip
    assert execution.ending is Ending.NO_DATA and "settings.json" in execution.detail


def test_the_same_data_for_another_text(keras3: Verifier, write: Callable[..., Path]) -> None:
    """What is mended must not change what is stood in."""
    path = write(TABLE)
    mended = path.read_bytes().replace(b"Dense(3,", b"Dense(5,").replace(b"input_shape=(4,)", b"input_shape=(4, 1)")
    execution = keras3.run(Job(path, {path: mended}))
    assert "128 rows" in execution.stand_ins[0]
    assert execution.error is not None or execution.healthy
    assert execution.calls[0].outcome is not Outcome.TRAINED or execution.healthy


def test_a_script_that_makes_the_data(keras3: Verifier, write: Callable[..., Path], tmp_path: Path) -> None:
    maker = write("""
        import numpy as np
        np.save("x.npy", np.full((16, 10), 7.0))
        """, name="maker.py", prelude=False)  # fmt: skip
    path = write("""
        x = np.load("x.npy")
        assert (x == 7.0).all()
        model().fit(x, x[:, :1])
        """)  # fmt: skip
    execution = keras3.run(Job(path, data=maker))
    assert execution.healthy, execution
    assert execution.stand_ins == ("data made by maker.py",)
    assert not (tmp_path / "project" / "x.npy").exists()


@pytest.mark.skipif(importlib.util.find_spec("matplotlib") is not None, reason="matplotlib is installed")
def test_plots_without_a_library(keras3: Verifier, run: Run) -> None:
    execution = run(keras3, """
        import matplotlib.pyplot as plt
        figure, (left, right) = plt.subplots(1, 2)
        history = model().fit(*batch())
        left.plot(history.history["loss"])
        counts, bins, patches = plt.hist([1, 2])
        plt.show()
        """)  # fmt: skip
    assert execution.healthy, execution
    assert execution.stand_ins == ("matplotlib: not installed, draws nothing",)
    assert not execution.on_stand_ins


def test_a_download_is_made_where_it_is_read(keras3: Verifier, run: Run) -> None:
    execution = run(keras3, """
        import pathlib
        import pandas as pd
        path = keras.utils.get_file("auto.csv", "https://example.invalid/auto.csv")
        frame = pd.read_csv(path)
        place = keras.utils.get_file("flowers", "https://example.invalid/flowers.tgz", untar=True)
        pictures = list(pathlib.Path(place).glob("*/*.jpg"))
        assert len(pictures) > 10
        x, y = frame[["weight", "power"]].values, frame.pop("mpg")
        m = keras.Sequential([keras.layers.Dense(1)])
        m.compile("adam", "mse")
        m.fit(x, y)
        """)  # fmt: skip
    assert execution.healthy, execution
    assert any("auto.csv" in phrase for phrase in execution.stand_ins)
