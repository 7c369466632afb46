"""Money by level of government (资金分级): against the levels of the format, the totals of the project, and itself."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.balance import exceeding, is_made_of, sum_of, unequal
from jixiao.checks.context import ARRIVED, BUDGET, SPENT, Context, figure_in, repeated
from jixiao.checks.sums import carried_in
from jixiao.compute.records import ItemRecord
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.model.values import Text

UNKNOWN_LEVEL = must("K131")
LEVEL_TWICE = must("K132")
LEVELS_CONTRADICT = must("K133")
LEVEL_ABOVE_ARRIVED = must("K134")

PROJECT, LEVELS, BY_LEVEL = "项目", "资金级次", "资金分级"
TOTALS = {"计划": BUDGET, "到位": ARRIVED, "支出": SPENT}
"""The columns of 资金分级, and the figure of the project that each of them makes up."""


def known_levels(context: Context) -> Iterator[Finding]:
    """Each level is one that the format lists: its table would not show the money of another."""
    known = [text.text for text in context.rules.lists.get(LEVELS, ())]
    told: set[SourcePlace | None] = set()
    is_required = f"{PROJECT}.{BY_LEVEL}" in map(str, context.rules.required_fields)  # which is told as such
    for level in _levels(context) if known else ():
        place = level.place if level else context.project_place
        wrong = not is_required if level is None else level.text not in known
        if wrong and place not in told:
            told.add(place)
            name = str(level or "")
            near = "、".join(nearest(name, known) or known)
            yield UNKNOWN_LEVEL.at(place, name=name, near=near, expected="、".join(known), actual=name)


def _levels(context: Context) -> list[Text | None]:
    """The level of every amount: by 资金分级, or where there is none, of sub-projects and allotments."""
    rows = context.rows(BY_LEVEL)
    if rows:
        return [row.data.level for row in rows if row.data.level]  # a level that is not filled in is told as such
    project = context.case.project
    if project is None:
        return []
    own = [*(each.fund_level for each in project.sub_projects), *(each.fund_level for each in project.allotments)]
    return [level or project.fund_level for level in own]


def by_level(context: Context) -> Iterator[Finding]:
    """The levels make up the totals of the project; none of them stands twice, or spends more than it got."""
    rows = context.rows(BY_LEVEL)
    for level, first in repeated(row.data.level for row in rows):
        yield LEVEL_TWICE.at(level.place, name=level, related=[first.place])
    over = _is_overspent(context)  # which is told of the project: what it spent fits nothing else then
    found = [
        finding
        for column, name in TOTALS.items()
        if not (over and name == SPENT)
        for finding in _total(context, rows, column, name)
    ]
    yield from found or (() if over else _above_arrived(context, rows))


def _total(context: Context, rows: list[ItemRecord], column: str, name: str) -> Iterator[Finding]:
    parts = [figure for row in rows if (figure := figure_in(row, column)) and not figure.is_blank]
    given = context.figure(name)
    if parts and given and not is_made_of(context, given, parts):
        yield from unequal(context, LEVELS_CONTRADICT, given, sum_of(parts, f"{BY_LEVEL}各级次{column}合计"))


def _is_overspent(context: Context) -> bool:
    """Whether the project as a whole spent more than arrived."""
    spent, arrived = context.figure(SPENT), context.figure(ARRIVED)
    if not spent or not arrived or spent.value is None or arrived.value is None:
        return False
    return spent.value > (sum_of([arrived, carried_in(context)], "").value or arrived.value)


def _above_arrived(context: Context, rows: list[ItemRecord]) -> Iterator[Finding]:
    """More spent than arrived at one level."""
    carried = carried_in(context)
    for row in rows:
        got = figure_in(row, "到位")
        if got and not got.is_blank:
            limit = sum_of([got, carried], "到位")
            yield from exceeding(context, LEVEL_ABOVE_ARRIVED, figure_in(row, "支出"), limit, level=row.label)
