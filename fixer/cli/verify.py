"""`fixer verify`."""

from __future__ import annotations

from fixer.cli.options import Format, Jobs, OutputFormat, Paths, Python, Quiet, StdinFilename, Timeout
from fixer.cli.run import start
from fixer.report import console, evidence, jsonreport
from fixer.report.progress import Bar
from fixer.source import SourceError, SourceFile, parse
from fixer.verify.execution import Execution, Job


def verify(
    paths: Paths,
    python: Python = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    output_format: OutputFormat = Format.TEXT,
    quiet: Quiet = False,
    stdin_filename: StdinFilename = None,
) -> None:
    """Run scripts as they are on a tiny batch, and tell what becomes of every call of fit.

    The script runs in a sandbox: what it writes does not stay.

    Exit code: 0 all trained, 1 not all, 2 wrong usage or a file that could not be run.
    """
    from fixer import engine
    from fixer.verify import Verifier

    run = start(paths, output_format, quiet, stdin_filename, python=python, jobs=jobs, timeout=timeout)
    sources: list[SourceFile] = []
    for source in run.sources(engine.interesting):
        try:
            parse(source)
        except SourceError as error:
            run.fail(error, source.path)
        else:
            sources.append(source)
    settings = run.settings
    verifier = Verifier(settings.python, timeout=settings.timeout, jobs=settings.workers)
    work = [Job(s.path, {s.path: s.raw}, settings.script_args(s.path)) for s in sources]
    done: list[tuple[Job, Execution]] = []
    with Bar("running", len(work), wanted=not quiet, at_once=True) as bar:
        for job, execution in verifier.run_many(work):
            bar.step()
            done.append((job, execution))
            if run.format is Format.TEXT:
                with bar.hidden():
                    print(evidence.report(job.script, execution, run.out))
    if run.format is Format.JSON:
        files = [
            {"path": str(job.script), "execution": jsonreport.plain(execution)} for job, execution in done
        ]
        print(jsonreport.document(files=files, failures=jsonreport.failures(run.failures)))
    elif not quiet:
        trained = sum(execution.healthy for _, execution in done)
        print(f"{trained} of {console.plural(len(done), 'script')} trained.")
    run.end(not all(execution.healthy for _, execution in done))
