"""What is found in the words of narratives is found in the chapters that a unit writes itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.pipeline import examine
from tests.errors.bench import Sample, lay

OUTLINE = "data/样例/大纲.yaml"
CHAPTER = "data/样例/章节/概况.md"
CLEAN = """# 概况（{{ 年度 }}年）

{% if 子项目 %}
共支出{{ 全年执行数 }}（**其中**{{ 单位.名称 }}）。
{% endif %}

| 名称 | 金额 |
| :--- | ---: |
{% for 项 in 子项目 %}
| {{ 项.名称 }} | {{ 项.实际支出 }} |
{% endfor %}
"""


def found(tmp_path: Path, chapter: str) -> list[str]:
    lay(tmp_path, Sample({OUTLINE: "大纲调整: [{替换: 概况, 文件: 章节/概况.md}]\n", CHAPTER: chapter}))
    findings = examine(tmp_path / "data", tmp_path / "templates", "样例", 2022).all_findings
    return [f"{each.code} {each.place}" for each in findings]


def test_a_chapter_in_good_order_has_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path, CLEAN) == []


@pytest.mark.parametrize(
    ("chapter", "said"),
    [
        ("# 概况\n\n支出XX万元。\n", "T102 {}:3:3"),
        ("# 概况\n\n共建成共享单位48个。\n", "T201 {}:3:8"),
        ("# 概况\n\n## 支出（一般\n\n公共预算）\n", "T103 {}:3:6"),
        ("# 概况\n\n**重点**：开展\n开展工作。\n", ""),
        ("# 概况\n\n按按计划实施。\n", "T203 {}:3:1"),
        ("# 概况\n\n| 名称 | 数 |\n| -- | -- |\n| 单位{{ 单位.名称 }} | 48个 |\n", "T201 {}:5:19"),
        ("# 概况\n\n2020年度完成{{ 全年执行数 }}。\n", "T202 {}:3:1"),
    ],
)
def test_what_is_left_over_typed_or_doubled_is_found_in_its_place(tmp_path: Path, chapter: str, said: str) -> None:
    expected = [said.format("data/样例/章节/概况.md")] if said else []
    assert found(tmp_path, chapter) == expected
