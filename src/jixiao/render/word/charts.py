"""The charts of a Word file: one whose title or alternative text holds a tag is filled, every other is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import DocumentPlace
from jixiao.package.relations import Relation
from jixiao.package.xml import parse
from jixiao.render.charts.drawn import drawn, refused, theme_colours, title_of, words
from jixiao.render.charts.nodes import Chart, ChartLook
from jixiao.render.charts.tag import drawn_chart_of
from jixiao.render.control import CHART
from jixiao.render.tags import Tag
from jixiao.render.word.tags import scan

NOT_FILLED = must("F245")
TAG_IN_TEXT = must("F246")

_MOST_CHARTS, _MOST_BYTES = 40, 1 << 18  # in one file, and of a chart: those of Word have a tenth
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Asked(NamedTuple):
    """A drawn chart with a tag. title: that of the chart, where the tag stands in it; words: its alternative text.

    size: of its part, in bytes.
    """

    element: Element
    root: Element
    tag: Tag
    title: Element | None
    words: str
    size: int

    @property
    def floats(self) -> bool:
        """Whether it stands beside the text."""
        return next(self.element.iter(f"{_WP}anchor"), None) is not None


class Charts:
    """The charts of one story; each part is read once, however many drawings show it. look: their fonts."""

    def __init__(self, relations: Mapping[str, Relation], files: Mapping[str, bytes], look: ChartLook) -> None:
        self._relations = relations
        self._files = files
        self._look = look
        self._read: dict[str, Element] = {}
        self._filled = 0

    def asked(self, element: Element, place: DocumentPlace) -> Asked | None:
        """The chart of a drawing; None where it has no tag. Raises PackageError."""
        reference = next((each for each in element.iter() if each.tag.endswith("}chart")), None)
        relation = self._relations.get(reference.get(f"{_R}id", "")) if reference is not None else None
        if relation is None or relation.target not in self._files:
            return None
        root = self._parsed(relation.target)
        properties = next(element.iter(f"{_WP}docPr"), None)
        given = [properties.get(name, "") for name in ("title", "descr")] if properties is not None else []
        title = title_of(root)
        tags = (found.tag for text in (*given, words(title)) for found in scan(text, place) if found.tag.word == CHART)
        if (tag := next(tags, None)) is None:
            return None
        told = " ".join(filter(None, (text.replace(tag.source, "").strip() for text in given)))
        dropped = title if tag.source in words(title) else None
        return Asked(element, root, tag, dropped, told, len(self._files[relation.target]))

    def node(self, chart: Asked, width: int, findings: list[Finding]) -> Chart | None:
        """The chart that is asked for, at most as wide as this (in EMU); None where it cannot be."""
        self._filled += 1
        is_too_much = chart.size > _MOST_BYTES or self._filled > _MOST_CHARTS
        if what := "过大、过多的图表" if is_too_much else refused(chart.root):
            findings.append(NOT_FILLED.at(chart.tag.place, what=what))
            return None
        kept = drawn(chart.root, self._colours(), self._look, chart.title)
        if "{{" in kept.xml or "{%" in kept.xml:
            findings.append(TAG_IN_TEXT.at(chart.tag.place))
            return None
        node = drawn_chart_of(chart.tag, _sized(chart.element, self._look, width), kept, findings)
        return node._replace(words=chart.words) if node is not None else None

    def _parsed(self, name: str) -> Element:
        if name not in self._read:
            self._read[name] = parse(self._files, name)
        return self._read[name]

    def _colours(self) -> dict[str, str]:
        """Those of the theme."""
        theme = next((each.target for each in self._relations.values() if each.kind == "theme"), "")
        return theme_colours(self._parsed(theme) if theme in self._files else None)


def _sized(element: Element, look: ChartLook, most: int) -> ChartLook:
    """The size that is drawn, made smaller where it is wider than the text."""
    extent = next(element.iter(f"{_WP}extent"), None)
    sizes = [extent.get(name, "") for name in ("cx", "cy")] if extent is not None else []
    if not sizes or not all(size.isdecimal() and len(size) <= 9 and int(size) for size in sizes):  # noqa: PLR2004
        return look._replace(width=most)
    width, height = map(int, sizes)
    if width > most:
        width, height = most, height * most // width
    return look._replace(width=width, height=height)
