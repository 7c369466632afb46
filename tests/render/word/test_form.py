from __future__ import annotations

import re
from decimal import Decimal

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from jixiao.expr.figure import Figure
from jixiao.render.word.form import Setting, compile_form
from jixiao.render.word.reading import Surroundings
from tests.render.drawn import NAMESPACE, Rows, form, oracle, ours, run, saved, written


def figure(number: int) -> Figure:
    return Figure(Decimal(number))


LEVELS = [{"名称": "省", "计划": "10"}, {"名称": "州", "计划": "20"}]
BOLD = "<w:rPr><w:b/></w:rPr>"


@pytest.mark.parametrize(
    ("blocks", "values"),
    [
        (["单位：{{ 名称 }}。"], {"名称": "甲 & 乙 <丙>"}),
        (["{% if 多 %}有{% else %}无{% endif %}"], {"多": True}),
        (["{% if 多 %}有{% elif 少 %}少{% else %}无{% endif %}"], {"多": False, "少": True}),
        (["共{% for 项 in 列 %}{{ 项.名称 }}{% if not loop.last %}、{% endif %}{% endfor %}级"], {"列": LEVELS}),
        (["{%p if 多 %}", "可选的一段", "{%p endif %}", "末段"], {"多": False}),
        (["{%p for 项 in 列 %}", "{{ loop.index }}. {{ 项.名称 }}", "{%p endfor %}"], {"列": LEVELS}),
        (["{%p set 名 = 列 %}", "{% for 项 in 名 %}{{ 项.计划 }} {% endfor %}"], {"列": LEVELS}),
        (["前{# 只给编辑看 #}后"], {}),
        (["一{% if 多 %}二", "三{% endif %}四"], {"多": True}),
        (["一{% if 多 %}二", "三{% endif %}四"], {"多": False}),
        (["{% if 3 < 2 %}小{% endif %}"], {}),
        (["甲\t乙{{ 名称 }}\n丙"], {"名称": "丁"}),
        (["甲 {{- 名称 -}} 乙"], {"名称": "丁"}),
        (["住在", "{%- if 多 -%}", "城里", "{%- else -%}", "乡下", "{%- endif -%}", "。"], {"多": False}),
        (["{%p for 项 in 列 if 项.计划 == '20' %}", "{{ loop.index }}{{ 项.名称 }}", "{%p endfor %}"], {"列": LEVELS}),
        (["{%p for 项 in 列 if 项.计划 == 'if' %}", "甲", "{%p else %}", "没有", "{%p endfor %}"], {"列": LEVELS}),
        (["写作 {_{ 名称 }_} 和 {_% if %_}"], {}),
        (
            ["{{ 名称|upper }}{{ 列|map(attribute='名称')|join('、') }}{{ 没有|default('—') }}"],
            {"名称": "a", "列": LEVELS},
        ),
    ],
)
def test_prints_what_docxtpl_prints(blocks: list[str], values: dict[str, object]) -> None:
    rendered = ours(form(*blocks), values)
    assert rendered.findings == []
    assert rendered.seen == oracle(form(*blocks), values)


@pytest.mark.parametrize(
    "rows",
    [
        [["级次", "计划"], ["{%tr for 项 in 列 %}", ""], ["{{ 项.名称 }}", "{{ 项.计划 }}"], ["{%tr endfor %}", ""]],
        [["{%tr if not 列 %}", ""], ["甲", "乙"], ["{%tr else %}", ""], ["丙", "丁"], ["{%tr endif %}", ""]],
        [["{%tr for 项 in 列 %}", ""], ["{% vm %}级次", "{{ 项.名称 }}"], ["{%tr endfor %}", ""]],
        [["甲", "{%tc for 项 in 列 %}", "{{ 项.名称 }}", "{%tc endfor %}"]],
        [["{% cellbg 色 %}甲", "{% colspan 数 %}乙"]],
        [["甲", "{%tc for 项 in 列 %}", "{% hm %}乙", "{%tc endfor %}"]],
        [["甲", "{% for 项 in 列 %}", "{{ 项.名称 }}{% endfor %}"]],
        [["一", "{%tc for 项 in 列 %}", "{{ 项.名称 }}", "{%tc endfor %}"], ["二", "丙", "丁", "戊"]],
    ],
)
def test_tables_are_those_of_docxtpl(rows: Rows) -> None:
    values: dict[str, object] = {"列": LEVELS, "色": "FFEE00"}
    rendered = ours(form(rows), values | {"数": figure(2)})
    assert rendered.findings == []
    assert rendered.seen == oracle(form(rows), values | {"数": 2})


def test_a_tag_is_found_however_word_split_it() -> None:
    pieces = [
        run("{", BOLD),
        '<w:proofErr w:type="spellStart"/>',
        run("{ 列|where(名称=“", BOLD),
        '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>',
        run("州”)|len", BOLD).replace("<w:r>", '<w:r w:rsidR="00AA">'),
        run("gth }", "<w:rPr><w:i/></w:rPr>"),
        run("}"),
        run("后"),
    ]
    nodes, findings = compile_form(written(f"<w:p>{''.join(pieces)}</w:p>"), "表.docx", Setting(Surroundings({})))
    assert [(finding.code, dict(finding.fields)["formula"]) for finding in findings] in (
        [],
        [("C105", '列|where(名称="州")|length')],
    )
    assert any('列|where(名称="州")|length' in repr(node) for node in nodes)


def test_a_value_has_the_format_of_the_run_in_which_its_tag_begins() -> None:
    rendered = ours(written(f"<w:p>{run('前')}{run('{{ 名', BOLD)}{run('称 }}后')}</w:p>"), {"名称": "甲"})
    assert rendered.seen == ["前*甲*后"]


def test_words_of_a_condition_keep_their_own_format() -> None:
    data = written(f"<w:p>{run('甲{% if 多 %}')}{run('乙', BOLD)}{run('{% endif %}丙')}</w:p>")
    assert ours(data, {"多": True}).seen == ["甲*乙*丙"]
    assert ours(data, {"多": False}).seen == ["甲丙"]


def test_a_run_has_nothing_to_lose_beside_its_tag() -> None:
    rendered = ours(form("{{r 名称 }}和{%r if 多 %}有{%r endif %}"), {"名称": "甲", "多": True})
    assert rendered.seen == ["甲和有"]


def test_a_narrative_gives_a_paragraph_for_each_of_its_own() -> None:
    indent = '<w:pPr><w:ind w:firstLine="420"/></w:pPr>'
    rendered = ours(written(f"<w:p>{indent}{run('{{p 文字 }}', BOLD)}</w:p>"), {"文字": "一\n\n二"})
    assert rendered.seen == ["*一*", "*二*"]
    assert rendered.xml.count(indent) == 2


def test_cells_merge_over_equal_values_and_restart_with_the_cell_to_the_left() -> None:
    rows = [
        ["{%tr for 指标 in 列 %}", "", ""],
        ["{% vm 指标.一级 %}{{ 指标.一级 }}", "{% vm 指标.二级 %}{{ 指标.二级 }}", "{{ 指标.三级 }}"],
        ["{%tr endfor %}", "", ""],
    ]
    indicators = [
        {"一级": group, "二级": kind, "三级": name} for group, kind, name in ("产数a", "产数b", "产质c", "效质d")
    ]
    (table,) = ours(form(rows), {"列": indicators}).seen
    assert isinstance(table, list)
    assert [[(cell[0], cell[3][0]) for cell in row[:2]] for row in table] == [
        [("restart", "产"), ("restart", "数")],
        [("continue", ""), ("continue", "")],
        [("continue", ""), ("restart", "质")],
        [("restart", "效"), ("restart", "质")],
    ]


def test_a_merged_cell_may_span_columns_and_have_a_colour() -> None:
    row = ["{% vm 项.名称 %}{% colspan 数 %}{% cellbg 色 %}{{ 项.名称 }}", "{{ 项.计划 }}"]
    rows = [["{%tr for 项 in 列 %}", ""], row, ["{%tr endfor %}", ""]]
    levels = [{"名称": name, "计划": plan} for name, plan in ("省1", "省2", "州3")]
    (table,) = ours(form(rows), {"列": levels, "数": figure(2), "色": "FFEE00"}).seen
    assert isinstance(table, list)
    assert [[*cell[:3], *cell[3]] for cell, _ in table] == [
        ["restart", "2", "FFEE00", "省"],
        ["continue", "2", "FFEE00", ""],
        ["restart", "2", "FFEE00", "州"],
    ]


def test_a_cell_drawn_over_columns_merges_with_those_below() -> None:
    cell = (
        '<w:tc><w:tcPr><w:tcW w:w="900"/><w:gridSpan w:val="2"/><w:vMerge/><w:vAlign w:val="center"/></w:tcPr>{}</w:tc>'
    )
    tag = "<w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr>"
    row = f"<w:tr>{cell.format('<w:p>' + run('{% vm 项.名称 %}{{ 项.名称 }}') + '</w:p>')}</w:tr>"
    rows = tag.format(run("{%tr for 项 in 列 %}")) + row + tag.format(run("{%tr endfor %}"))
    xml = ours(written(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl><w:p/>"), {"列": [LEVELS[0], LEVELS[0]]}).xml
    merges = re.findall(r'<w:gridSpan w:val="2"/>(<w:vMerge[^>]*/>)<w:vAlign w:val="center"/></w:tcPr>', xml)
    assert merges == ['<w:vMerge w:val="restart"/>', "<w:vMerge/>"]


@pytest.mark.parametrize("count", [0, 2])
def test_a_cell_never_stays_without_a_paragraph(count: int) -> None:
    rows = [["{%p for 项 in 列 %}\n{{ 项.名称 }}\n{%p endfor %}"]]
    rendered = ours(form(rows), {"列": LEVELS[:count]})
    assert rendered.seen == [[[("", "", "", [level["名称"] for level in LEVELS[:count]] or [""])]]]


def test_cell_properties_stand_in_the_order_of_the_schema() -> None:
    cell = '<w:tc><w:tcPr><w:tcW w:w="900"/><w:vAlign w:val="center"/></w:tcPr><w:p>{}</w:p></w:tc>'
    tags = "{% cellbg 色 %}{% colspan 数 %}甲"
    row = f"<w:tr>{cell.format(run(tags))}</w:tr>"
    grid = '<w:tblGrid><w:gridCol w:w="450"/><w:gridCol w:w="450"/></w:tblGrid>'
    rendered = ours(written(f"<w:tbl><w:tblPr/>{grid}{row}</w:tbl><w:p/>"), {"色": "FFEE00", "数": figure(2)})
    assert '<w:tcW w:w="900"/><w:gridSpan w:val="2"/><w:shd ' in rendered.xml
    assert 'w:fill="FFEE00"/><w:vAlign w:val="center"/></w:tcPr>' in rendered.xml
    assert grid in rendered.xml


def test_styles_are_those_of_the_report() -> None:
    data = form("甲")
    assert ours(data).xml == f"<w:p>{run('甲')}</w:p>"
    styled = written('<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:p>')
    assert ours(styled, styles={"Title": "题名"}).xml == '<w:p><w:pPr><w:pStyle w:val="题名"/></w:pPr></w:p>'


@pytest.mark.parametrize(
    ("style", "based", "codes"),
    [
        ("Table Grid", "", []),
        ("自己的", "Table Grid", []),
        ("Light Grid", "", ["F303"]),  # bands and colours of its own, which a report has not
    ],
)
def test_a_table_drawn_in_word_keeps_its_lines(style: str, based: str, codes: list[str]) -> None:
    drawing = Document()
    if based:
        drawing.styles.add_style(style, WD_STYLE_TYPE.TABLE).base_style = drawing.styles[based]
    drawing.add_table(1, 1, style=style)
    rendered = ours(saved(drawing))
    assert [finding.code for finding in rendered.findings] == codes
    properties = re.findall(r"<w:tblPr>.*?</w:tblPr>", rendered.xml)
    assert re.fullmatch(
        r'<w:tblPr><w:tblW [^>]*/><w:tblBorders>(<w:(top|left|bottom|right|insideH|insideV) w:val="single"[^>]*/>){6}'
        r"</w:tblBorders><w:tblLook [^>]*/></w:tblPr>",
        *properties,
    )


def test_a_table_with_lines_of_its_own_keeps_those() -> None:
    own = '<w:tblBorders><w:top w:val="double"/></w:tblBorders>'
    row = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{own}</w:tblPr><w:tblGrid/>{row}</w:tbl><w:p/>'
    assert f"<w:tblPr>{own}</w:tblPr>" in ours(written(table)).xml


def test_traces_of_editing_are_dropped() -> None:
    xml = (
        '<w:p w:rsidR="00AA"><w:pPr><w:rPr><w:lang w:val="zh-CN"/><w:rFonts w:asciiTheme="minorEastAsia" w:ascii="甲"/>'
        "</w:rPr></w:pPr><w:r><w:rPr><w:noProof/></w:rPr><w:lastRenderedPageBreak/><w:t> 乙 </w:t></w:r></w:p>"
        '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>'
    )
    expected = f'<w:p><w:pPr><w:rPr><w:rFonts w:ascii="甲"/></w:rPr></w:pPr>{run("乙")}</w:p>'
    assert ours(written(xml)).xml == expected
    assert NAMESPACE not in expected
