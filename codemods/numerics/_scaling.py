"""Where and how to scale images to 0..1."""

from __future__ import annotations

import ast

from codemods._support import feeds, unit_of
from codemods.containers._casts import is_cast
from codemods.numerics._images import is_unscaled_image, takes_as_it_is
from fixer import rewrite
from fixer.facts.facts import Facts, Feed, ModelCall
from fixer.facts.knowledge.data import ImageGenerator
from fixer.facts.program import Unit
from fixer.facts.values import Array, Batches, Class, Function, Ref
from fixer.findings import Edit

Mend = tuple[Unit, ast.expr, tuple[Edit, ...]]

_HARMLESS = ("builtins.", "matplotlib.", "numpy.expand_dims", "numpy.reshape", "numpy.array", "numpy.asarray",
             "numpy.random.shuffle", "numpy.concatenate", "numpy.stack", "sklearn.model_selection.",
             "tensorflow.data.Dataset.", "tensorflow.expand_dims", "tensorflow.reshape")  # fmt: skip
_KEEPING = frozenset(
    "shape dtype ndim size reshape astype max min mean std copy transpose append flow map batch".split()
)
_LOADERS = ("image_dataset_from_directory",)
_OF_LOADED = ("class_names", "file_paths")


def scaled(facts: Facts, call: ModelCall, feed: Feed, array: Array) -> Mend | None:
    """The place that a report points at, and the edits that scale the images there."""
    if feed.batches is not None and (found := _by_loader(facts, call, feed, feed.batches)) is not None:
        return found
    place = _place(facts, array)
    unit = unit_of(facts, place) if place is not None else None
    if place is None or unit is None or array.origin is None or _needs_bytes(facts, array.origin):
        return _at(facts, unit_of(facts, feed.x_node), feed.x_node, array)
    if not isinstance(getattr(place, "ctx", ast.Load()), ast.Load):
        return _behind(facts, unit, place, array)
    return _at(facts, unit, place, array)


def _place(facts: Facts, array: Array) -> ast.expr | None:
    """The last cast to float, if there is one: whoever wrote it meant the images to be numbers from there on."""
    for step in reversed(array.steps):
        if is_cast(step) and any(isinstance(v, Array) and v.is_float for v in facts.values.get(step, ())):
            return step
    return array.origin


def _template(unit: Unit, array: Array) -> str | None:
    """How to scale an array in this file, `{}` for the array."""
    if array.is_float:
        return "{} / 255.0"
    if array.lib == "numpy":
        return f"{{}}.astype({rewrite.quoted(unit, 'float32')}) / 255.0"
    tf = rewrite.imported_name(unit, "tensorflow")
    return None if tf is None else f"{tf}.cast({{}}, {tf}.float32) / 255.0"


def _at(facts: Facts, unit: Unit | None, node: ast.expr, array: Array) -> Mend | None:
    """Around the expression that gives them."""
    if unit is None or isinstance(node, (ast.Tuple, ast.List)):
        return None
    made = next((value for value in facts.values.get(node, ()) if isinstance(value, Array)), array)
    text = _template(unit, made)
    if text is None:
        return None
    if isinstance(unit.parent(node), (ast.Attribute, ast.Subscript, ast.BinOp, ast.UnaryOp)):
        text = f"({text})"
    return unit, node, (rewrite.wrap(unit, node, text),)


def _behind(facts: Facts, unit: Unit, place: ast.expr, array: Array) -> Mend | None:
    """Behind the assignment that unpacks them, together with the other images of it."""
    statement, text = unit.statement(place), _template(unit, array)
    if not isinstance(statement, ast.Assign) or text is None:
        return None
    names = {place.id} if isinstance(place, ast.Name) else set()
    names |= set(_siblings(facts, statement))
    order = [n.id for n in ast.walk(statement) if isinstance(n, ast.Name) and n.id in names]
    lines = [f"{name} = {text.replace('{}', name)}" for name in dict.fromkeys(order)]
    return unit, place, (rewrite.insert_after(unit, statement, "\n".join(lines)),)


def _siblings(facts: Facts, statement: ast.Assign) -> list[str]:
    """The other images that the same statement unpacks: test data that no model has seen yet."""
    names = []
    for target in ast.walk(statement):
        if not isinstance(target, ast.Name) or not isinstance(target.ctx, ast.Store):
            continue
        for seen in facts.values.values():
            value = next((v for v in seen if isinstance(v, Array) and v.origin is target), None)
            if value is not None and value.rank is not None and value.rank > 2 and value.hi == 255:
                if not _needs_bytes(facts, target):  # else they are scaled, or looked at, further down
                    names.append(target.id)
                break
    return names


# --- loaders


def _by_loader(facts: Facts, call: ModelCall, feed: Feed, batches: Batches) -> Mend | None:
    """An `ImageDataGenerator` can rescale by itself; a dataset of image files is mapped."""
    made = next((m for m in facts.method_calls if m.node is batches.at), None)
    if made is not None and isinstance(made.owner, ImageGenerator):
        loader = made.owner.at
        unit = unit_of(facts, loader) if loader is not None else None
        if unit is None or not isinstance(loader, ast.Call):
            return None
        edit = rewrite.add_keyword(unit, loader, "rescale", "1.0 / 255")
        return None if edit is None else (unit, loader, (edit,))
    origin = feed.x.origin if isinstance(feed.x, Array) else None
    source = next((c for c in facts.library_calls if c.node is origin and c.name.endswith(_LOADERS)), None)
    if source is None or feed.y is None:
        return None
    given = call.args.get("validation_data" if feed.role == "validation_data" else "x")
    read = any(isinstance(n, ast.Attribute) and n.attr in _OF_LOADED for n in ast.walk(source.unit.tree))
    unit, node = (call.unit, given.node) if read and given is not None else (source.unit, source.node)
    return unit, node, (rewrite.wrap(unit, node, "{}.map(lambda x, y: (x / 255.0, y))"),)


# --- who else reads them


def _needs_bytes(facts: Facts, origin: ast.expr) -> bool:
    """Whether something else that the program does with these images needs them as they are."""
    for call, feed in feeds(facts):
        value = feed.x
        if isinstance(value, Array) and value.origin is origin:
            if not is_unscaled_image(value, call.model) or not takes_as_it_is(call.model):
                return True
        elif isinstance(feed.y, Array) and feed.y.origin is origin:
            return True
    for node, seen in facts.values.items():
        if any(isinstance(v, Array) and v.origin is origin for v in seen) and not _harmless(facts, node):
            return True
    return False


def _harmless(facts: Facts, node: ast.expr) -> bool:
    """Whether the code around one mention of the images goes on as before when they are scaled."""
    unit = unit_of(facts, node)
    parent = None if unit is None else unit.parent(node)
    while unit is not None and isinstance(parent, (ast.Tuple, ast.List, ast.keyword, ast.Starred)):
        parent = unit.parent(parent)
    match parent:
        case ast.Attribute():
            return parent.attr in _KEEPING
        case ast.Call():
            if parent.func is node or any(call.node is parent for call in facts.model_calls):
                return True
            seen = facts.values.get(parent.func, [])
            if seen and all(isinstance(value, (Function, Class)) for value in seen):
                return True  # what happens inside is looked at there
            names = [value.name for value in seen if isinstance(value, Ref)]
            if names:
                return all(name.startswith(_HARMLESS) for name in names)
            return isinstance(parent.func, ast.Attribute) and parent.func.attr in (*_KEEPING, "imshow")
        case ast.BinOp() | ast.UnaryOp() | ast.AugAssign() | ast.Compare():
            return False
    return True
