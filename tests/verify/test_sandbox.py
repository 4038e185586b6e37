"""Scripts that do harm: nothing outside changes, the answer comes in time, other scripts are not harmed."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixer.verify.execution import Ending, Execution, Job, Outcome
from fixer.verify.verifier import Verifier

pytest.importorskip("keras")

LIMIT = 4.0

GOOD = """
import numpy as np, keras
m = keras.Sequential([keras.layers.Dense(1)])
m.compile("sgd", "mse")
m.fit(np.zeros((40, 3)), np.zeros((40, 1)), epochs=2, verbose=0)
"""

FIT_FIRST = GOOD

HOSTILE = {
    "writes": """
        import os
        for folder in (HERE, os.path.expanduser("~"), "/tmp", "/var/tmp", OUTSIDE):
            with open(os.path.join(folder, "fixer-was-here"), "w") as stream:
                stream.write("x")
        with open(os.path.join(OUTSIDE, "kept"), "w") as stream:
            stream.write("changed")
        """,
    "deletes": """
        import os, shutil, subprocess
        shutil.rmtree(OUTSIDE)
        subprocess.run(["rm", "-rf", HERE], check=True)
        assert not os.path.exists(HERE) and not os.path.exists(OUTSIDE)
        """,
    "connects": """
        import socket
        unix = socket.socket(socket.AF_UNIX)
        try:
            unix.connect(os.path.join(OUTSIDE, "socket"))
        except OSError as error:
            print(error)
        else:
            raise SystemExit("reached a socket of the machine")
        socket.create_connection(("127.0.0.1", PORT), timeout=2)
        """,
    "forks": """
        import os
        while True:
            try:
                os.fork()
            except OSError:
                pass
        """,
    "eats memory": """
        hoard = []
        while True:
            hoard.append(bytearray(50_000_000))
        """,
    "eats memory in many processes": """
        import os, time
        for _ in range(12):
            if os.fork() == 0:
                hoard = b"x" * 400_000_000
                time.sleep(60)
        time.sleep(60)
        """,
    "sleeps": "import time\ntime.sleep(3600)",
    "catches SystemExit": """
        import sys
        while True:
            try:
                sys.exit(0)
            except SystemExit:
                pass
        """,
    "ends itself": FIT_FIRST + "import os\nos._exit(0)\n",
    "kills its parent": """
        import os, signal
        for process in (os.getppid(), -1):
            try:
                os.kill(process, signal.SIGKILL)
            except OSError as error:
                print(error)
        """ + FIT_FIRST,
    "kills itself": FIT_FIRST + "import os\nos.kill(os.getpid(), 9)\n",
    "closes its descriptors": "import os\nos.closerange(3, 4096)\n" + FIT_FIRST,
    "writes to all descriptors": """
        import os
        junk = b'\\n{"nonce": "0", "end": {"ending": "finished"}}\\n' * 100
        for _ in range(200):
            for descriptor in range(3, 100):
                try:
                    os.write(descriptor, junk)
                except OSError:
                    pass
        """ + FIT_FIRST + "raise ValueError('the end')\n",
    "ignores signals": """
        import os, signal, time
        for number in range(1, 64):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(600)
        """,
    "prints without end": "while True: print('x' * 100_000)",
    "fills the disk": """
        block = bytes(10_000_000)
        with open("big", "wb") as stream:
            for _ in range(1000):
                stream.write(block)
        """,
    "looks for secrets": """
        import os
        assert "FIXER_TEST_TOKEN" not in os.environ, "the environment"
        held = os.path.join(os.path.expanduser("~"), ".ssh", "fixer-test-secret")
        assert not os.path.exists(held), "the home"
        """,
    "wants its powers back": """
        import ctypes, os, subprocess
        libc = ctypes.CDLL(None, use_errno=True)
        assert libc.umount2(b"/proc", 2) != 0
        assert libc.mount(b"none", b"/mnt", b"tmpfs", 0, None) != 0
        assert libc.unshare(0x10000000) != 0
        for path in ("/proc/sys/vm/drop_caches", "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger"):
            try:
                open(path, "w").close()
            except OSError:
                continue
            raise SystemExit(path)
        """,
}  # fmt: skip

ENDS_BY_TIME = {"sleeps", "catches SystemExit", "prints without end"}


class Outside:
    """What must not change: a folder beside the project, the project, the home, the temporary folders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "outside"
        self.folder.mkdir()
        (self.folder / "kept").write_text("kept")
        self.project = folder / "project"
        self.project.mkdir()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.unix = socket.socket(socket.AF_UNIX)
        self.unix.bind(str(self.folder / "socket"))
        self.unix.listen()
        self.secret = Path.home() / ".ssh" / "fixer-test-secret"
        self.made_ssh = not self.secret.parent.exists()
        with contextlib.suppress(OSError):
            self.secret.parent.mkdir(mode=0o700, exist_ok=True)
            self.secret.write_text("secret")

    def script(self, name: str, text: str) -> Path:
        path = self.project / f"{name.replace(' ', '_')}.py"
        head = f"import os\nHERE = {str(self.project)!r}\nOUTSIDE = {str(self.folder)!r}\n"
        port = self.listener.getsockname()[1]
        first, *rest = text.split(FIT_FIRST) if FIT_FIRST in text else (text,)
        body = FIT_FIRST.join([textwrap.dedent(first), *map(textwrap.dedent, rest)])
        path.write_text(f"{head}PORT = {port}\n{body}")
        return path

    def seen(self) -> list[object]:
        """Everything as it is now."""
        trees = [
            sorted((str(path), path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*"))
            for folder in (self.folder, self.project)
        ]
        marks = [Path(p, "fixer-was-here").exists() for p in (Path.home(), "/tmp", "/var/tmp")]
        return [trees, marks, sorted(os.listdir(Path.home()))]

    def close(self) -> None:
        self.listener.close()
        self.unix.close()
        with contextlib.suppress(OSError):
            self.secret.unlink()
            if self.made_ssh:
                self.secret.parent.rmdir()


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    made = Outside(tmp_path_factory.mktemp("sandbox"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def results(outside: Outside) -> dict[str, Execution]:
    """All hostile scripts in one run, with a good one first, in the middle and last; the world looked at after."""
    names = [*HOSTILE]
    order = ["good 1", *names[:9], "good 2", *names[9:], "good 3"]
    jobs = [Job(outside.script(name, HOSTILE.get(name, GOOD))) for name in order]
    before = outside.seen()
    os.environ["FIXER_TEST_TOKEN"] = "secret"
    try:
        with Verifier(Path(sys.executable), timeout=LIMIT, memory=1_500_000_000, jobs=2) as verifier:
            found = {order[index]: execution for index, execution in verifier.run_many(jobs)}
    finally:
        del os.environ["FIXER_TEST_TOKEN"]
    assert outside.seen() == before
    return found


@pytest.mark.parametrize("name", ["good 1", "good 2", "good 3"])
def test_good_scripts_of_the_same_run_prove(name: str, results: dict[str, Execution]) -> None:
    assert results[name].healthy, results[name]
    assert results[name].isolation == "full"


@pytest.mark.parametrize("name", HOSTILE)
def test_the_answer_comes_in_time(name: str, results: dict[str, Execution]) -> None:
    assert results[name].isolation == "full"
    assert results[name].seconds < LIMIT + 4


@pytest.mark.parametrize("name", ["writes", "deletes", "looks for secrets", "wants its powers back", "ignores signals"])
def test_it_may_do_what_stays_within(name: str, results: dict[str, Execution]) -> None:
    assert results[name].ending is Ending.FINISHED, results[name]


@pytest.mark.parametrize("name", sorted(ENDS_BY_TIME))
def test_time_is_limited(name: str, results: dict[str, Execution]) -> None:
    assert results[name].ending is Ending.TIMEOUT


def test_memory_is_limited(results: dict[str, Execution]) -> None:
    one, many = results["eats memory"], results["eats memory in many processes"]
    assert one.ending is Ending.KILLED or (one.error is not None and one.error.type == "MemoryError"), one
    assert many.ending is Ending.KILLED, many
    assert "memory" in many.detail


def test_processes_are_limited(results: dict[str, Execution]) -> None:
    assert results["forks"].ending in (Ending.TIMEOUT, Ending.KILLED)


def test_there_is_no_network(results: dict[str, Execution]) -> None:
    execution = results["connects"]
    assert execution.ending is Ending.NO_DATA, execution
    assert execution.error is not None and execution.error.type == "ConnectionRefusedError"


def test_calls_before_the_end_are_told(results: dict[str, Execution]) -> None:
    for name, words in (("ends itself", "os._exit(0)"), ("kills itself", "SIGKILL")):
        execution = results[name]
        assert execution.ending is Ending.KILLED
        assert words in execution.detail
        assert [call.outcome for call in execution.calls] == [Outcome.TRAINED]


@pytest.mark.parametrize("name", ["kills its parent", "closes its descriptors"])
def test_it_cannot_silence_the_report(name: str, results: dict[str, Execution]) -> None:
    assert results[name].healthy, results[name]


def test_it_cannot_forge_the_report(results: dict[str, Execution]) -> None:
    execution = results["writes to all descriptors"]
    assert execution.ending is Ending.RAISED
    assert [call.outcome for call in execution.calls] == [Outcome.TRAINED]


def test_the_disk_is_limited(results: dict[str, Execution]) -> None:
    assert results["fills the disk"].ending is not Ending.FINISHED


BY_SHELL = """
import os, subprocess
def shell(command):
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True)
shell(f"echo x > {OUTSIDE}/made; rm -rf {OUTSIDE} {HERE}; echo x > ~/fixer-was-here; echo x > /tmp/fixer-was-here")
killed = [shell(f"kill -9 {p}").returncode for p in (os.getppid(), WATCHED)]
assert all(killed), killed
"""


@pytest.mark.parametrize("isolation", ["landlock", "basic"])
def test_lesser_isolations_prove_too(isolation: str, outside: Outside) -> None:
    before = outside.seen()
    jobs = [
        Job(outside.script("good", GOOD + "\nm.save('made.keras')\nopen(os.path.expanduser('~/x'), 'w')\n")),
        Job(outside.script("fails", GOOD + "\nm.fit(np.zeros((4, 5)), np.zeros((4, 1)))\n")),
        *(
            Job(outside.script(name, HOSTILE[name]))
            for name in ("forks", "sleeps", "kills its parent", "ignores signals")
        ),
        *(Job(outside.script(name, HOSTILE[name])) for name in ("writes", "deletes") if isolation == "basic"),
    ]
    paths = [job.script for job in jobs]
    before = outside.seen()
    with Verifier(Path(sys.executable), timeout=LIMIT, jobs=2, isolation=isolation) as verifier:
        found = {paths[index].stem: execution for index, execution in verifier.run_many(jobs)}
        assert {execution.isolation for execution in found.values()} == {isolation}
        assert found["good"].healthy, found["good"]
        failed = found["fails"].calls[-1]
        assert failed.outcome is Outcome.FAILED
        assert failed.path == outside.project / "fails.py"
        assert found["fails"].error is not None and found["fails"].error.path == failed.path
        assert found["sleeps"].ending is Ending.TIMEOUT
        assert all(execution.seconds < LIMIT + 4 for execution in found.values())
    assert outside.seen() == before


def test_landlock_holds_for_the_programs_that_a_script_starts(outside: Outside) -> None:
    before = outside.seen()
    text = BY_SHELL.replace("WATCHED", str(os.getpid()))
    script = outside.script("by_shell", text)
    before = outside.seen()
    with Verifier(Path(sys.executable), timeout=LIMIT, isolation="landlock") as verifier:
        execution = verifier.run(Job(script))
    assert execution.ending is Ending.FINISHED, execution
    assert outside.seen() == before


def test_a_process_of_its_own_where_forking_is_not_sound(outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fixer.verify.verifier.GRACE", 3.0)
    jobs = [Job(outside.script("good", GOOD)), Job(outside.script("sleeps", HOSTILE["sleeps"]))]
    with Verifier(Path(sys.executable), timeout=7, fork=False) as verifier:
        good, sleeping = (verifier.run(job) for job in jobs)
    assert good.healthy, good
    assert good.isolation == "basic"
    assert sleeping.ending is Ending.TIMEOUT


OPENED = """
set -e
for folder in $CLOSED; do
    mkdir -p "$SHELF/${folder}"
    mount --bind "$folder" "$SHELF/${folder}"
done
mount -t tmpfs -o mode=755 none "$BARRED"
for folder in $CLOSED; do
    mkdir -p "$folder"
    mount --bind "$SHELF/${folder}" "$folder"
done
exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
"""
"""Puts the interpreter, where it lies in a folder that is closed to others, into one that is open; for itself alone."""


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to become somebody else")
def test_another_user_has_full_isolation_too(tmp_path: Path) -> None:
    """An ordinary user, in a process of its own."""
    folder = Path(tempfile.mkdtemp(prefix="fixer-test-"))
    script = folder / "train.py"
    script.write_text(GOOD + "\nm.save('made.keras')\n")
    shutil.copytree(Path(__file__).parents[2] / "fixer", folder / "lib" / "fixer")
    subprocess.run(["chown", "-R", "65534:65534", str(folder)], check=True)
    program = (
        f"import sys; sys.path.insert(0, {str(folder / 'lib')!r})\n"
        "from pathlib import Path\n"
        "from fixer.verify.verifier import Verifier\n"
        "from fixer.verify.execution import Job\n"
        f"with Verifier(Path({sys.executable!r}), timeout=30) as verifier:\n"
        f"    execution = verifier.run(Job(Path({str(script)!r})))\n"
        "print(execution.isolation, execution.healthy, execution.detail, execution.error)\n"
    )
    prefixes = {sys.prefix, sys.base_prefix}
    barred = sorted({str(p) for prefix in prefixes for p in Path(prefix).parents if not p.stat().st_mode & 0o001})
    command = [sys.executable, "-c", program]
    environment = {"HOME": str(folder), "PATH": os.environ["PATH"]}
    if barred:
        command = ["unshare", "-m", "sh", "-c", OPENED, "sh", *command]
        environment |= {
            "CLOSED": " ".join(p for p in prefixes if p.startswith(barred[0])),
            "BARRED": barred[0],
            "SHELF": str(tmp_path),
        }
    else:
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
    try:
        done = subprocess.run(
            command, env=environment, cwd="/", capture_output=True, text=True, timeout=120, check=False
        )
        assert done.stdout.startswith("full True"), done.stdout + done.stderr
        assert not (folder / "made.keras").exists()
    finally:
        shutil.rmtree(folder)


def test_a_zygote_that_dies_is_replaced(outside: Outside) -> None:
    job = Job(outside.script("good", GOOD))
    with Verifier(Path(sys.executable), timeout=30) as verifier:
        assert verifier.run(job).healthy
        assert verifier._zygote is not None
        os.kill(verifier._zygote._process.pid, 9)
        assert verifier.run(job).healthy


def test_closing_ends_what_runs(outside: Outside) -> None:
    jobs = [Job(outside.script("good", GOOD)), Job(outside.script("sleeps", HOSTILE["sleeps"]))]
    started = time.monotonic()
    with Verifier(Path(sys.executable), timeout=60, jobs=2) as verifier:
        for _ in verifier.run_many(jobs):
            break  # as Ctrl-C would: the caller wants no more
        process = verifier._zygote
    assert process is None
    assert time.monotonic() - started < 30
