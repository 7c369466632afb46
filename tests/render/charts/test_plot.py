"""Our charts beside those of python-pptx: the same elements in the same order, the same numbers in the same cells."""

from __future__ import annotations

from decimal import Decimal
from xml.etree.ElementTree import Element, canonicalize, fromstring, tostring

import pytest

from jixiao.render.charts.data import Data, Plotted, Point
from jixiao.render.charts.look import BARS, COLUMNS, KINDS, PIE
from jixiao.render.charts.nodes import ChartLook
from jixiao.render.charts.plot import axis_code, chart_xml, description
from tests.render.charted import C

LOOK = ChartLook(5_616_000, "Times New Roman", "仿宋_GB2312", 21)
NAMES = ("平台<一期>", "机房", "网络")
TYPES = {COLUMNS: "COLUMN_CLUSTERED", BARS: "BAR_CLUSTERED", PIE: "PIE"}
NOT_OURS = ("txPr", "dLbls")


def series(name: str, *numbers: str | None, code: str = "0.00", unit: str = "万元") -> Plotted:
    return Plotted(
        name, tuple(Point(Decimal(each), code, unit, len(each)) if each else Point(None) for each in numbers)
    )


def data(kind: str) -> Data:
    given = (series("预算", "800.00", None, "1320.46"), series("支出", "700.50", "12.00", "-3.00"))
    return Data(NAMES, given[:1] if kind == PIE else given)


def made(shown: Data, kind: str) -> Element:
    return fromstring(chart_xml(shown, kind, LOOK).encode())


def theirs(shown: Data, kind: str) -> Element:
    pytest.importorskip("pptx")
    from pptx.chart.data import CategoryChartData
    from pptx.chart.xmlwriter import ChartXmlWriter
    from pptx.enum.chart import XL_CHART_TYPE

    given = CategoryChartData(number_format="0.00")
    given.categories = list(shown.categories)
    for each in shown.series:
        given.add_series(each.name, [float(point.value) if point.value is not None else None for point in each.points])
    return fromstring(ChartXmlWriter(XL_CHART_TYPE[TYPES[kind]], given).xml.encode())


def paths(element: Element, above: str = "") -> list[str]:
    """The names of all elements with those above them, in order."""
    here = f"{above}/{element.tag.rpartition('}')[2]}"
    return [
        here,
        *(path for child in element if child.tag.rpartition("}")[2] not in NOT_OURS for path in paths(child, here)),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_what_python_pptx_writes_is_there_in_the_same_order(kind: str) -> None:
    ours, rest = paths(made(data(kind), kind)), paths(theirs(data(kind), kind))
    at = 0
    for path in rest:
        assert path in ours[at:], path
        at = ours.index(path, at) + 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", ["tx", "cat"])
def test_names_are_cached_under_the_cells_where_python_pptx_has_them(kind: str, part: str) -> None:
    ours, rest = (each.iter(f"{C}{part}") for each in (made(data(kind), kind), theirs(data(kind), kind)))
    assert [_plain(each) for each in ours if each.find(f"{C}strRef") is not None] == [_plain(each) for each in rest]


def _plain(element: Element) -> str:
    return canonicalize(tostring(element, encoding="unicode").replace("standalone", ""), strip_text=True)


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_are_cached_like_those_of_python_pptx_digit_for_digit_as_printed(kind: str) -> None:
    ours, rest = (list(each.iter(f"{C}val")) for each in (made(data(kind), kind), theirs(data(kind), kind)))
    for one, other in zip(ours, rest, strict=True):
        values = [
            [(each.get("idx"), Decimal(each[0].text or "")) for each in val.iter(f"{C}pt")] for val in (one, other)
        ]
        assert values[0] == values[1]
        assert [each.findtext(f".//{C}{name}") for each in (one, other) for name in ("f", "formatCode")] == [
            *[one.findtext(f".//{C}f"), "0.00"] * 2
        ]
    assert "1320.46" in chart_xml(data(kind), kind, LOOK)


def test_the_workbook_of_python_pptx_has_the_same_table() -> None:
    pytest.importorskip("pptx")
    import io

    from pptx.chart.data import CategoryChartData
    from pptx.chart.xlsx import CategoryWorkbookWriter
    from python_calamine import CalamineWorkbook

    from jixiao.render.charts.workbook import workbook

    shown = data(COLUMNS)
    given = CategoryChartData(number_format="0.00")
    given.categories = list(shown.categories)
    for each in shown.series:
        given.add_series(each.name, [float(point.value) if point.value is not None else None for point in each.points])
    tables = [
        CalamineWorkbook.from_filelike(io.BytesIO(each)).get_sheet_by_index(0).to_python(skip_empty_area=False)
        for each in (workbook(shown), CategoryWorkbookWriter(given).xlsx_blob)
    ]
    assert tables[0] == tables[1]


def attributes(root: Element, name: str, attribute: str = "val") -> list[str]:
    return [each.get(attribute, "") for each in root.iter(f"{C}{name}")]


def test_axes_tell_the_unit_and_begin_at_zero() -> None:
    root = made(Data(NAMES, (series("支出", "1.5", "2.0", "3.0", code="0.0"),)), COLUMNS)
    assert [each.text for each in root.iter() if each.tag.endswith("}t")] == ["单位：万元"]
    assert attributes(root, "min") == ["0"]
    assert attributes(root, "max") == []
    assert not list(root.iter(f"{C}legend"))


def test_negative_numbers_go_below_zero_and_names_stand_below_them() -> None:
    root = made(Data(NAMES, (series("结余", "1.5", "-2.0", "3.0"),)), COLUMNS)
    assert attributes(root, "min") == []
    assert attributes(root, "tickLblPos") == ["low", "nextTo"]
    assert attributes(root, "invertIfNegative") == ["0"]


@pytest.mark.parametrize(("rate", "most", "code"), [("0.9239", ["1"], "0%"), ("0.05", [], "0.0%"), ("1.2", [], "0%")])
def test_rates_have_an_axis_in_per_cent_up_to_the_whole(rate: str, most: list[str], code: str) -> None:
    root = made(Data(NAMES[:1], (series("执行率", rate, code="0.00%", unit="%"),)), BARS)
    assert (attributes(root, "max"), attributes(root, "numFmt", "formatCode")[-1]) == (most, code)
    assert not list(root.iter(f"{C}title"))


def test_labels_that_print_otherwise_than_most_have_a_format_of_their_own() -> None:
    points = (Point(Decimal(61), "0", "万元", 2), *series("", "1160.46", "0.50").points)
    root = made(Data(NAMES, (Plotted("支出", points),)), BARS)
    assert attributes(next(root.iter(f"{C}dLbls")), "numFmt", "formatCode") == ["0", "0.00"]
    assert [each.get("formatCode") for each in next(root.iter(f"{C}val")).iter(f"{C}pt")] == ["0", None, None]


def test_the_labels_of_a_pie_tell_name_number_and_unit() -> None:
    root = made(data(PIE), PIE)
    labels = next(root.iter(f"{C}dLbls"))
    assert attributes(labels, "numFmt", "formatCode") == ['0.00"万元"']
    assert (attributes(labels, "showCatName"), attributes(labels, "showPercent")) == (["1"], ["0"])
    assert len(attributes(root, "dPt")) == len(NAMES)


def test_labels_that_would_touch_stand_upright_and_have_room() -> None:
    given = series("甲", "1320.46", "-8.00", "9.00")
    wide, narrow = (made(Data(NAMES, (given,) * count), COLUMNS) for count in (1, 4))
    turned = [labels.find(".//*[@rot]") is not None for root in (wide, narrow) for labels in root.iter(f"{C}dLbls")]
    assert turned == [False, *[True] * 4]
    assert (attributes(narrow, "max"), attributes(narrow, "min")) == (["2000"], ["-400"])


def test_an_axis_parts_thousands_as_the_numbers_do() -> None:
    assert [
        axis_code([series("甲", number, code=code)]) for number, code in (("1320", "#,##0"), ("8", "#,##0"), ("1", "0"))
    ] == [
        "#,##0",
        "General",
        "General",
    ]


def test_what_a_screen_reader_says_holds_no_number() -> None:
    shown = Data(tuple(f"项目{number}" for number in range(13)), (series("支出", *["1.00"] * 13),))
    assert description(data(COLUMNS), COLUMNS) == "柱形图：预算、支出（单位：万元），按平台<一期>、机房、网络"
    assert description(shown, "").endswith("、项目11等")
