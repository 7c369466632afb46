"""Read a Word file that is a section of a report; whatever of it the report leaves out is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import DocumentPlace
from jixiao.package.reader import PackageError
from jixiao.package.relations import relations_of
from jixiao.package.xml import parse
from jixiao.render.charts.nodes import ChartLook
from jixiao.render.headings import TYPED_NUMBER, typed_number
from jixiao.render.styles import PICTURE_TITLE, TABLE_TITLE, style_id
from jixiao.render.template import PICTURE
from jixiao.render.word.copying import Copier, insert
from jixiao.render.word.fields import Bookmarks, Fields
from jixiao.render.word.lists import ForeignLists, Item
from jixiao.render.word.look import in_style, with_room, without_typed_indent
from jixiao.render.word.package import UNREADABLE_FORM, Foreign, opened, refusal
from jixiao.render.word.pages import PageSection, page_sections
from jixiao.render.word.pieces import tagged
from jixiao.render.word.runs import Runs, Story
from jixiao.render.word.styles import ForeignStyles, Used
from jixiao.render.word.tree import Block, Cell, Footnote, Pages, Paragraph, Piece, Row, Table
from jixiao.render.word.vocabulary import (
    BEFORE_INDENT,
    BEFORE_LINES,
    BEFORE_NUMBER,
    BOOKMARKS,
    CELL_PROPERTIES,
    LOST_SETTING,
    W,
    local,
    number,
    value,
)

NUMBERING = must("F322")
HEADER = should("F337")

_WIDE: Final = 1 << 15
_CELL_MARGINS: Final = 216
_CAPTION: Final = style_id(TABLE_TITLE)
_SAYS_NOTHING: Final = re.compile(r"[\s\d\-—–－·./第页共]*")


class Surroundings(NamedTuple):
    """Where a section stands. styles: the names of the report's styles and their ids.

    plain, plain_in_table, plain_in_note: the styles (ids) of paragraphs that ask for none; "" leaves them as they are.
    is_bound: the outline says how its pages lie, and the file only where they change; has_pages: it may begin pages.
    widths: of the text on upright and on turned pages, in twips.
    indents: `<w:ind>` of the report's styles by their ids. chart: the fonts of charts that say none.
    """

    styles: Mapping[str, str]
    plain: str = ""
    plain_in_table: str = ""
    plain_in_note: str = ""
    turned: bool = False
    is_bound: bool = True
    has_pages: bool = False
    widths: tuple[int, int] = (_WIDE, _WIDE)
    indents: Mapping[str, str] = MappingProxyType({})
    chart: ChartLook = ChartLook(0, "", "", 0)

    @property
    def as_drawn(self) -> bool:
        """Whether the section looks as it is drawn, as a form does, and not as a chapter of the report."""
        return not self.plain


class Reading(NamedTuple):
    """What a file holds. lists: the levels of each of its lists, as XML; has_marks: some of it is to be made anew."""

    blocks: tuple[Block, ...]
    findings: list[Finding]
    lists: tuple[str, ...] = ()
    has_marks: bool = False


def read_form(data: bytes, shown: str, around: Surroundings) -> Reading:
    """The blocks of a .docx and what is wrong with it; shown: its name for people."""
    foreign, findings = opened(data, shown)
    if foreign is None:
        return Reading((), findings)
    try:
        styles = ForeignStyles(foreign.related("styles"), around.styles)
        lists = ForeignLists(foreign.related("numbering"), styles, as_drawn=around.as_drawn)
        copier = Copier(styles, findings)
        notes = foreign.related("footnotes")
        bookmarks = Bookmarks(foreign.body, *([notes] if notes is not None else []))
        footnotes = _Notes(foreign, around, Copier(styles, findings), lists, bookmarks)
        fields = Fields(bookmarks, findings)
        story = Story(foreign.relations, foreign.files, bookmarks, fields, footnotes.footnote, around.chart)
        reader = _Reader(shown, around, copier, lists, story)
        blocks = reader.body(foreign.body, page_sections(foreign.body))
        findings += [*bookmarks.problems(), *_left_out(foreign, copier.told)]
    except PackageError as error:
        return Reading((), [*findings, UNREADABLE_FORM.at(DocumentPlace(shown), fault=error)])
    return Reading(tuple(blocks), findings, tuple(lists.levels), bool(lists.levels or bookmarks.numbers))


def _left_out(foreign: Foreign, told: set[str]) -> Iterator[Finding]:
    """What belongs to the document without standing in its text: relationships nobody used, headers and footers."""
    for key, relation in foreign.relations.items():
        if key not in told:
            yield from refusal(relation, DocumentPlace(foreign.shown, foreign.main))
        if relation.kind in ("header", "footer") and relation.target in foreign.files:
            root = parse(foreign.files, relation.target)
            words = "".join(each.text or "" for each in root.iter(f"{W}t")).strip()
            drawn = [each for each in root.iter() if local(each) in ("blip", "imagedata", "textpath")]
            if drawn or not _SAYS_NOTHING.fullmatch(words):
                yield HEADER.at(DocumentPlace(foreign.shown, relation.target, quote=words))


def _fit(table: Element, width: int) -> None:
    """Make a table narrower, with all that is in it, where it is wider than the text."""
    whole = sum(each or 0 for each in _measured(table.iterfind(f"{W}tblGrid/{W}gridCol")))
    if whole <= width:
        return
    sized = [each for name in ("gridCol", "tcW", "tblW") for each in table.iter(f"{W}{name}")]
    for each, measure in zip(sized, _measured(sized), strict=True):
        if measure:
            each.set(f"{W}w", str(measure * width // whole))


def _measured(sized: Iterable[Element]) -> list[int | None]:
    """The widths that are given in twips."""
    return [number(value(each, "w")) if value(each, "type") in ("", "dxa") else None for each in sized]


class _Notes:
    """The footnotes of one file."""

    def __init__(
        self, foreign: Foreign, around: Surroundings, copier: Copier, lists: ForeignLists, bookmarks: Bookmarks
    ) -> None:
        self._shown = foreign.shown
        name = foreign.name_of("footnotes")
        root = parse(foreign.files, name) if name else Element("none")
        self._notes = {value(each, "id"): each for each in root.iterfind(f"{W}footnote")}
        relations = relations_of(foreign.files, name) if name else {}
        self._fields = Fields(bookmarks, copier.findings)
        story = Story(relations, foreign.files, bookmarks, self._fields, lambda *_: None)
        plain = around._replace(plain=around.plain_in_note, has_pages=False)
        self._reader = _Reader(foreign.shown, plain, copier, lists, story)

    def footnote(self, key: str, place: DocumentPlace) -> Footnote | None:
        """The footnote of this id."""
        if key not in self._notes:
            return None
        inside = DocumentPlace(self._shown, f"{place.chapter}脚注{key}")
        blocks = tuple(self._reader.blocks(self._notes[key], inside))
        self._fields.finish()
        return Footnote(blocks)


class _Reader:
    """Reads one story and counts its tables."""

    def __init__(self, shown: str, around: Surroundings, copier: Copier, lists: ForeignLists, story: Story) -> None:
        self._shown = shown
        self._around = around
        self._copier = copier
        self._findings = copier.findings
        self._lists = lists
        self._story = story
        self._runs = Runs(copier, story, around.widths[around.turned])
        self._pending: list[Piece] = []
        self._tables = 0

    def body(self, body: Element, sections: list[PageSection]) -> list[Block]:
        """The whole document, with its pages."""
        place = DocumentPlace(self._shown)
        for lost in dict.fromkeys(what for section in sections for what in section.lost):
            self._copier.report(LOST_SETTING, lost, place)
        is_one = len({section.turned for section in sections}) == 1
        if self._around.is_bound and is_one:
            sections = [section._replace(turned=self._around.turned) for section in sections]
        blocks: list[Block] = []
        turned, at = self._turned(sections[0], self._around.turned, blocks), 0
        for element, block in self._placed(body, place):
            if block is not None:
                blocks.append(block)
            if element.find(f"{W}pPr/{W}sectPr") is not None and at + 1 < len(sections):
                at += 1
                if isinstance(block, Paragraph) and not block.pieces:
                    blocks.pop()
                turned = self._turned(sections[at], turned, blocks, begins=sections[at].begins)
        self._turned(PageSection(self._around.turned, begins=False, lost=()), turned, blocks)
        if self._pending:
            blocks.append(Paragraph("", tuple(self._pending), place))
        self._story.fields.finish()
        return blocks

    def _turned(self, section: PageSection, before: bool, blocks: list[Block], *, begins: bool = False) -> bool:  # noqa: FBT001 - what it was before
        """Begin new pages where they lie otherwise than those before, or where the file begins some."""
        if section.turned != before or begins:
            if self._around.has_pages:
                blocks.append(Pages(section.turned))
            else:
                self._copier.report(LOST_SETTING, "分节符", DocumentPlace(self._shown))
        self._runs.width = self._around.widths[section.turned]
        return section.turned

    def blocks(self, parent: Element, inside: DocumentPlace) -> Iterator[Block]:
        """The paragraphs and tables of a cell or a note."""
        yield from (block for _, block in self._placed(parent, inside) if block is not None)

    def _placed(self, parent: Element, inside: DocumentPlace) -> Iterator[tuple[Element, Block | None]]:
        """Paragraphs and tables with their elements; paragraphs of nothing but a dropped field are none."""
        paragraphs = 0
        for child in self._copier.members(parent, ("p", "tbl", *BOOKMARKS), inside):
            if local(child) == "tbl":
                yield child, self._table(child)
            elif local(child) == "p":
                paragraphs += 1
                was_hidden = self._story.fields.is_hidden
                paragraph = self._paragraph(child, inside._replace(paragraph=paragraphs))
                is_hidden = was_hidden or self._story.fields.is_hidden
                if is_hidden and not any(piece.text for piece in paragraph.pieces):
                    self._pending += paragraph.pieces
                    yield child, None
                else:
                    yield child, paragraph
            else:
                self._bookmark(child)

    def _bookmark(self, element: Element) -> None:
        """A bookmark between paragraphs, rows or cells stands at the beginning of the next paragraph."""
        piece = self._story.fields.bookmark(element)
        self._pending += [piece] if piece is not None else []

    def _table(self, element: Element) -> Table:
        self._tables += 1
        place = DocumentPlace(self._shown, table=self._tables)
        if not self._around.as_drawn:
            _fit(element, self._runs.width)
        grid = tuple(value(column, "w") for column in element.iterfind(f"{W}tblGrid/{W}gridCol"))
        rows = self._numbered(element, "tr", place)
        properties = self._table_properties(element, place)
        return Table(properties, grid, tuple(self._row(row, place._replace(row=at)) for at, row in rows), place)

    def _numbered(self, parent: Element, name: str, place: DocumentPlace) -> Iterator[tuple[int, Element]]:
        at = 0
        for child in self._copier.members(parent, (name, *BOOKMARKS), place):
            if local(child) != name:
                self._bookmark(child)
                continue
            at += 1
            yield at, child

    def _table_properties(self, element: Element, place: DocumentPlace) -> str:
        """The properties of a table, with the lines of its style: Word draws every table in such a one."""
        found = element.find(f"{W}tblPr")
        copies = self._copier.children(found, place)
        key = value(found.find(f"{W}tblStyle")) if found is not None else ""
        if key:
            used = self._copier.styles.table(key)
            lines = self._copier.styles.lines(key)
            if lines is not None and not any(name == "tblBorders" for name, _ in copies):
                insert(copies, ("tblBorders", self._copier.copy(lines, place)), BEFORE_LINES)
            if used.asked and (lines is None or self._copier.styles.has_bands(key)):
                self._copier.unknown(used, place)
        inner = "".join(copy for _, copy in copies)
        return f"<w:tblPr>{inner}</w:tblPr>" if inner else ""

    def _row(self, element: Element, place: DocumentPlace) -> Row:
        cells = self._numbered(element, "tc", place)
        properties = "".join(self._copier.properties(element, name, place) for name in ("tblPrEx", "trPr"))
        return Row(properties, tuple(self._cell(cell, place._replace(cell=at)) for at, cell in cells), place)

    def _cell(self, element: Element, place: DocumentPlace) -> Cell:
        found = element.find(f"{W}tcPr")
        written = dict(self._copier.children(found, place))
        span = value(found.find(f"{W}gridSpan")) if found is not None else ""
        properties = tuple((name, written[name]) for name in CELL_PROPERTIES if name in written)
        width, outside = found.find(f"{W}tcW") if found is not None else None, self._runs.width
        if width is not None and (inside := _measured([width])[0]):
            self._runs.width = min(max(inside - _CELL_MARGINS, 0) or outside, outside)
        blocks = tuple(self.blocks(element, place))
        self._runs.width = outside
        return Cell(properties, number(span) or 1, blocks, place)

    def _paragraph(self, element: Element, place: DocumentPlace) -> Paragraph:
        before, self._pending = self._pending, []
        pieces = tagged([*before, *self._runs.pieces(element, place)], place, self._findings)
        found = element.find(f"{W}pPr")
        plain = self._around.plain_in_table if place.table else self._around.plain
        used = self._copier.styles.paragraph(value(found.find(f"{W}pStyle")) if found is not None else "", plain)
        if used.asked:
            self._copier.unknown(used, place)
        level = used.level if not place.table and not place.chapter else 0
        text = "".join(piece.text for piece in pieces)
        if level and not text.strip():
            used, level = Used(plain), 0  # an empty line in the style of a heading is no heading
        if level and (typed := typed_number(text)):
            self._findings.append(TYPED_NUMBER.at(place._replace(quote=text), number=typed))
        if level:
            self._story.bookmarks.heading(pieces)
        item = None if level else self._item(found, place)
        if not self._around.as_drawn:
            pieces = in_style(pieces) if level else without_typed_indent(pieces)
            if used.target == _CAPTION and text.lstrip().startswith(PICTURE) and PICTURE_TITLE in self._around.styles:
                used = Used(self._around.styles[PICTURE_TITLE])
        properties = self._paragraph_properties(found, used, item, pieces, place)
        return Paragraph(properties, pieces, place, level)

    def _item(self, properties: Element | None, place: DocumentPlace) -> Item | None:
        item = self._lists.item(properties)
        if item is not None and item.missing:
            self._copier.report(NUMBERING, "numPr", place)
            return None
        return item

    def _paragraph_properties(
        self, found: Element | None, used: Used, item: Item | None, pieces: Sequence[Piece], place: DocumentPlace
    ) -> str:
        """The properties of a paragraph in a style of ours; in a chapter, a list has the indents of its style."""
        copies = self._copier.children(found, place)
        if any(name == "outlineLvl" for name, _ in copies):
            self._copier.report(LOST_SETTING, "大纲级别", place)
        copies = [(name, copy) for name, copy in copies if name != "outlineLvl"]
        if not self._around.as_drawn:
            copies = self._in_chapter(copies, used, pieces, is_item=item is not None)
        elif used.target:
            copies = with_room(copies, pieces, centred=False)
        if item is not None:
            insert(copies, ("numPr", item.xml), BEFORE_NUMBER)
        style = f'<w:pStyle w:val="{used.target}"/>' if used.target else ""
        inner = style + "".join(copy for _, copy in copies)
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    def _in_chapter(
        self, copies: list[tuple[str, str]], used: Used, pieces: Sequence[Piece], *, is_item: bool
    ) -> list[tuple[str, str]]:
        if used.level:
            return [(name, copy) for name, copy in copies if name == "pageBreakBefore"]
        if is_item:
            copies = [(name, copy) for name, copy in copies if name != "ind"]
            insert(copies, ("ind", self._around.indents.get(used.target, "")), BEFORE_INDENT)
        return with_room(copies, pieces, centred=True)
