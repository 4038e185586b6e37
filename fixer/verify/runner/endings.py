"""What the end of a script means: finished, an error of its own, or something that is not on this machine."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from typing import Any

from .failure import Places, describe
from .recorder import Enough

MISSING = re.compile(
    r"no such file or directory|file not found|unable to open file|does not exist|no file or directory", re.I
)
UNREACHABLE = re.compile(
    r"url fetch failure|name resolution|name or service not known|nodename nor servname|network is unreachable"
    r"|connection refused|max retries exceeded|failed to establish a new connection|urlopen error"
    r"|couldn't connect to|the sandbox allows no network|could not resolve host",
    re.I,
)
OURS = frozenset({"keras", "tf_keras", "tensorflow", "torch", "torchvision", "numpy"})
"""A missing part of one of these is a fault in the code, not in the machine."""


def classify(error: BaseException | None, places: Places) -> dict[str, Any]:
    """The content of the message `end`."""
    if error is None or isinstance(error, Enough):
        return {"ending": "finished"}
    if isinstance(error, SystemExit) and error.code in (None, 0, False):
        return {"ending": "finished"}
    told = describe(error, places)
    missing = what_is_missing(error, places)
    if missing:
        return {"ending": "no-data", "error": told, "detail": places.original(missing)}
    return {"ending": "raised", "error": told, "detail": ""}


def what_is_missing(error: BaseException, places: Places) -> str:
    """The file, download or package that the script stopped for; empty where it failed by itself."""
    for cause in _chain(error):
        if isinstance(cause, ModuleNotFoundError):
            if cause.name and _is_absent(cause.name, places):
                return f"the package {cause.name.partition('.')[0]} is not in {sys.executable}"
        elif isinstance(cause, FileNotFoundError):
            name = cause.filename if cause.filename is not None else str(cause)
            return f"no such file: {os.fsdecode(name) if isinstance(name, (str, bytes, os.PathLike)) else name}"
        else:
            text = str(cause)
            if UNREACHABLE.search(text) or type(cause).__name__ in ("URLError", "gaierror"):
                link = re.search(r"https?://[^\s'\")]+", " ".join(str(c) for c in _chain(error)))
                return f"no network for {link.group().rstrip(':,.')}" if link else f"no network: {text[:200]}"
            of_files = isinstance(cause, (OSError, ValueError)) or type(cause).__name__ == "NotFoundError"
            if of_files and len(text) < 2000 and MISSING.search(text):
                return f"no such file: {_named_file(text)}"
    return ""


def _chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in found and len(found) < 10:
        found.append(following)
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)
    return found


def _named_file(text: str) -> str:
    found = re.search(r"filepath=(\S+?)[.,]?(?:\s|$)|name = '([^']+)'|'([^']+)'|(/\S+|\S+\.\w{1,5})", text)
    return next((g for g in found.groups() if g), text[:200]) if found else text[:200]


def _is_absent(name: str, places: Places) -> bool:
    top = name.partition(".")[0]
    if top in OURS and importlib.util.find_spec(top) is not None:
        return False
    for folder in (places.copied_to or places.project, os.path.dirname(places.script)):
        if os.path.exists(os.path.join(folder, top)) or os.path.exists(os.path.join(folder, f"{top}.py")):
            return False
    try:
        return importlib.util.find_spec(top) is None
    except (ImportError, ValueError):
        return True
