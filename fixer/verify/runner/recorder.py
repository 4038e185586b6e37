"""Keeps the account of all calls of a model, and reports each as it happens."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .failure import Described, Places, describe, headline
from .post import Send

SHARE = 0.6
"""Part of the time limit after which a loop that goes well is stopped."""
ROUNDS = 5
"""Calls at one place that went well before it counts as a loop."""
FITS = 20
"""Calls of fit at one place that are told apart; all later ones are told as one."""


class Enough(BaseException):
    """Ends a script that has shown all it can. Not an Exception, so that few scripts catch it."""


@dataclass
class Call:
    """One call of a model's method, open until its outcome is known."""

    index: int
    kind: str
    path: str
    line: int
    outcome: str = "trained"
    detail: str = ""
    error: Described | None = None
    epochs: int = 1
    batches: list[int] = field(default_factory=list)
    times: int = 1

    def content(self) -> dict[str, Any]:
        detail = f"{self.detail} ({self.times} calls)" if self.times > 1 else self.detail
        return {
            "index": self.index,
            "kind": self.kind,
            "path": self.path,
            "line": self.line,
            "outcome": self.outcome,
            "detail": detail[:1000],
            "error": self.error,
            "epochs": self.epochs,
            "batches": self.batches[:10_000],
        }


class ThreadState(threading.local):
    """Where a thread stands: inside a call that is recorded, inside one of Keras's own."""

    call: Call | None = None
    within_keras = 0


class Recorder:
    """One for the run of a script, used from all of its threads."""

    def __init__(self, send: Send, places: Places, seconds: float, bounded: bool, observe: bool = False) -> None:
        self.send = send
        self.places = places
        self.seconds = seconds
        self.observe = observe
        self.stop_at = time.monotonic() + SHARE * seconds if bounded else float("inf")
        self.unwinding = 0
        self.threads = ThreadState()
        self.at_end: list[Callable[[BaseException | None], None]] = []
        self._count = 0
        self._lock = threading.Lock()
        self._last: dict[tuple[str, str, int], Call] = {}
        self._repeats: dict[tuple[str, str, int], int] = {}

    def begin(self, kind: str) -> Call:
        """A new call; or the last one again, where the same line makes the same call over and over."""
        path, line = self.places.caller()
        key = (kind, path, line)
        with self._lock:
            repeats = self._repeats[key] = self._repeats.get(key, 0) + 1
            last = self._last.get(key)
            if last is not None and last.outcome == "trained":
                if repeats > ROUNDS and time.monotonic() > self.stop_at:
                    self.enough(last, "the loop was stopped here")
                if kind != "fit" or repeats > FITS:
                    last.times += 1
                    return last
            call = self._last[key] = Call(self._count, kind, path, line)
            self._count += 1
        self.send("begun", {"kind": kind, "path": path, "line": line})
        return call

    def done(self, call: Call) -> None:
        self.send("call", call.content())

    def failed(self, call: Call, error: BaseException) -> None:
        if call.times > 1:  # what went well before stays told; this is a call of its own
            call.times -= 1
            with self._lock:
                call = Call(self._count, call.kind, call.path, call.line)
                self._last[(call.kind, call.path, call.line)] = call
                self._count += 1
        call.outcome = "failed"
        call.error = describe(error, self.places)
        if call.error["path"] is None:
            call.error.update(path=call.path, line=call.line)
        call.detail = headline(call.error)
        self.done(call)

    def enough(self, call: Call, why: str) -> None:
        """End the script here, well. A script that catches even this is ended without its leave."""
        if why not in call.detail:
            call.detail = f"{call.detail}; {why}" if call.detail else why
        self.done(call)
        self.unwinding += 1
        if self.unwinding > 3:
            self.send("end", {"ending": "finished"})
            os._exit(0)
        raise Enough(why)

    def stand_in(self, phrase: str) -> None:
        self.send("stand_in", phrase)
