"""`fixer check`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from fixer.cli.options import (
    Format,
    Ignore,
    Jobs,
    OutputFormat,
    Paths,
    Python,
    Quiet,
    Select,
    StdinFilename,
    UnsafeFixes,
)
from fixer.cli.run import Run, start
from fixer.findings import Finding, Span
from fixer.report import console, jsonreport
from fixer.report.progress import Bar
from fixer.source import STDIN, LineIndex, SourceFile, Target

# Below this, starting processes costs more than they save.
_POOL_FROM = 64


def check(
    paths: Paths,
    select: Select = None,
    ignore: Ignore = None,
    unsafe_fixes: UnsafeFixes = None,
    python: Python = None,
    jobs: Jobs = None,
    output_format: OutputFormat = Format.TEXT,
    quiet: Quiet = False,
    stdin_filename: StdinFilename = None,
) -> None:
    """Report what is wrong. Nothing is executed, nothing is written.

    Exit code: 0 nothing found, 1 something found, 2 wrong usage or a file that could not be checked.
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
    )
    targets = list(run.targets())
    found: dict[tuple[str, str, Span], Finding] = {}
    texts: dict[Path, str] = {}
    files = 0
    with Bar("checking", len(targets), wanted=not quiet) as bar:
        for result in _results(targets, run):
            bar.step()
            if result.error is not None:
                with bar.hidden():
                    run.fail(result.error, result.target.path)
                continue
            files += 1
            texts |= result.texts
            for finding in result.findings:
                # A module's fault comes to light through every script that imports it.
                found.setdefault((finding.code, os.path.realpath(finding.path), finding.span), finding)
    indexes = {path: LineIndex(text) for path, text in texts.items()}
    findings = sorted(found.values(), key=lambda finding: finding.path.parts)
    if run.format is Format.JSON:
        members = [jsonreport.finding(finding, indexes[finding.path]) for finding in findings]
        print(jsonreport.document(findings=members, failures=jsonreport.failures(run.failures)))
    else:
        unsafe = run.settings.unsafe_fixes
        for finding in findings:
            print(console.finding(finding, indexes[finding.path], run.out, unsafe))
        if not quiet:
            print(console.summary(findings, files, run.out, unsafe))
    run.end(bool(findings))


@dataclass(frozen=True, slots=True)
class _Result:
    """One file checked; small, because it travels between processes."""

    target: Target
    findings: list[Finding] = field(default_factory=list)
    texts: dict[Path, str] = field(default_factory=dict)
    """The texts that the findings are in: a script brings to light what is wrong in its modules too."""
    error: Exception | None = None


def _results(targets: list[Target], run: Run) -> Iterator[_Result]:
    """What is found in each file, in the order given."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    work = partial(_check, run=run)
    workers = min(run.settings.workers, len(targets) // _POOL_FROM + 1)
    if workers == 1 or "fork" not in multiprocessing.get_all_start_methods() or Target(STDIN, True) in targets:
        yield from map(work, targets)
        return
    from fixer import engine  # noqa: F401  # before the fork, so that no process imports the rules again

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context) as pool:
        yield from pool.map(work, targets, chunksize=16)


def _check(target: Target, run: Run) -> _Result:
    from fixer import engine

    try:
        source = run.read(target, engine.interesting)
        if source is None:
            return _Result(target)
        findings = engine.check(source, run.settings)
        texts = {source.path: source.text}
        texts |= {f.path: SourceFile.read(f.path).text for f in findings if f.path != source.path}
    except Exception as error:
        return _Result(target, error=error)
    return _Result(target, findings, texts if findings else {})
