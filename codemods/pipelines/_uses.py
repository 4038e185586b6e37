"""Who else uses a generator function: changing it is only right if all of them are changed with it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.pipelines._passes import Steps, steps_for
from fixer import rewrite
from fixer.facts.facts import Facts, ModelCall
from fixer.facts.program import Unit
from fixer.facts.values import Batches
from fixer.findings import Edit

_KERAS_1 = ("samples_per_epoch", "nb_val_samples", "num_val_samples", "val_samples")
"""What Keras 1 counted samples with: another fault than none given."""
MAIN = ("x", "generator", "data")
VALIDATION = ("validation_data",)


@dataclass(frozen=True, slots=True)
class Use:
    """A stream of batches given to fit, evaluate or predict."""

    call: ModelCall
    batches: Batches
    node: ast.expr
    validation: bool

    @property
    def steps_name(self) -> str:
        """The parameter that says how many batches are drawn."""
        if self.validation:
            return "validation_steps"
        return "steps_per_epoch" if self.call.kind.startswith("fit") else "steps"

    @property
    def steps_given(self) -> bool:
        if any(name in self.call.args for name in _KERAS_1):
            return True
        found = self.call.args.get(self.steps_name)
        return found is not None and not (isinstance(found.node, ast.Constant) and found.node.value is None)


def uses(facts: Facts) -> Iterator[Use]:
    """Every stream of batches that a model is called with."""
    for call in facts.model_calls:
        if call.kind.endswith("_on_batch"):
            continue
        for names, validation in ((MAIN, False), (VALIDATION, True)):
            found = call.argument(*names)
            if found is not None and isinstance(found.value, Batches):
                yield Use(call, found.value, found.node, validation)


def all_steps(facts: Facts, wanted: list[Use]) -> tuple[Edit, ...] | None:
    """The edits that give each of these uses its number of steps; None where one cannot be told."""
    by_call: dict[ast.Call, tuple[ModelCall, dict[str, Steps]]] = {}
    for use in wanted:
        if use.steps_given:
            continue
        steps = steps_for(facts, use.batches, use.call)
        if steps is None or use.call.spread:
            return None
        call, names = by_call.setdefault(use.call.node, (use.call, {}))
        known = names.setdefault(use.steps_name, steps)
        if known != steps:
            return None
    edits: list[Edit] = []
    for call, names in by_call.values():
        edit = _set_all(call, {name: steps.text for name, steps in names.items()})
        if edit is None:
            return None
        edits += [*edit, *(e for steps in names.values() for e in steps.edits)]
    return tuple(dict.fromkeys(edits))


def _set_all(call: ModelCall, values: dict[str, str]) -> tuple[Edit, ...] | None:
    """In the place of a `None` that is given already, else as new arguments."""
    given = {name: call.args[name].node for name in values if name in call.args}
    edits = [rewrite.replace(call.unit, node, values[name]) for name, node in given.items()]
    new = {name: text for name, text in values.items() if name not in given}
    if new:
        edit = rewrite.add_keywords(call.unit, call.node, new)
        if edit is None:
            return None
        edits.append(edit)
    return tuple(edits)


def fed_by(facts: Facts, batches: Batches) -> list[Use] | None:
    """All uses of the generator function behind `batches`; None if anything but a model may draw from it."""
    function = batches.function
    if function is None or not isinstance(function.node, ast.FunctionDef):
        return None
    every = [use for use in uses(facts) if getattr(use.batches.function, "node", None) is function.node]
    if any(use.batches.kind != "generator" for use in every):
        return None
    feeds = {use.node for use in every}
    model_calls = {call.node for call in facts.model_calls}
    for unit, call in _generator_calls(facts, function.node, 0):
        if call is None or not _only_feeds(unit, call, model_calls, feeds):
            return None
    return every


def _generator_calls(facts: Facts, node: ast.FunctionDef, depth: int) -> Iterator[tuple[Unit, ast.Call | None]]:
    """The calls that make a generator of this function, also where others return it; None for other mentions."""
    for unit in facts.units:
        for mention in _mentions(unit, node):
            parent = unit.parent(mention)
            outer = unit.enclosing(mention, ast.FunctionDef)
            called = isinstance(parent, ast.Call) and parent.func is mention
            returned = unit.parent(parent) if called and parent is not None else parent
            if isinstance(returned, ast.Return) and outer is not None and depth < 4:
                if called:
                    yield from _generator_calls(facts, outer, depth + 1)
                else:
                    yield from _calls_of_results(facts, outer, depth + 1)
            else:
                yield unit, parent if called and isinstance(parent, ast.Call) else None


def _calls_of_results(facts: Facts, node: ast.FunctionDef, depth: int) -> Iterator[tuple[Unit, ast.Call | None]]:
    """The calls of what a function returns: `make(x)()`, or `gen = make(x)` and then `gen()`."""
    for unit, made in _generator_calls(facts, node, depth):
        parent = None if made is None else unit.parent(made)
        if isinstance(parent, ast.Call) and parent.func is made:
            yield unit, parent
        elif isinstance(parent, ast.Assign) and (mentions := _loads(unit, parent)) is not None:
            for mention in mentions:
                call = unit.parent(mention)
                yield unit, call if isinstance(call, ast.Call) and call.func is mention else None
        else:
            yield unit, None


def _mentions(unit: Unit, node: ast.FunctionDef) -> Iterator[ast.expr]:
    """Mentions of a function by its name, bare or behind a dot, outside of its own body."""
    inside = set(ast.walk(node))
    for other in ast.walk(unit.tree):
        if other in inside:
            continue
        name = getattr(other, "attr", None) if isinstance(other, ast.Attribute) else getattr(other, "id", None)
        if name == node.name and isinstance(other, (ast.Name, ast.Attribute)) and isinstance(other.ctx, ast.Load):
            yield other


def _loads(unit: Unit, assignment: ast.Assign) -> list[ast.Name] | None:
    """Where a variable is looked at that this statement gives its value; None for other targets."""
    target = assignment.targets[0]
    if len(assignment.targets) != 1 or not isinstance(target, ast.Name):
        return None
    scope = unit.enclosing(assignment, (ast.FunctionDef, ast.AsyncFunctionDef)) or unit.tree
    return [n for n in unit.names(target.id, scope) if isinstance(n.ctx, ast.Load)]


def _only_feeds(unit: Unit, call: ast.Call, model_calls: set[ast.Call], feeds: set[ast.expr]) -> bool:
    """Whether a generator made here goes to models only (or gives single batches by `next`)."""
    parent = unit.parent(call)
    if _takes(unit, call, model_calls):
        return call in feeds
    if _is_next(parent):
        return True
    mentions = _loads(unit, parent) if isinstance(parent, ast.Assign) else None
    if mentions is None:
        return False
    return all(n in feeds or _is_next(unit.parent(n)) for n in mentions)


def _takes(unit: Unit, node: ast.expr, model_calls: set[ast.Call]) -> bool:
    parent = unit.parent(node)
    if isinstance(parent, ast.keyword):
        parent = unit.parent(parent)
    return parent in model_calls and node is not getattr(parent, "func", None)


def _is_next(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "next"
