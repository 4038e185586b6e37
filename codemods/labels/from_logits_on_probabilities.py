"""Rule KF308."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from fixer import rewrite
from fixer.facts.facts import Facts, LayerFact, ModelFact, activation_of
from fixer.facts.values import Value
from fixer.findings import Applicability, Fix, Level

_PASSING = (
    "Flatten", "Reshape", "Permute", "GlobalAverage", "GlobalMax", "GlobalAvg", "Average", "Avg", "Max", "Cropping"
)  # fmt: skip


@rule(
    "KF308",
    tokens=("from_logits",),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def from_logits_on_probabilities(facts: Facts) -> Iterator[Report]:
    """A loss told `from_logits=True` on an output that is made of probabilities.

    ## What it does
    Finds a softmax or sigmoid that is followed by a layer such as `Flatten`, `Reshape` or a pooling, or stands in
    a `TimeDistributed`, and then meets a loss with `from_logits=True`.

    ## Why it fails
    Keras 2 and 3 train without a word, but the loss puts a second softmax or sigmoid over the first: what
    it sees stays within narrow bounds, whatever the model learns. A softmax or sigmoid that is the very
    last operation is no fault: Keras then looks behind it by itself.

    ## Example
    ```python
    model.add(layers.Conv1D(3, 3, activation="softmax"))
    model.add(layers.GlobalAveragePooling1D())
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    ```

    ## Use instead
    ```python
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy())
    ```

    ## Fix safety
    Unsafe: it changes what is learned, and the activation could go instead.
    """
    seen: set[object] = set()
    for model in (*(call.model for call in facts.model_calls), *facts.models):
        compiled = model.compiled
        if compiled is None or compiled.from_logits is not True or model.trains_itself:
            continue
        between = _behind_probabilities(model)
        value = compiled.args["loss"].value
        loss = value.at if isinstance(value, Value) else None
        unit = unit_of(facts, loss) if loss is not None else None
        if between is None or not isinstance(loss, ast.Call) or unit is None or loss in seen:
            continue
        seen.add(loss)
        layer, activation = between
        message = f"from_logits=True, but the output of {layer.kind} is made of the {activation}'s probabilities"
        yield Report(unit, loss, message, _fixes(loss, facts))


def _behind_probabilities(model: ModelFact) -> tuple[LayerFact, str] | None:
    """The last layer and the activation before it, if only layers that keep probabilities stand between."""
    last: LayerFact | None = None
    for layer in reversed(model.tail):
        if layer.kind == "Dropout":
            continue
        if layer.kind.startswith(_PASSING):
            last = last or layer
            continue
        activation = activation_of((layer,))
        if layer.kind == "TimeDistributed":
            last = last or layer  # it reshapes what its layer gives
        return (last, activation) if last is not None and activation in ("softmax", "sigmoid") else None
    return None


def _fixes(loss: ast.Call, facts: Facts) -> tuple[Fix, ...]:
    unit = unit_of(facts, loss)
    given = [keyword.value for keyword in loss.keywords if keyword.arg == "from_logits"]
    if unit is None or not given:
        return ()
    edit = rewrite.remove_argument(unit, loss, *given)
    if edit is None:
        return ()
    return (Fix("Drop from_logits=True", (edit,), Applicability.UNSAFE, "the output holds probabilities"),)
