"""Tables of a Word form that cannot come out as they are drawn: merges without a beginning, rows beside the grid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import DocumentPlace
from jixiao.render.tags import Tag
from jixiao.render.word.tree import Block, Cell, Row, Table

NO_RESTART = must("F353")
OFF_GRID = should("F354")
CUT_MERGE = must("F355")
SPAN_BEYOND = must("F356")

_SKIPPED = re.compile(r'<w:grid(?:Before|After) w:val="(\d+)"')
_BEFORE = re.compile(r'<w:gridBefore w:val="(\d+)"')
_NUMBER = re.compile(r"\d{1,4}")
_RESTART = 'w:val="restart"'

Blocks = tuple[Tag, ...]


class _Placed(NamedTuple):
    """A cell and the first column of the grid that it covers, from 0."""

    column: int
    cell: Cell

    @property
    def merge(self) -> str:
        """Its `<w:vMerge>`, "" if it has none."""
        return dict(self.cell.properties).get("vMerge", "")

    @property
    def continues(self) -> bool:
        """Whether it belongs to the cell above."""
        return bool(self.merge) and _RESTART not in self.merge


def grid_findings(blocks: Iterable[Block]) -> Iterator[Finding]:
    """What is wrong with the tables among these blocks, and with those inside them."""
    for block in blocks:
        if isinstance(block, Table):
            yield from _table(block)
            for row in block.rows:
                for cell in row.cells:
                    yield from grid_findings(cell.blocks)


def _table(table: Table) -> Iterator[Finding]:
    for row in table.rows:
        yield from _row(row, len(table.grid))
    yield from _merges(table)


def _row(row: Row, columns: int) -> Iterator[Finding]:
    tags = [tag for cell in row.cells for tag in _tags(cell)]
    if columns and not any(tag.level or tag.word in ("colspan", "hm") for tag in tags):
        found = sum(cell.columns for cell in row.cells) + sum(map(int, _SKIPPED.findall(row.properties)))
        if found != columns:
            yield OFF_GRID.at(_quoted(row.place, row.cells), cells=found, columns=columns)
    for column, cell in _placed(row):
        for tag in _tags(cell):
            if tag.word == "colspan" and _NUMBER.fullmatch(tag.argument) and column + int(tag.argument) > columns > 0:
                yield SPAN_BEYOND.at(tag.place, tag=tag.source, room=columns - column)


def _tags(cell: Cell) -> list[Tag]:
    return [tag for paragraph in cell.paragraphs for tag in paragraph.tags]


def _quoted(place: DocumentPlace, cells: Iterable[Cell]) -> DocumentPlace:
    """The place with what its row says."""
    words = " | ".join("".join(each.words for each in cell.paragraphs) for cell in cells)
    return place._replace(quote=words if words.strip(" |") else "")


def _placed(row: Row) -> list[_Placed]:
    before = _BEFORE.search(row.properties)
    column = int(before[1]) if before else 0
    found = []
    for cell in row.cells:
        found.append(_Placed(column, cell))
        column += cell.columns
    return found


def _merges(table: Table) -> Iterator[Finding]:
    """Cells that continue nothing, and those that are printed where the first of their merged cell is not."""
    merged: dict[int, Blocks] = {}
    for row, blocks in _printed(table):
        above, merged = merged, {}
        for column, each in ((each.column, each) for each in _placed(row)):
            if not each.continues:
                merged.update({column: blocks} if each.merge else {})
                continue
            if column not in above:
                yield NO_RESTART.at(_quoted(each.cell.place, row.cells))
            merged[column] = first = above.get(column, blocks)
            if (odd := _beyond(first, blocks)) is not None:
                yield CUT_MERGE.at(_quoted(each.cell.place, row.cells), tag=odd.source, related=[odd.place])
                merged[column] = blocks


def _printed(table: Table) -> Iterator[tuple[Row, Blocks]]:
    """The rows that are printed, each with the tags of the loops and conditions around it."""
    around: list[Tag] = []
    for row in table.rows:
        for tag in (tag for cell in row.cells for tag in _tags(cell) if tag.level == "tr" and tag.kind == "block"):
            if tag.word in ("for", "if"):
                around.append(tag)
            elif around and tag.word in ("elif", "else"):
                around[-1] = tag
            elif around and tag.word in ("endfor", "endif"):
                around.pop()
        if not any(cell.dropped_by("tr") for cell in row.cells):
            yield row, tuple(around)


def _beyond(first: Blocks, blocks: Blocks) -> Tag | None:
    """What repeats the first row, or leaves it out, without this one; of two branches each has a first row."""
    if blocks[: len(first)] == first or first[-1].word == "else":
        return None
    return next(tag for tag in first if tag not in blocks)
