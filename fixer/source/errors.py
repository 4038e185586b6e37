"""What can be wrong with a file before any rule has looked at it."""

from __future__ import annotations

import errno
from pathlib import Path


class SourceError(Exception):
    """A file that cannot be read, understood or written: one clear line, and the others go on."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)  # both, so that it survives pickling between processes
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def os_reason(error: OSError) -> str:
    """The system's refusal in the words of this tool."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return "permission denied"
        case errno.ELOOP:
            return "its symbolic links lead in a circle"
        case errno.ENOSPC | errno.EDQUOT:
            return "the disk is full"
        case _:
            return (error.strerror or str(error)).lower()
