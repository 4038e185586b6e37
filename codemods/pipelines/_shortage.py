"""Whether a stream of batches can feed all that a call of fit asks of it, as Keras 3 and Keras 2 draw from it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from codemods.pipelines._passes import same_steps
from codemods.pipelines._uses import Use
from fixer.facts.facts import Facts, ModelCall
from fixer.facts.values import const


@dataclass(frozen=True, slots=True)
class Shortage:
    """What is missing, in a line."""

    message: str
    one_pass_feeds_an_epoch: bool = True
    holds_all_epochs: bool = False
    """Only where an epoch ends is not said."""


def shortage(facts: Facts, use: Use) -> Shortage | None:
    """None where the data suffices, and where that cannot be told."""
    epochs = _epochs(use.call)
    if epochs is None or epochs < 1 or use.call.spread:
        return None
    kind, length = use.batches.kind, use.batches.length
    if length == math.inf or use.batches.finite is not True:
        return None
    steps = _steps(use)
    if kind == "generator" or (kind == "iterator" and facts.target == 2):
        return _of_generator(facts, use, epochs, steps)
    if kind in ("dataset", "sequence") and steps is not None and length is not None and not use.validation:
        return _of_restarting(facts, use, int(length), epochs, steps)
    return None


def _epochs(call: ModelCall) -> int | None:
    """Epochs that this call runs; None where that is not known."""
    if not call.kind.startswith("fit"):
        return 1
    found = [call.const(name, default if name not in call.args else None) for name, default in _EPOCHS]
    last, first = found
    return last - first if isinstance(last, int) and isinstance(first, int) else None


_EPOCHS = (("epochs", 1), ("initial_epoch", 0))


def _steps(use: Use) -> int | None:
    value = use.call.args.get(use.steps_name)
    found = None if value is None else const(value.value)
    return int(found) if isinstance(found, (int, float)) and found > 0 else None


def _of_generator(facts: Facts, use: Use, epochs: int, steps: int | None) -> Shortage | None:
    length, what = use.batches.length, "validation generator" if use.validation else "generator"
    held = "is gone through once" if length is None else f"holds {_batches(int(length))}"
    if use.steps_given:
        if steps is None or length is None:
            if epochs > 1 and same_steps(facts, use.batches, use.call, use.steps_name):
                return Shortage(f"the {what} {held}, which is one of the {epochs} epochs; {_after(facts, use)}")
            return None
        if steps * epochs <= length:
            return None
        asked = f"{epochs} epochs of {_number(steps)} need" if epochs > 1 else f"{_number(steps)} are"
        need = f" {steps * epochs}" if epochs > 1 else " asked for"
        return Shortage(f"the {what} {held}; {asked}{need}", steps <= length)
    if epochs == 1:
        return None
    told = length is not None and not use.validation and use.batches.per_pass
    if told and told * epochs == length:
        message = f"the {what} {held}, which all go into the first of the {epochs} epochs; {_after(facts, use)}"
        return Shortage(message, holds_all_epochs=True)
    return Shortage(f"the {what} {held}, enough for one of the {epochs} epochs; {_after(facts, use)}")


def _after(facts: Facts, use: Use) -> str:
    if facts.target == 2:
        return "the others have no validation data" if use.validation else "Keras 2 stops there"
    does = "validates" if use.validation else "trains"
    return f"Keras 3 {does} the others on its first two again"


def _of_restarting(facts: Facts, use: Use, length: int, epochs: int, steps: int) -> Shortage | None:
    """A Sequence or dataset with `steps_per_epoch`, which Keras then draws from without starting over in time."""
    what, batches = use.batches.kind, use.batches
    if steps > length:
        return Shortage(f"the {what} holds {_batches(length)}; an epoch is to have {_number(steps)}")
    # How many batches a generator behind a dataset holds, Keras does not know.
    counted = what == "sequence" or batches.function is None
    if steps * epochs <= length or (counted and steps == length):
        return None
    if counted and (length % steps == 0 if facts.target == 3 else what == "sequence"):
        return None
    need = f"{epochs} epochs of {_number(steps)} need {steps * epochs}"
    return Shortage(f"the {what} holds {_batches(length)}; {need}")


def _batches(count: int) -> str:
    return "1 batch" if count == 1 else f"{count} batches"


def _number(steps: int) -> str:
    return "1 step" if steps == 1 else f"{steps} steps"
