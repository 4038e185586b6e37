"""Watches over the process of one script: its time, memory and number of processes, what it prints and what it reports.

The warden shares nothing with the script but a pipe for its output and a mailbox,
and no limit depends on the script's cooperation.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from .post import Mailbox, letter

KEPT_OUTPUT = 64 * 1024
ROUND = 0.2
"""Seconds between two looks at memory and processes."""


@dataclass(frozen=True)
class Limits:
    seconds: float
    memory: int
    processes: int


class Warden:
    """Supervises `child` until it ends or must be ended."""

    def __init__(self, child: int, mailbox: Mailbox, output: int, result: int, limits: Limits) -> None:
        self.child = child
        self.mailbox = mailbox
        self.output = output
        self.result = result
        self.limits = limits
        self.first_in_namespace = os.getpid() == 1
        self.tail = b""
        self.status: int | None = None

    def watch(self) -> None:
        """Forward the script's messages until it is over, then say how it ended."""
        started = time.monotonic()
        deadline = started + self.limits.seconds
        inherited = _anonymous_memory(self.child)
        reason = ""
        next_look = started
        with selectors.DefaultSelector() as ready:
            ready.register(self.mailbox.socket, selectors.EVENT_READ, self._forward)
            ready.register(self.output, selectors.EVENT_READ, self._read_output)
            death = _death_of(self.child)
            if death is not None:
                ready.register(death, selectors.EVENT_READ, self._reap)
            while self.status is None and not reason:
                for key, _ in ready.select(ROUND if death is not None else 0.02):
                    if not key.data():
                        ready.unregister(key.fileobj)
                self._reap()
                now = time.monotonic()
                if now >= deadline:
                    reason = "timeout"
                elif now >= next_look and self.status is None:
                    next_look = now + ROUND
                    reason = self._excess(inherited)
        self._end_all()
        self._forward()
        over = {
            "status": self.status,
            "reason": reason,
            "seconds": round(time.monotonic() - started, 3),
            "output": self.tail[-4096:].decode("utf-8", "replace"),
        }
        self._tell(letter(self.mailbox.nonce, "over", over))

    def _forward(self) -> bool:
        for data in self.mailbox.letters():
            self._tell(data)
        return True

    def _tell(self, data: bytes) -> None:
        data += b"\n"
        while data:
            data = data[os.write(self.result, data) :]

    def _read_output(self) -> bool:
        data = os.read(self.output, KEPT_OUTPUT)
        self.tail = (self.tail + data)[-KEPT_OUTPUT:]
        return bool(data)

    def _reap(self) -> bool:
        """Collect all that died; among them, perhaps, the script."""
        while True:
            try:
                process, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return True
            if process == 0:
                return True
            if process == self.child:
                self.status = status

    def _excess(self, inherited: int) -> str:
        processes = self._processes()
        if len(processes) > self.limits.processes:
            return "processes"
        used = sum(max(0, _anonymous_memory(p) - inherited) for p in processes)
        if used > self.limits.memory and sum(_proportional_memory(p) for p in processes) > self.limits.memory:
            return "memory"
        return ""

    def _processes(self) -> list[int]:
        if sys.platform != "linux":
            return [self.child]
        if self.first_in_namespace:
            return [int(name) for name in os.listdir("/proc") if name.isdigit() and name != "1"]
        return descendants(os.getpid())

    def _end_all(self) -> None:
        """Kill the script and whatever it left running."""
        if self.first_in_namespace:
            _kill(-1)
        else:
            _kill(-self.child)
            for stopping in (signal.SIGSTOP, signal.SIGKILL):  # what is stopped cannot fork away from the second round
                for _ in range(50):
                    left = [p for p in self._processes() if p != os.getpid()]
                    for process in left:
                        _kill(process, stopping)
                    self._reap()
                    if not left or (stopping is signal.SIGSTOP and len(left) == len(self._processes())):
                        break
                    time.sleep(0.002)
        patience = time.monotonic() + 2
        while self.status is None and time.monotonic() < patience:
            self._reap()
            time.sleep(0.002)


def descendants(ancestor: int) -> list[int]:
    """All processes below `ancestor`, which adopts its orphans."""
    children: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", "rb") as stream:
                    parent = int(stream.read().rpartition(b")")[2].split()[1])
            except (OSError, IndexError, ValueError):
                continue
            children.setdefault(parent, []).append(int(name))
    found: list[int] = []
    waiting = [ancestor]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def _kill(process: int, number: int = signal.SIGKILL) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(process, number)


def _death_of(process: int) -> int | None:
    """A descriptor that becomes readable when `process` ends, where there is such a thing."""
    opener: Callable[[int], int] | None = getattr(os, "pidfd_open", None)
    try:
        return opener(process) if opener else None
    except OSError:
        return None


def _anonymous_memory(process: int) -> int:
    try:
        with open(f"/proc/{process}/statm", "rb") as stream:
            fields = stream.read().split()
        return (int(fields[1]) - int(fields[2])) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def _proportional_memory(process: int) -> int:
    """Memory with what is shared divided among its sharers: forked workers share most of theirs."""
    try:
        with open(f"/proc/{process}/smaps_rollup", "rb") as stream:
            for line in stream:
                if line.startswith(b"Pss_Anon:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return _anonymous_memory(process)
