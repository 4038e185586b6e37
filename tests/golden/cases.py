"""The golden cases: `golden/<rule>/<case>/` with `before.py`, perhaps `after.py`, and `case.toml`.

A case with `after.py` is a fault and its mend; one without is a near miss, which
stays as it is. `case.toml` states what an execution shows on each Keras, in the
words of `tests.golden.cases.describe`; `unsafe = true` where the mend needs `--unsafe-fixes`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from codemods import Rule, all_rules
from fixer import engine
from fixer.config import Settings
from fixer.source import SourceFile
from fixer.verify.execution import Ending, Execution, Outcome

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

GOLDEN = Path(__file__).parents[2] / "golden"
KERAS = (2, 3)


@dataclass(frozen=True)
class Case:
    """One folder of golden/."""

    folder: Path

    @property
    def id(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    @cached_property
    def rule(self) -> Rule:
        return next(rule for rule in all_rules() if rule.name == self.folder.parent.name)

    @property
    def before(self) -> Path:
        return self.folder / "before.py"

    @property
    def after(self) -> Path:
        return self.folder / "after.py"

    @property
    def is_fault(self) -> bool:
        return self.after.exists()

    @cached_property
    def stated(self) -> dict[str, Any]:
        return tomllib.loads((self.folder / "case.toml").read_text())

    def settings(self, keras: int, only_own_rule: bool = True) -> Settings:
        return Settings(
            root=GOLDEN,
            select=(self.rule.code,) if only_own_rule else (),
            target_keras=keras,
            unsafe_fixes=bool(self.stated.get("unsafe", False)),
        )

    def targets(self) -> list[int]:
        """The versions of Keras that the case says something of (a PyTorch case: one is enough)."""
        return [keras for keras in KERAS if f"keras{keras}" in self.stated]


def all_cases() -> list[Case]:
    return [Case(path.parent) for path in sorted(GOLDEN.glob("*/*/before.py"))]


def mended(case: Case, source: SourceFile, keras: int) -> engine.Proposal:
    (proposal,) = engine.propose([source], case.settings(keras))
    return proposal


def describe(execution: Execution) -> str:
    """What an execution showed, in the words of `case.toml`."""
    if execution.ending in (Ending.TIMEOUT, Ending.KILLED, Ending.NO_DATA, Ending.NOT_RUN):
        return execution.ending.value
    for call in execution.calls:
        if call.outcome is Outcome.FAILED:
            return f"{call.error.type if call.error else 'failure'} in {call.kind}"
        if call.outcome is not Outcome.TRAINED:
            return call.outcome.value
    if execution.error is not None:
        return execution.error.type
    return "trains" if execution.healthy else "runs"
