"""One call of a model's method on a small part of its data, such that a fault of the whole still shows."""

from __future__ import annotations

import contextlib
import inspect
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from .. import observe
from ..recorder import Call, Recorder
from . import arrays
from .feeds import Asked, Feed, prepare
from .probe import exact, length

SLOW = 0.25
"""Part of the time limit after which a fit is content with the steps that it has made."""
SAME_BATCHES = 8
"""Calls of train_on_batch with batches of one shape that are carried out; later ones get the last result."""


@dataclass
class Context:
    """What a call needs to know of where it is made."""

    keras: ModuleType
    legacy: bool
    bounded: bool
    original: Callable[..., Any]
    entry: Call | None
    recorder: Recorder
    streams: dict[str, Any] = field(default_factory=dict)
    """By argument: what the batches hold that it brings, where it is observed."""

    def looked_at(self, role: str, stream: Any, feed: Feed) -> None:
        if self.entry is not None and self.recorder.observe and feed.kept:
            with contextlib.suppress(Exception):  # what cannot be looked at is not known
                self.streams[role] = {"batches": observe.batches(feed.kept), "classes": observe.classes(stream)}


def fit(context: Context, bound: inspect.BoundArguments) -> Any:
    given = bound.arguments
    start, epochs = _number(given.get("initial_epoch"), 0), _number(given.get("epochs"), 1)
    train = prepare(_training(context, given, max(epochs - start, 0)))
    validation = _validation(context, given, max(epochs - start, 0))
    context.looked_at("x", given.get("x"), train)
    if validation is not None:
        context.looked_at("validation_data", given.get("validation_data"), validation)
    counter = Counter(SLOW * context.recorder.seconds if context.bounded else math.inf)
    entry = context.entry
    if entry is not None:
        entry.epochs = epochs
        entry.batches = counter.batches
    endless = train.endless or (validation.endless if validation else "")
    if endless and not context.bounded:
        _settle(entry, "endless", endless)
        return context.keras.callbacks.History()
    if context.bounded and epochs > start:
        _give(given, train, steps="steps_per_epoch", process=context.legacy)
        given["epochs"] = start + 1
        if validation is not None:
            given["validation_data"] = _packed(validation)
            if not isinstance(given.get("validation_steps"), float) or context.legacy:
                given["validation_steps"] = validation.steps
            given["validation_split"] = 0.0
            given["validation_freq"] = 1
    _add_callback(context, given, counter)
    counter.samples = counter.samples or train.samples
    model = given["self"] if "self" in given else next(iter(given.values()))
    result = context.original(*bound.args, **bound.kwargs)
    if entry is not None:
        starved = train.starved or (validation.starved if validation else "")
        if not context.bounded and not starved and not getattr(model, "stop_training", False):
            starved = counter.shortage(_number(given.get("steps_per_epoch"), 0), epochs - start)
        _settle(
            entry,
            "endless" if endless else "starved" if starved else "trained",
            endless or starved,
            counter.summary(result),
            *train.notes,
            *(validation.notes if validation else ()),
        )
    if context.bounded and epochs > start:
        _pad(result, start, epochs)
    if counter.cut:
        model.stop_training = False
    return result


def evaluate(context: Context, bound: inspect.BoundArguments) -> Any:
    given = bound.arguments
    feed = _single(context, given)
    result = context.original(*bound.args, **bound.kwargs)
    if context.entry is not None and context.entry.kind == "evaluate":
        losses = result.get("loss") if isinstance(result, dict) else result[0] if isinstance(result, list) else result
        _settle(context.entry, "trained", f"loss {_told(losses)}", *feed.notes)
        _settle_shortage(context.entry, feed)
    return result


def predict(context: Context, bound: inspect.BoundArguments) -> Any:
    given = bound.arguments
    feed = _single(context, given)
    result = context.original(*bound.args, **bound.kwargs)
    if context.entry is not None and context.entry.kind == "predict":
        shapes = ", ".join(str(tuple(leaf.shape)) for leaf in arrays.leaves(result) if hasattr(leaf, "shape"))
        _settle(context.entry, "trained", f"output {shapes}", *feed.notes)
        _settle_shortage(context.entry, feed)
    if context.bounded and feed.rows:
        result = arrays.stretched(result, feed.rows)
    return result


def train_on_batch(context: Context, bound: inspect.BoundArguments) -> Any:
    """Carried out until it has shown that it works, then answered from memory: loops of it are long."""
    given = bound.arguments
    entry = context.entry
    batch = tuple(given.get(name) for name in ("x", "y", "sample_weight"))
    memory: dict[str, Any] | None = None
    if entry is not None and entry.kind == "train_on_batch" and context.bounded:
        memory = entry.__dict__.setdefault("memory", {})
        times, last = memory.get(exact(batch), (0, None))
        if times >= SAME_BATCHES:
            return last
    result = context.original(*bound.args, **bound.kwargs)
    if entry is not None and entry.kind == "train_on_batch":
        if memory is not None:
            memory[exact(batch)] = (memory.get(exact(batch), (0, None))[0] + 1, result)
        entry.batches[:] = [sum(entry.batches) + 1]
        loss = result.get("loss") if isinstance(result, dict) else arrays.leaves(result)[0]
        first = entry.__dict__.setdefault("first_loss", loss)
        size = length(batch[:1])
        of = f" of {size} samples" if size else ""
        _settle(entry, "trained", f"{entry.batches[0]} steps{of}, loss {_told(first)} -> {_told(loss)}")
    return result


RUNS: dict[str, Callable[[Context, inspect.BoundArguments], Any]] = {
    "fit": fit,
    "evaluate": evaluate,
    "predict": predict,
    "train_on_batch": train_on_batch,
}


class Counter:
    """What a training really did, epoch by epoch; fed by a callback."""

    def __init__(self, patience: float) -> None:
        self.patience = patience
        self.batches: list[int] = []
        self.validations: list[int] = []
        self.cut = False
        self.losses: list[float] = []
        self.samples: int | None = None

    def callback(self, keras: ModuleType) -> Any:
        counter = self

        class Counting(keras.callbacks.Callback):  # type: ignore[name-defined,misc]
            def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
                counter.batches.append(0)

            def on_train_begin(self, logs: Any = None) -> None:
                self.started = time.monotonic()

            def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
                if time.monotonic() - self.started > counter.patience:
                    self.model.stop_training = True
                    counter.cut = True
                if counter.batches:
                    counter.batches[-1] = max(counter.batches[-1], batch + 1)
                if isinstance(logs, dict) and "loss" in logs and len(counter.losses) < 1000:
                    with contextlib.suppress(TypeError, ValueError):
                        counter.losses.append(float(logs["loss"]))

            def on_test_begin(self, logs: Any = None) -> None:
                counter.validations.append(0)

            def on_test_batch_end(self, batch: int, logs: Any = None) -> None:
                if counter.validations:
                    counter.validations[-1] += 1

        return Counting()

    def shortage(self, steps: int, epochs: int) -> str:
        """Epochs with fewer batches than asked for, or than the first had."""
        if self.batches:
            asked = steps or self.batches[0]
            if len(self.batches) < epochs or any(count < asked for count in self.batches):
                return f"batches in each epoch: {_listed(self.batches)}; {epochs} epochs of {asked} were asked for"
        if self.validations and min(self.validations) < self.validations[0]:
            return f"batches in each validation: {_listed(self.validations)}"
        return ""

    def summary(self, history: Any) -> str:
        steps = sum(self.batches)
        told = f"{steps} step" if steps == 1 else f"{steps} steps"
        if self.samples:
            told += f" of {self.samples} samples"
        losses = self.losses
        try:
            last = float(history.history["loss"][-1])
        except (AttributeError, KeyError, IndexError, TypeError, ValueError):
            last = losses[-1] if losses else math.nan
        if losses:
            told += f", loss {_told(losses[0])} -> {_told(last)}"
        if losses and not math.isfinite(last):
            told += ": the loss is not a number"
        return told


def _training(context: Context, given: dict[str, Any], epochs: int) -> Asked:
    """The training data, after the validation split has been taken off as Keras does it."""
    x, y, weights = given.get("x"), given.get("y"), given.get("sample_weight")
    split = given.get("validation_split")
    if context.bounded and split and given.get("validation_data") is None:
        count = arrays.samples(x, y, weights)
        try:
            at = math.floor(count * (1.0 - split)) if count else 0
        except TypeError:
            at = 0
        if count and 0 < at < count:
            held = tuple(arrays.cut(part, slice(at, count)) for part in (x, y, weights))
            given["validation_data"] = held if weights is not None else held[:2]
            given["validation_split"] = 0.0
            given["x"], given["y"], given["sample_weight"] = (
                arrays.cut(part, slice(0, at)) for part in (x, y, weights)
            )
            x, y, weights = given["x"], given["y"], given["sample_weight"]
    return Asked(
        x,
        y,
        weights,
        given.get("batch_size"),
        given.get("steps_per_epoch"),
        epochs,
        context.legacy,
        context.bounded,
    )


def _validation(context: Context, given: dict[str, Any], epochs: int) -> Feed | None:
    data = given.get("validation_data")
    if data is None:
        return None
    x, y, weights = data, None, None
    if isinstance(data, (tuple, list)) and len(data) in (2, 3):
        x, y, weights = (*data, None)[:3]
    elif isinstance(data, (tuple, list)):
        return None
    feed = prepare(
        Asked(
            x,
            y,
            weights,
            given.get("validation_batch_size") or given.get("batch_size"),
            given.get("validation_steps"),
            epochs,
            context.legacy,
            context.bounded,
            "validation ",
        )
    )
    if feed.starved and not hasattr(x, "__next__"):
        feed.notes.append(feed.starved)  # all of it is seen again and again, only not in the portions asked for
        feed.starved = ""
    return feed


def _packed(feed: Feed) -> Any:
    if feed.y is None and feed.weights is None:
        return feed.x
    return (feed.x, feed.y) if feed.weights is None else (feed.x, feed.y, feed.weights)


def _single(context: Context, given: dict[str, Any]) -> Feed:
    """The data of evaluate or predict, bounded in place."""
    asked = Asked(
        given.get("x"),
        given.get("y"),
        given.get("sample_weight"),
        given.get("batch_size"),
        given.get("steps"),
        1,
        context.legacy,
        context.bounded,
    )
    feed = prepare(asked)
    context.looked_at("x", asked.x, feed)
    if context.bounded and asked.x is not None:
        _give(given, feed, steps="steps", process=context.legacy)
    return feed


def _give(given: dict[str, Any], feed: Feed, steps: str, process: bool) -> None:
    """Put what a feed says into the arguments of a call; what was not given and need not be stays away."""
    values = {"x": feed.x, "y": feed.y, "sample_weight": feed.weights, "batch_size": feed.batch, steps: feed.steps}
    if isinstance(given.get(steps), float) and not process:
        values.pop(steps)  # Keras 3 refuses it, and is to be seen to
    for name, value in values.items():
        if value is not None or name in given:
            given[name] = value
    if feed.shuffle is not None and steps == "steps_per_epoch":
        given["shuffle"] = feed.shuffle
    if feed.one_process and process:
        given["workers"], given["use_multiprocessing"] = 1, False


def _add_callback(context: Context, given: dict[str, Any], counter: Counter) -> None:
    callback = counter.callback(context.keras)
    callbacks: Any = given.get("callbacks")
    size = length((given.get("x"),)) if hasattr(given.get("x"), "shape") else None
    batch = _number(given.get("batch_size"), 32)
    counter.samples = min(size, batch) if size else None
    if hasattr(callbacks, "append") and not isinstance(callbacks, list):
        callbacks.append(callback)
    elif isinstance(callbacks, (list, tuple)):
        given["callbacks"] = [*callbacks, callback]
    else:
        given["callbacks"] = [callback] if callbacks is None else [callbacks, callback]


def _pad(history: Any, start: int, epochs: int) -> None:
    """As many entries as epochs were asked for: the script may plot them."""
    try:
        for values in history.history.values():
            if values:
                values.extend([values[-1]] * (epochs - start - len(values)))
        history.epoch = list(range(start, epochs))
    except AttributeError:
        pass


def _settle(entry: Call | None, outcome: str, *details: str) -> None:
    if entry is not None:
        entry.outcome = outcome
        entry.detail = "; ".join(d for d in details if d)


def _settle_shortage(entry: Call, feed: Feed) -> None:
    if feed.endless or feed.starved:
        _settle(entry, "endless" if feed.endless else "starved", feed.endless or feed.starved, entry.detail)


def _listed(counts: list[int]) -> str:
    return ", ".join(map(str, counts[:12])) + (" ..." if len(counts) > 12 else "")


def _number(value: Any, default: int) -> int:
    return value if isinstance(value, int) else default


def _told(loss: Any) -> str:
    try:
        return f"{float(loss):.4g}"
    except (TypeError, ValueError):
        return "?"
