"""Unified diffs that `git apply` and `patch -p1` take from the folder where the tool was run.

A diff is made of a file's bytes, in the file's own encoding: a patch program compares bytes.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

from fixer.report.paint import Paint
from fixer.source import SourceFile

_CONTEXT = 3
_HUNK = re.compile(r"@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@")
# Latin-1 maps every byte to the character of the same number and back: difflib works on text only.
_BYTES = "latin-1"


def unified(source: SourceFile, text: str, folder: Path) -> bytes:
    """What changes in a file when it gets `text`, with paths relative to `folder`; empty for nothing."""
    before = _lines(source.encode(source.text))
    after = _lines(source.encode(text))
    if before == after:
        return b""
    # Edits are few and near each other: what is alike at both ends need not be compared line by line.
    limit = min(len(before), len(after))
    head = next((i for i in range(limit) if before[i] != after[i]), limit)
    tail = next((i for i in range(limit - head) if before[-1 - i] != after[-1 - i]), limit - head)
    skipped = max(0, head - _CONTEXT)
    kept = max(0, tail - _CONTEXT)
    lines = difflib.unified_diff(
        before[skipped : len(before) - kept], after[skipped : len(after) - kept], n=_CONTEXT
    )
    old, new = _labels(_relative(source.path, folder))
    out = [f"--- {old}\n+++ {new}\n".encode()]
    for line in list(lines)[2:]:
        if found := _HUNK.match(line):
            first, second = (int(number) + skipped for number in found.group(1, 3))
            line = f"@@ -{first}{found[2] or ''} +{second}{found[4] or ''} @@\n"
        elif not line.endswith("\n"):
            line += "\n\\ No newline at end of file\n"
        out.append(line.encode(_BYTES))
    return b"".join(out)


def coloured(diff: bytes, encoding: str, paint: Paint) -> str:
    """A diff for a terminal."""
    return "\n".join(_paint_line(line, paint) for line in diff.decode(encoding, "replace").split("\n"))


def _lines(data: bytes) -> list[str]:
    """Lines as a patch program sees them: only a line feed ends one."""
    return [line for line in re.split(r"(?<=\n)", data.decode(_BYTES)) if line]


def _relative(path: Path, folder: Path) -> str:
    """The real file's path: a patch program refuses to write through a symbolic link."""
    relative = (
        os.path.relpath(os.path.realpath(path), os.path.realpath(folder)) if path.exists() else str(path)
    )
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
