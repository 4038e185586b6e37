"""PyTorch's training loops."""

from __future__ import annotations

from types import ModuleType

from ..recorder import Recorder


def install(torch: ModuleType, recorder: Recorder, bounded: bool) -> None:
    pass
