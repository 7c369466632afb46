"""Chapters as programs write them: drawn by python-docx, saved by LibreOffice, with all that these leave in a file."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from jixiao.package.reader import read
from jixiao.package.text import plain_text
from tests.render.drawn import saved
from tests.render.foreign import png
from tests.templates import document, format_in, pdf_of

WORDS = [
    *("一、补充情况", "本单位预算1800万元。", "（一）主要做法", "加强领导", "完善制度", "甲事项"),
    *("图1 业务量", "左\t", "内\t右", "（二）横排的表", "列一\t列二", "第一行\t", "第二行"),
]
OPEN_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="1" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
 style:parent-style-name="Standard" style:class="text"/>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"/>
</office:styles><office:automatic-styles><text:list-style style:name="N"><text:list-level-style-number text:level="1"
 style:num-format="1" style:num-suffix=")"/></text:list-style></office:automatic-styles><office:body><office:text>
<text:sequence-decls><text:sequence-decl text:name="Table" text:display-outline-level="0"/></text:sequence-decls>
<text:h text:style-name="Heading_20_1" text:outline-level="1">补充情况</text:h>
<text:p text:style-name="Text_20_body">预算{{ 年初预算数 }}<text:note
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>按批复口径</text:p></text:note-body></text:note>，见<text:bookmark-ref
 text:reference-format="text" text:ref-name="tab">旧文字</text:bookmark-ref>。</text:p>
<text:list text:style-name="N"><text:list-item><text:p
 text:style-name="Text_20_body">子</text:p></text:list-item></text:list>
<text:list text:style-name="N"><text:list-item><text:p
 text:style-name="Text_20_body">丑</text:p></text:list-item></text:list>
<text:p text:style-name="Caption"><text:bookmark-start text:name="tab"/>表<text:sequence text:name="Table"
 text:formula="ooow:Table+1" style:num-format="1">8</text:sequence><text:bookmark-end text:name="tab"/> 明细</text:p>
<text:p text:style-name="Text_20_body">截至<text:date style:data-style-name="D">2020-01-01</text:date></text:p>
<text:p text:style-name="Text_20_body">见<text:a xlink:type="simple" xlink:href="http://example.org/">网站</text:a></text:p>
</office:text></office:body></office:document>
"""


def drawn() -> bytes:
    """A chapter with what people put into one, and the traces that editing leaves."""
    drawing = Document()
    drawing.add_heading("补充情况", 1)
    paragraph = drawing.add_paragraph()
    ns = nsdecls("w")
    for xml in (
        f'<w:r {ns} w:rsidR="00A1"><w:t>本单位预算{{{{</w:t></w:r>',
        f'<w:proofErr {ns} w:type="spellStart"/>',
        f'<w:bookmarkStart {ns} w:id="9" w:name="_GoBack"/>',
        f"<w:r {ns}><w:rPr><w:rFonts w:hint='eastAsia'/></w:rPr><w:t>年初</w:t></w:r>",
        f'<w:bookmarkEnd {ns} w:id="9"/>',
        f"<w:r {ns}><w:lastRenderedPageBreak/><w:t>预算数}}}}。</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    drawing.add_heading("主要做法", 2)
    for words in ("加强领导", "完善制度"):
        drawing.add_paragraph(words, style="List Number")
    drawing.add_paragraph("甲事项", style="List Bullet")
    drawing.add_picture(io.BytesIO(png()))
    drawing.add_paragraph("图1 业务量", style="Caption")
    table = drawing.add_table(1, 2, style="Table Grid")
    table.cell(0, 0).text = "左"
    inner = table.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内", "右"
    section = drawing.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    drawing.add_heading("横排的表", 2)
    wide = drawing.add_table(1, 2, style="Table Grid")
    wide.cell(0, 0).text, wide.cell(0, 1).text = "列一", "列二"
    drawing.add_paragraph("第一行\t\n第二行")
    return saved(drawing)


def report_of(folder: Path, chapter: bytes) -> tuple[bytes, list[str]]:
    """A report with this chapter, and the codes of what was found."""
    form = format_in(folder, "- {类型: 正文, 文件: 章.docx}", {"章.docx": chapter})
    data, findings = document(form, "年初预算数: 1800\n")
    return data, [finding.code for finding in findings]


@pytest.fixture(scope="module")
def by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both chapters as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("saved")
    (folder / "drawn.docx").write_bytes(drawn())
    (folder / "written.fodt").write_text(OPEN_DOCUMENT, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "to"),
    ]
    files = [str(folder / name) for name in ("drawn.docx", "written.fodt")]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)
    return folder / "to"


def words_of(data: bytes) -> list[str]:
    return [line for line in plain_text(read(data)).split("\n") if line.strip() and "—" not in line]


def test_a_chapter_drawn_in_a_program_is_read_whole(tmp_path: Path) -> None:
    data, codes = report_of(tmp_path, drawn())
    assert codes == []
    assert words_of(data) == WORDS


@pytest.mark.needs("soffice")
def test_a_chapter_saved_in_libreoffice_prints_the_same_words_and_opens(tmp_path: Path, by_libreoffice: Path) -> None:
    data, codes = report_of(tmp_path, (by_libreoffice / "drawn.docx").read_bytes())
    assert codes == []
    assert words_of(data) == WORDS
    assert pdf_of(data, tmp_path).read_bytes().startswith(b"%PDF")


@pytest.mark.needs("soffice")
def test_a_chapter_written_in_libreoffice_has_its_notes_lists_and_references(
    tmp_path: Path, by_libreoffice: Path
) -> None:
    data, codes = report_of(tmp_path, (by_libreoffice / "written.docx").read_bytes())
    assert codes == ["F334", "F331"]  # the date, which is a field, and the link to a site
    files = read(data)
    assert words_of(data)[:5] == ["一、补充情况", "预算1800万元，见表1。", "子", "丑", "表1 明细"]
    assert "按批复口径" in files["word/footnotes.xml"].decode()
    assert files["word/numbering.xml"].decode().count('<w:lvlText w:val="%1)"/>') == 2
