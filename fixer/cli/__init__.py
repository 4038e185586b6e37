"""The `fixer` command: parse options, call the engine, print. No logic of its own.

Nothing heavy is imported before it is needed: an editor, a hook or `fixer --version` waits for it.
"""

from __future__ import annotations

import sys

from fixer import __version__


def main() -> None:
    """The entry point."""
    for stream in (sys.stdout, sys.stderr):
        # A file name that is not text, or a terminal that lacks a letter, must not end a run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if sys.argv[1:] == ["--version"]:
        print(f"fixer {__version__}")
        return
    from fixer.cli.app import app

    app(prog_name="fixer")
