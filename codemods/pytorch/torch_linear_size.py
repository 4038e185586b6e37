"""Rule KF702."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.pytorch._sizes import Arrival, Places, arrivals, shape_text, wrap_tensor
from fixer import rewrite
from fixer.facts.facts import Facts, MethodCall
from fixer.facts.knowledge.arrays import size_of
from fixer.facts.program import Unit
from fixer.facts.values import Array, const_int
from fixer.findings import Applicability, Edit, Fix, Level

_PARAMETER = {"Linear": "in_features", "LSTM": "input_size", "GRU": "input_size", "RNN": "input_size"}


@rule(
    "KF702",
    tokens=tuple(_PARAMETER),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
    library="torch",
)
def torch_linear_size(facts: Facts) -> Iterator[Report]:
    """A PyTorch `Linear` or recurrent module made for another size than arrives.

    ## What it does
    Follows the data through the modules, works out what convolutions and pooling leave of it, and compares
    the last axis with `in_features` (`input_size` of a recurrent module). Finds a missing flatten, and
    `x.view(-1, n)` before a `Linear` with an `n` that is not the size of one sample: that moves numbers
    from one sample to the next, if it does not fail.

    ## Why it fails
    `RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x64 and 100x10)`; of a view: `RuntimeError: shape
    '[-1, 256]' is invalid for input of size 1600`, or later `ValueError: Expected input batch_size (16) to
    match target batch_size (8)`; of a recurrent module: `RuntimeError: input.size(-1) must be equal to
    input_size. Expected 8, got 6` (PyTorch 2.13).

    ## Example
    ```python
    x = x.view(-1, 16 * 4 * 4)        # of a tensor (n, 16, 5, 5)
    x = nn.Linear(16 * 4 * 4, 10)(x)
    ```

    ## Use instead
    ```python
    x = x.view(x.size(0), -1)
    x = nn.Linear(400, 10)(x)
    ```

    ## Fix safety
    Safe: what arrives is settled by what comes before, and the module cannot run otherwise. Unsafe where a
    whole image arrives at a `Linear` and its size does not tell that flattening it is meant.
    """
    places = Places(facts)
    found = list(arrivals(facts, _PARAMETER))
    for arrival in found:
        places.note(arrival, arrival.shape[-1])
    views = {id(call.node): call for call in facts.method_calls if _cuts_samples(call)}
    for arrival in found:
        view = views.get(id(arrival.tensor.origin))
        if view is not None and const_int(list(view.args.values())[1].value) == arrival.wanted:
            yield _report_view(view, arrival)
            continue
        size = arrival.shape[-1]
        unit = unit_of(facts, arrival.parameter.node)
        if unit is None or not isinstance(size, int) or size == arrival.wanted:
            continue
        takes = f"{arrival.wanted} feature{'s' if arrival.wanted != 1 else ''}"
        message = f"{arrival.kind} takes {takes}; {shape_text(arrival.shape)} has {size}"
        yield Report(unit, arrival.parameter.node, message, tuple(_fixes(facts, places, arrival, size)))


def _fixes(facts: Facts, places: Places, arrival: Arrival, size: int) -> Iterator[Fix]:
    shape, safe, unsafe = arrival.shape, Applicability.SAFE, Applicability.UNSAFE
    if len(shape) == 1:
        if arrival.kind == "Linear" and arrival.wanted == 1:
            reason = "one feature for each sample"
            yield from wrap_tensor(facts, arrival, "{}.unsqueeze(1)", "Add the feature axis", safe, reason)
        return
    if arrival.kind == "Linear" and len(shape) > 2:
        whole = size_of(shape[1:])
        if whole == arrival.wanted or len(shape) > 3:
            sure = safe if whole == arrival.wanted else unsafe
            reason = f"one sample has {whole} numbers" if whole is not None else "an image arrives"
            yield from _flattened(facts, arrival, sure, reason)
            return
    sure = unsafe if len(shape) == 3 and shape[1] == arrival.wanted else safe
    yield from places.fix(arrival, _PARAMETER[arrival.kind], size, sure, "this many features arrive")


def _flattened(facts: Facts, arrival: Arrival, applicability: Applicability, reason: str) -> Iterator[Fix]:
    if arrival.node is not None:
        yield from wrap_tensor(facts, arrival, "{}.flatten(1)", "Flatten each sample", applicability, reason)
        return
    made = arrival.application.module.at
    unit = None if made is None else unit_of(facts, made)
    if unit is None or not isinstance(made, ast.Call) or not isinstance(made.func, ast.Attribute):
        return
    parent = unit.parent(made)
    if not isinstance(parent, (ast.Call, ast.List)):
        return  # In a Sequential with names the new module would need one too.
    span = unit.lines.span(made)
    prefix = rewrite.text_of(unit, made.func.value)
    line = unit.lines.offset(made.lineno, 0)
    lead = unit.source.text[line : span.start]
    gap = " " if lead.strip() else ("\r\n" if "\r\n" in unit.source.text else "\n") + lead
    edit = Edit(unit.source.path, span.start, span.start, f"{prefix}.Flatten(),{gap}")
    yield Fix("Flatten each sample", (edit,), applicability, reason)


def _cuts_samples(call: MethodCall) -> bool:
    """`x.view(-1, n)` where `n` neither is the size of a sample nor divides it."""
    owner, given = call.owner, [argument.value for argument in call.args.values()]
    if call.name not in ("view", "reshape") or not isinstance(owner, Array) or owner.lib != "torch":
        return False
    if owner.shape is None or len(owner.shape) < 3 or len(given) != 2 or const_int(given[0]) != -1:
        return False
    size, whole = const_int(given[1]), size_of(owner.shape[1:])
    return size is not None and whole is not None and size > 0 and whole % size != 0


def _report_view(view: MethodCall, arrival: Arrival) -> Report:
    owner = view.owner
    assert isinstance(owner, Array) and owner.shape is not None
    whole = size_of(owner.shape[1:])
    message = f"a sample of {shape_text(owner.shape)} has {whole} numbers, not {arrival.wanted}"
    return Report(view.unit, view.node, message, tuple(_whole_samples(view.unit, view)))


def _whole_samples(unit: Unit, view: MethodCall) -> Iterator[Fix]:
    node = view.node
    if not isinstance(node.func, ast.Attribute) or len(node.args) != 2 or node.keywords:
        return
    edits: tuple[Edit, ...]
    if isinstance(node.func.value, ast.Name):
        name = node.func.value.id
        edits = (
            rewrite.replace(unit, node.args[0], f"{name}.size(0)"),
            rewrite.replace(unit, node.args[1], "-1"),
        )
    else:
        start = unit.lines.span(node.func).end - len(view.name)
        edits = (Edit(unit.source.path, start, unit.lines.span(node).end, "flatten(1)"),)
    yield Fix("Keep each sample together", edits, Applicability.SAFE, "the batch stays as it is")
