"""From the fork to the script: the warden's process, the sandbox around it, and the script's process in that."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import signal
import sys
import traceback
from typing import Any

from . import confine, linux, namespaces, script
from .post import Mailbox, letter, pipe_sender, sender
from .scratch import Scratch
from .warden import Limits, Warden

Request = dict[str, Any]


class Asker:
    """Asks the zygote, by pipe, to map root's ids for this process."""

    def __init__(self, ask: int, answer: int) -> None:
        self.ask = ask
        self.answer = answer

    def __call__(self) -> None:
        os.write(self.ask, b"1")
        if os.read(self.answer, 1) != b"1":
            raise linux.UnsupportedError("ids could not be mapped")


def ward(request: Request, result: int, isolation: str, asker: Asker) -> None:
    """The child of the zygote for one script; does not return."""
    try:
        linux.die_with_parent()
        os.setsid()
        _close_all_but(result, asker.ask, asker.answer)
        files = {path: base64.b64decode(data) for path, data in request.pop("files").items()}
        if isolation == "full":
            namespaces.unshare_all(asker)
            first = os.fork()
            if first:
                os.close(result)
                os.waitpid(first, 0)
                os._exit(0)
            linux.die_with_parent()
            namespaces.build_root(request["disk"], files, os.environ.get("HOME", "/"))
            _supervise(request, result, isolation, None)
        else:
            adopt_orphans()
            with Scratch(
                request["project"], files, linked=isolation == "landlock", parent=request["scratch"]
            ) as scratch:
                _supervise(request, result, isolation, scratch)
    except BaseException:
        _tell_broken(result, request, traceback.format_exc())
    finally:
        os._exit(0)


def adopt_orphans() -> None:
    """Be the parent of whatever the script leaves behind, so that it can be found and ended."""
    if sys.platform == "linux":
        linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)


def _supervise(request: Request, result: int, isolation: str, scratch: Scratch | None) -> None:
    nonce = request.pop("nonce")
    mailbox = Mailbox(nonce)
    output, printed = os.pipe()
    if sys.platform == "linux":
        linux.prctl(linux.PR_SET_DUMPABLE, 0)  # the script may not look into its warden
    process = os.fork()
    if process == 0:
        address = mailbox.address
        mailbox.socket.close()
        os.close(output)
        os.close(result)
        _become_script(request, printed, isolation, scratch)
        script.run(request, sender(nonce, address), scratch.folder if scratch else None)
    os.close(printed)
    limits = Limits(float(request["seconds"]), int(request["memory"]), int(request["processes"]))
    try:
        Warden(process, mailbox, output, result, limits).watch()
    finally:
        mailbox.close()


def _become_script(request: Request, printed: int, isolation: str, scratch: Scratch | None) -> None:
    os.setsid()
    linux.die_with_parent()
    if sys.platform == "linux":
        linux.prctl(linux.PR_SET_DUMPABLE, 1)
    os.dup2(printed, 1)
    os.dup2(printed, 2)
    os.closerange(3, 4096)
    confine.limit(request)
    if isolation == "full":
        namespaces.give_up_powers()
    elif scratch is not None:
        scratch.become_home()
        confine.confine(isolation, scratch.folder, [os.getppid(), *_line_of(os.getppid())])


def _line_of(process: int) -> list[int]:
    """The ancestors of a process: what the script must not be able to kill."""
    found: list[int] = []
    while process > 1 and len(found) < 16:
        try:
            with open(f"/proc/{process}/stat", "rb") as stream:
                process = int(stream.read().rpartition(b")")[2].split()[1])
        except (OSError, ValueError):
            break
        if process > 1:
            found.append(process)
    return found


def _close_all_but(*kept: int) -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    low = 3
    for descriptor in sorted(kept):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, 4096)


def _tell_broken(result: int, request: Request, trace: str) -> None:
    with contextlib.suppress(OSError):
        os.write(result, letter(request.get("nonce", ""), "broken", trace[-3000:]) + b"\n")


def try_out(isolation: str) -> bool:
    """Whether this isolation can be had here: set up once, in a process that does nothing else."""
    if sys.platform != "linux":
        return False
    if isolation == "landlock":
        return confine.landlock_version() > 0
    if not namespaces.supported():
        return False
    ask_read, ask_write = os.pipe()
    answer_read, answer_write = os.pipe()
    process = os.fork()
    if process == 0:
        code = 1
        try:
            namespaces.unshare_all(Asker(ask_write, answer_read))
            first = os.fork()
            if first == 0:
                namespaces.build_root(1 << 20, {}, os.environ.get("HOME", "/"))
                os._exit(0)
            code = os.waitpid(first, 0)[1]
        finally:
            os._exit(min(code, 1))
    os.close(ask_write)
    try:
        if os.geteuid() == 0:
            namespaces.serve_ids(process, ask_read, answer_write)
    except OSError:
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    for descriptor in (ask_read, answer_read, answer_write):
        os.close(descriptor)
    return status == 0


def run_once(text: bytes) -> None:
    """One script in this very process, for systems that cannot fork: standard output is the way back."""
    request = json.loads(text)
    result = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(2, 1)
    files = {path: base64.b64decode(data) for path, data in request.pop("files").items()}
    scratch = Scratch(request["project"], files, linked=False, parent=request["scratch"])
    scratch.__enter__()
    scratch.become_home()
    confine.limit(request)
    confine.confine("basic", scratch.folder, [os.getppid()])
    script.run(request, pipe_sender(request.pop("nonce"), result), scratch.folder)
