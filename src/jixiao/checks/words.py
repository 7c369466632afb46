"""All words the unit wrote for one report, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from jixiao.compute.case import Case
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace
from jixiao.model.fields import Kind, fields_of
from jixiao.model.values import Entry, Literal, Narrative, Text

QUOTED = re.compile(r"《[^》]*》|〔[^〕]*〕|“[^”]*”")
"""Names of documents and quotations: years and figures in them belong to them."""


@frozen
class Piece:
    """Words that stand together, without tags between them."""

    text: str
    place: SourcePlace

    def at(self, offset: int, found: str) -> SourcePlace:
        """Where a find stands: on the first line, or, if that does not hold it, where the words begin."""
        column = self.place.column + offset
        if self.place.quote.startswith(found, column - 1):
            return self.place._replace(column=column)
        inside = self.place.quote.find(found, max(self.place.column - 1, 0))
        return self.place._replace(column=inside + 1) if inside >= 0 else self.place


@frozen
class Paragraph:
    """Pieces of one paragraph; prose: whether it is running text rather than a name or a value of a form."""

    pieces: tuple[Piece, ...]
    prose: bool


def paragraphs(case: Case, *, alone: bool) -> Iterator[Paragraph]:
    """Everything the unit wrote that this report prints, and its explanations; alone: of its subject only."""
    yield from _of_record(case.subject)
    if alone:
        return
    for record in (case.unit_year.unit, case.report):
        yield from _of_record(record)
    for entry in case.unit_year.facts.values():
        yield from _of_value(entry)
    for value in (*case.unit_year.lists.values(), *case.unit_year.narratives.values()):
        yield from _of_value(value)


def _of_record(record: Any) -> Iterator[Paragraph]:
    for row in fields_of(type(record)) if record is not None else ():
        value = getattr(record, row.attribute)
        if row.field.kind is Kind.LIST:
            for item in value:
                yield from _of_record(item)
        elif row.field.kind is Kind.RECORD:
            yield from _of_record(value)
        elif row.field.kind is Kind.TEXTS:
            for item in value:
                yield from _of_value(item)
        elif row.field.kind is Kind.NAMED:
            for item in value.values():
                yield from _of_value(item)
        else:
            yield from _of_value(value)


def _of_value(value: object) -> Iterable[Paragraph]:
    if isinstance(value, Narrative):
        for parts in value.paragraphs:
            pieces = tuple(Piece(part.text, part.place) for part in parts if isinstance(part, Literal))
            yield Paragraph(pieces, prose=True)
    elif isinstance(value, Text):
        yield Paragraph((Piece(value.text, value.place),), prose=False)
    elif isinstance(value, Entry) and value.is_words:
        yield Paragraph((Piece(value.typed, value.place),), prose=False)
    elif isinstance(value, tuple):  # a list of texts under a name of its own
        for text in value:
            yield from _of_value(text)
