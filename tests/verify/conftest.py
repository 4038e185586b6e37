"""Real interpreters, real Kerases, real processes. One verifier a Keras for the whole session."""

from __future__ import annotations

import importlib.util
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixer.verify.execution import Execution, Job
from fixer.verify.verifier import Verifier

PRELUDE = """\
import numpy as np
from tensorflow import keras

def model(inputs=10, outputs=1, batch=None):
    layers = keras.layers
    first = keras.Input((inputs,), batch_size=batch)
    made = keras.Model(first, layers.Dense(outputs)(first))
    made.compile("sgd", "mse")
    return made

def batch(count=8, width=10):
    return np.random.rand(count, width).astype("float32"), np.random.rand(count, 1).astype("float32")

"""

Write = Callable[..., Path]


def _needs(*modules: str) -> None:
    for module in modules:
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed")


@pytest.fixture(scope="session")
def keras3() -> Iterator[Verifier]:
    _needs("tensorflow", "keras")
    with Verifier(Path(sys.executable), timeout=40, jobs=2, legacy_keras=False) as verifier:
        yield verifier


@pytest.fixture(scope="session")
def keras2() -> Iterator[Verifier]:
    _needs("tensorflow", "tf_keras")
    with Verifier(Path(sys.executable), timeout=40, jobs=2, legacy_keras=True) as verifier:
        yield verifier


@pytest.fixture(params=["keras3", "keras2"])
def either(request: pytest.FixtureRequest) -> Verifier:
    """Each of the two Kerases in turn."""
    found: Verifier = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a script into a project folder of its own."""

    def write(text: str, name: str = "train.py", prelude: bool = True) -> Path:
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((PRELUDE if prelude else "") + textwrap.dedent(text))
        return path

    return write


@pytest.fixture
def run(write: Write) -> Callable[..., Execution]:
    """Write a script and execute it."""

    def run(verifier: Verifier, text: str, *, bounded: bool = True, prelude: bool = True) -> Execution:
        return verifier.run(Job(write(text, prelude=prelude), bounded=bounded))

    return run
