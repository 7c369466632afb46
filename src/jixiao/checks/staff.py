"""Posts and people of a department, and how they changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jixiao.checks.balance import exceeding, shown, sum_of, unequal
from jixiao.checks.context import Context, figure_in, rows_of
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, must, should

MOVEMENTS_CONTRADICT = must("K121")
RETIRED_NOT_LEFT = must("K122")
ABOVE_QUOTA = should("K123")

STAFF, IN_POST, RETIRED = "人员情况", "在职人数", "退休人数"
CHANGES = {IN_POST: "在职增减", RETIRED: "退休增减"}
RETIREMENT = "转退休"
"""The word by which a movement from those in post to the retired is known."""


def movements(context: Context) -> Iterator[Finding]:
    """Those in post, and the retired, of a year ago and the changes of the year make those of today."""
    staff = context.exact.root.get(STAFF)
    if not isinstance(staff, ItemRecord):
        return
    rows = rows_of(staff.get("人员变动"))
    before = {IN_POST: figure_in(staff, "上年末在职人数"), RETIRED: _a_year_ago(context, RETIRED)}
    for now, change in CHANGES.items():
        start, changes = before[now], [figure_in(row, change) for row in rows]
        recorded = any(each is not None and not each.is_blank for each in changes)
        if start is None or start.is_blank or not (recorded or (now == IN_POST and start.number)):
            continue
        after = sum_of([start, *changes], f"上年末{now} + {change}")
        yield from unequal(context, MOVEMENTS_CONTRADICT, figure_in(staff, now), after)
    yield from _retirements(context, rows)


def _a_year_ago(context: Context, name: str) -> Figure | None:
    before = context.exact.last_year
    staff = before.root.get(STAFF) if before else None
    return figure_in(staff, name) if isinstance(staff, ItemRecord) else None


def _retirements(context: Context, rows: list[ItemRecord]) -> Iterator[Finding]:
    """Whoever retires leaves the ones and joins the others."""
    for row in rows:
        left, joined = figure_in(row, CHANGES[IN_POST]), figure_in(row, CHANGES[RETIRED])
        together = sum_of([left, joined], "")
        if RETIREMENT in row.label and left and joined and together.value:
            yield RETIRED_NOT_LEFT.at(
                row.data.place,
                name=row.label,
                left=shown(context, replace(left, value=left.value or Decimal(0))),
                joined=shown(context, replace(joined, value=joined.value or Decimal(0))),
                figure=str(left.id),
            )


def quota(context: Context) -> Iterator[Finding]:
    """More people in post than posts ask for a word."""
    people, posts = context.amount(STAFF, IN_POST), context.amount(STAFF, "编制数")
    yield from exceeding(context, ABOVE_QUOTA, people, posts)
