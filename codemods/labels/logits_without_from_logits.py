"""Rule KF307."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods.labels._edits import head, is_alone, set_activation, set_from_logits
from codemods.labels._lessons import BINARY, CATEGORICAL, SPARSE
from fixer.facts.facts import Facts, ModelFact
from fixer.findings import Applicability, Fix, Level

_LOSSES = (BINARY, CATEGORICAL, SPARSE)
_LATER = frozenset(
    """tensorflow.nn.softmax tensorflow.nn.sigmoid tensorflow.sigmoid tensorflow.math.sigmoid keras.layers.Softmax
    keras.activations.softmax keras.activations.sigmoid keras.ops.softmax keras.ops.sigmoid scipy.special.softmax
    scipy.special.expit""".split()
)


@rule(
    "KF307",
    tokens=("crossentropy", "Crossentropy", "bce"),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def logits_without_from_logits(facts: Facts) -> Iterator[Report]:
    """A last layer without activation under a loss that takes probabilities.

    ## What it does
    Finds `binary_crossentropy`, `categorical_crossentropy` and `sparse_categorical_crossentropy` without
    `from_logits=True` on a last layer that applies no activation.

    ## Why it fails
    Keras 2 and 3 train without a word. The loss cuts what it takes for a probability to the range from
    0 to 1 (or divides a row by its sum), so most outputs get no gradient, and the loss starts far too high:
    8 where log(3) = 1.1 is to be expected.

    ## Example
    ```python
    model.add(layers.Dense(3))
    model.compile("adam", "sparse_categorical_crossentropy")
    ```

    ## Use instead
    ```python
    model.add(layers.Dense(3, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy")
    ```

    ## Fix safety
    Unsafe: it changes what is learned, and there are two ways. An activation makes `predict` give
    probabilities; `from_logits=True` leaves the logits, and comes first where the program makes
    probabilities of them itself.
    """
    seen: set[object] = set()
    for model in (*(call.model for call in facts.model_calls), *facts.models):
        compiled, layer = model.compiled, head(model)
        if compiled is None or compiled.loss not in _LOSSES or compiled.from_logits is not False:
            continue
        if model.trains_itself or layer is None or model.last_activation != "linear":
            continue
        node, unit = layer[0].node, layer[0].unit
        if node is None or unit is None or node in seen:
            continue
        seen.add(node)
        single = compiled.loss != BINARY and model.output is not None and model.output[-1] == 1
        message = f"the last layer has no activation, and {compiled.loss} takes probabilities"
        if not single:  # one unit under a categorical loss is the fault of softmax-one-unit
            yield Report(unit, node, message, _fixes(facts, model))


def _fixes(facts: Facts, model: ModelFact) -> tuple[Fix, ...]:
    compiled = model.compiled
    if compiled is None or not is_alone(facts, model):
        return ()
    fixes: list[Fix] = []
    name = "sigmoid" if compiled.loss == BINARY else "softmax"
    activation = set_activation(facts, model, name)
    if activation is not None:
        fixes.append(Fix(f"Add a {name}", activation, Applicability.UNSAFE, "predict then gives probabilities"))
    logits = set_from_logits(facts, compiled)
    if logits is not None:
        fixes.append(Fix("Pass from_logits=True", logits, Applicability.UNSAFE, "predict then gives logits"))
    if any(call.name in _LATER for call in facts.library_calls):
        fixes.reverse()
    return tuple(fixes)
