"""Rule KF105."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from codemods import Report, rule
from codemods.shapes._data import givens, written_shape
from codemods.shapes._declared import declare_sizes, pretrained, text_of_shape
from codemods.shapes._resize import resized
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.facts.values import Array, Shape, as_dim
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF105",
    tokens=("reshape",),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def impossible_reshape(facts: Facts) -> Iterator[Report]:
    """Images reshaped to a size that they do not have.

    ## What it does
    Finds a `reshape` to another number of elements than the array has, mostly meant to bring images
    to the size that the model takes, or written for all of a data set where a part of it is left.

    ## Why it fails
    A reshape moves no pixel and makes none. NumPy: `ValueError: cannot reshape array of size 102400
    into shape (100,28,28,1)`, whatever the Keras.

    ## Example
    ```python
    x = x.reshape(100, 28, 28, 1)                    # x is (100, 32, 32, 1)
    ```

    ## Use instead
    ```python
    x = tf.image.resize(x, (28, 28)).numpy()
    ```

    ## Fix safety
    Unsafe, as there are two ways: to resize the images, or to declare the model for the size that they
    have. Safe where only the number of samples is wrong: it becomes -1, whatever is left.
    """
    for reshape in _reshapes(facts):
        if not _impossible(reshape):
            continue
        has, into = text_of_shape(reshape.old), text_of_shape(reshape.new)
        message = f"an array of shape {has} cannot be reshaped to {into}"
        yield Report(reshape.unit, reshape.node, message, tuple(_fixes(facts, reshape)))


@dataclass(frozen=True, slots=True)
class _Reshape:
    unit: Unit
    node: ast.Call
    source: ast.expr
    array: Array
    old: Shape
    new: Shape
    parts: list[ast.expr]
    """The sizes as they are written."""


def _reshapes(facts: Facts) -> Iterator[_Reshape]:
    for method in facts.method_calls:
        if method.name == "reshape" and isinstance(method.owner, Array) and isinstance(method.node.func, ast.Attribute):
            yield from _reshape(facts, method.unit, method.node, method.node.func.value, method.owner)
    for call in facts.library_calls:
        if call.name in ("numpy.reshape", "tensorflow.reshape") and call.node.args:
            array = call.args.get("a") or call.args.get("tensor")
            if array is not None and isinstance(array.value, Array):
                yield from _reshape(facts, call.unit, call.node, array.node, array.value)


def _reshape(facts: Facts, unit: Unit, node: ast.Call, source: ast.expr, array: Array) -> Iterator[_Reshape]:
    parts = written_shape(facts, node)
    if parts is None or array.shape is None or len(facts.values.get(source, ())) != 1:
        return
    seen = [facts.values.get(part, []) for part in parts]
    if all(len(values) == 1 for values in seen):
        sizes = [as_dim(values[0]) for values in seen]
        if array.shape[:1] == (None,) and parts and _counts_rows(parts[0], source):
            sizes[0] = -1
        yield _Reshape(unit, node, source, array, array.shape, tuple(sizes), parts)


def _counts_rows(part: ast.expr, source: ast.expr) -> bool:
    """Whether a size is written as the number of the array's own samples, `len(x)` or `x.shape[0]`."""
    name = ast.unparse(source)
    return ast.unparse(part) in (f"len({name})", f"{name}.shape[0]")


def _impossible(reshape: _Reshape) -> bool:
    old, new = reshape.old, reshape.new
    if old[:1] == (None,) and new[:1] == (-1,) and _counts_rows(reshape.parts[0], reshape.source):
        old, new = old[1:], new[1:]
    sizes = [d for d in new if isinstance(d, int) and d != -1]
    if any(not isinstance(d, int) for d in (*old, *new)) or not prod(sizes):
        return False
    total = prod(d for d in old if isinstance(d, int))
    return total % prod(sizes) != 0 if -1 in new else total != prod(sizes)


def _miscounted(reshape: _Reshape) -> bool:
    """Whether all but the number of samples is right: `x[:800].reshape(60000, 28, 28, 1)`."""
    old, new = reshape.old, reshape.new
    if len(old) < 2 or len(new) < 2 or -1 in new or old[0] == new[0]:
        return False
    return prod(d for d in old[1:] if isinstance(d, int)) == prod(d for d in new[1:] if isinstance(d, int)) > 1


def _fixes(facts: Facts, reshape: _Reshape) -> Iterator[Fix]:
    old, new, unit = reshape.old, reshape.new, reshape.unit
    if _miscounted(reshape):
        reason = "each sample has the values that it needs; only the number of samples is wrong"
        yield Fix(
            "Keep the number of samples", (rewrite.replace(unit, reshape.parts[0], "-1"),), Applicability.SAFE, reason
        )
        return
    if not old or not new or new[0] not in (-1, None, old[0]) or len(new) not in (3, 4):
        return
    size = (rewrite.text_of(unit, reshape.parts[1]), rewrite.text_of(unit, reshape.parts[2]))
    found = resized(unit, reshape.array.lib, old[1:], new[1:], size)
    if found is None:
        return
    text, imports = found
    source = rewrite.as_operand(unit, reshape.source)
    edit = rewrite.replace(unit, reshape.node, text.replace("{}", source))
    same = old[1:3] == new[1:3]
    title = f"Convert the channels to {new[-1]}" if same else f"Resize the images to ({size[0]}, {size[1]})"
    yield Fix(title, (edit, *imports), Applicability.UNSAFE)
    declared = _declared(facts, reshape)
    if declared is not None:
        yield declared


def _declared(facts: Facts, reshape: _Reshape) -> Fix | None:
    """Reshape to the size that the images have, and declare the model for it."""
    old, new = reshape.old, reshape.new
    takers = [g for g in givens(facts) if g.array.origin is reshape.node]
    models = {g.call.model.identity: g for g in takers}
    if len(models) != 1 or len(old) != len(new) or old[-1] != new[-1]:
        return None
    given = takers[0]
    if pretrained(given.call.model) or len(given.declared) != len(new):
        return None
    changed = {axis: str(old[axis]) for axis in range(1, len(new)) if old[axis] != new[axis]}
    edits = declare_sizes(facts, given.call.model, given.index, changed)
    if edits is None:
        return None
    sizes = [rewrite.replace(reshape.unit, reshape.parts[axis], size) for axis, size in changed.items()]
    if any(edit in edits for edit in sizes):
        sizes = []
    title = f"Make it a model of images of {text_of_shape(old[1:])}"
    return Fix(title, (*edits, *sizes), Applicability.UNSAFE)
