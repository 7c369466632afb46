"""All words the unit wrote for one report, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import DocumentPlace, Place
from jixiao.model.values import Literal, Text

GAP, END = "\0", "\1"
"""What stands behind each piece and each paragraph where many are searched at once: signs that no text holds."""

_END = GAP + END
_BEFORE, _BEHIND = 12, 28
_QUOTED = re.compile("《[^》\0]*》|〔[^〕\0]*〕|“[^”\0]*”")
"""Names of documents and quotations: years and figures in them belong to them."""


@frozen
class Piece:
    """Words that stand together, without tags between them."""

    text: str
    place: Place

    def at(self, offset: int, found: str) -> Place:
        """Where a find stands: on the first line, or, if that does not hold it, where the words begin.

        In a Word file that is its paragraph, which is quoted from there on.
        """
        if isinstance(self.place, DocumentPlace):
            return self.place._replace(quote=self.text[max(offset - _BEFORE, 0) : offset + _BEHIND])
        column = self.place.column + offset
        if self.place.quote.startswith(found, column - 1):
            return self.place._replace(column=column)
        inside = self.place.quote.find(found, max(self.place.column - 1, 0))
        return self.place._replace(column=inside + 1) if inside >= 0 else self.place


class Paragraph(NamedTuple):
    """The words of one paragraph of running text, between its tags."""

    parts: tuple[Literal | Piece, ...]


Written = Paragraph | Text | Piece
"""What a unit wrote: running text, or a name or another value of a form."""


def pieces_of(written: Written) -> tuple[Piece, ...]:
    """What was written, to be searched."""
    return tuple(Piece(part.text, part.place) for part in _parts_of(written))


def _parts_of(written: Written) -> tuple[Text | Literal | Piece, ...]:
    return written.parts if isinstance(written, Paragraph) else (written,)


def _joined(paragraph: Paragraph) -> str:
    return "".join([part.text + GAP for part in paragraph.parts]) + END


class Pieces:
    """What was written, searched as one text: only the pieces in which a search finds something are looked at.

    text: the words of all. unquoted: with blanks for names of documents and quotations.
    """

    def __init__(self, written: Sequence[Written]) -> None:
        self._written = written
        self.text = "".join([_joined(each) if isinstance(each, Paragraph) else each.text + _END for each in written])

    @cached_property
    def _parts(self) -> list[Text | Literal | Piece]:
        """All of them; most texts are searched in vain, and none of them is looked at."""
        return [part for each in self._written for part in _parts_of(each)]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each stands in the text."""
        starts, at = [], 0
        for each in self._written:
            for part in _parts_of(each):
                starts.append(at)
                at += len(part.text) + 1
            at += 1
        return starts

    @cached_property
    def unquoted(self) -> str:
        """The words with blanks for what is quoted; everything else keeps its place."""
        return _QUOTED.sub(lambda match: " " * len(match[0]), self.text)

    def having(self, pattern: re.Pattern[str], *, unquoted: bool = False) -> Iterator[tuple[Spot, str]]:
        """The pieces in which this finds something, in their order, and their words."""
        text = self.unquoted if unquoted else self.text
        return self.at([match.start() for match in pattern.finditer(text)], text)

    def holding(self, words: Iterable[str]) -> Iterator[tuple[Spot, str]]:
        """The pieces that hold one of these words outside quotations, in their order, and their words."""
        text = self.unquoted
        return self.at([start for word in words for start in _starts_of(word, text)], text)

    def at(self, offsets: Iterable[int], text: str) -> Iterator[tuple[Spot, str]]:
        """The pieces at these places of a text, in their order, and their words."""
        for start in sorted({max(text.rfind(GAP, 0, offset), text.rfind(END, 0, offset)) + 1 for offset in offsets}):
            yield Spot(self, start), text[start : text.index(GAP, start)]

    def piece(self, start: int) -> Piece:
        """The piece that starts at a place of the text."""
        part = self._parts[bisect_right(self._starts, start) - 1]
        return Piece(part.text, part.place)


class Spot(NamedTuple):
    """A piece of which the words are looked at, and seldom anything else."""

    pieces: Pieces
    start: int

    def at(self, offset: int, found: str) -> Place:
        """Where a find stands."""
        return self.pieces.piece(self.start).at(offset, found)


def _starts_of(word: str, text: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + len(word))
