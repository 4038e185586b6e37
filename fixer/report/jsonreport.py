"""The same as data. The shapes are documented in the README; `version` changes when one of them breaks.

Lines and columns count from 1 and columns in characters, as on the console; `quickfix`,
which speaks to editors, counts as the language server protocol does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from fixer.findings import Finding, Fix
from fixer.source import LineIndex, SourceError

VERSION = 1


def document(**members: Any) -> str:
    """One JSON document, with the version of its shape."""
    return json.dumps({"version": VERSION, **members}, indent=2, ensure_ascii=False)


def finding(finding: Finding, index: LineIndex) -> dict[str, Any]:
    """A finding, with all the fixes that it offers, best first."""
    return {
        "code": finding.code,
        "name": finding.name,
        "path": str(finding.path),
        "start": _position(finding.span.start, index),
        "end": _position(finding.span.end, index),
        "level": finding.level.value,
        "message": finding.message,
        "fixes": [_fix(fix, index) for fix in finding.fixes],
    }


def failures(errors: Iterable[SourceError]) -> list[dict[str, str]]:
    """The files that could not be worked on."""
    return [{"path": str(error.path), "reason": error.reason} for error in errors]


def plain(value: Any) -> Any:
    """Dataclasses, enums, paths and sets as what JSON has."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    match value:
        case Enum():
            return value.value
        case Path():
            return str(value)
        case frozenset():
            return sorted(plain(item) for item in value)
        case tuple() | list():
            return [plain(item) for item in value]
        case _:
            return value


def _fix(fix: Fix, index: LineIndex) -> dict[str, Any]:
    return {
        "title": fix.title,
        "applicability": fix.applicability.value,
        "reason": fix.reason,
        "edits": [
            {
                "path": str(edit.path),
                "start": _position(edit.start, index),
                "end": _position(edit.end, index),
                "text": edit.text,
            }
            for edit in fix.edits
        ],
    }


def _position(offset: int, index: LineIndex) -> dict[str, int]:
    line, column = index.line_column(offset)
    return {"line": line, "column": column}
