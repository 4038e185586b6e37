"""Rule KF206."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from codemods import Report, rule
from codemods.containers._given import is_metric, stands_in
from fixer import rewrite
from fixer.facts.facts import Argument, CompileFact, Facts
from fixer.facts.values import AnyValue, Const, PyDict, elements
from fixer.findings import Applicability, Edit, Fix, Level


@rule(
    "KF206",
    tokens=("compile",),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def misplaced_compile_argument(facts: Facts) -> Iterator[Report]:
    """Metrics in the place of `loss_weights`, or weights in that of `metrics`.

    ## What it does
    Finds `compile(optimizer, loss, ["accuracy"])`. The third place was `metrics` in Keras 2 and is
    `loss_weights` in Keras 3; the fourth the other way round.

    ## Why it fails
    Keras 3: `ValueError: dtype='string' is not a valid dtype for Keras type promotion.`, or of two names
    `` `loss_weights` must match the number of losses, got 1 losses and 2 weights``, in `fit` and `evaluate`. A
    bare name is refused by `compile`: ``Expected `loss_weights` argument to be a float``. Keras 2 takes metrics
    in the third place, and fails on weights there: `Could not interpret metric identifier: 0.7`.

    ## Example
    ```python
    model.compile("adam", "mse", ["mae"])
    ```

    ## Use instead
    ```python
    model.compile("adam", "mse", metrics=["mae"])
    ```

    ## Fix safety
    Safe: the program cannot train as it is.
    """
    for compiled in facts.compiles:
        for name, wanted, is_other in (("loss_weights", "metrics", is_metric), ("metrics", "loss_weights", _is_weight)):
            given = compiled.args.get(name)
            if given is None or not stands_in(compiled.node, given.node):
                continue
            if not _all_are(given, is_other):
                continue
            message = f"these are {wanted}; Keras {facts.target} takes what stands here for {name}"
            edit = _by_name(compiled, given.node, name, wanted)
            fixes = (Fix(f"Say {wanted}=", (edit,), Applicability.SAFE),) if edit is not None else ()
            yield Report(compiled.unit, given.node, message, fixes)


def _all_are(given: Argument, is_other: Callable[[AnyValue], bool]) -> bool:
    """Whether each element of the argument, or the argument itself, is of the kind that belongs elsewhere."""
    value = given.value
    if isinstance(value, PyDict):
        values = list((value.items or {}).values())
    else:
        found = elements(value)
        values = [value] if found is None else found
    return bool(values) and all(is_other(item) for item in values)


def _is_weight(value: AnyValue) -> bool:
    return isinstance(value, Const) and isinstance(value.value, (int, float)) and not isinstance(value.value, bool)


def _by_name(compiled: CompileFact, node: ast.expr, name: str, wanted: str) -> Edit | None:
    """Give the argument its name; None where that is taken or others stand behind it by place."""
    call, unit = compiled.node, compiled.unit
    if wanted in compiled.args:
        return None
    if node not in call.args:
        return rewrite.rename_keyword(unit, call, name, wanted)
    if call.args[-1] is not node:
        return None
    value, text = compiled.args[name].value, rewrite.text_of(unit, node)
    bare = wanted == "metrics" and elements(value) is None and not isinstance(value, PyDict)
    return rewrite.replace(unit, node, f"{wanted}=[{text}]" if bare else f"{wanted}={text}")
