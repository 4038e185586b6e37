"""Rule KF207."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from codemods import Report, rule
from codemods._support import feeds, unit_of
from codemods.containers._casts import made_float
from codemods.labels._lessons import BINARY, CATEGORICAL, SPARSE, shape_text
from codemods.shapes._batch import taken
from codemods.shapes._data import Given, Mend, convert
from fixer import rewrite
from fixer.facts.facts import Facts, Feed, ModelCall, ModelFact
from fixer.facts.program import Unit
from fixer.facts.values import Array, PyList, Shape, elements
from fixer.findings import Applicability, Edit, Fix, Level


@rule(
    "KF207",
    tokens=("fit", "evaluate", "predict", "_on_batch"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def non_numeric_input(facts: Facts) -> Iterator[Report]:
    """Arrays of objects, or of numbers written as text, where a model computes with floats.

    ## What it does
    Finds inputs, and labels of a regression, of dtype `object` or text: a table of mixed columns as `.values`
    (numbers beside the True and False of `get_dummies`), rows of a csv file read as strings, an array made with
    `dtype=object`. Models that look text up are left alone; text as labels of classes is `text-labels`.

    ## Why it fails
    Keras 3: `ValueError: Invalid dtype: object` (or `str96`); Keras 2: `Failed to convert a NumPy array to a
    Tensor (Unsupported object type float)`, of text `Cast string to float is not supported`. A DataFrame of
    mixed columns stops Keras 2 only; Keras 3 casts it itself.

    ## Example
    ```python
    x = pd.get_dummies(table).values            # object: floats and booleans
    model.fit(x, y)
    ```

    ## Use instead
    ```python
    x = pd.get_dummies(table).values.astype("float32")
    model.fit(x, y)
    ```

    ## Fix safety
    Safe where the values are known to be numbers. Unsafe where they are not: `astype` stops at the first one
    that is none. Where the rows are of unequal length, nothing is offered.
    """
    for handed in _handed(facts):
        array = handed.array
        if not _is_refused(facts, handed):
            continue
        kind = "text" if array.dtype == "string" else "objects"
        ragged = array.rank == 1 and handed.role == "x" and handed.declared is not None and len(handed.declared) > 2
        shape = f" {shape_text(array.shape)}" if array.shape else ""
        message = f"{handed.role}{shape} holds {kind}; the model computes with floats"
        mend = None if ragged else _mend(facts, handed)
        if mend is None:
            unit = unit_of(facts, handed.node)
            yield Report(unit or handed.call.unit, handed.node if unit else handed.call.node, message)
            continue
        safety = Applicability.SAFE if array.lo is not None else Applicability.UNSAFE
        fix = Fix("Make them float32", mend.edits, safety, "a model computes with floats")
        yield Report(mend.unit, mend.node, message, (fix,))


@dataclass(frozen=True, slots=True)
class _Handed:
    """An array that a call gives to a model, as x or y."""

    call: ModelCall
    feed: Feed
    role: str
    node: ast.expr
    array: Array
    declared: Shape | None
    place: int


def _handed(facts: Facts) -> Iterator[_Handed]:
    for call, feed in feeds(facts):
        inputs = taken(call.model)
        several = elements(feed.x) if isinstance(feed.x, PyList) and len(inputs) > 1 else None
        nodes = feed.x_node.elts if isinstance(feed.x_node, (ast.List, ast.Tuple)) else []
        if several is None:
            several, nodes = [feed.x], [feed.x_node]
        for place, (node, value) in enumerate(zip(nodes, several)):
            if isinstance(value, Array):
                declared = inputs[place] if place < len(inputs) else None
                yield _Handed(call, feed, "x", node, value, declared, place)
        if feed.y_node is not None and isinstance(feed.y, Array):
            yield _Handed(call, feed, "y", feed.y_node, feed.y, None, 0)


def _is_refused(facts: Facts, handed: _Handed) -> bool:
    array, model = handed.array, handed.call.model
    if array.dtype not in ("object", "string") or array.shape == () or array.lib not in ("numpy", "pandas"):
        return False
    if array.lib == "pandas" and array.rank != 1 and facts.target >= 3:
        return False  # cast column by column, where they can be
    if handed.role == "x":
        return not _looks_text_up(model, handed.place)
    compiled = model.compiled
    if compiled is None or not compiled.loss or model.trains_itself:
        return False
    return array.lo is not None or compiled.loss not in (SPARSE, CATEGORICAL, BINARY)


_LOOKUPS = (
    "TextVectorization",
    "StringLookup",
    "IntegerLookup",
    "Hashing",
    "Lambda",
    "HashedCrossing",
    "Discretization",
)


def _looks_text_up(model: ModelFact, place: int) -> bool:
    """Whether the model may take text: it says so, looks it up, or has layers that are not known."""
    if place < len(model.input_dtypes) and model.input_dtypes[place] not in ("float32", None):
        return True
    if not model.layers or (not model.complete and model.kind not in ("sequential", "functional")):
        return True
    return any(not layer.name or layer.kind in _LOOKUPS for layer in model.layers)


def _mend(facts: Facts, handed: _Handed) -> Mend | None:
    array = handed.array
    made = made_float(facts, array) if array.origin is not None else None
    if made is not None and handed.feed.batches is None:
        return Mend(*made)
    given = Given(
        handed.call,
        replace(handed.feed, x_node=handed.node, x=array),
        0,
        array,
        handed.declared or (),
    )

    def template(unit: Unit) -> tuple[str, tuple[Edit, ...]]:
        return f"{{}}.astype({rewrite.quoted(unit, 'float32')})", ()

    return convert(facts, given, template, lambda other: other.array.dtype == array.dtype, axis=1)
