"""A diff is good when `git apply` and `patch` make of the old file the new one, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixer.report.diff import coloured, unified
from fixer.report.paint import Paint
from fixer.source import RawFile, SourceFile

TOOLS = [["git", "apply", "-"], ["patch", "-p1", "--quiet"]]


def patched(folder: Path, name: str, data: bytes, old: str, new: str, tool: list[str]) -> bytes:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"no {tool[0]} here")
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    source = SourceFile.read(path)
    patch = unified(source, source.text.replace(old, new), folder)
    result = subprocess.run(tool, input=patch, cwd=folder, capture_output=True, check=False)
    assert result.returncode == 0, (result.stdout + result.stderr).decode() + patch.decode("utf-8", "replace")
    return path.read_bytes()


@pytest.mark.parametrize("tool", TOOLS, ids=["git", "patch"])
@pytest.mark.parametrize(
    "data",
    [
        b"a = 1\nsize = 32\nb = 2\n",
        b"size = 32",
        b"a = 1\nsize = 32",
        b"size = 32\nb = 2",
        b"a = 1\r\nsize = 32\r\nb = 2\r\n",
        b"a = 1\r\nsize = 32\nb = 2",
        b"\xef\xbb\xbfsize = 32\n",
        "# coding: latin-1\nname = 'é'; size = 32\n".encode("latin-1"),
        "name = '日本'  # \u2028\nsize = 32\n".encode(),
        b"x = 1\x0c\n\x0c\nsize = 32\n\tsize = 32\n",
        b"\n" * 40 + b"size = 32\n" + b"\n" * 40 + b"size = 32\n",
        b"-- size = 32\n++ b\n",
        b"a\rb\nsize = 32\n",
    ],
)
def test_patch_programs_take_it(tmp_path: Path, data: bytes, tool: list[str]) -> None:
    assert patched(tmp_path, "train.py", data, "size = 32", "size = 64\n#", tool) == data.replace(
        b"size = 32", b"size = 64\n#"
    )


@pytest.mark.parametrize("tool", TOOLS, ids=["git", "patch"])
@pytest.mark.parametrize("name", ["sub/train.py", "my files/train me.py", "日本/é.py", 'say "hi".py', "tab\there.py"])
def test_any_name_will_do(tmp_path: Path, name: str, tool: list[str]) -> None:
    assert patched(tmp_path, name, b"size = 32\n", "32", "64", tool) == b"size = 64\n"


@pytest.mark.parametrize("tool", TOOLS, ids=["git", "patch"])
def test_of_a_link_the_real_file_is_patched(tmp_path: Path, tool: list[str]) -> None:
    (tmp_path / "real.py").write_bytes(b"size = 32\n")
    (tmp_path / "link.py").symlink_to("real.py")
    source = SourceFile.read(tmp_path / "link.py")
    patch = unified(source, "size = 64\n", tmp_path)
    subprocess.run(tool, input=patch, cwd=tmp_path, check=True)
    assert (tmp_path / "real.py").read_bytes() == b"size = 64\n"


def test_in_a_folder_below_the_root_of_a_repository(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    folder = tmp_path / "sub"
    assert patched(folder, "train.py", b"size = 32\n", "32", "64", TOOLS[0]) == b"size = 64\n"


LINES = st.lists(st.sampled_from([b"a\n", b"b\n", b"\n", b"c\r\n", b"d\r"]), max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(LINES, LINES, LINES, LINES, st.booleans())
def test_any_change_is_told_exactly(
    tmp_path: Path, head: list[bytes], old: list[bytes], new: list[bytes], tail: list[bytes], final: bool
) -> None:
    end = b"" if final else b"e"
    before, after = (b"".join([*head, *middle, *tail]) + end for middle in (old, new))
    path = tmp_path / "train.py"
    path.write_bytes(before)
    patch = unified(RawFile(path, before).decode(), after.decode(), tmp_path)
    assert bool(patch) is (before != after)
    if not before or not after or not patch:
        return  # a file made or emptied is no business of this tool
    for tool in TOOLS:
        path.write_bytes(before)
        subprocess.run(tool, input=patch, cwd=tmp_path, check=True)
        assert path.read_bytes() == after


def test_nothing_changed_is_no_diff() -> None:
    assert unified(SourceFile.from_text(Path("x.py"), "a\n"), "a\n", Path()) == b""


def test_lines_far_from_the_change_are_counted_right() -> None:
    text = "".join(f"x{n}\n" for n in range(1000))
    patch = unified(SourceFile.from_text(Path("x.py"), text), text.replace("x500\n", "y\nz\n"), Path())
    assert patch.decode() == (
        "--- a/x.py\n+++ b/x.py\n@@ -498,7 +498,8 @@\n x497\n x498\n x499\n-x500\n+y\n+z\n x501\n x502\n x503\n"
    )


def test_colours_are_for_a_terminal() -> None:
    patch = unified(SourceFile.from_text(Path("x.py"), "é\n"), "ü\n", Path())
    assert coloured(patch, "utf-8", Paint(False)) == patch.decode()
    shown = coloured(patch, "utf-8", Paint(True))
    assert "\x1b[31m-é\x1b[0m\n\x1b[32m+ü\x1b[0m" in shown
