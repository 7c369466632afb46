"""A written report by its headings and annexes, to hold what is expected against what is printed in its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from jixiao.package.reader import read
from jixiao.package.text import PlacedText, texts
from jixiao.render.styles import ANNEX_LIST, ANNEX_MARK, BODY, HEADINGS, style_id

HEADING_LEVELS = {style_id(name): level for level, name in enumerate(HEADINGS[:3], 1)}
"""Styles of headings; 0 stands for the mark of an annex."""

INTRODUCTION = "引言"


class Part(NamedTuple):
    """What stands below one heading (of three levels) or in one annex: its words, and its rows with cells in bars."""

    words: str
    rows: list[str]


def body(written: bytes) -> list[PlacedText]:
    """The paragraphs of a document, without its headers and footers."""
    return [each for each in texts(read(written)) if each.place.part == "正文"]


def headings(written: bytes) -> list[tuple[int, str]]:
    """Level and words of each heading, and of the mark of each annex with level 0."""
    marks = HEADING_LEVELS | {style_id(ANNEX_MARK): 0}
    return [(marks[style], "".join(text.split())) for _, text, style in body(written) if style in marks]


def parts_of(written: bytes) -> dict[str, Part]:
    """The parts of the document by heading, in order; those of one heading are taken together."""
    words: dict[str, str] = defaultdict(str)
    cells: dict[str, dict[tuple[int, int], dict[int, str]]] = defaultdict(dict)
    here = INTRODUCTION
    for place, text, style in body(written):
        line = "".join(text.split())
        if style in HEADING_LEVELS or style == style_id(ANNEX_MARK):
            here = line
        words[here] += line + "\n"
        if place.table:
            row = cells[here].setdefault((place.table, place.row), {})
            row[place.cell] = row.get(place.cell, "") + line
    return {
        here: Part(found, ["|".join(row.values()) for row in cells[here].values()]) for here, found in words.items()
    }


def placed(expected: str) -> Iterator[tuple[str, str]]:
    """The words of a text, each with the heading before it, which stands on a line of its own after a hash."""
    here = ""
    for line in expected.strip().splitlines():
        if line.startswith("# "):
            here = line[2:]
        else:
            yield from ((here, words) for words in line.split())


def assert_printed(parts: dict[str, Part], place: str, words: str) -> None:
    """Fail unless the words stand below the heading; with a bar, within one row."""
    assert place in parts, list(parts)
    where = parts[place].rows if "|" in words else [parts[place].words]
    assert any(words in each for each in where), where


def assert_whole_sentences(written: bytes) -> None:
    """Fail at a paragraph of the chapters that is empty, counts nothing, or has marks beside one another."""
    paragraphs = body(written)
    styles = [each.style for each in paragraphs]
    first, last = styles.index(style_id(HEADINGS[0])), styles.index(style_id(ANNEX_LIST)) - 1  # below an empty line
    chapters = [each for each in paragraphs[first:last] if not each.place.table and each.style == style_id(BODY)]
    for each in chapters:
        assert each.text.strip()
        assert not re.search(r"[，、；：。][，、；：。]|(?<![\d.])0[个项]", each.text), each.text
