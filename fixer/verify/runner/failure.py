"""An exception as plain data: its words, and the place in the user's own code."""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from types import FrameType
from typing import Any

ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
IN_MESSAGE = re.compile(r'File "([^"]+)", line (\d+)')
TRACED = ("Graph execution error", "in user code")
FRAME = re.compile(r'(\s*)File "[^"]*", line \d+')
DETECTED = re.compile(r"Detected at node (\S+) defined at")
OPERATION = re.compile(r"\s*\[(?:\[\{\{node|\[Iterator|Op:)[^\]]*\]*")
NOISE = (
    *TRACED,
    "<stack traces unavailable>",
    "Traceback (most recent call last)",
    "Stack trace for op definition",
    "Node: ",
)
LINES = 20
CHARACTERS = 4000

Described = dict[str, Any]


class Places:
    """Tells the user's code from all other, and names it by the path that the user knows it by."""

    def __init__(self, project: str, script: str, copied_to: str | None = None) -> None:
        self.named = os.path.abspath(project)
        self.project = os.path.realpath(project)
        self.script_named = os.path.abspath(script)
        self.script = os.path.realpath(script)
        self.copied_to = os.path.realpath(copied_to) if copied_to else None
        folders = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
        # Ourselves too: the tool may lie inside of the project.
        self.installed = tuple(os.path.realpath(folder) + os.sep for folder in (*folders, os.path.dirname(__file__)))
        self._known: dict[str, str | None] = {}

    def theirs(self, filename: str) -> str | None:
        """The original path of a file of the user's own, None for any other."""
        if filename not in self._known:
            self._known[filename] = self._find(filename)
        return self._known[filename]

    def _find(self, filename: str) -> str | None:
        if filename.startswith("<"):
            return None
        path = os.path.realpath(filename)
        root = self.copied_to or self.project
        if path.startswith(self.installed) or re.search(r"[/\\](site|dist)-packages[/\\]", path):
            return None
        if self.copied_to and path.startswith(self.copied_to + os.sep):
            path = self.project + path[len(self.copied_to) :]
        elif path != self.script and not path.startswith(root.rstrip(os.sep) + os.sep):
            return None
        if path == self.script:
            return self.script_named
        return os.path.join(self.named, os.path.relpath(path, self.project))

    def original(self, text: str) -> str:
        """A message with the places of a scratch copy named as they are in the project."""
        return text.replace(self.copied_to, self.named) if self.copied_to else text

    def caller(self) -> tuple[str, int]:
        """Where the user's code stands now: its innermost frame."""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            path = self.theirs(frame.f_code.co_filename)
            if path is not None:
                return path, frame.f_lineno
            frame = frame.f_back
        return self.script_named, 0


def describe(error: BaseException, places: Places) -> Described:
    """Type, message (its first lines) and the innermost place in the user's code."""
    message = places.original(ANSI.sub("", _words(error)))
    told = cleaned(message).removeprefix(f"{type(error).__name__}: ")
    path, line = None, 0
    trace = error.__traceback__
    while trace is not None:
        found = places.theirs(trace.tb_frame.f_code.co_filename)
        if found is not None:
            path, line = found, trace.tb_lineno
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        found = places.theirs(error.filename)
        if found is not None:
            path, line = found, error.lineno
    for name, number in IN_MESSAGE.findall(_told_trace(message)):
        found = places.theirs(name)
        if found is not None:
            path, line = found, int(number)
    return {"type": type(error).__name__, "message": _shortened(told), "path": path, "line": line}


def _told_trace(message: str) -> str:
    """The part of a message that tells, in words, frames below those of the traceback itself.

    That of a graph's node tells where it was traced, perhaps by an earlier call that went well: it is no part of it.
    """
    if message.startswith("in user code"):
        return message
    if message.startswith("Graph execution error"):
        return message.partition("Traceback (most recent call last)")[2]
    return ""


def cleaned(message: str) -> str:
    """Keras's and TensorFlow's words without the stack that they print among them: the cause comes first."""
    if not message.lstrip().startswith(TRACED):
        return message
    kept: list[str] = []
    node = indent = ""
    for line in message.splitlines():
        at = FRAME.match(line)
        if at:
            indent = at.group(1)
        elif indent and line.startswith(indent + "  "):
            continue  # the line of code of that frame
        elif found := DETECTED.match(line):
            node = node or found.group(1)
        elif text := OPERATION.sub("", line).strip():
            indent = ""
            if not text.startswith(NOISE) and text not in kept:
                kept.append(text)
    if node:
        kept.append(f"(in the graph, at {node})")
    return "\n".join(kept) or message


def headline(described: Described) -> str:
    """The one line that says most of a failure."""
    lines = [line.strip() for line in described["message"].splitlines() if line.strip()]
    if len(lines) > 1 and lines[0].startswith("Exception encountered when calling"):
        del lines[0]
    kind = described["type"]
    return f"{kind}: {lines[0].removeprefix(f'{kind}: ')}" if lines else str(kind)


def _words(error: BaseException) -> str:
    if isinstance(error, SystemExit):
        return f"exit status {error.code}"
    try:
        text = getattr(error, "message", None)
        return text if isinstance(text, str) and text else str(error)
    except Exception as unprintable:
        return f"<no message: {type(unprintable).__name__}>"


def _shortened(message: str) -> str:
    lines = message.strip().splitlines()
    kept = "\n".join(lines[:LINES])
    return kept[:CHARACTERS]
