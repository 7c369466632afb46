import re
from collections.abc import Mapping
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.expression import Expression
from jixiao.expr.figure import Figure
from jixiao.expr.functions import Items
from jixiao.expr.scope import Fixed, Scope
from jixiao.kernel.finding import Finding, Strength
from jixiao.kernel.place import DocumentPlace
from jixiao.kernel.unit import PLAIN, Unit
from jixiao.ledger.view import Display, Printed
from jixiao.render.escape import legal
from jixiao.render.run.engine import link
from jixiao.render.run.state import State
from jixiao.render.template import (
    Branch,
    For,
    HeadingNumber,
    If,
    MergedCell,
    Node,
    Paragraphs,
    Raw,
    Set,
    Shade,
    Slot,
    Span,
    TableBody,
)
from tests.templates import run_nodes, say, view_of

HERE = DocumentPlace("表.docx", table=1, row=2, cell=3)
DOUBTFUL = Finding("T999", Strength.MUST, fields=(("name", "数据共享单位"),))


def slot(expression: str, properties: str = "") -> Slot:
    return Slot(expression, "表单", properties, HERE)


def run(*nodes: Node, **names: object) -> str:
    xml, findings = run_nodes(nodes, Fixed(names))
    assert not findings, findings
    return xml


def codes(*nodes: Node, **names: object) -> list[str]:
    return [f"{finding.code} {finding.place}" for finding in run_nodes(nodes, Fixed(names))[1]]


class Row:
    """A record of a list."""

    kind = label = "行"

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = values

    def get(self, name: str) -> object:
        return self.values[name]

    def names(self) -> list[str]:
        return list(self.values)


def rows(*pairs: str) -> Items:
    """Rows of a list from words such as 甲一: group 甲, class 一."""
    return Items([Row({"组": pair[0], "类": pair[1]}) for pair in pairs])


@pytest.mark.parametrize(
    ("value", "xml"),
    [
        ("A & B <c>", "A &amp; B &lt;c&gt;"),
        ("甲\n乙", '甲</w:t><w:br/><w:t xml:space="preserve">乙'),
        ("甲\r\n乙\t丙", '甲</w:t><w:br/><w:t xml:space="preserve">乙</w:t><w:tab/><w:t xml:space="preserve">丙'),
        ("\"甲\" '乙' {{ 丙 }}", "\"甲\" '乙' {{ 丙 }}"),
    ],
)
def test_values_are_escaped(value: str, xml: str) -> None:
    assert run(slot("值"), 值=value) == xml


def test_characters_that_xml_cannot_hold_are_dropped_and_reported() -> None:
    xml, findings = run_nodes((slot("值"),), Fixed({"值": "甲\x00\x0b\ufffe乙"}))
    assert xml == "甲乙"
    assert findings[0].code == "R104"
    assert dict(findings[0].fields)["characters"] == "U+0000 U+000B U+FFFE"
    say(findings[0])


@given(st.text())
def test_any_value_gives_well_formed_xml(value: str) -> None:
    xml, _ = run_nodes((slot("值"),), Fixed({"值": value}))
    root = fromstring(f'<r xmlns:w="w"><w:t>{xml}</w:t></r>')
    read = "".join({"{w}br": "\n", "{w}tab": "\t"}.get(each.tag, each.text or "") for each in root)
    assert read == legal(value)[0].replace("\r\n", "\n").replace("\r", "\n")


def test_a_loop_knows_its_round() -> None:
    body = (slot("loop.index"), slot("loop.length"), If((Branch("loop.last", (Raw("。"),), HERE),), (Raw("、"),)))
    loop = For(("个",), "数", body, (), HERE)
    assert run(loop, 数=Items(["一", "二"])) == "12、22。"


def test_an_inner_loop_hides_the_outer_one_for_its_length_only() -> None:
    inner = For(("乙",), "内", (slot("loop.index"),), (), HERE)
    outer = For(("甲",), "外", (inner, slot("loop.index0"), Raw("；")), (), HERE)
    assert run(outer, 内=Items(["一", "二"]), 外=Items(["一", "二"])) == "120；121；"


def test_pairs_are_unpacked() -> None:
    loop = For(("甲", "乙"), "数", (slot("乙"), slot("甲")), (), HERE)
    assert run(loop, 数=Items([("一", "二")])) == "二一"


def test_a_name_holds_to_the_end_of_its_block() -> None:
    loop = For(("个",), "数", (Set("名", "个", HERE), slot("名")), (), HERE)
    assert run(Set("名", "初", HERE), slot("名"), loop, slot("名"), 初="甲", 数=Items(["乙"])) == "甲乙甲"


def test_heading_numbers_restart_below_a_higher_level() -> None:
    levels = (1, 2, 3, 4, 4, 2, 3, 1, 2)
    nodes = [node for level in levels for node in (HeadingNumber(level), Raw(" "))]
    assert run(*nodes) == "一、 （一） 1. （1） （2） （二） 1. 二、 （一） "


def merged(column: int, expression: str) -> MergedCell:
    return MergedCell(1, column, expression, (), (), (slot(expression or "行.类"),), "", HERE)


def picture(xml: str) -> list[str]:
    """Each row's cells: the value where a cell starts, | where it continues the one above."""
    start = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    plain = xml.replace(start, "").replace("<w:tc><w:tcPr><w:vMerge/></w:tcPr>", "|").replace("</w:tc>", "")
    return [row for row in plain.replace("</w:tr>", "").split("<w:tr>") if row]


def table_of(*cells: Node, name: str = "表") -> For:
    return For(("行",), name, (Raw("<w:tr>"), *cells, Raw("</w:tr>")), (), HERE)


def test_cells_merge_over_rows_of_equal_value() -> None:
    assert picture(run(table_of(merged(1, "行.组")), 表=rows("甲一", "甲一", "乙一", "甲一"))) == [
        "甲",
        "|",
        "乙",
        "甲",
    ]


def test_a_cell_restarts_where_one_to_its_left_does() -> None:
    table = table_of(merged(1, "行.组"), merged(2, "行.类"))
    assert picture(run(table, 表=rows("甲一", "甲一", "甲二", "乙二", "乙二"))) == ["甲一", "||", "|二", "乙二", "||"]


def test_a_cell_of_another_width_continues_nothing() -> None:
    wide = merged(1, "行.组")._replace(before=(Span("行.宽", HERE),))
    items = Items(
        [Row({"组": "甲", "类": kind, "宽": Figure(Decimal(width))}) for kind, width in ("一1", "二2", "三2")]
    )
    xml = run(table_of(wide), 表=items)
    cells = re.findall(r'gridSpan w:val="(\d)"/><w:vMerge( w:val="restart")?/>', xml)
    assert [(int(width), bool(begins)) for width, begins in cells] == [(1, True), (2, True), (2, False)]


def test_without_an_expression_a_cell_merges_over_its_loop() -> None:
    assert picture(run(table_of(merged(1, "")), 表=rows("甲一", "乙二", "丙三"))) == ["一", "|", "|"]


def test_merging_begins_anew_in_each_table() -> None:
    body = TableBody("<w:tbl>", (table_of(merged(1, "行.组")),), "</w:tbl>")
    twice = For(("次",), "次数", (body,), (), HERE)
    xml = run(twice, 表=rows("甲一", "甲一"), 次数=Items(["一", "二"]))
    assert xml.count('w:val="restart"') == 2


def test_a_row_between_ends_the_merging() -> None:
    sub = (Raw("<w:tr>"), Raw("小计"), Raw("</w:tr>"))
    nodes = (table_of(merged(1, "行.组")), *sub, table_of(merged(1, "行.组")))
    assert picture(run(*nodes, 表=rows("甲一", "甲一"))) == ["甲", "|", "小计", "甲", "|"]


def test_a_table_inside_a_merged_cell_does_not_end_it() -> None:
    inner = TableBody("<w:tbl>", (Raw("<w:tr>内</w:tr>"),), "</w:tbl>")
    cell = merged(1, "行.组")._replace(body=(inner,))
    assert run(table_of(cell), 表=rows("甲一", "甲一")).count("<w:vMerge/>") == 1


def test_a_table_without_rows_is_dropped() -> None:
    table = TableBody("<w:tbl>", (For(("行",), "表", (Raw("<w:tr></w:tr>"),), (), HERE),), "</w:tbl>")
    assert run(Raw("前"), table, Raw("后"), 表=Items([])) == "前后"
    assert run(Raw("前"), table, Raw("后"), 表=rows("甲一")) == "前<w:tbl><w:tr></w:tr></w:tbl>后"


def test_spans_and_colours() -> None:
    assert run(Span("2 + 1", HERE)) == '<w:gridSpan w:val="3"/>'
    assert run(Shade("色", HERE), 色="#D9d9D9") == '<w:shd w:val="clear" w:color="auto" w:fill="D9d9D9"/>'
    assert run(Shade("色", HERE), 色="") == ""


@pytest.mark.parametrize(
    ("node", "found"),
    [
        (slot("无名"), "C104"),
        (slot("甲 +"), "C101"),
        (slot("甲 + 1"), "C107"),
        (Paragraphs("无名", "正文", "", "", HERE), "C104"),
        (For(("个",), "无名", (), (), HERE), "C104"),
        (For(("个",), "甲", (), (), HERE), "R101"),
        (If((Branch("无名", (), HERE),), ()), "C104"),
        (Set("乙", "无名", HERE), "C104"),
        (MergedCell(1, 1, "无名", (), (), (), "", HERE), "C104"),
        (Span("无名", HERE), "C104"),
        (Span("0", HERE), "R102"),
        (Span("甲", HERE), "R102"),
        (Span("64", HERE), "R102"),
        (Shade("甲", HERE), "R103"),
    ],
)
def test_each_failure_names_the_cell_it_stands_in(node: Node, found: str) -> None:
    assert codes(node, 甲="乙") == [f"{found} 表.docx 表1 行2 格3"]
    for finding in run_nodes((node,), Fixed({"甲": "乙"}))[1]:
        if finding.code.startswith("R"):
            say(finding)


def test_rendering_goes_on_after_a_failure_and_a_repeated_one_counts_once() -> None:
    loop = For(("个",), "数", (slot("无名"), slot("个")), (), HERE)
    xml, findings = run_nodes((loop, slot("另一")), Fixed({"数": Items(["一", "二"])}))
    assert xml == "一二"
    assert [dict(finding.fields)["name"] for finding in findings] == ["无名", "另一"]


class Doubting:
    """A view that doubts every value; the paragraphs of a narrative are given as a list."""

    scope = Fixed({"值": "8", "缺": "", "文": ["甲", "乙"]})

    def decide(self, *_: object) -> bool:
        return True

    def value(self, expression: Expression, scope: Scope, *_: object) -> object:
        return expression.evaluate(scope)

    def text(self, value: object, _: Display) -> str:
        return str(value)

    def printed(self, value: object, _: Display) -> Printed:
        return Printed(str(value), (DOUBTFUL,))

    def money_unit(self, _: Display) -> Unit:
        return PLAIN

    def tail_note(self, _: object) -> str:
        return ""

    def lines(self, value: object, _: Display) -> list[str]:
        return list(map(str, value)) if isinstance(value, list) else []

    def paragraphs(self, value: object, _: Display) -> list[list[Printed]]:
        return [[Printed(each, (DOUBTFUL,))] for each in value] if isinstance(value, list) else []


def doubted(*nodes: Node, is_draft: bool) -> str:
    view = Doubting()
    state = State(view, is_draft=is_draft)
    link(nodes)(state, view.scope)
    return "".join(state.out)


BOLD = "<w:rPr><w:b/><w:u/></w:rPr>"
NOTE = '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">【T999】</w:t></w:r>'


def test_a_draft_marks_a_doubtful_value_and_names_the_finding() -> None:
    marked = '<w:r><w:rPr><w:b/><w:highlight w:val="yellow"/><w:u/></w:rPr><w:t xml:space="preserve">8</w:t></w:r>'
    around = f'</w:t></w:r>{marked}{NOTE}<w:r>{BOLD}<w:t xml:space="preserve">'
    assert doubted(slot("值", BOLD), is_draft=True) == around
    assert doubted(slot("值", BOLD), is_draft=False) == "8"


def test_a_draft_names_what_is_to_be_filled_in() -> None:
    assert "【待填：数据共享单位】" in doubted(slot("缺"), is_draft=True)
    assert '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' in doubted(slot("缺"), is_draft=True)


def test_a_narrative_gives_a_paragraph_for_each_of_its_own() -> None:
    nodes = Paragraphs("文", "正文", "<w:pPr/>", "", HERE)
    paragraph = '<w:p><w:pPr/><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
    assert doubted(nodes, is_draft=False) == paragraph.format("甲") + paragraph.format("乙")
    assert doubted(nodes, is_draft=True).count(NOTE) == 2


def test_a_narrative_without_paragraphs_leaves_one_in_its_cell() -> None:
    assert doubted(Paragraphs("值", "正文", "", "", HERE), is_draft=False).count("<w:p>") == 1


def test_figures_of_a_report_print_by_the_rules_of_the_place() -> None:
    view = view_of("事实: {单位: 48个}\n子项目: [{名称: 甲, 预算安排: 17.60, 实际到位: 17.6, 实际支出: 5}]")
    state = State(view)
    link((For(("项",), "子项目", (Slot("项.预算安排", "正文", "", HERE), slot("项.预算安排")), (), HERE),))(
        state, view.scope
    )
    assert "".join(state.out) == "17.6万元17.6"
