"""The data of a chart taken from the printed figures, judged, and made its parts and its drawing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from jixiao.expr.expression import Expression, ExpressionError
from jixiao.expr.scope import Scope
from jixiao.expr.values import Items
from jixiao.expr.work import look_at
from jixiao.kernel.finding import Finding, must, should
from jixiao.ledger.marks import unmarked
from jixiao.ledger.view import Display, View
from jixiao.render.charts.data import Data, Plotted, alike, point
from jixiao.render.charts.drawn import on_one_axis
from jixiao.render.charts.look import BARS, MOST_CATEGORIES, MOST_POINTS, PIE
from jixiao.render.charts.nodes import Chart, Column
from jixiao.render.escape import legal

LENGTHS = must("R121")
UNITS = must("R122")
NO_PIE = must("R123")
TOO_MANY = must("R124")
UNKNOWN = should("R125")

_SHOWN = 3  # numbers that are told


class Failed(Exception):  # noqa: N818 - it carries the error of an expression, which is a finding and no bug
    """An expression of a chart fails: of which column, and why."""

    def __init__(self, column: Column, error: ExpressionError) -> None:
        self.column = column
        self.error = error


def values(value: object) -> Sequence[object]:
    """The values of a list; one alone is a list of one."""
    return value if isinstance(value, list | tuple) else [value]


def data_of(node: Chart, expressions: Sequence[Expression], view: View, scope: Scope) -> Data | Finding:
    """What the chart shows, or why it cannot; the expressions are those of its categories and of each series.

    Raises Failed.
    """
    display = Display(node.display)
    names = _names(node, expressions[0], view, scope)
    look_at(len(names) * len(expressions))
    series: list[Plotted] = []
    for given, expression in zip(node.series, expressions[1:], strict=True):
        try:
            found = values(view.value(expression, scope, given.place))
            points = tuple(point(each, display, view) for each in found)
        except ExpressionError as error:
            raise Failed(given, error) from error
        if len(points) != len(names):
            return LENGTHS.at(given.place, name=given.name, count=len(points), categories=len(names))
        series.append(Plotted(_line(given.name), points))
    return Data(names, alike(series))


def _names(node: Chart, expression: Expression, view: View, scope: Scope) -> tuple[str, ...]:
    """The names of the categories, as they print: of a record its own."""
    try:
        found = values(view.value(expression, scope, node.categories.place))
        return tuple(_line(view.printed(Items([each]), Display(node.display)).text) for each in found)
    except ExpressionError as error:
        raise Failed(node.categories, error) from error


def _line(words: str) -> str:
    return " ".join(legal(unmarked(words))[0].split())


def problem(node: Chart, data: Data) -> Finding | None:
    """Why such a chart cannot be drawn of these data."""
    count, kind = len(data.categories), BARS if node.look.drawn else node.kind
    if count > (most := min(MOST_CATEGORIES[kind], MOST_POINTS // len(data.series))):
        return TOO_MANY.at(node.place, kind=node.kind or "图表", count=count, most=most)
    for units in (data.units_of(numbers) for numbers in on_one_axis(node.look.drawn) or (range(len(data.series)),)):
        if len(units) > 1:
            return UNITS.at(node.place, units="、".join(unit or "无单位" for unit in units))
    if node.kind == PIE and (below := _below(data)):
        return NO_PIE.at(node.place, names="、".join(islice(below, _SHOWN)))
    return None


def is_empty(node: Chart, data: Data) -> bool:
    """Whether there is nothing to show: no number at all, or a whole of nothing that has no parts."""
    return not any(data.values) if node.kind == PIE else not data.values


def _below(data: Data) -> list[str]:
    """The categories with a number below zero."""
    pairs = (
        (name, each.value) for series in data.series for name, each in zip(data.categories, series.points, strict=True)
    )
    return list(dict.fromkeys(name for name, value in pairs if value is not None and value < 0))


def unknown(node: Chart, data: Data) -> Finding | None:
    """The finding for numbers that cannot be computed, whose places stay empty."""
    found = [
        f"{name}的{series.name}"
        for series in data.series
        for name, each in zip(data.categories, series.points, strict=True)
        if each.is_unknown
    ]
    more = "等" if len(found) > _SHOWN else ""
    return UNKNOWN.at(node.place, names="、".join(found[:_SHOWN]) + more) if found else None
