"""A department's classes against their parts: projects, sub-projects, economic classes, operating funds."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.balance import come_to, exceeding, is_made_of, sum_of, unequal
from jixiao.checks.context import (
    ALLOTMENTS,
    ARRIVED,
    BUDGET,
    INITIAL,
    ROW_ARRIVED,
    ROW_BUDGET,
    ROW_SPENT,
    SPENT,
    SUB_PROJECTS,
    Context,
    amount_in,
    figure_in,
    rows_of,
)
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.similar import nearest

UNKNOWN_CATEGORY = must("K113")
SUB_PROJECTS_CONTRADICT = must("K114")
ECONOMIC_CLASSES_CONTRADICT = must("K115")
PARTS_ABOVE_WHOLE = must("K116")
ALLOTTED_NOT_ARRIVED = must("K117")

OPERATING_KINDS = ("办公经费", "水费电费差旅费", "会议费培训费")
STAGES = ("上年决算数", INITIAL, BUDGET, SPENT)


def categories(context: Context) -> Iterator[Finding]:
    """Each project belongs to a row of the base data table, where it would be missing otherwise."""
    projects = context.exact.root.get("项目支出")
    listed = projects.get("类别") if isinstance(projects, ItemRecord) else None
    known = [row.label for row in rows_of(listed)]
    for part in context.exact.parts if known else ():
        project = part.case.project
        if project and str(project.category or "") not in known:
            given = str(project.category or "")
            yield UNKNOWN_CATEGORY.at(
                project.category.place if project.category else project.place,
                project=project.key,
                name=given,
                near="、".join(nearest(given, known) or known),
                expected="、".join(known),
                actual=given,
            )


def sub_projects(context: Context) -> Iterator[Finding]:
    """The sub-projects of a project make up its budget and what it spent."""
    for name, of_row in ((BUDGET, ROW_BUDGET), (SPENT, ROW_SPENT)):
        given, parts = context.figure(name), _column(context, SUB_PROJECTS, of_row)
        if given and parts and not come_to(parts, given.value) and not is_made_of(context, given, parts):
            yield from unequal(context, SUB_PROJECTS_CONTRADICT, given, sum_of(parts, f"各子项目{of_row}合计"))


def _column(context: Context, kind: str, name: str) -> list[Figure]:
    """A figure of each row; none at all where one is missing, for which there are findings of their own."""
    column = context.column(kind, name)
    figures = [figure for figure in column if figure and not figure.is_blank]
    return figures if len(figures) == len(column) else []


def allotments(context: Context) -> Iterator[Finding]:
    """What the documents allot to a project of a department is what arrived there; other formats say it themselves."""
    amounts = _column(context, ALLOTMENTS, "金额") if context.whole else []
    allotted, arrived = sum_of(amounts, "指标文金额合计"), context.amount(ARRIVED)
    if not amounts or (arrived and arrived.id in context.exact.stated):
        return
    name, by_row = f"各子项目{ROW_ARRIVED}合计", _column(context, SUB_PROJECTS, ROW_ARRIVED)
    found = list(unequal(context, ALLOTTED_NOT_ARRIVED, arrived, allotted))
    if by_row and not found:
        found += unequal(context, ALLOTTED_NOT_ARRIVED, sum_of(by_row, name), allotted, name=name)
    yield from found


def economic_classes(context: Context) -> Iterator[Finding]:
    """What was spent by economic class is what was spent."""
    rows = context.rows("经济分类")
    if rows:
        spent = sum_of([figure_in(row, SPENT) for row in rows], f"经济分类各项{SPENT}合计")
        yield from unequal(context, ECONOMIC_CLASSES_CONTRADICT, context.figure(SPENT), spent)


def parts_of_operating_funds(context: Context) -> Iterator[Finding]:
    """The kinds of operating funds that are shown are not all of them, but no more than all."""
    operating = context.record("基本支出", "公用经费")
    kinds = [context.record("基本支出", "公用经费", name) for name in OPERATING_KINDS] if operating else []
    for stage in STAGES if operating else ():
        whole, parts = amount_in(operating, stage), [amount_in(kind, stage) for kind in kinds]
        if any(parts):
            yield from exceeding(context, PARTS_ABOVE_WHOLE, sum_of(parts, ""), whole, stage=stage)
