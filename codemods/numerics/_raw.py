"""Expressions of a loss or metric that may be zero: what reaches them straight from y_true and y_pred."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from fixer.facts.facts import Facts
from fixer.facts.values import Function

_LOGS = frozenset("log log2 log10".split())
_DIVISIONS = frozenset("divide truediv true_divide".split())
_KEEPING = frozenset(
    "cast flatten batch_flatten reshape squeeze expand_dims convert_to_tensor identity stop_gradient".split()
)
"""Functions that give the same values in another form."""
_ZEROING = frozenset("square abs relu sqrt multiply pow subtract round".split())
"""Functions of which the result may be zero where an argument may."""
_SUMMING = frozenset("sum reduce_sum mean reduce_mean norm std reduce_std count_nonzero max reduce_max".split())
_LIBRARIES = ("keras.backend.", "keras.ops.", "tensorflow.", "numpy.")


@dataclass(frozen=True, slots=True)
class Body:
    """The code of one loss or metric."""

    node: ast.FunctionDef | ast.Lambda
    arguments: frozenset[str]
    calls: dict[ast.Call, str]
    """Calls of library functions, by the last part of their canonical names."""
    backend: str | None
    """How the code writes `keras.backend`, where it does."""

    @classmethod
    def of(cls, facts: Facts, function: Function) -> Body:
        node = function.node
        assert isinstance(node, (ast.FunctionDef, ast.Lambda))
        names = [a.arg for a in node.args.args]
        names = names[1:] if function.owner is not None else names
        inside = set(ast.walk(node))
        made = [c for c in facts.library_calls if c.node in inside and c.name.startswith(_LIBRARIES)]
        calls = {call.node: call.name.rpartition(".")[2] for call in made}
        backends = [ast.unparse(f.value) for c in made if c.name.startswith("keras.backend.") for f in [c.node.func]
                    if isinstance(f, ast.Attribute)]  # fmt: skip
        return cls(node, frozenset(names[:2]), calls, backends[0] if backends else None)

    def dangers(self) -> Iterator[tuple[ast.expr, str, str]]:
        """The expression to guard, what is done with it, and whether that is a log or a division."""
        for node in ast.walk(self.node):
            if isinstance(node, ast.Call) and self.calls.get(node) in _LOGS and node.args:
                if self.may_be_zero(node.args[0], node):
                    yield node.args[0], f"log({_short(node.args[0])})", "log"
                continue
            divisor: ast.expr | None = None
            if isinstance(node, ast.Call) and self.calls.get(node) in _DIVISIONS and len(node.args) == 2:
                divisor = node.args[1]
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
                divisor = node.right
            if divisor is not None and self.may_be_zero(divisor, node, sums=True):
                yield divisor, f"division by {_short(divisor)}", "division"

    def may_be_zero(self, node: ast.expr, at: ast.AST, sums: bool = False, depth: int = 0) -> bool:
        """Whether nothing between the arguments and `node` keeps it away from zero; False where that is not sure."""
        if depth > 12:
            return False
        match node:
            case ast.Name():
                made = self._assigned(node.id, at)
                if made is None:
                    return node.id in self.arguments and not self._is_stored(node.id)
                return self.may_be_zero(made.value, made, sums, depth + 1)
            case ast.Subscript():
                return self.may_be_zero(node.value, at, sums, depth + 1)
            case ast.UnaryOp(op=ast.USub()):
                return self.may_be_zero(node.operand, at, sums, depth + 1)
            case ast.BinOp(op=ast.Sub(), left=ast.Constant()):
                return self.may_be_zero(node.right, at, sums, depth + 1)
            case ast.BinOp(op=ast.Mult()):
                return any(self.may_be_zero(side, at, sums, depth + 1) for side in (node.left, node.right))
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                return all(self.may_be_zero(side, at, sums, depth + 1) for side in (node.left, node.right))
            case ast.BinOp(op=ast.Pow(), right=ast.Constant()):
                return self.may_be_zero(node.left, at, sums, depth + 1)
            case ast.Call():
                name = self.calls.get(node, "")
                known = _KEEPING | _ZEROING | (_SUMMING if sums else frozenset())
                return name in known and bool(node.args) and self.may_be_zero(node.args[0], at, sums, depth + 1)
        return False

    def _assigned(self, name: str, at: ast.AST) -> ast.Assign | None:
        """The assignment that gives `name` the value it has at `at`, in a body without branches."""
        if isinstance(self.node, ast.Lambda):
            return None
        found: ast.Assign | None = None
        for statement in self.node.body:
            if statement is at or any(inner is at for inner in ast.walk(statement)):
                break
            if isinstance(statement, ast.Assign) and [getattr(t, "id", None) for t in statement.targets] == [name]:
                found = statement
        return found if found is None or self._stores(name) == self._plain_stores(name) else None

    def _is_stored(self, name: str) -> bool:
        """Whether the argument is given another value somewhere that is not followed."""
        return self._stores(name) != self._plain_stores(name)

    def _stores(self, name: str) -> int:
        return sum(
            isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store) for n in ast.walk(self.node)
        )

    def _plain_stores(self, name: str) -> int:
        if isinstance(self.node, ast.Lambda):
            return 0
        plain = [s for s in self.node.body if isinstance(s, ast.Assign)]
        return sum([getattr(t, "id", None) for t in s.targets] == [name] for s in plain)


def _short(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 40 else text[:37] + "..."
