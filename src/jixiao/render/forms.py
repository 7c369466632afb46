"""Compile a Word form in docxtpl syntax to the node tree of a template.

What docxtpl would lose without a word is reported: text beside a tag that drops its paragraph, row or cell, a block
that is closed on another level, a tag that is not closed in its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from jixiao.kernel.finding import Finding, must
from jixiao.ledger.view import Display
from jixiao.render.control import Token, build, check
from jixiao.render.forms_cells import Position, cell_node, is_cell_tag, taken_out
from jixiao.render.forms_read import read_form
from jixiao.render.forms_tree import Block, Paragraph, Piece, Row, Table, all_paragraphs
from jixiao.render.tags import Tag
from jixiao.render.template import Node, Nodes, Paragraphs, Raw, Slot, TableBody

TEXT_BESIDE_TAG = must("F313")
NOT_IN_TABLE = must("F314")
PRINTED_LEVEL = must("F315")


def compile_form(data: bytes, shown: str, styles: Mapping[str, str]) -> tuple[Nodes, list[Finding]]:
    """The nodes of a .docx form and its findings; shown: its file name for people, styles: style name -> styleId."""
    blocks, findings = read_form(data, shown, styles)
    return _Compiler(findings, Display.FORM).container(blocks), findings


def compile_included(data: bytes, shown: str, styles: Mapping[str, str]) -> tuple[Nodes, list[Finding]]:
    """The nodes of a form within a chapter: values print as in tables, empty paragraphs at its ends are left out."""
    blocks, findings = read_form(data, shown, styles)
    filled = [at for at, block in enumerate(blocks) if isinstance(block, Table) or block.pieces]
    inside = blocks[filled[0] : filled[-1] + 1] if filled else ()
    return _Compiler(findings, Display.TABLE).container(inside), findings


class _Compiler:
    """Compiles one form whose values print as in this kind of place; findings gather in the list it is given."""

    def __init__(self, findings: list[Finding], display: Display) -> None:
        self._findings = findings
        self._display = display.value

    def container(self, blocks: Sequence[Block]) -> Nodes:
        """The body, or the content of a cell."""
        return build(self._blocks(blocks), self._findings)

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[Token]:
        for at, block in enumerate(blocks, 1):
            if isinstance(block, Table):
                yield self._table(block, is_joined=_follows(blocks[at : at + 2]))
            elif any(tag.level for tag in block.tags):
                yield from self._dropped([block], "p")
            else:
                yield from self._paragraph(block)

    def _table(self, table: Table, *, is_joined: bool) -> Node:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.grid)
        rows = build((token for row in table.rows for token in self._row(row, table)), self._findings)
        return TableBody(f"<w:tbl>{table.properties}<w:tblGrid>{grid}</w:tblGrid>", rows, "</w:tbl>", is_joined)

    def _row(self, row: Row, table: Table) -> Iterator[Token]:
        if any(cell.dropped_by("tr") for cell in row.cells):
            yield from self._dropped([each for cell in row.cells for each in all_paragraphs(cell.blocks)], "tr")
            return
        yield Raw(f"<w:tr>{row.properties}")
        yield from build(self._cells(row, table), self._findings)
        yield Raw("</w:tr>")

    def _cells(self, row: Row, table: Table) -> Iterator[Token]:
        column = 1
        for cell in row.cells:
            if cell.dropped_by("tc"):
                yield from self._dropped(all_paragraphs(cell.blocks), "tc")
                continue
            plain, tags = taken_out(cell, self._findings)
            content = self.container(plain.blocks)
            yield from cell_node(plain, tags, content, Position(table.place.table, column))
            column += cell.columns

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
                    yield Paragraphs(tag.argument, self._display, paragraph.properties, piece.properties, tag.place)
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

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Token]:
        yield Raw(f"<w:p>{paragraph.properties}")
        for (kind, properties), pieces in groupby(paragraph.pieces, _kind):
            if kind == "text":
                yield Raw(f'<w:r>{properties}<w:t xml:space="preserve">')
                yield from map(self._printed, pieces)
                yield Raw("</w:t></w:r>")
            elif kind == "xml":
                yield Raw(f"<w:r>{properties}{''.join(str(piece.content) for piece in pieces)}</w:r>")
            else:
                yield from self._blocks_inside(pieces)
        yield Raw("</w:p>")

    def _printed(self, piece: Piece) -> Node:
        if isinstance(piece.content, Tag):
            tag = piece.content
            check(tag.argument, tag.place, self._findings)
            return Slot(tag.argument, self._display, piece.properties, tag.place)
        return Raw(escape(piece.content))

    def _blocks_inside(self, pieces: Iterable[Piece]) -> Iterator[Token]:
        for piece in pieces:
            if not isinstance(piece.content, Tag) or piece.content.kind == "comment":
                continue
            if is_cell_tag(piece.content):
                self._findings.append(NOT_IN_TABLE.at(piece.content.place, tag=piece.content.source))
            else:
                yield piece.content


def _follows(blocks: Sequence[Block]) -> bool:
    """Whether another table stands right below: an empty paragraph keeps the two from becoming one."""
    match blocks:
        case [Paragraph(pieces=()), Table()]:
            return True
    return False


def _kind(piece: Piece) -> tuple[str, str]:
    """Pieces of one kind that follow each other share a run; block tags stand between runs."""
    if isinstance(piece.content, Tag) and piece.content.kind != "print":
        return "tag", ""
    return "xml" if piece.is_xml else "text", piece.properties
