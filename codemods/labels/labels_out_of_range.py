"""Rule KF312."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.labels._edits import Edits, is_alone, rename_loss, set_activation, set_units
from codemods.labels._lessons import BINARY, SPARSE, Lesson, lessons
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.findings import Applicability, Edit, Fix, Level

_OPTIONS = frozenset(("from_logits", "reduction", "name"))


@rule(
    "KF312",
    tokens=("sparse_categorical_crossentropy", "SparseCategorical", "binary_crossentropy", "BinaryCrossentropy"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def labels_out_of_range(facts: Facts) -> Iterator[Report]:
    """Labels that do not start at 0: classes 1 to k, or -1 and 1.

    ## What it does
    Finds labels 1 to k for a sparse loss over k units, and labels beyond 0 and 1 for one unit with
    `binary_crossentropy`.

    ## Why it fails
    A sparse loss, Keras 2 and 3: `InvalidArgumentError: Received a label value of 3 which is outside the
    valid range of [0, 3)`. `binary_crossentropy` trains without a word, but a label beyond 0 and 1 rewards
    ever larger outputs, so that the loss can fall below zero, and accuracy never counts such a sample.

    ## Example
    ```python
    y = np.random.randint(1, 4, 100)
    model.add(layers.Dense(3, activation="softmax"))
    ```

    ## Use instead
    ```python
    model.fit(x, y - 1)
    ```

    ## Fix safety
    Unsafe: the labels are moved where they are given to the model, so what `predict` tells moves with them;
    a unit more would be another way, and is offered second.
    """
    found = [
        lesson for lesson in lessons(facts) if lesson.is_ids and lesson.low is not None and lesson.high is not None
    ]
    groups: dict[tuple[int, int], list[Lesson]] = {}
    for lesson in found:
        groups.setdefault((lesson.model.identity, lesson.index), []).append(lesson)
    for group in groups.values():
        wrong = [lesson for lesson in group if _mend(lesson)]
        node = wrong[0].feed.y_node if wrong else None
        unit = unit_of(facts, node) if node is not None else None
        if unit is None or node is None:
            continue
        lesson = wrong[0]
        level = Level.ERROR if lesson.loss == SPARSE else Level.WARNING
        fixes = _fixes(facts, lesson, wrong) if len(wrong) == len(group) else ()
        yield Report(unit, node, _message(lesson), fixes, level)


def _mend(lesson: Lesson) -> str:
    """What turns the labels into the ones that the loss takes; empty where they are right."""
    low, high = lesson.low, lesson.high
    if low is None or high is None or low == high or lesson.units is None:
        return ""
    if lesson.loss == SPARSE:
        return "{} - 1" if low == 1 and high == lesson.units > 1 else ""
    if lesson.loss != BINARY or lesson.units != 1:
        return ""
    known = {(-1, 1): "({} + 1) / 2", (1, 2): "{} - 1"}
    return known.get((low, high), "classes" if low == 0 and high > 1 else "")


def _message(lesson: Lesson) -> str:
    labels = f"the labels are {lesson.low} to {lesson.high}"
    if (lesson.low, lesson.high) == (-1, 1):
        labels = "the labels are -1 and 1"
    if lesson.loss == SPARSE:
        return f"{labels}; {lesson.units} units stand for 0 to {(lesson.units or 0) - 1}"
    return f"{labels}; binary_crossentropy takes 0 and 1"


def _fixes(facts: Facts, lesson: Lesson, wrong: list[Lesson]) -> tuple[Fix, ...]:
    fixes: list[Fix] = []
    templates = {_mend(one) for one in wrong}
    count = (lesson.high or 0) + 1
    alone = is_alone(facts, lesson.model)
    if templates == {"classes"}:
        loss = rename_loss(facts, lesson.compiled, SPARSE, _OPTIONS)
        units = set_units(facts, lesson.model, count, lesson.labels)
        logits = bool(lesson.compiled.from_logits)
        soft = () if logits else set_activation(facts, lesson.model, "softmax")
        if loss is not None and units is not None and soft is not None and alone:
            title = f"Use {count} units, a softmax and {SPARSE}"
            fixes.append(Fix(title, (*units, *soft, *loss), Applicability.UNSAFE, "one unit a class"))
        return tuple(fixes)
    moved = _moved(facts, wrong, templates.pop()) if len(templates) == 1 else None
    if moved is not None:
        fixes.append(Fix("Move the labels to start at 0", moved, Applicability.UNSAFE, "class numbers count from 0"))
    more = set_units(facts, lesson.model, count, lesson.labels) if lesson.loss == SPARSE and alone else None
    if more is not None:
        fixes.append(Fix(f"Give the last layer {count} units", more, Applicability.UNSAFE, "unit 0 stays unused"))
    return tuple(fixes)


def _moved(facts: Facts, wrong: list[Lesson], template: str) -> Edits | None:
    """The labels made right wherever they are given to the model."""
    edits: list[Edit] = []
    for lesson in wrong:
        node = lesson.feed.y_node
        unit = unit_of(facts, node) if node is not None else None
        whole_stream = lesson.feed.batches is not None and node is lesson.feed.x_node
        if unit is None or node is None or whole_stream:
            return None
        edit = rewrite.replace(unit, node, template.replace("{}", _operand(unit, node)))
        if edit not in edits:
            edits.append(edit)
    return tuple(edits)


def _operand(unit: Unit, node: ast.expr) -> str:
    return rewrite.as_operand(unit, node)
