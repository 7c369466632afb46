"""The pieces of a paragraph: tags found in its text however Word split them, and paragraphs that tags join.

A value has the format of the run in which its tag begins; words keep their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import DocumentPlace
from jixiao.render.tags import Tag
from jixiao.render.word.tags import brace_findings, scan, trims_after, trims_before, with_literal_braces
from jixiao.render.word.tree import Block, Paragraph, Piece

TRIMMING = must("F304")


Judge = Callable[[str, DocumentPlace], Iterable[Finding]]
"""What is wrong with the braces that are left in the text of a paragraph."""


def tagged(
    pieces: Sequence[Piece], place: DocumentPlace, findings: list[Finding], judge: Judge = brace_findings
) -> tuple[Piece, ...]:
    """The pieces of a paragraph with its tags, each in one piece; a loose brace is reported."""
    text = "".join(piece.text for piece in pieces)
    if not any(brace in text for brace in "{}｛｝"):
        return tuple(pieces)
    joined: list[Piece] = []
    position = 0
    for found in scan(text, place):
        joined += _cut(pieces, position, found.start)
        *before, first = _cut(pieces, found.start, found.start + 1)
        joined += (*before, Piece(first.properties, found.tag))
        joined += (piece for piece in _cut(pieces, found.start + 1, found.end) if not piece.text)
        position = found.end
    joined += _cut(pieces, position, len(text) + 1)
    findings += judge("".join(piece.text for piece in joined), place)
    return tuple(_literal(piece) for piece in _stripped(joined))


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
            is_text = isinstance(piece.content, str) and not piece.is_xml
            yield piece._replace(content=piece.text[low:high]) if is_text else piece
        position += length


def _stripped(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the spaces that a printing tag strips, as in {{- x -}}."""
    for at, piece in enumerate(pieces):
        tag = piece.content
        if not isinstance(tag, Tag) or tag.kind == "block":
            continue
        if tag.source[2:3] == "-" and at and isinstance(text := pieces[at - 1].content, str):
            pieces[at - 1] = pieces[at - 1]._replace(content=text.rstrip())
        if tag.source[-3:-2] == "-" and at + 1 < len(pieces) and isinstance(text := pieces[at + 1].content, str):
            pieces[at + 1] = pieces[at + 1]._replace(content=text.lstrip())
    return pieces


def _literal(piece: Piece) -> Piece:
    if isinstance(piece.content, str) and not piece.is_xml:
        return piece._replace(content=with_literal_braces(piece.content))
    return piece


def trimmed(blocks: Iterable[Block], findings: list[Finding]) -> list[Block]:
    """The blocks with those paragraphs made one that a tag joins: `{%-` with the one before, `-%}` with the one behind.

    Line breaks and tabs between such a tag and the text it goes to are dropped.
    """
    result: list[Block] = []
    goes_on: Tag | None = None  # the tag at the end of the last block that asks for the next one
    for block in blocks:
        paragraph = block._replace(pieces=_without_breaks(block.pieces)) if isinstance(block, Paragraph) else None
        first, last = _ends(paragraph) if paragraph else (None, None)
        asking = [tag for tag in (goes_on, first) if tag]
        before = _joined_to(result) if asking and paragraph else None
        if paragraph and before and not any(tag.level for tag in (*before.tags, *paragraph.tags)):
            result[-1] = before._replace(pieces=before.pieces + paragraph.pieces)
        else:
            findings += [TRIMMING.at(tag.place, tag=tag.source) for tag in asking]
            result.append(paragraph or block)
        goes_on = last
    if goes_on:
        findings.append(TRIMMING.at(goes_on.place, tag=goes_on.source))
    return result


def _ends(paragraph: Paragraph) -> tuple[Tag | None, Tag | None]:
    """The tag that begins a paragraph and joins what is before it, and the one that ends it and joins what follows."""
    content = [piece.content for piece in paragraph.pieces if piece.text]
    first, last = (content[0], content[-1]) if content else (None, None)
    return (
        first if isinstance(first, Tag) and trims_before(first) else None,
        last if isinstance(last, Tag) and trims_after(last) else None,
    )


def _joined_to(blocks: list[Block]) -> Paragraph | None:
    """The paragraph that a tag joins; empty ones between are dropped."""
    while len(blocks) > 1 and isinstance(last := blocks[-1], Paragraph) and not last.pieces:
        if not isinstance(blocks[-2], Paragraph):
            break
        blocks.pop()
    return blocks[-1] if blocks and isinstance(blocks[-1], Paragraph) else None


def _without_breaks(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without the breaks and tabs that a tag trims."""
    kept: list[Piece] = []
    trims = False
    for piece in pieces:
        content = piece.content
        if trims and piece.is_xml and isinstance(content, str):
            continue
        if isinstance(content, Tag) and trims_before(content):
            while kept and kept[-1].is_xml and isinstance(kept[-1].content, str):
                kept.pop()
        kept.append(piece)
        trims = isinstance(content, Tag) and trims_after(content)
    return tuple(kept)
