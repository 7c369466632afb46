"""Counts and estimates written by hand: against the list that they count, and with two words of doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jixiao.checks.context import ALLOTMENTS, SUB_PROJECTS, Context
from jixiao.checks.words import QUOTED, Piece, paragraphs
from jixiao.kernel.finding import Finding, should
from jixiao.kernel.numerals import chinese_to_int

HEDGED_TWICE = should("T205")
COUNT_DIFFERS = should("T206")

_HEDGED = re.compile(
    r"(?:(?<![最附邻将])近|(?<![节预合签集制契])约|超过?)\s*"
    r"(?:[0-9][0-9,]*(?:\.[0-9]+)?|[一二三四五六七八九十百千]{2,})\s*[万亿]*[余多][万亿]*(?!个?[年月天日周])"
)
_NUMBER = r"(?<![0-9一二三四五六七八九十百千第.])([0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_ALL_OF_THEM = "(?:内设|下设|设有|设立|共有|共设|包括|包含|分为|共)"
_SOME_OF_THEM = re.compile(r"(?:其中|新增|增加|增设|撤销|撤并|减少|调整|合并|涉及|[未各每的])\w{0,2}$")


class Counted(NamedTuple):
    """A list that prose calls by name: how it tells the number of all in it, and how many there are."""

    name: str
    told: re.Pattern[str]
    count: Callable[[Context], int]


def _sections(context: Context) -> int:
    department = context.case.unit_year.department
    return len(department.sections) if department else 0


def _rows(name: str) -> Callable[[Context], int]:
    return lambda context: len(context.rows(name))


LISTS = (
    Counted("内设机构", re.compile(f"内设(?:机构|[股科处]室)[共有为]*{_NUMBER}个"), _sections),
    Counted("内设机构", re.compile(f"{_ALL_OF_THEM}{_NUMBER}个(?:内设(?:机构|[股科处]室)|[股科处]室)"), _sections),
    Counted("子项目", re.compile(f"{_ALL_OF_THEM}{_NUMBER}个子项目"), _rows(SUB_PROJECTS)),
    Counted("指标文", re.compile(f"{_ALL_OF_THEM}{_NUMBER}[个份]指标文"), _rows(ALLOTMENTS)),
)


def counts(context: Context) -> Iterator[Finding]:
    """A count in prose is that of the list."""
    lists = [(each, there) for each in LISTS if (there := each.count(context))]
    for piece, words in _words(context, prose=True):
        for each, there in lists:
            for match in each.told.finditer(words):
                value = int(match[1]) if match[1].isascii() else chinese_to_int(match[1])
                if value != there and not _SOME_OF_THEM.search(words[: match.start()]):
                    place = piece.at(match.start(), match[0])
                    yield COUNT_DIFFERS.at(place, name=each.name, expected=str(there), actual=match[0])


def hedged(context: Context) -> Iterator[Finding]:
    """Nearly and more than at once: 近8000余 says neither."""
    for piece, words in _words(context):
        for match in _HEDGED.finditer(words):
            yield HEDGED_TWICE.at(piece.at(match.start(), match[0]), actual=match[0])


def _words(context: Context, *, prose: bool = False) -> Iterator[tuple[Piece, str]]:
    """What the unit wrote, without the names of documents and quotations."""
    for paragraph in paragraphs(context):
        for piece in paragraph.pieces if paragraph.prose or not prose else ():
            yield piece, QUOTED.sub(lambda match: " " * len(match[0]), piece.text)
