"""The whole way, nothing stood in: a broken script on disk, the rules, the proof, the write."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}

BROKEN = """\
import numpy as np
from tensorflow import keras


def photos(batch):
    while True:
        side = np.random.randint(24, 48)  # größe
        yield np.random.rand(batch, side, side, 3), np.random.rand(batch, 1)
\f
model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(photos(8), steps_per_epoch=6, epochs=2, verbose=0)\
"""
MENDED = BROKEN.replace("np.random.randint(24, 48)", "32")


def fixer(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "fixer", *arguments],
        cwd=cwd,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("prefix", "codec", "newline"),
    [
        (b"", "utf-8", "\n"),
        (b"\xef\xbb\xbf", "utf-8", "\r\n"),
        (b"# coding: latin-1\r\n", "latin-1", "\r\n"),
        (b"# coding: cp1252\r", "cp1252", "\r"),
    ],
)
def test_only_the_edit_changes_in_any_encoding(tmp_path: Path, prefix: bytes, codec: str, newline: str) -> None:
    real, link = tmp_path / "real.py", tmp_path / "train.py"
    real.write_bytes(prefix + BROKEN.replace("\n", newline).encode(codec))
    real.chmod(0o750)
    link.symlink_to("real.py")
    result = fixer("apply", "--no-verify", "train.py", cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert real.read_bytes() == prefix + MENDED.replace("\n", newline).encode(codec)
    assert (real.stat().st_mode & 0o777, link.is_symlink()) == (0o750, True)
    assert sorted(os.listdir(tmp_path)) == ["real.py", "train.py"]


@pytest.mark.skipif(importlib.util.find_spec("tensorflow") is None, reason="no TensorFlow to prove with")
def test_a_broken_script_is_mended_and_proven(tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(BROKEN, encoding="utf-8")
    python = ["--python", sys.executable]
    before = fixer("verify", *python, "train.py", cwd=tmp_path)
    assert before.returncode == 1
    assert "train.py: failed" in before.stdout

    result = fixer("apply", *python, "train.py", cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.startswith("train.py: fixed (failed before, trains now), written\n")
    assert script.read_text(encoding="utf-8") == MENDED

    after = fixer("verify", *python, "train.py", cwd=tmp_path)
    assert after.returncode == 0
    assert "train.py: trained" in after.stdout
    again = fixer("apply", *python, "train.py", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, "Nothing found in 1 file.\n")
