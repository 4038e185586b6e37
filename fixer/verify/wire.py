"""From the messages of a run to an `Execution`."""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fixer.verify.execution import CallOutcome, Ending, Execution, Failure, Job, Outcome

REASONS = {
    "memory": "it used more memory than it is allowed",
    "processes": "it started more processes than it is allowed",
}


@dataclass
class Account:
    """What has come in of one run so far. Anything may be missing, at any point."""

    job: Job
    nonce: str
    isolation: str
    seconds: float
    calls: dict[int, dict[str, Any]] = field(default_factory=dict)
    begun: dict[str, Any] | None = None
    stand_ins: list[str] = field(default_factory=list)
    reached: set[str] = field(default_factory=set)
    seen: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    models: list[dict[str, Any]] = field(default_factory=list)
    keras: str = ""
    end: dict[str, Any] | None = None
    over: dict[str, Any] | None = None
    broken: str = ""

    def take(self, line: bytes) -> None:
        """One line off the pipe; what is not a message of this run is thrown away."""
        try:
            message = json.loads(line)
            if message.pop("nonce") != self.nonce:
                return
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        for kind, content in message.items():
            match kind:
                case "call":
                    self.calls[int(content["index"])] = content
                    self.begun = None
                case "begun":
                    self.begun = content
                case "stand_in":
                    if content not in self.stand_ins:
                        self.stand_ins.append(content)
                case "reached":
                    self.reached.add(content)
                case "seen":
                    self.seen.append((content["place"], content["value"]))
                case "model":
                    self.models.append(content)
                case "keras":
                    self.keras = content
                case "end":
                    self.end = content
                case "over":
                    self.over = content
                case "broken":
                    self.broken = content

    def execution(self, detail: str = "", ending: Ending | None = None) -> Execution:
        """What the run showed; `ending` overrules what it said of itself."""
        said = self.end or {}
        told_ending, told_detail = self._ending()
        return Execution(
            ending=ending or told_ending,
            calls=tuple(self._call(c) for _, c in sorted(self.calls.items())),
            error=failure(said.get("error")),
            detail=detail or told_detail,
            isolation=self.isolation if not self.broken else "none",
            stand_ins=tuple(self.stand_ins),
            keras=self.keras,
            seconds=float((self.over or {}).get("seconds", 0.0)),
            reached=frozenset(self.reached),
            seen=tuple(self.seen),
            models=tuple(self.models),
        )

    def _ending(self) -> tuple[Ending, str]:
        over = self.over or {}
        if self.broken:
            return Ending.NOT_RUN, f"the sandbox could not be set up: {self.broken.strip().splitlines()[-1]}"
        if self.end is not None:
            return Ending(self.end["ending"]), str(self.end.get("detail", ""))
        if over.get("reason") == "timeout":
            return Ending.TIMEOUT, f"not over after {self.seconds:g} s{self._where()}"
        if over.get("reason"):
            return Ending.KILLED, REASONS[over["reason"]] + self._where()
        return Ending.KILLED, self._how_it_died(over)

    def _how_it_died(self, over: dict[str, Any]) -> str:
        status = over.get("status")
        if status is None:
            return f"it ended without a word{self._where()}"
        code = status if sys.platform == "win32" else _exit_code(status)
        if code >= 0:
            return f"it ended itself with os._exit({code}){self._where()}"
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        words = [line for line in str(over.get("output", "")).splitlines() if line.strip()]
        said = f": {words[-1].strip()[:300]}" if words and name in ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE") else ""
        return f"it was ended by {name}{self._where()}{said}"

    def _where(self) -> str:
        if self.begun is None:
            return ""
        return f", in {self.begun['kind']} at {Path(self.begun['path']).name}:{self.begun['line']}"

    @staticmethod
    def _call(content: dict[str, Any]) -> CallOutcome:
        return CallOutcome(
            kind=content["kind"],
            path=Path(content["path"]),
            line=int(content["line"]),
            outcome=Outcome(content["outcome"]),
            detail=content["detail"],
            error=failure(content["error"]),
            epochs=int(content["epochs"]),
            batches=tuple(content["batches"]),
        )


def failure(content: dict[str, Any] | None) -> Failure | None:
    if content is None:
        return None
    path = content.get("path")
    return Failure(content["type"], content["message"], Path(path) if path else None, int(content["line"]))


def _exit_code(status: int) -> int:
    """As `os.waitstatus_to_exitcode`: negative for a signal."""
    return -(status & 0x7F) if status & 0x7F else status >> 8
