"""What is known of a program: the facts that every rule asks.

Whether they were read off the code or observed in an execution is not the
rule's business.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from fixer.facts.program import Unit
from fixer.facts.values import AnyValue, Batches, PyList, Shape, Tuple, const


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a call: the expression and what is known of its value."""

    node: ast.expr
    value: AnyValue


@dataclass(frozen=True, slots=True)
class LayerFact:
    """A layer of a model, in the order of the data's way through it."""

    name: str
    """Canonical class name, `keras.layers.Conv2D`; empty for a layer of the user's own."""
    node: ast.Call | None
    """The call that constructs it."""
    unit: Unit | None
    args: dict[str, Argument]
    """By parameter name."""
    input_shape: Shape | None = None
    output_shape: Shape | None = None
    """Both with the batch axis, None where not known."""

    @property
    def kind(self) -> str:
        return self.name.rsplit(".", 1)[-1]

    def arg(self, name: str) -> Any:
        """The constant given for `name`, else None."""
        found = self.args.get(name)
        return None if found is None else const(found.value)


@dataclass(frozen=True, slots=True)
class LayerInput:
    """A tensor that a layer is applied to."""

    shape: Shape | None
    layers: tuple[LayerFact, ...] = ()
    """The layers that make it, the model's input first and the nearest last."""
    node: ast.expr | None = None
    """What stands for it where the layer is called; None in a Sequential."""


@dataclass(frozen=True, slots=True)
class LayerError:
    """A layer that cannot take what it is given, as Keras would refuse it."""

    layer: LayerFact
    given: Shape
    message: str
    kind: str
    """rank, negative-size, reshape, merge"""
    inputs: tuple[LayerInput, ...] = ()
    at: ast.expr | None = None
    """The call or the operation that applies the layer; None in a Sequential."""
    wrapper: LayerFact | None = None
    """The TimeDistributed or Bidirectional around the layer, if it is in one."""


@dataclass(frozen=True, slots=True)
class CompileFact:
    """The call of `compile` in force when a model is trained."""

    node: ast.Call
    unit: Unit
    args: dict[str, Argument]
    loss: str
    """Snake-case name of a built-in loss, else empty."""
    loss_node: ast.expr | None
    from_logits: bool | None = None
    metrics: tuple[AnyValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """One of several outputs of a model."""

    name: str | None
    """By which losses and labels in a dict are told apart; None where it is not known."""
    layers: tuple[LayerFact, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class ModelFact:
    """A model at the moment of a call."""

    kind: str
    """sequential, functional, subclass, unknown"""
    inputs: tuple[Shape | None, ...]
    """Declared shapes with the batch axis; empty where none is declared."""
    outputs: tuple[Shape | None, ...]
    layers: tuple[LayerFact, ...]
    complete: bool
    """Whether `layers` is surely all of the model, in order."""
    compiled: CompileFact | None
    node: ast.expr | None
    unit: Unit | None
    input_nodes: tuple[ast.expr | None, ...] = ()
    """The expression that declares each input's shape (the value of input_shape=, shape=...)."""
    errors: tuple[LayerError, ...] = ()
    """Layers that cannot be built on what the layers before give."""
    identity: int = 0
    """The same for every fact of the same model object."""
    input_dtypes: tuple[str | None, ...] = ()
    ends: bool = False
    """Whether the last of `layers` is surely the model's last, whatever is known of the others."""
    trains_itself: bool = False
    """Whether its class has a `train_step` or the like of its own."""
    heads: tuple[Head, ...] = ()
    """Where there are several outputs and each is known: the way to each of them."""

    @property
    def input(self) -> Shape | None:
        """The one declared input shape, with the batch axis."""
        return self.inputs[0] if len(self.inputs) == 1 else None

    @property
    def output(self) -> Shape | None:
        return self.outputs[0] if len(self.outputs) == 1 else None

    @property
    def last(self) -> LayerFact | None:
        return self.layers[-1] if self.layers and self.complete else None

    @property
    def tail(self) -> tuple[LayerFact, ...]:
        """The layers at the end of the model that are surely known, in order."""
        if not self.ends:
            return ()
        unknown = [i for i, layer in enumerate(self.layers) if not layer.name or "applications" in layer.name]
        return self.layers[unknown[-1] + 1 :] if unknown else self.layers

    @property
    def last_activation(self) -> str | None:
        """Name of what the last layer applies to its sum: `linear` where nothing is; None where unknown."""
        return activation_of(self.tail)

    def weighted(self) -> Iterator[LayerFact]:
        """The layers that look at the data's shape."""
        return (layer for layer in self.layers if layer.kind not in PASSIVE)


PASSIVE = frozenset(
    "InputLayer Dropout SpatialDropout1D GaussianNoise Rescaling Normalization add subtract multiply divide".split()
)


def activation_of(layers: tuple[LayerFact, ...]) -> str | None:
    """The activation that the end of a chain of layers applies."""
    for layer in reversed(layers):
        if layer.kind in ("Dropout", "Flatten", "Reshape"):
            continue
        if layer.kind in ("Softmax", "ReLU", "LeakyReLU", "ELU"):
            return layer.kind.lower()
        found = layer.args.get("activation")
        if layer.kind == "Activation":
            name = _activation_name(found)
            if name == "linear":
                continue  # only there to cast, as with mixed precision
            return name
        if layer.kind == "TimeDistributed":
            inner = getattr(layer.args["layer"].value, "fact", None) if "layer" in layer.args else None
            return activation_of((inner,)) if isinstance(inner, LayerFact) else None
        if found is None:
            return "linear" if layer.kind in ("Dense", "Conv1D", "Conv2D", "Conv3D") else None
        return _activation_name(found)
    return None


def _activation_name(found: Argument | None) -> str | None:
    if found is None:
        return None
    value = found.value
    text = const(value, default=getattr(value, "name", None))
    if text is None:
        return "linear" if const(value, default=0) is None else None
    name: str = str(text).rsplit(".", 1)[-1]
    return name.lower()


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One call of fit, evaluate, predict ... on a model."""

    kind: str
    """fit, evaluate, predict, train_on_batch, test_on_batch, predict_on_batch, fit_generator, ..."""
    node: ast.Call
    unit: Unit
    model: ModelFact
    args: dict[str, Argument]
    """By parameter name, whether given by keyword or by place."""
    order: int
    in_loop: bool = False
    caught: bool = False
    """Whether it stands in the body of a `try`."""
    spread: bool = False
    """Whether `*args` or `**kwargs` may bring more arguments."""

    @property
    def trains(self) -> bool:
        return self.kind in ("fit", "fit_generator", "train_on_batch")

    def const(self, name: str, default: Any = None) -> Any:
        found = self.args.get(name)
        return default if found is None else const(found.value, default)

    def argument(self, *names: str) -> Argument | None:
        for name in names:
            if name in self.args:
                return self.args[name]
        return None

    @property
    def data(self) -> Argument | None:
        return self.argument("x", "generator", "data")

    @property
    def batches(self) -> Batches | None:
        """The generator, Sequence or dataset given as x, if it is one."""
        found = self.data
        return found.value if found is not None and isinstance(found.value, Batches) else None

    def pairs(self) -> Iterator[Feed]:
        """Every (x, y) that reaches the model through this call: training data, then validation data."""
        found = self.data
        if found is not None:
            if isinstance(found.value, Batches):
                yield from _unpack("x", found.node, found.value)
            else:
                y = self.args.get("y")
                yield Feed("x", found.node, found.value, y.node if y else None, y.value if y else None, None)
        validation = self.args.get("validation_data")
        if validation is not None:
            value = validation.value
            if isinstance(value, Batches):
                yield from _unpack("validation_data", validation.node, value)
            elif (items := _items(value)) is not None and len(items) in (2, 3):
                nodes = _element_nodes(validation.node, len(items))
                yield Feed("validation_data", nodes[0], items[0], nodes[1], items[1], None)


@dataclass(frozen=True, slots=True)
class Feed:
    """Inputs and labels that go into a model together."""

    role: str
    """`x` or `validation_data`: the argument they came by."""
    x_node: ast.expr
    x: AnyValue
    y_node: ast.expr | None
    y: AnyValue | None
    batches: Batches | None
    """Where they come batch by batch; then x and y are those of one batch."""


def _items(value: AnyValue) -> list[AnyValue] | None:
    if isinstance(value, Tuple):
        return list(value.items)
    if isinstance(value, PyList) and not value.opaque and value.items is not None:
        return list(value.items)
    return None


def _element_nodes(node: ast.expr, count: int) -> list[ast.expr]:
    if isinstance(node, (ast.Tuple, ast.List)) and len(node.elts) == count:
        return list(node.elts)
    return [node] * count


def _unpack(role: str, node: ast.expr, batches: Batches) -> Iterator[Feed]:
    element = batches.element
    if isinstance(element, Tuple) and len(element.items) in (2, 3):
        x_node = y_node = node
        if len(batches.yields) == 1:
            x_node, y_node, *_ = [*_element_nodes(batches.yields[0].node, len(element.items))]
        yield Feed(role, x_node, element.items[0], y_node, element.items[1], batches)
    else:
        yield Feed(role, node, element, None, None, batches)


@dataclass(frozen=True, slots=True)
class LibraryCall:
    """A call of a library function or class whose canonical name is known."""

    name: str
    node: ast.Call
    unit: Unit
    args: dict[str, Argument]
    """By parameter name where the signature is known, else `0`, `1`, ... and keywords."""
    result: AnyValue
    spread: bool = False


@dataclass(frozen=True, slots=True)
class MethodCall:
    """A method call on a value that is no model: `array.reshape(...)`, `datagen.flow(...)`."""

    name: str
    node: ast.Call
    unit: Unit
    owner: AnyValue
    args: dict[str, Argument]
    result: AnyValue


@dataclass(slots=True)
class Facts:
    """All that is known of one program: a script and the modules of its project that it imports."""

    unit: Unit
    target: int
    """Major version of Keras that it runs on: 2 or 3."""
    units: list[Unit] = field(default_factory=list)
    model_calls: list[ModelCall] = field(default_factory=list)
    applications: list[ModelCall] = field(default_factory=list)
    """`model(x)` on arrays, as calls of the kind `call`; `model_calls` does not hold them."""
    library_calls: list[LibraryCall] = field(default_factory=list)
    method_calls: list[MethodCall] = field(default_factory=list)
    compiles: list[CompileFact] = field(default_factory=list)
    models: list[ModelFact] = field(default_factory=list)
    """Each model as it was at its last call, or at the end."""
    functions: list[Any] = field(default_factory=list)
    """The user's own functions, as `Function` values."""
    torch_applications: list[Any] = field(default_factory=list)
    """Modules and losses of PyTorch applied to tensors, as `knowledge.torch.Application`."""
    streams: set[ast.expr] = field(default_factory=set)
    """Mentions of variables that hold a generator or iterator: what can be gone through only once."""
    values: dict[ast.expr, list[AnyValue]] = field(default_factory=dict)
    """What each expression gave when it was run, the first few times; absent where it never was."""
    image_data_format: Argument | None = None
    """What the program sets for all layers made from then on, `channels_first` say."""
    imports: dict[str, str] = field(default_factory=dict)
    """Module-level alias in `unit` to the canonical name it stands for."""

    @property
    def training_calls(self) -> list[ModelCall]:
        return [call for call in self.model_calls if call.trains]

    def calls_of(self, *names: str) -> Iterator[LibraryCall]:
        return (call for call in self.library_calls if call.name in names)
