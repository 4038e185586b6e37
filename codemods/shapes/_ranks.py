"""What a knowing person does about a layer that is given another rank than it takes."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Sequence

from codemods._support import unit_of
from codemods.labels._edits import rename_object
from codemods.shapes._layers import (
    Edits,
    before,
    is_repeated,
    nearest,
    outer,
    per_step,
    put_before,
    put_in_place,
    take_out,
    untouched,
    written,
)
from fixer import rewrite
from fixer.facts.facts import Argument, Facts, LayerError, LayerFact, ModelFact
from fixer.facts.knowledge.layers import MIN_RANK, RANK
from fixer.facts.values import Array, const
from fixer.findings import Applicability, Edit, Fix

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE
RECURRENT = frozenset("LSTM GRU SimpleRNN CuDNNLSTM CuDNNGRU ConvLSTM1D ConvLSTM2D".split())
_DENSE = frozenset({"Dense"})
_DIMENSIONED = re.compile(r"(.*?)([123])D(Transpose)?$")
_SIZES = ("kernel_size", "pool_size", "strides", "dilation_rate", "size", "padding", "cropping")


def taken(error: LayerError) -> int:
    """The rank that the layer takes, with the batch axis."""
    return RANK.get(error.layer.kind) or MIN_RANK[error.layer.kind]


def fixes_of(facts: Facts, model: ModelFact, error: LayerError) -> Iterator[Fix]:
    """What to do, the better first."""
    has, takes, kind = len(error.given), taken(error), error.layer.kind
    maker = nearest(before(error))
    if error.wrapper is not None and error.wrapper.kind == "TimeDistributed":
        if has == takes - 1 and not untouched(error):
            yield from _unwrapped(facts, error.wrapper)
        return
    rows = kind == "TimeDistributed" and _labels_are_rows(facts, model)
    if rows:
        yield from _unwrapped(facts, error.layer)
    if has == 2 and kind == "SpatialDropout1D":
        yield from _plain_dropout(facts, error)
    elif has == takes - 1 and not rows:
        yield from _sequences_kept(facts, error)
    if has > takes and kind == "RepeatVector":
        yield from _one_row(facts, error)
    if maker is not None and maker.kind == "Reshape" and has == takes + 1:
        yield from _batch_axis_in_target(facts, maker)
    if maker is not None and maker.kind == "Flatten" and has == 2:
        yield from _not_flattened(facts, maker, takes)
    if maker is not None and maker.kind.startswith("Global") and has == 2:
        yield from _not_pooled(facts, maker, takes)
    if takes == 4 and has == 5 and not (untouched(error) and 1 in error.given):
        yield from _for_each_step(facts, error, maker)
    if has == 2 and "Global" in kind:
        yield from _fix("Leave the layer out", take_out(facts, outer(error)))
    if untouched(error) or 2 in (has, takes):
        yield from _reshaped(facts, model, error)
        yield from _renamed(facts, error)
    else:
        yield from _renamed(facts, error)
        yield from _reshaped(facts, model, error)
    if kind == "TimeDistributed" and not rows:
        yield from _unwrapped(facts, error.layer)
    if has == 2 and ("Pool" in kind or "Spatial" in kind) and "Global" not in kind:
        yield from _fix("Leave the layer out", take_out(facts, outer(error)))


def _fix(title: str, edits: Edits | None, applicability: Applicability = UNSAFE) -> Iterator[Fix]:
    if edits is not None:
        yield Fix(title, edits, applicability)


def _sequences_kept(facts: Facts, error: LayerError) -> Iterator[Fix]:
    """`return_sequences=True` on the recurrent layer before, which gives its last state only."""
    direct = _cell(nearest(before(error)))
    maker = direct if direct is not None and direct.kind in RECURRENT else _cell(nearest(before(error), _DENSE))
    if maker is None or maker.kind not in RECURRENT or RANK[maker.kind] != taken(error):
        return
    kept = maker.args.get("return_sequences")
    if (kept is not None and const(kept.value, 0) is not False) or is_repeated(facts, maker):
        return
    if maker.node is not None and maker.unit is not None:
        edit = rewrite.set_argument(maker.unit, maker.node, "return_sequences", "True")
        told = kept is None or isinstance(kept.node, ast.Constant)
        sure = maker is direct and told and (error.layer.kind in RECURRENT or error.layer.kind == "TimeDistributed")
        edits = None if edit is None else (edit,)
        yield from _fix("Add return_sequences=True to the layer before", edits, SAFE if sure else UNSAFE)


def _labels_are_rows(facts: Facts, model: ModelFact) -> bool:
    """Whether the model learns one label a sample, and not one a step."""
    calls = (call for call in facts.model_calls if call.model.identity == model.identity)
    labels = [feed.y for call in calls for feed in call.pairs() if isinstance(feed.y, Array) and feed.y.shape]
    return bool(labels) and all(len(y.shape or ()) < 3 and (y.sample_shape in ((), (1,)) or y.one_hot) for y in labels)


def _plain_dropout(facts: Facts, error: LayerError) -> Iterator[Fix]:
    layer = error.layer
    if layer.node is not None and layer.unit is not None and not is_repeated(facts, layer):
        yield from _fix("Use Dropout for SpatialDropout1D", rename_object(layer.unit, layer.node.func, "Dropout"), SAFE)


def _cell(layer: LayerFact | None) -> LayerFact | None:
    """The recurrent layer inside a Bidirectional."""
    if layer is not None and layer.kind == "Bidirectional" and "layer" in layer.args:
        inner = getattr(layer.args["layer"].value, "fact", None)
        return inner if isinstance(inner, LayerFact) else None
    return layer


def _one_row(facts: Facts, error: LayerError) -> Iterator[Fix]:
    """RepeatVector repeats one row: the last state of the layer before, or all that it gives."""
    maker = _cell(nearest(before(error), _DENSE))
    kept = None if maker is None or maker.kind not in RECURRENT else maker.args.get("return_sequences")
    if kept is not None and maker is not None and maker.node is not None and maker.unit is not None:
        whole = isinstance(kept.node, ast.Constant) and not is_repeated(facts, maker)
        edit = rewrite.remove_argument(maker.unit, maker.node, kept.node) if whole else None
        yield from _fix("Drop return_sequences=True before", None if edit is None else (edit,))
    yield from _fix("Add a Flatten", put_before(facts, outer(error), error.at, written(outer(error), "Flatten")))


def _batch_axis_in_target(facts: Facts, maker: LayerFact) -> Iterator[Fix]:
    """`Reshape((-1, 28, 28, 1))`: the target of the layer does not name the batch axis."""
    target = maker.args.get("target_shape")
    node = None if target is None else target.node
    if not isinstance(node, (ast.Tuple, ast.List)) or len(node.elts) < 3 or maker.unit is None:
        return
    first = maker.output_shape[1] if maker.output_shape else 0
    minus = rewrite.text_of(maker.unit, node.elts[0]) == "-1"
    if unit_of(facts, node) is maker.unit and minus and first in (1, None):
        lines = maker.unit.lines
        start, end = lines.span(node.elts[0]).start, lines.span(node.elts[1]).start
        yield from _fix("Leave the batch axis out of the target", (Edit(maker.unit.source.path, start, end, ""),), SAFE)


def _not_flattened(facts: Facts, maker: LayerFact, takes: int) -> Iterator[Fix]:
    has = len(maker.input_shape or ())
    if has == takes:
        yield from _fix("Leave the Flatten before it out", take_out(facts, maker))
    elif has > takes == 3:
        yield from _fix("Flatten each step by itself", put_in_place(facts, maker, per_step(maker, "Flatten")))
        channels = maker.input_shape[-1] if maker.input_shape else None
        if has == 4 and isinstance(channels, int):
            places = put_in_place(facts, maker, written(maker, "Reshape", f"(-1, {channels})"))
            yield from _fix("Make each place of the image a step", places)


def _not_pooled(facts: Facts, maker: LayerFact, takes: int) -> Iterator[Fix]:
    has = len(maker.input_shape or ())
    if has == takes:
        yield from _fix(f"Leave the {maker.kind} before it out", take_out(facts, maker))
    elif has > takes == 3:
        each = put_in_place(facts, maker, per_step(maker, "Flatten"))
        yield from _fix("Make each row of the image a step", each)


def _for_each_step(facts: Facts, error: LayerError, maker: LayerFact | None) -> Iterator[Fix]:
    """A layer for images that is given sequences of them."""
    kept = maker.args.get("return_sequences") if maker is not None and maker.kind == "ConvLSTM2D" else None
    if kept is not None and maker is not None and maker.node is not None and maker.unit is not None:
        edit = rewrite.remove_argument(maker.unit, maker.node, kept.node)
        yield from _fix("Drop return_sequences=True before", None if edit is None else (edit,))
    layer = outer(error)
    if layer.node is not None and layer.unit is not None:
        text = written(layer, "TimeDistributed", rewrite.text_of(layer.unit, layer.node))
        yield from _fix("Apply the layer to each step", put_in_place(facts, layer, text))


def _unwrapped(facts: Facts, layer: LayerFact) -> Iterator[Fix]:
    """The layer without the TimeDistributed around it."""
    inner = layer.args.get("layer")
    if inner is None or layer.unit is None or not isinstance(inner.node, ast.Call):
        return
    if unit_of(facts, inner.node) is layer.unit:
        text = rewrite.text_of(layer.unit, inner.node)
        yield from _fix("Drop the TimeDistributed", put_in_place(facts, layer, (text, ())))


# --- the class for the other rank


def _renamed(facts: Facts, error: LayerError) -> Iterator[Fix]:
    """The same kind of layer for the rank that there is: `Conv1D` for `Conv2D`."""
    layer, has = error.layer, len(error.given)
    parts = _DIMENSIONED.match(layer.kind)
    if parts is None or error.wrapper is not None or layer.node is None or layer.unit is None:
        return
    name = f"{parts[1]}{has - 2}D{parts[3] or ''}"
    if name not in RANK or "LSTM" in name or is_repeated(facts, layer):
        return
    edits = rename_object(layer.unit, layer.node.func, name)
    for size in _SIZES:
        given = layer.args.get(size)
        if given is None or isinstance(const(given.value, 0), str) or const(given.value, 0) is None:
            continue
        text = _converted(given, has - 2)
        if text is None or unit_of(facts, given.node) is not layer.unit:
            return
        if isinstance(given.node, (ast.Tuple, ast.List)) and edits is not None:
            edits = (*edits, rewrite.replace(layer.unit, given.node, text))
    weightless = "Conv" not in layer.kind and not untouched(error)
    yield from _fix(f"Use {name} for {layer.kind}", edits, SAFE if weightless else UNSAFE)


def _converted(given: Argument, count: int) -> str | None:
    """A window's size for so many axes; None where it is not the same in all."""
    if isinstance(const(given.value), int):
        return ""
    if not isinstance(given.node, (ast.Tuple, ast.List)):
        return None
    sizes = {part.value if isinstance(part, ast.Constant) else None for part in given.node.elts}
    size = sizes.pop() if len(sizes) == 1 else None
    if not isinstance(size, int):
        return None
    return str(size) if count == 1 else f"({', '.join([str(size)] * count)})"


# --- one more layer


def _reshaped(facts: Facts, model: ModelFact, error: LayerError) -> Iterator[Fix]:
    """A layer before that gives the data the rank; no layer with weights among them."""
    has, takes, layer = len(error.given), taken(error), outer(error)
    sample = error.given[1:]
    single = [axis for axis, size in enumerate(sample) if size == 1]
    if has == takes + 1 and single and takes > 2:
        rest = [size for axis, size in enumerate(sample) if axis != single[-1]]
        if all(isinstance(size, int) for size in rest):
            text = written(layer, "Reshape", _target(rest))
            yield from _fix(f"Reshape to {_target(rest)}", put_before(facts, outer(error), error.at, text))
            return
    if has > takes == 3 and _cell(layer) is not None and (_cell(layer) or layer).kind in RECURRENT:
        each = put_before(facts, outer(error), error.at, per_step(layer, "Flatten"))
        yield from _fix("Flatten each step by itself", each)
        if has == 4 and isinstance(sample[-1], int):
            text = written(layer, "Reshape", f"(-1, {sample[-1]})")
            yield from _fix("Make each place of the image a step", put_before(facts, outer(error), error.at, text))
    if has < takes:
        for target in _targets(facts, model, error):
            yield from _fix(
                f"Reshape to {target}", put_before(facts, outer(error), error.at, written(layer, "Reshape", target))
            )


def _target(sizes: Sequence[object]) -> str:
    return f"({', '.join(str(size) for size in sizes)}{',' * (len(sizes) == 1)})"


def _targets(facts: Facts, model: ModelFact, error: LayerError) -> Iterator[str]:
    """The shapes that samples of too few axes can be given, as they are written in a Reshape."""
    sample, takes = list(error.given[1:]), taken(error)
    if not all(isinstance(size, int) for size in sample) or (untouched(error) and takes - len(error.given) == 1):
        return
    if takes == 4 and len(sample) == 2:
        yield _target([*sample, 1])
    elif takes == 4 and len(sample) == 1:
        grid = _factors(error, 3) or _grid(sample[0])
        if grid is not None:
            yield f"({', '.join(grid)})"
    elif takes == 3 and len(sample) == 1:
        factors = _factors(error, 2)
        if factors is not None:
            yield f"({', '.join(factors)})"
        cell = _cell(outer(error))
        if cell is not None and cell.kind in RECURRENT:
            yield _target([1, *sample])
        if error.layer.kind != "TimeDistributed":
            yield _target([*sample, 1])


def _factors(error: LayerError, count: int) -> list[str] | None:
    """The sizes of which the units of a Dense are written as the product: `Dense(7 * 7 * 128)`."""
    maker = nearest(before(error))
    units = maker.args.get("units") if maker is not None and maker.kind == "Dense" else None
    if units is None or maker is None or maker.unit is None or maker.unit is not outer(error).unit:
        return None
    parts, node = list[ast.expr](), units.node
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        parts.insert(0, node.right)
        node = node.left
    parts.insert(0, node)
    plain = all(isinstance(part, (ast.Constant, ast.Name, ast.Attribute)) for part in parts)
    return [rewrite.text_of(maker.unit, part) for part in parts] if len(parts) == count and plain else None


def _grid(size: object) -> list[str] | None:
    """A square image of so many values, grey or coloured."""
    for channels in (1, 3):
        if isinstance(size, int) and size % channels == 0 and size // channels > 15:
            side = math.isqrt(size // channels)
            if side * side * channels == size:
                return [str(side), str(side), str(channels)]
    return None
