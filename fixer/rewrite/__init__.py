"""Text edits for the changes that fixes are made of.

Each function gives edits over the file as it is, as small as they can be, in
the file's own style. LibCST is imported only where arguments of a call change.
"""

from fixer.rewrite.arguments import (
    Change,
    add_keyword,
    add_keywords,
    remove_argument,
    rename_keyword,
    rework_call,
    set_argument,
)
from fixer.rewrite.imports import imported_name, insert_import, name_for
from fixer.rewrite.text import (
    as_operand,
    delete_statement,
    indent_step,
    insert_after,
    insert_before,
    quoted,
    replace,
    text_of,
    unwrap,
    wrap,
    wrap_statements,
)

__all__ = [
    "Change",
    "add_keyword",
    "add_keywords",
    "as_operand",
    "delete_statement",
    "imported_name",
    "indent_step",
    "insert_after",
    "insert_before",
    "insert_import",
    "name_for",
    "quoted",
    "remove_argument",
    "rename_keyword",
    "replace",
    "rework_call",
    "set_argument",
    "text_of",
    "unwrap",
    "wrap",
    "wrap_statements",
]
