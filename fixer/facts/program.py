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
            for child in ast.iter_child_nodes(node):
                parents[child] = node
                stack.append((child, function))

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
