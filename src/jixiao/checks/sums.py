"""Totals and balances of money (勾稽关系)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.checks.balance import interval_of
from jixiao.checks.context import (
    ARRIVED,
    BUDGET,
    FUNDS,
    ROW_ARRIVED,
    ROW_BUDGET,
    ROW_SPENT,
    SPENT,
    SUB_PROJECTS,
    Context,
    figure_in,
)
from jixiao.compute.records import ItemRecord
from jixiao.expr.arithmetic import total
from jixiao.expr.figure import MISSING, Figure, FigureId
from jixiao.formats.rules import FigureRule
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.interval import Interval
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.relation import Equality
from jixiao.kernel.rounding import WIDE
from jixiao.kernel.unit import Dimension

TOTAL_CONTRADICTS = must("K101")
TOTAL_DIFFERS = should("K102")
SPENT_ABOVE_ARRIVED = must("K103")
NEGATIVE_AMOUNT = must("K104")
ARRIVED_NOT_AS_PLANNED = should("K105")
REQUIRED_BY_FORMAT = must("K106")
DOES_NOT_FOOT = should("K107")

CARRIED = "结转"
"""The word by which a row of 资金构成 is known to be money carried over from the year before."""


def required_fields(context: Context) -> Iterator[Finding]:
    """What the format asks for beyond the field table is filled in (必填项)."""
    told: set[str] = set()
    for field in context.rules.required_fields:
        kind, _, name = field.text.rpartition(".")
        for record in context.exact.records(kind):
            if kind not in told and not _is_given(record.get(name)):
                told.add(name)
                row = context.called(record.figure_id(name))
                yield REQUIRED_BY_FORMAT.at(_gap(context, record, name), name=row)


def _gap(context: Context, record: ItemRecord, name: str) -> SourcePlace | None:
    """Where the missing is to be filled in: its own key, else its row, else what is evaluated."""
    figure = figure_in(record, name)
    places = (context.data_place(figure) if figure else None, getattr(record.data, "place", None))
    return next((place for place in places if place and place.file), context.project_place)


def _is_given(value: object) -> bool:
    """Whether there is a number, anything of a record, or a row of a list."""
    if isinstance(value, Figure):
        return not value.is_blank
    if isinstance(value, ItemRecord):
        return value.data is not None and bool(value.data.place.file)
    return value is not MISSING and bool(value)


def stated_totals(context: Context) -> Iterator[Finding]:
    """A stated total against what its parts give: beyond the digits it is typed with, or within them."""
    for identity, pair in context.exact.stated.items():
        stated, derived = pair.stated, pair.derived
        if derived.value is None or stated.value == derived.value or stated.unit.dimension is Dimension.SCORE:
            continue  # scores are decided: a check of their own
        if identity not in context.figures or context.is_taken(stated) or _is_default(context, identity):
            continue
        own = Interval.of(stated.number) if stated.number else Interval.point(stated.value or Decimal(0))
        agree = Equality(interval_of(derived, context.ledger.rules.basis), own).judge().holds
        place = context.place(stated)
        yield (TOTAL_DIFFERS if agree else TOTAL_CONTRADICTS).at(
            place,
            name=context.called(identity),
            formula=derived.formula,
            # The derived figure under no name, so that it prints its own value and not the stated one.
            expected=context.shown(Figure(derived.value, derived.unit)),
            actual=context.shown(stated),
            figure=str(identity),
            related=context.related(derived, place),
        )


def not_footed(context: Context) -> Iterator[Finding]:
    """A sum that does not come out on paper, because what is locked stands in the way; typed totals are told above."""
    for relation, miss in context.ledger.footed.misses:
        figure = context.exact.figures.get(relation.total)
        pair = context.exact.stated.get(relation.total)
        if figure is None or relation.total.project != context.case.project_key:
            continue
        if pair and pair.derived.value != pair.stated.value:
            continue
        printed = context.printed(figure)
        place = context.place(figure)
        yield DOES_NOT_FOOT.at(
            place,
            name=context.called(relation.total),
            expected=context.shown(Figure(WIDE.subtract(printed.value or Decimal(0), miss), figure.unit)),
            actual=context.shown(figure),
            figure=str(relation.total),
            related=context.related(figure, place),
        )


def _is_default(context: Context, identity: FigureId) -> bool:
    """Whether the format's figure only stands in for one that is not typed."""
    rule = context.exact.origins.get(identity)
    return isinstance(rule, FigureRule) and bool(rule.is_default)


def spent_above_arrived(context: Context) -> Iterator[Finding]:
    """No more can be spent than arrived, row by row and altogether; money carried over from last year is added."""
    carried = carried_in(context).value or Decimal(0)
    pairs = zip(context.column(SUB_PROJECTS, ROW_SPENT), context.column(SUB_PROJECTS, ROW_ARRIVED), strict=True)
    for spent, arrived in [*pairs, (context.figure(SPENT), context.figure(ARRIVED))]:
        yield from _spent_above(context, spent, arrived, carried)


def _spent_above(context: Context, spent: Figure | None, arrived: Figure | None, carried: Decimal) -> Iterable[Finding]:
    if spent is None or arrived is None or spent.value is None or arrived.value is None:
        return
    if spent.value <= WIDE.add(arrived.value, carried):
        return
    yield SPENT_ABOVE_ARRIVED.at(
        context.place(spent),
        name=context.called(spent.id),
        other=context.called(arrived.id),
        expected=f"≤{context.shown(arrived)}",
        actual=context.shown(spent),
        figure=str(spent.id),
        related=context.related(arrived, context.place(spent)),
    )


def carried_in(context: Context) -> Figure:
    """The money of the subject that was carried over from the year before."""
    rows = [row for row in context.rows(FUNDS) if CARRIED in str(row.get("名称"))]
    amounts = [amount for row in rows if (amount := figure_in(row, BUDGET)) is not None]
    return total(amounts, CARRIED)


def negative_amounts(context: Context) -> Iterator[Finding]:
    """No amount, weight, score or count of the forms is below zero, but where a decrease is typed as one."""
    for field, entry, number in context.filled.negative:
        yield NEGATIVE_AMOUNT.at(entry.place, name=field.name, expected="≥0", actual=number.typed)


def arrived_as_planned(context: Context) -> Iterator[Finding]:
    """Money that arrived in another amount than planned asks for a word on the difference."""
    pairs = zip(context.column(SUB_PROJECTS, ROW_ARRIVED), context.column(SUB_PROJECTS, ROW_BUDGET), strict=True)
    rows = [finding for pair in pairs for finding in _not_as_planned(context, *pair)]
    yield from rows or _not_as_planned(context, context.figure(ARRIVED), context.figure(BUDGET))


def _not_as_planned(context: Context, arrived: Figure | None, planned: Figure | None) -> Iterable[Finding]:
    if arrived is None or planned is None or arrived.value is None or planned.value is None:
        return
    if arrived.value != planned.value:
        yield ARRIVED_NOT_AS_PLANNED.at(
            context.place(arrived),
            name=context.called(arrived.id),
            other=context.called(planned.id),
            expected=context.shown(planned),
            actual=context.shown(arrived),
            figure=str(arrived.id),
            related=context.related(planned, context.place(arrived)),
        )
