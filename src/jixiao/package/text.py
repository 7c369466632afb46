"""The words of a document in reading order, each paragraph with its place."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from jixiao.kernel.place import DocumentPlace
from jixiao.package.reader import Fault, PackageError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_PARTS = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
_MAX_DEPTH = 200
_WORDS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}sym": "\ufffd"}
_HIDDEN = {f"{_W}pPr", f"{_W}rPr", f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}txbxContent", f"{_MC}Fallback"}


class PlacedText(NamedTuple):
    """The words of one paragraph: a cell's place counts table, row, cell and the paragraph in the cell."""

    place: DocumentPlace
    text: str
    style: str = ""


def texts(package: Mapping[str, bytes]) -> list[PlacedText]:
    """All paragraphs: the body first, then headers, footers and notes by name; raises PackageError."""
    found = _part(package, _MAIN, DocumentPlace("正文"))
    for path, name in sorted(_related(package)):
        found += _part(package, path, DocumentPlace(name))
    return found


def plain_text(package: Mapping[str, bytes]) -> str:
    """The words alone, one paragraph a line, the cells of a row separated by tabs."""
    lines: list[str] = []
    former: DocumentPlace | None = None
    for place, text, _ in texts(package):
        beside = former is not None and place.row and _row(place) == _row(former)
        if beside and former is not None:
            lines[-1] += ("\t" if place.cell != former.cell else "\n") + text
        else:
            lines.append(text)
        former = place
    return "\n".join(lines)


def _row(place: DocumentPlace) -> tuple[str, int, int]:
    return (place.part, place.table, place.row)


def parse(package: Mapping[str, bytes], path: str) -> Element:
    """One XML part; a document type declaration is refused."""
    content = package.get(path)
    if content is None:
        raise PackageError(Fault.DAMAGED, path)
    if any("<!DOCTYPE".encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
        raise PackageError(Fault.DOCTYPE, path)
    try:
        root = fromstring(content)  # noqa: S314 - no document type, so no entities
    except ParseError as error:
        raise PackageError(Fault.MALFORMED, path) from error
    level = [root]
    for _ in range(_MAX_DEPTH):
        level = [child for each in level for child in each]
    if level:
        raise PackageError(Fault.DEPTH, path)
    return root


def _related(package: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    path = "word/_rels/document.xml.rels"
    if path not in package:
        return
    for relation in parse(package, path).iter(_RELATION):
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        target = posixpath.normpath(posixpath.join("/word", relation.get("Target", ""))).lstrip("/")
        if kind in _PARTS and target in package:
            yield target, _PARTS[kind]


class _Counter:
    """Paragraphs and tables counted so far in one part."""

    def __init__(self) -> None:
        self.paragraphs = 0
        self.tables = 0


def _part(package: Mapping[str, bytes], path: str, place: DocumentPlace) -> list[PlacedText]:
    return list(_blocks(parse(package, path), place, _Counter()))


def _blocks(parent: Element, place: DocumentPlace, counter: _Counter) -> Iterator[PlacedText]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, place, counter)
        elif child.tag == f"{_W}tbl":
            counter.tables += 1
            yield from _table(child, place._replace(table=counter.tables, paragraph=0), counter)
        elif child.tag not in _HIDDEN:
            yield from _blocks(child, place, counter)


def _paragraph(element: Element, place: DocumentPlace, counter: _Counter) -> Iterator[PlacedText]:
    counter.paragraphs += 1
    here = place._replace(paragraph=counter.paragraphs)
    style = element.find(f"{_W}pPr/{_W}pStyle")
    yield PlacedText(here, "".join(_words(element)), "" if style is None else style.get(f"{_W}val", ""))
    for box in _boxes(element):
        yield from _blocks(box, place, counter)


def _table(element: Element, place: DocumentPlace, counter: _Counter) -> Iterator[PlacedText]:
    for row_number, row in enumerate(_children(element, "tr"), 1):
        for cell_number, cell in enumerate(_children(row, "tc"), 1):
            inside = _Counter()
            inside.tables = counter.tables
            yield from _blocks(cell, place._replace(row=row_number, cell=cell_number), inside)
            counter.tables = inside.tables


def _children(parent: Element, name: str) -> Iterator[Element]:
    """The rows or cells, also those within content controls and insertions."""
    for child in parent:
        if child.tag == _W + name:
            yield child
        elif child.tag not in _HIDDEN:
            yield from _children(child, name)


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _WORDS:
            yield _WORDS[child.tag]
        elif child.tag not in _HIDDEN:
            yield from _words(child)


def _boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag != f"{_MC}Fallback":
            yield from _boxes(child)
