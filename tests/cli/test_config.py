"""`[tool.fixer]`: found, read, and refused in one line where it cannot be followed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fixer import config
from fixer.config import ConfigError, Settings, check_selectors, common_folder, load, resolve_python


def configure(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "pyproject.toml"
    path.write_text(text)
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings(root=tmp_path)


def test_every_key(tmp_path: Path) -> None:
    configure(
        tmp_path,
        f"""
        [tool.fixer]
        select = ["KF1", "random-image-size"]
        ignore = ["KF105"]
        exclude = ["data/", "*_old.py"]
        unsafe-fixes = true
        target-keras = 2
        python = "{sys.executable}"
        jobs = 3
        timeout = 30
        verify = false
        unproven = true
        [tool.fixer.per-file-ignores]
        "tests/*" = ["KF2"]
        [tool.fixer.args]
        "train.py" = ["--epochs", "2"]
        """,
    )
    assert load(tmp_path) == Settings(
        root=tmp_path,
        select=("KF1", "random-image-size"),
        ignore=("KF105",),
        exclude=("data/", "*_old.py"),
        unsafe_fixes=True,
        target_keras=2,
        python=Path(sys.executable),
        jobs=3,
        timeout=30.0,
        verify=False,
        unproven=True,
        per_file_ignores=(("tests/*", ("KF2",)),),
        args=(("train.py", ("--epochs", "2")),),
    )


def test_every_key_is_a_field_of_the_settings() -> None:
    fields = set(Settings.__dataclass_fields__) - {"root", "ignored_here", "data", "alternatives"}
    assert {key.replace("-", "_") for key in config._KEYS} == fields


def test_the_nearest_file_that_speaks_of_fixer_is_taken(tmp_path: Path) -> None:
    configure(tmp_path, "[tool.fixer]\njobs = 7\n")
    configure(tmp_path / "a", "[project]\nname = 'fixer-user'\n")
    configure(tmp_path / "a" / "b", "[tool.fixer]\n")
    (tmp_path / "a" / "c").mkdir()
    assert load(tmp_path / "a" / "c").jobs == 7
    assert load(tmp_path / "a" / "b") == Settings(root=tmp_path / "a" / "b")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.fixer]\nselct = []\n", "unknown key `selct` in [tool.fixer]; did you mean `select`?"),
        ("[tool.fixer]\nper_file_ignores = {}\n", "did you mean `per-file-ignores`?"),
        ("[tool.fixer]\nzzz = 1\n", "unknown key `zzz` in [tool.fixer]"),
        ("[tool.fixer]\nselect = 'KF1'\n", "`select` in [tool.fixer] must be a list of strings"),
        ("[tool.fixer]\nselect = [1]\n", "`select` in [tool.fixer] must be a list of strings"),
        ("[tool.fixer]\njobs = true\n", "`jobs` in [tool.fixer] must be a whole number, 1 or more"),
        ("[tool.fixer]\njobs = 0\n", "`jobs` in [tool.fixer] must be a whole number, 1 or more"),
        ("[tool.fixer]\ntimeout = '1m'\n", "`timeout` in [tool.fixer] must be a number of seconds"),
        ("[tool.fixer]\nunsafe-fixes = 'yes'\n", "`unsafe-fixes` in [tool.fixer] must be true or false"),
        ("[tool.fixer]\ntarget-keras = 4\n", "`target-keras` in [tool.fixer] must be 2 or 3"),
        ("[tool.fixer]\ntarget-keras = 3.0\n", "`target-keras` in [tool.fixer] must be 2 or 3"),
        ("[tool.fixer]\npython = 3\n", "`python` in [tool.fixer] must be a string"),
        ("[tool.fixer]\npython = 'no/python'\n", "there is no Python interpreter at no/python"),
        ("[tool.fixer]\nargs = ['a']\n", "`args` in [tool.fixer] must be a table of patterns"),
        ("[tool.fixer.args]\n'a.py' = '--x'\n", "`args` in [tool.fixer] must be a list of strings"),
        ("[tool]\nfixer = 3\n", "`fixer` in [tool] must be a table"),
        ("[tool.fixer\n", "cannot be read: "),
    ],
)
def test_what_cannot_be_followed_is_named_in_one_line(tmp_path: Path, text: str, expected: str) -> None:
    path = configure(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("select", "ignore", "selected"),
    [
        ((), (), True),
        (("KF1",), (), True),
        (("kf101",), (), True),
        (("random-image-size",), (), True),
        (("KF2",), (), False),
        ((), ("KF101",), False),
        ((), ("KF1",), False),
        ((), ("KF2",), True),
        (("KF1",), ("KF101",), False),
        (("KF101",), ("KF1",), True),
        (("random-image-size",), ("KF",), True),
        (("KF",), ("random-image-size",), False),
        (("KF101",), ("KF101",), False),
    ],
)
def test_the_closer_selector_wins(select: tuple[str, ...], ignore: tuple[str, ...], selected: bool) -> None:
    assert Settings(select=select, ignore=ignore).selects("KF101", "random-image-size") is selected


def test_what_is_ignored_for_a_file_is_ignored_whatever_is_selected(tmp_path: Path) -> None:
    settings = Settings(
        root=tmp_path, select=("KF101",), per_file_ignores=(("tests/", ("KF1",)), ("gen_*.py", ("KF2",)))
    )
    assert settings.for_file(tmp_path / "train.py") is settings
    inside = settings.for_file(tmp_path / "tests" / "deep" / "gen_x.py")
    assert inside.ignored_here == ("KF1", "KF2")
    assert not inside.selects("KF101", "random-image-size")
    assert settings.selectors == ("KF101", "KF1", "KF2")


def test_arguments_are_those_of_the_first_pattern_that_fits(tmp_path: Path) -> None:
    settings = Settings(root=tmp_path, args=(("train_*.py", ("--small",)), ("*.py", ())))
    assert settings.script_args(tmp_path / "sub" / "train_a.py") == ("--small",)
    assert settings.script_args(tmp_path / "main.py") == ()
    assert Settings().script_args(tmp_path / "main.py") == ()


def test_selectors_that_mean_nothing_are_refused_with_a_suggestion() -> None:
    rules = [("KF101", "random-image-size"), ("KF205", "python-list-for-array")]
    check_selectors(["KF", "kf2", "KF205", "random-image-size"], rules)
    for selector, near in (
        ("KF11", "KF101"),
        ("KF9", ""),
        ("random_image_sise", "random-image-size"),
        ("list-for-array", "python-list-for-array"),
    ):
        with pytest.raises(ConfigError) as caught:
            check_selectors([selector], rules)
        assert f"no rule has the code, prefix or name `{selector}`" in str(caught.value)
        assert (f"did you mean `{near}`?" in str(caught.value)) if near else True


def test_an_interpreter_by_path_by_folder_or_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("")
    python.chmod(0o755)
    assert resolve_python(".venv/bin/python", tmp_path) == python
    assert resolve_python(".venv", tmp_path) == python
    monkeypatch.setenv("PATH", str(python.parent))
    assert resolve_python("python", tmp_path / "elsewhere") == python


def test_the_folder_of_several_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "x.py").touch()
    monkeypatch.chdir(tmp_path)
    assert common_folder([]) == tmp_path
    assert common_folder([Path("a/x.py")]) == tmp_path / "a"
    assert common_folder([Path("a/x.py"), Path("a/b")]) == tmp_path / "a"
    assert common_folder([Path("nowhere.py")]) == tmp_path


def test_a_script_that_makes_data(tmp_path: Path) -> None:
    configure(tmp_path, '[tool.fixer.verify]\ndata = "tools/data.py"')
    settings = load(tmp_path)
    assert settings.verify and settings.data == tmp_path / "tools/data.py"


@pytest.mark.parametrize("text", ["[tool.fixer.verify]\ndata = 3", "[tool.fixer.verify]\nother = true"])
def test_a_table_of_verify_that_is_none(tmp_path: Path, text: str) -> None:
    configure(tmp_path, text)
    with pytest.raises(ConfigError, match=r"`verify` in \[tool.fixer\] must be"):
        load(tmp_path)
