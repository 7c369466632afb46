"""The words of sections that a unit, or a folder above it, wrote in Word: they are held to what narratives are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jixiao.checks.words import Paragraph, Piece
from jixiao.formats.format import Format
from jixiao.package.reader import PackageError, read
from jixiao.package.text import PlacedText, texts
from jixiao.render.word.tags import scan

_READ: Final = {"正文": "", "脚注": "脚注"}
"""The parts whose words a report prints, and what places call them."""


def written_in_word(form: Format) -> tuple[Paragraph, ...]:
    """The paragraphs of all Word files that are not the format's."""
    return tuple(_paragraphs(form))


def _paragraphs(form: Format) -> Iterator[Paragraph]:
    for section in form.outline:
        if not section.own or not section.file.lower().endswith(".docx"):
            continue
        shown = section.own.place_of(section.file)
        try:
            found = texts(read(section.own.files[section.file]))
        except PackageError:  # told by the compiler
            continue
        for each in found:
            if each.place.part in _READ and (pieces := tuple(_pieces(each, shown))):
                yield Paragraph(pieces)


def _pieces(found: PlacedText, shown: str) -> Iterator[Piece]:
    """The words of a paragraph between its tags."""
    place, start = found.place._replace(part=shown, chapter=_READ[found.place.part]), 0
    for tag in scan(found.text, place):
        if words := found.text[start : tag.start].strip():
            yield Piece(words, place)
        start = tag.end
    if words := found.text[start:].strip():
        yield Piece(words, place)
