"""Rule KF313."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods.labels._edits import Edits, is_alone, sibling
from codemods.labels._lessons import BINARY, CATEGORICAL, REGRESSION, SPARSE, Lesson, lessons, shape_text
from fixer import rewrite
from fixer.facts.facts import Facts, LayerFact, ModelFact
from fixer.facts.program import Unit
from fixer.findings import Applicability, Edit, Fix, Level

_POINTWISE = frozenset(
    "Dense Dropout SpatialDropout1D Activation Softmax ReLU LeakyReLU BatchNormalization LayerNormalization".split()
)
_RECURRENT = frozenset("LSTM GRU SimpleRNN Bidirectional".split())


@rule(
    "KF313",
    tokens=("Dense", "Conv"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
)
def output_per_step(facts: Facts) -> Iterator[Report]:
    """An output for every time step or pixel, where the labels hold one for the whole sample.

    ## What it does
    Finds a model that keeps its time or image axes to the end (`return_sequences=True` on the last recurrent
    layer, no `Flatten` before the first `Dense`) and labels of shape `(n,)`, `(n, 1)` or one-hot `(n, k)`.

    ## Why it fails
    Cross-entropies, Keras 3: `ValueError: Argument `output` must have rank (ndim) `target.ndim - 1`.
    Received: target.shape=(8,), output.shape=(8, 5, 3)`; Keras 2: `ValueError: Shapes (8, 3) and (8, 5, 3)
    are incompatible`. `mse` and `mae` train without a word: every step learns the number of the whole.

    ## Example
    ```python
    model.add(layers.LSTM(8, return_sequences=True))
    model.add(layers.Dense(1))
    ```

    ## Use instead
    ```python
    model.add(layers.LSTM(8))
    model.add(layers.Dense(1))
    ```

    ## Fix safety
    Unsafe: a pooling layer would be another way, and the labels could be at fault instead.
    """
    seen: set[object] = set()
    for lesson in lessons(facts):
        last = lesson.model.tail[-1] if lesson.model.tail else None
        if last is None or last.node is None or last.unit is None or last.node in seen or not _is_wrong(lesson):
            continue
        seen.add(last.node)
        output = shape_text(lesson.output)
        fixes = _fixes(facts, lesson.model) if is_alone(facts, lesson.model) else ()
        message = f"the output {output} keeps {_axes(lesson)}; the labels {shape_text(lesson.shape)} are one a sample"
        yield Report(last.unit, last.node, message, fixes, _level(lesson, facts.target))


def _is_wrong(lesson: Lesson) -> bool:
    middle, units = lesson.output[1:-1], lesson.units
    if not any(isinstance(d, int) and d > 1 for d in middle):
        return False
    if lesson.shape[1:] in ((), (1,)):
        single = lesson.loss in (BINARY, *REGRESSION) and units == 1
        # A class number each is not what categorical_crossentropy takes either: that is mended after this.
        return single or (lesson.loss in (SPARSE, CATEGORICAL) and units is not None and units > 1)
    rows = len(lesson.shape) == 2 and lesson.shape[1] == units and lesson.labels.one_hot
    return rows and lesson.loss in (CATEGORICAL, BINARY)


def _axes(lesson: Lesson) -> str:
    middle = " x ".join("?" if d is None else str(d) for d in lesson.output[1:-1])
    return f"{middle} steps" if len(lesson.output) == 3 else f"{middle} places"


def _level(lesson: Lesson, target: int) -> Level | None:
    """What executions showed: Keras broadcasts differences silently, and Keras 2 binary labels (n, 1), too."""
    if lesson.loss in REGRESSION:
        return Level.WARNING if len(lesson.output) == 3 or len(lesson.shape) == 1 else None
    silent = target == 2 and lesson.loss == BINARY and len(lesson.shape) == 2 and len(lesson.output) == 3
    return Level.WARNING if silent else None


def _fixes(facts: Facts, model: ModelFact) -> tuple[Fix, ...]:
    suffix: list[LayerFact] = []
    for layer in reversed(model.tail):
        if layer.kind in _POINTWISE:
            suffix.insert(0, layer)
            continue
        if layer.kind in _RECURRENT:
            return _last_state(layer)
        break
    # A layer that declares the model's input has to stay the first.
    dense = [x for x in suffix if x.kind == "Dense" and not {"input_shape", "input_dim"} & x.args.keys()]
    if not dense or dense[0].input_shape is None or not all(isinstance(d, int) for d in dense[0].input_shape[1:]):
        return ()
    edits = _flatten_before(facts, dense[0])
    if edits is None:
        return ()
    return (Fix("Add a Flatten", edits, Applicability.UNSAFE, "one output for the whole sample"),)


def _last_state(layer: LayerFact) -> tuple[Fix, ...]:
    """Let a recurrent layer give its last state only."""
    if layer.kind == "Bidirectional" and "layer" in layer.args:
        inner = getattr(layer.args["layer"].value, "fact", None)
        layer = inner if isinstance(inner, LayerFact) else layer
    given = layer.args.get("return_sequences")
    if layer.node is None or layer.unit is None or given is None or not isinstance(given.node, ast.Constant):
        return ()
    edit = rewrite.remove_argument(layer.unit, layer.node, given.node)
    if edit is None:
        return ()
    return (Fix("Drop return_sequences=True", (edit,), Applicability.UNSAFE, "one output for the whole sample"),)


def _flatten_before(facts: Facts, layer: LayerFact) -> Edits | None:
    """A `Flatten` before the layer: in the list, by `add`, or around what the layer is called on."""
    node, unit = layer.node, layer.unit
    if node is None or unit is None:
        return None
    named = sibling(unit, node.func, "Flatten")
    parent = unit.parent(node)
    if named is None:
        return None
    name, imports = named
    if isinstance(parent, (ast.List, ast.Tuple)):
        return (*imports, _before_element(unit, node, f"{name}(),"))
    if isinstance(parent, ast.Call) and parent.func is node and len(parent.args) == 1:
        argument = parent.args[0]
        return (*imports, rewrite.replace(unit, argument, f"{name}()({rewrite.text_of(unit, argument)})"))
    statement = unit.statement(node)
    adds = isinstance(parent, ast.Call) and isinstance(statement, ast.Expr) and statement.value is parent
    if adds and isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and parent.func.attr == "add":
        owner = rewrite.text_of(unit, parent.func)
        return (*imports, rewrite.insert_before(unit, statement, f"{owner}({name}())"))
    if isinstance(statement, ast.Assign) and statement.value is node and len(statement.targets) == 1:
        flat = _flatten_for(facts, unit, layer, statement, f"{name}()")
        return None if flat is None else (*imports, *flat)
    return None


def _flatten_for(facts: Facts, unit: Unit, layer: LayerFact, made: ast.Assign, flatten: str) -> Edits | None:
    """A `Flatten` for a layer that is made first and applied elsewhere; an attribute, where the layer is one."""
    calls = {
        unit.parent(func)
        for func, seen in facts.values.items()
        if any(getattr(getattr(value, "fact", None), "node", None) is layer.node for value in seen)
        and isinstance(parent := unit.parent(func), ast.Call)
        and parent.func is func
    }
    call = calls.pop() if len(calls) == 1 else None
    target = made.targets[0]
    if not isinstance(call, ast.Call) or len(call.args) != 1 or call.keywords:
        return None
    if isinstance(target, ast.Name):
        return (rewrite.wrap(unit, call.args[0], f"{flatten}({{}})"),)
    home = next((n for n in unit.ancestors(made) if isinstance(n, ast.ClassDef)), None)
    if home is None or not isinstance(target, ast.Attribute) or not isinstance(target.value, ast.Name):
        return None
    names = {node.attr for node in ast.walk(home) if isinstance(node, ast.Attribute)}
    if "flatten" in names:
        return None
    attribute = f"{target.value.id}.flatten"
    return (
        rewrite.insert_before(unit, made, f"{attribute} = {flatten}"),
        rewrite.wrap(unit, call.args[0], f"{attribute}({{}})"),
    )


def _before_element(unit: Unit, node: ast.expr, text: str) -> Edit:
    """`text` before an element of a list: on a line of its own where the element begins one."""
    start = unit.lines.span(node).start
    line = unit.lines.offset(node.lineno, 0)
    indent = unit.source.text[line:start]
    newline = "\r\n" if "\r\n" in unit.source.text else "\n"
    gap = " " if indent.strip() else newline + indent
    return Edit(unit.source.path, start, start, text + gap)
