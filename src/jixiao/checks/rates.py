"""Rates: what they can be, and when they ask for a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.checks.context import (
    ALLOTMENTS,
    EXECUTION_RATE,
    INDICATORS,
    SUB_PROJECTS,
    Context,
    called,
    figure_in,
    leaves,
    number_of,
)
from jixiao.expr.figure import Figure, FigureId, ObstacleKind
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.interval import Interval
from jixiao.kernel.rounding import WIDE
from jixiao.kernel.unit import Dimension

RATE_OUT_OF_RANGE = must("K301")
IMPOSSIBLE_SHARE = must("K302")
LOW_EXECUTION = should("K303")
ZERO_BASE = should("K304")
OPERAND_MISSING = should("K305")
GRADE_DIFFERS = should("K306")
THRESHOLD_DIFFERS = should("K307")

BOUNDED = re.compile(
    r"(执行|到位|满意|合格|覆盖|达标|及时|按时|准确|通过|优良|普及|参与|入学|就业|使用|完好|办结|签约|保障|公开|归档)(度|率)"
)
"""Rates that are a part of a whole; growth, completion and loss ratios may pass 100 %."""

SATISFACTION = "满意"
SAMPLE = "样本数"
SAMPLE_FACTS = (("问卷", "有效"), ("问卷", "收回"), ("问卷", "回收"), ("问卷数",), ("问卷份数",))


def bounded_rates(context: Context) -> Iterator[Finding]:
    """A rate that is a part of a whole lies between 0 and 100 %."""
    seen: set[object] = set()
    for name, figure in _named_rates(context):
        place = context.place(_source(figure))
        if figure.value is None or Decimal(0) <= figure.value <= Decimal(1) or place in seen:
            continue
        seen.add(place)
        yield RATE_OUT_OF_RANGE.at(
            place,
            name=name,
            expected="0%—100%",
            actual=context.shown(figure),
            figure=str(figure.id),
            related=context.related(figure, place),
        )


def _named_rates(context: Context) -> Iterator[tuple[str, Figure]]:
    for identity, figure in context.exact.figures.items():
        if figure.unit.dimension is Dimension.RATIO and BOUNDED.search(identity.name):
            yield called(identity), figure
    for row in context.rows(INDICATORS):
        for name in ("年度指标值", "实际完成值"):
            figure_or_none = figure_in(row, name)
            if figure_or_none and figure_or_none.unit.dimension is Dimension.RATIO and BOUNDED.search(row.label):
                yield f"{row.label}/{name}", figure_or_none


def _source(figure: Figure) -> Figure:
    """The fact that a reference (=名称) stands for, so that one slip is told once."""
    while len(figure.inputs) == 1 and figure.number is not None:
        figure = figure.inputs[0]
    return figure
