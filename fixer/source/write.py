"""Put a new text in the place of an old one: wholly, or not at all.

The new file is made beside the old one and takes its place in one step, so that a
crash, a full disk or a kill leaves either the old bytes or the new ones.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

from fixer.source.errors import SourceError, os_reason
from fixer.source.file import SourceFile


def write(source: SourceFile, text: str) -> None:
    """Write `text` where `source` was read, keeping encoding, newlines as given, mode bits, owner and links.

    A symbolic link stays one: the file that it leads to is written. Nothing is written to a
    read-only file (also not as root), nor over what another has put there since it was read.
    """
    data = source.encode(text)
    if source.encode(source.text) != source.raw:
        # Some encodings (ISO-2022, UTF-7) spell one text in several ways: bytes outside the edits
        # would change.
        raise SourceError(source.path, f"is not rewritten: its encoding, {source.encoding}, is ambiguous")
    target = Path(os.path.realpath(source.path))
    try:
        _replace(source, target, data)
    except OSError as error:
        raise SourceError(source.path, f"is not written: {os_reason(error)}") from None


def _replace(source: SourceFile, target: Path, data: bytes) -> None:
    before = target.stat()
    if not stat.S_ISREG(before.st_mode):
        raise SourceError(source.path, "is not written: it is no regular file")
    if not before.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise SourceError(source.path, "is not written: it is read-only")
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".fixer", dir=target.parent)
    try:
        with open(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _take_over(target, Path(name), before)
        if target.read_bytes() != source.raw:
            raise SourceError(source.path, "is not written: it has changed since it was read")
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise


def _take_over(target: Path, new: Path, before: os.stat_result) -> None:
    """Owner, mode bits and extended attributes of the old file for the new one; not its times."""
    if hasattr(os, "chown"):
        made = new.stat()
        if (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
            os.chown(new, before.st_uid, before.st_gid)  # before the mode: it clears set-user-id bits
    shutil.copystat(target, new)
    os.utime(new)
