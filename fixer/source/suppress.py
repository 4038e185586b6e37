"""Comments that silence a finding: `# fixer: ignore[KF101]`, `# noqa: KF101`, and both without codes."""

from __future__ import annotations

import io
import re
import tokenize

_COMMENT = re.compile(
    r"""
    \#\s*(?:
        fixer:\s*ignore\b (?:\s*\[(?P<ours>[^\]]*)\])?
      | noqa\b            (?:\s*:\s*(?P<noqa>[A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*) | (?!\s*:))
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


class Suppressions:
    """Which findings the comments of one text hide.

    A comment counts for its own line; on the first or the last line of a statement
    over several lines it counts for all of it, since a finding may point anywhere into
    a call that a formatter has spread out.
    """

    __slots__ = ("_codes", "_statements")

    def __init__(self, text: str) -> None:
        self._codes: dict[int, frozenset[str]] = {}
        """Codes by line; the empty set stands for all of them."""
        self._statements: list[tuple[int, int]] = []
        folded = text.lower()
        if "noqa" in folded or "fixer:" in folded:
            self._read(text)

    def hides(self, code: str, line: int) -> bool:
        """Whether a finding of `code` in `line` (from 1) is to be kept quiet."""
        if not self._codes:
            return False
        lines = {line}
        for first, last in self._statements:
            if first <= line <= last:
                lines |= {first, last}
        return any(
            not codes or code.upper() in codes for number in lines if (codes := self._codes.get(number)) is not None
        )

    def _read(self, text: str) -> None:
        """Real comments only: the same words in a string silence nothing."""
        # The tokenizer is given \n alone, whatever the newlines are: the numbers stay the same.
        stream = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))
        first = 0
        try:
            for token in tokenize.generate_tokens(stream.readline):
                match token.type:
                    case tokenize.COMMENT:
                        self._note(token.start[0], token.string)
                    case tokenize.NEWLINE:
                        if first and token.start[0] > first:
                            self._statements.append((first, token.start[0]))
                        first = 0
                    case tokenize.NL | tokenize.INDENT | tokenize.DEDENT:
                        pass
                    case _:
                        first = first or token.start[0]
        except (tokenize.TokenError, SyntaxError):
            pass  # a text that does not parse has no findings to hide

    def _note(self, line: int, comment: str) -> None:
        for found in _COMMENT.finditer(comment):
            listed = found["ours"] if found["ours"] is not None else found["noqa"]
            codes = frozenset(re.split(r"[,\s]+", listed.strip().upper())) - {""} if listed else frozenset()
            known = self._codes.get(line, codes)
            # A bare comment beside one with codes hides all, whichever comes first.
            self._codes[line] = known | codes if known and codes else frozenset()
