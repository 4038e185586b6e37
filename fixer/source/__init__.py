"""A file and its text: found, read, decoded, parsed, and written back without touching what is not ours."""

from fixer.source.discovery import STDIN, Target, discover
from fixer.source.errors import SourceError
from fixer.source.file import RawFile, SourceFile, parse, read_raw
from fixer.source.positions import LineIndex
from fixer.source.suppress import Suppressions
from fixer.source.write import write

__all__ = [
    "STDIN",
    "LineIndex",
    "RawFile",
    "SourceError",
    "SourceFile",
    "Suppressions",
    "Target",
    "discover",
    "parse",
    "read_raw",
    "write",
]
