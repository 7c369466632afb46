"""What is left of a Word form once it is read: paragraphs with their tags, tables, rows and cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jixiao.kernel.place import DocumentPlace
from jixiao.render.forms_tags import OBJECT
from jixiao.render.tags import Tag
from jixiao.render.template import Nodes


class Markup(NamedTuple):
    """XML that stands between runs: a bookmark, the start of a link."""

    parts: tuple[str, ...]


class Inserted(NamedTuple):
    """What stands in a run and is made when the report is printed: a picture."""

    nodes: Nodes


class Footnote(NamedTuple):
    """A footnote, by what stands in it."""

    blocks: tuple[Block, ...]


class Piece(NamedTuple):
    """Text, a tag, XML (a tab, a break, a field character), a picture or a footnote.

    properties: those of its run (`<w:rPr>…` or ""). Markup has none.
    """

    properties: str
    content: str | Tag | Markup | Inserted | Footnote
    is_xml: bool = False

    @property
    def text(self) -> str:
        """Its text as it is scanned for tags."""
        if isinstance(self.content, Markup):
            return ""
        return self.content if isinstance(self.content, str) and not self.is_xml else OBJECT


class Paragraph(NamedTuple):
    """A paragraph; properties is `<w:pPr>…</w:pPr>` or "", level that of a heading (0: it is none)."""

    properties: str
    pieces: tuple[Piece, ...]
    place: DocumentPlace
    level: int = 0

    @property
    def tags(self) -> list[Tag]:
        """Its tags, in order."""
        return [piece.content for piece in self.pieces if isinstance(piece.content, Tag)]

    @property
    def words(self) -> str:
        """Its text beside the tags."""
        return "".join(piece.text for piece in self.pieces).replace(OBJECT, "").strip()


class Cell(NamedTuple):
    """A table cell; properties are the children of its `<w:tcPr>`, by name and in the order of the schema."""

    properties: tuple[tuple[str, str], ...]
    columns: int
    blocks: tuple[Block, ...]
    place: DocumentPlace

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its own paragraphs, without those of tables inside it."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    def dropped_by(self, level: str) -> bool:
        """Whether one of its tags is of this level."""
        return any(tag.level == level for paragraph in self.paragraphs for tag in paragraph.tags)


class Row(NamedTuple):
    """A table row; properties is what stands before its cells."""

    properties: str
    cells: tuple[Cell, ...]
    place: DocumentPlace


class Table(NamedTuple):
    """A table; properties is `<w:tblPr>…</w:tblPr>`, grid the widths of its columns in twips."""

    properties: str
    grid: tuple[str, ...]
    rows: tuple[Row, ...]
    place: DocumentPlace


class Pages(NamedTuple):
    """Where new pages begin; turned: with the long side across."""

    turned: bool


Block = Paragraph | Table | Pages


def all_paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs of these blocks, with those of tables inside them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from all_paragraphs(cell.blocks)
