"""Keras models: how they are built, compiled and called.

A model is mutable (`add`, `compile`), so the interpreter holds a `ModelState`
and takes a frozen `ModelFact` of it at every call.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from fixer.facts.call import Call
from fixer.facts.facts import Argument, CompileFact, Head, LayerError, LayerFact, LayerInput, ModelCall, ModelFact
from fixer.facts.knowledge import layers as keras_layers
from fixer.facts.knowledge.registry import method_of
from fixer.facts.observe import streamed
from fixer.facts.program import Unit
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Batches,
    Const,
    Function,
    Instance,
    Method,
    PyDict,
    PyList,
    Ref,
    Shape,
    Super,
    Tuple,
    Value,
    as_number,
    const,
    elements,
)

if TYPE_CHECKING:
    from fixer.facts.infer import Interpreter

MODEL_BASES = ("keras.Model", "keras.Sequential", "keras.Functional")

OWN_TRAINING = ("train_step", "test_step", "compute_loss", "make_train_function", "fit")
"""Methods by which a class of the user's own takes the loss into its own hands."""

FIT = (
    "x y batch_size epochs verbose callbacks validation_split validation_data shuffle class_weight sample_weight "
    "initial_epoch steps_per_epoch validation_steps validation_batch_size validation_freq"
)
MODEL_METHODS: dict[str, tuple[str, ...]] = {
    name: tuple(params.split())
    for name, params in {
        "fit": FIT,
        "evaluate": "x y batch_size verbose sample_weight steps callbacks return_dict",
        "predict": "x batch_size verbose steps callbacks",
        "train_on_batch": "x y sample_weight class_weight return_dict",
        "test_on_batch": "x y sample_weight return_dict",
        "predict_on_batch": "x",
        "predict_classes": "x batch_size verbose",
        "predict_proba": "x batch_size verbose",
        "fit_generator": "generator steps_per_epoch epochs verbose callbacks validation_data validation_steps "
        "validation_freq class_weight max_queue_size workers use_multiprocessing shuffle initial_epoch",
        "evaluate_generator": "generator steps callbacks max_queue_size workers use_multiprocessing verbose",
        "predict_generator": "generator steps callbacks max_queue_size workers use_multiprocessing verbose",
    }.items()
}
# Keras 3 moved `loss_weights` before `metrics`.
_COMPILE = {
    2: ("optimizer", "loss", "metrics", "loss_weights", "weighted_metrics", "run_eagerly", "steps_per_execution"),
    3: ("optimizer", "loss", "loss_weights", "metrics", "weighted_metrics", "run_eagerly", "steps_per_execution"),
}

_LOSS_NAMES = {
    "mse": "mean_squared_error",
    "mae": "mean_absolute_error",
    "mape": "mean_absolute_percentage_error",
    "msle": "mean_squared_logarithmic_error",
    "bce": "binary_crossentropy",
    "kld": "kl_divergence",
    "kullback_leibler_divergence": "kl_divergence",
    "huber_loss": "huber",
    "logcosh": "log_cosh",
}


@dataclass(frozen=True, slots=True)
class LayerValue(Value):
    """A layer that was constructed and can be called or added to a model."""

    fact: LayerFact = field(default_factory=lambda: LayerFact("", None, None, {}))


@dataclass(eq=False, slots=True)
class Node:
    """One application of a layer (or model) in a functional graph."""

    layer: LayerFact | None
    parents: tuple[Array, ...] = ()
    layers: tuple[LayerFact, ...] = ()
    """For a model applied as a layer: all of its layers."""
    errors: tuple[LayerError, ...] = ()
    at: ast.expr | None = None
    """The expression that applies it: a tensor made elsewhere has gone through something more."""


@dataclass(eq=False, slots=True)
class ModelState(AnyValue):
    """A model under construction."""

    kind: str
    unit: Unit
    at: ast.expr | None = None
    layers: list[LayerFact] = field(default_factory=list)
    complete: bool = True
    ends: bool = True
    """Whether the last of `layers` is surely the model's last."""
    inputs: list[Shape | None] = field(default_factory=list)
    input_nodes: list[ast.expr | None] = field(default_factory=list)
    input_dtypes: list[str | None] = field(default_factory=list)
    outputs: list[Shape | None] = field(default_factory=list)
    errors: list[LayerError] = field(default_factory=list)
    heads: tuple[Head, ...] = ()
    compiled: CompileFact | None = None
    depth: int = 0
    instance: Instance | None = None
    pending: list[AnyValue] = field(default_factory=list)

    def add(self, value: AnyValue) -> None:
        """Put a layer (or a model) at the end of a Sequential."""
        if isinstance(value, ModelState):
            inner = value.snapshot()
            first = not self.layers and not self.inputs
            if first and inner.input is not None:
                self.inputs, self.input_nodes = [inner.input], list(inner.input_nodes[:1])
            elif first:
                self.complete = False
            self.layers.extend(inner.layers)
            self.complete = self.complete and inner.complete
            self.outputs = [inner.output]
            return
        if isinstance(value, Array) and value.lib == "keras" and value.tensor is not None:
            # `Sequential([Input(shape=...), ...])`
            node: Node = value.tensor
            if node.layer is not None and node.layer.kind == "InputLayer":
                self.inputs = [value.shape]
                declared = keras_layers.declared_shape(node.layer)
                self.input_nodes = [declared[1].node if declared else None]
                self.input_dtypes = [value.dtype]
                self.outputs = [value.shape]
                self.layers.append(node.layer)
                return
        if not isinstance(value, LayerValue):
            self.complete = False
            self.layers.append(LayerFact("", None, None, {}))
            self.outputs = [None]
            return
        fact = value.fact
        given: Shape | None = self.outputs[0] if self.outputs else None
        if not self.layers:
            declared = keras_layers.declared_shape(fact)
            if declared is not None:
                given = declared[0]
                self.inputs, self.input_nodes = [given], [declared[1].node]
                self.input_dtypes = [None]
        if fact.kind == "InputLayer":
            self.layers.append(replace(fact, input_shape=given, output_shape=given))
            self.outputs = [given]
            return
        if fact.name == "":
            given = None
        self.layers.append(self.applied(fact, given, self.layers))

    def applied(self, fact: LayerFact, given: Shape | None, before: Sequence[LayerFact]) -> LayerFact:
        """The layer as it comes after the layers `before`; its output is the model's from now on."""
        applied = keras_layers.apply(fact, [given])
        if applied.error is not None:
            self.errors.append(replace(applied.error, inputs=(LayerInput(given, tuple(before)),)))
        self.outputs = [applied.shape]
        return replace(fact, input_shape=given, output_shape=applied.shape)

    def blur(self) -> None:
        """Code that is not followed, or not surely run, may have changed the layers."""
        self.heads = ()
        self.complete = False
        self.layers.append(LayerFact("", None, None, {}))
        self.outputs = [None for _ in self.outputs]

    def snapshot(self) -> ModelFact:
        return ModelFact(
            self.kind,
            tuple(self.inputs),
            tuple(self.outputs),
            tuple(self.layers),
            self.complete,
            self.compiled,
            self.at,
            self.unit,
            tuple(self.input_nodes),
            tuple(self.errors),
            id(self),
            tuple(self.input_dtypes),
            self.ends,
            self.instance is not None and any(self.instance.cls.find(name) for name in OWN_TRAINING),
            self.heads,
        )


def model_of(value: AnyValue | None) -> ModelState | None:
    if isinstance(value, ModelState):
        return value
    return value.model if isinstance(value, Instance) else None


# --- layers


def make_layer(call: Call) -> AnyValue:
    kind = call.name.rsplit(".", 1)[-1]
    call.bound = keras_layers.bind(kind, call.positional, call.keywords)
    if call.spread:
        return LayerValue(LayerFact("", call.node, call.unit, call.bound), at=call.node)
    told = call.interp.facts.image_data_format
    if told is not None and "data_format" in keras_layers.PARAMETERS.get(kind, ()):
        call.bound.setdefault("data_format", told)
    return LayerValue(LayerFact(call.name, call.node, call.unit, call.bound), at=call.node)


def make_input(call: Call) -> AnyValue:
    """`keras.Input(shape=...)`: a symbolic tensor."""
    call.bind(("shape", "batch_size", "dtype", "sparse", "batch_shape", "name", "tensor"))
    fact = LayerFact("keras.layers.InputLayer", call.node, call.unit, call.bound)
    declared = keras_layers.declared_shape(fact)
    shape = declared[0] if declared else None
    fact = replace(fact, input_shape=shape, output_shape=shape)
    dtype = call.const("dtype") if "dtype" in call.bound else "float32"
    return Array(shape, dtype, lib="keras", at=call.node, tensor=Node(fact, at=call.node))


def symbolic(shape: Shape | None, node: Node, at: ast.expr, dtype: str | None = "float32") -> Array:
    node.at = at
    return Array(shape, dtype, lib="keras", at=at, origin=at, tensor=node)


_OPERATIONS = {ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide"}


def operation(node: ast.BinOp, result: Array, operands: Sequence[AnyValue]) -> Array:
    """`x / 255` in a functional or subclassed model: an operation of the graph like any layer."""
    name = _OPERATIONS.get(type(node.op), "operation")
    tensors = tuple(t for t in operands if isinstance(t, Array) and t.tensor is not None)
    given = tensors[0].shape if tensors else None
    known = all(isinstance(value, Array) or as_number(value) is not None for value in operands)
    fact = LayerFact(f"keras.ops.{name}" if known else "", None, None, {}, given, result.shape)
    errors: tuple[LayerError, ...] = ()
    if len(tensors) == len(operands) and not isinstance(node.op, ast.MatMult):
        a, b = (tensor.shape for tensor in tensors)
        if a is not None and b is not None and not keras_layers.broadcasts(a, b):
            both = ast.List([node.left, node.right], ast.Load())
            error = LayerError(fact, a, f"{name} of tensors of {a} and {b}", "merge")
            errors = (_placed(error, tensors, both, node),)
    return replace(result, tensor=Node(fact, tensors, errors=errors, at=node))


def call_layer(layer: LayerValue, call: Call) -> AnyValue:
    """`layer(x)` in a functional or subclassed model."""
    if not call.positional:
        return UNKNOWN
    inputs = keras_layers.values_of(call.positional[0].value)
    tensors = [t for t in inputs if isinstance(t, Array)]
    if len(tensors) != len(inputs) or not tensors:
        return UNKNOWN
    fact = layer.fact
    shapes = [t.shape for t in tensors]
    if not fact.name:
        return symbolic(None, Node(fact, tuple(tensors)), call.node)
    applied = keras_layers.apply(fact, shapes)
    used = replace(fact, input_shape=shapes[0], output_shape=applied.shape)
    errors = () if applied.error is None else (_placed(applied.error, tensors, call.positional[0].node, call.node),)
    return symbolic(applied.shape, Node(used, tuple(tensors), errors=errors), call.node)


def _placed(error: LayerError, tensors: Sequence[Array], given: ast.expr, at: ast.expr) -> LayerError:
    """The error with what the layer is given at this place, `given` being the expression for all of it."""
    nodes: list[ast.expr | None] = [None] * len(tensors)
    if isinstance(given, (ast.List, ast.Tuple)) and len(given.elts) == len(tensors):
        nodes = list(given.elts)
    elif len(tensors) == 1:
        nodes = [given]
    inputs = (LayerInput(t.shape, tuple(graph_layers([t])[0]), node) for t, node in zip(tensors, nodes))
    return replace(error, inputs=tuple(inputs), at=at)


def merge(call: Call) -> AnyValue:
    """`keras.layers.add([a, b])`, the function of a layer that merges tensors."""
    name = call.name.rsplit(".", 1)[-1]
    bound = call.bind(("inputs", "axes", "normalize") if name == "dot" else ("inputs", "axis"))
    given = bound.get("inputs")
    if given is None or call.spread:
        return UNKNOWN
    options = {key: argument for key, argument in bound.items() if key != "inputs"}
    layer = LayerValue(LayerFact(f"keras.layers.{name.capitalize()}", call.node, call.unit, options), at=call.node)
    return call_layer(layer, replace(call, positional=[given]))


def call_model(model: ModelState, call: Call) -> AnyValue:
    """`model(x)`: the model as a layer."""
    if not call.positional:
        return UNKNOWN
    inputs = keras_layers.values_of(call.positional[0].value)
    tensors = tuple(t for t in inputs if isinstance(t, Array))
    fact = model.snapshot()
    if all(t.lib != "keras" for t in tensors):
        note_application(call, fact)
    output = fact.output
    if output is not None and tensors and tensors[0].shape:
        output = (tensors[0].shape[0], *output[1:])
    node = Node(None, tensors, fact.layers if fact.complete else (), ())
    if not fact.complete or not fact.layers:
        unknown = LayerFact("", call.node, call.unit, {})
        node = Node(fact.layers[0] if model.kind == "application" else unknown, tensors)
    return symbolic(output, node, call.node)


def note_application(call: Call, model: ModelFact) -> None:
    """`model(x)` on arrays runs the model; it is no part of a graph."""
    interp = call.interp
    args = {"x": call.positional[0]}
    in_loop = any(frame.kind == "loop" for frame in interp.frames)
    applied = ModelCall("call", call.node, interp.unit, model, args, len(interp.facts.applications), in_loop)
    interp.facts.applications.append(applied)


def graph_layers(outputs: list[Array]) -> tuple[list[LayerFact], list[LayerError], bool]:
    """The layers that make these tensors, inputs first, each once."""
    order: list[LayerFact] = []
    errors: list[LayerError] = []
    complete = True
    seen: set[int] = set()

    def visit(tensor: Array) -> None:
        nonlocal complete
        node = tensor.tensor
        if not isinstance(node, Node):
            complete = False  # no layer of Keras's made it
            return
        if id(node) not in seen:
            seen.add(id(node))
            for parent in node.parents:
                visit(parent)
            if node.layer is not None:
                order.append(node.layer)
                complete = complete and bool(node.layer.name) and not _is_application(node.layer)
            order.extend(node.layers)
            errors.extend(node.errors)
        if tensor.at is not node.at:
            # Arithmetic, a slice or a function of TensorFlow's came after the layer.
            order.append(LayerFact("", None, None, {}))
            complete = False

    for output in outputs:
        visit(output)
    return order, errors, complete


def _is_application(layer: LayerFact) -> bool:
    """Whether the layer is a whole model of `keras.applications`, whose own layers are not known."""
    return layer.name.startswith("keras.applications.")


# --- models


def make_sequential(call: Call) -> AnyValue:
    bound = call.bind(("layers", "trainable", "name"))
    model = ModelState("sequential", call.unit, call.node, depth=len(call.interp.frames))
    call.interp.models.append(model)
    given = bound.get("layers")
    if given is not None:
        fill_sequential(model, given.value)
    return model


def fill_sequential(model: ModelState, given: AnyValue) -> None:
    items = elements(given)
    if items is None:
        model.complete = False
        model.outputs = [None]
        return
    for item in items:
        model.add(item)


def make_model(call: Call) -> AnyValue:
    """`keras.Model(inputs, outputs)`."""
    bound = call.bind(("inputs", "outputs", "name"))
    for old, new in (("input", "inputs"), ("output", "outputs")):
        if old in bound:
            bound[new] = bound[old]
    model = ModelState("functional", call.unit, call.node, depth=len(call.interp.frames))
    call.interp.models.append(model)
    fill_functional(model, call.value("inputs"), call.value("outputs"))
    return model


def fill_functional(model: ModelState, inputs: AnyValue | None, outputs: AnyValue | None) -> None:
    ins = _tensors(inputs)
    outs = _tensors(outputs)
    if ins is None or outs is None:
        model.complete = model.ends = False
        model.inputs = [None] if ins is None else [t.shape for t in ins]
        model.outputs = [None] if outs is None else [t.shape for t in outs]
        if ins is not None:
            model.input_nodes = [_declaration(t) for t in ins]
        return
    model.layers, model.errors, model.complete = graph_layers(outs)
    model.inputs = [t.shape for t in ins]
    model.input_nodes = [_declaration(t) for t in ins]
    model.input_dtypes = [t.dtype for t in ins]
    model.outputs = [t.shape for t in outs]
    if len(outs) > 1:
        # Which layer is last is a question of which output.
        model.complete = model.ends = False
        names = list(outputs.items or ()) if isinstance(outputs, PyDict) else [None] * len(outs)
        model.heads = tuple(map(_head, outs, names))


def _head(output: Array, name: str | None) -> Head:
    layers, _, complete = graph_layers([output])
    given = layers[-1].args.get("name") if layers and complete and name is None else None
    return Head(name if given is None else const(given.value), tuple(layers), complete)


def _declaration(tensor: Array) -> ast.expr | None:
    node: Node | None = tensor.tensor
    if node is None or node.layer is None:
        return None
    declared = keras_layers.declared_shape(node.layer)
    return declared[1].node if declared else None


def _tensors(value: AnyValue | None) -> list[Array] | None:
    if isinstance(value, PyDict):
        found = list(value.items.values()) if value.items is not None else None
    else:
        found = None if value is None else keras_layers.values_of(value)
    tensors = [t for t in found or () if isinstance(t, Array) and t.lib == "keras"]
    return tensors if found and len(tensors) == len(found) else None


def application(call: Call) -> AnyValue:
    """`keras.applications.VGG16(...)`: an image model of known input, unknown insides."""
    call.bind(("include_top", "weights", "input_tensor", "input_shape", "pooling", "classes"))
    model = ModelState("application", call.unit, call.node, complete=False, depth=len(call.interp.frames))
    call.interp.models.append(model)
    top = call.const("include_top", True)
    given = call.value("input_tensor")
    shape = call.shape("input_shape")
    if isinstance(given, Array) and given.lib == "keras":
        model.inputs, model.input_nodes = [given.shape], [_declaration(given)]
    elif shape is not None:
        model.inputs, model.input_nodes = [(None, *shape)], [call.bound["input_shape"].node]
    else:
        model.inputs = [(None, None, None, 3)]
    inputs = model.inputs[0]
    if top is False:
        pooling = call.const("pooling", default="unknown" if "pooling" in call.bound else None)
        known = {None: (None, None, None, None), "avg": (None, None), "max": (None, None)}
        model.outputs = [known.get(pooling)]
    else:
        model.outputs = [(None, 1000 if call.value("classes") is None else call.int("classes"))]
    inner = LayerFact("keras.applications." + call.name.rsplit(".", 1)[-1], call.node, call.unit, call.bound)
    model.layers = [replace(inner, input_shape=inputs, output_shape=model.outputs[0])]
    return model


def prepare_instance(interp: Interpreter, instance: Instance, call: Call | None) -> None:
    """An object of a class of the user's own: a model, if it derives from one."""
    if instance.cls.derives_from(*MODEL_BASES):
        model = ModelState(
            "subclass", interp.unit, call.node if call else None, complete=False, depth=len(interp.frames)
        )
        model.instance = instance
        model.inputs, model.outputs = [], []
        instance.model = model
        interp.models.append(model)


def build_on(model: ModelState, x: AnyValue) -> None:
    """Build a Sequential that declares no input on its first data, as Keras does."""
    if model.kind != "sequential" or model.inputs or not model.complete or not isinstance(x, Array) or not x.shape:
        return
    given: Shape | None = (None, *x.shape[1:])
    built: list[LayerFact] = []
    model.errors.clear()
    for layer in model.layers:
        built.append(model.applied(layer, given, built))
        given = model.outputs[0]
    model.layers = built


def trace_subclass(interp: Interpreter, model: ModelState, x: AnyValue) -> None:
    """Run a subclassed model's own `call` on a symbolic tensor of the data's shape."""
    instance = model.instance
    if instance is None or model.layers:
        return
    forward = instance.cls.find("call")
    if not isinstance(forward, Function):
        return
    from fixer.facts.infer import replace_bound

    shape = (None, *x.shape[1:]) if isinstance(x, Array) and x.shape else None
    node = instance.at or ast.Constant(None)
    start = symbolic(shape, Node(LayerFact("keras.layers.InputLayer", None, None, {}, shape, shape)), node)
    result = interp.call_function(replace_bound(forward, instance), [Argument(node, start)], {})
    if isinstance(result, Array) and result.lib == "keras":
        layers, errors, complete = graph_layers([result])
        model.layers, model.errors, model.complete = layers, errors, complete
        model.outputs = [result.shape]
        inner = layers[1] if len(layers) > 1 else None
        if inner is not None and inner.kind == "InputLayer" and inner.input_shape is not None:
            # The data goes as it is into a model that is declared for some shape.
            declared = keras_layers.declared_shape(inner)
            model.inputs, model.input_nodes = [inner.input_shape], [declared[1].node if declared else None]
            model.input_dtypes = [None]


def run_train_step(interp: Interpreter, model: ModelState, data: Argument, labels: Argument | None) -> None:
    """Run a `train_step` of the user's own on a batch of what `fit` is given."""
    step = None if model.instance is None else model.instance.cls.find("train_step")
    if not isinstance(step, Function) or model.instance is None:
        return
    from fixer.facts.infer import replace_bound

    if isinstance(data.value, Batches):
        batch = data.value.element
    elif labels is not None:
        batch = Tuple((_of_a_batch(data.value), _of_a_batch(labels.value)))
    else:
        batch = _of_a_batch(data.value)
    interp.call_function(replace_bound(step, model.instance), [Argument(data.node, batch)], {})


def _of_a_batch(value: AnyValue) -> AnyValue:
    if isinstance(value, Array) and value.shape:
        return replace(value, shape=(None, *value.shape[1:]), lib="tensorflow")
    return UNKNOWN


def compile_model(model: ModelState, call: Call) -> AnyValue:
    bound = call.bind(_COMPILE[call.interp.facts.target])
    loss_argument = bound.get("loss")
    loss, logits = loss_of(loss_argument.value if loss_argument else None)
    metrics = bound.get("metrics")
    fact = CompileFact(
        call.node,
        call.unit,
        bound,
        loss,
        loss_argument.node if loss_argument else None,
        logits,
        tuple(keras_layers.values_of(metrics.value)) if metrics else (),
    )
    call.interp.facts.compiles.append(fact)
    undecided = any(frame.kind == "branch" for frame in call.interp.frames[model.depth :])
    if undecided and model.compiled is not None and model.compiled.loss != loss:
        fact = replace(fact, loss="")
    model.compiled = fact
    return Const(None)


def loss_of(value: AnyValue | None) -> tuple[str, bool | None]:
    """Name of a built-in loss, however it is given, and whether it is told `from_logits`."""
    if isinstance(value, LossValue):
        return value.name, value.from_logits
    text = const(value) if value is not None else None
    if isinstance(value, Ref) and value.name.startswith(("keras.losses.", "keras.metrics.", "keras.objectives.")):
        text = value.name.rsplit(".", 1)[-1]
    if not isinstance(text, str):
        return "", None
    name = _snake(text)
    return _LOSS_NAMES.get(name, name), False


def _snake(name: str) -> str:
    if name.isupper():
        return name.lower()
    out = "".join(f"_{c.lower()}" if c.isupper() else c for c in name).strip("_")
    return out.replace("k_l_", "kl_")


@dataclass(frozen=True, slots=True)
class LossValue(Value):
    """An object of a built-in loss class."""

    name: str = ""
    from_logits: bool | None = False


def make_loss(call: Call) -> AnyValue:
    call.bind(())
    name = _snake(call.name.rsplit(".", 1)[-1])
    given = call.value("from_logits")
    logits = False if given is None else const(given)
    return LossValue(_LOSS_NAMES.get(name, name), logits)


@dataclass(frozen=True, slots=True)
class MetricValue(Value):
    """An object of a built-in metric class."""

    name: str = ""


def make_metric(call: Call) -> AnyValue:
    call.bind(())
    return MetricValue(call.name)


def _told(call: Call, kind: str) -> dict[str, Any] | None:
    """What an execution saw of the model and its data at this call."""
    observed = call.interp.observed
    if observed is None:
        return None
    place = call.unit.place, call.node.lineno
    return observed.models.get((*place, kind)) or observed.models.get((*place, kind.removesuffix("_generator")))


def observed_model(call: Call, fact: ModelFact, kind: str) -> ModelFact:
    """What the code leaves open of a model, from what an execution saw of it at this call."""
    told = _told(call, kind)
    if told is None:
        return fact
    layers, complete, ends = fact.layers, fact.complete, fact.ends
    made = _made(call, told["layers"]) if not complete and fact.kind in ("sequential", "functional") else None
    if made is not None:
        layers, complete, ends = made, len(told["outputs"] or ()) == 1, len(told["outputs"] or ()) == 1
    else:
        layers = tuple(
            layer if found is None else _with_shapes(layer, found)
            for layer, found in zip(layers, _matched(fact, told["layers"]))
        )
    return replace(
        fact,
        inputs=_completed(fact.inputs, told["inputs"]) if fact.inputs else fact.inputs,
        outputs=_completed(fact.outputs, told["outputs"]),
        layers=layers,
        complete=complete,
        ends=ends,
    )


def _made(call: Call, told: list[dict[str, Any]]) -> tuple[LayerFact, ...] | None:
    """The layers of a model by the calls that were seen to make them; None where one is not known."""
    observed = call.interp.observed
    if observed is None or not told:
        return None
    values = call.interp.facts.values
    by_place = {
        (unit.place, node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0): node
        for unit in call.interp.facts.units
        for node in ast.walk(unit.tree)
        if isinstance(node, ast.Call)
    }
    layers: list[LayerFact] = []
    for found in told:
        if found["class"] == "InputLayer":
            shape = _completed((None,), found["out"])[0]
            layers.append(LayerFact("keras.layers.InputLayer", None, None, {}, shape, shape))
            continue
        place, kind = observed.layers.get(found["id"], (None, ""))
        node = None if place is None else by_place.get(place)
        facts = [v.fact for v in values.get(node, ()) if isinstance(v, LayerValue)] if node is not None else []
        if not facts or kind != found["class"] or facts[0].kind != kind:
            return None
        layers.append(_with_shapes(facts[0], found))
    return tuple(layers)


def _matched(fact: ModelFact, told: list[dict[str, Any]]) -> list[dict[str, Any] | None]:
    """For each layer of the model, what was seen of it: all of them, or those from the end while they agree."""
    real = [layer for layer in told if layer["class"] != "InputLayer"]
    own = [place for place, layer in enumerate(fact.layers) if layer.kind != "InputLayer"]
    matched: list[dict[str, Any] | None] = [None] * len(fact.layers)
    whole = [fact.layers[place].kind for place in own] == [layer["class"] for layer in real]
    if whole or fact.ends:
        for place, layer in zip(reversed(own), reversed(real)):
            if fact.layers[place].kind != layer["class"]:
                break
            matched[place] = layer
    return matched


def _with_shapes(layer: LayerFact, found: dict[str, Any]) -> LayerFact:
    return replace(
        layer,
        input_shape=_completed((layer.input_shape,), found["in"])[0],
        output_shape=_completed((layer.output_shape,), found["out"])[0],
    )


def _completed(known: tuple[Shape | None, ...], told: list[list[int | None]] | None) -> tuple[Shape | None, ...]:
    """Each shape with the sizes that are not known filled in."""
    if told is None or (known and len(known) != len(told)):
        return known
    if not known:
        return tuple(tuple(shape) for shape in told)
    full: list[Shape | None] = []
    for shape, found in zip(known, told):
        if shape is None or len(shape) != len(found):
            full.append(tuple(found) if shape is None else shape)
        else:
            full.append(tuple(size if known_size is None else known_size for known_size, size in zip(shape, found)))
    return tuple(full)


def call_of_model(call: Call, model: ModelState, kind: str) -> AnyValue:
    """`model.fit(...)`, `evaluate`, `predict` ...: a fact of its own."""
    interp = call.interp
    bound = call.bind(MODEL_METHODS[kind])
    resolved = {
        name: Argument(a.node, interp.batches_of(a.value) or a.value)
        if name in ("x", "generator", "validation_data")
        else a
        for name, a in bound.items()
    }
    told = _told(call, kind)
    for role, stream in (told.get("streams", {}) if told is not None else {}).items():
        for name in ("x", "generator") if role == "x" else (role,):
            if (given := resolved.get(name)) is not None:
                resolved[name] = Argument(given.node, streamed(given.value, stream, given.node))
    data = resolved.get("x") or resolved.get("generator")
    if data is not None:
        x = data.value
        if isinstance(x, Batches):
            x = x.element.items[0] if isinstance(x.element, Tuple) and x.element.items else x.element
        trace_subclass(interp, model, x)
        build_on(model, x)
        if kind in ("fit", "fit_generator"):
            run_train_step(interp, model, data, resolved.get("y"))
    interp.facts.model_calls.append(
        ModelCall(
            kind,
            call.node,
            interp.unit,
            observed_model(call, model.snapshot(), kind),
            resolved,
            len(interp.facts.model_calls),
            any(f.kind == "loop" for f in interp.frames),
            interp.tries > 0,
            call.spread,
        )
    )
    if kind.startswith("predict"):
        output = model.outputs[0] if len(model.outputs) == 1 else None
        x = data.value if data is not None else UNKNOWN
        rows = x.shape[0] if isinstance(x, Array) and x.shape else None
        return Array(None if output is None else (rows, *output[1:]), "float32")
    if kind in ("fit", "fit_generator"):
        return Ref("keras.callbacks.History")
    return UNKNOWN


@method_of(ModelState, "add", params="layer")
def _add(call: Call) -> AnyValue:
    model: ModelState = call.owner
    call.bind(("layer",))
    if any(True for _ in call.interp.frames[model.depth :]):
        model.blur()
    else:
        model.add(call.value("layer") or UNKNOWN)
    return Const(None)


@method_of(ModelState, "pop")
def _pop(call: Call) -> AnyValue:
    model: ModelState = call.owner
    model.blur()
    return UNKNOWN


@method_of(ModelState, "build", params="input_shape")
def _build(call: Call) -> AnyValue:
    model: ModelState = call.owner
    call.bind(("input_shape",))
    shape = call.shape("input_shape")
    if shape is not None and not model.inputs and model.kind == "sequential":
        layers, model.layers, model.outputs = model.layers, [], [shape]
        model.inputs, model.input_nodes = [shape], [call.bound["input_shape"].node]
        for layer in layers:
            model.layers.append(model.applied(layer, model.outputs[0], model.layers))
    return Const(None)


def method(call: Call, model: ModelState) -> AnyValue:
    """A method of a model, whether made by Keras or of a class of the user's own."""
    name = call.name
    if name in MODEL_METHODS:
        return call_of_model(call, model, name)
    if name == "compile":
        return compile_model(model, call)
    if name in (
        "summary",
        "save",
        "save_weights",
        "load_weights",
        "set_weights",
        "get_weights",
        "get_config",
    ):
        call.bind(("filepath",))
        return UNKNOWN
    return UNKNOWN


def super_method(call: Call, owner: Super) -> AnyValue:
    """`super().__init__(inputs, outputs)` and the like, in a subclassed model."""
    instance = owner.instance
    model = instance.model if instance is not None else None
    if model is None:
        call.bind(())
        return UNKNOWN
    if call.name == "__init__":
        bound = call.bind(("inputs", "outputs"))
        if "inputs" in bound and "outputs" in bound:
            model.kind = "functional"
            fill_functional(model, call.value("inputs"), call.value("outputs"))
        elif "inputs" in bound and instance is not None and instance.cls.derives_from("keras.Sequential"):
            model.kind, model.complete = "sequential", True
            fill_sequential(model, call.value("inputs") or UNKNOWN)
        return Const(None)
    return method(call, model)


def attribute(interp: Interpreter, model: ModelState, name: str, node: ast.expr) -> AnyValue | None:
    match name:
        case "input_shape" if model.inputs and model.inputs[0] is not None:
            return _shape_value(model.inputs[0])
        case "output_shape" if model.outputs and model.outputs[0] is not None:
            return _shape_value(model.outputs[0])
        case "layers":
            if not model.complete:
                return UNKNOWN
            return PyList([LayerValue(layer) for layer in model.layers], at=node, depth=len(interp.frames))
        case "output" | "outputs":
            shape = model.outputs[0] if model.outputs else None
            fact = model.snapshot()
            layers = fact.layers if fact.complete else ()
            unknown = fact.layers[0] if model.kind == "application" else LayerFact("", None, None, {})
            return symbolic(shape, Node(None if layers else unknown, (), layers), node)
        case "input" | "inputs":
            shape = model.inputs[0] if model.inputs else None
            fact_in = LayerFact("keras.layers.InputLayer", None, None, {}, shape, shape)
            return symbolic(shape, Node(fact_in), node)
    if name in MODEL_METHODS or name in ("compile", "add", "build", "pop"):
        return None
    return Method(model, name, at=node)


def _shape_value(shape: Shape) -> Tuple:
    return Tuple(tuple(Const(d) if isinstance(d, int) or d is None else UNKNOWN for d in shape))


def escape(value: Any) -> None:
    """A model handed to code that is not followed: it may be compiled or grown there."""
    model = model_of(value)
    if model is not None and model.kind == "sequential":
        model.blur()
        model.compiled = None


def clone(call: Call) -> AnyValue:
    call.bind(("model",))
    source = model_of(call.value("model"))
    if source is None:
        return UNKNOWN
    copy = replace(source, compiled=None, at=call.node, layers=list(source.layers))
    call.interp.models.append(copy)
    return copy


def load_model(call: Call) -> AnyValue:
    call.bind(("filepath",))
    model = ModelState("loaded", call.unit, call.node, complete=False)
    call.interp.models.append(model)
    return model
