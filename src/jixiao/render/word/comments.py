"""A copy of a Word form with comments at the places of findings; what is there is kept byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.parsers import expat

from jixiao.kernel.place import DocumentPlace
from jixiao.package.reader import read
from jixiao.package.zip import pack, write
from jixiao.render.escape import attribute, legal, run_text
from jixiao.render.namespaces import DECLARATION, W
from jixiao.render.word.vocabulary import UNWRAPPED

AUTHOR: Final = "jixiao"
DOCUMENT, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PART = "word/comments.xml"
_NO_RELATIONS = f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'.encode()
_TAG = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^"'>])*>""")
_ID = re.compile(rb"""\bId\s*=\s*["']([^"']*)["']""")
_COMMENT_ID = re.compile(rb"""<\w+:comment\b[^>]*?:id\s*=\s*["'](\d+)["']""")
_COMMENTS = re.compile(rb"""<[^<>]*relationships/comments["'][^<>]*>""")
_TARGET = re.compile(rb"""\bTarget\s*=\s*["']/?(?:word/)?([^"']*)["']""")


class Comment(NamedTuple):
    """A remark and its place; each of the lines is a paragraph."""

    place: DocumentPlace
    lines: Sequence[str]


class _Edit(NamedTuple):
    """New bytes in place of those from start to end."""

    start: int
    end: int
    written: bytes


class _Unit(NamedTuple):
    """What stands directly in a paragraph, a run mostly: its bytes and its text."""

    start: int
    end: int
    text: str


Spot = tuple[int, int, int, int]
"""Table, row, cell and paragraph, as a place counts them."""


@dataclass(slots=True)
class _Paragraph:
    """Where a paragraph stands, where its content begins and ends, and what that is.

    name: of its tag where that has no end tag (`<w:p/>`).
    """

    spot: Spot
    inside: int
    end: int = 0
    name: bytes = b""
    units: list[_Unit] = field(default_factory=list)

    def range(self, quote: str) -> tuple[int, int]:
        """Where what holds the quoted words begins and ends; all of it where they are not found."""
        at = "".join(unit.text for unit in self.units).find(quote) if quote else -1
        if at < 0:
            return self.inside, self.end
        held, position = [], 0
        for unit in self.units:
            if position < at + len(quote) and at < position + len(unit.text):
                held.append(unit)
            position += len(unit.text)
        return held[0].start, held[-1].end


def commented(data: bytes, comments: Iterable[Comment]) -> bytes:
    """The document with these comments. Raises PackageError for what is no package, ValueError where nothing stands."""
    files = read(data)
    found = _Locator(files[DOCUMENT])
    if not found.paragraphs:
        raise ValueError("a document without paragraphs")
    relations = files.get(RELATIONS, _NO_RELATIONS)
    part = _part_of(relations)
    kept = files.get(part, b"")
    first = max((int(each) for each in _COMMENT_ID.findall(kept)), default=-1) + 1
    marked = list(enumerate(comments, first))
    whole = "".join(_comment(number, comment.lines) for number, comment in marked).encode()
    files[DOCUMENT] = _edited(files[DOCUMENT], found.edits({number: comment.place for number, comment in marked}))
    if kept:
        files[part] = _before_end(kept, whole)
    else:
        files[part] = f'{DECLARATION}<w:comments xmlns:w="{W}">'.encode() + whole + b"</w:comments>"
        files[RELATIONS] = _before_end(relations, _relation(relations).encode())
        override = f'<Override xmlns="{_PACKAGE}/content-types" PartName="/{part}" ContentType="{_KIND}"/>'
        files[TYPES] = _before_end(files[TYPES], override.encode())
    return write(pack(name, content) for name, content in files.items())


def _part_of(relations: bytes) -> str:
    """The part that holds the comments of a document, or will hold them."""
    related = _COMMENTS.search(relations)
    target = _TARGET.search(related.group()) if related else None
    return f"word/{target[1].decode()}" if target else _PART


def _relation(relations: bytes) -> str:
    taken = {each.decode() for each in _ID.findall(relations)}
    name = next(name for at in range(len(taken) + 1) if (name := f"rIdComments{at}") not in taken)
    where = f'xmlns="{_PACKAGE}/relationships" Id="{name}" Type="{_OFFICE}/comments"'
    return f'<Relationship {where} Target="{_PART.removeprefix("word/")}"/>'


def _comment(number: int, lines: Sequence[str]) -> str:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{run_text(legal(line)[0])}</w:t></w:r></w:p>' for line in lines
    )
    head = f'xmlns:w="{W}" w:id="{number}" w:author="{attribute(AUTHOR)}" w:initials="{attribute(AUTHOR[:2])}"'
    return f"<w:comment {head}>{paragraphs}</w:comment>"


def _before_end(xml: bytes, written: bytes) -> bytes:
    """The XML with something more at the end of its root, which may be empty."""
    at = xml.rfind(b"</")
    if at >= 0:
        return xml[:at] + written + xml[at:]
    start = xml.rfind(b"<")
    name = xml[start + 1 :].split()[0].rstrip(b"/>")
    return xml[: xml.rfind(b"/>")] + b">" + written + b"</" + name + b">"


def _edited(xml: bytes, edits: Iterable[_Edit]) -> bytes:
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda each: each.start):  # stable: of what stands at one place the first stays first
        pieces += [xml[at : edit.start], edit.written]
        at = max(at, edit.end)
    return b"".join([*pieces, xml[at:]])


@dataclass(slots=True)
class _Frame:
    """An open element: what may stand in it (blocks, rows, cells, runs), where, and how much of it was counted."""

    holds: str
    spot: Spot = (0, 0, 0, 0)
    count: int = 0


_COUNTED = ("blocks", "rows", "cells", "runs")
_HELD = {
    ("package", "document"): "body",
    ("body", "body"): "blocks",
    ("blocks", "p"): "runs",
    ("blocks", "tbl"): "rows",
    ("rows", "tr"): "cells",
    ("cells", "tc"): "blocks",
}
"""What is held by an element of this name where this is held."""


class _Locator:
    """The paragraphs of a document, counted as `forms_read` counts them, with their bytes."""

    def __init__(self, xml: bytes) -> None:
        self.paragraphs: list[_Paragraph] = []
        self._xml = xml
        self._tables = 0
        self._frames = [_Frame("package")]
        self._unit: tuple[int, int] | None = None  # how many frames are around it, and its first byte
        self._words: list[str] = []
        self._is_text = False
        self._declared = f' xmlns:w="{W}"'
        self._parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.StartNamespaceDeclHandler = self._prefix
        parser.Parse(xml, True)  # noqa: FBT003 - the parser's own signature

    def edits(self, places: Mapping[int, DocumentPlace]) -> Iterator[_Edit]:
        """What marks the words that each place quotes, or else the paragraph; by the numbers of the comments."""
        opened: dict[int, _Paragraph] = {}
        for number, place in places.items():
            paragraph = self._at(place)
            if paragraph.name and paragraph.inside not in opened:
                opened[paragraph.inside] = paragraph
                yield _Edit(paragraph.inside - len(b"/>"), paragraph.inside, b">")
            start, end = paragraph.range(place.quote)
            mark = f'{self._declared} w:id="{number}"/>'
            yield _Edit(start, start, f"<w:commentRangeStart{mark}".encode())
            reference = f'<w:r{self._declared}><w:commentReference w:id="{number}"/></w:r>'
            yield _Edit(end, end, f"<w:commentRangeEnd{mark}{reference}".encode())
        for paragraph in opened.values():
            yield _Edit(paragraph.end, paragraph.end, b"</" + paragraph.name + b">")

    def _at(self, place: DocumentPlace) -> _Paragraph:
        """The paragraph of a place, or the first that is in it; of one in another part, the first of all."""
        if place.chapter:
            return self.paragraphs[0]
        wanted = (place.table, place.row, place.cell, place.paragraph)
        for known in range(len(wanted), 0, -1):
            for paragraph in self.paragraphs:
                if any(wanted[:known]) and paragraph.spot[:known] == wanted[:known]:
                    return paragraph
        return self.paragraphs[0]

    def _prefix(self, prefix: str | None, uri: str) -> None:
        if (prefix, uri) == ("w", W):
            self._declared = ""

    def _start(self, name: str, _: object) -> None:
        around = self._frames[-1]
        kind = name.removeprefix(f"{W}}}")
        at = self._parser.CurrentByteIndex
        self._is_text = kind == "t"
        if around.holds == "runs" and kind != "pPr":
            self._unit, self._words = (len(self._frames), at), []
        self._frames.append(self._frame(kind, around, at))

    def _frame(self, kind: str, around: _Frame, at: int) -> _Frame:
        if kind in UNWRAPPED and around.holds in _COUNTED:
            return around
        holds = _HELD.get((around.holds, kind), "")
        if kind == "tbl" and holds:
            self._tables += 1
            return _Frame(holds, (self._tables, 0, 0, 0))
        if kind in ("document", "body") or not holds:
            return _Frame(holds)
        around.count += 1
        table, row, cell, _ = around.spot
        spots = {"tr": (table, around.count, 0, 0), "tc": (table, row, around.count, 0)}
        spot = spots.get(kind, (table, row, cell, around.count))
        if kind == "p":
            self.paragraphs.append(self._paragraph(spot, at))
        return _Frame(holds, spot)

    def _paragraph(self, spot: Spot, at: int) -> _Paragraph:
        tag = _TAG.match(self._xml, at)
        start = tag.group() if tag else b""
        inside = at + len(start)
        return _Paragraph(spot, inside, inside, start[1:].split()[0].rstrip(b"/>") if start.endswith(b"/>") else b"")

    def _end(self, name: str) -> None:
        closed = self._frames.pop()
        self._is_text = False
        at = self._parser.CurrentByteIndex
        tag = _TAG.match(self._xml, at)
        behind = tag.end() if tag else at
        if self._unit and self._unit[0] == len(self._frames):
            self.paragraphs[-1].units.append(_Unit(self._unit[1], behind, "".join(self._words)))
            self._unit = None
        elif closed.holds == "runs":
            paragraph = self.paragraphs[-1]
            paragraph.end = paragraph.inside if paragraph.name else at
        elif name == f"{W}}}pPr" and self._frames[-1].holds == "runs":
            self.paragraphs[-1].inside = behind

    def _text(self, words: str) -> None:
        if self._is_text and self._unit:
            self._words.append(words)
