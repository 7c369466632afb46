"""The slips of people who type YAML by hand, as they show on one line, and how to read on behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from jixiao.kernel.finding import Code, Finding, must
from jixiao.load.nodes import Source

SYNTAX = must("Y110")
WIDE_COLON = must("Y111")
TIGHT_COLON = must("Y112")
TAB_INDENT = must("Y113")
WIDE_INDENT = must("Y114")
TIGHT_DASH = must("Y115")
OPEN_QUOTE = must("Y116")
AFTER_QUOTE = must("Y117")
RESERVED_START = must("Y118")
COLON_IN_VALUE = must("Y119")
OPEN_BRACKET = must("Y120")
BAD_INDENT = must("Y121")
BARE_TAG = must("Y122")
NO_COLON = must("Y123")

LOOK_BACK = 200
"""Lines above the one where reading stopped that are looked at."""


class Repair(Enum):
    """How reading goes on behind the slip, so that further ones show."""

    COLON = auto()
    DASH = auto()
    QUOTE = auto()
    INDENT = auto()
    DROP = auto()


class Slip(NamedTuple):
    """One slip; line and column count from 0."""

    code: Code
    line: int
    column: int
    repair: Repair
    sign: str = ""


LOSSY_SLIPS = frozenset(
    code.id for code in (SYNTAX, TAB_INDENT, WIDE_INDENT, OPEN_QUOTE, OPEN_BRACKET, BAD_INDENT, NO_COLON)
)
"""Slips behind which a line may be read as something else, or not at all."""

_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")
KEY = re.compile(r"""[^\s:：'"#\[\]{},，。；、!&*?|>@`%-][^:：'"#，。；、]{0,39}?[ ]{0,40}(?P<colon>：|:)""")
_BLOCK_HEADER = re.compile(r"[|>][+-]?[ ]*(?:#.*)?$")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_AFTER_VALUE = re.compile(r"[ \t]*(?:$|[ \t]#|,|\]|\})")
_COMMENT = re.compile(r"[ \t]#")
_RESERVED = "@`%*&!?,]}"


def line_slip(line: str, number: int) -> Slip | None:
    """A slip that shows on the line alone."""
    blanks = line[: len(line) - len(line.lstrip())]
    if "\t" in blanks:
        return Slip(TAB_INDENT, number, blanks.index("\t"), Repair.INDENT)
    if blanks.strip(" "):
        return Slip(WIDE_INDENT, number, len(blanks) - len(blanks.lstrip(" ")), Repair.INDENT)
    start = after_dashes(line)
    if line[start : start + 1] == "-" and line[start + 1 : start + 2] not in ("", "-", " "):
        return Slip(TIGHT_DASH, number, start, Repair.DASH)
    return colon_slip(line, number) or value_slip(line, number)


def colon_slip(line: str, number: int) -> Slip | None:
    """A key whose colon is full-width or has no blank behind it."""
    key = KEY.match(line, after_dashes(line))
    if key is None:
        return None
    column = key.start("colon")
    if key["colon"] == "：":
        return Slip(WIDE_COLON, number, column, Repair.COLON)
    if line[column + 1 : column + 2] not in ("", " ", "\t"):
        return Slip(TIGHT_COLON, number, column, Repair.COLON)
    return None


def value_slip(line: str, number: int) -> Slip | None:
    """A value that YAML would read as something else unless it stands in quotes."""
    start = after_dashes(line)
    key = KEY.match(line, start)
    if key:
        start = key.end()
    start += len(line[start:]) - len(line[start:].lstrip(" \t"))
    value = line[start:]
    if value.startswith(("{{", "{%")):
        return Slip(BARE_TAG, number, start, Repair.QUOTE)
    if value[:1] in _QUOTED:
        return _quote_slip(line, number, start)
    if (value[:1] and value[:1] in _RESERVED) or (value[:1] in ("|", ">") and not _BLOCK_HEADER.match(value)):
        return Slip(RESERVED_START, number, start, Repair.QUOTE, value[0])
    if key and value.startswith("- "):
        return Slip(RESERVED_START, number, start, Repair.QUOTE, "-")
    if key is None or value.startswith(("[", "{", "#")):
        return None
    colon = (_COMMENT.split(value)[0].rstrip() + " ").find(": ")
    return Slip(COLON_IN_VALUE, number, start + colon, Repair.QUOTE) if colon >= 0 else None


def _quote_slip(line: str, number: int, start: int) -> Slip | None:
    closed = _QUOTED[line[start]].match(line, start)
    if closed is None:
        return Slip(OPEN_QUOTE, number, start, Repair.QUOTE)
    rest = line[closed.end() :]
    if _AFTER_VALUE.match(rest) or rest.lstrip().startswith(":"):
        return None
    return Slip(AFTER_QUOTE, number, closed.end(), Repair.QUOTE)


def whole_line(code: Code, lines: Sequence[str], where: int, repair: Repair = Repair.DROP) -> Slip:
    """A slip that concerns the line as a whole."""
    return Slip(code, where, indent_of(lines[where]), repair)


def repaired(lines: Sequence[str], slip: Slip) -> str:
    """The line of the slip, changed so that reading can go on; a line that cannot be saved becomes a comment."""
    line, column = lines[slip.line], slip.column
    match slip.repair:
        case Repair.COLON:
            return f"{line[:column]}: {line[column + 1 :]}"
        case Repair.DASH:
            return f"{line[: column + 1]} {line[column + 1 :]}"
        case Repair.QUOTE:
            start = _value_start(line) if slip.code in (AFTER_QUOTE, COLON_IN_VALUE) else column
            return line[:start] + "'" + line[start:].strip("\"' ").replace("'", "''") + "'"
        case Repair.INDENT:
            return " " * _fitting_indent(lines, slip.line) + line.strip()
        case Repair.DROP:
            return "#"


def _fitting_indent(lines: Sequence[str], where: int) -> int:
    """The indentation of the line before, or of what belongs under it; a list item stands under the item before."""
    before = [lines[number] for number in range(max(where - LOOK_BACK, 0), where) if counts(lines[number])]
    above = before[-1] if before else ""
    start = after_dashes(above)
    if above.rstrip().endswith(":"):
        return start + 2
    if lines[where].lstrip().startswith("- "):
        return next((indent_of(line) for line in reversed(before) if line.lstrip().startswith("- ")), start)
    return start


def _value_start(line: str) -> int:
    start = after_dashes(line)
    key = KEY.match(line, start)
    start = key.end() if key else start
    return start + len(line[start:]) - len(line[start:].lstrip(" \t"))


def after_dashes(line: str) -> int:
    """Where the text of a line begins behind indentation and list dashes."""
    found = _DASHES.match(line)
    return found.end() if found else 0


def indent_of(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def counts(line: str) -> bool:
    """Whether a line holds more than a comment."""
    bare = line.lstrip()
    return bool(bare) and not bare.startswith("#")


def finding_of(slip: Slip, source: Source) -> Finding:
    """The finding of a slip in a file."""
    place = source.place(slip.line, slip.column)
    return slip.code.at(place, sign=slip.sign) if slip.sign else slip.code.at(place)
