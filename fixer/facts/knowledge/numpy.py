"""What NumPy's functions give."""

from __future__ import annotations

import math
from dataclasses import replace

from fixer.facts.call import Call
from fixer.facts.knowledge.arrays import (
    array_from,
    clipped,
    concatenated,
    expanded,
    last_index,
    matmul,
    reduced,
    reshaped,
    transposed,
)
from fixer.facts.knowledge.registry import dtype_of, function
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Const,
    Number,
    PyList,
    Ref,
    Shape,
    Tuple,
    Varying,
    as_dim,
    as_number,
    as_shape,
    const,
    const_int,
    elements,
)


def fresh(
    call: Call, shape: Shape | None, dtype: str | None, lo: float | None = None, hi: float | None = None
) -> Array:
    """An array that this call makes."""
    return Array(shape, dtype, lo, hi, origin=call.node, at=call.node)


@function("numpy.random.rand", "numpy.random.randn")
def _rand(call: Call) -> AnyValue:
    call.bind(())
    lo, hi = (0, 1) if call.name.endswith("rand") else (None, None)
    if not call.positional:
        return Number("float64", lo, hi, call.node)
    return fresh(call, tuple(as_dim(v) for v in call.values), "float64", lo, hi)


def _sized(call: Call, dtype: str, lo: float | None, hi: float | None) -> AnyValue:
    size = call.value("size")
    if size is None or const(size, 0) is None:
        return Number(dtype, lo, hi, call.node)
    return fresh(call, as_shape(size), dtype, lo, hi)


@function(
    "numpy.random.random",
    "numpy.random.random_sample",
    "numpy.random.ranf",
    "numpy.random.sample",
    params="size",
)
def _random(call: Call) -> AnyValue:
    call.bind(("size",))
    return _sized(call, "float64", 0, 1)


@function("numpy.random.normal", "numpy.random.laplace", "numpy.random.lognormal", params="loc scale size")
def _normal(call: Call) -> AnyValue:
    call.bind(("loc", "scale", "size"))
    return _sized(call, "float64", None, None)


@function("numpy.random.standard_normal", params="size")
def _standard_normal(call: Call) -> AnyValue:
    call.bind(("size",))
    return _sized(call, "float64", None, None)


@function("numpy.random.poisson", params="lam size")
def _poisson(call: Call) -> AnyValue:
    call.bind(("lam", "size"))
    return _sized(call, "int64", 0, None)


@function("numpy.random.uniform", params="low high size")
def _uniform(call: Call) -> AnyValue:
    call.bind(("low", "high", "size"))
    lo, hi = call.const("low", 0), call.const("high", 1)
    return _sized(call, "float64", lo, hi)


@function("numpy.random.randint", "numpy.random.random_integers", params="low high size dtype")
def _randint(call: Call) -> AnyValue:
    call.bind(("low", "high", "size", "dtype"))
    low, high = as_number(call.value("low") or UNKNOWN), as_number(call.value("high") or UNKNOWN)
    if (high is None and const(call.value("high"), 0) is None) or call.value("high") is None:
        low, high = Number("int64", 0, 0), low
    lo = low.lo if low else None
    hi = high.hi if high else None
    if hi is not None and call.name.endswith("randint"):
        hi = hi - 1
    return _sized(call, dtype_of(call.value("dtype")) or "int64", lo, hi)


@function("numpy.random.binomial", params="n p size")
def _binomial(call: Call) -> AnyValue:
    call.bind(("n", "p", "size"))
    return _sized(call, "int64", 0, call.const("n"))


@function("random.randint", params="a b")
def _py_randint(call: Call) -> AnyValue:
    call.bind(("a", "b"))
    low, high = as_number(call.value("a") or UNKNOWN), as_number(call.value("b") or UNKNOWN)
    return Number("int64", low.lo if low else None, high.hi if high else None, call.node)


@function("random.randrange", params="start stop step")
def _randrange(call: Call) -> AnyValue:
    call.bind(("start", "stop", "step"))
    start, stop = call.const("start", 0), call.const("stop")
    if stop is None:
        start, stop = 0, start
    hi = stop - 1 if isinstance(stop, int) else None
    return Number("int64", start if isinstance(start, int) else None, hi, call.node)


@function("random.random", "random.uniform", "random.gauss")
def _py_random(call: Call) -> AnyValue:
    call.bind(("a", "b"))
    if call.name == "random.random":
        return Number("float64", 0, 1, call.node)
    return Number("float64", call.const("a"), call.const("b"), call.node)


@function("random.choice", params="seq")
def _py_choice(call: Call) -> AnyValue:
    call.bind(("seq",))
    return _chosen(call, call.value("seq"))


def _chosen(call: Call, options: AnyValue | None) -> AnyValue:
    items = elements(options) if options is not None else None
    if not items:
        return call.interp.element_of(options) if options is not None else UNKNOWN
    numbers = [as_number(item) for item in items]
    if any(n is None or n.lo is None or n.hi is None for n in numbers):
        return UNKNOWN
    lows = [n.lo for n in numbers if n and n.lo is not None]
    highs = [n.hi for n in numbers if n and n.hi is not None]
    dtype = "int64" if all(n and n.is_int for n in numbers) else "float64"
    return Number(dtype, min(lows), max(highs), call.node)


@function("random.sample", "random.choices", params="population k")
def _py_sample(call: Call) -> AnyValue:
    return UNKNOWN


@function("numpy.random.choice", params="a size replace p")
def _choice(call: Call) -> AnyValue:
    call.bind(("a", "size", "replace", "p"))
    source = call.value("a")
    size = call.value("size")
    count = const_int(source)
    if size is None or const(size, 0) is None:
        if count is not None:
            return Number("int64", 0, count - 1, call.node)
        return _chosen(call, source)
    shape = as_shape(size)
    array = array_from(source) if source is not None else None
    if array is not None and array.shape != ():
        return fresh(call, shape, array.dtype, array.lo, array.hi)
    return fresh(call, shape, "int64", 0, None if count is None else count - 1)


@function("numpy.random.permutation", params="x")
def _permutation(call: Call) -> AnyValue:
    call.bind(("x",))
    value = call.value("x")
    count = const_int(value)
    if isinstance(value, Array):
        return replace(value, at=call.node)
    return fresh(call, (count,), "int64", 0, None if count is None else count - 1)


@function("numpy.random.default_rng", "numpy.random.RandomState", "numpy.random.Generator")
def _rng(call: Call) -> AnyValue:
    return Ref("numpy.random.generator")


@function("numpy.random.generator.integers", params="low high size dtype")
def _integers(call: Call) -> AnyValue:
    return _randint(replace_name(call, "numpy.random.randint"))


def replace_name(call: Call, name: str) -> Call:
    return replace(call, name=name)


def _generator_methods() -> None:
    """`rng.normal(...)` gives what `np.random.normal(...)` gives."""
    from fixer.facts.knowledge.registry import FUNCTIONS, PARAMETERS

    for name in list(FUNCTIONS):
        prefix, _, last = name.rpartition(".")
        if prefix == "numpy.random":
            FUNCTIONS.setdefault(f"numpy.random.generator.{last}", FUNCTIONS[name])
            PARAMETERS.setdefault(f"numpy.random.generator.{last}", PARAMETERS[name])


_generator_methods()


@function("numpy.zeros", "numpy.ones", "numpy.empty", params="shape dtype order")
def _filled(call: Call) -> AnyValue:
    call.bind(("shape", "dtype", "order"))
    value = {"zeros": 0, "ones": 1}.get(call.name.rsplit(".", 1)[-1])
    given = call.value("dtype")
    dtype = "float64" if given is None else dtype_of(given)
    return fresh(call, call.shape("shape"), dtype, value, value)


@function("numpy.full", params="shape fill_value dtype")
def _full(call: Call) -> AnyValue:
    call.bind(("shape", "fill_value", "dtype"))
    fill = as_number(call.value("fill_value") or UNKNOWN)
    dtype = dtype_of(call.value("dtype")) or (fill.dtype if fill else None)
    return fresh(call, call.shape("shape"), dtype, fill.lo if fill else None, fill.hi if fill else None)


@function("numpy.zeros_like", "numpy.ones_like", "numpy.empty_like", "numpy.full_like", params="a")
def _like(call: Call) -> AnyValue:
    call.bind(("a",))
    array = array_from(call.value("a"))
    if array is None:
        return UNKNOWN
    value = {"zeros_like": 0, "ones_like": 1}.get(call.name.rsplit(".", 1)[-1])
    dtype = dtype_of(call.value("dtype")) or array.dtype
    return fresh(call, array.shape, dtype, value, value)


@function("numpy.eye", "numpy.identity", params="N M k dtype")
def _eye(call: Call) -> AnyValue:
    call.bind(("N", "M", "k", "dtype"))
    rows = call.int("N")
    columns = call.int("M") if call.value("M") is not None else rows
    dtype = dtype_of(call.value("dtype")) or "float64"
    return replace(fresh(call, (rows, columns), dtype, 0, 1), one_hot=True)


@function("numpy.arange", params="start stop step dtype")
def _arange(call: Call) -> AnyValue:
    call.bind(("start", "stop", "step", "dtype"))
    start, stop, step = call.const("start"), call.const("stop"), call.const("step", 1)
    if call.value("stop") is None:
        start, stop = 0, start
    dtype = dtype_of(call.value("dtype"))
    if not all(isinstance(v, (int, float)) for v in (start, stop, step)) or not step:
        whole = dtype or ("int64" if as_number(call.value("start") or UNKNOWN) else None)
        return fresh(call, (None,), whole)
    count = max(0, math.ceil((stop - start) / step))
    whole = "int64" if all(isinstance(v, int) for v in (start, stop, step)) else "float64"
    last = start + step * max(count - 1, 0)
    return fresh(call, (count,), dtype or whole, min(start, last), max(start, last))


@function("numpy.linspace", "numpy.logspace", params="start stop num")
def _linspace(call: Call) -> AnyValue:
    call.bind(("start", "stop", "num"))
    count = 50 if call.value("num") is None else as_dim(call.value("num"))
    lo, hi = call.const("start"), call.const("stop")
    if not isinstance(lo, (int, float)) or not isinstance(hi, (int, float)) or "log" in call.name:
        lo = hi = None
    return fresh(call, (count,), "float64", lo, hi)


@function("numpy.array", "numpy.asarray", "numpy.ascontiguousarray", "numpy.asanyarray", params="object dtype")
def _array(call: Call) -> AnyValue:
    call.bind(("object", "dtype"))
    value = call.value("object")
    array = array_from(value) if value is not None else None
    dtype = dtype_of(call.value("dtype"))
    if array is None:
        return fresh(call, None, dtype)
    if isinstance(value, Array) and value.lib == "numpy":
        return replace(array, dtype=dtype or array.dtype, at=call.node)
    if "object" in (array.dtypes or ()):
        dtype = "object"
    if dtype == "object" and any(isinstance(size, Varying) for size in (array.shape or ())[1:]):
        return fresh(call, (array.shape or ())[:1], dtype)  # rows of unequal length are objects of their own
    return replace(array, dtype=dtype or array.dtype, lib="numpy", origin=call.node, at=call.node)


@function("numpy.reshape", params="a newshape")
def _reshape(call: Call) -> AnyValue:
    call.bind(("a", "newshape"))
    array = array_from(call.value("a"))
    new = call.shape("newshape") or call.shape("shape")
    if array is None:
        return fresh(call, new if new is not None and -1 not in new else None, None)
    shape = reshaped(array.shape, new) if new is not None else None
    return replace(array, shape=shape, origin=call.node, at=call.node, steps=(*array.steps, call.node))


@function("numpy.expand_dims", params="a axis")
def _expand_dims(call: Call) -> AnyValue:
    call.bind(("a", "axis"))
    array = array_from(call.value("a"))
    return UNKNOWN if array is None else expanded(array, call.int("axis"), call.node)


@function("numpy.squeeze", "numpy.ravel", params="a axis")
def _squeeze(call: Call) -> AnyValue:
    call.bind(("a", "axis"))
    array = array_from(call.value("a"))
    if array is None:
        return UNKNOWN
    return call.interp.attribute_call(array, call.name.rsplit(".", 1)[-1], call)


@function("numpy.transpose", params="a axes")
def _transpose(call: Call) -> AnyValue:
    call.bind(("a", "axes"))
    array = array_from(call.value("a"))
    return UNKNOWN if array is None else transposed(array, call.shape("axes"), call.node)


@function(
    "numpy.swapaxes",
    "numpy.moveaxis",
    "numpy.rollaxis",
    "numpy.rot90",
    "numpy.pad",
    "numpy.resize",
    params="a",
)
def _other_shape(call: Call) -> AnyValue:
    call.bind(("a",))
    array = array_from(call.value("a"))
    return UNKNOWN if array is None else replace(array, shape=None, origin=call.node, at=call.node)


@function("numpy.concatenate", params="arrays axis")
def _concatenate(call: Call) -> AnyValue:
    call.bind(("arrays", "axis"))
    parts = elements(call.value("arrays"))
    axis = 0 if call.value("axis") is None else call.int("axis")
    if parts is None or axis is None:
        inner = call.interp.element_of(call.value("arrays"))
        if isinstance(inner, Array) and inner.shape and axis == 0:
            return replace(inner, shape=(None, *inner.shape[1:]), origin=call.node, at=call.node)
        return fresh(call, None, None)
    return concatenated(parts, axis, call.node)


@function("numpy.vstack", "numpy.row_stack", params="tup")
def _vstack(call: Call) -> AnyValue:
    call.bind(("tup",))
    parts = elements(call.value("tup")) or []
    arrays = [array_from(p) for p in parts]
    if any(a is None or a.rank is None or a.rank < 2 for a in arrays):
        return fresh(call, None, None)
    return concatenated(list(parts), 0, call.node)


@function("numpy.hstack", "numpy.column_stack", params="tup")
def _hstack(call: Call) -> AnyValue:
    call.bind(("tup",))
    parts = elements(call.value("tup")) or []
    arrays = [array_from(p) for p in parts]
    if any(a is None or a.rank is None or a.rank < 2 for a in arrays):
        return fresh(call, None, None)
    return concatenated(list(parts), 1, call.node)


@function("numpy.stack", params="arrays axis")
def _stack(call: Call) -> AnyValue:
    call.bind(("arrays", "axis"))
    array = array_from(call.value("arrays"))
    axis = 0 if call.value("axis") is None else call.int("axis")
    if array is None or array.shape is None or axis is None:
        return fresh(call, None, None)
    first, rest = array.shape[0], array.shape[1:]
    place = axis if axis >= 0 else len(rest) + 1 + axis
    shape = (*rest[:place], first, *rest[place:])
    return replace(array, shape=shape, origin=call.node, at=call.node)


@function("numpy.dot", "numpy.matmul", params="a b")
def _dot(call: Call) -> AnyValue:
    call.bind(("a", "b"))
    a, b = array_from(call.value("a")), array_from(call.value("b"))
    return fresh(call, matmul(a.shape if a else None, b.shape if b else None), "float64")


@function(
    "numpy.sin",
    "numpy.cos",
    "numpy.tanh",
    "numpy.exp",
    "numpy.log",
    "numpy.log1p",
    "numpy.sqrt",
    "numpy.square",
    "numpy.abs",
    "numpy.absolute",
    "numpy.round",
    "numpy.around",
    "numpy.floor",
    "numpy.ceil",
    "numpy.sign",
    "numpy.nan_to_num",
    "numpy.power",
    "numpy.flip",
    "numpy.fliplr",
    "numpy.flipud",
    "numpy.roll",
    "numpy.sort",
    "numpy.log10",
    "numpy.sinc",
    params="a b",
)
def _elementwise(call: Call) -> AnyValue:
    call.bind(("a", "b"))
    value = call.value("a")
    array = array_from(value) if value is not None else None
    name = call.name.rsplit(".", 1)[-1]
    lo: float | None
    hi: float | None
    lo, hi = (-1, 1) if name in ("sin", "cos", "tanh") else (None, None)
    if array is None or array.shape == ():
        rounded = {"ceil": math.ceil, "floor": math.floor}.get(name)
        exact = const(value)
        if rounded is not None and isinstance(exact, (int, float)) and math.isfinite(exact):
            return Const(float(rounded(exact)))
        return Number("float64", lo, hi) if as_number(value or UNKNOWN) else UNKNOWN
    keeps = name in (
        "abs",
        "absolute",
        "round",
        "around",
        "flip",
        "fliplr",
        "flipud",
        "roll",
        "sort",
        "nan_to_num",
    )
    if keeps and name not in ("abs", "absolute"):
        return replace(array, at=call.node)
    dtype = array.dtype if keeps or array.is_float or name in ("square", "power", "sign") else "float64"
    return replace(array, dtype=dtype, lo=lo, hi=hi, steps=(*array.steps, call.node), at=call.node)


@function(
    "numpy.sum",
    "numpy.mean",
    "numpy.max",
    "numpy.min",
    "numpy.std",
    "numpy.var",
    "numpy.amax",
    "numpy.amin",
    "numpy.argmax",
    "numpy.argmin",
    "numpy.prod",
    "numpy.median",
    "numpy.any",
    "numpy.all",
    params="a axis",
)
def _reduction(call: Call) -> AnyValue:
    call.bind(("a", "axis"))
    array = array_from(call.value("a"))
    if array is None:
        return UNKNOWN
    result = reduced(array, call.value("axis"), bool(call.const("keepdims")))
    if "arg" in call.name and isinstance(result, Array):
        return replace(result, dtype="int64", lo=0, hi=last_index(array, call.value("axis")), origin=call.node)
    if isinstance(result, Array) and call.name.endswith(("sum", "mean", "std", "max", "min")):
        dtype = array.dtype if array.dtype and call.name.endswith(("max", "min")) else None
        if dtype is None and array.dtype:
            dtype = array.dtype if array.is_float or (array.is_int and call.name.endswith("sum")) else "float64"
        return replace(result, dtype=dtype, origin=call.node)
    if call.name.endswith(("max", "min", "amax", "amin")) and isinstance(result, Number):
        return Number(array.dtype or "float64", array.lo, array.hi)
    return result


@function("numpy.clip", params="a a_min a_max")
def _clip(call: Call) -> AnyValue:
    call.bind(("a", "a_min", "a_max"))
    array = array_from(call.value("a") or UNKNOWN)
    if array is None or array.shape == ():
        return Number("float64") if array is not None else UNKNOWN
    return clipped(call, array)


@function("numpy.where", params="condition x y")
def _where(call: Call) -> AnyValue:
    call.bind(("condition", "x", "y"))
    condition, x, y = (call.value(n) for n in ("condition", "x", "y"))
    if x is None or y is None or not isinstance(condition, Array):
        return UNKNOWN
    a, b = array_from(x), array_from(y)
    if a is None or b is None:
        return fresh(call, condition.shape, None)
    lows, highs = (a.lo, b.lo), (a.hi, b.hi)
    if any(part.lo != part.hi for part in (a, b)):
        # Which of an array's values are left is not known.
        lows = highs = (None, None)
    lo = None if None in lows else min(v for v in lows if v is not None)
    hi = None if None in highs else max(v for v in highs if v is not None)
    return fresh(call, condition.shape, a.dtype if a.dtype == b.dtype else None, lo, hi)


@function("numpy.unique", params="ar")
def _unique(call: Call) -> AnyValue:
    call.bind(("ar",))
    array = array_from(call.value("ar"))
    values = fresh(call, (None,), array.dtype if array else None)
    if call.const("return_inverse") is True and not call.bound.keys() & {"return_counts", "return_index", "axis"}:
        return Tuple((values, fresh(call, array.shape if array else None, "int64", 0)), at=call.node)
    return UNKNOWN if len(call.bound) > 1 else values


@function("numpy.load", "numpy.loadtxt", "numpy.genfromtxt", "numpy.fromfile", "numpy.frombuffer", "numpy.loads")
def _loaded(call: Call) -> AnyValue:
    call.bind(("file",))
    dtype = "float64" if call.name.endswith(("txt",)) and call.value("dtype") is None else dtype_of(call.value("dtype"))
    return fresh(call, None, dtype)


@function("numpy.float32", "numpy.float64", "numpy.int32", "numpy.int64", "numpy.uint8", params="value")
def _scalar(call: Call) -> AnyValue:
    call.bind(("value",))
    value = call.value("value")
    dtype = call.name.rsplit(".", 1)[-1]
    if isinstance(value, Array):
        return replace(value, dtype=dtype, at=call.node)
    number = as_number(value) if value is not None else None
    return Number(dtype, number.lo, number.hi) if number else UNKNOWN


@function("numpy.split", "numpy.array_split", params="ary indices_or_sections axis")
def _split(call: Call) -> AnyValue:
    """A list of parts: as many as asked for, equal in size where that comes out even."""
    call.bind(("ary", "indices_or_sections", "axis"))
    array, wanted = array_from(call.value("ary")), call.value("indices_or_sections")
    cuts = elements(wanted) if wanted is not None else None
    count = const_int(wanted) if cuts is None else len(cuts) + 1
    part: AnyValue = UNKNOWN
    if array is not None and array.shape and (call.value("axis") is None or call.int("axis") == 0):
        rows = array.shape[0]
        even = isinstance(rows, int) and cuts is None and count and rows % count == 0
        size = rows // count if even and isinstance(rows, int) and count else None
        part = replace(array, shape=(size, *array.shape[1:]), at=call.node)
    return PyList(None, part, count, at=call.node, depth=len(call.interp.frames))


@function("numpy.meshgrid", "numpy.nonzero", "numpy.argsort", params="a")
def _argsort(call: Call) -> AnyValue:
    call.bind(("a",))
    array = array_from(call.value("a")) if call.name.endswith("argsort") else None
    return UNKNOWN if array is None else fresh(call, array.shape, "int64", 0)


@function("numpy.random.shuffle", "numpy.random.seed", "random.shuffle", "random.seed")
def _in_place(call: Call) -> AnyValue:
    return Tuple(())


@function("numpy.random.multinomial", "numpy.random.dirichlet", "numpy.random.multivariate_normal")
def _distribution(call: Call) -> AnyValue:
    return UNKNOWN
