"""Writing: the new text or the old one, and everything about the file that is not its text."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixer.source import SourceError, SourceFile, write


def source_at(path: Path, data: bytes = b"x = 1\n") -> SourceFile:
    path.write_bytes(data)
    return SourceFile.read(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([("utf-8", "é日🙂"), ("latin-1", "é"), ("cp1252", "€")]),
    st.lists(st.sampled_from(["a = 1", "\tb = 2", "\f", "c = '''", "# \x0b", ""])),
)
def test_what_is_not_edited_stays_byte_for_byte(
    tmp_path: Path, newline: str, bom: bool, final: bool, codec: tuple[str, str], lines: list[str]
) -> None:
    name, letters = codec
    bom = bom and name == "utf-8"
    head, *body = [f"# coding: {name} {letters}", *lines, "size = 32" + (newline if final else "")]
    text = newline.join([head, *body])
    path = tmp_path / "train.py"
    source = source_at(path, (b"\xef\xbb\xbf" if bom else b"") + text.encode(name))
    write(source, source.text.replace("size = 32", "size = 64"))
    assert path.read_bytes() == source.raw.replace(b"size = 32", b"size = 64")


@pytest.mark.parametrize("mode", [0o644, 0o755, 0o600, 0o664, 0o200 | 0o444])
def test_mode_bits_stay(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "train.py"
    source = source_at(path)
    path.chmod(mode)
    write(source, "x = 2\n")
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_text() == "x = 2\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_stays(tmp_path: Path) -> None:
    path = tmp_path / "train.py"
    source = source_at(path)
    os.chown(path, 12345, 54321)
    write(source, "x = 2\n")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_extended_attributes_stay(tmp_path: Path) -> None:
    path = tmp_path / "train.py"
    source = source_at(path)
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    write(source, "x = 2\n")
    assert os.getxattr(path, "user.note") == b"mine"


def test_the_time_of_change_is_new(tmp_path: Path) -> None:
    path = tmp_path / "train.py"
    source = source_at(path)
    os.utime(path, (1, 1))
    write(source, "x = 2\n")
    assert path.stat().st_mtime > 1


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    real, link, chain = tmp_path / "real.py", tmp_path / "sub" / "link.py", tmp_path / "chain.py"
    link.parent.mkdir()
    real.write_text("x = 1\n")
    link.symlink_to("../real.py")
    chain.symlink_to(link)
    write(SourceFile.read(chain), "x = 2\n")
    assert chain.is_symlink() and link.is_symlink() and not real.is_symlink()
    assert real.read_text() == "x = 2\n"


def test_a_read_only_file_is_left_alone_also_by_root(tmp_path: Path) -> None:
    path = tmp_path / "train.py"
    source = source_at(path)
    path.chmod(0o444)
    with pytest.raises(SourceError, match="is not written: it is read-only"):
        write(source, "x = 2\n")
    assert path.read_text() == "x = 1\n"


def test_what_another_has_written_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "train.py"
    source = source_at(path)
    path.write_text("x = 3\n")
    with pytest.raises(SourceError, match="has changed since it was read"):
        write(source, "x = 2\n")
    assert path.read_text() == "x = 3\n"
    assert os.listdir(tmp_path) == ["train.py"]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    source = source_at(tmp_path / "train.py")
    source.path.unlink()
    with pytest.raises(SourceError, match="is not written: no such file"):
        write(source, "x = 2\n")
    assert os.listdir(tmp_path) == []


def test_a_pipe_is_no_file_to_write(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "train.py")
    with pytest.raises(SourceError, match="no regular file"):
        write(SourceFile.from_text(tmp_path / "train.py", "x = 1\n"), "x = 2\n")


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "train.py"
    source = source_at(path)
    monkeypatch.setattr(os, broken, full)
    with pytest.raises(SourceError, match="is not written: the disk is full"):
        write(source, "x = 2\n")
    assert path.read_text() == "x = 1\n"
    assert os.listdir(tmp_path) == ["train.py"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed there")
def test_killed_at_any_instant_the_file_is_wholly_old_or_wholly_new(tmp_path: Path) -> None:
    path = tmp_path / "train.py"
    old, new = (f"x = '{letter * 2_000_000}'\n".encode() for letter in "ab")
    path.write_bytes(old)
    program = (
        "import sys; from pathlib import Path; from fixer.source import SourceFile, write\n"
        "path = Path(sys.argv[1]); texts = path.read_text(), path.read_text().replace('a', 'b')\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    for text in reversed(texts): write(SourceFile.read(path), text)\n"
    )
    for number in range(12):
        path.write_bytes(old)
        root = Path(__file__).resolve().parents[2]
        child = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, cwd=root)
        assert child.stdout is not None and child.stdout.readline() == b"ready\n"
        time.sleep(0.003 * number)
        child.kill()
        child.communicate()
        assert path.read_bytes() in (old, new)


def test_an_interrupt_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    source = source_at(tmp_path / "train.py")
    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(source, "x = 2\n")
    assert os.listdir(tmp_path) == ["train.py"]


def test_an_encoding_that_would_not_come_back_the_same_is_not_rewritten(tmp_path: Path) -> None:
    # The second escape sequence says again what the first said: Python reads it, and would not write it.
    data = b"# coding: iso2022_jp\nx = '\x1b$B\x1b$BF|\x1b(B'\n"
    path = tmp_path / "train.py"
    source = source_at(path, data)
    with pytest.raises(SourceError, match="ambiguous"):
        write(source, source.text.replace("x", "y"))
    assert path.read_bytes() == data


def test_a_long_name_leaves_room_for_the_file_beside_it(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 124 + ".py")
    write(source_at(path), "x = 2\n")
    assert path.read_text() == "x = 2\n"
