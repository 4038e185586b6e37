"""Where the number of samples of an array is written down."""

from __future__ import annotations

import ast

from fixer.facts.facts import Facts, LibraryCall
from fixer.facts.values import Array

_THROUGH = ("y", "object", "a", "ary", "n")


def count_node(facts: Facts, array: Array) -> ast.expr | None:
    """The expression that says how many samples an array is made with: the `n` of `np.zeros((n, 10))`."""
    call = next((c for c in facts.library_calls if c.node is array.origin), None)
    for _ in range(4):
        if call is None or call.spread:
            return None
        found = _first_size(call)
        if found is not None:
            return found
        inner = next((call.args[name].value for name in _THROUGH if name in call.args), None)
        if not isinstance(inner, Array) or inner.origin is call.node:
            return None
        call = next((c for c in facts.library_calls if c.node is inner.origin), None)
    return None


def _first_size(call: LibraryCall) -> ast.expr | None:
    name = call.name.rpartition(".")[2]
    if ".random." in call.name or call.name.startswith("tensorflow.random."):
        if name in ("rand", "randn"):
            return call.node.args[0] if call.node.args else None
        given = call.args.get("size") or call.args.get("shape")
    elif name in ("zeros", "ones", "empty", "full"):
        given = call.args.get("shape")
    elif name == "arange" and len(call.node.args) == 1 and not call.node.keywords:
        return call.node.args[0]
    elif name == "linspace":
        given = call.args.get("num")
    else:
        return None
    if given is None:
        return None
    node = given.node
    if isinstance(node, (ast.Tuple, ast.List)):
        return node.elts[0] if node.elts else None
    return node if len(getattr(given.value, "items", ()) or ()) == 0 else None
