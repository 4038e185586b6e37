"""Whether a generator can ever end, decided by its own code: drawing from it would not tell."""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
import types
from typing import Any

DEPTH = 4
FOREVER = (itertools.count, itertools.cycle)
NAMES = frozenset({"count", "cycle", "repeat"})


def never_ends(iterator: Any, depth: int = DEPTH) -> bool:
    """True only where it is sure."""
    if isinstance(iterator, FOREVER):
        return True
    if isinstance(iterator, itertools.repeat):
        try:
            iterator.__length_hint__()
        except TypeError:
            return True
        return False
    if not isinstance(iterator, types.GeneratorType) or iterator.gi_frame is None or depth == 0:
        return False
    inner = iterator.gi_yieldfrom
    if inner is not None and never_ends(inner, depth - 1):
        return True
    return _code_never_ends(iterator.gi_code, iterator.gi_frame.f_locals, iterator.gi_frame.f_globals, depth)


def function_never_ends(function: Any) -> bool:
    """The same of a generator function that is still to be called."""
    code = getattr(function, "__code__", None)
    return (
        code is not None
        and inspect.isgeneratorfunction(function)
        and _code_never_ends(code, {}, getattr(function, "__globals__", {}), DEPTH)
    )


def _code_never_ends(code: types.CodeType, local: dict[str, Any], globe: dict[str, Any], depth: int) -> bool:
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(code)))
    except (OSError, TypeError, SyntaxError):
        return False
    function = next((n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.GeneratorExp))), None)
    if isinstance(function, ast.GeneratorExp):
        return _endless_source(function.generators[0].iter, local, globe, depth)
    if function is None or any(isinstance(n, ast.Return) for n in _own_nodes(function.body)):
        return False
    for statement in function.body:
        if isinstance(statement, ast.Raise):
            return False
        if _endless_loop(statement, local, globe, depth):
            return True
        if (
            isinstance(statement, ast.Expr)
            and isinstance(statement.value, ast.YieldFrom)
            and _endless_source(statement.value.value, local, globe, depth)
        ):
            return True
    return False


def _endless_loop(statement: ast.stmt, local: dict[str, Any], globe: dict[str, Any], depth: int) -> bool:
    if isinstance(statement, ast.With):
        return any(_endless_loop(s, local, globe, depth) for s in statement.body)
    if isinstance(statement, ast.While):
        forever = isinstance(statement.test, ast.Constant) and bool(statement.test.value)
    elif isinstance(statement, ast.For):
        forever = _endless_source(statement.iter, local, globe, depth)
    else:
        return False
    return forever and not _breaks(statement.body)


def _endless_source(node: ast.expr, local: dict[str, Any], globe: dict[str, Any], depth: int) -> bool:
    if isinstance(node, ast.Name):
        return never_ends(local.get(node.id, globe.get(node.id)), depth - 1)
    if isinstance(node, ast.Call):
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
        if name in ("enumerate", "map", "filter", "iter"):
            return any(_endless_source(a, local, globe, depth) for a in node.args)
        if name in NAMES:
            owner = called.value if isinstance(called, ast.Attribute) else None
            imported = (isinstance(owner, ast.Name) and owner.id == "itertools") or globe.get(name) in (
                *FOREVER,
                itertools.repeat,
            )
            return imported and (name != "repeat" or len(node.args) + len(node.keywords) == 1)
        function = local.get(name, globe.get(name)) if isinstance(called, ast.Name) else None
        if depth > 0 and inspect.isgeneratorfunction(function):
            return _code_never_ends(function.__code__, {}, function.__globals__, depth - 1)
    return False


def _breaks(body: list[ast.stmt]) -> bool:
    """Whether a `break` of this very loop is among its statements."""
    for statement in body:
        if isinstance(statement, ast.Break):
            return True
        if isinstance(statement, (ast.For, ast.While, ast.AsyncFor)):
            if _breaks(statement.orelse):
                return True
            continue
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
            continue
        for block in ("body", "orelse", "finalbody"):
            if _breaks(getattr(statement, block, [])):
                return True
        if any(_breaks(handler.body) for handler in getattr(statement, "handlers", [])):
            return True
        if any(_breaks(case.body) for case in getattr(statement, "cases", [])):
            return True
    return False


def _own_nodes(body: list[ast.stmt]) -> list[ast.AST]:
    """All nodes of a function but those of functions within it."""
    found: list[ast.AST] = []
    waiting: list[ast.AST] = list(body)
    while waiting:
        node = waiting.pop()
        found.append(node)
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)
    return found
