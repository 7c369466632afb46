"""Assets (资产): their date, depreciation, and what the fixed assets are used for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jixiao.checks.balance import exceeding, interval_of, shown, sum_of
from jixiao.checks.context import Context, figure_in
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.relation import Equality
from jixiao.model.values import Date

ASSETS_OF_OTHER_YEAR = must("K406")
ASSETS_BEFORE_YEAR_END = should("K407")
WORN_MORE_THAN_COST = must("K161")
USES_NOT_FIXED_ASSETS = must("K162")

ASSETS, COST, NET = "资产", "固定资产原值", "固定资产净值"
WORN = {"固定资产累计折旧": COST, "无形资产累计摊销": "无形资产原值"}
USES = ("在用固定资产", "出租固定资产", "其他固定资产")
YEAR_END = (12, 31)


def date_of_assets(context: Context) -> Iterator[Finding]:
    """Assets are those at the end of the report's year: the end of another year is last year's data."""
    cutoff: Date | None = _data(context).cutoff if _data(context) else None
    if cutoff is None:
        return
    year = context.case.year
    code = ASSETS_OF_OTHER_YEAR if cutoff.year != year else ASSETS_BEFORE_YEAR_END
    if cutoff.year != year or (cutoff.month or 12, cutoff.day or 31) != YEAR_END:
        yield code.at(cutoff.place, year=year, expected=f"{year}年12月31日", actual=str(cutoff))


def _data(context: Context) -> Any:
    return getattr(context.case.subject, "assets", None)


def amounts(context: Context) -> Iterator[Finding]:
    """No more is worn off than was paid; what is used, let and left is all of the fixed assets."""
    record = context.exact.root.get(ASSETS)
    if not isinstance(record, ItemRecord):
        return
    found = [
        finding
        for worn, cost in WORN.items()
        for finding in exceeding(context, WORN_MORE_THAN_COST, figure_in(record, worn), _given(record, cost))
    ]
    yield from found or _uses(context, record)


def _given(record: ItemRecord, name: str) -> Figure | None:
    figure = figure_in(record, name)
    return figure if figure and figure.value is not None else None


def _uses(context: Context, record: ItemRecord) -> Iterator[Finding]:
    """Units add up the uses at cost or at net value: either will do, something else will not."""
    parts = [figure for row in [record, *context.rows("机构")] for name in USES if (figure := _given(row, name))]
    own = [figure for name in USES if (figure := _given(record, name))]
    together, wholes = sum_of(own or parts, "、".join(USES)), [_given(record, name) for name in (COST, NET)]
    known = [whole for whole in wholes if whole]
    basis = context.ledger.rules.basis
    if not parts or not known or together.value is None:
        return
    if not any(Equality(interval_of(whole, basis), interval_of(together, basis)).judge().holds for whole in known):
        place = context.place(together)
        yield USES_NOT_FIXED_ASSETS.at(
            place,
            name=together.formula,
            expected="、".join(f"{whole.name}{shown(context, whole)}" for whole in known),
            actual=shown(context, together),
            figure=str(known[0].id),
            related=[*context.related(together, place), *(each for whole in known for each in context.related(whole))],
        )
