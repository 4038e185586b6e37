"""What the libraries' functions, classes and methods give: one module a library.

The interpreter asks here; everything it learns of a library comes through the
functions below.
"""

from __future__ import annotations

import ast
import builtins as python_builtins
from typing import TYPE_CHECKING

from fixer.facts.call import Call
from fixer.facts.knowledge import (
    arrays,
    builtins,
    data,
    layers,
    models,
    numpy,
    others,
    tensorflow,
    torch,
    torch_data,
    torch_tensors,
)
from fixer.facts.knowledge.data import sequence_batches
from fixer.facts.knowledge.models import LayerValue, LossValue, ModelState, prepare_instance
from fixer.facts.knowledge.registry import FUNCTIONS, METHOD_PARAMETERS, METHODS, PARAMETERS
from fixer.facts.program import canonical
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Const,
    Instance,
    Method,
    Number,
    PyDict,
    PyList,
    Ref,
    Super,
    Tuple,
)

if TYPE_CHECKING:
    from fixer.facts.infer import Interpreter

__all__ = [
    "CONSTANTS",
    "LayerValue",
    "LossValue",
    "ModelState",
    "array_arithmetic",
    "data",
    "numpy",
    "prepare_instance",
    "sequence_batches",
    "tensorflow",
    "torch",
]

CONSTANTS: dict[str, AnyValue] = {
    "numpy.pi": Number("float64", 3, 4),
    "math.pi": Number("float64", 3, 4),
    "numpy.newaxis": Const(None),
    "tensorflow.newaxis": Const(None),
    "math.inf": Number("float64"),
    "numpy.inf": Number("float64"),
    "numpy.nan": Number("float64"),
}
"""Library attributes that are plain values."""

_BUILTINS = frozenset(dir(python_builtins))

_LIBRARIES = frozenset(
    """tensorflow keras tf_keras numpy torch torchvision pandas sklearn cv2 PIL skimage scipy matplotlib seaborn os sys
    random math itertools functools collections time datetime re json pickle glob pathlib argparse logging typing h5py
    tqdm jax csv shutil copy string warnings abc dataclasses enum io gc subprocess threading multiprocessing queue
    tensorflow_datasets tensorflow_hub plotly requests urllib zipfile tarfile __future__""".split()
)


def is_library(name: str) -> bool:
    """Whether a top-level module is surely no file of the project's own."""
    return name.partition(".")[0] in _LIBRARIES


def star_import(module: str) -> dict[str, AnyValue]:
    """What `from module import *` binds, as far as it is known."""
    prefix = module + "."
    names = {n.removeprefix(prefix) for n in (*PARAMETERS, *FUNCTIONS) if n.startswith(prefix)}
    if module == "keras.layers":
        names |= {"Input", *layers.NAMES, *(name.removeprefix(prefix) for name in layers.MERGE_FUNCTIONS)}
    if module == "keras.models":
        return {"Sequential": Ref("keras.Sequential"), "Model": Ref("keras.Model")}
    return {name: Ref(canonical(prefix + name)) for name in names if "." not in name}


def call(call: Call) -> AnyValue:
    """A call of a library function or class by its canonical name."""
    name = call.name
    if name == "keras.Input":
        return models.make_input(call)
    if name in ("keras.Sequential",):
        return models.make_sequential(call)
    if name == "keras.Model":
        return models.make_model(call)
    if name in ("keras.models.load_model", "keras.models.model_from_json"):
        return models.load_model(call)
    if name == "keras.models.clone_model":
        return models.clone(call)
    if layers.is_layer_name(name):
        return models.make_layer(call)
    if name in layers.MERGE_FUNCTIONS:
        return models.merge(call)
    if name.startswith("keras.losses.") and name.rsplit(".", 1)[-1][:1].isupper():
        return models.make_loss(call)
    if name.startswith("keras.metrics.") and name.rsplit(".", 1)[-1][:1].isupper():
        return models.make_metric(call)
    if name.startswith("keras.applications.") and name.rsplit(".", 1)[-1][:1].isupper():
        return models.application(call)
    if name.startswith("torch.nn.") and name.rsplit(".", 1)[-1][:1].isupper():
        return torch.make_module(call)
    if name.startswith("torchvision.transforms.") and name.rsplit(".", 1)[-1][:1].isupper():
        return torch_data.make_transform(call)
    handler = FUNCTIONS.get(name)
    if handler is not None:
        return handler(call)
    call.bind(PARAMETERS.get(name, ()))
    if name.removeprefix("builtins.") not in _BUILTINS:
        call.interp.escape(call.values)
        call.interp.escape([a.value for a in call.keywords.values()])
    return UNKNOWN


def method(call: Call) -> AnyValue:
    """A call of a method of a value."""
    owner = call.owner
    if isinstance(owner, Super):
        return models.super_method(call, owner)
    model = models.model_of(owner)
    if model is not None and (ModelState, call.name) not in METHODS:
        return models.method(call, model)
    if model is not None:
        call.owner = model
        return METHODS[ModelState, call.name](call)
    if isinstance(owner, Array) and owner.lib == "torch":
        return torch_tensors.method(call)
    handler = METHODS.get((type(owner), call.name))
    if handler is not None:
        call.bind(METHOD_PARAMETERS[type(owner), call.name])
        return handler(call)
    call.bind(())
    call.interp.escape([owner] if isinstance(owner, (PyList, PyDict)) else [])
    call.interp.escape(call.values)
    call.interp.escape([a.value for a in call.keywords.values()])
    return UNKNOWN


def works_in_place(method: Method) -> bool:
    """Whether a method changes its own object into what it gives, as PyTorch's `x.resize_(...)` does."""
    owner = method.owner
    named = method.name.endswith("_") and not method.name.endswith("__")
    return named and isinstance(owner, Array) and owner.lib == "torch"


def array_arithmetic(node: ast.BinOp, left: AnyValue, right: AnyValue) -> AnyValue:
    """`left op right` where at least one side is an array or a tensor of a model's graph."""
    result = arrays.array_arithmetic(node, left, right)
    if isinstance(result, Array) and result.lib == "keras":
        return models.operation(node, result, (left, right))
    return result


def call_value(interp: Interpreter, function: AnyValue, call: Call) -> AnyValue | None:
    """A call of a layer, a model or a module; None for anything else."""
    if isinstance(function, LayerValue):
        return models.call_layer(function, call)
    if isinstance(function, ModelState):
        call.bind(("inputs", "training"))
        return models.call_model(function, call)
    if isinstance(function, torch.Module):
        return torch.call_module(function, call)
    return None


def attribute(interp: Interpreter, owner: AnyValue, name: str, node: ast.expr) -> AnyValue | None:
    """An attribute of a value; None where it is a method or not known."""
    if isinstance(owner, Array):
        if owner.lib == "torch" and torch_tensors.has_method(name):
            return None
        if owner.lib == "torch" and name == "data":
            return owner
        return arrays.attribute(owner, name, node)
    if isinstance(owner, ModelState):
        return models.attribute(interp, owner, name, node)
    if isinstance(owner, others.Bunch):
        return others.bunch_attribute(owner, name)
    if isinstance(owner, LayerValue) and name in ("output", "input"):
        return UNKNOWN
    return None


def set_attribute(interp: Interpreter, owner: AnyValue, name: str, value: AnyValue) -> None:
    """An assignment to an attribute of a value of a library."""


def item(interp: Interpreter, owner: AnyValue, index: AnyValue, node: ast.expr) -> AnyValue:
    """`owner[index]` for what is neither array, tuple, list nor dict."""
    if isinstance(owner, Instance):
        batches = sequence_batches(interp, owner)
        if batches is not None:
            return batches.element
    return UNKNOWN


def element(interp: Interpreter, value: AnyValue) -> AnyValue:
    """What a loop over a library's value sees."""
    batches = interp.batches_of(value)
    return UNKNOWN if batches is None else batches.element


def entered(value: AnyValue) -> AnyValue:
    """What `with value as name` binds."""
    return value if isinstance(value, Tuple) else UNKNOWN


def extend_list(interp: Interpreter, target: PyList, added: AnyValue) -> None:
    builtins.extend_list(list(interp.frames), target, added)


def escape(value: AnyValue) -> None:
    """A value handed to code that is not followed."""
    models.escape(value)
