"""Unified diffs that `git apply` and `patch -p1` take from the folder where the tool was run.

A diff is made of a file's bytes, in the file's own encoding: a patch program compares bytes.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fixer.report.paint import Paint
from fixer.source import SourceFile

_CONTEXT = 3
_LONG = 4000
# Latin-1 maps every byte to the character of the same number and back: difflib works on text only.
_BYTES = "latin-1"


class _Change(NamedTuple):
    """Lines `i1:i2` of the old file became lines `j1:j2` of the new one."""

    i1: int
    i2: int
    j1: int
    j2: int


def unified(source: SourceFile, text: str, folder: Path) -> bytes:
    """What changes in a file when it gets `text`, with paths relative to `folder`; empty for nothing."""
    before = _lines(source.encode(source.text))
    after = _lines(source.encode(text))
    if before == after:
        return b""
    old, new = _labels(_relative(source.path, folder))
    out = [f"--- {old}\n+++ {new}\n".encode()]
    for hunk in _hunks(_changes(before, after)):
        out += [line.encode(_BYTES) for line in _hunk(hunk, before, after)]
    return b"".join(out)


def _changes(before: list[str], after: list[str]) -> list[_Change]:
    """The ranges that differ. What is alike at both ends, nearly all of a file, is not compared."""
    limit = min(len(before), len(after))
    head = next((i for i in range(limit) if before[i] != after[i]), limit)
    tail = next((i for i in range(limit - head) if before[-1 - i] != after[-1 - i]), limit - head)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    # difflib's own shortcut makes long diffs of repeated lines; without it, long files take too long.
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=len(new) > _LONG)
    return [
        _Change(i1 + head, i2 + head, j1 + head, j2 + head)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]


def _hunks(changes: list[_Change]) -> list[list[_Change]]:
    """Changes whose context would touch, together."""
    hunks: list[list[_Change]] = []
    for change in changes:
        if hunks and change.i1 - hunks[-1][-1].i2 <= 2 * _CONTEXT:
            hunks[-1].append(change)
        else:
            hunks.append([change])
    return hunks


def _hunk(changes: list[_Change], before: list[str], after: list[str]) -> Iterator[str]:
    first, last = changes[0], changes[-1]
    lead = min(_CONTEXT, first.i1)
    trail = min(_CONTEXT, len(before) - last.i2)
    old, new = _range(first.i1 - lead, last.i2 + trail), _range(first.j1 - lead, last.j2 + trail)
    yield f"@@ -{old} +{new} @@\n"
    at = first.i1 - lead
    for change in changes:
        yield from (_line(" ", line) for line in before[at : change.i1])
        yield from (_line("-", line) for line in before[change.i1 : change.i2])
        yield from (_line("+", line) for line in after[change.j1 : change.j2])
        at = change.i2
    yield from (_line(" ", line) for line in before[at : last.i2 + trail])


def _range(start: int, end: int) -> str:
    """Lines from 1; of an empty range the line before it, as the format has it."""
    return str(start + 1) if end - start == 1 else f"{start + (end > start)},{end - start}"


def _line(mark: str, line: str) -> str:
    return mark + line if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"


def coloured(diff: bytes, encoding: str, paint: Paint) -> str:
    """A diff for a terminal."""
    return "\n".join(_paint_line(line, paint) for line in diff.decode(encoding, "replace").split("\n"))


def _lines(data: bytes) -> list[str]:
    """Lines as a patch program sees them: only a line feed ends one."""
    return [line for line in re.split(r"(?<=\n)", data.decode(_BYTES)) if line]


def _relative(path: Path, folder: Path) -> str:
    """The real file's path: a patch program refuses to write through a symbolic link."""
    relative = os.path.relpath(os.path.realpath(path), os.path.realpath(folder)) if path.exists() else str(path)
    return relative.replace(os.sep, "/")


def _labels(path: str) -> tuple[str, str]:
    """`a/path` and `b/path`, as git writes them when a name holds what a patch program would stop at."""
    if re.search(r'[\x00-\x1f"\\\x7f]', path):
        escaped = "".join(_escape(character) for character in path)
        return f'"a/{escaped}"', f'"b/{escaped}"'
    end = "\t" if " " in path else ""
    return f"a/{path}{end}", f"b/{path}{end}"


def _escape(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    return character if character >= " " and character != "\x7f" else f"\\{ord(character):03o}"


def _paint_line(line: str, paint: Paint) -> str:
    if line.startswith(("--- ", "+++ ")):
        return paint.bold(line)
    match line[:1]:
        case "-":
            return paint.red(line)
        case "+":
            return paint.green(line)
        case "@":
            return paint.cyan(line)
        case _:
            return line
