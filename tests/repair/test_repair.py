"""Mends that only an execution can find: real scripts, real Keras, real processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from fixer import engine
from fixer.config import Settings
from fixer.engine import Proven
from fixer.source import SourceFile
from fixer.verify.execution import VerdictKind

Run = Callable[..., dict[str, Proven]]

SAVED = """
import os, tempfile
import numpy as np
from tensorflow import keras

folder = tempfile.mkdtemp()
np.save(os.path.join(folder, "x.npy"), {x})
np.save(os.path.join(folder, "y.npy"), {y})
x = np.load(os.path.join(folder, "x.npy"))
y = np.load(os.path.join(folder, "y.npy"))
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(jobs: int = 2, unsafe: bool = True, **files: str) -> dict[str, Proven]:
        sources = []
        for name, text in files.items():
            path = tmp_path / f"{name}.py"
            path.write_text(dedent(text).lstrip())
            sources.append(SourceFile.read(path))
        settings = Settings(root=tmp_path, python=Path(sys.executable), unsafe_fixes=unsafe, jobs=jobs)
        within = {source.path.resolve() for source in sources}
        proposals = list(engine.propose(sources, settings, within))
        return {proven.proposal.source.path.stem: proven for proven in engine.prove(proposals, settings)}

    return run


def saved(x: str, y: str, rest: str) -> str:
    return SAVED.format(x=x, y=y) + dedent(rest)


def test_shapes_and_labels_that_only_files_know(run: Run) -> None:
    script = saved(
        "np.random.rand(40, 20, 20, 1)",
        "np.random.randint(0, 3, 40)",
        """
        model = keras.Sequential([
            keras.layers.Conv2D(4, 3, input_shape=(20, 20, 3)),
            keras.layers.Flatten(),
            keras.layers.Dense(3, activation="softmax"),
        ])
        model.compile("adam", "categorical_crossentropy")
        model.fit(x, y, epochs=2)
        """,
    )
    proven = run(script=script)["script"]
    assert proven.verdict.kind is VerdictKind.FIXED
    assert "input_shape=(20, 20, 1)" in proven.proposal.text
    assert '"sparse_categorical_crossentropy"' in proven.proposal.text
    assert proven.proposal.remaining == ()


def test_nothing_is_found_by_reading_alone(tmp_path: Path) -> None:
    script = saved("np.random.rand(40, 7)", "np.random.rand(40)", "m = keras.Sequential()\nm.fit(x, y)\n")
    source = SourceFile.from_text(tmp_path / "script.py", script)
    assert engine.check(source, Settings(target_keras=3)) == []


def test_a_fault_behind_a_fault(run: Run) -> None:
    script = saved(
        "np.random.rand(30, 6)",
        "np.random.randint(0, 4, 30)",
        """
        def read():
            return [list(row) for row in x]

        model = keras.Sequential([keras.Input(shape=6), keras.layers.Dense(4, activation="softmax")])
        model.compile("sgd", "categorical_crossentropy", metrics="accuracy")
        model.fit(read(), y)
        """,
    )
    proven = run(script=script)["script"]
    assert proven.verdict.kind is VerdictKind.FIXED, proven.verdict
    codes = {applied.finding.code for applied in proven.proposal.applied}
    assert {"KF106", "KF203", "KF204", "KF303"} <= codes


def test_a_healthy_script_is_left_alone(run: Run) -> None:
    script = saved(
        "np.random.rand(30, 6)",
        "np.random.rand(30, 1)",
        """
        model = keras.Sequential([keras.layers.Dense(1)])
        model.compile("sgd", "mse")
        model.fit(x, y, epochs=2)
        """,
    )
    proven = run(script=script)["script"]
    assert not proven.proposal.changed
    assert proven.verdict.kind is VerdictKind.PRESERVED


def test_a_failure_without_a_mend_is_told(run: Run) -> None:
    script = """
        import numpy as np
        from tensorflow import keras
        model = keras.Sequential([keras.layers.Dense(1)])
        model.compile("sgd", "mse")
        raise ValueError("the data is not what it was")
        model.fit(np.ones((4, 2)), np.ones((4, 1)))
        """
    proven = run(script=script)["script"]
    assert not proven.proposal.changed
    assert proven.verdict.kind is VerdictKind.UNCHANGED
    assert proven.verdict.after.error is not None and "what it was" in proven.verdict.after.error.message


def test_a_module_is_mended_where_its_script_shows_the_fault(run: Run) -> None:
    results = run(
        batches="""
            import numpy as np
            def load(n):
                return np.random.rand(n, 5), np.random.rand(n + 1)
            """,
        train="""
            from batches import load
            from tensorflow import keras
            x, y = load(20)
            model = keras.Sequential([keras.layers.Dense(1)])
            model.compile("sgd", "mse")
            model.fit(x, y)
            """,
    )
    assert all(proven.verdict.kind is VerdictKind.FIXED for proven in results.values())
    assert results["batches"].proposal.changed or results["train"].proposal.changed


def test_jobs_make_no_difference(run: Run) -> None:
    fault = "model = keras.Sequential([keras.Input({shape}), keras.layers.Dense(1)])\nmodel.compile('sgd', 'mse')\n"
    scripts = {
        f"script_{n}": saved(
            f"np.random.rand(9, {n})", "np.random.rand(9, 1)", fault.format(shape=n) + "model.fit(x, y)\n"
        )
        for n in (3, 4, 5)
    }
    one, two = run(jobs=1, **scripts), run(jobs=2, **scripts)
    assert {k: (v.proposal.text, v.verdict.kind) for k, v in one.items()} == {
        k: (v.proposal.text, v.verdict.kind) for k, v in two.items()
    }
    assert all(proven.verdict.kind is VerdictKind.FIXED for proven in one.values())


def test_the_command_says_what_was_wrong_and_what_ran_after(tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(
        saved(
            "np.random.rand(12, 3)",
            "np.random.rand(12)",
            "m = keras.Sequential([keras.layers.Dense(1)])\nm.compile('sgd', 'mse')\nm.fit(x.tolist(), y.tolist())\n",
        )
    )
    command = [sys.executable, "-m", "fixer", "apply", "--python", sys.executable, str(script)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert "Unrecognized data type" in done.stdout and "trained" in done.stdout, done.stdout + done.stderr
    assert "m.fit(x, y)" in script.read_text()
