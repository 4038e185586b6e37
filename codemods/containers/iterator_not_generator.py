"""Rule KF205."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.containers._given import made_by
from codemods.containers._yields import is_next, refused_yields
from fixer import rewrite
from fixer.facts.facts import Argument, Facts, ModelCall
from fixer.facts.values import Batches, Function, Instance, PyList, Tuple
from fixer.findings import Applicability, Fix, Level

_ITERATORS = frozenset(
    "builtins.zip builtins.map builtins.filter builtins.iter builtins.enumerate builtins.reversed itertools.cycle "
    "itertools.chain itertools.islice itertools.repeat itertools.starmap".split()
)


@rule(
    "KF205",
    tokens=("zip", "map", "iter", "cycle", "chain", "__next__", "yield", "__getitem__", " for "),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def iterator_not_generator(facts: Facts) -> Iterator[Report]:
    """An iterator that is no generator, or a generator that yields lists, as a model's data.

    ## What it does
    Finds `zip(...)`, `map(...)`, `iter(...)` of a list, `itertools.cycle(...)` and objects with a `__next__`
    of their own as the data of `fit`, `evaluate` and `predict`, and generators whose batches are lists
    (`yield [x, y]`, `yield [x], [y]`) or bare arrays instead of tuples.

    ## Why it fails
    Keras 3: `ValueError: Unrecognized data type: x=<zip object at 0x...> (of type <class 'zip'>)`; of a list
    yielded: `When passing a Python generator to a Keras model, the generator must return a tuple`; of a list
    in the tuple: ``TypeError: `output_signature` must contain objects that are subclass of `tf.TypeSpec` but
    found <class 'list'>``. Keras 2 takes all of these, but for an object that has `__iter__` alone: `Failed to
    find data adapter that can handle input`.

    ## Example
    ```python
    model.fit(zip(images, masks), steps_per_epoch=10)
    ```

    ## Use instead
    ```python
    model.fit((batch for batch in zip(images, masks)), steps_per_epoch=10)
    ```

    ## Fix safety
    Safe: the program cannot train as it is, and the batches stay the same.
    """
    for call in facts.model_calls:
        for name in ("x", "generator", "validation_data"):
            given = call.args.get(name)
            if given is None:
                continue
            yield from _refused_iterator(facts, call, given)
            if facts.target >= 3 and isinstance(given.value, Batches):
                yield from refused_yields(facts, call, given.value)


def _refused_iterator(facts: Facts, call: ModelCall, given: Argument) -> Iterator[Report]:
    value = given.value
    if isinstance(value, Instance) and _iterates(value) and value.model is None:
        edit = rewrite.wrap(call.unit, given.node, "iter({})")
        message = (
            f"{value.cls.node.name} is no generator, though its __iter__ gives one; Keras {facts.target} refuses it"
        )
        yield Report(call.unit, given.node, message, (Fix("Take its iterator", (edit,), Applicability.SAFE),))
        return
    if facts.target < 3:
        return
    made = made_by(facts, given.node)
    unit = unit_of(facts, made)
    kind = _iterator_kind(facts, made)
    if kind and unit is not None:
        source = made.args[0] if kind == "iter" and isinstance(made, ast.Call) else made
        edit = rewrite.replace(unit, made, f"(batch for batch in {rewrite.text_of(unit, source)})")
    elif isinstance(value, Batches) and value.function is not None and is_next(value.function):
        kind, unit = "an object with a __next__ of its own", call.unit
        edit = rewrite.wrap(unit, given.node, "(batch for batch in {})")
    else:
        return
    message = f"{kind} as data of {call.kind} is no generator; Keras 3 refuses it"
    yield Report(call.unit, given.node, message, (Fix("Make it a generator", (edit,), Applicability.SAFE),))


def _iterator_kind(facts: Facts, made: ast.expr) -> str:
    """What kind of iterator this call makes; empty where it makes none, or a real generator."""
    found = next((c for c in facts.library_calls if c.node is made and c.name in _ITERATORS), None)
    if found is None or not isinstance(made, ast.Call) or not made.args:
        return ""
    name = found.name.rpartition(".")[2]
    if name != "iter":
        return name
    # `iter(generator)` is the generator itself; only of a list it is surely something else.
    inner = facts.values.get(made.args[0], [])
    listed = bool(inner) and all(isinstance(value, (PyList, Tuple)) for value in inner)
    return "iter" if listed or _iterator_kind(facts, made.args[0]) else ""


def _iterates(instance: Instance) -> bool:
    """Whether an object has an `__iter__` that is a generator function, and nothing else that Keras knows."""
    cls = instance.cls
    if any(getattr(base, "name", "") != "builtins.object" for base in cls.bases) or any(
        cls.find(name) is not None for name in ("__next__", "__array__")
    ):
        return False
    found = cls.find("__iter__")
    return isinstance(found, Function) and any(isinstance(n, (ast.Yield, ast.YieldFrom)) for n in ast.walk(found.node))
