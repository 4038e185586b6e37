"""`fixer check` over a tree, against Ruff and pyupgrade on the same files, in one run.

python benchmarks/check.py CORPUS [ROUNDS]
"""

from __future__ import annotations

import sys
from pathlib import Path

from measure import in_turn, table


def main(corpus: Path, rounds: int) -> None:
    files = sum(1 for _ in corpus.rglob("*.py"))
    python = sys.executable
    # pyupgrade rewrites what it is given and takes files only: it works on a copy, named by xargs.
    pyupgrade = (
        f"copy=$(mktemp -d); cp -r {corpus} $copy/tree; find $copy/tree -name '*.py' -print0 "
        f"| xargs -0 {python} -m pyupgrade --py38-plus --exit-zero-even-if-changed; rm -rf $copy"
    )
    commands = {
        "ruff check --select NPY --no-cache": [
            python,
            "-m",
            "ruff",
            "check",
            "--select",
            "NPY",
            "--no-cache",
            str(corpus),
        ],
        "fixer check": [python, "-m", "fixer", "check", str(corpus)],
        "fixer check --jobs 1": [python, "-m", "fixer", "check", "--jobs", "1", str(corpus)],
        "pyupgrade": ["sh", "-c", pyupgrade],
    }
    print(f"{files} files, median of {rounds}\n")
    print(table(in_turn(commands, rounds)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
