"""`fixer verify`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from fixer.cli.options import Format, Jobs, OutputFormat, Paths, Python, Quiet, StdinFilename, Timeout
from fixer.cli.run import Run, start
from fixer.report import console, evidence, jsonreport
from fixer.report.progress import Bar
from fixer.source import SourceError, SourceFile, parse
from fixer.verify.execution import Ending, Execution, Job


def verify(
    paths: Paths,
    python: Python = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    output_format: OutputFormat = Format.TEXT,
    quiet: Quiet = False,
    stdin_filename: StdinFilename = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Of what failed: what was passed, what was expected, and the model.")
    ] = False,
) -> None:
    """Run scripts as they are on a tiny batch, and tell what becomes of every call of fit.

    The script runs in a sandbox: what it writes does not stay.

    Exit code: 0 all trained, 1 not all, 2 wrong usage or a file that could not be run.
    """
    run = start(paths, output_format, quiet, stdin_filename, python=python, jobs=jobs, timeout=timeout)
    sources = _parsed(run)
    done: list[tuple[Path, Execution]] = []
    with Bar("running", len(sources), wanted=not quiet, at_once=True) as bar:
        for source, execution in _executions(sources, run, explain):
            bar.step()
            done.append((source.path, execution))
            if run.format is Format.TEXT and not _idle(execution):
                with bar.hidden():
                    print(evidence.report(source.path, execution, run.out))
                    if explain and (text := _explained(source, execution, run)):
                        print(text)
    reached = {place.rpartition(":")[0] for _, execution in done for place in execution.reached}
    # A module trains nothing by itself; where a script of this run called its functions it has been run.
    scripts = [(p, e) for p, e in done if not _idle(e) or os.path.realpath(p) not in reached]
    if run.format is Format.JSON:
        files = [{"path": str(path), "execution": jsonreport.plain(execution)} for path, execution in scripts]
        print(jsonreport.document(files=files, failures=jsonreport.failures(run.failures)))
    else:
        for path, execution in scripts:
            if _idle(execution):
                print(evidence.report(path, execution, run.out))
        if not quiet:
            well = sum(evidence.sound(execution) for _, execution in scripts)
            print(f"{well} of {console.plural(len(scripts), 'script')} ran well.")
    run.end(not all(evidence.sound(execution) for _, execution in scripts))


def _parsed(run: Run) -> list[SourceFile]:
    from fixer import engine

    sources = []
    for source in run.sources(engine.interesting):
        try:
            parse(source)
        except SourceError as error:
            run.fail(error, source.path)
        else:
            sources.append(source)
    return sources


def _explained(source: SourceFile, execution: Execution, run: Run) -> str:
    from fixer.engine import installed_keras
    from fixer.report.explain import explain

    return explain(source, execution, installed_keras(source, run.settings), run.out)


def _executions(sources: list[SourceFile], run: Run, observe: bool) -> Iterator[tuple[SourceFile, Execution]]:
    """Each file run by the interpreter of its own project, in order of completion."""
    from fixer.verify import Verifier, find_interpreter

    settings = run.settings
    groups: dict[Path, list[SourceFile]] = {}
    for source in sources:
        groups.setdefault(find_interpreter(settings.python, source.path.parent), []).append(source)
    for python, group in groups.items():
        work = [Job(s.path, {s.path: s.raw}, settings.script_args(s.path), observe, data=settings.data) for s in group]
        with Verifier(python, timeout=settings.timeout, jobs=settings.workers) as verifier:
            for number, execution in verifier.run_many(work):
                yield group[number], execution


def _idle(execution: Execution) -> bool:
    """Whether it ran to its end and trained nothing, as a module does."""
    return execution.ending is Ending.FINISHED and not execution.calls
