"""Rule KF315."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from codemods import Report, rule
from codemods._support import unit_of
from codemods.labels._edits import Edits, one_hot_labels, rename_loss, rename_object, requoted
from codemods.labels._lessons import BINARY, CATEGORICAL, SPARSE, Lesson, lessons, shape_text
from fixer import rewrite
from fixer.facts.facts import CompileFact, Facts
from fixer.facts.program import Unit
from fixer.facts.values import Const
from fixer.findings import Applicability, Edit, Fix, Level

_OPTIONS = frozenset(("from_logits", "name"))
_OF_ROWS = frozenset("categorical_accuracy top_k_categorical_accuracy categorical_crossentropy".split())
_COUNTING = frozenset("precision recall auc f1_score".split())
"""Metrics that look at each unit by itself: of several units they want a row of labels."""


@rule(
    "KF315",
    tokens=("metrics",),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def metric_label_form(facts: Facts) -> Iterator[Report]:
    """A metric for labels of another form than the loss and the data have.

    ## What it does
    Finds metrics of one-hot rows (`categorical_accuracy`, `Precision`, `AUC` ...) beside a sparse loss and
    class numbers, metrics of class numbers (`sparse_categorical_accuracy` ...) beside one-hot rows, and either
    of them beside `binary_crossentropy`. `"accuracy"` takes the form of the labels by itself.

    ## Why it fails
    `sparse_categorical_accuracy` of rows stops the training, in Keras 3 with `Incompatible shapes: [16,3] vs.
    [16]`, in Keras 2 with `Can not squeeze dim[1], expected a dimension of 1, got 3`; so does `Precision` of
    class numbers, `Incompatible shapes: [1,48] vs. [1,16]` or `Shapes (None, 3) and (None, 1) are incompatible`.
    `categorical_accuracy` of class numbers says nothing, and tells how often the model predicts class 0; of
    a single sigmoid unit it is always 1.0. Those are warnings.

    ## Example
    ```python
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["categorical_accuracy"])
    ```

    ## Use instead
    ```python
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["sparse_categorical_accuracy"])
    ```

    ## Fix safety
    Safe where the program cannot train as it is and a metric of the same kind is there for the labels. Unsafe
    for a warning, and where the labels have to become rows for the metric.
    """
    found = lessons(facts)
    seen: set[ast.expr] = set()
    for lesson in found:
        for metric in _metrics(facts, lesson.compiled):
            wrong = _judge(lesson, metric.name, facts.target)
            if wrong is None or metric.node in seen:
                continue
            seen.add(metric.node)
            group = [other for other in found if other.compiled.node is lesson.compiled.node]
            fix = _fix(facts, group, metric, wrong)
            message = f"{metric.name} {wrong.flaw}; the labels {shape_text(lesson.shape)} are {wrong.labels}"
            yield Report(metric.unit, metric.node, message, (fix,) if fix else (), wrong.level)


@dataclass(frozen=True, slots=True)
class _Metric:
    """One built-in metric as it is written in `compile`."""

    unit: Unit
    node: ast.expr
    name: str
    """In snake case, whether it is a string, a function or an object."""

    @property
    def is_string(self) -> bool:
        return isinstance(self.node, ast.Constant)


@dataclass(frozen=True, slots=True)
class _Wrong:
    level: Level
    flaw: str
    labels: str
    instead: str
    """The metric for these labels, in snake case; empty where there is none."""


def _metrics(facts: Facts, compiled: CompileFact) -> Iterator[_Metric]:
    argument = compiled.args.get("metrics")
    if argument is None:
        return
    listing = getattr(argument.value, "at", None)
    nodes = listing.elts if isinstance(listing, (ast.List, ast.Tuple)) else [argument.node]
    for node, value in zip(nodes, compiled.metrics):
        text = value.value if isinstance(value, Const) else getattr(value, "name", "").rpartition(".")[2]
        written = getattr(value, "at", None) if isinstance(value, Const) else node
        place = written if isinstance(written, ast.expr) else node
        unit = unit_of(facts, place)
        if unit is not None and isinstance(text, str) and text:
            yield _Metric(unit, place, re.sub(r"(?<=[a-z0-9K])(?=[A-Z])", "_", text).lower())


def _judge(lesson: Lesson, name: str, keras: int) -> _Wrong | None:
    """What an execution showed of this metric with these labels; None where it is right or not known."""
    error, warning = Level.ERROR, Level.WARNING
    flat, units = len(lesson.shape) == 1, lesson.units
    if units is None or len(lesson.output) != 2:
        return None
    if lesson.loss == SPARSE and units > 1 and lesson.is_ids:
        numbers = "class numbers"
        if name in _COUNTING:
            quiet = name == "f1_score" and not flat and keras == 3
            return _Wrong(warning if quiet else error, f"wants a row of {units} labels", numbers, "")
        if name not in _OF_ROWS:
            return None
        stops = name.endswith("crossentropy") or (name.startswith("top_k") and flat and keras == 3)
        flaw = "takes one-hot rows" if stops else "takes them for one-hot rows and counts class 0"
        return _Wrong(error if stops else warning, flaw, numbers, f"sparse_{name}")
    sparse = name.startswith("sparse_") and name.removeprefix("sparse_") in _OF_ROWS
    if lesson.loss == CATEGORICAL and lesson.is_rows:
        return _Wrong(error, "takes class numbers", "one-hot rows", name.removeprefix("sparse_")) if sparse else None
    accuracy = name in ("categorical_accuracy", "sparse_categorical_accuracy")
    if lesson.loss == BINARY and units == 1 and accuracy and (flat or lesson.shape[-1] == 1):
        flaw = "is always 1.0 of one unit" if not sparse else "counts class 0 only, of one unit"
        return _Wrong(warning, flaw, "0 or 1", "binary_accuracy")
    if lesson.loss == BINARY and lesson.is_rows and accuracy and sparse:
        return _Wrong(error, "takes class numbers", f"rows of {lesson.width}", "binary_accuracy")
    return None


def _fix(facts: Facts, group: list[Lesson], metric: _Metric, wrong: _Wrong) -> Fix | None:
    if not wrong.instead:
        lesson = group[0]
        loss = rename_loss(facts, lesson.compiled, CATEGORICAL, _OPTIONS)
        rows = one_hot_labels(group) if all(other.is_ids for other in group) else None
        others = [m.name for m in _metrics(facts, lesson.compiled) if m.name.startswith("sparse_")]
        if loss is None or rows is None or others or any(not other.whole for other in group):
            return None
        title = f"One-hot encode the labels, for {CATEGORICAL}"
        return Fix(title, (*loss, *rows), Applicability.UNSAFE, f"{metric.name} takes rows")
    edits = _renamed(metric, wrong.instead)
    safe = wrong.level is Level.ERROR and wrong.instead.removeprefix("sparse_") == metric.name.removeprefix("sparse_")
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    return Fix(f"Use {wrong.instead}", edits, applicability, "it takes these labels") if edits else None


def _renamed(metric: _Metric, name: str) -> Edits | None:
    """The metric `name` in the form that the other has, also where the program speaks of it by its name."""
    unit, node = metric.unit, metric.node
    edits: list[Edit] = []
    named = isinstance(node, ast.Call) and (node.args or any(k.arg == "name" for k in node.keywords))
    if metric.is_string and not _is_class_name(node):
        edits.append(rewrite.replace(unit, node, requoted(unit, node, name)))
    else:
        func = node.func if isinstance(node, ast.Call) else node
        another = metric.name.removeprefix("sparse_") != name.removeprefix("sparse_")
        if another and isinstance(node, ast.Call) and (node.args or any(k.arg != "name" for k in node.keywords)):
            return None  # options that the other does not have
        camel = "".join(part.capitalize() for part in name.split("_"))
        is_class = isinstance(node, ast.Call) or _is_class_name(node)
        if metric.is_string:
            edits.append(rewrite.replace(unit, node, requoted(unit, node, camel)))
        else:
            edits.extend(rename_object(unit, func, camel if is_class else name) or ())
    if not edits:
        return None
    if not named:
        reported = (metric.name, f"val_{metric.name}")
        for spoken in ast.walk(unit.tree):
            if isinstance(spoken, ast.Constant) and spoken is not node and spoken.value in reported:
                told = str(spoken.value).replace(metric.name, name)
                edits.append(rewrite.replace(unit, spoken, requoted(unit, spoken, told)))
    return tuple(edits)


def _is_class_name(node: ast.expr) -> bool:
    text = node.value if isinstance(node, ast.Constant) else getattr(node, "attr", getattr(node, "id", ""))
    return isinstance(text, str) and text[:1].isupper()
