"""PyTorch's modules and losses: what they take and give, as far as shapes and dtypes go.

The sizes are those that `torch.nn` documents. An application of a module or loss to a
tensor is kept as a fact of its own; what a tensor went through is for `torch_tensors`.
"""

from __future__ import annotations

import ast
import math
from dataclasses import dataclass, replace

from fixer.facts.call import Call
from fixer.facts.facts import Argument
from fixer.facts.knowledge.arrays import size_of
from fixer.facts.knowledge.registry import function, method_of
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Dim,
    Function,
    Instance,
    Number,
    PyDict,
    PyList,
    Shape,
    Tuple,
    Value,
    as_dim,
    as_shape,
    const,
    const_int,
    elements,
)

_CONV = ("in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups")
_CONV_T = ("in_channels", "out_channels", "kernel_size", "stride", "padding", "output_padding", "groups")
_MAX_POOL = ("kernel_size", "stride", "padding", "dilation", "return_indices", "ceil_mode")
_AVG_POOL = ("kernel_size", "stride", "padding", "ceil_mode")
_RNN = ("input_size", "hidden_size", "num_layers", "bias", "batch_first", "dropout", "bidirectional")

_MODULES: dict[str, tuple[str, ...]] = {
    "Linear": ("in_features", "out_features", "bias"),
    **{f"Conv{n}d": _CONV for n in (1, 2, 3)},
    **{f"ConvTranspose{n}d": _CONV_T for n in (1, 2, 3)},
    **{f"MaxPool{n}d": _MAX_POOL for n in (1, 2, 3)},
    **{f"AvgPool{n}d": _AVG_POOL for n in (1, 2, 3)},
    **{f"Adaptive{kind}Pool{n}d": ("output_size",) for kind in ("Avg", "Max") for n in (1, 2, 3)},
    **{f"BatchNorm{n}d": ("num_features",) for n in (1, 2, 3)},
    "Flatten": ("start_dim", "end_dim"),
    "Embedding": ("num_embeddings", "embedding_dim"),
    "LSTM": _RNN,
    "GRU": _RNN,
    "RNN": _RNN,
}
_SAME = frozenset(
    """ReLU ReLU6 LeakyReLU PReLU RReLU ELU SELU CELU GELU SiLU Mish Hardswish Hardsigmoid Hardtanh Sigmoid Tanh
    Softplus Softsign Softmax LogSoftmax LogSigmoid Identity Dropout Dropout1d Dropout2d Dropout3d AlphaDropout
    BatchNorm1d BatchNorm2d BatchNorm3d LayerNorm GroupNorm InstanceNorm1d InstanceNorm2d""".split()
)
LOSSES = frozenset("CrossEntropyLoss NLLLoss MSELoss L1Loss BCELoss BCEWithLogitsLoss SmoothL1Loss".split())
MODULE_BASES = ("torch.nn.Module", "torch.nn.modules.Module", "torch.nn.modules.module.Module")
RECURRENT = frozenset({"LSTM", "GRU", "RNN"})


@dataclass(frozen=True, slots=True)
class Module(Value):
    """A `torch.nn` module with its arguments; `children` for a Sequential."""

    kind: str = ""
    args: tuple[tuple[str, Argument], ...] = ()
    children: tuple[AnyValue, ...] | None = None

    def arg(self, name: str) -> Argument | None:
        return dict(self.args).get(name)


@dataclass(frozen=True, slots=True)
class Application:
    """A module or loss called on a tensor: what a rule on sizes looks at."""

    module: Module
    inputs: tuple[AnyValue, ...]
    call: Call
    output: AnyValue
    nodes: tuple[ast.expr | None, ...] = ()
    """The expression of each input; None where a Sequential hands it on."""
    instance: Instance | None = None
    """For a module of a class of the user's own, which has no kind."""


@dataclass(frozen=True, slots=True)
class Product:
    """Stands in `Array.tensor` for what made a tensor: a module rather than the data."""

    module: Module


def make_module(call: Call) -> AnyValue:
    kind = call.name.rsplit(".", 1)[-1]
    if kind == "Sequential":
        call.bind(())
        return Module("Sequential", (), _children(call), at=call.node)
    if kind in ("ModuleList", "ModuleDict"):
        call.bind(())
        return _container(call, kind)
    if kind == "DataParallel":
        call.bind(("module",))
        return call.value("module") or UNKNOWN
    bound = call.bind(_MODULES.get(kind, ()))
    if call.spread:
        return UNKNOWN
    return Module(kind, tuple(bound.items()), at=call.node)


def _children(call: Call) -> tuple[AnyValue, ...] | None:
    if call.spread:
        return None
    if len(call.values) == 1 and isinstance(call.values[0], PyDict):
        named = call.values[0].items
        return None if named is None else tuple(named.values())
    return tuple(call.values)


def _container(call: Call, kind: str) -> AnyValue:
    given = call.arg(0)
    depth = len(call.interp.frames)
    if kind == "ModuleDict":
        return PyDict(dict(given.items) if isinstance(given, PyDict) and given.items is not None else None)
    items = [] if given is None else elements(given)
    if items is None:
        return PyList(None, call.interp.element_of(given or UNKNOWN), at=call.node, depth=depth)
    return PyList(list(items), at=call.node, depth=depth)


def call_module(module: Module, call: Call) -> AnyValue:
    """`module(x)`: the output's shape; the application itself is kept as a fact."""
    call.bind(("input", "target"))
    inputs = tuple(call.values) or tuple(a.value for a in call.keywords.values())
    if module.kind == "Sequential":
        if len(inputs) != 1:
            return UNKNOWN
        value: AnyValue = inputs[0]
        node = call.positional[0].node if call.positional else call.node
        for child in module.children or ():
            value = _apply_child(child, call, Argument(node, value))
            node = call.node
        return value if module.children is not None else UNKNOWN
    given = call.positional or list(call.keywords.values())
    nodes = tuple(None if argument.node is call.node else argument.node for argument in given)
    return _applied(module, inputs, nodes, call)


def _apply_child(child: AnyValue, call: Call, argument: Argument) -> AnyValue:
    inner = replace(call, positional=[argument], keywords={}, bound={})
    if isinstance(child, Module):
        return call_module(child, inner)
    if isinstance(child, Instance):
        forward = child.cls.find("forward")
        if isinstance(forward, Function):
            from fixer.facts.infer import replace_bound

            return call.interp.call_function(replace_bound(forward, child), [argument], {})
    return UNKNOWN


def _applied(module: Module, inputs: tuple[AnyValue, ...], nodes: tuple[ast.expr | None, ...], call: Call) -> AnyValue:
    output = _output(module, inputs[0] if inputs else UNKNOWN, call)
    call.interp.torch_applications.append(Application(module, inputs, call, output, nodes))
    return output


def note_model(instance: Instance, call: Call, output: AnyValue) -> None:
    """A module of a class of the user's own, applied: what went in."""
    if is_module(instance):
        inputs, nodes = tuple(call.values), tuple(argument.node for argument in call.positional)
        module = Module("", at=instance.at)
        call.interp.torch_applications.append(Application(module, inputs, call, output, nodes, instance))


def _number(module: Module, name: str, default: int | None) -> Dim:
    found = module.arg(name)
    return default if found is None else as_dim(found.value)


def _flag(module: Module, name: str) -> bool | None:
    """A switch that is off by default; None where it is not known."""
    found = module.arg(name)
    return False if found is None else const(found.value)


def _pair(module: Module, name: str, default: int | None, count: int) -> tuple[Dim, ...]:
    found = module.arg(name)
    if found is None or const(found.value, 0) is None:
        return (default,) * count
    shape = as_shape(found.value)
    if shape is not None and len(shape) == 1:
        return shape * count
    return shape if shape is not None and len(shape) == count else (None,) * count


def _output(module: Module, x: AnyValue, call: Call) -> AnyValue:
    if module.kind in LOSSES:
        return Number("float32")
    if not isinstance(x, Array) or x.shape is None:
        return UNKNOWN
    dtype = "float32" if module.kind == "Embedding" else x.dtype
    if dtype is not None and not dtype.startswith("float"):
        dtype = None
    if module.kind in RECURRENT:
        return Tuple((_tensor(module, _recurrent(module, x.shape), dtype, call), UNKNOWN))
    if module.kind in _SAME:
        return replace(x, dtype=dtype, lo=None, hi=None, at=call.node, tensor=Product(module))
    return _tensor(module, output_shape(module, x.shape), dtype, call)


def _tensor(module: Module, shape: Shape | None, dtype: str | None, call: Call) -> Array:
    return Array(shape, dtype, lib="torch", origin=call.node, at=call.node, tensor=Product(module))


def _recurrent(module: Module, shape: Shape) -> Shape | None:
    hidden, both = _number(module, "hidden_size", None), _flag(module, "bidirectional")
    if len(shape) not in (2, 3) or both is None or module.arg("proj_size") is not None:
        return None
    return (*shape[:-1], hidden * 2 if both and isinstance(hidden, int) else hidden)


def output_shape(module: Module, shape: Shape) -> Shape | None:
    """What `torch.nn` documents for the output's size; the batch axis is there."""
    kind = module.kind
    if kind in _SAME:
        return shape
    if kind == "Linear":
        return (*shape[:-1], _number(module, "out_features", None)) if shape else None
    if kind == "Flatten":
        return flattened(shape, _place(module, "start_dim", 1), _place(module, "end_dim", -1))
    if kind == "Embedding":
        return (*shape, _number(module, "embedding_dim", None))
    count = int(kind[-2]) if kind[-2:] in ("1d", "2d", "3d") else 0
    if not count or len(shape) != count + 2:
        return None
    if kind.startswith("Adaptive"):
        return (*shape[:-count], *_pair(module, "output_size", None, count))
    if kind.startswith("ConvTranspose"):
        return (shape[0], _number(module, "out_channels", None), *(None,) * count)
    if "Pool" not in kind and not kind.startswith("Conv"):
        return None
    return _windows(module, shape, count)


def _place(module: Module, name: str, default: int) -> int | None:
    found = module.arg(name)
    return default if found is None else const_int(found.value)


def flattened(shape: Shape, start: int | None, end: int | None) -> Shape | None:
    """`shape` with the axes from `start` to `end` (inclusive) made one."""
    if start is None or end is None or not -len(shape) <= start < len(shape) or not -len(shape) <= end < len(shape):
        return None
    first, last = start % len(shape), end % len(shape)
    return (*shape[:first], size_of(shape[first : last + 1]), *shape[last + 1 :])


def _windows(module: Module, shape: Shape, count: int) -> Shape | None:
    """Convolution and pooling: how many windows fit on each axis."""
    pool = "Pool" in module.kind
    sizes = _pair(module, "kernel_size", None, count)
    strides = _pair(module, "stride", None if pool else 1, count)
    if pool and (module.arg("stride") is None or strides == (None,) * count):
        given = module.arg("stride")
        strides = sizes if given is None or const(given.value, 0) is None else strides
    padding = module.arg("padding")
    same = padding is not None and const(padding.value) == "same"
    valid = padding is not None and const(padding.value) == "valid"
    paddings = (0,) * count if same or valid else _pair(module, "padding", 0, count)
    dilations = _pair(module, "dilation", 1, count)
    up = _flag(module, "ceil_mode")
    out: list[Dim] = []
    for dim, size, stride, pad, dilation in zip(shape[2:], sizes, strides, paddings, dilations):
        if same:
            out.append(dim)
        elif (
            isinstance(dim, int)
            and isinstance(size, int)
            and isinstance(stride, int)
            and isinstance(pad, int)
            and isinstance(dilation, int)
            and stride > 0
            and up is not None
        ):
            out.append(_count_windows(dim + 2 * pad, dilation * (size - 1) + 1, stride, dim + pad if up else None))
        else:
            out.append(None)
    channels = shape[1] if pool else _number(module, "out_channels", None)
    if any(isinstance(dim, int) and dim < 1 for dim in out):
        return None  # It raises before anything else can.
    return (shape[0], channels, *out)


def _count_windows(length: int, span: int, stride: int, last_start: int | None) -> int:
    """With `last_start`, a window that begins on the data or the padding before it may stick out (`ceil_mode`)."""
    if last_start is None:
        return (length - span) // stride + 1
    windows = math.ceil((length - span) / stride) + 1
    return windows - 1 if (windows - 1) * stride >= last_start else windows


# --- objects of modules, whether of torch or of a class of the user's own


def is_module(value: AnyValue) -> bool:
    return isinstance(value, Module) or (isinstance(value, Instance) and value.cls.derives_from(*MODULE_BASES))


_ITSELF = ("to", "cuda", "cpu", "train", "eval", "float", "double", "half", "requires_grad_", "apply", "share_memory")


@method_of(Module, *_ITSELF)
@method_of(Instance, *_ITSELF)
def _itself(call: Call) -> AnyValue:
    """`Net().to(device)` is the same module again."""
    return call.owner if is_module(call.owner) else UNKNOWN


@method_of(Module, "forward")
def _forward(call: Call) -> AnyValue:
    module: Module = call.owner
    return call_module(module, call)


@function("torch.compile", "torch.jit.script", params="model")
def _compiled(call: Call) -> AnyValue:
    call.bind(("model",))
    value = call.value("model")
    return value if value is not None and is_module(value) else UNKNOWN


@function("collections.OrderedDict")
def _ordered(call: Call) -> AnyValue:
    """As `nn.Sequential` takes its modules with names."""
    call.bind(())
    given = call.arg(0)
    pairs = [] if given is None and not call.keywords else elements(given) if given is not None else None
    if pairs is None or not all(isinstance(p, Tuple) and len(p.items) == 2 for p in pairs):
        return PyDict(None, at=call.node)
    named = {const(pair.items[0]): pair.items[1] for pair in pairs if isinstance(pair, Tuple)}
    return PyDict(None if None in named else dict(named), at=call.node)


_FUNCTIONAL = {
    "cross_entropy": "CrossEntropyLoss",
    "nll_loss": "NLLLoss",
    "mse_loss": "MSELoss",
    "l1_loss": "L1Loss",
    "smooth_l1_loss": "SmoothL1Loss",
    "binary_cross_entropy": "BCELoss",
    "binary_cross_entropy_with_logits": "BCEWithLogitsLoss",
}


@function(*(f"torch.nn.functional.{name}" for name in _FUNCTIONAL), params="input target")
def _loss(call: Call) -> AnyValue:
    bound = call.bind(("input", "target"))
    given = [bound[name] for name in ("input", "target") if name in bound]
    options = tuple((name, a) for name, a in bound.items() if name not in ("input", "target"))
    module = Module(_FUNCTIONAL[call.name.rsplit(".", 1)[-1]], options, at=call.node)
    if call.spread or len(given) != 2:
        return UNKNOWN
    return _applied(module, tuple(a.value for a in given), tuple(a.node for a in given), call)


@function("torch.nn.functional.max_pool2d", "torch.nn.functional.max_pool1d", "torch.nn.functional.max_pool3d")
@function("torch.nn.functional.avg_pool2d", "torch.nn.functional.avg_pool1d", "torch.nn.functional.avg_pool3d")
@function("torch.max_pool2d", "torch.max_pool1d", "torch.avg_pool1d")
@function("torch.nn.functional.adaptive_avg_pool2d", "torch.nn.functional.adaptive_avg_pool1d")
def _pool(call: Call) -> AnyValue:
    kind = "".join(part.capitalize() for part in call.name.rsplit(".", 1)[-1].split("_"))
    bound = call.bind(("input", *_MODULES[kind]))
    value = call.value("input")
    if not isinstance(value, Array) or value.shape is None:
        return UNKNOWN
    module = Module(kind, tuple((name, a) for name, a in bound.items() if name != "input"))
    shape = output_shape(module, value.shape)
    return replace(value, shape=shape, origin=call.node, at=call.node, lib="torch")
