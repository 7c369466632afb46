"""The plain part of YAML, line by line: keys and words as people type them, in a third of the time of the parser.

A file with anything else in it - quotes, blocks, values over several lines, whatever may be a slip - is left to the
parser. What is read here is what the parser reads: `tests/load/test_plain.py` holds both against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple

from jixiao.load.nodes import Mapping, Node, Scalar, Sequence, Source, normalized

MOST_LETTERS, MOST_LEVELS = 200_000, 20
"""More is left to the parser, which knows how much is too much."""

_SIGNS = ":：#,[]{}&*!|>'\"%@`?"
_ODD_STARTS = frozenset(f"{_SIGNS}-")
_KEY = rf"[^\s{re.escape(_SIGNS)}<~-][^\s{re.escape(_SIGNS)}<~]{{0,80}}"
_WHOLE_KEY = re.compile(_KEY)
_WORD = rf"(?:-(?=[^\s,\]}}]))?[^\s{re.escape(_SIGNS)}<~-][^\s:：#,?\[\]{{}}'\"]*"
_LINE = re.compile(
    rf"^( *)(- +)?({_KEY}):(?:( +)([^{re.escape(_SIGNS)}\- \n](?:[^:#\n]*[^:# \n])?))?(?: *| +#.*)$|^(.*)$",
    re.MULTILINE,
)
"""A key with a plain value or none: blanks, dash, key, blanks, value; any other line is the last group."""
_PAIR, _ITEM = rf"({_KEY}): ({_WORD})(?:, |$)", rf"({_WORD})(?:, |$)"  # compiled where there are brackets


_scalar = partial(tuple.__new__, Scalar)  # in half the time: there is one for every key and every value


class _Level(NamedTuple):
    """An open mapping or sequence: the column of its keys or dashes, what it holds, and the keys that it has."""

    column: int
    is_list: bool
    content: list[Any]
    names: set[str]


class _UnusualError(Exception):
    """Something is not plain."""


def read_plain(source: Source) -> Mapping | None:
    """The mapping that a file of plain lines holds; None where the parser must read it, or where there is none."""
    text = "\n".join(source.lines)
    if len(text) > MOST_LETTERS or "\t" in text:
        return None
    reader = _Reader(source)
    try:
        reader.read(text)
    except _UnusualError:
        return None
    return reader.finished()


@lru_cache(4096)
def _name(key: str) -> str:
    """A plain key as keys are compared; nothing where it is not plain."""
    return normalized(key) if _WHOLE_KEY.fullmatch(key) else ""


class _Reader:
    """root: the mapping of the file. levels: what is open. key: the last one, while its value is still to come."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Mapping | None = None
        self.levels: list[_Level] = []
        self.key: Scalar | None = None

    def read(self, text: str) -> None:
        """Take in all lines: those of a key and a plain value, which most are, at once."""
        source, levels = self.source, self.levels
        for number, (indent, dash, key, gap, value, other) in enumerate(_LINE.findall(text)):
            if not key:
                line = other.lstrip(" ")
                if line and line[0] != "#":
                    self.take(line.partition(" #")[0] if " #" in line else line, number, len(other) - len(line))
                continue
            column = len(indent)
            level = levels[-1] if levels else None
            if dash or level is None or self.key or level.column != column or level.is_list:
                level = self._level_of(number, column, is_item=dash != "")
            if dash:
                column += len(dash)
                level = self._open(Mapping([], source.place(number, column)), column)
            scalar = self._key(level, key, _name(key), number, column)
            if value:
                at = column + len(key) + 1 + len(gap)
                level.content.append((scalar, _scalar((value, source, number, at, "", number, at + len(value)))))
            else:
                self.key = scalar

    def take(self, text: str, number: int, column: int) -> None:
        """Take in what stands on a line without a comment, from this column on."""
        text = text.rstrip(" ")
        is_item = text[:2] == "- "
        level = self._level_of(number, column, is_item=is_item)
        if is_item:
            item = text[2:].lstrip(" ")
            column, text = column + len(text) - len(item), item
        key, colon, value = text.partition(":")
        name = _name(key) if colon and (not value or value[0] == " ") else ""
        if not name:
            if not is_item:
                raise _UnusualError
            self._add(self._value(text, number, column))
            return
        if is_item:
            level = self._open(Mapping([], self.source.place(number, column)), column)
        scalar = self._key(level, key, name, number, column)
        value = value.lstrip(" ")
        if value:
            level.content.append((scalar, self._value(value, number, column + len(text) - len(value))))
        else:
            self.key = scalar

    def _key(self, level: _Level, key: str, name: str, number: int, column: int) -> Scalar:
        """A key of a mapping; name: as keys are compared."""
        if not name or name in level.names:
            raise _UnusualError
        level.names.add(name)
        return _scalar((key, self.source, number, column, "", number, column + len(key)))

    def finished(self) -> Mapping | None:
        """The file's own mapping; None where there is nothing in the file."""
        self._leave_empty()
        return self.root

    def _level_of(self, number: int, column: int, *, is_item: bool) -> _Level:
        """The level that a line at this column belongs to, which is the innermost from now on."""
        if self.levels and not self.key:
            level = self.levels[-1]
            if level.column == column and level.is_list is is_item:
                return level
        return self._level(number, column, is_item=is_item)

    def _level(self, number: int, column: int, *, is_item: bool) -> _Level:
        levels = self.levels
        last = levels[-1].column if levels else -1
        if self.key or not levels:
            if column > last or (is_item and column == last):
                place = self.source.place(number, column)
                return self._open(Sequence([], place) if is_item else Mapping([], place), column)
            self._leave_empty()
        while levels and (last > column or (last == column and levels[-1].is_list > is_item)):
            levels.pop()
            last = levels[-1].column if levels else -1
        if last != column or levels[-1].is_list is not is_item:
            raise _UnusualError
        return levels[-1]

    def _open(self, node: Mapping | Sequence, column: int) -> _Level:
        """Begin a mapping or a sequence as the value that is due."""
        if self.levels:
            self._add(node)
        elif isinstance(node, Mapping):
            self.root = node
        if self.root is None or len(self.levels) >= MOST_LEVELS:
            raise _UnusualError
        is_list = isinstance(node, Sequence)
        level = _Level(column, is_list, node.items if isinstance(node, Sequence) else node.entries, set())
        self.levels.append(level)
        return level

    def _add(self, node: Node) -> None:
        """Hang a value where it belongs: behind the key, or in the list."""
        level = self.levels[-1]
        level.content.append(node if level.is_list else (self.key, node))
        self.key = None

    def _leave_empty(self) -> None:
        """The key that was read last has no value."""
        if self.key:
            self._add(self._scalar("", self.key.line, self.key.end_column + 1))

    def _value(self, text: str, number: int, column: int) -> Node:
        """Words as they stand, or what is between brackets."""
        first = text[0]
        if first in _ODD_STARTS:
            if first in "[{":
                return self._flow(text, number, column)
            if first in "'\"":
                return self._quoted(text, number, column)
            if first != "-" or text[1:2] in ("", " "):
                raise _UnusualError
        if ":" in text and (": " in text or text[-1] == ":"):
            raise _UnusualError
        return Scalar(text, self.source, number, column, "", number, column + len(text))

    def _quoted(self, text: str, number: int, column: int) -> Scalar:
        quote, inside = text[0], text[1:-1]
        if len(text) == 1 or text[-1] != quote or quote in inside or "\\" in inside:
            raise _UnusualError
        return Scalar(inside, self.source, number, column, quote, number, column + len(text))

    def _flow(self, text: str, number: int, column: int) -> Mapping | Sequence:
        """A mapping or a sequence of words within brackets."""
        place = self.source.place(number, column)
        if (text[0], text[-1]) == ("[", "]"):
            return Sequence([value for (value,) in self._between(_ITEM, text, number, column)], place)
        if (text[0], text[-1]) != ("{", "}"):
            raise _UnusualError
        mapping = Mapping([(key, value) for key, value in self._between(_PAIR, text, number, column)], place)
        if len({normalized(key.text) for key, _ in mapping.entries}) < len(mapping.entries):
            raise _UnusualError
        return mapping

    def _between(self, piece: str, text: str, number: int, column: int) -> Iterator[list[Scalar]]:
        """What stands between brackets, piece by piece."""
        pattern, at, stop = re.compile(piece), 1, len(text) - 1
        while at < stop:
            match = pattern.match(text, at, stop)
            if match is None:
                raise _UnusualError
            spans = map(match.span, range(1, pattern.groups + 1))
            yield [self._scalar(text[start:end], number, column + start) for start, end in spans]
            at = match.end()

    def _scalar(self, text: str, number: int, column: int) -> Scalar:
        return Scalar(text, self.source, number, column, "", number, column + len(text))
