"""Rule KF401."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codemods import Report, rule
from codemods._support import unit_of
from codemods.pipelines._endless import made_endless
from codemods.pipelines._passes import steps_for
from codemods.pipelines._shortage import Shortage, shortage
from codemods.pipelines._uses import Use, all_steps, fed_by, uses
from fixer import rewrite
from fixer.facts.facts import Facts
from fixer.findings import Applicability, Edit, Fix, Level


@rule(
    "KF401",
    tokens=("fit", "evaluate", "predict"),
    levels={2: Level.WARNING, 3: Level.WARNING},
    applicability=Applicability.UNSAFE,
)
def exhausted_generator(facts: Facts) -> Iterator[Report]:
    """A generator or dataset that ends before the epochs and steps that are asked of it.

    ## What it does
    Finds a generator, generator expression or `tf.data` dataset that holds fewer batches than the call of
    fit draws: a generator that goes over its data once and more than one epoch, or more steps than there
    are batches. Healthy are a generator that holds steps x epochs batches, a fresh one for each call, and
    what starts over by itself (a Sequence, a dataset without `steps_per_epoch`).

    ## Why it fails
    Nothing raises. Keras 3 warns "Your input ran out of data; interrupting training" and goes on: a
    generator of 10 batches trains on 10, 2, 2, 2 ... batches, always its first two again. Keras 2 says
    the same and stops: all epochs but the first are left out.

    ## Example
    ```python
    def batches(x, y, size):
        for start in range(0, len(x), size):
            yield x[start:start + size], y[start:start + size]

    model.fit(batches(x, y, 32), epochs=10)
    ```

    ## Use instead
    ```python
    def batches(x, y, size):
        while True:
            for start in range(0, len(x), size):
                yield x[start:start + size], y[start:start + size]

    model.fit(batches(x, y, 32), epochs=10, steps_per_epoch=math.ceil(len(x) / 32))
    ```

    ## Fix safety
    Unsafe: the model is trained on more than before. Every call that the generator feeds is given its
    number of steps; where something else draws from it too, the calls are given all passes at once instead.
    """
    for use in uses(facts):
        short = shortage(facts, use)
        if short is not None:
            yield Report(use.call.unit, use.node, short.message, _fixes(facts, use, short))


def _fixes(facts: Facts, use: Use, short: Shortage) -> tuple[Fix, ...]:
    found = []
    match use.batches.kind:
        case "generator":
            found = [_told_steps(facts, use, short), _start_over(facts, use), _all_passes(facts, use, short)]
        case "dataset":
            found = [_repeated(use), _without_steps(use)]
        case "sequence":
            found = [_without_steps(use)]
    fixes = tuple(fix for fix in found if fix is not None)
    if fixes or use.batches.kind != "generator":
        return fixes
    advice = "Let the generator loop for ever (while True:) and give fit steps_per_epoch"
    return (Fix(advice, (), Applicability.DISPLAY_ONLY),)


def _told_steps(facts: Facts, use: Use, short: Shortage) -> Fix | None:
    """The number of steps alone, where the generator holds all epochs already."""
    steps = all_steps(facts, [use]) if short.holds_all_epochs else None
    if not steps:
        return None
    reason = "the generator holds the batches of all epochs"
    return Fix("Say how many steps an epoch has", steps, Applicability.UNSAFE, reason)


def _start_over(facts: Facts, use: Use) -> Fix | None:
    """`while True:` in the generator, and the number of steps for every call that it feeds."""
    function = use.batches.function
    fed = fed_by(facts, use.batches)
    if function is None or not fed:
        return None
    loop, steps = made_endless(facts, function), all_steps(facts, fed)
    if loop is None or steps is None:
        return None
    title = "Let the generator start over" + (" and say how many steps an epoch has" if steps else "")
    return Fix(title, (*loop, *steps), Applicability.UNSAFE, "one pass over the data in each epoch")


def _all_passes(facts: Facts, use: Use, short: Shortage) -> Fix | None:
    """`for _ in range(epochs)` around a generator made for this call alone."""
    node, batches, epochs = use.node, use.batches, use.call.args.get("epochs")
    if use.validation or (batches.at is not node and not _is_only_use(facts, use)):
        return None
    if epochs is None or not short.one_pass_feeds_an_epoch or batches.at is None:
        return None
    if any(part in facts.streams for part in ast.walk(batches.at)):
        return None  # made of what can be gone through only once
    steps = all_steps(facts, [use])
    unit = unit_of(facts, batches.at)
    if steps is None or unit is None or "initial_epoch" in use.call.args:
        return None
    times = f"for _ in range({rewrite.text_of(use.call.unit, epochs.node)})"
    if isinstance(batches.at, ast.GeneratorExp):
        if unit is not use.call.unit:
            return None
        text, target = unit.source.text, unit.lines.span(batches.at.generators[0].target)
        at = text.rfind("for", 0, target.start)
        edit: Edit | None = Edit(unit.source.path, at, at, times + " ")
    else:
        text = rewrite.text_of(unit, batches.at)
        edit = rewrite.replace(unit, node, f"(batch {times} for batch in {text})") if batches.at is node else None
    if edit is None:
        return None
    reason = "nothing else draws from this generator"
    return Fix("Give fit one pass for each epoch", (edit, *steps), Applicability.UNSAFE, reason)


def _is_only_use(facts: Facts, use: Use) -> bool:
    """Whether a generator expression kept in a variable goes to this one call and nowhere else."""
    if not isinstance(use.batches.at, ast.GeneratorExp) or not isinstance(use.node, ast.Name):
        return False
    mentions = [n for n in use.call.unit.names(use.node.id) if isinstance(n.ctx, ast.Load)]
    return mentions == [use.node] and steps_for(facts, use.batches, use.call) is not None


def _repeated(use: Use) -> Fix | None:
    if use.validation:
        return None
    edit = rewrite.wrap(use.call.unit, use.node, "{}.repeat()")
    return Fix("Repeat the dataset", (edit,), Applicability.UNSAFE, "as Keras's own warning says")


def _without_steps(use: Use) -> Fix | None:
    found = use.call.args.get(use.steps_name)
    if found is None or found.node in use.call.node.args:
        return None
    edit = rewrite.remove_argument(use.call.unit, use.call.node, found.node)
    if edit is None:
        return None
    title = f"Leave {use.steps_name} out: an epoch is then the whole of the data"
    return Fix(title, (edit,), Applicability.UNSAFE)
