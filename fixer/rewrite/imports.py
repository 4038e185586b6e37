"""Names of library modules in a file, and imports where they are missing."""

from __future__ import annotations

import ast

from fixer.facts.program import Unit, canonical
from fixer.findings import Edit
from fixer.rewrite.text import insert_after, insert_before

_USUAL = {"numpy": "np", "tensorflow": "tf", "pandas": "pd"}


def imported_name(unit: Unit, target: str) -> str | None:
    """The expression by which the file reaches a library object, `np` for `numpy`; None if it does not.

    Only imports at the top of the module count: they are there wherever the code runs.
    """
    for node in unit.tree.body:
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = canonical(alias.name)
                bound = alias.asname or alias.name
                if alias.asname is None and "." in alias.name:
                    # `import tensorflow.keras` binds `tensorflow`.
                    name = bound = alias.name.partition(".")[0]
                if target == name:
                    return bound
                if target.startswith(name + "."):
                    return bound + target[len(name) :]
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            for alias in node.names:
                name = canonical(f"{node.module}.{alias.name}")
                if target == name:
                    return alias.asname or alias.name
                if target.startswith(name + "."):
                    return (alias.asname or alias.name) + target[len(name) :]
    return None


def insert_import(unit: Unit, statement: str) -> Edit:
    """The import as a line of its own behind the file's first imports."""
    last: ast.stmt | None = None
    for node in unit.tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            last = node
        elif last is not None:
            break
    if last is not None:
        return insert_after(unit, last, statement)
    body = unit.tree.body
    first = body[0]
    docstring = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    if docstring:
        return insert_after(unit, first, f"\n{statement}")
    return insert_before(unit, first, f"{statement}\n")


def name_for(unit: Unit, module: str) -> tuple[str, tuple[Edit, ...]]:
    """How to write `module` in this file, and the import to add where it is missing."""
    known = imported_name(unit, module)
    if known is not None:
        return known, ()
    alias = _USUAL.get(module)
    statement = f"import {module} as {alias}" if alias else f"import {module}"
    return alias or module, (insert_import(unit, statement),)
