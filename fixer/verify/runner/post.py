"""How the script's process tells what happened: one datagram a message, to an address that it keeps no descriptor of.

A script may close every descriptor, or write to every one; neither silences nor
fools the report. Each message carries the nonce of its run, and what lacks it is
thrown away.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import sys
import tempfile
from collections.abc import Callable
from typing import Any

LONGEST = 60_000
"""Bytes in one message; a datagram has to fit the socket's buffer."""

Send = Callable[[str, Any], None]
"""Report `(kind, content)`."""


class Mailbox:
    """The warden's end."""

    def __init__(self, nonce: str) -> None:
        self.nonce = nonce
        self.folder: str | None = None
        name = f"fixer-{secrets.token_hex(16)}"
        if sys.platform == "linux":
            self.address = "\0" + name
        else:
            self.folder = tempfile.mkdtemp(prefix="fixer-")
            self.address = os.path.join(self.folder, "post")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.address)
        self.socket.setblocking(False)

    def letters(self) -> list[bytes]:
        """All messages that have come in and are genuine."""
        found: list[bytes] = []
        while True:
            try:
                data = self.socket.recv(4 * LONGEST)
            except BlockingIOError:
                return found
            if genuine(data, self.nonce):
                found.append(data)

    def close(self) -> None:
        self.socket.close()
        if self.folder is not None:
            for path, remove in ((self.address, os.unlink), (self.folder, os.rmdir)):
                with contextlib.suppress(OSError):
                    remove(path)


def letter(nonce: str, kind: str, content: Any) -> bytes:
    return json.dumps({"nonce": nonce, kind: content}).encode("utf-8", "replace")


def genuine(data: bytes, nonce: str) -> bool:
    try:
        return bool(json.loads(data)["nonce"] == nonce)
    except (ValueError, KeyError, TypeError):
        return False


def sender(nonce: str, address: str) -> Send:
    """The script's end: a closure, so that no object of the process shows the nonce by name."""

    make, family, kind_of = socket.socket, socket.AF_UNIX, socket.SOCK_DGRAM

    def send(kind: str, content: Any) -> None:
        data = letter(nonce, kind, content)
        try:
            with make(family, kind_of) as out:
                out.sendto(data, address)
        except OSError:
            pass  # nobody is listening any more, or the script used up all descriptors: the run is past saving

    return send


def pipe_sender(nonce: str, descriptor: int) -> Send:
    """The same over a descriptor, for systems without Unix sockets."""
    write = os.write

    def send(kind: str, content: Any) -> None:
        data = b"\n" + letter(nonce, kind, content) + b"\n"
        while data:
            try:
                data = data[write(descriptor, data) :]
            except OSError:
                return

    return send
