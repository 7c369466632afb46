"""Charts drawn in a Word file: what is kept of their look, and what they show."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from jixiao.formats.format import Format
from jixiao.kernel.finding import Finding
from jixiao.package.reader import read
from tests.render.charted import C, Charted, charts_of, document
from tests.render.plots import FILL, LABELS, SHARES, axes, chart, columns, drawn, lines, pie, series
from tests.templates import format_in

DATA = """
子项目:
- {名称: 数据中心, 预算安排: 800万元, 实际到位: 800万元, 实际支出: 700万元}
- {名称: 政务平台, 预算安排: 1000万元, 实际到位: 900万元, 实际支出: 850.5万元}
"""
TAG = "{% chart 类别=子项目.名称, 支出=子项目.实际支出 %}"
RATE = "{% chart 类别=子项目.名称, 支出=子项目.实际支出, 执行率=子项目.预算执行率 %}"
COLUMNS = columns(series(0, FILL + LABELS)) + axes()
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def form(folder: Path, data: bytes, kind: str = "表单") -> Format:
    return format_in(folder, f"- {{类型: {kind}, 文件: 表.docx}}", {"表.docx": data})


def printed(folder: Path, data: bytes, kind: str = "表单") -> Charted:
    """The chart of a form; the test fails on any finding."""
    content, findings = document(form(folder, data, kind), DATA)
    assert not findings, findings
    (found,) = charts_of(content)
    return found


def told(folder: Path, data: bytes) -> list[Finding]:
    content, findings = document(form(folder, data), DATA)
    assert not charts_of(content)
    return findings


def written(root: Element, name: str, attribute: str = "val") -> list[str]:
    return [each.get(attribute, "") for each in root.iter(f"{C}{name}")]


@pytest.mark.parametrize("kind", ["表单", "正文"])
@pytest.mark.parametrize("texts", [(TAG, ""), ("", TAG)])
def test_the_data_of_a_chart_with_a_tag_are_the_printed_figures(
    tmp_path: Path, kind: str, texts: tuple[str, str]
) -> None:
    found = printed(tmp_path, drawn(chart(COLUMNS), *texts), kind)
    assert found.cached == found.kept == [["", "支出"], ["数据中心", Decimal(700)], ["政务平台", Decimal("850.5")]]


def test_the_tag_may_be_the_title_of_the_chart_which_is_none_then(tmp_path: Path) -> None:
    found = printed(tmp_path, drawn(chart(COLUMNS, title=TAG)))
    assert found.kept[1] == ["数据中心", Decimal(700)]
    assert not list(found.root.iter(f"{C}title"))
    assert written(found.root, "autoTitleDeleted") == ["1"]


def test_the_look_is_kept_in_colours_of_its_own(tmp_path: Path) -> None:
    root = printed(tmp_path, drawn(chart(COLUMNS, title="支出情况"), words=TAG)).root
    colour = next(root.iter(f"{A}srgbClr"))
    fill = next(next(root.iter(f"{C}ser")).iter(f"{A}srgbClr"))
    assert (fill.get("val"), [each.tag for each in fill]) == ("4472C4", [f"{A}lumMod"])
    assert colour is not None
    assert written(root, "gapWidth") == ["219"]
    assert [each.text for each in root.iter(f"{A}t")] == ["支出情况"]


def test_of_the_sample_nothing_is_left(tmp_path: Path) -> None:
    content, _ = document(form(tmp_path, drawn(chart(COLUMNS), words=TAG)), DATA)
    (found,) = charts_of(content)
    names = {each.tag.rpartition("}")[2] for each in found.root.iter()}
    assert not names & {"userShapes", "extLst", "AlternateContent", "style", "max", "majorUnit", "schemeClr"}
    assert "4.3" not in [each.text for each in found.root.iter()]
    assert "+mn-lt" not in "".join(each.get("typeface", "") for each in found.root.iter())
    assert written(found.root, "dispBlanksAs") == ["gap"]
    assert b"a sample" not in b"".join(read(content).values())
    assert not [name for name in read(content) if "theme" in name or "book" in name]


def test_labels_and_axes_write_numbers_as_they_print(tmp_path: Path) -> None:
    found = printed(tmp_path, drawn(chart(COLUMNS), words=TAG))
    assert written(found.root, "numFmt", "formatCode") == ["0.0", "0", "General", "General"]
    shares = printed(tmp_path, drawn(chart(pie(series(0, SHARES))), words=TAG))
    assert written(shares.root, "numFmt", "formatCode") == ["0%"]
    parts = printed(tmp_path, drawn(chart(pie(series(0, LABELS))), words=TAG))
    assert written(parts.root, "numFmt", "formatCode") == ['0.0"万元"', '0"万元"']


def test_each_series_has_the_look_of_its_place_and_each_axis_its_unit(tmp_path: Path) -> None:
    smooth = '<c:smooth val="0"/>'
    plot = columns(series(0, FILL)) + lines(series(1, LABELS, smooth)) + axes(1, 2, title="单位：万元") + axes(3, 4)
    root = printed(tmp_path, drawn(chart(plot), words=RATE)).root
    assert [next(each.iter(f"{C}tx"))[0][1][1][0].text for each in root.iter(f"{C}ser")] == ["支出", "执行率"]
    assert [[child.tag.removeprefix(C) for child in each][-3:] for each in root.iter(f"{C}ser")] == [
        ["spPr", "cat", "val"],
        ["cat", "val", "smooth"],
    ]
    assert written(root, "numFmt", "formatCode") == ["0.00%", "General", "General", "General", "0%"]


def test_series_on_one_axis_have_one_unit(tmp_path: Path) -> None:
    plot = columns(series(0), series(1)) + axes()
    assert [each.code for each in told(tmp_path, drawn(chart(plot), words=RATE))] == ["R122"]


def test_the_words_beside_the_tag_are_for_screen_readers(tmp_path: Path) -> None:
    content, _ = document(form(tmp_path, drawn(chart(COLUMNS), title=TAG, words="各子项目支出")), DATA)
    assert 'descr="各子项目支出"' in read(content)["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ('cx="4000000" cy="2400000"', 'cx="4000000" cy="2400000"'),
        ('cx="9999999999" cy="1"', 'cx="5616575" cy="3369945"'),
    ],
)
def test_a_chart_is_as_large_as_it_is_drawn(tmp_path: Path, size: str, expected: str) -> None:
    content, _ = document(form(tmp_path, drawn(chart(COLUMNS), words=TAG, size=size)), DATA)
    assert expected in read(content)["word/document.xml"].decode()


def test_a_chart_wider_than_the_text_is_made_smaller(tmp_path: Path) -> None:
    content, _ = document(form(tmp_path, drawn(chart(COLUMNS), words=TAG, size='cx="11233150" cy="2000000"')), DATA)
    assert 'cx="5616575" cy="1000000"' in read(content)["word/document.xml"].decode()


def test_a_chart_beside_the_text_stands_in_its_line(tmp_path: Path) -> None:
    content, findings = document(form(tmp_path, drawn(chart(COLUMNS), words=TAG, kind="anchor")), DATA)
    assert [each.code for each in findings] == ["F341"]
    assert len(charts_of(content)) == 1


@pytest.mark.parametrize(
    ("plot", "tag", "expected"),
    [
        (COLUMNS, "", "F321"),
        (COLUMNS, "{{ 年度 }}年支出", "F321"),
        (COLUMNS, RATE, "F244"),
        (COLUMNS, TAG.replace("类别", "饼图 类别"), "F243"),
        (COLUMNS, "{% chart 柱形图 %}", "F203"),
        (columns(series(0)) + axes(title="单位：{{ 单位 }}"), TAG, "F246"),
        ("<c:scatterChart/>", TAG, "F245"),
        ("<c:dateAx/>", TAG, "F245"),
        ("", TAG, "F245"),
        (COLUMNS + "<c:x/>" * 50_000, TAG, "F245"),
    ],
)
def test_what_cannot_be_filled_is_told(tmp_path: Path, plot: str, tag: str, expected: str) -> None:
    assert [each.code for each in told(tmp_path, drawn(chart(plot), words=tag))] == [expected]


def test_a_file_has_no_more_charts_than_a_report_can_show(tmp_path: Path) -> None:
    many = drawn(chart(COLUMNS), words=TAG, times=41)
    content, findings = document(form(tmp_path, many), DATA)
    assert [each.code for each in findings] == ["F245"]
    assert len(charts_of(content)) == 40


def test_a_kind_that_is_the_drawn_one_may_be_named(tmp_path: Path) -> None:
    bars = columns(series(0), direction="bar") + axes()
    for plot, kind in ((COLUMNS, "柱形图"), (bars, "条形图"), (pie(series(0)), "饼图")):
        found = printed(tmp_path, drawn(chart(plot), words=TAG.replace("类别", f"{kind} 类别")))
        assert found.kept[1] == ["数据中心", Decimal(700)]


def test_an_annex_for_each_record_has_a_chart_for_each(tmp_path: Path) -> None:
    tag = "{% chart 类别=[名称], 支出=实际支出 %}"
    outline = "- {类型: 附件, 每个: 子项目, 名称: 图, 文件: 表.docx}"
    form = format_in(tmp_path, outline, {"表.docx": drawn(chart(COLUMNS), words=tag)})
    content, findings = document(form, DATA)
    assert not findings
    assert [each.kept[1] for each in charts_of(content)] == [["数据中心", Decimal(700)], ["政务平台", Decimal("850.5")]]
