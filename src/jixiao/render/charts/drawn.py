"""A chart that somebody drew in a form: its look is kept, its data are replaced by printed figures.

Of its XML is copied what draws the chart; colours of the theme become colours, and what leads out of the part, numbers
that are typed into labels, and bounds that fit other numbers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from jixiao.render.charts.data import Data
from jixiao.render.charts.look import BARS, COLUMNS, PIE, text
from jixiao.render.charts.nodes import ChartLook
from jixiao.render.charts.plot import WORKBOOK_LINK, A, C, axis_code, label_format, labels, named, valued
from jixiao.render.namespaces import DECLARATION, R

_C, _A = f"{{{C}}}", f"{{{A}}}"
_START, _END = "\x02", "\x03"  # no XML holds them
_MARK: Final = re.compile(f"{_START}(.)([\\d,]*){_END}")
_NAME, _DATA, _FORMAT, _AXIS = "NDFA"
_LABELS: Final = re.compile(f"{_START}{_FORMAT}(\\d+){_END}([^{_END}]*){_END}")

_GROUPS: Final = ("bar", "bar3D", "line", "line3D", "pie", "pie3D", "doughnut", "area", "area3D", "radar")
_ROUND: Final = ("pieChart", "pie3DChart", "doughnutChart")
_OTHERS: Final = {
    "scatterChart": "散点图",
    "bubbleChart": "气泡图",
    "stockChart": "股价图",
    "surfaceChart": "曲面图",
    "surface3DChart": "曲面图",
    "ofPieChart": "复合饼图",
    "dateAx": "日期轴",
}
_LEFT_OUT: Final = frozenset(
    (
        *("extLst", "externalData", "userShapes", "pivotSource", "pivotFmts", "protection", "printSettings"),
        *("clrMapOvr", "dispBlanksAs", "showDLblsOverMax", "blipFill", "hlinkClick", "hlinkMouseOver"),
        *("dLbl", "tx", "cat", "val", "errBars", "pictureOptions"),
        *("max", "min", "majorUnit", "minorUnit", "dispUnits"),
    )
)
_WITH_WORDS: Final = ("title", "trendlineLbl")
_AXES: Final = 3  # of a group, at most
_HEAD, _TAIL = ("idx", "order"), ("smooth", "shape")
"""What stands before the name of a series, and behind its data."""
_THEME: Final = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2"}
_FONTS: Final = ("latin", "ea", "cs", "sym")
_OF_ALL: Final = ("showLeaderLines", "leaderLines")  # what labels have together
_BEFORE_FORMAT: Final = ("axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title")


class Drawn(NamedTuple):
    """The XML of a chart with marks for its data. kind: 柱形图, 条形图, 饼图 or "". series: how many it has."""

    xml: str
    kind: str
    series: int


def refused(root: Element) -> str:
    """What of a chart cannot be filled with categories and numbers, in words; "" where all can."""
    if root.tag != f"{_C}chartSpace":
        return "新式图表"
    plot = root.find(f"{_C}chart/{_C}plotArea")
    names = [_local(each) for each in plot] if plot is not None else []
    other = next((words for name, words in _OTHERS.items() if name in names), "")
    return other or ("" if any(name.removesuffix("Chart") in _GROUPS for name in names) else "空白图表")


def title_of(root: Element) -> Element | None:
    """The title of a chart."""
    return root.find(f"{_C}chart/{_C}title")


def words(element: Element | None) -> str:
    """The words in a part of a chart."""
    return "".join(each.text or "" for each in element.iter(f"{_A}t")) if element is not None else ""


def drawn(root: Element, colours: Mapping[str, str], look: ChartLook, dropped: Element | None) -> Drawn:
    """What is kept of a chart. colours: those of the theme by their names; dropped: a title that is none."""
    series = sorted(root.iter(f"{_C}ser"), key=_order)
    copier = _Copier(root, series, colours, dropped)
    inside = "".join(map(copier.copy, root))
    fonts = text(look) if root.find(f"{_C}txPr") is None else ""
    xml = f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">{inside}{fonts}{WORKBOOK_LINK}</c:chartSpace>'
    return Drawn(DECLARATION + xml, _kind(root), len(series))


def filled(xml: str, data: Data) -> str:
    """The chart with these data in the places of its marks; where no axis tells the unit, its labels do."""
    unit = "" if on_one_axis(xml) else data.unit

    def one(match: re.Match[str]) -> str:
        numbers = [int(each) for each in match[2].split(",")]
        if match[1] == _NAME:
            return named(data.series[numbers[0]], numbers[0])
        if match[1] == _DATA:
            return valued(data, numbers[0])
        return label_format(axis_code([data.series[number] for number in numbers]))

    return _MARK.sub(one, _LABELS.sub(lambda match: labels(data.series[int(match[1])], match[2], unit), xml))


def on_one_axis(xml: str) -> list[list[int]]:
    """The series of a drawn chart that share an axis, by their numbers."""
    return [[int(each) for each in numbers.split(",")] for kind, numbers in _MARK.findall(xml) if kind == _AXIS]


def theme_colours(root: Element | None) -> dict[str, str]:
    """The colours of a theme by their names."""
    scheme = root.find(f"{_A}themeElements/{_A}clrScheme") if root is not None else None
    return {
        _local(each): colour.get("lastClr", "") or colour.get("val", "")
        for each in (scheme if scheme is not None else ())
        for colour in each
    }


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _order(series: Element) -> int:
    order = series.find(f"{_C}order")
    value = order.get("val", "") if order is not None else ""
    return int(value) if value.isdecimal() else 0


def _kind(root: Element) -> str:
    plot = root.find(f"{_C}chart/{_C}plotArea")
    groups = [each for each in (plot if plot is not None else ()) if _local(each).endswith("Chart")]
    if any(_local(each) in _ROUND for each in groups):
        return PIE
    direction = groups[0].find(f"{_C}barDir") if len(groups) == 1 else None
    return "" if direction is None else BARS if direction.get("val") == "bar" else COLUMNS


class _Copier:
    """Copies one chart, whose series have these numbers."""

    def __init__(
        self, root: Element, series: Sequence[Element], colours: Mapping[str, str], dropped: Element | None
    ) -> None:
        self._numbers = {id(each): at for at, each in enumerate(series)}
        self._colours = colours
        self._dropped = dropped
        self._on_axis: dict[str, list[int]] = {}
        self._here: list[int] = []
        for group in root.iter():
            for axis in islice(group.iterfind(f"{_C}axId"), _AXES) if group.find(f"{_C}ser") is not None else ():
                self._on_axis.setdefault(axis.get("val", ""), []).extend(self._series_of(group))

    def _series_of(self, group: Element) -> list[int]:
        return sorted(self._numbers[id(each)] for each in group.iterfind(f"{_C}ser"))

    def copy(self, element: Element) -> str:
        """An element as it is kept, "" where it is not."""
        name = _local(element)
        prefix = {_C: "c", _A: "a"}.get(element.tag.removesuffix(name))
        if prefix is None or name in _LEFT_OUT or element is self._dropped:
            return ""
        if prefix == "a" and name in _FONTS and element.get("typeface", "").startswith("+"):
            return ""
        attributes = {key: value for key, value in element.attrib.items() if "}" not in key}
        if prefix == "a" and name == "schemeClr":
            key = element.get("val", "")
            name, attributes = "srgbClr", {"val": self._colours.get(_THEME.get(key, key)) or "000000"}
        if name == "autoTitleDeleted" and self._dropped is not None:
            attributes = {"val": "1"}
        written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
        return f"<{prefix}:{name}{written}>{self._inside(element)}</{prefix}:{name}>"

    def _inside(self, element: Element) -> str:
        """What is kept within an element, with marks where its data stand."""
        name = _local(element)
        if name.endswith("Chart"):
            self._here = self._series_of(element)[:1]
        if name == "ser":
            return self._series(element)
        if name == "dLbls" and self._here and _shows_numbers(element):
            return self._labels(element)
        if name == "valAx":
            axis = element.find(f"{_C}axId")
            numbers = self._on_axis.get(axis.get("val", ""), []) if axis is not None else []
            return self._axis(element, _mark(_AXIS, numbers))
        inside = "".join(map(self._words if name in _WITH_WORDS else self.copy, element))
        if element.tag == f"{_C}chart":
            inside += '<c:dispBlanksAs val="gap"/>'
        return inside + escape((element.text or "").strip() if len(element) else element.text or "")

    def _words(self, element: Element) -> str:
        """A part of a title; its words stand in an element that series have for their names."""
        return f"<c:tx>{''.join(map(self.copy, element))}</c:tx>" if _local(element) == "tx" else self.copy(element)

    def _series(self, element: Element) -> str:
        before, outside = self._here, [self._numbers[id(element)]]
        self._here = outside
        parts = [(_local(child), self.copy(child)) for child in element]
        self._here = before
        head = "".join(part for name, part in parts if name in _HEAD)
        tail = "".join(part for name, part in parts if name in _TAIL)
        middle = "".join(part for name, part in parts if name not in (*_HEAD, *_TAIL))
        return head + _mark(_NAME, outside) + middle + _mark(_DATA, outside) + tail

    def _labels(self, element: Element) -> str:
        """Labels with the number format of their series, and one of its own for each number that prints otherwise."""
        parts = [(_local(child), self.copy(child)) for child in element if _local(child) != "numFmt"]
        one = "".join(part for name, part in parts if name not in _OF_ALL)
        return f"{_mark(_FORMAT, self._here)}{one}{_END}" + "".join(part for name, part in parts if name in _OF_ALL)

    def _axis(self, element: Element, mark: str) -> str:
        """An axis with another number format in its place."""
        parts = [(_local(child), self.copy(child)) for child in element if _local(child) != "numFmt"]
        first = "".join(part for name, part in parts if name in _BEFORE_FORMAT)
        return first + mark + "".join(part for name, part in parts if name not in _BEFORE_FORMAT)


def _shows_numbers(labels: Element) -> bool:
    """Whether labels are there, and tell more than shares."""
    shown = {_local(each) for each in labels if each.get("val") in ("1", "true")}
    return "delete" not in shown and ("showVal" in shown or "showPercent" not in shown)


def _mark(kind: str, numbers: Sequence[int]) -> str:
    return f"{_START}{kind}{','.join(map(str, numbers))}{_END}" if numbers else ""
