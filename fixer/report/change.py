"""What `apply` did to one file, and on what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fixer.findings import Finding
from fixer.report import console, diff, evidence, jsonreport
from fixer.report.paint import Paint
from fixer.source import LineIndex
from fixer.verify.execution import Ending, Outcome, Verdict

if TYPE_CHECKING:
    from fixer.engine import Alternative, Applied, Proposal, Proven


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal, what the executions said of it, and what was done."""

    proposal: Proposal
    verdict: Verdict | None
    """None where nothing was executed because nothing was to be, or there was nothing to prove."""
    withheld: tuple[Applied, ...]
    written: bool
    alternatives: tuple[Alternative, ...] = ()

    @classmethod
    def on(cls, proven: Proven, unproven: bool) -> Decision:
        """Write what is proven; with `unproven` also what no execution could judge."""
        kind = proven.verdict.kind
        written = proven.proposal.changed and (kind.proven or (unproven and kind.unreachable))
        return cls(proven.proposal, proven.verdict, proven.withheld, written, proven.alternatives)

    @classmethod
    def unverified(cls, proposal: Proposal) -> Decision:
        """With `--no-verify` the fixes are taken at their word, as any linter's are."""
        return cls(proposal, None, (), proposal.changed)

    @classmethod
    def unchanged(cls, proposal: Proposal) -> Decision:
        """A file that there is nothing to prove of."""
        return cls(proposal, None, (), False)

    @property
    def path(self) -> Path:
        return self.proposal.source.path

    @property
    def text(self) -> str:
        """The file's text from now on."""
        return self.proposal.text if self.written else self.proposal.source.text

    @property
    def remaining(self) -> tuple[Finding, ...]:
        """What is still wrong with the file as it now stands."""
        if not self.written:
            return self.proposal.findings
        withheld = [applied.finding for applied in self.withheld]
        return tuple(finding for finding in self.proposal.remaining if finding not in withheld)

    @property
    def failing(self) -> bool:
        """Whether an execution showed a fault that no rule has a mend for."""
        if self.verdict is None or self.proposal.changed:
            return False
        run = self.verdict.after
        return run.ending in (Ending.RAISED, Ending.KILLED) or any(c.outcome is not Outcome.TRAINED for c in run.calls)

    @property
    def done(self) -> bool:
        """Whether nothing is left to do about this file."""
        held = self.withheld or self.written != self.proposal.changed
        return not (self.remaining or held or self.failing)


def report(decision: Decision, paint: Paint, unsafe: bool) -> str:
    """The verdict first, then how it came to it; empty where nothing was wrong to begin with."""
    proposal, verdict = decision.proposal, decision.verdict
    if not proposal.findings and not proposal.changed and not decision.failing:
        return ""
    lines = [f"{paint.bold(str(decision.path))}: {_headline(decision, paint)}"]

    def add(label: str, *texts: str) -> None:
        lines.extend(evidence.indented(texts, label, paint))

    tried = verdict if proposal.changed else None
    if decision.failing and verdict is not None:
        add("outcome", *evidence.outcomes(verdict.before, decision.path, only_bad=True))
        add("proof", evidence.basis(verdict.before))
    if tried is not None:
        add("before", *evidence.outcomes(tried.before, decision.path, only_bad=True))
    for applied in proposal.applied:
        add("change", _applied(applied, paint))
    if tried is not None and tried.after.ending is not Ending.NOT_RUN:
        add("after", *evidence.outcomes(tried.after, decision.path, only_bad=not tried.kind.proven))
        add("proof", evidence.basis(tried.after))
    for applied in decision.withheld:
        add("withheld", _applied(applied, paint) + " (not borne out)")
    for number, other in enumerate(decision.alternatives, 1):
        reason = f" ({other.fix.reason})" if other.fix.reason else ""
        add(f"or {number}", f"{other.fix.title}{reason}: {evidence.verdict(other.verdict, paint)}")
        changes = diff.unified(proposal.source, other.text, Path.cwd())
        lines.append(diff.coloured(changes, proposal.source.encoding, paint).rstrip("\n"))
    if decision.written or not proposal.changed:
        index = LineIndex(decision.text)
        for finding in decision.remaining:
            add("remains", _remaining(finding, index, paint, unsafe))
    return "\n".join(lines)


def summary(decisions: list[Decision], failed: int, paint: Paint) -> str:
    """The last line of `apply`."""
    if all(d.done and not d.proposal.changed for d in decisions):
        return paint.green(f"Nothing found in {console.plural(len(decisions), 'file')}.")
    written = [d for d in decisions if d.written]
    fixes = sum(len(d.proposal.applied) for d in written)
    parts = [f"{console.plural(fixes, 'fix', 'fixes')} written to {_files(len(written))}"]
    if held := sum(d.proposal.changed and not d.written for d in decisions):
        parts.append(f"{_files(held)} left as {'it was' if held == 1 else 'they were'}")
    if left := [finding for d in decisions for finding in d.remaining]:
        parts.append(f"{console.counts(left)} left")
    if failing := sum(d.failing for d in decisions):
        parts.append(f"{_files(failing)} still {'fails' if failing == 1 else 'fail'}")
    if failed:
        parts.append(f"{_files(failed)} could not be worked on")
    return "; ".join(parts) + "."


def as_data(decision: Decision) -> dict[str, Any]:
    """The same for a program."""
    before, after = LineIndex(decision.proposal.source.text), LineIndex(decision.text)
    return {
        "path": str(decision.path),
        "written": decision.written,
        "verdict": None if decision.verdict is None else jsonreport.plain(decision.verdict),
        "applied": [_applied_data(applied) for applied in decision.proposal.applied],
        "withheld": [_applied_data(applied) for applied in decision.withheld],
        "alternatives": [
            {"title": other.fix.title, "reason": other.fix.reason, "text": other.text}
            for other in decision.alternatives
        ],
        "found": [jsonreport.finding(finding, before) for finding in decision.proposal.findings],
        "remaining": [jsonreport.finding(finding, after) for finding in decision.remaining],
    }


def _headline(decision: Decision, paint: Paint) -> str:
    if decision.failing:
        return f"{paint.red('fails')}, and no mend was found that could be applied"
    if not decision.proposal.changed:
        return "nothing to apply"
    if decision.verdict is None:
        return f"{paint.yellow('not verified')}, written"
    kind = decision.verdict.kind
    said = evidence.verdict(decision.verdict, paint)
    if decision.written:
        return f"{said}, written" if kind.proven else f"{said}, written {paint.yellow('unproven')}"
    return f"{said}, left as it was" + ("; `--unproven` writes it all the same" if kind.unreachable else "")


def _applied(applied: Applied, paint: Paint) -> str:
    """Where, by which rule, what was done."""
    return f"line {applied.line}: {paint.bold(applied.finding.code)} {applied.fix.title}"


def _remaining(finding: Finding, index: LineIndex, paint: Paint, unsafe: bool) -> str:
    line = index.line_number(finding.span.start)
    level = paint.level(finding.level, finding.level.value)
    text = f"line {line}: {paint.bold(finding.code)} {level}: {finding.message}"
    return "\n".join([text, *console.advice(finding, console.applicable(finding, unsafe), paint)])


def _applied_data(applied: Applied) -> dict[str, Any]:
    return {
        "line": applied.line,
        "code": applied.finding.code,
        "name": applied.finding.name,
        "message": applied.finding.message,
        "title": applied.fix.title,
        "applicability": applied.fix.applicability.value,
    }


def _files(count: int) -> str:
    return console.plural(count, "file")
