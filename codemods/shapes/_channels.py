"""Images with another number of channels than the model takes: convert them, or declare the model otherwise."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report
from codemods._support import unit_of
from codemods.shapes._data import Given, Mend, convert, insert_size, replace_size, with_axis
from codemods.shapes._declared import agreeing, compatible, declare_sizes, pretrained
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.findings import Applicability, Edit, Fix

_MADE = ("rand", "randn", "random", "zeros", "ones", "empty", "randint", "normal", "uniform", "full", "integers")


def channel_reports(facts: Facts, given: Given, axis: int, has: int, message: str) -> Iterator[Report]:
    """Report data of `has` channels (no such axis at all, if its rank is too small) with both ways to mend it.

    The better way comes first: the data, where the model was trained elsewhere or is also given what it declares,
    else the model.
    """
    takes = given.declared[axis]
    assert isinstance(takes, int)
    model = given.call.model
    mend = _convert(facts, given, axis, has, takes)
    fixes = []
    if mend is not None:
        title = f"Give the images {takes} channel{'s' * (takes != 1)}"
        fixes.append(Fix(title, mend.edits, Applicability.UNSAFE))
    declared = None if pretrained(model) else declare_sizes(facts, model, given.index, {axis: str(has)})
    if declared is not None:
        fix = Fix(f"Make it a model of {has} channel{'s' * (has != 1)}", declared, Applicability.UNSAFE)
        fixes.insert(len(fixes) if agreeing(facts, model, given.index, given.declared) else 0, fix)
    node = given.node if mend is None else mend.node
    unit = unit_of(facts, node)
    if unit is not None:
        yield Report(unit, node, message, tuple(fixes))


def _convert(facts: Facts, given: Given, axis: int, has: int, takes: int) -> Mend | None:
    rank = len(given.declared)
    missing = len(given.sample) == rank - 2

    def template(unit: Unit) -> tuple[str, tuple[Edit, ...]] | None:
        base = with_axis(unit, axis, rank) if missing else "{}"
        return converted(unit, base, given.array.lib, axis, rank, has, takes)

    def literal(unit: Unit, call: ast.Call) -> Edit | None:
        if not _made_up(facts, call):
            return None
        if missing:
            return insert_size(facts, unit, call, rank - 1, axis, str(takes))
        return replace_size(facts, unit, call, rank, axis, str(takes))

    def alike(other: Given) -> bool:
        if len(other.declared) != rank or other.declared[axis] != takes:
            return False
        if missing:
            return compatible(other.sample, other.declared[1:axis] + other.declared[axis + 1 :])
        return len(other.sample) == rank - 1 and other.sample[axis - 1] == has

    return convert(facts, given, template, alike, axis=axis, resized=True, literal=literal)


def _made_up(facts: Facts, call: ast.Call) -> bool:
    """Whether the call makes values out of nothing: then their number is all that has to change."""
    found = next((c.name for c in facts.library_calls if c.node is call), "")
    return found.startswith(("numpy.", "tensorflow.")) and found.rpartition(".")[2] in _MADE


def converted(
    unit: Unit, text: str, library: str, axis: int, rank: int, has: int, takes: int
) -> tuple[str, tuple[Edit, ...]] | None:
    """`text` with `takes` channels for `has`; None where there is no sensible way."""
    last = axis == rank - 1
    numbered = "-1" if last else str(axis)
    if has == 1:
        name, imports = rewrite.name_for(unit, "tensorflow" if library == "tensorflow" else "numpy")
        return f"{name}.repeat({text}, {takes}, axis={numbered})", imports
    if takes == 1 and has in (3, 4):
        colours = text if has == 3 else f"{text}[..., :3]" if last else f"{text}[{':, ' * axis}:3]"
        if library == "tensorflow":
            name, imports = rewrite.name_for(unit, "tensorflow")
            return f"{name}.reduce_mean({colours}, axis={numbered}, keepdims=True)", imports
        return f"{colours}.mean(axis={numbered}, keepdims=True)", ()
    if (has, takes) == (4, 3):
        return (f"{text}[..., :3]" if last else f"{text}[{':, ' * axis}:3]"), ()
    return None
