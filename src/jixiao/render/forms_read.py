"""Read a Word form: clean its XML, merge the runs inside tags, report what a form cannot carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from jixiao.kernel.finding import Code, Finding, must, should
from jixiao.kernel.place import DocumentPlace
from jixiao.package.reader import PackageError, read
from jixiao.package.text import parse
from jixiao.render.forms_tags import OBJECT, loose_brace, scan, trims
from jixiao.render.forms_tree import Block, Cell, Paragraph, Piece, Row, Table
from jixiao.render.forms_words import (
    BEHIND_LINES,
    CELL_PROPERTIES,
    DROPPED_PROPERTIES,
    IGNORED,
    OTHER_CONTENT,
    REFUSED,
    RUN_CONTENT,
    STYLE_REFERENCES,
    UNWRAPPED,
    W,
    local,
    start_tag,
    value,
)

UNREADABLE_FORM = must("F301")
UNCLOSED_TAG = must("F302")
UNKNOWN_STYLE = should("F303")
TRIMMING = must("F304")


def read_form(data: bytes, shown: str, styles: Mapping[str, str]) -> tuple[tuple[Block, ...], list[Finding]]:
    """The blocks of a .docx and what is wrong with it; styles: the style names of the base document and their ids."""
    place = DocumentPlace(shown)
    try:
        files = read(data)
        body = parse(files, "word/document.xml").find(f"{W}body")
        sheet = parse(files, "word/styles.xml") if "word/styles.xml" in files else None
    except PackageError as error:
        return (), [UNREADABLE_FORM.at(place, reason=error)]
    if body is None:
        return (), [UNREADABLE_FORM.at(place, reason="Strict Open XML")]
    reader = _Reader(shown, _style_ids(sheet, styles), _table_styles(sheet))
    return tuple(reader.blocks(body, place)), reader.findings


def _style_ids(sheet: Element | None, known: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """For each style id of the form: its name, and its id in the base document ("" for a default style)."""
    found: dict[str, tuple[str, str]] = {}
    for style in sheet.iterfind(f"{W}style") if sheet is not None else ():
        name = value(style.find(f"{W}name"))
        default = "" if value(style, "default") in ("1", "true") else "?"
        found[value(style, "styleId")] = (name, known.get(name, default))
    return found


def _table_styles(sheet: Element | None) -> dict[str, Element]:
    """The table styles of the form by their ids."""
    styles = sheet.iterfind(f"{W}style") if sheet is not None else ()
    return {value(style, "styleId"): style for style in styles if value(style, "type") == "table"}


class _Reader:
    """Reads one form; collects its findings and counts its tables."""

    def __init__(self, shown: str, styles: dict[str, tuple[str, str]], table_styles: dict[str, Element]) -> None:
        self.findings: list[Finding] = []
        self._shown = shown
        self._styles = styles
        self._table_styles = table_styles
        self._tables = 0

    def blocks(self, parent: Element, inside: DocumentPlace) -> Iterator[Block]:
        """The paragraphs and tables of the body or of a cell."""
        paragraphs = 0
        for child in self._members(parent, ("p", "tbl"), inside):
            if local(child) == "tbl":
                yield self._table(child)
            else:
                paragraphs += 1
                yield self._paragraph(child, inside._replace(paragraph=paragraphs))

    def _table(self, element: Element) -> Table:
        self._tables += 1
        place = DocumentPlace(self._shown, table=self._tables)
        grid = tuple(value(column, "w") for column in element.iterfind(f"{W}tblGrid/{W}gridCol"))
        rows = enumerate(self._members(element, ("tr",), place), start=1)
        self._draw_lines(element.find(f"{W}tblPr"))
        properties = self._property(element, "tblPr", place)
        return Table(properties, grid, tuple(self._row(row, place._replace(row=number)) for number, row in rows), place)

    def _draw_lines(self, properties: Element | None) -> None:
        """Give a table the lines of a style that the form alone knows; Word draws every table in such a one."""
        used = properties.find(f"{W}tblStyle") if properties is not None else None
        style = self._table_styles.get(value(used))
        if properties is None or used is None or style is None or self._styles[value(used)][1] != "?":
            return
        own, lines = properties.find(f"{W}tblBorders"), self._lines(style)
        if own is None and lines is not None:
            behind = [local(child) in BEHIND_LINES for child in properties]
            properties.insert(behind.index(True) if True in behind else len(behind), lines)
        if style.find(f"{W}tblStylePr") is None:  # lines were all it had to give
            properties.remove(used)

    def _lines(self, style: Element | None) -> Element | None:
        """The lines of a table style, or of the one that it is based on."""
        for _ in range(len(self._table_styles)):
            lines = style.find(f"{W}tblPr/{W}tblBorders") if style is not None else None
            if style is None or lines is not None:
                return lines
            style = self._table_styles.get(value(style.find(f"{W}basedOn")))
        return None

    def _row(self, element: Element, place: DocumentPlace) -> Row:
        cells = enumerate(self._members(element, ("tc",), place), start=1)
        properties = self._property(element, "tblPrEx", place) + self._property(element, "trPr", place)
        return Row(properties, tuple(self._cell(cell, place._replace(cell=number)) for number, cell in cells), place)

    def _cell(self, element: Element, place: DocumentPlace) -> Cell:
        found = element.find(f"{W}tcPr")
        written = {local(child): self._written(child, place) for child in found} if found is not None else {}
        span = value(found.find(f"{W}gridSpan")) if found is not None else ""
        properties = tuple((name, written[name]) for name in CELL_PROPERTIES if written.get(name))
        return Cell(properties, int(span or 1), tuple(self.blocks(element, place)), place)

    def _paragraph(self, element: Element, place: DocumentPlace) -> Paragraph:
        pieces = list(self._runs(element, place))
        text = "".join(piece.text for piece in pieces)
        joined: list[Piece] = []
        position = 0
        for found in scan(text, place):
            joined += _cut(pieces, position, found.start)
            run = next(_cut(pieces, found.start, found.start + 1))
            joined.append(Piece(run.properties, found.tag))
            position = found.end
            if trims(found.tag):
                self.findings.append(TRIMMING.at(found.tag.place, tag=found.tag.source))
        joined += _cut(pieces, position, len(text))
        if loose := loose_brace("".join(piece.text for piece in joined)):
            self.findings.append(UNCLOSED_TAG.at(place._replace(quote=loose)))
        return Paragraph(self._property(element, "pPr", place), tuple(joined), place)

    def _runs(self, paragraph: Element, place: DocumentPlace) -> Iterator[Piece]:
        for run in self._members(paragraph, ("r",), place):
            properties = self._property(run, "rPr", place)
            for child in self._members(run, ("t", *RUN_CONTENT), place):
                if local(child) != "t":
                    yield Piece(properties, self._written(child, place), is_xml=True)
                    continue
                text = child.text or ""
                kept = child.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
                yield Piece(properties, (text if kept else text.strip(" \t\r\n")).replace(OBJECT, ""))

    def _members(self, parent: Element, wanted: tuple[str, ...], place: DocumentPlace) -> Iterator[Element]:
        """Its children of the wanted kinds, also those in wrappers; the others are dropped, loudly if they print."""
        for child in parent:
            name = local(child)
            if name in wanted and child.tag.startswith(W):
                yield child
            elif name in UNWRAPPED:
                if (code := UNWRAPPED[name]) is not None:
                    self._report(code, name, place)
                yield from self._members(child, wanted, place)
            elif name not in IGNORED:
                self._report(REFUSED.get(name, OTHER_CONTENT), name, place)

    def _property(self, parent: Element, name: str, place: DocumentPlace) -> str:
        found = parent.find(f"{W}{name}")
        if found is None:
            return ""
        inner = "".join(self._written(child, place) for child in found)
        return f"<w:{name}>{inner}</w:{name}>" if inner else ""

    def _written(self, element: Element, place: DocumentPlace) -> str:
        name = local(element)
        if (code := REFUSED.get(name) or UNWRAPPED.get(name)) is not None:
            self._report(code, name, place)
            return ""
        if name in DROPPED_PROPERTIES or not element.tag.startswith(W):
            return ""
        if name in STYLE_REFERENCES:
            return self._style(element, place)
        inner = "".join(self._written(child, place) for child in element)
        text = escape(element.text or "") if name == "instrText" else ""
        start = start_tag(element)
        return f"{start}>{inner}{text}</w:{name}>" if inner or text else f"{start}/>"

    def _style(self, element: Element, place: DocumentPlace) -> str:
        used = value(element)
        name, target = self._styles.get(used, (used, "?"))
        if target == "?":
            self._report(UNKNOWN_STYLE, name, place)
        return f'<w:{local(element)} w:val="{target}"/>' if target not in ("", "?") else ""

    def _report(self, code: Code, what: str, place: DocumentPlace) -> None:
        finding = code.at(place, what=what)
        seen = [(other.code, other.fields) for other in self.findings if code is UNKNOWN_STYLE or other.place == place]
        if (finding.code, finding.fields) not in seen:
            self.findings.append(finding)


def _cut(pieces: list[Piece], start: int, end: int) -> Iterator[Piece]:
    """What stands between two positions of the scanned text."""
    position = 0
    for piece in pieces:
        length = len(piece.text)
        low, high = max(start - position, 0), min(end - position, length)
        if low < high:
            yield piece if piece.is_xml else piece._replace(content=piece.text[low:high])
        position += length
