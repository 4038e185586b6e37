"""Iterators over folders of images: `flow_from_directory` and `image_dataset_from_directory`."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from fixer.facts.facts import Argument, Facts
from fixer.facts.knowledge.data import DIRECTORY, FLOW
from fixer.facts.program import Unit
from fixer.facts.values import Array, const


@dataclass(frozen=True, slots=True)
class Loader:
    """A call that makes batches of the images of a folder."""

    node: ast.Call
    unit: Unit
    args: dict[str, Argument]
    parameters: tuple[str, ...]
    size: str
    """The name of its argument for the size of the images."""
    labels: str
    """The name of its argument for the kind of labels."""

    @property
    def mode(self) -> str | None:
        """The kind of labels: None for no labels, `?` where it is not known."""
        told = self.args.get(self.labels)
        if told is None:
            return "categorical" if self.labels == "class_mode" else "int"
        mode: str | None = const(told.value, "?")
        return mode


def loader_of(facts: Facts, array: Array) -> Loader | None:
    """The call that made these images or labels as they are, if it reads a folder."""
    node = array.origin
    if not isinstance(node, ast.Call) or any(keyword.arg is None for keyword in node.keywords):
        return None
    for method in facts.method_calls:
        if method.node is node and method.name == "flow_from_directory":
            return Loader(node, method.unit, method.args, tuple(FLOW.split()), "target_size", "class_mode")
    for call in facts.library_calls:
        if call.node is node and call.name.endswith("image_dataset_from_directory"):
            inferred = call.args.get("labels")
            if inferred is None or const(inferred.value) == "inferred":
                return Loader(node, call.unit, call.args, tuple(DIRECTORY.split()), "image_size", "label_mode")
    return None


def is_iterator(facts: Facts, array: Array) -> bool:
    return loader_of(facts, array) is not None
