"""Full isolation: a process tree with a root, network and process table of its own.

The script sees the machine's files at their own paths, through overlays whose
upper layer is a small tmpfs: it may write wherever it could before, and nothing
of it stays. What leads out of the machine or into its secrets is not there.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import re
import select
import stat
from collections.abc import Callable, Mapping

from . import linux

STAGING = "/proc"
"""Where the new root is built: a folder that every machine has and no overlay needs."""

OWN_MOUNTS = ("/proc", "/sys", "/dev")
"""Never laid over: they are made anew."""

DEVICES = ("null", "zero", "full", "random", "urandom")

SECRETS = (
    ".ssh", ".aws", ".azure", ".config/gcloud", ".config/gh", ".netrc", ".kube", ".docker", ".gnupg", ".kaggle",
    ".git-credentials", ".pypirc", ".npmrc", ".password-store", ".mozilla", ".config/google-chrome",
    ".cache/huggingface/token", ".huggingface/token", ".bash_history", ".python_history",
)  # fmt: skip

ROOT_KEEPS = 0b11111
"""CHOWN, DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER, FSETID: what makes files behave for root as they always do."""


def supported() -> bool:
    return linux.machine() in linux.SYS_PIVOT_ROOT


def unshare_all(ask_for_ids: Callable[[], None]) -> None:
    """Leave the machine's namespaces. `ask_for_ids` has another process map root's ids, who alone may."""
    user, group = os.geteuid(), os.getegid()
    linux.unshare(
        linux.CLONE_NEWUSER
        | linux.CLONE_NEWNS
        | linux.CLONE_NEWPID
        | linux.CLONE_NEWNET
        | linux.CLONE_NEWIPC
        | linux.CLONE_NEWUTS
    )
    if user == 0:
        ask_for_ids()
        return
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{user} {user} 1")
    _write("/proc/self/gid_map", f"{group} {group} 1")


def map_ids(process: int) -> None:
    """Let root in the namespace of `process` own the files that root owns: all ids, as they are."""
    for kind in ("uid_map", "gid_map"):
        with open(f"/proc/self/{kind}", encoding="ascii") as stream:
            held = [line.split() for line in stream]
        _write(f"/proc/{process}/{kind}", "".join(f"{inner} {inner} {count}\n" for inner, _, count in held))


def serve_ids(process: int, request: int, answer: int) -> None:
    """The zygote's side of `ask_for_ids`: wait until `process` has unshared, then map its ids."""
    ready, _, _ = select.select([request], [], [], 5)
    if ready and os.read(request, 1):
        map_ids(process)
        os.write(answer, b"1")


def build_root(size: int, files: Mapping[str, bytes], home: str) -> None:
    """Make the new root, write `files` into it and move there. Runs as the first process of the namespaces."""
    mounts = _mount_points()
    linux.mount("none", "/", None, linux.MS_REC | linux.MS_PRIVATE)
    linux.mount("fixer", STAGING, "tmpfs", linux.MS_NOSUID, f"size={size},nr_inodes=400k,mode=755")
    for name in ("root", "upper", "work"):
        os.mkdir(f"{STAGING}/{name}")
    root = f"{STAGING}/root"
    linux.bind(root, root)  # only a mount can become the root
    _Overlays(root, mounts).lay("/")
    _make_dev(root)
    os.mkdir(f"{root}/sys", 0o555)
    if os.path.isdir("/sys/devices/system"):
        os.makedirs(f"{root}/sys/devices/system")
        linux.bind("/sys/devices/system", f"{root}/sys/devices/system", read_only=True)
    os.mkdir(f"{root}/proc", 0o555)
    linux.mount("proc", f"{root}/proc", "proc", linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC)
    linux.become_root(root)
    for path, data in files.items():
        write_over(path, data)
    _hide_secrets(home)
    _limit_kernel()
    linux.protect("/proc")
    with contextlib.suppress(OSError):  # a script that serves itself on localhost is rare
        linux.raise_loopback()


def give_up_powers() -> None:
    """What the script's process does last: no way back to the powers that built the sandbox."""
    linux.keep_capabilities(ROOT_KEEPS if os.geteuid() == 0 else 0)
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)


def write_over(path: str, data: bytes) -> None:
    """Put `data` at `path`, keeping the mode bits of a file that is there."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    try:
        with open(path, "wb") as stream:
            stream.write(data)
    except PermissionError:  # a read-only file of the user's own: the folder is theirs, so is the copy
        os.unlink(path)
        with open(path, "wb") as stream:
            stream.write(data)


class _Overlays:
    """Lays one overlay over each folder that has no mount beneath it, and descends where it has.

    The kernel forbids a folder with foreign mounts beneath it as the lower layer
    in a user namespace, since that would uncover what they hide.
    """

    def __init__(self, root: str, mounts: frozenset[str]) -> None:
        self.root = root
        self.mounts = mounts
        self.count = 0

    def lay(self, path: str) -> None:
        target = self.root + path if path != "/" else self.root
        if path != "/":
            os.mkdir(target)
        beneath = path.rstrip("/") + "/"
        if not any(m.startswith(beneath) for m in self.mounts):
            self._overlay(path, target)
            return
        status = os.stat(path)
        for entry in os.scandir(path):
            if entry.path not in OWN_MOUNTS:
                self._copy(entry)
        os.chmod(target, stat.S_IMODE(status.st_mode))

    def _overlay(self, path: str, target: str) -> None:
        self.count += 1
        upper, work = f"{STAGING}/upper/{self.count}", f"{STAGING}/work/{self.count}"
        os.mkdir(upper)
        os.mkdir(work)
        lower = path.replace("\\", "\\\\").replace(":", "\\:").replace(",", "\\,")
        options = f"lowerdir={lower},upperdir={upper},workdir={work},userxattr"
        status = os.stat(path)
        os.chmod(upper, stat.S_IMODE(status.st_mode))
        with contextlib.suppress(OSError):  # an owner not mapped here: the folder was not this user's to write either
            os.chown(upper, status.st_uid, status.st_gid)
        linux.mount("overlay", target, "overlay", linux.MS_NOSUID | linux.MS_NODEV, options)

    def _copy(self, entry: os.DirEntry[str]) -> None:
        target = self.root + entry.path
        try:
            if entry.is_symlink():
                os.symlink(os.readlink(entry.path), target)
            elif entry.is_dir():
                self.lay(entry.path)
            elif entry.is_file():
                os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o600))
                linux.bind(entry.path, target, read_only=True)
        except PermissionError:
            pass  # what this user cannot read, the script cannot miss


def _mount_points() -> frozenset[str]:
    with open("/proc/self/mountinfo", "rb") as stream:
        fields = [line.split()[4] for line in stream]
    return frozenset(os.fsdecode(f.decode("unicode_escape").encode("latin-1")) for f in fields)


def _make_dev(root: str) -> None:
    dev = f"{root}/dev"
    os.mkdir(dev)
    linux.mount("dev", dev, "tmpfs", linux.MS_NOSUID, "size=1m,mode=755")
    for name in DEVICES:
        os.close(os.open(f"{dev}/{name}", os.O_CREAT | os.O_WRONLY, 0o666))
        linux.bind(f"/dev/{name}", f"{dev}/{name}")
    for name, target in (("fd", "fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
        os.symlink(f"/proc/self/{target}", f"{dev}/{name}")
    shared = f"{STAGING}/upper/shm"
    os.mkdir(shared)
    os.chmod(shared, 0o1777)
    os.mkdir(f"{dev}/shm")
    linux.bind(shared, f"{dev}/shm")


def _hide_secrets(home: str) -> None:
    homes = {home, pwd.getpwuid(os.getuid()).pw_dir} if _has_account() else {home}
    for folder in homes:
        for name in SECRETS:
            path = os.path.join(folder, name)
            if os.path.isdir(path):
                linux.mount("none", path, "tmpfs", linux.MS_RDONLY, "size=4k,mode=700")
            elif os.path.isfile(path):
                linux.bind("/dev/null", path)


def _has_account() -> bool:
    try:
        pwd.getpwuid(os.getuid())
    except KeyError:
        return False
    return True


def _limit_kernel() -> None:
    """Bound the process table, and allow no sandbox in the sandbox, where the kernel knows how."""
    limits = {"user/max_user_namespaces": "0"}
    if tuple(int(part) for part in re.findall(r"\d+", os.uname().release)[:2]) >= (6, 14):
        limits["kernel/pid_max"] = str(max(1024, 64 * (os.cpu_count() or 1)))
        # before 6.14 this is the limit of the whole machine; the warden's watch has to do
    for name, value in limits.items():
        with contextlib.suppress(OSError):
            _write(f"/proc/sys/{name}", value)


def _write(path: str, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, text.encode("ascii"))
    finally:
        os.close(descriptor)
