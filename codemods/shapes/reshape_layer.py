"""Rule KF113."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from math import prod
from operator import ne

from codemods import Report, rule
from codemods._support import unit_of
from codemods.shapes._declared import text_of_shape
from codemods.shapes._layers import Edits, before, errors_of, is_repeated, is_shared, nearest
from fixer import rewrite
from fixer.facts.facts import Facts, LayerError, LayerFact, ModelFact
from fixer.facts.values import Array, Shape, as_shape
from fixer.findings import Applicability, Fix, Level

UNSAFE = Applicability.UNSAFE


@rule(
    "KF113",
    tokens=("Reshape",),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=UNSAFE,
)
def reshape_layer(facts: Facts) -> Iterator[Report]:
    """A `Reshape` layer to another number of elements than it is given.

    ## What it does
    Finds `Reshape(target)` where the sizes of the target do not multiply to those of what comes in, or, with a -1
    in it, do not divide them.

    ## Why it fails
    A reshape puts the same values in other rows; it makes none up. Keras 3: `ValueError: Exception encountered
    when calling Reshape.call(). The total size of the tensor must be unchanged. Received: input_shape=(100,),
    target_shape=(7, 7, 3)`; Keras 2: `total size of new array must be unchanged, input_shape = [100],
    output_shape = [7, 7, 3]`.

    ## Example
    ```python
    model.add(Dense(7 * 7 * 128, input_shape=(50,)))
    model.add(Reshape((7, 7, 64)))
    ```

    ## Use instead
    ```python
    model.add(Dense(7 * 7 * 128, input_shape=(50,)))
    model.add(Reshape((7, 7, 128)))
    ```

    ## Fix safety
    Unsafe: either the target or the layer before may be what was meant. The target is mended where one axis makes
    up for the difference, the last one first; the units of a `Dense` before where the model's labels have the
    target's shape, or no axis can.
    """
    for model, error in errors_of(facts, "reshape"):
        layer = error.layer
        if layer.node is None or layer.unit is None:
            continue
        target = _target(layer)
        has = prod(size for size in error.given[1:] if isinstance(size, int))
        sizes = [size for size in target if isinstance(size, int) and size != -1]
        needs = f"{'a multiple of ' * (-1 in target)}{prod(sizes)}"
        message = f"the target {text_of_shape(target)} holds {needs} values; {text_of_shape(error.given[1:])} has {has}"
        fixes = () if is_shared(facts, layer.node) else tuple(_fixes(facts, model, error, target, has))
        yield Report(layer.unit, layer.node, message, fixes)


def _target(layer: LayerFact) -> Shape:
    return as_shape(layer.args["target_shape"].value) or ()


def _fixes(facts: Facts, model: ModelFact, error: LayerError, target: Shape, has: int) -> Iterator[Fix]:
    sizes = [size for size in target if isinstance(size, int)]
    if len(sizes) != len(target):
        return
    found = []
    if not is_repeated(facts, error.layer):
        for mended in _targets(error.given[1:], sizes, has):
            edits = _retargeted(facts, error.layer, sizes, mended)
            if edits is not None:
                found.append(Fix(f"Reshape to {text_of_shape(mended)}", edits, UNSAFE))
    units = _units(facts, error, sizes)
    if units is not None:
        # The target is what was meant where the labels look like that.
        place = 0 if target in _label_shapes(facts, model) else len(found)
        found.insert(place, Fix(f"Give the layer before {prod(sizes)} units", units, UNSAFE))
    yield from found


def _label_shapes(facts: Facts, model: ModelFact) -> list[Shape | None]:
    calls = (call for call in facts.model_calls if call.model.identity == model.identity)
    return [feed.y.sample_shape for call in calls for feed in call.pairs() if isinstance(feed.y, Array)]


def _targets(given: Shape, target: list[int], has: int) -> Iterator[tuple[int, ...]]:
    """The target with one size changed, the last one first; or all of what comes in with an axis for the channel."""
    if len(target) == 1:
        yield (-1,)
        return
    sizes = [size for size in given if isinstance(size, int)]
    if target[-1] == 1 and len(sizes) == len(given) == len(target) - 1 and sum(map(ne, sizes, target)) > 1:
        yield (*sizes, 1)
        return
    for axis in reversed(range(len(target))):
        rest = [*target[:axis], *target[axis + 1 :]]
        others = abs(prod(rest))
        if target[axis] == -1 or not others or has % others:
            continue
        size = has // others
        if -1 in rest:
            # The -1 makes up for any size that divides: that of the channels, or one.
            last = sizes[-1] if len(sizes) > 1 and not size % sizes[-1] else 1
            if last == others == 1:
                continue
            size = last
        yield (*target[:axis], size, *target[axis + 1 :])


def _retargeted(facts: Facts, layer: LayerFact, old: list[int], new: tuple[int, ...]) -> Edits | None:
    """State another target: only the sizes that change, where they are written there."""
    node, unit = layer.args["target_shape"].node, layer.unit
    if unit is None or unit_of(facts, node) is not unit:
        return None
    if isinstance(node, (ast.Tuple, ast.List)) and len(node.elts) == len(old):
        changes = [(part, size) for part, was, size in zip(node.elts, old, new) if was != size]
        return tuple(rewrite.replace(unit, part, str(size)) for part, size in changes)
    return (rewrite.replace(unit, node, f"({', '.join(map(str, new))}{',' * (len(new) == 1)})"),)


def _units(facts: Facts, error: LayerError, target: list[int]) -> Edits | None:
    """As many units for the Dense before as the target holds values."""
    maker = nearest(before(error))
    units = maker.args.get("units") if maker is not None and maker.kind == "Dense" else None
    if maker is None or units is None or maker.unit is None or len(error.given) != 2 or -1 in target:
        return None
    if unit_of(facts, units.node) is not maker.unit or is_repeated(facts, maker):
        return None
    text = " * ".join(map(str, target)) if isinstance(units.node, ast.BinOp) else str(prod(target))
    return (rewrite.replace(maker.unit, units.node, text),)
