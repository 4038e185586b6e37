"""Rule KF204."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods.containers._given import is_metric, stands_in
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.findings import Applicability, Edit, Fix, Level


@rule(
    "KF204",
    tokens=("metrics",),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def scalar_metrics(facts: Facts) -> Iterator[Report]:
    """One metric where `compile` wants a list of them.

    ## What it does
    Finds `metrics=` and `weighted_metrics=` given as a bare name, function or metric object, or as a set.

    ## Why it fails
    Keras 3: ``ValueError: Expected `metrics` argument to be a list, tuple, or dict. Received instead:
    metrics=mse of type <class 'str'>``, in `compile`. Keras 2 takes a single metric and is left alone;
    a set it refuses too: `ValueError: Could not interpret metric identifier: {'mae'}`, in `fit`.

    ## Example
    ```python
    model.compile("adam", "mse", metrics="mae")
    ```

    ## Use instead
    ```python
    model.compile("adam", "mse", metrics=["mae"])
    ```

    ## Fix safety
    Safe: the program cannot train as it is, and a list of one metric computes the same.
    """
    for compiled in facts.compiles:
        for name in ("metrics", "weighted_metrics"):
            given = compiled.args.get(name)
            if given is None or not stands_in(compiled.node, given.node):
                continue
            if isinstance(given.node, ast.Set):
                message = f"{name} is a set; Keras wants a list"
                edits = _bracketed(compiled.unit, given.node)
            elif facts.target == 3 and is_metric(given.value):
                message = f"{name} is a single metric; Keras 3 wants a list, even of one"
                edits = (rewrite.replace(compiled.unit, given.node, f"[{rewrite.text_of(compiled.unit, given.node)}]"),)
            else:
                continue
            fix = Fix("Put it into a list", edits, Applicability.SAFE, "a list of one metric computes the same")
            yield Report(compiled.unit, given.node, message, (fix,))


def _bracketed(unit: Unit, node: ast.Set) -> tuple[Edit, ...]:
    """`{...}` to `[...]`, whatever stands between."""
    span = unit.lines.span(node)
    path = unit.source.path
    return (Edit(path, span.start, span.start + 1, "["), Edit(path, span.end - 1, span.end, "]"))
