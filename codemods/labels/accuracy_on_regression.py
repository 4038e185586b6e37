"""Rule KF311."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.labels._edits import requoted
from codemods.labels._lessons import REGRESSION, Lesson, lessons
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.facts.values import Const
from fixer.findings import Applicability, Edit, Fix, Level

_NAMES = ("accuracy", "acc")
_ERRORS = ("mae", "mse", "mean_absolute_error", "mean_squared_error")
_ROUNDING = frozenset("round around rint floor ceil trunc sign".split())


@rule(
    "KF311",
    tokens=("acc",),
    levels={2: Level.HINT, 3: Level.HINT},
    applicability=Applicability.UNSAFE,
)
def accuracy_on_regression(facts: Facts) -> Iterator[Report]:
    """Accuracy as a metric of measured numbers.

    ## What it does
    Finds `metrics=["accuracy"]` beside `mse`, `mae` and the like, where the labels are measured numbers.

    ## Why it fails
    It does not: Keras 2 and 3 train the same. But accuracy counts the predictions that are *equal* to the
    label, which a measured number hardly ever is, so it stays at 0.0 however good the model is.

    ## Example
    ```python
    model.compile("adam", "mse", metrics=["accuracy"])
    ```

    ## Use instead
    ```python
    model.compile("adam", "mse", metrics=["mae"])
    ```

    ## Fix safety
    Unsafe: what is reported has another name. Not offered where the program speaks of that name elsewhere.
    """
    seen: set[object] = set()
    for lesson in lessons(facts):
        if lesson.loss not in REGRESSION or not _is_measured(lesson):
            continue
        for metric in lesson.compiled.metrics:
            node = metric.at if isinstance(metric, Const) and metric.value in _NAMES else None
            unit = unit_of(facts, node) if node is not None else None
            if node is None or unit is None or node in seen:
                continue
            seen.add(node)
            message = f"accuracy counts exact matches, and the labels of {lesson.loss} are measured numbers"
            others = {m.value for m in lesson.compiled.metrics if isinstance(m, Const)}
            yield Report(unit, node, message, _fixes(unit, node, bool(others & set(_ERRORS))))


def _is_measured(lesson: Lesson) -> bool:
    made = lesson.labels.at
    rounded = isinstance(made, ast.Call) and ast.unparse(made.func).rsplit(".", 1)[-1] in _ROUNDING
    return lesson.labels.is_float and not lesson.counted and not lesson.labels.one_hot and not rounded


def _fixes(unit: Unit, node: ast.expr, has_error: bool) -> tuple[Fix, ...]:
    spoken = {f"{prefix}{name}" for name in _NAMES for prefix in ("", "val_")}
    texts = [n.value for n in ast.walk(unit.tree) if isinstance(n, ast.Constant) and n is not node]
    if any(isinstance(text, str) and text in spoken for text in texts):
        return ()
    parent = unit.parent(node)
    if has_error:
        # The error is reported already: accuracy goes, with its comma.
        after = parent.elts[parent.elts.index(node) + 1 :] if isinstance(parent, ast.List) else []
        start = unit.lines.span(node).start
        if not after or after[0].lineno != node.lineno:
            return ()
        gone = Edit(unit.source.path, start, unit.lines.span(after[0]).start, "")
        return (Fix("Leave accuracy out", (gone,), Applicability.UNSAFE, "the error says how far off they are"),)
    edit = rewrite.replace(unit, node, requoted(unit, node, "mae"))
    return (Fix('Report "mae" instead', (edit,), Applicability.UNSAFE, "how far off the predictions are"),)
