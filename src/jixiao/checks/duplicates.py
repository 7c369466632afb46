"""Projects and sub-projects that may be one and the same, filled in twice."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.context import BUDGET, ROW_BUDGET, ROW_SPENT, SPENT, SUB_PROJECTS, Context, figure_in, rows_of
from jixiao.compute.records import ItemRecord
from jixiao.kernel.finding import Finding, should
from jixiao.kernel.place import SourcePlace

SAME_NAME = should("K603")
SAME_NAME_AND_AMOUNTS = should("K604")


def duplicates(context: Context) -> Iterator[Finding]:
    """The same name twice among all projects of a report, or among all their sub-projects."""
    if context.whole:
        return
    roots = [part.root for part in context.exact.parts] or [context.exact.root]
    yield from _repeated(context, roots, BUDGET, SPENT)
    yield from _repeated(
        context, [row for root in roots for row in rows_of(root.get(SUB_PROJECTS))], ROW_BUDGET, ROW_SPENT
    )


def _repeated(context: Context, records: list[ItemRecord], *amounts: str) -> Iterator[Finding]:
    first: dict[str, ItemRecord] = {}
    for record in records:
        name = str(record.get("名称") or record.label)
        before = first.setdefault(name, record)
        if before is record or not name:
            continue
        pairs = [(figure_in(before, each), figure_in(record, each)) for each in amounts]
        equal = all(one and other and one.value and one.value == other.value for one, other in pairs)
        figure = figure_in(before, amounts[0])
        code = SAME_NAME_AND_AMOUNTS if equal else SAME_NAME
        yield code.at(
            _place(record),
            name=name,
            key=before.path or code.id,
            first=_told(context, before),
            second=_told(context, record),
            figure=str(figure.id) if figure else "",
            related=[_place(before)],
        )


def _place(record: ItemRecord) -> SourcePlace:
    place: SourcePlace = record.data.name.place if record.data.name else record.data.place
    return place


def _told(context: Context, record: ItemRecord) -> str:
    """Where a row stands, and its budget: 业务工作经费 20万元."""
    figure = figure_in(record, ROW_BUDGET) or figure_in(record, BUDGET)
    project = record.evaluation.case.project_key
    return f"{project} {context.shown(figure)}".strip() if figure else project
