"""The proof, and the search that it steers: execute, look, mend what was seen, execute again.

One program at a time: a script with the modules of the run that it imports. The
execution of the original is observed, and the rules work on what it showed
together with what the code tells. The mended program is executed, observed
again, and so on until all calls train or nothing more is found. A step that
does not bring the program further is taken back, and another choice tried.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from fixer.config import Settings
from fixer.engine import Alternative, Applied, Project, Proposal, Proven, State, place_of
from fixer.facts.observe import Seen
from fixer.source import SourceError
from fixer.verify.execution import Ending, Execution, Job, Verdict, VerdictKind

if TYPE_CHECKING:
    from fixer.verify import Verifier

ROUNDS = 10
"""Faults in a row that one run mends."""
TRIES = 3
"""Other choices that are executed where the first does not bring the program further."""

_TRAINS = re.compile(r"\.(?:fit|evaluate|predict)\w*\s*\(|train_on_batch|\.backward\s*\(")
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


def prove(proposals: Sequence[Proposal], settings: Settings) -> Iterator[Proven]:
    """Execute each program before and after; give back what the executions bear out, in order of completion.

    A file that nothing is to be said of (it trains, and nothing was found) is given back unchanged too.
    """
    from fixer.verify import Verifier
    from fixer.verify.interpreter import find_interpreter

    by_python: dict[Path, list[list[Proposal]]] = {}
    for group in _groups(proposals):
        python = find_interpreter(settings.python, group[0].source.path.parent)
        by_python.setdefault(python, []).append(group)
    for python, groups in by_python.items():
        with Verifier(python, timeout=settings.timeout, jobs=settings.workers) as verifier:
            yield from _prove_all(groups, settings, verifier)


def _prove_all(groups: list[list[Proposal]], settings: Settings, verifier: Verifier) -> Iterator[Proven]:
    """Groups side by side: they have no file in common, so that their order does not matter."""
    with ThreadPoolExecutor(settings.workers) as pool:
        futures = [pool.submit(Repair(group, settings, verifier).run) for group in groups]
        try:
            for future in as_completed(futures):
                yield from future.result()
        except BaseException:
            for future in futures:
                future.cancel()
            verifier.close()
            raise


def _groups(proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """The files that hang together by imports, with something to execute or to prove in them."""
    by_place = {place_of(p.source.path): p for p in proposals}
    leader = {place: place for place in by_place}

    def find(place: Path) -> Path:
        while leader[place] != place:
            place = leader[place]
        return place

    for place, proposal in by_place.items():
        for imported in proposal.imports & by_place.keys():
            leader[find(imported)] = find(place)
    groups: dict[Path, list[Proposal]] = {}
    for place, proposal in by_place.items():
        groups.setdefault(find(place), []).append(proposal)
    return [group for group in groups.values() if any(p.changed or _trains(p) for p in group)]


def _trains(proposal: Proposal) -> bool:
    return _TRAINS.search(proposal.source.text) is not None


def scripts_beside(path: Path) -> list[Path]:
    """Scripts in the same folder that import this module, for a file that was given alone."""
    if path.name == "__init__.py" or str(path).startswith("<"):
        return []
    name = re.escape(path.stem)
    pattern = re.compile(rf"^\s*(?:from\s+\.?{name}\s+import|import\s+{name}\b)", re.M)
    found = []
    for other in sorted(path.parent.glob("*.py")):
        if other.name != path.name:
            try:
                if pattern.search(other.read_text("utf-8", "ignore")):
                    found.append(other)
            except OSError:
                continue
    return found


@dataclass(slots=True)
class Repair:
    """The search for one group of files."""

    group: Sequence[Proposal]
    settings: Settings
    verifier: Verifier
    choice: Mapping[str, int] = field(default_factory=dict)
    """Which of the fixes on offer to take for a code, where not the first."""
    project: Project = field(init=False)
    left_out: dict[Path, list[Applied]] = field(init=False)

    def __post_init__(self) -> None:
        self.project = Project([p.source for p in self.group], self.settings)
        self.project.preferred = dict(self.choice)
        self.left_out = {p.source.path: [] for p in self.group}

    def run(self) -> list[Proven]:
        scripts = self._scripts()
        before = {script: self._execute(script, {}) for script in scripts}
        last, verdicts = dict(before), dict[Path, Verdict]()
        for number in range(ROUNDS):
            start = self.project.state()
            seen = {script: Seen.of(execution.seen, execution.models) for script, execution in last.items()}
            self._mend(scripts, seen)
            if self.project.texts == start.texts:
                break
            tried = self._tried(last, scripts, start, seen)
            if tried is None:
                if not number:
                    # Nothing is borne out: say what was tried, and with what outcome.
                    self._mend(scripts, seen)
                    verdicts = self._judged(before, {s: self._execute(s, self._patched()) for s in scripts})
                break
            last = tried
            verdicts = self._judged(before, last)
            if all(e.healthy or e.ending is Ending.NOT_RUN for e in last.values()) and not self._open(last):
                break
        results = self._results(before, last, verdicts)
        return [self._with_alternatives(p) for p in results] if self.settings.alternatives else results

    def _with_alternatives(self, chosen: Proven) -> Proven:
        """The same search again, each time with another of the fixes that were on offer."""
        if chosen.verdict.kind is not VerdictKind.FIXED or not chosen.proposal.changed:
            return chosen
        settings = replace(self.settings, alternatives=False)
        found: list[Alternative] = []
        path = chosen.proposal.source.path
        for applied in chosen.proposal.applied:
            usable = [fix for fix in applied.finding.fixes if self.project.may_use(fix)]
            for number, fix in enumerate(usable):
                if fix == applied.fix or len(found) == TRIES:
                    continue
                again = Repair(self.group, settings, self.verifier, {applied.finding.code: number}).run()
                other = next(p for p in again if p.proposal.source.path == path)
                known = {chosen.proposal.text, *(a.text for a in found)}
                if other.verdict.kind is VerdictKind.FIXED and other.proposal.text not in known:
                    found.append(Alternative(fix, other.proposal.text, other.verdict))
        return replace(chosen, alternatives=tuple(found))

    def _scripts(self) -> list[Path]:
        """What is executed for this group: its scripts that train, else those beside it that import it."""
        imported = {place for p in self.group for place in p.imports}
        own = [p.source.path for p in self.group if _trains(p) and place_of(p.source.path) not in imported]
        own += [
            p.source.path for p in self.group if p.imports and p.source.path not in own and _imports_any(p, self.group)
        ]
        if own:
            return own
        beside = [script for p in self.group for script in scripts_beside(p.source.path)]
        return list(dict.fromkeys(beside)) or [p.source.path for p in self.group]

    def _execute(self, script: Path, patched: Mapping[Path, bytes]) -> Execution:
        files = {p.source.path: p.source.raw for p in self.group} | dict(patched)
        arguments = self.settings.script_args(script)
        return self.verifier.run(Job(script, files, arguments, observe=True, data=self.settings.data))

    def _patched(self) -> dict[Path, bytes]:
        return {
            path: self.project.sources[path].encode(text)
            for path, text in self.project.texts.items()
            if text != self.project.sources[path].text
        }

    def _mend(self, scripts: Sequence[Path], seen: Mapping[Path, Seen]) -> None:
        inside = [script for script in scripts if script in self.project.texts]
        for path in dict.fromkeys([*inside, *self.project.texts]):
            try:
                self.project.mend(path, seen.get(path))
            except SourceError as error:
                self.project.problems[path] = error.reason

    def _open(self, last: Mapping[Path, Execution]) -> bool:
        """Whether what was just observed brings more to light that can be mended."""
        return any(
            self.project.permitted(finding) is not None
            for script, execution in last.items()
            if script in self.project.texts
            for finding in self.project.analyse(script, Seen.of(execution.seen, execution.models))
        )

    def _tried(
        self,
        last: Mapping[Path, Execution],
        scripts: Sequence[Path],
        start: State,
        seen: Mapping[Path, Seen],
    ) -> dict[Path, Execution] | None:
        """Execute what was mended; where it does not bring the program further, other choices. None if none does."""
        for choice in self._choices(start):
            if choice is not None:
                self.project.restore(start)
                self.project.excluded, self.project.preferred = choice[0], {**self.choice, **choice[1]}
                self._mend(scripts, seen)
                self.project.excluded, self.project.preferred = frozenset(), dict(self.choice)
                if self.project.texts == start.texts:
                    continue
            patched = self._patched()
            after = {script: self._execute(script, patched) for script in scripts}
            if self._further(last, after):
                self._remember_left_out(choice)
                return after
        self.project.restore(start)
        return None

    def _choices(self, start: State) -> Iterator[tuple[frozenset[str], dict[str, int]] | None]:
        """First what was mended as it is; then each other fix on offer; then without one rule or another."""
        yield None
        applied = [
            a for path in self.project.applied for a in self.project.applied[path][len(start.applied.get(path, ())) :]
        ]
        tries = 0
        for one in applied:
            others = [f for f in one.finding.fixes if self.project.may_use(f)]
            for number in range(1, len(others)):
                if tries < TRIES:
                    tries += 1
                    yield frozenset(), {one.finding.code: number}
        codes = sorted({one.finding.code for one in applied})
        for code in codes if len(codes) > 1 else ():
            if tries < TRIES + len(codes):
                tries += 1
                yield frozenset({code}), {}

    def _remember_left_out(self, choice: tuple[frozenset[str], dict[str, int]] | None) -> None:
        if choice is None or not choice[0]:
            return
        (code,) = choice[0]
        for path, remaining in self.project.remaining.items():
            for finding in remaining:
                if finding.code == code and (fix := self.project.permitted(finding)) is not None:
                    self.left_out[path].append(Applied(finding, fix, self.project.line_of(finding)))
        self.project.banned |= {code}

    def _further(self, last: Mapping[Path, Execution], after: Mapping[Path, Execution]) -> bool:
        """Whether no script is worse off, and at least one is better off or as well as it can be."""
        from fixer.verify.verdict import judge

        kinds = [judge(last[script], after[script]).kind for script in after]
        if any(kind in (VerdictKind.REGRESSED, VerdictKind.TIMEOUT) for kind in kinds):
            return False
        return any(kind is not VerdictKind.UNCHANGED for kind in kinds)

    def _judged(self, before: Mapping[Path, Execution], after: Mapping[Path, Execution]) -> dict[Path, Verdict]:
        from fixer.verify.verdict import judge

        return {script: judge(before[script], after[script]) for script in before}

    def _results(
        self, before: Mapping[Path, Execution], last: Mapping[Path, Execution], verdicts: Mapping[Path, Verdict]
    ) -> list[Proven]:
        for script, execution in last.items():
            if script in self.project.texts and not self.project.problems.get(script):
                # What is still wrong, by all that is known at the end.
                self.project.settle(script, Seen.of(execution.seen, execution.models))
        results = []
        for original in self.group:
            path = original.source.path
            proposal = self.project.proposal(path)
            speaking = [
                _reached(proposal, verdict)
                for script, verdict in verdicts.items()
                if script == path or script not in self.project.texts or self._uses(script, path)
            ]
            if speaking:
                verdict = max(speaking, key=lambda v: _SEVERITY[v.kind])
            else:
                execution = before.get(path) or next(iter(before.values()))
                kind = VerdictKind.PRESERVED if execution.healthy else VerdictKind.UNCHANGED
                verdict = Verdict(kind, execution, execution)
            results.append(Proven(proposal, _told(verdict), tuple(self.left_out[path])))
        return results

    def _uses(self, script: Path, path: Path) -> bool:
        return place_of(path) in self.project.imports.get(script, frozenset())


def _told(verdict: Verdict) -> Verdict:
    """The verdict as it leaves: the observations have done their work."""
    before, after = (replace(execution, seen=(), models=()) for execution in (verdict.before, verdict.after))
    return replace(verdict, before=before, after=after)


def _imports_any(proposal: Proposal, group: Sequence[Proposal]) -> bool:
    return any(place_of(other.source.path) in proposal.imports for other in group)


def _reached(proposal: Proposal, verdict: Verdict) -> Verdict:
    """A change in functions that nothing called is not proven, however well the script ran."""
    if verdict.kind is not VerdictKind.PRESERVED or not proposal.changed:
        return verdict
    places = _edited_functions(proposal)
    path = place_of(proposal.source.path)
    if places and not any(f"{path}:{line}" in verdict.after.reached for line in places):
        return replace(verdict, kind=VerdictKind.NOT_REACHED)
    return verdict


def _edited_functions(proposal: Proposal) -> set[int]:
    """Lines, in the patched text, of the functions that hold all of the changes; empty if any is outside."""
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
