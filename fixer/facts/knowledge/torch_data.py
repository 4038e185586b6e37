"""PyTorch's datasets and loaders, and torchvision's images: what a loop over a loader sees."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from fixer.facts.call import Call
from fixer.facts.facts import Argument
from fixer.facts.knowledge.registry import function
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Batches,
    Const,
    Dim,
    Function,
    Instance,
    Number,
    PyDict,
    PyList,
    Tuple,
    Value,
    Yield,
    as_number,
    as_shape,
    const_int,
    elements,
)


@dataclass(frozen=True, slots=True)
class Dataset(Value):
    """A dataset of one of the libraries: one sample of it, and how many there are."""

    sample: AnyValue = UNKNOWN
    length: int | None = None


@function("torch.utils.data.TensorDataset")
def _tensor_dataset(call: Call) -> AnyValue:
    call.bind(())
    if call.spread:
        return Dataset()
    samples = [_row(value) for value in call.values]
    first = call.values[0] if call.values else None
    rows = first.shape[0] if isinstance(first, Array) and first.shape else None
    return Dataset(Tuple(tuple(samples)), rows if isinstance(rows, int) else None, at=call.node)


def _row(value: AnyValue) -> AnyValue:
    if not isinstance(value, Array) or not value.shape:
        return UNKNOWN
    return replace(value, shape=value.shape[1:], tensor=None)


@function("torch.utils.data.Subset", "torch.utils.data.dataset.Subset", params="dataset indices")
def _subset(call: Call) -> AnyValue:
    call.bind(("dataset", "indices"))
    found = _dataset(call, call.value("dataset"))
    return UNKNOWN if found is None else replace(found, length=None)


@function("torch.utils.data.random_split", "torch.utils.data.dataset.random_split", params="dataset lengths")
def _random_split(call: Call) -> AnyValue:
    call.bind(("dataset", "lengths"))
    found = _dataset(call, call.value("dataset"))
    lengths = elements(call.value("lengths") or UNKNOWN)
    if found is None or lengths is None:
        return UNKNOWN
    return Tuple(tuple(replace(found, length=const_int(length)) for length in lengths), at=call.node)


def _dataset(call: Call, value: AnyValue | None) -> Dataset | None:
    """What is known of a value in the place of a dataset."""
    if isinstance(value, Dataset):
        return value
    if isinstance(value, Array):
        rows = value.shape[0] if value.shape else None
        return Dataset(_row(value), rows if isinstance(rows, int) else None)
    if isinstance(value, PyList):
        return Dataset(value.any_element(), value.size())
    if isinstance(value, Instance):
        getitem, size = value.cls.find("__getitem__"), value.cls.find("__len__")
        if not isinstance(getitem, Function):
            return None
        from fixer.facts.infer import replace_bound

        index = Argument(call.node, call.interp.symbol(Number("int64", 0)))
        sample = call.interp.call_function(replace_bound(getitem, value), [index], {})
        length = None
        if isinstance(size, Function):
            length = const_int(call.interp.call_function(replace_bound(size, value), [], {}))
        return Dataset(sample, length)
    return None


@function("torch.utils.data.DataLoader", "torch.utils.data.dataloader.DataLoader", params="dataset batch_size shuffle")
def _loader(call: Call) -> AnyValue:
    bound = call.bind(("dataset", "batch_size", "shuffle"))
    found = _dataset(call, call.value("dataset"))
    size = 1 if "batch_size" not in bound and not call.spread else call.int("batch_size")
    plain = not call.spread and not {"collate_fn", "batch_sampler", "sampler"} & bound.keys()
    element = UNKNOWN if found is None or not plain else collated(found.sample, size)
    length: float | None = None
    if found is not None and found.length is not None and size:
        length = math.ceil(found.length / size) if not call.value("drop_last") else None
    return Batches(
        "loader",
        element,
        (Yield(call.node, element),),
        length,
        None,
        restarts=True,
        at=call.node,
        batch_size=size,
    )


def collated(sample: AnyValue, size: Dim) -> AnyValue:
    """Samples as `default_collate` makes a batch of them (the short last batch is left aside)."""
    if isinstance(sample, Tuple):
        return Tuple(tuple(collated(item, size) for item in sample.items))
    if isinstance(sample, PyList):
        items = elements(sample)
        return UNKNOWN if items is None else Tuple(tuple(collated(item, size) for item in items))
    if isinstance(sample, PyDict):
        named = sample.items
        return PyDict(None if named is None else {name: collated(item, size) for name, item in named.items()})
    if isinstance(sample, Array):
        shape = None if sample.shape is None else (size, *sample.shape)
        return replace(sample, shape=shape, lib="torch", tensor=None, at=None)
    number = as_number(sample)
    if number is not None:
        dtype = "int64" if number.is_int else "float64"
        return Array((size,), dtype, number.lo, number.hi, lib="torch")
    return UNKNOWN


# --- torchvision

_IMAGES: dict[str, tuple[int, int | None, int]] = {
    # channels, height and width, classes
    "MNIST": (1, 28, 10),
    "FashionMNIST": (1, 28, 10),
    "KMNIST": (1, 28, 10),
    "QMNIST": (1, 28, 10),
    "USPS": (1, 16, 10),
    "CIFAR10": (3, 32, 10),
    "CIFAR100": (3, 32, 100),
    "SVHN": (3, 32, 10),
    "STL10": (3, 96, 10),
    "ImageFolder": (3, None, 0),
}


@dataclass(frozen=True, slots=True)
class Transform(Value):
    """A transform of torchvision; `parts` for a Compose."""

    kind: str = ""
    args: tuple[tuple[str, AnyValue], ...] = ()
    parts: tuple[AnyValue, ...] | None = None


def make_transform(call: Call) -> AnyValue:
    """`transforms.Resize(...)`, `Compose([...])`."""
    kind = call.name.rsplit(".", 1)[-1]
    names = {"Grayscale": ("num_output_channels",)}.get(kind, ("size",))
    bound = call.bind(names)
    if kind == "Compose":
        parts = elements(bound["size"].value) if "size" in bound else None
        return Transform(kind, (), None if parts is None else tuple(parts), at=call.node)
    return Transform(kind, tuple((name, a.value) for name, a in bound.items()), at=call.node)


_SAME = frozenset(
    """Normalize RandomHorizontalFlip RandomVerticalFlip RandomRotation RandomAffine ColorJitter RandomErasing
    RandomPerspective GaussianBlur RandomAdjustSharpness RandomInvert RandomAutocontrast AutoAugment RandAugment
    TrivialAugmentWide RandomGrayscale""".split()
)


def _transformed(transform: AnyValue | None, image: Array) -> AnyValue:
    """The image after the transform; UNKNOWN where that is not sure."""
    if not isinstance(transform, Transform) or image.shape is None:
        return UNKNOWN
    if transform.kind == "Compose":
        value: AnyValue = image
        for part in transform.parts or ():
            value = _transformed(part, value) if isinstance(value, Array) else UNKNOWN
        return value if transform.parts is not None else UNKNOWN
    channels, height, width = image.shape
    args = dict(transform.args)
    match transform.kind:
        case "ToTensor":
            return replace(image, dtype="float32", lo=0.0, hi=1.0, lib="torch", at=transform.at)
        case kind if kind in _SAME:
            return replace(image, lo=None, hi=None)
        case "Resize" | "CenterCrop" | "RandomCrop" | "RandomResizedCrop":
            size = as_shape(args["size"]) if "size" in args else None
            if size is None or len(size) > 2:
                return UNKNOWN
            whole = transform.kind != "Resize" or len(size) == 2 or (height is not None and height == width)
            height, width = (size[0], size[-1]) if whole else (None, None)
            return replace(image, shape=(channels, height, width))
        case "Grayscale":
            given = args.get("num_output_channels")
            return replace(image, shape=(1 if given is None else const_int(given), height, width))
    return UNKNOWN


@function(*(f"torchvision.datasets.{name}" for name in _IMAGES), params="root")
def _torchvision_dataset(call: Call) -> AnyValue:
    name = call.name.rsplit(".", 1)[-1]
    places = {
        "ImageFolder": ("root", "transform", "target_transform"),
        "SVHN": ("root", "split", "transform", "target_transform"),
        "STL10": ("root", "split", "folds", "transform"),
    }.get(name, ("root", "train", "transform", "target_transform"))
    call.bind(places)
    if call.spread:
        return Dataset()
    channels, side, classes = _IMAGES[name]
    image = Array((channels, side, side), "uint8", 0, 255, lib="pil", origin=call.node, at=call.node)
    result = _transformed(call.value("transform"), image)
    if not isinstance(result, Array) or result.lib != "torch":
        result = UNKNOWN  # Without ToTensor it is an image of Pillow, which no loader takes.
    target = call.value("target_transform")
    label: AnyValue = Number("int64", 0, classes - 1 if classes else None)
    if target is not None and target != Const(None):
        label = UNKNOWN
    return Dataset(Tuple((result, label)), None, at=call.node)
