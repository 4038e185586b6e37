"""Whose Keras decides: finding the project's interpreter, and the major version of the Keras that it has."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDERS = (".venv", "venv", "env")


def find_interpreter(explicit: Path | None, near: Path, environ: Mapping[str, str] | None = None) -> Path:
    """The interpreter to prove with: the one named, the active environment's, the project's, or our own.

    A path is never resolved: an environment's interpreter is a link to another one that lacks its packages.
    """
    environ = os.environ if environ is None else environ
    if explicit is not None:
        inside = _interpreter_of(explicit) if explicit.is_dir() else None
        return inside or Path(os.path.abspath(explicit))
    active = environ.get("VIRTUAL_ENV")
    if active and (found := _interpreter_of(Path(active))):
        return found
    start = Path(os.path.abspath(near))
    for folder in (start, *start.parents):
        for name in FOLDERS:
            if found := _interpreter_of(folder / name):
                return found
    return Path(sys.executable)


def _interpreter_of(folder: Path) -> Path | None:
    if not (folder / "pyvenv.cfg").is_file():
        return None
    for name in ("bin/python", "bin/python3", "Scripts/python.exe"):
        if (folder / name).exists():
            return Path(os.path.abspath(folder / name))
    return None


def keras_major(python: Path, environ: Mapping[str, str] | None = None) -> int | None:
    """2 or 3: what `tf.keras` is in that interpreter, read off its site-packages; None if it has no Keras."""
    environ = os.environ if environ is None else environ
    versions = dict(_distributions(python))
    tensorflow = next((versions[n] for n in ("tensorflow", "tensorflow-cpu", "tf-nightly") if n in versions), None)
    keras = versions.get("keras", versions.get("keras-nightly"))
    legacy = environ.get("TF_USE_LEGACY_KERAS", "").lower() in ("1", "true")
    if legacy and ("tf-keras" in versions or (tensorflow is not None and _release(tensorflow) < (2, 16))):
        return 2
    if keras is not None:
        return 2 if _release(keras) < (3,) else 3
    if "tf-keras" in versions:
        return 2
    if tensorflow is not None:
        return 2 if _release(tensorflow) < (2, 16) else 3
    return None


def _release(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:2])


def _distributions(python: Path) -> Iterator[tuple[str, str]]:
    """Name and version of what is installed, by the names of the metadata folders; the earlier folder wins."""
    seen = set()
    for folder in _site_packages(python):
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            match = re.fullmatch(r"(.+?)-([^-]+)\.(?:dist|egg)-info", name)
            if match:
                package = re.sub(r"[-_.]+", "-", match[1]).lower()
                if package not in seen:
                    seen.add(package)
                    yield package, match[2]


def _site_packages(python: Path) -> Iterator[Path]:
    """Where an interpreter keeps its packages, without asking it."""
    prefixes = [python.parent.parent]
    config = prefixes[0] / "pyvenv.cfg"
    if config.is_file():
        text = config.read_text(encoding="utf-8", errors="replace")
        if re.search(r"(?mi)^include-system-site-packages\s*=\s*true", text):
            home = re.search(r"(?mi)^home\s*=\s*(.+)$", text)
            if home:
                prefixes.append(Path(home[1].strip()).parent)
    elif python.is_symlink():
        prefixes.append(Path(os.path.realpath(python)).parent.parent)
    for prefix in prefixes:
        for pattern in ("lib/python3*/site-packages", "lib64/python3*/site-packages", "Lib/site-packages"):
            yield from sorted(prefix.glob(pattern))
        yield from sorted(prefix.glob("lib/python3*/dist-packages"))
        yield from sorted(prefix.glob("local/lib/python3*/dist-packages"))
    home_folder = Path.home() / ".local" / "lib"
    if not config.is_file():
        yield from sorted(home_folder.glob("python3*/site-packages"))
