"""Where the arrays that a model is given can be mended, and who else would notice."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from codemods._support import feeds, inputs_of, unit_of
from fixer import rewrite
from fixer.facts.facts import Facts, Feed, ModelCall
from fixer.facts.knowledge.data import ImageGenerator
from fixer.facts.knowledge.others import Splitter
from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Array, Class, Const, Function, Method, Number, Ref, Shape, elements
from fixer.findings import Edit

Template = Callable[[Unit], "tuple[str, tuple[Edit, ...]] | None"]
"""For a file: how a converted array is written there, `{}` for the array, and the imports that this needs."""


@dataclass(frozen=True, slots=True)
class Given:
    """One array that a call gives to one input of a model."""

    call: ModelCall
    feed: Feed
    index: int
    array: Array
    declared: Shape
    """Of the model's input; empty where the model declares none."""

    @property
    def node(self) -> ast.expr:
        """The expression that stands for the array in the call, or in the generator's yield."""
        node = self.feed.x_node
        if isinstance(node, (ast.List, ast.Tuple)) and elements(self.feed.x) is not None:
            return node.elts[self.index] if self.index < len(node.elts) else node
        return node

    @property
    def sample(self) -> Shape:
        return self.array.sample_shape or ()


def givens(facts: Facts) -> Iterator[Given]:
    """Every array of known rank that reaches a model."""
    for call, feed in feeds(facts):
        if not call.model.inputs and isinstance(feed.x, Array) and feed.x.shape:
            yield Given(call, feed, 0, feed.x, ())
        for index, array, declared in inputs_of(feed, call.model):
            if array.shape:
                yield Given(call, feed, index, array, declared)


@dataclass(frozen=True, slots=True)
class Mend:
    """The place that a report points at, and the edits that convert the data."""

    unit: Unit
    node: ast.expr
    edits: tuple[Edit, ...]


def convert(
    facts: Facts,
    given: Given,
    template: Template,
    faulty: Callable[[Given], bool],
    *,
    axis: int,
    resized: bool = False,
    literal: Callable[[Unit, ast.Call], Edit | None] | None = None,
    indexed: Callable[[Unit, ast.Subscript], Edit | None] | None = None,
) -> Mend | None:
    """Put `template` around the data: where its shape was made, if nobody else minds, else where the model takes it.

    `faulty` tells the other arrays that need the same; `axis` is the first one that changes, `resized` whether
    the number of elements does; `literal` edits a shape that is written out, `np.zeros((9, 28, 28))`, `indexed`
    an index that made it, `x[0]`.
    """
    if _has_signature(facts, given):
        return None
    origin = given.array.origin
    unit = None if origin is None else unit_of(facts, origin)
    if origin is not None and unit is not None and not _minds(facts, origin, axis, resized, faulty):
        if isinstance(getattr(origin, "ctx", None), ast.Store):
            return _behind(facts, unit, origin, template, faulty)
        edit = literal(unit, origin) if literal is not None and isinstance(origin, ast.Call) else None
        if indexed is not None and isinstance(origin, ast.Subscript):
            edit = indexed(unit, origin)
        if edit is not None:
            return Mend(unit, origin, (edit,))
        return _around(unit, origin, template)
    node = given.node
    unit = unit_of(facts, node)
    if unit is None or not any(isinstance(value, Array) for value in facts.values.get(node, ())):
        return None
    return _around(unit, node, template)


def _has_signature(facts: Facts, given: Given) -> bool:
    """Whether the data comes by a `tf.data.Dataset.from_generator` that is told the shapes: they would not change."""
    batches = given.feed.batches
    if batches is None or batches.kind != "dataset" or batches.function is None:
        return False
    calls = facts.calls_of("tensorflow.data.Dataset.from_generator")
    return any(name in call.args for call in calls for name in ("output_signature", "output_shapes"))


def _around(unit: Unit, node: ast.expr, template: Template) -> Mend | None:
    found = template(unit)
    if found is None:
        return None
    text, imports = found
    return Mend(unit, node, (rewrite.wrap(unit, node, text), *imports))


def _behind(
    facts: Facts, unit: Unit, origin: ast.expr, template: Template, faulty: Callable[[Given], bool]
) -> Mend | None:
    """Convert what an assignment unpacks, in a line of its own behind it; all its faulty parts together."""
    statement = unit.statement(origin)
    found = template(unit)
    if found is None or not isinstance(statement, ast.Assign):
        return None
    text, imports = found
    parts = {id(g.array.origin) for g in givens(facts) if faulty(g)}
    names = [n for n in ast.walk(statement) if isinstance(n, (ast.Name, ast.Attribute)) and id(n) in parts]
    names.sort(key=lambda n: (n.lineno, n.col_offset))
    lines = [f"{name} = {text.replace('{}', name)}" for name in (rewrite.text_of(unit, n) for n in names)]
    return Mend(unit, origin, (rewrite.insert_after(unit, statement, "\n".join(lines)), *imports))


# --- who else uses an array


_PLAIN = frozenset({"len", "print", "type", "id", "isinstance", "repr", "str"})
_KEEPING = (
    "numpy.array", "numpy.asarray", "numpy.copy", "numpy.isnan", "sklearn.model_selection.train_test_split",
    "tensorflow.data.Dataset.from_tensor_slices", "tensorflow.convert_to_tensor", "tensorflow.constant",
    "tensorflow.cast",
)  # fmt: skip
_WHOLE = frozenset({"mean", "std", "min", "max", "sum", "amin", "amax", "var", "any", "all", "median", "item"})
"""Reductions that give one number when they are told no axis."""


def _minds(facts: Facts, origin: ast.expr, axis: int, resized: bool, faulty: Callable[[Given], bool]) -> bool:
    """Whether anything that the program does with the values made at `origin` needs the shape as it is."""
    fed = [g for g in givens(facts) if g.array.origin is origin]
    if not all(faulty(g) for g in fed):
        return True
    calls = {call.node for call in facts.model_calls}
    known = {id(g.feed) for g in fed}
    for call, feed in feeds(facts):
        if id(feed) not in known and call.node in calls and _holds(feed.x, origin) and not _listed(fed, call):
            return True
    same = {node for node, seen in facts.values.items() if any(_holds(value, origin, False) for value in seen)}
    return any(not _harmless(facts, node, same, calls, axis, resized) for node in same)


def _holds(value: AnyValue | None, origin: ast.expr, inside: bool = True) -> bool:
    if isinstance(value, Array):
        return value.origin is origin
    return inside and any(_holds(item, origin) for item in elements(value) or ())


def _listed(fed: list[Given], call: ModelCall) -> bool:
    return any(g.call.node is call.node for g in fed)


def _harmless(
    facts: Facts, node: ast.expr, same: set[ast.expr], calls: set[ast.Call], axis: int, resized: bool
) -> bool:
    """Whether the code directly around one mention of an array goes on as before when the array gets another shape."""
    unit = unit_of(facts, node)
    if unit is None:
        return True
    parent = unit.parent(node)
    outer = None if parent is None else unit.parent(parent)
    match parent:
        case ast.Assign() | ast.AnnAssign() | ast.Return() | ast.Yield() | ast.Expr() | ast.FormattedValue():
            return True
        case ast.AugAssign():
            return node is parent.target and _is_scalar(facts, parent.value)
        case ast.BinOp():
            other = parent.right if node is parent.left else parent.left
            return parent in same and _is_scalar(facts, other)
        case ast.UnaryOp() | ast.IfExp():
            return parent in same
        case ast.Compare():
            return all(isinstance(op, (ast.Is, ast.IsNot)) for op in parent.ops)
        case ast.Subscript():
            return node is parent.value and parent in same
        case ast.Attribute():
            return _harmless_attribute(facts, unit, parent, same, axis, resized)
        case ast.Tuple() | ast.List():
            while isinstance(outer, (ast.Tuple, ast.List, ast.keyword)):
                outer = unit.parent(outer)
            if isinstance(outer, ast.Call):
                return outer in calls or _called(facts, outer) in _KEEPING
            return isinstance(parent, ast.Tuple) and isinstance(outer, (ast.Assign, ast.Return, ast.Yield, ast.Expr))
        case ast.keyword() if isinstance(outer, ast.Call):
            return outer in calls or _harmless_call(facts, outer, resized)
        case ast.Call():
            return parent in calls or _harmless_call(facts, parent, resized)
    return False


def _called(facts: Facts, call: ast.Call) -> str:
    seen = facts.values.get(call.func, [])
    return seen[0].name if len(seen) == 1 and isinstance(seen[0], Ref) else ""


def _harmless_call(facts: Facts, call: ast.Call, resized: bool) -> bool:
    seen = facts.values.get(call.func, [])
    if seen and all(isinstance(value, (Function, Class)) for value in seen):
        return True  # what happens inside is looked at there
    if len(seen) == 1 and isinstance(seen[0], Method) and isinstance(seen[0].owner, (ImageGenerator, Splitter)):
        return True
    module, _, name = _called(facts, call).rpartition(".")
    if module == "builtins":
        return name in _PLAIN
    if module == "numpy" and name in _WHOLE:
        return len(call.args) == 1 and not call.keywords
    return f"{module}.{name}" in _KEEPING or (f"{module}.{name}" == "numpy.reshape" and not resized)


def _harmless_attribute(
    facts: Facts, unit: Unit, node: ast.Attribute, same: set[ast.expr], axis: int, resized: bool
) -> bool:
    outer = unit.parent(node)
    called = isinstance(outer, ast.Call) and outer.func is node
    match node.attr:
        case "dtype" | "nbytes":
            return True
        case "shape":
            if isinstance(outer, ast.Subscript) and isinstance(outer.slice, ast.Constant):
                return isinstance(outer.slice.value, int) and 0 <= outer.slice.value < axis
            shown = isinstance(outer, ast.Call) and _called(facts, outer) == "builtins.print"
            return shown or isinstance(outer, ast.FormattedValue) or _declares(facts, unit, node)
        case "reshape" | "flatten" | "ravel":
            return called and not resized
        case name if name in _WHOLE:
            return isinstance(outer, ast.Call) and called and not outer.args and not outer.keywords
    return called and outer in same


def _declares(facts: Facts, unit: Unit, node: ast.expr) -> bool:
    """Whether a model's input is declared by this expression: then the model follows the data."""
    declared = {n for model in facts.models for n in model.input_nodes if n is not None}
    return any(ancestor in declared for ancestor in unit.ancestors(node))


def _is_scalar(facts: Facts, node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return True
    seen = facts.values.get(node, [])
    return bool(seen) and all(isinstance(value, (Const, Number)) for value in seen)


# --- shapes that are written out


def written_shape(facts: Facts, call: ast.Call) -> list[ast.expr] | None:
    """The sizes in a call that makes an array of a shape written out in it: `np.zeros((9, 28, 28))`, `x.reshape(9, 5)`.

    None where the sizes do not stand there one by one.
    """
    parts: list[ast.expr]
    found = next((c for c in facts.library_calls if c.node is call), None)
    if found is not None and found.name.startswith(("numpy.", "tensorflow.")):
        name = found.name.rpartition(".")[2]
        if name in ("rand", "randn"):
            parts = list(call.args)
        else:
            given = next((found.args[n] for n in ("size", "shape", "newshape") if n in found.args), None)
            if given is None or not isinstance(given.node, (ast.Tuple, ast.List)):
                return None
            parts = list(given.node.elts)
    elif any(c.node is call and c.name == "reshape" and isinstance(c.owner, Array) for c in facts.method_calls):
        parts = list(call.args)
        if len(parts) == 1 and isinstance(parts[0], (ast.Tuple, ast.List)):
            parts = list(parts[0].elts)
    else:
        return None
    return None if any(isinstance(part, ast.Starred) for part in parts) else parts


def insert_size(facts: Facts, unit: Unit, call: ast.Call, rank: int, axis: int, size: str) -> Edit | None:
    """Put one more size into a shape of `rank` sizes that is written out, before the one at `axis`."""
    parts = written_shape(facts, call)
    if parts is None or len(parts) != rank or not 0 < axis <= rank:
        return None
    if axis < rank:
        start = unit.lines.span(parts[axis]).start
        return Edit(unit.source.path, start, start, f"{size}, ")
    span = unit.lines.span(parts[-1])
    alone = re.match(r"\s*,?\s*[)\]]", unit.source.text[span.end :])
    if alone is None or unit.source.text[: span.start].rstrip().endswith("("):
        return None  # in parentheses of its own, or a comment behind it
    return Edit(unit.source.path, span.end, span.end, f", {size}")


def replace_size(facts: Facts, unit: Unit, call: ast.Call, rank: int, axis: int, size: str) -> Edit | None:
    """Put another size into a shape that is written out."""
    parts = written_shape(facts, call)
    if parts is None or len(parts) != rank:
        return None
    return rewrite.replace(unit, parts[axis], size)


# --- conversions


def newaxis(unit: Unit) -> str:
    """How the file writes a new axis."""
    for module in ("numpy", "tensorflow"):
        known = rewrite.imported_name(unit, module)
        if known is not None:
            return f"{known}.newaxis"
    return "None"


def with_axis(unit: Unit, axis: int, rank: int) -> str:
    """`{}` with one more axis at `axis`, of `rank` then."""
    if axis == rank - 1:
        return f"{{}}[..., {newaxis(unit)}]"
    return f"{{}}[{':, ' * axis}{newaxis(unit)}]"
