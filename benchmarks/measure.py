"""Time whole processes in turn, and print their medians and ratios as a Markdown table."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds on the wall and on the processors, its children's included."""

    wall: float
    cpu: float


def once(command: Sequence[str], environ: Mapping[str, str] | None = None) -> Run:
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environ)
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return Run(wall, cpu)


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Run]:
    """The median of each command, run A B C A B C ... so that a slow minute hits all alike."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(once(command))
    return {
        name: Run(statistics.median(r.wall for r in found), statistics.median(r.cpu for r in found))
        for name, found in runs.items()
    }


def table(results: Mapping[str, Run]) -> str:
    """Each command's seconds, and how many times the first one's they are."""
    first = next(iter(results.values()))
    lines = ["| command | wall s | CPU s | wall ratio | CPU ratio |", "|---|---|---|---|---|"]
    for name, run in results.items():
        ratios = f"{run.wall / first.wall:.2f} | {run.cpu / first.cpu:.2f}"
        lines.append(f"| `{name}` | {run.wall:.2f} | {run.cpu:.2f} | {ratios} |")
    return "\n".join(lines)
