"""Rule KF304."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.labels._edits import rename_loss, rename_metrics
from codemods.labels._lessons import CATEGORICAL, SPARSE, Lesson, firsts, lessons, shape_text
from fixer.facts.facts import Facts
from fixer.findings import Applicability, Fix, Level

_OPTIONS = frozenset(("from_logits", "reduction", "name", "axis"))


@rule(
    "KF304",
    tokens=("sparse_categorical_crossentropy", "SparseCategoricalCrossentropy"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def one_hot_labels_sparse_loss(facts: Facts) -> Iterator[Report]:
    """One-hot rows as labels for `sparse_categorical_crossentropy`, which takes class numbers.

    ## What it does
    Finds labels of shape `(n, k)`, made by `to_categorical`, `tf.one_hot`, `np.eye(k)[y]` or the like, that
    meet an output of `k` units in `sparse_categorical_crossentropy`.

    ## Why it fails
    Keras 3: `ValueError: Argument `output` must have rank (ndim) `target.ndim - 1`. Received:
    target.shape=(8, 3), output.shape=(8, 3)`. Keras 2: `ValueError: `labels.shape` must equal `logits.shape`
    except for the last dimension. Received: labels.shape=(24,) and logits.shape=(8, 3)`, or, where the last
    batch is short, `InvalidArgumentError: logits and labels must have the same first dimension`.

    ## Example
    ```python
    y = keras.utils.to_categorical(labels, 3)
    model.compile("adam", "sparse_categorical_crossentropy")
    ```

    ## Use instead
    ```python
    model.compile("adam", "categorical_crossentropy")
    ```

    ## Fix safety
    Safe for labels that are surely one-hot: the program cannot train as it is, and both losses compute the
    same. Metrics written for class numbers follow. Unsafe for rows that only have the output's width.
    """
    for first, group in firsts([lesson for lesson in lessons(facts) if lesson.loss == SPARSE]):
        wrong = [lesson for lesson in group if _is_wrong(lesson)]
        site = first.site if unit_of(facts, first.site) else first.compiled.node
        unit = unit_of(facts, site)
        if not wrong or unit is None or not isinstance(site, ast.expr):
            continue
        kind = "one-hot rows" if wrong[0].labels.one_hot else "rows"
        message = (
            f"the labels {shape_text(wrong[0].shape)} are {kind}; sparse_categorical_crossentropy takes class numbers"
        )
        yield Report(unit, site, message, _fixes(facts, group, wrong))


def _is_wrong(lesson: Lesson) -> bool:
    """Rows, as far as is known of ones and zeros."""
    if not lesson.is_rows:
        return False
    many = lesson.labels.hi is not None and lesson.labels.hi > 1
    return lesson.labels.one_hot or (lesson.width == lesson.units and not many)


def _fixes(facts: Facts, group: list[Lesson], wrong: list[Lesson]) -> tuple[Fix, ...]:
    loss = rename_loss(facts, wrong[0].compiled, CATEGORICAL, _OPTIONS)
    if loss is None or len(wrong) < len(group):
        return ()
    metrics, _ = rename_metrics(facts, wrong[0].compiled, sparse=False)
    safe = all(lesson.labels.one_hot for lesson in wrong)
    reason = "one-hot rows need this loss; it computes the same"
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    return (Fix(f"Use {CATEGORICAL}", (*loss, *metrics), applicability, reason),)
