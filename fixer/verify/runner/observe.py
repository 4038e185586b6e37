"""What the expressions of the user's own files gave: kinds, shapes, dtypes and ranges, never the values.

The user's files are compiled with each call, and each value that is stored,
passed to a model or yielded, handed through `MARK` first. Of each place the
first few different observations are sent.
"""

from __future__ import annotations

import ast
import builtins
import math
import sys
from collections.abc import Iterable
from typing import Any

from .post import Send

MARK = "__fixer_seen__"
FEW = 4
"""Different observations kept of one place."""
LOOKS = 64
"""Looks at one place, in a loop say, after which it is left alone."""
LARGE = 50_000_000
"""Elements of an array above which its range is taken of a part."""
ITEMS = 8

METHODS = frozenset(
    """fit evaluate predict train_on_batch test_on_batch predict_on_batch fit_generator evaluate_generator
    predict_generator""".split()
)


class Observer:
    """Describes what it is handed and sends it on, once for each kind of thing at each place."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.seen: dict[str, list[dict[str, Any]]] = {}
        self.looks: dict[str, int] = {}
        setattr(builtins, MARK, self.look)

    def look(self, place: str, value: Any) -> Any:
        looks = self.looks.get(place, 0)
        if looks < LOOKS:
            self.looks[place] = looks + 1
            try:
                found = describe(value)
                known = self.seen.setdefault(place, [])
                if found is not None and len(known) < FEW and found not in known:
                    known.append(found)
                    self.send("seen", {"place": place, "value": found})
            except Exception:
                self.looks[place] = LOOKS  # a value that cannot be looked at is not known
        return value


class Looking(ast.NodeTransformer):
    """Hands the values worth knowing through `MARK`. Positions stay as they are."""

    def __init__(self, path: str) -> None:
        self.path = path

    def visit_Call(self, node: ast.Call) -> ast.AST:
        model_call = isinstance(node.func, ast.Attribute) and node.func.attr in METHODS
        self.generic_visit(node)
        if model_call:
            node.args = [a if isinstance(a, ast.Starred) else self._seen(a) for a in node.args]
            for keyword in node.keywords:
                keyword.value = self._seen(keyword.value)
        if isinstance(node.func, ast.Name) and node.func.id in ("super", "locals", "vars", "globals"):
            return node
        return self._seen(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        self.generic_visit(node)
        node.value = self._seen(node.value)
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        self.generic_visit(node)
        if node.value is not None:
            node.value = self._seen(node.value)
        return node

    def visit_Yield(self, node: ast.Yield) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, (ast.Tuple, ast.List)):
            node.value.elts = [e if isinstance(e, ast.Starred) else self._seen(e) for e in node.value.elts]
        elif node.value is not None:
            node.value = self._seen(node.value)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        # The annotation is left alone: it may be evaluated, or not, as the file says.
        if node.value is not None:
            node.value = self._seen(self.visit(node.value))
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_Match(self, node: ast.AST) -> ast.AST:
        # Patterns look like calls and are none.
        node.subject = self.visit(node.subject)  # type: ignore[attr-defined]
        for case in node.cases:  # type: ignore[attr-defined]
            case.body = [self.visit(statement) for statement in case.body]
        return node

    def _seen(self, node: ast.expr) -> ast.expr:
        if isinstance(node, (ast.Constant, ast.Lambda, ast.JoinedStr)) or _is_mark(node):
            return node
        place = f"{self.path}:{node.lineno}:{node.col_offset}:{node.end_lineno}:{node.end_col_offset}"
        call = ast.Call(ast.Name(MARK, ast.Load()), [ast.Constant(place), node], [])
        ast.copy_location(call, node)
        ast.copy_location(call.func, node)
        ast.copy_location(call.args[0], node)
        return call


def _is_mark(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == MARK


def describe(value: Any, depth: int = 0) -> dict[str, Any] | None:
    """What a value is, without what it holds."""
    kind = type(value)
    if value is None:
        return {"t": "none"}
    if kind is bool:
        return {"t": "bool"}
    if kind is int:
        return {"t": "int", "v": value if abs(value) < 1 << 53 else None}
    if kind is float:
        return {"t": "float", "lo": value if math.isfinite(value) else None}
    if kind is str:
        return {"t": "str"}
    if kind in (list, tuple):
        return _sequence(value, depth)
    if isinstance(value, dict) and len(value) <= ITEMS and depth < 4 and all(type(key) is str for key in value):
        return {"t": "dict", "items": {key: describe(item, depth + 1) for key, item in value.items()}}
    array = _array(value)
    if array is not None:
        return array
    if _is_layer(value):
        return {"t": "layer", "id": id(value), "class": kind.__name__}
    return None


def batches(kept: Iterable[Any]) -> list[dict[str, Any]]:
    """What the batches of a stream are, each kind once."""
    found: list[dict[str, Any]] = []
    for batch in kept:
        told = describe(batch)
        if told is not None and told not in found:
            found.append(told)
    return found


def classes(stream: Any) -> int | None:
    """How many classes a reader of image folders says it has found."""
    names = getattr(stream, "class_indices", None) or getattr(stream, "class_names", None)
    return len(names) if isinstance(names, (dict, list)) else None


def _sequence(value: Any, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {"t": type(value).__name__, "n": len(value)}
    if depth < 4 and len(value) <= ITEMS:
        found["items"] = [describe(item, depth + 1) for item in value]
    elif depth < 4:
        # A long list is told by its ends, and by the lengths of lists inside it.
        first, last = describe(value[0], depth + 1), describe(value[-1], depth + 1)
        lengths = {len(v) for v in value[:1000] if isinstance(v, (list, tuple))}
        found["item"] = first if len(lengths) < 2 and _alike(first, last) else None
        found["ragged"] = len(lengths) > 1
    return found


def _alike(a: dict[str, Any] | None, b: dict[str, Any] | None) -> bool:
    return a is not None and b is not None and a["t"] == b["t"]


def _array(value: Any) -> dict[str, Any] | None:
    module = type(value).__module__.partition(".")[0]
    if module not in ("numpy", "tensorflow", "torch", "pandas", "jax", "jaxlib", "keras", "tf_keras"):
        return None
    shape = getattr(value, "shape", None)
    if shape is None or callable(shape):
        return None
    if module in ("keras", "tf_keras") or type(value).__name__ in ("KerasTensor", "SymbolicTensor"):
        return None  # symbolic: the code tells more
    try:
        sizes = [None if size is None else int(size) for size in shape]
    except (TypeError, ValueError):
        return None
    dtype = getattr(value, "dtype", None)
    found: dict[str, Any] = {"t": "array", "lib": module, "shape": sizes, "dtype": _dtype_name(dtype, value)}
    found.update(_range(value, module))
    return found


def _dtype_name(dtype: Any, value: Any) -> str | None:
    if dtype is None and type(value).__name__ == "DataFrame":
        kinds = {str(kind) for kind in value.dtypes}
        return kinds.pop() if len(kinds) == 1 else "object"
    name = getattr(dtype, "name", None) or str(dtype)
    return str(name).replace("torch.", "")


def _range(value: Any, module: str) -> dict[str, Any]:
    """Least and greatest, whether there is a NaN, how many different whole numbers, whether rows are one-hot."""
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return {}
    if module == "torch":
        value = value.detach().cpu().numpy()
    elif module != "numpy":
        value = numpy.asarray(value)
    if value.dtype.kind not in "iufb" or value.size == 0:
        return {}
    whole = value.dtype.kind in "iub"
    part = value if value.size <= LARGE else value[:: max(1, len(value) // 64)]
    lo, hi = float(part.min()), float(part.max())
    found: dict[str, Any] = {}
    if math.isfinite(lo) and math.isfinite(hi):
        found = {"lo": lo, "hi": hi}
    else:
        found["nan"] = bool(numpy.isnan(part).any())
    if part.size <= 5_000_000 and (whole or (part == numpy.floor(part)).all()):
        found["whole"] = True
        if hi - lo < 10_000:
            found["distinct"] = len(numpy.unique(part))
        if part.ndim == 2 and part.shape[1] > 1 and lo == 0 and hi == 1:
            found["one_hot"] = bool((part.sum(axis=1) == 1).all())
    return found


def _is_layer(value: Any) -> bool:
    for library in ("keras", "tf_keras"):
        module = sys.modules.get(library)
        layer = getattr(getattr(module, "layers", None), "Layer", None)
        if layer is not None and isinstance(value, layer):
            return True
    return False


def model(value: Any) -> dict[str, Any]:
    """A model of Keras: its inputs, outputs and layers, its loss and what its last layer applies."""
    layers = [_layer(layer) for layer in getattr(value, "layers", [])]
    loss = getattr(value, "loss", None)
    return {
        "class": type(value).__name__,
        "built": bool(getattr(value, "built", False)),
        "inputs": _shapes(getattr(value, "inputs", None)),
        "outputs": _shapes(getattr(value, "outputs", None)),
        "layers": layers[:400],
        "loss": loss if isinstance(loss, str) else getattr(loss, "__name__", None) or type(loss).__name__,
    }


def _layer(layer: Any) -> dict[str, Any]:
    activation = getattr(layer, "activation", None)
    return {
        "id": id(layer),
        "class": type(layer).__name__,
        "name": getattr(layer, "name", ""),
        "in": _shapes(_attribute(layer, "input")),
        "out": _shapes(_attribute(layer, "output")),
        "activation": getattr(activation, "__name__", None),
        "weights": [[int(size) for size in weight.shape] for weight in layer.weights] if layer.built else [],
    }


def _attribute(layer: Any, name: str) -> Any:
    try:
        return getattr(layer, name)
    except (AttributeError, RuntimeError, ValueError):
        return None  # a layer that is not connected yet, or more than once


def _shapes(tensors: Any) -> list[list[int | None]] | None:
    if tensors is None:
        return None
    if isinstance(tensors, dict):
        tensors = list(tensors.values())
    if not isinstance(tensors, (list, tuple)):
        tensors = [tensors]
    return [[None if size is None else int(size) for size in tensor.shape] for tensor in tensors]
