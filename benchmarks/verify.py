"""Scripts verified per minute, against one `python script.py` each with fit bounded the same way.

    python benchmarks/verify.py [COPIES]

The scripts are the near misses of golden/: they train on every Keras.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import tomllib
from measure import Run, in_turn, table

GOLDEN = Path(__file__).parents[1] / "golden"


def trains(case: Path) -> bool:
    stated = tomllib.loads((case.parent / "case.toml").read_text())
    return bool(stated.get("keras3", {}).get("before") == "trains")


def main(count: int) -> None:
    cases = [case for case in sorted(GOLDEN.glob("*/*/before.py")) if trains(case)][:: max(1, 200 // count)]
    with tempfile.TemporaryDirectory() as folder:
        scripts = []
        for number, case in enumerate(cases[:count]):
            scripts.append(shutil.copy(case, Path(folder) / f"script_{number:03}.py"))
        python = sys.executable
        one_each = f'for script in {folder}/*.py; do {python} "$script"; done'
        two_at_once = f"ls {folder}/*.py | xargs -n 1 -P 2 {python}"
        results = in_turn(
            {
                "python script.py, one after the other": ["sh", "-c", one_each],
                "python script.py, two at once": ["sh", "-c", two_at_once],
                "fixer verify --jobs 1": [python, "-m", "fixer", "verify", "--jobs", "1", folder],
                "fixer verify --jobs 2": [python, "-m", "fixer", "verify", "--jobs", "2", folder],
            },
            rounds=1,
        )
        print(f"{len(scripts)} scripts\n")
        print(table(results))
        print(
            "\nscripts per minute: " + ", ".join(f"{name}: {rate(run, len(scripts))}" for name, run in results.items())
        )


def rate(run: Run, count: int) -> str:
    return f"{60 * count / run.wall:.0f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
