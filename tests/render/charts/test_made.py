"""Charts of chapters as whole documents show them."""

from __future__ import annotations

import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.render.charts.nodes import Chart
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from jixiao.render.draft import Draft
from jixiao.render.names import all_nodes
from jixiao.render.sound import is_sound
from tests.render.charted import RULES, C, charts_of, document
from tests.templates import ORIGIN, chapter_in, format_in, pdf_of, seen, view_of

DATA = """
子项目:
- {名称: 数据中心, 预算安排: 800万元, 实际到位: 800万元, 实际支出: 700万元}
- {名称: 政务平台, 预算安排: 1000万元, 实际到位: 900万元, 实际支出: 850.5万元}
- {名称: 前期工作, 预算安排: 0, 实际到位: 0, 实际支出: 0}
"""
COLUMNS = "{% chart 柱形图 类别=子项目.名称, 预算安排=子项目.预算安排, 实际支出=子项目.实际支出 %}"
CAPTION = "图N 各子项目支出情况 {.图题}"


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def printed(folder: Path, chapter: str, data: str = DATA) -> bytes:
    """The document of a chapter; the test fails on any finding."""
    content, findings = document(chapter_in(folder, chapter), data)
    assert not findings, findings
    return content


def codes(folder: Path, chapter: str, data: str = DATA) -> list[str]:
    return [each.code for each in document(chapter_in(folder, chapter), data)[1]]


def test_chart_and_workbook_hold_what_the_report_prints(tmp_path: Path) -> None:
    (chart,) = charts_of(printed(tmp_path, f"{COLUMNS}\n\n{CAPTION}\n"))
    assert chart.cached == [
        ["", "预算安排", "实际支出"],
        ["数据中心", Decimal(800), Decimal(700)],
        ["政务平台", Decimal(1000), Decimal("850.5")],
        ["前期工作", Decimal(0), Decimal(0)],
    ]
    assert chart.kept == chart.cached


def test_captions_count_with_pictures_and_references_find_them(tmp_path: Path) -> None:
    made = printed(tmp_path, f"见[](#各子项目支出情况)。\n\n{COLUMNS}\n\n{CAPTION}\n\n注：不含上年结转。 {{.表注}}\n")
    assert "见图1。\n图1　各子项目支出情况\n注：不含上年结转。" in plain_text(read(made)).replace("\n\n", "\n")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    form = chapter_in(tmp_path, f"{COLUMNS}\n\n{COLUMNS}\n")
    assert document(form, DATA) == document(form, DATA)


def test_each_turn_of_a_loop_has_a_chart_of_its_own(tmp_path: Path) -> None:
    chapter = (
        "{% for 项 in 子项目 %}\n{% chart 条形图 类别=[项.名称], 支出=项.实际支出 %}\n\n"
        "图N {{ 项.名称 }}支出 {.图题}\n{% endfor %}\n"
    )
    charts = charts_of(printed(tmp_path, chapter))
    assert [chart.kept[1] for chart in charts] == [
        ["数据中心", Decimal(700)],
        ["政务平台", Decimal("850.5")],
        ["前期工作", Decimal(0)],
    ]


def test_single_figures_and_conditions_make_a_chart(tmp_path: Path) -> None:
    chapter = (
        '{% set 已支 = 子项目|where("实际支出 > 0") %}\n'
        "{% if 已支 %}\n{% chart 饼图 类别=已支, 支出=已支.实际支出|亿元 %}\n{% endif %}\n\n"
        '{% chart 柱形图 类别=["预算", "支出"], 金额=[sum(子项目.预算安排), sum(子项目.实际支出)] %}\n'
    )
    pie, columns = charts_of(printed(tmp_path, chapter))
    assert pie.kept == [["", "支出"], ["数据中心", Decimal("0.07")], ["政务平台", Decimal("0.09")]]
    assert pie.codes == ['0.00"亿元"']
    assert columns.kept == [["", "金额"], ["预算", Decimal(1800)], ["支出", Decimal("1550.5")]]


@pytest.mark.parametrize("kind", ["柱形图", "饼图"])
def test_what_has_no_data_is_left_out_with_its_caption(tmp_path: Path, kind: str) -> None:
    chapter = f"{{% chart {kind} 类别=子项目, 支出=子项目.实际支出 %}}\n\n{CAPTION}\n\n文字。\n"
    rows = "" if kind == "柱形图" else DATA.replace("700万元}", "0}").replace("850.5万元}", "0}")
    made = printed(tmp_path, chapter, rows)
    assert not charts_of(made)
    assert "情况" not in plain_text(read(made))
    assert not [name for name in read(made) if "chart" in name]


def test_what_cannot_be_computed_is_a_gap_and_a_finding(tmp_path: Path) -> None:
    form = chapter_in(tmp_path, "{% chart 条形图 类别=子项目.名称, 执行率=子项目.预算执行率 %}\n")
    made, findings = document(form, DATA)
    assert [(each.code, dict(each.fields)["names"]) for each in findings] == [("R125", "前期工作的执行率")]
    (chart,) = charts_of(made)
    assert (
        chart.cached
        == chart.kept
        == [
            ["", "执行率"],
            ["数据中心", Decimal("0.8750")],
            ["政务平台", Decimal("0.8505")],
            ["前期工作", None],
        ]
    )


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("饼图 类别=子项目, 结余=子项目.结余", []),
        ("饼图 类别=子项目, 超支=子项目.超支", ["R123"]),
        ("柱形图 类别=子项目, 超支=子项目.超支", []),
        ("柱形图 类别=子项目, 支出=子项目.实际支出, 执行率=子项目.预算执行率", ["R125", "R122"]),
        ("柱形图 类别=子项目, 支出=sum(子项目.实际支出)", ["R121"]),
        ("柱形图 类别=子项目, 支出=子项目.名称", ["C107"]),
        ("柱形图 类别=子项日, 支出=子项目.实际支出", ["C104"]),
        ("柱形图 类别=子项目, 支出=子项目.实际支处", ["C104"]),
    ],
)
def test_what_no_chart_can_show_is_told(tmp_path: Path, tag: str, expected: list[str]) -> None:
    rules = "指标:\n- {名称: 超支, 对象: 子项目, 公式: 实际支出 - 预算安排, 单位: 万元}\n"
    form = chapter_in(tmp_path, f"{{% chart {tag} %}}\n")
    assert [each.code for each in document(form, DATA, rules=RULES.replace("指标:\n", rules))[1]] == expected


@pytest.mark.parametrize(
    ("kind", "rows", "expected"),
    [
        ("柱形图", 12, []),
        ("柱形图", 13, ["R124"]),
        ("条形图", 30, []),
        ("条形图", 31, ["R124"]),
        ("饼图", 11, ["R124"]),
    ],
)
def test_a_chart_shows_no_more_than_can_be_read(tmp_path: Path, kind: str, rows: int, expected: list[str]) -> None:
    data = "子项目:\n" + "".join(f"- {{名称: 项{each}, 预算安排: 1, 实际支出: 1}}\n" for each in range(rows))
    assert codes(tmp_path, f"{{% chart {kind} 类别=子项目, 支出=子项目.实际支出 %}}\n", data) == expected


def test_many_series_leave_room_for_fewer_categories(tmp_path: Path) -> None:
    data = "子项目:\n" + "".join(f"- {{名称: 项{each}, 预算安排: 1, 实际支出: 1}}\n" for each in range(17))
    three = ", ".join(f"数{each}=子项目.实际支出" for each in range(3))
    assert codes(tmp_path, f"{{% chart 条形图 类别=子项目, {three} %}}\n", data) == ["R124"]


def test_a_draft_shows_where_a_refused_chart_would_stand(tmp_path: Path) -> None:
    form = chapter_in(tmp_path, "{% chart 柱形图 类别=子项目, 支出=子项目.名称 %}\n")
    made, _ = document(form, DATA, Draft((), str))
    assert "【待填：柱形图】【C107】" in seen(read(made)["word/document.xml"].decode())


def test_a_section_alone_brings_its_own_charts(tmp_path: Path) -> None:
    other = COLUMNS.replace("柱形图", "条形图")
    outline = "- {类型: 正文, 文件: 甲.md}\n- {类型: 正文, 文件: 乙.md}"
    compiled, _ = compile_format(format_in(tmp_path, outline, {"甲.md": f"{COLUMNS}\n", "乙.md": f"{other}\n"}))
    content, _, _ = render(compiled, view_of(DATA), ORIGIN, None, [1])
    assert [next(chart.root.iter(f"{C}barDir")).get("val") for chart in charts_of(content)] == ["bar"]
    assert [name for name in read(content) if name.startswith("word/charts/chart")] == ["word/charts/chart2.xml"]


def test_that_a_report_with_charts_is_well_formed_is_proven(tmp_path: Path) -> None:
    assert compile_format(chapter_in(tmp_path, f"{COLUMNS}\n\n{CAPTION}\n"))[0].is_sound
    (node,) = (
        each
        for each in all_nodes(compile_format(chapter_in(tmp_path, f"{COLUMNS}\n"))[0].nodes)
        if isinstance(each, Chart)
    )
    assert not is_sound((node._replace(after=""),))


def test_a_tag_within_a_text_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, f"见{COLUMNS}。\n") == ["F213"]


@pytest.mark.needs("soffice")
def test_a_page_shows_names_and_numbers(tmp_path: Path) -> None:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(pdf_of(printed(tmp_path, f"{COLUMNS}\n\n{CAPTION}\n"), tmp_path))
    words = "".join(pdf[0].get_textpage().get_text_bounded().split())
    assert all(each in words for each in ("政务平台", "850.5", "1000", "预算安排", "单位"))


@pytest.mark.needs("soffice")
def test_libreoffice_keeps_the_chart_when_it_saves_the_document(tmp_path: Path) -> None:
    (before,) = charts_of(content := printed(tmp_path, f"{COLUMNS}\n"))
    (tmp_path / "again.docx").write_bytes(content)
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
    ]
    command += ["--outdir", str(tmp_path / "saved"), str(tmp_path / "again.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (after,) = charts_of((tmp_path / "saved" / "again.docx").read_bytes())
    assert after.cached == before.cached
