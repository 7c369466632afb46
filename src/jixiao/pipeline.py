"""From a unit's folder to its reports, top to bottom: load, formats, compute, ledger, checks, render, gates, write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jixiao.checks.registry import run_checks
from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.formats.load_format import load_format
from jixiao.kernel.finding import Finding, blocking, must
from jixiao.kernel.similar import nearest
from jixiao.ledger.ledger import Ledger
from jixiao.load.folder import Loaded, load_unit_year
from jixiao.model.unit import Report

NO_SUCH_PROJECT = must("D201")
NO_SUCH_REPORT = must("D202")

Gate = Callable[[Path], list[Finding]]


@dataclass(frozen=True)
class Figured:
    """One report with its figures, exact and printed, and what the checks found."""

    case: Case
    exact: Evaluation
    ledger: Ledger
    findings: list[Finding]


@dataclass(frozen=True)
class Examination:
    """A unit's year as far as it could be read: its reports, and every finding in the order of the stages."""

    loaded: Loaded
    reports: list[Figured] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def all_findings(self) -> list[Finding]:
        """Findings of the data, then of each report, each once."""
        found = [*self.loaded.findings, *self.findings, *(each for one in self.reports for each in one.findings)]
        return list(dict.fromkeys(found))

    @property
    def blocked(self) -> bool:
        """Whether something must be mended before a report may be written."""
        return bool(blocking(self.all_findings))


def examine(data: Path, templates: Path, unit: str, year: int, only: str = "") -> Examination:
    """Load a unit's year and compute, print and check every report it owes (or the one named)."""
    loaded = load_unit_year(data / unit, year)
    examination = Examination(loaded)
    for report in _wanted(examination, only):
        figured = _figured(examination, report, templates)
        if figured:
            examination.reports.append(figured)
    return examination


def _wanted(examination: Examination, only: str) -> Sequence[Report]:
    reports = examination.loaded.unit_year.reports
    wanted = [report for report in reports if not only or str(report.name) == only]
    if only and not wanted:
        known = "、".join(str(report.name) for report in reports)
        examination.findings.append(NO_SUCH_REPORT.at(None, name=only, known=known))
    return wanted


def _figured(examination: Examination, report: Report, templates: Path) -> Figured | None:
    unit_year = examination.loaded.unit_year
    project = None
    if report.project:
        project = unit_year.projects.get(report.project.text)
        if project is None:
            near = "、".join(nearest(report.project.text, list(unit_year.projects)) or unit_year.projects)
            found = NO_SUCH_PROJECT.at(report.project.place, name=report.project.text, near=near)
            examination.findings.append(found)
            return None
    if report.format is None:
        return None
    read = load_format(templates, report.format.text, unit_year.year, report.format.place)
    examination.findings.extend(read.findings)
    if read.format is None:
        return None
    case = Case(unit_year, report, project, read.format)
    exact = Evaluation(case)
    ledger = Ledger(case, exact)
    return Figured(case, exact, ledger, [*exact.findings, *run_checks(case, exact, ledger)])
