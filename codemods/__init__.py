"""The rules: one file a rule, found by walking this package.

A rule asks the facts of a program and yields reports; it never opens a file,
runs anything or prints. See `docs/rules.md` for how to write one.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.findings import Applicability, Fix, Level


@dataclass(frozen=True, slots=True)
class Report:
    """What a rule says of one place; the engine makes a `Finding` of it."""

    unit: Unit
    node: ast.expr | ast.stmt | ast.keyword
    message: str
    fixes: tuple[Fix, ...] = ()
    level: Level | None = None
    """Where it differs from the rule's own for the Keras in question."""


Check = Callable[[Facts], Iterator[Report]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with the facts that stand beside it."""

    code: str
    name: str
    tokens: tuple[str, ...]
    """A file without any of these words cannot have the fault: the byte prefilter."""
    levels: Mapping[int, Level]
    """By major version of Keras; one without an entry does not have the fault."""
    applicability: Applicability
    """That of its best fix."""
    doc: str
    check: Check
    library: str = "keras"
    """`keras` or `torch`: whose faults these are."""
    anywhere: bool = False
    """Whether the fault can be told in a file that compiles, trains and runs no model."""

    @property
    def summary(self) -> str:
        return self.doc.partition("\n")[0]


_registry: dict[str, Rule] = {}


def rule(
    code: str,
    *,
    tokens: tuple[str, ...],
    levels: Mapping[int, Level],
    applicability: Applicability,
    library: str = "keras",
    anywhere: bool = False,
) -> Callable[[Check], Check]:
    """Register a function as the check of a rule named as the function is, with dashes."""

    def register(check: Check) -> Check:
        name = check.__name__.replace("_", "-")
        assert code not in _registry, f"{code} is taken by {_registry[code].name}"
        doc = inspect.cleandoc(check.__doc__ or "")
        _registry[code] = Rule(code, name, tokens, dict(levels), applicability, doc, check, library, anywhere)
        return check

    return register


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    for module in pkgutil.walk_packages(__path__, __name__ + "."):
        importlib.import_module(module.name)
    return tuple(_registry[code] for code in sorted(_registry))
