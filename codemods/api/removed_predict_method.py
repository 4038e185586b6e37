"""Rule KF602."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods.api._receivers import OldCall, Receiver, old_calls
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.findings import Applicability, Edit, Fix, Level

_TAKEN = frozenset({"x", "batch_size", "verbose"})
_ONE_OF_MANY = frozenset({"categorical_crossentropy", "sparse_categorical_crossentropy"})


@rule(
    "KF602",
    tokens=("predict_classes", "predict_proba"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def removed_predict_method(facts: Facts) -> Iterator[Report]:
    """`predict_classes` or `predict_proba`, which went with TensorFlow 2.6.

    ## What it does
    Finds these two methods called on a Keras model. `predict_proba` on anything else is left alone: it is
    scikit-learn's too.

    ## Why it fails
    Keras 3 and Keras 2 (tf_keras 2.21) alike: `AttributeError: 'Sequential' object has no attribute
    'predict_classes'`.

    ## Example
    ```python
    classes = model.predict_classes(x)
    ```

    ## Use instead
    ```python
    classes = np.argmax(model.predict(x), axis=-1)         # several units
    classes = (model.predict(x) > 0.5).astype("int32")     # one unit
    ```

    ## Fix safety
    Safe where the number of units of the last layer is known: it is what `predict_classes` itself went by.
    Unsafe where only the loss tells it; where nothing does, both ways are shown and neither is applied.
    """
    for old in old_calls(facts, frozenset({"predict_classes", "predict_proba"})):
        if old.receiver is not Receiver.MODEL and (old.name == "predict_proba" or not _looks_right(old)):
            continue
        message = f"Keras has no {old.name} since TensorFlow 2.6"
        level = None
        if old.receiver is Receiver.POSSIBLE:
            message, level = f"if this is a Keras model: {message}", Level.WARNING
        yield Report(old.unit, old.node.func, message, tuple(_fixes(old)), level)


def _looks_right(old: OldCall) -> bool:
    return bool(old.node.args or old.node.keywords) and all(k.arg in _TAKEN for k in old.node.keywords)


def _fixes(old: OldCall) -> Iterator[Fix]:
    if old.name == "predict_proba":
        reason = "it gave the same as predict"
        yield Fix("Call predict", (_renamed(old),), Applicability.SAFE, reason)
        return
    output = None if old.call is None else old.call.model.output
    units = output[-1] if output else None
    if isinstance(units, int):
        reason = f"the last layer has {units} unit{'s' if units > 1 else ''}"
        yield _fix(old, units > 1, Applicability.SAFE, reason)
        return
    compiled = None if old.call is None else old.call.model.compiled
    loss = "" if compiled is None else compiled.loss
    if loss in _ONE_OF_MANY or loss == "binary_crossentropy":
        yield _fix(old, loss in _ONE_OF_MANY, Applicability.UNSAFE, f"the loss is {loss}")
        return
    yield _fix(old, True, Applicability.DISPLAY_ONLY, "if the last layer has several units")
    yield _fix(old, False, Applicability.DISPLAY_ONLY, "if the last layer has one unit")


def _renamed(old: OldCall) -> Edit:
    end = old.unit.lines.span(old.node.func).end
    return Edit(old.unit.source.path, end - len(old.name), end, "predict")


def _fix(old: OldCall, several: bool, applicability: Applicability, reason: str) -> Fix:
    """What `predict_classes` of TensorFlow 2.5 did, around a call of predict."""
    unit, path = old.unit, old.unit.source.path
    span = unit.lines.span(old.node)
    imports: tuple[Edit, ...] = ()
    if several:
        numpy, imports = rewrite.name_for(unit, "numpy")
        before, after = f"{numpy}.argmax(", ", axis=-1)"
        title = "Take the class of the highest score"
    else:
        before, after = "(", f" > 0.5).astype({rewrite.quoted(unit, 'int32')})"
        title = "Compare the score with 0.5"
    edits = (Edit(path, span.start, span.start, before), _renamed(old), Edit(path, span.end, span.end, after))
    return Fix(title, (*imports, *edits), applicability, reason)
