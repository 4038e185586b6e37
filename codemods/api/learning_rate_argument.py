"""Rule KF605."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.facts.program import Unit
from fixer.findings import Applicability, Fix, Level

_OPTIMIZERS = frozenset("SGD RMSprop Adam AdamW Adadelta Adagrad Adamax Adafactor Nadam Ftrl Lion Lamb".split())
_HOMES = ("keras.optimizers.", "tensorflow.optimizers.")


@rule(
    "KF605",
    tokens=("lr",),
    levels={3: Level.ERROR},
    applicability=Applicability.SAFE,
    anywhere=True,
)
def learning_rate_argument(facts: Facts) -> Iterator[Report]:
    """An optimizer of Keras told its learning rate as `lr`.

    ## What it does
    Finds `lr=` in the construction of a Keras optimizer. The argument is `learning_rate` since Keras 2.3.

    ## Why it fails
    Keras 3: `ValueError: Argument(s) not recognized: {'lr': 0.01}`.

    ## Example
    ```python
    model.compile(optimizer=Adam(lr=0.001), loss="mse")
    ```

    ## Use instead
    ```python
    model.compile(optimizer=Adam(learning_rate=0.001), loss="mse")
    ```

    ## Fix safety
    Safe: the same number goes by its new name. Optimizers of the program's own, of PyTorch and those of
    `keras.optimizers.legacy`, which Keras 3 has not, are left alone.
    """
    seen: set[ast.Call] = set()
    for call in facts.library_calls:
        home, _, kind = call.name.rpartition(".")
        if f"{home}." not in _HOMES or kind not in _OPTIMIZERS or call.node in seen:
            continue
        names = {keyword.arg for keyword in call.node.keywords}
        if "lr" not in names or "learning_rate" in names or call.node.args or _legacy(call.unit, call.node.func):
            continue
        seen.add(call.node)
        edit = rewrite.rename_keyword(call.unit, call.node, "lr", "learning_rate")
        if edit is not None:
            fix = Fix("Name it learning_rate", (edit,), Applicability.SAFE, "the same number")
            yield Report(call.unit, call.node, f"{kind} takes learning_rate; Keras 3 knows no lr", (fix,))


def _legacy(unit: Unit, func: ast.expr) -> bool:
    """Whether the class is one of `keras.optimizers.legacy`, by the way it is reached."""
    text = rewrite.text_of(unit, func)
    if ".legacy." in f".{text}":
        return True
    root = text.partition(".")[0]
    for node in ast.walk(unit.tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            home = getattr(node, "module", None) or ""
            bound = [f".{home}.{alias.name}." for alias in node.names if (alias.asname or alias.name) == root]
            if any(".legacy." in name for name in bound):
                return True
    return False
