"""The pieces of a paragraph: tags found in its text however Word split them.

A value has the format of the run in which its tag begins; words keep their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import DocumentPlace
from jixiao.render.forms_tags import brace_findings, scan, trims
from jixiao.render.forms_tree import Markup, Piece

TRIMMING = must("F304")


def tagged(pieces: Sequence[Piece], place: DocumentPlace, findings: list[Finding]) -> tuple[Piece, ...]:
    """The pieces of a paragraph with its tags, each in one piece; a loose brace is reported."""
    text = "".join(piece.text for piece in pieces)
    if not any(brace in text for brace in "{}｛｝"):
        return tuple(pieces)
    joined: list[Piece] = []
    position = 0
    for found in scan(text, place):
        joined += _cut(pieces, position, found.start)
        first = next(piece for piece in _cut(pieces, found.start, found.start + 1) if piece.text)
        joined += (piece for piece in _cut(pieces, found.start, found.start + 1) if not piece.text)
        joined.append(Piece(first.properties, found.tag))
        joined += (piece for piece in _cut(pieces, found.start + 1, found.end) if isinstance(piece.content, Markup))
        position = found.end
        if trims(found.tag):
            findings.append(TRIMMING.at(found.tag.place, tag=found.tag.source))
    joined += _cut(pieces, position, len(text) + 1)
    findings += brace_findings("".join(piece.text for piece in joined), place)
    return tuple(joined)


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """What stands between two positions of the scanned text; markup between runs stands before the letter behind it."""
    position = 0
    for piece in pieces:
        length = len(piece.text)
        low, high = max(start - position, 0), min(end - position, length)
        if not length:
            if start <= position < end:
                yield piece
        elif low < high:
            yield (
                piece
                if piece.is_xml or not isinstance(piece.content, str)
                else piece._replace(content=piece.content[low:high])
            )
        position += length
