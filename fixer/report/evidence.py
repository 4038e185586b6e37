"""What executions showed, in lines for a person: each call of fit, the verdict, what it rests on."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from fixer.report.paint import Paint
from fixer.verify.execution import TRAINING, CallOutcome, Ending, Execution, Failure, Outcome, Verdict, VerdictKind

_WIDTH = 200
_MESSAGE_LINES = 2

_MEANING = {
    VerdictKind.FIXED: "failed before, trains now",
    VerdictKind.PRESERVED: "trained before, trains now",
    VerdictKind.PROGRESSED: "past this fault, fails at another",
    VerdictKind.UNCHANGED: "fails as it did before",
    VerdictKind.REGRESSED: "fails where it did not before",
    VerdictKind.NOT_REACHED: "no call of fit was reached",
    VerdictKind.NO_DATA: "its data is not here",
    VerdictKind.TIMEOUT: "did not come to an end in time",
    VerdictKind.NOT_RUN: "nothing was executed",
}


def verdict(verdict: Verdict, paint: Paint) -> str:
    """A verdict and what it means; marked where it rests on data that were made up."""
    kind = verdict.kind
    colour = paint.green if kind.proven else paint.yellow if kind.unreachable else paint.red
    if verdict.before.on_stand_ins or verdict.after.on_stand_ins:
        return f"{colour(kind.value)} (stand-in data): {_MEANING[kind]}"
    return f"{colour(kind.value)} ({_MEANING[kind]})"


def state(execution: Execution, paint: Paint) -> str:
    """What became of one execution as a whole, in a word or two."""
    if execution.healthy:
        return paint.green("trained") + (" (stand-in data)" if execution.on_stand_ins else "")
    if sound(execution):
        return paint.green("ran") + " (it trains nothing)"
    match execution.ending:
        case Ending.FINISHED if not execution.calls:
            return paint.yellow("not-reached") + " (it ended, and no call of fit was reached)"
        case Ending.FINISHED | Ending.RAISED:
            return paint.red("failed")
        case Ending.NO_DATA | Ending.NOT_RUN:
            return paint.yellow(execution.ending.value)
        case Ending.TIMEOUT | Ending.KILLED:
            return paint.red(execution.ending.value)


def report(script: Path, execution: Execution, paint: Paint) -> str:
    """One script as `verify` tells it."""
    lines = [f"{paint.bold(str(script))}: {state(execution, paint)}"]
    lines += indented(outcomes(execution, script), "outcome", paint)
    if execution.ending is not Ending.NOT_RUN:
        lines += indented([basis(execution)], "proof", paint)
    return "\n".join(lines)


def sound(execution: Execution) -> bool:
    """Whether all calls of a model went well; unlike `healthy` also of a script that only predicts."""
    return execution.ending is Ending.FINISHED and {call.outcome for call in execution.calls} == {Outcome.TRAINED}


def outcomes(execution: Execution, script: Path, only_bad: bool = False) -> list[str]:
    """Each call of a model's method, and how the script ended where that says more."""
    calls = [call for call in execution.calls if not only_bad or call.outcome is not Outcome.TRAINED]
    texts = Counter(_call(call, script) for call in calls)
    lines = [text if count == 1 else f"{text} (so {count} times)" for text, count in texts.items()]
    if execution.error is not None and all(call.error != execution.error for call in calls):
        lines.append(f"{_raised(execution.error, script)}: {failure(execution.error)}")
    match execution.ending:
        case Ending.FINISHED | Ending.RAISED:
            pass
        case Ending.NOT_RUN:
            lines.append(execution.detail)
        case ending:
            lines.append(f"{ending.value}: {execution.detail}" if execution.detail else ending.value)
    if lines or not only_bad:
        return lines or ["no call of fit was reached"]
    return outcomes(execution, script)


def basis(execution: Execution) -> str:
    """What an execution rests on: the Keras that ran it, how it was shut in, what was stood in for."""
    parts = [execution.keras or "no Keras was imported", f"isolation {execution.isolation}"]
    if execution.stand_ins:
        parts.append("stood in: " + ", ".join(execution.stand_ins))
    return "; ".join([*parts, f"{execution.seconds:.1f} s"])


def failure(failure: Failure) -> str:
    """An exception in Keras's own words, cut to what a person reads first."""
    lines = [line.strip() for line in failure.message.splitlines() if line.strip()]
    shown = [line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…" for line in lines[:_MESSAGE_LINES]]
    return f"{failure.type}: " + "\n".join(shown) if shown else failure.type


def indented(lines: Iterable[str], label: str, paint: Paint) -> list[str]:
    """`label` before the first line and room under it, as in a table of two columns."""
    rows = [row for line in lines for row in line.split("\n")]
    return [f"  {paint.dim(f'{label:<9}') if i == 0 else ' ' * 9} {row}".rstrip() for i, row in enumerate(rows)]


def _call(call: CallOutcome, script: Path) -> str:
    ran = call.outcome is Outcome.TRAINED and call.kind not in TRAINING
    text = f"{call.kind} {_place(call.path, call.line, script)} {'ran' if ran else call.outcome.value}"
    if call.error is not None:
        return f"{text}: {failure(call.error)}"
    return f"{text}: {call.detail}" if call.detail else text


def _raised(failure: Failure, script: Path) -> str:
    if failure.path is None or not failure.line:
        return "it raised"
    return f"it raised {_place(failure.path, failure.line, script)}"


def _place(path: Path, line: int, script: Path) -> str:
    """`in line 12`, with the file's name where it is not the script itself."""
    if os.path.abspath(path) == os.path.abspath(script) or path.name == script.name:
        return f"in line {line}"
    return f"in {path.name}:{line}"
