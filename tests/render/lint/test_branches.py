from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.formats.load_format import format_names, format_years, load_format
from jixiao.kernel.finding import Finding
from jixiao.locate import templates_dir
from jixiao.render.lint.formats import file_findings, format_findings
from tests.render.drawn import Rows, form

EDITIONS = [(name, year) for name in format_names(templates_dir()) for year in format_years(templates_dir(), name)]


@pytest.mark.parametrize(("name", "year"), EDITIONS, ids=[name for name, _ in EDITIONS])
def test_nothing_is_found_in_a_shipped_format(name: str, year: int) -> None:
    read = load_format(templates_dir(), name, year)
    assert read.format is not None
    assert [*read.findings, *format_findings(read.format)] == []


def found(data: bytes | str, file: str, name: str = "xiangxi-project") -> list[Finding]:
    """What is wrong with a file as a template of a shipped format."""
    read = load_format(templates_dir(), name, max(format_years(templates_dir(), name))).format
    assert read is not None
    return file_findings(read, data.encode() if isinstance(data, str) else data, file)


def in_chapter(text: str, name: str = "xiangxi-project") -> list[tuple[str, str]]:
    return [(each.code, str(each.place).partition(":")[2]) for each in found(text, "章.md", name)]


def in_form(*blocks: str | Rows) -> list[tuple[str, str]]:
    return [(each.code, str(each.place).partition(" ")[2]) for each in found(form(*blocks), "表.docx")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出{{ 全年执行书 }}。", [("C104", "1:6")]),
        ("{{ 单位.名城 }}{{ 单位.联系人.电话 }}", [("C104", "1:7"), ("C104", "1:18")]),
        ("{% for 项 in 子项目 %}\n{{ 项.实际支处 }}\n{% endfor %}", [("C104", "2:6")]),
        ("{% for 项 in 子项日 %}\n{{ 项.随便 }}\n{% endfor %}", [("C104", "1:13")]),
        ("{% for 项 in 子项目 %}\n{% endfor %}\n\n{{ 项.实际支出 }}", [("C104", "4:4")]),
        (
            "{% for 项 in 子项目 %}{% for 人 in 评价人员 %}{{ 人.姓明 }}{{ 项.名称 }}{% endfor %}{% endfor %}",
            [("C104", "1:43")],
        ),
        ("{% for 项 in 全年执行数 %}\n甲\n{% endfor %}", [("R101", "1:13")]),
        ("{% for 项 in 子项目 %}\n甲\n{% else %}\n{{ 乙 }}\n{% endfor %}", [("F154", "4:4")]),
        (
            "{% if 全年执行数 > 0 %}\n{{ 甲 }}\n{% elif 乙 %}\n{{ 丙 }}\n{% else %}\n{{ 丁 }}\n{% endif %}",
            [("F154", at) for at in ("2:4", "3:9", "4:4", "6:4")],
        ),
        ("{% set 数 = 全年执行数 * 2 %}\n\n{{ 数|百分比(1) }}{{ 书 }}", [("C123", "3:4"), ("F154", "3:18")]),
        ("{% set 数 = 甲 %}\n\n{{ 数.什么 }}", [("F154", "1:8")]),
        ("{{ loop.index }}", [("F351", "1:4")]),
        ("{% for 项 in 子项目 if 项.实际支处 > 0 %}\n{{ 项.名称 }}\n{% endfor %}", [("C104", "1:22")]),
        (
            "{% if 单位 %}{% set 数 = 1 %}{% else %}{% set 书 = 2 %}{% endif %}{{ 数 }}{{ 书 }}{{ 输 }}",
            [("F154", "1:80")],
        ),
        ("{{ 没有|default('—') }}{{ 全年执行书|default(没有) }}", [("F154", "1:39")]),
        ("{{ 单位 }}", [("C114", "1:4")]),
        ("{{ 文字.没有 }}", [("C104", "1:7")]),
        ("{{ 子项目|where('支出类别 == 甲') }}", [("F154", "1:23")]),
        ("{% chart 柱形图 类别=子项目, 支出=子项目.实际支出 %}", []),
        ("{% chart 柱形图 类别=[子项目.名称, 甲], 支出=子项目.实际支处 %}", [("F154", "1:26"), ("C104", "1:37")]),
        ("{% chart 柱形图 类别=单位, 支出=[全年执行数, 单位] %}", [("C107", "1:24")]),
        ("{% chart 柱形图 类别=子项目, 支出=子项目.实际支出, 率=预算执行率 %}", [("R122", "1:10")]),
    ],
)
def test_every_branch_of_a_chapter_is_met(text: str, expected: list[tuple[str, str]]) -> None:
    codes = in_chapter(text + "\n")
    assert codes == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([[["{{ 全年执行书 }}", "{{ 单位.名称 }}"]]], [("C104", "表1 行1 格1 段1")]),
        ([[["{%tr for 项 in 子项目 %}"], ["{{ 项.名城 }}"], ["{%tr endfor %}"]]], [("C104", "表1 行2 格1 段1")]),
        ([[["{% vm %}甲"]]], [("F351", "表1 行1 格1 段1")]),
        ([[["{% hm %}甲"]]], [("F351", "表1 行1 格1 段1")]),
        ([[["{% colspan 单位.名称 %}甲"]]], [("R102", "表1 行1 格1 段1")]),
        ([[["{% colspan 99 %}甲"]]], [("F356", "表1 行1 格1 段1"), ("R102", "表1 行1 格1 段1")]),
        ([[["{% cellbg '浅灰' %}甲"]]], [("R103", "表1 行1 格1 段1")]),
        (["{{p 文字.没有 }}"], [("C104", "段1")]),
        ([[["{% vm 单位.名城 %}甲"]]], [("C104", "表1 行1 格1 段1")]),
    ],
)
def test_every_cell_of_a_form_is_met(blocks: list[str | Rows], expected: list[tuple[str, str]]) -> None:
    assert in_form(*blocks) == expected


def test_a_department_and_a_project_know_other_names() -> None:
    assert (
        in_chapter("{% for 项 in 各项目 %}\n{{ 项.名称 }}{{ 项.全年执行数 }}\n{% endfor %}\n", "hunan-department") == []
    )
    text = "{% for 项 in 各项目 %}\n{{ 项.名称 }}{{ 项.全年执行数 }}\n{% endfor %}\n"
    assert in_chapter(text, "hunan-department") == []
    assert in_chapter(text) == [("C104", "1:13")]


def test_a_misspelt_rule_is_found_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "templates/甲/2022").mkdir(parents=True)
    (tmp_path / "templates/甲/2022/格式.yaml").write_text(
        "评价对象: 项目\n文件名: '{{ 单位.名城 }}'\n显示: {锁定: [全年执行书]}\n"
        "指标:\n- {名称: 甲, 公式: 乙 + 1}\n- {名称: 乙, 公式: 甲 + 1}\n- {名称: 丙, 对象: 子项目, 公式: 实际支处}\n"
        "检查:\n- {编号: J1, 对象: 子项目, 条件: 实际支出 > 戊, 数字: 实际支处, 说明: '{{ 名城 }}'}\n",
        encoding="utf-8",
    )
    read = load_format(tmp_path / "templates", "甲", 2022).format
    assert read is not None
    kept = [each for each in format_findings(read) if each.code in ("C104", "C111", "F154")]
    lines = sorted((str(each.place).partition(":")[2], each.code) for each in kept)
    assert lines == [
        *(("2:13", "C104"), ("3:11", "C104"), ("5:15", "C111"), ("7:24", "F154")),
        *(("9:32", "F154"), ("9:53", "C104")),
    ]
