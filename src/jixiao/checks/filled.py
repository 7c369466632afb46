"""What the unit filled in for one report, walked through once: all of its words, and numbers below zero."""

from __future__ import annotations

from typing import Any, NamedTuple

from jixiao.checks.words import Paragraph, Piece, Written
from jixiao.compute.case import Case
from jixiao.kernel.number import Number
from jixiao.model.fields import Field, Kind, fields_of
from jixiao.model.values import Entry, Literal, Narrative, Text


class Filled(NamedTuple):
    """words: in their order. prose: those of running text.

    negative: the numbers of the subject's fields that may not be, but are so.
    """

    words: list[Written]
    prose: list[Paragraph]
    negative: list[tuple[Field, Entry, Number]]


def filled_in(case: Case, *, alone: bool) -> Filled:
    """Everything the unit wrote that this report prints, and its explanations; alone: of its subject only."""
    found = Filled([], [], [])
    _walk(case.subject, found)
    if not alone:
        year = case.unit_year
        beside = found._replace(negative=[])
        for value in (year.unit, case.report, year.facts, year.lists, year.narratives):
            if value:
                _take(value, beside)
    return found


class _Row(NamedTuple):
    """A field that may hold words, or records with words; unsigned: whether it holds numbers not below zero."""

    attribute: str
    field: Field
    unsigned: bool


_rows: dict[type[Any], tuple[_Row, ...]] = {}


def _rows_of(record_type: type[Any]) -> tuple[_Row, ...]:
    rows = [row for row in fields_of(record_type) if row.field.kind not in (Kind.DATE, Kind.FLAG)]
    return tuple(_Row(row.attribute, row.field, row.field.kind is Kind.NUMBER and not row.field.signed) for row in rows)


def _walk(record: Any, found: Filled) -> None:
    """All fields of a record."""
    kind = record.__class__
    rows = _rows.get(kind)
    if rows is None:
        rows = _rows[kind] = _rows_of(kind)
    values = record.__dict__
    for attribute, field, unsigned in rows:
        value = values[attribute]
        if value.__class__ is Entry:
            number = value.number
            if number is None:
                _take(value, found)
            elif unsigned and number.value < 0:
                found.negative.append((field, value, number))
        elif value.__class__ is Text:  # most values are numbers or words
            found.words.append(value)
        elif value:
            _take(value, found)


def _take(value: Any, found: Filled) -> None:
    """The words of a value, of all values in a list or a mapping, or of all fields of a record."""
    kind = value.__class__
    if kind is Text:
        found.words.append(value)
    elif kind is Entry:
        if value.is_words:
            found.words.append(Piece(value.typed, value.place))
    elif kind is Narrative:
        for parts in value.paragraphs:
            literals = tuple([part for part in parts if part.__class__ is Literal])
            paragraph = Paragraph(literals)
            found.words.append(paragraph)
            found.prose.append(paragraph)
    elif kind is tuple or kind is dict:
        for each in value.values() if kind is dict else value:
            if each:
                _take(each, found)
    else:
        _walk(value, found)
