"""Edits that need no more than where a node begins and ends."""

from __future__ import annotations

import ast
import re

from fixer.facts.program import Unit
from fixer.findings import Edit

_TIGHT = (
    ast.Name,
    ast.Attribute,
    ast.Call,
    ast.Subscript,
    ast.List,
    ast.Dict,
    ast.Set,
    ast.ListComp,
    ast.JoinedStr,
)


def text_of(unit: Unit, node: ast.expr | ast.stmt | ast.keyword) -> str:
    """The node as it stands in the file."""
    span = unit.lines.span(node)
    return unit.source.text[span.start : span.end]


def replace(unit: Unit, node: ast.expr | ast.stmt | ast.keyword, text: str) -> Edit:
    """Put `text` in the node's place."""
    span = unit.lines.span(node)
    return minimal(unit, span.start, span.end, text)


def minimal(unit: Unit, start: int, end: int, text: str) -> Edit:
    """The smallest edit that turns `start:end` into `text`."""
    old = unit.source.text[start:end]
    head = 0
    while head < min(len(old), len(text)) and old[head] == text[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(text)) - head and old[-1 - tail] == text[-1 - tail]:
        tail += 1
    return Edit(unit.source.path, start + head, end - tail, text[head : len(text) - tail])


def as_operand(unit: Unit, node: ast.expr) -> str:
    """The node's text, in parentheses where `.attr` or an index behind it would bind to a part only."""
    text = text_of(unit, node)
    if isinstance(node, _TIGHT) or (isinstance(node, ast.Tuple) and text.startswith("(")):
        return text
    return f"({text})"


def wrap(unit: Unit, node: ast.expr, template: str) -> Edit:
    """Put the node into `template` at `{}`: `{}.astype("float32")`, `np.array({})`."""
    before, _, after = template.partition("{}")
    text = as_operand(unit, node) if not before.endswith("(") else text_of(unit, node)
    return replace(unit, node, f"{before}{text}{after}")


def newline_of(unit: Unit) -> str:
    """The newline that the file uses first."""
    found = re.search(r"\r\n|\r|\n", unit.source.text)
    return found.group() if found else "\n"


def indentation(unit: Unit, statement: ast.stmt) -> str:
    """The white space before the first statement of the statement's line."""
    text = unit.source.text
    start = unit.lines.offset(statement.lineno, 0)
    return text[start : start + len(text[start:]) - len(text[start:].lstrip(" \t\f"))]


def indent_step(unit: Unit) -> str:
    """What the file indents a block by."""
    for node in ast.walk(unit.tree):
        body = getattr(node, "body", None)
        if isinstance(node, ast.stmt) and isinstance(body, list) and body[0].lineno > node.lineno:
            outer, inner = indentation(unit, node), indentation(unit, body[0])
            if inner.startswith(outer) and len(inner) > len(outer):
                return inner[len(outer) :]
    return "    "


def _line_start(unit: Unit, statement: ast.stmt) -> int:
    decorators = getattr(statement, "decorator_list", [])
    line = min([statement.lineno, *(d.lineno for d in decorators)])
    return unit.lines.offset(line, 0)


def _line_end(unit: Unit, offset: int) -> int:
    """Where the line of `offset` ends, its newline left out."""
    text = unit.source.text
    while offset < len(text) and text[offset] not in "\r\n":
        offset += 1
    return offset


def alone_on_its_lines(unit: Unit, statement: ast.stmt) -> bool:
    """Whether no other statement shares a line with this one."""
    text = unit.source.text
    span = unit.lines.span(statement)
    before = text[_line_start(unit, statement) : span.start]
    after = text[span.end : _line_end(unit, span.end)].strip()
    decorated = bool(getattr(statement, "decorator_list", []))
    return (decorated or not before.strip()) and (not after or after.startswith("#"))


def insert_after(unit: Unit, statement: ast.stmt, code: str) -> Edit:
    """A new statement on the line behind `statement`, indented alike."""
    end = _line_end(unit, unit.lines.span(statement).end)
    newline, indent = newline_of(unit), indentation(unit, statement)
    lines = [indent + line if line else "" for line in code.split("\n")]
    return Edit(unit.source.path, end, end, newline + newline.join(lines))


def insert_before(unit: Unit, statement: ast.stmt, code: str) -> Edit:
    """A new statement on the line before `statement`, indented alike."""
    start = _line_start(unit, statement)
    newline, indent = newline_of(unit), indentation(unit, statement)
    lines = [indent + line if line else "" for line in code.split("\n")]
    return Edit(unit.source.path, start, start, newline.join(lines) + newline)


def delete_statement(unit: Unit, statement: ast.stmt) -> Edit | None:
    """Take a statement out with its lines; None where that would leave an empty block or a comment behind."""
    if len(unit.body_of(statement)) == 1 or not alone_on_its_lines(unit, statement):
        return None
    start = _line_start(unit, statement)
    end = _line_end(unit, unit.lines.span(statement).end)
    text = unit.source.text
    if "#" in text[start:end] and _has_comment(text[start:end]):
        return None
    if text.startswith("\r\n", end):
        end += 2
    elif end < len(text):
        end += 1
    return Edit(unit.source.path, start, end, "")


def _has_comment(text: str) -> bool:
    import io
    import tokenize

    try:
        tokens = tokenize.generate_tokens(io.StringIO(text.strip() + "\n").readline)
        return any(token.type == tokenize.COMMENT for token in tokens)
    except (tokenize.TokenError, SyntaxError):
        return True


def unwrap(unit: Unit, statement: ast.If | ast.For | ast.While | ast.With) -> Edit | None:
    """Put the body of a compound statement in its place, one step less indented.

    None where lines inside a string would move, or the body stands on the header's line.
    """
    first = statement.body[0]
    if first.lineno == statement.lineno or _multiline_strings(statement.body):
        return None
    outer, inner = indentation(unit, statement), indentation(unit, first)
    start = _line_start(unit, statement)
    begin = unit.lines.offset(first.lineno, 0)
    # Comments between the header and the first statement belong to the body.
    header_end = unit.lines.span(_header_last(statement)).end
    begin = min(begin, _next_line(unit, _line_end(unit, header_end)))
    end = unit.lines.span(statement.body[-1]).end
    lines = unit.source.text[begin:end].splitlines(keepends=True)
    moved = [outer + line[len(inner) :] if line.startswith(inner) else line for line in lines]
    return Edit(unit.source.path, start, end, "".join(moved))


def _header_last(statement: ast.If | ast.For | ast.While | ast.With) -> ast.expr:
    match statement:
        case ast.If() | ast.While():
            return statement.test
        case ast.For():
            return statement.iter
    last = statement.items[-1]
    return last.optional_vars or last.context_expr


def _next_line(unit: Unit, end: int) -> int:
    return end + (2 if unit.source.text.startswith("\r\n", end) else 1)


def _multiline_strings(body: list[ast.stmt]) -> bool:
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, (ast.Constant, ast.JoinedStr)) and node.end_lineno != node.lineno:
                value = getattr(node, "value", "")
                if isinstance(node, ast.JoinedStr) or isinstance(value, (str, bytes)):
                    return True
    return False


def wrap_statements(unit: Unit, first: ast.stmt, last: ast.stmt, header: str) -> tuple[Edit, ...] | None:
    """Put whole statements, `first` to `last` of one block, under `header`, one step further in."""
    if not alone_on_its_lines(unit, first) or not alone_on_its_lines(unit, last):
        return None
    body = unit.body_of(first)
    if _multiline_strings(body[body.index(first) : body.index(last) + 1]):
        return None
    step, newline = indent_step(unit), newline_of(unit)
    start, end = _with_comments_above(unit, _line_start(unit, first)), unit.lines.span(last).end
    edits = [Edit(unit.source.path, start, start, f"{indentation(unit, first)}{header}{newline}")]
    text = unit.source.text
    offset = start
    while offset < end:
        stop = _line_end(unit, offset)
        if text[offset:stop].strip():
            edits.append(Edit(unit.source.path, offset, offset, step))
        offset = _next_line(unit, stop) if stop < len(text) else end
    merged = Edit(unit.source.path, start, start, edits[0].text + edits[1].text)
    return (merged, *edits[2:])


def _with_comments_above(unit: Unit, start: int) -> int:
    """The start of the comment lines right above a line, which speak of what follows."""
    text = unit.source.text
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            return start
        start = above
    return start


def quoted(unit: Unit, text: str) -> str:
    """`text` as a string literal with the quotes that the file uses more."""
    source = unit.source.text
    quote = "'" if source.count("'") > source.count('"') else '"'
    return f"{quote}{text}{quote}"
