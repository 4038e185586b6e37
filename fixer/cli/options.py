"""The options that several commands share, each spelled once."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer


class Format(str, Enum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Files, folders (taken with all below), or - for stdin.")
]
StdinFilename = Annotated[
    Path | None, typer.Option("--stdin-filename", metavar="PATH", help="What to call the text that - reads.")
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULES", help="Only these rules: codes, prefixes or names, by comma."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULES", help="Not these rules, given in the same way."),
]
UnsafeFixes = Annotated[
    bool | None,
    typer.Option(
        "--unsafe-fixes/--no-unsafe-fixes",
        help="Also fixes with a choice in them, or that change what is learned.",
        show_default=False,
    ),
]
Python = Annotated[
    str | None,
    typer.Option(
        "--python",
        metavar="PATH",
        help="The interpreter whose Keras decides; the project's own environment if not given.",
    ),
]
Verify = Annotated[
    bool | None,
    typer.Option("--verify/--no-verify", help="Whether to execute anything for proof.", show_default=False),
]
Unproven = Annotated[
    bool | None,
    typer.Option(
        "--unproven/--only-proven",
        help="Also write what no execution could reach; each is marked so.",
        show_default=False,
    ),
]
Alternatives = Annotated[
    bool | None,
    typer.Option("--alternatives", help="Also show up to three other mends that train as well.", show_default=False),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, metavar="N", help="Processes at once; one a processor if not given."),
]
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", min=1, metavar="SECONDS", help="How long one execution of a script may take."),
]
OutputFormat = Annotated[Format, typer.Option("--output-format", help="Text for people, JSON for programs.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Results and errors only: no summary, no progress.")]
