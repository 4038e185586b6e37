"""Iterators over folders of images: `flow_from_directory` and `image_dataset_from_directory`."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from fixer.facts.facts import Argument, Facts
from fixer.facts.program import Unit
from fixer.facts.values import Array


@dataclass(frozen=True, slots=True)
class Loader:
    """A call that makes batches of the images of a folder."""

    node: ast.Call
    unit: Unit
    args: dict[str, Argument]
    size: str
    """The name of its argument for the size of the images."""
    labels: str
    """The name of its argument for the kind of labels."""


def loader_of(facts: Facts, array: Array) -> Loader | None:
    """The call that made these images or labels as they are, if it reads a folder."""
    for method in facts.method_calls:
        if method.node is array.origin and method.name == "flow_from_directory":
            return Loader(method.node, method.unit, method.args, "target_size", "class_mode")
    for call in facts.library_calls:
        if call.node is array.origin and call.name.endswith("image_dataset_from_directory"):
            return Loader(call.node, call.unit, call.args, "image_size", "label_mode")
    return None


def is_iterator(facts: Facts, array: Array) -> bool:
    return loader_of(facts, array) is not None
