"""Rule KF107."""

from __future__ import annotations

from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import size_text
from codemods.shapes._data import Given, givens
from codemods.shapes._declared import channel_axis, refuses
from codemods.shapes._loaders import Loader, loader_of
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.values import Array
from fixer.findings import Applicability, Fix, Level

_MODES = {1: "grayscale", 3: "rgb", 4: "rgba"}
_TAKES = {"sparse_categorical_crossentropy": "sparse", "categorical_crossentropy": "categorical"}


@rule(
    "KF107",
    tokens=("from_directory",),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.SAFE,
)
def directory_iterator_mismatch(facts: Facts) -> Iterator[Report]:
    """Images read from folders in another size, colour mode or with other labels than the model takes.

    ## What it does
    Compares what `flow_from_directory` and `image_dataset_from_directory` are told, or do if they are
    told nothing (256x256 pixels, `"rgb"`, `class_mode="categorical"`, `label_mode="int"`), with the
    model's declared input and its loss, for training and validation data alike.

    ## Why it fails
    Size: `Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected axis -1 of
    input shape to have value 648, but received input with shape (None, 129032)`; Keras 2:
    `InvalidArgumentError` or the same `ValueError`. Colours: `expected axis -1 of input shape to have
    value 3, but received input with shape (None, 20, 20, 1)`. Labels: `Argument `output` must have rank
    (ndim) `target.ndim - 1`. Received: target.shape=(None, 3), output.shape=(None, 3)`. One-hot labels
    for a single sigmoid unit train without a word in Keras 2.

    ## Example
    ```python
    train = generator.flow_from_directory("photos")        # 256x256, the model takes (64, 64, 3)
    model.compile("adam", "sparse_categorical_crossentropy")
    ```

    ## Use instead
    ```python
    train = generator.flow_from_directory("photos", target_size=(64, 64), class_mode="sparse")
    model.compile("adam", "sparse_categorical_crossentropy")
    ```

    ## Fix safety
    Safe where the iterator was told nothing, and for the kind of labels: the same classes are learned.
    Unsafe where it is told another size or other colours: the model may be what is wrong.
    """
    for given in givens(facts):
        loader = loader_of(facts, given.array)
        if loader is not None and given.feed.batches is not None and len(given.array.shape or ()) == 4:
            yield from _size(facts, given, loader)
            yield from _colours(facts, given, loader)
        y = given.feed.y
        if isinstance(y, Array):
            loader = loader_of(facts, y) if len(y.shape or (0,)) <= 2 else None
        elif y is not None or loader is None or loader.mode is not None:
            continue
        if loader is not None and given.feed.batches is not None:
            yield from _labels(facts, given, loader)


def _size(facts: Facts, given: Given, loader: Loader) -> Iterator[Report]:
    shape, declared = given.array.shape or (), given.declared
    if len(declared) != 4 or channel_axis(given.call.model, declared) != 3:
        return
    wanted = declared[1:3]
    if not all(isinstance(d, int) for d in (*wanted, *shape[1:3])) or wanted == shape[1:3]:
        return
    if not refuses(facts, given.call, declared, (*shape[:3], declared[3]), True):
        return
    texts = [size_text(facts, given.call.model, given.index, axis - 1, declared[axis], loader.unit) for axis in (1, 2)]
    value = f"({texts[0]}, {texts[1]})"
    told = loader.size in loader.args
    message = f"images of {shape[1]}x{shape[2]} pixels; the model takes {wanted[0]}x{wanted[1]}"
    yield _report(loader, loader.size, value, message, Applicability.UNSAFE if told else Applicability.SAFE)


def _colours(facts: Facts, given: Given, loader: Loader) -> Iterator[Report]:
    shape, declared = given.array.shape or (), given.declared
    if len(declared) != 4 or channel_axis(given.call.model, declared) != 3:
        return
    has, takes = shape[3], declared[3]
    if has == takes or not isinstance(has, int) or takes not in _MODES:
        return
    value = rewrite.quoted(loader.unit, _MODES[takes])
    told = "color_mode" in loader.args
    message = f"images of {has} channel{'s' * (has != 1)}; the model takes {takes}"
    yield _report(loader, "color_mode", value, message, Applicability.UNSAFE if told else Applicability.SAFE)


def _labels(facts: Facts, given: Given, loader: Loader) -> Iterator[Report]:
    model, mode = given.call.model, loader.mode
    if given.call.kind.startswith("predict") or model.compiled is None or len(model.outputs) != 1:
        return
    loss, output = model.compiled.loss, model.outputs[0]
    units = output[-1] if output else None
    if loss in _TAKES and units != 1:
        wanted = _TAKES[loss]
    elif loss == "binary_crossentropy" and units == 1:
        batches = given.feed.batches
        if batches is not None and (batches.classes or 2) > 2:
            return  # the model's last layer is what is wrong
        wanted = "binary"
    else:
        return
    fine = {wanted} if wanted == "categorical" else {"sparse", "int", "binary"}
    if mode in fine or mode not in ("sparse", "int", "binary", "categorical", None):
        return
    if wanted == "sparse" and loader.labels == "label_mode":
        wanted = "int"
    lenient = facts.target < 3 and mode == "categorical" and wanted == "binary" and loader.labels == "class_mode"
    has = "no labels" if mode is None else f"{mode} labels"
    message = f"{has}; {loss} takes {'one-hot (categorical)' if wanted == 'categorical' else wanted} ones"
    value = rewrite.quoted(loader.unit, wanted)
    yield _report(loader, loader.labels, value, message, Applicability.SAFE, Level.WARNING if lenient else None)


def _report(
    loader: Loader, name: str, value: str, message: str, applicability: Applicability, level: Level | None = None
) -> Report:
    told = loader.args.get(name)
    node = told.node if told is not None else loader.node.func if name == loader.size else loader.node
    edit = rewrite.set_argument(loader.unit, loader.node, name, value, loader.parameters)
    fixes = () if edit is None else (Fix(f"Read them with {name}={value}", (edit,), applicability),)
    return Report(loader.unit, node, message, fixes, level)
