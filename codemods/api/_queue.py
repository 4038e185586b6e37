"""`workers`, `use_multiprocessing` and `max_queue_size`, which Keras 3 takes in the `PyDataset` alone."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from codemods._support import is_module_constant, unit_of
from codemods.api._receivers import OldCall
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.knowledge.data import is_sequence
from fixer.facts.program import Unit
from fixer.facts.values import Batches, Class, Instance
from fixer.findings import Edit

DEFAULTS: Mapping[str, object] = {"workers": 1, "use_multiprocessing": False, "max_queue_size": 10}


@dataclass(frozen=True, slots=True)
class Move:
    """How the generator's own class gets the values."""

    edits: tuple[Edit, ...] = ()
    generator: str | None = None
    """What to write for the generator, where it is made in the call itself."""

    def __bool__(self) -> bool:
        return bool(self.edits) or self.generator is not None


def moved_to_dataset(facts: Facts, old: OldCall, values: Mapping[str, ast.expr]) -> Move:
    """Give the values to the generator's class; nothing where it is not a class of the program's own."""
    found = _dataset(old)
    if found is None:
        return Move()
    cls, made = found
    unit = unit_of(facts, cls.node)
    if unit is None or any(isinstance(base, Class) for base in cls.bases):
        return Move()  # Whether it reaches Keras's own class is not seen.
    found_texts = {name: _text(old.unit, unit, value, DEFAULTS[name]) for name, value in values.items()}
    texts = {name: text for name, text in found_texts.items() if text is not None}
    if not texts:
        return Move()
    init = next((n for n in cls.node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__"), None)
    parent = None if init is None else _super_call(init)
    if init is None or (parent is not None and any(keyword.arg is None for keyword in parent.keywords)):
        return _where_made(facts, old, made, texts)
    if parent is not None:
        if (parent.args and not _is_explicit(parent)) or _names(parent) & texts.keys():
            return Move()
        edit = rewrite.add_keywords(unit, parent, texts)
        return Move(() if edit is None else (edit,))
    code = f"super().__init__({_written(texts)})"
    first = init.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        return Move((rewrite.insert_after(unit, first, code),))
    return Move((rewrite.insert_before(unit, first, code),))


def _where_made(facts: Facts, old: OldCall, made: ast.Call | None, texts: Mapping[str, str]) -> Move:
    """The values as arguments of the call that makes the object: they reach Keras from there."""
    unit = None if made is None else unit_of(facts, made)
    if made is None or unit is None or _names(made) & texts.keys():
        return Move()
    edit = rewrite.add_keywords(unit, made, texts)
    if edit is None:
        return Move()
    if made not in (*old.node.args, *(keyword.value for keyword in old.node.keywords)):
        return Move((edit,))
    span = unit.lines.span(made)
    text = unit.source.text
    return Move(generator=text[span.start : edit.start] + edit.text + text[edit.end : span.end])


def _written(texts: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={text}" for name, text in texts.items())


def _dataset(old: OldCall) -> tuple[Class, ast.Call | None] | None:
    """The class of the program's own whose object is the generator, and the call that makes the object."""
    found = next((old.args[name] for name in ("generator", "x", "0") if name in old.args), None)
    value = None if found is None else found.value
    if isinstance(value, Batches) and value.kind == "sequence" and value.function is not None:
        cls, made = value.function.owner, value.at
    elif isinstance(value, Instance):
        cls, made = value.cls, value.at
    else:
        return None
    if cls is None or not is_sequence(cls):
        return None
    call = made if isinstance(made, ast.Call) else None
    if call is not None and not (isinstance(call.func, ast.Name) and call.func.id == cls.node.name):
        return None  # An object of a class derived from this one.
    return cls, call


def _super_call(init: ast.FunctionDef) -> ast.Call | None:
    for node in ast.walk(init):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "__init__":
            return node
    return None


def _is_explicit(parent: ast.Call) -> bool:
    """`Sequence.__init__(self)` rather than `super().__init__()`."""
    return not isinstance(getattr(parent.func, "value", None), ast.Call) and len(parent.args) == 1


def _names(call: ast.Call) -> set[str]:
    return {keyword.arg for keyword in call.keywords if keyword.arg is not None}


def _text(source: Unit, target: Unit, value: ast.expr, default: object) -> str | None:
    """The value as the class's file can have it; None for Keras's own default and for what is out of reach."""
    if isinstance(value, ast.Constant):
        return None if value.value == default else rewrite.text_of(source, value)
    if isinstance(value, ast.Name) and source is target and is_module_constant(source, value.id):
        return value.id
    return None
