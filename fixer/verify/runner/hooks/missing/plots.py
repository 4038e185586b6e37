"""Libraries that only draw, where they are not installed: modules that do nothing."""

from __future__ import annotations

import dis
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from types import FrameType, ModuleType
from typing import Any

from ...recorder import Recorder

DRAW = ("matplotlib", "mpl_toolkits", "seaborn", "plotly", "IPython", "pydot", "graphviz")


class Nothing:
    """Whatever is asked of it gives nothing again; it unpacks into as many as are wanted."""

    __name__ = "nothing"

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: Any) -> Any:
        return self

    def __setitem__(self, key: Any, value: Any) -> None:
        pass

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *details: object) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        return iter([self] * _unpacked(sys._getframe(1)))

    def __len__(self) -> int:
        return 0

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        return (object,)


def _unpacked(frame: FrameType) -> int:
    """How many values the code that asks has names for; 0 in a loop."""
    code, at = frame.f_code.co_code, frame.f_lasti
    for place in (at, at + 2):
        if place + 1 < len(code) and dis.opname[code[place]].startswith("UNPACK_SEQUENCE"):
            return code[place + 1]
    return 0


def subplots(nrows: int = 1, ncols: int = 1, *arguments: Any, **named: Any) -> tuple[Any, Any]:
    """A figure, and as many axes as were asked for."""
    import numpy

    if nrows == ncols == 1:
        return Nothing(), Nothing()
    axes: Any = numpy.empty((nrows, ncols), dtype=object)
    for place in numpy.ndindex(nrows, ncols):
        axes[place] = Nothing()
    return Nothing(), axes if min(nrows, ncols) > 1 or named.get("squeeze") is False else axes.ravel()


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return subplots if name == "subplots" else Nothing()


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The last to be asked, and only for what the script itself imports: libraries must see what is not there."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.ours: set[str] = set()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        top = fullname.partition(".")[0]
        if top not in DRAW or (top not in self.ours and (fullname != top or not self._theirs())):
            return None
        if top not in self.ours:
            self.ours.add(top)
            self.recorder.stand_in(f"{top}: not installed, draws nothing")
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def _theirs(self) -> bool:
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            name = str(frame.f_globals.get("__name__"))
            if frame.f_code.co_filename == __file__ or name.startswith("importlib") or "frozen" in (
                frame.f_code.co_filename
            ):  # fmt: skip
                frame = frame.f_back
                continue
            return self.recorder.places.theirs(frame.f_code.co_filename) is not None
        return False

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


def install(recorder: Recorder) -> None:
    sys.meta_path.append(_Finder(recorder))


def over_pandas(pandas: Any) -> None:
    """`DataFrame.plot` and `hist`, which need matplotlib, draw nothing where it is not there."""
    if importlib.util.find_spec("matplotlib") is None:
        core = sys.modules.get("pandas.plotting._core")
        if core is not None and hasattr(core, "_get_plot_backend"):
            vars(core)["_get_plot_backend"] = lambda backend=None: Nothing()
