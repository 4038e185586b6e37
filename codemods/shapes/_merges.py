"""What to do about tensors that do not fit together."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fractions import Fraction

from codemods._support import unit_of
from codemods.labels._edits import sibling
from codemods.shapes._layers import Edits, is_repeated, is_shared, nearest
from fixer import rewrite
from fixer.facts.facts import Facts, LayerError, LayerFact, LayerInput
from fixer.facts.knowledge.layers import PARAMETERS, channels_first, fit
from fixer.facts.program import Unit
from fixer.facts.values import Shape, as_shape, const
from fixer.findings import Applicability, Edit, Fix

UNSAFE = Applicability.UNSAFE
_RECURRENT = frozenset("LSTM GRU SimpleRNN".split())


def fixes_of(facts: Facts, error: LayerError) -> Iterator[Fix]:
    """What to do about tensors that do not fit, the better first."""
    if len(error.inputs) < 2 or any(channels_first(layer) for given in error.inputs for layer in given.layers):
        return
    axis = _axis(error)
    ranks = {len(given.shape or ()) for given in error.inputs}
    if axis is not None and len(ranks) == 1:
        yield from _along_another_axis(facts, error)
    if len(ranks) == 1:
        yield from _same_padding(error.inputs)
    pair = _unlike_pair(error)
    if pair is None:
        return
    if len(ranks) > 1:
        yield from _of_other_rank(facts, error, *sorted(pair, key=lambda given: len(given.shape or ())))
    elif axis is None:
        yield from _projected(facts, error, *pair)
    elif axis == len(error.given) - 1:
        yield from _resized(facts, error, *pair)


def _unlike_pair(error: LayerError) -> tuple[LayerInput, LayerInput] | None:
    """The two that do not fit, where they are just two."""
    first, axis = error.inputs[0], _axis(error)
    others = [given for given in error.inputs[1:] if not _fits(first.shape, given.shape, axis)]
    return (first, others[0]) if len(others) == 1 else None


def _fits(a: Shape | None, b: Shape | None, axis: int | None) -> bool:
    return a is not None and b is not None and len(a) == len(b) and fit(a, b, except_axis=axis or 0)


def _axis(error: LayerError) -> int | None:
    """The axis that tensors are joined along; None where they are added."""
    if error.layer.kind != "Concatenate":
        return None
    axis = const(error.layer.args["axis"].value) if "axis" in error.layer.args else -1
    return axis % len(error.given) if isinstance(axis, int) else None


def _name(facts: Facts, error: LayerError, given: LayerInput, kind: str) -> tuple[Unit, str, Edits] | None:
    """How another layer is written at the place of the merge."""
    unit = None if given.node is None else unit_of(facts, given.node)
    for layer in (error.layer, *reversed(given.layers)):
        if layer.node is not None and layer.unit is unit and unit is not None:
            found = sibling(unit, layer.node.func, kind)
            if found is not None:
                return unit, *found
    return None


def _through(
    facts: Facts, error: LayerError, given: LayerInput, kind: str, arguments: str, title: str
) -> Iterator[Fix]:
    """One more layer that the tensor goes through before it is merged."""
    found = _name(facts, error, given, kind)
    if found is None or given.node is None or _is_merged_elsewhere(facts, error):
        return
    unit, name, imports = found
    text = f"{name}({arguments})({rewrite.text_of(unit, given.node)})"
    yield Fix(title, (*imports, rewrite.replace(unit, given.node, text)), UNSAFE)


def _is_merged_elsewhere(facts: Facts, error: LayerError) -> bool:
    """Whether the same code merges other tensors too, without fault."""
    return is_shared(facts, error.layer.node)


# --- tensors of the same rank


def _along_another_axis(facts: Facts, error: LayerError) -> Iterator[Fix]:
    """Join along the one axis in which the tensors differ."""
    shapes = [given.shape for given in error.inputs if given.shape is not None]
    node, unit = error.layer.node, error.layer.unit
    if len(shapes) != len(error.inputs) or node is None or unit is None:
        return
    last = len(shapes[0]) - 1
    fitting = [n for n in range(1, last + 1) if all(fit(shapes[0], shape, except_axis=n) for shape in shapes[1:])]
    if len(fitting) != 1 or (last == 3 and fitting[0] != 3) or _is_merged_elsewhere(facts, error):
        return
    text = "-1" if fitting[0] == last else str(fitting[0])
    function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    parameters = PARAMETERS["Concatenate"] if function[:1].isupper() else ("inputs", "axis")
    edit = rewrite.set_argument(unit, node, "axis", text, parameters)
    if edit is not None:
        yield Fix(f"Join along axis {text}", (edit,), UNSAFE)


def _same_padding(inputs: tuple[LayerInput, ...]) -> Iterator[Fix]:
    """`padding="same"` for the convolutions of all branches, if it is they that made some of them smaller."""
    shared = set.intersection(*(set(map(id, given.layers)) for given in inputs))
    own = {id(layer): layer for given in inputs for layer in given.layers if id(layer) not in shared}
    edits: list[Edit] = []
    for layer in own.values():
        if not _nibbles(layer) or (layer.input_shape or ())[1:-1] == (layer.output_shape or ())[1:-1]:
            continue
        if layer.node is None or layer.unit is None:
            return
        same = rewrite.quoted(layer.unit, "same")
        edit = rewrite.set_argument(layer.unit, layer.node, "padding", same, PARAMETERS.get(layer.kind, ()))
        if edit is None:
            return
        edits.append(edit)
    axes = range(1, len(inputs[0].shape or ()) - 1)
    if edits and all(len({_scale(given, shared, axis) for given in inputs}) == 1 for axis in axes):
        yield Fix("Let the convolutions keep the size: padding='same'", tuple(dict.fromkeys(edits)), UNSAFE)


def _nibbles(layer: LayerFact) -> bool:
    """Whether all that a layer can do to a size is to take its window off the ends."""
    strides = layer.args.get("strides")
    if "Conv" in layer.kind and "Transpose" not in layer.kind and "LSTM" not in layer.kind:
        return strides is None or set(as_shape(strides.value) or ()) == {1}
    return "Pool" in layer.kind and strides is not None and set(as_shape(strides.value) or ()) == {1}


def _scale(given: LayerInput, shared: set[int], axis: int) -> Fraction:
    """By what the layers of a branch divide (or multiply) the size of an axis, if nothing is taken off its ends."""
    scale = Fraction(1)
    for layer in given.layers:
        shape, out = layer.input_shape, layer.output_shape
        if id(layer) in shared or _nibbles(layer) or shape is None or out is None or len(shape) != len(out):
            continue
        old, new = shape[axis], out[axis]
        if isinstance(old, int) and isinstance(new, int) and old and new:
            scale *= Fraction(old // new) if old > new else Fraction(1, new // old)
    return scale


def _projected(facts: Facts, error: LayerError, a: LayerInput, b: LayerInput) -> Iterator[Fix]:
    """Give the shortcut the shape of the way around it: a 1x1 convolution, or a Dense for vectors."""
    short, way = (a, b) if _leads_to(a, b) else (b, a)
    if not _leads_to(short, way) and not _smaller_last(short, way):
        short, way = way, short
    assert short.shape is not None and way.shape is not None
    rank, width, strides = len(way.shape), way.shape[-1], _strides(short.shape, way.shape)
    if not isinstance(width, int) or strides is None or _within_call(facts, error):
        return
    dense = rank == 2 or (rank == 3 and strides == [1] and not _convolves(way))
    kind = "Dense" if dense else f"Conv{rank - 2}D"
    what = "shortcut" if _leads_to(short, way) else "smaller one"
    title = f"Bring the {what} to {width} {'units' if dense else 'channels'} by a {kind}"
    if what != "shortcut" and max(strides, default=1) == 1:
        yield from _widened(facts, short, width)
    if _in_function(facts, error):
        # Called with one shape or another: the layer follows what it meets.
        yield from _guarded(facts, error, short, way, kind, strides, title)
        return
    stride = str(strides[0]) if len(set(strides)) == 1 else f"({', '.join(map(str, strides))})"
    arguments = str(width) if dense else f"{width}, 1" + f", strides={stride}" * (max(strides) > 1)
    yield from _through(facts, error, short, kind, arguments, title)


def _widened(facts: Facts, given: LayerInput, width: int) -> Iterator[Fix]:
    """As many units for the layer that makes a tensor as the other one has."""
    maker = nearest(given.layers)
    size = None if maker is None else maker.args.get("units" if maker.kind == "Dense" else "filters")
    if maker is None or size is None or maker.unit is None or is_repeated(facts, maker):
        return
    if isinstance(size.node, ast.Constant) and maker.kind in ("Dense", "Conv1D", "Conv2D", "Conv3D"):
        edit = rewrite.replace(maker.unit, size.node, str(width))
        yield Fix(f"Give the {maker.kind} before it {width}", (edit,), UNSAFE)


def _in_function(facts: Facts, error: LayerError) -> bool:
    """Whether the merge stands in a function that is called several times."""
    unit = None if error.at is None else unit_of(facts, error.at)
    if unit is None or error.at is None or unit.enclosing(error.at, ast.FunctionDef) is None:
        return False
    node = error.layer.node or error.at
    failing = {id(e) for model in facts.models for e in model.errors if (e.layer.node or e.at) is node}
    return len(failing) > 1 or _is_merged_elsewhere(facts, error)


def _within_call(facts: Facts, error: LayerError) -> bool:
    """Whether the merge stands in a model's own `call`: no place to make a layer with weights."""
    unit = None if error.at is None else unit_of(facts, error.at)
    around = None if unit is None or error.at is None else unit.enclosing(error.at, ast.FunctionDef)
    return around is not None and unit is not None and around.name == "call" and bool(around.args.args[:1])


def _guarded(
    facts: Facts, error: LayerError, short: LayerInput, way: LayerInput, kind: str, strides: list[int], title: str
) -> Iterator[Fix]:
    """`if shortcut.shape[-1] != x.shape[-1]: shortcut = Conv2D(x.shape[-1], 1)(shortcut)` before the merge."""
    found = _name(facts, error, short, kind)
    if found is None or not isinstance(short.node, ast.Name) or not isinstance(way.node, ast.Name):
        return
    unit, name, imports = found
    one, other = short.node.id, way.node.id
    uses = [n for n in unit.names(one, unit.enclosing(short.node, ast.FunctionDef)) if n.lineno > short.node.lineno]
    if uses:
        return  # what follows needs the tensor as it is
    arguments = f"{other}.shape[-1]"
    unlike = f"{one}.shape[-1] != {other}.shape[-1]"
    if kind != "Dense":
        arguments += ", 1"
    if max(strides, default=1) > 1:
        if len(set(strides)) > 1:
            return
        arguments += f", strides={one}.shape[1] // {other}.shape[1]"
        unlike = f"{one}.shape != {other}.shape"
    step = rewrite.indent_step(unit)
    code = f"if {unlike}:\n{step}{one} = {name}({arguments})({one})"
    yield Fix(title, (*imports, rewrite.insert_before(unit, unit.statement(short.node), code)), UNSAFE)


def _leads_to(a: LayerInput, b: LayerInput) -> bool:
    """Whether a tensor is on the way to another: the start of a shortcut."""
    own = set(map(id, a.layers))
    return bool(own) and own < set(map(id, b.layers))


def _smaller_last(a: LayerInput, b: LayerInput) -> bool:
    x, y = (a.shape or (0,))[-1], (b.shape or (0,))[-1]
    return isinstance(x, int) and isinstance(y, int) and x < y


def _convolves(given: LayerInput) -> bool:
    maker = nearest(given.layers)
    return maker is not None and "Conv" in maker.kind


def _strides(short: Shape, way: Shape) -> list[int] | None:
    """The steps by which a convolution brings one size to the other."""
    strides = []
    for old, new in zip(short[1:-1], way[1:-1]):
        if old == new:
            strides.append(1)
            continue
        if not isinstance(old, int) or not isinstance(new, int) or not 0 < new < old:
            return None
        step = -(-old // new)
        if -(-old // step) != new:
            return None
        strides.append(step)
    return strides


def _resized(facts: Facts, error: LayerError, a: LayerInput, b: LayerInput) -> Iterator[Fix]:
    """Pad the smaller of two feature maps, or crop the larger, by what little they differ."""
    assert a.shape is not None and b.shape is not None
    rank = len(a.shape)
    gaps = [(x - y) if isinstance(x, int) and isinstance(y, int) else 0 for x, y in zip(a.shape[1:-1], b.shape[1:-1])]
    if rank not in (3, 4, 5) or (min(gaps) < 0 < max(gaps)):
        return
    small, large = (b, a) if max(gaps) > 0 else (a, b)
    sizes = [x for x in (small.shape or ())[1:-1] if isinstance(x, int)]
    if any(abs(gap) > size for gap, size in zip(gaps, sizes)):
        return  # of another scale altogether: a pooling or an upsampling is missing
    ends = [f"({abs(gap) // 2}, {abs(gap) - abs(gap) // 2})" for gap in gaps]
    amounts = ends[0] if len(ends) == 1 else f"({', '.join(ends)})"
    yield from _through(facts, error, small, f"ZeroPadding{rank - 2}D", amounts, "Pad the smaller one")
    yield from _through(facts, error, large, f"Cropping{rank - 2}D", amounts, "Crop the larger one")


# --- a vector and a feature map or sequence


def _of_other_rank(facts: Facts, error: LayerError, flat: LayerInput, full: LayerInput) -> Iterator[Fix]:
    assert flat.shape is not None and full.shape is not None
    if len(flat.shape) != 2:
        return
    if error.layer.kind != "Concatenate":
        width = full.shape[-1]
        if isinstance(width, int) and not _within_call(facts, error):
            yield from _through(facts, error, flat, "Dense", str(width), f"Bring the vector to {width} units")
        return
    yield from _last_state(facts, full)
    yield from _through(facts, error, full, "Flatten", "", "Flatten the feature map")
    if len(full.shape) in (3, 4, 5):
        pooling = f"GlobalAveragePooling{len(full.shape) - 2}D"
        yield from _through(facts, error, full, pooling, "", "Average over the feature map")


def _last_state(facts: Facts, given: LayerInput) -> Iterator[Fix]:
    """The last state of a recurrent layer in place of one for each step."""
    maker = nearest(given.layers)
    if maker is not None and maker.kind == "Bidirectional" and "layer" in maker.args:
        inner = getattr(maker.args["layer"].value, "fact", None)
        maker = inner if isinstance(inner, LayerFact) else maker
    kept = maker.args.get("return_sequences") if maker is not None and maker.kind in _RECURRENT else None
    if maker is None or maker.node is None or maker.unit is None or kept is None or is_repeated(facts, maker):
        return
    edit = rewrite.remove_argument(maker.unit, maker.node, kept.node)
    if edit is not None and isinstance(kept.node, ast.Constant):
        yield Fix("Drop return_sequences=True", (edit,), UNSAFE)
