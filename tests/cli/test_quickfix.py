"""`fixer quickfix`: one fix for an editor, in an editor's way of counting."""

from __future__ import annotations

import json

import pytest
from cli_stage import Stage


def test_edits_count_as_an_editor_does(stage: Stage) -> None:
    stage.write("train.py", "x\n'𝒳é'; bad_size\n")
    result = stage.fixer("quickfix", "train.py:2")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "version": 1,
        "code": "KF101",
        "title": "say good_size",
        "applicability": "safe",
        "edits": [
            {
                "path": "train.py",
                "start": {"line": 1, "character": 7},
                "end": {"line": 1, "character": 15},
                "newText": "good_size",
            }
        ],
    }


@pytest.mark.parametrize(
    ("place", "code"),
    [("1", "KF101"), ("1:1", "KF101"), ("1:11", "KF301"), ("1:99", "KF301"), ("2", None), ("9:9", None)],
)
def test_the_finding_at_the_place_is_meant(stage: Stage, place: str, code: str | None) -> None:
    stage.write("train.py", "bad_size, bad_label\nx\n")
    result = stage.fixer("quickfix", f"train.py:{place}")
    if code is None:
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == f"nothing to fix at train.py:{place}\n"
    else:
        assert json.loads(result.stdout)["code"] == code


def test_apply_writes_it(stage: Stage) -> None:
    stage.write("train.py", "bad_size\r\nbad_label\r\n")
    assert stage.fixer("quickfix", "--apply", "train.py:1").exit_code == 0
    assert stage.read("train.py") == "good_size\r\nbad_label\r\n"


def test_apply_asks_before_an_unsafe_fix(stage: Stage) -> None:
    stage.write("train.py", "bad_label\n")
    result = stage.fixer("quickfix", "--apply", "train.py:1")
    assert (result.exit_code, stage.read("train.py")) == (1, "bad_label\n")
    assert "--unsafe-fixes writes it" in result.stderr
    assert stage.fixer("quickfix", "--apply", "--unsafe-fixes", "train.py:1").exit_code == 0
    assert stage.read("train.py") == "good_label\n"


def test_apply_does_not_do_what_is_to_be_done_by_hand(stage: Stage) -> None:
    stage.write("train.py", "odd_unit\n")
    result = stage.fixer("quickfix", "--apply", "--unsafe-fixes", "train.py:1")
    assert (result.exit_code, stage.read("train.py")) == (1, "odd_unit\n")
    assert "by hand" in result.stderr


def test_a_buffer_that_is_not_saved(stage: Stage) -> None:
    stage.write("train.py", "x\n")
    result = stage.fixer("quickfix", "--stdin", "train.py:1", input=b"bad_size\r\n")
    assert json.loads(result.stdout)["code"] == "KF101"
    result = stage.fixer("quickfix", "--stdin", "--apply", "train.py:1", input=b"bad_size\r\n")
    assert result.stdout_bytes == b"good_size\r\n"
    assert stage.read("train.py") == "x\n"


@pytest.mark.parametrize("place", ["train.py", "train.py:", ":3", "train.py:x"])
def test_a_place_that_is_none(stage: Stage, place: str) -> None:
    result = stage.fixer("quickfix", place)
    assert result.exit_code == 2
    assert "is not FILE:LINE or FILE:LINE:COL" in result.stderr


def test_a_drive_of_windows_has_a_colon_of_its_own(stage: Stage) -> None:
    stage.write("C:/x.py", "bad_size\n")
    assert json.loads(stage.fixer("quickfix", "C:/x.py:1:2").stdout)["code"] == "KF101"


def test_a_file_that_cannot_be_read(stage: Stage) -> None:
    result = stage.fixer("quickfix", "missing.py:1")
    assert result.exit_code == 2
    assert result.stderr == "error: missing.py: is not there\n"
