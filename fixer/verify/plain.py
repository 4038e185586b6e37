"""One script in one process, where forking a zygote is not sound (Windows, macOS): slower, and isolation `basic`."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fixer.verify.execution import Ending, Execution, Job
from fixer.verify.project import start_file
from fixer.verify.wire import Account


def run_plain(
    python: Path, environment: Mapping[str, str], request: dict[str, Any], job: Job, seconds: float
) -> Execution:
    """The messages come on its standard output; what it prints goes to its standard error, and is thrown away."""
    account = Account(job, request["nonce"], "basic", seconds)
    with tempfile.TemporaryDirectory(prefix="fixer-", ignore_cleanup_errors=True) as scratch:
        return _run(python, environment, request | {"scratch": scratch}, account, seconds)


def _run(
    python: Path, environment: Mapping[str, str], request: dict[str, Any], account: Account, seconds: float
) -> Execution:
    try:
        process = subprocess.Popen(
            [str(python), "-B", start_file(), "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(environment),
            start_new_session=True,
        )
    except OSError as error:
        return Execution(Ending.NOT_RUN, detail=f"{python} cannot be started: {error.strerror}")
    stopped = threading.Event()

    def stop() -> None:
        stopped.set()
        _end(process)

    clock = threading.Timer(seconds, stop)
    clock.start()
    assert process.stdin is not None and process.stdout is not None
    try:
        try:
            process.stdin.write(json.dumps(request).encode())
            process.stdin.close()
        except OSError:
            pass
        for line in process.stdout:
            account.take(line)
        process.wait()
    finally:
        clock.cancel()
        _end(process)
        process.stdout.close()
    if stopped.is_set():
        return account.execution(f"not over after {seconds:g} s", Ending.TIMEOUT)
    account.over = {"status": process.returncode << 8 if process.returncode >= 0 else -process.returncode}
    return account.execution()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill it and its group."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, 9)
    if process.poll() is None:
        process.kill()
        process.wait()
