"""`fixer diff` and `fixer apply`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from fixer.cli.options import (
    Alternatives,
    Format,
    Ignore,
    Jobs,
    OutputFormat,
    Paths,
    Python,
    Quiet,
    Select,
    StdinFilename,
    Timeout,
    Unproven,
    UnsafeFixes,
    Verify,
)
from fixer.cli.run import Run, start, usage_error
from fixer.report import change as report
from fixer.report import diff as unified
from fixer.report import evidence, jsonreport
from fixer.report.change import Decision
from fixer.report.progress import Bar
from fixer.source import STDIN, SourceError, SourceFile, parse, write

if TYPE_CHECKING:
    from fixer.engine import Proposal, Proven


def diff(
    paths: Paths,
    select: Select = None,
    ignore: Ignore = None,
    unsafe_fixes: UnsafeFixes = None,
    python: Python = None,
    verify: Verify = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    output_format: OutputFormat = Format.TEXT,
    quiet: Quiet = False,
    stdin_filename: StdinFilename = None,
) -> None:
    """Print what apply would change, as one diff for `git apply` or `patch -p1` in this folder.

    Nothing is written. With --verify each file is executed before and after, and its verdict told on stderr.

    Exit code: 0 no change, 1 there would be changes, 2 wrong usage or a file that could not be worked on.
    """
    run = start(
        paths,
        output_format,
        quiet,
        stdin_filename,
        select,
        ignore,
        python,
        unsafe_fixes=unsafe_fixes,
        jobs=jobs,
        timeout=timeout,
    )
    proposals = _proposals(run)
    verdicts: dict[Path, Proven] = {}
    if verify:
        for proven in _proofs(proposals, run):
            path = proven.proposal.source.path
            verdicts[path] = proven
            if proven.proposal.changed:
                print(f"{path}: {evidence.verdict(proven.verdict, run.err)}", file=sys.stderr)
        proposals = [verdicts[p.source.path].proposal if p.source.path in verdicts else p for p in proposals]
    changed = [proposal for proposal in proposals if proposal.changed]
    diffs = {p.source.path: unified.unified(p.source, p.text, Path.cwd()) for p in changed}
    if run.format is Format.TEXT:
        for proposal in changed:
            _print_diff(diffs[proposal.source.path], proposal, run)
    if run.format is Format.JSON:
        files = [
            {
                "path": str(path),
                "diff": text.decode("utf-8", "replace"),
                "verdict": jsonreport.plain(verdicts[path].verdict) if path in verdicts else None,
            }
            for path, text in diffs.items()
        ]
        print(jsonreport.document(files=files, failures=jsonreport.failures(run.failures)))
    run.end(bool(changed))


def apply(
    paths: Paths,
    select: Select = None,
    ignore: Ignore = None,
    unsafe_fixes: UnsafeFixes = None,
    python: Python = None,
    verify: Verify = None,
    unproven: Unproven = None,
    alternatives: Alternatives = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    output_format: OutputFormat = Format.TEXT,
    quiet: Quiet = False,
    stdin_filename: StdinFilename = None,
) -> None:
    """Mend what can be mended, prove it by training on a tiny batch, and write what is proven.

    With - the mended text goes to stdout and the report to stderr.

    Exit code: 0 nothing is left, 1 something remains or was withheld, 2 wrong usage or a file that could not
    be worked on.
    """
    run = start(
        paths,
        output_format,
        quiet,
        stdin_filename,
        select,
        ignore,
        python,
        unsafe_fixes=unsafe_fixes,
        verify=verify,
        unproven=unproven,
        alternatives=alternatives,
        jobs=jobs,
        timeout=timeout,
    )
    piped = STDIN in paths
    if piped and len(paths) > 1:
        usage_error("- stands alone: its mended text goes to stdout")
    if piped and run.format is Format.JSON:
        usage_error("- gives back the mended text, not JSON")
    stream, paint = (sys.stderr, run.err) if piped else (sys.stdout, run.out)
    decisions: list[Decision] = []
    for decision in _decisions(run):
        if decision.written and not piped:
            try:
                write(decision.proposal.source, decision.text)
            except SourceError as error:
                run.fail(error, decision.path)
                continue
        decisions.append(decision)
        if run.format is Format.TEXT and (text := report.report(decision, paint, run.settings.unsafe_fixes)):
            print(text + "\n", file=stream)
    if piped:
        # What could not be worked on comes back as it was: a filter must not empty a buffer.
        mended = [decision.proposal.source.encode(decision.text) for decision in decisions]
        sys.stdout.buffer.write(mended[0] if mended else run.stdin)
    elif run.format is Format.JSON:
        files = [report.as_data(decision) for decision in decisions]
        print(jsonreport.document(files=files, failures=jsonreport.failures(run.failures)))
    if run.format is Format.TEXT and not quiet:
        print(report.summary(decisions, len(run.failures), paint), file=stream)
    run.end(not all(decision.done for decision in decisions))


def _decisions(run: Run) -> Iterator[Decision]:
    """What is to become of each file, as soon as it is known."""
    proposals = _proposals(run)
    if not run.settings.verify:
        yield from map(Decision.unverified, proposals)
        return
    judged: set[Path] = set()
    for proven in _proofs(proposals, run):
        judged.add(proven.proposal.source.path)
        yield Decision.on(proven, run.settings.unproven)
    yield from (Decision.unchanged(p) for p in proposals if p.source.path not in judged)


def _proposals(run: Run) -> list[Proposal]:
    """The mended texts; a file that could not be mended is named, and the others go on."""
    sources = []
    for source in _of_interest(run):
        try:
            parse(source)
        except SourceError as error:
            run.fail(error, source.path)
        else:
            sources.append(source)
    with Bar("mending", len(sources), wanted=not run.quiet) as bar:
        proposals = []
        for proposal in _proposed(sources, run):
            bar.step()
            if proposal.problem:
                run.fail(SourceError(proposal.source.path, proposal.problem), proposal.source.path)
            proposals.append(proposal)
    return proposals


_IMPORTED = re.compile(r"^\s*(?:from\s+\.*([\w.]+)\s+import\b|import\s+([\w.]+))", re.M)


def _of_interest(run: Run) -> Iterator[SourceFile]:
    """The files worth a closer look; at last the scripts that train by a module of theirs without a word of Keras."""
    from fixer import engine

    named = {path.resolve() for path in run.paths}
    silent: list[SourceFile] = []
    for source in run.sources(lambda data: engine.interesting(data) or engine.calls_a_model(data)):
        if engine.interesting(source.raw) or STDIN in run.paths or source.path.resolve() in named:
            yield source
        else:
            silent.append(source)
    for source in silent:
        modules = (one or other for one, other in _IMPORTED.findall(source.text))
        files = (source.path.parent / f"{name.replace('.', '/')}.py" for name in modules)
        beside = (file for file in files if file.resolve() in run.places)
        if any(engine.speaks_of_a_library(file.read_bytes()) for file in beside):
            yield source


def _proposed(sources: list[SourceFile], run: Run) -> Iterator[Proposal]:
    """All files as one project; should that fail, each for itself, to find the one that it fails on."""
    from fixer import engine

    try:
        proposals = list(engine.propose(sources, run.settings, run.places))
    except Exception as error:
        if len(sources) == 1:
            run.fail(error, sources[0].path)
            return
        for source in sources:
            yield from _proposed([source], run)
    else:
        yield from proposals


def _proofs(proposals: list[Proposal], run: Run) -> Iterator[Proven]:
    """The executions, with a bar that makes way for each result."""
    from fixer import engine

    left = {proposal.source.path for proposal in proposals}
    if not left:
        return
    with Bar("proving", len(left), wanted=not run.quiet, at_once=True) as bar:
        proofs = engine.prove(proposals, run.settings)
        while True:
            try:
                proven = next(proofs)
            except StopIteration:
                return
            except Exception as error:
                for path in sorted(left):
                    run.fail(error, path)
                return
            left.discard(proven.proposal.source.path)
            bar.step()
            with bar.hidden():
                yield proven


def _print_diff(data: bytes, proposal: Proposal, run: Run) -> None:
    if run.out.on:
        print(unified.coloured(data, proposal.source.encoding, run.out), end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
