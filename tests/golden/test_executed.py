"""Every golden case executed before and after, on Keras 2 and Keras 3: golden cases are never believed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixer.verify import Verifier
from fixer.verify.execution import Execution, Job
from tests.golden.cases import Case, all_cases, describe


def _jobs() -> list[tuple[Case, int, str]]:
    return [
        (case, keras, word)
        for keras in (3, 2)
        for case in all_cases()
        if keras in case.targets()
        for word in ("before", "after")
        if word in case.stated[f"keras{keras}"]
    ]


def _id(value: object) -> str:
    return value.id if isinstance(value, Case) else f"keras{value}" if isinstance(value, int) else str(value)


class Executions:
    """Runs the cases of this session two at a time, in the order in which the tests ask for them."""

    def __init__(self, wanted: list[tuple[Case, int, str]]) -> None:
        self.done: dict[tuple[Path, int], Execution] = {}
        self.queues = {keras: self._run(keras, [(c, w) for c, k, w in wanted if k == keras]) for keras in (3, 2)}

    def _run(self, keras: int, wanted: list[tuple[Case, str]]) -> Iterator[None]:
        paths = [case.before if word == "before" else case.after for case, word in wanted]
        with Verifier(Path(sys.executable), timeout=120, jobs=2, legacy_keras=keras == 2) as verifier:
            for number, execution in verifier.run_many([Job(path) for path in paths]):
                self.done[paths[number], keras] = execution
                yield

    def of(self, path: Path, keras: int) -> Execution:
        while (path, keras) not in self.done:
            next(self.queues[keras])
        return self.done[path, keras]

    def close(self) -> None:
        for queue in self.queues.values():
            queue.close()  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def executions(request: pytest.FixtureRequest) -> Iterator[Executions]:
    chosen = [
        item.callspec.params["job"]  # type: ignore[attr-defined]
        for item in request.session.items
        if getattr(item, "originalname", "") == "test_shows_what_the_case_states"
    ]
    runs = Executions(chosen)
    yield runs
    runs.close()


@pytest.mark.parametrize("job", _jobs(), ids=lambda job: f"{job[0].id}-keras{job[1]}-{job[2]}")
def test_shows_what_the_case_states(job: tuple[Case, int, str], executions: Executions) -> None:
    case, keras, word = job
    execution = executions.of(case.before if word == "before" else case.after, keras)
    assert describe(execution) == case.stated[f"keras{keras}"][word], execution
