"""Pages: sections with their paper and numbering, the footers, and where a section ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from jixiao.formats.layout import Layout, PageMeasures, millimetres, points
from jixiao.render.namespaces import DECLARATION, R, W
from jixiao.render.styles import PAGE_NUMBER, style_id

ODD_FOOTER, EVEN_FOOTER = "rId11", "rId12"
ODD_HEADER, EVEN_HEADER = "rId13", "rId14"
TURNED_FOOTERS = ("rId15", "rId16")
_ONE_CHARACTER = 280  # a 四号 character in twips
_TURNED_NUMBER = 400  # the line of a page number beside a turned page, in twips
_FOOTERS = '<w:footerReference w:type="default" r:id="{}"/><w:footerReference w:type="even" r:id="{}"/>'
_REFERENCES = re.compile(r"<w:sectPr>(?:<w:(?:header|footer)Reference [^>]*/>)*")
NOTE_NUMBERS = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/>'
_START = '<w:pgNumType w:start="1"/>'
SMALL = (
    '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr>'
)


class Section(NamedTuple):
    """Pages of one kind; numbered says whether they show page numbers, first whether counting starts here.

    turned: the sheet is turned, so that the head of a wide table lies at the binding edge.
    """

    numbered: bool
    first: bool = False
    turned: bool = False


def section_properties(measures: Layout, section: Section) -> str:
    """`<w:sectPr>` of a section."""
    page = measures.page or PageMeasures()
    width, height = millimetres(page.width), millimetres(page.height)
    top, right, bottom, left = (millimetres(each) for each in (page.top, page.right, page.bottom, page.left))
    footers, turned = (ODD_FOOTER, EVEN_FOOTER), ""
    if section.turned:
        width, height = height, width
        top, right, bottom, left = left, top, right, bottom
        footers, turned = TURNED_FOOTERS, ' w:orient="landscape"'
    edge = f'w:header="{millimetres(page.header)}" w:footer="{millimetres(page.footer)}" w:gutter="0"'
    return (
        f"<w:sectPr>{_FOOTERS.format(*footers) if section.numbered else ''}{_kind(section)}"
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" {edge}/>'
        f'{_START if section.first else ""}<w:cols w:space="425"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{points(page.line)}"/></w:sectPr>'
    )


def _kind(section: Section) -> str:
    """Counting starts on the front of a sheet."""
    return '<w:type w:val="oddPage"/>' if section.first else ""


def with_note_numbers(body: str) -> str:
    """The body with footnotes numbered ①② anew on each page, in every section."""
    return _REFERENCES.sub(rf"\g<0>{NOTE_NUMBERS}</w:footnotePr>", body)


def tiny_paragraph(section: str = "", height: int = 20) -> str:
    """A paragraph of no height, as after a table there must be one; section: properties of the section it ends."""
    return f"<w:p><w:pPr>{SMALL.format(height)}{section}</w:pPr></w:p>"


def page_break() -> str:
    """A paragraph of no height at the top of a new page."""
    return f"<w:p><w:pPr><w:pageBreakBefore/>{SMALL.format(20)}</w:pPr></w:p>"


def footer_xml(*, even: bool) -> str:
    """A footer with the page number between dashes, one character from the outer edge."""
    return _footer(_number("", even=even))


def turned_footer_xml(measures: Layout, *, even: bool) -> str:
    """The footer of a turned page: the number stands where it does on an upright sheet, beside the text here."""
    page = measures.page or PageMeasures()
    across, down = millimetres(page.footer), millimetres(page.left)
    height = millimetres(page.width) - millimetres(page.left) - millimetres(page.right)
    line = f'<w:spacing w:before="0" w:after="0" w:line="{_TURNED_NUMBER}" w:lineRule="exact"/>'
    frame = (
        f'<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="{across}" w:tblpY="{down}"/>'
        f'<w:tblW w:w="{_TURNED_NUMBER}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_TURNED_NUMBER}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{_TURNED_NUMBER}" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>'
        f"{_number(line, even=even)}</w:tc></w:tr></w:tbl>"
    )
    return _footer(frame + tiny_paragraph())


def _footer(content: str) -> str:
    return f'{DECLARATION}<w:ftr xmlns:w="{W}" xmlns:r="{R}">{content}</w:ftr>'


def _number(spacing: str, *, even: bool) -> str:
    """A paragraph with the page number between dashes, one character from the outer edge."""
    side = "left" if even else "right"
    run = "<w:r><w:rPr><w:noProof/></w:rPr>{}</w:r>"
    text = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    field = (
        run.format('<w:fldChar w:fldCharType="begin"/>')
        + run.format('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + run.format('<w:fldChar w:fldCharType="separate"/>')
        + run.format("<w:t>1</w:t>")
        + run.format('<w:fldChar w:fldCharType="end"/>')
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(PAGE_NUMBER)}"/>{spacing}'
        f'<w:ind w:{side}Chars="100" w:{side}="{_ONE_CHARACTER}"/><w:jc w:val="{side}"/></w:pPr>'
        f"{text.format('— ')}{field}{text.format(' —')}</w:p>"
    )
