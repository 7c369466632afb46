"""A typed value to what its field holds: words, number, formula, date, or yes and no."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.number import Number
from jixiao.kernel.parse import parse_number
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.unit import Dimension, Unit, unit_named
from jixiao.load.narrative import scan_lines
from jixiao.load.nodes import Scalar
from jixiao.model.fields import Field, Kind
from jixiao.model.values import Date, Entry, Narrative, Text

NUMBER_EXPECTED = must("D107")
NOT_EXACT = must("D108")
WRONG_UNIT = must("D109")
DATE_FORM = must("D110")
NO_SUCH_DATE = must("D111")
FLAG_EXPECTED = must("D112")
EMPTY_FORMULA = must("D113")

FIRST_YEAR, LAST_YEAR = 1949, 2100

_DATE = re.compile(
    r"(\d{4})\s*(?:年|[-/.](?=\d)|$)\s*(?:(\d{1,2})\s*(?:月|[-/.](?=\d)|$)\s*(?:(\d{1,2})\s*日?)?)?", re.ASCII
)
_FLAGS = {"是": True, "否": False}


def _entry(kind: Kind) -> Convert:
    """Makes a number in the unit of the field, a formula behind =, or, for ENTRY, words.

    What is no number where one belongs is a finding, and stays as words: a figure that cannot be computed.
    """

    def convert(text: str, place: SourcePlace, field: Field, money: Unit, findings: list[Finding]) -> Entry | None:
        if text[:1] in ("=", "＝") and not (kind is Kind.ENTRY and _is_exact_target(text)):
            formula = text[1:].strip()
            if formula:
                return Entry(text, place, formula=formula)
            findings.append(EMPTY_FORMULA.at(place, name=field.name))
            return None
        unit = money if field.unit == "金额" else unit_named(field.unit)
        number = parse_number(text, unit)
        if number is None:
            if kind is Kind.NUMBER:
                findings.append(NUMBER_EXPECTED.at(place, name=field.name, typed=text))
            return Entry(text, place)
        if number.unit is not unit or number.comparator or number.qualifier:
            problem = _number_problem(number, unit, kind, field, place)
            if problem:
                findings.append(problem)
                return Entry(text, place)
        return Entry(text, place, number)

    return convert


def _is_exact_target(text: str) -> bool:
    """Whether = and what follows is a number with its unit (=0起, =100%), which no formula is."""
    number = parse_number(text)
    return number is not None and bool(number.unit.name)


def _number_problem(number: Number, unit: Unit, kind: Kind, field: Field, place: SourcePlace) -> Finding | None:
    """What keeps a number out of a field: another unit, or no exact value where one is needed."""
    other = number.unit.dimension is not unit.dimension or (unit.dimension is Dimension.COUNT and number.unit != unit)
    if other and unit.dimension is not Dimension.PLAIN:
        units = "万元、元" if field.unit == "金额" else field.unit
        return WRONG_UNIT.at(
            place, expected=units, actual=number.unit.name, name=field.name, typed=number.typed, units=units
        )
    sign = number.comparator or number.qualifier
    if sign and kind is Kind.NUMBER:
        return NOT_EXACT.at(place, name=field.name, typed=number.typed, sign=sign)
    return None


def _date(text: str, place: SourcePlace, _: Field, __: Unit, findings: list[Finding]) -> Date | None:
    """A year, a month or a day, as 2022-12-31, 2022/12/31, 2022.12.31 or 2022年12月31日."""
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", text))
    if match is None:
        findings.append(DATE_FORM.at(place, typed=text))
        return None
    parts = [int(part) for part in match.groups() if part]
    if not _exists(*parts):
        findings.append(NO_SUCH_DATE.at(place, typed=text))
        return None
    return Date(text, place, *parts)


def _exists(year: int, month: int = 1, day: int = 1) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return FIRST_YEAR <= year <= LAST_YEAR


def to_narrative(scalar: Scalar, findings: list[Finding]) -> Narrative:
    """Paragraphs of words and tags."""
    narrative, problems = scan_lines(scalar.lines())
    findings += problems
    return narrative


def _flag(text: str, place: SourcePlace, _: Field, __: Unit, findings: list[Finding]) -> bool | None:
    """是 or 否."""
    flag = _FLAGS.get(text)
    if flag is None:
        findings.append(FLAG_EXPECTED.at(place, typed=text))
    return flag


def _text(text: str, place: SourcePlace, _: Field, __: Unit, ___: list[Finding]) -> Text:
    return Text(text, place)


Convert = Callable[[str, SourcePlace, Field, Unit, list[Finding]], object | None]
"""Makes of words, which are not blank, what a field of this kind holds.

None, and a finding more, where the text is no such value; the unit is that of bare amounts in this file.
"""

CONVERT: Final[dict[Kind, Convert]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: _entry(Kind.NUMBER),
    Kind.ENTRY: _entry(Kind.ENTRY),
    Kind.DATE: _date,
    Kind.FLAG: _flag,
}
