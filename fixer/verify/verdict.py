"""What two executions, before and after a change, prove of it.

Lines move with a change, and an earlier crash hides the calls after it. So the
executions are compared by the order of their calls, and faults by their words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fixer.verify.execution import TRAINING, CallOutcome, Ending, Execution, Failure, Outcome, Verdict, VerdictKind

RANK = {Outcome.FAILED: 0, Outcome.ENDLESS: 1, Outcome.STARVED: 2, Outcome.TRAINED: 3}
"""How far a call came."""

BROKEN_CODE = frozenset({"SyntaxError", "IndentationError", "TabError", "NameError", "UnboundLocalError"})
"""What a change may bring about by itself, and never is a step forward."""

NOT_A_NUMBER = "not a number"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that goes wrong in an execution."""

    call: int
    """How many calls went well before it."""
    within: bool
    """Whether it is the outcome of a call, and not of the code around the calls."""
    rank: int
    what: tuple[str, str]
    """Type and words, without what differs from run to run."""
    failure: Failure | None = None


def judge(before: Execution, after: Execution) -> Verdict:
    """Compare two executions of one script with the same arguments."""
    return Verdict(_kind(before, after), before, after)


def _kind(before: Execution, after: Execution) -> VerdictKind:
    if Ending.NOT_RUN in (before.ending, after.ending):
        return VerdictKind.NOT_RUN
    if _sound(before):
        return VerdictKind.PRESERVED if _sound(after) and not _lost(before, after) else VerdictKind.REGRESSED
    if _sound(after):
        return VerdictKind.FIXED
    change = _compared(before, after)
    if change is not VerdictKind.UNCHANGED:
        return change
    match after.ending:
        case Ending.NO_DATA:
            return VerdictKind.NO_DATA
        case Ending.TIMEOUT:
            return VerdictKind.TIMEOUT
        case Ending.FINISHED if not after.calls and before.ending is Ending.FINISHED:
            return VerdictKind.NOT_REACHED
    return VerdictKind.UNCHANGED


def _sound(execution: Execution) -> bool:
    """Healthy, or as good as that in a script that only predicts."""
    return (
        execution.ending is Ending.FINISHED
        and bool(execution.calls)
        and all(call.outcome is Outcome.TRAINED for call in execution.calls)
    )


def _lost(before: Execution, after: Execution) -> bool:
    """Whether less is trained than before, or it is trained to no number."""
    return _trainings(after) < _trainings(before) or (_has_nan(after) and not _has_nan(before))


def _trainings(execution: Execution) -> int:
    return sum(call.kind in TRAINING for call in execution.calls)


def _has_nan(execution: Execution) -> bool:
    return any(NOT_A_NUMBER in call.detail for call in execution.calls)


def _compared(before: Execution, after: Execution) -> VerdictKind:
    """Two executions that both leave something to be desired."""
    first, second = _first_fault(before), _first_fault(after)
    if first is None or second is None:
        if first is None and second is None:
            return VerdictKind.UNCHANGED  # nothing wrong, and no call, in either
        return VerdictKind.PROGRESSED if second is None else VerdictKind.REGRESSED
    if second.call != first.call:
        return VerdictKind.PROGRESSED if second.call > first.call else VerdictKind.REGRESSED
    if second.within != first.within:
        # the code before a call failed, and now the call itself is reached; or the other way about
        return VerdictKind.PROGRESSED if second.within else VerdictKind.REGRESSED
    if second.rank != first.rank:
        return VerdictKind.PROGRESSED if second.rank > first.rank else VerdictKind.REGRESSED
    if second.what != first.what and first.rank == RANK[Outcome.FAILED]:
        return _of_two_failures(first, second, after)
    return _of_the_rest(before, after)


def _of_two_failures(first: Fault, second: Fault, after: Execution) -> VerdictKind:
    """Different failures at the same call, or before the same call."""
    if second.what[0] in BROKEN_CODE and first.what[0] not in BROKEN_CODE:
        return VerdictKind.REGRESSED
    if after.ending in (Ending.NO_DATA, Ending.TIMEOUT, Ending.KILLED) and not second.within:
        return VerdictKind.UNCHANGED  # how far it would have come is not known
    one, other = first.failure, second.failure
    if not first.within and one and other and one.path == other.path and 0 < other.line < one.line:
        return VerdictKind.REGRESSED
    return VerdictKind.PROGRESSED


def _of_the_rest(before: Execution, after: Execution) -> VerdictKind:
    """The first fault is the same, and was survived (the script caught it, say): then by the calls that follow."""
    pairs = list(zip(before.calls, after.calls, strict=False))
    worse = any(RANK[b.outcome] < RANK[a.outcome] for a, b in pairs) or len(after.calls) < len(before.calls)
    better = any(RANK[b.outcome] > RANK[a.outcome] for a, b in pairs) or (
        len(after.calls) > len(before.calls) and after.calls[len(before.calls)].outcome is Outcome.TRAINED
    )
    if worse:
        return VerdictKind.REGRESSED
    if better:
        return VerdictKind.PROGRESSED
    if before.ending is not Ending.FINISHED and after.ending is Ending.FINISHED:
        return VerdictKind.PROGRESSED
    if before.ending is Ending.FINISHED and after.ending is Ending.RAISED:
        return VerdictKind.REGRESSED
    return VerdictKind.UNCHANGED


def _first_fault(execution: Execution) -> Fault | None:
    for index, call in enumerate(execution.calls):
        if call.outcome is not Outcome.TRAINED:
            return Fault(index, True, RANK[call.outcome], _words_of_call(call), call.error)
    if execution.ending is Ending.FINISHED:
        return None
    error = execution.error
    what = (error.type, _constant(error.message)) if error else (execution.ending.value, _constant(execution.detail))
    return Fault(len(execution.calls), False, RANK[Outcome.FAILED], what, error)


def _words_of_call(call: CallOutcome) -> tuple[str, str]:
    if call.error is not None:
        return call.error.type, _constant(call.error.message)
    return call.outcome.value, ""


def _constant(message: str) -> str:
    """A message without what differs from run to run: addresses, lines, sampled values, numbers of unnamed layers.

    Whole numbers stay: shapes, counts and labels are what a fault is known by.
    """
    message = re.sub(r"Label values:[^\n]*|\(in the graph[^\n]*|-?\d+\.\d+(?:e[-+]?\d+)?", "", message)
    message = re.sub(r"0x[0-9a-fA-F]+", "0x", message)
    message = re.sub(r"\bline \d+", "line", message)
    message = re.sub(r"\b([a-z][a-z0-9]*(?:_[a-z][a-z0-9]*)*)_\d+\b", r"\1", message)
    return message.strip()
