"""A copy of the project for a script to work in, where the machine gives no better isolation."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from types import TracebackType

LARGEST = 64 << 20
"""Bytes of one file that is still copied."""
ALTOGETHER = 256 << 20
FILES = 20_000
LEFT_OUT = frozenset(
    {".git", ".hg", ".svn", ".venv", "venv", "env", "node_modules", "__pycache__", ".tox", ".nox", ".mypy_cache"}
)


class Scratch:
    """Removed again on exit, whatever the script made of it.

    `linked` shows what is too big to copy through symbolic links: only sound where
    writing through them is forbidden.
    """

    def __init__(self, project: str, files: Mapping[str, bytes], linked: bool, parent: str) -> None:
        self.project = os.path.realpath(project)
        self.files = files
        self.linked = linked
        self.root = os.path.realpath(tempfile.mkdtemp(prefix="fixer-", dir=parent))
        self.folder = os.path.join(self.root, "project")
        self.left = ALTOGETHER
        self.files_left = FILES

    def __enter__(self) -> Scratch:
        self._copy_folder(self.project, self.folder)
        for path, data in self.files.items():
            inside = os.path.relpath(os.path.realpath(path), self.project)
            if not inside.startswith(".."):
                target = os.path.join(self.folder, inside)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                if os.path.lexists(target):
                    os.unlink(target)
                with open(target, "wb") as stream:
                    stream.write(data)
        for name in ("home", "tmp"):
            os.mkdir(os.path.join(self.root, name))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for folder, _, _ in os.walk(self.root):
            with contextlib.suppress(OSError):
                os.chmod(folder, 0o700)
        shutil.rmtree(self.root, ignore_errors=True)

    def become_home(self) -> None:
        """Point this process's home and temporary folder here."""
        home, temporary = os.path.join(self.root, "home"), os.path.join(self.root, "tmp")
        for name in ("HOME", "USERPROFILE"):
            os.environ[name] = home
        for name in ("TMPDIR", "TEMP", "TMP"):
            os.environ[name] = temporary
        tempfile.tempdir = None

    def _copy_folder(self, source: str, target: str) -> None:
        os.mkdir(target)
        try:
            entries = sorted(os.scandir(source), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            if entry.name not in LEFT_OUT:
                self._copy(entry, os.path.join(target, entry.name))

    def _copy(self, entry: os.DirEntry[str], target: str) -> None:
        try:
            if entry.is_dir(follow_symlinks=False):
                if os.path.realpath(entry.path) != self.root:
                    self._copy_folder(entry.path, target)
            elif entry.is_file():
                size = entry.stat().st_size
                if size <= LARGEST and size <= self.left and self.files_left:
                    self.left -= size
                    self.files_left -= 1
                    shutil.copy2(entry.path, target)
                    os.chmod(target, stat.S_IMODE(os.stat(target).st_mode) | stat.S_IWUSR)
                elif self.linked:
                    os.symlink(os.path.realpath(entry.path), target)
            elif entry.is_symlink() and entry.is_dir() and self.linked:
                os.symlink(os.path.realpath(entry.path), target)
        except OSError:
            pass  # what cannot be read here cannot be read by the script either
