"""Which of the user's functions ran.

A trace or profile function would slow down all of Keras. Instead the user's own
files are compiled with one call more at the start of each function; the line
numbers, the source and what `inspect` shows of it stay as they are.
"""

from __future__ import annotations

import ast
import builtins
import importlib.machinery
import os
import sys
from types import CodeType
from typing import Any

from .failure import Places
from .observe import Looking, Observer
from .post import Send

MARK = "__fixer_reached__"


class Reach:
    """Compiles the user's files and reports each function of theirs once."""

    def __init__(self, send: Send, places: Places, observe: bool) -> None:
        self.send = send
        self.places = places
        self.observe = observe
        if observe:
            Observer(send)
        self.seen: set[str] = set()
        setattr(builtins, MARK, self._mark)

    def _mark(self, place: str) -> None:
        if place not in self.seen:
            self.seen.add(place)
            self.send("reached", place)

    def compile(self, data: bytes, path: str) -> CodeType:
        tree = ast.parse(data, path)
        known = self.places.theirs(path)
        if known is not None:
            if self.observe:
                Looking(known).visit(tree)
            _Marker(known).visit(tree)
        code: CodeType = compile(tree, path, "exec", dont_inherit=True)
        return code

    def install(self) -> None:
        """Have the imports of the user's own modules compiled here too."""
        places, reach = self.places, self

        class Loader(importlib.machinery.SourceFileLoader):
            def get_code(self, fullname: str) -> CodeType:
                path = self.get_filename(fullname)
                return reach.compile(self.get_data(path), path)

        details: list[Any] = [
            (importlib.machinery.ExtensionFileLoader, importlib.machinery.EXTENSION_SUFFIXES),
            (Loader, importlib.machinery.SOURCE_SUFFIXES),
            (importlib.machinery.SourcelessFileLoader, importlib.machinery.BYTECODE_SUFFIXES),
        ]
        standard = importlib.machinery.FileFinder.path_hook(*details)

        def hook(folder: str) -> Any:
            if places.theirs(os.path.join(folder or os.getcwd(), "__init__.py")) is None:
                raise ImportError
            return standard(folder)

        sys.path_hooks.insert(0, hook)
        sys.path_importer_cache.clear()


class _Marker(ast.NodeTransformer):
    def __init__(self, path: str) -> None:
        self.path = path

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._marked(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._marked(node)

    def _marked(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        self.generic_visit(node)
        first = 1 if ast.get_docstring(node, clean=False) is not None else 0
        place = node.body[min(first, len(node.body) - 1)]
        call = ast.Expr(ast.Call(ast.Name(MARK, ast.Load()), [ast.Constant(f"{self.path}:{node.lineno}")], []))
        ast.copy_location(call, place)
        ast.fix_missing_locations(call)
        node.body.insert(first, call)
        return node
