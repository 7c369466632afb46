"""`verify --repair`: where the mended file goes, and what is said of it."""

from __future__ import annotations

from pathlib import Path

from jixiao.cli.app import run
from jixiao.cli.options import Status
from jixiao.package.reader import read
from jixiao.package.zip import pack, write
from tests.cli.running import TITLE, Desk

BODY, RELATIONS = "word/document.xml", "customXml/_rels/item2.xml.rels"


def saved_elsewhere(desk: Desk, *edit: str) -> Path:
    """A linked report as LibreOffice leaves it, with an edit of its first place."""
    assert desk.run("report", "xiangxi", "--year", "2022", "--linked").status == 0
    parts = read((desk.reports / f"{TITLE}.docx").read_bytes())
    parts = {name: content for name, content in parts.items() if not name.startswith("customXml/_rels/")}
    if edit:
        parts[BODY] = parts[BODY].replace(edit[0].encode(), edit[1].encode(), 1)
    file = desk.folder / "报告.docx"
    file.write_bytes(write(pack(name, content) for name, content in parts.items()))
    return file


def test_the_mended_file_stands_beside_the_other_and_is_verified(desk: Desk) -> None:
    file = saved_elsewhere(desk)
    result = desk.run("verify", str(file), "--repair")
    mended = desk.folder / "报告（已修复）.docx"
    assert result.status == 0, result.out
    assert f"已修复 {mended}：167 处数字恢复联动\n" in result.err
    assert f"核对 {mended}" in result.out
    assert RELATIONS in read(mended.read_bytes())
    assert RELATIONS not in read(file.read_bytes())


def test_a_file_may_be_named_for_it(desk: Desk) -> None:
    file, other = saved_elsewhere(desk), desk.folder / "好.docx"
    assert run(["verify", str(file), "--repair", "--data", str(desk.data), "--out", str(other)]) == Status.CLEAN
    assert RELATIONS in read(other.read_bytes())
    assert not list(desk.folder.glob("*已修复*"))


def test_a_place_that_reads_differently_is_told_and_still_found(desk: Desk) -> None:
    file = saved_elsewhere(desk, "<w:t>1800</w:t>", "<w:t>1900</w:t>")
    result = desk.run("verify", str(file), "--repair")
    assert result.status == 1
    assert "“1900”与同一数字的其他各处不同，保留原样，不再联动" in result.err
    assert "V201" in result.out
    assert "V412" not in result.out


def test_where_nothing_is_to_be_mended_nothing_is_written(desk: Desk) -> None:
    desk.run("report", "xiangxi", "--year", "2022")
    file = desk.reports / f"{TITLE}.docx"
    result = desk.run("verify", str(file), "--repair")
    assert result.status == 0
    assert f"{file} 没有要修复的\n" in result.err
    assert not list(desk.reports.glob("*已修复*"))


def test_what_is_no_document_is_told_as_without(desk: Desk) -> None:
    file = desk.folder / "坏.docx"
    file.write_bytes(b"PK")
    result = desk.run("verify", str(file), "--repair")
    assert result.status == Status.UNUSABLE
    assert "V101" in result.out
