"""Dates: in their order, and inside the fiscal year."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from jixiao.checks.context import Context
from jixiao.kernel.finding import Finding, must, should
from jixiao.model.values import Date

END_BEFORE_START = must("K401")
CUTOFF_OUTSIDE_YEAR = must("K402")
REPORT_BEFORE_CUTOFF = must("K403")
PROJECT_OUTSIDE_YEAR = must("K404")
ALLOTTED_OUTSIDE_YEAR = should("K405")


def last_day(date: Date) -> dt.date:
    """The last day a date may mean: 2022-02 ends on the 28th."""
    month = date.month or 12
    return dt.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])


def period(context: Context) -> Iterator[Finding]:
    """The project ends after it starts, and runs in the fiscal year."""
    project, year = context.case.project, context.case.year
    if project is None:
        return
    start, end = project.start, project.end
    if start and end and last_day(end) < start.first:
        yield END_BEFORE_START.at(end.place, expected=f"≥{start}", actual=str(end), related=[start.place])
    elif start and start.year > year:
        yield PROJECT_OUTSIDE_YEAR.at(start.place, year=year, expected=f"≤{year}年12月31日", actual=str(start))
    elif end and end.year < year:
        yield PROJECT_OUTSIDE_YEAR.at(end.place, year=year, expected=f"≥{year}年1月1日", actual=str(end))


def closing(context: Context) -> Iterator[Finding]:
    """The figures are closed inside the fiscal year, and the report is written afterwards."""
    project, year = context.case.project, context.case.year
    cutoff = project.cutoff if project else None
    if cutoff and cutoff.year != year:
        expected = f"{year}年1月1日—{year}年12月31日"
        yield CUTOFF_OUTSIDE_YEAR.at(cutoff.place, year=year, expected=expected, actual=str(cutoff))
    latest, written = _latest_cutoff(context), context.case.report.date
    if latest and written and last_day(written) < latest.first:
        related = [latest.place] if latest.place != written.place else []
        yield REPORT_BEFORE_CUTOFF.at(written.place, expected=f"≥{latest}", actual=str(written), related=related)


def _latest_cutoff(context: Context) -> Date | None:
    """What the date of the report comes after; asked once, of the department rather than of each of its projects."""
    project, report = context.case.project, context.case.report
    if context.whole:
        return None
    if project:
        return project.cutoff
    cutoffs = [each.cutoff for each in context.case.unit_year.projects.values() if each.cutoff]
    end_of_year = Date("", report.date.place, context.case.year, 12, 31) if report.date else None
    return max(cutoffs, key=lambda date: date.first) if cutoffs else end_of_year


def allotments(context: Context) -> Iterator[Finding]:
    """Money is allotted in the fiscal year; an allotment ahead of it (提前下达) is explained."""
    year = context.case.year
    for allotment in context.case.project.allotments if context.case.project else ():
        issued = allotment.issued
        if issued and issued.year != year:
            expected = f"{year}年1月1日—{year}年12月31日"
            name = allotment.number or ""
            yield ALLOTTED_OUTSIDE_YEAR.at(issued.place, name=name, year=year, expected=expected, actual=str(issued))
