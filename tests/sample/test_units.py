"""Samples are clean, large enough, reproducible, and in every format that is shipped."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from jixiao.formats.load_format import format_names
from jixiao.load.nodes import Mapping, Node, Scalar, Source
from jixiao.load.plain import read_plain
from jixiao.load.units import MAX_GROUPS
from jixiao.load.yaml_reader import read_yaml
from jixiao.locate import templates_dir
from jixiao.pipeline import Examination, draw, examine
from jixiao.sample.places import CITY, place_of
from jixiao.sample.shapes import FORMS, SHAPES
from jixiao.sample.tree import first_full_year, write_unit
from jixiao.sample.units import Unit, draw_unit, kinds
from jixiao.sample.writing import line_of, yaml

TEMPLATES = templates_dir()
YEAR = first_full_year(TEMPLATES)
KINDS = kinds(TEMPLATES, YEAR)
LARGE, FIGURES = 300_000, 150
BLOCKS = "工作成效.yaml"  # the one file with texts of several paragraphs, which are left to the YAML parser


def drawn(number: int, seed: int = 1, year: int = YEAR) -> Unit:
    return draw_unit(number, seed, year, kinds(TEMPLATES, year))


def examined(folder: Path, unit: Unit, year: int) -> Examination:
    write_unit(folder, unit, year)
    return examine(folder, TEMPLATES, unit.place.folder, year)


def first_of_each_kind(year: int) -> list[int]:
    found: dict[tuple[str, ...], int] = {}
    for number in range(60):
        found.setdefault(drawn(number, year=year).kind.formats, number)
    return list(found.values())


def test_every_shipped_format_has_its_needs_and_its_units() -> None:
    assert set(SHAPES) == {name for forms in FORMS for name in forms} == set(format_names(TEMPLATES))
    assert {name for kind in KINDS for name in kind.formats} == set(SHAPES)


@pytest.mark.parametrize("year", [2020, 2022, YEAR])
def test_a_unit_of_every_kind_is_clean(year: int, tmp_path: Path) -> None:
    for number in first_of_each_kind(year):
        unit = drawn(number, seed=year, year=year)
        examination = examined(tmp_path, unit, year)
        reports = [draw(examination.loaded, each) for each in examination.reports]
        assert len(reports) >= len(unit.kind.formats)
        found = [*examination.all_findings, *(each for one in reports for each in one.findings)]
        assert not found, "if a format asks for more than before, sample/shapes.py says what its units have"
        document = zipfile.ZipFile(io.BytesIO(reports[0].data)).read("word/document.xml")
        is_main = unit.kind.formats[0] != "department-summary"
        assert not is_main or (len(document) >= LARGE and len(reports[0].figures.ids) >= FIGURES)


def test_a_unit_depends_on_seed_year_and_number_alone() -> None:
    assert drawn(7).written() == drawn(7).written()
    assert drawn(7).written() != drawn(7, seed=2).written()
    assert drawn(7).written() != drawn(7, year=YEAR + 1).written()


def test_files_are_plain_and_nodes_stand_on_the_lines_that_are_told() -> None:
    for name, tree in [*drawn(1).files.items(), *drawn(2).files.items()]:
        if name.endswith(".md"):
            continue
        source = Source(name, yaml(tree).splitlines())
        assert (read_plain(source) is None) is name.endswith(BLOCKS), name
        read, problems = read_yaml(yaml(tree), name)
        assert isinstance(read, Mapping)
        assert not problems
        places = list(lines(read))
        assert places == [(path, line_of(tree, path)) for path, _ in places]


def lines(node: Node, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], int]]:
    """Every key and row, and the line on which the file has it."""
    found = []
    if isinstance(node, Mapping):
        for key, value in node.entries:
            found += [((*path, key.text), key.place.line), *lines(value, (*path, key.text))]
    elif not isinstance(node, Scalar):
        for number, row in enumerate(node.items):
            is_inline = path and row.place.line == node.place.line and number
            found += [] if is_inline else [((*path, number), row.place.line), *lines(row, (*path, number))]
    return found


def test_words_hold_no_figures_and_no_telephone_numbers() -> None:
    for number in range(5):
        for name, data in drawn(number).written().items():
            text = data.decode()
            if name.endswith(".md"):
                assert not re.search(r"\d", re.sub(r"\{\{.*?\}\}", "", text)), name
            assert not re.search(r"(?<!\d)1\d{10}(?!\d)|\d{3,4}-\d{7,8}", text), name


def test_superiors_stand_before_their_units_and_all_names_differ() -> None:
    places = [place_of(number) for number in range(2 * CITY)]
    number = {place.name: place.number for place in places}
    assert len(number) == len({place.folder for place in places}) == len(places)
    assert {place.level for place in places} == {0, 1, 2, 3}
    for place in places:
        assert "示例" in place.name
        assert (place.level == 0) is (place.superior == "")
        assert not place.superior or (
            number[place.superior] < place.number and places[number[place.superior]].level == place.level - 1
        )
        assert place.folder.count("/") <= MAX_GROUPS
    assert place_of(400 * CITY).name != place_of(0).name
