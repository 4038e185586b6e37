"""Rule KF303."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.labels._edits import one_hot_labels, rename_loss, rename_metrics
from codemods.labels._lessons import CATEGORICAL, SPARSE, Lesson, firsts, lessons, shape_text
from fixer.facts.facts import Facts
from fixer.findings import Applicability, Fix, Level

_OPTIONS = frozenset(("from_logits", "reduction", "name"))


@rule(
    "KF303",
    tokens=("ategorical",),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def integer_labels_categorical_loss(facts: Facts) -> Iterator[Report]:
    """Class numbers as labels for `categorical_crossentropy`, which takes one-hot rows.

    ## What it does
    Finds labels with one number a sample, of shape `(n,)` or `(n, 1)`, that meet an output of several
    units in `categorical_crossentropy`. The same for a label per pixel or per time step.

    ## Why it fails
    Keras 3: `ValueError: Arguments `target` and `output` must have the same rank (ndim). Received:
    target.shape=(8,), output.shape=(8, 3)`, or `... must have the same shape` for labels of shape
    `(n, 1)`. Keras 2: `ValueError: Shapes (8, 1) and (8, 3) are incompatible`.

    ## Example
    ```python
    y = np.random.randint(0, 3, 100)
    model.compile("adam", "categorical_crossentropy")
    ```

    ## Use instead
    ```python
    model.compile("adam", "sparse_categorical_crossentropy")
    ```

    ## Fix safety
    Safe for labels of an integer type: the program cannot train as it is, and the sparse loss computes
    the same from class numbers as the other from one-hot rows. Metrics written for one-hot rows follow.
    Unsafe for labels of another type, and where the labels are one-hot encoded instead, because the loss
    is smoothed, a metric (`Precision`, `AUC`) needs rows, or other labels of the model are rows already.
    """
    for first, group in firsts([lesson for lesson in lessons(facts) if lesson.loss == CATEGORICAL]):
        wrong = [lesson for lesson in group if _is_wrong(lesson)]
        site = first.site if unit_of(facts, first.site) else first.compiled.node
        if wrong and len(wrong) < len(group):
            site = wrong[0].feed.y_node or site  # the loss is right for the others
        unit = unit_of(facts, site)
        if not wrong or unit is None or not isinstance(site, ast.expr):
            continue
        lesson = wrong[0]
        message = (
            f"the labels {shape_text(lesson.shape)} are class numbers; categorical_crossentropy"
            f" takes one-hot rows of {lesson.units}"
        )
        yield Report(unit, site, message, _fixes(facts, lesson, group, wrong))


def _is_wrong(lesson: Lesson) -> bool:
    return lesson.is_ids and lesson.units is not None and lesson.units > 1


def _fixes(facts: Facts, lesson: Lesson, group: list[Lesson], wrong: list[Lesson]) -> tuple[Fix, ...]:
    measured = not all(one.whole for one in wrong) and any(one.high is None or one.low is None for one in wrong)
    if measured:
        return ()
    fixes: list[Fix] = []
    loss = rename_loss(facts, lesson.compiled, SPARSE, _OPTIONS)
    metrics, blocked = rename_metrics(facts, lesson.compiled, sparse=True)
    if loss is not None and not blocked and len(wrong) == len(group):
        safe = all(one.whole for one in wrong)
        reason = "class numbers need the sparse loss; it computes the same"
        applicability = Applicability.SAFE if safe else Applicability.UNSAFE
        fixes.append(Fix(f"Use {SPARSE}", (*loss, *metrics), applicability, reason))
    rows = one_hot_labels(wrong)
    if rows is not None:
        reason = f"{blocked or 'the loss'} takes one-hot rows"
        fixes.append(Fix("One-hot encode the labels", rows, Applicability.UNSAFE, reason))
    return tuple(fixes)
