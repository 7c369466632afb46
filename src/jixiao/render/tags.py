"""Tags in the Markdown of a chapter: found first and put aside, so that Markdown never sees them."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import Place, SourcePlace
from jixiao.load.braces import slips

UNCLOSED_TAG = must("F201")
MISTYPED_BRACES = must("F352")

MOST_SLIPS = 20
"""Slips of one line that are told: whoever mends those sees what is behind them."""

_FIRST = 0xF0000  # a plane for private use: one character stands for one tag
_LAST = 0xFFFFD
PLACEHOLDER = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_STRING = r'"[^"]*"|\'[^\']*\''
OPENING = r"\{[{%#]"
"""No tag holds the opening of another outside quotes; that also keeps the search for the end of each one short."""
_TAG = re.compile(
    rf"\{{\{{(?P<print>(?:{_STRING}|(?!\}}\}}|{OPENING}).)*+)\}}\}}"
    rf"|\{{%-?(?P<block>(?:{_STRING}|(?!-?%\}}|{OPENING}).)*+)-?%\}}"
    r"|\{#(?P<comment>(?:(?!#\}|\{#).)*+)#\}"
)
_WORD = re.compile(r"(?P<word>\w*)\s*(?P<argument>.*)", re.DOTALL)


class Tag(NamedTuple):
    """One tag. kind: print, block or comment; word: `for`, `if` … of a block; place: where its argument starts.

    level: what it drops with itself in a Word form, "p" paragraph, "tr" row or "tc" cell ("" nothing).
    """

    kind: str
    word: str
    argument: str
    source: str
    place: Place
    level: str = ""


class Tagged(NamedTuple):
    """Lines with a character for each tag, and the tags these stand for."""

    lines: tuple[str, ...]
    tags: tuple[Tag, ...]

    def tag(self, character: str) -> Tag:
        """The tag a placeholder stands for."""
        return self.tags[ord(character) - _FIRST]

    def written(self, words: str) -> str:
        """Words with their tags as they were written."""
        return PLACEHOLDER.sub(lambda match: self.tag(match.group()).source, words)

    def lone(self, words: str) -> Tag | None:
        """The tag of words that are nothing but one printed tag."""
        words = words.strip()
        tag = self.tag(words) if len(words) == 1 and PLACEHOLDER.match(words) else None
        return tag if tag is not None and tag.kind == "print" else None

    def controls(self, line: str) -> list[Tag]:
        """The tags of a line of control tags alone; none for any other line."""
        bare = "".join(line.split())
        tags = [self.tag(each) for each in bare if PLACEHOLDER.match(each)]
        return tags if len(tags) == len(bare) and all(tag.kind == "block" for tag in tags) else []


def tagged(lines: list[str], file: str, first_line: int, findings: list[Finding]) -> Tagged:
    """Put the tags of some lines aside; a tag that is not closed on its line is reported."""
    tags: list[Tag] = []
    return Tagged(
        tuple(
            _line(PLACEHOLDER.sub("\ufffd", line), file, number, tags, findings)
            for number, line in enumerate(lines, first_line)
        ),
        tuple(tags),
    )


def literal(text: str) -> str:
    """The words of a line without its tags."""
    return " ".join(_TAG.sub("", text).split())


def _line(line: str, file: str, number: int, tags: list[Tag], findings: list[Finding]) -> str:
    def put_aside(match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        if kind == "comment":
            return ""
        tags.append(_tag(kind, match, file, number))
        return chr(_FIRST + len(tags) - 1)

    result = _TAG.sub(put_aside, line)
    found = slips(_TAG.sub(lambda match: " " * len(match.group()), line))
    for slip in islice(found, MOST_SLIPS):
        place = SourcePlace(file, number, slip.start + 1, line)
        if slip.right:
            findings.append(MISTYPED_BRACES.at(place, written=slip.written, right=slip.right))
        else:
            findings.append(UNCLOSED_TAG.at(place, found=slip.written))
    return result


def _tag(kind: str, match: re.Match[str], file: str, number: int) -> Tag:
    inner = match[kind]
    start = match.start(kind) + len(inner) - len(inner.lstrip())
    word, argument = "", inner.strip()
    if kind == "block" and (parts := _WORD.fullmatch(argument)) is not None:
        word, argument = parts["word"], parts["argument"]
        start += parts.start("argument") if argument else 0
    return Tag(kind, word, argument, match.group(), SourcePlace(file, number, start + 1, match.string))
