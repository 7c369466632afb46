"""Findings as people read them: file:line:col, the quoted line with a caret, what is wrong, how to mend it."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from jixiao.cli.options import Language, Status
from jixiao.kernel.finding import Finding, Strength, blocking
from jixiao.kernel.place import DocumentPlace, Place, SourcePlace
from jixiao.messages.catalogue import harmless, quotable, remedy, sentence, words
from jixiao.messages.commands import text

WIDTH = 96
"""Columns of a quoted line; longer ones are cut around the place that is meant."""

_BEFORE = 48
_MOST_RELATED = 3
_INDENT = "    "
_RED, _YELLOW, _BOLD, _FAINT, _OFF = "\33[31m", "\33[33m", "\33[1m", "\33[2m", "\33[0m"
_WIDE = ("W", "F")
_READ_ALL_THE_SAME = frozenset(("Y102",))  # of two values for one key the first is taken
_FIRST_OF_TEXTS = "Y150"  # from here on: slips within narratives, not in files
_NOT_VERIFIED = "V1"  # a file that cannot be held against its data


def show(findings: Iterable[Finding], lang: Language, stream: TextIO | None = None) -> int:
    """Print findings and a closing line that counts them; gives the exit code."""
    stream = stream or sys.stdout
    color = wants_color(stream)
    found = list(findings)
    for finding in found:
        print("\n".join(finding_lines(finding, lang, color=color)), end="\n\n", file=stream)
    print(closing_line(found, lang), file=stream)
    return status_of(found)


def status_of(findings: Iterable[Finding]) -> int:
    """The exit code: 2 where a file or folder could not be read, 1 where something else must be mended."""
    blocks = {finding.code for finding in blocking(findings)}
    if any(code < _FIRST_OF_TEXTS for code in blocks - _READ_ALL_THE_SAME if code.startswith("Y")):
        return Status.UNUSABLE
    if any(code.startswith(_NOT_VERIFIED) for code in blocks):
        return Status.UNUSABLE
    return Status.BLOCKED if blocks else Status.CLEAN


def wants_color(stream: TextIO) -> bool:
    """Whether colours help there: on a terminal that knows them, unless NO_COLOR is set (no-color.org)."""
    environment = os.environ
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in environment or "ANSICON" in environment


def finding_lines(finding: Finding, lang: Language, *, color: bool = False) -> list[str]:
    """A finding on a few lines; goldens compare them."""
    paint = _Paint(color)
    strength = paint(text(finding.strength, lang), _RED if finding.blocks else _YELLOW)
    where = f"{place_words(finding.place, lang)}: " if finding.place else ""
    lines = [f"{paint(where, _BOLD)}{strength} {finding.code} {words(finding.code, lang).title}"]
    lines += [_INDENT + line for line in quoted(finding.place, paint)]
    lines.append(f"  {sentence(finding, lang)}")
    if finding.expected or finding.actual:
        expected, actual = (quotable(words) or "-" for words in (finding.expected, finding.actual))
        lines.append("  " + text("expected", lang, expected=expected, actual=actual))
    mend = remedy(finding, lang)
    if mend:
        lines.append("  " + text("remedy", lang, remedy=mend))
    return lines + list(_related(finding.related, lang))


def _related(places: Sequence[Place], lang: Language) -> Iterator[str]:
    """The other places a finding is about, a line each; of many the first few."""
    for place in places[:_MOST_RELATED]:
        quote = _cut(harmless(place.quote.rstrip()), 0)[0]
        yield "  " + text("related", lang, place=place_words(place, lang)) + (f"  {quote}" if quote else "")
    if len(places) > _MOST_RELATED:
        yield "  " + text("more_related", lang, count=len(places) - _MOST_RELATED)


def closing_line(findings: Iterable[Finding], lang: Language) -> str:
    """How many there are of each strength."""
    strengths = [finding.strength for finding in findings]
    must, should = strengths.count(Strength.MUST), strengths.count(Strength.SHOULD)
    return text("count", lang, all=must + should, must=must, should=should) if strengths else text("clean", lang)


def place_words(place: Place | None, lang: Language) -> str:
    """file:line:col, or the part of a document with table, row and cell."""
    if not isinstance(place, DocumentPlace) or lang is Language.ZH:
        return str(place or "")
    steps = (("table", place.table), ("row", place.row), ("cell", place.cell), ("paragraph", place.paragraph))
    parts = [place.part, place.chapter, *(f"{word} {number}" for word, number in steps if number)]
    return " ".join(part for part in parts if part)


def as_json(finding: Finding, unit: str, report: str) -> dict[str, Any]:
    """A finding as a JSON object; English, whatever the language of messages."""
    lang = Language.EN
    return {
        "code": finding.code,
        "strength": str(finding.strength),
        **_json_place(finding.place),
        "title": words(finding.code, lang).title,
        "sentence": sentence(finding, lang),
        "expected": finding.expected,
        "actual": finding.actual,
        "remedy": remedy(finding, lang),
        "figure": finding.figure,
        "report": report,
        "unit": unit,
        "related": [_json_place(place) for place in finding.related],
    }


def _json_place(place: Place | None) -> dict[str, Any]:
    if isinstance(place, SourcePlace):
        return {"file": place.file, "line": place.line, "column": place.column, "quote": place.quote}
    if place is None:
        return {"file": "", "line": 0, "column": 0, "quote": ""}
    steps = {"chapter": place.chapter, "table": place.table, "row": place.row, "cell": place.cell}
    return {"file": place.part, "line": 0, "column": 0, "quote": place.quote, **steps, "paragraph": place.paragraph}


class _Paint:
    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted

    def __call__(self, words: str, paint: str) -> str:
        return f"{paint}{words}{_OFF}" if self.wanted and words else words


def quoted(place: Place | None, paint: _Paint | None = None) -> Iterator[str]:
    """The line that is meant, and under it a caret at its column."""
    if place is None or not place.quote.strip():
        return
    paint = paint or _Paint(False)
    column = place.column - 1 if isinstance(place, SourcePlace) and place.column else 0
    line, column = _cut(harmless(place.quote.rstrip()), column)
    yield paint(line, _FAINT)
    if isinstance(place, SourcePlace) and place.column:
        yield " " * width(line[:column]) + paint("^", _RED)


def _cut(line: str, column: int) -> tuple[str, int]:
    """Without indentation, and no wider than WIDTH; column counts from 0 and moves along."""
    bare = line.lstrip()
    column = max(column - (len(line) - len(bare)), 0)
    start = max(column - WIDTH, 0)
    stop = min(column + WIDTH, len(bare))
    while width(bare[start:column]) > _BEFORE and width(bare[start:stop]) > WIDTH:
        start += 1
    while width(bare[start:stop]) > WIDTH:
        stop -= 1
    head, tail = "…" * (start > 0), "…" * (stop < len(bare))
    return head + bare[start:stop] + tail, column - start + len(head)


def width(words: str) -> int:
    """Columns on a terminal: characters of East Asia take two."""
    return sum(_columns(character) for character in words)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
