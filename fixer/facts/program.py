"""A parsed file, its nodes' parents and the canonical names of library objects."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from fixer.source import LineIndex, SourceFile

_N = TypeVar("_N", bound=ast.AST)


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_YIELDS = (ast.Yield, ast.YieldFrom)
_TELLING = frozenset(
    """fit evaluate predict compile train_on_batch test_on_batch predict_on_batch fit_generator evaluate_generator
    predict_generator predict_classes predict_proba backward Input InputLayer Reshape Sequential Model""".split()
)
_DECLARING = frozenset(("input_shape", "batch_shape", "batch_input_shape", "input_dim"))


def _callee(node: ast.AST) -> str:
    function = getattr(node, "func", None)
    return str(getattr(function, "attr", None) or getattr(function, "id", ""))


@dataclass(eq=False, slots=True)
class Unit:
    """One file of the program: its text, its tree and who is whose parent."""

    source: SourceFile
    tree: ast.Module
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)
    yielding: set[ast.AST] = field(default_factory=set)
    """Functions whose own body yields: the generators."""
    returning: set[ast.AST] = field(default_factory=set)
    """Functions whose own body has a `return`."""
    telling: set[ast.AST] = field(default_factory=set)
    """Functions that build, compile, train or run a model, or call one of the file's that does."""
    _lines: LineIndex | None = None

    @property
    def place(self) -> str:
        """The file's path as an execution tells it."""
        return os.path.abspath(self.source.path)

    @property
    def lines(self) -> LineIndex:
        if self._lines is None:
            self._lines = LineIndex(self.source.text)
        return self._lines

    def __post_init__(self) -> None:
        parents = self.parents
        called: dict[ast.AST, set[str]] = {}
        stack: list[tuple[ast.AST, ast.AST]] = [(self.tree, self.tree)]
        while stack:
            node, function = stack.pop()
            kind = type(node)
            if kind in _FUNCTIONS:
                function = node
            elif kind in _YIELDS:
                self.yielding.add(function)
            elif kind is ast.Return:
                self.returning.add(function)
            elif kind is ast.Call:
                name = _callee(node)
                called.setdefault(function, set()).add(name)
                if name in _TELLING or any(k.arg in _DECLARING for k in node.keywords):  # type: ignore[attr-defined]
                    self.telling.add(function)
            for child in ast.iter_child_nodes(node):
                parents[child] = node
                stack.append((child, function))
        self._spread_telling(called)

    def _spread_telling(self, called: dict[ast.AST, set[str]]) -> None:
        """What calls a telling function tells as much, by the name it calls it by."""
        names: set[str] = set()
        fresh = list(self.telling)
        while fresh:
            for function in fresh:
                for node in (function, *self.ancestors(function)):
                    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                        self.telling.add(node)
                        names.add(node.name)
                    elif isinstance(node, ast.ClassDef):
                        names.add(node.name)
            fresh = [f for f, mentioned in called.items() if f not in self.telling and mentioned & names]
            self.telling.update(fresh)

    def parent(self, node: ast.AST) -> ast.AST | None:
        return self.parents.get(node)

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """From the parent of `node` outwards to the module."""
        current = self.parents.get(node)
        while current is not None:
            yield current
            current = self.parents.get(current)

    def enclosing(self, node: ast.AST, kind: type[_N] | tuple[type[_N], ...]) -> _N | None:
        """The innermost ancestor of one of the given classes."""
        for ancestor in self.ancestors(node):
            if isinstance(ancestor, kind):
                return ancestor
        return None

    def statement(self, node: ast.AST) -> ast.stmt:
        """The statement that `node` is or is part of."""
        current = node
        while not isinstance(current, ast.stmt):
            current = self.parents[current]
        return current

    def body_of(self, statement: ast.stmt) -> list[ast.stmt]:
        """The list of statements that `statement` stands in."""
        parent = self.parents[statement]
        for name in ("body", "orelse", "finalbody"):
            block = getattr(parent, name, None)
            if isinstance(block, list) and statement in block:
                return block
        return [statement]

    def names(self, name: str, within: ast.AST | None = None) -> list[ast.Name]:
        """Every mention of the variable `name`, in the order of the text."""
        found = [n for n in ast.walk(within or self.tree) if isinstance(n, ast.Name) and n.id == name]
        return sorted(found, key=lambda n: (n.lineno, n.col_offset))


_KERAS_ROOTS = (
    "tensorflow.keras",
    "tensorflow.python.keras",
    "tensorflow.contrib.keras",
    "tensorflow.compat.v1.keras",
    "tensorflow.compat.v2.keras",
    "tf_keras",
    "keras.api",
    "keras.src",
)

# Keras 2 kept classes in deep modules; the class is what matters to a rule.
_KERAS_SHALLOW = (
    "layers",
    "models",
    "losses",
    "metrics",
    "optimizers",
    "utils",
    "callbacks",
    "activations",
    "initializers",
    "regularizers",
)


def canonical(name: str) -> str:
    """The one name under which the knowledge modules know a library object.

    `tf.keras.layers.Dense`, `keras.layers.core.Dense` and `tf_keras.layers.Dense`
    are all `keras.layers.Dense`.
    """
    if name.startswith("tensorflow.") and (name.startswith("tensorflow.compat.v")):
        rest = name.split(".", 3)
        if len(rest) == 4 and not rest[3].startswith("keras"):
            return f"tensorflow.{rest[3]}"
    for root in _KERAS_ROOTS:
        if name == root:
            return "keras"
        if name.startswith(root + "."):
            name = "keras" + name[len(root) :]
            break
    parts = name.split(".")
    if parts[0] == "keras" and len(parts) > 3 and parts[1] in _KERAS_SHALLOW and parts[-1][:1].isupper():
        return f"keras.{parts[1]}.{parts[-1]}"
    if name in ("keras.Input", "keras.engine.Input", "keras.layers.Input", "keras.layers.InputLayer"):
        return "keras.layers.InputLayer" if name.endswith("InputLayer") else "keras.Input"
    if name in ("keras.models.Sequential", "keras.Sequential"):
        return "keras.Sequential"
    if name in ("keras.models.Model", "keras.Model", "keras.engine.Model", "keras.engine.training.Model"):
        return "keras.Model"
    if parts[0] == "keras" and parts[-1] == "to_categorical":
        return "keras.utils.to_categorical"
    return name
