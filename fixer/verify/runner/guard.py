"""The last line where the system protects nothing: Python's own audit events.

It stops what a script does by mistake, through Python; code in C is out of its
reach. That is why an execution under it is called `basic`.
"""

from __future__ import annotations

import os
import sys
from typing import Any

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FIRST_IS_WRITTEN = frozenset(
    {"os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "os.chown", "os.utime", "shutil.rmtree",
     "os.setxattr", "os.removexattr", "os.mkfifo", "os.mknod"}
)  # fmt: skip
SECOND_IS_WRITTEN = frozenset({"os.link", "os.symlink", "shutil.copyfile", "shutil.copytree"})
BOTH_ARE_WRITTEN = frozenset({"os.rename", "shutil.move"})


def install(root: str, protected: list[int]) -> None:
    """Refuse to write outside `root`, to reach the network, and to signal the `protected` processes."""
    inside = os.path.realpath(root) + os.sep
    safe = frozenset(protected)
    real, fspath, join = os.path.realpath, os.fspath, os.path.join

    def check(path: Any, folder: Any = None) -> None:
        if isinstance(path, int) or path is None:
            return
        text = os.fsdecode(fspath(path))
        if text == os.devnull:
            return
        if isinstance(folder, int) and folder >= 0 and not os.path.isabs(text):
            text = join(f"/proc/self/fd/{folder}", text)
        if not (real(os.path.dirname(text) or ".") + os.sep).startswith(inside) or not (real(text) + os.sep).startswith(
            inside
        ):
            raise PermissionError(f"the sandbox allows no change of {text}")

    def audit(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            if flags & WRITES or (isinstance(mode, str) and set(mode) & set("wax+")):
                check(path)
        elif event in FIRST_IS_WRITTEN:
            check(arguments[0], arguments[-1] if event in ("os.remove", "os.rmdir", "os.mkdir") else None)
        elif event in SECOND_IS_WRITTEN:
            check(arguments[1])
        elif event in BOTH_ARE_WRITTEN:
            check(arguments[0])
            check(arguments[1])
        elif event in ("os.kill", "os.killpg"):
            if abs(int(arguments[0])) in safe or arguments[0] in (-1, 0):
                raise PermissionError("the sandbox allows no signal to its own processes")
        elif event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto"):
            address = arguments[1] if event in ("socket.connect", "socket.bind", "socket.sendto") else None
            if not isinstance(address, (str, bytes)):
                raise PermissionError("the sandbox allows no network")

    sys.addaudithook(audit)
