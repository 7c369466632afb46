"""The functions, filters and tests that expressions may call."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from jixiao.expr.arithmetic import absolute, extreme, history
from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import Figure
from jixiao.expr.lists import add_up, average, bands, count, in_order, row, where
from jixiao.expr.texts import KINDS, TEXT_FILTERS, words_alone
from jixiao.expr.values import Items, attribute, figure_of, figures_in, labelled, same
from jixiao.expr.wording import (
    AS_TYPED,
    FIXED,
    STRIPPED,
    WHOLE,
    Shown,
    Style,
    approximately,
    computable,
    direction,
    in_chinese,
    is_money,
    percentage,
    styled,
)
from jixiao.kernel.parse import parse_number
from jixiao.kernel.rounding import WIDE, half_up, power_of_ten

__all__ = [
    "CHOOSING",
    "FILTERS",
    "FUNCTIONS",
    "MOST_DIGITS",
    "TESTS",
    "WHERE",
    "Items",
    "Shown",
    "attribute",
    "figure_of",
    "same",
]


def _min(*arguments: object) -> Figure:
    formula = labelled("min", arguments)
    return extreme(list(figures_in(arguments, formula)), formula, min)


def _max(*arguments: object) -> Figure:
    formula = labelled("max", arguments)
    return extreme(list(figures_in(arguments, formula)), formula, max)


MOST_DIGITS = 20


def _round(value: object, digits: object = Decimal(0)) -> Figure:
    figure, places = figure_of(value, "round"), figure_of(digits, "round").value or Decimal(0)
    if figure.value is None:
        return figure
    if abs(places) > MOST_DIGITS:
        raise ExpressionError("arguments", name="round")
    rounded = half_up(figure.value, WIDE.multiply(figure.unit.scale, power_of_ten(-int(places))))
    return Figure(rounded, figure.unit, formula=f"round({figure.name}, {places})", inputs=history([figure]))


def _abs(value: object) -> Figure:
    return absolute(figure_of(value, "abs"))


def _number(words: object) -> Figure:
    number = parse_number(str(words)) if isinstance(words, str) else None
    if number is None:
        raise ExpressionError("not_a_number", what=str(words))
    return Figure(number.value, number.unit, formula=number.typed or str(words))


WHERE = "where"
_LISTS: dict[str, Callable[..., object]] = {
    "count": count,
    "sum": add_up,
    "avg": average,
    WHERE: where,
    "row": row,
    "sorted": in_order,
    "bands": bands,
}
FUNCTIONS: dict[str, Callable[..., object]] = {
    **_LISTS,
    "min": _min,
    "max": _max,
    "round": _round,
    "abs": _abs,
    "number": _number,
    "direction": direction,
    "computable": computable,
}
FILTERS: dict[str, Callable[..., object]] = {
    **TEXT_FILTERS,
    **_LISTS,
    "count": TEXT_FILTERS["length"],
    "min": _min,
    "max": _max,
    "e": words_alone,
    "escape": words_alone,
    "abs": _abs,
    "round": _round,
    "数": styled("数", Style(bare=True)),
    "元": styled("元", Style(unit="元"), is_money),
    "万元": styled("万元", Style(unit="万元"), is_money),
    "亿元": styled("亿元", Style(unit="亿元"), is_money),
    "两位": styled("两位", Style(digits=FIXED)),
    "去零": styled("去零", Style(digits=STRIPPED)),
    "原样": styled("原样", Style(digits=AS_TYPED)),
    "整数": styled("整数", Style(digits=WHOLE)),
    "千分位": styled("千分位", Style(thousands=True)),
    "百分比": percentage,
    "汉字": in_chinese,
    "约": approximately,
}
TESTS: dict[str, Callable[..., object]] = {"computable": computable, **KINDS}
CHOOSING = (WHERE, "bands", "direction")
"""Functions and filters that choose rows or words by figures."""
