"""What is handed to fit, evaluate or predict: how much of it to train on, and whether it can feed all that is asked."""

from __future__ import annotations

import contextlib
import math
import types
from dataclasses import dataclass, field
from typing import Any

from . import arrays
from .endless import function_never_ends, never_ends
from .probe import STEPS, Probe, exact, length


@dataclass
class Asked:
    """The part of a call that concerns one stream of data."""

    x: Any
    y: Any = None
    weights: Any = None
    batch: int | None = None
    steps: int | None = None
    epochs: int = 1
    legacy: bool = False
    bounded: bool = True
    role: str = ""
    """`validation ` before the name of a stream that is not the main one."""


@dataclass
class Feed:
    """What is to be handed on instead, and what was learnt of it."""

    x: Any
    y: Any = None
    weights: Any = None
    steps: int | None = None
    batch: int | None = None
    starved: str = ""
    endless: str = ""
    notes: list[str] = field(default_factory=list)
    rows: int | None = None
    """Rows that a prediction on the whole would have, where it was cut."""
    shuffle: bool | None = None
    """False where the order of batches must stay for their faults to show."""
    one_process: bool = False
    samples: int | None = None
    """Samples in the first batch."""
    kept: list[Any] = field(default_factory=list)
    """The batches of a stream that were looked at."""


def prepare(asked: Asked) -> Feed:
    """By kind of data; what is of no known kind is left to Keras as it is."""
    same = Feed(asked.x, asked.y, asked.weights, asked.steps, asked.batch)
    x = asked.x
    if isinstance(x, types.GeneratorType):
        return _generator(asked, same)
    if is_dataset(x):
        return _dataset(asked, same)
    if is_sequence(x):
        return _sequence(asked, same)
    if is_loader(x):
        return _loader(asked, same)
    if asked.legacy and hasattr(x, "__next__"):
        return _generator(asked, same)
    return _arrays(asked, same)


def is_dataset(x: Any) -> bool:
    return any(c.__name__ == "DatasetV2" and c.__module__.startswith("tensorflow.") for c in type(x).__mro__)


def is_sequence(x: Any) -> bool:
    return any(
        c.__name__ in ("PyDataset", "Sequence") and c.__module__.partition(".")[0] in ("keras", "tf_keras")
        for c in type(x).__mro__
    )


def is_loader(x: Any) -> bool:
    return any(c.__name__ == "DataLoader" and c.__module__.startswith("torch.") for c in type(x).__mro__)


def _arrays(asked: Asked, feed: Feed) -> Feed:
    count = arrays.samples(asked.x, asked.y, asked.weights)
    batch = asked.batch if isinstance(asked.batch, int) and asked.batch > 0 else 32
    if count is not None and asked.steps is not None and asked.epochs > 0:
        if asked.legacy and asked.batch is None:
            batch = math.ceil(count / asked.steps)  # so that the steps come out even, as Keras 2 has it
        elif asked.steps > math.ceil(count / batch) or not asked.legacy:
            feed.starved = _of_known(math.ceil(count / batch), asked, "the data has")
    if not asked.bounded:
        return feed
    if count is None:
        if asked.steps is None and isinstance(asked.x, (list, tuple, dict)) is False and hasattr(asked.x, "shape"):
            feed.steps, feed.batch = STEPS, batch
        return feed
    if count > (STEPS + 1) * batch:
        rows = arrays.chosen(count, batch, STEPS, asked.x, asked.y, asked.weights)
        feed.x, feed.y, feed.weights = (arrays.cut(part, rows) for part in (asked.x, asked.y, asked.weights))
        feed.rows = count
        if asked.steps is not None:
            feed.steps = min(asked.steps, STEPS)
        if not asked.legacy or asked.steps is not None:
            feed.batch = batch
    elif asked.steps is not None:
        feed.steps, feed.batch = min(asked.steps, math.ceil(count / batch)), batch
    return feed


def _generator(asked: Asked, feed: Feed) -> Feed:
    name = f"the {asked.role}generator"
    endless = never_ends(asked.x)
    if endless and asked.steps is None:
        feed.endless = f"{name} never ends and no steps are given"
    if not asked.bounded:
        return feed
    probe = Probe(asked.x)
    need = asked.steps * asked.epochs if asked.steps is not None else math.inf
    if not endless:
        probe.count(need)
        _judge_generator(asked, feed, probe, name)
    note = probe.note()
    if note and not asked.legacy:
        feed.notes.append(note)
    if endless or not probe.short_last():
        feed.x = probe.chain()
        feed.steps = min(asked.steps or probe.steps(), max(probe.steps(), 1))
    else:
        feed.x = probe.chosen()
        feed.steps = None
    if probe.error is not None:
        feed.steps = asked.steps
    feed.rows = _rows(probe, asked)
    feed.samples = length(probe.kept[0]) if probe.kept else None
    feed.kept = probe.kept
    feed.one_process = True
    return feed


def _judge_generator(asked: Asked, feed: Feed, probe: Probe, name: str) -> None:
    if probe.error is not None or probe.drawn == 0:
        return  # Keras will say it itself
    if asked.steps is not None:
        need = asked.steps * asked.epochs
        if probe.complete and probe.drawn < need:
            feed.starved = f"{name} yields {_batches(probe.drawn)} in all; {_epochs(asked)} need {need}"
        elif not probe.ended and probe.drawn < need:
            feed.notes.append(f"{name} gave {probe.drawn} batches in the time for counting; {need} are asked for")
    elif probe.complete and asked.epochs > 1:
        feed.starved = (
            f"{name} yields {_batches(probe.drawn)} in all, enough for one epoch of the {asked.epochs} asked for"
        )
    elif not probe.ended:
        feed.notes.append(f"{name} gave {probe.drawn} batches with no end in sight")


def _sequence(asked: Asked, feed: Feed) -> Feed:
    try:
        size = len(asked.x)
    except Exception:
        size = getattr(asked.x, "num_batches", None) or 0
    if size and asked.steps is not None:
        feed.starved = _of_known(size, asked, f"the {asked.role}sequence has", restarts=asked.legacy)
    if not asked.bounded or not size:
        if not size and asked.bounded and asked.steps is None:
            feed.steps = STEPS
        return feed
    probe = Probe(asked.x[i] for i in range(size))
    note = probe.note()
    if note and not asked.legacy:
        feed.notes.append(note)
    feed.shuffle = False
    feed.one_process = True
    feed.samples = length(probe.kept[0]) if probe.kept else None
    feed.kept = probe.kept
    steps = probe.steps()
    if size > steps:
        feed.steps = min(asked.steps or steps, steps)
        last = _last_of(asked.x, size)
        if last is not None and not probe.ended:
            if exact(last) not in set(map(exact, probe.kept[:steps])):
                feed.x = _chosen_of(asked.x, [*range(steps), size - 1])
                feed.steps = None
            first = length(probe.kept[0]) or 0
            feed.rows = first * asked.steps if asked.steps else first * (size - 1) + (length(last) or 0)
    return feed


def _last_of(sequence: Any, size: int) -> Any:
    try:
        return sequence[size - 1]
    except Exception:
        return None


def _chosen_of(sequence: Any, indices: list[int]) -> Any:
    """A sequence of Keras's own kind with only some of the batches."""
    base: Any = next(
        c
        for c in reversed(type(sequence).__mro__)
        if c.__name__ in ("PyDataset", "Sequence") and c.__module__.partition(".")[0] in ("keras", "tf_keras")
    )

    def batch(self: Any, index: int) -> Any:
        return sequence[indices[index]]

    methods = {
        "__init__": lambda self: base.__init__(self),
        "__len__": lambda self: len(indices),
        "__getitem__": batch,
        "on_epoch_end": lambda self: getattr(sequence, "on_epoch_end", lambda: None)(),
    }
    return type(type(sequence).__name__, (base,), methods)()


def _loader(asked: Asked, feed: Feed) -> Feed:
    try:
        size = len(asked.x)
    except Exception:
        size = 0
    if size and asked.steps is not None:
        feed.starved = _of_known(size, asked, f"the {asked.role}loader has")
    if asked.bounded:
        feed.steps = min(asked.steps or STEPS, STEPS, size or STEPS)
        feed.rows = len(getattr(asked.x, "dataset", ())) or None
    return feed


def _dataset(asked: Asked, feed: Feed) -> Feed:
    name = f"the {asked.role}dataset"
    cardinality = int(asked.x.cardinality())
    known = cardinality >= 0
    endless = cardinality == -1 or (not known and _made_endless(asked.x))
    if endless and asked.steps is None:
        feed.endless = f"{name} never ends and no steps are given"
    if known and asked.steps is not None:
        feed.starved = _of_known(cardinality, asked, f"{name} has")
    if not asked.bounded:
        return feed
    probe = Probe(iter(asked.x))
    if not endless:
        probe.count(asked.steps * asked.epochs if asked.steps else math.inf)
        need = (asked.steps or 0) * asked.epochs
        if not known and probe.complete and 0 < probe.drawn < need:
            feed.starved = f"{name} yields {_batches(probe.drawn)} in all; {_epochs(asked)} need {need}"
    steps = max(probe.steps(), 1)
    if probe.error is not None:
        feed.steps = asked.steps
    elif probe.complete and probe.drawn <= steps:
        feed.steps = asked.steps if asked.steps is None else min(asked.steps, steps)
    elif probe.short_last() and not endless:
        feed.x = _with_last(asked.x, steps, probe.last)
        feed.steps = None
    else:
        feed.steps = min(asked.steps or steps, steps)
    feed.rows = _rows(probe, asked)
    feed.samples = length(probe.kept[0]) if probe.kept else None
    feed.kept = probe.kept
    return feed


def _with_last(dataset: Any, steps: int, last: Any) -> Any:
    import tensorflow

    try:
        ending = tensorflow.data.Dataset.from_tensors(last)
        return dataset.take(steps).concatenate(ending)
    except Exception:
        return dataset.take(steps)


def _made_endless(dataset: Any) -> bool:
    """Whether it comes, by one-to-one steps, from a generator function that never ends."""
    for _ in range(50):
        if "Take" in type(dataset).__name__:
            return False
        function = getattr(dataset, MADE_FROM, None)
        if function is not None:
            return function_never_ends(function)
        inputs = dataset._inputs()
        if len(inputs) != 1:
            return False
        dataset = inputs[0]
    return False


MADE_FROM = "_fixer_made_from"


def remember_generators(tensorflow: Any) -> None:
    """Have each dataset made by `from_generator` know its function."""
    owner = tensorflow.data.Dataset
    made = owner.__dict__.get("from_generator") or next(
        c.__dict__["from_generator"] for c in owner.__mro__ if "from_generator" in c.__dict__
    )
    original = made.__func__

    def from_generator(generator: Any, *arguments: Any, **named: Any) -> Any:
        dataset = original(generator, *arguments, **named)
        with contextlib.suppress(Exception):
            setattr(dataset, MADE_FROM, generator)
        return dataset

    from_generator.__doc__ = original.__doc__
    owner.from_generator = staticmethod(from_generator)


def _of_known(size: int, asked: Asked, subject: str, restarts: bool = False) -> str:
    """What is short, where Keras knows the number of batches; `restarts`: it begins anew each epoch."""
    assert asked.steps is not None
    if asked.steps > size:
        return f"{subject} {_batches(size)}; an epoch is to have {asked.steps}"
    if restarts or asked.steps == size or asked.steps * asked.epochs <= size:
        return ""
    if not asked.legacy and size % asked.steps == 0:
        return ""
    return f"{subject} {_batches(size)} in all; {_epochs(asked)} need {asked.steps * asked.epochs}"


def _rows(probe: Probe, asked: Asked) -> int | None:
    """How many rows a prediction on all that is asked for would have."""
    if probe.complete or probe.drawn == asked.steps:
        return probe.rows
    first = length(probe.kept[0]) if probe.kept else None
    return first * asked.steps if first and asked.steps else None


def _batches(count: int) -> str:
    return f"{count} batch" if count == 1 else f"{count} batches"


def _epochs(asked: Asked) -> str:
    epochs = "1 epoch" if asked.epochs == 1 else f"{asked.epochs} epochs"
    return f"{epochs} of {asked.steps} steps"
