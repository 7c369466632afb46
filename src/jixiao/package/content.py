"""A document as its readers see it: paragraphs and tables in their order, each with its place.

Content controls and changes that are tracked are read as accepted; page numbers, which are the layout's, are told
apart from words; the text of a box follows the paragraph that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from jixiao.kernel.place import DocumentPlace
from jixiao.package.charts import C, rows_of
from jixiao.package.relations import main_part, relations_of
from jixiao.package.words import W, Words, is_removed
from jixiao.package.xml import parse

BODY, HEADER, FOOTER, FOOTNOTES, ENDNOTES, CHART = "正文", "页眉", "页脚", "脚注", "尾注", "图表"
_KINDS = {"header": HEADER, "footer": FOOTER, "footnotes": FOOTNOTES, "endnotes": ENDNOTES}
_P, _TBL, _TR, _TC = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
_PROPERTIES, _STYLE, _OUTLINE, _VAL = f"{W}pPr", f"{W}pStyle", f"{W}outlineLvl", f"{W}val"
_NO_BLOCKS = {f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sectPr", "tblPr", "tblGrid", "del", "moveFrom")}
_NO_BLOCKS.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_LEVELS = 9
_LONGEST_TITLE = 40
_CHAPTERS = "/"


class Paragraph(NamedTuple):
    """A paragraph: level: of a heading, from 1; laid_out: where in the text the layout has put page numbers.

    is_contents: an entry of the table of contents. boxes: what its text boxes hold.
    """

    place: DocumentPlace
    text: str
    style: str = ""
    level: int = 0
    laid_out: tuple[tuple[int, int], ...] = ()
    is_contents: bool = False
    boxes: tuple[Block, ...] = ()

    @property
    def words(self) -> str:
        """Its text without what the layout has put into it."""
        text = self.text
        for start, stop in reversed(self.laid_out):
            text = text[:start] + text[stop:]
        return text


class Cell(NamedTuple):
    """A cell: the first column of the grid that it covers, from 1, and how many; continues: the one above it."""

    column: int
    columns: int
    continues: bool
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Its words, a paragraph a line."""
        return "\n".join(each.words for each in paragraphs(self.blocks))


class Table(NamedTuple):
    """A table: its place, without row and cell, and the cells of its rows."""

    place: DocumentPlace
    rows: tuple[tuple[Cell, ...], ...]

    def grid(self) -> dict[tuple[int, int], Cell]:
        """The cell that covers each row and column, both from 1; one merged over several rows stands in each."""
        covered: dict[tuple[int, int], Cell] = {}
        for number, row in enumerate(self.rows, 1):
            for cell in row:
                shown = covered.get((number - 1, cell.column), cell) if cell.continues else cell
                covered |= {(number, column): shown for column in range(cell.column, cell.column + cell.columns)}
        return covered


Block = Paragraph | Table


class Part(NamedTuple):
    """A part of a document that holds words: what it is called, its path in the package, its blocks."""

    name: str
    path: str
    blocks: tuple[Block, ...]


def content(package: Mapping[str, bytes], *, chapters: bool = True) -> list[Part]:
    """The body, then headers, footers and notes by their names, then charts as tables; raises PackageError.

    chapters: places name the chapter in which they stand, and count paragraphs that have words, and tables, in it.
    """
    main = main_part(package)
    related = relations_of(package, main).values()
    kinds = {each.target: _KINDS[each.kind] for each in related if each.kind in _KINDS and each.target in package}
    levels = _heading_levels(package, main) if chapters else None
    body = parse(package, main)
    parts = [Part(BODY, main, _Reading(levels).part(body, DocumentPlace(BODY)))]
    for path, name in sorted(kinds.items()):
        parts.append(Part(name, path, _Reading(levels).part(parse(package, path), DocumentPlace(name))))
    return [*parts, *_charts(package, main, body)]


def _charts(package: Mapping[str, bytes], main: str, body: Element) -> Iterator[Part]:
    """The charts in the order in which the document shows them."""
    related = relations_of(package, main)
    shown = [related[key].target for each in body.iter(f"{C}chart") if (key := each.get(_REFERENCE, "")) in related]
    for number, path in enumerate((path for path in dict.fromkeys(shown) if path in package), 1):
        place = DocumentPlace(CHART, table=number)
        rows = rows_of(parse(package, path))
        table = Table(place, tuple(tuple(_chart_cells(row, place._replace(row=at))) for at, row in enumerate(rows, 1)))
        yield Part(CHART, path, (table,))


def _chart_cells(row: Sequence[str], place: DocumentPlace) -> Iterator[Cell]:
    for column, text in enumerate(row, 1):
        yield Cell(column, 1, continues=False, blocks=(Paragraph(place._replace(cell=column, paragraph=1), text),))


def paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """All paragraphs of some blocks in reading order, those of tables and boxes included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            yield from paragraphs(block.boxes)
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell.blocks)


def _heading_levels(package: Mapping[str, bytes], main: str) -> dict[str, int]:
    """The level of headings of each style that has one, its own or that of the style it is based on."""
    path = next((each.target for each in relations_of(package, main).values() if each.kind == "styles"), "")
    if path not in package:
        return {}
    styles = {each.get(f"{W}styleId", ""): each for each in parse(package, path).iter(f"{W}style")}
    return {key: level for key in styles if (level := _level_of(styles, key))}


def _level_of(styles: Mapping[str, Element], key: str) -> int:
    for _ in range(_MOST_LEVELS):
        style = styles.get(key)
        if style is None:
            return 0
        own = style.find(f"{_PROPERTIES}/{_OUTLINE}")
        if own is not None:
            return _level(own)
        based = style.find(f"{W}basedOn")
        key = "" if based is None else based.get(_VAL, "")
    return 0


def _level(element: Element) -> int:
    """The level that an element names, from 1; 0 for body text."""
    written = element.get(_VAL, "")
    return (int(written) + 1) % (_MOST_LEVELS + 1) if written.isdecimal() else 0


class _Counter:
    """Paragraphs and tables counted so far, in a chapter or a cell."""

    def __init__(self, tables: int = 0) -> None:
        self.paragraphs = 0
        self.tables = tables


class _Reading:
    """The reading of one part; levels: of headings by style, None where chapters are not asked for."""

    def __init__(self, levels: Mapping[str, int] | None) -> None:
        self._levels = levels
        self._titles: list[tuple[int, str]] = []
        self._words = Words()
        self._joined = ""

    def part(self, root: Element, place: DocumentPlace) -> tuple[Block, ...]:
        """Its blocks; the lines that part notes from the text are none."""
        for note in [each for each in root if each.get(f"{W}type") in _SEPARATORS]:
            root.remove(note)
        return tuple(self._blocks(root, place, _Counter()))

    def _blocks(self, parent: Element, place: DocumentPlace, counter: _Counter) -> Iterator[Block]:
        for child in parent:
            tag = child.tag
            if tag == _P:
                here = place._replace(chapter=self._chapter) if self._titles else place
                found = self._paragraph(child, here, counter)
                if found is not None:
                    yield found
            elif tag == _TBL:
                counter.tables += 1
                here = place._replace(chapter=self._chapter, table=counter.tables, paragraph=0)
                yield Table(here, tuple(self._rows(child, here, counter)))
            elif tag not in _NO_BLOCKS:
                yield from self._blocks(child, place, counter)

    @property
    def _chapter(self) -> str:
        return _CHAPTERS.join(title for _, title in self._titles)

    def _paragraph(self, element: Element, place: DocumentPlace, counter: _Counter) -> Paragraph | None:
        """One paragraph; one whose end is deleted goes on in the next."""
        properties = element.find(_PROPERTIES)
        found = self._words.of(element)
        if properties is not None and is_removed(properties.find(f"{W}rPr")):
            self._joined += found.text
            return None
        text, laid_out = self._joined + found.text, found.laid_out
        if self._joined:
            laid_out = tuple((start + len(self._joined), stop + len(self._joined)) for start, stop in laid_out)
            self._joined = ""
        style = properties.find(_STYLE) if properties is not None else None
        name = "" if style is None else style.get(_VAL, "")
        level = 0
        if self._levels is not None and not place.table:
            own = properties.find(_OUTLINE) if properties is not None else None
            level = self._levels.get(name, 0) if own is None else _level(own)
        if level and text.strip():
            self._titles = [each for each in self._titles if each[0] < level]
            self._titles.append((level, _title(text)))
            place = place._replace(chapter=self._chapter)
            counter.paragraphs = counter.tables = 0
        if self._levels is None or text.strip():
            counter.paragraphs += 1
        here = place._replace(paragraph=counter.paragraphs)
        boxes = tuple(block for box in found.boxes for block in self._blocks(box, place, counter))
        return Paragraph(here, text, name, level, laid_out, found.is_contents, boxes)

    def _rows(self, element: Element, place: DocumentPlace, counter: _Counter) -> Iterator[tuple[Cell, ...]]:
        number = 0
        for row in _children(element, _TR):
            properties = row.find(f"{W}trPr")
            if is_removed(properties):
                continue
            number += 1
            before = None if properties is None else properties.find(f"{W}gridBefore")
            yield tuple(self._cells(row, place._replace(row=number), 1 + _number(before, 0), counter))

    def _cells(self, row: Element, place: DocumentPlace, column: int, counter: _Counter) -> Iterator[Cell]:
        for number, cell in enumerate(_children(row, _TC), 1):
            properties = cell.find(f"{W}tcPr")
            span = merge = None
            if properties is not None:
                span, merge = properties.find(f"{W}gridSpan"), properties.find(f"{W}vMerge")
            inside = _Counter(counter.tables)
            blocks = tuple(self._blocks(cell, place._replace(cell=number), inside))
            counter.tables = inside.tables
            columns = max(_number(span, 1), 1)
            yield Cell(column, columns, merge is not None and merge.get(_VAL) != "restart", blocks)
            column += columns


def _title(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE] + "…"


def _number(element: Element | None, otherwise: int) -> int:
    written = "" if element is None else element.get(_VAL, "")
    return min(int(written), 1000) if written.isdecimal() and len(written) < _MOST_LEVELS else otherwise


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """The rows or cells, also those within content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _NO_BLOCKS:
            yield from _children(child, tag)
