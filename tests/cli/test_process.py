"""The command as a process: what only the operating system can show."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}


def fixer(*arguments: str, cwd: Path, input: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**ENVIRONMENT, **environment}
    return subprocess.run(
        [sys.executable, "-m", "fixer", *arguments],
        cwd=cwd,
        input=input,
        env=env,
        capture_output=True,
        check=False,
    )


BAD = {
    "not_python.py": (b"for x in\n", "is not Python: "),
    "python2.py": (b'print "loss"\n', "is Python 2 "),
    "empty.py": (b"", "is empty"),
    "binary.py": (b"\x7fELF\0\0", "is binary"),
    "latin.py": (b"x = '\xe9'\n", "is not UTF-8"),
    "notebook.ipynb": (b'{"cells": [], "nbformat": 4}', "is a notebook"),
    "disguised.py": (b'{"cells": [], "nbformat": 4}', "is a notebook"),
    "deep.py": (b"x = " + b"[" * 9000 + b"]" * 9000, "too"),
}


@pytest.mark.parametrize("command", ["check", "diff", "apply", "verify"])
def test_bad_input_gets_one_line_each_and_the_good_one_goes_on(tmp_path: Path, command: str) -> None:
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "dangling.py").symlink_to("nowhere.py")
    (tmp_path / "fine.py").write_bytes(b"x = 1\n")
    expected = {
        **{name: reason for name, (_, reason) in BAD.items()},
        "missing.py": "is not there",
        "dangling.py": "is a symbolic link to a file that is not there",
    }
    options = ["--no-verify"] if command == "apply" else []
    result = fixer(command, *options, *(name for name in expected), cwd=tmp_path)
    lines = result.stderr.decode().splitlines()
    assert result.returncode == 2
    assert len(lines) == len(expected), lines
    for line, (name, reason) in zip(lines, expected.items(), strict=True):
        assert line.startswith(f"error: {name}: "), line
        assert reason in line
    assert {name: (tmp_path / name).read_bytes() for name in BAD} == {name: data for name, (data, _) in BAD.items()}


def test_an_empty_init_is_as_it_should_be(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").touch()
    assert fixer("check", "__init__.py", cwd=tmp_path).returncode == 0
    assert fixer("check", ".", cwd=tmp_path).returncode == 0


def test_what_is_not_needed_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text("import keras\nmodel.fit(x, y)\n")
    probe = (
        "import sys; sys.argv[1:] = {!r}\n"
        "from fixer.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({{name.split('.')[0] for name in sys.modules}} & set({!r})), file=sys.stderr)"
    )
    for arguments, unwanted in (
        (["--version"], ["typer", "rich", "libcst", "pathspec", "tensorflow", "keras", "numpy", "codemods"]),
        (["check", "train.py"], ["rich", "libcst", "pathspec", "tensorflow", "keras", "numpy"]),
    ):
        result = subprocess.run(
            [sys.executable, "-c", probe.format(arguments, unwanted)],
            cwd=tmp_path,
            env=ENVIRONMENT,
            capture_output=True,
            check=True,
        )
        assert result.stderr.decode().splitlines()[-1] == "[]"


def test_a_name_that_is_not_text_does_not_end_the_run(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.py")
    try:
        (tmp_path / name).write_text("x = (\n")
    except OSError:
        pytest.skip("this file system takes text only")
    result = fixer("check", "--output-format", "json", ".", name, cwd=tmp_path)
    assert result.returncode == 2
    assert len(json.loads(result.stdout)["failures"]) == 1
    assert b"caf\\udce9.py: is not Python" in result.stderr


def test_a_terminal_that_lacks_letters(tmp_path: Path) -> None:
    (tmp_path / "é.py").write_text("x = (\n")
    result = fixer("check", "é.py", cwd=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.returncode == 2
    assert b"\\xe9.py: is not Python" in result.stderr


def test_version(tmp_path: Path) -> None:
    result = fixer("--version", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (0, b"fixer 0.1.0\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_on_a_terminal_only(tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    import pty

    master, slave = pty.openpty()
    env = {**ENVIRONMENT, "TERM": "xterm", **environment}
    if "NO_COLOR" not in environment:
        env.pop("NO_COLOR", None)
    subprocess.run([sys.executable, "-m", "fixer", "check", "missing.py"], cwd=tmp_path, stderr=slave, env=env)
    os.close(slave)
    assert (b"\x1b[" in os.read(master, 4096)) is coloured
    os.close(master)


def test_a_script_that_trains_by_a_module_of_its_own(tmp_path: Path) -> None:
    """It has no word of Keras in it; another that has nothing to do with the module is left alone."""
    (tmp_path / "net.py").write_text(
        "from tensorflow.keras import Sequential, layers\n\n\n"
        "def build():\n    return Sequential([layers.Input((4,)), layers.Dense(3, activation='softmax')])\n"
    )
    text = (
        "import numpy as np\nfrom net import build\n\nmodel = build()\n"
        "model.compile('adam', 'categorical_crossentropy')\n"
        "model.fit(np.random.rand(20, 4), np.arange(20) % 3)\n"
    )
    (tmp_path / "run.py").write_text(text)
    (tmp_path / "other.py").write_text(text.replace("from net", "from elsewhere"))
    result = fixer("diff", ".", cwd=tmp_path)
    assert result.stdout.decode().count("+model.compile('adam', 'sparse_categorical_crossentropy')") == 1
    assert b"b/run.py" in result.stdout
