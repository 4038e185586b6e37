"""The rules themselves, as a list and as pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from fixer.report.paint import Paint

if TYPE_CHECKING:
    from codemods import Rule


def table(rules: Iterable[Rule], paint: Paint) -> str:
    """One line a rule: code, name, level on each Keras, whether its fix is safe, what it sees."""
    rules = list(rules)
    name_width = max((len(rule.name) for rule in rules), default=0)
    level_width = max((len(_levels(rule)) for rule in rules), default=0)
    lines = [
        f"{paint.bold(rule.code)}  {rule.name:<{name_width}}  {_levels(rule):<{level_width}}  "
        f"{rule.applicability.value:<12}  {rule.summary}"
        for rule in rules
    ]
    return "\n".join(lines)


def page(rule: Rule, paint: Paint) -> str:
    """`fixer explain`: the rule's own documentation under its name."""
    title = f"{rule.name} ({rule.code})"
    facts = f"{_levels(rule)}; fix: {rule.applicability.value}"
    return f"{paint.bold(title)}\n{facts}\n\n{rule.doc.strip()}"


def as_data(rule: Rule) -> dict[str, Any]:
    """A rule for a program."""
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary,
        "levels": {f"keras{major}": level.value for major, level in sorted(rule.levels.items())},
        "applicability": rule.applicability.value,
    }


def _levels(rule: Rule) -> str:
    """`error`, or `Keras 2 error, Keras 3 hint` where they differ or one has none."""
    two, three = rule.levels.get(2), rule.levels.get(3)
    if two is not None and two is three:
        return two.value
    return ", ".join(f"Keras {major} {level.value}" for major, level in sorted(rule.levels.items()))
