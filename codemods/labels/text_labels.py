"""Rule KF314."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from codemods import Report, rule
from codemods._support import feeds, unit_of
from codemods.labels._lessons import BINARY, CATEGORICAL, SPARSE, shape_text
from codemods.shapes._data import Given, Mend, convert
from fixer import rewrite
from fixer.facts.facts import CompileFact, Facts, Feed, ModelCall
from fixer.facts.knowledge.arrays import array_from
from fixer.facts.program import Unit
from fixer.facts.values import Array, PyList
from fixer.findings import Applicability, Edit, Fix, Level

_CLASSES = (SPARSE, CATEGORICAL, BINARY)


@rule(
    "KF314",
    tokens=("fit", "evaluate", "_on_batch"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def text_labels(facts: Facts) -> Iterator[Report]:
    """Names of classes as labels, where a loss takes numbers.

    ## What it does
    Finds labels that are strings (`np.array(["cat", "dog"])`, a column of a table, a list of names), of a
    category type, or objects, given to a loss. Text as *input* of a model that looks it up is right.

    ## Why it fails
    Keras 3: `ValueError: Invalid dtype: str96` (`str`, `category` for a column of pandas); of an array of
    objects `Cast string to float is not supported`; of a list `Unrecognized data type`. Keras 2: `Cast string
    to float is not supported`, or `Shapes (None, 1) and (None, 3) are incompatible`.

    ## Example
    ```python
    y = np.array(names)                                     # "cat", "dog", "cat" ...
    model.fit(x, y)
    ```

    ## Use instead
    ```python
    y = np.unique(np.array(names), return_inverse=True)[1]  # 0, 1, 0 ...
    model.fit(x, y)
    ```

    ## Fix safety
    Unsafe: the classes are numbered in the order of their names. They are numbered where the labels are made,
    before they are divided for training and testing, so that a number means the same in both; nothing is
    offered where there is no such place.
    """
    found = list(_texts(facts))
    for text in found:
        labels, unit = text.labels, unit_of(facts, text.node)
        what = f"labels {shape_text(labels.shape)}" if labels.shape else "labels"
        message = f"the {what} are {_kind(labels)}; {text.compiled.loss or 'the loss'} takes numbers"
        same = [other for other in found if other.call.model.identity == text.call.model.identity]
        mend = _mend(facts, text, same)
        if mend is not None:
            fix = Fix("Number the classes", mend.edits, Applicability.UNSAFE, "a loss computes with numbers")
            yield Report(mend.unit, mend.node, message, (fix,))
        else:
            yield Report(unit or text.call.unit, text.node if unit else text.call.node, message)


@dataclass(frozen=True, slots=True)
class _Text:
    """Labels that are no numbers."""

    call: ModelCall
    feed: Feed
    node: ast.expr
    compiled: CompileFact
    labels: Array


def _texts(facts: Facts) -> Iterator[_Text]:
    for call, feed in feeds(facts):
        compiled, node = call.model.compiled, feed.y_node
        if compiled is None or node is None or call.model.trains_itself or "loss" not in compiled.args:
            continue
        labels = array_from(feed.y) if isinstance(feed.y, PyList) and not feed.y.opaque else feed.y
        if not isinstance(labels, Array) or not labels.dtypes:
            continue
        text = all(dtype in ("string", "category") for dtype in labels.dtypes)
        objects = labels.dtype == "object" and labels.lo is None and compiled.loss in _CLASSES
        flat = labels.shape is None or len(labels.shape) == 1 or labels.shape[1:] == (1,)
        if (text or objects) and flat:
            yield _Text(call, feed, node, compiled, labels)


def _kind(labels: Array) -> str:
    return {"object": "objects", "category": "categories"}.get(labels.dtype or "", "text")


def _mend(facts: Facts, text: _Text, same: list[_Text]) -> Mend | None:
    origins = {id(other.labels.origin) for other in same}
    labels = text.labels
    listed = isinstance(text.feed.y, PyList)
    if len(origins) != 1 or (labels.origin is None and not listed):
        return None
    if listed and len(same) > 1:
        return None
    # `convert` looks at what goes in by `x_node`: here that is the label.
    given = Given(text.call, replace(text.feed, x_node=text.node, x=labels), 0, labels, ())
    mend = convert(facts, given, lambda unit: _numbered(unit, labels), lambda _: False, axis=1)
    if mend is None and listed and (unit := unit_of(facts, text.node)) is not None:
        around, imports = _numbered(unit, labels)
        mend = Mend(unit, text.node, (rewrite.wrap(unit, text.node, around), *imports))
    if mend is not None and mend.node is text.node and mend.node is not labels.origin and len(same) > 1:
        return None  # each call by itself would number the classes that it happens to hold
    return mend


def _numbered(unit: Unit, labels: Array) -> tuple[str, tuple[Edit, ...]]:
    """How the file numbers classes."""
    if labels.dtype == "category":
        return "{}.cat.codes", ()
    encoder = rewrite.imported_name(unit, "sklearn.preprocessing.LabelEncoder")
    if encoder is not None:
        return f"{encoder}().fit_transform({{}})", ()
    if labels.lib == "pandas" and (pandas := rewrite.imported_name(unit, "pandas")) is not None:
        return f"{pandas}.Categorical({{}}).codes", ()
    name, imports = rewrite.name_for(unit, "numpy")
    return f"{name}.unique({{}}, return_inverse=True)[1]", imports
