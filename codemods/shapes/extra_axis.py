"""Rule KF115."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.shapes._data import Given, Mend, convert, givens, written_shape
from codemods.shapes._declared import compatible, text_of_shape
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Array, Const, PyList, Ref, const_int
from fixer.findings import Applicability, Edit, Fix, Level


@rule(
    "KF115",
    tokens=("fit", "evaluate", "predict", "_on_batch"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def extra_axis(facts: Facts) -> Iterator[Report]:
    """Data with an axis of size 1 too many, as a list of batches of one makes it.

    ## What it does
    Finds data of shape `(n, 1, 48, 48, 3)` for a model that takes `(48, 48, 3)`: each sample was made a batch
    of its own, with `expand_dims` or a `reshape(1, ...)`, before all of them went into one array.

    ## Why it fails
    Keras 3: `Invalid input shape for input Tensor(...). Expected shape (None, 10, 3), but input has incompatible
    shape (None, 1, 10, 3)`; Keras 2: `Input 0 of layer "sequential" is incompatible with the layer: expected
    shape=(None, 10, 3), found shape=(None, 1, 10, 3)`. A last axis of size 1 is taken away by Keras itself and
    left alone.

    ## Example
    ```python
    images = np.array([np.expand_dims(load(name), 0) for name in names])
    model.fit(images, y)
    ```

    ## Use instead
    ```python
    images = np.concatenate([np.expand_dims(load(name), 0) for name in names])
    ```

    ## Fix safety
    Safe: the program cannot train as it is, and no value changes. Batches of one are joined by
    `np.concatenate`; else the axis is taken out where the array is made, or, if something else needs the array
    as it is, where the model takes it.
    """
    for given in givens(facts):
        axis = _surplus(given)
        if axis is None:
            continue
        mend = _joined(facts, given) if axis == 1 else None
        mend = mend or _without(facts, given, axis)
        message = f"data of shape {text_of_shape(given.sample)}; the model takes {text_of_shape(given.declared[1:])}"
        if mend is None:
            yield Report(given.call.unit, given.call.node, message)
        else:
            fix = Fix("Take the axis of size 1 out", mend.edits, Applicability.SAFE)
            yield Report(mend.unit, mend.node, message, (fix,))


def _surplus(given: Given) -> int | None:
    """The axis of size 1 without which the data is what the model declares."""
    shape, declared = given.array.shape or (), given.declared
    if len(declared) < 2 or len(shape) != len(declared) + 1 or given.array.lib == "keras":
        return None
    if not all(isinstance(size, int) for size in shape[1:]):
        return None
    for axis in range(1, len(shape) - 1):
        if shape[axis] == 1 and compatible(shape[1:axis] + shape[axis + 1 :], declared[1:]):
            return axis
    return None


def _joined(facts: Facts, given: Given) -> Mend | None:
    """Batches of one put end to end instead of side by side: `np.array(images)` to `np.concatenate(images)`."""
    origin = given.array.origin
    made = next((c for c in facts.library_calls if c.node is origin), None)
    if made is None or made.name not in ("numpy.array", "numpy.asarray", "numpy.stack") or len(made.node.args) != 1:
        return None
    name, imports = rewrite.name_for(made.unit, "numpy")
    source = next(iter(made.args.values()), None)
    element = source.value.any_element() if source is not None and isinstance(source.value, PyList) else None
    if not isinstance(element, Array) or not element.shape or element.shape[0] != 1 or made.node.keywords:
        return None
    others = [g for g in givens(facts) if g.array.origin is origin and _surplus(g) != 1]
    if others or _used_otherwise(facts, made.node):
        return None
    return Mend(made.unit, made.node, (rewrite.replace(made.unit, made.node.func, f"{name}.concatenate"), *imports))


def _used_otherwise(facts: Facts, origin: ast.expr) -> bool:
    """Whether a shape or an element is taken of the array: it would be another."""
    for node, seen in facts.values.items():
        if any(isinstance(value, Array) and value.origin is origin for value in seen):
            unit = unit_of(facts, node)
            parent = None if unit is None else unit.parent(node)
            if isinstance(parent, ast.Attribute) and parent.attr in ("shape", "reshape", "squeeze", "ndim"):
                return True
            if isinstance(parent, ast.Subscript) and not isinstance(parent.slice, ast.Slice):
                return True
    return False


def _without(facts: Facts, given: Given, axis: int) -> Mend | None:
    text = "{}[" + ":, " * axis + "0]"

    def alike(other: Given) -> bool:
        return _surplus(other) == axis

    def literal(unit: Unit, call: ast.Call) -> Edit | None:
        if any(c.node is call and c.name == "numpy.expand_dims" for c in facts.library_calls) and call.args:
            return rewrite.replace(unit, call, rewrite.text_of(unit, call.args[0]))
        parts = written_shape(facts, call)
        if parts is None or len(parts) != len(given.array.shape or ()) or const_int(_value(facts, parts[axis])) != 1:
            return None
        start, end = unit.lines.span(parts[axis - 1]).end, unit.lines.span(parts[axis]).end
        return Edit(unit.source.path, start, end, "")

    def indexed(unit: Unit, index: ast.Subscript) -> Edit | None:
        parts = index.slice.elts if isinstance(index.slice, ast.Tuple) else [index.slice]
        others = [part for part in parts if not _is_new(facts, part)]
        if len(others) != len(parts) - 1 or not all(isinstance(part, ast.Slice) for part in others):
            return None
        if any(part.lower or part.upper or part.step for part in others if isinstance(part, ast.Slice)):
            return None
        return rewrite.replace(unit, index, rewrite.text_of(unit, index.value))

    return convert(facts, given, lambda unit: (text, ()), alike, axis=axis, literal=literal, indexed=indexed)


def _value(facts: Facts, node: ast.expr) -> AnyValue | None:
    seen = facts.values.get(node, ())
    return seen[0] if len(seen) == 1 else None


def _is_new(facts: Facts, part: ast.expr) -> bool:
    """Whether an index is a new axis."""
    value = _value(facts, part)
    named = isinstance(value, Ref) and value.name.endswith(".newaxis")
    return named or (isinstance(value, Const) and value.value is None)
