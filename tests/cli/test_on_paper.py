"""`report --pages` and `--pdf`: what is written and said, with a stand-in for LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.office.program import VARIABLE
from jixiao.render.page_numbers import asks_for_pages
from tests.cli.running import ROOT, TITLE, Desk
from tests.fake_office import FakeOffice, pdf_of

WITH_CONTENTS = ("hunan-zwfw", "--year", "2023")
WITHOUT = ("xiangxi", "--year", "2022")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    made = FakeOffice(tmp_path / "office")
    monkeypatch.setenv(VARIABLE, str(made.program))
    return made


@pytest.fixture
def no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "missing"))


@pytest.mark.usefixtures("office")
def test_a_pdf_lies_beside_the_report(desk: Desk) -> None:
    result = desk.run("report", *WITHOUT, "--pdf")
    lines = [f"已写入 {desk.reports / TITLE}.{kind}" for kind in ("docx", "pdf")]
    assert (result.status, result.out.splitlines()) == (0, lines)
    assert (desk.reports / f"{TITLE}.pdf").read_bytes() == pdf_of("")


def test_each_of_several_reports_and_drafts_gets_one(desk: Desk, office: FakeOffice) -> None:
    result = desk.run("report", "linxiang", "--year", "2024", "--pdf", "--draft")
    assert result.status == 0, result.err
    folder = desk.out / "2024/linxiang"
    assert {path.stem for path in folder.glob("*.pdf")} == {path.stem for path in folder.glob("*.docx")}
    assert len(list(folder.glob("*（草稿）.pdf"))) == 2
    assert office.runs == [2]


@pytest.mark.usefixtures("no_office")
def test_without_libreoffice_a_pdf_is_missed_and_the_report_is_there(desk: Desk) -> None:
    result = desk.run("report", *WITHOUT, "--pdf")
    assert (result.status, result.out) == (2, f"已写入 {desk.reports / TITLE}.docx\n")
    assert "O111" in result.err
    assert "JIXIAO_SOFFICE" in result.err


@pytest.mark.usefixtures("no_office")
def test_without_libreoffice_a_line_says_how_numbers_are_filled_in(desk: Desk) -> None:
    assert desk.run("report", *WITHOUT, "--pages").err == ""
    result = desk.run("report", *WITH_CONTENTS, "--pages")
    assert (result.status, result.err.splitlines()[0][:18]) == (0, "没有找到 LibreOffice，目")
    (document,) = (desk.out / "2023/hunan-zwfw").glob("*.docx")
    assert asks_for_pages(document.read_bytes())


def test_numbers_alone_start_libreoffice_for_contents_only(desk: Desk, office: FakeOffice) -> None:
    assert desk.run("report", *WITHOUT, "--pages").status == 0
    assert office.runs == []
    result = desk.run("report", *WITH_CONTENTS, "--pages")
    assert (result.status, office.runs, "O115" in result.err) == (0, [1], True)
    assert list(desk.out.rglob("*.pdf")) == []


@pytest.mark.usefixtures("office")
def test_a_report_that_is_refused_has_no_pdf(desk: Desk) -> None:
    desk.change("资金.yaml", "实际支出", "实际支书")
    result = desk.run("report", *WITHOUT, "--pdf")
    assert (result.status, result.out, list(desk.out.rglob("*.pdf"))) == (1, "", [])


@pytest.mark.usefixtures("office")
def test_the_commands_of_the_page_about_pdf_do_what_they_say(desk: Desk) -> None:
    page = (ROOT / "docs" / "PDF.md").read_text(encoding="utf-8")
    lines = [line.partition("#")[0].split()[1:] for line in page.splitlines() if line.startswith("jixiao ")]
    assert len(lines) == 3
    for arguments in lines:
        result = desk.run(*arguments)
        assert result.status == 0, result.err
    assert len(list(desk.out.rglob("*.pdf"))) == 2
