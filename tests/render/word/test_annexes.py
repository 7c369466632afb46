from __future__ import annotations

from pathlib import Path

from tests.render.foreign import package, styled
from tests.render.word_report import Report, sheet


def test_the_headings_of_an_annex_are_numbered_from_the_first(tmp_path: Path) -> None:
    body = package(styled("概况", "a1") + styled("绩效", "a1"), parts=sheet("heading 1"))
    report = Report(tmp_path, body, body, kind="类型: 附件, 名称: 表")
    assert [line for line in report.words if "、" in line] == ["一、概况", "二、绩效", "一、概况", "二、绩效"]
