"""Rule KF106."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.facts.values import Const, Number
from fixer.findings import Applicability, Edit, Fix, Level

_LENIENT = ("keras.Input", "keras.layers.InputLayer")
"""Where Keras 2 takes a number for a tuple of one."""


@rule(
    "KF106",
    tokens=("Input(", "input_shape=", "batch_shape=", "Reshape("),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
    anywhere=True,
)
def scalar_shape(facts: Facts) -> Iterator[Report]:
    """A number where a layer wants a shape.

    ## What it does
    Finds `Input(shape=3)`, `Dense(8, input_shape=784)`, `Reshape(16)` and the like, also with
    parentheses but no comma, `input_shape=(784)`, which is the number 784 to Python.

    ## Why it fails
    A shape is a tuple, of one size too. Keras 3: `ValueError: Cannot convert '3' to a shape.`, for
    `Reshape` `TypeError: 'int' object is not iterable`; Keras 2 says this for `input_shape` too, but
    takes `Input(3)`: there it is a hint.

    ## Example
    ```python
    model.add(Dense(8, input_shape=(784)))
    ```

    ## Use instead
    ```python
    model.add(Dense(8, input_shape=(784,)))
    ```

    ## Fix safety
    Safe: the model cannot be built as it is, and a shape of one size is all that the number can mean.
    Unsafe for `batch_shape`, of which the number may be either part.
    """
    for call in facts.library_calls:
        if not call.name.startswith("keras.layers.") and call.name != "keras.Input":
            continue
        names = ["input_shape", "batch_shape", "batch_input_shape"]
        names += ["shape"] if call.name in _LENIENT else ["target_shape"] if call.name.endswith(".Reshape") else []
        for name in names:
            found = call.args.get(name)
            if found is None or not _is_number(facts, found.node):
                continue
            unit = unit_of(facts, found.node)
            if unit is None:
                continue
            text = rewrite.text_of(unit, found.node)
            lenient = facts.target < 3 and call.name in _LENIENT and name in ("shape", "input_shape")
            whole = name.startswith("batch")
            new = f"(None, {text})" if whole else f"({text},)"
            edit = _enclose(unit, call.node, found.node, new, whole)
            applicability = Applicability.UNSAFE if whole else Applicability.SAFE
            message = f"{name} is the number {text}; a shape is a tuple, {new}"
            fix = Fix(f"Write it as a tuple, {new}", (edit,), applicability)
            yield Report(unit, found.node, message, (fix,), Level.HINT if lenient else None)


def _is_number(facts: Facts, node: ast.expr) -> bool:
    """Whether the expression is a whole number whenever it is evaluated."""
    seen = facts.values.get(node, [])
    return bool(seen) and all(
        (isinstance(value, Const) and type(value.value) is int) or (isinstance(value, Number) and value.is_int)
        for value in seen
    )


def _enclose(unit: Unit, call: ast.Call, node: ast.expr, new: str, whole: bool) -> Edit:
    """The number as a tuple; in parentheses of its own only the comma is missing."""
    span, begin = unit.lines.span(node), unit.lines.span(call.func).end
    before = unit.source.text[begin : span.start].rstrip()
    own = before.endswith("(") and before != "("
    if own and not whole and unit.source.text[span.end :].lstrip().startswith(")"):
        return Edit(unit.source.path, span.end, span.end, ",")
    return rewrite.replace(unit, node, new)
