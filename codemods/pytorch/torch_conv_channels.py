"""Rule KF701."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.pytorch._sizes import Arrival, Places, arrivals, shape_text, wrap_tensor
from fixer.facts.facts import Facts
from fixer.facts.knowledge.torch import Application, Module
from fixer.facts.values import Array, Dim, const
from fixer.findings import Applicability, Fix, Level

_PARAMETER = {
    **{f"{kind}{n}d": "in_channels" for kind in ("Conv", "ConvTranspose") for n in (1, 2, 3)},
    **{f"BatchNorm{n}d": "num_features" for n in (1, 2, 3)},
}
_COLOURS = (1, 3, 4)


@rule(
    "KF701",
    tokens=("Conv", "BatchNorm"),
    levels={2: Level.ERROR, 3: Level.ERROR},
    applicability=Applicability.UNSAFE,
    library="torch",
)
def torch_conv_channels(facts: Facts) -> Iterator[Report]:
    """A PyTorch convolution or batch normalization made for another number of channels.

    ## What it does
    Follows the data through the modules (`forward`, `nn.Sequential`, a loop over a `DataLoader`) and
    compares the channels that arrive with `in_channels` or `num_features`. PyTorch has the channels in
    axis 1; images in the order of Keras or Matplotlib have them last.

    ## Why it fails
    `RuntimeError: Given groups=1, weight of size [16, 3, 3, 3], expected input[100, 1, 32, 32] to have 3
    channels, but got 1 channels instead`; of a batch normalization: `RuntimeError: running_mean should
    contain 4 elements not 8` (PyTorch 2.13).

    ## Example
    ```python
    conv = nn.Conv2d(3, 16, kernel_size=3)
    conv(torch.randn(100, 1, 32, 32))
    ```

    ## Use instead
    ```python
    conv = nn.Conv2d(1, 16, kernel_size=3)
    conv(torch.randn(100, 1, 32, 32))
    ```

    ## Fix safety
    Safe between two modules: what the first gives is what the second has to take. Where the data itself
    arrives it is unsafe: the model may be mended or the data. A convolution that `forward` never applies is a
    warning.
    """
    places = Places(facts)
    found = list(arrivals(facts, _PARAMETER))
    for arrival in found:
        places.note(arrival, _channels(arrival))
    for arrival in found:
        channels = _channels(arrival)
        unit = unit_of(facts, arrival.parameter.node)
        if unit is None or not isinstance(channels, int) or channels == arrival.wanted:
            continue
        message = f"{arrival.kind} takes {arrival.wanted} channels; {shape_text(arrival.shape)} has {channels}"
        yield Report(unit, arrival.parameter.node, message, tuple(_fixes(facts, places, arrival, channels)))
    for application in facts.torch_applications:
        yield from _never_applied(facts, application)


def _spatial(kind: str) -> int:
    return int(kind[-2])


def _channels(arrival: Arrival) -> Dim:
    """The size of the channel axis; without a batch axis it is the first."""
    spatial, rank = _spatial(arrival.kind), len(arrival.shape)
    if arrival.kind.startswith("BatchNorm"):
        return arrival.shape[1] if rank == spatial + 2 or (spatial == 1 and rank == 2) else None
    if rank == spatial + 2:
        return arrival.shape[1]
    return arrival.shape[0] if rank == spatial + 1 else None


def _fixes(facts: Facts, places: Places, arrival: Arrival, channels: int) -> Iterator[Fix]:
    name = _PARAMETER[arrival.kind]
    if arrival.made_by_module or name == "num_features":
        sure = Applicability.SAFE if arrival.made_by_module else Applicability.UNSAFE
        yield from places.fix(arrival, name, channels, sure, "this many channels arrive")
        return
    spatial, shape, unsafe = _spatial(arrival.kind), arrival.shape, Applicability.UNSAFE
    if len(shape) == spatial + 1:
        if arrival.wanted == 1:
            yield from wrap_tensor(
                facts,
                arrival,
                "{}.unsqueeze(1)",
                "Add the channel axis",
                unsafe,
                "the data has no channel axis",
            )
        return
    if shape[-1] == arrival.wanted or (shape[-1] in _COLOURS and shape[1] not in _COLOURS):
        order = ", ".join(str(axis) for axis in (0, spatial + 1, *range(1, spatial + 1)))
        yield from wrap_tensor(
            facts,
            arrival,
            f"{{}}.permute({order})",
            "Put the channels first",
            unsafe,
            "the channels are last",
        )
        return
    groups = arrival.application.module.arg("groups")
    if groups is None or const(groups.value) == 1:
        yield from places.fix(arrival, name, channels, unsafe, "the data has this many channels")
    if channels == 1:
        ones = ", 1" * spatial
        template, title = (
            f"{{}}.repeat(1, {arrival.wanted}{ones})",
            f"Repeat the channel {arrival.wanted} times",
        )
        yield from wrap_tensor(facts, arrival, template, title, unsafe, "the data is in shades of grey")


def _never_applied(facts: Facts, application: Application) -> Iterator[Report]:
    """The first convolution of a class whose `forward` never applies it, made for other data."""
    instance, data = application.instance, application.inputs[0] if application.inputs else None
    if instance is None or not isinstance(data, Array) or data.shape is None:
        return
    used = [n for n in ast.walk(instance.cls.node) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Load)]
    if {n.attr for n in used} & {"children", "modules", "named_children", "named_modules"}:
        return
    for name, module in instance.attrs.items():
        if not isinstance(module, Module) or not module.kind.startswith("Conv"):
            continue
        parameter = module.arg("in_channels")
        wanted = None if parameter is None else const(parameter.value)
        unit = None if parameter is None else unit_of(facts, parameter.node)
        if parameter is None or unit is None or any(n.attr == name for n in used):
            return
        channels = data.shape[1] if len(data.shape) == _spatial(module.kind) + 2 else None
        if isinstance(wanted, int) and isinstance(channels, int) and channels != wanted:
            arrival = Arrival(Application(module, (data,), application.call, data), data, data.shape, parameter, wanted)
            places = Places(facts)
            places.note(arrival, channels)
            message = f"{name} takes {wanted} channels; the data has {channels}, and forward never applies it"
            reason = "the data has this many channels"
            fixes = tuple(places.fix(arrival, "in_channels", channels, Applicability.UNSAFE, reason))
            yield Report(unit, parameter.node, message, fixes, Level.WARNING)
        return
