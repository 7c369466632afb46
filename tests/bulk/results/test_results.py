"""What a run leaves for those who oversee many units."""

from __future__ import annotations

import csv
import json
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from jixiao.bulk.head import Head
from jixiao.bulk.record import RECORD_FILE, Found, ProjectRow, Record, ReportRow, Sources, State, as_text, folder_of
from jixiao.bulk.results.overview import Overview, branches_of, overview
from jixiao.bulk.results.page import page
from jixiao.bulk.results.write import is_current, write_archives, write_figures, write_results
from jixiao.bulk.tree import Tree, grow
from jixiao.cli.options import Language
from jixiao.cli.results import speech
from jixiao.kernel.finding import Finding, Strength
from jixiao.kernel.place import SourcePlace
from tests.bulk.trees import write

YEAR, DIGEST = 2023, "0" * 64
SPEECH = speech(Language.ZH)
EVIL = '=HYPERLINK("http://x","<script>alert(1)</script>")'


def finding(code: str, strength: Strength) -> Finding:
    return Finding(code, strength, SourcePlace("data/甲/单位.yaml", 3, 5, "  - x"), (("name", "甲"),))


def report(name: str = "部门", project: str = "", **values: str) -> ReportRow:
    row = {"file": f"{name}.docx", "figures": "figures.json", "budget": "100000", "executed": "90000", "rate": "0.9"}
    return ReportRow(name, "hunan-department", project, **{**row, **values})  # type: ignore[arg-type]


PROJECT = ProjectRow("项目一", "50000", "25000", "0.5")
HEADS = {
    "局": Head("局", "示例局", "1"),
    "甲": Head("甲", "示例甲中心", "2", "示例局"),
    "组/乙": Head("组/乙", EVIL, "3", "示例甲中心"),
    "丙": Head("丙", "示例丙站", "4", "示例局"),
}
RECORDS = {
    "局": Record(HEADS["局"], YEAR, State.DONE, Sources("", {}, ""), (report(score="92.5", grade="优"),)),
    "甲": Record(
        HEADS["甲"],
        YEAR,
        State.BLOCKED,
        Sources("", {}, ""),
        (report(file="", former="旧的.docx"), report("某项目", "某项目")),
        (Found("部门", finding("D107", Strength.MUST)), Found("", finding("K131", Strength.SHOULD))),
    ),
    "组/乙": Record(
        HEADS["组/乙"],
        YEAR,
        State.DONE,
        Sources("", {}, ""),
        (ReportRow(EVIL, "f", "", "a.docx", "figures.json", projects=(PROJECT,)),),
    ),
}


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    figure = {"id": "全年执行数", "name": EVIL, "part": "", "item": "", "value": "-9.5", "unit": "万元"}
    for unit, record in RECORDS.items():
        folder = folder_of(tmp_path, YEAR, unit)
        write(folder / RECORD_FILE, as_text(record))
        write(folder / "figures.json", json.dumps({"figures": [{**figure, "printed": {"正文": "-9.50万元"}}]}))
        for each in record.reports:
            if each.file:
                write(folder / each.file, f"{unit} {each.name}")
    return grow(HEADS.values())


@pytest.fixture
def made(tree: Tree, tmp_path: Path) -> Overview:
    return overview(tree, tmp_path, YEAR)


def data_of(made: Overview) -> dict[str, Any]:
    text = page(made, SPEECH.say, SPEECH.title_of, DIGEST)
    found: dict[str, Any] = json.loads(text.partition('type="application/json">')[2].partition("</script>")[0])
    return found


def test_branches_are_those_below_the_one_at_the_top(tree: Tree) -> None:
    assert branches_of(tree) == {"局": "局", "甲": "甲", "组/乙": "甲", "丙": "丙"}
    assert branches_of(grow([HEADS["甲"], HEADS["丙"]])) == {"甲": "甲", "丙": "丙"}


def test_the_page_has_a_row_for_each_unit_below_its_superior(made: Overview) -> None:
    units = data_of(made)["units"]
    assert [(row[0], row[5], row[6], row[7], row[8], row[9], row[11]) for row in units] == [
        ("局", 0, "done", 0, 0, "92.5", "90.00"),
        ("甲", 1, "blocked", 1, 1, "", "90.00"),
        ("组/乙", 2, "done", 0, 0, "", ""),
        ("丙", 1, "none", 0, 0, "", ""),
    ]


def test_a_report_that_was_not_written_links_to_the_former_one(made: Overview) -> None:
    by_unit = {row[0]: row for row in data_of(made)["units"]}
    assert by_unit["甲"][12][0][1:3] == ["%E7%94%B2/%E6%97%A7%E7%9A%84.docx", 1]
    assert by_unit["组/乙"][12][0][1:3] == ["%E7%BB%84/%E4%B9%99/a.docx", 0]


def test_the_page_holds_no_markup_of_units(made: Overview) -> None:
    text = page(made, SPEECH.say, SPEECH.title_of, DIGEST)
    assert "<script>alert" not in text
    assert data_of(made)["units"][2][1] == EVIL


def test_branches_add_up_their_units(made: Overview) -> None:
    assert [(row.unit, row.units, row.done, row.budget, row.rate) for row in made.branches] == [
        ("局", 1, 1, Decimal(100000), Decimal("0.9")),
        ("甲", 2, 1, Decimal(100000), Decimal("0.9")),
        ("丙", 1, 0, Decimal(), None),
    ]


def test_the_workbook_has_a_row_for_each_report_project_and_finding(made: Overview, tmp_path: Path) -> None:
    write_results(made, tmp_path, DIGEST, SPEECH)
    book = CalamineWorkbook.from_path(tmp_path / str(YEAR) / "summary.xlsx")
    assert book.sheet_names == ["报告", "项目", "问题"]
    reports, projects, findings = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    assert [row[0] for row in reports] == ["单位", "示例局", "示例甲中心", "示例甲中心", EVIL, "示例丙站"]
    assert reports[1][8:13] == [10.0, 9.0, 0.9, 92.5, "优"]
    assert [row[4:8] for row in projects[1:]] == [["项目一", 5.0, 2.5, 0.5]]
    assert [row[3:6] for row in findings[1:]] == [["部门", "必须", "D107"], ["", "提示", "K131"]]


def test_text_that_looks_like_a_formula_is_text(made: Overview, tmp_path: Path) -> None:
    write_results(made, tmp_path, DIGEST, SPEECH)
    with zipfile.ZipFile(tmp_path / str(YEAR) / "summary.xlsx") as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "sheet" in name]
    assert not [sheet for sheet in sheets if "<f>" in sheet or "hyperlink" in sheet]


def test_findings_are_a_list_with_unit_and_report(made: Overview, tmp_path: Path) -> None:
    write_results(made, tmp_path, DIGEST, SPEECH)
    found = json.loads((tmp_path / str(YEAR) / "findings.json").read_text(encoding="utf-8"))
    assert [(each["unit"], each["report"], each["code"], each["line"]) for each in found] == [
        ("甲", "部门", "D107", 3),
        ("甲", "", "K131", 3),
    ]


def test_figures_of_all_reports_are_one_table_without_formulas(made: Overview, tmp_path: Path) -> None:
    with write_figures(made, tmp_path).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1] == ["示例局", "2023", "部门", "全年执行数", f"'{EVIL}", "", "", "-9.5", "万元", "-9.50万元"]
    assert [row[0] for row in rows[1:]] == ["示例局", "示例甲中心", f"'{EVIL}"]


def test_each_branch_has_an_archive_of_its_reports_and_the_same_one_each_time(made: Overview, tmp_path: Path) -> None:
    paths = write_archives(made, tmp_path)
    before = [path.read_bytes() for path in paths]
    assert {path.name: zipfile.ZipFile(path).namelist() for path in paths} == {
        "示例局.zip": ["局/部门.docx"],
        "示例甲中心.zip": ["甲/某项目.docx", "组/乙/a.docx"],
        "示例丙站.zip": [],
    }
    assert [path.read_bytes() for path in write_archives(made, tmp_path)] == before


def test_results_that_show_what_there_is_are_known_by_their_digest(made: Overview, tmp_path: Path) -> None:
    folder = tmp_path / str(YEAR)
    assert not is_current(folder, DIGEST)
    write_results(made, tmp_path, DIGEST, SPEECH)
    first = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert is_current(folder, DIGEST)
    assert not is_current(folder, "1" * 64)
    write_results(made, tmp_path, DIGEST, SPEECH)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == first


@pytest.mark.needs("chromium")
def test_a_browser_shows_sorts_and_filters(made: Overview, tmp_path: Path, shown_by_browser: Any) -> None:
    write_results(made, tmp_path, DIGEST, SPEECH)
    html = shown_by_browser(tmp_path / str(YEAR) / "index.html")
    assert html.count('<tr class="unit">') == len(HEADS)
    assert "4 个单位" in html
    assert html.count('class="bar"') == 9 + 2
