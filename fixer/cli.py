"""The commands: parse options, call the engine, print. No logic of their own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from fixer import __version__, config
from fixer.config import ConfigError, Settings
from fixer.findings import Finding
from fixer.report import console, jsonreport
from fixer.report.paint import Paint
from fixer.source import LineIndex, RawFile, SourceError, SourceFile, Target, discover, read_raw

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help and usage errors as plain text: `[KF101]` is no markup
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(str, Enum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="Files, folders (taken with all below), or - for stdin."),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULES", help="Only these rules: codes, prefixes or names, by comma."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULES", help="Not these rules, given in the same way."),
]
UnsafeFixes = Annotated[
    bool | None,
    typer.Option(
        "--unsafe-fixes/--no-unsafe-fixes",
        help="Also fixes with a choice in them, or that change what is learned.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, metavar="N", help="Processes at once; one a processor if not given."),
]
OutputFormat = Annotated[Format, typer.Option("--output-format", help="Text for people, JSON for programs.")]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Results and errors only: no summary, no progress.")
]
StdinFilename = Annotated[
    Path | None, typer.Option("--stdin-filename", metavar="PATH", help="What to call the text that - reads.")
]


@dataclass(slots=True)
class Run:
    """One call of a command: its settings, what it could not work on, and where it prints."""

    settings: Settings
    paths: list[Path]
    format: Format
    quiet: bool
    stdin_filename: Path
    failures: list[SourceError] = field(default_factory=list)
    out: Paint = field(default_factory=lambda: Paint.of(sys.stdout))
    err: Paint = field(default_factory=lambda: Paint.of(sys.stderr))

    def fail(self, error: SourceError) -> None:
        """Name the file and go on with the others."""
        self.failures.append(error)
        print(console.failure(error, self.err), file=sys.stderr)

    def exit(self, something: bool) -> None:
        """2 where the tool failed on a file, else 1 where there is something to do, else 0."""
        raise typer.Exit(2 if self.failures else int(something))


def main() -> None:
    """The entry point of the `fixer` command."""
    app(prog_name="fixer")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"fixer {__version__}")
        raise typer.Exit


@app.callback()
def _fixer(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Find faults in Keras and TensorFlow training code, mend them, and prove the mend by training."""


@app.command()
def check(
    paths: Paths,
    select: Select = None,
    ignore: Ignore = None,
    unsafe_fixes: UnsafeFixes = None,
    jobs: Jobs = None,
    output_format: OutputFormat = Format.TEXT,
    quiet: Quiet = False,
    stdin_filename: StdinFilename = None,
) -> None:
    """Report what is wrong. Nothing is executed, nothing is written.

    Exit code: 0 nothing found, 1 something found, 2 wrong usage or a file that could not be checked.
    """
    from fixer import engine

    run = _start(
        paths, output_format, quiet, stdin_filename, select, ignore, unsafe_fixes=unsafe_fixes, jobs=jobs
    )
    found: list[tuple[Finding, LineIndex]] = []
    files = 0
    for source in _sources(run):
        files += 1
        try:
            findings = engine.check(source, run.settings.for_file(source.path))
        except Exception as error:
            run.fail(_named(error, source.path))
            continue
        index = LineIndex(source.text)
        found += [(finding, index) for finding in findings]
    if run.format is Format.JSON:
        members = [jsonreport.finding(finding, index) for finding, index in found]
        print(jsonreport.document(findings=members, failures=jsonreport.failures(run.failures)))
    else:
        unsafe = run.settings.unsafe_fixes
        for finding, index in found:
            print(console.finding(finding, index, run.out, unsafe))
        if not quiet:
            print(console.summary([finding for finding, _ in found], files, run.out, unsafe))
    run.exit(bool(found))


def _start(
    paths: list[Path],
    output_format: Format,
    quiet: bool,
    stdin_filename: Path | None,
    select: list[str] | None,
    ignore: list[str] | None,
    **options: Any,
) -> Run:
    """Lay the options over the configuration; end with exit code 2 where they cannot be followed."""
    try:
        settings = config.load(config.common_folder([p for p in paths if str(p) != "-"]))
        if select is not None:  # as in Ruff, a selection on the command line replaces the file's whole
            settings = replace(settings, select=_split(select), ignore=())
        if ignore is not None:
            settings = replace(settings, ignore=(*settings.ignore, *_split(ignore)))
        given = {name: value for name, value in options.items() if value is not None}
        settings = replace(settings, **given)
    except ConfigError as error:
        print(f"error: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
    return Run(settings, paths, output_format, quiet, stdin_filename or Path("<stdin>"))


def _named(error: Exception, path: Path) -> SourceError:
    """Any failure of the tool as one about a file, so that it does not end the run for the others."""
    if isinstance(error, SourceError):
        return error
    return SourceError(
        path, f"fixer itself failed on it, please report this: {type(error).__name__}: {error}"
    )


def _split(selectors: list[str]) -> tuple[str, ...]:
    return tuple(word for item in selectors for word in item.replace(",", " ").split())


def _sources(run: Run, interesting: Callable[[bytes], bool] = lambda data: True) -> Iterator[SourceFile]:
    """The files of a run that are worth a rule's look; those that cannot be read are named."""
    for target in discover(run.paths, run.settings.exclude, run.settings.root):
        if isinstance(target, SourceError):
            run.fail(target)
            continue
        try:
            source = _source(target, run, interesting)
        except SourceError as error:
            run.fail(error)
            continue
        if source is not None:
            yield source


def _source(target: Target, run: Run, interesting: Callable[[bytes], bool]) -> SourceFile | None:
    if str(target.path) == "-":
        return RawFile(run.stdin_filename, sys.stdin.buffer.read()).decode()
    raw = read_raw(target.path)
    if raw.empty:
        # An empty __init__.py is as it should be, also where a hook names it.
        if target.named and target.path.name != "__init__.py":
            raise SourceError(target.path, "is empty")
        return None
    # What was named is read to the end: that it is not Python at all must not pass in silence.
    return raw.decode() if target.named or interesting(raw.data) else None
