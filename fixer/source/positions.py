"""The one place that converts between offsets in a text and the positions that others count.

`ast` counts columns in UTF-8 bytes, a report in characters, an editor (the
language server protocol) in UTF-16 units. Offsets are characters of
`SourceFile.text`, and are what travels everywhere else.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_right

from fixer.findings import Span

# As Python's own tokenizer: a form feed or U+2028 does not end a line, str.splitlines() thinks so.
_NEWLINE = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """Line starts of one text, found once."""

    __slots__ = ("_ascii", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        self._ascii = text.isascii()

    @property
    def lines(self) -> int:
        """How many lines there are; the one after a final newline counts, as in an editor."""
        return len(self._starts)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its newline."""
        return self._text[self._starts[number - 1] : self._end(number)].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """The offset of a position as `ast` has it: line from 1, column in UTF-8 bytes from 0."""
        start = self._starts[line - 1]
        if self._ascii:
            return start + column
        content = self._text[start : self._end(line)]
        if content.isascii():
            return start + column
        return start + len(content.encode()[:column].decode())

    def span(self, node: ast.expr | ast.stmt | ast.keyword | ast.arg | ast.alias | ast.ExceptHandler) -> Span:
        """The text that a node of the syntax tree covers."""
        assert node.end_lineno is not None and node.end_col_offset is not None  # ast.parse always sets them
        return Span(self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset))

    def ast_position(self, offset: int) -> tuple[int, int]:
        """Line from 1 and column in UTF-8 bytes from 0, to compare with a node's."""
        line = self.line_number(offset)
        return line, len(self._text[self._starts[line - 1] : offset].encode())

    def line_number(self, offset: int) -> int:
        """The line, from 1, that holds the character at `offset`."""
        return bisect_right(self._starts, offset)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column as a report prints them: both from 1, in characters."""
        line = self.line_number(offset)
        return line, offset - self._starts[line - 1] + 1

    def from_line_column(self, line: int, column: int) -> int:
        """The offset of a line and a column from 1, in characters; past the end of a line means its end."""
        number = min(max(line, 1), len(self._starts))
        return self._starts[number - 1] + min(max(column, 1) - 1, len(self.line(number)))

    def lsp(self, offset: int) -> tuple[int, int]:
        """Line from 0 and UTF-16 units from 0, as an editor counts."""
        line = self.line_number(offset)
        return line - 1, _utf16_length(self._text[self._starts[line - 1] : offset])

    def from_lsp(self, line: int, character: int) -> int:
        """The offset of an editor's position; past the end of a line means its end, as the protocol says."""
        if line >= len(self._starts):
            return len(self._text)
        content = self.line(line + 1)
        start = self._starts[line]
        if content.isascii():
            return start + min(character, len(content))
        units = content.encode("utf-16-le", "surrogatepass")[: 2 * character]
        return start + len(units.decode("utf-16-le", "ignore"))

    def _end(self, line: int) -> int:
        return self._starts[line] if line < len(self._starts) else len(self._text)


def _utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
