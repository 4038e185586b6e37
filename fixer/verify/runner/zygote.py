"""Imports TensorFlow and Keras once, then forks a child for each script.

The zygote itself never runs an operation: a process that has started TensorFlow's
threads can no longer be forked.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib.util
import json
import os
import select
import signal
import socket
import struct
import sys
import time
from typing import Any

from . import child, linux, namespaces, versions

GRACE = 3.0
"""Seconds past its limit after which a warden that has not answered is killed itself."""


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("control")
    parser.add_argument("--isolation", default="full")
    parser.add_argument("--bare", action="store_true", help="import nothing before the fork")
    options = parser.parse_args(argv)
    if options.control == "-":
        child.run_once(sys.stdin.buffer.read())
        return
    control = socket.socket(fileno=int(options.control))
    problem = "" if options.bare else preload()
    if not options.bare and not problem and threads() > 1:
        again = [sys.executable, "-B", os.path.join(os.path.dirname(__file__), "start.py"), *argv, "--bare"]
        os.set_inheritable(control.fileno(), True)
        os.execv(sys.executable, again)
    gc.collect()
    gc.freeze()  # keeps the collector from touching, and so copying, the pages that all children share
    isolation = choose(options.isolation)
    say(control, {"problem": problem, "isolation": isolation, "modules": versions.present()})
    if sys.platform == "linux":
        linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)
    Zygote(control, isolation).serve()


def preload() -> str:
    """Import what is there of TensorFlow and Keras; what went wrong, if anything."""
    legacy = os.environ.get("TF_USE_LEGACY_KERAS", "").lower() in ("1", "true")
    for name in ("tensorflow", "tf_keras" if legacy else "keras"):
        if importlib.util.find_spec(name) is not None:
            try:
                importlib.import_module(name)
            except Exception as error:
                return f"import {name} fails: {type(error).__name__}: {str(error).strip()[:500]}"
    return ""


def threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        import threading

        return threading.active_count()


def choose(wanted: str) -> str:
    """The best isolation, up to the one wanted, that this machine allows: tried out, not guessed."""
    for mode in ("full", "landlock"):
        if wanted in ("full", mode) and child.try_out(mode):
            return mode
    return "basic"


def say(control: socket.socket, message: dict[str, Any]) -> None:
    data = json.dumps(message).encode()
    control.sendall(struct.pack("!I", len(data)) + data)


class Zygote:
    """Serves requests until the other side is gone."""

    def __init__(self, control: socket.socket, isolation: str) -> None:
        self.control = control
        self.isolation = isolation
        self.wardens: dict[int, float] = {}

    def serve(self) -> None:
        while True:
            ready, _, _ = select.select([self.control], [], [], 0.5 if self.wardens else None)
            if ready:
                received = self._receive()
                if received is None:
                    break
                self._start(*received)
            self._tend()
        for process in self.wardens:
            kill(process)

    def _receive(self) -> tuple[dict[str, Any], int] | None:
        head, descriptors, _, _ = socket.recv_fds(self.control, 4, 1)
        if len(head) < 4 or not descriptors:
            return None
        (left,) = struct.unpack("!I", head)
        parts = []
        while left:
            part = self.control.recv(min(left, 1 << 20))
            if not part:
                return None
            parts.append(part)
            left -= len(part)
        return json.loads(b"".join(parts)), descriptors[0]

    def _start(self, request: dict[str, Any], result: int) -> None:
        root = self.isolation == "full" and os.geteuid() == 0
        ask_read, ask_write = os.pipe()
        answer_read, answer_write = os.pipe()
        process = os.fork()
        if process == 0:
            self.control.close()
            os.close(ask_read)
            os.close(answer_write)
            child.ward(request, result, self.isolation, child.Asker(ask_write, answer_read))
        os.close(result)
        os.close(ask_write)
        os.close(answer_read)
        try:
            if root:
                namespaces.serve_ids(process, ask_read, answer_write)
        except OSError:
            kill(process)
        finally:
            os.close(ask_read)
            os.close(answer_write)
        self.wardens[process] = time.monotonic() + float(request["seconds"]) + GRACE

    def _tend(self) -> None:
        """Collect what ended; kill what outlived its time, and what an ended warden left behind."""
        try:
            while True:
                process, _ = os.waitpid(-1, os.WNOHANG)
                if process == 0:
                    break
                self.wardens.pop(process, None)
        except ChildProcessError:
            self.wardens.clear()
        now = time.monotonic()
        for process, deadline in self.wardens.items():
            if now > deadline:
                kill(process)


def kill(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
