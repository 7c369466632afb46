"""Files that are verified as they come: untouched, edited, saved elsewhere, after the data changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jixiao.kernel.finding import Finding
from jixiao.kernel.place import DocumentPlace
from jixiao.package.reader import LIMITS, OWN, read
from jixiao.pipeline import draw, examine
from jixiao.verify.verify import verify
from tests.errors.bench import CHAPTER, FORMAT, PROJECT, Sample, lay
from tests.errors.verifying import WORDS
from tests.verifying import BODY, DATA, FILE, TEMPLATES, edited, package, paragraphs, save, since, verified

ROOT = Path(__file__).parents[2]
EXAMPLES, SHIPPED = ROOT / "data_examples", ROOT / "templates"


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay(Path(), Sample({CHAPTER: WORDS}))


def codes(findings: list[Finding]) -> list[str]:
    return [each.code for each in findings]


@pytest.mark.usefixtures("bench")
def test_nothing_is_found_in_what_nobody_touched() -> None:
    found = verify(save(package()), DATA, TEMPLATES)
    assert (found.findings, found.unit, found.report) == ([], "样例", "自评")


@pytest.mark.usefixtures("bench")
def test_linked_figures_are_read_as_any_others() -> None:
    examination = examine(DATA, TEMPLATES, "样例", 2022)
    linked = read(draw(examination.loaded, examination.reports[0], linked=True).data, OWN)
    assert verified(linked) == []


@pytest.mark.usefixtures("bench")
def test_the_line_to_change_is_that_of_the_fact() -> None:
    (found,) = edited(("48个", "49个"))
    assert (found.figure, found.expected, found.actual) == ("自评/某项目/共享单位", "48个", "49个")
    assert [str(place) for place in found.related] == [f"{PROJECT}:8:9"]


@pytest.mark.usefixtures("bench")
def test_an_edit_is_told_from_data_that_changed_since() -> None:
    data = (Path(PROJECT), "78.5", "78.25")

    def edit(old: str, new: str) -> list[Finding]:
        return since(data, before=lambda parts: parts | {BODY: parts[BODY].replace(old.encode(), new.encode())})

    assert codes(edit("48个", "49个")) == ["V301", "V303", "V201"]


@pytest.mark.usefixtures("bench")
def test_a_figure_that_is_neither_what_it_was_nor_what_it_is_was_edited() -> None:
    data = (Path(PROJECT), "78.5", "78.25")
    found = since(data, before=lambda parts: parts | {BODY: parts[BODY].replace(b"274.25", b"284.25")})
    assert codes(found) == ["V301", "V201"]
    assert (found[1].expected, found[1].actual) == ("274.25万元", "284.25万元")


@pytest.mark.usefixtures("bench")
def test_styles_of_tags_are_known_as_well() -> None:
    lay(Path(), Sample({CHAPTER: "# 概况\n\n支出{{ 全年执行数|元 }}，约合{{ 全年执行数|整数 }}。\n"}))
    found = since((Path(PROJECT), "78.5", "88.5"))
    assert codes(found) == ["V301", "V303", "V303"]
    assert [each.actual for each in found[1:]] == ["2742500元", "274万元"]


@pytest.mark.usefixtures("bench")
def test_figures_without_a_name_are_judged_by_what_they_are_made_of() -> None:
    lay(Path(), Sample({CHAPTER: "# 概况\n\n相差{{ 全年预算数 - 全年执行数 }}，共{{ 共享单位 + 共享单位 }}。\n"}))
    data = (Path(PROJECT), "78.5", "88.5")
    found = since(data, before=lambda parts: parts | {BODY: parts[BODY].replace("96个".encode(), "97个".encode())})
    assert codes(found) == ["V301", "V304", "V201"]


@pytest.mark.usefixtures("bench")
def test_a_report_that_is_no_longer_owed_is_told_with_the_reason() -> None:
    parts = package()
    Path(FORMAT).unlink()
    assert codes(verified(parts)) == ["V105", "F101"]


@pytest.mark.usefixtures("bench")
def test_the_origin_is_found_whatever_the_part_is_called() -> None:
    parts = package()
    parts["customXml/item9.xml"] = parts.pop("customXml/item1.xml")
    assert "V102" not in codes(verified(parts))


@pytest.mark.usefixtures("bench")
@pytest.mark.parametrize("year", [b"", b"20x2"])
def test_an_origin_without_a_year_is_of_no_report(year: bytes) -> None:
    parts = package()
    parts["customXml/item1.xml"] = parts["customXml/item1.xml"].replace(b">2022<", b">" + year + b"<")
    assert codes(verified(parts))[0] == "V105"


@pytest.mark.usefixtures("bench")
def test_a_file_larger_than_all_it_may_hold_is_not_read() -> None:
    with FILE.open("wb") as file:
        file.truncate(LIMITS.total_bytes + 1)
    (found,) = verify(FILE, DATA, TEMPLATES).findings
    assert dict(found.fields) == {"fault": "too_large"}


@pytest.mark.usefixtures("bench")
def test_the_place_has_no_page_but_chapter_and_paragraph() -> None:
    (found,) = edited(("274.25", "284.25"))
    assert isinstance(found.place, DocumentPlace)
    assert found.place._replace(quote="") == DocumentPlace("正文", "一、概况", paragraph=3)


@pytest.mark.usefixtures("bench")
def test_the_numbers_of_charts_are_compared_as_well() -> None:
    chart = "{% chart 柱形图 类别=子项目.名称, 支出=子项目.实际支出 %}"
    lay(Path(), Sample({CHAPTER: f"# 概况\n\n{chart}\n\n图N 支出 {{.图题 支出图}}\n"}))
    assert verified(package()) == []
    (found,) = edited(("<c:v>195.75</c:v>", "<c:v>205.75</c:v>"), part="word/charts/chart1.xml")
    assert (found.code, str(found.place)) == ("V202", "图表 表1 行2 格3")
    assert isinstance(found.place, DocumentPlace)
    assert found.place.quote == "支出 | 平台升级 | 205.75"


@pytest.mark.usefixtures("bench")
def test_figures_of_footnotes_are_found_in_their_note() -> None:
    lay(Path(), Sample({CHAPTER: "# 概况\n\n甲[^1]。\n\n乙[^2]。\n\n[^1]: 无。\n[^2]: 支出{{ 全年执行数 }}。\n"}))
    assert verified(package()) == []
    (found,) = edited(("274.25", "274.26"), part="word/footnotes.xml")
    assert (found.code, str(found.place), found.actual) == ("V201", "脚注 段2", "274.26万元")


@pytest.mark.usefixtures("bench")
def test_what_somebody_puts_into_a_footer_is_found_there() -> None:
    (found,) = edited(("</w:ftr>", f"{paragraphs('内部资料 12')}</w:ftr>"), part="word/footer1.xml")
    assert (found.code, str(found.place)) == ("V204", "页脚 段2")


@pytest.mark.usefixtures("bench")
def test_a_header_that_was_added_is_found() -> None:
    parts = package()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    relation = f'<Relationship Id="h1" Type="{kind}" Target="header9.xml"/></Relationships>'
    numbers = "word/_rels/document.xml.rels"
    parts[numbers] = parts[numbers].replace(b"</Relationships>", relation.encode())
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/header9.xml"] = f'<w:hdr xmlns:w="{namespace}">{paragraphs("内部资料")}</w:hdr>'.encode()
    (found,) = verified(parts)
    assert (found.code, str(found.place)) == ("V205", "页眉 段1")


def test_data_and_formats_may_have_moved_since(tmp_path: Path) -> None:
    """A unit with an outline of its own, whose places are named otherwise from elsewhere."""
    examination = examine(EXAMPLES, SHIPPED, "yanshi/gonglu", 2025)
    file = tmp_path / "报告.docx"
    file.write_bytes(draw(examination.loaded, examination.reports[0]).data)
    data = shutil.copytree(EXAMPLES, tmp_path / "数据")
    assert verify(file, data, shutil.copytree(SHIPPED, tmp_path / "格式")).findings == []
