"""Data that is in memory as a whole: how many samples it has, and a small part of it that shows the same faults."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

LEAVES = 16
"""A longer list is one of samples, not of inputs: Keras is to see it as it is."""
SCANNED = 50_000_000
"""Elements up to which values are looked through."""


def leaves(structure: Any) -> list[Any]:
    if isinstance(structure, dict):
        return [leaf for value in structure.values() for leaf in leaves(value)]
    if isinstance(structure, (list, tuple)):
        return [leaf for value in structure for leaf in leaves(value)]
    return [structure]


def mapped(change: Callable[[Any], Any], structure: Any) -> Any:
    """The same nest of lists, tuples and dicts, each leaf changed."""
    if isinstance(structure, dict):
        return type(structure)((key, mapped(change, value)) for key, value in structure.items())
    if isinstance(structure, tuple) and hasattr(structure, "_fields"):
        return type(structure)(*(mapped(change, value) for value in structure))
    if isinstance(structure, (list, tuple)):
        return type(structure)(mapped(change, value) for value in structure)
    return change(structure)


def samples(*structures: Any) -> int | None:
    """The number of samples, if all leaves agree on it and can be cut; None where Keras must judge the whole."""
    counts = set()
    for structure in structures:
        if structure is None:
            continue
        found = leaves(structure)
        if len(found) > LEAVES:
            return None
        for leaf in found:
            shape = getattr(leaf, "shape", None)
            try:
                counts.add(int(shape[0]))  # type: ignore[index]
                leaf[0:0]
            except Exception:
                return None
    return counts.pop() if len(counts) == 1 else None


def cut(structure: Any, rows: Any) -> Any:
    """The samples `rows` (a slice, or a NumPy array of indices) of each leaf."""

    def one(leaf: Any) -> Any:
        if hasattr(leaf, "iloc"):
            return leaf.iloc[rows]
        return leaf[rows]

    return None if structure is None else mapped(one, structure)


def chosen(count: int, batch: int, steps: int, *structures: Any) -> Any:
    """Which samples make a short epoch of the whole: `steps` full batches and the last short one, as the whole has it.

    A fault in one sample must not be missed: those with the least and the greatest
    value (a label out of range, an index too big) and one that is not a number are
    among the chosen.
    """
    size = steps * batch + count % batch
    if not all(_is_indexed(leaf) for s in structures if s is not None for leaf in leaves(s)):
        return slice(0, size)
    import numpy

    rows = numpy.arange(size)
    telling = [row for s in structures if s is not None for leaf in leaves(s) for row in _telling(leaf)]
    outside = sorted({row for row in telling if row >= size})[: batch // 2]
    if outside:
        rows[batch - len(outside) : batch] = outside
    return rows


def _is_indexed(leaf: Any) -> bool:
    return type(leaf).__module__.partition(".")[0] in ("numpy", "pandas")


def _telling(leaf: Any) -> list[int]:
    import numpy

    array = numpy.asarray(leaf)
    if array.size == 0 or array.size > SCANNED or array.dtype.kind not in "iufb":
        return []
    width = array.size // len(array)
    if array.dtype.kind == "f":
        total = array.sum(dtype=numpy.float64)
        if not math.isfinite(float(total)):
            strange = numpy.flatnonzero(~numpy.isfinite(array.reshape(len(array), -1)).all(axis=1))
            return [int(row) for row in strange[:1]]
        if width > 1:
            return []
    return [int(array.argmin()) // width, int(array.argmax()) // width]


def stretched(outputs: Any, count: int) -> Any:
    """Predictions for the first samples, repeated to the number that the script counts on."""
    import numpy

    def one(leaf: Any) -> Any:
        return leaf[numpy.arange(count) % len(leaf)] if getattr(leaf, "shape", None) and len(leaf) else leaf

    return mapped(one, outputs)
