"""Edits of what a model is compiled with and of its last layer, in the file's own style."""

from __future__ import annotations

import ast

from codemods._support import is_module_constant, unit_of
from codemods.labels._lessons import Lesson
from fixer import rewrite
from fixer.facts.facts import Argument, CompileFact, Facts, LayerFact, ModelFact
from fixer.facts.program import Unit, canonical
from fixer.facts.values import Array, Const, Ref, Value, const, const_int
from fixer.findings import Edit

Edits = tuple[Edit, ...]

_SPARSE_METRICS = {
    "categorical_accuracy": "sparse_categorical_accuracy",
    "categorical_crossentropy": "sparse_categorical_crossentropy",
    "top_k_categorical_accuracy": "sparse_top_k_categorical_accuracy",
    "CategoricalAccuracy": "SparseCategoricalAccuracy",
    "CategoricalCrossentropy": "SparseCategoricalCrossentropy",
    "TopKCategoricalAccuracy": "SparseTopKCategoricalAccuracy",
}
_DENSE_METRICS = {new: old for old, new in _SPARSE_METRICS.items()}
_NEED_ROWS = frozenset("Precision Recall AUC F1Score FBetaScore PrecisionAtRecall RecallAtPrecision".split())
"""Metrics that count over the units of a row: they cannot take class numbers."""

_HEADS = {"Dense": "units", "Conv1D": "filters", "Conv2D": "filters", "Conv3D": "filters"}
_AFTER_HEAD = frozenset("Activation Softmax ReLU LeakyReLU Dropout".split())


# --- the loss


def rename_loss(facts: Facts, compiled: CompileFact, name: str, options: frozenset[str]) -> Edits | None:
    """State the loss `name` instead, in the form that it has: a string, a function or an object.

    None where an object is given options that the new one does not take.
    """
    argument = compiled.args["loss"]
    value = argument.value
    if isinstance(value, Const):
        place = _literal(facts, argument, compiled.node)
        return None if place is None else (rewrite.replace(place[0], place[1], requoted(*place, name)),)
    if isinstance(value, Ref):
        if not _is_given(compiled.node, argument.node):
            return None
        return rename_object(compiled.unit, argument.node, name)
    made = value.at if isinstance(value, Value) else None
    unit = unit_of(facts, made) if made is not None else None
    if unit is None or not isinstance(made, ast.Call):
        return None
    if made.args or any(k.arg is None or k.arg not in options for k in made.keywords):
        return None
    return rename_object(unit, made.func, camel(name))


def set_from_logits(facts: Facts, compiled: CompileFact) -> Edits | None:
    """Tell the loss that it gets logits: a string or a function becomes an object for that."""
    argument = compiled.args["loss"]
    made = getattr(argument.value, "at", None)
    if isinstance(made, ast.Call):
        unit = unit_of(facts, made)
        if unit is None or made.args:
            return None
        edit = rewrite.set_argument(unit, made, "from_logits", "True")
        return None if edit is None else (edit,)
    if not _is_given(compiled.node, argument.node):
        return None
    name, imports = keras_name(compiled.unit, f"losses.{camel(compiled.loss)}")
    return (*imports, rewrite.replace(compiled.unit, argument.node, f"{name}(from_logits=True)"))


def _literal(facts: Facts, argument: Argument, call: ast.Call) -> tuple[Unit, ast.expr] | None:
    """Where the string that an argument holds is written."""
    for node in (getattr(argument.value, "at", None), argument.node if _is_given(call, argument.node) else None):
        unit = unit_of(facts, node) if node is not None else None
        if unit is not None and isinstance(node, ast.expr):
            return unit, node
    return None


def _is_given(call: ast.Call, node: ast.expr) -> bool:
    """Whether an argument stands in the call itself, not in a dict that is spread over it."""
    return node in call.args or any(k.value is node and k.arg is not None for k in call.keywords)


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def requoted(unit: Unit, node: ast.expr, text: str) -> str:
    """`text` as a string with the quotes of the one that stands there."""
    old = rewrite.text_of(unit, node)
    quote = old[:1] if old[:1] in ("'", '"') and old[:3] not in ("'''", '"""') else ""
    return f"{quote}{text}{quote}" if quote else rewrite.quoted(unit, text)


def rename_object(unit: Unit, node: ast.expr, name: str) -> Edits | None:
    """Take another object of the same module: `losses.A` to `losses.B`, and imports along where `A` is imported."""
    if isinstance(node, ast.Attribute):
        return (rewrite.replace(unit, node, rewrite.text_of(unit, node.value) + "." + name),)
    if not isinstance(node, ast.Name):
        return None
    for statement in ast.walk(unit.tree):
        if not isinstance(statement, ast.ImportFrom):
            continue
        for alias in statement.names:
            if (alias.asname or alias.name) == node.id and alias.name != "*":
                return _rename_import(unit, node, statement, alias, name)
    found = sibling(unit, node, name)  # by `import *`
    return None if found is None else (*found[1], rewrite.replace(unit, node, found[0]))


def _rename_import(unit: Unit, node: ast.Name, statement: ast.ImportFrom, alias: ast.alias, name: str) -> Edits:
    """Use `name` of an import that brings `alias`, which goes where nothing else needs it."""
    use = rewrite.replace(unit, node, name)
    if any(other.name == name and other.asname is None for other in statement.names):
        return (use,)
    if len(unit.names(node.id)) > 1:
        return (_import_also(unit, statement, name), use)
    span = unit.lines.span(alias)
    return (Edit(unit.source.path, span.start, span.end, name), use)


def sibling(unit: Unit, node: ast.expr, name: str) -> tuple[str, Edits] | None:
    """How to write another object of the module that `node` names one of, with what the import lacks."""
    if isinstance(node, ast.Attribute):
        return f"{rewrite.text_of(unit, node.value)}.{name}", ()
    for statement in ast.walk(unit.tree):
        if not isinstance(statement, ast.ImportFrom) or not isinstance(node, ast.Name):
            continue
        bound = {alias.name: alias.asname or alias.name for alias in statement.names}
        if node.id in bound.values():
            if name in bound:
                return bound[name], ()
            return name, (_import_also(unit, statement, name),)
        if "*" in bound:
            return name, ()
    return None


def _import_also(unit: Unit, statement: ast.ImportFrom, name: str) -> Edit:
    """`name` among what the statement imports: in its order, where the names are in order."""
    names = [alias.name for alias in statement.names]
    after = [alias for alias in statement.names if alias.name > name]
    if names == sorted(names) and after:
        start = unit.lines.span(after[0]).start
        return Edit(unit.source.path, start, start, f"{name}, ")
    end = unit.lines.span(statement.names[-1]).end
    return Edit(unit.source.path, end, end, f", {name}")


# --- metrics


def rename_metrics(facts: Facts, compiled: CompileFact, sparse: bool) -> tuple[Edits, str]:
    """Make the metrics follow the loss; the second is a metric that cannot."""
    argument = compiled.args.get("metrics")
    if argument is None:
        return (), ""
    listing = argument.value.at if isinstance(argument.value, Value) or hasattr(argument.value, "at") else None
    nodes = listing.elts if isinstance(listing, (ast.List, ast.Tuple)) else [argument.node]
    names = _SPARSE_METRICS if sparse else _DENSE_METRICS
    edits: list[Edit] = []
    for node, value in zip(nodes, compiled.metrics):
        unit = unit_of(facts, node)
        if unit is None:
            continue
        if isinstance(value, Const) and value.value in names:
            at = value.at if isinstance(value.at, ast.Constant) else node
            home = unit_of(facts, at)
            if home is not None:
                edits.append(rewrite.replace(home, at, requoted(home, at, names[value.value])))
            continue
        func = node.func if isinstance(node, ast.Call) else node
        found = next((call.name for call in facts.library_calls if call.node is node), getattr(value, "name", ""))
        last = str(found).rsplit(".", 1)[-1]
        if last in names:
            edits.extend(rename_object(unit, func, names[last]) or ())
        elif sparse and (last in _NEED_ROWS or const(value) in _NEED_ROWS):
            return (), last or str(const(value))
    return tuple(edits), ""


# --- the labels


def keras_name(unit: Unit, path: str) -> tuple[str, Edits]:
    """How the file can write `keras.<path>`, with the import that it may need."""
    last = path.rpartition(".")[2]
    for node in unit.tree.body:
        if isinstance(node, ast.ImportFrom) and canonical(f"{node.module}.{last}") == f"keras.{path}":
            for alias in node.names:
                if alias.name == last:
                    return alias.asname or last, ()
    known = rewrite.imported_name(unit, f"keras.{path}")
    if known is not None:
        return known, ()
    root = rewrite.imported_name(unit, "tensorflow")
    if root is not None:
        return f"{root}.keras.{path}", ()
    modules = [n.module for n in unit.tree.body if isinstance(n, ast.ImportFrom) and n.module]
    package = "tensorflow.keras" if any(m.startswith("tensorflow.keras") for m in modules) else "keras"
    module, _, name = path.rpartition(".")
    return name, (rewrite.insert_import(unit, f"from {package}.{module} import {name}"),)


def one_hot_labels(group: list[Lesson]) -> Edits | None:
    """`to_categorical` around the labels wherever they are given to the model."""
    edits: list[Edit] = []
    for lesson in group:
        unit, node = lesson.call.unit, lesson.feed.y_node
        if node is None or lesson.feed.batches is not None or lesson.call.node not in unit.ancestors(node):
            return None
        name, imports = keras_name(unit, "utils.to_categorical")
        edits += [e for e in imports if e not in edits]
        wrapped = rewrite.wrap(unit, node, f"{name}({{}}, {lesson.units})")
        if wrapped not in edits:
            edits.append(wrapped)
    return tuple(edits)


# --- the last layer


def head(model: ModelFact) -> tuple[LayerFact, Argument] | None:
    """The layer that gives the output its last axis, with the argument that says how large."""
    for layer in reversed(model.tail):
        if layer.kind in _AFTER_HEAD:
            continue
        if layer.kind == "TimeDistributed" and "layer" in layer.args:
            inner = getattr(layer.args["layer"].value, "fact", None)
            layer = inner if isinstance(inner, LayerFact) else layer
        size = layer.args.get(_HEADS.get(layer.kind, ""))
        return None if size is None or layer.node is None else (layer, size)
    return None


def set_units(facts: Facts, model: ModelFact, count: int, labels: Array | None = None) -> Edits | None:
    """Give the last layer `count` units: by the name of the labels' own constant where they have one."""
    found = head(model)
    if found is None:
        return None
    place = _own_literal(facts, found[1])
    if place is None:
        return None
    unit, node = place
    text = str(count)
    if node is found[1].node and labels is not None:
        text = class_constant(facts, unit, node, labels, count) or text
    return (rewrite.replace(unit, node, text),)


def _own_literal(facts: Facts, argument: Argument) -> tuple[Unit, ast.expr] | None:
    """Where an argument's number can be changed for this use alone: where it is written, if nothing else reads it."""
    unit = unit_of(facts, argument.node)
    if unit is None:
        return None
    node, origin = argument.node, getattr(argument.value, "at", None)
    if not isinstance(node, ast.Name) or not isinstance(origin, ast.Constant) or origin not in unit.parents:
        return unit, node
    parent = unit.parent(origin)
    targets = parent.targets if isinstance(parent, ast.Assign) else []
    read = {node.id, *(t.id for t in targets if isinstance(t, ast.Name))}
    loads = [n for name in read for n in unit.names(name) if isinstance(n.ctx, ast.Load)]
    return (unit, origin) if len(loads) == len(read) else (unit, node)


_CLASS_COUNTS = ("num_classes", "depth", "high", "low", "N", "n_classes", "centers")


def class_constant(facts: Facts, unit: Unit, node: ast.expr, labels: Array, count: int) -> str:
    """The name of the constant that the labels were made with, where it holds `count` and is known at `node`."""
    for call in facts.library_calls:
        if call.node is not labels.origin and call.node is not labels.at:
            continue
        for name in _CLASS_COUNTS:
            given = call.args.get(name)
            if given is None or const_int(given.value) != count or not isinstance(given.node, ast.Name):
                continue
            stated = given.value.at if isinstance(given.value, Value) else None
            if unit_of(facts, given.node) is unit and is_module_constant(unit, given.node.id):
                return given.node.id if stated is not None and stated.lineno < node.lineno else ""
    return ""


def set_activation(facts: Facts, model: ModelFact, name: str) -> Edits | None:
    """Let the last layer apply the activation `name`."""
    for layer in reversed(model.tail):
        if layer.kind == "Dropout":
            continue
        unit = layer.unit
        given = layer.args.get("activation")
        if unit is None or layer.node is None or layer.kind not in (*_HEADS, "Activation"):
            return None
        if given is None:
            edit = rewrite.add_keyword(unit, layer.node, "activation", rewrite.quoted(unit, name))
            return None if edit is None else (edit,)
        if unit_of(facts, given.node) is not unit:
            return None
        text = requoted(unit, given.node, name)
        return (rewrite.replace(unit, given.node, text),)
    return None


def is_alone(facts: Facts, model: ModelFact) -> bool:
    """Whether no model of another kind is built or compiled by the same code, which a mend would change too."""
    mine = _built_by(model)
    for other in (*facts.models, *(call.model for call in facts.model_calls)):
        if other.identity == model.identity or other.compiled is None or _purpose(other) == _purpose(model):
            continue
        if mine & _built_by(other):
            return False
    return True


def _built_by(model: ModelFact) -> set[int]:
    """The code that makes the model's last layer and compiles it."""
    found = head(model)
    nodes: list[object] = [found[0].node] if found else []
    if model.compiled is not None:
        nodes.append(model.compiled.node)
    return {id(node) for node in nodes}


def _purpose(model: ModelFact) -> tuple[object, str | None]:
    size = model.output[-1] if model.output else None
    return size, model.compiled.loss if model.compiled else None
