"""What a person reads: where, what, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from fixer.findings import Applicability, Finding, Fix, Level
from fixer.report.paint import Paint
from fixer.source import LineIndex, SourceError

_WIDTH = 100


def applicable(finding: Finding, unsafe: bool) -> Fix | None:
    """The fix that `apply` would take, of those that the finding offers (the best first)."""
    wanted = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    return next((fix for fix in finding.fixes if fix.applicability in wanted), None)


def finding(finding: Finding, index: LineIndex, paint: Paint, unsafe: bool) -> str:
    """`path:line:col: CODE [*] level: message`, the line concerned, and the fix."""
    line, column = index.line_column(finding.span.start)
    taken = applicable(finding, unsafe)
    star = f"[{paint.cyan('*')}] " if taken else ""
    level = paint.level(finding.level, finding.level.value)
    place = f"{paint.bold(str(finding.path))}:{line}:{column}:"
    head = f"{place} {paint.bold(paint.red(finding.code))} {star}{level}: {finding.message}"
    return "\n".join(
        [
            head,
            "    " + _excerpt(finding, index, paint),
            *("    " + line for line in advice(finding, taken, paint)),
        ]
    )


def failure(error: SourceError, paint: Paint) -> str:
    """A file that could not be worked on, in one line."""
    return f"{paint.bold(paint.red('error'))}: {paint.bold(str(error.path))}: {error.reason}"


def summary(findings: Sequence[Finding], files: int, paint: Paint, unsafe: bool) -> str:
    """The last line of `check`: how many of what, and what can be done about them."""
    if not findings:
        return paint.green(f"Nothing found in {plural(files, 'file')}.")
    fixable = sum(applicable(f, unsafe) is not None for f in findings)
    hidden = sum(applicable(f, True) is not None for f in findings) - fixable
    text = f"Found {counts(findings)} in {plural(files, 'file')}."
    if fixable:
        command = "fixer apply --unsafe-fixes" if unsafe else "fixer apply"
        text += f"\n[*] {fixable} fixable with `{command}`" + (
            f" ({hidden} more with `--unsafe-fixes`)." if hidden else "."
        )
    elif hidden:
        text += f"\n{hidden} fixable with `fixer apply --unsafe-fixes`."
    return text


def counts(findings: Iterable[Finding]) -> str:
    """`3 errors, 1 warning`."""
    levels = Counter(finding.level for finding in findings)
    return ", ".join(plural(levels[level], level.value) for level in Level if levels[level])


def plural(count: int, noun: str, many: str = "") -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun if count == 1 else many or noun + 's'}"


def _excerpt(finding: Finding, index: LineIndex, paint: Paint) -> str:
    """The line that the finding starts in, the part that is meant underlined by its colour."""
    line, column = index.line_column(finding.span.start)
    text = index.line(line)
    start = column - 1
    indent = len(text) - len(text.lstrip())
    end = min(len(text), start + finding.span.end - finding.span.start)
    left = indent if indent <= start and end - indent <= _WIDTH else start
    text = text[: left + _WIDTH].rstrip()
    return text[left:start] + paint.level(finding.level, text[start:end]) + text[end:]


def advice(finding: Finding, taken: Fix | None, paint: Paint) -> list[str]:
    """What would be done; where nothing is done by itself, why not."""
    best = taken or (finding.fixes[0] if finding.fixes else None)
    if best is None:
        return []
    line = f"{paint.green('fix:')} {best.title}"
    if best.applicability is Applicability.UNSAFE:
        note = f"unsafe: {best.reason}" if best.reason else "unsafe"
        line += f" ({note}{'' if taken else '; needs `--unsafe-fixes`'})"
    elif best.applicability is Applicability.DISPLAY_ONLY:
        line += f" (by hand{': ' + best.reason if best.reason else ''})"
    return [line]
