"""What two executions prove, case by case. Nothing is run here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fixer.verify.execution import CallOutcome, Ending, Execution, Failure, Outcome, VerdictKind
from fixer.verify.verdict import judge

SCRIPT = Path("train.py")


def failure(kind: str = "ValueError", message: str = "shapes (3,) and (4,)", line: int = 10) -> Failure:
    return Failure(kind, message, SCRIPT, line)


def call(
    outcome: str = "trained", error: Failure | None = None, kind: str = "fit", detail: str = "", line: int = 10
) -> CallOutcome:
    if outcome == "failed" and error is None:
        error = failure(line=line)
    return CallOutcome(kind, SCRIPT, line, Outcome(outcome), detail, error)


def finished(*calls: CallOutcome) -> Execution:
    return Execution(Ending.FINISHED, calls)


def raised(*calls: CallOutcome, error: Failure | None = None) -> Execution:
    return Execution(Ending.RAISED, calls, error or (calls[-1].error if calls else None) or failure())


def ended(ending: Ending, *calls: CallOutcome, detail: str = "") -> Execution:
    return Execution(ending, calls, detail=detail)


GOOD = call()
BAD = call("failed")
OTHER = call("failed", failure(message="Label value 7 is outside [0, 3)", line=12))

CASES = {
    # before, after, verdict
    "mended": (raised(BAD), finished(GOOD), "fixed"),
    "mended, though the script had caught it": (finished(BAD, GOOD), finished(GOOD, GOOD), "fixed"),
    "the crash hid the later calls": (raised(BAD), finished(GOOD, GOOD, call(kind="evaluate")), "fixed"),
    "the code before the call": (raised(error=failure("AttributeError")), finished(GOOD), "fixed"),
    "starved": (finished(call("starved")), finished(GOOD), "fixed"),
    "endless": (finished(call("endless")), finished(GOOD), "fixed"),
    "it never ended": (ended(Ending.TIMEOUT), finished(GOOD), "fixed"),
    "a prediction": (raised(call("failed", kind="predict")), finished(call(kind="predict")), "fixed"),
    "nothing was wrong": (finished(GOOD), finished(GOOD), "preserved"),
    "nothing was wrong, one call more": (finished(GOOD), finished(GOOD, GOOD), "preserved"),
    "a training is gone": (finished(GOOD, GOOD), finished(GOOD), "regressed"),
    "a training becomes a prediction": (finished(GOOD), finished(call(kind="predict")), "regressed"),
    "it broke": (finished(GOOD), raised(BAD), "regressed"),
    "it broke after the call": (finished(GOOD), raised(GOOD, error=failure("KeyError")), "regressed"),
    "it takes for ever": (finished(GOOD), ended(Ending.TIMEOUT), "regressed"),
    "it lost its data": (finished(GOOD), ended(Ending.NO_DATA, detail="no such file: x"), "regressed"),
    "its loss became no number": (
        finished(GOOD), finished(call(detail="loss 2 -> nan: the loss is not a number")), "regressed"),
    "its loss was no number": (
        finished(call(detail="loss 2 -> nan: the loss is not a number")), finished(GOOD), "preserved"),
    "the next fault": (raised(BAD), raised(GOOD, OTHER), "progressed"),
    "another fault at the same call": (raised(BAD), raised(OTHER), "progressed"),
    "the call is reached": (raised(error=failure("AttributeError", "no fit_generator")), raised(BAD), "progressed"),
    "the call is reached no more": (raised(BAD), raised(error=failure("AttributeError", "no fit")), "regressed"),
    "fewer go well": (raised(GOOD, BAD), raised(BAD), "regressed"),
    "it trains, if not on all": (raised(BAD), finished(call("starved")), "progressed"),
    "it trained, if not on all": (finished(call("starved")), raised(BAD), "regressed"),
    "one of two that are caught": (finished(BAD, BAD), finished(BAD, GOOD), "progressed"),
    "the first of two that are caught": (finished(BAD, BAD), finished(GOOD, BAD), "progressed"),
    "another of two that are caught": (finished(BAD, GOOD), finished(BAD, BAD), "regressed"),
    "the fault moved a line": (raised(BAD), raised(call("failed", line=13)), "unchanged"),
    "the same": (raised(BAD), raised(BAD), "unchanged"),
    "the same, of layers with other numbers": (
        raised(call("failed", failure(message="layer dense_1 takes 3"))),
        raised(call("failed", failure(message="layer dense_4 takes 3"))), "unchanged"),
    "the same, of other samples": (
        raised(call("failed", failure(message="value of 7 is out of [0, 3).  Label values: 1 2 7"))),
        raised(call("failed", failure(message="value of 7 is out of [0, 3).  Label values: 0 7 7"))), "unchanged"),
    "another number": (
        raised(call("failed", failure(message="takes 3, got 1"))),
        raised(call("failed", failure(message="takes 3, got 4"))), "progressed"),
    "the change itself is broken": (raised(BAD), raised(call("failed", failure("NameError", "x"))), "regressed"),
    "the script no longer parses": (
        raised(error=failure("ImportError")), raised(error=failure("SyntaxError", "invalid")), "regressed"),
    "a fault before, earlier now": (
        raised(error=failure("TypeError", "a", 20)), raised(error=failure("TypeError", "b", 5)), "regressed"),
    "a fault before, later now": (
        raised(error=failure("TypeError", "a", 20)), raised(error=failure("TypeError", "b", 25)), "progressed"),
    "the error is gone, nothing is trained": (raised(error=failure()), finished(), "progressed"),
    "no call at all": (finished(), finished(), "not-reached"),
    "no data": (ended(Ending.NO_DATA), ended(Ending.NO_DATA), "no-data"),
    "data is missing after the mended call": (raised(BAD), ended(Ending.NO_DATA, GOOD), "progressed"),
    "data is missing where it was": (ended(Ending.NO_DATA, GOOD), ended(Ending.NO_DATA, GOOD), "no-data"),
    "too slow": (ended(Ending.TIMEOUT), ended(Ending.TIMEOUT), "timeout"),
    "too slow, but further": (ended(Ending.TIMEOUT), ended(Ending.TIMEOUT, GOOD), "progressed"),
    "killed": (ended(Ending.KILLED, detail="memory"), ended(Ending.KILLED, detail="memory"), "unchanged"),
    "no Keras": (ended(Ending.NOT_RUN), ended(Ending.NOT_RUN), "not-run"),
    "after was not run": (raised(BAD), ended(Ending.NOT_RUN), "not-run"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_judge(name: str) -> None:
    before, after, expected = CASES[name]
    verdict = judge(before, after)
    assert verdict.kind.value == expected
    assert (verdict.before, verdict.after) == (before, after)


@pytest.mark.parametrize("name", [n for n, (b, _, _) in CASES.items() if b.ending is not Ending.NOT_RUN])
def test_an_execution_against_itself_proves_nothing_new(name: str) -> None:
    before = CASES[name][0]
    again = replace(before, seconds=before.seconds + 1)
    assert judge(before, again).kind in {
        VerdictKind.PRESERVED, VerdictKind.UNCHANGED, VerdictKind.NOT_REACHED, VerdictKind.NO_DATA, VerdictKind.TIMEOUT,
    }  # fmt: skip
