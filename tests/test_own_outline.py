"""Reports whose outline a unit and its group have changed: the example, and one with a table of contents."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.kernel.finding import blocking
from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.pipeline import Drawn, draw, examine, inspect
from jixiao.render.compiled import compile_format
from tests.printed import headings, parts_of
from tests.render.charted import charts_of

DATA = Path(__file__).parent.parent / "data_examples"
YEAR, HUNAN = 2025, "hunan-zwfw"


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))


def drawn(data: Path, unit: str, year: int) -> Drawn:
    """The only report of a unit."""
    examination = examine(data, templates_dir(), unit, year)
    (report,) = examination.reports
    assert not blocking(report.findings)
    return draw(examination.loaded, report)


def test_a_unit_switches_on_the_chart_of_projects_that_its_format_has_ready(tmp_path: Path) -> None:
    shutil.copytree(DATA / HUNAN, tmp_path / HUNAN)
    before = drawn(tmp_path, HUNAN, 2023).data
    change = "大纲调整: [{替换: 一般公共预算支出情况, 选项: {项目支出图: 是}}]\n"
    (tmp_path / HUNAN / "大纲.yaml").write_text(change, encoding="utf-8")
    after = drawn(tmp_path, HUNAN, 2023).data
    assert not charts_of(before)
    (chart,) = charts_of(after)
    assert chart.kept == chart.cached
    assert [row[0] for row in chart.kept] == ["", "业务工作经费", "其他运转类", "其他事业发展资金"]
    without, words = (parts_of(each)["1.项目支出总体情况"].words for each in (before, after))
    assert words.removeprefix(without).split() == ["各项目预算和执行情况见图1。", "图12023年项目支出预算和执行情况"]
    assert all(f"{number:f}" in without for _, *row in chart.kept[1:] for number in row if isinstance(number, Decimal))


@pytest.fixture(scope="module")
def example() -> bytes:
    assert not inspect(examine(DATA, templates_dir(), "yanshi/gonglu", YEAR))
    return drawn(DATA, "gonglu", YEAR).data


def test_chapters_and_annexes_of_the_example_are_numbered_as_they_stand(example: bytes) -> None:
    assert [words for level, words in headings(example) if level < 2] == [
        "一、基本情况",
        "二、绩效评价工作开展情况",
        "三、综合评价情况及评价结论",
        "四、绩效指标完成情况",
        "五、绩效评价指标分析",
        "六、存在的问题及整改措施",
        "七、有关建议",
        "附件1",
        "附件2",
    ]


@pytest.mark.parametrize(
    ("heading", "words", "rows"),
    [
        (
            "四、绩效指标完成情况",
            "共设置绩效指标8项，完成7项，未完成1项",
            ["产出指标|维修桥涵|≥11座|9座|11|9", "合计||||90|88"],
        ),
        ("（一）预算执行方面", "四个子项目中，一个预算执行率低于90%", []),
        ("（一）预算执行方面", "桥涵隐患排查和维修预算安排124.20万元，实际支出98.68万元，预算执行率为79.45%。两座", []),
        ("（一）预算执行方面", "各子项目的实施情况见附件2。", []),
        ("（二）绩效目标方面", "维修桥涵没有达到年度指标值（≥11座），实际完成9座。", []),
        ("（三）整改措施", "连续两个月落后的", []),
        ("七、有关建议", "附件：1.项目支出绩效自评表\n2.2025年度农村公路日常养护分项目实施情况表", []),
        (
            "附件2",
            "2025年度农村公路日常养护分项目实施情况表",
            ["2|桥涵隐患排查和维修|124.20|98.68|25.52|79.45%|两座", "合计|536.20|504.76|31.44|94.14%|"],
        ),
    ],
)
def test_the_sections_of_the_example_hold_its_figures(
    example: bytes, heading: str, words: str, rows: list[str]
) -> None:
    part = parts_of(example)[heading]
    assert words in part.words
    for row in rows:
        assert any(each.startswith(row) for each in part.rows), part.rows


def test_the_added_annex_lies_on_its_side(example: bytes) -> None:
    xml = read(example)["word/document.xml"].decode()
    assert xml.rindex('w:orient="landscape"') > xml.index("附件2")
    assert xml.count('w:orient="landscape"') == 1


@pytest.fixture
def hunan(tmp_path: Path) -> Path:
    """A copy of a unit whose report has a table of contents."""
    shutil.copytree(DATA / HUNAN, tmp_path / "data" / HUNAN)
    return tmp_path / "data"


def change(data: Path, lines: str, **files: str) -> None:
    folder = data / HUNAN
    (folder / "大纲.yaml").write_text(f"大纲调整:\n{lines}\n", encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def test_the_table_of_contents_and_the_list_of_annexes_follow(hunan: Path) -> None:
    change(
        hunan,
        "- {删除: 国有资本经营预算支出情况}\n- {移动: 下一步改进措施, 之前: 存在的问题及原因分析}\n"
        "- {增加: 正文, 文件: 调研.md, 之后: 引言}\n"
        "- {移动: 2023年度部门整体支出绩效自评表, 之前: 部门整体支出绩效评价基础数据表}",
        调研="# 调研情况\n\n全年执行数为{{ 全年执行数 }}。\n",
    )
    document = drawn(hunan, HUNAN, 2023).data
    chapters = [words for level, words in headings(document) if level == 1]
    assert chapters[0] == "一、调研情况"
    assert chapters[6:8] == ["七、下一步改进措施", "八、存在的问题及原因分析"]
    text = plain_text(read(document))
    assert all(text.count(each) >= 2 for each in chapters), text
    assert "国有资本经营预算支出情况" not in text
    assert "附件：1. 2023年度部门整体支出绩效自评表" in text


def test_an_annex_may_be_written_in_markdown(hunan: Path) -> None:
    table = "\n\n单位：万元 {.单位行}\n\n| 项目 | 支出 |\n| :-- | --: |\n| 合计 | {{ 全年执行数 }} |\n"
    change(hunan, "- {增加: 附件, 名称: 补充说明, 文件: 说明.md, 横排: 是}", 说明=f"# 情况\n\n支出如下。{table}")
    document = drawn(hunan, HUNAN, 2023).data
    assert headings(document)[-2:] == [(0, "附件4"), (1, "一、情况")]
    xml = read(document)["word/document.xml"].decode()
    widths = [int(each) for each in re.findall('<w:gridCol w:w="([0-9]+)"', xml)][-2:]
    assert sum(widths) > 12_000
    assert xml.rindex('w:orient="landscape"') > xml.index("补充说明")


def test_words_that_only_a_dropped_chapter_needs_are_not_missed(hunan: Path) -> None:
    words = hunan / HUNAN / "2023/部门/文字.md"
    text = words.read_text(encoding="utf-8")
    start = text.index("# 预算执行措施")
    end = text.index("\n# ", start)
    words.write_text(text[:start] + text[end + 1 :], encoding="utf-8")
    missing = [each.code for each in examine(hunan, templates_dir(), HUNAN, 2023).all_findings if each.blocks]
    assert missing == ["T101"]
    change(hunan, "- {替换: 下一步改进措施, 文件: 措施.md}", 措施="# 措施\n\n{{ 文字.绩效制度措施 }}\n")
    assert not [each for each in examine(hunan, templates_dir(), HUNAN, 2023).all_findings if each.blocks]


def test_a_mistake_in_a_section_is_told_by_the_name_of_the_units_file(hunan: Path) -> None:
    change(
        hunan,
        "- {替换: 下一步改进措施, 文件: 措施.md}",
        措施='# 措施\n\n支出{{ 全年执行书 }}。\n\n{% form "无.docx" %}\n',
    )
    found = [each for each in inspect(examine(hunan, templates_dir(), HUNAN, 2023)) if each.blocks]
    assert sorted((each.code, str(each.place)) for each in found) == [
        ("C104", f"data/{HUNAN}/措施.md:3:6"),
        ("F214", f"data/{HUNAN}/措施.md:5:9"),
    ]


def test_the_bounds_of_work_hold_for_the_sections_of_units(hunan: Path) -> None:
    loops = "{% for 项 in 各项目 %}" * 14 + "很长的文字" * 500 + "{% endfor %}" * 14
    change(hunan, "- {替换: 下一步改进措施, 文件: 措施.md}", 措施=f"# 措施\n\n{loops}\n")
    found = [each for each in inspect(examine(hunan, templates_dir(), HUNAN, 2023)) if each.blocks]
    assert {each.code for each in found} <= {"C115", "C116"}
    assert found


def test_a_changed_format_is_kept_in_the_cache_under_a_key_of_its_own(
    hunan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "kept"))
    plain = examine(hunan, templates_dir(), HUNAN, 2023).reports[0]
    change(hunan, "- {删除: 下一步改进措施}")
    changed = examine(hunan, templates_dir(), HUNAN, 2023).reports[0]
    assert changed.template.key != plain.template.key
    assert changed.template == compile_format(changed.case.format)[0]
    assert changed.template.key in {path.name for path in (tmp_path / "kept").glob("*.compiled")}


def test_what_the_manual_shows_stands_in_the_example() -> None:
    page = (DATA.parent / "docs" / "自定义章节.md").read_text(encoding="utf-8")
    files = [path for kind in ("*.yaml", "*.md") for path in (DATA / "yanshi").rglob(kind)]
    held = {
        line.strip().split("  #")[0].strip() for path in files for line in path.read_text(encoding="utf-8").splitlines()
    }
    blocks = re.findall("(?s)```(?:yaml|markdown)\n(.*?)```", page)
    shown = [line.strip().split("  #")[0].strip() for block in blocks for line in block.splitlines()]
    assert len(shown) > 20
    assert not [line for line in shown if line not in held]
