"""Every error raised while a tag is evaluated with a unit's data is one finding, at its place, and stops no other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.errors.bench import CHAPTER, FORM, FORMAT, PROJECT, Content, Edit, Sample, examined, lay
from tests.render.drawn import form, run, written

EXPRESSIONS = {
    "没有的": "C104",
    "单位.名城": "C104",
    "子项目.实际支处": "C104",
    "文字.没有": "C104",
    "子项目|where('没有 > 1')": "C104",
    "全年执行数|万圆": "C105",
    "总和(全年执行数)": "C105",
    "全年执行数 + 共享单位": "C106",
    "单位.名称 + 1": "C107",
    "单位.名称 > 3": "C107",
    "sum(子项目.名称)": "C107",
    "number('许多')": "C107",
    "count(全年执行数)": "C108",
    "3 in 4": "C108",
    "年度.月": "C109",
    "round(全年执行数, 2, 3)": "C110",
    "全年执行数|万元(3)": "C110",
    "row(子项目, '没有').实际支出": "C121",
    "row(子项目)": "C122",
    "全年执行数|汉字": "C123",
    "全年执行数|约('很多')": "C124",
    "全年执行数 ** 2": "C102",
    "全年执行数 ≥ 3": "C127",
    "1 +": "C101",
}
ROWS = [["{%tr for 项 in 子项目 %}", ""], ["{{ 项.名称 }}", "{{ ? }}"], ["{%tr endfor %}", ""]]
NESTED = f"<w:tbl><w:tr><w:tc><w:p>{run('{{ ? }}')}</w:p></w:tc></w:tr></w:tbl><w:p/>"
SPLIT = "<w:proofErr w:type='spellStart'/>".join(map(run, ("甲{", "{ ", "?", " }", "}")))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def drawn(*blocks: str | list[list[str]]) -> Callable[[str], Sample]:
    def filled(expression: str) -> Sample:
        full = [
            block.replace("?", expression)
            if isinstance(block, str)
            else [[cell.replace("?", expression) for cell in row] for row in block]
            for block in blocks
        ]
        return Sample({FORM: form(*full)})

    return filled


def marked(xml: str) -> Callable[[str], Sample]:
    return lambda expression: Sample({FORM: written(xml.replace("?", _escaped(expression)))})


def typed(text: str) -> Callable[[str], Sample]:
    return lambda expression: Sample({CHAPTER: text.replace("?", expression)})


def ruled(edit: Edit) -> Callable[[str], Sample]:
    return lambda expression: Sample({FORMAT: (edit[0], edit[1].replace("?", expression))})


def told(expression: str) -> Sample:
    """A narrative of the unit, printed by a chapter."""
    files: dict[str, Content] = {
        PROJECT: ("实现共享单位{{ 共享单位 }}。", f"实现{{{{ {expression} }}}}共享。"),
        CHAPTER: "{{ 文字.总目标 }}\n",
    }
    return Sample(files)


TITLE = ("表.docx}]", '表.docx}, {类型: 题名, 行: ["甲{{ ? }}"]}]')
ANNEX = ("表.docx}]", '表.docx}, {类型: 附件, 文件: 表.docx, 名称: "甲{{ ? }}"}]')
FILE_NAME = ("阈值:", '文件名: "甲{{ ? }}"\n阈值:')
FIGURE = ("- {名称: 分值合计", '- {名称: 新数, 公式: "?"}\n- {名称: 分值合计')
PLACES: dict[str, tuple[Callable[[str], Sample], str]] = {
    "a paragraph": (drawn("甲{{ ? }}乙"), "表.docx 段1"),
    "paragraphs": (drawn("甲", "{{p ? }}"), "表.docx 段2"),
    "a cell": (drawn([["甲", "{{ ? }}"]]), "表.docx 表1 行1 格2 段1"),
    "a row of a loop": (drawn(ROWS), "表.docx 表1 行2 格2 段1"),
    "loops in loops": (
        drawn("{% for 一 in 子项目 %}{% for 二 in 子项目 %}{{ ? }}{% endfor %}{% endfor %}"),
        "表.docx 段1",
    ),
    "a condition": (drawn([["{%tr if ? %}"], ["甲"], ["{%tr endif %}"]]), "表.docx 表1 行1 格1 段1"),
    "a merged cell": (
        drawn([["{%tr for 项 in 子项目 %}"], ["{% vm ? %}甲"], ["{%tr endfor %}"]]),
        "表.docx 表1 行2 格1 段1",
    ),
    "a span": (drawn([["{% colspan ? %}甲", "乙"]]), "表.docx 表1 行1 格1 段1"),
    "a colour": (drawn([["甲", "{% cellbg ? %}乙"]]), "表.docx 表1 行1 格2 段1"),
    "a set": (drawn("{% set 数 = ? %}甲"), "表.docx 段1"),
    "a table within a cell": (marked(f"<w:tbl><w:tr><w:tc>{NESTED}</w:tc></w:tr></w:tbl>"), "表.docx 表2 行1 格1 段1"),
    "a tag split by marks": (marked(f"<w:p>{SPLIT}</w:p>"), "表.docx 段1"),
    "words": (typed("# 概况\n\n甲{{ ? }}乙\n"), "正文.md:3:"),
    "a heading": (typed("# 甲{{ ? }}\n"), "正文.md:1:"),
    "a line of its own": (typed("甲\n\n{{ ? }}\n"), "正文.md:3:"),
    "a cell of Markdown": (typed("| 甲 | 乙 |\n|--|--|\n| 一 | {{ ? }} |\n"), "正文.md:3:"),
    "a loop": (typed("{% for 项 in ? %}\n甲\n{% endfor %}\n"), "正文.md:1:"),
    "a branch": (typed("{% if 1 > 2 %}\n甲\n{% elif ? %}\n乙\n{% endif %}\n"), "正文.md:3:"),
    "a title": (ruled(TITLE), "格式.yaml:1:"),
    "the name of an annex": (ruled(ANNEX), "格式.yaml:1:"),
    "the name of the file": (ruled(FILE_NAME), "格式.yaml:"),
    "a figure": (ruled(FIGURE), "格式.yaml:"),
    "a narrative": (told, "项目.yaml:"),
}
IN_QUOTES = ("a title", "the name of an annex", "the name of the file", "a figure")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("expression", ["没有的", "单位.名称 + 1", "row(子项目, '没有').实际支出", "全年执行数 ≥ 3"])
def test_an_error_is_one_finding_at_its_place(place: str, expression: str) -> None:
    sample, where = PLACES[place]
    lay(Path(), sample(expression))
    (found,) = examined()
    assert found.code == EXPRESSIONS[expression]
    assert where in str(found.place)
    assert found.place is not None
    assert found.place.quote
    assert found.blocks


@pytest.mark.parametrize(("expression", "code"), EXPRESSIONS.items())
@pytest.mark.parametrize("place", ["a row of a loop", "words"])
def test_every_kind_of_error_is_told(expression: str, code: str, place: str) -> None:
    sample, where = PLACES[place]
    lay(Path(), sample(expression))
    (found,) = examined()
    assert (found.code, where in str(found.place)) == (code, True)


def test_all_errors_are_told_in_one_run() -> None:
    lay(
        Path(),
        Sample(
            {
                FORM: form("{{ 甲乙 }}", [["{{ 单位.名称 + 1 }}", "{{ row(子项目) }}"]]),
                CHAPTER: "{{ 丙丁 }}{{ count(年度) }}\n\n{% for 项 in 子项目 %}\n{{ 项.戊己 }}\n{% endfor %}\n",
            }
        ),
    )
    places = [(each.code, str(each.place).rpartition("/")[2]) for each in examined()]
    assert sorted(places) == sorted(
        [
            ("C104", "正文.md:1:4"),
            ("C108", "正文.md:1:12"),
            ("C104", "正文.md:4:6"),
            ("C104", "表.docx 段1"),
            ("C107", "表.docx 表1 行1 格1 段1"),
            ("C122", "表.docx 表1 行1 格2 段1"),
        ]
    )


def test_a_quotient_by_zero_is_told_where_the_figure_is_made() -> None:
    lay(Path(), ruled(FIGURE)("全年执行数 / (全年执行数 - 全年执行数)"))
    (found,) = examined()
    assert found.code == "K304"
