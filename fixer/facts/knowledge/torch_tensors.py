"""PyTorch's tensors: how they are made, and what their functions and methods give."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace

from fixer.facts.call import Call
from fixer.facts.knowledge.arrays import array_from, cast, concatenated, expanded, reshaped
from fixer.facts.knowledge.registry import METHODS, dtype_of, function
from fixer.facts.knowledge.torch import flattened
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Dim,
    Shape,
    Tuple,
    as_dim,
    as_shape,
    const,
    const_int,
    elements,
)


def _fresh(
    call: Call, shape: Shape | None, dtype: str | None, lo: float | None = None, hi: float | None = None
) -> Array:
    return Array(shape, dtype, lo, hi, "torch", origin=call.node, at=call.node)


def _sizes(call: Call) -> Shape | None:
    """The size as one tuple or as several numbers."""
    values = call.values
    if not values and (given := call.value("size")) is not None:
        return as_shape(given)
    if call.spread or not values:
        return None
    if len(values) == 1:
        return as_shape(values[0])
    return tuple(as_dim(v) for v in values)


_BOUNDS: dict[str, tuple[float, float]] = {"rand": (0.0, 1.0), "zeros": (0, 0), "ones": (1, 1)}


@function("torch.randn", "torch.rand", "torch.zeros", "torch.ones", "torch.empty")
def _sized(call: Call) -> AnyValue:
    call.bind(())
    given = call.value("dtype")
    dtype = "float32" if given is None else dtype_of(given)
    lo, hi = _BOUNDS.get(call.name.rsplit(".", 1)[-1], (None, None))
    return _fresh(call, _sizes(call), dtype, lo, hi)


@function("torch.randint", params="low high size")
def _randint(call: Call) -> AnyValue:
    values = call.values
    bound = call.bind(("low", "high", "size"))
    low, high, size = (bound[n].value if n in bound else None for n in ("low", "high", "size"))
    if "high" not in call.keywords and len(values) + ("size" in call.keywords) == 2:
        low, high = None, values[0]
        size = call.value("size") if "size" in call.keywords else values[1]
    given = call.value("dtype")
    bottom = 0 if low is None else const_int(low)
    top = None if high is None else const_int(high)
    dtype = "int64" if given is None else dtype_of(given)
    return _fresh(call, None if size is None else as_shape(size), dtype, bottom, None if top is None else top - 1)


_FIXED = {"Tensor": "float32", "FloatTensor": "float32", "DoubleTensor": "float64", "LongTensor": "int64",
          "IntTensor": "int32"}  # fmt: skip


@function(
    "torch.tensor",
    "torch.as_tensor",
    "torch.from_numpy",
    *(f"torch.{name}" for name in _FIXED),
    params="data dtype",
)
def _tensor(call: Call) -> AnyValue:
    call.bind(("data", "dtype"))
    value = call.value("data")
    given = call.value("dtype")
    fixed = _FIXED.get(call.name.rsplit(".", 1)[-1])
    dtype = dtype_of(given) if given is not None else fixed
    if fixed is not None and len(call.positional) > 1:
        return _fresh(call, tuple(as_dim(v) for v in call.values), fixed)  # `torch.Tensor(2, 3)`
    array = array_from(value) if value is not None else None
    if array is None or (fixed is not None and array.shape == ()):
        return _fresh(call, None, dtype)
    if given is None and fixed is None:
        dtype = array.dtype
        if dtype == "float64" and not isinstance(value, Array):
            dtype = "float32" if _of_python_numbers(value) else None
    return replace(array, dtype=dtype, lib="torch", one_hot=False, tensor=None, origin=call.node, at=call.node)


def _of_python_numbers(value: AnyValue | None) -> bool:
    """Whether a list holds plain numbers: of NumPy arrays and scalars in it, PyTorch keeps the dtype."""
    items = elements(value) if value is not None else None
    if items is None:
        return False
    return all(_of_python_numbers(i) if elements(i) is not None else const(i) is not None for i in items)


@function("torch.arange", "torch.linspace", "torch.full", "torch.eye", "torch.normal", "torch.randperm")
def _other_maker(call: Call) -> AnyValue:
    call.bind(())
    name = call.name.rsplit(".", 1)[-1]
    if name == "linspace" and len(call.values) >= 3:
        return _fresh(call, (as_dim(call.values[2]),), "float32" if call.value("dtype") is None else None)
    if name == "randperm" and call.values:
        return _fresh(call, (as_dim(call.values[0]),), "int64")
    if name == "full" and call.values:
        return _fresh(call, as_shape(call.values[0]), dtype_of(call.value("dtype")))
    return _fresh(call, None, dtype_of(call.value("dtype")))


@function("torch.zeros_like", "torch.ones_like", "torch.rand_like", "torch.randn_like", "torch.empty_like")
def _like(call: Call) -> AnyValue:
    call.bind(("input",))
    array, given = call.value("input"), call.value("dtype")
    if not isinstance(array, Array):
        return UNKNOWN
    return _fresh(call, array.shape, array.dtype if given is None else dtype_of(given))


@function("torch.cat", "torch.concat", params="tensors dim")
def _cat(call: Call) -> AnyValue:
    call.bind(("tensors", "dim"))
    parts, dim = elements(call.value("tensors") or UNKNOWN), call.const("dim", 0)
    return concatenated(parts, dim, call.node) if parts and isinstance(dim, int) else UNKNOWN


@function("torch.stack", params="tensors dim")
def _stack(call: Call) -> AnyValue:
    call.bind(("tensors", "dim"))
    array = array_from(call.value("tensors") or UNKNOWN)
    if array is None or call.const("dim", 0) != 0:
        return UNKNOWN
    return replace(array, lib="torch", origin=call.node, at=call.node)


_ELEMENTWISE = """relu relu_ leaky_relu elu selu gelu silu softplus dropout dropout1d dropout2d dropout3d sigmoid tanh
    softmax log_softmax logsigmoid normalize""".split()


@function(
    *(f"torch.nn.functional.{name}" for name in _ELEMENTWISE),
    *(f"torch.{name}" for name in ("relu", "sigmoid", "tanh", "softmax", "log_softmax", "exp", "log", "sqrt")),
    *(f"torch.{name}" for name in ("sin", "cos", "abs", "clone", "clamp")),
    "torch.autograd.Variable",
    params="input",
)
def _elementwise(call: Call) -> AnyValue:
    call.bind(("input",))
    value = call.value("input")
    if not isinstance(value, Array):
        return UNKNOWN
    if call.name == "torch.autograd.Variable":
        return value
    return _mapped(value, call.node)


def _mapped(value: Array, node: ast.expr) -> Array:
    """The same sizes, other values."""
    dtype = value.dtype if value.is_float else None
    return replace(value, dtype=dtype, lo=None, hi=None, lib="torch", at=node)


@function("torch.nn.functional.one_hot", params="tensor num_classes")
def _one_hot(call: Call) -> AnyValue:
    call.bind(("tensor", "num_classes"))
    array = call.value("tensor")
    shape = array.shape if isinstance(array, Array) else None
    return _fresh(call, None if shape is None else (*shape, call.int("num_classes")), "int64", 0, 1)


# --- methods, which are functions of the same name too

Handler = Callable[[Call, Array], AnyValue]
_TENSOR: dict[str, Handler] = {}


def _of_tensor(*names: str, functions: bool = False) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        for name in names:
            _TENSOR[name] = handler
            if functions:
                function(f"torch.{name}")(_as_function(handler))
        return handler

    return register


def _as_function(handler: Handler) -> Callable[[Call], AnyValue]:
    """`torch.unsqueeze(x, 1)` as `x.unsqueeze(1)`."""

    def called(call: Call) -> AnyValue:
        bound = call.bind(("input",))
        array = bound.get("input")
        if array is None or not isinstance(array.value, Array):
            return UNKNOWN
        keywords = {name: a for name, a in call.keywords.items() if name != "input"}
        positional = call.positional[1:] if call.positional else []
        inner = replace(call, positional=positional, keywords=keywords, bound={}, owner=array.value)
        return handler(inner, array.value)

    return called


def has_method(name: str) -> bool:
    return name in _TENSOR


def method(call: Call) -> AnyValue:
    """A method of a tensor: PyTorch's own meaning first, else what it shares with NumPy."""
    array: Array = call.owner
    handler = _TENSOR.get(call.name)
    if handler is not None:
        call.bind(())
        return handler(call, array)
    if call.name.endswith("_"):
        call.bind(())
        return _in_place(call, array)
    shared = METHODS.get((Array, call.name))
    if shared is not None:
        return shared(call)
    call.bind(())
    return UNKNOWN


def _in_place(call: Call, array: Array) -> AnyValue:
    """`x.zero_()`, `x.resize_(...)`: the variable holds the result from then on."""
    if call.name in ("resize_", "set_", "resize_as_", "swapaxes_", "swapdims_"):
        shape = _sizes(call) if call.name == "resize_" else None
        return replace(array, shape=shape, origin=call.node, at=call.node)
    return replace(array, lo=None, hi=None, one_hot=False, at=call.node)


def _arg(call: Call, index: int, name: str) -> AnyValue | None:
    found = call.keywords.get(name)
    return found.value if found is not None else call.arg(index)


@_of_tensor("view", "reshape")
def _view(call: Call, array: Array) -> AnyValue:
    """A size of the tensor's own among the new ones (`x.view(x.size(0), -1)`) is known to be that axis."""
    parts = list(call.positional)
    values = [a.value for a in parts]
    nodes: list[ast.expr | None] = [a.node for a in parts]
    if len(values) == 1 and (inner := elements(values[0])) is not None:
        node = parts[0].node
        known = isinstance(node, (ast.Tuple, ast.List)) and len(node.elts) == len(inner)
        nodes = list(node.elts) if known and isinstance(node, (ast.Tuple, ast.List)) else [None] * len(inner)
        values = inner
    if call.spread or not values:
        return replace(array, shape=None, origin=call.node, at=call.node)
    if len(values) == 1 and dtype_of(values[0]) is not None:
        return cast(call, array, dtype_of(values[0]))
    old = list(array.shape) if array.shape is not None else None
    new = [as_dim(v) for v in values]
    kept: dict[int, Dim] = {}
    for index, part in enumerate(nodes):
        axis = None if part is None or new[index] is not None else _own_axis(call, part)
        if axis is not None and old is not None and axis < len(old):
            kept[index] = old[axis]
            old[axis] = new[index] = 1
    shape = reshaped(None if old is None else tuple(old), tuple(new))
    if shape is not None:
        shape = tuple(kept.get(i, dim) for i, dim in enumerate(shape))
    return replace(array, shape=shape, origin=call.node, at=call.node, steps=(*array.steps, call.node))


def _own_axis(call: Call, node: ast.expr) -> int | None:
    """The axis whose size `node` reads off the tensor that the method is called on."""
    receiver = call.node.func.value if isinstance(call.node.func, ast.Attribute) else None
    source, axis = _size_read(node)
    if receiver is None or source is None or ast.dump(source) != ast.dump(receiver):
        return None
    value = axis.value if isinstance(axis, ast.Constant) else None
    return value if isinstance(value, int) and value >= 0 else None


def _size_read(node: ast.expr) -> tuple[ast.expr | None, ast.expr | None]:
    """The tensor and the axis of `x.size(0)`, `x.shape[0]` or `len(x)`."""
    match node:
        case ast.Call(func=ast.Attribute(attr="size"), args=[axis]):
            return getattr(node.func, "value", None), axis
        case ast.Subscript(value=ast.Attribute(attr="shape")):
            return getattr(node.value, "value", None), node.slice
        case ast.Call(func=ast.Name(id="len"), args=[source]):
            return source, ast.Constant(0)
    return None, None


@_of_tensor("flatten", functions=True)
def _flatten(call: Call, array: Array) -> AnyValue:
    start, end = _arg(call, 0, "start_dim"), _arg(call, 1, "end_dim")
    shape = None
    if array.shape is not None:
        first = 0 if start is None else const_int(start)
        shape = flattened(array.shape, first, -1 if end is None else const_int(end))
    return replace(array, shape=shape, origin=call.node, at=call.node)


@_of_tensor("unsqueeze", "unsqueeze_", functions=True)
def _unsqueeze(call: Call, array: Array) -> AnyValue:
    place = _arg(call, 0, "dim")
    return expanded(array, None if place is None else const_int(place), call.node)


@_of_tensor("squeeze", "squeeze_", functions=True)
def _squeeze(call: Call, array: Array) -> AnyValue:
    given = _arg(call, 0, "dim")
    if array.shape is None or (given is None and not all(isinstance(d, int) for d in array.shape[1:])):
        return replace(array, shape=None, origin=call.node, at=call.node)
    shape: Shape | None
    if given is None:
        # A batch of one sample would lose its axis too; the others decide what is meant.
        shape = (*array.shape[:1], *(d for d in array.shape[1:] if d != 1))
        if array.shape[0] == 1:
            shape = None
    else:
        place = const_int(given)
        if place is None or not -len(array.shape) <= place < len(array.shape):
            shape = None
        else:
            place %= len(array.shape)
            known = isinstance(array.shape[place], int)
            gone = array.shape[place] == 1
            shape = tuple(d for i, d in enumerate(array.shape) if not (gone and i == place)) if known else None
    return replace(array, shape=shape, origin=call.node, at=call.node)


@_of_tensor("permute", functions=True)
def _permute(call: Call, array: Array) -> AnyValue:
    values = elements(call.values[0]) if len(call.values) == 1 else call.values
    axes = None if values is None else [const_int(v) for v in values]
    shape: Shape | None = None
    if axes and array.shape is not None and len(axes) == len(array.shape) and None not in axes:
        shape = tuple(array.shape[a] for a in axes if a is not None and -len(axes) <= a < len(axes))
    return replace(array, shape=shape, origin=call.node, at=call.node)


@_of_tensor("transpose", "transpose_", "swapaxes", "t", "t_", functions=True)
def _transpose(call: Call, array: Array) -> AnyValue:
    shape: Shape | None = None
    pair = [0, 1] if call.name.strip("_").endswith("t") else [const_int(v) for v in call.values[:2]]
    if array.shape is not None and len(pair) == 2:
        first, second = pair
        rank = len(array.shape)
        if first is not None and second is not None and -rank <= first < rank and -rank <= second < rank:
            dims = list(array.shape)
            dims[first], dims[second] = dims[second], dims[first]
            shape = tuple(dims)
    return replace(array, shape=shape, origin=call.node, at=call.node)


@_of_tensor("to")
def _to(call: Call, array: Array) -> AnyValue:
    """Another device, or another dtype."""
    for value in (*call.values, *(a.value for a in call.keywords.values())):
        dtype = dtype_of(value)
        if dtype is not None:
            return cast(call, array, dtype)
        if isinstance(value, Array):
            return cast(call, array, value.dtype)
    return replace(array, at=call.node)


_CASTS = {"float": "float32", "double": "float64", "half": "float16", "bfloat16": "bfloat16", "long": "int64",
          "int": "int32", "short": "int16", "byte": "uint8", "char": "int8", "bool": "bool"}  # fmt: skip


@_of_tensor(*_CASTS)
def _cast(call: Call, array: Array) -> AnyValue:
    return cast(call, array, _CASTS[call.name])


@_of_tensor("type", "type_as")
def _type(call: Call, array: Array) -> AnyValue:
    value = call.arg(0)
    if isinstance(value, Array):
        return cast(call, array, value.dtype)
    name = getattr(value, "name", None) or const(value, "") if value is not None else ""
    fixed = _FIXED.get(str(name).rsplit(".", 1)[-1])
    return cast(call, array, fixed or (dtype_of(value) if value is not None else None))


@_of_tensor("clone", "requires_grad_", "detach", "contiguous", "cpu", "cuda", "pin_memory")
def _same(call: Call, array: Array) -> AnyValue:
    return replace(array, at=call.node)


@_of_tensor("relu", "sigmoid", "tanh", "softmax", "log_softmax", "exp", "sqrt", "abs", "clamp", "sin", "cos", "log")
def _mapped_method(call: Call, array: Array) -> AnyValue:
    return _mapped(array, call.node)


@_of_tensor("max", "min", "sort", "topk", "median", functions=True)
def _with_indices(call: Call, array: Array) -> AnyValue:
    """Along an axis they give the values and where they stand."""
    given = _arg(call, 0, "dim")
    if given is None or isinstance(given, Array):
        return UNKNOWN
    place = const_int(given)
    if array.shape is None or place is None or call.name not in ("max", "min"):
        return UNKNOWN
    rank = len(array.shape)
    if call.keywords.get("keepdim") is not None or len(call.values) > 1 or not -rank <= place < rank:
        return UNKNOWN
    shape = tuple(d for i, d in enumerate(array.shape) if i != place % rank)
    values = replace(array, shape=shape, origin=call.node, at=call.node)
    return Tuple((values, Array(shape, "int64", 0, None, "torch", origin=call.node, at=call.node)))


@_of_tensor("expand", "repeat", "mm", "matmul", "bmm", "gather", "index_select", "chunk", "split", "unfold")
def _unknown(call: Call, array: Array) -> AnyValue:
    return UNKNOWN


@_of_tensor("eq", "ne", "gt", "lt", "ge", "le")
def _comparison(call: Call, array: Array) -> AnyValue:
    return Array(array.shape, "bool", 0, 1, "torch", at=call.node)
