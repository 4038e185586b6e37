"""Rule KF203."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.containers._lists import Handed, converted, handed, home, is_numbers, is_rows, shape_of, streamed
from fixer import rewrite
from fixer.facts.facts import Facts, ModelFact
from fixer.facts.infer import Range
from fixer.facts.values import Array, Shape, Varying
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF203",
    tokens=("fit", "evaluate", "predict", "_on_batch"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def python_list_input(facts: Facts) -> Iterator[Report]:
    """A Python list of numbers where a model takes an array.

    ## What it does
    Finds lists, tuples and ranges of numbers, and lists of one array a sample, as inputs, labels, sample
    weights or validation data of `fit`, `evaluate`, `predict` and the `..._on_batch` methods. A list of
    arrays for a model of several inputs is how they are given, and left alone.

    ## Why it fails
    Keras 3: `ValueError: Unrecognized data type: x=[1.0, 2.0, 3.0] (of type <class 'list'>)`; of a list of
    arrays `Data cardinality is ambiguous`; in `train_on_batch` `Only input tensors may be passed as positional
    arguments`; in a generator `the arrays must be at least rank 1`. Keras 2 takes lists in `fit` and `predict`,
    but not one list beside an array: `Failed to find data adapter that can handle input`, nor ranges, nor lists
    in `train_on_batch`: `'float' object has no attribute 'shape'`.

    ## Example
    ```python
    model.predict([1.0, 2.0, 3.0])       # the model takes (3,)
    ```

    ## Use instead
    ```python
    model.predict(np.array([[1.0, 2.0, 3.0]]))
    ```

    ## Fix safety
    Safe: the program cannot run as it is. The list becomes an array where it is made if only a model and
    `len`, `print` and the like read it, else in the call. A single sample for `predict` gets its batch axis.
    Where the shape fits no way, or the rows have unequal lengths, nothing is offered.
    """
    for call in facts.model_calls:
        for given in (*handed(call), *streamed(call)):
            declared = _declared(call.model) if given.role == "x" else None
            sample = None if declared is None else declared[1:]
            rows = given.role == "x" and len(call.model.inputs) == 1 and is_rows(given.value, sample)
            if not rows and not (is_numbers(given.value) and _is_refused(facts, given, declared)):
                continue
            what = "a list of arrays" if rows else _what(given)
            where = "from a generator" if given.streamed else f"of {call.kind}"
            flaw = "one sample without its batch axis" if _is_one_sample(given, declared) else "not an array"
            message = f"{what} as {given.role} {where}: {flaw}; Keras {facts.target} refuses it"
            unit = unit_of(facts, given.node) or call.unit
            yield Report(unit, given.node, message, _fixes(facts, given, declared))


def _declared(model: ModelFact) -> Shape | None:
    """The shape that the model's one input takes, said by the model or known from what it was built on."""
    if model.inputs:
        return model.input
    return model.layers[0].input_shape if model.layers else None


def _what(given: Handed) -> str:
    kind = "range" if isinstance(given.value, Range) else "tuple" if not hasattr(given.value, "depth") else "list"
    shape = shape_of(given.value)
    size = shape[0] if shape else None
    return f"a {kind}" if not isinstance(size, int) else f"a {kind} of {size}"


def _is_refused(facts: Facts, given: Handed, declared: Shape | None) -> bool:
    """What an execution showed: Keras 3 takes no list at all, Keras 2 those that go with a list or with nothing."""
    if facts.target >= 3 or given.streamed or given.one_of_many or given.role == "sample_weight":
        return True
    if isinstance(given.value, Range) or given.call.kind.endswith("_on_batch"):
        return True
    if given.partner is not None:
        return isinstance(given.partner, Array)
    return _is_one_sample(given, declared) is True


def _is_one_sample(given: Handed, declared: Shape | None) -> bool | None:
    """Whether the list is one sample rather than a batch of them; None where it is neither, or not known."""
    shape = shape_of(given.value)
    if given.role != "x":
        return False
    if shape is None or any(isinstance(size, Varying) for size in shape):
        return None
    if declared is None or given.streamed or given.one_of_many:
        return False if given.streamed or given.one_of_many or given.call.trains or len(shape) > 1 else None
    sample = declared[1:]
    if _fits(shape[1:], sample):
        return False
    return True if _fits(shape, sample) and given.call.kind.startswith("predict") else None


def _fits(shape: Shape, sample: Shape) -> bool:
    """Whether Keras takes one sample of this shape: it adds a last axis of size 1 itself."""
    if len(shape) == len(sample) - 1 and sample[-1] == 1:
        shape = (*shape, 1)
    return len(shape) == len(sample) and all(a == b or a is None or b is None for a, b in zip(shape, sample))


def _fixes(facts: Facts, given: Handed, declared: Shape | None) -> tuple[Fix, ...]:
    single = _is_one_sample(given, declared)
    shape = shape_of(given.value)
    place = home(facts, given)
    if place is None or (shape is not None and any(isinstance(size, Varying) for size in shape)):
        return ()
    if single is None and declared is not None and given.role == "x":
        return ()
    unit, node = place
    if single or given.streamed:
        unit, node = unit_of(facts, given.node) or unit, given.node  # elsewhere the same list may be something else
    numpy, imports = rewrite.name_for(unit, "numpy")
    edit = converted(unit, node, numpy, bool(single))
    title = "Make it an array of one sample" if single else "Make it an array"
    applicability = Applicability.UNSAFE if single is None else Applicability.SAFE
    return (Fix(title, (edit, *imports), applicability),)
