"""Every golden case as text: what is found, what it becomes, and that the second run changes nothing."""

from __future__ import annotations

import ast

import pytest

from codemods import all_rules
from fixer import engine
from fixer.findings import Level
from fixer.source import SourceFile
from tests.golden.cases import Case, all_cases, mended

CASES = [(case, keras) for case in all_cases() for keras in case.targets()]


def _id(value: object) -> str:
    return value.id if isinstance(value, Case) else f"keras{value}"


@pytest.mark.parametrize(("case", "keras"), CASES, ids=_id)
def test_becomes_what_is_written_in_after(case: Case, keras: int) -> None:
    source = SourceFile.read(case.before)
    proposal = mended(case, source, keras)
    assert proposal.problem == ""
    expected = case.after.read_text() if case.is_fault and case.stated.get(f"keras{keras}") != "noop" else source.text
    assert proposal.text == expected
    again = mended(case, SourceFile.from_text(case.before, proposal.text), keras)
    assert again.text == proposal.text, "a second run changes something"


@pytest.mark.parametrize("case", [c for c in all_cases() if c.is_fault], ids=_id)
@pytest.mark.parametrize("prefix", ["", "\ufeff"], ids=["crlf", "bom"])
def test_newlines_and_byte_order_mark_do_not_matter(case: Case, prefix: str) -> None:
    keras = case.targets()[-1]
    newline = "\n" if prefix else "\r\n"
    text = prefix + case.before.read_text().replace("\n", newline)
    proposal = mended(case, SourceFile.from_text(case.before, text), keras)
    assert proposal.text == case.after.read_text().replace("\n", newline)


@pytest.mark.parametrize("case", [c for c in all_cases() if not c.is_fault], ids=_id)
def test_near_miss_has_no_finding(case: Case) -> None:
    for keras in case.targets():
        found = engine.check(SourceFile.read(case.before), case.settings(keras))
        assert found == [], [finding.message for finding in found]


@pytest.mark.parametrize(("case", "keras"), CASES, ids=_id)
def test_no_rule_calls_a_program_an_error_that_trains(case: Case, keras: int) -> None:
    stated = case.stated[f"keras{keras}"]
    for path, word in ((case.before, "before"), (case.after, "after")):
        if path.exists() and stated.get(word) in ("trains", "runs"):
            found = engine.check(SourceFile.read(path), case.settings(keras, only_own_rule=False))
            errors = [f"{f.code} {f.message}" for f in found if f.level is Level.ERROR]
            assert errors == [], f"{word}.py trains on Keras {keras}"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_has_its_cases(rule: object) -> None:
    name = rule.name  # type: ignore[attr-defined]
    cases = [case for case in all_cases() if case.folder.parent.name == name]
    faults = [case for case in cases if case.is_fault]
    assert len(faults) >= 4, f"{name}: {len(faults)} faults"
    assert len(cases) - len(faults) >= 6, f"{name}: {len(cases) - len(faults)} near misses"
    for case in cases:
        ast.parse(case.before.read_text())
