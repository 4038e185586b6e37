"""How many batches one pass of a generator over its data holds, told in the words of the place that needs it."""

from __future__ import annotations

import ast
import copy
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from codemods._support import unit_of
from fixer import rewrite
from fixer.facts.facts import Facts, ModelCall
from fixer.facts.infer import only_repeats, while_counter
from fixer.facts.program import Unit
from fixer.facts.values import Batches, Function
from fixer.findings import Edit

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_PURE = frozenset("len int float min max round".split())
_PURE_LIBRARY = ("math.", "numpy.ceil", "numpy.floor")


@dataclass(frozen=True, slots=True)
class Count:
    """`over / by` batches, rounded up or down; `over` alone where `by` is None."""

    over: ast.expr
    by: ast.expr | None = None
    up: bool = True


@dataclass(frozen=True, slots=True)
class Steps:
    """A number of steps as it is to be written, with the import that it needs."""

    text: str
    edits: tuple[Edit, ...] = ()


def steps_for(facts: Facts, batches: Batches, call: ModelCall) -> Steps | None:
    """The batches in one pass of `batches`, as an expression that holds where `call` stands."""
    count = _count(facts, batches)
    if count is not None:
        over = _translated(facts, batches, count.over, call)
        by = None if count.by is None else _translated(facts, batches, count.by, call)
        if over is not None and (count.by is None or by is not None):
            return _written(call.unit, Count(over, by, count.up))
    return None if batches.per_pass is None else Steps(str(batches.per_pass))


def _count(facts: Facts, batches: Batches) -> Count | None:
    if isinstance(batches.at, ast.GeneratorExp):
        first = batches.at.generators[0]
        single = len(batches.at.generators) == 1 and not first.ifs
        return _of_iterable(_Names(facts, None), first.iter) if single else None
    node = batches.function.node if batches.function is not None else None
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return None
    names = _Names(facts, node)
    loops = loops_around_yield(node)
    if loops is None:
        return _collected(names, node)
    passes = [loop for loop in loops if not is_endless(loop) and not names.counts_for_ever(loop)]
    while len(passes) > 1 and only_repeats(passes[0]):
        passes = passes[1:]
    if not passes:
        return _sliced(names, node) or _sampled(names, node)
    if len(passes) > 1 or _leaves_early(passes[0]):
        return None
    loop = passes[0]
    if isinstance(loop, ast.For):
        return _of_iterable(names, loop.iter)
    return _of_while(names, loop)


def same_steps(facts: Facts, batches: Batches, call: ModelCall, parameter: str) -> bool:
    """Whether the steps that `call` is given are, by their expression, those of one pass of `batches`."""
    count = _count(facts, batches)
    if count is None:
        return False
    given = _without_rounding(call, call.args[parameter].node)
    over = _translated(facts, batches, count.over, call)
    if count.by is None:
        return over is not None and ast.dump(_without_rounding(call, over)) == ast.dump(given)
    by = _translated(facts, batches, count.by, call)
    return (
        over is not None
        and by is not None
        and isinstance(given, ast.BinOp)
        and isinstance(given.op, (ast.Div, ast.FloorDiv))
        and (ast.unparse(given.left), ast.unparse(given.right)) == (ast.unparse(over), ast.unparse(by))
    )


def _without_rounding(call: ModelCall, node: ast.expr) -> ast.expr:
    """The division inside `int(np.ceil(len(x) / 32))`, looked up where a variable holds it."""
    while True:
        rounding = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("int", "ceil", "floor"))
        if rounding and isinstance(node, ast.Call) and len(node.args) == 1:
            node = node.args[0]
        elif isinstance(node, ast.Name):
            scope = call.unit.enclosing(call.node, _FUNCTIONS) or call.unit.tree
            value = single_value(scope, node.id)
            if value is None:
                return node
            node = value
        else:
            return node


# --- the loop that yields


def own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function, without those of functions inside it."""
    stack = list(ast.iter_child_nodes(node))
    while stack:
        current = stack.pop()
        yield current
        if not isinstance(current, _SCOPES):
            stack.extend(ast.iter_child_nodes(current))


def loops_around_yield(node: FunctionNode) -> list[ast.For | ast.While] | None:
    """The loops around the one yield, outermost first; None where yields are several or under a condition."""
    found: list[list[ast.For | ast.While]] = []
    plain = True

    def visit(body: list[ast.stmt], loops: list[ast.For | ast.While], always: bool) -> None:
        nonlocal plain
        for statement in body:
            match statement:
                case ast.For() | ast.While():
                    visit(statement.body, [*loops, statement], always)
                    visit(statement.orelse, loops, False)
                case ast.With():
                    visit(statement.body, loops, always)
                case ast.FunctionDef() | ast.ClassDef() | ast.AsyncFunctionDef():
                    pass
                case _:
                    yields = [n for n in own_nodes(statement) if isinstance(n, (ast.Yield, ast.YieldFrom))]
                    simple = always and isinstance(statement, (ast.Expr, ast.Assign))
                    plain = plain and (not yields or (simple and isinstance(yields[0], ast.Yield)))
                    found.extend(loops for _ in yields)

    visit(node.body, [], True)
    return found[0] if plain and len(found) == 1 else None


def is_endless(loop: ast.stmt) -> bool:
    return isinstance(loop, ast.While) and isinstance(loop.test, ast.Constant) and bool(loop.test.value)


def _leaves_early(loop: ast.For | ast.While) -> bool:
    """Whether some iterations end before their yield."""
    return any(isinstance(n, (ast.Break, ast.Continue, ast.Return)) for s in loop.body for n in ast.walk(s))


# --- how often a loop runs


@dataclass(slots=True)
class _Names:
    """What the calls in a function are calls of, and what its local variables are given."""

    facts: Facts
    function: FunctionNode | None
    calls: dict[ast.AST, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.calls = {call.node: call.name for call in self.facts.library_calls}

    def counts_for_ever(self, loop: ast.For | ast.While) -> bool:
        return isinstance(loop, ast.For) and self.calls.get(loop.iter) == "itertools.count"

    def local(self, name: str) -> ast.expr | None:
        """The value of a variable that the function assigns just once."""
        return None if self.function is None else single_value(self.function, name)


def stores_of(node: ast.AST, name: str) -> list[ast.Name]:
    """Where a function binds a variable or takes it away."""
    return [n for n in own_nodes(node) if isinstance(n, ast.Name) and n.id == name and not isinstance(n.ctx, ast.Load)]


def single_value(node: ast.AST, name: str) -> ast.expr | None:
    """What the one statement that binds `name` inside `node` gives it."""
    stores = stores_of(node, name)
    values = [
        n.value for n in own_nodes(node) if isinstance(n, ast.Assign) and len(n.targets) == 1 and n.targets[0] in stores
    ]
    return values[0] if len(stores) == 1 and len(values) == 1 else None


def _of_iterable(names: _Names, node: ast.expr) -> Count | None:
    if isinstance(node, ast.Name) and (value := names.local(node.id)) is not None:
        return _of_iterable(names, value)
    if isinstance(node, (ast.Name, ast.Attribute)):
        return Count(_call_of("len", node))
    if not isinstance(node, ast.Call) or node.keywords or any(isinstance(a, ast.Starred) for a in node.args):
        return None
    name, args = names.calls.get(node, ""), node.args
    match name.removeprefix("builtins."), args:
        case (("range" | "numpy.arange"), [stop]):
            return Count(stop)
        case (("range" | "numpy.arange"), [start, stop]):
            return Count(stop if _is_zero(start) else ast.BinOp(stop, ast.Sub(), start))
        case (("range" | "numpy.arange"), [start, stop, step]) if _is_zero(start):
            return _divided(stop, step)
        case (("enumerate" | "zip" | "sorted" | "list" | "reversed" | "tqdm.tqdm" | "itertools.cycle"), [first, *_]):
            return _of_iterable(names, first)
        case (("numpy.array_split" | "numpy.split"), [_, ast.Constant() | ast.Name() | ast.BinOp() as parts]):
            return Count(parts)
    return None


def _divided(stop: ast.expr, step: ast.expr) -> Count:
    """`range(0, stop, step)`; `n - step + 1` as the stop is the way to leave the short last batch out."""
    text = ast.dump(step)
    match stop:
        case ast.BinOp(ast.BinOp(whole, ast.Sub(), part), ast.Add(), ast.Constant(1)) if ast.dump(part) == text:
            return Count(whole, step, up=False)
        case ast.BinOp(whole, ast.Sub(), ast.BinOp(part, ast.Sub(), ast.Constant(1))) if ast.dump(part) == text:
            return Count(whole, step, up=False)
        case ast.BinOp(ast.BinOp(whole, ast.FloorDiv(), part), ast.Mult(), again) if (
            ast.dump(part) == ast.dump(again) == text
        ):
            return Count(whole, step, up=False)
    return Count(stop, step)


def _of_while(names: _Names, loop: ast.While) -> Count | None:
    counter = while_counter(loop)
    if counter is None or names.function is None:
        return None
    name, step, stop, inclusive = counter
    starts = [
        n.value
        for n in own_nodes(names.function)
        if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == name
    ]
    if len(starts) != 1 or not _is_zero(starts[0]):
        return None
    if isinstance(stop, ast.BinOp) and ast.dump(stop.right) == ast.dump(step) and inclusive:
        return Count(stop.left, step, up=False)
    return None if inclusive else _divided(stop, step)


def _collected(names: _Names, node: FunctionNode) -> Count | None:
    """Rows put together until they make a batch: `if len(rows) == size: yield ...`."""
    inside = list(own_nodes(node))
    yields = [n for n in inside if isinstance(n, (ast.Yield, ast.YieldFrom))]
    for loop in inside:
        if not isinstance(loop, ast.For) or any(isinstance(n, (ast.Break, ast.Continue, ast.Return)) for n in inside):
            continue
        full = [s for s in loop.body if isinstance(s, ast.If) and any(n in yields for n in own_nodes(s))]
        size = _full_at(loop, full[0].test) if len(full) == 1 else None
        within = [n for n in own_nodes(loop) if n in yields]
        behind = [n for n in yields if n.lineno > (loop.end_lineno or loop.lineno)]
        if size is None or len(within) != 1 or len(within) + len(behind) != len(yields) or len(behind) > 1:
            continue
        rows = _of_iterable(names, loop.iter)
        return Count(rows.over, size, up=bool(behind)) if rows is not None and rows.by is None else None
    return None


def _full_at(loop: ast.For, test: ast.expr) -> ast.expr | None:
    """The size at which `len(rows) == size` (or a counter) says that the batch is full, one row each time around."""
    match test:
        case ast.Compare(ast.Call(ast.Name("len"), [ast.Name(name)]), [ast.Eq() | ast.GtE()], [size]):
            grown = [s for s in loop.body if ast.unparse(s).startswith(f"{name}.append(")]
        case ast.Compare(ast.Name(name), [ast.Eq() | ast.GtE()], [size]):
            grown = [s for s in loop.body if ast.unparse(s) == f"{name} += 1"]
        case _:
            return None
    return size if len(grown) == 1 else None


def _sliced(names: _Names, node: FunctionNode) -> Count | None:
    """`X[i:i + batch]` in an endless loop: one pass is the length of X over the batch."""
    for slicing in sorted(own_nodes(node), key=lambda n: (getattr(n, "lineno", 0), getattr(n, "col_offset", 0))):
        if not isinstance(slicing, ast.Subscript) or not isinstance(slicing.slice, ast.Slice):
            continue
        lower, upper, data = slicing.slice.lower, slicing.slice.upper, slicing.value
        if not isinstance(data, (ast.Name, ast.Attribute)) or lower is None or slicing.slice.step is not None:
            continue
        if isinstance(upper, ast.Name):
            upper = names.local(upper.id)
        if isinstance(upper, ast.BinOp) and isinstance(upper.op, ast.Add) and ast.dump(upper.left) == ast.dump(lower):
            return Count(_call_of("len", data), upper.right)
    return None


def _sampled(names: _Names, node: FunctionNode) -> Count | None:
    """Rows drawn at random: as many batches as make up the number of rows."""
    inside = set(own_nodes(node))
    indexed = {n.slice.id for n in inside if isinstance(n, ast.Subscript) and isinstance(n.slice, ast.Name)}
    for call in names.facts.library_calls:
        if call.node not in inside or not any(single_value(node, name) is call.node for name in indexed):
            continue
        size = call.args.get("size") or call.args.get("k")
        drawn = call.name.rpartition(".")[2]
        if drawn == "choice" and (source := call.args.get("a")) and size is not None:
            whole = source.node
            if isinstance(whole, ast.Call) and names.calls.get(whole) in ("numpy.arange", "builtins.range"):
                whole = whole.args[0] if len(whole.args) == 1 else whole
            return Count(whole, size.node, up=False) if _is_scalar(size.node) and _is_scalar(whole) else None
        if drawn in ("randint", "integers") and size is not None and (low := call.args.get("low")):
            high = call.args.get("high")
            whole = low.node if high is None else high.node
            return Count(whole, size.node, up=False) if _is_scalar(size.node) else None
    return None


def _is_scalar(node: ast.expr) -> bool:
    """Whether the expression is a number by its form: an array or a tuple of sizes is none."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in _PURE
    return not isinstance(node, (ast.Tuple, ast.List, ast.Attribute, ast.ListComp))


def _is_zero(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0


def _call_of(name: str, argument: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), [argument], [])


# --- from the generator's names to those of the call


@dataclass(frozen=True, slots=True)
class _Inside:
    """A function as one call ran it: where its names come from."""

    unit: Unit
    node: ast.AST | None
    bindings: dict[str, ast.expr]
    call: ast.expr | None
    function: Function | None


def _translated(facts: Facts, batches: Batches, node: ast.expr, call: ModelCall) -> ast.expr | None:
    """`node`, which holds inside the generator, as it is at `call`; None where it cannot be said there."""
    at = batches.at
    home = unit_of(facts, at) if at is not None else None
    if at is None or home is None:
        return None
    function = batches.function
    inside = _Inside(home, None, {}, at, None)
    if function is not None:
        inside = _Inside(function.unit, function.node, batches.bindings, at, function)
    return _translate(facts, inside, node, call, 0)


def _translate(facts: Facts, inside: _Inside, node: ast.expr, call: ModelCall, depth: int) -> ast.expr | None:
    if depth > 20:
        return None
    if isinstance(node, ast.Name):
        return _translate_name(facts, inside, node, call, depth + 1)
    if isinstance(node, ast.Call):
        library = next((c.name for c in facts.library_calls if c.node is node), "")
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in _PURE and not library.startswith(_PURE_LIBRARY):
            return None
        args = [_translate(facts, inside, a, call, depth + 1) for a in node.args]
        if node.keywords or (not name and not isinstance(node.func, ast.Attribute)):
            return None
        if inside.unit is not call.unit and not name:
            return None
        return None if any(a is None for a in args) else ast.Call(node.func, [a for a in args if a], [])
    if not isinstance(node, (ast.Constant, ast.Attribute, ast.Subscript, ast.Slice, ast.BinOp, ast.UnaryOp)):
        return None
    result = copy.copy(node)
    for field_name, child in ast.iter_fields(node):
        if isinstance(child, ast.expr):
            moved = _translate(facts, inside, child, call, depth + 1)
            if moved is None:
                return None
            setattr(result, field_name, moved)
    return result


def _translate_name(facts: Facts, inside: _Inside, node: ast.Name, call: ModelCall, depth: int) -> ast.expr | None:
    name, function = node.id, inside.function
    if function is None or inside.node is None:
        return node if _visible(call, inside, name) else None
    parameters = function.node.args
    every = [a.arg for a in (*parameters.posonlyargs, *parameters.args, *parameters.kwonlyargs)]
    stores = stores_of(inside.node, name)
    if name in every:
        if stores:
            return None
        if function.bound is not None and name == every[0]:
            receiver = getattr(getattr(inside.call, "func", None), "value", None)
            return None if receiver is None else _outside(facts, inside, receiver, call, depth)
        given = inside.bindings.get(name)
        if given is not None:
            return _outside(facts, inside, given, call, depth)
        return _default(parameters, name)
    if stores:
        value = single_value(inside.node, name)
        return None if value is None else _translate(facts, inside, value, call, depth)
    outer = inside.unit.enclosing(inside.node, (ast.FunctionDef, ast.Lambda))
    if outer is not None and function.scope is not None:
        around = next((f for f in facts.functions if f.node is outer), None)
        if around is not None:
            scope = function.scope
            outside = _Inside(inside.unit, outer, scope.bindings, scope.call, around)
            return _translate_name(facts, outside, node, call, depth)
    return node if inside.unit is call.unit and _is_global(call, name) else None


def _default(parameters: ast.arguments, name: str) -> ast.expr | None:
    positional = [*parameters.posonlyargs, *parameters.args]
    pairs = list(zip(reversed(positional), reversed(parameters.defaults)))
    pairs += [(a, d) for a, d in zip(parameters.kwonlyargs, parameters.kw_defaults) if d is not None]
    found = next((default for argument, default in pairs if argument.arg == name), None)
    return found if isinstance(found, ast.Constant) else None


def _outside(facts: Facts, inside: _Inside, node: ast.expr, call: ModelCall, depth: int) -> ast.expr | None:
    """An argument of the call that ran the function: it holds where that call stands."""
    if inside.call is None:
        return None
    unit = unit_of(facts, inside.call)
    if unit is None:
        return None
    return _translate(facts, _Inside(unit, None, {}, inside.call, None), node, call, depth)


def _is_global(call: ModelCall, name: str) -> bool:
    """Whether `name` is a variable or import of the module, never changed, that is seen where the model is called."""
    here = call.unit.enclosing(call.node, _FUNCTIONS)
    stores = [n for n in call.unit.names(name) if isinstance(n.ctx, ast.Store)]
    return len(stores) < 2 and (here is None or name not in _locals(here))


def _locals(function: ast.AST) -> set[str]:
    names = {n.id for n in own_nodes(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return names | {a.arg for a in ast.walk(function) if isinstance(a, ast.arg)}


def _visible(call: ModelCall, inside: _Inside, name: str) -> bool:
    """Whether `name`, as it is where `inside.call` stands, is the same where the model is called."""
    unit = inside.unit
    if unit is not call.unit or inside.call is None:
        return False
    for ancestor in unit.ancestors(inside.call):
        # `lambda: gen(X, y)` stands where it stands, unless the name is a parameter of its own.
        own = ast.walk(ancestor.args) if isinstance(ancestor, ast.Lambda) else ()
        if any(isinstance(a, ast.arg) and a.arg == name for a in own):
            return False
    there, here = unit.enclosing(inside.call, _FUNCTIONS), unit.enclosing(call.node, _FUNCTIONS)
    if there is not here and there is not None:
        return False
    if there is not here and here is not None:
        # The module's variable, seen from inside a function: unless that has one of the same name.
        return name not in _locals(here)
    between = range(inside.call.lineno + 1, call.node.lineno + 1)
    stores = (n for n in unit.names(name) if isinstance(n.ctx, ast.Store))
    return not any(n.lineno in between for n in stores)


# --- how it is written


def _written(unit: Unit, count: Count) -> Steps | None:
    over = ast.unparse(ast.fix_missing_locations(ast.Expression(count.over)))
    text = over
    edits: tuple[Edit, ...] = ()
    if count.by is not None:
        whole, part = (_number(count.over), _number(count.by))
        if whole is not None and part:
            number = math.ceil(whole / part) if count.up else whole // part
            return Steps(str(number)) if number > 0 else None
        divided = ast.BinOp(count.over, ast.Div() if count.up else ast.FloorDiv(), count.by)
        text = ast.unparse(ast.fix_missing_locations(ast.Expression(divided)))
        if count.up:
            text, edits = _rounded_up(unit, text)
    if '"' not in text and rewrite.quoted(unit, "").startswith('"'):
        text = text.replace("'", '"')
    return Steps(text, edits)


def _number(node: ast.expr) -> int | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, int) else None


def _rounded_up(unit: Unit, text: str) -> tuple[str, tuple[Edit, ...]]:
    """By what the file has at hand: `math`, else NumPy, else `math` newly imported."""
    known = rewrite.imported_name(unit, "math.ceil")
    if known is not None:
        return f"{known}({text})", ()
    numpy = rewrite.imported_name(unit, "numpy")
    if numpy is not None:
        return f"int({numpy}.ceil({text}))", ()
    name, edits = rewrite.name_for(unit, "math")
    return f"{name}.ceil({text})", edits
