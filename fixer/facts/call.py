"""A call being interpreted: what a knowledge module sees of it."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fixer.facts.facts import Argument
from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Shape, as_shape, const, const_int

if TYPE_CHECKING:
    from fixer.facts.infer import Interpreter


@dataclass(slots=True)
class Call:
    """One call with its evaluated arguments."""

    interp: Interpreter
    node: ast.Call
    name: str
    positional: list[Argument]
    keywords: dict[str, Argument]
    spread: bool
    """Whether a `*` or `**` argument of unknown content may bring more."""
    owner: Any = None
    """What a method is called on; a handler is registered by its class and knows it."""
    bound: dict[str, Argument] = field(default_factory=dict)

    @property
    def unit(self) -> Unit:
        return self.interp.unit

    def bind(self, parameters: tuple[str, ...]) -> dict[str, Argument]:
        """Arguments by parameter name; places beyond the names known get their number."""
        bound = dict(self.keywords)
        for index, argument in enumerate(self.positional):
            bound[parameters[index] if index < len(parameters) else str(index)] = argument
        self.bound = bound
        return bound

    def value(self, name: str) -> AnyValue | None:
        found = self.bound.get(name)
        return None if found is None else found.value

    def const(self, name: str, default: Any = None) -> Any:
        return const(self.value(name), default)

    def int(self, name: str) -> int | None:
        return const_int(self.value(name))

    def shape(self, name: str) -> Shape | None:
        return as_shape(self.value(name))

    def arg(self, index: builtins.int) -> AnyValue | None:
        return self.positional[index].value if index < len(self.positional) else None

    @property
    def values(self) -> list[AnyValue]:
        return [a.value for a in self.positional]
