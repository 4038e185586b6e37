"""Rule KF403."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import feeds
from codemods.pipelines._passes import own_nodes
from fixer import rewrite
from fixer.facts.facts import Facts, Feed
from fixer.facts.program import Unit
from fixer.facts.values import Array, Varying, elements
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF403",
    tokens=("yield", "__getitem__", "__next__"),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def trimmed_batch(facts: Facts) -> Iterator[Report]:
    """Batches that lose samples now and then, under a condition.

    ## What it does
    Finds a generator or Sequence that cuts samples off some of its batches (`if i % 3 == 0: x, y =
    x[:-1], y[:-1]`) by a condition that has nothing to do with the size of the batch. A short last batch, a
    cut to a size that is a multiple of something, and a cut of every batch are left alone.

    ## Why it fails
    Nothing raises on Keras 2 or Keras 3: the samples that are cut off are just never trained on in these
    batches, and what counts on a fixed number of samples in a batch gets another.

    ## Example
    ```python
    x, y = data[i:i + size], labels[i:i + size]
    if i % 3 == 0:
        x = x[:-1]
        y = y[:-1]
    yield x, y
    ```

    ## Use instead
    ```python
    x, y = data[i:i + size], labels[i:i + size]
    yield x, y
    ```

    ## Fix safety
    Unsafe: the samples that were left out are trained on.
    """
    for _, feed in feeds(facts):
        function = feed.batches.function if feed.batches is not None else None
        if function is None or not _batch_size_varies(feed):
            continue
        for condition in own_nodes(function.node):
            if isinstance(condition, ast.If) and (cuts := _cuts(condition)):
                lost = sum(amount for _, amount in cuts[:1])
                message = f"some batches lose {lost} sample{'s' * (lost > 1)}: they are cut where {_told(condition)}"
                yield Report(function.unit, condition, message, _fixes(function.unit, condition, cuts))


def _batch_size_varies(feed: Feed) -> bool:
    """Whether the number of samples differs from batch to batch, and not by a draw."""
    parts = elements(feed.x) or [feed.x]
    sizes = [part.shape[0] for part in parts if isinstance(part, Array) and part.shape]
    return any(isinstance(size, Varying) and not size.random for size in sizes)


def _told(condition: ast.If) -> str:
    text = ast.unparse(condition.test)
    return text if len(text) <= 40 else "a condition holds"


def _cuts(condition: ast.If) -> list[tuple[ast.Assign, int]]:
    """The statements under a condition that cut a fixed number of samples off; none where it looks at sizes."""
    if condition.orelse or _looks_at_size(condition.test):
        return []
    found = []
    for statement in condition.body:
        amount = _cut(statement)
        if isinstance(statement, ast.Assign) and amount:
            found.append((statement, amount))
    return found


def _looks_at_size(test: ast.expr) -> bool:
    for node in ast.walk(test):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "len":
            return True
        if isinstance(node, ast.Attribute) and node.attr in ("shape", "size"):
            return True
    return False


def _cut(statement: ast.stmt) -> int:
    """How many samples `x = x[:-1]` (or `x, y = x[:-1], y[:-1]`) takes away; 0 for anything else."""
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return 0
    target, value = statement.targets[0], statement.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        pairs = list(zip(target.elts, value.elts))
    else:
        pairs = [(target, value)]
    amounts = {_amount(left, right) for left, right in pairs}
    return amounts.pop() if len(amounts) == 1 else 0


def _amount(target: ast.expr, value: ast.expr) -> int:
    if not isinstance(value, ast.Subscript) or ast.unparse(value.value) != ast.unparse(target):
        return 0
    match value.slice:
        case ast.Slice(lower=None, upper=ast.UnaryOp(ast.USub(), ast.Constant(int(count))), step=None):
            return count
        case ast.Slice(lower=ast.Constant(int(count)), upper=None, step=None):
            return count
    return 0


def _fixes(unit: Unit, condition: ast.If, cuts: list[tuple[ast.Assign, int]]) -> tuple[Fix, ...]:
    if len(cuts) == len(condition.body):
        edits = [rewrite.delete_statement(unit, condition)]
    else:
        edits = [rewrite.delete_statement(unit, statement) for statement, _ in cuts]
    done = tuple(edit for edit in edits if edit is not None)
    if len(done) != len(edits):
        return ()
    return (Fix("Keep the whole batch", done, Applicability.UNSAFE, "the cut samples are trained on again"),)
