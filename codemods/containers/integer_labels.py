"""Rule KF201."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import feeds
from codemods.containers._casts import made_float, needs_integers
from fixer.facts.facts import CompileFact, Facts
from fixer.facts.values import Array, Function
from fixer.findings import Applicability, Fix, Level

_FLOAT_LOSSES = frozenset(
    """binary_crossentropy binary_focal_crossentropy mean_squared_error mean_absolute_error huber log_cosh
    mean_absolute_percentage_error mean_squared_logarithmic_error poisson kl_divergence cosine_similarity hinge
    squared_hinge categorical_hinge""".split()
)
_TAKES_LABELS = frozenset("fit evaluate train_on_batch test_on_batch fit_generator evaluate_generator".split())


@rule(
    "KF201",
    tokens=("int", "array", "arange"),
    levels={2: Level.HINT, 3: Level.HINT},
    applicability=Applicability.UNSAFE,
)
def integer_labels(facts: Facts) -> Iterator[Report]:
    """Integer labels for a loss that computes with floats.

    ## What it does
    Finds labels that the program makes as integers (`randint`, `.astype(int)`, `np.array([0, 1])`) for
    `binary_crossentropy`, `mse`, `mae`, `hinge` and the like, and for a loss function of one's own. Labels
    that are an index elsewhere, or meet a sparse loss, are left alone; so are those of a data set.

    ## Why it fails
    Keras casts the labels itself: the built-in losses train on both versions, so this is a hint. But Keras 2
    does not cast for `cosine_similarity` and for `y_true - y_pred` in a function of one's own: `TypeError:
    Input 'y' of 'Sub' Op has type float32 that does not match type int64 of argument 'x'.` There it is an error.

    ## Example
    ```python
    y = np.random.randint(0, 2, 100)
    model.compile("adam", "binary_crossentropy")
    ```

    ## Use instead
    ```python
    y = np.random.randint(0, 2, 100).astype("float32")
    ```

    ## Fix safety
    Unsafe for a hint: the program trains the same without it. Safe for the error of Keras 2.
    """
    for call, feed in feeds(facts):
        labels, compiled = feed.y, call.model.compiled
        if compiled is None or call.kind not in _TAKES_LABELS or not isinstance(labels, Array):
            continue
        if not labels.is_int or len(labels.dtypes) != 1 or labels.one_hot or labels.origin is None:
            continue
        fails = _fails_on_two(compiled)
        if compiled.loss not in _FLOAT_LOSSES and not fails:
            continue
        mend = made_float(facts, labels)
        if mend is None or needs_integers(facts, labels.origin):
            continue
        unit, node, edits = mend
        error = fails and facts.target == 2
        loss = compiled.loss or "the loss"
        effect = "Keras 2 cannot take them together with floats" if error else "Keras casts them for every batch"
        applicability = Applicability.SAFE if error else Applicability.UNSAFE
        fix = Fix("Make the labels float32", edits, applicability, "the loss computes with floats")
        message = f"{labels.dtype} labels for {loss}, which computes with floats; {effect}"
        yield Report(unit, node, message, (fix,), Level.ERROR if error else None)


def _fails_on_two(compiled: CompileFact) -> bool:
    """Whether Keras 2 fails on integer labels: its own cosine similarity, and `y_true - y_pred` of the user's."""
    if compiled.loss == "cosine_similarity":
        return True
    given = compiled.args.get("loss")
    function = given.value if given is not None else None
    if not isinstance(function, Function):
        return False
    names = [a.arg for a in function.node.args.args][:2]
    stored = {n.id for n in ast.walk(function.node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    if len(names) != 2 or stored & set(names):
        return False
    return any(
        isinstance(n, ast.BinOp) and [getattr(side, "id", "") for side in (n.left, n.right)] in (names, names[::-1])
        for n in ast.walk(function.node)
    )
