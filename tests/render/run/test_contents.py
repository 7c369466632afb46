import re
from pathlib import Path

import pypdfium2
import pytest

from jixiao.package.reader import read
from jixiao.package.text import texts
from jixiao.package.zip import pack, write
from tests.templates import document, format_in, pdf_of, words_of

OUTLINE = """
- {类型: 封面, 行: [封面]}
- {类型: 目录}
- {类型: 题名, 行: [自评报告]}
- {类型: 正文, 文件: 一.md}
- {类型: 正文, 文件: 二.md}
- {类型: 附件, 名称: 自评表}
"""
FIRST = """
# {{ 单位.名称 }}概况

## 职能

### 综合

#### 办公室

{% if 事实数 > 100 %}
## 不列出的
{% endif %}
"""
SECOND = """
{% for 项 in 子项目 %}
# {{ 项.名称 }}
{% endfor %}
"""
DATA = "事实: {事实数: 48个}\n子项目:\n" + "".join(
    f"- {{名称: {name}, 预算安排: 1, 实际到位: 1, 实际支出: 1}}\n" for name in ("甲 & 乙", "丙")
)
FIELD_BEGIN = re.compile(
    r'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    r'<w:r><w:instrText xml:space="preserve"> TOC [^<]*</w:instrText></w:r>'
    r'<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def made(folder: Path, contents: str = "- {类型: 目录}", first: str = FIRST, second: str = SECOND) -> bytes:
    form = format_in(folder, OUTLINE.replace("- {类型: 目录}", contents), {"一.md": first, "二.md": second})
    content, findings = document(form, DATA)
    assert not findings, findings
    return content


def body_of(content: bytes) -> str:
    return read(content)["word/document.xml"].decode()


def listed(content: bytes) -> list[tuple[str, str]]:
    """Style and words of the paragraphs of the table of contents."""
    return [(each.style, each.text) for each in texts(read(content)) if each.style.startswith("TOC")]


def test_headings_are_listed_as_they_are_printed(tmp_path: Path) -> None:
    assert listed(made(tmp_path)) == [
        ("TOCHeading", "目　录"),
        ("TOC1", "一、某办公室概况\t"),
        ("TOC2", "（一）职能\t"),
        ("TOC3", "1.综合\t"),
        ("TOC1", "二、甲 & 乙\t"),
        ("TOC1", "三、丙\t"),
    ]


def test_each_entry_leads_to_its_heading_and_asks_for_its_page(tmp_path: Path) -> None:
    body = body_of(made(tmp_path))
    bookmarks = re.findall(r'<w:bookmarkStart w:id="(\d)" w:name="(_Toc\d{9})"/>.*?<w:bookmarkEnd w:id="(\d)"/>', body)
    assert bookmarks == [(f"{number}", f"_Toc{number:09}", f"{number}") for number in range(5)]
    names = [name for _, name, _ in bookmarks]
    assert re.findall(r'<w:hyperlink w:anchor="(\w+)"', body) == names
    assert re.findall(r" PAGEREF (\w+) \\h ", body) == names
    heading = body.split("<w:bookmarkStart")[-1].split("</w:p>")[0]
    assert "三、" in heading
    assert "丙" in heading


def test_the_field_is_whole_and_asks_nothing_when_the_document_is_opened(tmp_path: Path) -> None:
    content = made(tmp_path)
    body = body_of(content)
    kinds = re.findall(r'fldCharType="(\w+)"', body)
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 5, "end"]
    assert body.count(r' TOC \o "1-3" \h \z \u ') == 1
    assert "w:dirty" not in body
    assert b"updateFields" not in read(content)["word/settings.xml"]


def test_the_format_says_how_many_levels_are_listed_and_how_numbers_look(tmp_path: Path) -> None:
    found = listed(made(tmp_path, '- {类型: 目录, 级别: 4, 页码: "- 1 -"}'))
    assert found[3:5] == [("TOC3", "1.综合\t-  -"), ("TOC4", "（1）办公室\t-  -")]
    assert listed(made(tmp_path, "- {类型: 目录, 级别: 1}"))[1:3] == [
        ("TOC1", "一、某办公室概况\t"),
        ("TOC1", "二、甲 & 乙\t"),
    ]


def test_a_report_without_headings_has_an_empty_table_of_contents(tmp_path: Path) -> None:
    content = made(tmp_path, first="正文", second="正文")
    assert listed(content) == [("TOCHeading", "目　录")]
    assert "fldChar" not in body_of(content)


def test_its_pages_bear_no_numbers_and_the_text_begins_with_one(tmp_path: Path) -> None:
    cover, contents, text, annex = body_of(made(tmp_path)).split("<w:sectPr>")[1:]
    assert "footerReference" not in cover + contents.split("</w:sectPr>")[0]
    assert '<w:type w:val="oddPage"/>' in text
    assert '<w:pgNumType w:start="1"/>' in text
    assert "pgNumType" not in annex


def test_styles_of_a_table_of_contents_are_in_documents_that_have_one(tmp_path: Path) -> None:
    styles = read(made(tmp_path))["word/styles.xml"].decode()
    entry = styles.split('w:styleId="TOC2"')[1].split("</w:style>")[0]
    assert '<w:name w:val="toc 2"/>' in entry
    assert '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8845"/></w:tabs>' in entry
    plain = format_in(tmp_path, "- {类型: 正文, 文件: 一.md}", {"一.md": "# 概况"})
    files = read(document(plain)[0])
    assert b"TOC" not in files["word/styles.xml"] + files["word/document.xml"]


def test_a_missing_style_of_an_entry_is_found(tmp_path: Path) -> None:
    form = format_in(tmp_path, OUTLINE, {"一.md": FIRST, "二.md": SECOND})
    for name in ("目录3", "目录4"):
        form.layout.styles.pop(name)
    assert [(each.code, each.fields) for each in document(form, DATA)[1]] == [("F220", (("name", "目录3"),))]


def laid_out(content: bytes, folder: Path) -> list[str]:
    """The words of each page as LibreOffice lays them out.

    It keeps the numbers inside a field of contents as they were written, and computes references outside of one: the
    field around them is taken away here, so that the references that Word would follow are the ones followed.
    """
    files = read(content)
    body = files["word/document.xml"].decode()
    body, begun = FIELD_BEGIN.subn("", body)
    assert (begun, body.count(FIELD_END)) == (1, 1)
    files["word/document.xml"] = body.replace(FIELD_END, "</w:p>").encode()
    pdf = pypdfium2.PdfDocument(pdf_of(write(pack(name, data) for name, data in files.items()), folder))
    return [page.get_textpage().get_text_bounded() for page in pdf]


@pytest.mark.needs("soffice")
def test_every_number_is_that_of_the_page_on_which_the_heading_stands(tmp_path: Path) -> None:
    paragraphs = "国" * 900 + "\n\n"
    first = "".join(f"# 概况{number}\n\n{paragraphs}## 职能{number}\n\n{paragraphs}" for number in range(1, 8))
    content = made(tmp_path, first=first)
    pages = ["".join(page.split()) for page in laid_out(content, tmp_path)]
    text = next(at for at, page in enumerate(pages) if "—1—" in page)
    contents, body = "".join(pages[1:text]), pages[text:]
    headings = ["".join(words.split()) for _, words in listed(content)[1:]]
    numbers = [int(re.findall(re.escape(words) + r"\.+(\d+)", contents)[0]) for words in headings]
    assert numbers == [next(at for at, page in enumerate(body, 1) if words in page) for words in headings]
    assert (len(numbers), numbers[0]) == (16, 1)
    assert numbers[-1] > 10


@pytest.mark.needs("soffice")
def test_libreoffice_shows_every_entry_without_an_update(tmp_path: Path) -> None:
    content = made(tmp_path)
    pdf = pypdfium2.PdfDocument(pdf_of(content, tmp_path))
    shown = "".join(pdf[1].get_textpage().get_text_bounded().split())
    for _, words in listed(content):
        assert "".join(words.split()) in shown
    assert "Error" not in words_of(content)
