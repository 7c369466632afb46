"""Linked documents of all examples: the same words as without, and one element for whatever stands twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from jixiao.package.content import content
from jixiao.package.reader import OWN, read
from jixiao.pipeline import draw, examine
from tests.conftest import DATA
from tests.errors.bench import CHAPTER, Sample, lay
from tests.verifying import package as linked_package

TEMPLATES = DATA.parent / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNITS = sorted((each.parent.relative_to(DATA).as_posix(), int(each.name)) for each in DATA.rglob("20[0-9][0-9]"))


@pytest.mark.parametrize(("unit", "year"), UNITS, ids=[unit for unit, _ in UNITS])
def test_an_example_is_linked_throughout(unit: str, year: int) -> None:
    examination = examine(DATA, TEMPLATES, unit, year)
    for report in examination.reports:
        plain, linked = (read(draw(examination.loaded, report, linked=each).data, OWN) for each in (False, True))
        assert words(plain) == words(linked)
        store = [each.text or "" for each in fromstring(linked["customXml/item2.xml"])]
        bound = Counter[int]()
        for control in controls(linked):
            number = element_of(control)
            bound[number] += 1
            assert "".join(each.text or "" for each in control.iter(f"{W}t")) == store[number - 1]
        assert set(bound) == set(range(1, len(store) + 1))
        assert min(bound.values()) > 1
        assert all(re.fullmatch(r"[-\d,.%]+", each) for each in store)
        assert "customXml/item2.xml" not in plain
        assert b"<w:sdt>" not in plain["word/document.xml"]


def test_ids_of_controls_are_unique_and_the_same_every_time() -> None:
    examination = examine(DATA, TEMPLATES, "hunan-zwfw", 2023)
    first, second = (draw(examination.loaded, examination.reports[0], linked=True) for _ in range(2))
    ids = [number for each in controls(read(first.data, OWN)) for number in values(each, "id")]
    assert len(ids) == len(set(ids)) > 100
    assert first.digest == second.digest


def test_a_figure_in_a_footnote_is_linked_with_that_in_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(Path(), Sample({CHAPTER: "# 概况\n\n支出{{ 全年执行数 }}[^注]。\n\n[^注]: 决算数{{ 全年执行数 }}。\n"}))
    package = linked_package(linked=True)
    places = [name for name in package for _ in re.findall(rb"<w:sdt>", package[name])]
    assert places == ["word/document.xml", "word/footnotes.xml"]
    assert words(package) == words(linked_package())


def words(package: dict[str, bytes]) -> object:
    return [(part.name, part.blocks) for part in content(package)]


def controls(package: dict[str, bytes]) -> list[Element]:
    parts = [name for name in package if re.fullmatch(r"word/(document|footnotes|header\d|footer\d)\.xml", name)]
    return [each for name in parts for each in fromstring(package[name]).iter(f"{W}sdt")]


def element_of(control: Element) -> int:
    binding = control.find(f"{W}sdtPr/{W}dataBinding")
    assert binding is not None
    return int(re.findall(r"\d+", binding.get(f"{W}xpath", ""))[-1])


def values(control: Element, name: str) -> list[str]:
    return [each.get(f"{W}val", "") for each in control.iterfind(f"{W}sdtPr/{W}{name}")]
