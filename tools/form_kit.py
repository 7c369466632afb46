"""Drawing forms with python-docx: sheets, tables of boxes, and a package of nothing but what they use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips
from docx.table import Table, _Cell, _Row

from jixiao.package.zip import pack, write

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

BREAK = "\v"  # a line end within a paragraph, which LibreOffice does not part at the end of a page
TIGHT = 15  # twips beside a figure in a narrow column
TEXT_WIDTH = 8844  # twips: 156 mm, the text block of GB/T 9704-2012
LEFT, CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
SPREAD = WD_ALIGN_PARAGRAPH.DISTRIBUTE
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TEXT, FORM_TITLE = "表单文字", "表单标题"
WIDE, WIDE_FIGURE = "宽表文字", "宽表数字"
TABLE_TITLE, UNIT_LINE = "表题", "单位行"
COVER_UNIT, COVER_TITLE, COVER_TEXT = "封面单位", "封面标题", "封面文字"
ANNEX_MARK = "附件标记"


class Look(NamedTuple):
    """How a style looks while the form is edited; in the report the style of the layout with this name counts."""

    font: str
    half_points: int
    line: int


STYLES = {
    TEXT: Look("仿宋_GB2312", 21, 340),
    WIDE: Look("仿宋_GB2312", 18, 260),
    WIDE_FIGURE: Look("仿宋_GB2312", 16, 260),
    FORM_TITLE: Look("方正小标宋简体", 36, 600),
    TABLE_TITLE: Look("黑体", 30, 579),
    UNIT_LINE: Look("仿宋_GB2312", 24, 400),
    COVER_UNIT: Look("方正小标宋简体", 52, 840),
    COVER_TITLE: Look("方正小标宋简体", 52, 840),
    COVER_TEXT: Look("仿宋_GB2312", 32, 720),
    ANNEX_MARK: Look("黑体", 32, 579),
}


class Sheet:
    """A form that is being drawn."""

    def __init__(self, *, turned: bool = False) -> None:
        """Start with an empty page of the report's size; turned: it lies on its side, head at the binding."""
        self.document = Document()
        for name in STYLES:
            self.document.styles.add_style(name, 1).base_style = None
        section = self.document.sections[0]
        section.page_width, section.page_height = Twips(11906), Twips(16838)
        section.top_margin, section.bottom_margin = Twips(2098), Twips(1984)
        section.left_margin, section.right_margin = Twips(1587), Twips(1474)
        if turned:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Twips(16838), Twips(11906)
            section.top_margin, section.bottom_margin = Twips(1587), Twips(1474)
            section.left_margin, section.right_margin = Twips(1984), Twips(2098)

    def line(self, text: str, style: str, align: WD_ALIGN_PARAGRAPH = CENTRE, before: int = 0) -> Paragraph:
        """A paragraph outside tables; before is the space above it in twips."""
        paragraph = self.document.add_paragraph(text, style)
        paragraph.alignment = align
        if before:
            paragraph.paragraph_format.space_before = Twips(before)
        return paragraph

    def joint(self) -> None:
        """What joins two tables that look like one, so that the second repeats a head of its own.

        It goes to the next page with the second: LibreOffice otherwise leaves half a page empty.
        """
        paragraph = self.line("", TEXT)
        paragraph.paragraph_format.line_spacing = Twips(20)
        paragraph.paragraph_format.keep_with_next = True

    def tag(self, tag: str) -> None:
        """A paragraph that holds a {%p %} tag and is dropped."""
        self.line(tag, TEXT, LEFT)

    def table(self, widths: Sequence[int], *, borders: bool = True, margin: int = 85, style: str = TEXT) -> Grid:
        """A table with columns of these widths in twips and cells of this style."""
        table = self.document.add_table(0, 0)
        properties = table._tbl.tblPr
        for child in list(properties):
            properties.remove(child)
        sides = ("top", "left", "bottom", "right", "insideH", "insideV") if borders else ()
        drawn = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
        margins = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
        for xml in (
            f'<w:tblW {nsdecls("w")} w:w="{sum(widths)}" w:type="dxa"/>',
            f'<w:jc {nsdecls("w")} w:val="center"/>',
            f"<w:tblBorders {nsdecls('w')}>{drawn}</w:tblBorders>" if borders else "",
            f'<w:tblLayout {nsdecls("w")} w:type="fixed"/>',
            f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>",
        ):
            if xml:
                properties.append(parse_xml(xml))
        for width in widths:
            table.add_column(Twips(width))
        return Grid(table, widths, style)

    def save(self, path: Path) -> None:
        """Write a package of nothing but the body and the styles it names."""
        body = self.document.element.xml.encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        members = {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relation("officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
            "word/document.xml": _DECLARATION + body,
            "word/styles.xml": _styles(name for name in STYLES if f'"{name}"' in self.document.element.xml),
        }
        path.write_bytes(write(pack(name, content) for name, content in members.items()))


class Grid:
    """A table of which rows are drawn one after the other."""

    def __init__(self, table: Table, widths: Sequence[int], style: str) -> None:
        """Draw into an empty table."""
        self.table = table
        self.widths = widths
        self.style = style

    def row(self, *cells: Box, height: int = 420, whole: bool = True, head: bool = False, kept: bool = False) -> None:
        """A row of boxes; height is the least in twips, whole rows do not break.

        Head rows repeat on each page; they, and rows that are kept, stay with what follows.
        """
        row: _Row = self.table.add_row()  # type: ignore[no-untyped-call]
        row.height, row.height_rule = Twips(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        properties = row._tr.get_or_add_trPr()
        if whole:
            properties.insert(0, parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if head:
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        self._fill(row, cells)
        for paragraph in (paragraph for cell in row.cells if head or kept for paragraph in cell.paragraphs):
            paragraph.paragraph_format.keep_with_next = True

    def below(self, text: str, *stops: int) -> None:
        """Lines below the table, in a row without a frame, so that they stay with the row above; stops for tabs."""
        frame = ("left", "bottom", "right")
        self.row(Box(text, len(self.widths), align=LEFT, open_sides=frame, stops=stops, before=80), kept=True)

    def tag(self, tag: str) -> None:
        """A row that holds a {%tr %} tag and is dropped."""
        self.row(Box(tag, len(self.widths), align=LEFT))

    def _fill(self, row: _Row, boxes: Sequence[Box]) -> None:
        column = 0
        cells = [_Cell(tc, self.table) for tc in row._tr.tc_lst]
        for box in boxes:
            cell = cells[column]
            if box.columns > 1:
                cell = cell.merge(cells[column + box.columns - 1])
            cell.width = Twips(sum(self.widths[column : column + box.columns]))
            box.draw(cell, box.style or self.style)
            column += box.columns
        if column != len(self.widths):
            raise ValueError(f"{column} columns of {len(self.widths)}: {boxes[0].text}")


class Box(NamedTuple):
    """A cell: its paragraphs, one a line; merge is restart or continue, without the sides left out.

    style and margin (the space beside its text): where they are not those of its table.
    tab: a stop to which text is set flush right. stops: where text begins. before: the space above each line.
    """

    text: str
    columns: int = 1
    align: WD_ALIGN_PARAGRAPH = CENTRE
    style: str = ""
    merge: str = ""
    open_sides: tuple[str, ...] = ()
    underlined: bool = False
    tab: int = 0
    stops: tuple[int, ...] = ()
    before: int = 0
    indent: bool = False
    top: bool = False
    margin: int | None = None

    def draw(self, cell: _Cell, style: str) -> None:
        """Write its text and properties into a cell."""
        self._properties(cell)
        for number, line in enumerate(self.text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.style = style
            paragraph.add_run(line.replace(BREAK, "\n"))
            paragraph.alignment = self.align
            if self.indent:
                paragraph.paragraph_format.first_line_indent = Twips(420)
                paragraph._p.pPr.ind.set(qn("w:firstLineChars"), "200")
            if self.before:
                paragraph.paragraph_format.space_before = Twips(self.before)
            for stop in self.stops:
                paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(stop), WD_TAB_ALIGNMENT.LEFT)
            if self.tab:
                paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(self.tab), WD_TAB_ALIGNMENT.RIGHT)

    def _properties(self, cell: _Cell) -> None:
        properties = cell._tc.get_or_add_tcPr()
        if self.merge:
            properties.append(parse_xml(f'<w:vMerge {nsdecls("w")} w:val="{self.merge}"/>'))
        if self.open_sides or self.underlined:
            sides = "".join(f'<w:{side} w:val="nil"/>' for side in self.open_sides)
            below = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/>' if self.underlined else ""
            properties.append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{sides}{below}</w:tcBorders>"))
        if self.margin is not None:
            sides = "".join(f'<w:{side} w:w="{self.margin}" w:type="dxa"/>' for side in ("left", "right"))
            properties.append(parse_xml(f"<w:tcMar {nsdecls('w')}>{sides}</w:tcMar>"))
        place = "top" if self.top else "bottom" if self.style == COVER_TEXT else "center"
        properties.append(parse_xml(f'<w:vAlign {nsdecls("w")} w:val="{place}"/>'))


def figure(text: str, columns: int = 1) -> Box:
    """A cell of a figure in a narrow column."""
    return Box(text, columns, style=WIDE_FIGURE, margin=TIGHT)


def prose(text: str, columns: int) -> Box:
    """A cell of running text."""
    return Box(text, columns, align=LEFT, indent=True)


def _content_types() -> bytes:
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN_TYPE}.{kind}+xml"/>'
        for part, kind in (("document", "document.main"), ("styles", "styles"))
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return _DECLARATION + f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{parts}</Types>'.encode()


def _relation(kind: str, target: str) -> bytes:
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return _DECLARATION + f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'.encode()


def _styles(names: Iterable[str]) -> bytes:
    used = "".join(_style(name, STYLES[name]) for name in names)
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    return _DECLARATION + f'<w:styles xmlns:w="{_W}">{normal}{used}</w:styles>'.encode()


def _style(name: str, look: Look) -> str:
    font = f'<w:rFonts w:ascii="Times New Roman" w:eastAsia="{look.font}" w:hAnsi="Times New Roman"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>'
        f'<w:spacing w:line="{look.line}" w:lineRule="exact"/></w:pPr>'
        f'<w:rPr>{font}<w:sz w:val="{look.half_points}"/><w:szCs w:val="{look.half_points}"/></w:rPr></w:style>'
    )
