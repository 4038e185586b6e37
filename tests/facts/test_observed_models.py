"""What was seen of a model and its layers, where the code leaves them open."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fixer.facts.facts import ModelFact
from fixer.facts.infer import Interpreter
from fixer.facts.observe import Seen
from fixer.facts.program import Unit
from fixer.source import SourceFile


def layer(identity: int, kind: str, *sizes: int | None) -> dict[str, Any]:
    return {"id": identity, "class": kind, "name": "", "in": None, "out": [list(sizes)], "activation": None}


def model_seen(code: str, layers: list[dict[str, Any]], calls: dict[str, int]) -> ModelFact:
    """The model of `fit`, when these layers were seen, made by these calls."""
    tree = ast.parse(code)
    places = [
        (f"/program.py:{n.lineno}:{n.col_offset}:{n.end_lineno}:{n.end_col_offset}", {"t": "layer", "id": calls[text]})
        for n in ast.walk(tree)
        if isinstance(n, ast.Call) and (text := ast.unparse(n)) in calls
    ]
    kinds = {each["id"]: each["class"] for each in layers}
    seen = [(place, found | {"class": kinds[found["id"]]}) for place, found in places]
    line = code[: code.index(".fit")].count("\n") + 1
    told = {"path": "/program.py", "line": line, "kind": "fit", "layers": layers, "inputs": None}
    told["outputs"] = layers[-1]["out"]
    source = SourceFile.from_text(Path("/program.py"), code)
    return Interpreter(Unit(source, tree), 3, None, Seen.of(seen, [told])).run().training_calls[0].model


def test_layers_that_were_added_under_a_condition() -> None:
    code = """import sys
from tensorflow import keras
m = keras.Sequential()
m.add(keras.layers.Dense(4, input_shape=(9,)))
if len(sys.argv) < 3:
    m.add(keras.layers.Dropout(0.5))
m.add(keras.layers.Dense(2, activation="softmax"))
m.fit(x, y)
"""
    layers = [layer(1, "Dense", None, 4), layer(2, "Dropout", None, 4), layer(3, "Dense", None, 2)]
    calls = {
        "keras.layers.Dense(4, input_shape=(9,))": 1,
        "keras.layers.Dropout(0.5)": 2,
        "keras.layers.Dense(2, activation='softmax')": 3,
    }
    model = model_seen(code, layers, calls)
    assert [each.kind for each in model.layers] == ["Dense", "Dropout", "Dense"]
    assert (model.complete, model.output, model.last_activation) == (True, (None, 2), "softmax")


def test_layers_behind_a_model_of_unknown_insides() -> None:
    code = """from tensorflow import keras
base = keras.applications.VGG16(include_top=False, input_shape=(64, 64, 3))
m = keras.Model(base.input, keras.layers.Dense(1)(keras.layers.Dropout(0.5)(base.output)))
m.fit(x, y)
"""
    layers = [
        layer(1, "InputLayer", None, 64, 64, 3),
        layer(2, "MaxPooling2D", None, 2, 2, 512),
        layer(3, "Dropout", None, 2, 2, 512),
        layer(4, "Dense", None, 2, 2, 1),
    ]
    model = model_seen(code, layers, {})
    assert [(each.kind, each.output_shape) for each in model.tail] == [
        ("Dropout", (None, 2, 2, 512)),
        ("Dense", (None, 2, 2, 1)),
    ]
