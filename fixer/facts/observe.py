"""The facts that an execution observed, in the very types that static inference yields.

`Seen` holds what `fixer.verify.runner.observe` told of the expressions of the
user's files. The interpreter asks it at every expression: what the code alone
does not tell, the observation fills in; what the code tells stays, so that a
size drawn at random remains one.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Batches,
    Const,
    Dim,
    Number,
    PyDict,
    PyList,
    Tuple,
    Varying,
    join_all,
)

Place = tuple[str, int, int, int, int]
"""File, line, column, end line, end column, as `ast` counts them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one execution showed of a program's expressions and models."""

    values: Mapping[Place, tuple[dict[str, Any], ...]] = field(default_factory=dict)
    models: Mapping[tuple[str, int, str], dict[str, Any]] = field(default_factory=dict)
    """By file, line and kind of the call; the model as it was when the call was over."""
    layers: Mapping[int, tuple[Place, str]] = field(default_factory=dict)
    """By identity: the expression that made the layer, and its class."""

    @classmethod
    def of(cls, values: Sequence[tuple[str, dict[str, Any]]], models: Sequence[dict[str, Any]]) -> Seen:
        """From the fields `seen` and `models` of an `Execution`."""
        by_place: dict[Place, list[dict[str, Any]]] = {}
        layers: dict[int, tuple[Place, str]] = {}
        for spot, found in values:
            path, *position = spot.rsplit(":", 4)
            line, column, end_line, end_column = (int(number) for number in position)
            place = path, line, column, end_line, end_column
            by_place.setdefault(place, []).append(found)
            if found["t"] == "layer":
                # An assignment tells of the same layer again: the first is the call that made it.
                layers.setdefault(found["id"], (place, found["class"]))
        return cls(
            {place: tuple(found) for place, found in by_place.items()},
            {(model["path"], model["line"], model["kind"]): model for model in models},
            layers,
        )

    def refined(self, path: str, node: ast.expr, value: AnyValue, depth: int) -> AnyValue:
        """`value`, as far as the code tells it, with what the execution saw at `node`."""
        place = (path, node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0)
        found = self.values.get(place)
        if not found:
            return value
        if isinstance(value, Array) and value.lib != "keras":
            return _filled(value, found, node)
        if value is UNKNOWN or (isinstance(value, Number) and value.random is None and value.linear is None):
            seen = join_all(as_value(each, node, depth) for each in found)
            return value if seen is UNKNOWN else seen
        if isinstance(value, PyList) and value.size() is None:
            seen = join_all(as_value(each, node, depth) for each in found)
            return seen if isinstance(seen, PyList) else value
        return completed(value, found, node) if isinstance(value, Tuple) else value


def streamed(value: AnyValue, told: dict[str, Any], node: ast.expr) -> AnyValue:
    """What a stream feeds, as far as the code tells it, with the batches that the execution drew from it."""
    found = told["batches"]
    classes = told["classes"]
    if isinstance(value, Batches):
        element = completed(value.element, found, node)
        if classes is not None and isinstance(element, Tuple) and len(element.items) == 2:
            x, y = element.items
            if isinstance(y, Array) and y.is_int and y.hi is not None:
                # Not every class need be in the batches that were drawn.
                element = replace(element, items=(x, replace(y, hi=max(y.hi, classes - 1))))
        return replace(value, element=element, classes=classes or value.classes)
    if value is UNKNOWN and found:
        return Batches("stream", completed(UNKNOWN, found, node), classes=classes, at=node)
    return value


def completed(value: AnyValue, found: Sequence[dict[str, Any]], node: ast.expr) -> AnyValue:
    """A batch as the code tells it, with what those drawn were."""
    if isinstance(value, Array):
        return _filled(value, found, value.origin or node) if all(each["t"] == "array" for each in found) else value
    if value is UNKNOWN:
        if all(each["t"] == "array" for each in found):
            first = found[0]
            lib = first["lib"] if first["lib"] in ("tensorflow", "torch", "pandas") else "numpy"
            return replace(_filled(Array(None, None, lib=lib), found, node), origin=None, at=None)
        if all(each["t"] == "tuple" and "items" in each for each in found) and len({e["n"] for e in found}) == 1:
            columns = zip(*(each["items"] for each in found))
            return Tuple(tuple(_column(UNKNOWN, column, node) for column in columns))
        return join_all(as_value(each, node) for each in found)
    if isinstance(value, Tuple):
        count = len(value.items)
        if all(each["t"] in ("tuple", "list") and len(each.get("items", ())) == count for each in found):
            columns = zip(*(each["items"] for each in found))
            items = tuple(_column(item, column, node) for item, column in zip(value.items, columns))
            return replace(value, items=items)
    return value


def _column(value: AnyValue, found: Sequence[dict[str, Any] | None], node: ast.expr) -> AnyValue:
    seen = [each for each in found if each is not None]
    return completed(value, seen, node) if len(seen) == len(found) else value


def as_value(found: dict[str, Any] | None, node: ast.expr, depth: int = 0) -> AnyValue:
    """One observation as a value."""
    if found is None:
        return UNKNOWN
    match found["t"]:
        case "none":
            return Const(None, at=node)
        case "int" if found["v"] is not None:
            return Const(found["v"], at=node)
        case "float":
            return Number("float64", found["lo"], found["lo"], at=node)
        case "array":
            return Array(
                tuple(found["shape"]),
                _dtype(found),
                found.get("lo"),
                found.get("hi"),
                found["lib"] if found["lib"] in ("tensorflow", "torch", "pandas") else "numpy",
                bool(found.get("one_hot")),
                origin=node,
                at=node,
            )
        case "dict":
            return PyDict({key: as_value(item, node, depth) for key, item in found["items"].items()}, at=node)
        case "tuple" if "items" in found:
            return Tuple(tuple(as_value(item, node, depth) for item in found["items"]), at=node)
        case "list":
            if "items" in found:
                return PyList([as_value(item, node, depth) for item in found["items"]], at=node, depth=depth)
            return PyList(None, as_value(found.get("item"), node, depth), found["n"], at=node, depth=depth)
    return UNKNOWN


def _dtype(found: dict[str, Any]) -> str | None:
    """NumPy's name: of a table whose columns are numbers of several kinds, that of the array it becomes."""
    dtype: str | None = found["dtype"]
    if dtype == "object" and found["lib"] == "pandas" and ("lo" in found or "nan" in found):
        return "float64"
    return "string" if dtype is not None and dtype.startswith("str") else dtype


def _filled(array: Array, found: Sequence[dict[str, Any]], node: ast.expr) -> Array:
    """What the code leaves open of an array, from what was seen of it."""
    seen = [each for each in found if each["t"] == "array"]
    if len(seen) != len(found):
        return array
    shape = array.shape
    ranks = {len(each["shape"]) for each in seen}
    if len(ranks) == 1:
        rank = ranks.pop()
        if shape is None:
            shape = (None,) * rank
        if len(shape) == rank:
            columns = [[each["shape"][axis] for each in seen] for axis in range(rank)]
            shape = tuple(
                _size(sizes, axis, node) if known is None else known
                for axis, (known, sizes) in enumerate(zip(shape, columns))
            )
    dtypes = dict.fromkeys(dtype for each in seen if (dtype := _dtype(each)))
    lows = [each["lo"] for each in seen if "lo" in each]
    highs = [each["hi"] for each in seen if "hi" in each]
    complete = len(lows) == len(seen)
    return replace(
        array,
        shape=shape,
        dtype=array.dtype or ("|".join(dtypes) or None),
        lo=array.lo if array.lo is not None or not complete else min(lows),
        hi=array.hi if array.hi is not None or not complete else max(highs),
        one_hot=array.one_hot or all(each.get("one_hot") for each in seen),
        origin=array.origin or node,
        at=array.at or node,
    )


def _size(sizes: Sequence[int | None], axis: int, node: ast.expr) -> Dim:
    known = [size for size in sizes if size is not None]
    if len(known) != len(sizes):
        return None
    if min(known) == max(known):
        return known[0]
    # Batches differ in their number of rows as a matter of course: the last one is short.
    return max(known) if axis == 0 else Varying(min(known), max(known), node)
