"""From the first budget of a department to its last: income meets expenditure, and every change has its class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.checks.balance import come_to, sum_of, unequal
from jixiao.checks.context import BUDGET, INITIAL, Context, figure_in
from jixiao.checks.funds import above_source, carried_but_not_by_projects
from jixiao.compute.records import ItemRecord
from jixiao.expr.arithmetic import negate, total
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, blocking, must
from jixiao.kernel.frozen import frozen
from jixiao.kernel.similar import nearest
from jixiao.model.values import Text

INCOME_NOT_EXPENDITURE = must("K108")
BUDGET_NOT_AS_CHANGED = must("K109")
UNKNOWN_CLASS = must("K110")

INCOME, BASIC, PROJECTS = "预算收入", "基本支出", "项目支出"
BASIC_CLASSES = ("人员经费", "公用经费")


@frozen
class Change:
    """Money that a class of expenditure gains during the year, or loses."""

    to: Text
    amount: Figure


def budget_stages(context: Context) -> Iterator[Finding]:
    """The budget of a department, from its income to its projects; what follows from a mistake is not told again.

    Of a department that tells only of its projects there is nothing to compare.
    """
    if not context.is_department:
        return
    changes = _changes(context)
    if context.amount(INCOME, INITIAL) is None and context.amount(BASIC, INITIAL) is None:
        yield from _unknown_classes(context, changes)
        return
    tails: list[Finding] = []
    for step in (
        _unknown_classes(context, changes),
        above_source(context, INITIAL),
        _income_and_expenditure(context, INITIAL),
        _as_changed(context, changes),
        above_source(context, BUDGET),
        _income_and_expenditure(context, BUDGET),
    ):
        found = list(step)
        if blocking(found):
            yield from found
            return
        tails = tails or found
    yield from tails
    yield from carried_but_not_by_projects(context)


def _income_and_expenditure(context: Context, stage: str) -> Iterator[Finding]:
    basic, projects = context.amount(BASIC, stage), context.amount(PROJECTS, stage)
    if basic is None or (projects is None and context.exact.parts):
        return
    given = context.amount(INCOME, stage) or context.figure(stage)
    if given and come_to([basic, projects], given.value):
        return
    spent = sum_of([basic, projects], f"{BASIC} + {PROJECTS}")
    yield from unequal(context, INCOME_NOT_EXPENDITURE, given, spent, stage=stage)


def _changes(context: Context) -> list[Change]:
    """What was added to each class and moved between them, as far as it is filled in."""
    found = [_change(row, "类别", 1) for row in context.rows("预算调整")]
    for row in context.rows("经费调剂"):
        found += [_change(row, "转出", -1), _change(row, "转入", 1)]
    return [change for change in found if change]


def _change(row: ItemRecord, name: str, sign: int) -> Change | None:
    amount, field = figure_in(row, "金额"), row.field(name)
    to = field[1] if field else None
    if amount is None or amount.is_blank or not isinstance(to, Text):
        return None
    return Change(to, amount if sign > 0 else negate(amount))


def _unknown_classes(context: Context, changes: Iterable[Change]) -> Iterator[Finding]:
    """An amount under a name that is no class of expenditure would be lost."""
    projects = [name for part in context.exact.parts for name in _names(part.root)]
    known = list(dict.fromkeys([*BASIC_CLASSES, PROJECTS, *projects]))
    for change in changes:
        if change.to.text not in known:
            yield UNKNOWN_CLASS.at(
                change.to.place,
                name=change.to,
                amount=context.shown(change.amount).lstrip("-"),
                near="、".join(nearest(change.to.text, known) or known),
                expected="、".join(known),
                actual=str(change.to),
            )


def _names(project: ItemRecord) -> list[str]:
    return [name for name in (project.label, str(project.get("名称") or "")) if name]


def _as_changed(context: Context, changes: list[Change]) -> Iterator[Finding]:
    """The budget of each class is its first one with what was added and moved."""
    for name in BASIC_CLASSES:
        record = context.exact.root.get(BASIC)
        found = record.get(name) if isinstance(record, ItemRecord) else None
        if isinstance(found, ItemRecord):
            yield from _as_changed_by(context, found, [change for change in changes if change.to.text == name])
    projects = context.exact.root.get(PROJECTS)
    if not isinstance(projects, ItemRecord) or context.amount(PROJECTS, INITIAL) is None:
        return
    to_projects = [change for change in changes if change.to.text not in BASIC_CLASSES]
    if any(change.to.text == PROJECTS for change in to_projects):  # not said which
        yield from _as_changed_by(context, projects, to_projects)
        return
    for part in context.exact.parts:
        own = [change for change in to_projects if change.to.text in _names(part.root)]
        yield from _as_changed_by(context, part.root, own)


def _as_changed_by(context: Context, record: ItemRecord, changes: list[Change]) -> Iterator[Finding]:
    initial, budget = figure_in(record, INITIAL), figure_in(record, BUDGET)
    if budget is None or initial is None or (budget.id in context.exact.stated and record.label in BASIC_CLASSES):
        return  # the format derives it in the same way: a stated total that differs is told as such
    amounts = [change.amount for change in changes]
    if come_to([initial, *amounts], budget.value):
        return
    derived = sum_of([initial, *amounts], f"{INITIAL} + 追加 ± 调剂")
    yield from unequal(
        context,
        BUDGET_NOT_AS_CHANGED,
        budget,
        derived,
        initial=context.shown(initial) or "0",
        changes=context.shown(total(amounts, "")) if amounts else "0",
    )
