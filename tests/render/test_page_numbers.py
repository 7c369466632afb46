import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.office.fonts import stand_ins
from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.package.zip import pack, write
from jixiao.render.document import well_formed
from jixiao.render.page_numbers import (
    asks_for_pages,
    digest,
    fonts_of,
    to_lay_out,
    with_page_numbers,
    without_page_numbers,
)
from tests.render.foreign import field, package
from tests.templates import document, format_in

OUTLINE = """
- {类型: 封面, 行: [封面]}
- {类型: 目录, 页码: "- 1 -"}
- {类型: 正文, 文件: 一.md}
- {类型: 正文, 文件: 二.docx}
"""
CHAPTER = "# 概况\n\n## 职能\n\n正文。\n\n# 结果\n"
WORD = (
    '<w:p><w:bookmarkStart w:id="7" w:name="甲"/><w:r><w:t>乙</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'
    f"<w:p><w:r><w:t>见第</w:t></w:r>{field(chr(32).join(('PAGEREF', '甲', chr(92) + 'h')), '12')}</w:p>"
)
NAMES = ("Page0", "Page1", "Page2", "Page3", "Start2")
"""Three headings, a bookmark of the Word file, and the section after cover and contents."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIXIAO_CACHE", str(tmp_path_factory.mktemp("cache")))
        files: dict[str, str | bytes] = {"一.md": CHAPTER, "二.docx": package(WORD)}
        content, findings = document(format_in(tmp_path_factory.mktemp("format"), OUTLINE, files))
    assert not findings, findings
    return content


def body_of(content: bytes) -> str:
    return read(content)["word/document.xml"].decode()


def listed(content: bytes) -> list[str]:
    """The lines of the contents, and the one that refers to a page."""
    return [line for line in plain_text(read(content)).splitlines() if "\t-" in line or "见第" in line]


def test_numbers_count_from_where_the_section_says(made: bytes) -> None:
    pages = {"Start2": 4, "Page0": 4, "Page1": 5, "Page2": 11, "Page3": 12}
    numbered = with_page_numbers(made, pages)
    assert listed(numbered) == ["一、概况\t- 1 -", "（一）职能\t- 2 -", "二、结果\t- 8 -", "见第9"]
    assert well_formed("word/document.xml", body_of(numbered).encode()) == []
    later = with_page_numbers(numbered, pages | {"Page3": 13})
    assert listed(later)[-1] == "见第10"


def test_what_has_no_number_stays_empty(made: bytes) -> None:
    assert listed(with_page_numbers(made, {"Start2": 4, "Page0": 3, "Page1": 4})) == [
        *("一、概况\t-  -", "（一）职能\t- 1 -", "二、结果\t-  -", "见第"),
    ]
    assert with_page_numbers(made, {name: 1 for name in NAMES if "Page" in name}) == made
    assert with_page_numbers(made, {}) == made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 10_000)))
def test_without_numbers_it_is_the_same_bytes_as_before(made: bytes, pages: dict[str, int]) -> None:
    numbered = with_page_numbers(made, pages)
    assert without_page_numbers(numbered) == made
    assert digest(numbered) == digest(made)


def test_only_what_asks_for_pages_needs_them(made: bytes, tmp_path: Path) -> None:
    assert asks_for_pages(made)
    assert not asks_for_pages(document(format_in(tmp_path, "- {类型: 正文, 文件: 一.md}", {"一.md": CHAPTER}))[0])


def test_the_copy_has_no_field_of_contents_and_the_same_words(made: bytes) -> None:
    copy = to_lay_out(made, {})
    body = body_of(copy)
    assert plain_text(read(copy)) == plain_text(read(made))
    assert " TOC " in body_of(made)
    assert " TOC " not in body
    assert body.count('fldCharType="begin"') == body.count('fldCharType="end"') == body_of(made).count(" PAGEREF ")
    assert sorted(re.findall(r'w:name="((?:Page|Start)\d+)"', body)) == list(NAMES)
    assert well_formed("word/document.xml", body.encode()) == []
    ids = re.findall(r'<w:bookmarkStart w:id="(\d+)"', body)
    assert len(ids) == len(set(ids))


def test_the_copy_has_no_content_controls(made: bytes) -> None:
    files = read(made)
    inner = "<w:sdt><w:sdtPr><w:alias w:val='a'/><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    around = inner.replace("<w:text/>", "<w:rPr><w:b/></w:rPr>").format(inner)
    body = files["word/document.xml"].decode()
    assert body.count('<w:r><w:t xml:space="preserve">正文。</w:t></w:r>') == 1
    bound = re.sub(r"<w:r><w:t [^>]*>正文。</w:t></w:r>", lambda match: around.format(match[0]), body)
    files["word/document.xml"] = bound.encode()
    copy = to_lay_out(write(pack(name, data) for name, data in files.items()), {})
    assert body_of(copy) == body_of(to_lay_out(made, {}))


def test_fonts_are_named_with_their_alternatives_and_replaced_in_the_copy(made: bytes) -> None:
    fonts = fonts_of(made)
    assert fonts["仿宋_GB2312"][:2] == ("仿宋", "FangSong")
    assert fonts["Times New Roman"] == ()
    assert not any("zh-CN" in font for font in fonts)
    copy = to_lay_out(made, {"仿宋_GB2312": "思源 & 宋体", "黑体": ""})
    replaced = fonts_of(copy)
    assert "仿宋_GB2312" not in replaced
    assert {"思源 & 宋体", "黑体", "Times New Roman"} <= replaced.keys()
    assert well_formed("word/styles.xml", read(copy)["word/styles.xml"]) == []


def test_charts_are_set_in_the_same_fonts(made: bytes) -> None:
    chart = '<c:t xmlns:c="c" xmlns:a="a"><a:latin typeface="+mn-lt"/><a:ea typeface="{}"/></c:t>'
    files = read(made) | {"word/charts/chart1.xml": chart.format("方正舒体").encode()}
    drawn = write(pack(name, data) for name, data in files.items())
    assert "方正舒体" in fonts_of(drawn)
    assert not any(font.startswith("+") for font in fonts_of(drawn))
    copy = read(to_lay_out(drawn, {"方正舒体": "思源宋体"}))
    assert copy["word/charts/chart1.xml"].decode() == chart.format("思源宋体")


def test_the_free_fonts_of_a_server_stand_for_all_chinese_ones(made: bytes) -> None:
    found = stand_ins(fonts_of(made), ("Noto Sans CJK SC", "Noto Serif CJK SC", "Times New Roman"))
    assert len(found) == 5
    assert "" not in found.values()
