"""Where the money of the projects comes from: the department's income, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.balance import exceeding, sum_of
from jixiao.checks.context import FUNDS, INITIAL, Context, figure_in, rows_of
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, must, should

ABOVE_SOURCE = must("K111")
CARRIED_BUT_NOT_BY_PROJECTS = should("K112")

INCOME, BASIC = "预算收入", "基本支出"
CARRIED, ALLOCATED, OTHER = "上年结转资金", "当年财政拨款", "其他资金"
SOURCES = {
    ALLOCATED: ("一般公共预算拨款", "政府性基金拨款", "国有资本经营预算拨款", "社会保险基金拨款"),
    CARRIED: ("上年结转",),
    OTHER: ("纳入专户管理的非税收入拨款", "其他资金"),
}
"""The kinds of funds a project may have, and the income each comes from."""


def kind_of(name: str) -> str:
    """The kind of a row of 资金构成, by its name."""
    return CARRIED if "结转" in name else ALLOCATED if "拨款" in name else OTHER


def above_source(context: Context, stage: str) -> Iterator[Finding]:
    """The projects together have no more of one kind of funds than the department has income of it."""
    if context.amount(INCOME, stage) is None:
        return
    for kind, names in SOURCES.items():
        used, source = _used(context, kind, stage), _source(context, kind, stage)
        yield from exceeding(context, ABOVE_SOURCE, used, source, kind=kind, source="、".join(names), stage=stage)


def carried_but_not_by_projects(context: Context) -> Iterator[Finding]:
    """Money carried over that no project shows must belong to basic expenditure, which asks for a word."""
    carried = context.amount(INCOME, *SOURCES[CARRIED], INITIAL)
    if context.amount(BASIC, INITIAL) and all(rows_of(part.lookup(FUNDS)) for part in context.exact.parts):
        yield from exceeding(context, CARRIED_BUT_NOT_BY_PROJECTS, carried, _used(context, CARRIED, INITIAL))


def _used(context: Context, kind: str, stage: str) -> Figure:
    rows = [row for part in context.exact.parts for row in rows_of(part.lookup(FUNDS))]
    return sum_of([figure_in(row, stage) for row in rows if kind_of(row.label) == kind], f"各项目{kind}合计")


def _source(context: Context, kind: str, stage: str) -> Figure:
    return sum_of([context.amount(INCOME, name, stage) for name in SOURCES[kind]], f"{INCOME}.{SOURCES[kind][0]}")
