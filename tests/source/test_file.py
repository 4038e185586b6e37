"""Reading: every encoding that Python takes, and a clear line for everything that it does not."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.source import RawFile, SourceError, SourceFile, parse, read_raw

HERE = Path("train.py")


def reason(data: bytes, path: Path = HERE) -> str:
    with pytest.raises(SourceError) as caught:
        parse(RawFile(path, data).decode())
    text = str(caught.value)
    assert text.startswith(f"{path}: ")
    assert "\n" not in text
    return caught.value.reason


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff{")),
    st.booleans(),
)
def test_utf8_comes_back_byte_for_byte(text: str, bom: bool) -> None:
    data = (b"\xef\xbb\xbf" if bom else b"") + text.replace("coding", "").encode()
    source = RawFile(HERE, data).decode()
    assert source.bom is bom
    assert source.encode(source.text) == data
    assert source.raw == data


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "utf-8", "shift_jis", "gbk", "euc-kr", "koi8-r"])
@pytest.mark.parametrize("first", ["", "#!/usr/bin/env python", "\f"])
def test_a_declared_encoding_is_honoured(codec: str, newline: str, first: str) -> None:
    word = {"latin-1": "é", "cp1252": "é€", "utf-8": "日本", "shift_jis": "日本", "gbk": "中文"}.get(codec, "")
    lines = [first] if first else []
    text = newline.join([*lines, f"# -*- coding: {codec} -*-", f"x = '{word}'", ""])
    source = RawFile(HERE, text.encode(codec)).decode()
    assert source.text == text
    assert source.encode(text) == text.encode(codec)
    assert parse(source).body


def test_a_declaration_in_the_third_line_is_none() -> None:
    assert "is not UTF-8" in reason("\n\n# coding: latin-1\nx = 'é'\n".encode("latin-1"))


def test_newlines_are_kept_as_they_are() -> None:
    text = "a = 1\r\nb = 2\rc = 3\n\x0cd = '''\r\n'''\u2028"
    assert RawFile(HERE, text.encode()).decode().text == text


def test_a_buffer_of_an_editor() -> None:
    source = SourceFile.from_text(HERE, "\ufeffx = 'é'\n")
    assert (source.text, source.bom) == ("x = 'é'\n", True)
    assert source.encode(source.text) == source.raw == "\ufeffx = 'é'\n".encode()


def test_a_letter_that_the_encoding_lacks() -> None:
    source = RawFile(HERE, b"# coding: latin-1\n").decode()
    with pytest.raises(SourceError, match="iso8859-1, has no '€'"):
        source.encode("€")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"x = (\n", "is not Python: '(' was never closed (line 1"),
        (b"x = 1\n\nfor x in y\n    pass\n", "is not Python: expected ':' (line 3"),
        (b"GIF89a\0\0\0", "is binary (it holds NUL bytes), not Python"),
        ("x = 1\n".encode("utf-16"), "is UTF-16, which Python does not read: save it as UTF-8"),
        (b"a\r\nb\rx = '\xe9'\n", "is not UTF-8 (byte 0xe9 in line 3)"),
        (b"# coding: ascii\nx = '\xe9'\n", "is not ascii, as it declares (line 2)"),
        (b"# coding: klingon\n", "an encoding that Python does not have: klingon"),
        (b"\xef\xbb\xbf# coding: latin-1\n", "declares latin-1 and begins with the mark of UTF-8"),
        (b"# coding: rot13\n", "declares rot-13, which is no encoding of text"),
        (b"# coding: idna\nx = 1\n" + b"\xe9" * 99, "idna"),
        (b"# coding: utf-16\nx = 1\n", "is not utf-16, as it declares"),
        (b"x = " + b"(" * 5000 + b")" * 5000, "too"),
        (b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "is a notebook"),
    ],
)
def test_bad_input_gets_one_line(data: bytes, expected: str) -> None:
    assert expected in reason(data)


def test_a_notebook_is_told_by_its_name_alone() -> None:
    assert "jupyter nbconvert" in reason(b"{}", Path("train.ipynb"))


@pytest.mark.parametrize(
    "line",
    [
        'print "loss", loss',
        "print 'x' % y",
        "print x",
        'exec "x = 1"',
        "except ValueError, error:",
        'raise ValueError, "no data"',
        "if a <> b: pass",
        "x = `y`",
        "x = 0777",
        "x = 10L",
        'x = ur"a"',
    ],
)
def test_python_2_is_recognised(line: str) -> None:
    text = f"try:\n    pass\n{line}\n    pass\n" if line.startswith("except") else f"import os\n{line}\n"
    if line.startswith("except"):
        try:
            ast.parse(text)
        except SyntaxError:
            pass
        else:
            pytest.skip("Python 3.14 takes this for a tuple of exceptions")
    assert "is Python 2" in reason(text.encode())
    assert line.strip()[:20] in reason(text.encode())


@pytest.mark.parametrize("line", ["print(x", "x = y z", "printer x", "x = 'a", "raise ValueError("])
def test_a_slip_in_python_3_is_not_taken_for_python_2(line: str) -> None:
    assert "is not Python" in reason(f"{line}\n".encode())


def test_the_warnings_of_the_users_code_are_kept_quiet(recwarn: pytest.WarningsRecorder) -> None:
    parse(SourceFile.from_text(HERE, "x = '\\d'\nx is 1\nassert (x, 'm')\n"))
    assert not recwarn.list


def test_a_nul_or_half_a_letter_in_a_buffer() -> None:
    for text in ("x = '\0'\n", "x = '\ud800'\n"):
        with pytest.raises(SourceError, match="is not Python"):
            parse(SourceFile.from_text(HERE, text))


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    dangling, loop, missing = tmp_path / "dangling.py", tmp_path / "loop.py", tmp_path / "missing.py"
    dangling.symlink_to(missing)
    loop.symlink_to(loop)
    for path, expected in (
        (missing, "is not there"),
        (dangling, "is a symbolic link to a file that is not there"),
        (loop, "its symbolic links lead in a circle"),
        (tmp_path, "is a folder, not a file"),
    ):
        with pytest.raises(SourceError) as caught:
            read_raw(path)
        assert expected in str(caught.value)


def test_an_error_travels_between_processes() -> None:
    error = SourceError(HERE, "is empty")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.path, copy.reason, str(copy)) == (error.path, error.reason, str(error))


@pytest.mark.parametrize(("data", "empty"), [(b"", True), (b"\xef\xbb\xbf", True), (b" \n\t\n", True), (b"#", False)])
def test_empty(data: bytes, empty: bool) -> None:
    assert RawFile(HERE, data).empty is empty
