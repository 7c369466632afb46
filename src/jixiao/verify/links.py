"""Linked figures as a file has them: its store, its controls, and where these no longer say the same.

A control is known by the element that it is bound to: LibreOffice (7.4) drops tags and ids, and writes one control into
another with the same binding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import unescape

from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import DocumentPlace
from jixiao.ledger.marks import found, marked
from jixiao.package.content import content, paragraphs
from jixiao.package.reader import PackageError
from jixiao.package.source import Node, parse_source
from jixiao.package.xml import parse
from jixiao.render.namespaces import FIGURES
from jixiao.render.store import element_of
from jixiao.verify.origin import Written

NO_STORE = should("V411")
TORN = must("V412")
STALE = must("V413")

_BOUND = b"dataBinding"
_J = f"{{{FIGURES}}}"
_STORES = re.compile(r"customXml/[^/]*\.xml")
_PARTS = re.compile(r"word/[^/]*\.xml")
_ATTRIBUTE = r"\bw:{}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')"
_AROUND = 24


class Store(NamedTuple):
    """The store of a file: its path, and of each element the figure that it is ("" where that is lost) and its text."""

    path: str
    ids: tuple[str, ...]
    texts: tuple[str, ...]


class Link(NamedTuple):
    """A control that is bound to an element of the store, and the number of that."""

    number: int
    control: Node

    @property
    def properties(self) -> Node | None:
        """The element of its properties."""
        return self.control.find("w:sdtPr")

    @property
    def content(self) -> Node | None:
        """The element of its content."""
        return self.control.find("w:sdtContent")

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(each.text for each in self.control.within("w:t"))

    @property
    def name(self) -> str:
        """What it is called: the figure that it shows."""
        return attribute_of(self.properties.find("w:alias") if self.properties else None, "val")

    @property
    def inner(self) -> list[Node]:
        """Controls in it with the same binding."""
        return [each for each in self.control.within("w:sdt") if number_of(each) == self.number]


class Occurrence(NamedTuple):
    """A linked number as it reads in one place."""

    number: int
    text: str
    place: DocumentPlace


def store_of(package: Mapping[str, bytes]) -> Store | None:
    """The store, found by what it holds; None where it is lost, or was emptied."""
    for path in sorted(package):
        if _STORES.fullmatch(path) and FIGURES.encode() in package[path]:
            try:
                root = parse(package, path)
            except PackageError:
                continue
            if root.tag == f"{_J}figures":
                elements = root.findall(f"{_J}f")
                return Store(
                    path, tuple(each.get("id", "") for each in elements), tuple(each.text or "" for each in elements)
                )
    return None


def links_of(package: Mapping[str, bytes]) -> Iterator[tuple[str, list[Link]]]:
    """The links of each part that has any, in their order; raises PackageError."""
    for path in sorted(package):
        if _PARTS.fullmatch(path) and _BOUND in package[path]:
            links = list(_links(parse_source(package, path)))
            if links:
                yield path, links


def _links(node: Node) -> Iterator[Link]:
    for child in node.children:
        number = number_of(child) if child.name == "w:sdt" else 0
        if number:
            yield Link(number, child)
        else:
            yield from _links(child)


def number_of(control: Node) -> int:
    """The number of the element that a control is bound to; 0 where it is bound to none of ours."""
    properties = control.find("w:sdtPr")
    binding = properties.find("w:dataBinding") if properties else None
    return element_of(attribute_of(binding, "xpath")) if binding else 0


def attribute_of(node: Node | None, name: str) -> str:
    """The value of an attribute of an element; "" where there is none."""
    match = re.search(_ATTRIBUTE.format(name), node.start_tag) if node else None
    return unescape(match[1] or match[2] or "", {"&quot;": '"', "&apos;": "'"}) if match else ""


def occurrences(package: Mapping[str, bytes]) -> list[Occurrence]:
    """Every linked number of a file with its place; raises PackageError."""
    marked_parts = {path: _marked(links) for path, links in links_of(package)}
    if not marked_parts:
        return []
    read: list[Occurrence] = []
    for part in content({**package, **marked_parts}):
        for paragraph in paragraphs(part.blocks):
            text, marks = found(paragraph.words)
            for mark in marks:
                start, stop = max(mark.start - _AROUND, 0), mark.stop + _AROUND
                place = paragraph.place._replace(quote=text[start:stop])
                if place.row:
                    place = place._replace(paragraph=0)
                read.append(Occurrence(mark.number, text[mark.start : mark.stop], place))
    return read


def _marked(links: list[Link]) -> bytes:
    """The part with marks around what its links say."""
    source, pieces, at = links[0].control.source, list[bytes](), 0
    for link in links:
        texts = [each for each in link.control.within("w:t") if each.inner < each.end]
        if texts:
            first, last = texts[0].inner, texts[-1].end
            before, after = marked("\n", link.number).encode().split(b"\n")
            pieces += [source[at:first], before, source[first:last], after]
            at = last
    return b"".join([*pieces, source[at:]])


def judge_links(package: Mapping[str, bytes], written: Written | None) -> Iterator[Finding]:
    """What is wrong with the linked numbers of a file; written: what it says of its origin. Raises PackageError."""
    read = occurrences(package)
    if not read:
        return
    store = store_of(package)
    texts = store.texts if store else ()
    lost = [each for each in read if each.number > len(texts)]
    if lost:
        yield NO_STORE.at(lost[0].place, number=len(lost))
    for number, usual in usual_texts(read, store, names_of(package, store, written), written).items():
        here = [each for each in read if each.number == number]
        odd = [each for each in here if each.text != usual]
        for each in odd:
            yield TORN.at(each.place, expected=usual, actual=each.text, others=len(here) - len(odd))
        stored = texts[number - 1] if number <= len(texts) else usual
        if stored != usual and not odd:
            yield STALE.at(here[0].place, expected=usual, actual=stored, number=len(here))


def usual_texts(
    read: Sequence[Occurrence], store: Store | None, names: Mapping[int, str], written: Written | None
) -> dict[int, str]:
    """What most places of each linked number say; of as many, what was printed, then what is stored."""
    counted: dict[int, Counter[str]] = {}
    for each in read:
        counted.setdefault(each.number, Counter())[each.text] += 1
    usual: dict[int, str] = {}
    for number, times in sorted(counted.items()):
        name = names.get(number, "")
        printed = {*written.figures.get(name, ()), *written.said.get(name, ())} if written else set()
        stored = store.texts[number - 1] if store and number <= len(store.texts) else ""
        most = [text for text in times if times[text] == max(times.values())]
        usual[number] = max(most, key=lambda text: (any(text in each for each in printed), text == stored))
    return usual


def names_of(package: Mapping[str, bytes], store: Store | None, written: Written | None) -> dict[int, str]:
    """The figure of each element: as the store says, or, where it has lost that, as its controls are named."""
    names: dict[int, str] = {}
    for link in (link for _, links in links_of(package) for link in links):
        own = store.ids[link.number - 1] if store and link.number <= len(store.ids) else ""
        names[link.number] = own or names.get(link.number) or _whole(link.name, written)
    return names


def _whole(name: str, written: Written | None) -> str:
    """The id of a figure whose name was too long for a control."""
    whole = [each for each in written.figures if each.startswith(name)] if written and name else []
    return name if name in whole or len(whole) != 1 else whole[0]
