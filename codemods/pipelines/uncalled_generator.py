"""Rule KF406."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods.pipelines._passes import own_nodes
from codemods.pipelines._uses import MAIN, VALIDATION
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.values import Function
from fixer.findings import Applicability, Fix, Level


@rule(
    "KF406",
    tokens=("yield",),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def uncalled_generator(facts: Facts) -> Iterator[Report]:
    """A generator function given to a model in the place of a generator.

    ## What it does
    Finds fit, evaluate or predict with a function that yields as their data: `model.fit(batches)` for
    `model.fit(batches())`.

    ## Why it fails
    Keras 3: `ValueError: Unrecognized data type: x=<function batches at 0x...> (of type <class
    'function'>)`. Keras 2: `ValueError: Failed to find data adapter that can handle input: <class
    'function'>, <class 'NoneType'>`. Only `tf.data.Dataset.from_generator` takes the function itself.

    ## Example
    ```python
    model.fit(batches, steps_per_epoch=10, epochs=2)
    ```

    ## Use instead
    ```python
    model.fit(batches(), steps_per_epoch=10, epochs=2)
    ```

    ## Fix safety
    Safe: the program cannot train as it is. A function with parameters that have no default is shown
    only, for what to call it with is not known.
    """
    for call in facts.model_calls:
        for names in (MAIN, VALIDATION):
            given = call.argument(*names)
            function = given.value if given is not None else None
            if given is None or not isinstance(function, Function) or not _yields(function):
                continue
            name = ast.unparse(given.node)
            message = f"{name} is a function; {call.kind} wants the generator that it gives when called"
            missing = _required(function)
            if missing:
                fix = Fix(f"Call it: {name}({', '.join(missing)})", (), Applicability.DISPLAY_ONLY)
            else:
                edit = rewrite.wrap(call.unit, given.node, "{}()")
                fix = Fix(f"Call it: {name}()", (edit,), Applicability.SAFE)
            yield Report(call.unit, given.node, message, (fix,))


def _yields(function: Function) -> bool:
    node = function.node
    if not isinstance(node, ast.FunctionDef) or node.decorator_list:
        return False
    return any(isinstance(n, (ast.Yield, ast.YieldFrom)) for n in own_nodes(node))


def _required(function: Function) -> list[str]:
    """Parameters that a call must give."""
    arguments = function.node.args
    named = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
    named = named[1:] if function.bound is not None else named
    required = named[: max(0, len(named) - len(arguments.defaults))]
    return required + [a.arg for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults) if d is None]
