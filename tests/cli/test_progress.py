"""The bar: for a person at a terminal, and out of the way of what is printed."""

from __future__ import annotations

import io
import sys

import pytest

from fixer.report.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_it_is_shown_on_a_terminal_and_gone_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with Bar("proving", 2, wanted=True, at_once=True) as bar:
        bar.step()
        with bar.hidden():
            shown = len(terminal.getvalue())
        bar.step()
    assert "proving" in terminal.getvalue()
    assert "2/2" in terminal.getvalue()
    assert terminal.getvalue()[:shown].endswith("\x1b[2K"), "the line is wiped before others print"


@pytest.mark.parametrize(("stream", "wanted"), [(io.StringIO, True), (Terminal, False)])
def test_it_is_not_shown_to_a_file_or_when_quiet(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], wanted: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", written := stream())
    with Bar("proving", 1, wanted, at_once=True) as bar:
        bar.step()
        with bar.hidden():
            pass
    assert written.getvalue() == ""


def test_it_waits_for_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with Bar("checking", 3, wanted=True) as bar:
        bar.step()
        assert terminal.getvalue() == ""
        now += 1.5
        bar.step()
    assert "checking" in terminal.getvalue()
