"""Rounding tails: printed parts that miss their printed total, which the page must announce."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from jixiao.compute.evaluation import Evaluation
from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.rounding import WIDE, stripped
from jixiao.kernel.unit import WAN_YUAN, Dimension

NOTE = "注：表中数字经四舍五入，部分合计数与分项之和相差不超过{tail}万元。"


def tail_note(printed: Iterable[Figure], exact: Evaluation) -> str:
    """The note under a table in which these figures stand; nothing where every total adds up on paper."""
    values = {
        figure.id: figure.value
        for figure in printed
        if figure.id and figure.value is not None and figure.unit.dimension is Dimension.MONEY
    }
    tail = max((_tail(identity, values, exact) for identity in values), default=Decimal(0))
    return NOTE.format(tail=stripped(WIDE.divide(tail, WAN_YUAN.scale))) if tail else ""


def _tail(identity: FigureId, values: Mapping[FigureId, Decimal], exact: Evaluation) -> Decimal:
    """By how much a printed total misses its parts, where all of them are printed beside it."""
    stated = exact.stated.get(identity)
    whole = stated.derived if stated else exact.figures.get(identity)
    parts = whole.inputs if whole else ()
    if whole is None or whole.value is None or not parts or any(part.id not in values for part in parts):
        return Decimal(0)
    signs = _signs(whole.value, [part.value or Decimal(0) for part in parts])
    if signs is None:
        return Decimal(0)
    sum_on_paper = sum((sign * values[part.id] for sign, part in zip(signs, parts, strict=True) if part.id), Decimal(0))
    return abs(values[identity] - sum_on_paper)


def _signs(whole: Decimal, parts: Sequence[Decimal]) -> list[int] | None:
    """Whether a figure is the sum of its parts, or the first less the others; None where it is neither."""
    for others in (1, -1):
        if whole == parts[0] + sum((others * part for part in parts[1:]), Decimal(0)):
            return [1, *[others] * (len(parts) - 1)]
    return None
