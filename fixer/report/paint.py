"""Colour on a terminal. By hand, because importing rich takes longer than checking a file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TextIO

from fixer.findings import Level


@dataclass(frozen=True, slots=True)
class Paint:
    """Wraps words in the terminal's colour codes, or leaves them as they are."""

    on: bool

    @classmethod
    def of(cls, stream: TextIO) -> Paint:
        """Colour only for a person at a terminal who has not declined it (https://no-color.org)."""
        return cls(stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")

    def bold(self, text: str) -> str:
        return self._wrap("1", text)

    def dim(self, text: str) -> str:
        return self._wrap("2", text)

    def red(self, text: str) -> str:
        return self._wrap("31", text)

    def green(self, text: str) -> str:
        return self._wrap("32", text)

    def yellow(self, text: str) -> str:
        return self._wrap("33", text)

    def cyan(self, text: str) -> str:
        return self._wrap("36", text)

    def level(self, level: Level, text: str) -> str:
        match level:
            case Level.ERROR:
                return self.red(text)
            case Level.WARNING:
                return self.yellow(text)
            case Level.HINT:
                return self.cyan(text)

    def _wrap(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text
