"""Linked figures of which one place was edited, as LibreOffice and WPS do it: each is found in its place."""

from __future__ import annotations

import re

import pytest

from jixiao.locate import templates_dir
from jixiao.package.content import content
from jixiao.package.reader import OWN, read
from jixiao.pipeline import draw, examine
from jixiao.verify.compare import Kind, differences
from jixiao.verify.links import judge_links
from jixiao.verify.origin import origin_of
from jixiao.verify.verify import Again
from tests.conftest import DATA
from tests.verifying import BODY

CONTROL = re.compile(r"(?<=<w:sdtContent><w:r>)((?:<w:rPr>.*?</w:rPr>)?<w:t>)([^<]*)")
EVERY = 29
"""Of the places only each so-manyth is edited, which takes the time of all of them divided by it."""


@pytest.mark.parametrize(("unit", "year"), [("xiangxi", 2022), ("linxiang", 2024)])
def test_each_place_that_is_edited_alone_is_told_twice_as_changed_and_as_unlike_the_others(
    unit: str, year: int
) -> None:
    examination = examine(DATA, templates_dir(), unit, year)
    parts = read(draw(examination.loaded, examination.reports[0], linked=True).data, OWN)
    again, body = Again(examination, examination.reports[0]), parts[BODY].decode()
    places = list(CONTROL.finditer(body))
    assert len(places) > 100
    for place in places[::EVERY]:
        other = re.sub(r"\d", lambda digit: str(int(digit[0]) % 9 + 1), place[2], count=1)
        edited = parts | {BODY: f"{body[: place.start(2)]}{other}{body[place.end(2) :]}".encode()}
        (change,) = differences(again.parts, content(edited))
        (torn,) = judge_links(edited, origin_of(edited))
        assert change.kind is Kind.FIGURE
        assert (torn.code, torn.expected, torn.actual) == ("V412", place[2], other)
        assert str(torn.place) == str(change.place)
