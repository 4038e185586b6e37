"""PyTorch's loops: a few steps are enough, and each way to fail is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fixer.verify.execution import Ending, Execution, Outcome
from fixer.verify.verifier import Verifier

pytest.importorskip("torch")

Run = Callable[..., Execution]

NET = """
import torch, torch.nn as nn, torch.nn.functional as F

def train(channels=1, labels=8, loss=F.cross_entropy):
    net = nn.Sequential(nn.Conv2d(channels, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 26 * 26, 10))
    optimizer = torch.optim.Adam(net.parameters())
    for step in range(100_000):
        optimizer.zero_grad()
        value = loss(net(torch.rand(8, 1, 28, 28)), torch.randint(0, 10, (labels,)))
        value.backward()
        optimizer.step()

"""


def test_a_loop_that_trains(keras3: Verifier, run: Run) -> None:
    execution = run(keras3, NET + "train()\nraise SystemExit('never reached')\n", prelude=False)
    assert execution.healthy, execution
    (call,) = execution.calls
    assert (call.kind, call.batches) == ("loop", (3,))
    assert call.detail.startswith("3 steps, loss ")


@pytest.mark.parametrize(
    "call, words",
    [
        ("train(channels=3)", "to have 3 channels, but got 1 channels"),
        ("train(labels=7)", "batch_size (8) to match target batch_size (7)"),
        ("train(labels=7, loss=nn.CrossEntropyLoss())", "batch_size (8) to match target batch_size (7)"),
        ("train(loss=lambda out, y: out)", "grad can be implicitly created only for scalar outputs"),
        ("train(loss=lambda out, y: out.sum() + torch.zeros(3, 4) @ torch.zeros(5))", "size mismatch"),
    ],
)
def test_ways_to_fail(call: str, words: str, keras3: Verifier, run: Run) -> None:
    execution = run(keras3, NET + call, prelude=False)
    assert execution.ending is Ending.RAISED
    (only,) = execution.calls
    assert (only.kind, only.outcome) == ("loop", Outcome.FAILED)
    assert only.error is not None
    assert words in only.error.message


def test_a_failure_that_is_caught(keras3: Verifier, run: Run) -> None:
    text = NET + "try:\n    train(channels=3)\nexcept RuntimeError as error:\n    print(error)\ntrain()\n"
    execution = run(keras3, text, prelude=False)
    assert [call.outcome for call in execution.calls] == [Outcome.FAILED, Outcome.TRAINED]
    assert not execution.healthy


def test_a_script_that_catches_everything(keras3: Verifier, run: Run) -> None:
    text = NET + "while True:\n    try:\n        train()\n    except BaseException:\n        pass\n"
    assert run(keras3, text, prelude=False).healthy
