"""What is left of a Word form once it is read: paragraphs with their tags, tables, rows and cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jixiao.kernel.place import DocumentPlace
from jixiao.render.tags import Tag
from jixiao.render.template import Nodes
from jixiao.render.word.tags import OBJECT


class Markup(NamedTuple):
    """XML that stands between runs or paragraphs: a bookmark, the start of a link, with tags and blocks inside it.

    is_tag: it is the start tag or the end tag of what wraps other pieces.
    """

    parts: tuple[str | Tag | tuple[Block, ...], ...]
    is_tag: bool = False


class Drawn(NamedTuple):
    """XML that stands in a run, with tags and the blocks of text boxes inside it."""

    parts: tuple[str | Tag | tuple[Block, ...], ...]


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
    content: str | Tag | Markup | Drawn | Inserted | Footnote
    is_xml: bool = False

    @property
    def text(self) -> str:
        """Its text as it is scanned for tags."""
        if isinstance(self.content, Markup):
            return ""
        return self.content if isinstance(self.content, str) and not self.is_xml else OBJECT


class Paragraph(NamedTuple):
    """A paragraph; properties is `<w:pPr>…</w:pPr>` or "", level that of a heading (0: it is none).

    start: its start tag.
    """

    properties: str
    pieces: tuple[Piece, ...]
    place: DocumentPlace
    level: int = 0
    start: str = "<w:p>"

    @property
    def prefix(self) -> str:
        """The prefix of its names: w of words, a of words in a drawing."""
        return self.start[1 : self.start.index(":")]

    @property
    def tags(self) -> list[Tag]:
        """Its tags, in order."""
        return [piece.content for piece in self.pieces if isinstance(piece.content, Tag)]

    @property
    def words(self) -> str:
        """Its text beside the tags."""
        return "".join(piece.text for piece in self.pieces).replace(OBJECT, "").strip()


class Cell(NamedTuple):
    """A table cell; properties are the children of its `<w:tcPr>`, by name and in the order of the schema.

    leading: what stands between it and the cell before it.
    """

    properties: tuple[tuple[str, str], ...]
    columns: int
    blocks: tuple[Block, ...]
    place: DocumentPlace
    start: str = "<w:tc>"
    leading: str = ""

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its own paragraphs, without those of tables inside it."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    def dropped_by(self, level: str) -> bool:
        """Whether one of its tags is of this level."""
        return any(tag.level == level for paragraph in self.paragraphs for tag in paragraph.tags)


class Row(NamedTuple):
    """A table row; properties is what stands before its cells, leading what stands between it and the row before it."""

    properties: str
    cells: tuple[Cell, ...]
    place: DocumentPlace
    start: str = "<w:tr>"
    end: str = "</w:tr>"
    leading: str = ""


class Table(NamedTuple):
    """A table; properties is `<w:tblPr>…</w:tblPr>`, grid the widths of its columns in twips.

    before: what stands before its rows, where that is kept as it is; misfits: the grid is none for these rows.
    """

    properties: str
    grid: tuple[str, ...]
    rows: tuple[Row, ...]
    place: DocumentPlace
    before: str = ""
    end: str = "</w:tbl>"
    misfits: bool = False

    @property
    def start(self) -> str:
        """What stands before its rows."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.grid)
        return self.before or f"<w:tbl>{self.properties}<w:tblGrid>{grid}</w:tblGrid>"


class Pages(NamedTuple):
    """Where new pages begin; turned: with the long side across."""

    turned: bool


Block = Paragraph | Table | Pages | Markup


def all_paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs of these blocks, with those of tables inside them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from all_paragraphs(cell.blocks)
