"""Rule KF310."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.labels._edits import head, is_alone, set_units
from codemods.labels._lessons import REGRESSION, Lesson, lessons, shape_text
from fixer.facts.facts import Facts
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF310",
    tokens=("mse", "mae", "mean_", "Mean", "huber", "Huber", "cosh", "msle"),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def regression_output(facts: Facts) -> Iterator[Report]:
    """A regression whose output and labels are broadcast against each other.

    ## What it does
    Finds labels of shape `(n, 1)` under a last layer of several units, and labels of several columns under a
    single unit, with `mse`, `mae` and the like.

    ## Why it fails
    Keras 2 and 3 train without a word: the difference is broadcast. Labels `(n, 1)` against an output
    `(n, 3)` teach all three units the same number; labels `(n, 3)` against one unit teach it the mean of
    the columns.

    ## Example
    ```python
    y = np.random.rand(100, 3)
    model.add(layers.Dense(1))
    model.compile("adam", "mse")
    ```

    ## Use instead
    ```python
    model.add(layers.Dense(3))
    ```

    ## Fix safety
    Unsafe: it changes the model, and the labels could be at fault instead.
    """
    seen: set[object] = set()
    for lesson in lessons(facts):
        layer = head(lesson.model)
        wanted = _wanted(lesson)
        if layer is None or wanted is None or layer[0].node in seen:
            continue
        unit = unit_of(facts, layer[1].node)
        if unit is None:
            continue
        seen.add(layer[0].node)
        columns = "1 column" if wanted == 1 else f"{wanted} columns"
        units = "1 unit" if lesson.units == 1 else f"{lesson.units} units"
        message = f"{units} against labels {shape_text(lesson.shape)}: {lesson.loss} broadcasts {columns} over {units}"
        edits = set_units(facts, lesson.model, wanted, lesson.labels) if is_alone(facts, lesson.model) else None
        title = f"Give the last layer {wanted} unit{'' if wanted == 1 else 's'}"
        fix = None if edits is None else Fix(title, edits, Applicability.UNSAFE, "one unit a column of the labels")
        yield Report(unit, layer[1].node, message, (fix,) if fix else ())


def _wanted(lesson: Lesson) -> int | None:
    """The units that the labels have columns for, where Keras says nothing of the difference."""
    if lesson.loss not in REGRESSION or len(lesson.output) != 2 or lesson.units is None:
        return None
    if lesson.units == 1:
        return lesson.width
    return 1 if len(lesson.shape) == 2 and lesson.shape[-1] == 1 else None
