"""Runs scripts and tells what happened: the tool's side of the sandbox.

Nothing that a script does can harm this process: it only ever reads lines off a
pipe, and has a clock of its own.
"""

from __future__ import annotations

import base64
import os
import secrets
import select
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from types import TracebackType
from typing import Any

from fixer.verify import project
from fixer.verify.execution import Ending, Execution, Job
from fixer.verify.plain import run_plain
from fixer.verify.wire import Account
from fixer.verify.zygote import Zygote, ZygoteError

GRACE = 8.0
"""Seconds past the limit after which a run is given up, whatever became of its processes."""
LONGEST_OUTPUT = 64 << 20
"""Bytes of messages of one run that are listened to."""


class Verifier:
    """Executes scripts in a sandbox, one zygote for all. A context manager; usable from several threads."""

    def __init__(
        self,
        python: Path,
        *,
        timeout: float = 60,
        memory: int | None = None,
        jobs: int = 1,
        legacy_keras: bool | None = None,
        isolation: str = "full",
        fork: bool | None = None,
    ) -> None:
        """`isolation` is the most that is tried for (`full`, `landlock`, `basic`); `fork=False` starts each
        script in a process of its own, as where forking is not sound."""
        self.python = python
        self.timeout = timeout
        self.memory = memory if memory is not None else default_memory() // max(1, jobs)
        self.jobs = max(1, jobs)
        self.isolation = isolation
        self.forks = sys.platform == "linux" if fork is None else fork
        self.environment = project.safe_environment(os.environ, legacy_keras)
        self._zygote: Zygote | None = None
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Verifier:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the zygote, and with it every script that is still running."""
        with self._lock:
            self._closed = True
            zygote, self._zygote = self._zygote, None
        if zygote is not None:
            zygote.close()

    def run(self, job: Job) -> Execution:
        """Execute one script. Never raises for anything that the script or its interpreter does."""
        if not job.script.is_file() and job.script not in job.files:
            return Execution(Ending.NOT_RUN, detail=f"no such file: {job.script}")
        if not self.forks:
            return run_plain(self.python, self.environment, self._request(job), job, self.timeout + GRACE)
        for _attempt in (1, 2):
            execution = self._run_forked(job)
            if execution is not None:
                return execution
        return Execution(Ending.KILLED, detail="it took the zygote with it, twice")

    def run_many(self, jobs: Sequence[Job]) -> Iterator[tuple[int, Execution]]:
        """Execute all, up to `self.jobs` at once; each with its place in `jobs`, in order of completion."""
        pool = ThreadPoolExecutor(self.jobs, thread_name_prefix="fixer-verify")
        pending: dict[Future[Execution], int] = {}
        waiting = iter(enumerate(jobs))
        try:
            while True:
                while len(pending) < self.jobs and (following := next(waiting, None)) is not None:
                    pending[pool.submit(self.run, following[1])] = following[0]
                if not pending:
                    return
                done, _ = wait(pending, return_when=FIRST_COMPLETED)
                for future in done:
                    yield pending.pop(future), future.result()
        except BaseException:  # Ctrl-C, or a caller that has seen enough: nothing may go on unseen
            self.close()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _request(self, job: Job) -> dict[str, Any]:
        script = Path(os.path.abspath(job.script))
        return {
            "nonce": secrets.token_hex(16),
            "script": str(script),
            "project": str(job.project or project.root_of(script)),
            "cwd": str(job.cwd) if job.cwd is not None else None,
            "files": {
                os.path.abspath(path): base64.b64encode(data).decode("ascii") for path, data in job.files.items()
            },
            "originals": _originals(job),
            "data": os.path.abspath(job.data) if job.data is not None else None,
            "args": list(job.args),
            "bounded": job.bounded,
            "observe": job.observe,
            "seconds": self.timeout,
            "memory": self.memory,
            "disk": min(self.memory // 2, 2 << 30),
            "processes": max(512, 32 * (os.cpu_count() or 1)),
        }

    def _run_forked(self, job: Job) -> Execution | None:
        """None if the zygote died under it, through whoever's fault."""
        try:
            zygote = self._living_zygote()
        except ZygoteError as error:
            return Execution(Ending.NOT_RUN, detail=str(error))
        if zygote.problem:
            return Execution(Ending.NOT_RUN, detail=zygote.problem)
        if zygote.isolation == "full":
            return self._ask(zygote, self._request(job), job)
        # ours to remove: a warden that had to be killed leaves its copy of the project behind
        with tempfile.TemporaryDirectory(prefix="fixer-", ignore_cleanup_errors=True) as scratch:
            return self._ask(zygote, self._request(job) | {"scratch": scratch}, job)

    def _ask(self, zygote: Zygote, request: dict[str, Any], job: Job) -> Execution | None:
        reader, writer = os.pipe()
        account = Account(job, request["nonce"], zygote.isolation, self.timeout)
        started = time.monotonic()
        try:
            try:
                zygote.start(request, writer)
            except ZygoteError:
                return None
            finally:
                os.close(writer)
            answered = self._listen(reader, account, started + self.timeout + GRACE)
        finally:
            os.close(reader)
        if not answered:
            zygote.close()
            return account.execution(f"not over after {self.timeout:g} s", Ending.TIMEOUT)
        if account.over is None and not account.broken:
            if self._closed:
                return account.execution("interrupted", Ending.NOT_RUN)
            if not zygote.alive(0.3):  # its death and the pipe's end come close together
                return None
        return account.execution()

    def _living_zygote(self) -> Zygote:
        with self._lock:
            if self._closed:
                raise ZygoteError("the verifier is closed")
            if self._zygote is None or not self._zygote.alive():
                if self._zygote is not None:
                    self._zygote.close()
                self._zygote = Zygote(self.python, self.environment, self.isolation)
            return self._zygote

    @staticmethod
    def _listen(reader: int, account: Account, deadline: float) -> bool:
        """Read messages until the pipe ends; False if it does not end in time."""
        buffer, total = b"", 0
        while True:
            ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                return False
            data = os.read(reader, 1 << 16)
            if not data:
                return True
            total += len(data)
            if total > LONGEST_OUTPUT:
                continue
            *lines, buffer = (buffer + data).split(b"\n")
            for line in lines:
                account.take(line)


def _originals(job: Job) -> dict[str, str]:
    """The files as they are on disk that are executed with another text: stand-ins are to be the same for both."""
    found = {}
    for path, data in job.files.items():
        try:
            original = Path(path).read_bytes()
        except OSError:
            continue
        if original != data:
            found[os.path.abspath(path)] = base64.b64encode(original).decode("ascii")
    return found


def default_memory() -> int:
    """Half of what the machine has, 8 GiB at most."""
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        whole = 8 << 30
    return min(whole // 2, 8 << 30)
