"""Whether a package is in good order: what Word would refuse or mend, and what must not be left in a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import DocumentPlace
from jixiao.package.content import Block, Part, Table, content, paragraphs
from jixiao.package.relations import all_relations, main_part, relations_of
from jixiao.package.words import W
from jixiao.package.xml import parse

NOWHERE = must("V401")
SAME_ID = must("V402")
LEFT_OVER = must("V403")
EMPTY_TABLE = must("V404")
NO_STORE_ID = should("V405")

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_STORE: Final = re.compile(r"customXml/item\d*\.xml")
_STORE_PROPERTIES: Final = "customXmlProps"
_TAG: Final = re.compile(r"\{[{%#].{0,60}|[^{}]{0,20}[}%#]\}")


def health(package: Mapping[str, bytes], parts: list[Part] | None = None) -> list[Finding]:
    """All that is wrong with a package; parts: its content, if it was read. Raises PackageError."""
    read = content(package) if parts is None else parts
    return [*_lost(package), *_same_ids(package, read), *_left_over(read), *_empty(read), *_stores(package)]


def _lost(package: Mapping[str, bytes]) -> Iterator[Finding]:
    for part, key, relation in all_relations(package):
        if not relation.is_outside and relation.target not in package and relation.target != "NULL":
            yield NOWHERE.at(DocumentPlace(part), id=key, kind=relation.kind, target=relation.target)


def _same_ids(package: Mapping[str, bytes], parts: list[Part]) -> Iterator[Finding]:
    """Ids that stand twice: of drawings and controls in the whole document, of bookmarks and notes in their part."""
    drawings: Counter[str] = Counter()
    controls: Counter[str] = Counter()
    for part in parts:
        root = parse(package, part.path)
        drawings.update(each.get("id", "") for each in root.iter(_DRAWING))
        controls.update(_values(root, "sdtPr", "id"))
        names = Counter(each.get(f"{W}name", "") for each in root.iter(f"{W}bookmarkStart"))
        numbers = Counter(each.get(f"{W}id", "") for each in root.iter(f"{W}bookmarkStart"))
        notes = Counter(each.get(f"{W}id", "") for name in ("footnote", "endnote") for each in root.iter(W + name))
        for kind, counted in (("bookmark name", names), ("bookmark", numbers), ("note", notes)):
            yield from _twice(part.path, kind, counted)
    yield from _twice(main_part(package), "drawing", drawings)
    yield from _twice(main_part(package), "content control", controls)


def _values(root: Element, parent: str, name: str) -> Iterator[str]:
    for each in root.iter(W + parent):
        element = each.find(W + name)
        if element is not None:
            yield element.get(f"{W}val", "")


def _twice(path: str, kind: str, counted: Counter[str]) -> Iterator[Finding]:
    for key, number in counted.items():
        if number > 1:
            yield SAME_ID.at(DocumentPlace(path), kind=kind, id=key, number=number)


def _left_over(parts: list[Part]) -> Iterator[Finding]:
    for part in parts:
        for each in paragraphs(part.blocks):
            found = _TAG.search(each.text) if "{" in each.text or "}" in each.text else None
            if found:
                yield LEFT_OVER.at(each.place._replace(quote=found[0]), tag=found[0])


def _empty(parts: list[Part]) -> Iterator[Finding]:
    for part in parts:
        for table in _tables(part.blocks):
            if not any(table.rows):
                yield EMPTY_TABLE.at(table.place)


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row:
                    yield from _tables(cell.blocks)
        else:
            yield from _tables(block.boxes)


def _stores(package: Mapping[str, bytes]) -> Iterator[Finding]:
    """Stores of data that have lost the relationship that gives them their identity: nothing bound to them is found."""
    for path in sorted(package):
        kinds = [each.kind for each in relations_of(package, path).values()] if _STORE.fullmatch(path) else None
        if kinds is not None and _STORE_PROPERTIES not in kinds:
            yield NO_STORE_ID.at(DocumentPlace(path))
