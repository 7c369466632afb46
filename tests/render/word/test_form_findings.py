from __future__ import annotations

import pytest

from jixiao.kernel.finding import REGISTRY
from jixiao.messages.forms import MESSAGES
from jixiao.package.reader import read
from jixiao.package.zip import pack, write
from jixiao.render.word.form import Setting, compile_form
from jixiao.render.word.reading import Surroundings
from tests.render.drawn import Rows, form, found, ours, run, written

IN_TABLE = "表.docx 表1"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["好", "{{ 名称"], ("F302", "表.docx 段2", "{{ 名称")),
        (["名称 }}"], ("F302", "表.docx 段1", "名称 }}")),
        (["{% include '别的' %}"], ("F202", "表.docx 段1", "{% include '别的' %}")),
        (["{% p if 多 %}"], ("F202", "表.docx 段1", "{% p if 多 %}")),
        (["{% for 列 %}{% endfor %}"], ("F203", "表.docx 段1", "{% for 列 %}")),
        (["{% set 名 %}"], ("F203", "表.docx 段1", "{% set 名 %}")),
        (["{%- if 多 %}甲{% endif %}"], ("F304", "表.docx 段1", "{%- if 多 %}")),
        (["甲{% if 多 %}乙{% endif -%}"], ("F304", "表.docx 段1", "{% endif -%}")),
        (["{%p if 多 %}", "{%- if 多 %}{% endif %}", "{%p endif %}"], ("F304", "表.docx 段2", "{%- if 多 %}")),
        (["{{ 1 + }}"], ("C101", "表.docx 段1", "{{ 1 + }}")),
        (["{{ 名称|没有的 }}"], ("C105", "表.docx 段1", "{{ 名称|没有的 }}")),
        (["{% if ( %}{% endif %}"], ("C101", "表.docx 段1", "{% if ( %}")),
        (["{% if 多 %}"], ("F204", "表.docx 段1", "{% if 多 %}")),
        (["好{% endif %}"], ("F205", "表.docx 段1", "{% endif %}")),
        (["{% if 多 %}{% else %}{% else %}{% endif %}"], ("F205", "表.docx 段1", "{% else %}")),
        (["{% for 项 in 列 %}", "{%p endfor %}"], ("F309", "表.docx 段2", "{%p endfor %}")),
        (["{% if 多 %}{% endfor %}{% endif %}"], ("F205", "表.docx 段1", "{% endfor %}")),
        (["{% form '表.docx' %}"], ("F213", "表.docx 段1", "{% form '表.docx' %}")),
        (["{% landscape %}"], ("F213", "表.docx 段1", "{% landscape %}")),
        (["{% vm %}"], ("F314", "表.docx 段1", "{% vm %}")),
        (["{%tr if 多 %}"], ("F314", "表.docx 段1", "{%tr if 多 %}")),
        (["丢{%p set 甲 = 1 %}"], ("F313", "表.docx 段1", "丢")),
        (["{%p set 甲 = 1 %}{{ 名称 }}"], ("F313", "表.docx 段1", "{{ 名称 }}")),
    ],
)
def test_a_slip_in_a_paragraph_is_found_where_it_stands(blocks: list[str], expected: tuple[str, str, str]) -> None:
    assert found(form(*blocks)) == [expected]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["{% for 项 in 列 %}"], ["{%tr endfor %}"]], [("F204", "行1 格1 段1"), ("F205", "行2 格1 段1")]),
        ([["{%tr for 项 in 列 %}丢"], ["{%tr endfor %}"]], [("F313", "行1 格1 段1")]),
        ([["{%tr set 甲 = 1 %}", "{{ 名称 }}"]], [("F313", "行1 格2 段1")]),
        ([["甲", "{%tc set 甲 = 1 %}\n丢"]], [("F313", "行1 格2 段2")]),
        ([["{{tr 名称 }}"]], [("F315", "行1 格1 段1")]),
        ([["{% vm %}{% vm %}"]], [("F311", "行1 格1 段1")]),
        ([["{% vm %}{% hm %}"]], [("F312", "行1 格1 段1")]),
        ([["{% colspan %}"]], [("C101", "行1 格1 段1")]),
        ([["甲\n{% if 多 %}"], ["{% endif %}"]], [("F204", "行1 格1 段2"), ("F205", "行2 格1 段1")]),
    ],
)
def test_a_slip_in_a_table_is_found_where_it_stands(rows: Rows, expected: list[tuple[str, str]]) -> None:
    places = [(code, place) for code, place, _ in found(form(rows))]
    assert places == [(code, f"{IN_TABLE} {place}") for code, place in expected]


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (f"<w:p>{run('甲')}<w:r><w:drawing/></w:r></w:p>", "F321"),
        ('<w:p><w:pPr><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr></w:p>', "F322"),
        ('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', "F325"),
        (f"<w:p><w:ins>{run('甲')}</w:ins></w:p>", "F324"),
        ("<w:p><w:del><w:r><w:delText>甲</w:delText></w:r></w:del></w:p>", "F324"),
        ("<w:p><w:r><w:rPr><w:b/><w:rPrChange/></w:rPr></w:r></w:p>", "F324"),
        ("<w:p><w:r><w:ruby/></w:r></w:p>", "F325"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('甲')}</w:p></w:sdtContent></w:sdt>", "F326"),
        (f"<w:p><w:hyperlink>{run('甲')}</w:hyperlink></w:p>", "F327"),
        ('<w:p><w:pPr><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr></w:p>', "F328"),
        ('<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:p>', "F303"),
    ],
)
def test_what_a_form_cannot_carry_is_found(xml: str, code: str) -> None:
    assert [(each, place.startswith("表.docx")) for each, place, _ in found(written(xml))] == [(code, True)]


def test_an_unknown_style_is_reported_once() -> None:
    styled = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:p>'
    assert found(written(styled * 3)) == [("F303", "表.docx 段1", "")]


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_a_file_that_is_no_docx_is_a_finding(data: bytes) -> None:
    nodes, findings = compile_form(data, "表.docx", Setting(Surroundings({})))
    assert nodes == ()
    assert [finding.code for finding in findings] == ["F301"]


def test_a_strict_document_is_a_finding() -> None:
    files = read(form("甲"))
    purl = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", purl
    )
    assert found(write(pack(name, content) for name, content in files.items())) == [("F301", "表.docx", "")]


def test_every_code_has_its_words() -> None:
    assert {code for code in REGISTRY if code.startswith("F3")} == set(MESSAGES)


@pytest.mark.parametrize(
    "blocks",
    [
        ["好{% for 项 in 列 %}", "坏"],
        ["好{% if 多 %}", "坏{% else %}", "再"],
        ["好{% for 列 %}", "坏{% endfor %}"],
        ["{% for 项 in 列 %}", "坏", "{%p endfor %}"],
        ["{%p if 多 %}", "坏{% else %}再", "{%p endif %}"],
    ],
)
def test_a_draft_is_whole_although_a_block_is_not(blocks: list[str]) -> None:
    shown = ours(form(*blocks), {"列": [1, 2], "多": True})
    assert shown.findings
    assert any("坏" in str(block) for block in shown.seen)  # seen parses the XML
