"""Rule KF402."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator

from codemods import Report, rule
from codemods.pipelines._uses import Use, all_steps, uses
from fixer import rewrite
from fixer.facts.facts import Facts, MethodCall
from fixer.findings import Applicability, Edit, Fix, Level


@rule(
    "KF402",
    tokens=("while", "repeat", "cycle", "count"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def endless_generator(facts: Facts) -> Iterator[Report]:
    """An endless generator or dataset with no number of steps.

    ## What it does
    Finds a generator that never ends (`while True:`, `itertools.cycle`) or a dataset with `.repeat()` that
    is given to fit without `steps_per_epoch`, to evaluate or predict without `steps`, or as validation
    data without `validation_steps`.

    ## Why it fails
    Keras draws batches until there are none: the first epoch, validation, evaluation or prediction never
    ends, on Keras 2 and Keras 3 alike, and nothing is said. Only Keras 2 looks at a dataset: `ValueError:
    When providing an infinite dataset, you must specify the number of steps to run`.

    ## Example
    ```python
    def batches(x, y, size):
        while True:
            for start in range(0, len(x), size):
                yield x[start:start + size], y[start:start + size]

    model.fit(batches(x, y, 32), epochs=5)
    ```

    ## Use instead
    ```python
    model.fit(batches(x, y, 32), epochs=5, steps_per_epoch=math.ceil(len(x) / 32))
    ```

    ## Fix safety
    Safe: the call never returns as it is. The number of steps is that of one pass over the generator's
    data; where the generator tells of none, the fix only says what to add. A dataset loses its `.repeat()`:
    Keras starts over with each epoch anyway.
    """
    for use in uses(facts):
        batches = use.batches
        if batches.length != math.inf or batches.finite is not False or use.steps_given or use.call.spread:
            continue
        if batches.kind not in ("generator", "dataset") and not (batches.kind == "iterator" and facts.target == 2):
            continue
        what = ("validation " if use.validation else "") + ("dataset" if batches.kind == "dataset" else "generator")
        message = f"the {what} never ends, and {use.steps_name} is not given: {_effect(use)}"
        yield Report(use.call.unit, use.node, message, _fixes(facts, use))


def _effect(use: Use) -> str:
    if use.validation:
        return "the first validation never ends"
    return "the first epoch never ends" if use.call.kind.startswith("fit") else f"{use.call.kind} never ends"


def _fixes(facts: Facts, use: Use) -> tuple[Fix, ...]:
    chain = _chain(facts, use)
    if any(call.name == "repeat" for call in chain):
        edit = _not_repeated(facts, chain)
        if edit is not None:
            return (Fix("Take .repeat() away", (edit,), Applicability.SAFE, "each epoch starts over anyway"),)
    elif all(call.name in _SAME_COUNT for call in chain):
        steps = all_steps(facts, [use])
        if steps:
            return (Fix(f"Set {use.steps_name} to one pass over the data", steps, Applicability.SAFE),)
    advice = f"Add {use.steps_name}=<number of samples> // <samples in a batch>"
    return (Fix(advice, (), Applicability.DISPLAY_ONLY),)


_SAME_COUNT = ("map", "prefetch", "cache", "shuffle", "with_options")


def _chain(facts: Facts, use: Use) -> list[MethodCall]:
    """The method calls that made this dataset of another, the last first."""
    found: list[MethodCall] = []
    current: object = use.batches
    while True:
        call = next((c for c in facts.method_calls if c.result is current), None)
        if call is None:
            return found
        found.append(call)
        current = call.owner


def _not_repeated(facts: Facts, chain: list[MethodCall]) -> Edit | None:
    """Without the call of `repeat`, if everything that is made of this dataset goes without steps."""
    repeats = [call for call in chain if call.name == "repeat"]
    if len(repeats) != 1:
        return None
    node, unit = repeats[0].node, repeats[0].unit
    for other in uses(facts):
        if other.steps_given and any(call.node is node for call in _chain(facts, other)):
            return None
    if not isinstance(node.func, ast.Attribute):
        return None
    kept, statement = node.func.value, unit.parent(node)
    if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == ast.unparse(kept):
        return rewrite.delete_statement(unit, statement)
    start, end = unit.lines.span(kept).end, unit.lines.span(node).end
    inside = unit.source.text[start:end]
    if "#" in inside or not inside.lstrip().startswith("."):
        return None
    return Edit(unit.source.path, start, end, "")
