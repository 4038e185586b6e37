"""The command line by itself: an engine of three lines stands in for the real one, so that what is
tested is what is asked of it, printed of it and written for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import codemods
from fixer import engine
from fixer.cli.app import app
from fixer.config import Settings
from fixer.engine import Applied, Proposal, Proven
from fixer.findings import Applicability, Edit, Finding, Fix, Level, Span
from fixer.source import SourceFile, Suppressions, parse
from fixer.source.positions import LineIndex
from fixer.verify.execution import (
    CallOutcome,
    Ending,
    Execution,
    Failure,
    Outcome,
    Verdict,
    VerdictKind,
)

FAULTS = {
    "bad_size": ("KF101", "random-image-size", Level.ERROR, Applicability.SAFE, "good_size"),
    "bad_label": ("KF301", "label-count", Level.WARNING, Applicability.UNSAFE, "good_label"),
    "odd_unit": ("KF302", "odd-unit", Level.HINT, Applicability.DISPLAY_ONLY, "fine_unit"),
}
"""Each fault is a word; its mend is another word."""


def rule(word: str) -> codemods.Rule:
    code, name, level, applicability, _ = FAULTS[word]
    levels = {2: Level.ERROR, 3: level}
    doc = f"A program that says {word}.\n\n## What it does\nIt looks for {word}."
    return codemods.Rule(code, name, (word,), levels, applicability, doc, lambda facts: iter(()))


def findings(source: SourceFile, settings: Settings, text: str) -> list[Finding]:
    parse(replace(source, text=text))
    if "crash" in text:
        raise ZeroDivisionError("the engine broke")
    found = []
    index, hidden = LineIndex(text), Suppressions(text)
    here = settings.for_file(source.path)
    for word, (code, name, level, applicability, mend) in FAULTS.items():
        start = text.find(word)
        if start < 0 or not here.selects(code, name) or hidden.hides(code, index.line_number(start)):
            continue
        span = Span(start, start + len(word))
        edit = Edit(source.path, span.start, span.end, mend)
        fix = Fix(f"say {mend}", (edit,), applicability, "there are two ways")
        found.append(Finding(code, name, source.path, span, f"this says {word}", level, (fix,)))
    return sorted(found, key=lambda finding: finding.span)


def mend(source: SourceFile, settings: Settings) -> Proposal:
    text, applied = source.text, []
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if settings.unsafe_fixes else {Applicability.SAFE}
    while fixable := [f for f in findings(source, settings, text) if f.fixes[0].applicability in allowed]:
        edit = fixable[0].fixes[0].edits[0]
        text = text[: edit.start] + edit.text + text[edit.end :]
        line = LineIndex(text).line_number(edit.start)
        applied.append(Applied(fixable[0], fixable[0].fixes[0], line))
    problem = "the fixes do not settle in 10 rounds" if "restless" in text else ""
    return Proposal(
        source,
        source.text if problem else text,
        tuple(findings(source, settings, source.text)),
        () if problem else tuple(applied),
        tuple(findings(source, settings, source.text if problem else text)),
        problem,
    )


CRASH = Failure("ValueError", "Input 0 of layer is incompatible\n\nexpected (32, 64)\nmore of it", Path("train.py"), 3)
FAILED = Execution(
    Ending.RAISED,
    (CallOutcome("fit", Path("train.py"), 3, Outcome.FAILED, error=CRASH),),
    CRASH,
    isolation="full",
    keras="keras 3.15.0 (tensorflow)",
)
TRAINED = Execution(
    Ending.FINISHED,
    (CallOutcome("fit", Path("train.py"), 3, Outcome.TRAINED, "3 steps of 32 samples, loss 2.31 -> 2.29"),),
    isolation="full",
    stand_ins=("mnist of the real shape",),
    keras="keras 3.15.0 (tensorflow)",
    seconds=1.25,
)
NOT_RUN = Execution(Ending.NOT_RUN, detail="no Keras there: pip install 'fixer[tensorflow]'")


@dataclass
class Stage:
    """What the engine is to say, and what it was asked."""

    folder: Path
    verdict: VerdictKind = VerdictKind.FIXED
    before: Execution = FAILED
    after: Execution = TRAINED
    withhold: bool = False
    breaks: bool = False
    proven: list[str] = field(default_factory=list)
    settings: list[Settings] = field(default_factory=list)

    def fixer(self, *arguments: str, input: bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=input)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def prove(self, proposals: Sequence[Proposal], settings: Settings) -> Iterator[Proven]:
        self.settings.append(settings)
        for proposal in proposals:
            if self.breaks:
                raise ZeroDivisionError("the verifier broke")
            if proposal.changed:
                self.proven.append(str(proposal.source.path))
                withheld = proposal.applied[:1] if self.withhold else ()
                yield Proven(proposal, Verdict(self.verdict, self.before, self.after), withheld)


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = Stage(tmp_path)

    def check(source: SourceFile, settings: Settings) -> list[Finding]:
        stage.settings.append(settings)
        return findings(source, settings, source.text)

    def propose(sources: Sequence[SourceFile], settings: Settings, within: Collection[Path] = ()) -> Iterator[Proposal]:
        stage.settings.append(settings)
        return (mend(source, settings) for source in sources)

    interesting: Callable[[bytes], bool] = lambda data: b"bad" in data or b"odd" in data  # noqa: E731
    monkeypatch.setattr(engine, "interesting", interesting)
    monkeypatch.setattr(engine, "check", check)
    monkeypatch.setattr(engine, "propose", propose)
    monkeypatch.setattr(engine, "prove", stage.prove)
    monkeypatch.setattr(codemods, "all_rules", lambda: tuple(map(rule, FAULTS)))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert os.getcwd() == str(tmp_path)
    return stage
