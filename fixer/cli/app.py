"""The Typer application: the commands by their names."""

from __future__ import annotations

from typing import Annotated

import typer

from fixer import __version__
from fixer.cli import catalogue, change, check, quickfix, verify

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help and usage errors as plain text: `[KF101]` is no markup
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"fixer {__version__}")
        raise typer.Exit


@app.callback()
def _fixer(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Find faults in Keras and TensorFlow training code, mend them, and prove the mend by training."""


app.command()(check.check)
app.command()(change.diff)
app.command()(change.apply)
app.command()(verify.verify)
app.command()(quickfix.quickfix)
app.command()(catalogue.rules)
app.command()(catalogue.explain)
