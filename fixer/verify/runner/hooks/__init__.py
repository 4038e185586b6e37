"""What is laid over Keras and PyTorch in the script's process: to see each call, and to bound it."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

from ..recorder import Recorder
from . import keras_hooks, missing, stand_ins, torch_hooks


def install(recorder: Recorder, bounded: bool, originals: Mapping[str, bytes]) -> None:
    """Lay the hooks over what has been imported, and over the rest as soon as it is.

    `originals` are the user's files as they are on disk, for those that are run with another text.
    """

    def over_keras(module: ModuleType) -> None:
        keras_hooks.install(module, recorder, bounded)
        stand_ins.install(module, recorder)

    def over_torch(module: ModuleType) -> None:
        torch_hooks.install(module, recorder, bounded)

    after_import({"keras": over_keras, "tf_keras": over_keras, "torch": over_torch})
    missing.install(recorder, originals, after_import)


def after_import(actions: dict[str, Callable[[ModuleType], None]]) -> None:
    waiting = {}
    for name, action in actions.items():
        module = sys.modules.get(name)
        if module is not None:
            action(module)
        else:
            waiting[name] = action
    if waiting:
        sys.meta_path.insert(0, _Watcher(waiting))


class _Watcher(importlib.abc.MetaPathFinder):
    """Finds nothing itself; runs an action on a module right after its import."""

    def __init__(self, waiting: dict[str, Callable[[ModuleType], None]]) -> None:
        self.waiting = waiting

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        action = self.waiting.pop(fullname, None)
        if action is None:
            return None
        spec = importlib.util.find_spec(fullname)
        if spec is not None and spec.loader is not None:
            loader: Any = spec.loader
            execute = loader.exec_module

            def exec_module(module: ModuleType) -> None:
                execute(module)
                action(module)

            loader.exec_module = exec_module
        return spec
