"""Observations as facts: what is seen fills in what the code leaves open, and no more."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fixer.facts.infer import Interpreter
from fixer.facts.observe import Seen, as_value
from fixer.facts.program import Unit
from fixer.facts.values import Array, Const, PyList, Tuple, Varying
from fixer.source import SourceFile
from fixer.verify.runner.observe import Looking, describe

CODE = """import numpy as np
from tensorflow import keras
x = np.load("x.npy")
m = keras.Sequential([keras.layers.Dense(1)])
m.compile("sgd", "mse")
m.fit(x, x)
"""


def fed(*seen: dict[str, Any]) -> Array:
    source = SourceFile.from_text(Path("/program.py"), CODE)
    places = [("/program.py:3:4:3:20", each) for each in seen]
    facts = Interpreter(Unit(source, ast.parse(CODE)), 3, None, Seen.of(places, [])).run()
    value = next(iter(facts.training_calls[0].pairs())).x
    assert isinstance(value, Array)
    return value


def array(*shape: int, dtype: str = "float64", **more: Any) -> dict[str, Any]:
    return {"t": "array", "lib": "numpy", "shape": list(shape), "dtype": dtype, **more}


def test_a_shape_that_was_seen() -> None:
    value = fed(array(40, 7, lo=0.0, hi=9.0))
    assert (value.shape, value.dtype, value.lo, value.hi) == ((40, 7), "float64", 0.0, 9.0)


def test_sizes_that_differ_vary_but_the_number_of_rows_does_not() -> None:
    shape = fed(array(32, 7), array(8, 9)).shape
    assert shape is not None
    assert shape[0] == 32
    assert isinstance(shape[1], Varying) and (shape[1].lo, shape[1].hi) == (7, 9)


def test_ranks_that_differ_say_nothing() -> None:
    assert fed(array(3, 4), array(3)).shape is None


@pytest.mark.parametrize(
    ("value", "kind"),
    [(3, Const), ([1, 2], PyList), ((1, [2.0]), Tuple), (None, Const), (list(range(100)), PyList)],
)
def test_what_is_described_comes_back(value: object, kind: type) -> None:
    found = describe(value)
    assert isinstance(as_value(found, ast.Constant(0)), kind)


def test_no_value_of_an_array_or_a_text_leaves_the_process() -> None:
    secret = np.array([[0.125, 0.25], [0.5, 0.0625]])
    told = str(describe([secret, "password", {"a": 1}]))
    assert "password" not in told and "0.25" not in told
    assert "0.5" in told, "the range is told"


def test_looking_changes_no_position_and_no_meaning() -> None:
    code = "def f(a, *b, c=1):\n    return [a + x for x in b], (yield c)\n\ny: int = f(1)\n"
    code += "match y:\n    case int(): pass\n"
    before = ast.parse(code)
    after = Looking("f.py").visit(ast.parse(code))
    compile(after, "f.py", "exec")
    lines = [n.lineno for n in ast.walk(before) if isinstance(n, ast.stmt)]
    assert lines == [n.lineno for n in ast.walk(after) if isinstance(n, ast.stmt)]


STREAM = """import tensorflow as tf
from somewhere import batches
m = tf.keras.Sequential([tf.keras.layers.Dense(3)])
m.compile("sgd", "mse")
m.fit(batches())
"""


def streamed(*batches: dict[str, Any], classes: int | None = None) -> Any:
    source = SourceFile.from_text(Path("/program.py"), STREAM)
    model = {"path": "/program.py", "line": 5, "kind": "fit", "layers": [], "inputs": None, "outputs": None}
    told = model | {"streams": {"x": {"batches": list(batches), "classes": classes}}}
    facts = Interpreter(Unit(source, ast.parse(STREAM)), 3, None, Seen.of([], [told])).run()
    return next(iter(facts.training_calls[0].pairs()))


def batch(*items: dict[str, Any]) -> dict[str, Any]:
    return {"t": "tuple", "n": len(items), "items": list(items)}


def test_the_batches_of_a_stream_that_the_code_does_not_tell() -> None:
    x, y = array(8, 5, lo=0.0, hi=1.0), array(8, dtype="int64", lo=0.0, hi=2.0)
    feed = streamed(batch(x, y), batch(x, array(8, dtype="int64", lo=1.0, hi=4.0)))
    assert feed.batches is not None and feed.batches.kind == "stream"
    assert (feed.x.shape, feed.y.shape, feed.y.lo, feed.y.hi) == ((8, 5), (8,), 0.0, 4.0)
    assert feed.x.origin is None and feed.x.at is None


def test_folders_say_how_many_classes_there_are() -> None:
    feed = streamed(batch(array(4, 9, 9, 3), array(4, 6, lo=0.0, hi=1.0, one_hot=True)), classes=6)
    assert feed.batches.classes == 6 and feed.y.one_hot


def test_batches_of_different_makes_stay_unknown() -> None:
    feed = streamed(batch(array(4, 9), array(4)), array(4, 9))
    assert feed.y is None and not isinstance(feed.x, Array)
