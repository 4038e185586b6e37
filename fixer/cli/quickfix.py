"""`fixer quickfix`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from fixer.cli.options import Ignore, Python, Select, UnsafeFixes
from fixer.cli.run import Run, start, usage_error
from fixer.findings import Applicability, Edit, Finding, Fix
from fixer.report import jsonreport
from fixer.source import LineIndex, RawFile, SourceError, SourceFile, read_raw, write

# From the right, because a drive of Windows has a colon of its own.
_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")


def quickfix(
    place: Annotated[
        str,
        typer.Argument(metavar="FILE:LINE[:COL]", help="Line and column from 1, as compilers print them."),
    ],
    select: Select = None,
    ignore: Ignore = None,
    unsafe_fixes: UnsafeFixes = None,
    python: Python = None,
    apply: Annotated[bool, typer.Option("--apply", help="Write the fix into the file, unproven.")] = False,
    stdin: Annotated[
        bool, typer.Option("--stdin", help="Take FILE's text from stdin: a buffer that is not saved.")
    ] = False,
) -> None:
    """Print the fix at one place as JSON text edits for an editor.

    Positions in the edits are those of the language server protocol: lines and characters from 0,
    characters in UTF-16 units. Nothing is executed. With --apply the fix is written to the file, or
    with --stdin the mended text to stdout; an unsafe fix is written only with --unsafe-fixes.

    Exit code: 0, 1 nothing to fix there, 2 wrong usage or a file that could not be read.
    """
    from fixer import engine

    parsed = _PLACE.fullmatch(place)
    if parsed is None:
        usage_error(f"`{place}` is not FILE:LINE or FILE:LINE:COL")
    path, line = Path(parsed["path"]), int(parsed["line"])
    run = start([path], select=select, ignore=ignore, python=python, unsafe_fixes=unsafe_fixes)
    try:
        source = (RawFile(path, sys.stdin.buffer.read()) if stdin else read_raw(path)).decode()
        index = LineIndex(source.text)
        findings = [finding for finding in engine.check(source, run.settings) if finding.path == path]
        found = _at(findings, index, line, parsed["column"])
        if found is None:
            print(f"nothing to fix at {place}", file=sys.stderr)
            run.end(True)
        finding, fix = found
        if apply:
            _apply(fix, source, run, to_stdout=stdin)
        else:
            print(
                jsonreport.document(
                    code=finding.code,
                    title=fix.title,
                    applicability=fix.applicability.value,
                    edits=[_edit(edit, index) for edit in fix.edits],
                )
            )
    except SourceError as error:
        run.fail(error, path)
    run.end(False)


def _at(findings: list[Finding], index: LineIndex, line: int, column: str | None) -> tuple[Finding, Fix] | None:
    """The finding that is meant: at a column the innermost around it, else the first of the line."""
    here = [
        finding
        for finding in findings
        if finding.fixes and index.line_number(finding.span.start) <= line <= index.line_number(finding.span.end)
    ]
    if column is not None:
        at = index.from_line_column(line, int(column))
        around = [finding for finding in here if finding.span.start <= at <= finding.span.end]
        here = sorted(around or here, key=lambda finding: finding.span.end - finding.span.start)
    else:
        # A finding that starts in this line before one that only reaches into it.
        here.sort(key=lambda finding: (index.line_number(finding.span.start) != line, finding.span.start))
    return (here[0], here[0].fixes[0]) if here else None


def _apply(fix: Fix, source: SourceFile, run: Run, to_stdout: bool) -> None:
    if fix.applicability is Applicability.DISPLAY_ONLY:
        print(f"`{fix.title}` is to be done by hand: {fix.reason}", file=sys.stderr)
        run.end(True)
    if fix.applicability is Applicability.UNSAFE and not run.settings.unsafe_fixes:
        print(f"`{fix.title}` is unsafe ({fix.reason}): --unsafe-fixes writes it", file=sys.stderr)
        run.end(True)
    if any(edit.path != source.path for edit in fix.edits):
        raise SourceError(source.path, f"`{fix.title}` changes other files too: use `fixer apply`")
    text = source.text
    for edit in sorted(fix.edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    if to_stdout:
        sys.stdout.buffer.write(source.encode(text))
    else:
        write(source, text)


def _edit(edit: Edit, index: LineIndex) -> dict[str, object]:
    return {
        "path": str(edit.path),
        "start": _position(edit.start, index),
        "end": _position(edit.end, index),
        "newText": edit.text,
    }


def _position(offset: int, index: LineIndex) -> dict[str, int]:
    line, character = index.lsp(offset)
    return {"line": line, "character": character}
