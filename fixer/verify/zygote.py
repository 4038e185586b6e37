"""The tool's hold on a zygote: starting it, handing it scripts, ending it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fixer.verify.project import start_file

START = 180.0
"""Seconds in which an interpreter must have imported TensorFlow."""


class ZygoteError(Exception):
    """There is no zygote, and this is why."""


class Zygote:
    """One process of the user's interpreter that has imported TensorFlow and Keras, and forks."""

    def __init__(self, python: Path, environment: Mapping[str, str], isolation: str) -> None:
        ours, theirs = socket.socketpair()
        self._socket = ours
        self._lock = threading.Lock()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process lives
        try:
            self._process = subprocess.Popen(
                [str(python), "-B", start_file(), str(theirs.fileno()), "--isolation", isolation],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                env=dict(environment),
                pass_fds=(theirs.fileno(),),
                start_new_session=True,  # Ctrl-C is for the tool, which then ends the zygote
                cwd="/",
            )
        except OSError as error:
            ours.close()
            self._errors.close()
            raise ZygoteError(f"{python} cannot be started: {error.strerror}") from None
        finally:
            theirs.close()
        try:
            hello = self._hello(time.monotonic() + START)
        except BaseException:
            self.close()
            raise
        self.problem: str = hello["problem"]
        self.isolation: str = hello["isolation"]
        self.modules: dict[str, str] = hello["modules"]

    def alive(self, patience: float = 0.0) -> bool:
        """Whether it is there, and still is after `patience` seconds."""
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            return True
        return False

    def start(self, request: Mapping[str, Any], result: int) -> None:
        """Have a script run; its messages come out of the pipe of which `result` is the writing end."""
        data = json.dumps(request).encode()
        with self._lock:
            try:
                socket.send_fds(self._socket, [struct.pack("!I", len(data))], [result])
                self._socket.sendall(data)
            except OSError:
                raise ZygoteError("the zygote is gone") from None

    def close(self) -> None:
        """End it and all that it started: wardens die with it, and sandboxes with their wardens."""
        self._socket.close()
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._errors.close()

    def _hello(self, deadline: float) -> dict[str, Any]:
        (size,) = struct.unpack("!I", self._exactly(4, deadline))
        hello: dict[str, Any] = json.loads(self._exactly(size, deadline))
        return hello

    def _exactly(self, size: int, deadline: float) -> bytes:
        data = b""
        while len(data) < size:
            ready, _, _ = select.select([self._socket], [], [], max(0.0, deadline - time.monotonic()))
            part = self._socket.recv(size - len(data)) if ready else b""
            if not part:
                raise ZygoteError(self._last_words() if ready else f"the interpreter did not start in {START:g} s")
            data += part
        return data

    def _last_words(self) -> str:
        self._process.wait(5)
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return f"the interpreter ended before it began: {lines[-1] if lines else f'exit {self._process.returncode}'}"
