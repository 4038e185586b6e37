"""Write the rules' pages from the rules themselves and what the golden cases show of them.

python tools/generate_docs.py           # write docs/rules.md and docs/rules/
python tools/generate_docs.py --check   # exit 1 if they are not what would be written
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from codemods import Rule, all_rules  # noqa: E402
from tests.golden.cases import Case, all_cases  # noqa: E402

DOCS = ROOT / "docs"
NOTE = "<!-- Written by tools/generate_docs.py; edit the rule's docstring instead. -->"


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated page with its text."""
    cases = all_cases()
    yield DOCS / "rules.md", index()
    for rule in all_rules():
        own = [case for case in cases if case.folder.parent.name == rule.name]
        yield DOCS / "rules" / f"{rule.name}.md", page(rule, own)


def level(rule: Rule, keras: int) -> str:
    found = rule.levels.get(keras)
    return found.value if found is not None else "-"


def index() -> str:
    lines = [
        NOTE,
        "",
        "# Rules",
        "",
        "The levels are those on Keras 2 and Keras 3: `error` fails there, `warning` trains badly or on less than it",
        "was given, `hint` trains the same. How far the best fix can be trusted is said in the last column.",
        "",
        "| code | name | what it finds | Keras 2 | Keras 3 | fix |",
        "|---|---|---|---|---|---|",
    ]
    for rule in all_rules():
        lines.append(
            f"| {rule.code} | [{rule.name}](rules/{rule.name}.md) | {rule.summary} "
            f"| {level(rule, 2)} | {level(rule, 3)} | {rule.applicability.value} |"
        )
    return "\n".join(lines) + "\n"


def page(rule: Rule, cases: list[Case]) -> str:
    faults = [case for case in cases if case.is_fault]
    lines = [
        NOTE,
        "",
        f"# {rule.code} {rule.name}",
        "",
        f"Keras 2: {level(rule, 2)} · Keras 3: {level(rule, 3)} · fix: {rule.applicability.value}",
        "",
        rule.doc,
        "",
        "## Measured",
        "",
        f"{len(faults)} faults and {len(cases) - len(faults)} near misses are executed with the tests. The faults:",
        "",
        "| case | Keras 2 before | after | Keras 3 before | after |",
        "|---|---|---|---|---|",
    ]
    for case in faults:
        shown = [case.stated.get(f"keras{k}", {}).get(word, "-") for k in (2, 3) for word in ("before", "after")]
        lines.append(f"| `{case.folder.name}` | " + " | ".join(shown) + " |")
    return "\n".join(lines) + "\n"


def main(check: bool) -> int:
    wanted = dict(pages())
    stale = [path for path in (DOCS / "rules").glob("*.md") if path not in wanted]
    drifted = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    if check:
        for path in (*drifted, *stale):
            print(f"{path.relative_to(ROOT)} is not what the rules say: run tools/generate_docs.py")
        return int(bool(drifted or stale))
    (DOCS / "rules").mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.unlink()
    for path in drifted:
        path.write_text(wanted[path])
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
