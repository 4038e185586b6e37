"""Rule KF703."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from codemods import Report, rule
from codemods._support import unit_of
from codemods.pytorch._sizes import shape_text
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.knowledge.torch import Application
from fixer.facts.values import Array
from fixer.findings import Applicability, Fix, Level

_CLASSES = frozenset({"CrossEntropyLoss", "NLLLoss"})
_BINARY = frozenset({"BCELoss", "BCEWithLogitsLoss"})
_DISTANCE = frozenset({"MSELoss", "L1Loss", "SmoothL1Loss"})
_DRAWS = frozenset({"rand", "randn", "random", "normal", "uniform", "random_sample", "standard_normal"})


@rule(
    "KF703",
    tokens=("CrossEntropyLoss", "NLLLoss", "MSELoss", "L1Loss", "BCE", "cross_entropy", "_loss"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
    library="torch",
)
def torch_label_dtype(facts: Facts) -> Iterator[Report]:
    """Labels whose dtype or shape a PyTorch loss does not take.

    ## What it does
    Compares the labels given to a loss, as a module or a function of `torch.nn.functional`, with what it
    takes: whole class numbers (n,) for `CrossEntropyLoss` and `NLLLoss`, floats of the output's own shape
    for `BCELoss` and `BCEWithLogitsLoss`, the output's own shape for `MSELoss` and its kin.

    ## Why it fails
    `RuntimeError: expected target dtype to be Long or Byte, but got Float`; `RuntimeError: 0D or 1D target
    tensor expected, multi-target not supported`; `RuntimeError: Found dtype Long but expected Float`;
    `RuntimeError: result type Float can't be cast to the desired output type Long`; `ValueError: Target size
    (torch.Size([8])) must be the same as input size (torch.Size([8, 1]))` (PyTorch 2.13). `MSELoss` goes on
    with a `UserWarning`, "Using a target size (torch.Size([8])) that is different to the input size", and
    compares each output with every label.

    ## Example
    ```python
    loss = nn.CrossEntropyLoss()(logits, labels)       # labels of float32
    ```

    ## Use instead
    ```python
    loss = nn.CrossEntropyLoss()(logits, labels.long())
    ```

    ## Fix safety
    Safe where the loss raises. Unsafe where it only compares the wrong pairs: the mend changes what is
    learned. Class numbers that are drawn from a continuous distribution are shown only.
    """
    for application in facts.torch_applications:
        fault = _fault(application)
        node = application.nodes[1] if len(application.nodes) > 1 else None
        unit = None if node is None else unit_of(facts, node)
        if fault is None or node is None or unit is None:
            continue
        fixes: tuple[Fix, ...] = ()
        if not isinstance(node, ast.Starred):
            title = f"Give it the labels as {fault.template.format('').lstrip('.')}"
            edit = rewrite.wrap(unit, node, fault.template)
            fixes = (Fix(title, (edit,), fault.applicability, f"{application.module.kind} takes it so"),)
        yield Report(unit, node, fault.message, fixes, fault.level)


@dataclass(frozen=True, slots=True)
class _Fault:
    message: str
    template: str
    applicability: Applicability = Applicability.SAFE
    level: Level | None = None


def _fault(application: Application) -> _Fault | None:
    kind = application.module.kind
    output, labels = (*application.inputs, None, None)[:2]
    if not isinstance(output, Array) or not isinstance(labels, Array) or labels.lib != "torch":
        return None
    if kind in _CLASSES:
        return _of_classes(kind, output, labels)
    if kind in _BINARY:
        return _of_binary(kind, output, labels)
    return _of_distance(kind, output, labels) if kind in _DISTANCE else None


def _of_classes(kind: str, output: Array, labels: Array) -> _Fault | None:
    if output.shape is None or labels.shape is None or len(output.shape) != 2:
        return None
    classes, column = output.shape[1], len(labels.shape) == 2 and labels.shape[1] == 1
    if not isinstance(classes, int) or classes < 2 or labels.dtype is None or "|" in labels.dtype:
        return None
    whole = labels.dtype in ("int64", "uint8")
    if len(labels.shape) == 2 and labels.shape[1] == classes:
        if kind == "CrossEntropyLoss" and not labels.is_float:
            return _Fault(f"{kind} takes class probabilities as floats, not {labels.dtype}", "{}.float()")
        return None
    if len(labels.shape) != 1 and not column:
        return None
    if whole and not column:
        return None
    template = "{}" + (".squeeze(1)" if column else "") + ("" if whole else ".long()")
    what = f"labels (n,), not {shape_text(labels.shape)}" if column else f"class numbers, not {labels.dtype}"
    origin = labels.origin
    drawn = isinstance(origin, ast.Call) and getattr(origin.func, "attr", "") in _DRAWS and labels.is_float
    sure = Applicability.DISPLAY_ONLY if drawn else Applicability.SAFE
    return _Fault(f"{kind} takes {what}", template, sure)


def _of_binary(kind: str, output: Array, labels: Array) -> _Fault | None:
    template, told = "{}", []
    if labels.dtype is not None and "|" not in labels.dtype:
        double = kind == "BCELoss" and labels.dtype == "float64" and output.dtype == "float32"
        if not labels.is_float or double:
            template += ".float()"
            told.append(f"floats, not {labels.dtype}")
    reshaping = _reshaping(output, labels)
    if reshaping:
        template += reshaping
        told.append(f"the output's shape {shape_text(output.shape or ())}, not {shape_text(labels.shape or ())}")
    return _Fault(f"{kind} takes {', and '.join(told)}", template) if told else None


def _of_distance(kind: str, output: Array, labels: Array) -> _Fault | None:
    reshaping = _reshaping(output, labels)
    if kind != "MSELoss" and labels.dtype == "bool":
        return _Fault(f"{kind} takes numbers, not bool", "{}.float()" + reshaping)
    if not reshaping:
        return None
    shapes = f"{shape_text(output.shape or ())} with {shape_text(labels.shape or ())}"
    message = f"{kind} of {shapes} compares each output with every label"
    return _Fault(message, "{}" + reshaping, Applicability.UNSAFE, Level.WARNING)


def _reshaping(output: Array, labels: Array) -> str:
    """What makes labels (n,) fit an output (n, 1), or the other way about."""
    if output.shape is None or labels.shape is None or not output.shape or not labels.shape:
        return ""
    rows = {dim for dim in (output.shape[0], labels.shape[0]) if dim is not None}
    if len(rows) > 1 or rows == {1}:
        return ""
    if len(output.shape) == 2 and output.shape[1] == 1 and len(labels.shape) == 1:
        return ".unsqueeze(1)"
    if len(output.shape) == 1 and len(labels.shape) == 2 and labels.shape[1] == 1:
        return ".squeeze(1)"
    return ""
