"""The words of the chapters that a unit, or a folder above it, wrote itself: they are held to what narratives are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.words import Paragraph, Piece
from jixiao.compute.case import Case
from jixiao.kernel.place import SourcePlace
from jixiao.load.decode import clean, decode
from jixiao.load.files import MARKDOWN

_MARKUP = re.compile(
    r"\{\{[^{}]*\}\}|\{%(?:[^%{]|%(?!\}))*%\}|\{#[^{}]*#\}|\{\.[^{}]*\}"
    r"|\*\*|!?\[[^\[\]]*\]\([^()]*\)|\||^\s*(?:#+|[-*+]|\d+\.)\s"
)
"""What a line of Markdown holds beside words."""

_RULE = re.compile(r"[\s|:\-]*")
"""A line of a table that says how its columns are set; also a blank one."""

_OPEN = re.compile(r"\{[{%]|[%}]\}")
"""Half of a tag: the compiler tells it."""


def chapter_paragraphs(case: Case) -> Iterator[Paragraph]:
    """The paragraphs and rows of all chapters that are not the format's."""
    for section in case.format.outline:
        if section.own and section.file.lower().endswith(MARKDOWN):
            shown = section.own.place_of(section.file)
            text, _ = decode(section.own.files[section.file], shown)  # what is wrong with it is told by the compiler
            yield from _of_text(clean(text or "", shown)[0], shown)


def _of_text(text: str, shown: str) -> Iterator[Paragraph]:
    pieces: list[Piece] = []
    for number, line in enumerate(text.split("\n"), 1):
        if _RULE.fullmatch(line) or line.lstrip().startswith(("#", "|")):
            yield from _whole(pieces)
            pieces = []
        pieces += _pieces(line, SourcePlace(shown, number, 1, line))
        if line.lstrip().startswith(("#", "|")):
            yield from _whole(pieces)
            pieces = []
    yield from _whole(pieces)


def _whole(pieces: list[Piece]) -> Iterator[Paragraph]:
    if pieces:
        yield Paragraph(tuple(pieces))


def _pieces(line: str, place: SourcePlace) -> Iterator[Piece]:
    """The words of a line between its tags and marks."""
    start = 0
    for match in [*_MARKUP.finditer(line), None]:
        stop = match.start() if match else len(line)
        words = line[start:stop]
        if words.strip() and not _RULE.fullmatch(words) and not _OPEN.search(words):
            yield Piece(words, place._replace(column=start + 1))
        start = match.end() if match else stop
