"""Data that is not on this machine."""

from __future__ import annotations

from types import ModuleType

from ..recorder import Recorder


def install(keras: ModuleType, recorder: Recorder) -> None:
    pass
