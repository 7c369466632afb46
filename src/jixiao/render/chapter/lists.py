"""Where lists begin and end: their items may stand in loops and conditions, and go on behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from jixiao.render.control import BLOCKS, TURNED, Token
from jixiao.render.tags import Tag
from jixiao.render.template import ListEnd, ListStart, Raw

_END_OF_PARAGRAPH = Raw("</w:p>")


class Items(NamedTuple):
    """Items that follow each other; written: makes their tokens, within a paragraph or as paragraphs of their own."""

    depth: int
    written: Callable[[bool], Iterator[Token]]


class Opened(NamedTuple):
    """A paragraph that the items behind it go on with."""

    tokens: list[Token]


class _Run(NamedTuple):
    """The list that is open, in which level of blocks it began, and whether it stands within a paragraph."""

    depth: int
    level: int
    inside: bool


def with_lists(parts: Iterable[Token | Items | Opened]) -> Iterator[Token]:
    """The tokens of some blocks; items that only control tags part from each other are one list."""
    yield from _Lists().arranged(parts)


class _Lists:
    def __init__(self) -> None:
        self._done: list[Token] = []
        self._run: _Run | None = None
        self._level = 0

    def arranged(self, parts: Iterable[Token | Items | Opened]) -> list[Token]:
        for part in parts:
            if isinstance(part, Tag):
                self._tag(part)
            elif isinstance(part, Items):
                self._items(part)
            elif isinstance(part, Opened):
                self._end()
                self._done += [*part.tokens, ListStart(0)]
                self._run = _Run(0, self._level, inside=True)
            else:
                self._end()
                self._done.append(part)
        self._end()
        return self._done

    def _items(self, items: Items) -> None:
        if self._run is None or self._run.depth != items.depth:
            self._end()
            self._start(items.depth)
        self._done += items.written(self._run is not None and self._run.inside)

    def _start(self, depth: int) -> None:
        """A list begins before the tags that open blocks around its first items: these may be printed many times."""
        at, level = len(self._done), self._level
        while at and _goes_before(self._done[at - 1]):
            at -= 1
            level -= _opens(self._done[at])
        self._done.insert(at, ListStart(depth))
        self._run = _Run(depth, level, inside=False)

    def _tag(self, tag: Tag) -> None:
        """A list does not outlive the block in which it began."""
        if tag.word in (TURNED, f"end{TURNED}"):
            self._end()
        if _opens(tag):
            self._level += 1
        elif tag.word != "set":
            closes = tag.word.startswith("end")
            if self._run and self._run.level >= self._level:
                self._end()
            self._level -= closes
        self._done.append(tag)

    def _end(self) -> None:
        if self._run and not self._run.depth:
            self._done.append(ListEnd())
        if self._run and self._run.inside:
            self._done.append(_END_OF_PARAGRAPH)
        self._run = None


def _opens(token: Token) -> bool:
    return isinstance(token, Tag) and token.word in BLOCKS


def _goes_before(token: Token) -> bool:
    return isinstance(token, Tag) and (token.word == "set" or (token.word in BLOCKS and token.word != TURNED))
