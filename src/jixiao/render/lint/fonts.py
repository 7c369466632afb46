"""What in a Word form comes out, but hardly as it was meant: fonts that others lack, blocks across cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.formats.layout import Layout
from jixiao.kernel.finding import Finding, should
from jixiao.kernel.similar import nearest
from jixiao.render.styles import style_names
from jixiao.render.tags import Tag
from jixiao.render.word.reading import Surroundings, read_form
from jixiao.render.word.tree import Block, Table, all_paragraphs

UNKNOWN_FONT = should("F153")
ACROSS_CELLS = should("F155")

_BEGIN, _END = ("for", "if"), ("endfor", "endif")
_FONT = re.compile(r'w:(?:ascii|eastAsia|hAnsi|cs)="([^"]*)"')


def form_findings(data: bytes, shown: str, layout: Layout) -> Iterator[Finding]:
    """The findings of one form; shown: its file name for people."""
    blocks = read_form(data, shown, Surroundings(style_names(layout))).blocks
    yield from _fonts(blocks, layout)
    yield from _across_cells(blocks)


def _fonts(blocks: Iterable[Block], layout: Layout) -> Iterator[Finding]:
    """Each font that the layout does not know, where it is met first."""
    told: set[str] = set()
    known = known_fonts(layout)
    for paragraph in all_paragraphs(blocks):
        written = paragraph.properties + "".join(piece.properties for piece in paragraph.pieces)
        for font in dict.fromkeys(_FONT.findall(written)):
            if font not in known and font not in told:
                told.add(font)
                near = "、".join(nearest(font, known) or layout.fonts)
                yield UNKNOWN_FONT.at(paragraph.place, font=font, near=near)


def _across_cells(blocks: Iterable[Block]) -> Iterator[Finding]:
    """Loops and conditions that begin in a cell and do not end there: what stands between them goes with the cells."""
    for cell in (cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row.cells):
        opened: list[Tag] = []
        for tag in (tag for paragraph in cell.paragraphs for tag in paragraph.tags):
            if tag.kind != "block" or tag.level:
                continue
            if tag.word in _BEGIN:
                opened.append(tag)
            elif tag.word in _END and opened and opened[-1].word in _BEGIN:
                opened.pop()
            elif tag.word in _END:
                opened.append(tag)
        yield from (ACROSS_CELLS.at(tag.place, tag=tag.source) for tag in opened[:1])
        yield from _across_cells(cell.blocks)


def known_fonts(layout: Layout) -> dict[str, None]:
    """The fonts that a layout names: its own, their substitutes, and those for Western letters."""
    known = {name: None for name, others in layout.fonts.items() for name in (name, *map(str, others))}
    western = [layout.latin, *(style.latin for style in layout.styles.values())]
    return known | {each.text: None for each in western if each}
