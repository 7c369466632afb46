import re

import pytest

from jixiao.expr.functions import Items
from jixiao.expr.scope import Fixed
from jixiao.kernel.finding import Finding
from jixiao.render.tags import MOST_SLIPS
from tests.render.chapters import setting, words_of_chapter, written
from tests.templates import say, seen

STYLES = {"正文": "BodyText", "表题": "Caption", "单位行": "UnitLine", "脚注": "FootnoteText"}
SETTING = setting(STYLES)
SCOPE = Fixed({"名": "甲*_|# 1. <b>&", "空": Items([]), "数": Items(["一", "二"]), "真": True, "假": False})


def chapter(text: str) -> tuple[str, list[Finding]]:
    return written(text, SETTING, SCOPE)


def words(text: str) -> str:
    return words_of_chapter(text, SETTING, SCOPE)


def located(text: str) -> list[str]:
    return [f"{finding.code} {finding.place}" for finding in chapter(text)[1]]


def test_headings_are_numbered_by_level() -> None:
    text = "# 概况\n## 单位\n## 资金\n### 安排\n### 使用\n#### 明细\n# 绩效\n## 产出"
    numbered = "一、概况\n（一）单位\n（二）资金\n1.安排\n2.使用\n（1）明细\n二、绩效\n（一）产出"
    assert words(text) == numbered


def test_a_value_is_never_read_as_markdown() -> None:
    assert words("{{ 名 }}有") == "甲*_|# 1. &lt;b&gt;&amp;有"


def test_chinese_lines_join_without_a_space_and_western_ones_with_one() -> None:
    assert words("资金\n到位 version\ntwo\n{{ 名 }}") == "资金到位 version two甲*_|# 1. &lt;b&gt;&amp;"


def test_a_hard_break_breaks_the_line() -> None:
    assert words("甲\\\n乙") == "甲\n乙"


def test_indents_typed_by_habit_are_dropped() -> None:
    assert words("　　第一段\n\n    第二段") == "第一段\n第二段"


def test_bold_covers_words_and_tags() -> None:
    xml, _ = chapter("前**中{{ 名 }}**后")
    assert xml.count("<w:b/>") == 1
    assert '<w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">中甲' in xml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if 真 %}\n甲\n{% else %}\n乙\n{% endif %}", "甲"),
        ("前\n{% if 假 %}\n甲\n{% elif 真 %}\n丙\n{% else %}\n乙\n{% endif %}\n后", "前\n丙\n后"),
        ("{% for 个 in 数 %}\n第{{ 个 }}\n{% endfor %}", "第一\n第二"),
        ("{% for 个 in 空 %}\n甲\n{% else %}\n无\n{% endfor %}", "无"),
        ("共{% for 个 in 数 %}{{ 个 }}{% if loop.last %}。{% else %}、{% endif %}{% endfor %}", "共一、二。"),
        ("{% set 甲 = 名 if 假 else 数 %}\n{% for 乙 in 甲 %}{{ 乙 }}{% endfor %}", "一二"),
        ("有{# 注释 #}无", "有无"),
        ("{# 一整行 {{ 都不算 }} #}\n甲", "甲"),
        ("{%- if 真 -%}\n甲\n{%- endif -%}", "甲"),
        ("{{ '}' }}甲", "}甲"),
        ("# {% if 真 %}甲{% else %}乙{% endif %}", "一、甲"),
    ],
)
def test_control_tags(text: str, expected: str) -> None:
    assert words(text) == expected


TABLE = "收支表 {.表题}\n\n单位：万元 {.单位行}\n\n| 项目 | 金额 |\n|------|--:|\n"


def test_a_table_keeps_head_rows_widths_and_alignment() -> None:
    xml, findings = chapter(TABLE + "| 甲 | 1 |\n| **合计** | **1** |\n\n后")
    assert not findings
    assert seen(xml) == "收支表\n单位：万元\n项目\n金额\n甲\n1\n合计\n1\n\n后"
    assert '<w:gridCol w:w="6750"/><w:gridCol w:w="2250"/>' in xml
    assert xml.count('<w:tcW w:w="6750" w:type="dxa"/>') == 3
    assert xml.count("<w:cantSplit/>") == 3
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count('<w:jc w:val="right"/>') == 2
    assert xml.count("<w:b/>") == 2
    assert xml.startswith('<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>')
    assert xml.count("</w:tbl><w:p>") == 1


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("{% for 个 in 数 %}\n| {{ 个 }} | {{ loop.index }} |\n{% endfor %}\n| 合计 | 2 |", "一\n1\n二\n2\n合计\n2"),
        ("| 甲 | {% if 真 %}是{% else %}否{% endif %} |", "甲\n是"),
        ("| 甲\\|乙 | {{ 1|数 }} |", "甲|乙\n1"),
    ],
)
def test_control_tags_stand_between_rows(rows: str, expected: str) -> None:
    assert words(f"| 项目 | 数 |\n|---|---|\n{rows}") == f"项目\n数\n{expected}".strip()


def test_a_table_inside_a_condition_is_dropped_as_a_whole() -> None:
    assert words(f"前\n{{% if 假 %}}\n{TABLE}| 甲 | 1 |\n{{% endif %}}\n后") == "前\n后"
    assert words("{% if 真 %}\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n{% endif %}\n后").startswith("甲\n乙\n1\n2")


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("一\n二 {{ 名", ["F201 章.md:2:3"]),
        ("一 %} 二", ["F201 章.md:1:3"]),
        ("甲 {{ " * 100, [f"F201 章.md:1:{3 + 5 * at}" for at in range(MOST_SLIPS)]),
        ("{% fro 个 in 数 %}", ["F202 章.md:1:8"]),
        ("{% for 个 数 %}\n甲\n{% endfor %}", ["F203 章.md:1:8"]),
        ("{% set 1 %}", ["F203 章.md:1:8"]),
        ("{% if %}甲{% endif %}", ["F203 章.md:1:4"]),
        ("甲\n\n{% if 真 %}\n乙", ["F204 章.md:3:7"]),
        ("甲{% if 真 %}乙\n\n{% endif %}", ["F204 章.md:1:8", "F205 章.md:3:4"]),
        ("{% endfor %}", ["F205 章.md:1:4"]),
        ("{% for 个 in 数 %}\n{% elif 真 %}\n{% endfor %}", ["F205 章.md:2:9"]),
        ("{% if 真 %}\n{% else %}\n{% else %}\n{% endif %}", ["F205 章.md:3:4"]),
        ("{% if 真 %}\n甲\n{% endfor %}\n{% endif %}", ["F205 章.md:3:4"]),
        ("甲 {.正问}", ["F206 章.md:1:3"]),
        ("## 一、概况", ["F207 章.md:1:4"]),
        ("## （二）概况", ["F207 章.md:1:4"]),
        ("### 1.概况", ["F207 章.md:1:5"]),
        ("甲\n乙<b>丙</b>", ["F208 章.md:2:2", "F208 章.md:2:6"]),
        ("<div>\n甲\n</div>", ["F208 章.md:1:1"]),
        ("甲`乙`", ["F209 章.md:1:2"]),
        ("甲![乙](丙)", ["F209 章.md:1:2"]),
        ("甲[乙](丙)", ["F209 章.md:1:2"]),
        ("甲 *乙*", ["F209 章.md:1:3"]),
        ("* 甲\n* 乙", ["F209 章.md:1:1"]),
        ("甲\n\n+ 乙", ["F209 章.md:3:1"]),
        ("甲<http://a.cn>", ["F209 章.md:1:2"]),
        ("甲[乙](# 丙)", ["F209 章.md:1:4"]),
        ("1. # 甲", ["F209 章.md:1:1"]),
        ("-\n", ["F209 章.md:1:1"]),
        ("甲：\n- 乙\n\n  丙", ["F209 章.md:4:3"]),
        ("- 乙\n\n  1. 丙\n     - 丁", ["F209 章.md:3:3"]),
        ("# 甲[](#乙)", ["F209 章.md:1:4"]),
        ("一、甲", ["F207 章.md:1:1"]),
        ("甲\n\n（1）乙", ["F207 章.md:3:1"]),
        ("1. （一）甲", ["F207 章.md:1:4"]),
        ("- 一是甲", ["F207 章.md:1:3"]),
        ("表3 甲 {.表题}", ["F207 章.md:1:1"]),
        ("表N 甲", ["F207 章.md:1:1"]),
        ("甲\n乙，如图 2 所示", ["F239 章.md:2:3"]),
        ("#### 甲\n1. 乙\n   1. 丙", ["F238 章.md:3:4"]),
        ("甲[^乙]\n\n[^丙]: 丁", ["F234 章.md:1:2", "F235 章.md:3:1"]),
        ("甲[^乙]\n\n[^乙]: 丁\n[^乙]: 戊", ["F237 章.md:4:1"]),
        ("甲[^乙]丙[^乙]\n\n[^乙]: 丁", ["F240 章.md:1:2"]),
        ("甲[^乙]\n\n[^乙]: 丁[^乙]", ["F209 章.md:3:8"]),
        ("甲[{% if 真 %}乙{% endif %}](#丙)", ["F213 章.md:1:9", "F213 章.md:1:17", "R111 章.md:1:27"]),
        ("{% newpage 1 %}", ["F213 章.md:1:12"]),
        ("> 甲", ["F209 章.md:1:1"]),
        ("```\n甲\n```", ["F209 章.md:1:1"]),
        ("甲\n\n---\n", ["F209 章.md:3:1"]),
        ("| 甲 | 乙 |\n| 1 | 2 |", ["F210 章.md:1:1"]),
        ("| 甲 | 乙 |\n|--|--|\n| 1 |", ["F211 章.md:3:1"]),
        ("##### 甲", ["F212 章.md:1:1"]),
        ("甲{{ 名 ++ }}", ["C101 章.md:1:5", "C101 章.md:1:5"]),
        ("甲{{ 无名 }}乙", ["C104 章.md:1:5"]),
        ("{% for 个 in 无名 %}\n甲\n{% endfor %}", ["C104 章.md:1:13"]),
        ("{% if 无名 %}甲{% endif %}", ["C104 章.md:1:7"]),
    ],
)
def test_each_mistake_has_its_place(text: str, findings: list[str]) -> None:
    assert located(text) == findings
    for finding in chapter(text)[1]:
        if not finding.code.startswith("C"):
            say(finding)


def test_what_only_looks_like_a_number_stays() -> None:
    text = "一、二期工程和1、2号楼完工。\n\n2022年支出较多。\n\n1.5万元以上的，见{{ '表3' }}。\n\n三是难点。"
    assert words(text) == "一、二期工程和1、2号楼完工。\n2022年支出较多。\n1.5万元以上的，见表3。\n三是难点。"


@pytest.mark.parametrize(
    "text",
    [
        "甲\n\n{% if 假 %}不印{% endif %}\n\n乙",
        "甲\n\n{{ '' }}\n\n乙",
        "甲\n\n{% for 个 in 空 %}{{ 个 }}{% endfor %}{{ '' }} {.表题}\n\n乙",
        "甲\n{% for 个 in 空 %}\n- {{ 个 }}\n{% endfor %}\n乙",
        "甲\n\n- {% if 假 %}不印{% endif %}\n\n乙",
        f"甲\n\n{TABLE}{{% for 个 in 空 %}}\n| {{{{ 个 }}}} | 1 |\n{{% endfor %}}\n\n乙",
    ],
)
def test_what_prints_nothing_leaves_no_paragraph(text: str) -> None:
    xml, findings = chapter(text)
    assert not findings
    assert seen(xml) == "甲\n乙"
    assert xml.count("<w:p>") == 2


def test_a_table_of_a_head_alone_stays_where_it_is_written_so() -> None:
    assert words("| 甲 | 乙 |\n|--|--|") == "甲\n乙"


def test_figures_stand_right_where_nothing_else_is_said() -> None:
    rows = "| 名 | 数 | 率 |\n|--|--|:--|\n| {{ 名 }} | {{ 1|数 }} | {{ 1|数 }} |\n| 小计 | **-1,200.5** | 3 |"
    xml, findings = chapter(rows)
    assert not findings
    aligned = re.findall(r'<w:jc w:val="(\w+)"/></w:pPr><w:r>.*?<w:t[^>]*>([^<]*)', xml)
    assert aligned == [("right", "1"), ("left", "1"), ("right", "-1,200.5"), ("left", "3")]


def test_a_row_that_begins_in_bold_is_bold() -> None:
    xml, _ = chapter("| 名 | 数 |\n|--|--|\n| 甲 | 1 |\n| **合计** | {{ 2|数 }} |\n| **其**中 | 3 |")
    assert re.findall(r"<w:b/><w:bCs/></w:rPr><w:t[^>]*>([^<]*)", xml) == ["合计", "2", "其"]


def test_a_new_page_begins() -> None:
    xml, findings = chapter("甲\n{% newpage %}\n乙")
    assert not findings
    assert seen(xml) == "甲\n\n乙"
    assert "<w:pageBreakBefore/>" in xml


def test_years_and_amounts_in_headings_are_no_numbers() -> None:
    assert words("## 2022年概况\n## 1.5万元以上") == "（一）2022年概况\n（二）1.5万元以上"


def test_all_mistakes_of_a_chapter_are_reported_together() -> None:
    assert located("# 一、甲\n\n{{ 无名 }}\n\n> 乙\n\n{{ 另一 }}") == [
        "F207 章.md:1:3",
        "F209 章.md:5:1",
        "C104 章.md:3:4",
        "C104 章.md:7:4",
    ]


def test_a_placeholder_typed_by_hand_is_no_tag() -> None:
    assert words("甲\U000f0000{{ 1|数 }}") == "甲\ufffd1"
