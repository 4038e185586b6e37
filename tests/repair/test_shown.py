"""What a person sees of an execution and of a choice: `verify --explain`, `apply --alternatives`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

GREY = """\
import numpy as np
from tensorflow import keras

scans = np.random.rand(12, 16, 16, 1)
ill = np.random.randint(0, 2, 12)
net = keras.Sequential(
    [
        keras.layers.Conv2D(2, 3, input_shape=(16, 16, 3), name="edges"),
        keras.layers.Flatten(),
        keras.layers.Dense(2, activation="softmax"),
    ]
)
net.compile("sgd", "sparse_categorical_crossentropy")
net.fit(scans, ill)
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "grey.py"
    path.write_text(GREY)
    return path


def fixer(*arguments: str) -> str:
    command = [sys.executable, "-m", "fixer", *arguments, "--python", sys.executable]
    return subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2]).stdout


def test_explain_tells_what_was_passed_and_marks_the_layer(script: Path) -> None:
    shown = fixer("verify", "--explain", str(script))
    assert "x: (12, 16, 16, 1) float64, " in shown and "made in line 4" in shown
    assert "y: (12,) int64, 0 to 1; made in line 5" in shown
    assert "(None, 16, 16, 3); declared in line 8" in shown
    (refused,) = [line for line in shown.splitlines() if "refused its input" in line]
    assert "> edges" in refused
    assert script.read_text() == GREY


def test_alternatives_are_diffs_of_mends_that_train_too(script: Path) -> None:
    shown = fixer("apply", "--unsafe-fixes", "--alternatives", str(script))
    assert "input_shape=(16, 16, 1)" in script.read_text()
    assert "or 1" in shown and "rand(12, 16, 16, 3)" in shown


def test_observations_do_not_leave_the_tool(script: Path) -> None:
    document = json.loads(fixer("apply", "--unsafe-fixes", "--output-format", "json", str(script)))
    (file,) = document["files"]
    assert file["written"] and file["verdict"]["kind"] == "fixed"
    assert file["verdict"]["before"]["seen"] == [] and file["verdict"]["after"]["models"] == []
