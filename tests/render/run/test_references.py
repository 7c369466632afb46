import re
from pathlib import Path

import pytest

from jixiao.kernel.finding import Finding
from jixiao.package.reader import read
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from jixiao.render.draft import Draft
from tests.render.drawn import form
from tests.templates import ORIGIN, document, format_in, pdf_of, view_of, words_of

PROJECTS = "子项目:\n- {名称: 甲, 预算安排: 8万元, 实际支出: 7万元}\n- {名称: 乙, 预算安排: 9万元, 实际支出: 8万元}\n"
CHAPTER = "- {类型: 正文, 文件: 章.md}\n"
ANNEXES = "- {类型: 附件, 名称: 情况表}\n- {类型: 附件, 名称: '{{ 年度 }}年自评表'}\n"


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def made(folder: Path, chapter: str, outline: str = CHAPTER, **more: str) -> tuple[bytes, list[Finding]]:
    """A report with this chapter."""
    files: dict[str, str | bytes] = {"章.md": chapter, **{f"{name}.md": text for name, text in more.items()}}
    return document(format_in(folder, outline, files), PROJECTS)


def words(folder: Path, chapter: str, outline: str = CHAPTER, **more: str) -> list[str]:
    """The paragraphs of a report with this chapter; the test fails on any finding."""
    content, findings = made(folder, chapter, outline, **more)
    assert not findings, findings
    return [line for line in words_of(content).splitlines() if line and not line.startswith("—")]


def codes(folder: Path, chapter: str, outline: str = CHAPTER) -> list[str]:
    return [f"{each.code} {each.place}" for each in made(folder, chapter, outline)[1]]


def table(name: str) -> str:
    return f"表N {name} {{.表题}}\n\n| 甲 |\n|--|\n| 1 |\n"


def test_tables_are_numbered_as_they_are_printed(tmp_path: Path) -> None:
    dropped = f"{{% if 1 > 2 %}}\n{table('空表')}{{% endif %}}"
    chapter = f"见[](#支出表)和[](#收入表)。\n\n{table('收入表')}\n{dropped}\n{table('支出表')}"
    assert words(tmp_path, chapter) == ["见表2和表1。", "表1　收入表", "甲", "1", "表2　支出表", "甲", "1"]


def test_a_table_without_rows_takes_no_number(tmp_path: Path) -> None:
    empty = '表N 空表 {.表题}\n\n| 甲 |\n|--|\n{% for 项 in 子项目|where("预算安排 == 0") %}\n| 1 |\n{% endfor %}\n'
    assert words(tmp_path, f"{empty}\n{table('收入表')}\n见[](#收入表)。")[0] == "表1　收入表"


def test_headings_are_referred_to_by_the_way_to_them(tmp_path: Path) -> None:
    chapter = "# 概况\n\n见[](<#资金 使用>)、[](#绩效)和[上文](#概况)。\n\n## 单位\n\n## 资金 使用\n"
    outline = f"{CHAPTER}- {{类型: 正文, 文件: 二.md}}\n"
    assert words(tmp_path, chapter, outline, 二="# {{ 年度 }}绩效\n")[1] == "见第一部分（二）、第二部分和上文。"


def test_annexes_are_referred_to_by_their_names_without_tags(tmp_path: Path) -> None:
    assert words(tmp_path, "见[](#情况表)、[](#年自评表)。", CHAPTER + ANNEXES)[0] == "见附件1、附件2。"


def test_a_heading_of_the_outline_is_referred_to_as_typed(tmp_path: Path) -> None:
    outline = "- {类型: 正文, 名称: 三、评价综述, 文件: 章.md}\n"
    assert words(tmp_path, "见[](#三、评价综述)。\n\n1. 甲", outline) == [
        "三、评价综述",
        "见三、评价综述。",
        "（一）甲",
    ]


def test_a_name_within_a_loop_is_that_of_the_same_turn(tmp_path: Path) -> None:
    chapter = "{% for 项 in 子项目 %}\n{{ 项.名称 }}见[](#明细)。\n\n表N {{ 项.名称 }}明细 {.表题}\n\n{% endfor %}"
    assert words(tmp_path, chapter) == ["甲见表1。", "表1　甲明细", "乙见表2。", "表2　乙明细"]


def test_a_table_may_have_a_short_name(tmp_path: Path) -> None:
    assert words(tmp_path, "见[](#收支)。\n\n表N {{ 年度 }}年收支情况表 {.表题 收支}")[0] == "见表1。"


@pytest.mark.parametrize(
    ("chapter", "findings"),
    [
        ("见[](#收支)。\n\n表N 收入 {.表题}", ["F236 templates/测试/2022/章.md:1:5"]),
        ("见[](#{{ 年度 }})。", ["F236 templates/测试/2022/章.md:1:5"]),
        ("{% if 1 > 2 %}\n# 甲\n{% endif %}\n见[](#甲)。", ["R111 templates/测试/2022/章.md:4:5"]),
        ("# 甲\n# 甲\n见[](#甲)。", ["R112 templates/测试/2022/章.md:3:5"]),
        ("{% for 项 in 子项目 %}\n# 甲\n{% endfor %}\n[见](#甲)", ["R112 templates/测试/2022/章.md:4:5"]),
        ("甲[^1]\n\n[^1]: 见[](#乙)\n", ["F236 templates/测试/2022/章.md:3:11"]),
    ],
)
def test_references_that_lead_nowhere_are_found(tmp_path: Path, chapter: str, findings: list[str]) -> None:
    assert codes(tmp_path, chapter) == findings


def test_what_is_drawn_in_a_form_may_have_the_number_of_a_picture(tmp_path: Path) -> None:
    assert words(tmp_path, "见[](#流程)。\n\n图N 审批流程图 {.图题 流程}") == ["见图1。", "图1　审批流程图"]


def test_word_can_follow_a_reference(tmp_path: Path) -> None:
    content, _ = made(tmp_path, f"# 概况\n\n见[](#收入表)、[](#概况)和[**此**表](#收入表)。\n\n{table('收入表')}")
    xml = read(content)["word/document.xml"].decode()
    heading, number = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Ref\d+)"/>', xml)
    assert (
        f'<w:fldSimple w:instr=" REF {number} \\h "><w:r><w:t xml:space="preserve">表1</w:t></w:r></w:fldSimple>' in xml
    )
    assert f'<w:hyperlink w:anchor="{heading}" w:history="1"><w:r><w:t xml:space="preserve">第一部分</w:t>' in xml
    assert f'<w:hyperlink w:anchor="{number}" w:history="1"><w:r><w:rPr><w:b/>' in xml
    assert '<w:fldSimple w:instr=" SEQ 表 \\* ARABIC ">' in xml


def test_what_nobody_refers_to_has_no_bookmark(tmp_path: Path) -> None:
    content, _ = made(tmp_path, "# 概况\n\n甲\n", CHAPTER + ANNEXES)
    assert b"bookmark" not in read(content)["word/document.xml"]


def test_a_draft_shows_what_is_missing(tmp_path: Path) -> None:
    draft = format_in(tmp_path, CHAPTER, {"章.md": "{% if 1 > 2 %}\n# 甲\n{% endif %}\n见[](#甲)和[下文](#甲)。"})
    content, findings = document(draft, "", Draft((), lambda finding: finding.code))
    assert {finding.code for finding in findings} == {"R111"}
    assert words_of(content).startswith("见【待填：甲】和下文。")


def test_a_section_alone_has_the_numbers_of_the_whole(tmp_path: Path) -> None:
    outline = f"{CHAPTER}- {{类型: 正文, 文件: 二.md}}\n"
    files: dict[str, str | bytes] = {"章.md": table("收入表"), "二.md": f"见[](#收入表)。\n\n{table('支出表')}"}
    compiled, findings = compile_format(format_in(tmp_path, outline, files))
    document = render(compiled, view_of(), ORIGIN, spans=[1])
    assert not [*findings, *document.findings]
    assert words_of(document.data).startswith("见表1。\n表2　支出表")


def test_a_form_without_rows_takes_its_caption_and_number_with_it(tmp_path: Path) -> None:
    rows = [["{%tr for 项 in 无 %}"], ["{{ 项.名称 }}"], ["{%tr endfor %}"]]
    chapter = '{% set 无 = 子项目|where("预算安排 < 0") %}\n\n表N 空表 {.表题}\n\n{% form "表.docx" %}\n\n'
    files: dict[str, str | bytes] = {"章.md": f"{chapter}{table('收入表')}", "表.docx": form(rows)}
    content, findings = document(format_in(tmp_path, CHAPTER, files), PROJECTS)
    assert not findings
    assert words_of(content).startswith("表1　收入表")


@pytest.mark.needs("soffice")
def test_libreoffice_prints_the_same_numbers(tmp_path: Path) -> None:
    import pypdfium2

    chapter = f"见[](#支出表)、[](#情况表)。\n\n{table('收入表')}\n{table('支出表')}"
    content, _ = made(tmp_path, chapter, CHAPTER + ANNEXES)
    with pypdfium2.PdfDocument(pdf_of(content, tmp_path)) as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    assert "见表2、附件1。" in text.replace(" ", "")
    assert "表2" in text.replace(" ", "").replace("见表2", "")
