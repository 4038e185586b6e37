"""What one bounded execution of a script showed, and what two of them prove.

Nothing here runs anything; `fixer.verify.verifier` does. Front ends and the
engine need only these types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any


class Outcome(str, Enum):
    """What became of one call of fit, evaluate, predict or train_on_batch."""

    TRAINED = "trained"
    """It returned, on everything that was asked for."""
    FAILED = "failed"
    """It raised, whether or not the script caught the exception."""
    STARVED = "starved"
    """It returned, but its data cannot feed all the epochs and steps asked for."""
    ENDLESS = "endless"
    """Its generator never ends and no steps_per_epoch was given."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception as a person needs it: where in the user's code, and Keras's words."""

    type: str
    message: str
    path: Path | None = None
    """The innermost file of the user's own code in the traceback."""
    line: int = 0
    """1-based; 0 where there is no such file."""


@dataclass(frozen=True, slots=True)
class CallOutcome:
    """One call of a model's method, in the order in which the calls were made."""

    kind: str
    """fit, evaluate, predict or train_on_batch; for PyTorch `loop`."""
    path: Path
    line: int
    outcome: Outcome
    detail: str = ""
    """One line of evidence: `3 steps of 32 samples, loss 2.31 -> 2.29`."""
    error: Failure | None = None
    epochs: int = 1
    """Epochs that the script asked for."""
    batches: tuple[int, ...] = ()
    """Batches trained on in each epoch; what was run, not what was asked for."""


class Ending(str, Enum):
    """How the process of an execution came to its end."""

    FINISHED = "finished"
    RAISED = "raised"
    TIMEOUT = "timeout"
    KILLED = "killed"
    """A limit was hit (memory, processes), or it ended itself by a signal."""
    NO_DATA = "no-data"
    """It stopped at a file or download that is not here; `detail` names it."""
    NOT_RUN = "not-run"
    """No execution took place; `detail` says why and what to do."""


@dataclass(frozen=True, slots=True)
class Execution:
    """One execution of a script on a tiny batch."""

    ending: Ending
    calls: tuple[CallOutcome, ...] = ()
    error: Failure | None = None
    """The exception that ended the script, if one did."""
    detail: str = ""
    isolation: str = "none"
    """`full`, `landlock`, `basic`, or `none` where nothing was run."""
    stand_ins: tuple[str, ...] = ()
    """What was put in the place of data that is not here, a phrase each."""
    keras: str = ""
    """Version and backend that ran it, as `keras 3.15.0 (tensorflow)`."""
    seconds: float = 0.0
    reached: frozenset[str] = frozenset()
    """Functions of the user's own files that ran, as `path:line` of their `def`."""
    seen: tuple[tuple[str, dict[str, Any]], ...] = ()
    """What expressions gave, if the job asked to observe: `path:line:column:end line:end column` and a
    description (`fixer.verify.runner.observe`). Kinds, shapes, dtypes and ranges, never the values."""
    models: tuple[dict[str, Any], ...] = ()
    """The model of each call, if the job asked to observe, as `fixer.verify.runner.observe.model` describes it."""

    @property
    def healthy(self) -> bool:
        """Whether a fit was reached, every call of a model succeeded and the script ended well."""
        return (
            self.ending is Ending.FINISHED
            and any(c.kind in TRAINING for c in self.calls)
            and all(c.outcome is Outcome.TRAINED for c in self.calls)
        )

    @property
    def on_stand_ins(self) -> bool:
        """Whether data were stood in for; a plot that is not drawn is none."""
        return any(not phrase.endswith(UNDRAWN) for phrase in self.stand_ins)


UNDRAWN = "draws nothing"
"""How the phrase ends that names a plotting library stood in for."""
TRAINING = frozenset({"fit", "train_on_batch", "loop"})


@dataclass(frozen=True, slots=True)
class Job:
    """A script to execute, with the text that it should see in place of what is on disk."""

    script: Path
    files: Mapping[Path, bytes] = field(default_factory=dict)
    args: tuple[str, ...] = ()
    observe: bool = False
    """Whether to note what the expressions of the user's own files give."""
    bounded: bool = True
    """False trains every fit in full, for tests: epochs and steps are left as they are."""
    cwd: Path | None = None
    """The folder to run in; the script's own where None."""
    project: Path | None = None
    """The folder whose files are the user's own code; found from the script where None."""
    data: Path | None = None
    """A script of the user's that is run before, in the same sandbox, to make the data."""


class VerdictKind(str, Enum):
    """What the execution before and the one after show together."""

    FIXED = "fixed"
    PRESERVED = "preserved"
    PROGRESSED = "progressed"
    UNCHANGED = "unchanged"
    REGRESSED = "regressed"
    NOT_REACHED = "not-reached"
    NO_DATA = "no-data"
    TIMEOUT = "timeout"
    NOT_RUN = "not-run"

    @property
    def proven(self) -> bool:
        """Whether `apply` writes on this verdict by itself."""
        return self in (VerdictKind.FIXED, VerdictKind.PRESERVED, VerdictKind.PROGRESSED)

    @property
    def unreachable(self) -> bool:
        """Whether no execution could judge the change: written only with `--unproven`."""
        return self in (VerdictKind.NOT_REACHED, VerdictKind.NO_DATA, VerdictKind.NOT_RUN)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A change and what two executions, before and after, showed of it."""

    kind: VerdictKind
    before: Execution
    after: Execution
