"""The tag of a chart: `{% chart 柱形图 类别=清单.名称, 系列=清单.数字 %}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.similar import nearest
from jixiao.render.charts.look import KINDS, MOST_SERIES, PIE
from jixiao.render.charts.nodes import Chart, ChartLook, Column
from jixiao.render.control import bad_tag, check, further
from jixiao.render.tags import Tag

UNKNOWN_KIND = must("F241")
SERIES = must("F242")

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


def chart_of(tag: Tag, display: str, look: ChartLook, findings: list[Finding], around: tuple[str, str]) -> Chart | None:
    """The chart that a tag asks for, None where it asks for none; around: what stands before and after its drawing.

    A chart that is drawn has its kind by that.
    """
    match = _KIND.fullmatch(tag.argument)
    kind, rest = (match["kind"], match["rest"]) if match else ("", "")
    named = bool(_NAMED.match(tag.argument))
    if look.drawn and (named or kind in KINDS):
        kind, rest = "", tag.argument if named else rest
    elif kind not in KINDS and not named and kind:
        near = "、".join(nearest(kind, KINDS) or KINDS)
        findings.append(UNKNOWN_KIND.at(tag.place, kind=kind, near=near))
        return None
    parts = list(_parts(rest, len(tag.argument) - len(rest)))
    series = [part for part in parts if part.name != CATEGORIES]
    if (
        (named and not look.drawn)
        or not all(part.name for part in parts)
        or len(parts) != len(series) + 1
        or not series
    ):
        findings.append(bad_tag(tag))
        return None
    most = 1 if kind == PIE else MOST_SERIES
    if len(series) > most:
        findings.append(SERIES.at(tag.place, kind=kind or "图表", count=len(series), most=most))
        return None
    columns = [Column(part.name, part.expression, further(tag.place, part.at)) for part in parts]
    for column in columns:
        check(column.expression, column.place, findings)
    (categories,) = (column for column in columns if column.name == CATEGORIES)
    shown = tuple(column for column in columns if column is not categories)
    return Chart(kind, categories, shown, display, look, *around, "", tag.place)


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
