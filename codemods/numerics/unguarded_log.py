"""Rule KF502."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods.numerics._raw import Body
from fixer import rewrite
from fixer.facts.facts import CompileFact, Facts
from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Function, Instance, PyDict, elements
from fixer.findings import Applicability, Edit, Fix, Level

_KEEPS_POSITIVE = ("softplus", "exponential", "exp")


@rule(
    "KF502",
    tokens=("log", "/", "divide"),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def unguarded_log(facts: Facts) -> Iterator[Report]:
    """A logarithm or a division in a loss or metric of one's own that nothing keeps away from zero.

    ## What it does
    Finds, in functions and classes that `compile` is given as loss or metric, `log(y_pred)`, `log(1 - y_pred)`
    and divisions by `y_true`, by `y_pred` or by a sum of them. Only what surely is the bare argument counts:
    anything clipped, shifted by a constant, or made elsewhere is left alone.

    ## Why it fails
    No exception: where the argument is 0 the loss becomes `inf` or `nan`, and every weight with it; a metric
    of a batch without positives is `nan` from then on. A sigmoid or softmax gives an exact 0 once its input
    is large enough. The losses of Keras itself are guarded.

    ## Example
    ```python
    def loss(y_true, y_pred):
        return -K.mean(y_true * K.log(y_pred))
    ```

    ## Use instead
    ```python
    def loss(y_true, y_pred):
        return -K.mean(y_true * K.log(y_pred + K.epsilon()))
    ```

    ## Fix safety
    Unsafe: there are other guards (clipping, a different formula), and the value changes a little.
    """
    seen: set[ast.AST] = set()
    for compiled in facts.compiles:
        for role, function in _own_functions(compiled):
            if function.node in seen or not isinstance(function.node, (ast.FunctionDef, ast.Lambda)):
                continue
            seen.add(function.node)
            body = Body.of(facts, function)
            positive = role == "loss" and _is_positive(facts, compiled)
            for node, what, kind in body.dangers():
                if kind == "log" and positive:
                    continue
                message = f"{what} in a {role}: where that is 0 it gives {'inf' if kind == 'log' else 'nan or inf'}"
                edit = _guarded(function.unit, node, body.backend)
                fix = Fix("Add a small number", (edit,), Applicability.UNSAFE, "keeps it away from zero")
                yield Report(function.unit, node, message, (fix,))


def _own_functions(compiled: CompileFact) -> Iterator[tuple[str, Function]]:
    """Functions of the user's own that compute a loss or a metric."""
    for name, role in (("loss", "loss"), ("metrics", "metric"), ("weighted_metrics", "metric")):
        given = compiled.args.get(name)
        for value in _flat(given.value) if given is not None else ():
            if isinstance(value, Function):
                yield role, value
            elif isinstance(value, Instance):
                for method in ("call", "update_state", "result"):
                    found = value.cls.find(method)
                    if isinstance(found, Function):
                        yield role, found


def _flat(value: AnyValue) -> list[AnyValue]:
    if isinstance(value, PyDict):
        return [each for item in (value.items or {}).values() for each in _flat(item)]
    items = elements(value)
    return [value] if items is None else [each for item in items for each in _flat(item)]


def _is_positive(facts: Facts, compiled: CompileFact) -> bool:
    """Whether the model's last activation never gives 0."""
    models = [m for m in facts.models if m.compiled is not None and m.compiled.node is compiled.node]
    return any(model.last_activation in _KEEPS_POSITIVE for model in models)


def _guarded(unit: Unit, node: ast.expr, backend: str | None) -> Edit:
    """`x` to `x + K.epsilon()`, or `x + 1e-7` where the code does not use the backend."""
    small = "1e-7" if backend is None else f"{backend}.epsilon()"
    text = rewrite.text_of(unit, node)
    span, source = unit.lines.span(node), unit.source.text
    enclosed = source[: span.start].rstrip().endswith("(") and source[span.end :].lstrip().startswith(")")
    if isinstance(node, (ast.IfExp, ast.Compare, ast.BoolOp, ast.Lambda)):
        text = f"({text})"
    whole = f"{text} + {small}"
    return rewrite.replace(unit, node, whole if enclosed or isinstance(unit.parent(node), ast.Call) else f"({whole})")
