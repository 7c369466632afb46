"""What a chart shows, as the table it would be: a row of categories, and one for each series with its numbers."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_INDEX, _VALUE = "idx", f"{C}v"
_MOST_POINTS, _LONGEST = 10_000, 30


def rows_of(chart: Element) -> list[list[str]]:
    """The strings that the document keeps for each series, whatever draws them."""
    rows: list[list[str]] = []
    for series in chart.iter(f"{C}ser"):
        names = _points(series.find(f"{C}cat"))
        if not rows:
            rows.append(["", *names])
        rows.append(["".join(_points(series.find(f"{C}tx"))), *map(_number, _points(series.find(f"{C}val")))])
    return rows


def _points(parent: Element | None) -> list[str]:
    """The points in their places; where one is missing, nothing stands."""
    points: dict[int, str] = {}
    for each in parent.iter(f"{C}pt") if parent is not None else ():
        index = each.get(_INDEX, "")
        if index.isdecimal() and len(index) < _LONGEST and int(index) < _MOST_POINTS:
            points[int(index)] = each.findtext(_VALUE) or ""
    return [points.get(at, "") for at in range(max(points, default=-1) + 1)]


def _number(text: str) -> str:
    """A number without the zeros that one program writes and another leaves out."""
    try:
        return f"{Decimal(text).normalize():f}" if text and len(text) < _LONGEST else text
    except InvalidOperation:
        return text
