"""Rule KF101."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods import Report, rule
from codemods._support import feeds, inputs_of, size_text, unit_of
from codemods.shapes._declared import insists_on
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.facts.values import Array, Varying
from fixer.findings import Applicability, Edit, Fix, Level


@rule(
    "KF101",
    tokens=("rand", "choice", "uniform", "integers"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def random_image_size(facts: Facts) -> Iterator[Report]:
    """Batches whose image size is drawn at random, for a model of fixed size.

    ## What it does
    Finds a height, width or number of features that is drawn at random (`np.random.randint`,
    `random.choice` ...) and that ends up as an axis of what a model is trained on, though the
    model's input declares a fixed size for that axis and its layers depend on it.

    ## Why it fails
    The first batch of another size stops the training, in Keras 3 and 2 alike:
    `InvalidArgumentError: Matrix size-incompatible: In[0]: [8,450], In[1]: [200,1]`. If the very
    first batch has another size it is a `ValueError`: `Input 0 of layer ... is incompatible with
    the layer: expected axis -1 of input shape to have value 200`. A model whose declared size is
    `None` takes any size, and one that pools over the whole image trains on any: both are left alone.

    ## Example
    ```python
    size = np.random.randint(64, 128)
    x = np.random.rand(batch, size, size, 3)      # the model takes (64, 64, 3)
    ```

    ## Use instead
    ```python
    size = 64
    x = np.random.rand(batch, size, size, 3)
    ```

    ## Fix safety
    Safe: the program cannot train as it is. The size put in is the model's own, by its name where
    the model's declaration uses one.
    """
    draws = list(_draws(facts))
    for draw in draws:
        message = f"axis {draw.axis} of the batches is drawn at random ({draw.size}); the model takes {draw.expected}"
        edits = _edits(facts, draw, draws)
        fix = Fix(f"Use the model's size, {draw.text}", edits, Applicability.SAFE) if edits else None
        yield Report(draw.unit, draw.node, message, (fix,) if fix else ())


@dataclass(frozen=True, slots=True)
class _Draw:
    """An axis of the data whose size is drawn."""

    unit: Unit
    node: ast.expr
    """The draw, or the variable that it is unpacked into."""
    axis: int
    size: Varying
    expected: int
    text: str
    """How the expected size is written in that file."""


def _draws(facts: Facts) -> Iterator[_Draw]:
    for call, feed in feeds(facts):
        for index, array, declared in inputs_of(feed, call.model):
            if array.shape is None or len(array.shape) != len(declared):
                continue
            for axis, (size, expected) in enumerate(zip(array.shape, declared)):
                if not axis or not isinstance(expected, int) or not isinstance(size, Varying) or not size.random:
                    continue
                unit = None if size.at is None else unit_of(facts, size.at)
                if unit is not None and size.at is not None and insists_on(call.model, declared, axis):
                    text = size_text(facts, call.model, index, axis - 1, expected, unit)
                    yield _Draw(unit, size.at, axis, size, expected, text)


def _edits(facts: Facts, draw: _Draw, draws: list[_Draw]) -> tuple[Edit, ...]:
    if isinstance(draw.node, (ast.Name, ast.Attribute)) and isinstance(draw.node.ctx, ast.Store):
        return _unpacked(draw, draws)
    several = [v.shape for v in facts.values.get(draw.node, ()) if isinstance(v, Array)]
    if not several:
        return (rewrite.replace(draw.unit, draw.node, draw.text),)
    # One draw of several sizes, used by index or with `*`.
    texts = {other.text for other in draws if other.node is draw.node}
    if len(texts) != 1 or several[0] is None or len(several[0]) != 1 or not isinstance(several[0][0], int):
        return ()
    return (rewrite.replace(draw.unit, draw.node, f"({', '.join([draw.text] * several[0][0])})"),)


def _unpacked(draw: _Draw, draws: list[_Draw]) -> tuple[Edit, ...]:
    """`h, w = np.random.randint(24, 48, 2)`: the whole right side if all parts are sizes, else a line behind it."""
    unit, statement, target = draw.unit, draw.unit.statement(draw.node), draw.unit.parent(draw.node)
    if not isinstance(statement, ast.Assign) or not isinstance(target, ast.Tuple):
        return ()
    texts = {other.node: other.text for other in draws}
    if statement.targets == [target] and all(part in texts for part in target.elts):
        return (rewrite.replace(unit, statement.value, ", ".join(texts[part] for part in target.elts)),)
    return (rewrite.insert_after(unit, statement, f"{rewrite.text_of(unit, draw.node)} = {draw.text}"),)
