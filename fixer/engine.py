"""Source to findings, findings to edits, edits to source: round by round to a fixed point; then the proof.

`check`, `propose` and `prove` are all that a front end calls.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fixer.config import Settings
from fixer.findings import Finding, Fix
from fixer.source import SourceFile
from fixer.verify.execution import Verdict


@dataclass(frozen=True, slots=True)
class Applied:
    """A fix that was put into the text, and the finding that it mends."""

    finding: Finding
    fix: Fix


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one file, nothing of it written or executed yet."""

    source: SourceFile
    text: str
    """The file after all fixes; `source.text` where nothing changes."""
    findings: tuple[Finding, ...]
    """What is wrong with the file as it is."""
    applied: tuple[Applied, ...]
    """What was mended, in the order of the rounds; spans are those of its round's text."""
    remaining: tuple[Finding, ...]
    """What is still found in `text`."""
    problem: str = ""
    """Why the file was left as it was though fixes were found (did not settle, did not parse)."""

    @property
    def changed(self) -> bool:
        return self.text != self.source.text


@dataclass(frozen=True, slots=True)
class Proven:
    """A proposal, possibly cut down to the fixes that hold, with its verdict."""

    proposal: Proposal
    verdict: Verdict
    withheld: tuple[Applied, ...] = ()
    """Fixes that the execution did not bear out."""


def check(source: SourceFile, settings: Settings) -> list[Finding]:
    """All findings in one file. Nothing is executed."""
    raise NotImplementedError


def propose(sources: Sequence[SourceFile], settings: Settings) -> Iterator[Proposal]:
    """One proposal a file, in the order given. Nothing is executed."""
    raise NotImplementedError


def prove(proposals: Sequence[Proposal], settings: Settings) -> Iterator[Proven]:
    """Execute each file before and after; give back what the executions bear out, in order of completion.

    A module that is not a script is proven through the scripts among `proposals`
    (and of their project) that import it, with the patches of all files laid over.
    """
    raise NotImplementedError
