"""A part of a package with the place of each element in its bytes: what is not touched can be copied as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from jixiao.package.reader import Fault, PackageError

MOST_DEPTH = 200
_START_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_DECLARED = re.compile(rb"\s*<\?xml[^>]*\?>")


class Node:
    """An element: its name with prefix, and where its start tag, its content and its end tag are in the source."""

    __slots__ = ("children", "end", "inner", "name", "source", "start", "stop", "text")

    def __init__(self, source: bytes, name: str, start: int, inner: int) -> None:
        self.source = source
        self.name = name
        self.start, self.inner, self.end, self.stop = start, inner, inner, inner
        self.children: list[Node] = []
        self.text = ""

    def __str__(self) -> str:
        return self.cut(self.start, self.stop)

    @property
    def start_tag(self) -> str:
        """Its start tag; the whole of an element that is written as one tag."""
        return self.cut(self.start, self.inner)

    @property
    def end_tag(self) -> str:
        """Its end tag."""
        return self.cut(self.end, self.stop)

    def cut(self, start: int, stop: int) -> str:
        """What stands between two places of the source."""
        return self.source[start:stop].decode()

    def holds(self, sought: bytes) -> bool:
        """Whether these bytes stand in it."""
        return self.source.find(sought, self.start, self.stop) >= 0

    def find(self, name: str) -> Node | None:
        """Its first child of this name."""
        return next((child for child in self.children if child.name == name), None)

    def within(self, name: str) -> Iterator[Node]:
        """The elements of this name in it."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.within(name)


def parse_source(package: Mapping[str, bytes], path: str) -> Node:
    """One XML part as its root element; raises PackageError for a document type, or what is not well-formed."""
    if path not in package:
        raise PackageError(Fault.DAMAGED, path)
    source = _as_utf8(package[path], path)
    reading = _Reading(source, path)
    try:
        reading.parser.Parse(source, True)  # noqa: FBT003 - the parser's own signature
    except expat.ExpatError as error:
        raise PackageError(Fault.MALFORMED, path) from error
    return reading.root


def _as_utf8(content: bytes, path: str) -> bytes:
    """The part in UTF-8, without declaration."""
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        content = content.decode("utf-16" if wide else "utf-8-sig").encode()
    except UnicodeDecodeError as error:
        raise PackageError(Fault.MALFORMED, path) from error
    declared = _DECLARED.match(content)
    return content[declared.end() :] if declared else content


class _Reading:
    def __init__(self, source: bytes, path: str) -> None:
        self._source = source
        self._path = path
        self._open: list[Node] = []
        self.root = Node(source, "", 0, 0)
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _refuse(self, *_: object) -> None:
        raise PackageError(Fault.DOCTYPE, self._path)

    def _start(self, name: str, _: dict[str, str]) -> None:
        start = self.parser.CurrentByteIndex
        match = _START_TAG.match(self._source, start)
        node = Node(self._source, name, start, match.end() if match else start)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)
        if len(self._open) > MOST_DEPTH:
            raise PackageError(Fault.DEPTH, self._path)

    def _end(self, _: str) -> None:
        node = self._open.pop()
        if self._source[node.inner - 2 : node.inner] == b"/>":
            return
        node.end = self.parser.CurrentByteIndex
        node.stop = self._source.index(b">", node.end) + 1

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text
