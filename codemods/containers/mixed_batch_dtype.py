"""Rule KF202."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.containers._casts import cast_operand, is_cast, is_integer, is_whole
from codemods.containers._first import first_batch_takes
from codemods.containers._mixed import Mixed, branch_of, cast_at_yields, is_conditional, mixed_part, unconditional
from fixer.facts.facts import Facts, ModelCall
from fixer.facts.values import Array, Batches
from fixer.findings import Applicability, Fix, Level

_ROLES = ("x", "y", "sample_weight")


@rule(
    "KF202",
    tokens=("yield", "__getitem__"),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def mixed_batch_dtype(facts: Facts) -> Iterator[Report]:
    """Batches whose dtype changes from one to the next.

    ## What it does
    Finds generators and Sequences that give integers in some batches and floats in others: a cast or a
    division in one branch only, or one yield of each kind.

    ## Why it fails
    It does not fail: the first batch's dtype decides for all, on Keras 2 and Keras 3 alike. After a first
    batch of uint8 every 0.5 arrives as 0: a warning. Where the floats are whole numbers, or where floats
    surely come first, nothing is lost: a hint.

    ## Example
    ```python
    if i % 2 == 0:
        x = x.astype("float32") / 255
    yield x, y
    ```

    ## Use instead
    ```python
    x = x.astype("float32") / 255
    yield x, y
    ```

    ## Fix safety
    Unsafe: it changes what the model is trained on. A branch that only casts is made unconditional; else the
    array is cast where it is yielded.
    """
    for call in facts.model_calls:
        for name in ("x", "generator", "validation_data"):
            batches = call.args[name].value if name in call.args else None
            if isinstance(batches, Batches) and batches.kind in ("generator", "sequence"):
                for place, role in enumerate(_ROLES):
                    mixed = mixed_part(batches, place)
                    if mixed is not None:
                        yield from _report(facts, call, batches, mixed, role)


def _report(facts: Facts, call: ModelCall, batches: Batches, mixed: Mixed, role: str) -> Iterator[Report]:
    casts = [step for step in mixed.steps if is_conditional(facts, batches, step)]
    node = casts[0] if casts else mixed.parts[0][0]
    unit = unit_of(facts, node)
    if unit is None:
        return
    names = " in some batches, ".join(mixed.dtypes)
    lossless = _is_lossless(facts, mixed) or _floats_come_first(facts, batches, mixed)
    effect = "nothing is lost by it here" if lossless else "after a first batch of integers, fractions are cut off"
    message = f"{role} is {names} in others; the first batch decides for all: {effect}"
    sparse = role == "y" and call.model.compiled is not None and call.model.compiled.loss.startswith("sparse")
    edits = None if sparse else unconditional(facts, batches, casts, mixed)
    title = "Cast in every batch"
    if edits is None:
        edits = cast_at_yields(facts, mixed, "int32" if sparse else "float32")
    fixes = (Fix(title, edits, Applicability.UNSAFE, "all batches get one dtype"),) if edits else ()
    yield Report(unit, node, message, fixes, Level.HINT if lossless else None)


def _is_lossless(facts: Facts, mixed: Mixed) -> bool:
    """Whether the floats are whole numbers: casts of integers, with no arithmetic."""
    floats = [array for _, array in mixed.parts if not all(map(is_integer, array.dtypes))]
    for array in floats:
        if not array.steps or not all(is_cast(step) for step in array.steps):
            return False
        for step in array.steps:
            operand = cast_operand(step) if isinstance(step, ast.Call) else None
            if operand is None or not all(is_whole(value) for value in facts.values.get(operand, [None])):
                return False
    return True


def _floats_come_first(facts: Facts, batches: Batches, mixed: Mixed) -> bool:
    """Whether the first batch is surely of floats: the branch that makes them is taken by it."""
    if batches.kind != "generator" or len(mixed.parts) != 1:
        return False
    for step in mixed.steps:
        unit = unit_of(facts, step)
        branch = None if unit is None else branch_of(unit, step, batches)
        if unit is None or branch is None:
            continue
        values = facts.values.get(step, [])
        gives_floats = bool(values) and all(isinstance(v, Array) and v.is_float for v in values)
        taken = first_batch_takes(facts, unit, branch)
        if taken is None:
            return False
        inside = any(step in ast.walk(statement) for statement in branch.body)
        return gives_floats is (taken is inside)
    return False
