"""Marks around printed figures, so that each is found again in the document, wherever it got to.

They are characters of private use, of the last plane of them: two before a figure say which, one after it ends it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_FIRST, _SIZE = 0x100000, 0x8000
END = "\U0010fffd"
MARKED = re.compile("[\U00100000-\U0010fffc]{2}(?P<figure>[^\U00100000-\U0010fffd]*)\U0010fffd")
"""A figure between its marks."""

_MARK = re.compile("[\U00100000-\U0010fffc]{2}|\U0010fffd")


class Marked(NamedTuple):
    """A figure in a text: where it stands, and its number."""

    start: int
    stop: int
    number: int


def marked(text: str, number: int) -> str:
    """The text of a figure between marks."""
    high, low = divmod(number, _SIZE)
    return f"{chr(_FIRST + high)}{chr(_FIRST + low)}{text}{END}"


def unmarked(text: str) -> str:
    """What is printed, without marks."""
    return _MARK.sub("", text) if END in text else text


def found(text: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without marks, and what they marked."""
    if END not in text:
        return text, ()
    pieces: list[str] = []
    spans: list[Marked] = []
    opened: list[tuple[int, int]] = []
    length = last = 0
    for mark in _MARK.finditer(text):
        pieces.append(text[last : mark.start()])
        length += mark.start() - last
        last = mark.end()
        if mark[0] != END:
            high, low = (ord(each) - _FIRST for each in mark[0])
            opened.append((length, high * _SIZE + low))
        elif opened:
            start, number = opened.pop()
            spans.append(Marked(start, length, number))
    return "".join([*pieces, text[last:]]), tuple(spans)
