"""Which files a run is about."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from fixer.source import STDIN, SourceError, Target, discover


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str, text: str = "x = 1\n") -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def found(*paths: str, exclude: Iterable[str] = ()) -> list[str]:
    return [
        str(item) if isinstance(item, SourceError) else item.path.as_posix()
        for item in discover([Path(path) for path in paths], tuple(exclude))
    ]


def test_a_folder_is_taken_with_all_below_in_order(tree: Path) -> None:
    make("b.py", "a/z.py", "a/y.pyw", "a/note.txt", "c/d/e.py", "a/stub.pyi")
    assert found(".") == ["a/y.pyw", "a/z.py", "b.py", "c/d/e.py"]


@pytest.mark.parametrize(
    "name",
    [
        ".venv",
        "venv",
        ".git",
        ".tox",
        ".nox",
        "build",
        "dist",
        "__pycache__",
        "node_modules",
        "site-packages",
    ],
)
def test_what_nobody_wants_is_left_out(tree: Path, name: str) -> None:
    make(f"{name}/x.py", "x.py", f"deep/{name}/y.py")
    assert found(".") == ["x.py"]
    assert found(name) == [f"{name}/x.py"], "a folder that is named is wanted"
    assert found(f"{name}/x.py") == [f"{name}/x.py"]


def test_an_environment_is_told_by_its_marks_and_not_by_its_name(tree: Path) -> None:
    make("env/cartpole.py", "py311/lib/x.py", "py311/pyvenv.cfg", "conda/x.py", "conda/conda-meta/history")
    assert found(".") == ["env/cartpole.py"]


def test_gitignore_is_honoured_and_nested_ones_have_the_last_word(tree: Path) -> None:
    make("keep.py", "gen.py", "out/x.py", "a/gen.py", "a/b/gen.py", "a/b/other.py", "deep/out/x.py")
    make(".gitignore", text="# made by hand\n\ngen.py\nout/\n")
    make("a/.gitignore", text="!gen.py\n")
    make("a/b/.gitignore", text="/gen.py\n")
    assert found(".") == ["a/b/other.py", "a/gen.py", "keep.py"]


def test_what_is_named_is_taken_though_ignored(tree: Path) -> None:
    make("gen.py", "out/x.py", "out/deep/y.py")
    make(".gitignore", text="gen.py\nout/\n")
    Path(".git").mkdir()
    assert found("gen.py", "out") == ["gen.py", "out/deep/y.py", "out/x.py"]


def test_a_gitignore_above_counts_up_to_the_root_of_the_repository(tree: Path) -> None:
    make("repo/sub/a.py", "repo/sub/gen.py", "repo/sub/x_old.py")
    make("repo/.gitignore", text="gen.py\n")
    make(".gitignore", text="*_old.py\n")
    Path("repo/.git").mkdir()
    assert found("repo/sub") == ["repo/sub/a.py", "repo/sub/x_old.py"]


def test_outside_a_repository_what_lies_above_says_nothing(tree: Path) -> None:
    make("sub/gen.py")
    make(".gitignore", text="gen.py\n")
    assert found("sub") == ["sub/gen.py"]


def test_a_line_that_git_passes_over_is_passed_over(tree: Path) -> None:
    make("a.py", "gen.py")
    Path(".gitignore").write_bytes(b"gen.py\n!\n\xff\n/\n**foo\n")
    assert found(".") == ["a.py"]


def test_exclude_is_relative_to_its_root(tree: Path) -> None:
    make("data/a.py", "src/data/b.py", "src/x_test.py", "src/c.py")
    assert found(".", exclude=["/data/", "*_test.py"]) == ["src/c.py", "src/data/b.py"]
    assert found("src/x_test.py", exclude=["*_test.py"]) == ["src/x_test.py"]


def test_each_file_once_however_it_is_reached(tree: Path) -> None:
    make("a/x.py")
    Path("a/link.py").symlink_to("x.py")
    Path("other").symlink_to("a")
    assert found("a/x.py", ".", "other", str(tree / "a/x.py")) == ["a/x.py"]


def test_a_name_counts_though_its_folder_was_met_first(tree: Path) -> None:
    make("a.py", "b.py")
    assert list(discover([Path("."), Path("b.py")])) == [
        Target(Path("a.py"), False),
        Target(Path("b.py"), True),
    ]


def test_links_that_lead_in_a_circle_end(tree: Path) -> None:
    make("a/b/x.py")
    Path("a/b/up").symlink_to("../..")
    assert found(".") == ["a/b/x.py"]


def test_a_dangling_link_is_met_but_not_the_lock_of_an_editor(tree: Path) -> None:
    Path("gone.py").symlink_to("nowhere.py")
    Path(".#x.py").symlink_to("user@host.1234")
    assert found(".") == ["gone.py"]


def test_names_and_standard_input_are_taken_as_they_are(tree: Path) -> None:
    make("x.txt")
    targets = list(discover([STDIN, Path("x.txt"), Path("missing.py")]))
    assert targets == [Target(STDIN, True), Target(Path("x.txt"), True), Target(Path("missing.py"), True)]


def test_special_files_are_passed_over(tree: Path) -> None:
    os.mkfifo("pipe.py")
    Path("folder.py").mkdir()
    make("folder.py/x.py")
    assert found(".") == ["folder.py/x.py"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_named(tree: Path) -> None:
    make("a.py", "secret/x.py")
    Path("secret").chmod(0)
    try:
        assert found(".") == ["a.py", "secret: cannot be read: permission denied"]
    finally:
        Path("secret").chmod(0o755)


def test_a_folder_that_cannot_be_read_is_named(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.py", "secret/x.py", "z.py")
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "secret":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert found(".") == ["a.py", "secret: cannot be read: permission denied", "z.py"]
