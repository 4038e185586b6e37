"""Calls of methods that Keras models used to have, and how sure it is that a model is called."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from fixer.facts.facts import Argument, Facts, ModelCall
from fixer.facts.knowledge import is_library
from fixer.facts.program import Unit
from fixer.facts.values import Method, Value


class Receiver(Enum):
    """What a method is called on."""

    MODEL = "a Keras model, as the facts say"
    LIKELY = "not known, but nothing else in the program could have such a method"
    POSSIBLE = "not known, and a library that is not known is imported too"


@dataclass(frozen=True, slots=True)
class OldCall:
    """A call of one of the methods looked for."""

    name: str
    node: ast.Call
    unit: Unit
    receiver: Receiver
    call: ModelCall | None
    """Its facts, where the receiver is known to be a model."""
    args: dict[str, Argument]
    """What is known of the arguments: by parameter name, or by place where the receiver is not known."""


_KERAS = frozenset({"keras", "tensorflow", "tf_keras"})
_OTHERS = frozenset(
    """keras_preprocessing keras_applications efficientnet segmentation_models tensorboard imgaug albumentations
    imblearn xgboost lightgbm joblib psutil yaml imageio six librosa soundfile nltk gensim spacy wandb mlflow
    horovod click absl bs4 nibabel SimpleITK pydicom cPickle StringIO __builtin__ ConfigParser Queue urllib2
    tables statsmodels theano gym rasterio shapely lxml termcolor colorama natsort progressbar dotenv IPython
    google pylab mpl_toolkits""".split()
)
"""Libraries often seen beside Keras whose objects have none of the methods looked for."""


def old_calls(facts: Facts, names: frozenset[str]) -> Iterator[OldCall]:
    """Calls of the methods `names`, each once: on models, and on what may well be one.

    A class or function of the program's own of that name is never meant, nor is a call that the program makes
    only where the method is there.
    """
    units = [unit for unit in facts.units if any(name in unit.source.text for name in names)]
    if not units:
        return
    known = {call.node: call for call in facts.model_calls if call.kind in names}
    others = {call.node: call for call in facts.method_calls if call.name in names}
    own = {name for unit in units for name in _defined(unit)}
    unknown = _unknown_receiver(facts)
    for unit in units:
        for node in ast.walk(unit.tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            name = node.func.attr
            if name not in names or _only_where_there(unit, node, name):
                continue
            call = known.get(node)
            if call is not None:
                yield OldCall(name, node, unit, Receiver.MODEL, call, call.args)
                continue
            other = others.get(node)
            if unknown is None or name in own or _is_own(unit, node.func.value):
                continue
            if other is not None and type(other.owner) not in (Value, Method):
                continue
            yield OldCall(name, node, unit, unknown, None, {} if other is None else other.args)


def _defined(unit: Unit) -> Iterator[str]:
    """Functions of the file, and attributes that it gives to its own classes and objects."""
    for node in ast.walk(unit.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
        elif isinstance(node, ast.ClassDef):
            for statement in node.body:
                if isinstance(statement, ast.Assign):
                    yield from (target.id for target in statement.targets if isinstance(target, ast.Name))


def _unknown_receiver(facts: Facts) -> Receiver | None:
    """What to hold of a receiver that is not known, by what the program's files import."""
    roots: set[str] = set()
    resolved = {name for unit in facts.units for name in (unit.source.path.stem, unit.source.path.parent.name)}
    for unit in facts.units:
        for node in ast.walk(unit.tree):
            if isinstance(node, ast.Import):
                roots |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                roots.add(node.module)
            elif isinstance(node, ast.ImportFrom):
                roots |= {node.module} if node.module else {alias.name for alias in node.names}
    tops = {root.partition(".")[0] for root in roots}
    if not tops & _KERAS:
        return None
    for root in roots:
        top, last = root.partition(".")[0], root.rpartition(".")[2]
        if not (
            is_library(top) or top in sys.stdlib_module_names or top in _OTHERS or last in resolved or top in resolved
        ):
            return Receiver.POSSIBLE
    return Receiver.LIKELY


def _is_own(unit: Unit, receiver: ast.expr) -> bool:
    """Whether the receiver is a module, `super()`, or the object whose method the call stands in."""
    if isinstance(receiver, ast.Call):
        return isinstance(receiver.func, ast.Name) and receiver.func.id == "super"
    if not isinstance(receiver, ast.Name):
        return False
    imports = [alias for node in ast.walk(unit.tree) if isinstance(node, ast.Import) for alias in node.names]
    if receiver.id in [alias.asname or alias.name.partition(".")[0] for alias in imports]:
        return True
    for ancestor in unit.ancestors(receiver):
        if not isinstance(ancestor, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if isinstance(unit.parent(ancestor), ast.ClassDef):
            first = (ancestor.args.posonlyargs + ancestor.args.args)[:1]
            return any(argument.arg == receiver.id for argument in first)
    return False


def _only_where_there(unit: Unit, node: ast.Call, name: str) -> bool:
    """Whether the program asks first: `hasattr(model, name)`, Keras's version, `except AttributeError`."""
    child: ast.AST = node
    for ancestor in unit.ancestors(node):
        if isinstance(ancestor, (ast.If, ast.IfExp)) and child is not ancestor.test:
            for part in ast.walk(ancestor.test):
                if isinstance(part, ast.Constant) and part.value == name:
                    return True
                if isinstance(part, ast.Attribute) and part.attr in ("__version__", "VERSION"):
                    return True
        if isinstance(ancestor, ast.Try) and child in ancestor.body:
            caught = [n for h in ancestor.handlers if h.type is not None for n in ast.walk(h.type)]
            if any(isinstance(n, ast.Name) and n.id == "AttributeError" for n in caught):
                return True
        child = ancestor
    return False
