"""`fixer check`: what is printed, and the exit code."""

from __future__ import annotations

import json

import pytest
from cli_stage import Stage


def test_nothing_found(stage: Stage) -> None:
    stage.write("train.py", "x = 1\n")
    result = stage.fixer("check", "train.py")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Nothing found in 1 file.\n", "")


def test_where_what_and_what_to_do(stage: Stage) -> None:
    stage.write("train.py", "if x:\n    size = bad_size  # why\nbad_label\nodd_unit\n")
    result = stage.fixer("check", "train.py")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "train.py:2:12: KF101 [*] error: this says bad_size",
        "    size = bad_size  # why",
        "    fix: say good_size",
        "train.py:3:1: KF301 warning: this says bad_label",
        "    bad_label",
        "    fix: say good_label (unsafe: there are two ways; needs `--unsafe-fixes`)",
        "train.py:4:1: KF302 hint: this says odd_unit",
        "    odd_unit",
        "    fix: say fine_unit (by hand: there are two ways)",
        "Found 1 error, 1 warning, 1 hint in 1 file.",
        "[*] 1 fixable with `fixer apply` (1 more with `--unsafe-fixes`).",
    ]


def test_unsafe_fixes_are_counted_where_they_would_be_applied(stage: Stage) -> None:
    stage.write("train.py", "bad_label\n")
    result = stage.fixer("check", "--unsafe-fixes", "train.py")
    assert "KF301 [*] warning" in result.stdout
    assert result.stdout.endswith("[*] 1 fixable with `fixer apply --unsafe-fixes`.\n")
    result = stage.fixer("check", "train.py")
    assert result.stdout.endswith("1 fixable with `fixer apply --unsafe-fixes`.\n")


def test_quiet_leaves_the_findings(stage: Stage) -> None:
    stage.write("train.py", "bad_size\n")
    assert stage.fixer("check", "-q", "train.py").stdout.splitlines()[-1] == "    fix: say good_size"
    stage.write("train.py", "x\n")
    assert stage.fixer("check", "-q", "train.py").stdout == ""


def test_a_long_line_is_shown_around_its_fault(stage: Stage) -> None:
    stage.write("train.py", f"x = {'1 + ' * 100}bad_size + {'2 + ' * 100}3\n")
    shown = stage.fixer("check", "train.py").stdout.splitlines()[1]
    assert shown.startswith("    bad_size + 2")
    assert len(shown) <= 104


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ([], ["KF101", "KF301"]),
        (["--select", "KF1"], ["KF101"]),
        (["--select", "KF1,KF3"], ["KF101", "KF301"]),
        (["--select", "label-count"], ["KF301"]),
        (["--select", "KF1", "--select", "KF301"], ["KF101", "KF301"]),
        (["--ignore", "KF301"], ["KF101"]),
        (["--select", "KF", "--ignore", "random-image-size"], ["KF301"]),
    ],
)
def test_rules_are_chosen_by_code_prefix_or_name(stage: Stage, options: list[str], codes: list[str]) -> None:
    stage.write("train.py", "bad_size\nbad_label\n")
    result = stage.fixer("check", "--output-format", "json", *options, "train.py")
    assert [finding["code"] for finding in json.loads(result.stdout)["findings"]] == codes


def test_a_selection_on_the_command_line_replaces_the_files(stage: Stage) -> None:
    stage.write("pyproject.toml", '[tool.fixer]\nselect = ["KF1"]\nignore = ["KF3"]\n')
    stage.write("train.py", "bad_size\nbad_label\n")
    assert "KF301" not in stage.fixer("check", ".").stdout
    assert "KF301" in stage.fixer("check", "--select", "KF3", ".").stdout
    assert stage.fixer("check", "--ignore", "KF101", ".").exit_code == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_is_none_is_refused_with_a_suggestion(stage: Stage, option: str) -> None:
    stage.write("train.py", "x\n")
    result = stage.fixer("check", option, "random-image-sise", "train.py")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: no rule has the code, prefix or name `random-image-sise`; did you mean `random-image-size`?\n"
    )


def test_a_configuration_that_cannot_be_followed_is_refused(stage: Stage) -> None:
    stage.write("pyproject.toml", "[tool.fixer]\nselct = []\n")
    stage.write("train.py", "bad_size\n")
    result = stage.fixer("check", "train.py")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "unknown key `selct` in [tool.fixer]; did you mean `select`?" in result.stderr


def test_comments_and_per_file_ignores_hide(stage: Stage) -> None:
    stage.write("pyproject.toml", '[tool.fixer.per-file-ignores]\n"old/*" = ["KF"]\n')
    stage.write("a.py", "bad_size  # fixer: ignore[KF101]\nbad_label  # noqa: KF301\n")
    stage.write("old/b.py", "bad_size\n")
    assert stage.fixer("check", ".").exit_code == 0


def test_json_has_a_documented_shape(stage: Stage) -> None:
    stage.write("train.py", "é = 1; bad_size\n")
    result = stage.fixer("check", "--output-format", "json", "train.py", "missing.py")
    assert json.loads(result.stdout) == {
        "version": 1,
        "findings": [
            {
                "code": "KF101",
                "name": "random-image-size",
                "path": "train.py",
                "start": {"line": 1, "column": 8},
                "end": {"line": 1, "column": 16},
                "level": "error",
                "message": "this says bad_size",
                "fixes": [
                    {
                        "title": "say good_size",
                        "applicability": "safe",
                        "reason": "there are two ways",
                        "edits": [
                            {
                                "path": "train.py",
                                "start": {"line": 1, "column": 8},
                                "end": {"line": 1, "column": 16},
                                "text": "good_size",
                            }
                        ],
                    }
                ],
            }
        ],
        "failures": [{"path": "missing.py", "reason": "is not there"}],
    }


def test_a_bad_file_is_named_and_the_others_go_on(stage: Stage) -> None:
    stage.write("a.py", "bad_size\n")
    stage.write("b.py", "bad_size = (\n")
    stage.write("c.py", "bad_size; crash\n")
    stage.write("d.py", "bad_label\n")
    result = stage.fixer("check", ".")
    assert result.exit_code == 2
    assert "a.py:1:1: KF101" in result.stdout and "d.py:1:1: KF301" in result.stdout
    assert result.stderr.splitlines() == [
        "error: b.py: is not Python: '(' was never closed (line 1, column 12)",
        "error: c.py: fixer itself failed on it, please report: ZeroDivisionError: the engine broke",
    ]


def test_standard_input(stage: Stage) -> None:
    result = stage.fixer("check", "-", input="é = bad_size\r\n".encode())
    assert result.stdout.startswith("<stdin>:1:5: KF101")
    result = stage.fixer("check", "--stdin-filename", "src/train.py", "-", input=b"bad_size")
    assert result.stdout.startswith("src/train.py:1:1: KF101")


def test_many_files_are_shared_among_processes_and_keep_their_order(stage: Stage) -> None:
    for number in range(200):
        stage.write(f"f{number:03}.py", "bad_size\n" if number % 50 == 7 else "x = bad\n")
    alone = stage.fixer("check", "--jobs", "1", ".")
    together = stage.fixer("check", "--jobs", "2", ".")
    assert alone.stdout == together.stdout
    assert [line.split(":")[0] for line in together.stdout.splitlines() if "KF101" in line] == [
        "f007.py",
        "f057.py",
        "f107.py",
        "f157.py",
    ]


def test_colour_is_for_a_terminal(stage: Stage) -> None:
    stage.write("train.py", "bad_size\n")
    assert "\x1b[" not in stage.fixer("check", "train.py").stdout


@pytest.mark.parametrize("arguments", [["check"], ["check", "--nope", "x.py"], ["nope"], ["check", "--jobs", "0", "."]])
def test_wrong_usage(stage: Stage, arguments: list[str]) -> None:
    result = stage.fixer(*arguments)
    assert result.exit_code == 2
    assert "Error" in result.stderr
    assert result.stdout == ""
