"""Labels and the output that they meet in a loss: what the rules of this family ask of the facts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods._support import feeds
from fixer.facts.facts import CompileFact, Facts, Feed, ModelCall, ModelFact
from fixer.facts.values import Array, Dim, Shape

CATEGORICAL = "categorical_crossentropy"
SPARSE = "sparse_categorical_crossentropy"
BINARY = "binary_crossentropy"
REGRESSION = frozenset(
    """mean_squared_error mean_absolute_error mean_absolute_percentage_error mean_squared_logarithmic_error huber
    log_cosh""".split()
)
_CASTS = frozenset("astype cast float32 zeros ones full choice where".split())
_WRITTEN = frozenset("array asarray constant".split())
_WITH_LABELS = frozenset("fit evaluate train_on_batch test_on_batch fit_generator evaluate_generator".split())


@dataclass(frozen=True, slots=True)
class Lesson:
    """Labels that meet the one output of a model in a built-in loss."""

    call: ModelCall
    feed: Feed
    model: ModelFact
    compiled: CompileFact
    labels: Array
    shape: Shape
    """Of the labels, with the batch axis."""
    output: Shape

    @property
    def loss(self) -> str:
        return self.compiled.loss

    @property
    def units(self) -> int | None:
        """Size of the output's last axis."""
        last = self.output[-1]
        return last if isinstance(last, int) else None

    @property
    def width(self) -> int | None:
        """Size of the labels' last axis, where it stands against the output's."""
        last = self.shape[-1] if self.is_rows else None
        return last if isinstance(last, int) else None

    @property
    def is_ids(self) -> bool:
        """Whether there is one label where the output has a row of units: (n,) or (n, 1) against (n, k)."""
        before = self.output[:-1]
        if len(self.shape) == len(before):
            return _alike(self.shape, before)
        return len(self.shape) == len(self.output) and self.shape[-1] == 1 and _alike(self.shape[:-1], before)

    @property
    def is_rows(self) -> bool:
        """Whether there is a row of numbers where the output has one: (n, m) against (n, k), m more than 1."""
        if len(self.shape) != len(self.output) or not _alike(self.shape[:-1], self.output[:-1]):
            return False
        last = self.shape[-1]
        return (isinstance(last, int) and last > 1) or (last is None and self.labels.one_hot)

    @property
    def whole(self) -> bool:
        """Whether the labels are surely whole numbers."""
        return bool(self.labels.dtypes) and all(
            d == "bool" or d.startswith(("int", "uint")) for d in self.labels.dtypes
        )

    @property
    def counted(self) -> bool:
        """Whether the bounds are those of labels: whole numbers, as such or cast, or values that are written out."""
        made = [self.labels.origin, *self.labels.steps]
        return self.whole or any(isinstance(n, ast.Call) and _is_counted(n) for n in made)

    @property
    def low(self) -> int | None:
        return _as_int(self.labels.lo) if self.counted else None

    @property
    def high(self) -> int | None:
        """The greatest label. A bound of 255 is that of bytes, not of classes."""
        return _as_int(self.labels.hi) if self.counted and self.labels.hi != 255 else None

    @property
    def site(self) -> ast.AST:
        """The expression that states the loss: what every use of it shares."""
        argument = self.compiled.args["loss"]
        return getattr(argument.value, "at", None) or argument.node


def lessons(facts: Facts) -> list[Lesson]:
    """Every known pair of labels and output: training, validation and test data alike."""
    return list(_lessons(facts))


def _lessons(facts: Facts) -> Iterator[Lesson]:
    for call, feed in feeds(facts):
        model, compiled = call.model, call.model.compiled
        if call.kind not in _WITH_LABELS or compiled is None or not compiled.loss or "loss" not in compiled.args:
            continue
        if model.trains_itself or model.errors or model.output is None or len(model.output) < 2:
            continue
        labels = feed.y
        if not isinstance(labels, Array) or not labels.shape or _is_text(labels) or _unbatched(feed, model):
            continue
        if feed.batches is not None and feed.batches.options:
            continue  # a directory iterator's labels are a rule's of their own
        yield Lesson(call, feed, model, compiled, labels, labels.shape, model.output)


def _unbatched(feed: Feed, model: ModelFact) -> bool:
    """Whether a stream gives single samples where the model takes batches."""
    if feed.batches is None or model.input is None:
        return False
    return isinstance(feed.x, Array) and feed.x.rank is not None and feed.x.rank < len(model.input)


def _is_text(labels: Array) -> bool:
    return any(d in ("string", "object") or d.startswith("complex") for d in labels.dtypes)


def _alike(labels: Shape, output: Shape) -> bool:
    """Whether the axes of labels and output may be the same, the batch axis left aside."""
    return len(labels) == len(output) and all(map(_same_size, labels[1:], output[1:]))


def _same_size(label: Dim, output: Dim) -> bool:
    if isinstance(label, int) and isinstance(output, int):
        return label == output
    return label != 1


def _is_counted(call: ast.Call) -> bool:
    """Whether a call gives whole numbers as floats, or those of a list that stands there."""
    name = _last_name(call.func)
    literal = bool(call.args) and isinstance(call.args[0], (ast.List, ast.Tuple))
    return name in _CASTS or (name in _WRITTEN and literal)


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _as_int(bound: float | None) -> int | None:
    return int(bound) if bound is not None and bound == int(bound) else None


def firsts(found: list[Lesson]) -> Iterator[tuple[Lesson, list[Lesson]]]:
    """For each loss as it is written: the first lesson that uses it, and all of them."""
    groups: dict[int, list[Lesson]] = {}
    for lesson in found:
        groups.setdefault(id(lesson.site), []).append(lesson)
    for group in groups.values():
        yield group[0], group


def shape_text(shape: Shape) -> str:
    """A shape as NumPy prints it, with `n` for a batch of any size."""
    parts = ["n" if i == 0 and d is None else "?" if d is None else str(d) for i, d in enumerate(shape)]
    return f"({parts[0]},)" if len(parts) == 1 else f"({', '.join(parts)})"
