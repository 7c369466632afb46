"""This year's data against those of the year before, where both are at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jixiao.checks.balance import unequal
from jixiao.checks.context import ACCOUNTS, INITIAL, Context, figure_in
from jixiao.checks.spending import narrowest
from jixiao.checks.staff import STAFF
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, must, should
from jixiao.model.fields import Field, fields_of

NOT_LAST_YEARS = must("K124")
CARRIED_OTHERWISE = should("K125")


def typed_again(context: Context) -> Iterator[Finding]:
    """What is typed of last year is what last year's data hold, and so is what the parts of a total make."""
    records = [*context.exact.records(ACCOUNTS), *context.exact.records(STAFF)] if context.exact.last_year else []
    rows = [row for record in records for row in fields_of(type(record.data))]
    for field in {row.field.name: row.field for row in rows if row.field.last_year}.values():
        yield from narrowest((record, each) for record in records for each in _not_as_then(context, record, field))


def _not_as_then(context: Context, record: ItemRecord, field: Field) -> Iterator[Finding]:
    figure, then = figure_in(record, field.name), context.exact.before(record, field)
    source = f"{context.case.year - 1}年数据的{field.last_year}"
    if figure is None or figure.id is None or not context.is_taken(figure):
        yield from unequal(context, NOT_LAST_YEARS, figure, then, formula=source)
    elif figure.id in context.exact.stated:  # left empty, and made of parts
        parts = replace(context.exact.stated[figure.id].derived, id=None)
        name = f"{context.called(figure.id)}（各分项合计）"
        for finding in unequal(context, NOT_LAST_YEARS, parts, then, formula=source, name=name):
            yield replace(finding, place=record.data.place if record.data.place.file else context.project_place)


def carried_in(context: Context) -> Iterator[Finding]:
    """What was left of last year's budget comes in as 上年结转, or there is a reason."""
    before = context.exact.last_year
    left = before.root.get("结转结余") if before else None
    if isinstance(left, Figure) and context.is_department:
        source = f"{context.case.year - 1}年数据的结转结余"
        carried = context.amount("预算收入", "上年结转", INITIAL)
        yield from unequal(context, CARRIED_OTHERWISE, carried, left, formula=source)
