from __future__ import annotations

import pytest

from jixiao.kernel.finding import Finding
from jixiao.kernel.place import SourcePlace
from jixiao.render.charts.drawn import Drawn
from jixiao.render.charts.nodes import Chart, ChartLook
from jixiao.render.charts.tag import chart_of, drawn_chart_of
from jixiao.render.tags import Tag

LOOK = ChartLook(1, "", "", 21)


def read(argument: str) -> tuple[Chart | None, list[tuple[str, int]]]:
    findings: list[Finding] = []
    source = f"{{% chart {argument} %}}"
    tag = Tag("block", "chart", argument, source, SourcePlace("章.md", 1, 10, source))
    found = chart_of(tag, "表格", LOOK, findings, ("", ""))
    return found, [(each.code, each.place.column) for each in findings if isinstance(each.place, SourcePlace)]


def parts(argument: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Kind, categories and series; the test fails on any finding."""
    found, findings = read(argument)
    assert found is not None
    assert not findings
    return found.kind, found.categories.expression, [(each.name, each.expression) for each in found.series]


def test_a_chart_has_a_kind_categories_and_series() -> None:
    assert parts("柱形图 类别=子项目.名称, 预算=子项目.预算安排, 支出=子项目.实际支出") == (
        "柱形图",
        "子项目.名称",
        [("预算", "子项目.预算安排"), ("支出", "子项目.实际支出")],
    )


def test_names_may_stand_in_quotes_and_expressions_may_hold_commas_and_signs() -> None:
    assert parts('饼图 "占比（%）"=[甲 if 甲 >= 1 else 乙, ["a=b, c"]]，类别＝["甲", "乙"]') == (
        "饼图",
        '["甲", "乙"]',
        [("占比（%）", '[甲 if 甲 >= 1 else 乙, ["a=b, c"]]')],
    )


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("类别=甲, 数=乙", []),
        ("柱形图 类别=甲, 数=乙", []),
        ("饼图 类别=甲, 数=乙", ["F243"]),
        ("类别=甲, 数=乙, 量=丙", ["F244"]),
        ("类别=甲", ["F203"]),
    ],
)
def test_a_chart_that_is_drawn_has_the_kind_and_the_series_that_are_drawn(argument: str, expected: list[str]) -> None:
    findings: list[Finding] = []
    tag = Tag("block", "chart", argument, "", SourcePlace("章.md", 1, 10))
    found = drawn_chart_of(tag, LOOK, Drawn("<c:chartSpace/>", "柱形图", 1), findings)
    assert [each.code for each in findings] == expected
    assert expected or (found is not None and (found.kind, found.look.drawn) == ("柱形图", "<c:chartSpace/>"))


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("", [("F203", 10)]),
        ("柱形图", [("F203", 10)]),
        ("类别=甲, 数=乙", [("F203", 10)]),
        ("柱形图 数=乙", [("F203", 10)]),
        ("柱形图 类别=甲", [("F203", 10)]),
        ("柱形图 类别=甲, 乙", [("F203", 10)]),
        ("柱形图 类别=甲, 类别=乙, 数=丙", [("F203", 10)]),
        ("柱形图 类别=甲, , 数=丙", [("F203", 10)]),
        ("折线图 类别=甲, 数=乙", [("F241", 10)]),
        ("饼图 类别=甲, 一=乙, 二=丙", [("F242", 10)]),
        (f"柱形图 类别=甲, {', '.join(f'数{each}=乙' for each in range(7))}", [("F242", 10)]),
    ],
)
def test_a_tag_that_asks_for_no_chart_is_told(argument: str, expected: list[tuple[str, int]]) -> None:
    assert read(argument) == (None, expected)


def test_an_expression_that_cannot_be_read_is_told_where_it_stands() -> None:
    assert read("柱形图 类别=甲, 数=乙 +")[1] == [("C101", 22)]
