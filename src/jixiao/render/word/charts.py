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

_C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Asked(NamedTuple):
    """A drawn chart with a tag. title: that of the chart, where the tag stands in it; words: its alternative text."""

    element: Element
    root: Element
    tag: Tag
    title: Element | None
    words: str
    colours: Mapping[str, str]

    @property
    def floats(self) -> bool:
        """Whether it stands beside the text."""
        return next(self.element.iter(f"{_WP}anchor"), None) is not None


def asked(
    element: Element, relations: Mapping[str, Relation], files: Mapping[str, bytes], place: DocumentPlace
) -> Asked | None:
    """The chart of a drawing; None where it has no tag. Raises PackageError."""
    reference = next((each for each in element.iter() if each.tag.endswith("}chart")), None)
    relation = relations.get(reference.get(f"{_R}id", "")) if reference is not None else None
    if relation is None or relation.target not in files:
        return None
    root = parse(files, relation.target)
    properties = next(element.iter(f"{_WP}docPr"), None)
    given = [properties.get(name, "") for name in ("title", "descr")] if properties is not None else []
    title = title_of(root)
    texts = [*given, words(title)]
    tags = (found.tag for text in texts for found in scan(text, place) if found.tag.word == CHART)
    if (tag := next(tags, None)) is None:
        return None
    told = " ".join(filter(None, (text.replace(tag.source, "").strip() for text in given)))
    theme = next((each.target for each in relations.values() if each.kind == "theme"), "")
    colours = theme_colours(parse(files, theme) if theme in files else None)
    return Asked(element, root, tag, title if tag.source in words(title) else None, told, colours)


def node_of(chart: Asked, look: ChartLook, findings: list[Finding]) -> Chart | None:
    """The chart that is asked for, as wide as the look at most; None where it cannot be."""
    if what := refused(chart.root):
        findings.append(NOT_FILLED.at(chart.tag.place, what=what))
        return None
    kept = drawn(chart.root, chart.colours, look, chart.title)
    if "{{" in kept.xml or "{%" in kept.xml:
        findings.append(TAG_IN_TEXT.at(chart.tag.place))
        return None
    node = drawn_chart_of(chart.tag, _sized(chart.element, look), kept, findings)
    return node._replace(words=chart.words) if node is not None else None


def _sized(element: Element, look: ChartLook) -> ChartLook:
    """The size that is drawn, made smaller where it is wider than the text."""
    extent = next(element.iter(f"{_WP}extent"), None)
    sizes = [extent.get(name, "") for name in ("cx", "cy")] if extent is not None else []
    if not sizes or not all(size.isdecimal() and len(size) <= 9 and int(size) for size in sizes):  # noqa: PLR2004
        return look
    width, height = map(int, sizes)
    if look.width and width > look.width:
        width, height = look.width, height * look.width // width
    return look._replace(width=width, height=height)
