from __future__ import annotations

import re
from pathlib import Path

import pytest

from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.render.styles import style_id
from tests.render.foreign import field, item, numbering, package, picture, plain, png, styled, styles
from tests.render.word_report import Report, sheet
from tests.templates import document, format_in

TWO_LISTS: dict[str, str | bytes] = {"numbering.xml": numbering(("1", "0"), ("2", "0"), a0="chineseCounting")}
FOOTNOTES = (
    '<w:footnotes><w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:t>按{{ 1 + 1 }}个口径</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def test_headings_are_numbered_through_chapters_and_listed(tmp_path: Path) -> None:
    first = package(styled("概况", "a1") + styled("职责", "a2") + plain("甲"), parts=sheet("heading 1", "标题 2"))
    second = package(
        styled("绩效", "a1") + styled("产出", "a2") + styled("数量", "a3"), parts=sheet("标题1", "一级标题")
    )
    report = Report(tmp_path, first, second, lines="- {类型: 目录}\n")
    assert report.told == ["F303 段3"]
    assert report.words == [
        *("目　录", "一、概况\t", "（一）职责\t", "二、绩效\t", "三、产出\t"),
        *("一、概况", "（一）职责", "甲", "二、绩效", "三、产出", "数量"),
    ]


def test_a_typed_number_is_told(tmp_path: Path) -> None:
    report = Report(tmp_path, package(styled("一、概况", "a1"), parts=sheet("heading 1")))
    assert report.told == ["F207 段1"]


def test_an_empty_line_in_the_style_of_a_heading_takes_no_number(tmp_path: Path) -> None:
    body = styled("概况", "a1") + styled("", "a1") + styled("绩效", "a1")
    assert Report(tmp_path, package(body, parts=sheet("heading 1"))).words == ["一、概况", "二、绩效"]


def test_the_styles_of_the_manual_are_matched(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[3] / "docs" / "自定义章节.md").read_text(encoding="utf-8")
    _, _, after = manual.partition("| Word 里的样式 | 报告的样式 |\n| --- | --- |\n")
    rows = [line.strip("| ").split(" | ") for line in after.partition("\n\n")[0].split("\n")]
    names = [(name, own) for words, own in rows for name in words.split("、")]
    assert len(names) > 20
    report = Report(
        tmp_path,
        package(
            "".join(styled("甲", f"a{at}") for at in range(1, len(names) + 1)),
            parts=sheet(*(name for name, _ in names)),
        ),
    )
    assert report.told == []
    assert re.findall(r'pStyle w:val="(\w+)"', report.xml) == [style_id(own) for _, own in names]


@pytest.mark.parametrize(
    ("name", "style", "told"),
    [
        ("heading 3", "Heading3", []),
        ("標題 2", "Heading2", []),
        ("标题 1,章标题", "Heading1", []),
        ("Normal", "BodyText", []),
        ("正文", "BodyText", []),
        ("Body Text Indent", "BodyText", []),
        ("普通(网站)", "BodyText", []),
        ("列出段落", "BodyText", []),
        ("题注", "Caption", []),
        ("标题", "Title", []),
        ("单位行", "UnitLine", []),
        ("表格正文", "BodyText", ["F303 段1"]),
    ],
)
def test_styles_go_by_their_names_in_whatever_program(tmp_path: Path, name: str, style: str, told: list[str]) -> None:
    report = Report(tmp_path, package(styled("甲", "a1"), parts=sheet(name)))
    assert report.told == told
    assert re.findall(r'pStyle w:val="(\w+)"', report.xml) == [style]


def test_an_unknown_style_is_set_as_the_one_it_is_based_on(tmp_path: Path) -> None:
    own = styles(("paragraph", "1", "标题 2"), ("paragraph", "x", "小节名", '<w:basedOn w:val="1"/>'))
    report = Report(tmp_path, package(styled("甲", "x"), parts={"styles.xml": own}))
    assert report.words == ["（一）甲"]
    (finding,) = report.findings
    assert dict(finding.fields)["used"] == "二级标题"


def test_characters_keep_what_their_style_says_of_weight(tmp_path: Path) -> None:
    own = styles(("character", "b", "要点"), ("character", "l", "Hyperlink"), ("character", "x", "红字"))
    runs = "".join(f'<w:r><w:rPr><w:rStyle w:val="{key}"/></w:rPr><w:t>{key}</w:t></w:r>' for key in "blx")
    report = Report(tmp_path, package(f"<w:p>{runs}</w:p>", parts={"styles.xml": own}))
    assert report.told == ["F303 段1"]
    assert "<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml" in report.xml
    assert "rStyle" not in report.xml


def test_lists_are_numbered_anew_and_none_goes_on_with_another(tmp_path: Path) -> None:
    body = item("甲", 1) + item("乙", 1) + plain("又") + item("丙", 2)
    report = Report(tmp_path, package(body, parts=TWO_LISTS), package(item("丁", 1), parts=TWO_LISTS))
    assert report.told == []
    assert re.findall(r'<w:numId w:val="(\d+)"/>', report.xml) == ["1", "1", "2", "3"]
    lists = report.files["word/numbering.xml"].decode()
    assert re.findall(r'<w:abstractNumId w:val="(\d)"/>', lists) == ["1", "2", "3"]
    assert lists.count('<w:numFmt w:val="chineseCounting"/>') == 3
    assert "w:ind " not in lists
    assert (
        len(re.findall('<w:numId[^>]*/></w:numPr><w:ind w:firstLineChars="200" w:firstLine="630"/>', report.xml)) == 4
    )


def test_the_lists_of_a_form_look_as_they_are_drawn(tmp_path: Path) -> None:
    report = Report(tmp_path, package(item("甲", 1), parts=TWO_LISTS), kind="类型: 表单")
    assert '<w:suff w:val="tab"/>' in (lists := report.files["word/numbering.xml"].decode())
    assert '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr>' in lists
    assert "w:ind " not in report.xml


def test_headings_look_like_all_headings_of_the_report(tmp_path: Path) -> None:
    look = '<w:rPr><w:rFonts w:eastAsia="华文彩云"/><w:color w:val="FF0000"/></w:rPr>'
    properties = (
        '<w:pPr><w:pStyle w:val="a1"/><w:pageBreakBefore/><w:spacing w:before="480"/><w:jc w:val="center"/></w:pPr>'
    )
    body = f"<w:p>{properties}<w:r>{look}<w:t>概况</w:t></w:r></w:p>"
    report = Report(tmp_path, package(body, parts=sheet("heading 1")))
    assert '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:pageBreakBefore/></w:pPr><w:r><w:t ' in report.xml


def test_what_a_list_overrides_holds_for_it(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="{}"/><w:lvlText w:val="%1)"/></w:lvl>'
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="l"/></w:abstractNum>'
    number = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>'
    override = '<w:lvlOverride w:ilvl="0">{}</w:lvlOverride>'
    lists = (
        f'<w:numbering><w:abstractNum w:abstractNumId="1">{level.format("decimal")}</w:abstractNum>{linked}'
        + number.format(1, 1, override.format('<w:startOverride w:val="7"/>'))
        + number.format(2, 1, override.format(level.format("upperLetter")))
        + number.format(3, 2, "")
        + "</w:numbering>"
    )
    style = styles(("numbering", "l", "列", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
    body = "".join(item("甲", key) for key in (1, 2, 3))
    report = Report(tmp_path, package(body, parts={"styles.xml": style, "numbering.xml": lists}))
    made = report.files["word/numbering.xml"].decode()
    assert re.findall(r'start w:val="(\d)"/><w:numFmt w:val="(\w+)"', made) == [
        *(("7", "decimal"), ("4", "upperLetter"), ("4", "decimal")),
    ]


def test_a_list_begins_anew_in_the_annex_of_each_record(tmp_path: Path) -> None:
    annex = "类型: 附件, 名称: 表, 每个: 子项目"
    kinds = package(item("{{ 名称 }}", 1), parts=TWO_LISTS)
    outline = format_in(tmp_path, f"- {{{annex}, 文件: 表.docx}}", {"表.docx": kinds})
    rows = ", ".join(f"{{名称: {name}, 预算安排: 1, 实际到位: 1, 实际支出: 1}}" for name in "甲乙")
    data, findings = document(outline, f"子项目: [{rows}]\n")
    assert findings == []
    assert re.findall(r'<w:numId w:val="(\d+)"/>', read(data)["word/document.xml"].decode()) == ["1", "2"]


def test_a_list_beside_other_paragraphs_of_a_loop_begins_anew_at_each_turn(tmp_path: Path) -> None:
    beside, alone = (
        plain("{%p for 个 in [1, 2] %}") + more + item("子", 1) + item("丑", 1) + plain("{%p endfor %}")
        for more in (plain("题"), "")
    )
    numbers = [
        re.findall(r'<w:numId w:val="(\d)"/>', Report(tmp_path / name, package(body, parts=TWO_LISTS)).xml)
        for name, body in (("beside", beside), ("alone", alone))
    ]
    assert numbers == [["1", "1", "2", "2"], ["1", "1", "1", "1"]]


def test_a_heading_has_the_number_of_the_program_and_not_that_of_its_list(tmp_path: Path) -> None:
    own = styles(("paragraph", "1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
    report = Report(tmp_path, package(styled("概况", "1"), parts={"styles.xml": own, **TWO_LISTS}))
    assert report.words == ["一、概况"]
    assert "numPr" not in report.xml


def test_footnotes_follow_with_their_tags(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t>支出</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>'
    report = Report(tmp_path, package(body * 2, parts={"footnotes.xml": FOOTNOTES}))
    assert report.told == []
    notes = report.files["word/footnotes.xml"].decode()
    assert notes.count("按") == 2
    assert notes.count("<w:footnoteRef/>") == 2
    assert '<w:pStyle w:val="FootnoteText"/>' in notes
    assert re.findall(r'<w:footnoteReference w:id="(\d)"/>', report.xml) == ["1", "2"]


def test_what_a_footnote_may_not_hold_is_told_in_it(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:footnoteReference w:id="5"/></w:r></w:p>'
    link = '<w:hyperlink r:id="rId1"><w:r><w:t>甲</w:t></w:r></w:hyperlink>'
    notes = FOOTNOTES.replace("<w:r><w:t>", f"{link}<w:r><w:t>")
    outside = {"footnotes.xml": {"rId1": ("hyperlink", "!http://example.org/")}}
    report = Report(tmp_path, package(body, parts={"footnotes.xml": notes}, part_relations=outside))
    assert "F331 脚注5 段1" in report.told


def test_fields_are_kept_with_their_bookmarks_under_new_names(tmp_path: Path) -> None:
    marked = '<w:bookmarkStart w:id="7" w:name="表一"/><w:r><w:t>表1</w:t></w:r><w:bookmarkEnd w:id="7"/>'
    idle = '<w:bookmarkStart w:id="8" w:name="_GoBack"/><w:bookmarkEnd w:id="8"/>'
    body = f"<w:p>{field('REF 表一', '表1')}</w:p><w:p>{marked}{idle}</w:p><w:p>{field('SEQ 表', '1')}</w:p>"
    report = Report(tmp_path, package(body), package(body))
    assert report.told == []
    assert re.findall(r"> (REF \w+) <", report.xml) == ["REF _Sec1", "REF _Sec2"]
    assert re.findall(r'bookmarkStart w:id="\d+" w:name="(\w+)"', report.xml) == ["_Sec1", "_Sec2"]
    assert report.xml.count("bookmarkEnd") == 2
    assert report.xml.count("> SEQ 表 <") == 2
    assert report.words == ["表1", "表1", "1", "表1", "表1", "2"]


def test_captions_and_references_have_the_numbers_of_the_report(tmp_path: Path) -> None:
    marked = '<w:bookmarkStart w:id="7" w:name="_Ref1"/><w:r><w:t>表 </w:t></w:r>{}<w:bookmarkEnd w:id="7"/>'
    sequence, reference = field(r"SEQ Table \* ARABIC", "9"), field(r"REF _Ref1 \h", "表 9")
    caption = f"<w:p>{marked.format(sequence)}</w:p>"
    body = f"<w:p><w:r><w:t>见</w:t></w:r>{reference}</w:p>{caption}"
    files: dict[str, str | bytes] = {
        "一.md": "甲{.表题}\n\n表N 乙{.表题}\n\n| 甲 |\n|--|\n| 1 |\n",
        "二.docx": package(body + caption.replace("_Ref1", "x")),
    }
    form = format_in(tmp_path, "- {类型: 正文, 文件: 一.md}\n- {类型: 正文, 文件: 二.docx}", files)
    data, findings = document(form)
    assert findings == []
    lines = plain_text(read(data)).split("\n")
    assert [line for line in lines if "表" in line] == ["表1　乙", "见表2", "表2", "表3"]
    xml = read(data)["word/document.xml"].decode()
    assert xml.count("> SEQ 表 \\* ARABIC <") >= 2


def test_a_reference_to_the_number_of_a_heading_prints_that_number(tmp_path: Path) -> None:
    heading = '<w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr>{}<w:r><w:t>绩效</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    start = '<w:bookmarkStart w:id="1" w:name="{}"/>'
    reference = field(r"REF 甲 \r \h", "第 3 章")
    body = f"<w:p><w:r><w:t>见</w:t></w:r>{reference}</w:p>"
    part = styled("概况", "a1") + heading.format(start.format("甲"))
    report = Report(tmp_path / "一", package(body + part, parts=sheet("heading 1")))
    assert report.told == []
    assert report.words == ["见二、", "一、概况", "二、绩效"]
    plainly = heading.format(start.format("甲")).replace("a1", "a2")
    assert Report(tmp_path / "二", package(body + plainly, parts=sheet("heading 1", "正文"))).told == ["F334 段1"]


def test_a_field_that_word_split_over_runs_is_read_whole(tmp_path: Path) -> None:
    split = field("INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT x.docx", "甲")
    simple = '<w:fldSimple w:instr="AUTHOR"><w:r><w:t>乙</w:t></w:r></w:fldSimple>'
    nested = field(f"IF </w:instrText></w:r>{field('PAGE', '3')}<w:r><w:instrText> = 1", "丙")
    body = "".join(f"<w:p>{each}</w:p>" for each in (split, simple, nested, field("page \\* MERGEFORMAT", "1")))
    report = Report(tmp_path, package(body))
    assert [(each.code, dict(each.fields)["field"]) for each in report.findings] == [
        *(("F334", "INCLUDETEXT"), ("F334", "AUTHOR"), ("F334", "IF")),
    ]
    assert report.words == ["甲", "乙", "丙", "1"]
    assert report.xml.count("<w:instrText") == 1


def test_links_within_the_document_are_kept(tmp_path: Path) -> None:
    link = '<w:hyperlink w:anchor="表一"><w:r><w:t>见{{ 1 + 1 }}</w:t></w:r></w:hyperlink>'
    complex_link = field('HYPERLINK \\l "表一"', "见上")
    target = '<w:bookmarkStart w:id="7" w:name="表一"/><w:p><w:r><w:t>表</w:t></w:r></w:p><w:bookmarkEnd w:id="7"/>'
    report = Report(tmp_path, package(f"<w:p>{link}{complex_link}</w:p>{target}"))
    assert report.told == []
    assert report.xml.count('<w:hyperlink w:anchor="_Sec1" w:history="1">') == 2
    assert report.xml.count('w:name="_Sec1"') == report.xml.count("<w:bookmarkEnd") == 1


@pytest.mark.parametrize("condition", ["{% if 1 > 0 %}见", "{%p if 1 > 0 %}"])
def test_a_link_with_a_condition_is_only_text(tmp_path: Path, condition: str) -> None:
    link = f'<w:hyperlink w:anchor="表一"><w:r><w:t>{condition}</w:t></w:r></w:hyperlink>'
    target = '<w:p><w:bookmarkStart w:id="7" w:name="表一"/><w:bookmarkEnd w:id="7"/></w:p>'
    report = Report(tmp_path, package(f"<w:p>{link}</w:p>{target}"))
    assert "F327 段1" in report.told
    assert "<w:hyperlink" not in report.xml


def test_a_table_of_contents_is_the_programs(tmp_path: Path) -> None:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    entry = "<w:r><w:t>一、旧目录</w:t></w:r>"
    toc = (
        f"<w:p>{begin}<w:r><w:instrText>TOC</w:instrText></w:r>{middle}{entry}</w:p><w:p>{entry}</w:p><w:p>{end}</w:p>"
    )
    gallery = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"{gallery}<w:sdtContent>{toc}</w:sdtContent></w:sdt>"
    report = Report(tmp_path, package(toc + plain("甲")), package(control + plain("乙")))
    assert report.told == ["F339 段1", "F339"]
    assert report.words == ["甲", "乙"]
    assert report.xml.count("<w:p>") == 2


def test_values_print_as_in_a_chapter_and_in_tables_as_in_its_tables(tmp_path: Path) -> None:
    cell = f"<w:tc>{plain('{{ 年初预算数 }}')}</w:tc>"
    body = f"{plain('预算{{ 年初预算数 }}。')}<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>{plain('末')}"
    outline = format_in(tmp_path, "- {类型: 正文, 文件: 章.docx}", {"章.docx": package(body)})
    data, findings = document(outline, "年初预算数: 1800\n")
    assert findings == []
    assert plain_text(read(data)).split("\n")[:3] == ["预算1800万元。", "1800", "末"]
    xml = read(data)["word/document.xml"].decode()
    assert re.findall(r'pStyle w:val="(\w+)"', xml) == ["BodyText", "TableText", "BodyText"]


@pytest.mark.parametrize("around", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>"])
def test_what_stands_in_wrappers_and_nested_tables_is_kept(tmp_path: Path, around: str) -> None:
    inner = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{plain('内')}</w:tc></w:tr></w:tbl><w:p/>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    report = Report(tmp_path, package(around.format(table) + plain("外")))
    assert report.told == []
    assert [line for line in report.words if line.strip()] == ["内", "外"]


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    media: dict[str, str | bytes] = {"1.png": png(), **TWO_LISTS}
    made = package(f"<w:p>{picture('r1')}</w:p>{item('甲', 1)}", {"r1": ("image", "1.png")}, media)
    first, second = (Report(tmp_path / name, made).files for name in "ab")
    assert first == second


def test_spaces_typed_for_an_indent_are_left_out(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>　　</w:t></w:r><w:r><w:t xml:space='preserve'>　甲　乙</w:t></w:r></w:p>"
    assert '<w:t xml:space="preserve">甲　乙' in Report(tmp_path / "章", package(body)).xml
    assert "　　" in Report(tmp_path / "表", package(body), kind="类型: 表单").xml


def test_symbols_tabs_and_breaks_are_kept(tmp_path: Path) -> None:
    kept = '<w:tab/><w:br/><w:sym w:font="Wingdings" w:char="F0FE"/><w:noBreakHyphen/><w:br w:type="page"/>'
    report = Report(tmp_path, package(f"<w:p><w:r><w:t>甲</w:t>{kept}<w:t>乙</w:t></w:r></w:p>"))
    assert report.told == []
    assert kept in report.xml
