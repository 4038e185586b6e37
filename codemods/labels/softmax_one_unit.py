"""Rule KF306."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods.labels._edits import head, is_alone, rename_loss, set_activation
from codemods.labels._lessons import BINARY, CATEGORICAL, REGRESSION, SPARSE, lessons
from fixer.facts.facts import Facts, ModelFact
from fixer.findings import Applicability, Fix, Level

_OPTIONS = frozenset(("from_logits", "reduction", "name", "label_smoothing"))


@rule(
    "KF306",
    tokens=("softmax", "Softmax", "sparse_", "Sparse", "categorical_", "Categorical"),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def softmax_one_unit(facts: Facts) -> Iterator[Report]:
    """A softmax over a single unit, whose output is always 1.

    ## What it does
    Finds a last layer of one unit with a softmax, and one of one unit (with a sigmoid, say) that is trained
    with a categorical loss, which puts a softmax of its own over it.

    ## Why it fails
    A softmax divides by the sum of all units; with one unit that is the unit itself. Keras 2 and 3 train
    without a word: with `binary_crossentropy` the loss falls, because it looks behind the softmax, but
    `predict` gives 1.0 for every sample; with `categorical_crossentropy` the loss is 0.0 from the start.
    A sparse loss and labels 0 and 1: `InvalidArgumentError: Received a label value of 1 which is outside
    the valid range of [0, 1)`.

    ## Example
    ```python
    layers.Dense(1, activation="softmax")
    ```

    ## Use instead
    ```python
    layers.Dense(1, activation="sigmoid")       # with loss="binary_crossentropy"
    ```

    ## Fix safety
    Unsafe: it changes what is learned, and two units with a sparse loss would be another way.
    """
    taught = {lesson.model.identity: lesson for lesson in reversed(lessons(facts))}
    called = [call.model for call in facts.model_calls]
    seen: set[object] = set()
    for model in (*called, *facts.models):
        layer = head(model)
        if layer is None or layer[0].node in seen or model.output is None or model.output[-1] != 1:
            continue
        lesson = taught.get(model.identity)
        many = lesson is not None and ((lesson.high or 0) > 1 or lesson.is_rows)
        if model.compiled is None or many or model.trains_itself:
            continue  # several classes: the units are at fault
        loss = model.compiled.loss
        soft = _is_softmax(model)
        if not soft and (loss not in (CATEGORICAL, SPARSE) or _is_scored(model)):
            continue
        seen.add(layer[0].node)
        unit, node = layer[0].unit, layer[0].node
        if unit is None or node is None:
            continue
        failing = loss == SPARSE and lesson is not None and lesson.high == 1
        message = "a softmax over one unit is always 1" if soft else f"{loss} over one unit: its softmax is always 1"
        level = Level.ERROR if failing else None
        measured = loss in REGRESSION and (lesson is None or not lesson.whole)
        yield Report(unit, node, message, _fixes(facts, model, "linear" if measured else "sigmoid"), level)


def _is_softmax(model: ModelFact) -> bool:
    """Whether the model ends in a softmax over its last axis."""
    own_axis = any(layer.kind == "Softmax" and layer.args for layer in model.tail)
    return model.last_activation == "softmax" and not own_axis


def _is_scored(model: ModelFact) -> bool:
    """Whether the loss is told to make its own probabilities, or the last activation is not known."""
    compiled = model.compiled
    return compiled is None or compiled.from_logits is None or model.last_activation is None


def _fixes(facts: Facts, model: ModelFact, name: str) -> tuple[Fix, ...]:
    compiled = model.compiled
    if compiled is None or not is_alone(facts, model):
        return ()
    logits = bool(compiled.from_logits)
    activation = () if logits or model.last_activation == name else set_activation(facts, model, name)
    loss = rename_loss(facts, compiled, BINARY, _OPTIONS) if compiled.loss in (CATEGORICAL, SPARSE) else ()
    if activation is None or loss is None or not (activation or loss):
        return ()
    title = "Use " + " and ".join([f"a {name} activation"] * bool(activation) + [BINARY] * bool(loss))
    reason = "one unit stands for a number" if name == "linear" else "one unit tells one of two classes"
    return (Fix(title, (*activation, *loss), Applicability.UNSAFE, reason),)
