"""The lines of a chapter made ready for Markdown: control tags on lines of their own stand apart from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace
from jixiao.render.control import BLOCKS, CHART, INCLUDE, NEW_PAGE
from jixiao.render.tags import Tag, Tagged

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

_DASHES = re.compile(r":?-+:?")


@frozen
class Prepared:
    """Lines as Markdown sees them, and for each the number of the line the user wrote, from 1."""

    file: str
    written: tuple[str, ...]
    source: Tagged
    lines: tuple[str, ...]
    numbers: tuple[int, ...]

    def places(self, inline: MarkdownToken) -> Iterator[SourcePlace]:
        """The places of the lines of some words."""
        first, after = inline.map or (0, 1)
        return map(self.place, range(first, max(first + 1, after)))

    def touch(self, upper: int, lower: int) -> bool:
        """Whether no blank line as the user wrote it stands between two prepared ones."""
        return all(line.strip() for line in self.written[self.numbers[upper] : self.numbers[lower] - 1])

    def place(self, line: int) -> SourcePlace:
        """The place of a prepared line, counted from 0; the column is that of its first character."""
        number = self.numbers[line]
        quote = self.written[number - 1]
        return SourcePlace(self.file, number, len(quote) - len(quote.lstrip()) + 1, quote)


def is_delimiter(line: str) -> bool:
    """Whether this is the line of dashes below the head of a table."""
    cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
    return "|" in line and all(map(_DASHES.fullmatch, cells))


def prepared(written: list[str], source: Tagged, file: str) -> Prepared:
    """Set control lines between blank lines, except those that stand among the rows of one table.

    Their indents stay: a tag may stand within an item of a list.
    """
    tables = _tables(source.lines)
    apart = _apart(source, tables)
    lines: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(source.lines, 1):
        around = ["", line.rstrip(), ""] if number - 1 in apart else [line]
        lines += around
        numbers += [number] * len(around)
    return Prepared(file, tuple(written), source, tuple(lines), tuple(numbers))


def _tables(lines: tuple[str, ...]) -> dict[int, int]:
    """For each line among the rows of a table, the line where that table begins."""
    tables: dict[int, int] = {}
    start = -1
    for at, line in enumerate(lines):
        if not line.strip():
            start = -1
        elif start >= 0:
            tables[at] = start
        elif is_delimiter(line) and at and "|" in lines[at - 1]:
            start = at
    return tables


def _apart(source: Tagged, tables: dict[int, int]) -> set[int]:
    """The control lines that stand for themselves: their for or if is not within one table."""
    groups: list[list[int]] = []
    opened: list[list[int]] = []
    for at, line in enumerate(source.lines):
        for tag in source.controls(line):
            _enter(tag, at, opened, groups)
    return {at for group in groups for at in group if len({tables.get(each) for each in group}) > 1 or at not in tables}


def _enter(tag: Tag, at: int, opened: list[list[int]], groups: list[list[int]]) -> None:
    if tag.word in BLOCKS or not opened:
        groups.append([])
        if tag.word in BLOCKS:
            opened.append(groups[-1])
        groups[-1].append(at)
    elif tag.word in ("set", INCLUDE, CHART, NEW_PAGE):
        groups.append([at])
    else:
        opened[-1].append(at)
        if tag.word.startswith("end"):
            opened.pop()
