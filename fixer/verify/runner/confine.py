"""Limits on the script's own process, and what takes the place of namespaces where there are none."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from typing import Any

from . import guard, linux, seccomp

FS_WRITES = {
    1: (1 << 1) | (0b111111111 << 4),  # WRITE_FILE; REMOVE_DIR to MAKE_SYM
    2: 1 << 13,  # REFER
    3: 1 << 14,  # TRUNCATE
}
NET_TCP = 0b11
SCOPE_SIGNAL = 0b10
CREATE_VERSION = 1
PATH_BENEATH = 1


def limit(request: dict[str, Any]) -> None:
    """Bound what this process may use, as far as the system has such bounds."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only limit
        return
    if sys.platform == "linux":
        try:
            with open("/proc/self/oom_score_adj", "w", encoding="ascii") as stream:
                stream.write("1000")  # if memory runs out for all, this process goes first
        except OSError:
            pass
    cpu = int(float(request["seconds"]) * (os.cpu_count() or 1)) + 5
    bounds = [("RLIMIT_CORE", 0), ("RLIMIT_CPU", cpu), ("RLIMIT_FSIZE", int(request["disk"]))]
    if sys.platform == "linux":
        bounds.append(("RLIMIT_DATA", _data_size() + int(request["memory"])))
    for name, value in bounds:
        number = getattr(resource, name)
        _, hard = resource.getrlimit(number)
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        resource.setrlimit(number, (value, value))


def _data_size() -> int:
    with open("/proc/self/statm", "rb") as stream:
        return int(stream.read().split()[5]) * os.sysconf("SC_PAGE_SIZE")


def confine(isolation: str, folder: str, protected: list[int]) -> None:
    """Keep this process and its children from writing elsewhere, the network, and the `protected` processes."""
    root = os.path.dirname(folder)
    if sys.platform == "linux":
        linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
        if isolation == "landlock":
            restrict_writes([root, "/dev/null", "/dev/zero", "/dev/full", "/dev/shm"])
        with contextlib.suppress(linux.UnsupportedError):
            seccomp.install(protected)
    guard.install(root, protected)


def landlock_version() -> int:
    try:
        return linux.syscall(linux.SYS_LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), CREATE_VERSION)
    except linux.UnsupportedError:
        return 0


def restrict_writes(folders: list[str]) -> None:
    version = landlock_version()
    writes = sum(bits for since, bits in FS_WRITES.items() if version >= since)
    wanted = [writes, NET_TCP if version >= 4 else 0, SCOPE_SIGNAL if version >= 6 else 0]
    known = 1 + (version >= 4) + (version >= 6)
    attributes = (ctypes.c_uint64 * known)(*wanted[:known])
    ruleset = linux.syscall(linux.SYS_LANDLOCK_CREATE_RULESET, ctypes.byref(attributes), ctypes.c_size_t(8 * known), 0)
    for folder in folders:
        try:
            descriptor = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        allowed = writes if os.path.isdir(folder) else writes & (1 << 1 | 1 << 14)
        rule = bytearray(12)
        rule[:8] = allowed.to_bytes(8, sys.byteorder)
        rule[8:] = descriptor.to_bytes(4, sys.byteorder)
        buffer = (ctypes.c_char * 12).from_buffer(rule)
        linux.syscall(linux.SYS_LANDLOCK_ADD_RULE, ruleset, PATH_BENEATH, ctypes.byref(buffer), 0)
        os.close(descriptor)
    linux.syscall(linux.SYS_LANDLOCK_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)
