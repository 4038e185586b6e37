"""Source to findings, findings to edits, edits to source: round by round to a fixed point; then the proof.

`interesting`, `check`, `propose` and `prove` are all that a front end calls. Whether the facts are read off the
code alone or an execution has observed more of them makes no difference here.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from codemods import Report, Rule, all_rules
from fixer.config import Settings
from fixer.facts.facts import Facts
from fixer.facts.infer import Interpreter
from fixer.facts.observe import Seen
from fixer.facts.program import Unit
from fixer.findings import Applicability, Edit, Finding, Fix
from fixer.source import LineIndex, SourceError, SourceFile, Suppressions, parse
from fixer.verify.execution import Verdict

_ROUNDS = 10
_MODULES = 16
"""Imports of the project's own modules that are followed from one script: a package is not a program."""


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
    alternatives: tuple[Alternative, ...] = ()
    """Other mends that train as well, if they were asked for."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another choice among the fixes on offer, executed and borne out too."""

    fix: Fix
    """What is done otherwise; its reason is the trade-off."""
    text: str
    verdict: Verdict


_IMPORTS = {"keras": re.compile(rb"keras|tensorflow"), "torch": re.compile(rb"\btorch\b")}
_CALLS = {
    "keras": re.compile(rb"\.(?:fit|evaluate|predict|compile)\w*\s*\(|_on_batch\s*\("),
    "torch": re.compile(rb"\.backward\s*\("),
}


def calls_a_model(data: bytes) -> bool:
    """Whether these bytes have a call in them that trains or asks a model."""
    return any(calls.search(data) is not None for calls in _CALLS.values())


def speaks_of_a_library(data: bytes) -> bool:
    """Whether Keras, TensorFlow or PyTorch is named in these bytes."""
    return any(imports.search(data) is not None for imports in _IMPORTS.values())


@cache
def _tokens(library: str, calls: bool) -> re.Pattern[bytes] | None:
    rules = [rule for rule in all_rules() if rule.library == library and (calls or rule.anywhere)]
    words = sorted({token.encode() for rule in rules for token in rule.tokens}, key=len, reverse=True)
    return re.compile(b"|".join(map(re.escape, words))) if words else None


def interesting(data: bytes) -> bool:
    """Whether any rule could find anything in a file of these bytes: the prefilter."""
    for library, imports in _IMPORTS.items():
        if imports.search(data) is not None:
            tokens = _tokens(library, _CALLS[library].search(data) is not None)
            if tokens is not None and tokens.search(data) is not None:
                return True
    return False


def check(source: SourceFile, settings: Settings) -> list[Finding]:
    """All findings of one file, and those that it brings to light in the modules that it imports.

    Nothing is executed. Each finding says in which file it is.
    """
    return Project([source], settings).analyse(source.path)


def prove(proposals: Sequence[Proposal], settings: Settings) -> Iterator[Proven]:
    """Execute, mend what the executions show too, and give back what they bear out, in order of completion."""
    from fixer.repair import prove

    return prove(proposals, settings)


def propose(sources: Sequence[SourceFile], settings: Settings, within: Collection[Path] = ()) -> Iterator[Proposal]:
    """One proposal a file, in the order given. Nothing is executed.

    A module that a script imports may hold the fault though nothing in it speaks of Keras. Those among the files
    `within` (by their resolved paths) may be changed, and come last.
    """
    project = Project(sources, settings, within)
    for source in sources:
        try:
            project.mend(source.path)
        except SourceError as error:
            project.problems[source.path] = error.reason
        except Exception as error:
            # One file that the tool fails on must not end the run for the others.
            project.problems[source.path] = f"fixer itself failed on it, please report: {type(error).__name__}: {error}"
    for path in project.texts:
        yield project.proposal(path)


@dataclass(frozen=True, slots=True)
class State:
    """How far the mending of a project has come."""

    texts: dict[Path, str]
    applied: dict[Path, tuple[Applied, ...]]
    remaining: dict[Path, tuple[Finding, ...]]


class Project:
    """The files of one run, with the texts that the fixes so far have given them."""

    def __init__(self, sources: Sequence[SourceFile], settings: Settings, within: Collection[Path] = ()) -> None:
        self.settings = settings
        self.within = within
        self.banned: frozenset[str] = frozenset()
        """Codes whose fixes an execution did not bear out."""
        self.excluded: frozenset[str] = frozenset()
        """Codes to be left out for one try."""
        self.preferred: dict[str, int] = {}
        """Which of the fixes on offer to take for a code, where not the first."""
        self.sources = {source.path: source for source in sources}
        self.texts = {source.path: source.text for source in sources}
        self.by_place = {place_of(source.path): source.path for source in sources}
        self.findings: defaultdict[Path, list[Finding]] = defaultdict(list)
        self.applied: defaultdict[Path, list[Applied]] = defaultdict(list)
        self.remaining: defaultdict[Path, list[Finding]] = defaultdict(list)
        self.problems: dict[Path, str] = {}
        self.imports: dict[Path, frozenset[Path]] = {}
        self._units: dict[tuple[Path, str], Unit] = {}
        self._modules_left = _MODULES

    def analyse(self, path: Path, seen: Seen | None = None) -> list[Finding]:
        """The findings of one program, from the script or module `path`, with what an execution has seen of it."""
        unit = self._unit(path)
        self._modules_left = _MODULES
        load = self._load if calls_a_model(unit.source.raw) else None
        facts = Interpreter(unit, installed_keras(unit.source, self.settings), load, seen).run()
        self.imports[path] = frozenset(place_of(u.source.path) for u in facts.units[1:])
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
        if not self.settings.for_file(finding.path).selects(finding.code, finding.name):
            return False
        line = unit.lines.line_number(finding.span.start)
        return not Suppressions(unit.source.text).hides(finding.code, line)

    def mend(self, path: Path, seen: Seen | None = None) -> None:
        """Apply fixes to the program of `path`, round by round, until nothing changes.

        What an execution has seen speaks of the text as it was executed: it counts in the first round only.
        """
        before = dict(self.texts)
        rounds: list[tuple[Path, Applied]] = []
        for number in range(_ROUNDS + 1):
            try:
                findings = self.analyse(path, None if number else seen)
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
            if finding.path not in self.texts or self.texts[finding.path] != self.sources[finding.path].text:
                continue  # its place is one in a text that is mended already
            known = self.findings[finding.path]
            if not any(_same(finding, other) for other in known):
                known.append(finding)

    def settle(self, path: Path, seen: Seen | None) -> None:
        """Take down what is still found in a program."""
        self._settle(path, self.analyse(path, seen))

    def _settle(self, path: Path, findings: list[Finding]) -> None:
        for place in {path, *(f.path for f in findings)} & self.texts.keys():
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
            fix = self.permitted(finding)
            if fix is None:
                continue
            new = [edit for edit in fix.edits if edit not in taken]
            if new and not any(_overlap(edit, other) for edit in new for other in taken):
                chosen.append(Applied(finding, fix, self.line_of(finding)))
                taken += new
        return chosen

    def line_of(self, finding: Finding) -> int:
        text = self.texts.get(finding.path) or self.sources[finding.path].text
        return LineIndex(text).line_number(finding.span.start)

    def permitted(self, finding: Finding) -> Fix | None:
        """The fix to apply: the best that may be."""
        if finding.code in self.banned or finding.code in self.excluded:
            return None
        usable = [fix for fix in finding.fixes if self.may_use(fix)]
        number = self.preferred.get(finding.code, 0)
        return usable[min(number, len(usable) - 1)] if usable else None

    def may_use(self, fix: Fix) -> bool:
        """Whether a fix may be applied unasked, as far as `--unsafe-fixes` goes, in files of this run."""
        if fix.applicability is Applicability.DISPLAY_ONLY or not fix.edits:
            return False
        if fix.applicability is Applicability.UNSAFE and not self.settings.unsafe_fixes:
            return False
        return all(edit.path in self.texts for edit in fix.edits)

    def state(self) -> State:
        return State(
            dict(self.texts),
            {path: tuple(applied) for path, applied in self.applied.items()},
            {path: tuple(remaining) for path, remaining in self.remaining.items()},
        )

    def restore(self, state: State) -> None:
        """Back to where a step began."""
        self.texts = dict(state.texts)
        self.applied = defaultdict(list, {path: list(applied) for path, applied in state.applied.items()})
        self.remaining = defaultdict(list, {path: list(remaining) for path, remaining in state.remaining.items()})

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
        if found is None or not self._modules_left:
            return None
        self._modules_left -= 1
        path = self.by_place.get(place_of(found))
        try:
            if path is None:
                path, stat = found, os.stat(found)
                unit = _module(path, stat.st_mtime_ns, stat.st_size)
                self._units[path, unit.source.text] = unit
                self.by_place[place_of(found)] = path
                self.sources[path] = unit.source
                if place_of(found) in self.within:
                    self.texts[path] = unit.source.text
                return unit
            if path not in self.texts:
                return self._units[path, self.sources[path].text]
            return self._unit(path)
        except (SourceError, KeyError, OSError):
            return None


@lru_cache(maxsize=256)
def _module(path: Path, changed: int, size: int) -> Unit:
    """A module of a project, parsed once for all the scripts of a run that import it."""
    source = SourceFile.read(path)
    return Unit(source, parse(source))


def place_of(path: Path) -> Path:
    """The one path by which a file is known, however it is named."""
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
    if _LEGACY.search(source.text):
        return 2
    if settings.target_keras is not None:
        return settings.target_keras
    alone = _STANDALONE.search(source.text) and not _OF_TENSORFLOW.search(source.text)
    legacy = "" if alone else os.environ.get("TF_USE_LEGACY_KERAS", "")
    return _installed_keras(settings.python, source.path.parent, legacy)


@cache
def _installed_keras(python: Path | None, folder: Path, legacy: str) -> int:
    from fixer.verify.interpreter import find_interpreter, keras_major

    return keras_major(find_interpreter(python, folder), {"TF_USE_LEGACY_KERAS": legacy}) or 3
