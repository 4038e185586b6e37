"""Where an array got its dtype, and who else reads it."""

from __future__ import annotations

import ast

from codemods._support import feeds, unit_of
from fixer import rewrite
from fixer.facts.facts import CompileFact, Facts
from fixer.facts.knowledge.registry import dtype_of
from fixer.facts.program import Unit
from fixer.facts.values import Array, Class, Function, Ref
from fixer.findings import Edit

_MAKERS = frozenset("numpy.array numpy.asarray numpy.zeros numpy.ones numpy.full numpy.arange numpy.eye".split())
_HARMLESS = frozenset(
    """builtins.len builtins.print builtins.str builtins.sum builtins.min builtins.max builtins.type numpy.mean
    numpy.sum numpy.unique numpy.min numpy.max numpy.std numpy.shape numpy.concatenate numpy.reshape numpy.expand_dims
    sklearn.model_selection.train_test_split tensorflow.data.Dataset.from_tensor_slices""".split()
)


def is_cast(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("astype", "cast")


def cast_operand(node: ast.Call) -> ast.expr | None:
    """What a cast is applied to: `x` of `x.astype(...)` and `tf.cast(x, ...)`."""
    assert isinstance(node.func, ast.Attribute)
    if node.func.attr == "astype":
        return node.func.value
    return node.args[0] if node.args else None


def made_float(facts: Facts, array: Array) -> tuple[Unit, ast.expr, tuple[Edit, ...]] | None:
    """The place where an integer array is made, and the edits that make it float32 there."""
    cast = next((step for step in reversed(array.steps) if is_cast(step)), None)
    place = cast or array.origin
    if place is None or not isinstance(getattr(place, "ctx", ast.Load()), ast.Load):
        return None
    unit = unit_of(facts, place)
    if unit is None or not isinstance(place, ast.Call):
        return None
    dtype = _dtype_argument(facts, place)
    text = rewrite.quoted(unit, "float32")
    if dtype is not None:
        return unit, place, (rewrite.replace(unit, dtype, text),)
    return (unit, place, (rewrite.wrap(unit, place, f"{{}}.astype({text})"),)) if cast is None else None


def _dtype_argument(facts: Facts, call: ast.Call) -> ast.expr | None:
    """The argument that names the dtype, where another can stand there."""
    if isinstance(call.func, ast.Attribute) and call.func.attr == "astype":
        return call.args[0] if call.args else call.keywords[0].value if call.keywords else None
    found = next((c for c in facts.library_calls if c.node is call and c.name in _MAKERS), None)
    given = None if found is None else found.args.get("dtype")
    return None if given is None or dtype_of(given.value) is None else given.node


def needs_integers(facts: Facts, origin: ast.expr) -> bool:
    """Whether anything else that the program does with the values made at `origin` needs them to be integers."""
    for call, feed in feeds(facts):
        compiled = call.model.compiled
        if isinstance(feed.y, Array) and feed.y.origin is origin and compiled is not None and _wants_integers(compiled):
            return True
        if isinstance(feed.x, Array) and feed.x.origin is origin:
            return True
    same = {
        node
        for node, seen in facts.values.items()
        if any(isinstance(value, Array) and value.origin is origin for value in seen)
    }
    return any(not _harmless(facts, node, same) for node in same)


def _wants_integers(compiled: CompileFact) -> bool:
    """Whether a loss takes class numbers, or may: an object of a class that is not known."""
    given = compiled.args.get("loss")
    return compiled.loss.startswith("sparse") or (
        not compiled.loss and (given is None or not isinstance(given.value, Function))
    )


def _harmless(facts: Facts, node: ast.expr, same: set[ast.expr]) -> bool:
    """Whether the code around one mention of an array goes on as before when the array is of floats."""
    unit = unit_of(facts, node)
    parent = None if unit is None else unit.parent(node)
    if unit is None or parent is None:
        return True
    while isinstance(parent, (ast.Tuple, ast.List, ast.keyword, ast.Starred)):
        parent = unit.parent(parent)
    match parent:
        case ast.Subscript():
            return parent.value is node
        case ast.Call():
            if parent.func is node or any(call.node is parent for call in facts.model_calls):
                return True
            return _is_harmless_call(facts, parent)
        case ast.BinOp():
            return parent in same or not isinstance(parent.op, (ast.LShift, ast.RShift, ast.BitAnd, ast.BitOr))
        case ast.Attribute():
            return parent.attr not in ("tolist", "tobytes")
    return not isinstance(parent, (ast.For, ast.comprehension, ast.Dict, ast.AugAssign))


def _is_harmless_call(facts: Facts, call: ast.Call) -> bool:
    seen = facts.values.get(call.func, [])
    if seen and all(isinstance(value, (Function, Class)) for value in seen):
        return True  # what happens inside is looked at there
    names = [value.name for value in seen if isinstance(value, Ref)]
    if names and all(name in _HARMLESS for name in names):
        return True
    return isinstance(call.func, ast.Attribute) and call.func.attr in ("append", "flow")


def is_whole(value: object) -> bool:
    """Whether an array surely holds whole numbers."""
    return isinstance(value, Array) and bool(value.dtypes) and all(is_integer(d) for d in value.dtypes)


def is_integer(dtype: str) -> bool:
    return dtype.startswith(("int", "uint", "bool"))
