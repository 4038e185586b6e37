"""Edits of a call's arguments, made by LibCST so that commas, comments and line breaks stay right."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from fixer.facts.program import Unit
from fixer.findings import Edit
from fixer.rewrite.text import minimal, replace

if TYPE_CHECKING:
    import libcst as cst


def _edit_call(unit: Unit, call: ast.Call, change: Callable[[cst.Call], cst.Call | None]) -> Edit | None:
    """Parse the one call, change it, and give the smallest edit between the two texts."""
    import libcst as cst

    span = unit.lines.span(call)
    text = unit.source.text[span.start : span.end]
    try:
        tree = cst.parse_expression(text)
    except cst.ParserSyntaxError:
        return None
    if not isinstance(tree, cst.Call):
        return None
    changed = change(tree)
    if changed is None:
        return None
    code = cst.Module([]).code_for_node(changed)
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
    ordered = sorted([*call.args, *call.keywords], key=lambda n: (n.lineno, n.col_offset))
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


