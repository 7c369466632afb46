"""What a file says before anybody knows what it means: words, mappings and sequences, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace

_tuple = tuple.__new__
"""Makes a named tuple of its fields in half the time: there is a place for every value."""


class SourceLine(NamedTuple):
    """A stretch of one source line; place is where its first character stands."""

    text: str
    place: SourcePlace


@frozen
class Source:
    """A file and its lines as written."""

    file: str
    lines: list[str]

    def place(self, line: int, column: int) -> SourcePlace:
        """The place of a character; line and column count from 0 here and from 1 in the place; -1 is the whole file."""
        quote = self.lines[line] if 0 <= line < len(self.lines) else ""
        return _tuple(SourcePlace, (self.file, line + 1, column + 1, quote))


class Scalar(NamedTuple):
    """A value or a key, always words. style: "" plain, ' or " quoted, | or > block. Lines and columns count from 0."""

    text: str
    source: Source
    line: int = 0
    column: int = 0
    style: str = ""
    end_line: int = 0
    end_column: int = 0

    @property
    def quoted(self) -> bool:
        """Whether it stands in quotes."""
        return self.style in ("'", '"') and self.style != ""

    @property
    def blank(self) -> bool:
        """Whether nothing is written."""
        return not self.text or self.text.isspace()

    @property
    def place(self) -> SourcePlace:
        """Where it begins."""
        file, lines = self.source.file, self.source.lines
        line = self.line
        return _tuple(SourcePlace, (file, line + 1, self.column + 1, lines[line] if 0 <= line < len(lines) else ""))

    @property
    def words(self) -> str:
        """The text as one reads it: lines that only the editor's width broke are joined as Chinese joins them."""
        if self.line == self.end_line or self.style == "|":
            return self.text.strip()
        return joined(line.text.strip() for line in self.lines())

    def lines(self) -> list[SourceLine]:
        """Its lines as they stand in the file, without quotes and indentation; blank lines are kept."""
        if self.style in ("|", ">"):
            return self._block_lines()
        if self.style and self._escaped():
            return [SourceLine(line, self.place) for line in self.text.split("\n")]
        return self._flow_lines()

    def _escaped(self) -> bool:
        """Whether its text differs from what stands between the quotes by more than line breaks."""
        return any("\\" in line or "''" in line for line in self.source.lines[self.line : self.end_line + 1])

    def _flow_lines(self) -> list[SourceLine]:
        quote = 1 if self.style else 0
        written = self.source.lines
        found = []
        for line in range(self.line, self.end_line + 1):
            start = self.column + quote if line == self.line else 0
            stop = self.end_column - quote if line == self.end_line else len(written[line])
            found.append(self._stretch(line, start, stop))
        return found

    def _block_lines(self) -> list[SourceLine]:
        file, written, found = self.source.file, self.source.lines, list[SourceLine]()
        for line in range(self.line + 1, self._block_end()):
            text = written[line]
            bare = text.lstrip(" \t")
            place = _tuple(SourcePlace, (file, line + 1, len(text) - len(bare) + 1, text))
            found.append(_tuple(SourceLine, (bare.rstrip(), place)))
        return found

    def _block_end(self) -> int:
        """The line after the last line of a block; at the end of a file the mark may stand on its last line."""
        return min(self.end_line + (self.end_column > 0), len(self.source.lines))

    def _stretch(self, line: int, start: int, stop: int) -> SourceLine:
        """Part of a line without the blanks of its indentation (wide blanks open a paragraph and are kept)."""
        text = self.source.lines[line][start:stop]
        bare = text.lstrip(" \t")
        return SourceLine(bare.rstrip(), self.source.place(line, start + len(text) - len(bare)))


# Mappings and lists are not frozen: a frozen instance takes three times as long to make, and there are hundreds.


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order written."""

    entries: list[tuple[Scalar, Node]]
    place: SourcePlace

    def get(self, name: str) -> Node | None:
        """The value of a key."""
        return next((value for key, value in self.entries if normalized(key.text) == name), None)


@dataclass(slots=True)
class Sequence:
    """Items in the order written."""

    items: list[Node]
    place: SourcePlace


Node = Scalar | Mapping | Sequence


def normalized(key: str) -> str:
    """A key as keys are compared: full-width and half-width forms are the same, blanks around do not count."""
    return key if key.isascii() and key.isalnum() else unicodedata.normalize("NFKC", key).strip()


def joined(lines: Iterator[str]) -> str:
    """Lines of one paragraph in one: a blank between Latin words, nothing between Chinese characters."""
    text = ""
    for line in lines:
        text += separator(text, line) + line
    return text


def separator(before: str, after: str) -> str:
    """What stands between two lines of one paragraph."""
    return " " if before and after and _is_narrow(before[-1]) and _is_narrow(after[0]) else ""


def _is_narrow(character: str) -> bool:
    return character < "\u2000"
