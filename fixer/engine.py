"""Source to findings, findings to edits, edits to source: round by round to a fixed point; then the proof.

`interesting`, `check`, `propose` and `prove` are all that a front end calls.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from codemods import Report, Rule, all_rules
from fixer.config import Settings
from fixer.facts.facts import Facts
from fixer.facts.infer import Interpreter
from fixer.facts.program import Unit
from fixer.findings import Applicability, Edit, Finding, Fix
from fixer.source import LineIndex, SourceError, SourceFile, Suppressions, parse
from fixer.verify.execution import Execution, Job, Verdict, VerdictKind

if TYPE_CHECKING:
    from fixer.verify import Verifier

_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Applied:
    """A fix that was put into the text, and the finding that it mends."""

    finding: Finding
    fix: Fix
    line: int
    """Where the finding was, in the text of its round."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one file, nothing of it written or executed yet."""

    source: SourceFile
    text: str
    """The file after all fixes; `source.text` where nothing changes."""
    findings: tuple[Finding, ...]
    """What is wrong with the file as it is."""
    applied: tuple[Applied, ...]
    """What was mended, in the order of the rounds; spans are those of its round's text."""
    remaining: tuple[Finding, ...]
    """What is still found in `text`."""
    problem: str = ""
    """Why the file was left as it was though fixes were found (did not settle, did not parse)."""
    imports: frozenset[Path] = frozenset()
    """Files of the project that this one imports, by their resolved paths."""

    @property
    def changed(self) -> bool:
        return self.text != self.source.text

    @property
    def patched(self) -> bytes:
        return self.source.encode(self.text)


@dataclass(frozen=True, slots=True)
class Proven:
    """A proposal, possibly cut down to the fixes that hold, with its verdict."""

    proposal: Proposal
    verdict: Verdict
    withheld: tuple[Applied, ...] = ()
    """Fixes that the execution did not bear out."""


@cache
def _tokens() -> re.Pattern[bytes]:
    words = sorted({token for rule in all_rules() for token in rule.tokens}, key=len, reverse=True)
    return re.compile(b"|".join(re.escape(word.encode()) for word in words))


_LIBRARIES = re.compile(rb"keras|tensorflow|torch")


def interesting(data: bytes) -> bool:
    """Whether any rule could find anything in a file of these bytes: the prefilter."""
    return _LIBRARIES.search(data) is not None and _tokens().search(data) is not None


def check(source: SourceFile, settings: Settings) -> list[Finding]:
    """All findings of one file, and those that it brings to light in the modules that it imports.

    Nothing is executed. Each finding says in which file it is.
    """
    return _Project([source], settings).analyse(source.path)


def propose(sources: Sequence[SourceFile], settings: Settings) -> Iterator[Proposal]:
    """One proposal a file, in the order given. Nothing is executed."""
    project = _Project(sources, settings)
    for source in sources:
        try:
            project.mend(source.path)
        except SourceError as error:
            project.problems[source.path] = error.reason
        except Exception as error:
            # One file that the tool fails on must not end the run for the others.
            project.problems[source.path] = f"fixer itself failed on it, please report: {type(error).__name__}: {error}"
    for source in sources:
        yield project.proposal(source.path)


class _Project:
    """The files of one run, with the texts that the fixes so far have given them."""

    def __init__(self, sources: Sequence[SourceFile], settings: Settings, only: frozenset[str] | None = None) -> None:
        self.settings = settings
        self.only = only
        self.sources = {source.path: source for source in sources}
        self.texts = {source.path: source.text for source in sources}
        self.by_place = {_place(source.path): source.path for source in sources}
        self.findings: dict[Path, list[Finding]] = {path: [] for path in self.sources}
        self.applied: dict[Path, list[Applied]] = {path: [] for path in self.sources}
        self.remaining: dict[Path, list[Finding]] = {path: [] for path in self.sources}
        self.problems: dict[Path, str] = {}
        self.imports: dict[Path, frozenset[Path]] = {}
        self._units: dict[tuple[Path, str], Unit] = {}

    def analyse(self, path: Path) -> list[Finding]:
        """The findings of one program, from the script or module `path`."""
        unit = self._unit(path)
        facts = Interpreter(unit, installed_keras(unit.source, self.settings), self._load).run()
        self.imports[path] = frozenset(_place(u.source.path) for u in facts.units[1:])
        return list(self._findings(facts))

    def _findings(self, facts: Facts) -> Iterator[Finding]:
        texts = [unit.source.text for unit in facts.units]
        seen: set[tuple[object, ...]] = set()
        found: list[Finding] = []
        for rule in all_rules():
            if facts.target not in rule.levels:
                continue
            if not any(token in text for token in rule.tokens for text in texts):
                continue
            for report in rule.check(facts):
                finding = _finding(rule, report, facts.target)
                key = (finding.code, finding.path, finding.span)
                if key in seen or not self._wanted(finding, report.unit):
                    continue
                seen.add(key)
                found.append(finding)
        yield from sorted(found, key=lambda f: (str(f.path), f.span, f.code))

    def _wanted(self, finding: Finding, unit: Unit) -> bool:
        if self.only is not None and finding.code not in self.only:
            return False
        if not self.settings.for_file(finding.path).selects(finding.code, finding.name):
            return False
        line = unit.lines.line_number(finding.span.start)
        return not Suppressions(unit.source.text).hides(finding.code, line)

    def mend(self, path: Path) -> None:
        """Apply fixes to the program of `path`, round by round, until nothing changes."""
        before = dict(self.texts)
        rounds: list[tuple[Path, Applied]] = []
        for number in range(_ROUNDS + 1):
            try:
                findings = self.analyse(path)
            except SourceError as error:
                if not number:
                    raise
                return self._give_up(path, before, f"a fix leaves {error.path} unreadable: {error.reason}")
            if not number:
                self._note(findings)
            chosen = self._choose(findings)
            if not chosen:
                for place, applied in rounds:
                    self.applied[place].append(applied)
                self._settle(path, findings)
                return None
            if number == _ROUNDS:
                break
            if not self._edit(chosen):
                return self._give_up(path, before, "the fixes together do not give valid Python")
            rounds += [(applied.finding.path, applied) for applied in chosen]
        return self._give_up(path, before, f"the fixes do not settle in {_ROUNDS} rounds")

    def _note(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            known = self.findings.get(finding.path)
            if known is not None and not any(_same(finding, other) for other in known):
                known.append(finding)

    def _settle(self, path: Path, findings: list[Finding]) -> None:
        for place in {path, *(f.path for f in findings)} & self.remaining.keys():
            if place == path:
                self.remaining[place] = []
            for finding in findings:
                if finding.path == place and not any(_same(finding, o) for o in self.remaining[place]):
                    self.remaining[place].append(finding)

    def _give_up(self, path: Path, before: Mapping[Path, str], problem: str) -> None:
        self.texts = dict(before)
        self.problems[path] = problem
        self._settle(path, self.analyse(path))

    def _choose(self, findings: Iterable[Finding]) -> list[Applied]:
        """For each finding the best fix that may be applied, as far as they do not overlap."""
        chosen: list[Applied] = []
        taken: list[Edit] = []
        for finding in findings:
            fix = self._permitted(finding)
            if fix is None:
                continue
            new = [edit for edit in fix.edits if edit not in taken]
            if new and not any(_overlap(edit, other) for edit in new for other in taken):
                chosen.append(Applied(finding, fix, self._line(finding)))
                taken += new
        return chosen

    def _line(self, finding: Finding) -> int:
        text = self.texts.get(finding.path) or self.sources[finding.path].text
        return LineIndex(text).line_number(finding.span.start)

    def _permitted(self, finding: Finding) -> Fix | None:
        for fix in finding.fixes:
            if fix.applicability is Applicability.DISPLAY_ONLY or not fix.edits:
                continue
            if fix.applicability is Applicability.UNSAFE and not self.settings.unsafe_fixes:
                continue
            if all(edit.path in self.texts for edit in fix.edits):
                return fix
        return None

    def _edit(self, chosen: Sequence[Applied]) -> bool:
        """Put the edits into the texts; False, and nothing changed, where the result is not Python."""
        edits = {edit for applied in chosen for edit in applied.fix.edits}
        texts = dict(self.texts)
        for edit in sorted(edits, key=lambda e: (e.start, e.end, e.text), reverse=True):
            text = texts[edit.path]
            texts[edit.path] = text[: edit.start] + edit.text + text[edit.end :]
        for path in {edit.path for edit in edits}:
            try:
                parse(replace(self.sources[path], text=texts[path]))
            except SourceError:
                return False
        self.texts = texts
        return True

    def proposal(self, path: Path) -> Proposal:
        source = self.sources[path]
        return Proposal(
            source,
            self.texts[path],
            tuple(self.findings[path]),
            tuple(self.applied[path]),
            tuple(self.remaining[path]),
            self.problems.get(path, ""),
            self.imports.get(path, frozenset()),
        )

    # --- files

    def _unit(self, path: Path) -> Unit:
        text = self.texts[path]
        unit = self._units.get((path, text))
        if unit is None:
            source = replace(self.sources[path], text=text)
            unit = self._units[path, text] = Unit(source, parse(source))
        return unit

    def _load(self, importer: Path, name: str, level: int) -> Unit | None:
        """The module of the project that an import in `importer` means, if it is one."""
        found = _find_module(importer, name, level)
        if found is None:
            return None
        path = self.by_place.get(_place(found))
        try:
            if path is None:
                source = SourceFile.read(found)
                path = found
                self.by_place[_place(found)] = path
                if path not in self.sources:
                    self.sources[path] = source
                    # Not among the files of this run: to be read, not to be changed.
                    unit = self._units[path, source.text] = Unit(source, parse(source))
                    return unit
            if path not in self.texts:
                return self._units[path, self.sources[path].text]
            return self._unit(path)
        except (SourceError, KeyError):
            return None


def _place(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _find_module(importer: Path, name: str, level: int) -> Path | None:
    """Where Python would look, running `importer` as a script (or a module of its package)."""
    folder = importer.parent
    for _ in range(max(0, level - 1)):
        folder = folder / ".."
    parts = [part for part in name.split(".") if part]
    if not parts:
        return None
    roots = [folder] if level else [folder, folder.parent]
    for root in roots:
        base = root.joinpath(*parts)
        for candidate in (base.with_suffix(".py"), base / "__init__.py"):
            if candidate.is_file():
                return candidate
    return None


def _finding(rule: Rule, report: Report, target: int) -> Finding:
    return Finding(
        rule.code,
        rule.name,
        report.unit.source.path,
        report.unit.lines.span(report.node),
        report.message,
        report.level or rule.levels[target],
        report.fixes,
    )


def _same(a: Finding, b: Finding) -> bool:
    return (a.code, a.path, a.span) == (b.code, b.path, b.span)


def _overlap(a: Edit, b: Edit) -> bool:
    if a.path != b.path:
        return False
    if a.start == a.end or b.start == b.end:
        return a.start <= b.end and b.start <= a.end
    return a.start < b.end and b.start < a.end


_STANDALONE = re.compile(r"^\s*(?:import|from)\s+keras\b", re.M)
_OF_TENSORFLOW = re.compile(r"\btensorflow\.keras\b|\btf\.keras\b|^\s*from\s+tensorflow\s+import\s.*\bkeras\b", re.M)
_LEGACY = re.compile(r"^\s*(?:import|from)\s+tf_keras\b", re.M)


def installed_keras(source: SourceFile, settings: Settings) -> int:
    """Major version of the Keras that a file runs on, told without running anything; 3 where there is none.

    `tf_keras` is always Keras 2; `TF_USE_LEGACY_KERAS` changes what `tf.keras` is, but not `import keras`.
    """
    if settings.target_keras is not None:
        return settings.target_keras
    if _LEGACY.search(source.text):
        return 2
    alone = _STANDALONE.search(source.text) and not _OF_TENSORFLOW.search(source.text)
    legacy = "" if alone else os.environ.get("TF_USE_LEGACY_KERAS", "")
    return _installed_keras(settings.python, source.path.parent, legacy)


@cache
def _installed_keras(python: Path | None, folder: Path, legacy: str) -> int:
    from fixer.verify.interpreter import find_interpreter, keras_major

    return keras_major(find_interpreter(python, folder), {"TF_USE_LEGACY_KERAS": legacy}) or 3


# --- the proof


def prove(proposals: Sequence[Proposal], settings: Settings) -> Iterator[Proven]:
    """Execute each file before and after; give back what the executions bear out, in order of completion.

    A module that is not a script is proven through the scripts among `proposals`
    (and beside it) that import it, with the patches of all files laid over.
    """
    from fixer.verify import Verifier
    from fixer.verify.interpreter import find_interpreter

    programs = _programs(proposals, settings)
    by_python: dict[Path, list[_Program]] = {}
    for program in programs:
        python = find_interpreter(settings.python, program.script.parent)
        by_python.setdefault(python, []).append(program)
    for python, group in by_python.items():
        with Verifier(python, timeout=settings.timeout, jobs=settings.workers) as verifier:
            yield from _prove_group(group, settings, verifier)


@dataclass(frozen=True, slots=True)
class _Program:
    """A script to execute, and the changed files that the execution is to judge."""

    script: Path
    proposals: tuple[Proposal, ...]
    args: tuple[str, ...]
    all: tuple[Proposal, ...]
    """Every proposal of the run, to try again with fewer fixes."""

    def job(self, patched: Iterable[Proposal]) -> Job:
        return Job(self.script, {p.source.path: p.patched for p in patched if p.changed}, self.args)

    @property
    def before(self) -> Job:
        """The files as they were read, which for a buffer is not what is on disk."""
        return Job(self.script, {p.source.path: p.source.raw for p in self.proposals}, self.args)


def _programs(proposals: Sequence[Proposal], settings: Settings) -> list[_Program]:
    """Which script to execute for which changed files: each changed file in just one program where possible."""
    changed = {_place(p.source.path): p for p in proposals if p.changed}
    groups: list[tuple[Path, list[Proposal]]] = []
    left = dict(changed)
    importers = [p for p in proposals if p.imports & changed.keys()]
    for proposal in importers:
        parts = [changed[place] for place in sorted(proposal.imports & changed.keys())]
        if proposal.changed:
            parts.insert(0, proposal)
        groups.append((proposal.source.path, parts))
        for part in parts:
            left.pop(_place(part.source.path), None)
    for proposal in left.values():
        scripts = _scripts_beside(proposal.source.path)
        for script in scripts or [proposal.source.path]:
            groups.append((script, [proposal]))
    return [_Program(script, tuple(parts), settings.script_args(script), tuple(proposals)) for script, parts in groups]


def _scripts_beside(path: Path) -> list[Path]:
    """Scripts in the same folder that import this module, for a file that was given alone."""
    if path.name == "__init__.py" or str(path).startswith("<"):
        return []
    pattern = re.compile(rf"^\s*(?:from\s+\.?{re.escape(path.stem)}\s+import|import\s+{re.escape(path.stem)}\b)", re.M)
    found = []
    for other in sorted(path.parent.glob("*.py")):
        if other.name != path.name:
            try:
                if pattern.search(other.read_text("utf-8", "ignore")):
                    found.append(other)
            except OSError:
                continue
    return found


def _prove_group(programs: list[_Program], settings: Settings, verifier: Verifier) -> Iterator[Proven]:
    from fixer.verify.verdict import judge

    jobs = [job for program in programs for job in (program.before, program.job(program.proposals))]
    done: dict[int, Execution] = {}
    verdicts: dict[Path, list[tuple[_Program, Verdict]]] = {}
    waiting = {p.source.path: sum(p in g.proposals for g in programs) for g in programs for p in g.proposals}
    for number, execution in verifier.run_many(jobs):
        done[number] = execution
        if number ^ 1 not in done:
            continue
        program = programs[number // 2]
        verdict = judge(done[number & ~1], done[number | 1])
        for proposal in program.proposals:
            path = proposal.source.path
            verdicts.setdefault(path, []).append((program, _reached(proposal, verdict)))
            if len(verdicts[path]) == waiting[path]:
                program, worst = max(verdicts[path], key=lambda pair: _SEVERITY[pair[1].kind])
                yield _cut_down(proposal, program, worst, settings, verifier)


_SEVERITY = {
    kind: number
    for number, kind in enumerate(
        [
            VerdictKind.FIXED,
            VerdictKind.PROGRESSED,
            VerdictKind.PRESERVED,
            VerdictKind.NOT_REACHED,
            VerdictKind.NO_DATA,
            VerdictKind.NOT_RUN,
            VerdictKind.TIMEOUT,
            VerdictKind.UNCHANGED,
            VerdictKind.REGRESSED,
        ]
    )
}
"""Of several scripts that import a module, the one that speaks least for the change decides."""


def _reached(proposal: Proposal, verdict: Verdict) -> Verdict:
    """A change in functions that nothing called is not proven, however well the script ran."""
    if verdict.kind is not VerdictKind.PRESERVED:
        return verdict
    places = _edited_functions(proposal)
    path = _place(proposal.source.path)
    if places and not any(f"{path}:{line}" in verdict.after.reached for line in places):
        return replace(verdict, kind=VerdictKind.NOT_REACHED)
    return verdict


def _edited_functions(proposal: Proposal) -> set[int]:
    """Lines, in the patched text, of the functions that hold all of the changes; empty if any is outside."""
    import difflib

    after = proposal.text.splitlines()
    matcher = difflib.SequenceMatcher(None, proposal.source.text.splitlines(), after, autojunk=False)
    touched = [
        line
        for tag, _, _, start, end in matcher.get_opcodes()
        if tag != "equal"
        for line in range(start + 1, max(end, start + 1) + 1)
    ]
    tree = ast.parse(proposal.text)
    functions = [n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
    found: set[int] = set()
    for line in touched:
        around = [f for f in functions if f.body[0].lineno <= line <= (f.end_lineno or f.lineno)]
        if not around:
            if after[line - 1 : line] and after[line - 1].lstrip().startswith(("import ", "from ")):
                continue
            return set()
        found.add(max(around, key=lambda f: f.lineno).lineno)
    return found


def _cut_down(
    proposal: Proposal, program: _Program, verdict: Verdict, settings: Settings, verifier: Verifier
) -> Proven:
    """Where the fixes together are not borne out, look for the rule that spoils them and leave its fixes out."""
    from fixer.verify.verdict import judge

    if verdict.kind not in (VerdictKind.REGRESSED, VerdictKind.UNCHANGED):
        return Proven(proposal, verdict)
    codes = sorted({applied.finding.code for applied in proposal.applied})
    if len(codes) < 2:
        return Proven(proposal, verdict)
    sources = [p.source for p in program.all]
    for code in codes:
        kept = frozenset(rule.code for rule in all_rules()) - {code}
        project = _Project(sources, settings, kept)
        project.mend(proposal.source.path)
        smaller = project.proposal(proposal.source.path)
        if not smaller.changed:
            continue
        others = [p for p in program.proposals if p is not proposal]
        again = judge(verdict.before, verifier.run(program.job([smaller, *others])))
        if again.kind.proven:
            withheld = tuple(applied for applied in proposal.applied if applied.finding.code == code)
            remaining = (*smaller.remaining, *(applied.finding for applied in withheld))
            return Proven(replace(smaller, findings=proposal.findings, remaining=remaining), again, withheld)
    return Proven(proposal, verdict)
