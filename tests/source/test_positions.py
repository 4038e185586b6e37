"""One text, four ways to count: offsets, `ast`, reports and editors must agree."""

from __future__ import annotations

import ast
import io
import tokenize
import warnings

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fixer.findings import Span
from fixer.source import LineIndex

TEXTS = st.text(alphabet=st.sampled_from("a \t\f\x0b\r\né\u2028\u0085𝒳"), max_size=60)


def lines_as_python_has_them(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(TEXTS)
@example("a\r\nb\rc\nd")
@example("")
def test_lines_are_those_of_the_tokenizer(text: str) -> None:
    index = LineIndex(text)
    expected = lines_as_python_has_them(text)
    assert index.lines == len(expected)
    assert [index.line(number + 1) for number in range(index.lines)] == expected


@given(TEXTS, st.data())
def test_every_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    assert index.offset(*index.ast_position(offset)) == offset
    line, column = index.line_column(offset)
    inside_newline = text[offset - 1 : offset + 1] == "\r\n"
    if not inside_newline:  # an editor has no position between the two halves of a newline
        assert index.from_lsp(*index.lsp(offset)) == offset
        assert index.from_line_column(line, column) == offset


@given(st.lists(st.sampled_from(["x", "é", "日本", "𝒳", "", "'''a\u2028b'''"]), max_size=8))
def test_spans_cover_what_ast_read(words: list[str]) -> None:
    text = "\r\n".join(word if word == "\f" else f"f({word!r}, {word}.a)" for word in words)
    tree = ast.parse(text)
    index = LineIndex(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.expr):
            span = index.span(node)
            assert ast.dump(ast.parse(text[span.start : span.end], mode="eval").body) == ast.dump(node)


def test_span_of_a_node_in_a_line_with_wide_letters() -> None:
    text = "名 = '𝒳'; y = f(名)\n"
    call = next(node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    assert LineIndex(text).span(call) == Span(text.index("f("), text.index("\n"))


def test_an_editor_counts_two_for_a_letter_outside_the_basic_plane() -> None:
    index = LineIndex("x = '𝒳y'\n")
    assert index.lsp(6) == (0, 7)
    assert index.from_lsp(0, 7) == 6
    assert index.from_lsp(0, 6) == 5  # the middle of a letter is its start


@pytest.mark.parametrize(("line", "character", "offset"), [(0, 99, 3), (1, 0, 5), (1, 99, 5), (9, 0, 5), (0, 1, 1)])
def test_an_editors_position_past_the_end_is_the_end(line: int, character: int, offset: int) -> None:
    assert LineIndex("abc\r\n").from_lsp(line, character) == offset


@pytest.mark.parametrize(("line", "column", "offset"), [(0, 0, 0), (1, 99, 3), (2, 1, 5), (9, 9, 5)])
def test_a_persons_position_past_the_end_is_the_end(line: int, column: int, offset: int) -> None:
    assert LineIndex("abc\r\n").from_line_column(line, column) == offset


@given(
    st.lists(st.sampled_from(["x = 1", "if x:\f", "    pass", "\fy = 2", "# é\u2028", ""]), max_size=10),
    st.data(),
)
def test_line_numbers_agree_with_tokenize(lines: list[str], data: st.DataObject) -> None:
    newline = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = newline.join(lines)
    index = LineIndex(text)
    stream = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tokens = list(tokenize.generate_tokens(stream.readline))
        except (tokenize.TokenError, IndentationError):
            return
    for token in tokens:
        if token.type in (tokenize.NAME, tokenize.COMMENT):
            start = index.from_line_column(token.start[0], token.start[1] + 1)
            assert text[start : start + len(token.string)] == token.string
