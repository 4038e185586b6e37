"""Lays the hooks over the methods of Keras's models, whichever Keras it is."""

from __future__ import annotations

import contextlib
import functools
import inspect
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from .. import observe
from ..recorder import Call, Recorder
from ..versions import described
from . import bounded as bounds

METHODS = ("fit", "evaluate", "predict", "train_on_batch")

Method = Callable[..., Any]


def install(keras: ModuleType, recorder: Recorder, bounded: bool) -> None:
    """Once for each Keras that is imported."""
    model = keras.Model
    hooks = Hooks(keras, recorder, bounded)
    for name in METHODS:
        owner = next((c for c in model.__mro__ if name in c.__dict__), None)
        if owner is not None:
            setattr(owner, name, hooks.over_own(name, owner.__dict__[name]))
    _watch_subclasses(model, hooks)
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is not None:
        from .feeds import remember_generators

        with contextlib.suppress(AttributeError, StopIteration):
            remember_generators(tensorflow)


class Hooks:
    """Wraps methods of one Keras."""

    def __init__(self, keras: ModuleType, recorder: Recorder, bounded: bool) -> None:
        self.keras = keras
        self.name = keras.__name__
        self.recorder = recorder
        self.bounded = bounded
        self.state = recorder.threads
        self.told = False
        self.legacy = self.name == "tf_keras" or getattr(keras, "__version__", "3").startswith("2.")

    def over_own(self, name: str, original: Method) -> Method:
        """Keras's own method: recorded unless a recorded call is under way, and bounded in any case."""
        run = bounds.RUNS[name]
        signature = inspect.signature(original)

        @functools.wraps(original)
        def method(model: Any, *arguments: Any, **named: Any) -> Any:
            if self.state.within_keras and named.get("_use_cached_eval_dataset"):
                return original(model, *arguments, **named)
            try:
                bound = signature.bind(model, *arguments, **named)
            except TypeError:
                bound = None

            def call(entry: Call | None) -> Any:
                if entry is not None and self.recorder.observe:
                    self._tell_model(entry, model, "before")
                if bound is None:
                    return original(model, *arguments, **named)
                context = bounds.Context(self.keras, self.legacy, self.bounded, original, entry, self.recorder)
                try:
                    return run(context, bound)
                finally:
                    if entry is not None and self.recorder.observe:
                        # Now built, if it was to be built on its data.
                        self._tell_model(entry, model, "after", context.streams)

            return self._recorded(name, call, self.state.within_keras == 0)

        return method

    def over_override(self, name: str, override: Method) -> Method:
        """A method of the user's own class in the place of Keras's."""

        @functools.wraps(override)
        def method(model: Any, *arguments: Any, **named: Any) -> Any:
            return self._recorded(name, lambda entry: override(model, *arguments, **named), False)

        return method

    def _recorded(self, name: str, call: Callable[[Call | None], Any], own: bool) -> Any:
        state, recorder = self.state, self.recorder
        outer = state.call
        entry = recorder.begin(name) if outer is None else None
        reported = entry if entry is not None else outer if own else None
        if entry is not None:
            state.call = entry
            self._tell_version()
        state.within_keras += own
        try:
            result = call(reported)
        except Exception as error:
            if entry is not None:
                recorder.failed(entry, error)
            raise
        finally:
            state.within_keras -= own
            if entry is not None:
                state.call = None
        if entry is not None:
            recorder.done(entry)
        return result

    def _tell_model(self, entry: Call, model: Any, when: str, streams: dict[str, Any] | None = None) -> None:
        with contextlib.suppress(Exception):  # a model that cannot be looked at is not known
            told = observe.model(model) | {"path": entry.path, "line": entry.line, "kind": entry.kind, "when": when}
            self.recorder.send("model", told | {"streams": streams or {}})

    def _tell_version(self) -> None:
        if not self.told:
            self.told = True
            self.recorder.send("keras", described(self.name))


def _watch_subclasses(model: Any, hooks: Hooks) -> None:
    """Wrap what a user's own class overrides, when it is made."""
    earlier = model.__dict__.get("__init_subclass__")

    def watch(cls: Any, /, **named: Any) -> None:
        if earlier is not None:
            earlier.__func__(cls, **named)
        else:
            super(model, cls).__init_subclass__(**named)
        if cls.__module__.partition(".")[0] not in ("keras", "tf_keras", "tensorflow"):
            for name in METHODS:
                override = cls.__dict__.get(name)
                if inspect.isfunction(override):
                    setattr(cls, name, hooks.over_override(name, override))

    model.__init_subclass__ = classmethod(watch)
