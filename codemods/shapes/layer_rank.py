"""Rule KF110."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods.shapes._declared import text_of_shape
from codemods.shapes._layers import before, better_first, errors_of, is_shared, nearest, outer, untouched
from codemods.shapes._ranks import fixes_of, taken
from fixer.facts.facts import Facts, LayerError
from fixer.findings import Applicability, Level


@rule(
    "KF110",
    tokens=("LSTM", "GRU", "RNN", "Conv", "Pool", "RepeatVector", "TimeDistributed", "Bidirectional", "UpSampling"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def layer_rank(facts: Facts) -> Iterator[Report]:
    """A layer inside a model that is given more or fewer axes than it takes.

    ## What it does
    Finds an LSTM after one that gives its last state only, layers for sequences behind a `Flatten`, a `Dense` or
    a global pooling, layers for images on sequences and the other way about, a recurrent layer behind
    feature maps, a `RepeatVector` behind a sequence. (Data and declarations that lack an axis are
    `missing-channel-axis` and `missing-time-axis`.)

    ## Why it fails
    The model cannot be built. Keras 3: `ValueError: Input 0 with name 'None' of layer 'lstm_1' is incompatible
    with the layer: expected ndim=3, found ndim=2. Full shape received: (None, 32)`; Keras 2: `Input 0 of layer
    "lstm_1" is incompatible with the layer: expected ndim=3, found ndim=2`. Convolutions of Keras 2 take more axes
    than they need, as more of the batch.

    ## Example
    ```python
    model.add(LSTM(32, input_shape=(10, 4)))
    model.add(LSTM(16))
    ```

    ## Use instead
    ```python
    model.add(LSTM(32, return_sequences=True, input_shape=(10, 4)))
    model.add(LSTM(16))
    ```

    ## Fix safety
    Safe for stacked recurrent layers, for the batch axis in the target of a `Reshape`, and for pooling named
    for another number of axes. All else is unsafe: a layer may be too much, or one may be missing.
    """
    for model, error in errors_of(facts, "rank"):
        layer = outer(error)
        if layer.unit is None or layer.node is None or _is_of_the_data(error) or _allowed(facts, error):
            continue
        # A layer that some other model has without fault is not what is wrong.
        fixes = () if is_shared(facts, layer.node) else fixes_of(facts, model, error)
        yield Report(layer.unit, layer.node, _message(error), better_first(fixes))


def _is_of_the_data(error: LayerError) -> bool:
    """Whether it is the data that lacks an axis: other rules speak of that."""
    return untouched(error) and len(error.given) == taken(error) - 1


def _allowed(facts: Facts, error: LayerError) -> bool:
    """Convolutions of Keras 2 take more axes than they need, as more of the batch."""
    return facts.target < 3 and error.layer.kind.startswith("Conv") and 2 < taken(error) < len(error.given)


_AXES = {2: "one row", 3: "(steps, features)", 4: "(height, width, channels)", 5: "(depth, height, width, channels)"}


def _message(error: LayerError) -> str:
    kind, maker, takes = error.layer.kind, nearest(before(error)), taken(error)
    source = "the data is" if maker is None or maker.kind == "InputLayer" else f"the {maker.kind} before it gives"
    axes = "(steps, height, width, channels)" if kind == "ConvLSTM2D" else _AXES.get(takes, f"{takes - 1} axes")
    inside = f" in {error.wrapper.kind}" if error.wrapper is not None else ""
    return f"{kind}{inside} takes {axes} a sample; {source} {text_of_shape(error.given[1:])}"
