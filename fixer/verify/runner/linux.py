"""The system calls that the sandbox needs and Python does not offer, through ctypes."""

from __future__ import annotations

import ctypes
import fcntl
import os
import platform
import socket
import struct
import sys

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY = 1
MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_REMOUNT = 32
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18
MNT_DETACH = 2

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2

SYS_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
SYS_LANDLOCK_CREATE_RULESET = 444
SYS_LANDLOCK_ADD_RULE = 445
SYS_LANDLOCK_RESTRICT_SELF = 446


class UnsupportedError(Exception):
    """This kernel or container does not allow what was asked of it."""


def machine() -> str:
    """The processor as the tables here name it."""
    return {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine())


def _libc() -> ctypes.CDLL:
    if sys.platform != "linux":
        raise UnsupportedError("not Linux")
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise UnsupportedError(f"{what}: {os.strerror(number)}")
    return result


def syscall(number: int, *arguments: object) -> int:
    """A raw system call; `UnsupportedError` if it fails."""
    return _checked(_libc().syscall(ctypes.c_long(number), *arguments), f"system call {number}")


def unshare(flags: int) -> None:
    _checked(_libc().unshare(flags), "unshare")


def mount(source: str, target: str, kind: str | None, flags: int = 0, options: str = "") -> None:
    result = _libc().mount(
        source.encode(),
        os.fsencode(target),
        kind.encode() if kind else None,
        ctypes.c_ulong(flags),
        os.fsencode(options) if options else None,
    )
    _checked(result, f"mount {kind or 'bind'} on {target}")


def bind(source: str, target: str, read_only: bool = False) -> None:
    """Show `source` at `target` also."""
    _checked(
        _libc().mount(os.fsencode(source), os.fsencode(target), None, ctypes.c_ulong(MS_BIND), None),
        f"bind {source}",
    )
    if read_only:
        protect(target)


def protect(target: str) -> None:
    """Make one mount read-only, keeping the flags that the kernel has locked."""
    held = os.statvfs(target).f_flag & (MS_NOSUID | MS_NODEV | MS_NOEXEC)
    mount("", target, None, MS_BIND | MS_REMOUNT | MS_RDONLY | held)


def become_root(folder: str) -> None:
    """Make `folder` the root of this mount namespace and let go of the old one."""
    os.chdir(folder)
    syscall(SYS_PIVOT_ROOT[machine()], b".", b".")
    _checked(_libc().umount2(b".", MNT_DETACH), "umount")
    os.chdir("/")


def prctl(option: int, value: int) -> None:
    zero = ctypes.c_ulong(0)
    _checked(_libc().prctl(option, ctypes.c_ulong(value), zero, zero, zero), f"prctl {option}")


def die_with_parent() -> None:
    """Be killed when the process that started this one is gone."""
    if sys.platform == "linux":
        prctl(PR_SET_PDEATHSIG, 9)


def keep_capabilities(kept: int) -> None:
    """Drop all capabilities for good but those whose bits are set in `kept`."""
    for capability in range(64):
        if not kept >> capability & 1:
            try:
                prctl(PR_CAPBSET_DROP, capability)
            except UnsupportedError:
                break
    low, high = kept & 0xFFFFFFFF, kept >> 32
    header = struct.pack("Ii", 0x20080522, 0)
    data = struct.pack("6I", low, low, 0, high, high, 0)
    _checked(_libc().capset(header, data), "capset")


def raise_loopback() -> None:
    """Bring `lo` up in a network namespace that has nothing else."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        request = struct.pack("16sH14x", b"lo", 1)  # IFF_UP
        fcntl.ioctl(probe, 0x8914, request)  # SIOCSIFFLAGS
