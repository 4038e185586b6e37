"""Rule KF604."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from fixer import rewrite
from fixer.facts.facts import Argument, Facts
from fixer.facts.program import Unit
from fixer.facts.values import Const, Number
from fixer.findings import Applicability, Edit, Fix, Level

_STEPS = ("steps_per_epoch", "validation_steps", "steps")


@rule(
    "KF604",
    tokens=("steps",),
    levels={3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def float_steps(facts: Facts) -> Iterator[Report]:
    """A number of steps that is a float.

    ## What it does
    Finds `steps_per_epoch`, `validation_steps` and `steps` worked out with `/` or `np.ceil`, which give a
    float even where the division leaves no rest.

    ## Why it fails
    Keras 3: `TypeError: 'float' object cannot be interpreted as an integer`. Keras 2 (tf_keras 2.21) takes it.

    ## Example
    ```python
    model.fit(batches, steps_per_epoch=len(x) / 32)
    ```

    ## Use instead
    ```python
    model.fit(batches, steps_per_epoch=len(x) // 32)
    ```

    ## Fix safety
    Safe: the call cannot run as it is. The whole batches are counted, as `int` does.
    """
    for call in facts.model_calls:
        if call.kind not in ("fit", "evaluate", "predict"):
            continue
        for name in _STEPS:
            given = call.args.get(name)
            if given is None or isinstance(given.node, ast.Starred) or not _is_float(given):
                continue
            unit = unit_of(facts, given.node)
            if unit is not None:
                title, edit = _whole(unit, given)
                fix = Fix(title, (edit,), Applicability.SAFE, "a number of batches is whole")
                yield Report(unit, given.node, f"{name} is a float; Keras 3 takes an int", (fix,))


def _is_float(given: Argument) -> bool:
    value = given.value
    if isinstance(value, Const):
        return isinstance(value.value, float)
    if isinstance(value, Number):
        return value.dtype.startswith("float")
    # Of two numbers, whatever they are, `/` makes a float.
    return isinstance(given.node, ast.BinOp) and isinstance(given.node.op, ast.Div)


def _whole(unit: Unit, given: Argument) -> tuple[str, Edit]:
    """`//` for a division that stands there itself, `int(...)` around anything else; one batch at the least."""
    node = given.node
    value = given.value.value if isinstance(given.value, Const) else None
    if isinstance(value, float) and 0 < value < 1:
        return "Take one batch", rewrite.replace(unit, node, "1")
    if isinstance(node, ast.Constant) and isinstance(value, float):
        return "Make it an int", rewrite.replace(unit, node, str(int(value)))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        left, right = unit.lines.span(node.left).end, unit.lines.span(node.right).start
        between = unit.source.text[left:right]
        if between.count("/") == 1 and "#" not in between:
            at = left + between.index("/")
            return "Divide with //", Edit(unit.source.path, at, at, "/")
    return "Make it an int", rewrite.wrap(unit, node, "int({})")
