"""Rule KF305."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.labels._edits import Edits, head, is_alone, rename_loss, set_activation, set_units
from codemods.labels._lessons import BINARY, CATEGORICAL, REGRESSION, SPARSE, Lesson, lessons, shape_text
from fixer.facts.facts import Facts
from fixer.findings import Applicability, Fix, Level

_OPTIONS = frozenset(("from_logits", "reduction", "name"))


@rule(
    "KF305",
    tokens=("Dense", "Conv"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def units_for_classes(facts: Facts) -> Iterator[Report]:
    """A last layer whose number of units is not that of the labels.

    ## What it does
    Finds a last layer with fewer units than there are classes in the labels of a sparse loss, with other
    units than one-hot labels have columns, and with several units where there is one number a sample
    (`binary_crossentropy` with `Dense(2)`, `mse` with `Dense(3)`). More units than classes do no harm
    to a sparse loss and are left alone.

    ## Why it fails
    A sparse loss, Keras 2 and 3: `InvalidArgumentError: Received a label value of 9 which is outside the
    valid range of [0, 3)`. One-hot and binary labels, Keras 3: `ValueError: Arguments `target` and `output`
    must have the same shape. Received: target.shape=(8, 10), output.shape=(8, 9)`; Keras 2: `ValueError:
    Shapes (8, 10) and (8, 9) are incompatible`. `mse` with labels `(n,)`, Keras 3: `ValueError: Dimensions
    must be equal, but are 8 and 3`; Keras 2 trains every unit on the same number.

    ## Example
    ```python
    y = keras.utils.to_categorical(digits, 10)
    model.add(layers.Dense(9, activation="softmax"))
    ```

    ## Use instead
    ```python
    model.add(layers.Dense(10, activation="softmax"))
    ```

    ## Fix safety
    Unsafe: it changes the model, and the labels could be at fault instead. Where the labels were made with
    a constant of the module, the layer takes its name.
    """
    seen: set[object] = set()
    found = lessons(facts)
    for lesson in found:
        layer = head(lesson.model)
        if layer is None or layer[0].node in seen:
            continue
        wanted = _wanted(lesson)
        unit = unit_of(facts, layer[1].node)
        if wanted is None or unit is None:
            continue
        seen.add(layer[0].node)
        mine = lesson.model.identity, lesson.index
        same = [other for other in found if (other.model.identity, other.index) == mine]
        wanted = max(wanted, *(_wanted(other) or 0 for other in same))
        level = Level.WARNING if facts.target == 2 and _spreads(lesson) else None
        fixes = _fixes(facts, lesson, wanted) if is_alone(facts, lesson.model) else ()
        yield Report(unit, layer[1].node, _message(lesson, wanted), fixes, level)


def _wanted(lesson: Lesson) -> int | None:
    """The units that the labels ask for, where the layer has others."""
    units, high = lesson.units, lesson.high
    if units is None:
        return None
    if lesson.loss == SPARSE and lesson.is_ids and high is not None:
        # Two classes for one unit, and labels that start at 1, have rules of their own.
        other_rule = (units == 1 and high <= 1) or (lesson.low or 0) != 0
        return high + 1 if units <= high and not other_rule else None
    if lesson.loss == CATEGORICAL and lesson.width is not None:
        return lesson.width if lesson.width != units else None
    if lesson.loss == BINARY and units > 1 and lesson.is_ids:
        return high + 1 if high is not None and high > 1 else 1
    if lesson.loss == BINARY and lesson.width is not None:
        return lesson.width if lesson.width != units else None
    if lesson.loss in REGRESSION and len(lesson.output) == 2 and units > 1:
        if len(lesson.shape) == 1:
            return 1
        return lesson.width if lesson.width is not None and lesson.width != units else None
    return None


def _spreads(lesson: Lesson) -> bool:
    """Whether Keras 2 trains: it gives labels (n,) an axis, which then meets all units."""
    return lesson.loss in REGRESSION and len(lesson.shape) == 1


def _message(lesson: Lesson, wanted: int) -> str:
    units = f"{lesson.units} unit{'' if lesson.units == 1 else 's'}"
    labels = shape_text(lesson.shape)
    if lesson.is_rows:
        return f"the last layer has {units}; the labels {labels} have {lesson.width} columns"
    if lesson.loss == SPARSE or wanted > 1:
        return f"the last layer has {units}; the labels go up to {lesson.high}"
    return f"the last layer has {units}; the labels {labels} hold one number a sample"


def _fixes(facts: Facts, lesson: Lesson, wanted: int) -> tuple[Fix, ...]:
    several = lesson.loss == BINARY and lesson.is_ids and (wanted > 1 or lesson.model.last_activation == "softmax")
    if several and not lesson.compiled.from_logits:
        # One unit a class is what was meant: the loss is at fault.
        loss = rename_loss(facts, lesson.compiled, SPARSE, _OPTIONS)
        soft = _activation(facts, lesson, "softmax")
        enough = set_units(facts, lesson.model, wanted, lesson.labels) if wanted > (lesson.units or 0) else ()
        if loss is None or soft is None or enough is None:
            return ()
        title = f"Use {SPARSE} for {max(wanted, lesson.units or 0)} classes"
        return (Fix(title, (*loss, *soft, *enough), Applicability.UNSAFE, "one unit a class, one label a sample"),)
    edits = set_units(facts, lesson.model, wanted, lesson.labels)
    classes = lesson.loss == BINARY and lesson.labels.one_hot and wanted > 2  # one class a sample, not several
    single = lesson.units == 1 and (classes or lesson.loss in (SPARSE, CATEGORICAL))
    soft = _activation(facts, lesson, "softmax") if single else ()
    if edits is None or soft is None:
        return ()
    if single and classes and soft:
        loss = rename_loss(facts, lesson.compiled, CATEGORICAL, _OPTIONS)
        if loss is None:
            return ()
        title = f"Use {wanted} units, a softmax and {CATEGORICAL}"
        return (Fix(title, (*edits, *soft, *loss), Applicability.UNSAFE, "one unit a class"),)
    title = f"Give the last layer {wanted} unit{'' if wanted == 1 else 's'}"
    return (Fix(title, (*edits, *soft), Applicability.UNSAFE, f"as the labels {shape_text(lesson.shape)} need"),)


def _activation(facts: Facts, lesson: Lesson, name: str) -> Edits | None:
    """Edits for the activation that goes with the new number of units, where a sigmoid stands now."""
    return set_activation(facts, lesson.model, name) if lesson.model.last_activation == "sigmoid" else ()
