"""The first batches of a stream, drawn and compared before anything is trained on them."""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Iterator
from typing import Any

from .arrays import leaves

MOST = 16
SECONDS = 2.0
STEPS = 3
"""Batches of a healthy stream that are trained on."""


class Probe:
    """Up to `most` batches of `iterator`; how many there are in all, as far as that is known."""

    def __init__(self, iterator: Iterator[Any], most: int = MOST) -> None:
        self.iterator = iterator
        self.kept: list[Any] = []
        self.last: Any = None
        self.drawn = 0
        self.rows = 0
        self.ended = False
        self.error: BaseException | None = None
        started = time.monotonic()
        while len(self.kept) < most and not self.ended:
            if len(self.kept) >= STEPS and time.monotonic() - started > SECONDS:
                break
            batch = self._draw()
            if not self.ended:
                self.kept.append(batch)

    def _draw(self) -> Any:
        try:
            batch = next(self.iterator)
        except StopIteration:
            self.ended = True
            return None
        except Exception as error:
            self.ended = True
            self.error = error
            return None
        self.drawn += 1
        self.rows += length(batch) or 0
        self.last = batch
        return batch

    def count(self, up_to: float) -> None:
        """Draw on, keeping nothing but the last, to learn whether `up_to` batches are there."""
        started = time.monotonic()
        while not self.ended and self.drawn < up_to and time.monotonic() - started < SECONDS:
            self._draw()

    @property
    def complete(self) -> bool:
        """Whether `drawn` is the number of all batches."""
        return self.ended and self.error is None

    def steps(self) -> int:
        """How many of the kept batches must be trained on for their faults to show."""
        if self.error is not None:
            return len(self.kept) + 1
        if is_odd(self.kept):
            return len(self.kept)
        needed, seen, span = STEPS, set(), None
        for index, batch in enumerate(self.kept):
            signature, values = exact(batch), extremes(batch)
            wider = span is None or values[0] < span[0] or values[1] > span[1]
            if signature not in seen or (wider and index >= STEPS and values != (0.0, 0.0)):
                needed = max(needed, index + 1)
            seen.add(signature)
            span = values if span is None else (min(span[0], values[0]), max(span[1], values[1]))
        return min(needed, len(self.kept))

    def short_last(self) -> bool:
        """Whether the very last batch is of a size that none of those trained on has."""
        return (
            self.complete
            and self.drawn > self.steps()
            and exact(self.last) not in set(map(exact, self.kept[: self.steps()]))
        )

    def chain(self) -> Iterator[Any]:
        """A true generator of all batches from the first on, as if none had been drawn."""
        yield from self.kept
        if self.error is not None:
            raise self.error
        yield from self.iterator

    def chosen(self) -> Iterator[Any]:
        """A true generator of just those that are trained on."""
        yield from self.kept[: self.steps()]
        if self.error is not None:
            raise self.error
        if self.short_last():
            yield self.last

    def note(self) -> str:
        """What the first batch's dtype does to the later ones, in Keras 3."""
        kinds = [[_dtype(leaf) for leaf in leaves(batch)] for batch in self.kept]
        if not kinds or len({len(k) for k in kinds}) > 1:
            return ""
        for column in zip(*kinds):
            if _is_integer(column[0]) and any(c.startswith("float") for c in column):
                later = next(c for c in column if c.startswith("float"))
                return f"the first batch is {column[0]}, later ones {later}: the later ones are truncated to integers"
        return ""


def is_odd(batches: list[Any]) -> bool:
    """Whether structure, dtypes or shapes (the batch axis aside) change, or the parts of one batch differ in length."""
    return len({kind(b) for b in batches}) > 1 or any(length(b) is None for b in batches)


def length(batch: Any) -> int | None:
    """Samples in a batch; None if its parts disagree."""
    counts = {shape[0] for leaf in leaves(batch) if (shape := _shape(leaf))}
    return counts.pop() if len(counts) == 1 else None


def kind(batch: Any) -> str:
    return f"{_structure(batch)}{[(_dtype(leaf), _shape(leaf)[1:]) for leaf in leaves(batch)]}"


def exact(batch: Any) -> str:
    return f"{_structure(batch)}{[(_dtype(leaf), _shape(leaf)) for leaf in leaves(batch)]}"


def extremes(batch: Any) -> tuple[float, float]:
    """Least and greatest label, where labels are small enough to be class numbers."""
    if not isinstance(batch, (tuple, list)) or len(batch) < 2:
        return 0.0, 0.0
    try:
        import numpy

        values = numpy.asarray(batch[1])
        if values.dtype.kind not in "iu" and not (
            values.dtype.kind == "f" and values.ndim <= 2 and values.size <= 4096
        ):
            return 0.0, 0.0
        low, high = float(values.min()), float(values.max())
        return (
            (low, high)
            if math.isfinite(low + high) and float(low).is_integer() and float(high).is_integer()
            else (0.0, 0.0)
        )
    except Exception:
        return 0.0, 0.0


def _structure(batch: Any) -> str:
    if isinstance(batch, dict):
        return "{" + ",".join(f"{k}:{_structure(v)}" for k, v in batch.items()) + "}"
    if isinstance(batch, (list, tuple)):
        inner = [_structure(v) for v in itertools.islice(batch, 64)]
        return type(batch).__name__ + "(" + ",".join(inner) + ")"
    return "*"


def _shape(leaf: Any) -> tuple[int, ...]:
    try:
        return tuple(int(n) for n in leaf.shape)
    except Exception:
        return ()


def _dtype(leaf: Any) -> str:
    dtype = getattr(leaf, "dtype", None)
    return getattr(dtype, "name", str(dtype)) if dtype is not None else type(leaf).__name__


def _is_integer(name: str) -> bool:
    return name.startswith(("int", "uint", "bool"))
