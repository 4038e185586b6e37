"""What a script tells of data that are not here: read off its text, without running any of it.

It is the text on disk that is asked, also where a mended one is run, so that both
see the same data.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator
from functools import cached_property
from typing import Any

Root = tuple[str, Any]
"""A name, and the key or column that is taken of it (None for all of it)."""

SIZELESS = {"Conv1D": (32, 8), "LSTM": (20, 8), "GRU": (20, 8), "SimpleRNN": (20, 8), "Bidirectional": (20, 8),
            "Conv2D": (32, 32, 3), "SeparableConv2D": (32, 32, 3), "Conv3D": (16, 16, 16, 1),
            "Embedding": (32,)}  # fmt: skip
"""What a first layer takes whose shape is not written down."""
CONTENT = frozenset({"fit", "evaluate", "train_on_batch", "flow", "train_test_split", "fit_generator", "TensorDataset"})
"""Calls that take inputs first and labels second."""


class Hints:
    """One file of the script's, parsed."""

    def __init__(self, text: bytes | str) -> None:
        self.tree = ast.parse(text)
        self.parents: dict[ast.AST, ast.AST] = {}
        for node in ast.walk(self.tree):
            for inner in ast.iter_child_nodes(node):
                self.parents[inner] = node
        self.nodes = list(ast.walk(self.tree))
        self.calls = sorted((n for n in self.nodes if isinstance(n, ast.Call)), key=lambda n: (n.lineno, n.col_offset))
        self.functions = {n.name: n for n in self.nodes if isinstance(n, ast.FunctionDef)}

    @cached_property
    def assigned(self) -> list[tuple[ast.expr, ast.expr]]:
        """Targets and what they are given; also of parameters, loops and `with`."""
        found: list[tuple[ast.expr, ast.expr]] = []
        for node in self.nodes:
            if isinstance(node, ast.Assign):
                found += [pair for target in node.targets for pair in _paired(target, node.value)]
            elif isinstance(node, (ast.AnnAssign, ast.AugAssign)) and node.value is not None:
                found.append((node.target, node.value))
            elif isinstance(node, (ast.For, ast.comprehension)):
                found.append((node.target, node.iter))
            elif isinstance(node, ast.With):
                found += [(i.optional_vars, i.context_expr) for i in node.items if i.optional_vars is not None]
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in self.functions:
                names = [a.arg for a in self.functions[node.func.id].args.args]
                for name, value in zip(names, node.args):
                    found.append((ast.Name(name, ast.Store()), value))
                found += [(ast.Name(k.arg, ast.Store()), k.value) for k in node.keywords if k.arg]
        return [pair for target, value in found for pair in self._called(target, value)]

    def _called(self, target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
        """Through the tuple that a split, or a function of the script's own, returns."""
        pairs = [(target, value)]
        if isinstance(target, ast.Name) and isinstance(value, ast.Name) and target.id == value.id:
            return []
        if not isinstance(value, ast.Call):
            return pairs
        elements = target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]
        if name_of(value) == "train_test_split" and len(elements) == 2 * len(value.args):
            return [(element, value.args[place // 2]) for place, element in enumerate(elements)]
        function = self.functions.get(name_of(value))
        for node in ast.walk(function) if function is not None else ():
            if isinstance(node, ast.Return) and node.value is not None:
                pairs += _paired(target, node.value)
        return pairs if len(pairs) < 2 or len(elements) < 2 else pairs[1:]

    # Values that are written down

    @cached_property
    def constants(self) -> dict[str, ast.expr]:
        found: dict[str, list[ast.expr]] = {}
        for target, value in self.assigned:
            if isinstance(target, ast.Name):
                found.setdefault(target.id, []).append(value)
        return {name: values[0] for name, values in found.items() if len({ast.dump(v) for v in values}) == 1}

    def value(self, node: ast.AST | None, depth: int = 0) -> Any:
        """A literal, through names and arithmetic; None for what is not known, also inside of tuples."""
        if node is None or depth > 12:
            return None
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, (ast.Tuple, ast.List)):
            return tuple(self.value(e, depth + 1) for e in node.elts)
        if isinstance(node, ast.Dict):
            return {self.value(k, depth + 1): self.value(v, depth + 1) for k, v in zip(node.keys, node.values)}
        if isinstance(node, ast.Name):
            return self.value(self.constants.get(node.id), depth + 1)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            inner = self.value(node.operand, depth + 1)
            return -inner if isinstance(inner, (int, float)) else None
        if isinstance(node, ast.Call) and name_of(node) == "len" and node.args:
            inner = self.value(node.args[0], depth + 1)
            return len(inner) if isinstance(inner, (tuple, dict, str)) else None
        if isinstance(node, ast.BinOp):
            return _arithmetic(node.op, self.value(node.left, depth + 1), self.value(node.right, depth + 1))
        return None

    def argument(self, call: ast.Call, name: str, place: int | None = None) -> Any:
        """An argument's value, by keyword or by place."""
        return self.value(argument(call, name, place))

    # The model

    @cached_property
    def input_shape(self) -> tuple[int, ...] | None:
        """What the first model takes a sample, as far as it is written down."""
        for call in self.calls:
            for name in ("input_shape", "batch_input_shape", "input_dim", "shape", "input_size"):
                known = name_of(call)
                if name == "shape" and known not in ("Input", "InputLayer"):
                    continue
                place = 0 if name == "shape" else None
                if name == "input_dim" and known == "Embedding":
                    continue
                given = self._shape_of(argument(call, name, place))
                if isinstance(given, int):
                    given = (given,)
                if name == "batch_input_shape" and given:
                    given = given[1:]
                if given and all(isinstance(n, int) and n > 0 for n in given):
                    return tuple(given)
        layer = self.first_layer
        return SIZELESS.get(layer)

    def _shape_of(self, node: ast.expr | None) -> Any:
        """A shape; where it is a parameter of the function that builds the model, what its callers give."""
        given = self.value(node)
        if given is None and isinstance(node, ast.Name):
            for target, value in self.assigned:
                if isinstance(target, ast.Name) and target.id == node.id and self.value(value) is not None:
                    return self.value(value)
        return given

    @cached_property
    def first_layer(self) -> str:
        kinds = {*SIZELESS, "Dense", "Flatten"}
        return next((name_of(c) for c in self.calls if name_of(c) in kinds), "")

    @cached_property
    def vocabulary(self) -> int:
        sizes = [self.argument(c, "input_dim", 0) for c in self.calls if name_of(c) == "Embedding"]
        return min([n for n in sizes if isinstance(n, int)], default=1000)

    @cached_property
    def loss(self) -> str:
        """Every loss that is named, as one lower-case word."""
        found = []
        for call in self.calls:
            given = argument(call, "loss", None) if name_of(call) == "compile" else None
            if name_of(call) == "compile" and given is None:
                given = call.args[1] if len(call.args) > 1 else None
            if given is not None:
                found.append(ast.unparse(given).lower().replace("_", "").replace("'", ""))
        return " ".join(found)

    @cached_property
    def last_units(self) -> int | None:
        sizes = []
        for call in self.calls:
            if name_of(call) == "Dense":
                sizes.append(self.argument(call, "units", 0))
            elif name_of(call) == "Linear":
                sizes.append(self.argument(call, "out_features", 1))
        return sizes[-1] if sizes and isinstance(sizes[-1], int) else None

    @cached_property
    def classes(self) -> int | None:
        """How many there are; None where the labels are no classes."""
        for call in self.calls:
            if name_of(call) in ("to_categorical", "one_hot"):
                count = self.argument(call, "num_classes" if name_of(call) == "to_categorical" else "depth", 1)
                if isinstance(count, int):
                    return count
        named = [self.value(v) for t, v in self.assigned if isinstance(t, ast.Name) and "class" in t.id.lower()]
        lists = [len(v) for v in named if isinstance(v, tuple) and len(v) > 1 and all(isinstance(x, str) for x in v)]
        units = self.last_units
        if "crossentropy" in self.loss:
            if "binary" in self.loss:
                return 2
            return units if units and units > 1 else lists[0] if lists else 3
        if self.loss:
            return None
        return units if units and units > 1 else lists[0] if lists else 2

    @cached_property
    def one_hot(self) -> bool:
        """Whether labels must come as one-hot rows."""
        return "categoricalcrossentropy" in self.loss and "sparse" not in self.loss and not any(
            name_of(c) in ("to_categorical", "one_hot", "get_dummies", "eye", "OneHotEncoder", "LabelBinarizer",
                           "convert_to_one_hot") for c in self.calls)  # fmt: skip

    # What becomes of a value

    def roots(self, node: ast.AST | None) -> set[Root]:
        """The names that a value is made of, each with the key that is taken of it."""
        if node is None or isinstance(node, ast.Constant):
            return set()
        if isinstance(node, ast.Name):
            return {(node.id, None)}
        if isinstance(node, ast.Subscript):
            keys = self._keys(node.slice)
            inner = self.roots(node.value)
            return {(n, k) for n, old in inner for k in keys if old is None} or inner if keys else inner
        if isinstance(node, ast.Attribute):
            return self.roots(node.value)
        if isinstance(node, ast.Call):
            found = self.roots(node.func.value) if isinstance(node.func, ast.Attribute) else set()
            if name_of(node) in ("drop", "pop", "get") and isinstance(node.func, ast.Attribute):
                key = self.value(node.args[0]) if node.args and name_of(node) != "drop" else None
                return {(n, key) for n, _ in found}
            for inner_node in (*node.args, *(k.value for k in node.keywords)):
                found |= self.roots(inner_node)
            return found
        if isinstance(node, (ast.ListComp, ast.GeneratorExp)):
            return self.roots(node.generators[0].iter)
        if isinstance(node, ast.Lambda):
            return set()
        result: set[Root] = set()
        for child in ast.iter_child_nodes(node):
            result |= self.roots(child)
        return result

    def _keys(self, index: ast.expr) -> list[str]:
        if isinstance(index, ast.Tuple) and len(index.elts) == 2:
            index = index.elts[1]  # .loc[:, "name"]
        given = self.value(index)
        if isinstance(given, str):
            return [given]
        return [k for k in given if isinstance(k, str)] if isinstance(given, tuple) else []

    def closure(self, name: str) -> set[str]:
        """The names that hold this value, or the whole of it in another form."""
        found = {name}
        grown = True
        while grown:
            grown = False
            for target, value in self._flows:
                if target not in found and any(n in found and k is None for n, k in self._roots_of(value)):
                    found.add(target)
                    grown = True
        return found

    @cached_property
    def _flows(self) -> list[tuple[str, ast.expr]]:
        found = []
        for target, value in self.assigned:
            for name in _names(target):
                found.append((name, value))
        return found

    def _roots_of(self, node: ast.expr) -> set[Root]:
        known: dict[ast.expr, set[Root]] = self.__dict__.setdefault("_known_roots", {})
        if node not in known:
            known[node] = self.roots(node)
        return known[node]

    @cached_property
    def roles(self) -> dict[Root, set[str]]:
        """Which values come to be a model's inputs (`x`) and which its labels (`y`)."""
        found: dict[Root, set[str]] = {}
        for call in self.calls:
            given = [a for a in call.args if not isinstance(a, ast.Starred)]
            name = name_of(call)
            if name in CONTENT and isinstance(call.func, (ast.Attribute, ast.Name)):
                for role, value in zip("xy", given):
                    self._mark(found, value, role)
                for keyword in call.keywords:
                    if keyword.arg in ("x", "y") and len(given) < 2:
                        self._mark(found, keyword.value, keyword.arg)
                    elif keyword.arg == "validation_data" and isinstance(keyword.value, ast.Tuple):
                        for role, value in zip("xy", keyword.value.elts):
                            self._mark(found, value, role)
            elif name == "predict" and given:
                self._mark(found, given[0], "x")
            elif name in ("to_categorical", "one_hot") and given:
                self._mark(found, given[0], "y")
            elif name == "from_tensor_slices" and given and isinstance(given[0], ast.Tuple):
                for role, value in zip("xy", given[0].elts):
                    self._mark(found, value, role)
        self._spread(found)
        return found

    def _mark(self, found: dict[Root, set[str]], value: ast.expr, role: str) -> None:
        if isinstance(value, ast.Call) and name_of(value) in CONTENT:
            return
        for root in self.roots(value):
            found.setdefault(root, set()).add(role)

    def _spread(self, found: dict[Root, set[str]]) -> None:
        """From what a name is given back to where that comes from, until nothing is new."""
        for _ in range(12):
            before = sum(map(len, found.values()))
            for target, value in self.assigned:
                if isinstance(target, ast.Name):
                    for role in tuple(found.get((target.id, None), ())):
                        self._mark(found, value, role)
            if sum(map(len, found.values())) == before:
                return

    def role(self, name: str, key: Any = None) -> set[str]:
        return self.roles.get((name, key), set()) | (self.roles.get((name, None), set()) if key is not None else set())

    def keys(self, names: set[str]) -> list[str]:
        """The keys that are read of these names, in the order of the text."""
        found: dict[str, None] = {}
        for node in self._in_order:
            if not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Load):
                continue
            if any(n in names and k is None for n, k in self.roots(node.value)):
                found.update(dict.fromkeys(self._keys(node.slice)))
        return list(found)

    @cached_property
    def _in_order(self) -> list[ast.AST]:
        placed = [n for n in self.nodes if hasattr(n, "lineno")]
        return sorted(placed, key=lambda n: (getattr(n, "lineno", 0), getattr(n, "col_offset", 0)))

    def calls_on(self, names: set[str]) -> Iterator[ast.Call]:
        """Calls that are given one of the names, or are methods of one, whole."""
        for call in self.calls:
            given = [*call.args, *(k.value for k in call.keywords)]
            given += [call.func.value] if isinstance(call.func, ast.Attribute) else []
            if any(n in names and k is None for a in given for n, k in self.roots(a)):
                yield call

    # Where a call stands

    def statement(self, node: ast.AST) -> ast.AST:
        while not isinstance(node, ast.stmt) and node in self.parents:
            node = self.parents[node]
        return node

    def guarded(self, node: ast.AST) -> bool:
        """Whether the script itself sees to it that the file is missing."""
        inner = node
        while inner in self.parents:
            outer = self.parents[inner]
            if isinstance(outer, ast.Try) and inner in outer.body:
                for handler in outer.handlers:
                    kinds = "" if handler.type is None else ast.unparse(handler.type)
                    if not kinds or any(k in kinds for k in ("Exception", "OSError", "IOError", "FileNotFound")):
                        return True
            inner = outer
        return False

    def target(self, node: ast.AST) -> ast.expr | None:
        """What a call's value is assigned to."""
        for target, value in self.assigned:
            if any(inner is node for inner in ast.walk(value)):
                return target
        return None

    def returned(self, node: ast.AST) -> bool:
        """Whether a call's value goes straight to the caller of its function: then that call tells more."""
        statement = self.statement(node)
        if isinstance(statement, ast.Return):
            return True
        target = self.target(node)
        function: ast.AST | None = statement
        while function is not None and not isinstance(function, ast.FunctionDef):
            function = self.parents.get(function)
        return isinstance(target, ast.Name) and function is not None and any(
            isinstance(n, ast.Return) and isinstance(n.value, ast.Name) and n.value.id == target.id
            for n in ast.walk(function)
        )  # fmt: skip


def name_of(call: ast.Call) -> str:
    """The last part of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def argument(call: ast.Call, name: str, place: int | None = None) -> ast.expr | None:
    given = next((k.value for k in call.keywords if k.arg == name), None)
    if given is None and place is not None and place < len(call.args):
        given = call.args[place]
    return given


def _paired(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    listed = (ast.Tuple, ast.List)
    if isinstance(target, listed) and isinstance(value, listed) and len(target.elts) == len(value.elts):
        return [pair for t, v in zip(target.elts, value.elts) for pair in _paired(t, v)]
    return [(target, value)]


def _names(target: ast.AST) -> list[str]:
    if isinstance(target, ast.Name):
        return [target.id]
    if isinstance(target, (ast.Tuple, ast.List)):
        return [name for element in target.elts for name in _names(element)]
    return []


def _arithmetic(operator: ast.operator, left: Any, right: Any) -> Any:
    if isinstance(operator, ast.Add) and isinstance(left, tuple) and isinstance(right, tuple):
        return left + right
    if not isinstance(left, (int, float)) or not isinstance(right, (int, float)):
        return None
    if isinstance(operator, ast.Add):
        return left + right
    if isinstance(operator, ast.Sub):
        return left - right
    if isinstance(operator, ast.Mult):
        return left * right
    if isinstance(operator, (ast.Div, ast.FloorDiv)) and right:
        return left // right if isinstance(operator, ast.FloorDiv) else left / right
    return None


def reshaped(hints: Hints, names: set[str]) -> tuple[int, ...] | None:
    """The shape of one sample that an array is reshaped to."""
    for call in hints.calls_on(names):
        if name_of(call) == "reshape":
            given = call.args if isinstance(call.func, ast.Attribute) and call.func.attr == "reshape" else []
            if given and isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in ("np", "numpy", "tf"):
                given = given[1:]
            shape = hints.value(given[0]) if len(given) == 1 else tuple(hints.value(a) for a in given)
            sample = shape[1:] if isinstance(shape, tuple) else ()
            if all(isinstance(n, int) and n > 0 for n in sample) and math.prod(sample) > 1:
                return tuple(sample)
    return None
