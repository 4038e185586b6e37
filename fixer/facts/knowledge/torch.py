"""What PyTorch's functions and modules give, as far as shapes and dtypes go."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fixer.facts.call import Call
from fixer.facts.facts import Argument
from fixer.facts.knowledge.arrays import array_from, concatenated, size_of
from fixer.facts.knowledge.registry import dtype_of, function
from fixer.facts.values import UNKNOWN, AnyValue, Array, Dim, Shape, Value, as_dim, as_shape, const, elements

_MODULES: dict[str, tuple[str, ...]] = {
    "Linear": ("in_features", "out_features", "bias"),
    "Conv1d": ("in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups"),
    "Conv2d": ("in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups"),
    "Conv3d": ("in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups"),
    "MaxPool1d": ("kernel_size", "stride", "padding"),
    "MaxPool2d": ("kernel_size", "stride", "padding"),
    "AvgPool2d": ("kernel_size", "stride", "padding"),
    "AdaptiveAvgPool2d": ("output_size",),
    "AdaptiveMaxPool2d": ("output_size",),
    "Flatten": ("start_dim", "end_dim"),
    "BatchNorm1d": ("num_features",),
    "BatchNorm2d": ("num_features",),
    "Dropout": ("p",),
    "Embedding": ("num_embeddings", "embedding_dim"),
    "LSTM": ("input_size", "hidden_size", "num_layers"),
    "GRU": ("input_size", "hidden_size", "num_layers"),
    "RNN": ("input_size", "hidden_size", "num_layers"),
}
_SAME = frozenset(
    "ReLU Sigmoid Tanh Softmax LogSoftmax Dropout Dropout2d BatchNorm1d BatchNorm2d LeakyReLU GELU Identity ELU".split()
)
LOSSES = frozenset("CrossEntropyLoss NLLLoss MSELoss L1Loss BCELoss BCEWithLogitsLoss SmoothL1Loss".split())


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


def make_module(call: Call) -> AnyValue:
    kind = call.name.rsplit(".", 1)[-1]
    if kind == "Sequential":
        call.bind(())
        children = None if call.spread else tuple(call.values)
        return Module("Sequential", (), children, at=call.node)
    bound = call.bind(_MODULES.get(kind, ()))
    return Module(kind, tuple(bound.items()), at=call.node)


def call_module(module: Module, call: Call) -> AnyValue:
    """`module(x)`: the output's shape; the application itself is kept as a fact."""
    inputs = tuple(call.values)
    if module.kind == "Sequential":
        value: AnyValue = inputs[0] if inputs else UNKNOWN
        for child in module.children or ():
            if isinstance(child, Module) and module.children is not None:
                value = call_module(child, replace(call, positional=[Argument(call.node, value)]))
            else:
                value = UNKNOWN
        return value if module.children is not None else UNKNOWN
    output = _output(module, inputs[0] if inputs else UNKNOWN, call)
    call.interp.torch_applications.append(Application(module, inputs, call, output))
    return output


def _number(module: Module, name: str, default: int | None) -> Dim:
    found = module.arg(name)
    return default if found is None else as_dim(found.value)


def _pair(module: Module, name: str, default: int | None, count: int) -> tuple[Dim, ...]:
    found = module.arg(name)
    if found is None or const(found.value, 0) is None:
        return (default,) * count
    shape = as_shape(found.value)
    if shape is not None and len(shape) == 1:
        return shape * count
    return shape if shape is not None and len(shape) == count else (None,) * count


def _output(module: Module, x: AnyValue, call: Call) -> AnyValue:
    if not isinstance(x, Array) or x.shape is None:
        return UNKNOWN
    shape = output_shape(module, x.shape)
    return Array(shape, x.dtype, lib="torch", origin=call.node, at=call.node)


def output_shape(module: Module, shape: Shape) -> Shape | None:
    """What `torch.nn` documents for the output's size."""
    kind = module.kind
    if kind in _SAME:
        return shape
    if kind == "Linear":
        return (*shape[:-1], _number(module, "out_features", None))
    if kind == "Flatten":
        start = module.arg("start_dim")
        return (shape[0], size_of(shape[1:])) if start is None or const(start.value) == 1 else None
    if kind == "Embedding":
        return (*shape, _number(module, "embedding_dim", None))
    count = int(kind[-2]) if kind[-2:] in ("1d", "2d", "3d") else 0
    if kind.startswith("Adaptive"):
        return (*shape[:-2], *_pair(module, "output_size", None, 2))
    if not count or len(shape) != count + 2:
        return None
    pool = "Pool" in kind
    sizes = _pair(module, "kernel_size", None, count)
    strides = _pair(module, "stride", None, count) if pool else _pair(module, "stride", 1, count)
    if pool and module.arg("stride") is None:
        strides = sizes
    paddings = _pair(module, "padding", 0, count)
    dilations = _pair(module, "dilation", 1, count)
    out: list[Dim] = []
    for dim, size, stride, padding, dilation in zip(shape[2:], sizes, strides, paddings, dilations):
        known = (dim, size, stride, padding, dilation)
        if not all(isinstance(v, int) for v in known) or not stride:
            out.append(None)
            continue
        assert isinstance(dim, int) and isinstance(size, int) and isinstance(stride, int)
        assert isinstance(padding, int) and isinstance(dilation, int)
        out.append((dim + 2 * padding - dilation * (size - 1) - 1) // stride + 1)
    channels = shape[1] if pool else _number(module, "out_channels", None)
    return (shape[0], channels, *out)


def _fresh(
    call: Call, shape: Shape | None, dtype: str | None, lo: float | None = None, hi: float | None = None
) -> Array:
    return Array(shape, dtype, lo, hi, "torch", origin=call.node, at=call.node)


@function("torch.randn", "torch.rand", "torch.zeros", "torch.ones", "torch.empty")
def _sized(call: Call) -> AnyValue:
    call.bind(())
    values = call.values
    first = as_shape(values[0]) if len(values) == 1 else None
    shape = first if first is not None else tuple(as_dim(v) for v in values)
    dtype = dtype_of(call.value("dtype")) or "float32"
    return _fresh(call, shape, dtype)


@function("torch.randint", params="low high size")
def _randint(call: Call) -> AnyValue:
    values = call.values
    low, high, size = (0, values[0], values[1]) if len(values) == 2 else (values + [UNKNOWN] * 3)[:3]
    call.bind(("low", "high", "size"))
    low_bound = const(low) if isinstance(low, Value) else low
    top = const(high)
    given = call.value("size") if len(call.values) != 2 else size
    return _fresh(
        call,
        as_shape(given) if given is not None else None,
        dtype_of(call.value("dtype")) or "int64",
        low_bound if isinstance(low_bound, int) else None,
        top - 1 if isinstance(top, int) else None,
    )


@function(
    "torch.tensor",
    "torch.as_tensor",
    "torch.from_numpy",
    "torch.Tensor",
    "torch.FloatTensor",
    "torch.LongTensor",
    params="data dtype",
)
def _tensor(call: Call) -> AnyValue:
    call.bind(("data", "dtype"))
    array = array_from(call.value("data"))
    dtype = dtype_of(call.value("dtype"))
    fixed = {"Tensor": "float32", "FloatTensor": "float32", "LongTensor": "int64"}.get(call.name.rsplit(".", 1)[-1])
    if array is None:
        return _fresh(call, None, dtype or fixed)
    found = array.dtype
    if not isinstance(call.value("data"), Array) and found == "float64":
        found = "float32"
    return replace(array, dtype=dtype or fixed or found, lib="torch", origin=call.node, at=call.node)


@function("torch.flatten", params="input start_dim")
def _flatten(call: Call) -> AnyValue:
    call.bind(("input", "start_dim"))
    array = call.value("input")
    if not isinstance(array, Array) or array.shape is None:
        return UNKNOWN
    start = call.const("start_dim", 0)
    if start not in (0, 1):
        return UNKNOWN
    shape = (*array.shape[:start], size_of(array.shape[start:]))
    return replace(array, shape=shape, origin=call.node, at=call.node)


@function("torch.cat", params="tensors dim")
def _cat(call: Call) -> AnyValue:
    call.bind(("tensors", "dim"))
    parts, dim = elements(call.value("tensors")), call.const("dim", 0)
    return concatenated(parts, dim, call.node) if parts is not None and isinstance(dim, int) else UNKNOWN


@function(
    "torch.relu",
    "torch.sigmoid",
    "torch.tanh",
    "torch.nn.functional.relu",
    "torch.nn.functional.dropout",
    "torch.nn.functional.sigmoid",
    "torch.nn.functional.tanh",
    "torch.nn.functional.log_softmax",
    "torch.nn.functional.softmax",
    "torch.nn.functional.leaky_relu",
    params="input",
)
def _elementwise(call: Call) -> AnyValue:
    call.bind(("input",))
    value = call.value("input")
    return replace(value, at=call.node) if isinstance(value, Array) else UNKNOWN


@function(
    "torch.nn.functional.max_pool2d",
    "torch.nn.functional.avg_pool2d",
    params="input kernel_size stride padding",
)
def _pool(call: Call) -> AnyValue:
    bound = call.bind(("input", "kernel_size", "stride", "padding"))
    value = call.value("input")
    if not isinstance(value, Array) or value.shape is None:
        return UNKNOWN
    module = Module("MaxPool2d", tuple((k, v) for k, v in bound.items() if k != "input"))
    return replace(value, shape=output_shape(module, value.shape), origin=call.node, at=call.node)
