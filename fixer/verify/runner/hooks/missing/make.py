"""Makes data that fits what a script tells: small, the same in each execution, with all classes among the labels."""

from __future__ import annotations

import ast
import itertools
import math
import re
import sys
from dataclasses import dataclass
from typing import Any

from .hints import Hints, name_of, reshaped

ROWS = 128
WIDTH = 8
"""Columns of a table where nothing tells how many."""
WORDS = ("the", "a", "good", "bad", "old", "new", "day", "thing", "went", "well", "never", "again", "story", "time")
TEXTUAL = frozenset(
    """fit_on_texts texts_to_sequences texts_to_matrix adapt one_hot hashing_trick word_tokenize pad_texts
    text_to_word_sequence encode lower split strip""".split()
)
ENCODERS = frozenset(
    {"LabelEncoder", "OneHotEncoder", "OrdinalEncoder", "LabelBinarizer", "StringLookup", "get_dummies"}
)
VECTORIZERS = frozenset({"TfidfVectorizer", "CountVectorizer", "HashingVectorizer", "Tokenizer", "TextVectorization"})
OPENERS = frozenset({"imread", "load_img", "open", "read_file", "basename", "join", "exists"})


class CannotError(Exception):
    """Nothing in the script tells what the data would be."""


# Arrays


def value(hints: Hints, target: ast.expr) -> Any:
    """What a call is to give, from what it is assigned to: an array, a dict of them, or a tuple of such."""
    if isinstance(target, (ast.Tuple, ast.List)):
        return tuple(value(hints, element) for element in target.elts)
    if not isinstance(target, ast.Name):
        raise CannotError
    names = hints.closure(target.id)
    keys = hints.keys(names)
    if keys:
        return {key: array(hints, target.id, key) for key in keys}
    return array(hints, target.id)


def array(hints: Hints, name: str, key: str | None = None) -> Any:
    """One array: inputs in the shape that the model takes, or labels in the form that its loss takes."""
    import numpy

    roles = hints.role(name, key)
    held = {n for n, value in hints._flows if (name, key) in hints._roots_of(value)} if key else {name}
    names = set().union(*(hints.closure(n) for n in held)) if held else set()
    if key is None and positions(hints, names):
        return numpy.array(rows_of(table(hints, name), hints), dtype="float64")
    if "y" in roles and "x" not in roles:
        return labels(hints)
    if not roles and hints.input_shape is None and reshaped(hints, names) is None:
        raise CannotError
    if not roles and _named_like_labels(key or name):
        return labels(hints)
    return inputs(hints, names)


def _named_like_labels(name: str) -> bool:
    """Only asked where no use tells: the name of a file's part is the author's own word for what it holds."""
    return re.search(r"(^|_)(y|labels?|targets?|classes|list_classes)(_|$)", name.lower()) is not None


def inputs(hints: Hints, names: set[str]) -> Any:
    import numpy

    generator = numpy.random.RandomState(0)
    shape = sample_shape(hints, names)
    if hints.first_layer == "Embedding":
        return generator.randint(1, max(2, hints.vocabulary), (ROWS, *shape)).astype("int32")
    if _divided(hints, names):  # of all others it is not known, and no rule may act as if they lay unscaled
        return generator.randint(0, 256, (ROWS, *shape)).astype("uint8")
    return generator.rand(ROWS, *shape).astype("float32")


def sample_shape(hints: Hints, names: set[str]) -> tuple[int, ...]:
    """One sample as it lies in the file, before the script gives it another shape."""
    model = hints.input_shape
    shape = reshaped(hints, names)
    if shape is not None:
        return shape[:-1] if shape[-1] == 1 and len(shape) > 1 else shape
    if model is None:
        rank = _unpacked(hints, names)
        return {2: (WIDTH,), 3: (28, 28), 4: (32, 32, 3)}.get(rank, (WIDTH,))
    widened = any(
        name_of(call) == "expand_dims" and hints.argument(call, "axis", 1 if ast.unparse(call.func).startswith(
            ("np.", "numpy.", "tf.")) else 0) != 0 for call in hints.calls_on(names)
    ) or _new_axis(hints, names)  # fmt: skip
    if widened and len(model) > 1 and model[-1] == 1:
        return model[:-1]
    return model


def _new_axis(hints: Hints, names: set[str]) -> bool:
    for node in hints.nodes:
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple) and len(node.slice.elts) > 1:
            last = node.slice.elts[-1]
            new = ast.unparse(last) in ("None", "np.newaxis", "tf.newaxis", "numpy.newaxis")
            if new and any(n in names for n, _ in hints.roots(node.value)):
                return True
    return False


def _divided(hints: Hints, names: set[str]) -> bool:
    return any(
        isinstance(n, (ast.BinOp, ast.AugAssign))
        and isinstance(n.op, ast.Div)
        and hints.value(n.right if isinstance(n, ast.BinOp) else n.value) in (255, 256, 127.5, 128)
        and any(name in names for name, _ in hints.roots(n.left if isinstance(n, ast.BinOp) else n.target))
        for n in hints.nodes
    )


def _unpacked(hints: Hints, names: set[str]) -> int:
    """The rank that `a, b, c = x.shape` states."""
    for target, given in hints.assigned:
        if not isinstance(target, ast.Tuple) or not isinstance(given, ast.Attribute) or given.attr != "shape":
            continue
        if any(n in names for n, _ in hints.roots(given)):
            return len(target.elts)
    return 0


def labels(hints: Hints) -> Any:
    import numpy

    generator = numpy.random.RandomState(1)
    classes, units = hints.classes, hints.last_units or 1
    if classes is None:
        made = generator.rand(ROWS, units) if units > 1 else generator.rand(ROWS)
        return made.astype("float32")
    order = shuffled(classes)
    if hints.one_hot and classes > 1:
        return numpy.eye(classes, dtype="float32")[order]
    return numpy.asarray(order, dtype="int64")


def shuffled(classes: int) -> list[int]:
    """Labels of all rows: every class as often as any other, in no order that a split could cut."""
    import numpy

    return [int(n) for n in numpy.random.RandomState(2).permutation(numpy.arange(ROWS) % max(1, classes))]


# Tables


@dataclass
class Column:
    name: str | None
    kind: str
    """number, label, text, words, file, date or pixels"""
    words: tuple[str, ...] = ()


@dataclass
class Uses:
    """How a script uses one table."""

    names: set[str]
    order: dict[str, None]
    whole: bool = False
    stored: frozenset[str] = frozenset()


def table(hints: Hints, name: str, call: ast.Call | None = None) -> list[Column]:
    """The columns that the script counts on, in its order."""
    names = hints.closure(name)
    given = (hints.argument(call, "names"), hints.argument(call, "usecols")) if call is not None else (None, None)
    listed = next((g for g in given if isinstance(g, tuple) and all(isinstance(c, str) for c in g)), ())
    places = positions(hints, names)
    used = _used(hints, names)
    if call is not None:
        for key in ("index_col", "parse_dates"):
            found = hints.argument(call, key)
            for column in (found,) if isinstance(found, str) else found if isinstance(found, tuple) else ():
                if isinstance(column, str):
                    used.order = {column: None, **used.order}
    columns = [_column(hints, names, c) for c in dict.fromkeys((*listed, *used.order)) if c not in used.stored]
    labelled = sum(c.kind == "label" for c in columns)
    width = _width(hints, names)
    if places and not (listed and len(listed) > max(places)):
        count = max(places) + 1
        if -1 in places and width:
            count = max(count, width + 1)
        elif -1 in places:
            count = max(count, WIDTH + 1)
        elif len(places) == 1 and width:
            count = max(count, width + 1)  # one column is the labels, and the others are all else
        singles = [p for p, single in places.items() if single]
        at = singles[0] % count if singles else count - 1
        while len(columns) < count:
            columns.append(Column(f"column_{len(columns)}", "number"))
        columns[at].kind = "label" if columns[at].kind == "number" else columns[at].kind
        return columns
    shaped = hints.input_shape is not None and len(hints.input_shape) > 1 and reshaped(hints, names) is None
    if (not columns or (used.whole and not shaped)) and not listed:
        if not columns and not any(hints.role(n) for n in names) and width is None:
            raise CannotError
        if not columns and hints.role(name) == {"y"}:
            return [Column("label", "label")]
        missing = (width or WIDTH) - (len(columns) - labelled)
        columns += [Column(f"feature_{n}", "number") for n in range(max(0, missing))]
    return columns


def _width(hints: Hints, names: set[str]) -> int | None:
    shape = reshaped(hints, names) or hints.input_shape
    return math.prod(shape) if shape else None


def positions(hints: Hints, names: set[str]) -> dict[int, bool]:
    """Columns that are taken by their place, and whether alone: `[:, 8]`, `.iloc[:, 0:8]`."""
    found: dict[int, bool] = {}
    for node in hints.nodes:
        if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Tuple) or len(node.slice.elts) != 2:
            continue
        if not any(n in names and k is None for n, k in hints.roots(node.value)):
            continue
        rows, index = node.slice.elts
        if not isinstance(rows, ast.Slice):
            continue
        if isinstance(index, ast.Slice):
            for bound, less in ((index.lower, 0), (index.upper, 1)):
                place = hints.value(bound)
                if isinstance(place, int):
                    found.setdefault(place - less if place > 0 else -1 if place < 0 else 0, False)
        elif isinstance(place := hints.value(index), int):
            found[place] = True
    return found


_FRAME = frozenset("values T index columns shape size dtypes iloc loc empty ndim str plot at iat".split())


def _used(hints: Hints, names: set[str]) -> Uses:
    uses = Uses(names, {})
    stored, seen = set(), set()
    for node in sorted(hints._in_order, key=lambda n: (getattr(n, "lineno", 0), _stores(n))):
        if isinstance(node, ast.Subscript) and _whole(hints, node.value, names):
            for key in hints._keys(node.slice):
                if isinstance(node.ctx, ast.Store) and key not in seen:
                    stored.add(key)
                seen.add(key)
                uses.order[key] = None
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            method = node.func.attr
            own = _whole(hints, node.func.value, names)
            if own and method in ("drop", "pop", "sort_values", "groupby", "set_index", "dropna", "drop_duplicates"):
                uses.whole |= method in ("drop", "pop")
                for key in ("labels", "columns", "by", "subset", "keys", "item"):
                    _add(uses, hints.argument(node, key, 0))
            elif own and method in ("rename",):
                _add(uses, tuple(hints.argument(node, "columns") or ()))
            elif method in ("get_dummies", "flow_from_dataframe") and any(
                _whole(hints, a, names) for a in (*node.args[:1], *(k.value for k in node.keywords))
            ):
                for key in ("columns", "x_col", "y_col"):
                    _add(uses, hints.argument(node, key))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
            parent = hints.parents.get(node)
            called = isinstance(parent, ast.Call) and parent.func is node
            uses.whole |= node.attr in ("values", "iloc", "to_numpy")
            if not called and node.attr not in _FRAME and isinstance(node.ctx, ast.Load) and _is_frame(hints, node):
                _add(uses, node.attr)
    uses.whole |= any("x" in hints.roles.get((n, None), ()) for n in names)
    uses.stored = frozenset(stored)
    return uses


def _stores(node: ast.AST) -> bool:
    """An assignment stores after it has read."""
    return isinstance(getattr(node, "ctx", None), ast.Store)


def _is_frame(hints: Hints, node: ast.Attribute) -> bool:
    """Whether an attribute can be a column: of what is a table yet, not of the array that was made of it."""
    pandas: Any = sys.modules["pandas"]
    return not hasattr(pandas.DataFrame, node.attr) and not hasattr(pandas.Series, node.attr)


def _whole(hints: Hints, node: ast.AST, names: set[str]) -> bool:
    return any(n in names and k is None for n, k in hints.roots(node))


def _add(uses: Uses, given: Any) -> None:
    for key in (given,) if isinstance(given, str) else given if isinstance(given, tuple) else ():
        if isinstance(key, str):
            uses.order[key] = None


def _column(hints: Hints, names: set[str], column: str) -> Column:
    """What kind of values a column must hold, by all that is done with it."""
    roles: set[str] = set().union(*(hints.roles.get((n, column), set()) for n in names))
    held: set[str] = set()
    for target, given in hints._flows:
        if any((n, column) in hints._roots_of(given) for n in names):
            held |= hints.closure(target)
    encoders = {t for t, v in hints._flows if isinstance(v, ast.Call) and name_of(v) in ENCODERS}
    vectorizers = {t for t, v in hints._flows if isinstance(v, ast.Call) and name_of(v) in VECTORIZERS}
    kind, words = "number", set[str]()
    for node in hints.nodes:
        if isinstance(node, ast.Compare) and _of(hints, node.left, names, column, held):
            words |= {c for c in map(hints.value, node.comparators) if isinstance(c, str)}
        if not isinstance(node, ast.Call):
            if isinstance(node, ast.Attribute) and node.attr == "str" and _of(hints, node.value, names, column, held):
                kind = "text"
            elif isinstance(node, ast.Attribute) and node.attr == "dt":
                kind = "date" if _of(hints, node.value, names, column, held) else kind
            continue
        method = name_of(node)
        if isinstance(node.func, ast.Attribute) and _of(hints, node.func.value, names, column, held):
            mapping = hints.value(node.args[0]) if node.args else None
            if method in ("map", "replace") and isinstance(mapping, dict):
                words |= {k for k in mapping if isinstance(k, str)}
            elif method in ("lower", "split", "strip") or (
                method == "apply"
                and node.args
                and re.search(r"\.(lower|split|replace|strip)\(|re\.sub|word_tokenize", _body(hints, node.args[0]))
            ):
                kind = "text"
        if method == "get_dummies" and column in (hints.argument(node, "columns") or ()):
            kind = "category"
        if not any(_of(hints, a, names, column, held) for a in node.args):
            if method == "flow_from_dataframe":
                if hints.argument(node, "x_col", 2) == column:
                    kind = "file"
                elif hints.argument(node, "y_col", 3) == column:
                    raw = hints.argument(node, "class_mode") in ("raw", "other")
                    kind, roles = ("label" if raw else "category"), {"y"}
            continue
        owner = hints.roots(node.func.value) if isinstance(node.func, ast.Attribute) else set()
        if (method in TEXTUAL and method not in ("one_hot",)) or any(n in vectorizers for n, _ in owner):
            kind = "text"
        elif method in ENCODERS or any(n in encoders for n, _ in owner):
            kind = "category"
        elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Call) and not owner:
            kind = "category" if name_of(node.func.value) in ENCODERS else kind
        elif method == "to_datetime":
            kind = "date"
        elif method in OPENERS or _opens(hints, node, names, column, held):
            kind = "file"
    if words:
        return Column(column, "category", tuple(sorted(words)))
    if kind == "text" and hints.first_layer.startswith(("Conv", "Separable")) and not hints.role("x"):
        return Column(column, "pixels" if "y" not in roles else "category")
    if kind == "category":
        count = hints.classes if "y" in roles else 3
        return Column(column, "category", tuple(f"class_{n}" for n in range(count or 3)))
    if kind == "number" and "y" in roles:
        return Column(column, "label")
    return Column(column, kind)


def _of(hints: Hints, node: ast.AST, names: set[str], column: str, held: set[str]) -> bool:
    return any((n in names and k == column) or (n in held and k is None) for n, k in hints.roots(node))


def _opens(hints: Hints, call: ast.Call, names: set[str], column: str, held: set[str]) -> bool:
    """Whether a function of the script's own treats what it is given as a file's name."""
    function = hints.functions.get(name_of(call))
    if function is None:
        return False
    for parameter, given in zip(function.args.args, call.args):
        if _of(hints, given, names, column, held):
            inner = hints.closure(parameter.arg)
            for other in ast.walk(function):
                opens = isinstance(other, ast.Call) and name_of(other) in OPENERS
                if opens and any(n in inner for n, _ in hints.roots(other)):
                    return True
    return False


def _body(hints: Hints, node: ast.expr) -> str:
    function = hints.functions.get(node.id) if isinstance(node, ast.Name) else None
    return ast.unparse(function or node)


def rows_of(columns: list[Column], hints: Hints) -> list[list[Any]]:
    """The values, row by row."""
    import numpy

    made = []
    for number, column in enumerate(columns):
        generator = numpy.random.RandomState(100 + number)
        made.append(_values(column, generator, hints))
    return [list(row) for row in zip(*made)]


def _values(column: Column, generator: Any, hints: Hints) -> list[Any]:
    if column.kind == "label" and hints.classes is not None:
        return list(shuffled(hints.classes))
    if column.kind == "category":
        return [column.words[n] for n in shuffled(len(column.words))]
    if column.kind == "text":
        return [" ".join(generator.choice(WORDS, generator.randint(3, 13))) for _ in range(ROWS)]
    if column.kind == "pixels":
        count = math.prod(hints.input_shape or (48, 48))
        return [" ".join(map(str, generator.randint(0, 256, count))) for _ in range(ROWS)]
    if column.kind == "file":
        return [f"image_{n}.jpg" for n in range(ROWS)]
    if column.kind == "date":
        return [f"20{20 + n // 336:02d}-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}" for n in range(ROWS)]
    return [round(float(n), 3) for n in generator.rand(ROWS)]


def csv_text(hints: Hints, columns: list[Column], separator: str, header: bool) -> str:
    lines = [separator.join(str(c.name) for c in columns)] if header else []
    lines += [separator.join(map(str, row)) for row in rows_of(columns, hints)]
    return "\n".join(lines) + "\n"


# Files of other kinds


def image(path: str, number: int = 0, size: tuple[int, int] = (32, 32), channels: int = 3) -> None:
    """A small picture; what it shows is the same for the same number."""
    import numpy

    generator = numpy.random.RandomState(number)
    shape = (size[1], size[0], channels) if channels > 1 else (size[1], size[0])
    pixels = generator.randint(0, 256, shape).astype("uint8")
    try:
        from PIL import Image
    except ImportError:
        raise CannotError from None
    Image.fromarray(pixels).save(path, format="PNG" if path.lower().endswith((".png", ".tif", ".tiff")) else "JPEG")


def text(lines: int = ROWS) -> str:
    import numpy

    generator = numpy.random.RandomState(0)
    return "\n".join(" ".join(itertools.chain(generator.choice(WORDS, 10))) for _ in range(lines)) + "\n"
