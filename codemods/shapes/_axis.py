"""Data that lacks an axis of the model's input: what the rules for images and for sequences have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import prod

from codemods import Report
from codemods._support import unit_of
from codemods.shapes._data import Given, Mend, convert, givens, insert_size, with_axis
from codemods.shapes._declared import compatible, declare_axis, element_texts, text_of_shape
from codemods.shapes._layers import untouched
from fixer import rewrite
from fixer.facts.facts import Facts, LayerError, ModelFact
from fixer.facts.knowledge.layers import RANK, channels_first
from fixer.facts.program import Unit
from fixer.findings import Applicability, Edit, Fix, Level


def lacking_axis(given: Given) -> int | None:
    """The axis of size 1 of the model's input that the data does not have; the last one that it may be."""
    shape, declared = given.array.shape or (), given.declared
    if len(shape) != len(declared) - 1 or is_one_sample(given):
        return None
    for axis in range(len(declared) - 1, 0, -1):
        if declared[axis] == 1 and compatible(shape[1:], declared[1:axis] + declared[axis + 1 :]):
            return axis
    return None


def is_one_sample(given: Given) -> bool:
    """Whether it may be the batch axis that is missing: one sample in the shape that the model declares."""
    shape, declared = given.array.shape or (), given.declared
    if len(shape) != len(declared) - 1 or not isinstance(shape[0], int):
        return False
    # Of a single row it makes no difference which of the two is added.
    return shape[0] != 1 and compatible(shape, declared[1:])


def is_flat(given: Given) -> bool:
    """Whether each sample is one row of as many values as the model's input has."""
    wanted = given.declared[1:]
    sizes = [d for d in wanted if isinstance(d, int)]
    return len(given.sample) == 1 and len(wanted) > 1 and len(sizes) == len(wanted) and given.sample[0] == prod(sizes)


def add_axis(facts: Facts, given: Given, axis: int) -> Mend | None:
    """Put an axis of size 1 into the data."""
    rank = len(given.array.shape or ()) + 1

    def literal(unit: Unit, call: object) -> Edit | None:
        return insert_size(facts, unit, call, rank - 1, axis, "1")  # type: ignore[arg-type]

    def alike(other: Given) -> bool:
        if other.declared:
            return lacking_axis(other) == axis
        return rank_error(other) is not None

    return convert(facts, given, lambda unit: (with_axis(unit, axis, rank), ()), alike, axis=axis, literal=literal)


def fold(facts: Facts, given: Given) -> Mend | None:
    """Give flat rows the shape of the model's input."""
    sizes = ", ".join(str(size) for size in given.declared[1:])
    library = given.array.lib

    def template(unit: Unit) -> tuple[str, tuple[Edit, ...]] | None:
        if library == "tensorflow":
            name, imports = rewrite.name_for(unit, "tensorflow")
            return f"{name}.reshape({{}}, (-1, {sizes}))", imports
        return (f"{{}}.reshape(-1, {sizes})", ()) if library == "numpy" else None

    return convert(facts, given, template, lambda other: is_flat(other) and other.declared == given.declared, axis=1)


def rank_error(given: Given) -> LayerError | None:
    """The layer that refuses the data of a model without declared input, for want of one axis."""
    for error in given.call.model.errors:
        short = RANK.get(error.layer.kind) == len(error.given) + 1
        sample = given.sample[per_step(error) :]
        if error.kind == "rank" and short and error.given[1:] == sample and untouched(error):
            return error
    return None


def per_step(error: LayerError) -> int:
    """The axes of the data between the batch and what the layer looks at: time, if it is applied to each step."""
    return 1 if error.wrapper is not None and error.wrapper.kind == "TimeDistributed" else 0


def missing_axis(error: LayerError) -> int:
    """Where the data lacks the channel that the layer takes."""
    return per_step(error) + (1 if channels_first(error.layer) else len(error.given))


def axis_level(facts: Facts, given: Given, axis: int) -> Level:
    """How bad it is: both Kerases add a missing last axis of size 1 by themselves, and no other.

    `ImageDataGenerator.flow` refuses images without it.
    """
    batches = given.feed.batches
    if axis == len(given.declared) - 1 and (batches is None or batches.kind != "directory"):
        return Level.WARNING if facts.target >= 3 else Level.HINT
    return Level.ERROR


def short_declarations(facts: Facts, wanted: Callable[[LayerError], bool]) -> Iterator[tuple[ModelFact, LayerError]]:
    """Models whose declared input has one axis less than the layer that takes it insists on."""
    for model in facts.models:
        for error in model.errors[:1]:
            short = RANK.get(error.layer.kind) == len(error.given) + 1
            bare = untouched(error) and model.input == error.given
            if error.kind == "rank" and short and bare and wanted(error):
                yield model, error


def declare_with(
    facts: Facts, model: ModelFact, axis: int, choices: list[tuple[str, str, Applicability]]
) -> Iterator[Report]:
    """Report a declaration that lacks an axis; `choices` are the sizes to put in, each with a title's end."""
    node = model.input_nodes[0] if model.input_nodes else None
    unit = None if node is None else unit_of(facts, node)
    texts = element_texts(facts, model, 0)
    if node is None or unit is None:
        return
    fixes = []
    for size, reason, applicability in choices:
        if texts is None:
            break
        place = axis - 1
        edits = declare_axis(facts, model, 0, [*texts[:place], size, *texts[place:]])
        if edits is not None:
            fixes.append(Fix(f"Declare the axis too: {reason}", edits, applicability))
    declared = text_of_shape((model.input or ())[1:])
    kind = model.errors[0].layer.kind
    axes = RANK[kind] - 1
    yield Report(unit, node, f"{kind} takes {axes} axes a sample; {declared} declares {axes - 1}", tuple(fixes))


def given_to(facts: Facts, model: ModelFact) -> list[Given]:
    """The data of all calls of one model."""
    return [given for given in givens(facts) if given.call.model.identity == model.identity]
