"""Rule KF108."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.shapes._data import Given, Mend, convert, givens
from codemods.shapes._declared import (
    agreeing,
    channel_axis,
    declare_axis,
    declare_samples,
    declare_sizes,
    element_texts,
    may_declare,
    refuses,
    takes_images,
    text_of_shape,
    turned,
)
from codemods.shapes._loaders import is_iterator
from codemods.shapes._order import order_of
from codemods.shapes._resize import resized
from fixer.facts.facts import Facts
from fixer.facts.values import Array, Shape
from fixer.findings import Applicability, Edit, Fix, Level


@rule(
    "KF108",
    tokens=("input_shape", "Input", "input_dim", "batch_shape", "input_length", "build"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def declared_input_shape(facts: Facts) -> Iterator[Report]:
    """A model declared for data of another size than it is given.

    ## What it does
    Finds data of, say, 13 features given to a model of `input_shape=(8,)`, images of another height or
    width than the model's, sequences of another length: where the model cannot run on them. Also a
    declaration that counts the samples too (`input_shape=x.shape`), and one of channels first. (Another
    number of channels is `channel-count`; a size drawn at random `random-image-size`; images read by an
    iterator over a folder `directory-iterator-mismatch`.)

    ## Why it fails
    Keras 3: `Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected axis -1
    of input shape to have value 8, but received input with shape (None, 13)`; Keras 2: `Input 0 of layer
    "sequential" is incompatible with the layer: expected shape=(None, 8), found shape=(None, 13)`. A
    `Sequential` of Keras 3 that pools over the images, or an LSTM, trains on other sizes than it declares.

    ## Example
    ```python
    x = np.zeros((100, 13))
    model.add(Dense(16, input_shape=(8,)))
    ```

    ## Use instead
    ```python
    x = np.zeros((100, 13))
    model.add(Dense(16, input_shape=(13,)))
    ```

    ## Fix safety
    Safe for plain features that are given as they were made: the model cannot run otherwise. Unsafe for
    features picked out of a larger table (perhaps too many were picked), for sequences and for images,
    which can be resized instead. Where some other call gives the model what it declares, the model is
    left as it is.
    """
    for given in givens(facts):
        shape, declared = given.array.shape or (), given.declared
        if _counts_samples(given):
            yield _samples(facts, given)
        if len(shape) != len(declared) or is_iterator(facts, given.array) or _swapped(given) or order_of(given):
            continue
        if turned(given.call.model, declared, shape):
            yield _turned(facts, given)
            continue
        images = takes_images(given.call.model, declared)
        wrong = {a: d for a, d in enumerate(shape) if a and isinstance(d, int) and _differs(d, declared[a])}
        if images:
            wrong.pop(channel_axis(given.call.model, declared), None)
        batched = given.feed.batches is not None
        if not wrong or not refuses(facts, given.call, declared, shape, batched):
            continue
        yield _report(facts, given, wrong, images)


def _differs(size: int, declared: object) -> bool:
    return isinstance(declared, int) and declared != size


def _swapped(given: Given) -> bool:
    """Whether the arrays for several inputs fit another one's declaration: then none of these is wrong."""
    return any(
        len(other) == len(given.declared) and other[1:] == given.sample
        for place, other in enumerate(given.call.model.inputs)
        if other is not None and place != given.index
    )


def _report(facts: Facts, given: Given, wrong: dict[int, int], images: bool) -> Report:
    model, declared = given.call.model, given.declared
    message = f"data of shape {text_of_shape(given.sample)} for a model declared with {text_of_shape(declared[1:])}"
    right = agreeing(facts, model, given.index, declared)
    fixes = []
    place, unit = given.node, unit_of(facts, given.node)
    edits = None
    if not right and may_declare(model, wrong) and _only(facts, given, wrong):
        edits = declare_sizes(facts, model, given.index, {axis: str(size) for axis, size in wrong.items()})
    if edits:
        sure = len(declared) == 2 and not isinstance(given.array.origin, ast.Subscript)
        safety = Applicability.SAFE if sure else Applicability.UNSAFE
        shape = tuple(wrong.get(axis, size) for axis, size in enumerate(declared))
        fixes.append(Fix(f"Declare {text_of_shape(shape[1:])}", edits, safety))
        node = model.input_nodes[given.index]
        home = None if node is None else unit_of(facts, node)
        if node is not None and home is not None:
            place, unit = node, home
    mend = _resize(facts, given) if images else None
    if mend is not None:
        fixes.append(Fix(f"Resize the images to {text_of_shape(declared[1:3])}", mend.edits, Applicability.UNSAFE))
        if not edits:
            place, unit = mend.node, mend.unit
    return Report(unit or given.call.unit, place if unit else given.call.node, message, tuple(fixes))


def _counts_samples(given: Given) -> bool:
    """Whether the model is declared for the whole array, the number of samples included, and trained on all of it."""
    shape, y = given.array.shape or (), given.feed.y
    if given.feed.batches is not None or not given.call.trains or given.call.kind == "train_on_batch":
        return False
    rows = y.shape[0] if isinstance(y, Array) and y.shape else None
    return len(shape) > 1 and None not in shape and given.declared[1:] == shape and rows == shape[0]


def _samples(facts: Facts, given: Given) -> Report:
    model, shape = given.call.model, given.array.shape or ()
    edits = declare_samples(facts, model, given.index, shape)
    message = f"the declared shape {text_of_shape(shape)} counts the {shape[0]} samples too"
    return _declaration(facts, given, message, edits, shape[1:])


def _turned(facts: Facts, given: Given) -> Report:
    model, declared, sample = given.call.model, given.declared, given.sample
    message = f"images of shape {text_of_shape(sample)}; {text_of_shape(declared[1:])} is declared, channels first"
    texts = element_texts(facts, model, given.index)
    edits = None
    if texts is not None and len(texts) == 3 and not agreeing(facts, model, given.index, declared):
        edits = declare_axis(facts, model, given.index, [*texts[1:], texts[0]])
    return _declaration(facts, given, message, edits, sample)


def _declaration(facts: Facts, given: Given, message: str, edits: tuple[Edit, ...] | None, shape: Shape) -> Report:
    """A report of what a model declares, at the place where it does."""
    model = given.call.model
    node = model.input_nodes[given.index] if given.index < len(model.input_nodes) else None
    unit = None if node is None else unit_of(facts, node)
    fixes = (Fix(f"Declare {text_of_shape(shape)}", edits, Applicability.UNSAFE),) if edits else ()
    if node is None or unit is None:
        return Report(given.call.unit, given.call.node, message, fixes)
    return Report(unit, node, message, fixes)


def _only(facts: Facts, given: Given, wrong: dict[int, int]) -> bool:
    """Whether all that the model is given has these sizes, as far as it is known."""
    alike = (
        other.array.shape or ()
        for other in givens(facts)
        if other.call.model.identity == given.call.model.identity and other.index == given.index
    )
    return all(shape[axis] in (size, None) for shape in alike for axis, size in wrong.items() if axis < len(shape))


def _resize(facts: Facts, given: Given) -> Mend | None:
    declared, sample = given.declared, given.sample
    if len(declared) != 4 or channel_axis(given.call.model, declared) != 3:
        return None
    size = (str(declared[1]), str(declared[2]))
    library, channels = given.array.lib, sample[2]

    def alike(other: Given) -> bool:
        return other.declared[1:3] == declared[1:3] and other.sample[:2] == sample[:2]

    return convert(
        facts,
        given,
        lambda unit: resized(unit, library, sample, (*declared[1:3], channels), size),
        alike,
        axis=1,
        resized=True,
    )
