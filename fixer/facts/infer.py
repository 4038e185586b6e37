"""Facts from the code alone: an abstract interpreter over the standard library's `ast`.

It runs the program the way Python would, on abstract values: functions of the
user's own are followed into, loops are run once on what any iteration may see
(or unrolled where they are short), both branches of an undecided `if` are run
and joined. What it does not understand is `UNKNOWN`, never a guess.
"""

from __future__ import annotations

import ast
import itertools
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from fixer.facts import knowledge
from fixer.facts.call import Call
from fixer.facts.facts import Argument, Facts, LibraryCall, MethodCall
from fixer.facts.observe import Seen
from fixer.facts.program import Unit, canonical
from fixer.facts.values import (
    UNKNOWN,
    AnyValue,
    Array,
    Batches,
    Class,
    Const,
    Dim,
    Function,
    Instance,
    Linear,
    Method,
    Number,
    PyDict,
    PyList,
    Ref,
    Super,
    Tuple,
    Value,
    Varying,
    Yield,
    as_number,
    const,
    const_int,
    elements,
    join,
    join_all,
    placed,
)

ModuleLoader = Callable[[Path, str, int], "Unit | None"]
"""Given the importing file, a module name and the level of a relative import: that module of the project."""

_BUDGET = 150_000
"""Expressions evaluated before the interpreter gives up on a file and leaves the rest unknown."""
_MAX_DEPTH = 12
_UNROLL = 10
_NOTED = 8
"""Values kept of an expression that is evaluated more than once."""


class _OutOfBudgetError(Exception):
    """The program is too large to follow to its end."""


@dataclass(eq=False, slots=True)
class Scope:
    """The variables of a module, function or class body."""

    vars: dict[str, AnyValue] = field(default_factory=dict)
    parent: Scope | None = None
    globals: frozenset[str] = frozenset()
    module: Scope | None = None
    bindings: dict[str, ast.expr] = field(default_factory=dict)
    """For a function's scope: parameter name to the argument expression of this call."""
    call: ast.expr | None = None
    """The call that runs it."""

    def lookup(self, name: str) -> AnyValue | None:
        scope: Scope | None = self
        while scope is not None:
            if name in scope.vars:
                return scope.vars[name]
            scope = scope.parent
        return None


@dataclass(frozen=True, slots=True)
class Frame:
    """An undecided branch or a loop that encloses what is being run."""

    kind: str
    """branch or loop"""
    count: float | None = None
    finite: bool | None = None
    node: ast.AST | None = None


@dataclass(frozen=True, slots=True)
class Range(Value):
    """A `range(...)`."""

    start: AnyValue = UNKNOWN
    stop: AnyValue = UNKNOWN
    step: AnyValue = UNKNOWN

    @property
    def count(self) -> int | None:
        start, stop, step = const_int(self.start), const_int(self.stop), const_int(self.step)
        if start is None or stop is None or not step:
            return None
        return len(range(start, stop, step))


@dataclass(frozen=True, slots=True)
class Slice(Value):
    """A `slice(...)`."""

    lower: AnyValue | None = None
    upper: AnyValue | None = None
    step: AnyValue | None = None

    @property
    def bounds(self) -> list[AnyValue | None]:
        return [None if const(bound, 0) is None else bound for bound in (self.lower, self.upper, self.step)]


class Interpreter:
    """Runs one program and collects its facts."""

    def __init__(self, unit: Unit, target: int, load: ModuleLoader | None = None, observed: Seen | None = None) -> None:
        self.facts = Facts(unit, target, [unit])
        self.unit = unit
        self.frames: list[Frame] = []
        self.tries = 0
        self._load = load
        self.observed = observed
        self._modules: dict[Path, Scope] = {}
        self._stack: list[ast.AST] = []
        self._seen: set[ast.AST] = set()
        self._returns: list[list[AnyValue]] = []
        self._yields: list[list[tuple[Yield, tuple[Frame, ...]]]] = []
        self._budget = _BUDGET
        self._symbols = itertools.count(1)
        self.models: list[knowledge.ModelState] = []
        self.torch_applications: list[knowledge.torch.Application] = self.facts.torch_applications

    # --- the whole program

    def run(self) -> Facts:
        try:
            scope = self._run_module(self.unit, main=True)
            self._run_unreached(self.unit, scope)
            self._run_compiled()
        except (_OutOfBudgetError, RecursionError):
            pass
        self.facts.models = [model.snapshot() for model in self.models]
        self.facts.imports = {
            name: value.name
            for name, value in self._modules.get(self.unit.source.path, Scope()).vars.items()
            if isinstance(value, Ref)
        }
        return self.facts

    def _run_module(self, unit: Unit, main: bool) -> Scope:
        scope = Scope({"__name__": Const("__main__" if main else unit.source.path.stem)})
        scope.module = scope
        self._modules[unit.source.path] = scope
        outer, self.unit = self.unit, unit
        # An imported module runs as it is, whatever encloses the import.
        frames, self.frames = self.frames, []
        try:
            self._block(unit.tree.body, scope)
        finally:
            self.unit, self.frames = outer, frames
        return scope

    def _run_unreached(self, unit: Unit, scope: Scope) -> None:
        """Functions that nothing in the program calls, if they have to do with a model: run on unknown arguments."""
        for value in list(scope.vars.values()):
            if isinstance(value, Function) and value.unit is unit and value.node not in self._seen:
                if value.node in unit.telling:
                    self.call_function(value, [], {}, unknown=True)
            elif isinstance(value, Class) and value.unit is unit:
                methods = [m for m in value.attrs.values() if isinstance(m, Function)]
                called_by_keras = any(isinstance(base, Ref) and base.name.startswith("keras.") for base in value.bases)
                waiting = [m for m in methods if m.node not in self._seen]
                if not any(called_by_keras or m.node in unit.telling for m in waiting):
                    continue
                instance = self.instantiate(value, [], {}, unknown=True)
                for method in methods:
                    if method.node not in self._seen:
                        self.call_function(replace_bound(method, instance), [], {}, unknown=True)

    def _run_compiled(self) -> None:
        """Losses and metrics that Keras calls, wherever they were made: closures and lambdas too."""
        for compiled in list(self.facts.compiles):
            for argument in compiled.args.values():
                value = argument.value
                given = list((value.items or {}).values()) if isinstance(value, PyDict) else elements(value) or [value]
                for function in given:
                    if isinstance(function, Function) and function.node not in self._seen:
                        self.call_function(function, [], {}, unknown=True)

    # --- statements; each gives back whether the next statement is reached

    def _block(self, body: Iterable[ast.stmt], scope: Scope) -> bool:
        return all(self._statement(statement, scope) for statement in body)

    def _statement(self, node: ast.stmt, scope: Scope) -> bool:
        match node:
            case ast.Expr():
                self.eval(node.value, scope)
            case ast.Assign():
                value = self.eval(node.value, scope)
                for target in node.targets:
                    self._assign(target, value, scope)
            case ast.AnnAssign():
                if node.value is not None:
                    self._assign(node.target, self.eval(node.value, scope), scope)
            case ast.AugAssign():
                self._augmented(node, scope)
            case ast.If():
                return self._if(node, scope)
            case ast.For() | ast.AsyncFor():
                return self._for(node, scope)
            case ast.While():
                return self._while(node, scope)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                scope.vars[node.name] = self._define(node, scope)
            case ast.ClassDef():
                scope.vars[node.name] = self._define_class(node, scope)
            case ast.Return():
                value = self.eval(node.value, scope) if node.value else Const(None)
                if self._returns:
                    self._returns[-1].append(value)
                return False
            case ast.Import() | ast.ImportFrom():
                self._import(node, scope)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    entered = self.eval(item.context_expr, scope)
                    if item.optional_vars is not None:
                        self._assign(item.optional_vars, knowledge.entered(entered), scope)
                return self._block(node.body, scope)
            case ast.Try():
                return self._try(node, scope)
            case ast.Raise():
                return False
            case ast.Break() | ast.Continue():
                return False
            case ast.Delete():
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        scope.vars.pop(target.id, None)
            case ast.Global():
                scope.globals = scope.globals | frozenset(node.names)
            case ast.Assert():
                self.eval(node.test, scope)
            case ast.Match():
                self.eval(node.subject, scope)
                self._branches([case.body for case in node.cases] + [[]], scope)
            case _:
                if type(node).__name__ == "TryStar":
                    return self._try(node, scope)  # type: ignore[arg-type]
        return True

    def _augmented(self, node: ast.AugAssign, scope: Scope) -> None:
        load = ast.copy_location(ast.BinOp(_as_load(node.target), node.op, node.value), node)
        current = self.eval(load.left, scope)
        self._note(node.target, current)
        if isinstance(current, PyList) and isinstance(node.op, ast.Add):
            added = self.eval(node.value, scope)
            knowledge.extend_list(self, current, added)
            return
        self._assign(node.target, self._binary(load, current, self.eval(node.value, scope)), scope)

    def _if(self, node: ast.If, scope: Scope) -> bool:
        test = self.truth(self.eval(node.test, scope))
        if test is not None:
            return self._block(node.body if test else node.orelse, scope)
        return self._branches([node.body, node.orelse], scope, node)

    def _branches(self, bodies: list[list[ast.stmt]], scope: Scope, node: ast.AST | None = None) -> bool:
        """Run each body on a copy of the variables and join what comes out of those that end."""
        before = dict(scope.vars)
        ends: list[dict[str, AnyValue]] = []
        self.frames.append(Frame("branch", node=node))
        try:
            for body in bodies:
                scope.vars = dict(before)
                if self._block(body, scope):
                    ends.append(scope.vars)
        finally:
            self.frames.pop()
        if not ends:
            scope.vars = before
            return False
        scope.vars = _join_vars(ends)
        return True

    def _for(self, node: ast.For | ast.AsyncFor, scope: Scope) -> bool:
        iterable = self.eval(node.iter, scope)
        items = self._iteration_items(iterable)
        if items is not None and len(items) <= _UNROLL and not _needs_one_pass(node.body):
            for item in items:
                self._assign(node.target, item, scope)
                self._block(node.body, scope)
        else:
            count = self.count_of(iterable)
            finite = self._is_finite(iterable)
            element = self.element_of(iterable)
            self._loop(node, count, finite, scope, target=(node.target, element))
        return self._block(node.orelse, scope)

    def _while(self, node: ast.While, scope: Scope) -> bool:
        test = self.truth(self.eval(node.test, scope))
        if test is False:
            return self._block(node.orelse, scope)
        # A test that the body changes the parts of is true at first only.
        changes = {n.id for n in ast.walk(node.test) if isinstance(n, ast.Name)} & _assigned(node.body)
        endless = test is True and not changes and not _has_exit(node.body)
        counted = self._counted(node, scope)
        count = math.inf if endless else None if counted is None else counted.count
        self._loop(node, count, False if endless else counted is not None or None, scope)
        self.eval(node.test, scope)
        if endless:
            return False
        return self._block(node.orelse, scope)

    def _counted(self, node: ast.While, scope: Scope) -> Range | None:
        """`while i < n: ... i += step` as the range that it runs through."""
        counter = while_counter(node)
        if counter is None:
            return None
        name, step, stop, inclusive = counter
        start = scope.vars.get(name, UNKNOWN)
        end = self.eval(stop, scope)
        if inclusive:
            whole = const_int(end)
            end = Number("int64") if whole is None else Const(whole + 1)
        return Range(start, end, self.eval(step, scope))

    def _loop(
        self,
        node: ast.For | ast.AsyncFor | ast.While,
        count: float | None,
        finite: bool | None,
        scope: Scope,
        target: tuple[ast.expr, AnyValue] | None = None,
    ) -> None:
        """Run the body once, on what any iteration may see."""
        if count != math.inf and _skips(node.body):
            count = None  # what comes behind a `continue` or `break` runs less often
        before = dict(scope.vars)
        for name in _assigned(node.body):
            if isinstance(as_number(before.get(name, UNKNOWN)), Number):
                scope.vars[name] = self.symbol(before[name])
        if target is not None:
            self._assign(target[0], target[1], scope)
        growing = [
            found
            for name in _resized(node.body)
            if isinstance(found := scope.lookup(name), PyList) and not found.growing
        ]
        for grown in growing:
            grown.growing = True
        self.frames.append(Frame("loop", count, finite, node))
        try:
            self._block(node.body, scope)
        finally:
            self.frames.pop()
            for grown in growing:
                grown.growing = False
        for name, value in before.items():
            if name in scope.vars and scope.vars[name] is not value:
                scope.vars[name] = join(value, scope.vars[name])

    def _try(self, node: ast.Try, scope: Scope) -> bool:
        caught = bool(node.handlers)
        self.tries += caught
        try:
            ended = self._block(node.body, scope)
        finally:
            self.tries -= caught
        if ended and node.orelse:
            ended = self._block(node.orelse, scope)
        bodies: list[list[ast.stmt]] = [[]] if ended else []
        for handler in node.handlers:
            if handler.name:
                scope.vars[handler.name] = UNKNOWN
            bodies.append(handler.body)
        if node.handlers:
            ended = self._branches(bodies, scope)
        return self._block(node.finalbody, scope) and ended

    def _define(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, scope: Scope) -> Function:
        function = Function(node, scope, self.unit)
        arguments = node.args
        named = arguments.posonlyargs + arguments.args
        for parameter, default in zip(named[len(named) - len(arguments.defaults) :], arguments.defaults):
            function.defaults[parameter.arg] = self.eval(default, scope)
        for parameter, kw_default in zip(arguments.kwonlyargs, arguments.kw_defaults):
            if kw_default is not None:
                function.defaults[parameter.arg] = self.eval(kw_default, scope)
        self.facts.functions.append(function)
        return function

    def _define_class(self, node: ast.ClassDef, scope: Scope) -> Class:
        cls = Class(node, scope, self.unit, tuple(self.eval(base, scope) for base in node.bases))
        inner = Scope(parent=scope, module=scope.module)
        self._block(node.body, inner)
        cls.attrs = inner.vars
        for value in cls.attrs.values():
            if isinstance(value, Function):
                value.owner = cls
                value.scope = scope
        return cls

    def _import(self, node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname:
                    module = self._project_module(alias.name, 0)
                    scope.vars[alias.asname] = module or Ref(canonical(alias.name))
                else:
                    root = alias.name.partition(".")[0]
                    scope.vars[root] = self._project_module(alias.name, 0) or Ref(canonical(root))
            return
        for alias in node.names:
            module_name = node.module or ""
            module = self._project_module(module_name, node.level)
            name = alias.asname or alias.name
            if module is not None:
                namespace: Scope = module.scope
                if alias.name == "*":
                    scope.vars.update({k: v for k, v in namespace.vars.items() if not k.startswith("_")})
                else:
                    scope.vars[name] = namespace.vars.get(alias.name, UNKNOWN)
            elif node.level:
                submodule = self._project_module(f"{module_name}.{alias.name}".strip("."), node.level)
                scope.vars[name] = submodule or UNKNOWN
            elif alias.name == "*":
                scope.vars.update(knowledge.star_import(canonical(module_name)))
            else:
                scope.vars[name] = Ref(canonical(f"{module_name}.{alias.name}"))

    def _project_module(self, name: str, level: int) -> Namespace | None:
        if self._load is None or (not level and knowledge.is_library(name)):
            return None
        unit = self._load(self.unit.source.path, name, level)
        if unit is None:
            return None
        scope = self._modules.get(unit.source.path)
        if scope is None:
            self.facts.units.append(unit)
            scope = self._run_module(unit, main=False)
        return Namespace(scope)

    # --- assignment

    def _assign(self, target: ast.expr, value: AnyValue, scope: Scope) -> None:
        match target:
            case ast.Name():
                home = scope.module if target.id in scope.globals and scope.module else scope
                value = _unpacked_to(target, value)
                home.vars[target.id] = value
            case ast.Tuple() | ast.List():
                self._unpack(target, value, scope)
            case ast.Starred():
                self._assign(target.value, UNKNOWN, scope)
            case ast.Attribute():
                owner = self.eval(target.value, scope)
                value = _unpacked_to(target, value)
                if isinstance(owner, Instance):
                    known_before = owner.attrs.get(target.attr)
                    undecided = any(frame.kind == "branch" for frame in self.frames)
                    if undecided and known_before is not None:
                        value = join(known_before, value)
                    owner.attrs[target.attr] = value
                else:
                    knowledge.set_attribute(self, owner, target.attr, value)
            case ast.Subscript():
                owner = self.eval(target.value, scope)
                self.eval(target.slice, scope)
                self._assign_item(owner, target, value, scope)

    def _assign_item(self, owner: AnyValue, target: ast.Subscript, value: AnyValue, scope: Scope) -> None:
        if isinstance(owner, PyList):
            owner.opaque = owner.opaque or not isinstance(target.slice, ast.Constant)
        elif isinstance(owner, PyDict):
            key = const(self.eval(target.slice, scope), None)
            if owner.items is not None and key is not None and not self.frames:
                owner.items[key] = value
            else:
                owner.items = None
        elif isinstance(owner, Array):
            root = target.value
            while isinstance(root, ast.Subscript):
                root = root.value
            whole = self.eval(root, scope)
            if isinstance(root, (ast.Name, ast.Attribute)) and isinstance(whole, Array):
                self._assign(_as_store(root), self._filled(whole, target, value, scope), scope)

    def _filled(self, array: Array, target: ast.Subscript, value: AnyValue, scope: Scope) -> Array:
        """`array` with some of its values replaced: its shape and dtype stay, what is known of its values may not."""
        part = as_number(value) or value
        lo, hi = getattr(part, "lo", None), getattr(part, "hi", None)
        lo = None if lo is None or array.lo is None else min(lo, array.lo)
        hi = None if hi is None or array.hi is None else max(hi, array.hi)
        index = self.eval(target.slice, scope)
        if isinstance(index, Array) and index.dtype == "bool" and array.lo != array.hi:
            # `y[y > 1] = 1`: which of the old values are left is not known.
            lo = hi = None
        # `y[np.arange(n), labels] = 1` on zeros
        places = elements(index) or []
        rows_of_one = len(places) == 2 == array.rank and all(isinstance(p, Array) and p.rank == 1 for p in places)
        one_hot = rows_of_one and array.lo == array.hi == 0 and const(value) == 1
        return replace(array, lo=lo, hi=hi, one_hot=one_hot)

    def _unpack(self, target: ast.Tuple | ast.List, value: AnyValue, scope: Scope) -> None:
        items = elements(value)
        count = len(target.elts)
        if items is not None and len(items) == count and not any(isinstance(t, ast.Starred) for t in target.elts):
            for part, item in zip(target.elts, items):
                self._assign(part, item, scope)
            return
        each = self.element_of(value) if isinstance(value, (Array, PyList)) else UNKNOWN
        for part in target.elts:
            item = each
            if isinstance(item, Number) and item.random is not None:
                item = replace(item, random=part if isinstance(part, ast.expr) else None)
            self._assign(part, item, scope)

    # --- expressions

    def eval(self, node: ast.expr, scope: Scope) -> AnyValue:
        """What `node` gives; noted, so that a rule can ask what else is done with a value."""
        self._budget -= 1
        if self._budget < 0:
            raise _OutOfBudgetError
        value = self._evaluated(node, scope)
        if self.observed is not None:
            value = self.observed.refined(self.unit.place, node, value, len(self.frames))
        self._note(node, value)
        return value

    def _note(self, node: ast.expr, value: AnyValue) -> None:
        seen = self.facts.values.setdefault(node, [])
        if len(seen) < _NOTED and not any(value is other for other in seen):
            seen.append(value)

    def _evaluated(self, node: ast.expr, scope: Scope) -> AnyValue:
        match node:
            case ast.Constant():
                return Const(node.value, at=node)
            case ast.Name():
                found = scope.lookup(node.id)
                if found is None:
                    return Ref(f"builtins.{node.id}")
                return self._mentioned(node, found)
            case ast.Attribute():
                return self._mentioned(node, self.attribute(self.eval(node.value, scope), node.attr, node))
            case ast.Call():
                return placed(self._call(node, scope), node)
            case ast.Tuple():
                return Tuple(tuple(self._elements(node.elts, scope)), at=node)
            case ast.List():
                return PyList(self._listed(node.elts, scope), at=node, depth=len(self.frames))
            case ast.Dict():
                return self._dict(node, scope)
            case ast.BinOp():
                left, right = self.eval(node.left, scope), self.eval(node.right, scope)
                return placed(self._binary(node, left, right), node)
            case ast.UnaryOp():
                return self._unary(node, self.eval(node.operand, scope))
            case ast.Compare():
                return self._compare(node, scope)
            case ast.BoolOp():
                values = [self.eval(v, scope) for v in node.values]
                return self._bool(node.op, values)
            case ast.IfExp():
                test = self.truth(self.eval(node.test, scope))
                if test is not None:
                    return self.eval(node.body if test else node.orelse, scope)
                return join(self.eval(node.body, scope), self.eval(node.orelse, scope))
            case ast.Subscript():
                return self._subscript(node, scope)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                return self._comprehension(node, scope)
            case ast.Lambda():
                return self._define(node, scope)
            case ast.Yield():
                value = self.eval(node.value, scope) if node.value else Const(None)
                if self._yields:
                    self._yields[-1].append((Yield(node.value or node, value), tuple(self.frames)))
                return UNKNOWN
            case ast.YieldFrom():
                inner = self.eval(node.value, scope)
                batches = self.batches_of(inner)
                if self._yields and batches is not None:
                    for each in batches.yields:
                        frame = Frame("loop", batches.length, batches.finite)
                        self._yields[-1].append((each, (*self.frames, frame)))
                return UNKNOWN
            case ast.NamedExpr():
                value = self.eval(node.value, scope)
                self._assign(node.target, value, scope)
                return value
            case ast.Starred():
                return self.eval(node.value, scope)
            case ast.JoinedStr():
                for part in node.values:
                    if isinstance(part, ast.FormattedValue):
                        self.eval(part.value, scope)
                return UNKNOWN
            case ast.Await():
                return self.eval(node.value, scope)
        return UNKNOWN

    def _mentioned(self, node: ast.expr, value: AnyValue) -> AnyValue:
        if isinstance(value, Batches) and not value.restarts:
            self.facts.streams.add(node)
        return value

    def _elements(self, nodes: list[ast.expr], scope: Scope) -> list[AnyValue]:
        values: list[AnyValue] = []
        for node in nodes:
            value = self.eval(node, scope)
            if isinstance(node, ast.Starred):
                values.extend(self._spread(value) or [UNKNOWN])
            else:
                values.append(value)
        return values

    def _listed(self, nodes: list[ast.expr], scope: Scope) -> list[AnyValue] | None:
        """The elements of a list as it is written; None where a `*` brings an unknown number of them."""
        values: list[AnyValue] | None = []
        for node in nodes:
            value = self.eval(node, scope)
            more = self._spread(value) if isinstance(node, ast.Starred) else [value]
            values = None if values is None or more is None else [*values, *more]
        return values

    def _dict(self, node: ast.Dict, scope: Scope) -> PyDict:
        items: dict[object, AnyValue] | None = {}
        for key, value_node in zip(node.keys, node.values):
            value = self.eval(value_node, scope)
            name = None if key is None else const(self.eval(key, scope))
            if name is None or items is None:
                items = None
            else:
                items[name] = value
        return PyDict(items, at=node)

    def attribute(self, owner: AnyValue, name: str, node: ast.expr) -> AnyValue:
        match owner:
            case Ref():
                full = canonical(f"{owner.name}.{name}")
                return knowledge.CONSTANTS.get(full) or Ref(full)
            case Namespace():
                found = owner.scope.vars.get(name)
                return UNKNOWN if found is None else found
            case Instance():
                if name in owner.attrs:
                    return owner.attrs[name]
                found = owner.cls.find(name)
                if isinstance(found, Function):
                    if any(getattr(d, "id", "") == "property" for d in getattr(found.node, "decorator_list", [])):
                        return self.call_function(replace_bound(found, owner), [], {})
                    if any(getattr(d, "id", "") == "staticmethod" for d in getattr(found.node, "decorator_list", [])):
                        return found
                    return replace_bound(found, owner)
                if found is not None:
                    return found
                return Method(owner, name, at=node)
            case Super():
                for base in owner.owner.bases if owner.owner else ():
                    if isinstance(base, Class) and isinstance(found := base.find(name), Function):
                        return replace_bound(found, owner.instance or UNKNOWN)
                return Method(owner, name, at=node)
            case Class():
                found = owner.find(name)
                return UNKNOWN if found is None else found
        found = knowledge.attribute(self, owner, name, node)
        return Method(owner, name, at=node) if found is None else found

    # --- calls

    def _call(self, node: ast.Call, scope: Scope) -> AnyValue:
        function = self.eval(node.func, scope)
        positional: list[Argument] = []
        keywords: dict[str, Argument] = {}
        spread = False
        for argument in node.args:
            value = self.eval(argument, scope)
            if isinstance(argument, ast.Starred):
                items = self._spread(value)
                spread = spread or items is None
                positional.extend(Argument(argument, item) for item in items or ())
            else:
                positional.append(Argument(argument, value))
        for keyword in node.keywords:
            value = self.eval(keyword.value, scope)
            if keyword.arg is not None:
                keywords[keyword.arg] = Argument(keyword.value, value)
            elif isinstance(value, PyDict) and value.items is not None:
                keywords.update({str(k): Argument(keyword.value, v) for k, v in value.items.items()})
            else:
                spread = True
        call = Call(self, node, "", positional, keywords, spread)
        result = self._dispatch(function, call, scope)
        if isinstance(function, Method) and knowledge.works_in_place(function):
            receiver = getattr(node.func, "value", None)
            if isinstance(receiver, (ast.Name, ast.Attribute)):
                self._assign(_as_store(receiver), result, scope)
        return result

    def _spread(self, value: AnyValue) -> list[AnyValue] | None:
        """What `*value` stands for."""
        if isinstance(value, Array) and value.shape and isinstance(value.shape[0], int) and value.shape[0] <= _UNROLL:
            return [self.element_of(value)] * value.shape[0]
        return elements(value)

    def _dispatch(self, function: AnyValue, call: Call, scope: Scope) -> AnyValue:
        match function:
            case Function():
                return self.call_function(function, call.positional, call.keywords, call)
            case Class():
                return self.instantiate(function, call.positional, call.keywords, call=call)
            case Instance():
                return self._call_instance(function, call)
            case Ref():
                call.name = function.name
                if function.name == "builtins.super":
                    return self._super(call, scope)
                result = placed(knowledge.call(call), call.node)
                self.facts.library_calls.append(
                    LibraryCall(function.name, call.node, self.unit, call.bound, result, call.spread)
                )
                return result
            case Method():
                return self._call_method(function, call)
        given = knowledge.call_value(self, function, call)
        if given is not None:
            return given
        self.escape(call.values)
        self.escape([a.value for a in call.keywords.values()])
        return UNKNOWN

    def _call_method(self, method: Method, call: Call) -> AnyValue:
        call.name, call.owner = method.name, method.owner
        result = placed(knowledge.method(call), call.node)
        bound = call.bound or call.bind(())
        self.facts.method_calls.append(MethodCall(method.name, call.node, self.unit, method.owner, bound, result))
        return result

    def _call_instance(self, instance: Instance, call: Call) -> AnyValue:
        for name in ("__call__", "call", "forward"):
            found = instance.cls.find(name)
            if isinstance(found, Function):
                result = self.call_function(replace_bound(found, instance), call.positional, call.keywords, call)
                knowledge.torch.note_model(instance, call, result)
                return result
        return UNKNOWN

    def _super(self, call: Call, scope: Scope) -> AnyValue:
        owner = scope.lookup("__class__")
        instance = scope.lookup("__self__")
        if isinstance(instance, Instance) and isinstance(owner, Class):
            return Super(instance, owner)
        return UNKNOWN

    def instantiate(
        self,
        cls: Class,
        positional: list[Argument],
        keywords: dict[str, Argument],
        call: Call | None = None,
        unknown: bool = False,
    ) -> AnyValue:
        instance = Instance(cls, at=call.node if call else None)
        knowledge.prepare_instance(self, instance, call)
        init = cls.find("__init__")
        if isinstance(init, Function):
            self.call_function(replace_bound(init, instance), positional, keywords, call, unknown=unknown)
        return instance

    def call_function(
        self,
        function: Function,
        positional: list[Argument],
        keywords: dict[str, Argument],
        call: Call | None = None,
        unknown: bool = False,
    ) -> AnyValue:
        """Follow a call into a function of the user's own."""
        node = function.node
        self._seen.add(node)
        scope = Scope(parent=function.scope, module=function.scope.module)
        bindings = self._bind_parameters(function, positional, keywords, scope, unknown or bool(call and call.spread))
        scope.bindings, scope.call = bindings, call.node if call else None
        if function.owner is not None:
            scope.vars["__class__"] = function.owner
            if function.bound is not None:
                scope.vars["__self__"] = function.bound
        if isinstance(node, ast.Lambda):
            if node in self._stack or len(self._stack) >= _MAX_DEPTH:
                return UNKNOWN
            return self._inside(function, lambda: self.eval(node.body, scope))
        if node in function.unit.yielding:
            batches = Batches("generator", function=function, at=call.node if call else None, bindings=bindings)
            self._inside(function, lambda: self._run_generator(node, scope, batches))
            return batches
        if node in self._stack or len(self._stack) >= _MAX_DEPTH:
            self.escape(a.value for a in positional)
            return UNKNOWN
        returned: list[AnyValue] = []

        def body() -> AnyValue:
            self._returns.append(returned)
            try:
                falls = self._block(node.body, scope)
            finally:
                self._returns.pop()
            if falls and returned:
                # May end without a return: what comes back is not known.
                return join_all([*returned, Const(None)])
            return join_all(returned) if returned else Const(None)

        result = self._inside(function, body)
        if node.decorator_list and not _transparent(node):
            return UNKNOWN
        return result

    def _inside(self, function: Function, body: Callable[[], AnyValue]) -> AnyValue:
        """Run `body` as the inside of `function`: its file, and no loop of the caller's."""
        outer_unit, self.unit = self.unit, function.unit
        self._stack.append(function.node)
        try:
            return body()
        finally:
            self._stack.pop()
            self.unit = outer_unit

    def _bind_parameters(
        self,
        function: Function,
        positional: list[Argument],
        keywords: dict[str, Argument],
        scope: Scope,
        unknown: bool,
    ) -> dict[str, ast.expr]:
        arguments = function.node.args
        names = [a.arg for a in arguments.posonlyargs + arguments.args]
        bindings: dict[str, ast.expr] = {}
        given = list(positional)
        if function.bound is not None and names:
            scope.vars[names.pop(0)] = function.bound
        for name in names + [a.arg for a in arguments.kwonlyargs]:
            default = function.defaults.get(name)
            scope.vars[name] = UNKNOWN if unknown or default is None else default
        for name, argument in zip(names, given):
            scope.vars[name] = argument.value
            bindings[name] = argument.node
        for name, argument in keywords.items():
            if name in names or any(a.arg == name for a in arguments.kwonlyargs):
                scope.vars[name] = argument.value
                bindings[name] = argument.node
        if arguments.vararg:
            rest = [a.value for a in given[len(names) :]]
            scope.vars[arguments.vararg.arg] = UNKNOWN if unknown else Tuple(tuple(rest))
        if arguments.kwarg:
            extra = {k: a.value for k, a in keywords.items() if k not in scope.vars}
            scope.vars[arguments.kwarg.arg] = PyDict(None if unknown else extra)
        return bindings

    def _run_generator(self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope, batches: Batches) -> AnyValue:
        if self._stack.count(node) > 1:
            return UNKNOWN
        self._yields.append([])
        self._returns.append([])
        frames, self.frames = self.frames, []
        try:
            self._block(node.body, scope)
        finally:
            self.frames = frames
            self._returns.pop()
            found = self._yields.pop()
        batches.yields = tuple(y for y, _ in found)
        batches.element = join_all(y.value for y, _ in found)
        lengths = [_repetitions(f) for _, f in found]
        loops = {_outermost_loop(f) for _, f in found}
        if len(loops) == 1:
            batches.loop = loops.pop()
        ends_early = node in self.unit.returning
        if any(length == math.inf for length, _ in lengths):
            if ends_early:
                return batches
            batches.length, batches.finite = math.inf, False
        elif found:
            batches.finite = True if all(finite for _, finite in lengths) else None
            if all(length is not None for length, _ in lengths) and not ends_early:
                batches.length = sum(length or 0 for length, _ in lengths)
        if found and not ends_early:
            batches.per_pass = _one_pass([frames for _, frames in found])
        return batches

    def attribute_call(self, owner: AnyValue, name: str, call: Call) -> AnyValue:
        """`owner.name(...)` with the arguments of a function that takes `owner` first."""
        inner = Call(self, call.node, name, call.positional[1:], call.keywords, call.spread, owner)
        return knowledge.method(inner)

    def escape(self, values: Iterable[AnyValue]) -> None:
        """Values handed to code that is not followed: what is mutable may have changed."""
        for value in values:
            if isinstance(value, PyList):
                value.opaque = True
            elif isinstance(value, PyDict):
                value.items = None
            else:
                knowledge.escape(value)

    # --- operators

    def truth(self, value: AnyValue) -> bool | None:
        """Whether `value` is true; None where that is not decided."""
        if isinstance(value, Const):
            return bool(value.value)
        if isinstance(value, PyList) and value.size() is not None and not self.frames:
            return value.size() != 0
        return None

    def _bool(self, op: ast.boolop, values: list[AnyValue]) -> AnyValue:
        truths = [self.truth(v) for v in values]
        wanted = isinstance(op, ast.Or)
        for value, truth in zip(values, truths):
            if truth is None:
                return UNKNOWN
            if truth is wanted:
                return value
        return values[-1]

    def _compare(self, node: ast.Compare, scope: Scope) -> AnyValue:
        left = self.eval(node.left, scope)
        rights = [self.eval(c, scope) for c in node.comparators]
        if len(rights) != 1:
            return UNKNOWN
        op, right = node.ops[0], rights[0]
        if isinstance(op, (ast.Is, ast.IsNot)) and isinstance(right, Const) and right.value is None:
            if isinstance(left, Const):
                return Const((left.value is None) is isinstance(op, ast.Is))
            if isinstance(left, (Array, Tuple, PyList, Function, Number, Batches, Instance)):
                return Const(isinstance(op, ast.IsNot))
            return UNKNOWN
        if isinstance(left, Const) and isinstance(right, Const) and type(op) in _COMPARISONS:
            try:
                return Const(_COMPARISONS[type(op)](left.value, right.value))
            except TypeError:
                return UNKNOWN
        if isinstance(left, Array) and isinstance(op, (ast.Eq, ast.NotEq, ast.Lt, ast.Gt, ast.LtE, ast.GtE)):
            return Array(left.shape, "bool", 0, 1, left.lib, origin=node, at=node)
        return UNKNOWN

    def _unary(self, node: ast.UnaryOp, operand: AnyValue) -> AnyValue:
        if isinstance(node.op, ast.Not):
            truth = self.truth(operand)
            return UNKNOWN if truth is None else Const(not truth)
        if isinstance(node.op, ast.USub):
            if isinstance(operand, Const) and isinstance(operand.value, (int, float)):
                return Const(-operand.value, at=node)
            if isinstance(operand, Number):
                lo = None if operand.hi is None else -operand.hi
                hi = None if operand.lo is None else -operand.lo
                return replace(operand, lo=lo, hi=hi, linear=None, at=node)
            if isinstance(operand, Array):
                return replace(operand, lo=None, hi=None, one_hot=False)
        return operand if isinstance(node.op, ast.UAdd) else UNKNOWN

    def _binary(self, node: ast.BinOp, left: AnyValue, right: AnyValue) -> AnyValue:
        if isinstance(left, Const) and isinstance(right, Const):
            return _fold(node.op, left.value, right.value)
        if isinstance(node.op, ast.Add):
            joined = _concatenated(left, right)
            if joined is not None:
                return joined
        if isinstance(node.op, ast.Mult) and isinstance(left, PyList) and left.size() is not None:
            times = const_int(right)
            size = left.size()
            if times is not None and size is not None:
                return PyList(None, left.any_element(), size * times, depth=len(self.frames))
        if isinstance(left, Array) or isinstance(right, Array):
            return knowledge.array_arithmetic(node, left, right)
        if (a := as_number(left)) is not None and (b := as_number(right)) is not None:
            return _number_arithmetic(node, a, b)
        return UNKNOWN

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, scope: Scope) -> AnyValue:
        inner = Scope(parent=scope, module=scope.module)
        count: int | None = 1
        first = node.generators[0]
        iterable = self.eval(first.iter, scope)
        items = self._iteration_items(iterable)
        lazy = isinstance(node, ast.GeneratorExp)
        simple = len(node.generators) == 1 and not first.ifs and not lazy
        if simple and items is not None and len(items) <= 64:
            values = []
            for item in items:
                self._assign(first.target, item, inner)
                values.append(self.eval(node.elt, inner))
            return PyList(values, at=node, depth=len(self.frames))
        pushed = 0
        for generator in node.generators:
            source = iterable if generator is first else self.eval(generator.iter, inner)
            self._assign(generator.target, self.element_of(source), inner)
            size = self.count_of(source)
            self.frames.append(Frame("loop", size, self._is_finite(source), node))
            pushed += 1
            for condition in generator.ifs:
                self.eval(condition, inner)
            count = None if count is None or size is None or generator.ifs or size == math.inf else count * int(size)
        element = self.eval(node.elt, inner)
        del self.frames[len(self.frames) - pushed :]
        if lazy:
            finite = self._is_finite(iterable)
            held = Yield(node.elt, element)
            return Batches("generator", element, (held,), count, finite=finite, at=node, per_pass=count)
        return PyList(None, element, count, at=node, depth=len(self.frames))

    def _subscript(self, node: ast.Subscript, scope: Scope) -> AnyValue:
        owner = self.eval(node.value, scope)
        if isinstance(owner, Array):
            return self._index_array(owner, node, scope)
        if isinstance(node.slice, ast.Slice):
            return self._slice_sequence(owner, self._bounds(node.slice, scope))
        index = self.eval(node.slice, scope)
        if isinstance(index, Slice) and isinstance(owner, (Tuple, PyList)):
            return self._slice_sequence(owner, index.bounds)
        if isinstance(owner, (Tuple, PyList)):
            items = elements(owner)
            position = const_int(index)
            if items is not None and position is not None and -len(items) <= position < len(items):
                return items[position]
            return self.element_of(owner)
        if isinstance(owner, PyDict) and owner.items is not None:
            return owner.items.get(const(index), UNKNOWN)
        return knowledge.item(self, owner, index, node)

    def _bounds(self, part: ast.Slice, scope: Scope) -> list[AnyValue | None]:
        return [self.eval(bound, scope) if bound else None for bound in (part.lower, part.upper, part.step)]

    def _slice_sequence(self, owner: AnyValue, bounds: list[AnyValue | None]) -> AnyValue:
        items = elements(owner)
        consts = [None if b is None else const_int(b) for b in bounds]
        known = all((b is None) == (c is None) or const(b) is None for b, c in zip(bounds, consts))
        if items is not None and known and not any(isinstance(b, Number) for b in bounds):
            part = items[slice(*consts)]
            return Tuple(tuple(part)) if isinstance(owner, Tuple) else PyList(part, depth=len(self.frames))
        if isinstance(owner, PyList):
            size = slice_dim(owner.size(), bounds[0], bounds[1]) if bounds[2] is None else None
            length = size if isinstance(size, int) else None
            return PyList(None, owner.any_element(), length, depth=len(self.frames))
        return UNKNOWN

    def _index_array(self, owner: Array, node: ast.Subscript, scope: Scope) -> AnyValue:
        parts = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
        if owner.shape is None:
            for part in parts:
                if not isinstance(part, ast.Slice):
                    self.eval(part, scope)
            keeps = all(isinstance(p, ast.Slice) for p in parts)
            return (
                replace(owner, at=node) if keeps else Array(None, owner.dtype, owner.lo, owner.hi, owner.lib, at=node)
            )
        if len(parts) == 1 and owner.lib == "pandas" and (columns := _columns(parts[0])) is not None:
            dtype = None if owner.dtype == "object" else owner.dtype
            shape = (*owner.shape[:1], *columns)
            return Array(shape, dtype, lib="pandas", origin=node, at=node)
        dims: list[Dim] = []
        rest = list(owner.shape)
        changes = False
        indexes = [UNKNOWN if isinstance(part, ast.Slice) else self.eval(part, scope) for part in parts]
        for position, (part, index) in enumerate(zip(parts, indexes)):
            if isinstance(part, ast.Constant) and part.value is Ellipsis:
                following = sum(1 for i in indexes[position + 1 :] if not _is_newaxis(i))
                while len(rest) > following:
                    dims.append(rest.pop(0))
                continue
            bounds = index.bounds if isinstance(index, Slice) else None
            if isinstance(part, ast.Slice):
                bounds = self._bounds(part, scope)
            if bounds is not None:
                if not rest:
                    return UNKNOWN
                dim = rest.pop(0)
                if bounds[2] is None:
                    dims.append(slice_dim(dim, bounds[0], bounds[1], node))
                else:
                    step = const_int(bounds[2])
                    plain = bounds[0] is None and bounds[1] is None and isinstance(dim, int) and step
                    dims.append(math.ceil(dim / abs(step)) if plain and step and isinstance(dim, int) else None)
                # Taking some of the samples leaves each as it is; taking some of their columns does not.
                changes = changes or (bool(position) and dims[-1] != dim)
                continue
            changes = True
            if _is_newaxis(index):
                dims.append(1)
                continue
            if not rest:
                return UNKNOWN
            dim = rest.pop(0)
            if isinstance(index, Array):
                if index.dtype == "bool":
                    rest = rest[max(0, (index.rank or 1) - 1) :]
                    dims.append(None)
                    if not rest or rest == [1]:
                        # Which of the labels are left is not known.
                        owner = replace(owner, lo=None, hi=None)
                elif index.shape is None:
                    return Array(None, owner.dtype, owner.lo, owner.hi, owner.lib, at=node)
                else:
                    dims.extend(index.shape)
                    changes = len(index.shape) != 1 or position != 0
            elif isinstance(index, PyList):
                dims.append(index.size())
                changes = position != 0
            elif isinstance(index, (Const, Number)):
                pass
            else:
                return Array(None, owner.dtype, owner.lo, owner.hi, owner.lib, at=node)
        shape = (*dims, *rest)
        if not shape:
            return Number(
                owner.dtype or "float64",
                owner.lo,
                owner.hi,
                owner.origin if self._is_drawn(owner) else None,
                at=node,
            )
        one_hot = owner.one_hot and not changes
        origin = node if changes else owner.origin
        return Array(shape, owner.dtype, owner.lo, owner.hi, owner.lib, one_hot, origin, owner.steps, at=node)

    # --- iteration

    def _iteration_items(self, value: AnyValue) -> list[AnyValue] | None:
        if isinstance(value, Range):
            count = value.count
            if count is None or count > 64:
                return None
            start, step = const_int(value.start) or 0, const_int(value.step) or 1
            return [Const(start + i * step) for i in range(count)]
        return elements(value)

    def element_of(self, value: AnyValue | None) -> AnyValue:
        """What a loop over `value` sees."""
        if isinstance(value, Range):
            lo, stop = const_int(value.start), const_int(value.stop)
            return self.symbol(Number("int64", lo, None if stop is None else stop - 1))
        if isinstance(value, Array):
            if not value.shape:
                return Array(None, value.dtype, value.lo, value.hi, value.lib) if value.shape is None else UNKNOWN
            if len(value.shape) == 1:
                drawn = value.origin if self._is_drawn(value) else None
                return Number(value.dtype or "float64", value.lo, value.hi, drawn)
            return Array(value.shape[1:], value.dtype, value.lo, value.hi, value.lib)
        if isinstance(value, PyList):
            return value.any_element()
        if isinstance(value, Tuple):
            return join_all(value.items)
        if isinstance(value, Batches):
            return value.element
        return UNKNOWN if value is None else knowledge.element(self, value)

    def _is_drawn(self, array: Array) -> bool:
        """Whether the array was drawn at random where it was made."""
        node = array.origin
        made_by = self.facts.values.get(node.func, ()) if isinstance(node, ast.Call) else ()
        return any(isinstance(f, Ref) and f.name.startswith(("numpy.random.", "random.")) for f in made_by)

    def count_of(self, value: AnyValue | None) -> float | None:
        if isinstance(value, Range):
            return value.count
        if isinstance(value, (PyList, Tuple)):
            items = elements(value)
            return len(items) if items is not None else getattr(value, "length", None)
        if isinstance(value, Array) and value.shape and isinstance(value.shape[0], int):
            return value.shape[0]
        if isinstance(value, Batches):
            return value.length
        return None

    def _is_finite(self, value: AnyValue | None) -> bool | None:
        if isinstance(value, (Range, PyList, Tuple, Array, PyDict)):
            return True
        return value.finite if isinstance(value, Batches) else None

    def symbol(self, value: AnyValue) -> Number:
        """A number of which only its identity is known, so that differences can be taken."""
        lo, hi = (value.lo, value.hi) if isinstance(value, Number) else (None, None)
        number = as_number(value)
        dtype = number.dtype if number else "int64"
        return Number(dtype, lo, hi, linear=Linear(((next(self._symbols), 1),)))

    def batches_of(self, value: AnyValue | None) -> Batches | None:
        """`value` as a feed of batches, if it is one."""
        if isinstance(value, Batches):
            return value
        if isinstance(value, Instance):
            return knowledge.sequence_batches(self, value)
        return None


@dataclass(frozen=True, slots=True)
class Namespace(Value):
    """A module of the project."""

    scope: Scope = field(default_factory=Scope)


def replace_bound(function: Function, instance: AnyValue) -> Function:
    """`function` as a method of `instance`."""
    return Function(
        function.node, function.scope, function.unit, instance, function.owner, function.at, function.defaults
    )


_COMPARISONS: dict[type[ast.cmpop], Callable[[object, object], object]] = {
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
    ast.Lt: lambda a, b: a < b,  # type: ignore[operator]
    ast.LtE: lambda a, b: a <= b,  # type: ignore[operator]
    ast.Gt: lambda a, b: a > b,  # type: ignore[operator]
    ast.GtE: lambda a, b: a >= b,  # type: ignore[operator]
    ast.In: lambda a, b: a in b,  # type: ignore[operator]
    ast.NotIn: lambda a, b: a not in b,  # type: ignore[operator]
}


def _fold(op: ast.operator, a: object, b: object) -> AnyValue:
    """Arithmetic on constants, as long as the result stays small."""
    if not isinstance(a, (int, float, str)) or not isinstance(b, (int, float, str)):
        return UNKNOWN
    try:
        match op:
            case ast.Add():
                return Const(a + b)  # type: ignore[operator]
            case ast.Sub():
                return Const(a - b)  # type: ignore[operator]
            case ast.Mult() if isinstance(a, (int, float)) and isinstance(b, (int, float)):
                return Const(a * b)
            case ast.Div():
                return Const(a / b)  # type: ignore[operator]
            case ast.FloorDiv():
                return Const(a // b)  # type: ignore[operator]
            case ast.Mod() if not isinstance(a, str):
                return Const(a % b)  # type: ignore[operator]
            case ast.Pow() if isinstance(b, int) and abs(b) < 64:
                return Const(a**b)  # type: ignore[operator]
    except (ArithmeticError, TypeError, ValueError):
        pass
    return UNKNOWN


def _concatenated(left: AnyValue, right: AnyValue) -> AnyValue | None:
    if isinstance(left, Tuple) and isinstance(right, Tuple):
        return Tuple(left.items + right.items)
    if isinstance(left, PyList) and isinstance(right, PyList):
        a, b = elements(left), elements(right)
        if a is not None and b is not None:
            return PyList(a + b)
        sizes = left.size(), right.size()
        total = None if sizes[0] is None or sizes[1] is None else sizes[0] + sizes[1]
        return PyList(None, join(left.any_element(), right.any_element()), total)
    return None


def _number_arithmetic(node: ast.BinOp, a: Number, b: Number) -> AnyValue:
    dtype = "float64" if isinstance(node.op, ast.Div) or not (a.is_int and b.is_int) else "int64"
    corners: list[float] = []
    if None not in (a.lo, a.hi, b.lo, b.hi):
        for x, y in itertools.product((a.lo, a.hi), (b.lo, b.hi)):
            folded = _fold(node.op, x, y)
            if isinstance(folded, Const):
                corners.append(folded.value)
    lo, hi = (min(corners), max(corners)) if len(corners) == 4 else (None, None)
    if isinstance(node.op, (ast.Mod, ast.Pow)):
        lo, hi = (0, b.hi - 1) if isinstance(node.op, ast.Mod) and b.hi and b.is_int else (None, None)
    random = node if a.random is not None or b.random is not None else None
    return Number(dtype, lo, hi, random, _linear(node.op, a, b))


def _as_linear(number: Number) -> Linear | None:
    if number.linear is not None:
        return number.linear
    if number.lo is not None and number.lo == number.hi:
        return Linear((), number.lo)
    return None


def _linear(op: ast.operator, a: Number, b: Number) -> Linear | None:
    x, y = _as_linear(a), _as_linear(b)
    if x is None or y is None:
        return None
    if isinstance(op, (ast.Add, ast.Sub)):
        sign = 1 if isinstance(op, ast.Add) else -1
        terms: dict[int, float] = dict(x.terms)
        for symbol, coefficient in y.terms:
            terms[symbol] = terms.get(symbol, 0) + sign * coefficient
        kept = tuple((s, c) for s, c in sorted(terms.items()) if c)
        return Linear(kept, x.constant + sign * y.constant)
    if isinstance(op, ast.Mult) and (not x.terms or not y.terms):
        scalar, other = (x, y) if not x.terms else (y, x)
        kept = tuple((s, c * scalar.constant) for s, c in other.terms)
        return Linear(kept, other.constant * scalar.constant)
    return None


def slice_dim(dim: Dim, lower: AnyValue | None, upper: AnyValue | None, at: ast.expr | None = None) -> Dim:
    """How many elements `[lower:upper]` takes of an axis of size `dim`.

    `X[i:i + 32]` takes 32, whatever `i` (the short last batch is left aside).
    """
    lower = None if const(lower, 0) is None else lower
    upper = None if const(upper, 0) is None else upper
    if lower is None and upper is None:
        return dim
    low = Number("int64", 0, 0) if lower is None else as_number(lower)
    if low is None:
        return None
    if upper is None:
        start = const_int(lower)
        if isinstance(dim, int) and start is not None:
            return max(0, dim - start) if start >= 0 else min(dim, -start)
        return min(dim, -start) if isinstance(dim, int) and start is not None else None
    high = as_number(upper)
    if high is None:
        return None
    start, stop = (0 if lower is None else const_int(lower)), const_int(upper)
    if start is not None and stop is not None and isinstance(dim, int):
        return len(range(*slice(start, stop).indices(dim)))
    if start is not None and stop is not None and isinstance(dim, Varying) and stop < 0 <= start:
        return Varying(None, None, at or dim.at, dim.random)
    if high.random is not None and start == 0:
        lo = None if high.lo is None else int(high.lo)
        hi = None if high.hi is None else int(high.hi)
        return Varying(lo, hi, high.random, random=True)
    difference = _linear(ast.Sub(), high, low)
    if difference is not None and not difference.terms and difference.constant > 0:
        size = int(difference.constant)
        return min(size, dim) if isinstance(dim, int) else size
    return None


def _unpacked_to(target: ast.expr, value: AnyValue) -> AnyValue:
    """An array unpacked from something larger is made where it is unpacked to: there it can be mended."""
    if isinstance(value, Array) and value.at is None:
        return replace(value, at=target, origin=value.origin or target)
    return value


def _columns(part: ast.expr) -> tuple[int, ...] | None:
    """The axes behind the rows that names of columns give: `table["a"]`, `table[["a", "b"]]`."""
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return ()
    if isinstance(part, ast.List) and all(isinstance(e, ast.Constant) and isinstance(e.value, str) for e in part.elts):
        return (len(part.elts),)
    return None


def _is_newaxis(index: AnyValue) -> bool:
    return isinstance(index, Const) and index.value is None


def _as_load(node: ast.expr) -> ast.expr:
    match node:
        case ast.Name():
            return ast.copy_location(ast.Name(node.id, ast.Load()), node)
        case ast.Attribute():
            return ast.copy_location(ast.Attribute(node.value, node.attr, ast.Load()), node)
        case ast.Subscript():
            return ast.copy_location(ast.Subscript(node.value, node.slice, ast.Load()), node)
    return node


def _as_store(node: ast.Name | ast.Attribute) -> ast.expr:
    if isinstance(node, ast.Name):
        return ast.copy_location(ast.Name(node.id, ast.Store()), node)
    return ast.copy_location(ast.Attribute(node.value, node.attr, ast.Store()), node)


def _join_vars(ends: list[dict[str, AnyValue]]) -> dict[str, AnyValue]:
    if len(ends) == 1:
        return ends[0]
    result: dict[str, AnyValue] = {}
    for name in dict.fromkeys(itertools.chain.from_iterable(ends)):
        # A name that only some branches bind holds, where it is used, what those gave it.
        result[name] = join_all(end[name] for end in ends if name in end)
    return result


def _assigned(body: list[ast.stmt]) -> set[str]:
    names: set[str] = set()
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
    return names


def _needs_one_pass(body: list[ast.stmt]) -> bool:
    """Whether a loop must be run once on what any iteration sees: it may be left early, or it yields batches."""
    kinds = (ast.Break, ast.Continue, ast.Return, ast.Yield, ast.YieldFrom)
    return any(isinstance(n, kinds) for s in body for n in ast.walk(s))


def _has_exit(body: list[ast.stmt]) -> bool:
    """Whether a `while True` with this body can be left."""
    for statement in body:
        stack: list[ast.AST] = [statement]
        while stack:
            node = stack.pop()
            if isinstance(node, (ast.Break, ast.Return, ast.Raise)):
                return True
            if isinstance(node, (ast.For, ast.While)):
                # A break in there is that loop's own.
                stack.extend(n for n in ast.walk(node) if isinstance(n, (ast.Return, ast.Raise)))
            elif not isinstance(node, (ast.FunctionDef, ast.Lambda, ast.ClassDef)):
                stack.extend(ast.iter_child_nodes(node))
    return False


def _resized(body: list[ast.stmt]) -> set[str]:
    """Variables whose lists a loop's body makes longer or shorter."""
    names: set[str] = set()
    for statement in body:
        for node in ast.walk(statement):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)):
                    if method in ("append", "extend", "insert", "pop", "remove", "clear"):
                        names.add(name)
                case ast.AugAssign(target=ast.Name(id=name)):
                    names.add(name)
    return names


def _skips(body: list[ast.stmt]) -> bool:
    """Whether an iteration may end before the end of the body."""
    stack: list[ast.AST] = list(body)
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.Break, ast.Continue, ast.Return)):
            return True
        if isinstance(node, (ast.For, ast.While)):
            # A break or continue in there is that loop's own.
            stack.extend(n for n in ast.walk(node) if isinstance(n, ast.Return))
        elif not isinstance(node, (ast.FunctionDef, ast.Lambda, ast.ClassDef)):
            stack.extend(ast.iter_child_nodes(node))
    return False


def while_counter(node: ast.While) -> tuple[str, ast.expr, ast.expr, bool] | None:
    """For `while i < stop` whose body steps `i` once: its name, step, stop, and whether stop itself counts.

    The stop of `i + k <= stop` is given as `stop - k`.
    """
    test = node.test
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    if not isinstance(test.ops[0], (ast.Lt, ast.LtE)):
        return None
    left, stop = test.left, test.comparators[0]
    if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add) and isinstance(left.left, ast.Name):
        stop = ast.copy_location(ast.BinOp(stop, ast.Sub(), left.right), stop)
        left = left.left
    if not isinstance(left, ast.Name):
        return None
    steps = [s for s in node.body if isinstance(s, ast.AugAssign) and getattr(s.target, "id", "") == left.id]
    stores = [
        n
        for s in node.body
        for n in ast.walk(s)
        if isinstance(n, (ast.Break, ast.Continue, ast.Return))
        or (isinstance(n, ast.Name) and n.id == left.id and isinstance(n.ctx, ast.Store))
    ]
    if len(steps) != 1 or len(stores) != 1 or not isinstance(steps[0].op, ast.Add):
        return None
    return left.id, steps[0].value, stop, isinstance(test.ops[0], ast.LtE)


def _transparent(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether all decorators leave what the function gives as it is."""
    for decorator in node.decorator_list:
        name = ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator)
        if name.rsplit(".", 1)[-1] not in (
            "staticmethod",
            "classmethod",
            "property",
            "function",
            "threadsafe_generator",
        ):
            return False
    return True


def _repetitions(frames: tuple[Frame, ...]) -> tuple[float | None, bool]:
    """How often a yield inside `frames` runs in one pass, and whether that surely ends."""
    total: float | None = 1
    for frame in frames:
        count = None if frame.kind == "branch" else frame.count
        if count == math.inf:
            return math.inf, False
        total = None if total is None or count is None else total * count
    return total, all(frame.kind == "branch" or frame.finite for frame in frames)


def _one_pass(yields: list[tuple[Frame, ...]]) -> int | None:
    """Batches in one pass over the data: without the loops around it that only repeat it.

    None where that is not known, and for an endless loop that has none inside.
    """
    total = 0
    for frames in yields:
        inner = list(frames)
        while inner and (inner[0].count == math.inf or (len(inner) > 1 and only_repeats(inner[0].node))):
            inner.pop(0)
        count, _ = _repetitions(tuple(inner))
        if count is None or (not inner and frames):
            return None
        total += int(count)
    return total


def only_repeats(loop: ast.AST | None) -> bool:
    """`for epoch in range(epochs)`: a loop whose variable the body does not look at."""
    if not isinstance(loop, ast.For) or not isinstance(loop.target, ast.Name):
        return False
    ranges = isinstance(loop.iter, ast.Call) and getattr(loop.iter.func, "id", "") == "range"
    used = any(isinstance(n, ast.Name) and n.id == loop.target.id for s in loop.body for n in ast.walk(s))
    return ranges and not used


def _outermost_loop(frames: tuple[Frame, ...]) -> ast.For | ast.While | None:
    for frame in frames:
        if isinstance(frame.node, (ast.For, ast.While)):
            return frame.node
    return None
