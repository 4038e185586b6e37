"""`fixer rules` and `fixer explain`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from fixer.cli.options import Format, OutputFormat
from fixer.cli.run import usage_error
from fixer.config import ConfigError, check_selectors
from fixer.report import jsonreport
from fixer.report import rules as report
from fixer.report.paint import Paint


def rules(output_format: OutputFormat = Format.TEXT) -> None:
    """List the rules."""
    from codemods import all_rules

    known = sorted(all_rules(), key=lambda rule: rule.code)
    if output_format is Format.JSON:
        print(jsonreport.document(rules=[report.as_data(rule) for rule in known]))
    else:
        print(report.table(known, Paint.of(sys.stdout)))


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name.")],
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Print one rule's page: what it sees, why that fails, and what to write instead."""
    from codemods import all_rules

    known = list(all_rules())
    rule = next((rule for rule in known if code.upper() == rule.code or code.lower() == rule.name), None)
    if rule is None:
        try:
            check_selectors([code], [(rule.code, rule.name) for rule in known])
        except ConfigError as error:
            usage_error(str(error))
        usage_error(f"{code} is a prefix of several rules; see `fixer rules`")
    if output_format is Format.JSON:
        print(jsonreport.document(**report.as_data(rule), doc=rule.doc))
    else:
        print(report.page(rule, Paint.of(sys.stdout)))
