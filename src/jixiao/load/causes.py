"""Why a YAML file cannot be read: from the place where the parser stopped to the slip that stopped it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jixiao.load.slips import (
    BAD_INDENT,
    BARE_TAG,
    KEY,
    LOOK_BACK,
    NO_COLON,
    OPEN_BRACKET,
    OPEN_QUOTE,
    SYNTAX,
    Repair,
    Slip,
    after_dashes,
    counts,
    indent_of,
    line_slip,
    value_slip,
    whole_line,
)


def find_slip(lines: Sequence[str], error: Any) -> Slip:
    """The slip behind an error of the YAML parser (`yaml.MarkedYAMLError`)."""
    where = _significant(lines, error.problem_mark.line)
    context = error.context or ""
    if error.context_mark and context.startswith(("while scanning a quoted", "while parsing a flow")):
        return _open_slip(lines, error.context_mark.line, error.context_mark.column, quoted="quoted" in context)
    if context.startswith("while scanning a simple key") and error.context_mark:
        where = min(error.context_mark.line, len(lines) - 1)
        return line_slip(lines[where], where) or whole_line(NO_COLON, lines, where)
    found = (
        line_slip(lines[where], where)
        or _slip_above(lines, where)
        or _quote_above(lines, where, error.problem_mark.column)
    )
    if found:
        return found
    fits = context.startswith("while parsing a block") or "not allowed" in (error.problem or "")
    return whole_line(BAD_INDENT, lines, where, Repair.INDENT) if fits else whole_line(SYNTAX, lines, where)


def _open_slip(lines: Sequence[str], line: int, column: int, *, quoted: bool) -> Slip:
    """A quote or bracket that is opened at this place and not closed as it should be."""
    if quoted:
        return Slip(OPEN_QUOTE, line, column, Repair.QUOTE)
    if line >= len(lines) or lines[line][column : column + 1] not in ("{", "["):  # the mark lies behind the end
        return whole_line(SYNTAX, lines, _significant(lines, line))
    if lines[line][column : column + 2] in ("{{", "{%"):
        return Slip(BARE_TAG, line, column, Repair.QUOTE)
    return Slip(OPEN_BRACKET, line, column, Repair.QUOTE, lines[line][column])


def _slip_above(lines: Sequence[str], where: int) -> Slip | None:
    """A slip on the lines before, as far up as the last line that begins with a sound key; else a line without key."""
    indent = indent_of(lines[where])
    keyless = None
    for number in range(where - 1, max(where - LOOK_BACK, -1), -1):
        line = lines[number]
        if not counts(line) or indent_of(line) > indent:
            continue
        found = line_slip(line, number)
        if found or KEY.match(line, after_dashes(line)):
            return found or keyless
        if indent_of(line) == indent and keyless is None:
            keyless = whole_line(NO_COLON, lines, number)
    return keyless


def _quote_above(lines: Sequence[str], where: int, column: int) -> Slip | None:
    """An open quote above, closed by the first quote of the line where reading stopped in the middle."""
    if column <= indent_of(lines[where]):
        return None
    above = range(where - 1, max(where - LOOK_BACK, -1), -1)
    slips = (value_slip(lines[number], number) for number in above)
    return next((slip for slip in slips if slip and slip.code is OPEN_QUOTE), None)


def _significant(lines: Sequence[str], where: int) -> int:
    """The line itself, or the last one before it that holds more than a comment."""
    where = min(where, len(lines) - 1)
    return next((number for number in range(where, -1, -1) if counts(lines[number])), 0)
