"""Rule KF309."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.labels._edits import rename_loss
from codemods.labels._lessons import BINARY, CATEGORICAL, Lesson, firsts, lessons
from fixer.facts.facts import Facts
from fixer.findings import Applicability, Fix, Level

_OPTIONS = frozenset(("from_logits", "reduction", "name", "label_smoothing"))


@rule(
    "KF309",
    tokens=("binary_crossentropy", "BinaryCrossentropy", "bce"),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def binary_loss_many_classes(facts: Facts) -> Iterator[Report]:
    """`binary_crossentropy` for one choice among three or more classes.

    ## What it does
    Finds `binary_crossentropy` on a softmax of more than two units with one-hot labels. Several sigmoids, each
    a yes or no of its own, are what the loss is for; over two units the two losses are the same.

    ## Why it fails
    Keras 2 and 3 train without a word. Over a softmax the loss counts every class as a question of its
    own and averages over them, so what it reports and teaches is no choice among classes: 0.7 for three of
    them in a run of ours, where guessing costs log(3) = 1.1.

    ## Example
    ```python
    model.add(layers.Dense(3, activation="softmax"))
    model.compile("adam", "binary_crossentropy")     # labels: to_categorical(y, 3)
    ```

    ## Use instead
    ```python
    model.compile("adam", "categorical_crossentropy")
    ```

    ## Fix safety
    Unsafe: it changes what is learned.
    """
    for first, group in firsts([lesson for lesson in lessons(facts) if lesson.loss == BINARY]):
        site = first.site if unit_of(facts, first.site) else first.compiled.node
        unit = unit_of(facts, site)
        wrong = [lesson for lesson in group if _is_wrong(lesson)]
        if not wrong or unit is None or not isinstance(site, ast.expr):
            continue
        lesson = wrong[0]
        message = f"binary_crossentropy on a softmax of {lesson.units} classes"
        yield Report(unit, site, message, _fixes(facts, lesson) if len(wrong) == len(group) else ())


def _is_wrong(lesson: Lesson) -> bool:
    several = lesson.units is not None and lesson.units > 2
    return several and lesson.is_rows and lesson.labels.one_hot and lesson.model.last_activation == "softmax"


def _fixes(facts: Facts, lesson: Lesson) -> tuple[Fix, ...]:
    loss = rename_loss(facts, lesson.compiled, CATEGORICAL, _OPTIONS)
    if loss is None:
        return ()
    return (Fix(f"Use {CATEGORICAL}", loss, Applicability.UNSAFE, "a softmax chooses one class of several"),)
