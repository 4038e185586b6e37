"""What a run is to do: the defaults, over them `[tool.fixer]` of pyproject.toml, over that the options."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

_CODE = re.compile(r"[A-Z]+[0-9]*", re.IGNORECASE)


class ConfigError(Exception):
    """Settings that cannot be followed; one line that names the key and the file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the options and the configuration file decide, in one place."""

    root: Path = Path()
    """Where patterns are relative to: the folder of the configuration file."""
    select: tuple[str, ...] = ()
    """Codes, prefixes of codes or names of rules; empty for all of them."""
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[str, ...] = ()
    unsafe_fixes: bool = False
    target_keras: int | None = None
    """The major version that levels are told for; None for whichever is installed."""
    python: Path | None = None
    """The interpreter that proofs are run with; None to look for the project's own."""
    jobs: int = 0
    """0 for one a processor."""
    timeout: float = 60.0
    """Seconds for one execution of a script."""
    verify: bool = True
    data: Path | None = None
    """A script that makes the data for proofs: run before each script, in the same sandbox."""
    unproven: bool = False
    alternatives: bool = False
    """Whether `apply` is to look for other mends that train as well."""
    args: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What a script is run with: a pattern of paths, and the arguments."""
    ignored_here: tuple[str, ...] = ()
    """What `per_file_ignores` says of the one file that `for_file` was asked for."""

    @property
    def workers(self) -> int:
        return self.jobs or _processors()

    @property
    def selectors(self) -> tuple[str, ...]:
        """All that is named as a rule anywhere, to see whether there are such rules."""
        return (*self.select, *self.ignore, *(s for _, selectors in self.per_file_ignores for s in selectors))

    def selects(self, code: str, name: str) -> bool:
        """Whether a rule is to be run. The closer selector wins, as in Ruff; of two alike, `ignore`."""
        if any(_closeness(selector, code, name) for selector in self.ignored_here):
            return False
        wanted = max((_closeness(s, code, name) for s in self.select), default=1)
        unwanted = max((_closeness(s, code, name) for s in self.ignore), default=0)
        return wanted > unwanted

    def for_file(self, path: Path) -> Settings:
        """These settings as they are for one file."""
        if not self.per_file_ignores:
            return self
        ignored = [s for pattern, selectors in self.per_file_ignores if self._is(path, pattern) for s in selectors]
        return replace(self, ignored_here=tuple(ignored)) if ignored else self

    def script_args(self, path: Path) -> tuple[str, ...]:
        """The arguments to run a script with; of several patterns, the first that fits."""
        return next((arguments for pattern, arguments in self.args if self._is(path, pattern)), ())

    def _is(self, path: Path, pattern: str) -> bool:
        from pathspec import GitIgnoreSpec  # 40 ms, and most runs have no pattern

        relative = os.path.relpath(os.path.realpath(path), os.path.realpath(self.root)).replace(os.sep, "/")
        return GitIgnoreSpec.from_lines([pattern]).match_file(relative)


def _closeness(selector: str, code: str, name: str) -> int:
    """How closely a selector means a rule: 0 not at all, most for its own code or name."""
    if selector == name:
        return len(code) + 1
    return len(selector) + 1 if code.startswith(selector.upper()) else 0


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def find_config(start: Path) -> Path | None:
    """The nearest pyproject.toml with a `[tool.fixer]`, from a folder upwards."""
    folder = Path(os.path.abspath(start))
    for candidate in (folder, *folder.parents):
        path = candidate / "pyproject.toml"
        if path.is_file() and _table(path) is not None:
            return path
    return None


def load(start: Path) -> Settings:
    """The settings of the project that a folder belongs to."""
    path = find_config(start)
    if path is None:
        return Settings(root=Path(os.path.abspath(start)))
    table = _table(path) or {}
    values: dict[str, Any] = {}
    for key, value in table.items():
        reader = _KEYS.get(key)
        if reader is None:
            raise ConfigError(f"{path}: unknown key `{key}` in [tool.fixer]{_suggest(key, _KEYS)}")
        try:
            if key == "verify" and isinstance(value, dict):
                values["data"] = path.parent / _data(value)
                continue
            values[key.replace("-", "_")] = reader(value)
        except _WrongTypeError as error:
            raise ConfigError(f"{path}: `{key}` in [tool.fixer] must be {error}") from None
    if values.get("python"):
        try:
            values["python"] = resolve_python(values["python"], path.parent)
        except ConfigError as error:
            raise ConfigError(f"{path}: `python` in [tool.fixer]: {error}") from None
    return Settings(root=path.parent, **values)


def resolve_python(given: str, base: Path) -> Path:
    """An interpreter as a path, relative to `base`, or as a command such as `python3.10`."""
    path = base / Path(given).expanduser()
    if path.is_file():
        return path
    if os.path.basename(given) == given and (found := shutil.which(given)):
        return Path(found)
    for inside in ("bin/python", "Scripts/python.exe"):  # a virtual environment, by its folder
        if (path / inside).is_file():
            return path / inside
    raise ConfigError(f"there is no Python interpreter at {given}")


def check_selectors(selectors: Iterable[str], rules: Iterable[tuple[str, str]]) -> None:
    """Raise where a selector means none of the rules, given as code and name."""
    rules = list(rules)
    for selector in selectors:
        if not any(_closeness(selector, code, name) for code, name in rules):
            known = [word for rule in rules for word in rule]
            raise ConfigError(f"no rule has the code, prefix or name `{selector}`{_suggest(selector, known)}")


def _suggest(word: str, known: Iterable[str]) -> str:
    folded = {candidate.lower(): candidate for candidate in known}
    near = difflib.get_close_matches(word.lower().replace("_", "-"), folded, n=1, cutoff=0.6)
    return f"; did you mean `{folded[near[0]]}`?" if near else ""


def _table(path: Path) -> Mapping[str, Any] | None:
    """`[tool.fixer]` of one file; None where it has none."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    try:
        data = path.read_bytes()
        if b"fixer" not in data:
            return None  # saves most runs the parsing
        table = tomllib.loads(data.decode()).get("tool", {}).get("fixer")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: `fixer` in [tool] must be a table")
    return table


class _WrongTypeError(Exception):
    """What a value must be, in words."""


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _WrongTypeError("a list of strings")
    return tuple(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _WrongTypeError("a string")
    return value


def _data(table: Mapping[str, object]) -> str:
    """The one key of `[tool.fixer.verify]`."""
    if set(table) != {"data"}:
        raise _WrongTypeError("true, false or a table with the one key `data`")
    if not isinstance(table["data"], str):
        raise _WrongTypeError("a table whose `data` is a string")
    return table["data"]


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongTypeError("true or false")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _WrongTypeError("a whole number, 1 or more")
    return value


def _seconds(value: object) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or value <= 0:
        raise _WrongTypeError("a number of seconds")
    return float(value)


def _major(value: object) -> int:
    if value not in (2, 3) or not isinstance(value, int):
        raise _WrongTypeError("2 or 3")
    return value


def _lists(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise _WrongTypeError("a table of patterns, each with a list of strings")
    return tuple((pattern, _texts(items)) for pattern, items in value.items())


_KEYS: Mapping[str, Callable[[object], Any]] = {
    "select": _texts,
    "ignore": _texts,
    "per-file-ignores": _lists,
    "exclude": _texts,
    "unsafe-fixes": _flag,
    "target-keras": _major,
    "python": _text,
    "jobs": _count,
    "timeout": _seconds,
    "verify": _flag,
    "unproven": _flag,
    "args": _lists,
}


def common_folder(paths: Sequence[Path]) -> Path:
    """The folder that holds all of the paths; where a run's configuration is looked for."""
    if not paths:
        return Path.cwd()
    absolute = [os.path.abspath(path) for path in paths]
    try:
        common = Path(os.path.commonpath(absolute))
    except ValueError:  # on two drives
        return Path.cwd()
    return common if common.is_dir() else common.parent
