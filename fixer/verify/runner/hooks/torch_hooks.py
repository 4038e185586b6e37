"""PyTorch's training loops: they have no `fit`, so what counts is that the optimizer steps.

A loop is let go for a few steps of each optimizer; then the script is ended, well.
What fails on the way there (a module, a loss, the backward pass) is the loop's failure,
also where the script catches it.
"""

from __future__ import annotations

import functools
import importlib
import math
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

from ..recorder import Call, Recorder

STEPS = 3
"""Steps of each optimizer after which a loop has shown that it works."""

LOSSES = (
    "binary_cross_entropy", "binary_cross_entropy_with_logits", "cross_entropy", "ctc_loss", "huber_loss", "kl_div",
    "l1_loss", "mse_loss", "nll_loss", "smooth_l1_loss",
)  # fmt: skip


def install(torch: ModuleType, recorder: Recorder, bounded: bool) -> None:
    loop = Loop(recorder, bounded)
    module = torch.nn.Module
    module.__call__ = loop.guarded(module.__call__)
    torch.Tensor.backward = loop.with_loss(torch.Tensor.backward)
    for name in LOSSES:
        function = getattr(torch.nn.functional, name, None)
        if function is not None:
            setattr(torch.nn.functional, name, loop.guarded(function))
    optimizers = importlib.import_module("torch.optim.optimizer")
    register = getattr(optimizers, "register_optimizer_step_post_hook", None)
    if register is not None:
        register(loop.stepped)
    recorder.at_end.append(loop.close)


class Loop:
    """What is known of the training loop that is running."""

    def __init__(self, recorder: Recorder, bounded: bool) -> None:
        self.recorder = recorder
        self.bounded = bounded
        self.call: Call | None = None
        self.losses: list[float] = []
        self.steps: dict[int, int] = {}
        self.inside = threading.local()
        self.keras_classes: dict[type, bool] = {}

    def guarded(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Part of a loop, if it is called from the user's code and not from within another part."""

        @functools.wraps(function)
        def part(*arguments: Any, **named: Any) -> Any:
            if getattr(self.inside, "part", False) or self._of_keras(arguments):
                return function(*arguments, **named)
            self._begin()
            self.inside.part = True
            try:
                return function(*arguments, **named)
            except Exception as error:
                self._fail(error)
                raise
            finally:
                self.inside.part = False

        return part

    def with_loss(self, backward: Callable[..., Any]) -> Callable[..., Any]:
        guarded = self.guarded(backward)

        @functools.wraps(backward)
        def noted(tensor: Any, *arguments: Any, **named: Any) -> Any:
            if tensor.numel() == 1 and not self._of_keras(()):
                self.losses.append(float(tensor.detach()))
            return guarded(tensor, *arguments, **named)

        return noted

    def stepped(self, optimizer: Any, arguments: Any, named: Any) -> None:
        if self._of_keras(()):
            return
        self._begin()
        self.steps[id(optimizer)] = self.steps.get(id(optimizer), 0) + 1
        if self.bounded and sum(self.steps.values()) >= STEPS * len(self.steps):
            call = self._done("loop")
            self.recorder.enough(call, "the loop was stopped here")

    def close(self, error: BaseException | None) -> None:
        """The script is over; what it ended with, if anything, is the loop's own failure."""
        if self.call is None:
            return
        if isinstance(error, Exception):
            self._fail(error)
        elif self.steps:
            self._done("loop")
        else:
            self._done("predict")

    def _begin(self) -> None:
        if self.call is None:
            self.call = self.recorder.begin("loop")

    def _fail(self, error: Exception) -> None:
        if self.call is not None:
            self.recorder.failed(self.call, error)
            self.call = None

    def _done(self, kind: str) -> Call:
        call = self.call
        assert call is not None
        call.kind = kind
        steps = sum(self.steps.values())
        call.batches[:] = [steps] if steps else []
        told = f"{steps} steps" if steps else "forward passes only"
        if self.losses:
            told += f", loss {self.losses[0]:.4g} -> {self.losses[-1]:.4g}"
            if not math.isfinite(self.losses[-1]):
                told += ": the loss is not a number"
        call.detail = told
        self.recorder.done(call)
        self.call = None
        return call

    def _of_keras(self, arguments: tuple[Any, ...]) -> bool:
        """Whether this is Keras with PyTorch beneath it, whose calls are recorded as its own."""
        if getattr(self.recorder.threads, "within_keras", 0):
            return True
        if not arguments:
            return False
        kind = type(arguments[0])
        if kind not in self.keras_classes:
            self.keras_classes[kind] = any(c.__module__.partition(".")[0] == "keras" for c in kind.__mro__)
        return self.keras_classes[kind]
