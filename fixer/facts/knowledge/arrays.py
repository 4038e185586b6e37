"""Shapes, dtypes and ranges of arrays: what NumPy's rules make of them, whatever the library."""

from __future__ import annotations

import ast
import math
from collections.abc import Sequence
from dataclasses import replace

from fixer.facts.call import Call
from fixer.facts.knowledge.registry import METHODS, bounds, dtype_of, method_of
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Const,
    Dim,
    Number,
    PyList,
    Shape,
    Tuple,
    Varying,
    as_dim,
    as_number,
    as_shape,
    const,
    const_int,
    elements,
    join_all,
)


def size_of(shape: Shape) -> int | None:
    """Number of elements, where every axis is known."""
    total = 1
    for dim in shape:
        if not isinstance(dim, int):
            return None
        total *= dim
    return total


def dim_value(dim: Dim) -> AnyValue:
    """An array's size as a Python number."""
    if isinstance(dim, int):
        return Const(dim)
    if isinstance(dim, Varying) and dim.random:
        return Number("int64", dim.lo, dim.hi, dim.at)
    return Number("int64", 0, None)


def reshaped(old: Shape | None, new: Shape) -> Shape | None:
    """`new` with its -1 worked out from `old`; None where it is not a shape."""
    unknown = [i for i, dim in enumerate(new) if dim == -1]
    if not unknown:
        return new
    if len(unknown) > 1:
        return None
    rest = [dim for dim in new if dim != -1]
    result: list[Dim] = list(new)
    if old is not None:
        free_old = [d for d in old if not isinstance(d, int)]
        free_new = [d for d in rest if not isinstance(d, int)]
        known_old = math.prod(d for d in old if isinstance(d, int))
        known_new = math.prod(d for d in rest if isinstance(d, int))
        if not free_new and len(free_old) <= 1 and known_new and known_old % known_new == 0:
            quotient = known_old // known_new
            if not free_old:
                result[unknown[0]] = quotient
                return tuple(result)
            if quotient == 1:
                result[unknown[0]] = free_old[0]
                return tuple(result)
    result[unknown[0]] = None
    return tuple(result)


def array_from(value: AnyValue | None, dtype: str | None = None) -> Array | None:
    """What `np.array(value)` is: lists stack their elements, arrays stay as they are."""
    if isinstance(value, Array):
        return value if dtype is None else replace(value, dtype=dtype)
    if isinstance(value, (PyList, Tuple)):
        items = elements(value)
        length: Dim = len(items) if items is not None else value.size() if isinstance(value, PyList) else None
        if items is not None:
            inner_parts = [array_from(item) for item in items[:512]]
            if not inner_parts:
                return Array((0,), dtype or "float64")
            if any(part is None for part in inner_parts):
                return Array(None, dtype)
            inner: AnyValue | None = join_all(part for part in inner_parts if part is not None)
        else:
            inner = array_from(value.any_element()) if isinstance(value, PyList) else None
        if not isinstance(inner, Array):
            return Array(None, dtype)
        shape = None if inner.shape is None else (length, *inner.shape)
        kinds = inner.dtypes
        merged = (
            inner.dtype if len(kinds) < 2 else "float64" if all(k.startswith(("int", "float")) for k in kinds) else None
        )
        return Array(shape, dtype or merged, inner.lo, inner.hi)
    number = as_number(value)
    if number is not None:
        return Array((), dtype or number.dtype, number.lo, number.hi)
    if isinstance(value, Const) and isinstance(value.value, str):
        return Array((), dtype or "string")
    return None


def broadcast(a: Shape | None, b: Shape | None) -> Shape | None:
    """NumPy's broadcasting; None where it is not known or not possible."""
    if a is None or b is None:
        return None
    if len(a) < len(b):
        a, b = b, a
    b = (1,) * (len(a) - len(b)) + b
    dims: list[Dim] = []
    for x, y in zip(a, b):
        if x == 1:
            dims.append(y)
        elif y == 1 or x == y:
            dims.append(x)
        elif isinstance(x, int) and isinstance(y, int):
            return None
        else:
            dims.append(x if isinstance(x, int) else y if isinstance(y, int) else None)
    return tuple(dims)


def promote(a: str | None, b: str | None, scalar: bool = False) -> str | None:
    """The dtype of `a` and `b` together; a Python scalar only moves integers to float."""
    if a is None or b is None or a == b:
        return a if a == b else None
    if "|" in a or "|" in b:
        return None
    if scalar:
        return a if a.startswith(("float", "complex")) or b.startswith(("int", "bool")) else "float64"
    order = ["bool", "uint8", "int8", "int16", "int32", "int64", "float16", "float32", "float64"]
    if a in order and b in order:
        first, second = sorted((a, b), key=order.index)
        if (first.startswith("int32") and second == "float32") or (
            first.startswith("int64") and second.startswith("float")
        ):
            return "float64"
        return second
    return None


def _promoted_by_torch(a: str | None, b: str | None) -> str | None:
    """PyTorch keeps the width of a float, whatever the integer's."""
    if a is None or b is None or a == b:
        return a if a == b else None
    floats = [d for d in (a, b) if d.startswith("float")]
    return floats[0] if len(floats) == 1 else promote(a, b)


def array_arithmetic(node: ast.BinOp, left: AnyValue, right: AnyValue) -> AnyValue:
    """`left op right` where at least one side is an array."""
    a, b = left, right
    array = a if isinstance(a, Array) else b
    other = b if array is a else a
    assert isinstance(array, Array)
    if isinstance(other, (PyList, Tuple)):
        other = array_from(other) or UNKNOWN
    shape: Shape | None
    if isinstance(other, Array):
        shape = broadcast(array.shape, other.shape)
        dtype = promote(array.dtype, other.dtype)
        if array.lib != "numpy" or other.lib != "numpy":
            dtype = array.dtype if array.lib != "numpy" else other.dtype
        if array.lib == other.lib == "torch":
            dtype = _promoted_by_torch(array.dtype, other.dtype)
    elif (number := as_number(other)) is not None:
        shape = array.shape
        dtype = promote(array.dtype, number.dtype, scalar=True)
    else:
        return Array(None, None, lib=array.lib)
    if isinstance(node.op, ast.Div) and dtype is not None and not dtype.startswith(("float", "complex")):
        dtype = "float64"
    if array.lib == "torch" and dtype == "float64" and array.dtype is not None and not array.is_float:
        dtype = "float32" if not isinstance(other, Array) or not other.is_float else None
    if isinstance(node.op, ast.MatMult):
        shape = matmul(a.shape if isinstance(a, Array) else None, b.shape if isinstance(b, Array) else None)
    lo, hi = _range(node.op, bounds(left), bounds(right))
    same = shape == array.shape
    tensor = array.tensor if array.lib == "keras" else getattr(other, "tensor", None)
    lib = array.lib if array.lib != "numpy" else getattr(other, "lib", "numpy")
    origin = array.origin if same else node
    return Array(shape, dtype, lo, hi, lib, origin=origin, steps=(*array.steps, node), tensor=tensor, at=node)


def matmul(a: Shape | None, b: Shape | None) -> Shape | None:
    if a is None or b is None or len(a) != 2 or len(b) != 2:
        return None
    return (a[0], b[1])


def _range(
    op: ast.operator, a: tuple[float | None, float | None], b: tuple[float | None, float | None]
) -> tuple[float | None, float | None]:
    if None in a or None in b:
        return None, None
    corners: list[float] = []
    for x in a:
        for y in b:
            assert x is not None and y is not None
            try:
                match op:
                    case ast.Add():
                        corners.append(x + y)
                    case ast.Sub():
                        corners.append(x - y)
                    case ast.Mult():
                        corners.append(x * y)
                    case ast.Div() if b[0] == b[1]:
                        corners.append(x / y)
                    case _:
                        return None, None
            except (ArithmeticError, OverflowError):
                return None, None
    return min(corners), max(corners)


def cast(call: Call, array: Array, dtype: str | None) -> Array:
    """`array` as another dtype: the same values (cut to whole numbers for an integer type)."""
    return replace(array, dtype=dtype, steps=(*array.steps, call.node), at=call.node)


def reduced(array: Array, axis: AnyValue | None, keepdims: bool = False) -> AnyValue:
    """The shape after a reduction over `axis` (all axes for None)."""
    if axis is None or const(axis, 0) is None:
        return Number("float64")
    if array.shape is None:
        return Array(None, None)
    axes = {const_int(item) for item in elements(axis) or [axis]}
    if None in axes:
        return Array(None, None)
    rank = len(array.shape)
    gone = {a % rank for a in axes if a is not None and -rank <= a < rank}
    dims = [1 if i in gone else d for i, d in enumerate(array.shape) if keepdims or i not in gone]
    return Array(tuple(dims), None, lib=array.lib)


def last_index(array: Array, axis: AnyValue | None) -> int | None:
    """The highest index along an axis: the most that `argmax` gives."""
    place = const_int(axis) if axis is not None else None
    if array.shape is None or place is None or not -len(array.shape) <= place < len(array.shape):
        return None
    size = array.shape[place]
    return size - 1 if isinstance(size, int) else None


def expanded(array: Array, axis: int | None, node: ast.expr) -> Array:
    """`array` with an axis of size 1 put in at `axis`."""
    shape: Shape | None = None
    if array.shape is not None and axis is not None:
        place = axis if axis >= 0 else len(array.shape) + 1 + axis
        shape = (*array.shape[:place], 1, *array.shape[place:])
    return replace(array, shape=shape, origin=node, at=node, one_hot=False)


def concatenated(parts: list[AnyValue], axis: int, node: ast.expr) -> AnyValue:
    arrays = [array_from(part) for part in parts]
    known = [a for a in arrays if a is not None and a.shape is not None]
    if not known or len(known) != len(arrays) or len({len(a.shape or ()) for a in known}) != 1:
        return Array(None, None, at=node)
    first = known[0].shape or ()
    if not -len(first) <= axis < len(first):
        return Array(None, None, at=node)
    axis %= len(first)
    total: Dim = 0
    for array in known:
        dim = (array.shape or ())[axis]
        total = total + dim if isinstance(total, int) and isinstance(dim, int) else None
    joined = join_all(known)
    dtype = joined.dtype if isinstance(joined, Array) and len(joined.dtypes) == 1 else None
    lo, hi = bounds(joined)
    return Array((*first[:axis], total, *first[axis + 1 :]), dtype, lo, hi, known[0].lib, origin=node, at=node)


# --- methods


@method_of(Array, "reshape", "view")
def _reshape(call: Call) -> AnyValue:
    array: Array = call.owner
    call.bind(())
    values = [a.value for a in call.positional] or [call.value("shape") or call.value("newshape") or UNKNOWN]
    new = as_shape(values[0]) if len(values) == 1 else tuple(as_dim(v) for v in values)
    if new is None:
        return replace(array, shape=None, origin=call.node, at=call.node)
    shape = reshaped(array.shape, new)
    return replace(array, shape=shape, origin=call.node, at=call.node, steps=(*array.steps, call.node))


@method_of(Array, "astype", params="dtype")
def _astype(call: Call) -> AnyValue:
    call.bind(("dtype",))
    return cast(call, call.owner, dtype_of(call.value("dtype")))


@method_of(Array, "flatten", "ravel")
def _flatten(call: Call) -> AnyValue:
    array: Array = call.owner
    size = None if array.shape is None else size_of(array.shape)
    return replace(array, shape=(size,), origin=call.node, at=call.node)


@method_of(Array, "copy", "clip", "numpy", "cpu", "detach", "contiguous", "to", "round", "cuda", "fillna")
def _same(call: Call) -> AnyValue:
    array: Array = call.owner
    if call.name == "clip":
        call.bind(("min", "max"))
        return clipped(call, array)
    return replace(array, at=call.node)


def clipped(call: Call, array: Array) -> Array:
    """`array` held within the bounds given as `min` and `max`, or as NumPy's `a_min` and `a_max`."""
    low = as_number(call.value("min") or call.value("a_min") or UNKNOWN)
    high = as_number(call.value("max") or call.value("a_max") or UNKNOWN)
    lo = low.lo if low and low.lo is not None and (array.lo is None or low.lo > array.lo) else array.lo
    hi = high.hi if high and high.hi is not None and (array.hi is None or high.hi < array.hi) else array.hi
    return replace(array, lo=lo, hi=hi, steps=(*array.steps, call.node), at=call.node)


@method_of(Array, "squeeze", params="axis")
def _squeeze(call: Call) -> AnyValue:
    array: Array = call.owner
    axis = call.bind(("axis",)).get("axis")
    if array.shape is None or any(d is None for d in array.shape):
        return replace(array, shape=None, origin=call.node, at=call.node)
    if axis is None:
        shape = tuple(d for d in array.shape if d != 1)
    else:
        place = const_int(axis.value)
        if place is None:
            return replace(array, shape=None, origin=call.node, at=call.node)
        shape = tuple(d for i, d in enumerate(array.shape) if i != place % len(array.shape))
    return replace(array, shape=shape, origin=call.node, at=call.node)


@method_of(Array, "transpose", "permute")
def _transpose(call: Call) -> AnyValue:
    array: Array = call.owner
    call.bind(())
    values = call.values
    axes = as_shape(values[0]) if len(values) == 1 else tuple(as_dim(v) for v in values) if values else None
    return transposed(array, axes, call.node)


def transposed(array: Array, axes: Sequence[Dim] | None, node: ast.expr) -> Array:
    shape: Shape | None = None
    if array.shape is not None:
        if axes is None:
            shape = tuple(reversed(array.shape))
        elif len(axes) == len(array.shape) and all(isinstance(a, int) for a in axes):
            shape = tuple(array.shape[a] for a in axes if isinstance(a, int))
    return replace(array, shape=shape, origin=node, at=node)


@method_of(Array, "repeat", "tile")
def _other_shape(call: Call) -> AnyValue:
    array: Array = call.owner
    return replace(array, shape=None, origin=call.node, at=call.node)


@method_of(Array, "sum", "mean", "max", "min", "std", "var", "prod", "argmax", "argmin", params="axis")
def _reduce(call: Call) -> AnyValue:
    bound = call.bind(("axis",))
    axis = bound.get("axis") or bound.get("dim")
    result = reduced(call.owner, axis.value if axis else None, bool(call.const("keepdims")))
    if call.name.startswith("arg") and isinstance(result, Array):
        top = last_index(call.owner, axis.value if axis else None)
        return replace(result, dtype="int64", lo=0, hi=top, at=call.node)
    if call.name in ("max", "min") and isinstance(result, Number):
        return Number(call.owner.dtype or "float64", call.owner.lo, call.owner.hi)
    if isinstance(result, Array) and (call.owner.is_float or call.name in ("max", "min")):
        return replace(result, dtype=call.owner.dtype, origin=call.node, at=call.node)
    return result


@method_of(Array, "tolist")
def _tolist(call: Call) -> AnyValue:
    array: Array = call.owner
    if not array.shape:
        return UNKNOWN
    inner: AnyValue = Number(array.dtype or "float64", array.lo, array.hi)
    for dim in reversed(array.shape):
        inner = PyList(None, inner, dim if isinstance(dim, int) else None, at=call.node)
    return inner


@method_of(Array, "float", "double", "long", "int", "half")
def _torch_cast(call: Call) -> AnyValue:
    names = {"float": "float32", "double": "float64", "long": "int64", "int": "int32", "half": "float16"}
    return cast(call, call.owner, names[call.name])


@method_of(Array, "unsqueeze", params="dim")
def _unsqueeze(call: Call) -> AnyValue:
    call.bind(("dim",))
    return expanded(call.owner, call.int("dim"), call.node)


@method_of(Array, "item")
def _item(call: Call) -> AnyValue:
    return Number(call.owner.dtype or "float64", call.owner.lo, call.owner.hi)


@method_of(Array, "size", "dim", params="dim")
def _size(call: Call) -> AnyValue:
    shape = call.owner.shape
    call.bind(("dim",))
    if shape is None:
        return UNKNOWN
    if call.name == "dim":
        return Const(len(shape))
    place = call.int("dim")
    if place is None:
        return Tuple(tuple(dim_value(d) for d in shape))
    return dim_value(shape[place]) if -len(shape) <= place < len(shape) else UNKNOWN


def attribute(array: Array, name: str, node: ast.expr) -> AnyValue | None:
    """`array.shape`, `.T`, `.dtype` ...; None for a method."""
    if (Array, name) in METHODS and name != "size":
        return None
    match name:
        case "shape":
            if array.shape is None:
                return UNKNOWN
            return Tuple(tuple(dim_value(d) for d in array.shape))
        case "T":
            return transposed(array, None, node)
        case "dtype":
            return Const(array.dtype) if array.dtype and "|" not in array.dtype else UNKNOWN
        case "ndim":
            return UNKNOWN if array.shape is None else Const(len(array.shape))
        case "size":
            if array.lib == "torch":
                return None
            size = None if array.shape is None else size_of(array.shape)
            return UNKNOWN if size is None else Const(size)
        case "values":
            return replace(array, lib="numpy", at=node)
    return None
