"""Where the money of the projects comes from: the department's income, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.balance import added_up, exceeding, sum_of
from jixiao.checks.context import FUNDS, INITIAL, Context, figure_in, rows_of
from jixiao.compute.records import ItemRecord
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
        parts, sources = _used_by_projects(context, kind, stage), _sources(context, kind, stage)
        least, most = added_up(parts), added_up(sources)
        if least is not None and most is not None and least <= most:
            continue
        used, source = sum_of(parts, f"各项目{kind}合计"), sum_of(sources, f"{INCOME}.{names[0]}")
        yield from exceeding(context, ABOVE_SOURCE, used, source, kind=kind, source="、".join(names), stage=stage)


def carried_but_not_by_projects(context: Context) -> Iterator[Finding]:
    """Money carried over that no project shows must belong to basic expenditure, which asks for a word."""
    carried = context.amount(INCOME, *SOURCES[CARRIED], INITIAL)
    if context.amount(BASIC, INITIAL) and all(rows_of(part.lookup(FUNDS)) for part in context.exact.parts):
        used = sum_of(_used_by_projects(context, CARRIED, INITIAL), f"各项目{CARRIED}合计")
        yield from exceeding(context, CARRIED_BUT_NOT_BY_PROJECTS, carried, used)


def _used_by_projects(context: Context, kind: str, stage: str) -> list[Figure | None]:
    return [figure_in(row, stage) for row in context.once(_rows_by_kind).get(kind, ())]


def _rows_by_kind(context: Context) -> dict[str, list[ItemRecord]]:
    found: dict[str, list[ItemRecord]] = {}
    for part in context.exact.parts:
        for row in rows_of(part.lookup(FUNDS)):
            found.setdefault(kind_of(row.label), []).append(row)
    return found


def _sources(context: Context, kind: str, stage: str) -> list[Figure | None]:
    return [context.amount(INCOME, name, stage) for name in SOURCES[kind]]
