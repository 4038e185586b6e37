"""`fixer diff` and `fixer apply`: what is written, what is not, and why."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from cli_stage import FAILED, NOT_RUN, TRAINED, Stage

from fixer.verify.execution import VerdictKind


def test_diff_is_a_patch_and_writes_nothing(stage: Stage) -> None:
    stage.write("src/train.py", "a\r\nbad_size")
    stage.write("b.py", "bad_size\n")
    result = stage.fixer("diff", ".")
    assert result.exit_code == 1
    assert stage.read("src/train.py") == "a\r\nbad_size"
    subprocess.run(["git", "apply", "-"], input=result.stdout_bytes, check=True)
    assert stage.read("src/train.py") == "a\r\ngood_size"
    assert stage.read("b.py") == "good_size\n"
    assert stage.proven == []


def test_diff_of_nothing(stage: Stage) -> None:
    stage.write("train.py", "bad_label\n")
    result = stage.fixer("diff", "train.py")
    assert (result.exit_code, result.stdout) == (0, "")
    assert stage.fixer("diff", "--unsafe-fixes", "train.py").exit_code == 1


def test_diff_tells_verdicts_on_stderr(stage: Stage) -> None:
    stage.write("train.py", "bad_size\n")
    result = stage.fixer("diff", "--verify", "train.py")
    assert result.stderr == "train.py: fixed (stand-in data): failed before, trains now\n"
    assert result.stdout.startswith("--- a/train.py\n+++ b/train.py\n@@ -1 +1 @@\n-bad_size\n+good_size\n")


def test_diff_of_standard_input(stage: Stage) -> None:
    result = stage.fixer("diff", "--stdin-filename", "src/x.py", "-", input=b"bad_size\n")
    assert result.stdout.startswith("--- a/src/x.py\n+++ b/src/x.py\n")


def test_diff_as_json(stage: Stage) -> None:
    stage.write("train.py", "bad_size\n")
    data = json.loads(stage.fixer("diff", "--verify", "--output-format", "json", "train.py").stdout)
    assert data["version"] == 1
    assert data["files"][0]["diff"].startswith("--- a/train.py")
    assert data["files"][0]["verdict"]["kind"] == "fixed"
    assert data["failures"] == []


def test_apply_writes_what_is_proven_and_shows_why(stage: Stage) -> None:
    stage.write("train.py", "x\n  # note\nbad_size\n")
    result = stage.fixer("apply", "train.py")
    assert result.exit_code == 0
    assert stage.read("train.py") == "x\n  # note\ngood_size\n"
    assert result.stdout.splitlines() == [
        "train.py: fixed (stand-in data): failed before, trains now, written",
        "  before    fit in line 3 failed: ValueError: Input 0 of layer is incompatible",
        "            expected (32, 64)",
        "  change    line 3: KF101 say good_size",
        "  after     fit in line 3 trained: 3 steps of 32 samples, loss 2.31 -> 2.29",
        "  proof     keras 3.15.0 (tensorflow); isolation full; stood in: mnist of the real shape; 1.2 s",
        "",
        "1 fix written to 1 file.",
    ]
    assert stage.fixer("apply", "train.py").stdout == "Nothing found in 1 file.\n"


def test_what_remains_is_told(stage: Stage) -> None:
    stage.write("train.py", "bad_size\nbad_label\n")
    result = stage.fixer("apply", "train.py")
    assert result.exit_code == 1
    assert stage.read("train.py") == "good_size\nbad_label\n"
    assert "  remains   line 2: KF301 warning: this says bad_label" in result.stdout
    assert "needs `--unsafe-fixes`" in result.stdout
    assert result.stdout.endswith("1 fix written to 1 file; 1 warning left.\n")


@pytest.mark.parametrize(
    ("kind", "options", "written"),
    [
        (VerdictKind.FIXED, [], True),
        (VerdictKind.PRESERVED, [], True),
        (VerdictKind.PROGRESSED, [], True),
        (VerdictKind.UNCHANGED, [], False),
        (VerdictKind.REGRESSED, [], False),
        (VerdictKind.TIMEOUT, [], False),
        (VerdictKind.NOT_REACHED, [], False),
        (VerdictKind.NO_DATA, [], False),
        (VerdictKind.NOT_RUN, [], False),
        (VerdictKind.UNCHANGED, ["--unproven"], False),
        (VerdictKind.REGRESSED, ["--unproven"], False),
        (VerdictKind.TIMEOUT, ["--unproven"], False),
        (VerdictKind.NOT_REACHED, ["--unproven"], True),
        (VerdictKind.NO_DATA, ["--unproven"], True),
        (VerdictKind.NOT_RUN, ["--unproven"], True),
        (VerdictKind.REGRESSED, ["--no-verify"], True),
    ],
)
def test_the_verdict_decides(stage: Stage, kind: VerdictKind, options: list[str], written: bool) -> None:
    stage.verdict = kind
    stage.write("train.py", "bad_size\n")
    result = stage.fixer("apply", *options, "train.py")
    assert (stage.read("train.py") == "good_size\n") is written
    assert result.exit_code == (0 if written else 1)
    assert ("left as it was" in result.stdout) is not written
    assert ("unproven" in result.stdout) is (kind.unreachable)
    assert stage.proven == ([] if "--no-verify" in options else ["train.py"])


def test_a_change_that_is_not_written_says_why_and_what_would(stage: Stage) -> None:
    stage.verdict, stage.before, stage.after = VerdictKind.NOT_RUN, NOT_RUN, NOT_RUN
    stage.write("train.py", "bad_size\n")
    assert stage.fixer("apply", "train.py").stdout.splitlines() == [
        "train.py: not-run (nothing was executed), left as it was; `--unproven` writes it all the same",
        "  before    no Keras there: pip install 'fixer[tensorflow]'",
        "  change    line 1: KF101 say good_size",
        "",
        "0 fixes written to 0 files; 1 file left as it was; 1 error left.",
    ]


def test_a_change_that_makes_it_worse_shows_the_failure_after(stage: Stage) -> None:
    stage.verdict, stage.before, stage.after = VerdictKind.REGRESSED, TRAINED, FAILED
    stage.write("train.py", "bad_size\n")
    result = stage.fixer("apply", "train.py")
    assert "  before    fit in line 3 trained" in result.stdout
    assert "  after     fit in line 3 failed: ValueError" in result.stdout


def test_fixes_that_were_not_borne_out_are_withheld(stage: Stage) -> None:
    stage.withhold = True
    stage.write("train.py", "bad_size\n")
    result = stage.fixer("apply", "train.py")
    assert result.exit_code == 1
    assert "  withheld  line 1: KF101 say good_size (not borne out)" in result.stdout


def test_apply_goes_on_after_a_bad_file(stage: Stage) -> None:
    stage.write("a.py", "bad_size\n")
    stage.write("b.py", "bad_size = (\n")
    stage.write("c.py", "bad_size; crash\n")
    stage.write("d.py", "bad_size; restless\n")
    locked = stage.write("e.py", "bad_size\n")
    locked.chmod(0o444)
    result = stage.fixer("apply", ".")
    assert result.exit_code == 2
    assert stage.read("a.py") == "good_size\n"
    assert [stage.read(f"{name}.py") for name in "bcde"] == [
        "bad_size = (\n",
        "bad_size; crash\n",
        "bad_size; restless\n",
        "bad_size\n",
    ]
    assert [line.split(":")[1].strip() for line in result.stderr.splitlines()] == [
        "b.py",
        "c.py",
        "d.py",
        "e.py",
    ]
    assert "e.py: is not written: it is read-only" in result.stderr
    assert result.stdout.endswith("1 fix written to 1 file; 1 error left; 4 files could not be worked on.\n")


def test_a_verifier_that_breaks_is_a_failure_on_what_it_did_not_prove(stage: Stage) -> None:
    stage.breaks = True
    stage.write("a.py", "bad_size\n")
    result = stage.fixer("apply", "a.py")
    assert result.exit_code == 2
    assert "a.py: fixer itself failed on it" in result.stderr
    assert stage.read("a.py") == "bad_size\n"


def test_apply_gives_standard_input_back_mended(stage: Stage) -> None:
    text = "\ufeffé = bad_size\r\n".encode()
    result = stage.fixer("apply", "-", input=text)
    assert result.stdout_bytes == "\ufeffé = good_size\r\n".encode()
    assert "<stdin>: fixed" in result.stderr
    stage.verdict = VerdictKind.UNCHANGED
    assert stage.fixer("apply", "-q", "-", input=text).stdout_bytes == text


@pytest.mark.parametrize("arguments", [["-", "x.py"], ["-", "--output-format", "json"]])
def test_standard_input_stands_alone(stage: Stage, arguments: list[str]) -> None:
    result = stage.fixer("apply", *arguments, input=b"bad_size\n")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: - ")


def test_standard_input_that_is_bad_comes_back_as_it_was(stage: Stage) -> None:
    result = stage.fixer("apply", "-", input=b"bad_size = (\n")
    assert result.exit_code == 2
    assert result.stdout_bytes == b"bad_size = (\n"


def test_mode_bits_links_and_newlines_survive(stage: Stage) -> None:
    real = stage.write("real.py", "\ufeff# é\r\n\fbad_size\rx\t= 1")
    real.chmod(0o751)
    (stage.folder / "link.py").symlink_to("real.py")
    assert stage.fixer("apply", "link.py").exit_code == 0
    assert (stage.folder / "link.py").is_symlink()
    assert real.read_bytes() == "\ufeff# é\r\n\fgood_size\rx\t= 1".encode()
    assert real.stat().st_mode & 0o777 == 0o751
    assert sorted(os.listdir(stage.folder)) == ["link.py", "real.py"]


def test_apply_as_json(stage: Stage) -> None:
    stage.write("train.py", "bad_size\nbad_label\n")
    data = json.loads(stage.fixer("apply", "--output-format", "json", "train.py").stdout)
    (file,) = data["files"]
    assert data["version"] == 1
    assert file["written"] is True
    assert file["verdict"]["kind"] == "fixed"
    assert file["verdict"]["before"]["calls"][0]["error"]["type"] == "ValueError"
    assert [applied["title"] for applied in file["applied"]] == ["say good_size"]
    assert [finding["code"] for finding in file["found"]] == ["KF101", "KF301"]
    assert [finding["code"] for finding in file["remaining"]] == ["KF301"]


def test_options_reach_the_engine_over_the_configuration(stage: Stage) -> None:
    stage.write("pyproject.toml", "[tool.fixer]\nunsafe-fixes = true\ntimeout = 9\njobs = 5\nverify = false\n")
    stage.write("train.py", "bad_size\n")
    stage.fixer("apply", "--no-unsafe-fixes", "--jobs", "2", "--verify", "train.py")
    settings = stage.settings[-1]
    assert (settings.unsafe_fixes, settings.timeout, settings.jobs, settings.verify) == (False, 9.0, 2, True)
