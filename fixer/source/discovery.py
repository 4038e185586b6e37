"""Which files a command is about: those named, and the Python files of the folders named.

As Ruff does it: what is named is always taken; inside a folder .gitignore is honoured, and
virtual environments, caches and build output are left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fixer.source.errors import SourceError, os_reason

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec  # at run time only where there is a pattern: it takes 40 ms

STDIN = Path("-")
SUFFIXES = (".py", ".pyw")
LEFT_OUT = frozenset(
    """
    .bzr .direnv .eggs .git .git-rewrite .hg .ipynb_checkpoints .mypy_cache .nox .pants.d .pytest_cache
    .pytype .ruff_cache .svn .tox .venv .venvs .vscode __pycache__ __pypackages__ _build buck-out build dist
    node_modules site-packages venv
    """.split()
)
# `env` by name would leave out the environments of reinforcement learning; these files tell for sure.
_ENVIRONMENT_MARKS = frozenset({"pyvenv.cfg", "conda-meta"})


@dataclass(frozen=True, slots=True)
class Target:
    """A file to look at."""

    path: Path
    named: bool
    """Given by name, so that nothing about it may be passed over in silence."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns in the manner of .gitignore, and the folder that they are relative to."""

    base: str
    spec: GitIgnoreSpec

    def says(self, path: str) -> bool | None:
        """Whether the absolute `path` is left out; None where no pattern speaks of it."""
        return self.spec.check_file(path[len(self.base) :].replace(os.sep, "/").lstrip("/")).include


def discover(paths: Sequence[Path], exclude: Sequence[str] = (), root: Path = Path()) -> Iterator[Target | SourceError]:
    """The files meant by `paths`, each once, those of a folder in order of name.

    `exclude` is written as in a .gitignore and relative to `root`. What cannot be
    followed is given back as an error in its place, and the others go on.
    """
    excluded = _compile(exclude, os.path.realpath(root)) if exclude else None
    seen: set[str] = set()
    named = {os.path.realpath(path) for path in paths}
    for path in paths:
        real = os.path.realpath(path)
        found: Iterable[tuple[str, Target] | SourceError] = [(real, Target(path, named=True))]
        if path != STDIN and os.path.isdir(real):
            found = _walk(path, real, excluded, _outer_ignores(real), top=True)
        for item in found:
            if isinstance(item, SourceError):
                yield item
            elif item[0] not in seen:
                seen.add(item[0])
                # Met in a folder and named as well: the name counts.
                yield Target(item[1].path, named=item[0] in named)


def _walk(
    folder: Path, real: str, excluded: _Patterns | None, ignores: tuple[_Patterns, ...], top: bool = False
) -> Iterator[tuple[str, Target] | SourceError]:
    """The Python files below a folder, each with its real path, by which links to one file are told."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield SourceError(folder, f"cannot be read: {os_reason(error)}")
        return
    names = {entry.name for entry in entries}
    if not top and names & _ENVIRONMENT_MARKS:
        return
    if ".gitignore" in names:
        ignores = (*ignores, *_read_ignore(real))
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and not entry.name.endswith(SUFFIXES):
            continue
        if entry.name in LEFT_OUT or entry.name.startswith(".#"):  # .#x.py is a lock of Emacs
            continue
        path = os.path.join(real, entry.name)
        if _left_out(path + os.sep if is_folder else path, excluded, ignores):
            continue
        if is_folder:
            yield from _walk(folder / entry.name, path, excluded, ignores)
        elif entry.is_file(follow_symlinks=False):
            yield path, Target(folder / entry.name, named=False)
        elif entry.is_symlink() and not os.path.isdir(path):
            # A link to a folder is not followed: what it leads to is met at its own place, or not ours.
            yield os.path.realpath(path), Target(folder / entry.name, named=False)


def _left_out(path: str, excluded: _Patterns | None, ignores: tuple[_Patterns, ...]) -> bool:
    if excluded is not None and excluded.says(path):
        return True
    for patterns in reversed(ignores):  # the innermost .gitignore has the last word
        if (said := patterns.says(path)) is not None:
            return said
    return False


def _outer_ignores(real: str) -> tuple[_Patterns, ...]:
    """The .gitignore files above a folder, from the root of its repository down."""
    found: list[_Patterns] = []
    folder = real
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ()  # in no repository: what lies above says nothing
        folder = parent
        found[:0] = _read_ignore(folder)
    # A folder that is ignored itself was named all the same, so what it holds is wanted.
    return () if _left_out(real + os.sep, None, tuple(found)) else tuple(found)


def _read_ignore(folder: str) -> list[_Patterns]:
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as stream:
            lines = stream.read().splitlines()
    except OSError:
        return []
    return [_compile(lines, folder)]


def _compile(lines: Sequence[str], base: str) -> _Patterns:
    from pathspec import GitIgnoreSpec

    try:
        return _Patterns(base, GitIgnoreSpec.from_lines(lines))
    except ValueError:  # git passes over a line that it cannot make sense of
        return _Patterns(base, GitIgnoreSpec.from_lines(line for line in lines if _valid(line)))


def _valid(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
