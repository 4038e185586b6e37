"""What the rules say of a program: a finding, its fixes and their edits.

These are the types that travel from the rules to the engine, the verifier and
every front end. They hold text offsets only, never syntax trees, so that an
editor, a report or a diff can use them as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Level(str, Enum):
    """How much a fault matters on one major version of Keras."""

    ERROR = "error"
    """An execution showed that the call raises or never ends."""
    WARNING = "warning"
    """The program trains, but on less than it was given, or badly."""
    HINT = "hint"
    """The program trains the same; the mend only makes it clearer."""


class Applicability(str, Enum):
    """How far a fix can be trusted, in the sense of Ruff and rustc."""

    SAFE = "safe"
    """The program cannot run, or surely runs the same, without the fix."""
    UNSAFE = "unsafe"
    """There is more than one sensible mend, or the fix changes what is learned."""
    DISPLAY_ONLY = "display-only"
    """Shown, never applied by itself."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of text in one file: character offsets, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `text` in the place of the characters `start:end` of the file `path`."""

    path: Path
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding. All of its edits go together, or none."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault that a rule saw, at a place, with the fixes it offers (best first)."""

    code: str
    name: str
    path: Path
    span: Span
    message: str
    level: Level
    fixes: tuple[Fix, ...] = ()
