"""A source file as it is: its bytes, its text, and how the one becomes the other again.

Reading has two steps, `read_raw` and `RawFile.decode`, because most files of a
tree are dropped on their bytes alone and should not cost a decoding.
"""

from __future__ import annotations

import ast
import codecs
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path

from fixer.source.errors import SourceError, os_reason

_BOM = codecs.BOM_UTF8
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS_UTF8 = "save it as UTF-8"


@dataclass(frozen=True, slots=True)
class RawFile:
    """The bytes of a file, not looked into yet."""

    path: Path
    data: bytes = field(repr=False)

    @property
    def empty(self) -> bool:
        return not self.data.removeprefix(_BOM).strip()

    def decode(self) -> SourceFile:
        """The text, in the encoding that the file itself declares (PEP 263)."""
        if self.path.suffix == ".ipynb":
            raise SourceError(self.path, _NOTEBOOK)
        if self.data.startswith(_UTF16):
            raise SourceError(self.path, f"is UTF-16, which Python does not read: {_SAVE_AS_UTF8}")
        if b"\0" in self.data:
            raise SourceError(self.path, "is binary (it holds NUL bytes), not Python")
        bom = self.data.startswith(_BOM)
        body = self.data.removeprefix(_BOM)
        encoding = _declared_encoding(self.path, body, bom)
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError as error:
            raise SourceError(self.path, _undecodable(body, encoding, error)) from None
        except (LookupError, UnicodeError):  # rot13 and its like, which turn text into text
            raise SourceError(self.path, f"declares {encoding}, which is no encoding of text") from None
        if text.lstrip().startswith("{") and '"nbformat"' in text:
            raise SourceError(self.path, _NOTEBOOK)
        return SourceFile(self.path, text, encoding, bom, self.data)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's text, newlines exactly as they stand in it, the byte order mark left out."""

    path: Path
    """As it was given; may be relative."""
    text: str = field(repr=False)
    encoding: str = "utf-8"
    bom: bool = False
    raw: bytes = field(default=b"", repr=False)
    """What was read, to see before a write whether another has changed the file meanwhile."""

    @classmethod
    def read(cls, path: Path) -> SourceFile:
        return read_raw(path).decode()

    @classmethod
    def from_text(cls, path: Path, text: str) -> SourceFile:
        """A buffer of an editor, or any other text that is not on disk as it stands."""
        bom = text.startswith("\ufeff")
        text = text.removeprefix("\ufeff")
        return cls(path, text, "utf-8", bom, (_BOM if bom else b"") + text.encode("utf-8", "surrogatepass"))

    def encode(self, text: str) -> bytes:
        """`text` as the bytes of this file: its encoding, its byte order mark."""
        try:
            body = text.encode(self.encoding)
        except UnicodeEncodeError as error:
            character = text[error.start]
            raise SourceError(self.path, f"its encoding, {self.encoding}, has no {character!r}") from None
        return (_BOM if self.bom else b"") + body


def read_raw(path: Path) -> RawFile:
    """The bytes of `path`."""
    try:
        with open(path, "rb") as stream:
            return RawFile(path, stream.read())
    except IsADirectoryError:
        raise SourceError(path, "is a folder, not a file") from None
    except FileNotFoundError:
        reason = "is a symbolic link to a file that is not there" if path.is_symlink() else "is not there"
        raise SourceError(path, reason) from None
    except OSError as error:
        raise SourceError(path, f"cannot be read: {os_reason(error)}") from None


def parse(source: SourceFile) -> ast.Module:
    """The syntax tree of a source; the warnings of the user's code are not ours to print."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source.text)
    except SyntaxError as error:
        raise SourceError(source.path, _syntax_reason(source.text, error)) from None
    except (RecursionError, MemoryError):
        raise SourceError(source.path, "is nested too deeply for Python's parser") from None
    except ValueError as error:  # NUL bytes and lone surrogates, which only a buffer can hold
        raise SourceError(source.path, f"is not Python: {error}") from None


_NOTEBOOK = "is a notebook, not a Python file: export it with `jupyter nbconvert --to script`"


# As CPython reads them, on bytes: `tokenize.detect_encoding` refuses a declaration beside a letter of its own
# encoding, as in `# coding: latin-1, by René`, which Python runs.
_DECLARATION = re.compile(rb"[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)")


def _declared_encoding(path: Path, body: bytes, bom: bool) -> str:
    """What PEP 263 says of the first two lines; `utf-8` where they say nothing."""
    found = _DECLARATION.match(body)
    if found is None and (blank := _BLANK.match(body)):
        found = _DECLARATION.match(body, blank.end())
    if found is None:
        return "utf-8"
    name = found[1].decode("ascii", "replace")
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        raise SourceError(path, f"declares an encoding that Python does not have: {name}") from None
    if encoding in ("utf-8", "utf-8-sig"):
        return "utf-8"
    if bom:
        raise SourceError(path, f"declares {name} and begins with the mark of UTF-8: correct the declaration")
    return encoding


def _undecodable(body: bytes, encoding: str, error: UnicodeDecodeError) -> str:
    line = len(re.findall(rb"\r\n|\r|\n", body[: error.start])) + 1
    if encoding == "utf-8":
        advice = f"{_SAVE_AS_UTF8}, or declare its encoding in the first line (`# -*- coding: latin-1 -*-`)"
        return f"is not UTF-8 (byte 0x{body[error.start]:02x} in line {line}): {advice}"
    return f"is not {encoding}, as it declares (line {line}): {_SAVE_AS_UTF8}, or correct the declaration"


_PYTHON_2_MESSAGES = (
    "Missing parentheses in call to",
    "multiple exception types must be parenthesized",
    "leading zeros in decimal integer literals",
)
_PYTHON_2_LINE = re.compile(
    r"""
    ^\s*(?:print|exec)\s+[\w"'`(%\[{]       # statements that are functions now
    | ^\s*except\s+[\w.(), ]+,\s*\w+\s*:    # except ValueError, e:
    | ^\s*raise\s+[\w.]+\s*,                # raise ValueError, "message"
    | <>                                    # not equal
    | `[^`]+`                               # repr
    | \b\d+[lL]\b                           # long integers
    | \b[uU][rR]["']                        # raw unicode strings
    """,
    re.VERBOSE,
)


def _syntax_reason(text: str, error: SyntaxError) -> str:
    number = error.lineno or 1
    where = f"line {number}" + (f", column {error.offset}" if error.offset else "")
    lines = re.split(r"\r\n|\r|\n", text)
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    if error.msg.startswith(_PYTHON_2_MESSAGES) or _PYTHON_2_LINE.search(line):
        return f"is Python 2 ({where}: `{line.strip()[:60]}`): convert it first, with 2to3 or by hand"
    return f"is not Python: {error.msg} ({where})"
