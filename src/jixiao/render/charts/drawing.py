"""The parts of a chart, and its drawing in the line it stands in."""

from __future__ import annotations

from typing import Final

from jixiao.render.charts.data import Data
from jixiao.render.charts.drawn import filled
from jixiao.render.charts.look import height_of
from jixiao.render.charts.nodes import Chart
from jixiao.render.charts.plot import A, C, chart_xml, description
from jixiao.render.charts.workbook import workbook
from jixiao.render.escape import attribute

_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def parts_of(node: Chart, data: Data) -> tuple[str, bytes]:
    """The XML of a chart and the workbook behind it."""
    xml = filled(node.look.drawn, data) if node.look.drawn else chart_xml(data, node.kind, node.look)
    return xml, workbook(data)


def drawing(node: Chart, data: Data, relation: str, number: int) -> str:
    """`<w:drawing>`; relation: the id of the relationship to the chart, number: that of the drawing."""
    look = node.look
    height = look.height or height_of(node.kind, look.width, len(data.categories) * len(data.series))
    words = attribute(node.words or description(data, node.kind))
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{look.width}" cy="{height}"/><wp:docPr id="{number}" name="图表{number}" descr="{words}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{A}"><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
