"""`fixer rules`, `fixer explain` and `fixer --version`."""

from __future__ import annotations

import json
import re

import pytest
from cli_stage import Stage


def test_rules_are_listed(stage: Stage) -> None:
    result = stage.fixer("rules")
    assert result.exit_code == 0
    assert [re.split(r" {2,}", line) for line in result.stdout.splitlines()] == [
        ["KF101", "random-image-size", "error", "safe", "A program that says bad_size."],
        [
            "KF301",
            "label-count",
            "Keras 2 error, Keras 3 warning",
            "unsafe",
            "A program that says bad_label.",
        ],
        ["KF302", "odd-unit", "Keras 2 error, Keras 3 hint", "display-only", "A program that says odd_unit."],
    ]
    assert len({line.index("A program") for line in result.stdout.splitlines()}) == 1


def test_rules_as_json(stage: Stage) -> None:
    data = json.loads(stage.fixer("rules", "--output-format", "json").stdout)
    assert data["version"] == 1
    assert data["rules"][1] == {
        "code": "KF301",
        "name": "label-count",
        "summary": "A program that says bad_label.",
        "levels": {"keras2": "error", "keras3": "warning"},
        "applicability": "unsafe",
    }


@pytest.mark.parametrize("word", ["KF101", "kf101", "random-image-size"])
def test_a_rule_is_explained(stage: Stage, word: str) -> None:
    result = stage.fixer("explain", word)
    assert result.exit_code == 0
    assert result.stdout == (
        "random-image-size (KF101)\nerror; fix: safe\n\n"
        "A program that says bad_size.\n\n## What it does\nIt looks for bad_size.\n"
    )
    data = json.loads(stage.fixer("explain", "--output-format", "json", word).stdout)
    assert data["doc"].startswith("A program that says bad_size.")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("KF103", "did you mean `KF101`?"),
        ("KF1", "is a prefix"),
        ("label-cont", "did you mean `label-count`?"),
    ],
)
def test_a_rule_that_is_none_cannot_be_explained(stage: Stage, word: str, expected: str) -> None:
    result = stage.fixer("explain", word)
    assert (result.exit_code, result.stdout) == (2, "")
    assert expected in result.stderr


def test_version(stage: Stage) -> None:
    assert stage.fixer("--version").stdout == "fixer 0.1.0\n"
