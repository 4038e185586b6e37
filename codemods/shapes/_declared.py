"""Where the shape of a model's input is declared, and how to declare another."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from codemods._support import unit_of
from fixer import rewrite
from fixer.facts.facts import Facts, LayerFact, ModelCall, ModelFact
from fixer.facts.knowledge.layers import RANK, channels_first
from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Array, Const, Dim, PyList, Shape, Tuple, elements
from fixer.findings import Edit


def compatible(sample: Iterable[Dim], declared: Iterable[Dim]) -> bool:
    """Whether sizes of data can be those that a model declares; what is not known can be."""
    return all(e is None or d is None or d == e for d, e in zip(sample, declared))


def text_of_shape(shape: Iterable[Dim]) -> str:
    sizes = ["?" if size is None else str(size) for size in shape]
    return f"({', '.join(sizes)}{',' * (len(sizes) == 1)})"


def first_layer(model: ModelFact) -> LayerFact | None:
    """The first layer that insists on a rank: what kind of data the model is for."""
    for layer in model.layers:
        if layer.kind in RANK or layer.kind in ("Dense", "Embedding", "Flatten", "Reshape", "TimeDistributed"):
            return layer
        if not layer.name or layer.name.startswith("keras.applications."):
            return layer
    return None


def takes_images(model: ModelFact, declared: Shape) -> bool:
    """Whether an input of this shape is for images (or volumes), by the first layer that looks at it."""
    if len(declared) not in (4, 5):
        return False
    layer = first_layer(model)
    if layer is None or not layer.name:
        return layer is None and not model.layers
    return layer.name.startswith("keras.applications.") or RANK.get(layer.kind, 0) in (4, 5)


def takes_sequences(model: ModelFact) -> bool:
    layer = first_layer(model)
    return layer is not None and RANK.get(layer.kind) == 3


def channel_axis(model: ModelFact, declared: Shape) -> int:
    layer = first_layer(model)
    return 1 if layer is not None and channels_first(layer) else len(declared) - 1


def pretrained(model: ModelFact) -> bool:
    """Whether a part of the model was trained elsewhere: then its input is what it is."""
    bases = [layer for layer in model.layers if layer.name.startswith("keras.applications.")]
    return any("weights" not in base.args or base.arg("weights") is not None for base in bases)


_LEAST = {"InceptionV3": 75, "InceptionResNetV2": 75, "Xception": 71}
"""The smallest images that a model of `keras.applications` takes without its top; 32 for the others."""


def may_declare(model: ModelFact, sizes: dict[int, int]) -> bool:
    """Whether the model can be declared for images of these sizes: one trained elsewhere can, if it has no top."""
    if not pretrained(model):
        return True
    bases = [layer for layer in model.layers if layer.name.startswith("keras.applications.")]
    return all(
        base.arg("include_top") is False
        and not base.kind.startswith("NASNet")  # its weights come for one size of images
        and all(axis in (1, 2) and size >= _LEAST.get(base.kind, 32) for axis, size in sizes.items())
        for base in bases
    )


def turned(model: ModelFact, declared: Shape, shape: Shape) -> bool:
    """Whether a model of channels-last images is declared channels first, for just the images that it is given."""
    return (
        len(declared) == len(shape) == 4
        and takes_images(model, declared)
        and channel_axis(model, declared) == 3
        and declared[1] in (1, 3, 4)
        and (*declared[2:], declared[1]) == shape[1:]
        and declared[1:] != shape[1:]
    )


def insists_on(model: ModelFact, declared: Shape, axis: int) -> bool:
    """Whether the model cannot run on data of another size in this axis than it declares.

    The size of the features and channels is that of the first layer's weights; the sizes of an image, or the number
    of steps, matter only where the model flattens them.
    """
    layer = first_layer(model)
    if layer is not None and layer.name and axis == channel_axis(model, declared):
        return layer.kind not in ("Embedding", "Flatten", "Reshape") or flattens(model)
    return flattens(model)


def refuses(facts: Facts, call: ModelCall, declared: Shape, shape: Shape, batched: bool) -> bool:
    """Whether Keras stops on data of this shape, as executions showed it: not every model checks its input.

    `batched` tells data that comes batch by batch, of which Keras 2 does not see the shape before it runs.
    """
    wrong = [axis for axis in range(1, len(declared)) if declared[axis] not in (None, shape[axis])]
    # Height and width the other way round: as many values once they are flattened.
    turned = len(declared) == 4 and declared[1:3] == shape[2:0:-1] and declared[3] == shape[3]
    if not turned and any(insists_on(call.model, declared, axis) for axis in wrong):
        return True
    if facts.target >= 3:
        return call.model.kind == "functional"
    return not batched and call.model.kind in ("functional", "sequential")


def flattens(model: ModelFact) -> bool:
    """Whether the sizes of the axes between batch and channels decide the shape of a layer's weights."""
    pooled = False
    for layer in model.layers:
        if not layer.name:
            return False
        if layer.name.startswith("keras.applications."):
            top = layer.args.get("include_top")
            if top is None or layer.arg("include_top") is True:
                return True
            pooled = layer.arg("pooling") is not None
        pooled = pooled or layer.kind.startswith("Global")
        if layer.kind in ("Flatten", "Reshape"):
            given = layer.input_shape
            return not pooled if given is None else len(given) > 2
    return False


def _mentions(facts: Facts, spot: ast.expr) -> list[ast.expr]:
    """The expressions that give what is written at `spot`, other than itself."""
    others = ((node, seen) for node, seen in facts.values.items() if node is not spot)
    return [node for node, seen in others if any(getattr(value, "at", None) is spot for value in seen)]


def _written(facts: Facts, model: ModelFact, index: int) -> tuple[ast.expr, AnyValue, Unit] | None:
    """The expression that declares an input, and its value; None where calls of one function declare several."""
    node = model.input_nodes[index] if index < len(model.input_nodes) else None
    seen = [] if node is None else facts.values.get(node, [])
    unit = None if node is None else unit_of(facts, node)
    if node is None or unit is None or not seen:
        return None
    places = {id(getattr(value, "at", None)) for value in seen}
    return (node, seen[0], unit) if len(places) == 1 else None


def _batch_axes(unit: Unit, node: ast.expr) -> int:
    """1 where the declaration names the batch axis too."""
    parent = unit.parent(node)
    if isinstance(parent, ast.keyword):
        return 1 if parent.arg in ("batch_shape", "batch_input_shape") else 0
    build = isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and parent.func.attr == "build"
    return 1 if build else 0


def declare_sizes(facts: Facts, model: ModelFact, index: int, sizes: dict[int, str]) -> tuple[Edit, ...] | None:
    """Declare other sizes for some axes (the batch axis counts), there where the numbers are written."""
    found = _written(facts, model, index)
    if found is None:
        return None
    node, value, unit = found
    if isinstance(value, Const):
        return _write_number(facts, node, value, unit, next(iter(sizes.values())), {node}) if len(sizes) == 1 else None
    items = elements(value)
    literal = value.at if isinstance(value, (Tuple, PyList)) else None
    home = None if literal is None else unit_of(facts, literal)
    if items is None or home is None or not isinstance(literal, (ast.Tuple, ast.List)):
        return None
    places = {axis - 1 + _batch_axes(unit, node): size for axis, size in sizes.items()}
    if len(literal.elts) != len(items) or not all(0 <= place < len(items) for place in places):
        return None
    if any(other is not node for other in _mentions(facts, literal)):
        # The tuple is used elsewhere too: only this use of it changes.
        texts = [places.get(i, rewrite.text_of(home, part)) for i, part in enumerate(literal.elts)]
        return (rewrite.replace(unit, node, f"({', '.join(texts)}{',' * (len(texts) == 1)})"),)
    edits: list[Edit] = []
    changing = {literal.elts[place] for place in places}
    for place, size in places.items():
        written = _write_number(facts, literal.elts[place], items[place], home, size, changing)
        if written is None:
            return None
        edits += written
    # One constant for two axes: written once, if it becomes the same for both.
    return tuple(dict.fromkeys(edits)) if not _clash(edits) else None


def _clash(edits: list[Edit]) -> bool:
    spots: dict[tuple[object, int, int], str] = {}
    return any(spots.setdefault((e.path, e.start, e.end), e.text) != e.text for e in edits)


def _write_number(
    facts: Facts, node: ast.expr, value: AnyValue, unit: Unit, size: str, changing: set[ast.expr]
) -> tuple[Edit, ...] | None:
    """Change a number where it is written, if nothing but what is changing uses it, else only this use."""
    spot = value.at if isinstance(value, Const) else None
    home = None if spot is None else unit_of(facts, spot)
    if not isinstance(node, (ast.Constant, ast.Name)):
        return None  # computed: `X.shape[1]`, `28 * 28`
    if home is None or not isinstance(spot, ast.Constant) or not changing.issuperset(_mentions(facts, spot)):
        return (rewrite.replace(unit, node, size),)
    return (rewrite.replace(home, spot, size),)


def declare_axis(facts: Facts, model: ModelFact, index: int, sizes: list[str]) -> tuple[Edit, ...] | None:
    """Declare a whole new shape (without the batch axis) where the old one is written out."""
    found = _written(facts, model, index)
    if found is None:
        return None
    node, value, unit = found
    literal = value.at if isinstance(value, (Tuple, PyList)) else None
    home = None if literal is None else unit_of(facts, literal)
    if home is None or not isinstance(literal, (ast.Tuple, ast.List)) or _batch_axes(unit, node):
        return None
    text = rewrite.text_of(home, literal)
    if "\n" in text or not text.startswith(("(", "[")):
        return None
    new = f"{text[0]}{', '.join(sizes)}{text[-1]}"
    if any(other is not node for other in _mentions(facts, literal)):
        return (rewrite.replace(unit, node, new),)
    return (rewrite.replace(home, literal, new),)


def declare_samples(facts: Facts, model: ModelFact, index: int, shape: Shape) -> tuple[Edit, ...] | None:
    """Declare the shape of one sample where that of the whole array is declared: `x.shape[1:]` for `x.shape`."""
    node = model.input_nodes[index] if index < len(model.input_nodes) else None
    unit = None if node is None else unit_of(facts, node)
    if node is None or unit is None:
        return None
    if isinstance(node, ast.Attribute) and node.attr == "shape":
        return (rewrite.wrap(unit, node, "{}[1:]"),)
    if isinstance(node, ast.Name):
        named = [n for n in ast.walk(unit.tree) if isinstance(n, ast.Name) and n.id == node.id]
        stores = [unit.statement(n) for n in named if isinstance(n.ctx, ast.Store)]
        made = stores[0].value if len(stores) == 1 and isinstance(stores[0], ast.Assign) else None
        if isinstance(made, ast.Attribute) and made.attr == "shape":
            spot = made if len(named) == 2 else node
            return (rewrite.wrap(unit, spot, "{}[1:]"),)
    texts = element_texts(facts, model, index)
    return declare_axis(facts, model, index, texts[1:]) if texts is not None and len(texts) == len(shape) else None


def element_texts(facts: Facts, model: ModelFact, index: int) -> list[str] | None:
    """The sizes of a declaration as they are written."""
    found = _written(facts, model, index)
    literal = found[1].at if found is not None and isinstance(found[1], (Tuple, PyList)) else None
    home = None if literal is None else unit_of(facts, literal)
    if home is None or not isinstance(literal, (ast.Tuple, ast.List)):
        return None
    return [rewrite.text_of(home, part) for part in literal.elts]


def agreeing(facts: Facts, model: ModelFact, index: int, declared: Shape) -> bool:
    """Whether some call gives this model just what it declares."""
    found = False
    for call in facts.model_calls:
        if call.model.identity != model.identity:
            continue
        for feed in call.pairs():
            values = [feed.x] if len(model.inputs) == 1 else elements(feed.x) or []
            value = values[index] if index < len(values) else None
            sample = value.sample_shape if isinstance(value, Array) else None
            if sample is not None and len(sample) == len(declared) - 1:
                found = found or all(e is None or d == e for d, e in zip(sample, declared[1:]))
    return found
