"""Which branch a loop takes the first time round."""

from __future__ import annotations

import ast
import operator

from fixer.facts.facts import Facts
from fixer.facts.infer import Range
from fixer.facts.program import Unit
from fixer.facts.values import const_int

_COMPARE = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def first_batch_takes(facts: Facts, unit: Unit, branch: ast.If) -> bool | None:
    """Whether the test of `branch` holds the first time; None where that is not plain.

    Plain is a comparison of the counter of the loop around it with a number: `i % 5 == 0`, `i > 0`, `i % 2`.
    """
    counter = _counter(facts, unit, branch)
    if counter is None:
        return None
    name, start = counter
    test = branch.test
    negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    if negated:
        test = test.operand  # type: ignore[attr-defined]
    result: bool | None = None
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and type(test.ops[0]) in _COMPARE:
        left, right = _number(test.left, name, start), _number(test.comparators[0], name, start)
        if left is not None and right is not None:
            result = bool(_COMPARE[type(test.ops[0])](left, right))
    elif (value := _number(test, name, start)) is not None:
        result = value != 0
    return None if result is None else result is not negated


def _counter(facts: Facts, unit: Unit, branch: ast.If) -> tuple[str, int] | None:
    """The variable that counts in the innermost loop around `branch`, and its first value."""
    loop = unit.enclosing(branch, (ast.For, ast.While))
    if not isinstance(loop, ast.For):
        return None
    target = loop.target
    ranges = [value for value in facts.values.get(loop.iter, []) if isinstance(value, Range)]
    if isinstance(target, ast.Name) and ranges:
        start = const_int(ranges[0].start)
        return None if start is None else (target.id, start)
    counted = isinstance(loop.iter, ast.Call) and getattr(loop.iter.func, "id", "") == "enumerate"
    if counted and isinstance(target, ast.Tuple) and isinstance(target.elts[0], ast.Name):
        return target.elts[0].id, 0
    return None


def _number(node: ast.expr, name: str, value: int) -> int | None:
    match node:
        case ast.Constant(value=int(number)):
            return number
        case ast.Name(id=found) if found == name:
            return value
        case ast.BinOp(op=ast.Mod() | ast.FloorDiv()):
            left, right = _number(node.left, name, value), _number(node.right, name, value)
            if left is None or not right:
                return None
            return left % right if isinstance(node.op, ast.Mod) else left // right
    return None
