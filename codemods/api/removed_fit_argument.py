"""Rule KF603."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from codemods import Report, rule
from codemods.api._queue import DEFAULTS, moved_to_dataset
from codemods.api._receivers import OldCall, Receiver
from fixer import rewrite
from fixer.facts.facts import Facts, ModelCall
from fixer.findings import Applicability, Fix, Level
from fixer.rewrite import Change

_METHODS = frozenset({"fit", "evaluate", "predict"})


@rule(
    "KF603",
    tokens=tuple(DEFAULTS),
    levels={3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def removed_fit_argument(facts: Facts) -> Iterator[Report]:
    """`workers`, `use_multiprocessing` or `max_queue_size` given to `fit`, `evaluate` or `predict`.

    ## What it does
    Finds the three arguments in calls of a Keras model. In Keras 3 they belong to the `PyDataset` (the
    `Sequence` of Keras 2) that the batches come from.

    ## Why it fails
    Keras 3: `TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument 'workers'`, of `evaluate`
    `ValueError: Arguments not recognized: {'workers': 1}`. Keras 2 (tf_keras 2.21) takes them.

    ## Example
    ```python
    model.fit(batches, workers=4)
    ```

    ## Use instead
    ```python
    class Batches(keras.utils.PyDataset):
        def __init__(self):
            super().__init__(workers=4)
    ```

    ## Fix safety
    Safe: they change how fast the batches come, not which. They go to the class of the batches if it is the
    program's own, else they are dropped. Unsafe where a comment would go with them.
    """
    for call in facts.model_calls:
        if call.kind not in _METHODS:
            continue
        given = {k.arg: k.value for k in call.node.keywords if k.arg is not None and k.arg in DEFAULTS}
        if given:
            message = f"in Keras 3 {call.kind} takes no {', '.join(given)}"
            yield Report(call.unit, call.node.func, message, _fixes(facts, call, given))


def _fixes(facts: Facts, call: ModelCall, given: dict[str, ast.expr]) -> tuple[Fix, ...]:
    old = OldCall(call.kind, call.node, call.unit, Receiver.MODEL, call, call.args)
    move = moved_to_dataset(facts, old, given)
    changes = {value: Change(removed=True) for value in given.values()}
    data = call.data
    if move.generator is not None and data is not None:
        changes[data.node] = replace(Change(), value=move.generator)
    applicability = Applicability.SAFE
    edit = rewrite.rework_call(call.unit, call.node, changes)
    if edit is None:
        applicability = Applicability.UNSAFE
        edit = rewrite.rework_call(call.unit, call.node, changes, comments=True)
    if edit is None:
        return ()
    title = "Give them to the dataset's class" if move else "Leave them out"
    return (Fix(title, (edit, *move.edits), applicability, "of no effect on what is learned"),)
