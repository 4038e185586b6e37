"""What Python's own functions, lists, dicts and `itertools` give."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from fixer.facts.call import Call
from fixer.facts.knowledge.registry import function, method_of
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Batches,
    Const,
    Function,
    Instance,
    Number,
    PyDict,
    PyList,
    Tuple,
    Varying,
    Yield,
    as_number,
    const,
    elements,
    join,
    join_all,
)


@function("builtins.range", params="start stop step")
def _range(call: Call) -> AnyValue:
    from fixer.facts.infer import Range

    call.bind(("start", "stop", "step"))
    values = call.values
    if len(values) == 1:
        return Range(Const(0), values[0], Const(1), at=call.node)
    if len(values) in (2, 3):
        return Range(values[0], values[1], values[2] if len(values) == 3 else Const(1), at=call.node)
    return UNKNOWN


@function("builtins.slice", params="start stop step")
def _slice(call: Call) -> AnyValue:
    from fixer.facts.infer import Slice

    call.bind(("start", "stop", "step"))
    values = call.values
    return Slice(None, values[0], at=call.node) if len(values) == 1 else Slice(*values[:3], at=call.node)


@function("builtins.len", params="obj")
def _len(call: Call) -> AnyValue:
    call.bind(("obj",))
    value = call.arg(0)
    if isinstance(value, (PyList, Tuple)):
        size = value.size() if isinstance(value, PyList) else len(value.items)
        return Number("int64", 0) if size is None else Const(size)
    if isinstance(value, Const) and isinstance(value.value, str):
        return Const(len(value.value))
    if isinstance(value, Array) and value.shape:
        dim = value.shape[0]
        if isinstance(dim, int):
            return Const(dim)
        if isinstance(dim, Varying) and dim.random:
            return Number("int64", dim.lo, dim.hi, dim.at)
    if isinstance(value, PyDict) and value.items is not None:
        return Const(len(value.items))
    if isinstance(value, Batches):
        length = value.length
        return Const(int(length)) if length is not None and length != math.inf else Number("int64", 0)
    if isinstance(value, Instance):
        found = value.cls.find("__len__")
        if isinstance(found, Function):
            from fixer.facts.infer import replace_bound

            return call.interp.call_function(replace_bound(found, value), [], {})
    return Number("int64", 0)


@function("builtins.int", "builtins.float", "math.ceil", "math.floor", "builtins.round", params="x")
def _to_number(call: Call) -> AnyValue:
    call.bind(("x",))
    value = call.arg(0)
    name = call.name.rsplit(".", 1)[-1]
    conversions: dict[str, Callable[[float], float]] = {
        "int": int,
        "float": float,
        "ceil": math.ceil,
        "floor": math.floor,
        "round": round,
    }
    convert = conversions[name]
    if isinstance(value, Array):
        return UNKNOWN
    if isinstance(value, Const) and isinstance(value.value, (int, float)):
        return Const(convert(value.value))
    number = as_number(value) if value is not None else None
    if number is None:
        return Number("float64" if name == "float" else "int64") if name in ("int", "float") else UNKNOWN
    dtype = "float64" if name == "float" else "int64"
    linear = number.linear if number.is_int else None
    return replace(number, dtype=dtype, linear=linear, random=call.node if number.random else None, at=call.node)


@function("builtins.min", "builtins.max")
def _extreme(call: Call) -> AnyValue:
    call.bind(())
    values = call.values if len(call.values) > 1 else elements(call.arg(0)) or []
    consts = [const(v) for v in values]
    if values and all(isinstance(c, (int, float)) for c in consts):
        return Const(min(consts) if call.name.endswith("min") else max(consts))
    numbers = [as_number(v) for v in values]
    if call.name.endswith("min"):
        # `min(i + 32, n)` ends a slice as `i + 32` does, but for the short last batch.
        linear = [n for n in numbers if n is not None and n.linear is not None and n.linear.terms]
        if len(linear) == 1:
            return linear[0]
    if numbers and all(n is not None for n in numbers):
        return join_all(values)
    return UNKNOWN


@function("builtins.abs", "builtins.sum", "builtins.pow", "math.sqrt", "math.log")
def _arithmetic(call: Call) -> AnyValue:
    call.bind(("x",))
    return Number("float64") if call.name.startswith("math.") else UNKNOWN


@function("builtins.list", "builtins.tuple", "builtins.sorted", "builtins.reversed", params="iterable")
def _list(call: Call) -> AnyValue:
    call.bind(("iterable",))
    depth = len(call.interp.frames)
    value = call.arg(0)
    if value is None:
        return PyList([], at=call.node, depth=depth) if call.name != "builtins.tuple" else Tuple(())
    items = elements(value)
    if items is None:
        from fixer.facts.infer import Range

        if isinstance(value, Range) and value.count is not None and value.count <= 64:
            items = call.interp._iteration_items(value)
    if items is not None and call.name in ("builtins.list", "builtins.tuple"):
        return Tuple(tuple(items)) if call.name == "builtins.tuple" else PyList(items, at=call.node, depth=depth)
    count = call.interp.count_of(value)
    length = int(count) if count is not None and count != math.inf else None
    return PyList(None, call.interp.element_of(value), length, at=call.node, depth=depth)


@function("builtins.zip")
def _zip(call: Call) -> AnyValue:
    call.bind(())
    counts = [call.interp.count_of(v) for v in call.values]
    known = [c for c in counts if c is not None and c != math.inf]
    element = Tuple(tuple(call.interp.element_of(v) for v in call.values))
    rows = [elements(v) for v in call.values]
    if rows and all(r is not None and len(r) <= 16 for r in rows):
        items: list[AnyValue] = [Tuple(tuple(row)) for row in zip(*(r for r in rows if r is not None))]
        return PyList(items, at=call.node, depth=len(call.interp.frames))
    length = min(known) if len(known) == len(counts) and known else None
    finite = any(call.interp._is_finite(v) for v in call.values) or None
    return Batches("iterator", element, (Yield(call.node, element),), length, finite, at=call.node)


@function("builtins.enumerate", params="iterable start")
def _enumerate(call: Call) -> AnyValue:
    call.bind(("iterable", "start"))
    value = call.arg(0)
    items = elements(value) if value is not None else None
    if items is not None and len(items) <= 16:
        pairs: list[AnyValue] = [Tuple((Const(i), item)) for i, item in enumerate(items)]
        return PyList(pairs, at=call.node, depth=len(call.interp.frames))
    element = Tuple((call.interp.symbol(Number("int64", 0)), call.interp.element_of(value)))
    length = call.interp.count_of(value)
    return Batches("iterator", element, (), length, call.interp._is_finite(value), at=call.node)


@function("builtins.iter", "itertools.cycle", params="iterable")
def _iter(call: Call) -> AnyValue:
    call.bind(("iterable",))
    value = call.arg(0)
    endless = call.name == "itertools.cycle"
    inner = call.interp.batches_of(value)
    element = inner.element if inner is not None else call.interp.element_of(value)
    yields = inner.yields if inner is not None else (Yield(call.node, element),)
    length = math.inf if endless else call.interp.count_of(value)
    finite = False if endless else call.interp._is_finite(value)
    if inner is not None and inner.kind == "generator" and not endless:
        return inner
    return Batches("iterator", element, yields, length, finite, at=call.node)


@function("itertools.count", params="start step")
def _count(call: Call) -> AnyValue:
    call.bind(("start", "step"))
    return Batches("iterator", call.interp.symbol(Number("int64", 0)), (), math.inf, False, at=call.node)


@function("builtins.next", params="iterator default")
def _next(call: Call) -> AnyValue:
    call.bind(("iterator", "default"))
    value = call.arg(0)
    return value.element if isinstance(value, Batches) else UNKNOWN


@function("builtins.isinstance", "builtins.hasattr", "builtins.callable")
def _undecided(call: Call) -> AnyValue:
    call.bind(())
    return UNKNOWN


@function("builtins.print", "builtins.str", "builtins.type", "builtins.repr", "builtins.format", "builtins.id")
def _harmless(call: Call) -> AnyValue:
    call.bind(())
    return UNKNOWN


@function("builtins.dict")
def _dict(call: Call) -> AnyValue:
    call.bind(())
    if call.positional or call.spread:
        return PyDict(None, at=call.node)
    return PyDict({k: a.value for k, a in call.keywords.items()}, at=call.node)


# --- lists


def extend_list(call_frames: list[object], target: PyList, added: AnyValue) -> None:
    items = elements(added)
    inside = call_frames[target.depth :]
    if not inside and target.items is not None and items is not None:
        target.items.extend(items)
        return
    size, more = target.final_size(), len(items) if items is not None else getattr(added, "length", None)
    element = added.any_element() if isinstance(added, PyList) else join_all(items or [UNKNOWN])
    target.element = element if not size and target.items == [] else join(target.any_element(), element)
    target.items = None
    target.length = _grown(size, more, inside)


def _grown(size: int | None, more: int | None, frames: list[object]) -> int | None:
    total: float | None = more
    for frame in frames:
        count = getattr(frame, "count", None) if getattr(frame, "kind", "") == "loop" else None
        total = None if total is None or count is None or count == math.inf else total * count
    return None if size is None or total is None else int(size + total)


@method_of(PyList, "append", params="object")
def _append(call: Call) -> AnyValue:
    target: PyList = call.owner
    call.bind(("object",))
    value = call.arg(0) or UNKNOWN
    inside: list[object] = list(call.interp.frames[target.depth :])
    if value is target or target.opaque:
        target.opaque = True
    elif not inside and target.items is not None:
        target.items.append(value)
    else:
        size = target.final_size()
        target.element = value if not size and target.items == [] else join(target.any_element(), value)
        if target.items == [] and target.length is None:
            size = 0
        target.length = _grown(size, 1, inside)
        target.items = None
    return Const(None)


@method_of(PyList, "extend", params="iterable")
def _extend(call: Call) -> AnyValue:
    call.bind(("iterable",))
    frames: list[object] = list(call.interp.frames)
    extend_list(frames, call.owner, call.arg(0) or UNKNOWN)
    return Const(None)


@method_of(PyList, "insert", "remove", "pop", "clear", "sort", "reverse")
def _changed(call: Call) -> AnyValue:
    target: PyList = call.owner
    call.bind(())
    if call.name in ("sort", "reverse"):
        if target.items is not None:
            target.element, target.length, target.items = join_all(target.items), len(target.items), None
        return Const(None)
    element = target.any_element()
    target.items, target.element, target.length = None, element, None
    return element if call.name == "pop" else Const(None)


@method_of(PyList, "copy")
def _copy(call: Call) -> AnyValue:
    call.bind(())
    target: PyList = call.owner
    items = list(target.items) if target.items is not None else None
    return PyList(
        items,
        target.element,
        target.length,
        at=call.node,
        depth=len(call.interp.frames),
        opaque=target.opaque,
    )


@method_of(PyDict, "get", params="key default")
def _get(call: Call) -> AnyValue:
    call.bind(("key", "default"))
    key = const(call.arg(0))
    items = call.owner.items
    return items.get(key, UNKNOWN) if items is not None and key is not None else UNKNOWN


@method_of(PyDict, "items", "keys", "values")
def _views(call: Call) -> AnyValue:
    call.bind(())
    items = call.owner.items
    if items is None:
        return UNKNOWN
    rows: list[AnyValue]
    if call.name == "items":
        rows = [Tuple((Const(k), v)) for k, v in items.items()]
    else:
        rows = [Const(k) for k in items] if call.name == "keys" else list(items.values())
    return PyList(rows, at=call.node, depth=len(call.interp.frames))


@method_of(PyDict, "update", "pop", "setdefault", "popitem", "clear")
def _dict_changed(call: Call) -> AnyValue:
    call.bind(())
    call.owner.items = None
    return UNKNOWN


@method_of(PyList, "index", "count")
def _whole(call: Call) -> AnyValue:
    call.bind(())
    return Number("int64", 0)
