"""What the rules of this family ask of the arguments of a call."""

from __future__ import annotations

import ast

from codemods._support import unit_of
from fixer.facts.facts import Facts
from fixer.facts.knowledge.models import MetricValue
from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Const, Function, Instance, Ref


def stands_in(call: ast.Call, node: ast.expr) -> bool:
    """Whether an argument is written in the call itself, not in a dict or tuple that is spread over it."""
    return node in call.args or any(keyword.arg is not None and keyword.value is node for keyword in call.keywords)


def made_by(facts: Facts, node: ast.expr) -> ast.expr:
    """The expression that makes what `node` stands for: the value of the variable that it names, if set just once."""
    unit = unit_of(facts, node)
    found = assignment_of(unit, node) if unit is not None else None
    return node if found is None else found.value


def assignment_of(unit: Unit, node: ast.expr) -> ast.Assign | None:
    """The one plain assignment `name = ...` that gives the variable `node` its value, in the scope it is used in."""
    if not isinstance(node, ast.Name):
        return None
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    scope = unit.enclosing(node, functions)
    parameters = [] if scope is None else [a.arg for a in ast.walk(scope) if isinstance(a, ast.arg)]
    stores = [n for n in unit.names(node.id) if isinstance(n.ctx, ast.Store)]
    own = [n for n in stores if unit.enclosing(n, functions) is scope]
    if len(own) != 1 or node.id in parameters:
        return None
    parent = unit.parent(own[0])
    return parent if isinstance(parent, ast.Assign) and parent.targets == [own[0]] else None


def is_metric(value: AnyValue) -> bool:
    """Whether this is surely one metric: its name, a function, or an object of a metric class."""
    match value:
        case Const():
            return isinstance(value.value, str)
        case Ref():
            return value.name.startswith(("keras.metrics.", "keras.losses."))
        case Instance():
            return value.cls.derives_from("keras.metrics.Metric")
    return isinstance(value, (Function, MetricValue))
