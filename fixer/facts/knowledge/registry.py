"""Where knowledge of libraries is kept: what each function, class and method gives.

A handler gets the `Call` and gives back a value, or `UNKNOWN`. Every handler
names the parameters in the library's own order, so that arguments by place and
by keyword are alike.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from fixer.facts.call import Call
from fixer.facts.values import AnyValue, Array, Const, Number, Ref, const

Handler: TypeAlias = Callable[[Call], AnyValue]

FUNCTIONS: dict[str, Handler] = {}
PARAMETERS: dict[str, tuple[str, ...]] = {}
METHODS: dict[tuple[type, str], Handler] = {}
METHOD_PARAMETERS: dict[tuple[type, str], tuple[str, ...]] = {}


def function(*names: str, params: str = "") -> Callable[[Handler], Handler]:
    """Register what a call of these library functions gives."""

    def register(handler: Handler) -> Handler:
        for name in names:
            FUNCTIONS[name] = handler
            PARAMETERS[name] = tuple(params.split())
        return handler

    return register


def signature(names: str, params: str) -> None:
    """Only the parameters' order of functions whose result is not modelled."""
    for name in names.split():
        PARAMETERS.setdefault(name, tuple(params.split()))


def method_of(kind: type, *names: str, params: str = "") -> Callable[[Handler], Handler]:
    """Register what a method gives, by the class of the value that it is called on."""

    def register(handler: Handler) -> Handler:
        for name in names:
            METHODS[kind, name] = handler
            METHOD_PARAMETERS[kind, name] = tuple(params.split())
        return handler

    return register


_DTYPES = {
    "float": "float64",
    "int": "int64",
    "bool": "bool",
    "double": "float64",
    "single": "float32",
    "half": "float16",
    "float_": "float64",
    "int_": "int64",
    "bool_": "bool",
    "long": "int64",
    "f4": "float32",
    "f8": "float64",
    "i4": "int32",
    "i8": "int64",
    "u1": "uint8",
    "f": "float32",
    "d": "float64",
    "i": "int32",
    "O": "object",
    "str": "string",
    "str_": "string",
}
_TORCH_DTYPES = {"float": "float32", "int": "int32"}
_KNOWN = (
    "float16 float32 float64 bfloat16 int8 int16 int32 int64 uint8 uint16 uint32 uint64 bool complex64 string object"
).split()


def dtype_of(value: AnyValue | None) -> str | None:
    """The dtype that an argument names: `"float32"`, `np.float32`, `float`, `tf.float32`."""
    text = const(value) if isinstance(value, Const) else None
    if text is None and isinstance(value, Ref):
        text = value.name.rsplit(".", 1)[-1]
        if value.name == "keras.backend.floatx":
            return "float32"
        if value.name.startswith("torch."):
            text = _TORCH_DTYPES.get(text, text)
    if not isinstance(text, str):
        return None
    text = text.strip("<>=|")
    text = _DTYPES.get(text, text)
    return text if text in _KNOWN else None


def bounds(value: AnyValue | None) -> tuple[float | None, float | None]:
    """The least and greatest value that is known for an array, number or constant."""
    if isinstance(value, (Array, Number)):
        return value.lo, value.hi
    if isinstance(value, Const) and isinstance(value.value, (int, float)):
        return value.value, value.value
    return None, None
