"""What was spent, against its budget and against the year before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jixiao.checks.balance import exceeding
from jixiao.checks.context import ACCOUNTS, BUDGET, FUNDS, INITIAL, SPENT, Context, figure_in, figures_in, filled
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, should

ABOVE_BUDGET = should("K118")
ABOVE_LAST_YEAR = should("K119")
WITHOUT_BUDGET = should("K120")

THREE_PUBLIC, PRIOR, REASON = "三公经费", "上年决算数", "说明"
NOT_BUDGETED = ("预算收入", "项目支出")
"""Income is received rather than spent; what projects spend is told with each project."""


def above_budget(context: Context) -> Iterator[Finding]:
    """More was spent than budgeted (全年预算数, or 年初预算数 where there is no other), which asks for a word."""
    for row in context.rows(FUNDS):
        yield from exceeding(context, ABOVE_BUDGET, figure_in(row, SPENT), _own(row, BUDGET, INITIAL))
    found = [
        (record, finding)
        for record, kind, spent, budget, _ in context.once(_accounts)
        if _is_above(spent, budget) and kind not in NOT_BUDGETED
        if _has_budget(record) or kind != THREE_PUBLIC
        for finding in exceeding(context, ABOVE_BUDGET, spent, _own(record, BUDGET, INITIAL))
    ]
    yield from _without_reason(context, found)


def above_last_year(context: Context) -> Iterator[Finding]:
    """More was spent on the three public expenses than in the year before, which asks for a word."""
    found = [
        (record, finding)
        for record, kind, spent, _, prior in context.once(_accounts)
        if _is_above(spent, prior) and kind == THREE_PUBLIC
        for finding in exceeding(context, ABOVE_LAST_YEAR, spent, _own(record, PRIOR))
    ]
    yield from _without_reason(context, found, with_the_whole=True)


def without_budget(context: Context) -> Iterator[Finding]:
    """Something was spent on the three public expenses without a budget, of its own or of what it is a part of."""
    accounts = [account for account in context.once(_accounts) if account.kind == THREE_PUBLIC]
    spent_at_all = [each for each in accounts if each.spent and each.spent.value and not _has_budget(each.record)]
    budgeted = [each.record for each in accounts if _own(each.record, BUDGET, INITIAL)] if spent_at_all else []
    found = [
        (each.record, _spent_without_budget(context, each.record, each.spent))
        for each in spent_at_all
        if each.spent
        if each.record in budgeted or not any(_is_within(each.record, other) for other in budgeted)
    ]
    yield from _without_reason(context, found)


class _Account(NamedTuple):
    """A line of money. kind: the account of the department that it belongs to: 三公经费 for its cars.

    budget: the first of its budgets that is filled in. prior: what was spent the year before.
    """

    record: ItemRecord
    kind: str
    spent: Figure | None
    budget: Figure | None
    prior: Figure | None


def _accounts(context: Context) -> list[_Account]:
    found = []
    for record in context.exact.records(ACCOUNTS):
        spent, budget, initial, prior = figures_in(record, (SPENT, BUDGET, INITIAL, PRIOR))
        if budget is None or budget.is_blank:
            budget = initial
        found.append(_Account(record, record.path.split(".", 1)[0], spent, budget, prior))
    return found


def _is_above(spent: Figure | None, limit: Figure | None) -> bool:
    """Whether there is more of it than the other to the last digit; else nothing more need be asked."""
    if spent is None or limit is None or spent.value is None or limit.value is None:
        return False
    return spent.value > limit.value


def _spent_without_budget(context: Context, record: ItemRecord, spent: Figure) -> Finding:
    place = context.place(spent)
    return WITHOUT_BUDGET.at(
        place,
        name=context.called(spent.id),
        expected="0",
        actual=context.shown(spent),
        figure=str(spent.id),
        related=[record.data.place] if record.data.place not in (None, place) else [],
    )


def _without_reason(
    context: Context, found: Iterable[tuple[ItemRecord, Finding]], *, with_the_whole: bool = False
) -> Iterator[Finding]:
    """The narrowest findings on accounts for which there is no reason.

    with_the_whole: whether that of an account they are part of will do, as it does for a rise but not for overspending.
    """
    told = list(_narrowest(found))
    reasoned = [record for record in context.exact.records(ACCOUNTS) if filled(record, REASON)] if told else []
    for record, finding in told:
        if not any(other.path == record.path or (with_the_whole and _is_within(record, other)) for other in reasoned):
            yield finding


def _is_within(record: ItemRecord, other: ItemRecord) -> bool:
    return record.path == other.path or record.path.startswith(f"{other.path}.")


def _own(record: ItemRecord, *names: str) -> Figure | None:
    """The first of these figures there is; none where it is only the total of the account's parts."""
    figures = [figure for name in names if (figure := figure_in(record, name)) and not figure.is_blank]
    inside = f"{record.path}."
    if not figures or any(part.id and part.id.item.startswith(inside) for part in figures[0].inputs):
        return None
    return figures[0]


def _has_budget(record: ItemRecord) -> bool:
    return any((figure := figure_in(record, name)) and figure.value for name in (BUDGET, INITIAL))


def narrowest(found: Iterable[tuple[ItemRecord, Finding]]) -> Iterator[Finding]:
    """The findings on the parts of accounts rather than those on the wholes that follow from them."""
    return (finding for _, finding in _narrowest(found))


def _narrowest(found: Iterable[tuple[ItemRecord, Finding]]) -> Iterator[tuple[ItemRecord, Finding]]:
    told = list(found)
    for record, finding in told:
        if not any(other is not record and _is_within(other, record) for other, _ in told):
            yield record, finding
