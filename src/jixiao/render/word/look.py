"""How paragraphs of a chapter in Word look: headings as all headings of the report, pictures with room for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jixiao.render.template import Embedded
from jixiao.render.word.copying import insert
from jixiao.render.word.tree import Inserted, Piece
from jixiao.render.word.vocabulary import BEFORE_ALIGNMENT, BEFORE_INDENT, BEFORE_SPACING

_LOOK: Final = re.compile(
    r"<w:(?:rFonts|sz|szCs|color|b|bCs|spacing|w|kern|position|bdr|shd|highlight)(?: [^>]*)?/>|<w:rPr></w:rPr>"
)
_TYPED: Final = " \u3000"
_ROOM: Final = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_FLUSH: Final = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def in_style(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of a heading without fonts, sizes and colours of their own."""
    return tuple(piece._replace(properties=_LOOK.sub("", _LOOK.sub("", piece.properties))) for piece in pieces)


def without_typed_indent(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of a paragraph without the spaces that somebody typed for the indent that the style gives."""
    for at, piece in enumerate(pieces):
        if not isinstance(piece.content, str) or piece.is_xml:
            break
        kept = piece.content.lstrip(_TYPED)
        pieces = (*pieces[:at], piece._replace(content=kept), *pieces[at + 1 :])
        if kept:
            break
    return tuple(pieces)


def _is_picture(piece: Piece) -> bool:
    return isinstance(piece.content, Inserted) and any(isinstance(node, Embedded) for node in piece.content.nodes)


def with_room(copies: list[tuple[str, str]], pieces: Sequence[Piece], *, centred: bool) -> list[tuple[str, str]]:
    """Properties that do not cut off a picture in the paragraph; centred: what holds nothing else is."""
    has_picture = [_is_picture(piece) for piece in pieces]
    if not any(has_picture):
        return copies
    is_alone = centred and all(has_picture)
    dropped = ("spacing", "ind") if is_alone else ("spacing",)
    kept = [(name, copy) for name, copy in copies if name not in dropped]
    insert(kept, ("spacing", _ROOM), BEFORE_SPACING)
    if is_alone:
        insert(kept, ("ind", _FLUSH), BEFORE_INDENT)
        if not any(name == "jc" for name, _ in kept):
            insert(kept, ("jc", '<w:jc w:val="center"/>'), BEFORE_ALIGNMENT)
    return kept
