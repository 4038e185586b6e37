"""Edits of a call's arguments, made by LibCST so that commas, comments and line breaks stay right."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fixer.facts.program import Unit
from fixer.findings import Edit
from fixer.rewrite.text import minimal, newline_of, replace

if TYPE_CHECKING:
    import libcst as cst


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one argument: what is None stays as it is."""

    keyword: str | None = None
    value: str | None = None
    removed: bool = False


def _edit_call(unit: Unit, call: ast.Call, change: Callable[[cst.Call], cst.Call | None]) -> Edit | None:
    """Parse the one call, change it, and give the smallest edit between the two texts."""
    import libcst as cst

    span = unit.lines.span(call)
    text = unit.source.text[span.start : span.end]
    try:
        tree = cst.parse_expression(text, cst.PartialParserConfig(default_newline=newline_of(unit)))
    except cst.ParserSyntaxError:
        return None
    if not isinstance(tree, cst.Call):
        return None
    changed = change(tree)
    if changed is None:
        return None
    code = cst.Module([], default_newline=newline_of(unit)).code_for_node(changed)
    return minimal(unit, span.start, span.end, code)


def add_keyword(unit: Unit, call: ast.Call, name: str, value: str) -> Edit | None:
    """Append `name=value` behind the last argument, on a line of its own where the others are."""
    return add_keywords(unit, call, {name: value})


def add_keywords(unit: Unit, call: ast.Call, arguments: Mapping[str, str]) -> Edit | None:
    """Append several `name=value` to one call: separate edits would meet at the same place."""

    def change(tree: cst.Call) -> cst.Call | None:
        for name, value in arguments.items():
            tree = _with_keyword(tree, name, value)
        return tree

    return _edit_call(unit, call, change)


def _with_keyword(tree: cst.Call, name: str, value: str) -> cst.Call:
    import libcst as cst

    new = cst.Arg(
        cst.parse_expression(value),
        keyword=cst.Name(name),
        equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace("")),
    )
    if not tree.args:
        return tree.with_changes(args=[new])
    *rest, last = tree.args
    gap: cst.BaseParenthesizableWhitespace = cst.SimpleWhitespace(" ")
    for earlier in reversed(rest):
        if isinstance(earlier.comma, cst.Comma):
            gap = earlier.comma.whitespace_after
            break
    else:
        if isinstance(tree.whitespace_before_args, cst.ParenthesizedWhitespace):
            gap = tree.whitespace_before_args
    if isinstance(last.comma, cst.Comma):
        # A trailing comma: the new argument gets one too, and what follows it stays behind.
        between, behind = _split_gap(gap, last.comma.whitespace_after)
        new = new.with_changes(
            comma=last.comma.with_changes(whitespace_after=behind),
            whitespace_after_arg=last.whitespace_after_arg,
        )
        last = last.with_changes(comma=last.comma.with_changes(whitespace_after=between))
    else:
        between, behind = _split_gap(gap, last.whitespace_after_arg)
        new = new.with_changes(whitespace_after_arg=behind)
        last = last.with_changes(
            comma=cst.Comma(whitespace_after=between), whitespace_after_arg=cst.SimpleWhitespace("")
        )
    return tree.with_changes(args=[*rest, last, new])


def _split_gap(
    gap: cst.BaseParenthesizableWhitespace, after: cst.BaseParenthesizableWhitespace
) -> tuple[cst.BaseParenthesizableWhitespace, cst.BaseParenthesizableWhitespace]:
    """White space before and behind a new last argument; a comment at the end of the old one's line stays there."""
    import libcst as cst

    if isinstance(gap, cst.ParenthesizedWhitespace):
        # Another argument's comment is not to be repeated.
        gap = gap.with_changes(first_line=cst.TrailingWhitespace(newline=gap.first_line.newline), empty_lines=[])
    if isinstance(after, cst.ParenthesizedWhitespace) and after.first_line.comment is not None:
        plain = cst.TrailingWhitespace(newline=after.first_line.newline)
        if isinstance(gap, cst.ParenthesizedWhitespace):
            return gap.with_changes(first_line=after.first_line), after.with_changes(first_line=plain)
    return gap, after


def remove_argument(unit: Unit, call: ast.Call, *values: ast.expr) -> Edit | None:
    """Take out the arguments with these values. None where a comment would go with them."""
    given: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
    ordered = sorted(given, key=lambda n: (n.lineno, n.col_offset))
    doomed = {
        index
        for index, argument in enumerate(ordered)
        if (argument.value if isinstance(argument, ast.keyword) else argument) in values
    }

    def change(tree: cst.Call) -> cst.Call | None:
        import libcst as cst

        if len(tree.args) != len(ordered):
            return None
        gone = [argument for index, argument in enumerate(tree.args) if index in doomed]
        if any("#" in cst.Module([]).code_for_node(argument) for argument in gone):
            return None
        kept = [argument for index, argument in enumerate(tree.args) if index not in doomed]
        last = tree.args[-1]
        if kept and kept[-1] is not last:
            kept[-1] = kept[-1].with_changes(comma=last.comma, whitespace_after_arg=last.whitespace_after_arg)
        return tree.with_changes(args=kept)

    return _edit_call(unit, call, change)


def rework_call(
    unit: Unit,
    call: ast.Call,
    changes: Mapping[ast.expr, Change],
    *,
    attribute: str | None = None,
    comments: bool = False,
) -> Edit | None:
    """Change several arguments of a call at once, each known by its value; and the method's name, if given.

    None where a comment would go with a removed argument, unless `comments` allows that.
    """
    given: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
    ordered = sorted(given, key=lambda n: (n.lineno, n.col_offset))
    values = [argument.value if isinstance(argument, ast.keyword) else argument for argument in ordered]

    def change(tree: cst.Call) -> cst.Call | None:
        import libcst as cst

        if len(tree.args) != len(ordered):
            return None
        kept: list[cst.Arg] = []
        for argument, value in zip(tree.args, values):
            wanted = changes.get(value, Change())
            if wanted.removed:
                if not comments and "#" in cst.Module([]).code_for_node(argument):
                    return None
                continue
            if wanted.keyword is not None:
                argument = argument.with_changes(keyword=cst.Name(wanted.keyword), equal=argument.equal)
                if not isinstance(argument.equal, cst.AssignEqual):
                    tight = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
                    argument = argument.with_changes(equal=tight)
            if wanted.value is not None:
                argument = argument.with_changes(value=cst.parse_expression(wanted.value))
            kept.append(argument)
        last = tree.args[-1] if tree.args else None
        if kept and last is not None and changes.get(values[-1], Change()).removed:
            kept[-1] = kept[-1].with_changes(comma=last.comma, whitespace_after_arg=last.whitespace_after_arg)
        changed = tree.with_changes(args=kept)
        if attribute is not None:
            if not isinstance(tree.func, cst.Attribute):
                return None
            changed = changed.with_changes(func=tree.func.with_changes(attr=cst.Name(attribute)))
        return changed

    return _edit_call(unit, call, change)


def rename_keyword(unit: Unit, call: ast.Call, old: str, new: str) -> Edit | None:
    """`old=` to `new=`."""
    for keyword in call.keywords:
        if keyword.arg == old:
            start = unit.lines.offset(keyword.lineno, keyword.col_offset)
            return Edit(unit.source.path, start, start + len(old), new)
    return None


def set_argument(unit: Unit, call: ast.Call, name: str, value: str, parameters: Sequence[str] = ()) -> Edit | None:
    """Give the argument `name` the value: in its place where it is given already, else as a keyword."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return replace(unit, keyword.value, value)
    if name in parameters:
        place = list(parameters).index(name)
        if place < len(call.args) and not any(isinstance(a, ast.Starred) for a in call.args[: place + 1]):
            return replace(unit, call.args[place], value)
    return add_keyword(unit, call, name, value)
