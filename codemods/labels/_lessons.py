"""Labels and the output that they meet in a loss: what the rules of this family ask of the facts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from codemods._support import feeds
from codemods.shapes._order import labels_turned
from fixer.facts.facts import Argument, CompileFact, Facts, Feed, ModelCall, ModelFact
from fixer.facts.knowledge.models import loss_of
from fixer.facts.values import UNKNOWN, AnyValue, Array, Const, Dim, PyDict, Shape, const, elements

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
    index: int = 0
    """Which of the model's outputs it is; `model` and `compiled` tell of this one alone."""

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
        if call.kind not in _WITH_LABELS or call.model.trains_itself or call.model.errors:
            continue
        if _unbatched(feed, call.model):
            continue
        for index, model, part in outputs(call.model, feed):
            compiled, labels = model.compiled, part.y
            if compiled is None or not compiled.loss or "loss" not in compiled.args:
                continue
            if model.output is None or len(model.output) < 2:
                continue
            if not isinstance(labels, Array) or not labels.shape or _is_text(labels) or labels_turned(part, model):
                continue
            lesson = Lesson(call, part, model, compiled, labels, labels.shape, model.output, index)
            if not _is_loaders(lesson):
                yield lesson


def _is_loaders(lesson: Lesson) -> bool:
    """Whether the labels are of the wrong kind as an iterator over folders makes them: a rule of its own."""
    batches, made = lesson.feed.batches, lesson.labels.origin
    if batches is None or not batches.options:
        return False
    if isinstance(made, ast.Call) and any(keyword.arg is None for keyword in made.keywords):
        return False  # its arguments do not stand there
    if batches.classes is None:
        return True
    if lesson.loss == CATEGORICAL:
        return not lesson.labels.one_hot
    if lesson.loss == SPARSE:
        return lesson.labels.one_hot
    return lesson.loss != BINARY or batches.classes <= 2


def outputs(model: ModelFact, feed: Feed) -> Iterator[tuple[int, ModelFact, Feed]]:
    """Each output of a model as a model of its own, with the labels that go with it."""
    compiled = model.compiled
    if len(model.outputs) == 1:
        yield 0, model, feed
        return
    loss = compiled.args.get("loss") if compiled is not None else None
    if compiled is None or loss is None or len(model.heads) != len(model.outputs) or not _plain_metrics(compiled):
        return
    names = [head.name for head in model.heads]
    losses = _of_each(loss.node, loss.value, names)
    if not any(losses) and loss_of(loss.value)[0]:
        losses = [(loss.node, loss.value)] * len(names)  # the same for all of them
    labels = _of_each(feed.y_node, feed.y, names)
    for index, (head, own, ys) in enumerate(zip(model.heads, losses, labels)):
        if own is None or ys is None or not head.complete:
            continue
        name, logits = loss_of(own[1])
        args = {"loss": Argument(own[0] or loss.node, own[1])}
        alone = replace(compiled, args=args, loss=name, loss_node=own[0], from_logits=logits, metrics=())
        part = replace(
            model,
            outputs=(model.outputs[index],),
            layers=head.layers,
            complete=True,
            ends=True,
            compiled=alone,
            heads=(),
        )
        yield index, part, replace(feed, y=ys[1], y_node=ys[0])


_Part = tuple["ast.expr | None", AnyValue]


def _of_each(node: ast.expr | None, value: AnyValue | None, names: list[str | None]) -> list[_Part | None]:
    """What a dict or a list holds for each of several outputs, with the expressions if they are written out."""
    written = getattr(value, "at", None)
    if isinstance(value, PyDict) and value.items is not None:
        keys = list(value.items)
        nodes = written.values if isinstance(written, ast.Dict) and len(written.values) == len(keys) else ()
        found = dict(zip(keys, nodes))
        return [(found.get(n), value.items[n]) if n is not None and n in value.items else None for n in names]
    items = elements(value)
    if items is None or len(items) != len(names):
        return [None] * len(names)
    spot = node if isinstance(node, (ast.List, ast.Tuple)) else written
    parts = spot.elts if isinstance(spot, (ast.List, ast.Tuple)) and len(spot.elts) == len(items) else ()
    each: list[ast.expr | None] = list(parts) or [None] * len(items)
    return list(zip(each, items))


def _plain_metrics(compiled: CompileFact) -> bool:
    """Whether the metrics go with labels of any kind, as the word `accuracy` does."""
    given = compiled.args.get("metrics")
    if given is None:
        return True
    values = [given.value]
    for _ in range(2):
        values = [inner for value in values for inner in _inside(value)]
    return all(const(value) in ("accuracy", "acc", "mse", "mae", None) and isinstance(value, Const) for value in values)


def _inside(value: AnyValue) -> list[AnyValue]:
    if isinstance(value, PyDict):
        return list(value.items.values()) if value.items is not None else [UNKNOWN]
    items = elements(value)
    return [value] if items is None else items


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
