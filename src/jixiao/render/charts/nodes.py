"""The node of a chart in a compiled template."""

from __future__ import annotations

from typing import NamedTuple

from jixiao.kernel.place import Place


class Column(NamedTuple):
    """What a chart shows: the names of its categories, or the figures of a series; place: of the expression."""

    name: str
    expression: str
    place: Place


class ChartLook(NamedTuple):
    """The look of a chart: its size in EMU (height 0: as high as its data want), its fonts, their size in half-points.

    drawn: the XML of one that somebody drew, with marks where its data stand; "" for our own look.
    """

    width: int
    latin: str
    font: str
    size: int
    height: int = 0
    drawn: str = ""


class Chart(NamedTuple):
    """A native chart with a part of its own; prints its drawing between `before` and `after`, or nothing without data.

    kind: 柱形图, 条形图 or 饼图; "" for one that is drawn. before, after: the paragraph or nothing.
    words: what a screen reader says ("" for what the data are).
    """

    kind: str
    categories: Column
    series: tuple[Column, ...]
    display: str
    look: ChartLook
    before: str
    after: str
    words: str
    place: Place
