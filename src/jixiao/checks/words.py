"""All words the unit wrote for one report, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from jixiao.compute.case import Case
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import DocumentPlace, Place
from jixiao.model.fields import Kind, fields_of
from jixiao.model.values import Entry, Literal, Narrative, Text

GAP, END = "\0", "\1"
"""What stands behind each piece and each paragraph where many are searched at once: signs that no text holds."""

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
    """The words of one paragraph; prose: whether it is running text rather than a name or a value of a form."""

    parts: tuple[Text | Literal | Piece, ...]
    prose: bool

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The same, to be searched."""
        return tuple(Piece(part.text, part.place) for part in self.parts)


class Pieces:
    """The pieces of paragraphs, searched as one text: only those in which a search finds something are looked at.

    text: the words of all. unquoted: with blanks for names of documents and quotations.
    """

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._parts: list[Text | Literal | Piece] = []
        self._starts: list[int] = []
        texts: list[str] = []
        at = 0
        for paragraph in paragraphs:
            for part in paragraph.parts:
                self._parts.append(part)
                self._starts.append(at)
                texts += (part.text, GAP)
                at += len(part.text) + 1
            texts.append(END)
            at += 1
        self.text = "".join(texts)

    @cached_property
    def unquoted(self) -> str:
        """The words with blanks for what is quoted; everything else keeps its place."""
        return _QUOTED.sub(lambda match: " " * len(match[0]), self.text)

    def having(self, *patterns: re.Pattern[str], unquoted: bool = False) -> Iterator[tuple[Piece, str]]:
        """The pieces in which one of these finds something, in their order, and their words."""
        text = self.unquoted if unquoted else self.text
        yield from self.at((match.start() for pattern in patterns for match in pattern.finditer(text)), text)

    def at(self, offsets: Iterable[int], text: str) -> Iterator[tuple[Piece, str]]:
        """The pieces at these places of a text, in their order, and their words."""
        for number in sorted({bisect_right(self._starts, offset) - 1 for offset in offsets}):
            part, start = self._parts[number], self._starts[number]
            yield Piece(part.text, part.place), text[start : start + len(part.text)]


def paragraphs(case: Case, *, alone: bool) -> list[Paragraph]:
    """Everything the unit wrote that this report prints, and its explanations; alone: of its subject only."""
    found: list[Paragraph] = []
    _gather(case.subject, found)
    if not alone:
        year = case.unit_year
        for value in (year.unit, case.report, year.facts, year.lists, year.narratives):
            _gather(value, found)
    return found


_attributes: dict[type[Any], tuple[str, ...]] = {}


def _wordy(record_type: type[Any]) -> tuple[str, ...]:
    """The attributes of a record that may hold words, or records with words."""
    if record_type not in _attributes:
        rows = [row for row in fields_of(record_type) if row.field.kind not in (Kind.DATE, Kind.FLAG)]
        _attributes[record_type] = tuple(row.attribute for row in rows)
    return _attributes[record_type]


def _gather(value: Any, found: list[Paragraph]) -> None:
    """The words of a value, of all values in a list or a mapping, or of all fields of a record."""
    kind = value.__class__
    if kind is Entry:
        if value.is_words:
            found.append(Paragraph((Piece(value.typed, value.place),), prose=False))
    elif kind is Text:
        found.append(Paragraph((value,), prose=False))
    elif kind is Narrative:
        found += [Paragraph(tuple(filter(_is_literal, parts)), prose=True) for parts in value.paragraphs]
    else:
        for each in _within(value):
            if each:
                _gather(each, found)


def _is_literal(part: object) -> bool:
    return part.__class__ is Literal


def _within(value: Any) -> Iterable[Any]:
    """The values in a list, a mapping or a record; none in nothing."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, dict):
        return value.values()
    return () if value is None else [getattr(value, name) for name in _wordy(type(value))]
