"""`verify --explain`: what was passed to a call that failed, what the model expected, and where each comes from."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fixer.facts.facts import Facts, Feed, ModelCall
from fixer.facts.infer import Interpreter
from fixer.facts.observe import Seen
from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Array, PyList, Shape, elements
from fixer.report import evidence
from fixer.report.paint import Paint
from fixer.source import SourceFile, parse
from fixer.verify.execution import CallOutcome, Execution, Outcome

_NAMED = re.compile(r"layer [\"']?([\w/]+)")
_LAYERS = 24


def explain(source: SourceFile, execution: Execution, target: int, paint: Paint) -> str:
    """A few lines for each call that did not go well; empty where all did."""
    unit = Unit(source, parse(source))
    facts = Interpreter(unit, target, None, Seen.of(execution.seen, execution.models)).run()
    lines: list[str] = []
    told: set[tuple[str, int]] = set()
    for outcome in execution.calls:
        if outcome.outcome is not Outcome.TRAINED and (outcome.kind, outcome.line) not in told:
            told.add((outcome.kind, outcome.line))
            lines += _call(facts, execution, outcome, paint)
    return "\n".join(lines)


def _call(facts: Facts, execution: Execution, outcome: CallOutcome, paint: Paint) -> list[str]:
    lines: list[str] = []
    call = next((c for c in facts.model_calls if c.node.lineno == outcome.line and c.kind == outcome.kind), None)
    if call is not None:
        passed = [text for feed in call.pairs() for text in _fed(call, feed)]
        lines += evidence.indented(passed, "passed", paint)
        expected = list(_expected(call))
        lines += evidence.indented(expected, "expected", paint)
    model = next(
        (m for m in reversed(execution.models) if m["line"] == outcome.line and m["kind"] == outcome.kind), None
    )
    if model is not None:
        message = outcome.error.message if outcome.error else ""
        lines += evidence.indented(_picture(model, message, paint), "model", paint)
    return lines


def _fed(call: ModelCall, feed: Feed) -> Iterator[str]:
    names = ("x", "y") if feed.role == "x" else ("validation x", "validation y")
    for name, value in zip(names, (feed.x, feed.y)):
        parts = [value] if value is None or isinstance(value, (Array, PyList)) else elements(value) or [value]
        for part in parts:
            if part is not None:
                batches = ", batch by batch" if feed.batches is not None else ""
                yield f"{name}: {describe(part)}{batches}{_made(call, part)}"


def describe(value: AnyValue) -> str:
    """A value as a person needs it: shape, dtype and range."""
    if isinstance(value, Array):
        text = f"{_shape(value.shape)} {' or '.join(value.dtypes) or 'of unknown dtype'}"
        if value.lo is not None and value.hi is not None:
            text += f", {value.lo:.4g} to {value.hi:.4g}"
        return text + (", one-hot" if value.one_hot else "")
    if isinstance(value, PyList):
        size = value.size()
        return f"a Python list of {size}" if size is not None else "a Python list"
    return "not known"


def _shape(shape: Shape | None) -> str:
    if shape is None:
        return "of unknown shape"
    sizes = ["None" if size is None else str(size) for size in shape]
    return f"({', '.join(sizes)}{',' if len(sizes) == 1 else ''})"


def _made(call: ModelCall, value: AnyValue) -> str:
    node = getattr(value, "origin", None) or getattr(value, "at", None)
    if not isinstance(node, ast.expr) or node.lineno == call.node.lineno:
        return ""
    return f"; made in line {node.lineno}"


def _expected(call: ModelCall) -> Iterator[str]:
    for shape, node in zip(call.model.inputs, (*call.model.input_nodes, *[None] * len(call.model.inputs))):
        if shape is not None:
            yield f"{_shape(shape)}" + (f"; declared in line {node.lineno}" if node is not None else "")
    compiled = call.model.compiled
    if compiled is not None and compiled.loss:
        output = f" over the output {_shape(call.model.output)}" if call.model.output is not None else ""
        yield f"labels for {compiled.loss}{output}; compiled in line {compiled.node.lineno}"


def _picture(model: dict[str, Any], message: str, paint: Paint) -> list[str]:
    """The layers in order, each with the shape that it gives; the one that Keras names is marked."""
    refused = set(_NAMED.findall(message))
    layers = model["layers"][:_LAYERS]
    width = max((len(layer["name"]) for layer in layers), default=0)
    kinds = max((len(layer["class"]) for layer in layers), default=0)
    rows = []
    for layer in layers:
        shapes = " ".join(_shape(tuple(shape)) for shape in layer["out"] or [])
        at_fault = layer["name"] in refused
        activation = layer["activation"] if layer["activation"] not in (None, "linear") else ""
        mark = ">" if at_fault else " "
        row = f"{mark} {layer['name']:<{width}}  {layer['class']:<{kinds}}  {shapes}  {activation}".rstrip()
        rows.append(paint.red(f"{row}  refused its input") if at_fault else row)
    if len(model["layers"]) > _LAYERS:
        rows.append(f"  ... {len(model['layers']) - _LAYERS} more layers")
    return rows
