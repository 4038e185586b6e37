"""A bar for work that takes long, on stderr and only for a person at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0


class Bar:
    """Shows how far a piece of work has come; costs nothing, not even an import, where it is not shown."""

    def __init__(self, label: str, total: int, wanted: bool, at_once: bool = False) -> None:
        self._label = label
        self._total = total
        self._done = 0
        self._wanted = wanted and sys.stderr.isatty()
        self._due = time.monotonic() + (0 if at_once else _PATIENCE)
        self._progress: Progress | None = None

    def __enter__(self) -> Bar:
        self._show()
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        self._show()

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Out of the way of what is printed meanwhile."""
        if self._progress is None:
            yield
            return
        self._progress.stop()
        yield
        self._progress.start()

    def _show(self) -> None:
        if self._wanted and self._progress is None and time.monotonic() >= self._due:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            self._progress = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._progress.add_task(self._label, total=self._total)
            self._progress.start()
        if self._progress is not None:
            self._progress.update(self._progress.task_ids[0], completed=self._done)
