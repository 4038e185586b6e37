"""Whose Keras, and which: found without running anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fixer.verify.execution import Ending, Job
from fixer.verify.interpreter import find_interpreter, keras_major
from fixer.verify.verifier import Verifier


def environment(folder: Path, *packages: str) -> Path:
    """An environment as `venv` lays it, with the metadata of some packages."""
    site = folder / "lib" / "python3.11" / "site-packages"
    site.mkdir(parents=True)
    (folder / "bin").mkdir()
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\n")
    (folder / "bin" / "python").symlink_to(sys.executable)
    for package in packages:
        (site / f"{package}.dist-info").mkdir()
    return folder / "bin" / "python"


@pytest.mark.parametrize(
    "packages, legacy, major",
    [
        (["tensorflow-2.21.0", "keras-3.15.0"], "", 3),
        (["tensorflow-2.21.0", "keras-3.15.0"], "1", 3),
        (["tensorflow-2.21.0", "keras-3.15.0", "tf_keras-2.21.0"], "", 3),
        (["tensorflow-2.21.0", "keras-3.15.0", "tf_keras-2.21.0"], "1", 2),
        (["tensorflow_cpu-2.15.1", "keras-2.15.0"], "", 2),
        (["tensorflow-2.15.1", "keras-2.15.0"], "True", 2),
        (["jax-0.4", "keras-3.9.0"], "", 3),
        (["tf-keras-2.16.0"], "", 2),
        (["numpy-2.0.0"], "", None),
        ([], "1", None),
    ],
)
def test_keras_major(packages: list[str], legacy: str, major: int | None, tmp_path: Path) -> None:
    assert keras_major(environment(tmp_path / "env", *packages), {"TF_USE_LEGACY_KERAS": legacy}) == major


def test_the_one_named_wins(tmp_path: Path) -> None:
    environment(tmp_path / ".venv")
    assert find_interpreter(Path("/usr/bin/python3"), tmp_path, {}) == Path("/usr/bin/python3")


def test_an_environment_s_folder_may_be_named(tmp_path: Path) -> None:
    python = environment(tmp_path / "named")
    assert find_interpreter(tmp_path / "named", tmp_path, {}) == python


def test_the_active_one_comes_next(tmp_path: Path) -> None:
    active = environment(tmp_path / "active")
    environment(tmp_path / "project" / ".venv")
    assert find_interpreter(None, tmp_path / "project", {"VIRTUAL_ENV": str(tmp_path / "active")}) == active


@pytest.mark.parametrize("name", [".venv", "venv", "env"])
def test_the_project_s_own_is_found_from_below(name: str, tmp_path: Path) -> None:
    python = environment(tmp_path / name)
    (tmp_path / "src" / "deep").mkdir(parents=True)
    assert find_interpreter(None, tmp_path / "src" / "deep", {"VIRTUAL_ENV": "/absent"}) == python


def test_a_folder_of_that_name_is_not_enough(tmp_path: Path) -> None:
    (tmp_path / "env" / "bin").mkdir(parents=True)
    (tmp_path / "env" / "bin" / "python").touch()
    assert find_interpreter(None, tmp_path, {}) == Path(sys.executable)


def test_an_interpreter_without_keras_runs_nothing(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "bare")], check=True)
    script = tmp_path / "train.py"
    script.write_text("raise SystemExit(1)\n")
    with Verifier(tmp_path / "bare" / "bin" / "python") as verifier:
        execution = verifier.run(Job(script))
    assert execution.ending is Ending.NOT_RUN
    assert 'pip install "fixer[tensorflow]"' in execution.detail


def test_an_interpreter_that_is_none(tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.touch()
    for python in (tmp_path / "absent", tmp_path):
        with Verifier(python) as verifier:
            execution = verifier.run(Job(script))
        assert execution.ending is Ending.NOT_RUN
        assert str(python) in execution.detail


def test_an_interpreter_that_is_not_python(tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.touch()
    false = tmp_path / "python"
    false.write_text("#!/bin/sh\necho broken >&2\nexit 3\n")
    false.chmod(0o755)
    with Verifier(false) as verifier:
        execution = verifier.run(Job(script))
    assert execution.ending is Ending.NOT_RUN
    assert "broken" in execution.detail


def test_a_script_that_is_not_there(tmp_path: Path) -> None:
    with Verifier(Path(sys.executable)) as verifier:
        assert verifier.run(Job(tmp_path / "absent.py")).ending is Ending.NOT_RUN


def test_importing_the_room_is_cheap() -> None:
    program = "import sys, fixer.verify; print(len([m for m in sys.modules if m in ('subprocess', 'json', 'socket')]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
