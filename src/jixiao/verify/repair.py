"""The links of a file made to work again, after LibreOffice or WPS has saved it: no word of its text is changed.

A place that says something else than most others of its number would be overwritten by them in Word; it is taken out
of the link, with its text as it stands.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from jixiao.package.reader import read_file
from jixiao.package.relations import main_part, relations_of
from jixiao.package.source import Node
from jixiao.package.store import Stored, store
from jixiao.package.zip import pack, write
from jixiao.render.namespaces import DECLARATION, FIGURES, ORIGIN
from jixiao.render.parts import ORIGIN_ID, store_properties, store_relation, store_relations, store_type
from jixiao.render.store import STORE_ID, Control, Fact, properties_xml, store_xml
from jixiao.verify.links import (
    Link,
    Occurrence,
    Store,
    attribute_of,
    links_of,
    names_of,
    occurrences,
    store_of,
    usual_texts,
)
from jixiao.verify.origin import Written, origin_of

_TYPES = "[Content_Types].xml"
_ID = re.compile(rb"<w:id w:val=\"(-?\d{1,10})\"")
_WHOLE = re.compile(r"-?\d{1,10}")
_NEVER_LINKED = re.compile(r"[&<]|^\s*$")
_UNKNOWN = "-"  # an element may not be empty: LibreOffice would put the text of any control into it

Splice = tuple[int, int, str]
"""From, to, and what is put there instead."""


class Repaired(NamedTuple):
    """The parts of a file that was mended; links: controls that work, unlinked: places taken out of their link."""

    package: dict[str, bytes]
    links: int
    unlinked: list[Occurrence]


def repair(package: Mapping[str, bytes], written: Written | None = None) -> Repaired:
    """Mend the links of a file; written: what it says of its origin. Raises PackageError."""
    mended = dict(package)
    _give_identity(mended, _path_with(mended, ORIGIN), ORIGIN_ID, ORIGIN)
    parts = dict(links_of(mended))
    if not parts:
        return Repaired(mended, 0, [])
    read = occurrences(mended)
    held = store_of(mended)
    names = names_of(mended, held, written)
    usual = usual_texts(read, held, names, written)
    kept = {number: text for number, text in usual.items() if not _NEVER_LINKED.search(text)}
    facts = _facts(held, names, kept)
    ids = _Ids(content for path, content in mended.items() if path.startswith("word/"))
    for path, links in parts.items():
        mended[path] = _head(mended[path], links) + _mended(links, kept, facts, ids)
    _put_store(mended, facts)
    unlinked = [each for each in read if kept.get(each.number) != each.text]
    return Repaired(mended, sum(map(len, parts.values())) - len(unlinked), unlinked)


class Mended(NamedTuple):
    """A file that was mended: where it was written (None: there was nothing to mend, or it could not be written)."""

    stored: Stored
    links: int
    unlinked: list[Occurrence]


def repair_file(file: Path, target: Path) -> Mended:
    """Mend a file as another one. Raises OSError and PackageError."""
    package = read_file(file)
    mended = repair(package, origin_of(package))
    if mended.package == package:
        return Mended(Stored(None, []), mended.links, [])
    content = write(pack(name, part) for name, part in mended.package.items())
    return Mended(store(target, content), mended.links, mended.unlinked)


def _facts(held: Store | None, names: Mapping[int, str], kept: Mapping[int, str]) -> list[Fact]:
    """What the store is to hold: an element for each number that there is, and none empty."""
    ids = dict(enumerate(held.ids if held else (), 1))
    texts = dict(enumerate(held.texts if held else (), 1))
    numbers = range(1, max([*texts, *names]) + 1)
    return [
        Fact(names.get(each) or ids.get(each, ""), kept.get(each) or texts.get(each) or _UNKNOWN) for each in numbers
    ]


class _Ids:
    """The ids of controls, each given once in the document."""

    def __init__(self, sources: Iterable[bytes]) -> None:
        self._taken = {int(each) for source in sources for each in _ID.findall(source)}
        self._given: set[int] = set()

    def of(self, link: Link) -> int:
        """Its own id, or a new one where it has none, or another has it too."""
        own = attribute_of(link.properties.find("w:id") if link.properties else None, "val")
        number = int(own) if _WHOLE.fullmatch(own) else 0
        if not number or number in self._given:
            number = next(each for each in count(1) if each not in self._taken and each not in self._given)
        self._given.add(number)
        return number


def _mended(links: Sequence[Link], kept: Mapping[int, str], facts: Sequence[Fact], ids: _Ids) -> bytes:
    """The part with its links in order, and all else as it stands."""
    source, pieces, at = links[0].control.source, list[bytes](), 0
    for start, stop, instead in sorted(splice for link in links for splice in _splices(link, kept, facts, ids)):
        pieces += [source[at:start], instead.encode()]
        at = stop
    return b"".join([*pieces, source[at:]])


def _head(content: bytes, links: Sequence[Link]) -> bytes:
    """What stands before the part's own source: its declaration."""
    source = links[0].control.source
    return content.removesuffix(source) if content.endswith(source) else DECLARATION.encode()


def _splices(link: Link, kept: Mapping[int, str], facts: Sequence[Fact], ids: _Ids) -> Iterator[Splice]:
    for each in link.inner:
        yield from _without_control(each)
    if link.text != kept.get(link.number):
        yield from _without_control(link.control)
    elif link.properties:
        control = Control(ids.of(link), link.number, facts[link.number - 1], _look(link))
        yield link.properties.start, link.properties.stop, properties_xml(control)


def _without_control(control: Node) -> Iterator[Splice]:
    """What is in a control stays."""
    inside = control.find("w:sdtContent")
    if inside is None:
        yield control.start, control.stop, ""
    else:
        yield control.start, inside.inner, ""
        yield inside.end, control.stop, ""


def _look(link: Link) -> str:
    """The format of its run, where it has one of its own."""
    run = next(link.control.within("w:r"), None)
    look = run.find("w:rPr") if run else None
    is_typed = link.properties is not None and link.properties.find("w:text") is not None
    return str(look) if look and look.children and not is_typed else ""


def _put_store(package: dict[str, bytes], facts: Sequence[Fact]) -> None:
    held = store_of(package)
    path = held.path if held else _emptied(package) or _free(package)
    package[path] = store_xml(facts).encode()
    _give_identity(package, path, STORE_ID, FIGURES)
    main = main_part(package)
    if path not in (each.target for each in relations_of(package, main).values()):
        folder, name = posixpath.split(main)
        relations = posixpath.join(folder, f"_rels/{name}.rels")
        keys = relations_of(package, main)
        key = next(each for each in (f"rId{number}" for number in count(1)) if each not in keys)
        added = store_relation(key, posixpath.relpath(path, folder))
        package[relations] = _with(package.get(relations, b""), "</Relationships>", added)


def _emptied(package: Mapping[str, bytes]) -> str:
    """The path of a store that LibreOffice has emptied; "" where there is none."""
    known = (path.replace("itemProps", "item") for path in package if STORE_ID.encode() in package[path])
    return next((path for path in known if path in package and path.startswith("customXml/item")), "")


def _free(package: Mapping[str, bytes]) -> str:
    return next(path for path in (f"customXml/item{number}.xml" for number in count(1)) if path not in package)


def _give_identity(package: dict[str, bytes], path: str, identity: str, namespace: str) -> None:
    """The relationship of a custom XML part to its identity, which LibreOffice does not write."""
    if not path or any(each.target in package for each in relations_of(package, path).values()):
        return
    number = int("".join(re.findall(r"\d+", path)) or 1)
    properties = f"customXml/itemProps{number}.xml"
    if properties not in package:
        package[_TYPES] = _with(package[_TYPES], "</Types>", store_type(properties))
    package[properties] = store_properties(identity, namespace).encode()
    package[f"customXml/_rels/{posixpath.basename(path)}.rels"] = store_relations(number).encode()


def _path_with(package: Mapping[str, bytes], namespace: str) -> str:
    """The path of the custom XML part of a namespace."""
    known = (path for path in sorted(package) if path.startswith("customXml/item") and "Props" not in path)
    return next((path for path in known if namespace.encode() in package[path]), "")


def _with(source: bytes, end: str, added: str) -> bytes:
    """The part with something more before its end."""
    return source.replace(end.encode(), f"{added}{end}".encode())
