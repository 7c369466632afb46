"""Fonts of a Word form that nobody else may have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.formats.layout import Layout
from jixiao.kernel.finding import Finding, should
from jixiao.kernel.similar import nearest
from jixiao.render.forms_read import Surroundings, read_form
from jixiao.render.forms_tree import all_paragraphs
from jixiao.render.styles import style_names

UNKNOWN_FONT = should("F153")

_FONT = re.compile(r'w:(?:ascii|eastAsia|hAnsi|cs)="([^"]*)"')


def form_findings(data: bytes, shown: str, layout: Layout) -> Iterator[Finding]:
    """The findings of one form; shown: its file name for people."""
    blocks = read_form(data, shown, Surroundings(style_names(layout))).blocks
    told: set[str] = set()
    known = known_fonts(layout)
    for paragraph in all_paragraphs(blocks):
        written = paragraph.properties + "".join(piece.properties for piece in paragraph.pieces)
        for font in dict.fromkeys(_FONT.findall(written)):
            if font not in known and font not in told:
                told.add(font)
                near = "、".join(nearest(font, known) or layout.fonts)
                yield UNKNOWN_FONT.at(paragraph.place, font=font, near=near)


def known_fonts(layout: Layout) -> dict[str, None]:
    """The fonts that a layout names: its own, their substitutes, and those for Western letters."""
    known = {name: None for name, others in layout.fonts.items() for name in (name, *map(str, others))}
    western = [layout.latin, *(style.latin for style in layout.styles.values())]
    return known | {each.text: None for each in western if each}
