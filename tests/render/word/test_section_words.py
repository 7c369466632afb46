"""What is found in the words of narratives is found in the sections that a unit writes in Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.pipeline import examine
from tests.errors.bench import Sample, lay
from tests.render.foreign import package, plain, styled, styles

OUTLINE = "data/样例/大纲.yaml"
CHAPTER = "data/样例/章节/概况.docx"


def found(tmp_path: Path, *paragraphs: str) -> list[str]:
    heading = styles(("paragraph", "1", "heading 1"))
    chapter = package(styled("概况（{{ 年度 }}年）", "1") + "".join(paragraphs), parts={"styles.xml": heading})
    lay(tmp_path, Sample({OUTLINE: "大纲调整: [{替换: 概况, 文件: 章节/概况.docx}]\n", CHAPTER: chapter}))
    findings = examine(tmp_path / "data", tmp_path / "templates", "样例", 2022).all_findings
    return [f"{each.code} {each.place}" for each in findings]


def test_a_section_in_good_order_has_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path, plain("共支出{{ 全年执行数 }}，{% if 子项目 %}其中{% endif %}{{ 单位.名称 }}。")) == []


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        (plain("支出XX万元。"), "T102 {} 段2"),
        (plain("共建成共享单位48个。"), "T201 {} 段2"),
        (plain("按按计划实施。"), "T203 {} 段2"),
        (plain("2020年度完成{{ 全年执行数 }}。"), "T202 {} 段2"),
        (
            f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{plain('支出XX')}</w:tc></w:tr></w:tbl><w:p/>",
            "T102 {} 表1 行1 格1 段1",
        ),
    ],
)
def test_what_is_left_over_typed_or_doubled_is_found_in_its_place(tmp_path: Path, paragraph: str, said: str) -> None:
    assert found(tmp_path, paragraph) == [said.format("data/样例/章节/概况.docx")]
