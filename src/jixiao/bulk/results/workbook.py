"""summary.xlsx: a row for each report, each project and each finding; text stays text, whatever it begins with."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from jixiao.bulk.record import Found, ProjectRow, ReportRow
from jixiao.bulk.results.overview import Overview, UnitRow
from jixiao.bulk.results.page import Say
from jixiao.kernel.finding import Finding

_MOST_ROWS = 1_048_575
"""Rows of a sheet below its head."""
_LONGEST = 32_000
"""Characters that a cell may hold."""

Explain = Callable[[Finding], tuple[str, str, str, str]]
"""Strength, place, sentence and remedy of a finding, in words."""


class Column(NamedTuple):
    """A column: the key of its heading, its width in characters, and the format of its numbers (none: text)."""

    key: str
    width: int
    number: str = ""


_WAN, _RATE, _POINTS, _COUNT = "#,##0.00", "0.00%", "0.00", "0"
_UNIT = (Column("unit", 36), Column("code", 12), Column("superior", 36))
_MONEY = (Column("budget", 16, _WAN), Column("executed", 16, _WAN), Column("rate", 10, _RATE))
_JUDGED = (Column("score", 9, _POINTS), Column("grade", 8))
_REPORT = Column("report", 22)
REPORTS = (
    *_UNIT,
    _REPORT,
    Column("format", 22),
    Column("state", 12),
    Column("must", 9, _COUNT),
    Column("should", 9, _COUNT),
    *_MONEY,
    *_JUDGED,
    Column("file", 60),
)
PROJECTS = (*_UNIT, _REPORT, Column("project", 36), *_MONEY, *_JUDGED)
FINDINGS = (
    *_UNIT,
    _REPORT,
    Column("strength", 9),
    Column("finding", 9),
    Column("place", 48),
    Column("sentence", 80),
    Column("remedy", 60),
)


def write_workbook(
    path: Path, overview: Overview, found: Iterable[tuple[UnitRow, Found]], say: Say, explain: Explain
) -> None:
    """Write the workbook row by row, so that its size costs no memory."""
    with Workbook(str(path), {"constant_memory": True}) as book:
        book.set_properties({"title": say("page_title"), "created": datetime.datetime(overview.year, 12, 31)})  # noqa: DTZ001 - no clock, so that the same content is the same file
        for name, columns, rows in (
            ("reports", REPORTS, _reports(overview, say)),
            ("projects", PROJECTS, _projects(overview)),
            ("findings", FINDINGS, _findings(found, explain)),
        ):
            _sheet(book, say(f"sheet_{name}"), columns, rows, say)


def _sheet(book: Any, name: str, columns: Sequence[Column], rows: Iterable[Sequence[str]], say: Say) -> None:
    """A sheet with a frozen head, a filter and columns of their width; what it has no rows for is left out."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#F4F6F9", "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    formats = [book.add_format({"num_format": each.number} if each.number else {"num_format": "@"}) for each in columns]
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, formats[at])
        sheet.write_string(0, at, say(f"column_{column.key}"), head)
    last = 0
    for last, row in enumerate(islice(rows, _MOST_ROWS), 1):
        for at, (value, column) in enumerate(zip(row, columns, strict=True)):
            if not value:
                continue
            if column.number:
                sheet.write_number(last, at, Decimal(value), formats[at])
            else:
                sheet.write_string(last, at, value[:_LONGEST], formats[at])
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _reports(overview: Overview, say: Say) -> Iterator[Sequence[str]]:
    for unit in overview.units:
        state = say(f"state_{unit.state or 'none'}")
        for report in unit.reports or (ReportRow("", ""),):
            file = report.file or report.former
            yield (
                *_named(unit),
                report.name,
                report.format,
                state,
                str(unit.must),
                str(unit.should),
                *_figures(report),
                f"{unit.unit}/{file}" if file else "",
            )


def _projects(overview: Overview) -> Iterator[Sequence[str]]:
    for unit in overview.units:
        for report in unit.reports:
            for project in report.projects:
                yield (*_named(unit), report.name, project.name, *_figures(project))


def _findings(found: Iterable[tuple[UnitRow, Found]], explain: Explain) -> Iterator[Sequence[str]]:
    for unit, each in found:
        strength, place, sentence, remedy = explain(each.finding)
        yield (*_named(unit), each.report, strength, each.finding.code, place, sentence, remedy)


def _named(unit: UnitRow) -> tuple[str, str, str]:
    return unit.name, unit.code, unit.superior


def _figures(row: ReportRow | ProjectRow) -> tuple[str, ...]:
    """Money in 万元, the rate, points and grade."""
    return _in_wan(row.budget), _in_wan(row.executed), row.rate, row.score, row.grade


def _in_wan(amount: str) -> str:
    return str(Decimal(amount) / 10000) if amount else ""
