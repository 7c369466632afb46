"""One walk over what a unit filled in meets what a plain look at every field does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jixiao.checks.filled import filled_in
from jixiao.checks.words import Paragraph, Piece, Written
from jixiao.compute.case import Case
from jixiao.formats.load_format import load_format
from jixiao.load.folder import load_unit
from jixiao.model.fields import fields_of
from jixiao.model.values import Date, Entry, Literal, Narrative, Text
from tests.cases import case_of

ROOT = Path(__file__).parents[2]
EXAMPLES = {"hunan-zwfw": 2023, "linxiang": 2024, "liuyang": 2020, "shili": 2025, "xiangxi": 2022}


@pytest.mark.parametrize("unit", EXAMPLES)
def test_every_word_of_an_example_is_met_once_and_in_order(unit: str) -> None:
    year = load_unit(ROOT / "data_examples", unit, EXAMPLES[unit]).unit_year
    for report in year.reports:
        assert report.format
        read = load_format(ROOT / "templates", report.format.text, year.year, report.format.place)
        project = year.projects[report.project.text] if report.project else None
        assert read.format
        case = Case(year, report, project, read.format)
        own = list(words(case.subject))
        beside = [year.unit, case.report, year.facts, year.lists, year.narratives]
        assert filled_in(case, alone=True).words == own
        whole = filled_in(case, alone=False)
        assert whole.words == [*own, *(each for value in beside for each in words(value))]
        assert whole.prose == [each for each in whole.words if isinstance(each, Paragraph)]


def words(value: Any) -> Iterator[Written]:
    """The words of a value and of all within it."""
    match value:
        case None | bool() | Date():
            return
        case Text():
            yield value
        case Entry():
            yield from [Piece(value.typed, value.place)] * value.is_words
        case Narrative():
            for parts in value.paragraphs:
                yield Paragraph(tuple(part for part in parts if isinstance(part, Literal)))
        case tuple() | dict():
            for each in value.values() if isinstance(value, dict) else value:
                yield from words(each)
        case _:
            yield from words(tuple(getattr(value, row.attribute) for row in fields_of(type(value))))


def test_numbers_below_zero_are_met_where_they_may_not_stand() -> None:
    data = "子项目:\n- {名称: 甲, 预算安排: -3, 实际支出: 2}\n- {名称: 乙, 实际支出: -0.5}\n事实: {增减: -7个}\n"
    negative = filled_in(case_of(data, "评分: {}"), alone=False).negative
    assert [(field.name, entry.typed) for field, entry, _ in negative] == [("预算安排", "-3"), ("实际支出", "-0.5")]
