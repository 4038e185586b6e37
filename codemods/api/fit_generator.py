"""Rule KF601."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from codemods import Report, rule
from codemods.api._queue import DEFAULTS, moved_to_dataset
from codemods.api._receivers import OldCall, Receiver, old_calls
from codemods.api._steps import steps_for
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.findings import Applicability, Fix, Level
from fixer.rewrite import Change

_NEW = {"fit_generator": "fit", "evaluate_generator": "evaluate", "predict_generator": "predict"}
_PLACES = {
    "fit_generator": tuple(
        "generator steps_per_epoch epochs verbose callbacks validation_data validation_steps".split()
    ),
    "evaluate_generator": ("generator", "steps"),
    "predict_generator": ("generator", "steps"),
}
"""Places that meant the same in every version that had names for them; later ones moved about."""
_KERAS1 = {
    "nb_epoch": "epochs",
    "max_q_size": "max_queue_size",
    "nb_worker": "workers",
    "pickle_safe": "use_multiprocessing",
    "samples_per_epoch": "steps_per_epoch",
    "nb_val_samples": "validation_steps",
    "val_samples": "steps",
}
_COUNT_SAMPLES = {now: old for old, now in _KERAS1.items() if "sample" in old}
_TAKEN = frozenset(
    """generator x steps_per_epoch epochs verbose callbacks validation_data validation_steps validation_freq
    class_weight shuffle initial_epoch steps""".split()
)


@rule(
    "KF601",
    tokens=tuple(_NEW),
    levels={2: Level.HINT, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def fit_generator(facts: Facts) -> Iterator[Report]:
    """`fit_generator`, `evaluate_generator` or `predict_generator`, which Keras 3 no longer has.

    ## What it does
    Finds these three methods called on a model, with the arguments that went with them: given by place
    (the second place of `fit` is `y`), by their names of Keras 1 (`nb_epoch`, `samples_per_epoch`,
    `nb_val_samples`, `pickle_safe` ...), or such as `fit` of Keras 3 does not take (`workers`,
    `use_multiprocessing`, `max_queue_size`). A class's own method of the name is not meant, nor a call
    under `hasattr` or `except AttributeError`.

    ## Why it fails
    Keras 3: `AttributeError: 'Sequential' object has no attribute 'fit_generator'`. Keras 2 (tf_keras 2.21)
    still has them, with a `UserWarning`: "`Model.fit_generator` is deprecated and will be removed in a future
    version", but not the names of Keras 1: `TypeError: Model.fit_generator() got an unexpected keyword
    argument 'samples_per_epoch'`.

    ## Example
    ```python
    model.fit_generator(batches, 50, epochs=3, workers=4)
    ```

    ## Use instead
    ```python
    model.fit(batches, steps_per_epoch=50, epochs=3)
    ```

    ## Fix safety
    Safe on a model, and on a receiver that is not known if every import of the program is. Where a library
    that is not known is imported too, the method may be its own: unsafe, and a warning. In Keras 3 `workers`
    and the like go to the `Sequence` or `PyDataset` class if that is the program's own, else they are dropped:
    they change the speed only. `samples_per_epoch` is divided by the batch size where that is known; else
    nothing is changed. In Keras 3 `fit` refuses `class_weight` with a Python generator, which must yield
    sample weights instead: that is left to you.
    """
    for old in old_calls(facts, frozenset(_NEW)):
        given = _given(old)
        if old.receiver is not Receiver.MODEL and not _looks_right(old, given):
            continue
        new = _NEW[old.name]
        stale = [name for name, _ in given if name in _KERAS1] if facts.target == 2 else []
        if stale:
            message = f"{old.name} takes no {', '.join(stale)}; {new} takes generators"
        elif facts.target == 2:
            message = f"{old.name} is deprecated; {new} takes generators"
        else:
            message = f"Keras 3 has no {old.name}; {new} takes generators"
        level = Level.ERROR if stale else None
        if old.receiver is Receiver.POSSIBLE:
            message = f"if this is a Keras model: {message}"
            level = Level.WARNING if facts.target == 3 else None
        yield Report(old.unit, old.node.func, message, _fixes(facts, old, given), level)


def _given(old: OldCall) -> list[tuple[str, ast.expr]]:
    """The arguments by the names that they had, those by place first."""
    places = _PLACES[old.name]
    named = [(keyword.arg or "**", keyword.value) for keyword in old.node.keywords]
    if any(name in _KERAS1 for name, _ in named):
        places = tuple(_COUNT_SAMPLES.get(name, name) for name in places)
    by_place = [(places[i] if i < len(places) else "", value) for i, value in enumerate(old.node.args)]
    return by_place + named


def _looks_right(old: OldCall, given: list[tuple[str, ast.expr]]) -> bool:
    """Whether the arguments are such as Keras's own method takes."""
    allowed = _TAKEN | _KERAS1.keys() | DEFAULTS.keys() | {"**", ""}
    return bool(given) and all(name in allowed for name, _ in given)


def _fixes(facts: Facts, old: OldCall, given: list[tuple[str, ast.expr]]) -> tuple[Fix, ...]:
    if any(name == "" or isinstance(value, ast.Starred) for name, value in given):
        return ()
    by_place = len(old.node.args)
    changes: dict[ast.expr, Change] = {}
    moved: dict[str, ast.expr] = {}
    names: list[str] = []
    for index, (name, value) in enumerate(given):
        now = "x" if name == "generator" else _KERAS1.get(name, name)
        keyword = None if now == name or name == "**" else now
        if index < by_place:
            keyword = now if index else None
        if now in DEFAULTS and facts.target == 3:
            changes[value] = Change(removed=True)
            moved[now] = value
            continue
        names.append(now)
        if name in _COUNT_SAMPLES.values():
            steps = steps_for(facts, old, now, value)
            if steps is None:
                return ()
            changes[value] = Change(keyword, steps, removed=steps == "")
        elif keyword is not None:
            changes[value] = Change(keyword)
    if len(set(names)) != len(names):
        return ()
    new = _NEW[old.name]
    move = moved_to_dataset(facts, old, moved)
    if move.generator is not None:
        source = next(value for name, value in given if name in ("generator", "x"))
        changes[source] = replace(changes.get(source, Change()), value=move.generator)
    edit = rewrite.rework_call(old.unit, old.node, changes, attribute=new)
    applicability = Applicability.SAFE if old.receiver is not Receiver.POSSIBLE else Applicability.UNSAFE
    if edit is None:
        edit = rewrite.rework_call(old.unit, old.node, changes, attribute=new, comments=True)
        applicability = Applicability.UNSAFE
    if edit is None:
        return ()
    reason = f"{new} takes generators since TensorFlow 2.1"
    if "**" in names:
        applicability, reason = Applicability.UNSAFE, "what ** brings is not known"
    dropped = [name for name, value in moved.items() if not _is_default(name, value)]
    if dropped and not move:
        reason = f"{', '.join(dropped)}: of no effect on what is learned"
    return (Fix(f"Call {new}", (edit, *move.edits), applicability, reason),)


def _is_default(name: str, value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value == DEFAULTS[name]
