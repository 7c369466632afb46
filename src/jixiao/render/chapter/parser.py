"""Markdown as chapters use it: CommonMark and tables, links whatever they lead to, and footnotes `[^name]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

NOTE, NOTE_OPEN = "note", "note_open"
"""The types of the tokens of a mark in the text and of the footnote itself; both hold the name as content."""

_NAME = r"\[\^(?P<name>[^\[\]\s]{1,40})\]"
_MARK = re.compile(_NAME)
_DEFINITION = re.compile(_NAME + r":[ \t]*(?P<words>.*)")


class _Parser(MarkdownIt):
    """Leaves links as they are written: where they lead is looked at, and refused, with a finding."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the name is the library's
        """Every link is read as one."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Nothing is encoded."""
        return url


def _mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by the library
    match = _MARK.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push(NOTE, "", 0).content = match["name"]
    state.pos = match.end()
    return True


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - called by the library
    """A footnote goes on to the next blank line or footnote."""
    match = _DEFINITION.match(_line(state, start))
    if match is None or silent:
        return match is not None
    words = [match["words"]]
    after = start + 1
    while after < end and not state.isEmpty(after) and not _DEFINITION.match(_line(state, after)):
        words.append(_line(state, after).strip())
        after += 1
    state.line = after
    for kind, nesting in ((NOTE_OPEN, 1), ("inline", 0), ("note_close", -1)):
        token = state.push(kind, "", nesting)  # type: ignore[arg-type]  # one of the three there are
        token.map = [start, after]
        token.content = "\n".join(words) if kind == "inline" else match["name"]
        token.children = [] if kind == "inline" else None
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _made() -> MarkdownIt:
    options = {"html": True, "linkify": False, "typographer": False}  # html: so that it can be reported
    parser = _Parser("commonmark", options).enable("table").disable(["lheading", "reference", "code"])
    parser.inline.ruler.before("link", NOTE, _mark)
    parser.block.ruler.before("paragraph", NOTE, _definition, {"alt": ["paragraph", "list", "table"]})
    return parser


_PARSER = _made()


def parse(lines: str) -> list[Token]:
    """The tokens of a chapter."""
    return _PARSER.parse(lines)
