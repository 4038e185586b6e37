"""How many broken programs of golden/repair come out trained, and mended as a knowing person would.

    python benchmarks/repair.py dev|held [PROGRAM ...]

The programs of `held` were written before any of them was run through the tool, and nothing is tuned on them.
A program counts as trained on the verdict `fixed`; one that trained badly before, on `preserved` with a change.
It counts as mended as intended if one of the patterns that its case.toml names is found in the mended text and
not in the original, and none of those that would only silence the fault.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomllib

SUITE = Path(__file__).parents[1] / "golden" / "repair"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one program."""

    name: str
    kind: str
    trained: bool
    intended: bool
    changed: bool
    verdicts: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def healthy(self) -> bool:
        return self.kind == "healthy"


def main(half: str, names: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        programs = [p.parent for p in sorted((SUITE / half).glob("*/case.toml")) if not names or p.parent.name in names]
        copies = [Path(shutil.copytree(program, Path(folder) / program.name)) for program in programs]
        command = [sys.executable, "-m", "fixer", "apply", "--unsafe-fixes", "--output-format", "json", folder]
        document = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
        results = [judge(program, copy, document["files"]) for program, copy in zip(programs, copies)]
    broken = [result for result in results if not result.healthy]
    healthy = [result for result in results if result.healthy]
    for result in results:
        if result.changed if result.healthy else not (result.trained and result.intended):
            said = "changed" if result.healthy else f"trained {result.trained}, intended {result.intended}"
            print(f"{result.name} ({result.kind}): {said}; {', '.join(result.verdicts)}; {' '.join(result.codes)}")
    print(f"\n{half}: {len(broken)} broken programs")
    if broken:
        print(f"trained after: {share(sum(r.trained for r in broken), len(broken))}")
        print(f"mended as intended: {share(sum(r.intended for r in broken), len(broken))}")
    print(f"healthy programs changed: {sum(r.changed for r in healthy)} of {len(healthy)}")
    return 0


def share(count: int, total: int) -> str:
    return f"{count} of {total} ({100 * count / total:.0f} %)"


def judge(program: Path, copy: Path, files: list[dict[str, Any]]) -> Result:
    stated = tomllib.loads((program / "case.toml").read_text())
    own = [file for file in files if copy in Path(file["path"]).resolve().parents or copy in Path(file["path"]).parents]
    verdicts = tuple(file["verdict"]["kind"] for file in own if file["verdict"])
    before, after = texts(program), texts(copy)
    good = {"fixed", "preserved"} if stated["says"] == "trains badly" else {"fixed"}
    trained = (
        bool(verdicts) and before != after and set(verdicts) <= {"fixed", "preserved"} and bool(good & set(verdicts))
    )
    new = [p for p in stated.get("intended", []) if re.search(p, after) and not re.search(p, before)]
    silenced = [p for p in stated.get("forbidden", []) if re.search(p, after) and not re.search(p, before)]
    codes = tuple(applied["code"] for file in own for applied in file["applied"])
    intended = bool(new) and not silenced
    return Result(program.name, stated["kind"], trained, intended, before != after, verdicts, codes)


def texts(folder: Path) -> str:
    return "\n".join(path.read_text() for path in sorted(folder.rglob("*.py")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
