"""The tag of a chart: `{% chart 柱形图 类别=清单.名称, 系列=清单.数字 %}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.similar import nearest
from jixiao.render.charts.drawn import Drawn
from jixiao.render.charts.look import KINDS, MOST_SERIES, PIE
from jixiao.render.charts.nodes import Chart, ChartLook, Column
from jixiao.render.control import bad_tag, check, further
from jixiao.render.tags import Tag

UNKNOWN_KIND = must("F241")
SERIES = must("F242")
OTHER_KIND = must("F243")
OTHER_SERIES = must("F244")

CATEGORIES: Final = "类别"
_KIND: Final = re.compile(r"(?P<kind>\w*)\s*(?P<rest>.*)", re.DOTALL)
_STEP: Final = re.compile(r"\"[^\"]*\"|'[^']*'|[(\[{]|[)\]}]|(?P<end>[,，])")
_NAMED: Final = re.compile(
    r"\s*(?:(?P<quote>[\"'])(?P<quoted>.+?)(?P=quote)|(?P<plain>\w+))\s*[=＝](?!=)\s*(?P<value>.+)"
)


class _Part(NamedTuple):
    """A name with an expression. at: where the expression begins in the argument of the tag."""

    name: str
    expression: str
    at: int


def drawn_chart_of(tag: Tag, look: ChartLook, drawn: Drawn, findings: list[Finding]) -> Chart | None:
    """The chart that the tag of a drawn one asks for; its kind is that of the drawing, which has a series for each."""
    named = _NAMED.match(tag.argument)
    kind, rest = ("", tag.argument) if named else _parted(tag.argument)
    if kind and kind != drawn.kind:
        findings.append(OTHER_KIND.at(tag.place, kind=kind, drawn=drawn.kind or "另一种图表"))
        return None
    columns = _columns(tag, rest, findings)
    if columns is None:
        return None
    categories, series = columns
    if len(series) != drawn.series:
        findings.append(OTHER_SERIES.at(tag.place, count=len(series), drawn=drawn.series))
        return None
    return Chart(drawn.kind, categories, series, "", look._replace(drawn=drawn.xml), "", "", "", tag.place)


def chart_of(tag: Tag, display: str, look: ChartLook, findings: list[Finding], around: tuple[str, str]) -> Chart | None:
    """The chart that a tag asks for, None where it asks for none; around: what stands before and after its drawing."""
    kind, rest = _parted(tag.argument)
    if _NAMED.match(tag.argument) or not kind:
        findings.append(bad_tag(tag))
        return None
    if kind not in KINDS:
        near = "、".join(nearest(kind, KINDS) or KINDS)
        findings.append(UNKNOWN_KIND.at(tag.place, kind=kind, near=near))
        return None
    columns = _columns(tag, rest, findings)
    if columns is None:
        return None
    categories, series = columns
    most = 1 if kind == PIE else MOST_SERIES
    if len(series) > most:
        findings.append(SERIES.at(tag.place, kind=kind, count=len(series), most=most))
        return None
    return Chart(kind, categories, series, display, look, *around, "", tag.place)


def _parted(argument: str) -> tuple[str, str]:
    """The kind of a chart, and what follows it."""
    match = _KIND.fullmatch(argument)
    return (match["kind"], match["rest"]) if match else ("", argument)


def _columns(tag: Tag, text: str, findings: list[Finding]) -> tuple[Column, tuple[Column, ...]] | None:
    """The categories of a chart and its series; None where the tag does not name them."""
    parts = list(_parts(text, len(tag.argument) - len(text)))
    columns = [Column(part.name, part.expression, further(tag.place, part.at)) for part in parts]
    categories = [column for column in columns if column.name == CATEGORIES]
    series = tuple(column for column in columns if column.name != CATEGORIES)
    if len(categories) != 1 or not series or not all(column.name for column in columns):
        findings.append(bad_tag(tag))
        return None
    for column in columns:
        check(column.expression, column.place, findings)
    return categories[0], series


def _parts(text: str, start: int) -> Iterator[_Part]:
    """The named expressions of a tag, parted by commas that stand in no brackets; one without a name has none."""
    depth = begin = 0
    ends = []
    for step in _STEP.finditer(text):
        depth += (step[0] in "([{") - (step[0] in ")]}")
        if step["end"] and not depth:
            ends.append(step.start())
    for end in (*ends, len(text)):
        match = _NAMED.fullmatch(text, begin, end)
        if match:
            name = match["quoted"] or match["plain"]
            yield _Part(name, match["value"].rstrip(), start + match.start("value"))
        elif text[begin:end].strip() or end != len(text):
            yield _Part("", "", start + begin)
        begin = end + 1
