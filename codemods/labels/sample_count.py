"""Rule KF302."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.labels._sizes import count_node
from codemods.shapes._batch import singles
from codemods.shapes._order import miscounted
from fixer import rewrite
from fixer.facts.facts import Facts, Feed, ModelCall
from fixer.facts.knowledge.arrays import size_of
from fixer.facts.values import Array, PyList, Tuple, elements
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF302",
    tokens=("fit", "evaluate"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def sample_count(facts: Facts) -> Iterator[Report]:
    """Arrays with different numbers of samples, given to one fit or evaluate.

    ## What it does
    Finds inputs and labels (also several inputs, and `validation_data`) of which it is known that they
    hold different numbers of samples.

    ## Why it fails
    Keras 3: `ValueError: Data cardinality is ambiguous. Make sure all arrays contain the same number of
    samples.'x' sizes: 100 'y' sizes: 101`; Keras 2 the same in other lines.

    ## Example
    ```python
    x = np.random.rand(100, 784)
    y = np.random.randint(0, 10, 101)
    model.fit(x, y)
    ```

    ## Use instead
    ```python
    x = np.random.rand(100, 784)
    y = np.random.randint(0, 10, 100)
    model.fit(x, y)
    ```

    ## Fix safety
    Unsafe: which of the two numbers is the right one only the author knows. The longer array is made as
    short as the other where it is made by a call that says its size, else it is cut where it is used.
    """
    lacking = {single.call.node for single in singles(facts)} | miscounted(facts)
    for call in facts.model_calls:
        if not call.kind.startswith(("fit", "evaluate")) or call.node in lacking:
            continue
        for feed in call.pairs():
            if feed.batches is None:
                yield from _reports(facts, call, feed)


def _reports(facts: Facts, call: ModelCall, feed: Feed) -> Iterator[Report]:
    parts = [*_parts(facts, feed.x_node, feed.x), *([] if feed.y_node is None else _parts(facts, feed.y_node, feed.y))]
    sizes = {size for _, _, size in parts}
    if len(sizes) < 2:
        return
    least = min(parts, key=lambda part: part[2])
    told = ", ".join(f"{_name(node)} {size}" for node, _, size in parts)
    where = " in validation_data" if feed.role == "validation_data" else ""
    longest = max(parts, key=lambda part: part[2])
    message = f"different numbers of samples{where}: {told}"
    yield Report(call.unit, longest[0], message, _fixes(facts, call, longest, least))


_Part = tuple[ast.expr, Array, int]


def _parts(facts: Facts, node: ast.expr, value: object) -> list[_Part]:
    """The arrays of one argument whose number of samples is known, with the expression of each."""
    values = elements(value) if isinstance(value, (Tuple, PyList)) else [value]
    nodes: list[ast.expr] = [node] * len(values or ())
    if isinstance(value, (Tuple, PyList)):
        if not isinstance(node, (ast.Tuple, ast.List)) or len(node.elts) != len(values or ()):
            return []
        nodes = list(node.elts)
    found = []
    for each, part in zip(nodes, values or ()):
        if isinstance(part, Array) and part.shape and isinstance(part.shape[0], int) and not _misshaped(facts, part):
            found.append((each, part, part.shape[0]))
    return found


def _misshaped(facts: Facts, array: Array) -> bool:
    """Whether a reshape before is impossible, so that the number of samples behind it is made up."""
    for call in facts.method_calls:
        if call.name == "reshape" and call.node in array.steps and isinstance(call.owner, Array):
            before, after = call.owner.shape, getattr(call.result, "shape", None)
            if before is None or after is None or size_of(before) is None or size_of(before) != size_of(after):
                return True
    return False


def _name(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 30 else "an array"


def _fixes(facts: Facts, call: ModelCall, longest: _Part, least: _Part) -> tuple[Fix, ...]:
    found = []
    at_origin = _made_shorter(facts, longest, least)
    if at_origin is not None:
        found.append(at_origin)
    node = longest[0]
    if node is not least[0] and isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)):
        edit = rewrite.wrap(call.unit, node, "{}[" + _rows_of(call, least) + "]")
        found.append(Fix(f"Leave the last {longest[2] - least[2]} out", (edit,), Applicability.UNSAFE))
    return tuple(found)


def _rows_of(call: ModelCall, least: _Part) -> str:
    """The slice that leaves as many rows as the shorter array has."""
    match least[0]:
        case ast.Subscript(slice=ast.Slice(lower=None, upper=ast.Constant(), step=None) as rows):
            return rewrite.text_of(call.unit, rows)
        case ast.Name() | ast.Attribute() as name:
            return f":len({ast.unparse(name)})"
    return f":{least[2]}"


def _made_shorter(facts: Facts, longest: _Part, least: _Part) -> Fix | None:
    """The size where the longer array is made, if nothing else needs it as long as it is."""
    _, array, size = longest
    node = count_node(facts, array)
    unit = unit_of(facts, node) if node is not None else None
    if node is None or unit is None or not _is_size(facts, array, size):
        return None
    if isinstance(node, ast.Name) or _needed_as_it_is(facts, array, size):
        return None
    other = count_node(facts, least[1])
    if other is None or not _is_size(facts, least[1], least[2]):
        return None
    text = str(least[2])
    if isinstance(other, ast.Name) and unit.enclosing(other, _FUNCTIONS) is unit.enclosing(node, _FUNCTIONS):
        text = other.id
    edit = rewrite.replace(unit, node, text)
    return Fix(f"Make {text} of them, as of the other", (edit,), Applicability.UNSAFE)


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _is_size(facts: Facts, array: Array, size: int) -> bool:
    """Whether the array still has the number of samples that it was made with."""
    made = next((c.result for c in facts.library_calls if c.node is array.origin), None)
    return isinstance(made, Array) and bool(made.shape) and made.shape is not None and made.shape[0] == size


def _needed_as_it_is(facts: Facts, array: Array, size: int) -> bool:
    """Whether another call pairs the array, at this size, with one that is as long."""
    for call in facts.model_calls:
        for feed in call.pairs():
            if feed.batches is not None or feed.y_node is None:
                continue
            parts = [*_parts(facts, feed.x_node, feed.x), *_parts(facts, feed.y_node, feed.y)]
            uses = [p for p in parts if p[1].origin is array.origin and p[2] == size]
            if uses and any(p[1].origin is not array.origin and p[2] == size for p in parts):
                return True
    return False
