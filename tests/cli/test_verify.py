"""`fixer verify`: what is told of an execution."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from cli_stage import FAILED, NOT_RUN, TRAINED, Stage

import fixer.verify
from fixer.report import evidence
from fixer.report.paint import Paint
from fixer.verify.execution import CallOutcome, Ending, Execution, Failure, Job, Outcome, Verdict, VerdictKind

PLAIN = Paint(False)


class Player:
    """A verifier that gives the executions that a test has written down, the last job first."""

    executions: ClassVar[dict[str, Execution]] = {}
    jobs: ClassVar[list[Job]] = []

    def __init__(self, python: Path, *, timeout: float, jobs: int) -> None:
        self.options = (python, timeout, jobs)

    def __enter__(self) -> Player:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run_many(self, jobs: Sequence[Job]) -> Iterator[tuple[int, Execution]]:
        self.jobs.extend(jobs)
        for number, job in reversed(list(enumerate(jobs))):
            yield number, self.executions[job.script.name]


@pytest.fixture
def player(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> type[Player]:
    Player.executions, Player.jobs = {}, []
    monkeypatch.setattr(fixer.verify, "Verifier", Player, raising=False)
    return Player


def test_each_call_is_told(stage: Stage, player: type[Player]) -> None:
    stage.write("a.py", "bad\n")
    stage.write("train.py", "bad\n")
    player.executions = {"a.py": TRAINED, "train.py": FAILED}
    result = stage.fixer("verify", ".")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "train.py: failed",
        "  outcome   fit in line 3 failed: ValueError: Input 0 of layer is incompatible",
        "            expected (32, 64)",
        "  proof     keras 3.15.0 (tensorflow); isolation full; 0.0 s",
        "a.py: trained (stand-in data)",
        "  outcome   fit in train.py:3 trained: 3 steps of 32 samples, loss 2.31 -> 2.29",
        "  proof     keras 3.15.0 (tensorflow); isolation full; stood in: mnist of the real shape; 1.2 s",
        "1 of 2 scripts ran well.",
    ]


def test_all_trained(stage: Stage, player: type[Player]) -> None:
    stage.write("train.py", b"# coding: latin-1\r\nbad = '\xe9'\r\n")
    stage.write("pyproject.toml", '[tool.fixer.args]\n"train.py" = ["--small"]\n')
    player.executions = {"train.py": TRAINED}
    assert stage.fixer("verify", "-q", "train.py").exit_code == 0
    (job,) = player.jobs
    assert job.args == ("--small",)
    assert job.files == {Path("train.py"): b"# coding: latin-1\r\nbad = '\xe9'\r\n"}


def test_a_module_that_a_script_has_run_is_no_script(stage: Stage, player: type[Player]) -> None:
    stage.write("model.py", "bad\n")
    stage.write("train.py", "bad\n")
    idle = Execution(Ending.FINISHED)
    reached = frozenset({f"{stage.folder}/model.py:1"})
    player.executions = {"model.py": idle, "train.py": replace(TRAINED, reached=reached)}
    result = stage.fixer("verify", ".")
    assert result.exit_code == 0
    assert "model.py" not in result.stdout
    assert result.stdout.endswith("1 of 1 script ran well.\n")
    player.executions["train.py"] = TRAINED
    result = stage.fixer("verify", ".")
    assert result.exit_code == 1
    assert "model.py: not-reached (it ended, and no call of fit was reached)" in result.stdout


def test_without_a_keras_it_says_how_to_get_one(stage: Stage, player: type[Player]) -> None:
    stage.write("train.py", "bad\n")
    player.executions = {"train.py": NOT_RUN}
    result = stage.fixer("verify", "train.py")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:2] == [
        "train.py: not-run",
        "  outcome   no Keras there: pip install 'fixer[tensorflow]'",
    ]


def test_a_bad_file_is_named_and_not_run(stage: Stage, player: type[Player]) -> None:
    stage.write("a.py", "bad = (\n")
    result = stage.fixer("verify", "a.py")
    assert (result.exit_code, player.jobs) == (2, [])
    assert result.stderr.startswith("error: a.py: is not Python")


def test_as_json(stage: Stage, player: type[Player]) -> None:
    stage.write("train.py", "bad\n")
    player.executions = {"train.py": FAILED}
    data = json.loads(stage.fixer("verify", "--output-format", "json", "train.py").stdout)
    assert data["files"][0]["path"] == "train.py"
    assert data["files"][0]["execution"]["ending"] == "raised"
    assert data["files"][0]["execution"]["calls"][0]["outcome"] == "failed"


@pytest.mark.parametrize(
    ("execution", "state", "lines"),
    [
        (Execution(Ending.TIMEOUT, detail="after 60 s"), "timeout", ["timeout: after 60 s"]),
        (Execution(Ending.KILLED), "killed", ["killed"]),
        (
            Execution(Ending.FINISHED, (CallOutcome("predict", Path("a.py"), 1, Outcome.TRAINED, "1 batch"),)),
            "ran (it trains nothing)",
            ["predict in line 1 ran: 1 batch"],
        ),
        (Execution(Ending.NO_DATA, detail="data.csv"), "no-data", ["no-data: data.csv"]),
        (
            Execution(Ending.RAISED, error=Failure("KeyError", "'x'", Path("a.py"), 7)),
            "failed",
            ["it raised in line 7: KeyError: 'x'"],
        ),
        (
            Execution(Ending.RAISED, error=Failure("SystemExit", "")),
            "failed",
            ["it raised: SystemExit"],
        ),
        (
            Execution(Ending.RAISED, TRAINED.calls, error=Failure("KeyError", "'x'", Path("util.py"), 7)),
            "failed",
            [
                "fit in train.py:3 trained: 3 steps of 32 samples, loss 2.31 -> 2.29",
                "it raised in util.py:7: KeyError: 'x'",
            ],
        ),
        (
            Execution(Ending.FINISHED, (CallOutcome("fit", Path("a.py"), 1, Outcome.TRAINED),) * 3),
            "trained",
            ["fit in line 1 trained (so 3 times)"],
        ),
        (
            Execution(Ending.FINISHED, (CallOutcome("fit", Path("a.py"), 1, Outcome.STARVED, "2 of 10 epochs"),)),
            "failed",
            ["fit in line 1 starved: 2 of 10 epochs"],
        ),
    ],
)
def test_states(execution: Execution, state: str, lines: list[str]) -> None:
    assert evidence.state(execution, PLAIN) == state
    assert evidence.outcomes(execution, Path("a.py")) == lines


def test_a_long_message_is_cut() -> None:
    text = evidence.failure(Failure("ValueError", "x" * 500 + "\n\n  second\nthird"))
    first, second = text.split("\n")
    assert len(first) <= 215 and first.endswith("…")
    assert second == "second"


def test_every_verdict_has_a_meaning() -> None:
    for kind in VerdictKind:
        plain, made = Execution(Ending.FINISHED), Execution(Ending.FINISHED, stand_ins=("x.csv: 128 rows",))
        assert evidence.verdict(Verdict(kind, plain, plain), PLAIN).startswith(f"{kind.value} (")
        assert evidence.verdict(Verdict(kind, made, made), PLAIN).startswith(f"{kind.value} (stand-in data): ")
