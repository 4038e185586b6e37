"""Abstract values: what is known of a value without its contents.

Static inference (`fixer.facts.infer`) reads them off the code; an execution can
observe the same. Every value knows the expression that made it (`at`), so that
a rule can point there and mend there. `None` for a shape, size, dtype or bound
always means "not known".
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from fixer.facts.program import Unit


@dataclass(frozen=True, slots=True)
class Varying:
    """A size that differs from one evaluation to the next, within `lo..hi` (inclusive)."""

    lo: int | None
    hi: int | None
    at: ast.expr | None = None
    """The expression whose value varies: the draw, or the place where branches meet."""
    random: bool = False
    """True where the size is drawn at random; False where branches or batches disagree."""

    def __str__(self) -> str:
        if self.lo is not None and self.hi is not None:
            return f"{self.lo}..{self.hi}"
        return "varying"


Dim: TypeAlias = int | Varying | None
Shape: TypeAlias = tuple[Dim, ...]


class AnyValue:
    """Whatever a variable can hold. Look at the class before asking for more."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Value(AnyValue):
    """A value without an identity of its own. Used as it is where nothing is known."""

    at: ast.expr | None = field(default=None, compare=False, kw_only=True)


UNKNOWN = Value()


@dataclass(frozen=True, slots=True)
class Const(Value):
    """A Python constant known exactly: int, float, str, bytes, bool, None."""

    value: Any = None


@dataclass(frozen=True, slots=True)
class Linear:
    """`sum(coefficient * symbol) + constant`: enough to see that `X[i:i + 32]` holds 32 rows."""

    terms: tuple[tuple[int, float], ...]
    constant: float = 0


@dataclass(frozen=True, slots=True)
class Number(Value):
    """A Python or NumPy scalar that is not known exactly."""

    dtype: str = "int64"
    lo: float | None = None
    hi: float | None = None
    random: ast.expr | None = field(default=None, compare=False)
    """The draw, if the number is drawn at random each time the code runs."""
    linear: Linear | None = None

    @property
    def is_int(self) -> bool:
        return self.dtype.startswith(("int", "uint", "bool"))


@dataclass(frozen=True, slots=True)
class Array(Value):
    """An array or tensor: NumPy's, TensorFlow's, torch's, or a symbolic Keras tensor."""

    shape: Shape | None = None
    dtype: str | None = None
    """NumPy's name; several joined by `|` where it differs from batch to batch."""
    lo: float | None = None
    hi: float | None = None
    lib: str = "numpy"
    """`numpy`, `tensorflow`, `torch`, `pandas`, `keras` (symbolic)."""
    one_hot: bool = False
    origin: ast.expr | None = field(default=None, compare=False)
    """The expression that gave the values of one sample their present shape: where to mend it."""
    steps: tuple[ast.expr, ...] = field(default=(), compare=False)
    """Reshapes, casts and scalings since then, oldest first."""
    tensor: Any = field(default=None, compare=False)
    """For symbolic tensors: the `Node` of the graph that makes it."""

    @property
    def rank(self) -> int | None:
        return None if self.shape is None else len(self.shape)

    @property
    def dtypes(self) -> tuple[str, ...]:
        return () if self.dtype is None else tuple(self.dtype.split("|"))

    @property
    def is_int(self) -> bool:
        return bool(self.dtypes) and all(d.startswith(("int", "uint")) for d in self.dtypes)

    @property
    def is_float(self) -> bool:
        return bool(self.dtypes) and all(d.startswith(("float", "bfloat")) for d in self.dtypes)

    @property
    def sample_shape(self) -> Shape | None:
        """The shape without the batch axis."""
        return None if self.shape is None or not self.shape else self.shape[1:]


@dataclass(frozen=True, slots=True)
class Tuple(Value):
    items: tuple[AnyValue, ...] = ()


@dataclass(eq=False, slots=True)
class PyList(AnyValue):
    """A Python list: mutable, so an object with an identity rather than a frozen value."""

    items: list[AnyValue] | None = None
    """The elements, or None where only `element` and `length` are known."""
    element: AnyValue = UNKNOWN
    length: int | None = None
    at: ast.expr | None = None
    depth: int = 0
    """How many undecided branches and loops enclosed its creation."""
    opaque: bool = False
    """True once code that is not followed may have changed it."""
    growing: bool = False
    """True inside a loop that adds to it or takes from it: its size differs from one iteration to the next."""

    def size(self) -> int | None:
        return None if self.growing else self.final_size()

    def final_size(self) -> int | None:
        """The size that it has behind the loop that it is growing in."""
        if self.opaque:
            return None
        return len(self.items) if self.items is not None else self.length

    def any_element(self) -> AnyValue:
        if self.opaque:
            return UNKNOWN
        if self.items is None:
            return self.element
        lists = [item for item in self.items if isinstance(item, PyList)]
        if lists and len(lists) == len(self.items):
            sizes = {each.size() for each in lists}
            element = join_all(each.any_element() for each in lists)
            return PyList(None, element, sizes.pop() if len(sizes) == 1 else None)
        return join_all(self.items) if self.items else UNKNOWN


@dataclass(eq=False, slots=True)
class PyDict(AnyValue):
    items: dict[Any, AnyValue] | None = None
    at: ast.expr | None = None


@dataclass(eq=False, slots=True)
class Function(AnyValue):
    """A function or lambda of the user's own."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    scope: Any
    unit: Unit
    bound: AnyValue | None = None
    """`self`, for a method."""
    owner: Class | None = None
    at: ast.expr | None = None
    defaults: dict[str, AnyValue] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Class(AnyValue):
    """A class of the user's own. `bases` are canonical names or other `Class`es."""

    node: ast.ClassDef
    scope: Any
    unit: Unit
    bases: tuple[AnyValue, ...] = ()
    attrs: dict[str, AnyValue] = field(default_factory=dict)
    at: ast.expr | None = None

    def derives_from(self, *names: str) -> bool:
        for base in self.bases:
            if isinstance(base, Ref) and base.name in names:
                return True
            if isinstance(base, Class) and base.derives_from(*names):
                return True
        return False

    def find(self, name: str) -> AnyValue | None:
        if name in self.attrs:
            return self.attrs[name]
        for base in self.bases:
            if isinstance(base, Class) and (found := base.find(name)) is not None:
                return found
        return None


@dataclass(eq=False, slots=True)
class Instance(AnyValue):
    cls: Class
    attrs: dict[str, AnyValue] = field(default_factory=dict)
    at: ast.expr | None = None
    model: Any = None
    """The `ModelState`, where the class derives from `keras.Model`."""


@dataclass(frozen=True, slots=True)
class Ref(Value):
    """Something of a library, by its canonical dotted name: `numpy.random.rand`."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Method(Value):
    """A method of a value that the knowledge modules know, not called yet."""

    owner: AnyValue = UNKNOWN
    name: str = ""


@dataclass(frozen=True, slots=True)
class Super(Value):
    instance: Instance | None = None
    owner: Class | None = None


@dataclass(frozen=True, slots=True)
class Yield:
    """One `yield` of a generator (or `return` of `__getitem__`) and what it gives."""

    node: ast.expr
    value: AnyValue


@dataclass(eq=False, slots=True)
class Batches(AnyValue):
    """What a generator, a Sequence or a dataset feeds to a model, batch by batch."""

    kind: str
    """generator, sequence, dataset, directory, iterator; `stream` where only its batches were seen"""
    element: AnyValue = UNKNOWN
    """One batch as yielded: usually `Tuple(x, y)`; several yields joined."""
    yields: tuple[Yield, ...] = ()
    length: float | None = None
    """All batches that it gives: a number, `math.inf`, or None where not known."""
    finite: bool | None = None
    """Whether a pass surely ends; None where not known."""
    restarts: bool = False
    """Whether each epoch starts it anew (Sequence, re-iterable dataset), as opposed to a generator."""
    function: Function | None = None
    at: ast.expr | None = None
    loop: ast.For | ast.While | None = None
    """The outermost loop around the yields, where there is exactly one."""
    bindings: dict[str, ast.expr] = field(default_factory=dict)
    """For a generator function: parameter name to the argument expression of this call."""
    options: dict[str, AnyValue] = field(default_factory=dict)
    """For a directory iterator: target_size, color_mode, class_mode, batch_size ..."""
    samples: int | None = None
    classes: int | None = None
    """Folders that a reader of image folders found."""
    batch_size: int | None = None
    per_pass: int | None = None
    """Batches in one round of a generator's loop inside its endless one; all where there is no endless one."""


def const(value: AnyValue | None, default: Any = None) -> Any:
    """The Python constant that `value` is, else `default`."""
    return value.value if isinstance(value, Const) else default


def const_int(value: AnyValue | None) -> int | None:
    v = const(value)
    return v if isinstance(v, int) and not isinstance(v, bool) else None


def as_dim(value: AnyValue | None) -> Dim:
    """A number in the place of an array's size."""
    if isinstance(value, Const):
        v = value.value
        return int(v) if isinstance(v, (int, float)) and not isinstance(v, bool) and v == v // 1 else None
    if isinstance(value, Number) and value.random is not None:
        lo = None if value.lo is None else int(value.lo)
        hi = None if value.hi is None else int(value.hi)
        return Varying(lo, hi, value.random, random=True) if lo is None or lo != hi else lo
    return None


def as_shape(value: AnyValue | None) -> Shape | None:
    """A tuple, list or number in the place of a shape argument."""
    if isinstance(value, Tuple):
        return tuple(as_dim(item) for item in value.items)
    if isinstance(value, PyList) and value.items is not None and not value.opaque:
        return tuple(as_dim(item) for item in value.items)
    if isinstance(value, Const) and isinstance(value.value, int):
        return (value.value,)
    if isinstance(value, Number):
        return (as_dim(value),)
    return None


def elements(value: AnyValue | None) -> list[AnyValue] | None:
    """The elements of a tuple or list known one by one."""
    if isinstance(value, Tuple):
        return list(value.items)
    if isinstance(value, PyList) and not value.opaque and not value.growing:
        return None if value.items is None else list(value.items)
    return None


def join_dims(a: Dim, b: Dim, at: ast.expr | None = None) -> Dim:
    """The size that stands for both: the same, or one that varies."""
    if a == b:
        return a
    if a is None or b is None:
        return None
    random = any(isinstance(d, Varying) and d.random for d in (a, b))
    spots = [d.at for d in (a, b) if isinstance(d, Varying) and d.at is not None]
    lows = [d.lo if isinstance(d, Varying) else d for d in (a, b)]
    highs = [d.hi if isinstance(d, Varying) else d for d in (a, b)]
    lo = None if None in lows else min(x for x in lows if x is not None)
    hi = None if None in highs else max(x for x in highs if x is not None)
    return Varying(lo, hi, spots[0] if spots else at, random)


def _least(a: float | None, b: float | None, choose: Callable[[float, float], float]) -> float | None:
    return None if a is None or b is None else choose(a, b)


def join(a: AnyValue, b: AnyValue) -> AnyValue:
    """What is known of a value that is either `a` or `b`."""
    if a is b or (isinstance(a, Value) and isinstance(b, Value) and type(a) is type(b) and a == b):
        return a
    if isinstance(a, Array) and isinstance(b, Array):
        shape: Shape | None = None
        if a.shape is not None and b.shape is not None and len(a.shape) == len(b.shape):
            at = b.at or a.at
            shape = tuple(join_dims(x, y, at) for x, y in zip(a.shape, b.shape))
        dtype = None
        if a.dtype is not None and b.dtype is not None:
            dtype = "|".join(dict.fromkeys(a.dtypes + b.dtypes))
        return Array(
            shape,
            dtype,
            _least(a.lo, b.lo, min),
            _least(a.hi, b.hi, max),
            a.lib if a.lib == b.lib else "numpy",
            a.one_hot and b.one_hot,
            origin=a.origin if a.origin is b.origin else None,
            steps=a.steps if a.steps == b.steps else a.steps + b.steps,
            at=a.at if a.at is b.at else None,
        )
    if isinstance(a, Tuple) and isinstance(b, Tuple) and len(a.items) == len(b.items):
        return Tuple(tuple(join(x, y) for x, y in zip(a.items, b.items)), at=a.at)
    if _is_text(a) and _is_text(b):
        return Array((), "string")
    if (na := as_number(a)) is not None and (nb := as_number(b)) is not None:
        dtype = na.dtype if na.dtype == nb.dtype else "float64"
        return Number(dtype, _least(na.lo, nb.lo, min), _least(na.hi, nb.hi, max), na.random or nb.random)
    return UNKNOWN


def _is_text(value: AnyValue) -> bool:
    """Whether it is a string, known or not."""
    if isinstance(value, Const):
        return isinstance(value.value, str)
    return isinstance(value, Array) and value.shape == () and value.dtype == "string"


def join_all(values: Iterable[AnyValue]) -> AnyValue:
    result: AnyValue | None = None
    for value in values:
        result = value if result is None else join(result, value)
        if result is UNKNOWN:
            return UNKNOWN
    return UNKNOWN if result is None else result


def as_number(value: AnyValue | None) -> Number | None:
    """A constant or number as bounds."""
    if isinstance(value, Number):
        return value
    if isinstance(value, Const) and isinstance(value.value, (int, float)):
        if isinstance(value.value, bool):
            return Number("bool", int(value.value), int(value.value), at=value.at)
        if isinstance(value.value, float) and not math.isfinite(value.value):
            return Number("float64", at=value.at)
        dtype = "int64" if isinstance(value.value, int) else "float64"
        return Number(dtype, value.value, value.value, at=value.at)
    return None


def placed(value: AnyValue, at: ast.expr) -> AnyValue:
    """`value`, made by the expression `at`, where it does not say yet who made it."""
    if isinstance(value, Value):
        return value if value.at is not None or value is UNKNOWN else replace(value, at=at)
    if isinstance(value, (PyList, PyDict, Instance, Batches)) and value.at is None:
        value.at = at
    return value
