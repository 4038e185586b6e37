"""A filter of system calls: no network, and no signal to the processes that watch over this one."""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys

from . import linux

LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
RETURN = 0x06
ALLOW = 0x7FFF0000
REFUSE = 0x00050000
AT_NUMBER, AT_ARCHITECTURE, AT_FIRST_ARGUMENT = 0, 4, 16

ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
SIGNALS = {
    "x86_64": {"kill": 62, "tkill": 200, "tgkill": 234, "rt_sigqueueinfo": 129, "rt_tgsigqueueinfo": 297},
    "aarch64": {"kill": 129, "tkill": 130, "tgkill": 131, "rt_sigqueueinfo": 138, "rt_tgsigqueueinfo": 240},
}
PIDFD_OPEN = 434
SOCKET = {"x86_64": 41, "aarch64": 198}
REFUSED = {"x86_64": {"ptrace": 101, "writev": 311}, "aarch64": {"ptrace": 117, "writev": 271}}


def install(protected: list[int]) -> None:
    """For this process and all that it starts. `protected` are process ids; so are their groups, and `kill(-1)`."""
    kind = linux.machine()
    if kind not in ARCHITECTURE or sys.byteorder != "little":
        raise linux.UnsupportedError("no filter for this processor")
    program = b"".join(_program(kind, protected))
    filters = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(filters))
    address = ctypes.create_string_buffer(header, len(header))
    result = ctypes.CDLL(None, use_errno=True).prctl(
        linux.PR_SET_SECCOMP, ctypes.c_ulong(linux.SECCOMP_MODE_FILTER), address, ctypes.c_ulong(0), ctypes.c_ulong(0)
    )
    if result < 0:
        raise linux.UnsupportedError(f"seccomp: {os.strerror(ctypes.get_errno())}")


def _program(kind: str, protected: list[int]) -> list[bytes]:
    groups = {os.getpgid(p) for p in protected} - {os.getpgrp()}
    targets = [*protected, *(-g for g in groups), -1]
    lines = [
        _line(LOAD, AT_ARCHITECTURE),
        _line(EQUAL, ARCHITECTURE[kind], 1, 0),
        _line(RETURN, ALLOW),
    ]
    for number in (*SIGNALS[kind].values(), PIDFD_OPEN):
        lines += _when(number, [_line(EQUAL, t & 0xFFFFFFFF, 0, 1) + _refuse(errno.EPERM) for t in targets])
    for number in REFUSED[kind].values():
        lines += _when(number, [_refuse(errno.EPERM)])
    # family by family: a Unix socket stays in the machine, all others may lead out of it
    lines += _when(SOCKET[kind], [_line(EQUAL, 1, 1, 0) + _refuse(errno.EACCES)])
    lines.append(_line(RETURN, ALLOW))
    return lines


def _when(number: int, body: list[bytes]) -> list[bytes]:
    """`body`, with the call's first argument loaded, for one system call."""
    inside = _line(LOAD, AT_FIRST_ARGUMENT) + b"".join(body)
    return [_line(LOAD, AT_NUMBER), _line(EQUAL, number, 0, len(inside) // 8), inside]


def _refuse(number: int) -> bytes:
    return _line(RETURN, REFUSE | number)


def _line(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
