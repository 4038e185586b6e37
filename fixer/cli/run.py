"""One call of a command: its settings, its files, and what it could not work on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NoReturn

import typer

from fixer import config
from fixer.cli.options import Format
from fixer.config import ConfigError, Settings
from fixer.report import console
from fixer.report.paint import Paint
from fixer.source import STDIN, RawFile, SourceError, SourceFile, Target, discover, read_raw


@dataclass(slots=True)
class Run:
    """What a command was asked for, and the failures so far."""

    settings: Settings
    paths: list[Path]
    format: Format = Format.TEXT
    quiet: bool = False
    stdin_filename: Path = Path("<stdin>")
    stdin: bytes = b""
    """What - has read."""
    failures: list[SourceError] = field(default_factory=list)
    places: set[Path] = field(default_factory=set)
    """The files of this run by their resolved paths, also those that no rule is interested in."""
    out: Paint = field(default_factory=lambda: Paint.of(sys.stdout))
    err: Paint = field(default_factory=lambda: Paint.of(sys.stderr))

    def fail(self, error: Exception, path: Path) -> None:
        """Name the file that the tool failed on; the others go on."""
        if not isinstance(error, SourceError):
            error = SourceError(path, f"fixer itself failed on it, please report: {type(error).__name__}: {error}")
        self.failures.append(error)
        print(console.failure(error, self.err), file=sys.stderr)

    def end(self, something: bool) -> NoReturn:
        """Exit code 2 where the tool failed on a file, else 1 where there is something to do, else 0."""
        raise typer.Exit(2 if self.failures else int(something))

    def targets(self) -> Iterator[Target]:
        """The files of this run, each once."""
        for target in discover(self.paths, self.settings.exclude, self.settings.root):
            if isinstance(target, SourceError):
                self.fail(target, target.path)
            else:
                yield target

    def sources(self, interesting: Callable[[bytes], bool]) -> Iterator[SourceFile]:
        """The files that are worth a closer look, read and decoded."""
        for target in self.targets():
            self.places.add(Path(os.path.realpath(target.path)))
            try:
                source = self.read(target, interesting)
            except SourceError as error:
                self.fail(error, target.path)
            else:
                if source is not None:
                    yield source

    def read(self, target: Target, interesting: Callable[[bytes], bool]) -> SourceFile | None:
        """A file, or None where there is nothing in it for a rule."""
        if target.path == STDIN:
            self.stdin = sys.stdin.buffer.read()
            return RawFile(self.stdin_filename, self.stdin).decode()
        raw = read_raw(target.path)
        if raw.empty:
            # An empty __init__.py is as it should be, also where a hook names it.
            if target.named and target.path.name != "__init__.py":
                raise SourceError(target.path, "is empty")
            return None
        # What was named is read to the end: that it is not Python at all must not pass in silence.
        return raw.decode() if target.named or interesting(raw.data) else None


def start(
    paths: list[Path],
    output_format: Format = Format.TEXT,
    quiet: bool = False,
    stdin_filename: Path | None = None,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    python: str | None = None,
    **options: Any,
) -> Run:
    """Lay the options over the configuration; those left at None say nothing."""
    try:
        settings = config.load(config.common_folder([path for path in paths if path != STDIN]))
        if select is not None:  # as in Ruff, a selection on the command line replaces the file's whole
            settings = replace(settings, select=_split(select), ignore=())
        if ignore is not None:
            settings = replace(settings, ignore=(*settings.ignore, *_split(ignore)))
        if python is not None:
            settings = replace(settings, python=config.resolve_python(python, Path()))
        settings = replace(settings, **{name: value for name, value in options.items() if value is not None})
        if selectors := settings.selectors:
            from codemods import all_rules

            config.check_selectors(selectors, [(rule.code, rule.name) for rule in all_rules()])
    except ConfigError as error:
        usage_error(str(error))
    return Run(settings, paths, output_format, quiet, stdin_filename or Path("<stdin>"))


def usage_error(message: str) -> NoReturn:
    """Say what cannot be done as asked, and end with exit code 2."""
    print(f"{Paint.of(sys.stderr).red('error')}: {message}", file=sys.stderr)
    raise typer.Exit(2)


def _split(selectors: list[str]) -> tuple[str, ...]:
    return tuple(word for item in selectors for word in item.replace(",", " ").split())
