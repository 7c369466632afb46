"""Two ways to one amount: whether the digits they are typed with let them agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import reduce
from operator import add, sub

from jixiao.checks.context import Context
from jixiao.expr.arithmetic import total
from jixiao.expr.figure import Figure, leaves
from jixiao.kernel.finding import Code, Finding, should
from jixiao.kernel.interval import Interval
from jixiao.kernel.relation import AtMost, Equality
from jixiao.kernel.rounding import WIDE, stripped
from jixiao.kernel.unit import WAN_YUAN, YUAN, Dimension

TAIL = should("K126")


def unequal(
    context: Context, code: Code, given: Figure | None, derived: Figure | None, **fields: object
) -> Iterator[Finding]:
    """A finding where two figures contradict each other (of this code), or differ within their digits (TAIL).

    fields: formula, the other way in words; name, where it is not that of the given figure; more for the code's words.
    """
    if given is None or derived is None or given.value is None or derived.value in (None, given.value):
        return
    basis = context.ledger.rules.basis
    agree = Equality(interval_of(derived, basis), interval_of(given, basis)).judge().holds
    yield _told(context, TAIL if agree else code, given, derived, shown(context, derived), fields)


def exceeding(
    context: Context, code: Code, value: Figure | None, limit: Figure | None, **fields: object
) -> Iterator[Finding]:
    """A finding where a figure is above its limit by more than the digits of both leave open."""
    if value is None or limit is None or value.value is None or limit.value is None or value.value <= limit.value:
        return
    basis = context.ledger.rules.basis
    if not AtMost(interval_of(value, basis), interval_of(limit, basis)).judge().holds:
        yield _told(context, code, value, limit, f"≤{shown(context, limit)}", fields)


def sum_of(figures: Iterable[Figure | None], formula: str) -> Figure:
    """The sum of the amounts that are filled in; 0 where none is, and nothing where one cannot be read."""
    found = [figure for figure in figures if figure is not None and not figure.is_blank]
    return total(found, formula) if found else Figure(Decimal(0), WAN_YUAN, formula=formula)


def come_to(figures: Iterable[Figure | None], whole: Decimal | None) -> bool:
    """Whether the amounts that are filled in come to a value, to the last digit: then their sum tells nothing."""
    return whole is not None and added_up(figures) == whole


def added_up(figures: Iterable[Figure | None]) -> Decimal | None:
    """The value of the sum of the amounts that are filled in; nothing where one cannot be read."""
    added = Decimal(0)
    for figure in figures:
        if figure is None:
            continue
        if figure.value is not None:
            added = WIDE.add(added, figure.value)
        elif figure.obstacle:
            return None
    return added


def is_made_of(context: Context, given: Figure, parts: Iterable[Figure]) -> bool:
    """Whether a figure, or what its format makes of it where it is stated (which is told as such), uses the parts."""
    stated = context.exact.stated.get(given.id) if given.id else None
    used = {leaf.id for leaf in leaves(stated.derived if stated else given)}
    return any(leaf.id in used for part in parts for leaf in leaves(part))


def _told(  # noqa: PLR0913, PLR0917 - both sides, and how they are told
    context: Context, code: Code, given: Figure, other: Figure, expected: str, fields: dict[str, object]
) -> Finding:
    place = context.place(given)
    apart = Figure(WIDE.abs(WIDE.subtract(given.value or Decimal(0), other.value or Decimal(0))), given.unit)
    return code.at(
        place,
        expected=expected,
        actual=shown(context, given) if given.unit.dimension is Dimension.COUNT else context.shown(given),
        figure=str(given.id or ""),
        related=[*context.related(given, place), *context.related(other, place)],
        **({"name": context.called(given.id), "formula": other.name, "gap": shown(context, apart)} | fields),
    )


def shown(context: Context, figure: Figure) -> str:
    """The figure's own value as it prints in running text; in 元 where it would print as nothing."""
    value = figure.value or Decimal(0)
    if figure.unit.dimension is Dimension.MONEY and 0 < value.copy_abs() < context.ledger.rules.basis:
        return stripped(value) + YUAN.name
    return context.shown(Figure(figure.value, figure.unit))


def interval_of(figure: Figure, basis: Decimal, known: dict[int, Interval] | None = None) -> Interval:
    """All exact values a figure may have, by the typed digits of what it is made of.

    An amount typed without decimals (80万元) is exact to the basis of the format: budgets are granted in whole 万元;
    a count without decimals (79人) is exact.
    Sums and differences are known by their values; another amount made of amounts is as far from its value as they
    together; whatever else a formula may be counts as exact.
    """
    known = {} if known is None else known
    if id(figure) not in known:
        known[id(figure)] = _typed(figure, basis) or _combined(figure, basis, known)
    return known[id(figure)]


def _typed(figure: Figure, basis: Decimal) -> Interval | None:
    number = figure.number
    if number is None:
        return None
    if number.unit.dimension is Dimension.COUNT and not (number.digits or number.multiplier or number.qualifier):
        return Interval.point(number.value)
    whole = number.unit.dimension is Dimension.MONEY and number.digits == 0 and number.step > basis
    return _around(number.value, WIDE.multiply(basis, Decimal("0.5"))) if whole else Interval.of(number)


def _around(value: Decimal, half: Decimal) -> Interval:
    return Interval(WIDE.subtract(value, half), WIDE.add(value, half), high_closed=False)


def _combined(figure: Figure, basis: Decimal, known: dict[int, Interval]) -> Interval:
    value = figure.value or Decimal(0)
    parts = [part for part in figure.inputs if part.value is not None]
    values = [part.value for part in parts if part.value is not None]
    intervals = [interval_of(part, basis, known) for part in parts]
    for combine, join in ((WIDE.add, add), (WIDE.subtract, sub)):
        if values and reduce(combine, values) == figure.value:
            return reduce(join, intervals)
    if figure.unit.dimension is Dimension.MONEY and all(part.unit.dimension is Dimension.MONEY for part in parts):
        reach = sum((_reach(*each) for each in zip(values, intervals, strict=True)), Decimal(0))
        return _around(value, reach) if reach else Interval.point(value)
    return Interval.point(value)


def _reach(value: Decimal, interval: Interval) -> Decimal:
    return max(WIDE.subtract(value, interval.low), WIDE.subtract(interval.high, value))
