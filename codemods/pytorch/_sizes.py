"""Sizes that PyTorch's modules are made with, the tensors that arrive, and where a size is written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods._support import unit_of
from fixer import rewrite
from fixer.facts.facts import Argument, Facts
from fixer.facts.knowledge.torch import Application, Product
from fixer.facts.program import Unit
from fixer.facts.values import Array, Const, Dim, Shape, const_int
from fixer.findings import Applicability, Fix


@dataclass(frozen=True, slots=True)
class Arrival:
    """A tensor of known shape at a module made for a known size."""

    application: Application
    tensor: Array
    shape: Shape
    parameter: Argument
    """The argument that gives the size."""
    wanted: int

    @property
    def kind(self) -> str:
        return self.application.module.kind

    @property
    def made_by_module(self) -> bool:
        return isinstance(self.tensor.tensor, Product)

    @property
    def node(self) -> ast.expr | None:
        """The expression of the tensor, where the program writes one."""
        return self.application.nodes[0] if self.application.nodes else None


def arrivals(facts: Facts, parameters: dict[str, str]) -> Iterator[Arrival]:
    """Each application of the modules named, which have their size in the parameter named with them."""
    for application in facts.torch_applications:
        name = parameters.get(application.module.kind)
        parameter = None if name is None else application.module.arg(name)
        tensor = application.inputs[0] if application.inputs else None
        if parameter is None or not isinstance(tensor, Array) or not tensor.shape:
            continue
        wanted = const_int(parameter.value)
        if wanted is not None:
            yield Arrival(application, tensor, tensor.shape, parameter, wanted)


def place_of(facts: Facts, parameter: Argument) -> tuple[Unit, ast.expr] | None:
    """Where the size is written: the literal itself where nothing else reads it, else the argument."""
    unit = unit_of(facts, parameter.node)
    if unit is None:
        return None
    literal = parameter.value.at if isinstance(parameter.value, Const) else None
    if isinstance(parameter.node, ast.Name) and isinstance(literal, ast.Constant):
        reads = _reads(unit, parameter.node)
        home = unit_of(facts, literal)
        if home is not None and len(reads) == 1:
            return home, literal
    return unit, parameter.node


def _reads(unit: Unit, name: ast.Name) -> list[ast.Name]:
    """Where else the variable is read: in the function whose parameter it is, or anywhere in the file."""
    function = unit.enclosing(name, ast.FunctionDef)
    within: ast.FunctionDef | None = None
    if function is not None:
        parameters = [n.arg for n in ast.walk(function.args) if isinstance(n, ast.arg)]
        within = function if name.id in parameters else None
    return [n for n in unit.names(name.id, within) if isinstance(n.ctx, ast.Load)]


class Places:
    """What arrives wherever a size is written: it can be mended only if that is the same for all."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.sizes: dict[ast.expr, set[Dim]] = {}

    def note(self, arrival: Arrival, size: Dim) -> None:
        place = place_of(self.facts, arrival.parameter)
        if place is not None:
            self.sizes.setdefault(place[1], set()).add(size)

    def fix(self, arrival: Arrival, name: str, size: Dim, applicability: Applicability, reason: str) -> Iterator[Fix]:
        place = place_of(self.facts, arrival.parameter)
        if place is None or not isinstance(size, int) or self.sizes.get(place[1]) != {size}:
            return
        unit, node = place
        yield Fix(f"Make it {name}={size}", (rewrite.replace(unit, node, str(size)),), applicability, reason)


def wrap_tensor(
    facts: Facts, arrival: Arrival, template: str, title: str, applicability: Applicability, reason: str
) -> Iterator[Fix]:
    """Put the tensor, as the program hands it over, into `template`."""
    node = arrival.node
    unit = None if node is None else unit_of(facts, node)
    if node is not None and unit is not None and not isinstance(node, ast.Starred):
        yield Fix(title, (rewrite.wrap(unit, node, template),), applicability, reason)


def shape_text(shape: Shape) -> str:
    parts = [str(dim) if dim is not None else "?" for dim in shape]
    return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
