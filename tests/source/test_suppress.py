"""Which comments hide a finding, and which only look like it."""

from __future__ import annotations

import pytest

from fixer.source import Suppressions


@pytest.mark.parametrize(
    "comment",
    [
        "# fixer: ignore[KF101]",
        "# fixer: ignore",
        "# noqa: KF101",
        "# noqa",
        "#noqa:KF101",
        "# NOQA : kf101",
        "# noqa: E501,KF101",
        "# noqa: E501 KF101",
        "# fixer: ignore[KF205, KF101]",
        "# fixer:ignore[ KF101 ]",
        "# type: ignore  # noqa: KF101",
        "# batches vary on purpose  # fixer: ignore[KF101]",
        "# noqa: KF101 because the model pools",
        "# noqa: E501  # fixer: ignore",
        "# fixer: ignore[]",
    ],
)
def test_hides(comment: str) -> None:
    assert Suppressions(f"x = 1\nfit(x)  {comment}\n").hides("KF101", 2)


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: E501",
        "# fixer: ignore[KF205]",
        "# fixer: ignored",
        "# noqa: what is this",
        "# noqal",
        "# type: ignore",
        "'# noqa'",
        "'# fixer: ignore[KF101]'",
    ],
)
def test_does_not_hide(comment: str) -> None:
    assert not Suppressions(f"x = 1\nfit(x),  {comment}\n").hides("KF101", 2)


def test_only_its_own_line() -> None:
    suppressions = Suppressions("fit(x)\nfit(y)  # noqa\nfit(z)\n")
    assert [suppressions.hides("KF101", line) for line in (1, 2, 3)] == [False, True, False]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_first_and_last_line_of_a_statement_stand_for_all_of_it(newline: str) -> None:
    first = newline.join(["a = 1", "model.fit(  # noqa: KF101", "    x,", "    y,", ")", "b = 2"])
    last = newline.join(["a = 1", "model.fit(", "    x,", "    y,", ")  # noqa: KF101", "b = 2"])
    inner = newline.join(["a = 1", "model.fit(", "    x,  # noqa: KF101", "    y,", ")", "b = 2"])
    assert [Suppressions(first).hides("KF101", n) for n in range(1, 7)] == [
        False,
        True,
        True,
        True,
        True,
        False,
    ]
    assert [Suppressions(last).hides("KF101", n) for n in range(1, 7)] == [
        False,
        True,
        True,
        True,
        True,
        False,
    ]
    assert [Suppressions(inner).hides("KF101", n) for n in range(1, 7)] == [
        False,
        False,
        True,
        False,
        False,
        False,
    ]


def test_the_header_of_a_block_does_not_stand_for_its_body() -> None:
    suppressions = Suppressions("for x in data:  # noqa\n    fit(x)\n")
    assert not suppressions.hides("KF101", 2)


def test_a_comment_inside_a_string_over_several_lines_is_none() -> None:
    assert not Suppressions('"""\nfit(x)  # noqa\n"""\n').hides("KF101", 2)


def test_a_text_that_does_not_parse_hides_what_could_be_read() -> None:
    suppressions = Suppressions("fit(x)  # noqa\nfit((\n")
    assert suppressions.hides("KF101", 1)
