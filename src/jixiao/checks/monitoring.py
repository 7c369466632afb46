"""Monitoring forms (执行监控): their year and period, and their money against forecasts and the year's execution."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.balance import exceeding, shown, sum_of
from jixiao.checks.context import INITIAL, SPENT, Context, figure_in, filled, number_of, rows_of, typed
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.rounding import WIDE

OTHER_YEAR = must("K408")
NO_PERIOD = must("K409")
ABOVE_FORECAST = must("K141")
ABOVE_BUDGET = should("K142")
FORECAST_ABOVE = should("K143")
FORECAST_BELOW = should("K144")
ABOVE_EXECUTION = must("K145")

MONITORING, FUNDS, INDICATORS = "执行监控", "监控资金", "监控指标"
EXECUTED, FORECAST = "执行数", "预计执行数"

_YEAR = r"(?P<year>20[0-9]{2})"
_DASH = r"\s*[-－–—~～至到]\s*"
_PERIOD = rf"(?:20[0-9]{{2}}年)?(?P<first>1[0-2]|0?[1-9])月?份?{_DASH}(?P<last>1[0-2]|0?[1-9])月?(?:份|底|末)?"
_NUMBERED = "[0-9]+"
_WORDS = {"上半年": 6, "前三季度": 9, "三季度": 9, "二季度": 6, "一季度": 3, "全年": 12}


def forms(context: Context) -> list[ItemRecord]:
    """The monitoring forms of the subject."""
    return context.rows(MONITORING)


def last_month(form: ItemRecord) -> int:
    """The month in which its period ends; 0 where that cannot be told."""
    period = str(form.data.period or "").strip()
    match = re.fullmatch(_PERIOD, period)
    if match:
        return int(match["last"]) if int(match["first"]) <= int(match["last"]) else 0
    return next((month for words, month in _WORDS.items() if period.endswith(words)), 0)


def dates(context: Context) -> Iterator[Finding]:
    """A form is of the report's year or of the next; its period is one of months, and no date made of it."""
    for form in forms(context):
        year, period = form.data.year, form.data.period
        if year and _year(context, form) not in (context.case.year, context.case.year + 1):
            expected = f"{context.case.year}、{context.case.year + 1}"
            yield OTHER_YEAR.at(year.place, name=form.label, expected=expected, actual=str(year))
        if period and not last_month(form) and re.search(_NUMBERED, str(period)):
            yield NO_PERIOD.at(period.place, name=form.label, expected=_meant(str(period)), actual=str(period))


def _year(context: Context, form: ItemRecord) -> int:
    """The year that a form is of: the report's where it does not say, none where it cannot be read."""
    match = re.fullmatch(_YEAR, str(form.data.year or context.case.year).strip())
    return int(match["year"]) if match else 0


def _meant(period: str) -> str:
    """The months that a spreadsheet took for a day: 1-6月 for 1月6日."""
    months = [number for each in re.findall(_NUMBERED, period) if (number := int(each)) in range(1, 13)]
    return f"{months[0]}-{months[-1]}月" if months and months[0] < months[-1] else "1-6月"


def money(context: Context) -> Iterator[Finding]:
    """What was executed so far against the forecast, the budget and what the whole year executed."""
    for form in forms(context):
        found = [finding for row in rows_of(form.get(FUNDS)) for finding in _row(context, form, row)]
        yield from found or _own_year(context, form)


def _row(context: Context, form: ItemRecord, row: ItemRecord) -> Iterator[Finding]:
    """The first of what is odd in a row: the rest follows from it."""
    executed, forecast, initial = (figure_in(row, name) for name in (EXECUTED, FORECAST, INITIAL))
    name, has_reasons = f"{form.label}/{row.label}", _has_reasons(form)
    for found in (
        exceeding(context, ABOVE_FORECAST, executed, forecast, name=f"{name}/{EXECUTED}"),
        exceeding(context, ABOVE_BUDGET, executed, initial, name=f"{name}/{EXECUTED}"),
        exceeding(context, FORECAST_ABOVE, forecast, initial, name=f"{name}/{FORECAST}"),
        () if has_reasons else _far_below(context, forecast, initial, f"{name}/{FORECAST}"),
    ):
        first = next(iter(found), None)
        if first:
            yield first
            return


def _has_reasons(form: ItemRecord) -> bool:
    return any(filled(row, name) for row in rows_of(form.get(INDICATORS)) for name in ("原因说明", "备注"))


def _far_below(context: Context, forecast: Figure | None, initial: Figure | None, name: str) -> Iterator[Finding]:
    rule = context.rules.thresholds.low_execution if context.rules.thresholds else None
    limit = number_of(rule)
    if limit is None or forecast is None or initial is None or forecast.value is None or not initial.value:
        return
    least = WIDE.multiply(limit, initial.value)
    if forecast.value < least:
        yield FORECAST_BELOW.at(
            context.place(forecast),
            name=name,
            budget=context.shown(initial),
            share=typed(rule),
            expected=f"≥{shown(context, Figure(least, initial.unit))}",
            actual=context.shown(forecast),
            figure=str(forecast.id),
            related=context.related(initial, context.place(forecast)),
        )


def _own_year(context: Context, form: ItemRecord) -> Iterator[Finding]:
    """Half a year executes no more than the whole one, in a form of the report's year on one of its projects."""
    if _year(context, form) == context.case.year:
        executed = sum_of([figure_in(row, EXECUTED) for row in rows_of(form.get(FUNDS))], EXECUTED)
        for project in _projects(context):
            if form.label in (project.label, str(project.get("名称"))):
                told = {"name": f"{form.label}/{EXECUTED}", "period": form.data.period}
                yield from exceeding(context, ABOVE_EXECUTION, executed, figure_in(project, SPENT), **told)


def _projects(context: Context) -> list[ItemRecord]:
    return [part.root for part in context.exact.parts] or [context.exact.root]
