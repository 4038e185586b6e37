"""Rule KF408."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from fixer import rewrite
from fixer.facts.facts import Facts, ModelCall, ModelFact
from fixer.facts.values import Array, Class, Const, Function, elements
from fixer.findings import Applicability, Edit, Fix, Level

_DEFAULT = 32
"""What Keras takes for a batch where it is told nothing."""


@rule(
    "KF408",
    tokens=("stateful",),
    levels={3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def fixed_batch_remainder(facts: Facts) -> Iterator[Report]:
    """A stateful model of a fixed batch size, and samples that do not come out even.

    ## What it does
    Finds a model with a recurrent layer of `stateful=True`, declared for batches of, say, 32
    (`batch_shape=(32, 30, 2)`), that is given arrays whose last batch has fewer samples.

    ## Why it fails
    The layer keeps one state for each sample of a batch. Keras 3: `InvalidArgumentError: Incompatible
    shapes: [4,1] vs. [32,1]` at the last batch.

    ## Example
    ```python
    inputs = keras.Input(batch_shape=(32, 30, 2))
    model.fit(x, y, batch_size=32)                   # 100 samples
    ```

    ## Use instead
    ```python
    inputs = keras.Input(batch_shape=(20, 30, 2))
    model.fit(x, y, batch_size=20)
    ```

    ## Fix safety
    Unsafe: another batch size trains otherwise; samples could be left away, or the state, instead. The new
    one is the largest that no call leaves a rest of.
    """
    seen: set[int] = set()
    for call in facts.model_calls:
        model = call.model
        size = model.input[0] if model.input else None
        if model.identity in seen or not isinstance(size, int) or not _keeps_state(model):
            continue
        calls = [other for other in facts.model_calls if other.model.identity == model.identity]
        counts = [count for other in calls for count in _samples(other)]
        wrong = [count for count in _samples(call) if count is not None and count % size]
        if not wrong or _batch_size(call) != size:
            continue
        seen.add(model.identity)
        message = f"{wrong[0]} samples in batches of {size} leave {wrong[0] % size}; the model takes {size} at a time"
        yield Report(call.unit, call.node, message, _fixes(facts, model, calls, counts, size))


def _keeps_state(model: ModelFact) -> bool:
    return any(layer.arg("stateful") is True for layer in model.layers)


def _batch_size(call: ModelCall) -> int | None:
    size = call.const("batch_size", _DEFAULT)
    return size if isinstance(size, int) else None


def _samples(call: ModelCall) -> list[int | None]:
    """The number of samples of each array that the call gives; None where it is not known."""
    if call.batches is not None or call.spread or call.kind.endswith("_batch"):
        return [None]
    split = call.const("validation_split", 0.0)
    found: list[int | None] = []
    for feed in call.pairs():
        count = feed.x.shape[0] if isinstance(feed.x, Array) and feed.x.shape else None
        if not isinstance(count, int) or not isinstance(split, (int, float)):
            found.append(None)
        elif feed.role == "x" and split:
            kept = math.floor(count * (1.0 - split))
            found += [kept, count - kept]
        else:
            found.append(count)
    return found


def _fixes(
    facts: Facts, model: ModelFact, calls: list[ModelCall], counts: list[int | None], size: int
) -> tuple[Fix, ...]:
    """A size that no call leaves a rest of, written everywhere it is now."""
    known = [count for count in counts if count]
    whole = math.gcd(*known)
    best = max((n for n in range(2, min(size, whole) + 1) if whole % n == 0), default=None)
    node = model.input_nodes[0] if model.input_nodes else None
    if best is None or len(known) != len(counts) or node is None:
        return ()
    # Where the batch size stands: in the declaration, and in the calls.
    spots: dict[ast.expr, int] = {}
    told = facts.values.get(node, [])
    shape = elements(told[0]) if told else None
    given = [shape[0]] if shape is not None and len(shape) == len(model.input or ()) else []
    for layer in model.layers:
        if layer.kind == "InputLayer" and "batch_size" in layer.args:
            given.append(layer.args["batch_size"].value)
    for call in calls:
        if (argument := call.argument("batch_size")) is None:
            return ()
        given.append(argument.value)
    for value in given:
        if not isinstance(value, Const) or value.value != size or not isinstance(value.at, ast.Constant):
            return ()
        spots[value.at] = size
    if len(given) != len(calls) + 1 or not _only_for(facts, spots, node, calls):
        return ()
    edits: list[Edit] = []
    for spot in spots:
        unit = unit_of(facts, spot)
        if unit is None:
            return ()
        edits.append(rewrite.replace(unit, spot, str(best)))
    return (Fix(f"Make the batches {best} samples", tuple(edits), Applicability.UNSAFE, "without a rest"),)


def _only_for(facts: Facts, spots: dict[ast.expr, int], node: ast.expr, calls: list[ModelCall]) -> bool:
    """Whether the numbers stand for nothing but this batch size."""
    places = {argument.node for call in calls if (argument := call.argument("batch_size")) is not None}
    declared = set(ast.walk(node))
    for mention, seen in facts.values.items():
        if mention in spots or not any(getattr(value, "at", None) in spots for value in seen):
            continue
        unit = unit_of(facts, mention)
        if mention in places or mention in declared or unit is None or _binds(facts, unit.parent(mention)):
            continue
        return False
    return True


def _binds(facts: Facts, parent: ast.AST | None) -> bool:
    """Whether the number only gets a name here: in an assignment, or as an argument of the program's own function."""
    if isinstance(parent, ast.Call):
        seen = facts.values.get(parent.func, [])
        return bool(seen) and all(isinstance(value, (Class, Function)) for value in seen)
    return isinstance(parent, (ast.Assign, ast.keyword))
