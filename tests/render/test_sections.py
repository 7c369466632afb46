"""The parts of an outline: annexes and their numbers, options, turned pages, forms within chapters."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from jixiao.kernel.finding import Finding
from jixiao.package.reader import read
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from jixiao.render.draft import Draft
from tests.render.drawn import form, written
from tests.templates import ORIGIN, document, format_in, pdf_of, view_of, words_of

POINTS_OF_MM = 72 / 25.4
ROW = "{{名称: {0}, 预算安排: {1}, 实际到位: {1}, 实际支出: 0}}"
TWO = f"子项目: [{ROW.format('甲', 10)}, {ROW.format('乙', 20)}]"
EACH = '{类型: 附件, 每个: 子项目, 名称: "{{ 年度 }}年度{{ 名称 }}自评表", 文件: 表.docx}'
PLAIN = "{类型: 附件, 名称: 基础数据表}"
TURNED = "{类型: 附件, 名称: 宽表, 横排: 是}"
OPTIONS = "\n选项: {得分表头: 得分, 备注: 无}"


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def drawn(
    folder: Path, *sections: str, data: str = TWO, chapter: str = "# 概况\n", table: bytes = b"", draft: bool = False
) -> tuple[bytes, list[Finding]]:
    """A chapter and these sections, which may use the form 表.docx."""
    outline = "\n".join(f"- {each}" for each in ["{类型: 正文, 文件: 章.md}", *sections])
    files: dict[str, str | bytes] = {"章.md": chapter, "表.docx": table or form([["{{ 名称 }}", "{{ 预算安排 }}"]])}
    options = "".join(f"\n选项: {{{name}: 平常}}" for name in re.findall(r"选项: \{(\w+)", outline))
    return document(format_in(folder, outline + options, files), data, Draft((), str) if draft else None)


def made(folder: Path, *sections: str, data: str = TWO, chapter: str = "# 概况\n", table: bytes = b"") -> bytes:
    content, findings = drawn(folder, *sections, data=data, chapter=chapter, table=table)
    assert not findings, findings
    return content


def lines(content: bytes) -> list[str]:
    """The lines of the document that hold words, without the page numbers."""
    return [line for line in words_of(content).splitlines() if line.strip() and "—" not in line]


def body_of(content: bytes) -> str:
    return read(content)["word/document.xml"].decode()


def turned(content: bytes) -> list[bool]:
    """For each section whether its pages are turned."""
    return ["landscape" in each for each in re.findall(r"<w:sectPr>.*?</w:sectPr>", body_of(content))]


# annexes


def test_a_list_gives_an_annex_for_each_of_its_records_with_their_names(tmp_path: Path) -> None:
    content = made(tmp_path, PLAIN, EACH, PLAIN)
    assert lines(content)[1:] == [
        *("附件：1. 基础数据表", "2-1. 2022年度甲自评表", "2-2. 2022年度乙自评表", "3. 基础数据表"),
        *("附件1", "基础数据表"),
        *("附件2-1", "2022年度甲自评表", "甲\t10"),
        *("附件2-2", "2022年度乙自评表", "乙\t20"),
        *("附件3", "基础数据表"),
    ]
    assert len(turned(content)) == 5


def test_an_empty_list_gives_no_annex_and_takes_no_number(tmp_path: Path) -> None:
    assert lines(made(tmp_path, EACH, PLAIN, data="")) == ["一、概况", "附件：1. 基础数据表", "附件1", "基础数据表"]
    alone = made(tmp_path, EACH, data="")
    assert lines(alone) == ["一、概况"]
    assert turned(alone) == [False]


def test_a_list_of_annexes_may_be_chosen_by_a_condition_and_one_alone_has_a_plain_number(tmp_path: Path) -> None:
    chosen = EACH.replace("子项目", """'子项目|where("预算安排 > sum(子项目.预算安排) / 2")'""", 1)
    assert lines(made(tmp_path, chosen))[1:] == ["附件：1. 2022年度乙自评表", "附件1", "2022年度乙自评表", "乙\t20"]


def test_annexes_of_a_list_alone_are_numbered_in_two_parts(tmp_path: Path) -> None:
    found = lines(made(tmp_path, EACH))
    assert found[1:4] == ["附件：1-1. 2022年度甲自评表", "1-2. 2022年度乙自评表", "附件1-1"]


@pytest.mark.parametrize(
    ("each", "code"), [("无此清单", "C104"), ("年度", "R101"), ('"[1, 2]"', "R105"), ("子项目 +", "C101")]
)
def test_what_is_no_list_of_records_is_found_where_it_is_named(tmp_path: Path, each: str, code: str) -> None:
    _, findings = drawn(tmp_path, PLAIN, EACH.replace("子项目", each, 1))
    assert {finding.code for finding in findings} == {code}
    assert all(str(finding.place).startswith("templates/测试/2022/格式.yaml:7:") for finding in findings)


# parts that follow on the same page


HEADED = '{类型: 表单, 名称: "二、{{ 年度 }}年度收入", 文件: 表.docx, 接排: 是}'
FOLLOWING = "{类型: 表单, 文件: 表.docx, 接排: 是}"


def test_a_part_that_follows_stands_on_the_page_of_the_one_before(tmp_path: Path) -> None:
    content = made(
        tmp_path, "{类型: 表单, 文件: 表.docx}", HEADED, "{类型: 正文, 文件: 章.md, 接排: 是}", table=form("表")
    )
    assert turned(content) == [False, False]
    assert lines(content) == ["一、概况", "表", "二、2022年度收入", "表", "一、概况"]
    headings = re.findall(r'<w:pStyle w:val="Heading1"/>', body_of(content))
    assert len(headings) == 3


def test_tables_that_follow_on_each_other_stay_two(tmp_path: Path) -> None:
    body = body_of(made(tmp_path, "{类型: 表单, 文件: 表.docx}", FOLLOWING, HEADED, table=form([["甲"]])))
    between = re.findall(r"</w:tbl>(.*?)<w:tbl>", body)
    assert [each.count("<w:p>") for each in between] == [1, 2]
    assert all(each.startswith("<w:p><w:pPr><w:snapToGrid") for each in between)
    assert [re.findall(r'w:line="(\d+)"', each)[0] for each in between] == ["20", "120"]  # one form looks whole


def test_nothing_stands_between_parts_where_no_table_ends(tmp_path: Path) -> None:
    body = body_of(made(tmp_path, "{类型: 表单, 文件: 表.docx}", FOLLOWING, table=form("甲")))
    assert "snapToGrid" not in body.split("</w:sectPr>")[1]


def test_typed_headings_and_titles_begin_a_numbering(tmp_path: Path) -> None:
    chapter = "## 目标\n\n# 概况\n\n## 背景\n"
    again = '{类型: 正文, 名称: "五、综述", 文件: 章.md}'
    content = made(tmp_path, again, "{类型: 题名, 行: [第二部分]}", "{类型: 正文, 文件: 章.md}", chapter=chapter)
    one = ["（一）目标", "一、概况", "（一）背景"]
    assert lines(content) == [*one, "五、综述", *one, "第二部分", *one]


def test_typed_headings_are_listed_in_a_table_of_contents(tmp_path: Path) -> None:
    content = made(tmp_path, "{类型: 目录}", '{类型: 正文, 名称: "五、{{ 年度 }}综述", 文件: 章.md}')
    assert [line.strip() for line in lines(content)] == [
        *("一、概况", "目\u3000录", "一、概况", "五、2022综述", "一、概况"),
        *("五、2022综述", "一、概况"),
    ]


def test_what_follows_the_last_chapter_on_its_page_stands_above_the_list_of_annexes(tmp_path: Path) -> None:
    found = lines(made(tmp_path, FOLLOWING, "{类型: 表单, 文件: 表.docx}", PLAIN, table=form("表")))
    assert found == ["一、概况", "表", "附件：1. 基础数据表", "表", "附件1", "基础数据表"]


# options


def test_a_section_sets_an_option_for_itself_alone(tmp_path: Path) -> None:
    table = form("{{ 得分表头 }}")
    sections = ('{类型: 表单, 文件: 表.docx, 选项: {得分表头: "自评 & <得分>"}}', "{类型: 表单, 文件: 表.docx}")
    _, findings = drawn(tmp_path, sections[0], table=table)
    assert not findings
    content, findings = drawn(tmp_path, *sections, table=table)
    assert "自评 & <得分>" in lines(content)
    assert [(each.code, dict(each.fields)["name"]) for each in findings] == [("C104", "得分表头")]


def test_options_are_known_beside_the_names_of_a_record(tmp_path: Path) -> None:
    table = form("{{ 名称 }}：{{ 备注 }}")
    content = made(tmp_path, EACH.replace("表.docx", "表.docx, 选项: {备注: 每项一张}"), table=table)
    assert [line for line in lines(content) if "每项" in line] == ["甲：每项一张", "乙：每项一张"]


# turned pages


def test_a_turned_section_stands_between_upright_ones(tmp_path: Path) -> None:
    content = made(tmp_path, PLAIN, TURNED, PLAIN)
    assert turned(content) == [False, False, True, False]
    _, _, wide, _ = re.findall(r"<w:sectPr>.*?</w:sectPr>", body_of(content))
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in wide
    assert '<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"' in wide
    assert "pgNumType" not in wide
    files = read(content)
    assert b'Target="footer3.xml"' in files["word/_rels/document.xml.rels"]
    assert b"tbRl" in files["word/footer3.xml"]
    assert b"/word/footer4.xml" in files["[Content_Types].xml"]


def test_footers_of_turned_pages_are_in_documents_that_have_some(tmp_path: Path) -> None:
    assert "word/footer3.xml" not in read(made(tmp_path, PLAIN))
    draft = read(drawn(tmp_path, TURNED, draft=True)[0])
    assert b"/word/footer3.xml" in draft["[Content_Types].xml"]
    assert draft["word/document.xml"].count(b"headerReference") == 2 * 2


def test_a_part_of_a_chapter_is_turned_with_the_tables_in_it(tmp_path: Path) -> None:
    table = "| 甲 | 乙 |\n|--|--|\n| 一 | 二 |\n"
    chapter = f"# 概况\n\n{table}\n{{% landscape %}}\n\n{table}\n{{% endlandscape %}}\n\n{table}"
    content = made(tmp_path, chapter=chapter)
    assert turned(content) == [False, True, False]
    assert re.findall(r'<w:tblW w:w="(\d+)"', body_of(content)) == ["8845", "12756", "8845"]


def test_pages_that_would_hold_nothing_are_none(tmp_path: Path) -> None:
    chapter = "# 概况\n\n{% landscape %}\n\n宽\n\n{% endlandscape %}\n"
    assert turned(made(tmp_path, chapter=chapter)) == [False, True]
    assert turned(made(tmp_path, PLAIN, chapter=chapter)) == [False, True, False, False]  # the list of annexes between
    twice = chapter + "\n{% landscape %}\n\n宽\n\n{% endlandscape %}\n\n后\n"
    assert turned(made(tmp_path, chapter=twice)) == [False, True, True, False]


def test_a_turned_part_depends_on_conditions_like_any_other(tmp_path: Path) -> None:
    chapter = "# 概况\n\n{% if 子项目 %}\n\n{% landscape %}\n\n宽\n\n{% endlandscape %}\n\n{% endif %}\n\n后\n"
    assert turned(made(tmp_path, chapter=chapter)) == [False, True, False]
    assert turned(made(tmp_path, chapter=chapter, data="")) == [False]


@pytest.mark.needs("soffice")
def test_the_number_of_a_turned_page_stands_where_it_does_on_an_upright_sheet(tmp_path: Path) -> None:
    pdf = pypdfium2.PdfDocument(pdf_of(made(tmp_path, TURNED, TURNED), tmp_path))
    assert [page.get_width() > page.get_height() for page in pdf] == [False, True, True]
    for number, page in ((2, pdf[1]), (3, pdf[2])):
        text = page.get_textpage()
        at = text.get_text_bounded().index(f"{number}")
        left, bottom, right, top = text.get_charbox(at)
        assert 25.5 < left / POINTS_OF_MM < right / POINTS_OF_MM < 32.5
        assert top - bottom < right - left  # the digit lies on its side
        edge = 26 if number % 2 else 210 - 28  # outer side of the sheet, from the bottom of the turned page
        assert abs((bottom + top) / 2 / POINTS_OF_MM - edge) < 20


@pytest.mark.needs("soffice")
def test_a_form_as_wide_as_a_turned_page_reaches_from_margin_to_margin(tmp_path: Path) -> None:
    """225 mm between the margins of 37 mm and 35 mm, which lie at the sides of a sheet of 297 mm."""
    widths = [750] * 16 + [756]
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("left", "right", "insideV"))
    properties = f'<w:tblW w:w="12756" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{sides}</w:tblBorders>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p/></w:tc>' for width in widths)
    drawing = f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    content = made(tmp_path, "{类型: 表单, 横排: 是, 文件: 表.docx}", table=written(drawing))
    _, page = pypdfium2.PdfDocument(pdf_of(content, tmp_path))
    lines_at = [shape.get_bounds() for shape in page.get_objects() if shape.type == FPDF_PAGEOBJ_PATH]
    left, right = min(each[0] for each in lines_at), max(each[2] for each in lines_at)
    assert abs(left / POINTS_OF_MM - 35) < 0.5
    assert abs(right / POINTS_OF_MM - (297 - 37)) < 0.5


# forms within chapters


def test_a_form_stands_in_a_chapter_where_it_is_named(tmp_path: Path) -> None:
    rows = [["名称", "预算"], ["{%tr for 项 in 子项目 %}", ""], ["{{ 项.名称 }}", "{{ 项.预算安排 }}"]]
    table = form("", [*rows, ["{%tr endfor %}", ""]], "")
    chapter = "前\n\n明细表 {.表题}\n\n{% form \"表.docx\" %}\n\n{% form '表.docx' %}\n\n后\n"
    content = made(tmp_path, chapter=chapter, table=table)
    assert lines(content) == ["前", "明细表", *["名称\t预算", "甲\t10", "乙\t20"] * 2, "后"]
    assert body_of(content).count("</w:tbl><w:p><w:pPr><w:snapToGrid") == 2
    assert turned(content) == [False]


def test_a_form_in_a_chapter_depends_on_conditions_like_any_other_block(tmp_path: Path) -> None:
    chapter = '{% for 项 in 子项目 %}\n{% form "表.docx" %}\n{% endfor %}\n\n末\n'
    content = made(tmp_path, chapter=chapter, table=form("{{ 项.名称 }}表"))
    assert lines(content) == ["甲表", "乙表", "末"]
    assert lines(made(tmp_path, chapter=chapter, data="", table=form("{{ 项.名称 }}表"))) == ["末"]


def test_values_of_a_form_in_a_chapter_print_as_in_its_tables(tmp_path: Path) -> None:
    outline = "- {类型: 正文, 文件: 章.md}\n- {类型: 表单, 文件: 表.docx}"
    files: dict[str, str | bytes] = {"章.md": '{% form "表.docx" %}\n', "表.docx": form("{{ 子项目.预算安排 }}")}
    compiled, _ = compile_format(format_in(tmp_path, outline, files))
    displays = "显示: {表格: {金额: 两位, 单位: 否}, 表单: {金额: 去零, 单位: 是}}"
    content, findings, _ = render(compiled, view_of(f"子项目: [{ROW.format('甲', 10)}]", displays), ORIGIN)
    assert not findings
    assert lines(content) == ["10.00", "10万元"]


def test_a_form_of_a_chapter_that_is_not_there_is_found_where_it_is_named(tmp_path: Path) -> None:
    _, findings = drawn(tmp_path, chapter='甲\n\n{% form "没有.docx" %}\n')
    ((code, place, fields),) = [(each.code, str(each.place), dict(each.fields)) for each in findings]
    assert (code, place) == ("F214", "templates/测试/2022/章.md:3:9")
    assert fields["file"] == "templates/测试/2022/没有.docx"


def test_what_is_wrong_within_a_form_is_found_in_the_form(tmp_path: Path) -> None:
    _, findings = drawn(tmp_path, chapter='{% form "表.docx" %}\n', table=form("好", "{{ 名称"))
    assert [(each.code, str(each.place)) for each in findings] == [("F302", "templates/测试/2022/表.docx 段2")]
    assert lines(drawn(tmp_path, chapter='甲\n\n{% form "表.docx" %}\n', table=form(""))[0]) == ["甲"]


# the compiled format


def test_a_compiled_outline_is_read_back_as_it_was(tmp_path: Path) -> None:
    chapter = '# 概况\n\n{% landscape %}\n\n{% form "表.docx" %}\n\n{% endlandscape %}\n'
    outline = "\n".join(f"- {each}" for each in ["{类型: 目录}", "{类型: 正文, 文件: 章.md}", TURNED, EACH])
    files: dict[str, str | bytes] = {"章.md": chapter, "表.docx": form([["{% vm 名称 %}{% colspan 1 %}{{ 名称 }}"]])}
    made_of = format_in(tmp_path, outline, files)
    first, findings = compile_format(made_of)
    assert not findings
    assert len(list((tmp_path / "cache").glob("*.compiled"))) == 1
    assert compile_format(replace(made_of)) == (first, [])


# options that nothing uses


@pytest.mark.parametrize(
    ("chapter", "table", "unused"),
    [
        ("# 概况\n", "{{ 得分表头 }}", ["备注"]),
        ("# 概况{{ 备注 }}\n", "{{ 得分表头 }}", []),
        ("{% if 备注 == '无' %}\n甲\n{% endif %}\n", "{% if 子项目|where('名称 == 得分表头') %}甲{% endif %}", []),
        ("# 概况\n", "甲", ["得分表头", "备注"]),
    ],
)
def test_an_option_of_the_format_is_used_somewhere_in_it(
    tmp_path: Path, chapter: str, table: str, unused: list[str]
) -> None:
    sections = "- {类型: 正文, 文件: 章.md}\n- {类型: 表单, 文件: 表.docx}"
    files: dict[str, str | bytes] = {"章.md": chapter, "表.docx": form(table)}
    _, findings = compile_format(format_in(tmp_path, sections + OPTIONS, files))
    assert [(each.code, dict(each.fields)["name"]) for each in findings] == [("F116", name) for name in unused]
    assert all(str(each.place).startswith("templates/测试/2022/格式.yaml:") for each in findings)


def test_an_option_of_what_the_format_extends_may_be_set_without_being_used(tmp_path: Path) -> None:
    common = tmp_path / "templates" / "common"
    common.mkdir(parents=True)
    (common / "规则.yaml").write_text("选项: {备注: 平常}", encoding="utf-8")
    _, findings = compile_format(format_in(tmp_path, "- {类型: 题名, 行: [甲]}" + OPTIONS, {}))
    assert [dict(each.fields)["name"] for each in findings] == ["得分表头"]
