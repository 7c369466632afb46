"""Counts and estimates written by hand: against the list that they count, and with two words of doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jixiao.checks.context import ALLOTMENTS, SUB_PROJECTS, Context
from jixiao.kernel.finding import Finding, should
from jixiao.kernel.numerals import chinese_to_int

HEDGED_TWICE = should("T205")
COUNT_DIFFERS = should("T206")

_HEDGED = re.compile(  # the signs come first, so that the search runs from one to the next
    r"(?:近(?<![最附邻将]近)|约(?<![节预合签集制契]约)|超过?)\s*"
    r"(?:[0-9][0-9,]*(?:\.[0-9]+)?|[一二三四五六七八九十百千]{2,})\s*[万亿]*[余多][万亿]*(?!个?[年月天日周])"
)
_NUMBER = r"(?<![0-9一二三四五六七八九十百千第.])([0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_MEASURE = "[个份项家条类]"
_ALL_OF_THEM = "(?:内设|下设|设有|设立|共有|共设|包括|包含|分为|共)"
_SOME_OF_THEM = r"(?:其中|新增|增加|增设|撤销|撤并|减少|调整|合并|涉及|[未各每的])\w{0,2}$"


class Counted(NamedTuple):
    """A list, what prose calls it in front of the number of all in it and behind, and how many there are.

    keys: the words without one of which it is not meant: most texts need no further search.
    """

    name: str
    keys: tuple[str, ...]
    before: str
    behind: str
    total: int

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its count in words."""
        return re.compile(f"{self.before}{_NUMBER}{_MEASURE}|{_ALL_OF_THEM}{_NUMBER}{_MEASURE}{self.behind}")

    def told(self, words: str) -> Iterator[tuple[re.Match[str], int | None]]:
        """Where words tell its count, and the count; not that of some of its members."""
        for match in self.pattern.finditer(words):
            if not re.search(_SOME_OF_THEM, words[: match.start()]):
                figure = match[1] or match[2]
                yield match, int(figure) if figure.isascii() else chinese_to_int(figure)


def _lists(context: Context) -> Iterator[Counted]:
    """The lists that prose may count, those that the unit named itself (清单) among them."""
    department = context.case.unit_year.department
    sections = department.sections if department else ()
    called = "内设(?:机构|[股科处]室)"
    as_in = "[内下]设(?=[0-9一二三四五六七八九十]+个(?:机构|[股科处]室))"
    yield Counted("内设机构", ("内设", "下设"), f"(?:{called}[共有为]*|{as_in})", called, len(sections))
    yield Counted(SUB_PROJECTS, ("子项目",), "子项目共有?", "子项目", len(context.rows(SUB_PROJECTS)))
    yield Counted(ALLOTMENTS, ("指标文",), "指标文件?共有?", "指标文", len(context.rows(ALLOTMENTS)))
    for name, texts in (context.case.unit_year.lists | context.case.subject.lists).items():
        yield Counted(name, (name,), f"{re.escape(name)}[共有为]*", re.escape(name), len(texts))


def counts(context: Context) -> Iterator[Finding]:
    """A count in prose is that of the list."""
    lists = [each for each in _lists(context) if each.total]
    keys = {key for each in lists for key in each.keys}
    for piece, words in context.prose.holding(keys):
        for each in lists:
            for match, value in each.told(words):
                if value != each.total:
                    place = piece.at(match.start(), match[0])
                    yield COUNT_DIFFERS.at(place, name=each.name, expected=str(each.total), actual=match[0])


def hedged(context: Context) -> Iterator[Finding]:
    """Nearly and more than at once: 近8000余 says neither."""
    for piece, words in context.words.having(_HEDGED, unquoted=True):
        for match in _HEDGED.finditer(words):
            yield HEDGED_TWICE.at(piece.at(match.start(), match[0]), text=match[0])
