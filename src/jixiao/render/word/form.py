"""Compile a Word form in docxtpl syntax to the node tree of a template.

What docxtpl would lose without a word is reported: text beside a tag that drops its paragraph, row or cell, a block
that is closed on another level, a tag that is not closed in its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

from jixiao.kernel.finding import Finding, must
from jixiao.ledger.view import Display
from jixiao.render.charts.nodes import Chart
from jixiao.render.control import Token, build, check
from jixiao.render.run.anew import MARK
from jixiao.render.styles import NOTE_MARK
from jixiao.render.tags import Tag
from jixiao.render.template import (
    HEADING,
    Anchor,
    Anew,
    Bare,
    Heading,
    HeadingNumber,
    NewPages,
    Node,
    Nodes,
    Note,
    Paragraphs,
    Passage,
    Raw,
    Slot,
    TableBody,
    Words,
)
from jixiao.render.word.cells import (
    Position,
    cell_node,
    changes_columns,
    is_cell_tag,
    is_whole,
    start_of,
    taken_out,
)
from jixiao.render.word.loops import with_restarts
from jixiao.render.word.merges import grid_findings
from jixiao.render.word.pieces import trimmed
from jixiao.render.word.reading import Reading, Surroundings, read_form
from jixiao.render.word.tree import (
    Block,
    Drawn,
    Footnote,
    Inserted,
    Markup,
    Pages,
    Paragraph,
    Piece,
    Row,
    Table,
    all_paragraphs,
)

TEXT_BESIDE_TAG = must("F313")
NOT_IN_TABLE = must("F314")
PRINTED_LEVEL = must("F315")

_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t></w:r>"


class Setting(NamedTuple):
    """What surrounds a Word section: the styles it may use, how it is read, and how its values print.

    pages: `<w:sectPr>` of upright and of turned pages; listed: how many levels of headings a table of contents lists.
    """

    around: Surroundings
    display: Display = Display.FORM
    in_tables: Display = Display.FORM
    pages: tuple[str, str] = ("", "")
    listed: int = 0


def compile_form(data: bytes, shown: str, setting: Setting) -> tuple[Nodes, list[Finding]]:
    """The nodes of a Word section and its findings; shown: its file name for people."""
    reading = read_form(data, shown, setting.around)
    return _compiled(reading, reading.blocks, setting)


def compile_included(data: bytes, shown: str, around: Surroundings) -> tuple[Nodes, list[Finding]]:
    """The nodes of a form within a chapter: values print as in tables, empty paragraphs at its ends are left out."""
    reading = read_form(data, shown, around)
    blocks = reading.blocks
    filled = [at for at, block in enumerate(blocks) if not isinstance(block, Paragraph) or block.pieces]
    inside = blocks[filled[0] : filled[-1] + 1] if filled else ()
    return _compiled(reading, inside, Setting(around, Display.TABLE, Display.TABLE))


def _compiled(reading: Reading, blocks: Sequence[Block], setting: Setting) -> tuple[Nodes, list[Finding]]:
    reading.findings.extend(grid_findings(blocks))
    nodes = _Compiler(reading.findings, setting).container(blocks)
    return (Anew(reading.lists, with_restarts(nodes)),) if reading.has_marks else nodes, reading.findings


class _Compiler:
    """Compiles one section; findings gather in the list it is given."""

    def __init__(self, findings: list[Finding], setting: Setting) -> None:
        self._findings = findings
        self._setting = setting
        self._display = setting.display.value

    def container(self, blocks: Sequence[Block]) -> Nodes:
        """The body, or the content of a cell."""
        return build(self._blocks(blocks), self._findings)

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[Token]:
        blocks = trimmed(blocks, self._findings)
        for at, block in enumerate(blocks, 1):
            if isinstance(block, Markup):
                yield from self._markup(block.parts)
            elif isinstance(block, Table):
                yield self._table(block, is_joined=_follows(blocks[at : at + 2]))
            elif isinstance(block, Pages):
                yield NewPages(self._setting.pages[block.turned])
            elif any(tag.level for tag in block.tags):
                yield from self._dropped([block], "p")
            elif block.level:
                yield from self._heading(block)
            elif self._setting.display is Display.TEXT and (tag := _lone(block)) is not None:
                check(tag.argument, tag.place, self._findings)
                yield Paragraphs(tag.argument, self._display, block.properties, block.pieces[0].properties, tag.place)
            else:
                yield Raw(block.start + block.properties)
                yield from self._runs(block)
                yield Raw(f"</{block.prefix}:p>")

    def _table(self, table: Table, *, is_joined: bool) -> Node:
        rows = build((token for row in table.rows for token in self._row(row, table)), self._findings)
        fits = table.misfits or any(map(changes_columns, table.rows))
        return TableBody(table.start, rows, table.end, is_joined, fits=fits)

    def _row(self, row: Row, table: Table) -> Iterator[Token]:
        yield Raw(row.leading)
        if any(cell.dropped_by("tr") for cell in row.cells):
            yield from self._dropped([each for cell in row.cells for each in all_paragraphs(cell.blocks)], "tr")
            return
        yield Raw(row.start + row.properties)
        yield from build(self._cells(row, table), self._findings)
        yield Raw(row.end)

    def _cells(self, row: Row, table: Table) -> Iterator[Token]:
        column = 1
        for cell in row.cells:
            yield Raw(cell.leading)
            if cell.dropped_by("tc"):
                yield from self._dropped(all_paragraphs(cell.blocks), "tc")
                continue
            plain, tags = taken_out(cell, self._findings)
            content = self._in_cell(plain.blocks)
            if tags or is_whole(cell):
                nodes = build(content, self._findings)
                yield from cell_node(plain, tags, nodes, Position(table.place.table, column))
            else:  # a loop around cells begins or ends here
                yield from (Raw(start_of(cell)), *content, Raw("</w:tc>"))
            column += cell.columns

    def _in_cell(self, blocks: Sequence[Block]) -> list[Token]:
        outside, self._display = self._display, self._setting.in_tables.value
        content = list(self._blocks(blocks))
        self._display = outside
        return content

    def _dropped(self, paragraphs: Iterable[Paragraph], level: str) -> Iterator[Token]:
        """The tags of paragraphs that are dropped with their paragraph, row or cell."""
        for paragraph in paragraphs:
            for piece in paragraph.pieces:
                tag = piece.content
                if not isinstance(tag, Tag) or tag.kind == "comment":
                    continue
                if tag.level != level:
                    self._misplaced(tag, level)
                elif tag.kind == "block":
                    yield tag
                elif level == "p":
                    check(tag.argument, tag.place, self._findings)
                    yield self._passage(tag, paragraph, piece.properties)
                else:
                    self._findings.append(PRINTED_LEVEL.at(tag.place, tag=tag.source))
            if words := paragraph.words:
                place = paragraph.place._replace(quote=words)
                self._findings.append(TEXT_BESIDE_TAG.at(place, level=level, text=words))

    def _misplaced(self, tag: Tag, level: str) -> None:
        """Report a tag whose paragraph, row or cell is dropped by another one."""
        if level == "p" and tag.level:
            self._findings.append(NOT_IN_TABLE.at(tag.place, tag=tag.source))
        else:
            self._findings.append(TEXT_BESIDE_TAG.at(tag.place, level=level, text=tag.source))

    def _heading(self, paragraph: Paragraph) -> Iterator[Token]:
        """A heading with the number that the program gives it, in the format of its first letters."""
        look = next((piece.properties for piece in paragraph.pieces if not isinstance(piece.content, Markup)), "")
        number = (Raw(f"<w:r>{look}{_OPEN}"), HeadingNumber(paragraph.level), Raw(_CLOSE))
        name = " ".join(MARK.sub("", paragraph.words).split())
        anchor = (Anchor((name,), HEADING),) if name else ()
        before, runs = f"<w:p>{paragraph.properties}", (*number, *self._runs(paragraph), *anchor)
        if paragraph.level <= self._setting.listed:
            yield Heading(paragraph.level, before, build(runs, self._findings))
        else:
            yield from (Raw(before), *runs, Raw("</w:p>"))

    def _runs(self, paragraph: Paragraph) -> Iterator[Token]:
        prefix = paragraph.prefix
        text, no_more_text = (_OPEN, _CLOSE) if prefix == "w" else ("<a:t>", "</a:t></a:r>")
        for (kind, properties), pieces in groupby(paragraph.pieces, _kind):
            if kind == "text":
                yield Raw(f"<{prefix}:r>{properties}{text}")
                for piece in pieces:
                    yield self._printed(piece, paragraph)
                yield Raw(no_more_text)
            elif kind == "xml":
                yield Raw(f"<{prefix}:r>{properties}")
                for piece in pieces:
                    yield from self._inserted(piece)
                yield Raw(f"</{prefix}:r>")
            elif kind == "between":
                for piece in pieces:
                    yield from self._markup(piece.content.parts if isinstance(piece.content, Markup) else ())
            elif kind == "note":
                yield from (node for piece in pieces for node in self._note(piece))
            else:
                yield from self._blocks_inside(pieces)

    def _inserted(self, piece: Piece) -> Iterable[Token]:
        """What stands in a run beside text."""
        if isinstance(piece.content, Drawn):
            return self._markup(piece.content.parts)
        if not isinstance(piece.content, Inserted):
            return (Raw(str(piece.content)),)
        display = self._setting.in_tables.value
        return [each._replace(display=display) if isinstance(each, Chart) else each for each in piece.content.nodes]

    def _markup(self, parts: Iterable[str | Tag | tuple[Block, ...]]) -> Iterator[Token]:
        for part in parts:
            if isinstance(part, str):
                yield Raw(part)
            elif not isinstance(part, Tag):
                yield from self._blocks(part)
            elif part.kind == "print":
                check(part.argument, part.place, self._findings)
                yield Bare(part.argument, part.place)
            elif part.kind == "block":
                yield part

    def _note(self, piece: Piece) -> Iterator[Node]:
        """The reference to a footnote, which holds its paragraphs; the first begins with its sign."""
        if isinstance(piece.content, Footnote):
            body = self.container(piece.content.blocks)
            yield Raw(f'<w:r>{NOTE_MARK}<w:footnoteReference w:id="')
            yield Note(body)
            yield Raw('"/></w:r>')

    def _printed(self, piece: Piece, paragraph: Paragraph) -> Node:
        if isinstance(piece.content, Tag):
            check(piece.content.argument, piece.content.place, self._findings)
            return self._value(piece.content, paragraph, piece.properties)
        return Raw(escape(str(piece.content)))

    def _value(self, tag: Tag, paragraph: Paragraph, properties: str) -> Node:  # noqa: ARG002 - for whole templates
        """A value inside a run."""
        return Slot(tag.argument, self._display, properties, tag.place)

    def _passage(self, tag: Tag, paragraph: Paragraph, properties: str) -> Node:
        """A value in the place of a paragraph."""
        return Paragraphs(tag.argument, self._display, paragraph.properties, properties, tag.place)

    def _blocks_inside(self, pieces: Iterable[Piece]) -> Iterator[Token]:
        for piece in pieces:
            if not isinstance(piece.content, Tag) or piece.content.kind == "comment":
                continue
            if is_cell_tag(piece.content):
                self._findings.append(NOT_IN_TABLE.at(piece.content.place, tag=piece.content.source))
            else:
                yield piece.content


class TemplateCompiler(_Compiler):
    """Compiles a part of a template that is rendered as a whole, with the values of a program."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings, Setting(Surroundings({})))

    def _value(self, tag: Tag, paragraph: Paragraph, properties: str) -> Node:
        """A value inside a run; it may divide the paragraph where no link or other wrapper is open."""
        wrapped = any(isinstance(piece.content, Markup) and piece.content.is_tag for piece in paragraph.pieces)
        start = "" if wrapped or paragraph.prefix != "w" else f"<w:p>{paragraph.properties}"
        return Words(tag.argument, paragraph.prefix, start, properties, tag.place)

    def _passage(self, tag: Tag, paragraph: Paragraph, properties: str) -> Node:
        """A value in the place of a paragraph."""
        return Passage(tag.argument, f"<w:p>{paragraph.properties}", properties, tag.place)


def _follows(blocks: Sequence[Block]) -> bool:
    """Whether another table stands right below: an empty paragraph keeps the two from becoming one."""
    match blocks:
        case [Paragraph(pieces=()), Table()]:
            return True
    return False


def _lone(paragraph: Paragraph) -> Tag | None:
    """The tag of a paragraph that is nothing but one printed tag: it prints a paragraph for each of its value."""
    tag = paragraph.pieces[0].content if len(paragraph.pieces) == 1 else None
    return tag if isinstance(tag, Tag) and tag.kind == "print" else None


def _kind(piece: Piece) -> tuple[str, str]:
    """Pieces of one kind that follow each other share a run; block tags stand between runs."""
    match piece.content:
        case Tag(kind=kind) if kind != "print":
            return "tag", ""
        case Markup():
            return "between", ""
        case Footnote():
            return "note", ""
    return "xml" if piece.is_xml else "text", piece.properties
