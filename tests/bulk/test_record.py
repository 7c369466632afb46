"""A record is read as it was written, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.bulk.head import Head
from jixiao.bulk.record import Found, ProjectRow, Record, ReportRow, Sources, State, as_text, folder_of, read
from jixiao.kernel.finding import Finding, Strength
from jixiao.kernel.place import DocumentPlace, SourcePlace

ROW = ProjectRow("项目")
RECORD = Record(
    Head(
        "卫生/疾控",
        "示例市疾控中心",
        "101002",
        "示例市卫生局",
        SourcePlace("data/单位.yaml", 3, 5, "  主管部门: 某"),
        ("甲",),
    ),
    2023,
    State.BLOCKED,
    Sources("ab", {"甲": "cd"}, "ef", "linked", ("卫生/大纲.yaml",)),
    (
        ReportRow(
            "部门",
            "甲",
            "",
            "报告.docx",
            "figures.json",
            "01",
            12,
            "10",
            "9.5",
            "0.95",
            "88",
            "良",
            (ProjectRow("项目"),),
        ),
    ),
    (
        Found(
            "部门",
            Finding("K131", Strength.SHOULD, SourcePlace("a.yaml", 1, 2, "x"), (("name", "甲"),), "1", "2", "图", ()),
        ),
        Found(
            "",
            Finding("R101", Strength.MUST, DocumentPlace("正文", "一", 1, 2, 3), (), related=(SourcePlace("b.yaml"),)),
        ),
    ),
)


def kept(out: Path, text: str) -> Path:
    file = folder_of(out, 2023, "卫生/疾控") / "record.json"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    kept(tmp_path, as_text(RECORD))
    assert read(tmp_path, 2023, "卫生/疾控") == RECORD


@pytest.mark.parametrize("cut", [0, 1, 100, -3])
def test_what_is_cut_short_is_no_record(tmp_path: Path, cut: int) -> None:
    kept(tmp_path, as_text(RECORD)[:cut])
    assert read(tmp_path, 2023, "卫生/疾控") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [('"version": 1', '"version": 2'), ('"blocked"', '"gone"'), ('"head"', '"heads"'), ('"sha256"', '"md5"')],
)
def test_what_another_program_wrote_is_no_record(tmp_path: Path, old: str, new: str) -> None:
    assert old in as_text(RECORD)
    kept(tmp_path, as_text(RECORD).replace(old, new))
    assert read(tmp_path, 2023, "卫生/疾控") is None


def test_a_record_counts_its_findings() -> None:
    assert (RECORD.count(Strength.MUST), RECORD.count(Strength.SHOULD), RECORD.codes) == (1, 1, ["K131", "R101"])
