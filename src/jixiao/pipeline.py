"""From a unit's folder to its reports, top to bottom: load, formats, compute, ledger, checks, render, gates, write."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from jixiao.checks.context import called
from jixiao.checks.explained import leave_to_others
from jixiao.checks.registry import run_checks
from jixiao.checks.told import PROJECTS, told
from jixiao.checks.words import Paragraph
from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.compute.prose import Prose
from jixiao.expr import work
from jixiao.expr.figure import Figure, leaves
from jixiao.formats.format import Format
from jixiao.formats.load_format import format_names, load_format
from jixiao.kernel.finding import Finding, Strength, blocking, must, once
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import Place, SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.ledger.json_lines import json_text
from jixiao.ledger.ledger import Ledger, Marks
from jixiao.ledger.listing import Columns, columns_of
from jixiao.ledger.view import Display
from jixiao.load.folder import Loaded, load_unit
from jixiao.model.unit import Report, UnitYear
from jixiao.package import deflate
from jixiao.package.naming import file_name
from jixiao.package.store import Gate, Stored, store_listed
from jixiao.render.compiled import compile_format, with_texts_in_use
from jixiao.render.document import render
from jixiao.render.draft import Draft
from jixiao.render.parts import DRAFT, SECTION, Origin
from jixiao.render.template import Compiled

NO_SUCH_PROJECT = must("D201")
NO_SUCH_REPORT = must("D202")
SAME_FILE_NAME = must("O103")

DRAFT_MARK = "（草稿）"
FIGURES_FILE = "figures.json"
READING = "Y"
"""The letter of what is found while YAML is read."""

Describe = Callable[[Finding], str]
"""Puts a finding into words."""


@frozen
class Figured:
    """One report with its figures, exact and printed, and what the checks found."""

    case: Case
    exact: Evaluation
    ledger: Ledger
    template: Compiled
    findings: list[Finding]


@frozen
class Examination:
    """A unit's year as far as it could be read: its reports, and every finding in the order of the stages.

    last_year: the data of the year before, which a department's report refers to.
    """

    loaded: Loaded
    last_year: UnitYear | None
    reports: list[Figured]
    findings: list[Finding]

    @property
    def known(self) -> list[Finding]:
        """Findings of the data and the formats, before any report is looked at."""
        return [*self.loaded.findings, *self.findings]

    @property
    def all_findings(self) -> list[Finding]:
        """Findings of the data, then of each report, each once."""
        return told([*self.known, *(each for one in self.reports for each in one.findings)])

    @property
    def blocked(self) -> bool:
        """Whether something must be mended before a report may be written."""
        return bool(blocking(self.all_findings))


def examine(data: Path, templates: Path, unit: str, year: int, only: str = "") -> Examination:
    """Load a unit's year and compute, print and check every report it owes (or the one named)."""
    loaded = load_unit(data, unit, year)
    before = _last_year(data, loaded)
    joint = replace(loaded, digest=_joint_digest(loaded, before))
    examination = Examination(joint, before.unit_year if before else None, [], _unreadable(before))
    if loaded.outlines:
        examination.findings.extend(_unknown_names(loaded, templates))
    for report in _wanted(examination, only):
        figured = _figured(examination, report, templates)
        if figured:
            examination.reports.append(figured)
    leave_to_others([(each.case, each.findings) for each in examination.reports])
    return examination


def _last_year(data: Path, loaded: Loaded) -> Loaded | None:
    """The data of the year before, where a department's report may take figures from them."""
    unit, year = loaded.unit_year.folder, loaded.unit_year.year - 1
    if loaded.unit_year.department is None or not (data / unit / str(year)).is_dir():
        return None
    return load_unit(data, unit, year)


def _unknown_names(loaded: Loaded, templates: Path) -> list[Finding]:
    """What the changes of the outline name that is nowhere."""
    from jixiao.formats.change_outline import unknown_names  # noqa: PLC0415 - most units have no outline of their own

    year = loaded.unit_year
    reports = [str(report.name) for report in year.reports]
    return list(unknown_names(loaded.outlines, reports, format_names(templates), year.year))


def _unreadable(before: Loaded | None) -> list[Finding]:
    """What could not be read of last year's data: its figures are missing, which need not block this year's report."""
    found = blocking(before.findings) if before else []
    return [replace(each, strength=Strength.SHOULD) for each in found if each.code.startswith(READING)]


def _joint_digest(loaded: Loaded, before: Loaded | None) -> str:
    return hashlib.sha256(f"{loaded.digest} {before.digest}".encode()).hexdigest() if before else loaded.digest


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
    form, slips = _as_the_unit_has_it(read.format, examination.loaded, report)
    template, problems = compile_format(form)  # first, because it brings the format's formulas ready parsed
    if form.changed:
        form = with_texts_in_use(form, template, read.format)
    case = Case(unit_year, report, project, form, examination.last_year)
    work.begin(case.rows)
    exact = Evaluation(case)
    ledger = Ledger(case, exact)
    checked = run_checks(exact, ledger, _written_in_word(form))
    return Figured(case, exact, ledger, template, [*slips, *problems, *exact.findings, *checked, *ledger.findings])


def _written_in_word(form: Format) -> tuple[Paragraph, ...]:
    """The words of sections that the unit wrote in Word."""
    if not form.changed:
        return ()
    from jixiao.render.word.texts import written_in_word  # noqa: PLC0415 - as above

    return written_in_word(form)


def _as_the_unit_has_it(form: Format, loaded: Loaded, report: Report) -> tuple[Format, list[Finding]]:
    """The format with the unit's own outline, and what is wrong with its changes."""
    if not loaded.outlines:
        return form, []
    from jixiao.formats.change_outline import changed_format  # noqa: PLC0415 - as above

    return changed_format(form, loaded.outlines, str(report.name), loaded.unit_year.year)


@frozen
class Drawn:
    """A report as a document that is not written yet; findings: of its figures, its checks and its rendering.

    digest: SHA-256 over the parts of the document, whatever compressed them.
    """

    figured: Figured
    stem: str
    data: bytes
    digest: str
    figures: Columns
    findings: list[Finding]


def draw(  # noqa: PLR0913 - each is a way of its own to draw a report
    loaded: Loaded,
    figured: Figured,
    known: Sequence[Finding] = (),
    describe: Describe | None = None,
    spans: Sequence[int] = (),
    *,
    linked: bool = False,
) -> Drawn:
    """Render one report; with `describe` as a draft, which shows in place what was found, `known` included.

    spans: only these parts of it, see `render.outline_printed`. linked: what it prints more than once is one figure in
    Word; of a draft nothing is.
    """
    work.begin(figured.case.rows)
    findings = list(figured.findings)
    ledger, draft, traced = figured.ledger, None, None
    if describe:
        shown = once([*known, *findings])
        ledger = Ledger(figured.case, figured.exact, _marks(shown))
        draft = Draft(tuple(shown), describe)
    stem = _stem(figured, ledger) + (DRAFT_MARK if draft else "")
    figures = columns_of(figured.exact, figured.ledger)
    if linked and draft is None:
        from jixiao.ledger.traced import Traced  # noqa: PLC0415 - few documents are linked

        ledger = traced = Traced(figured.case, figured.exact)
    kind = DRAFT if draft else SECTION if spans else ""
    origin = _origin(loaded, figured, stem, figures)._replace(said=ledger.said, kind=kind)
    document = render(figured.template, ledger, origin, draft, spans, linked=traced.traced if traced else None)
    found = document.findings
    if findings and found:
        from jixiao.render.lint.consequences import without_consequences  # noqa: PLC0415 - few reports have both

        found = without_consequences(findings, found)
    findings += [*found, *ledger.findings]
    return Drawn(figured, stem, document.data, document.digest, figures, once(findings))


def inspect(examination: Examination) -> dict[Finding, str]:
    """All that would be found if the reports were written, each finding with the name of its report."""
    found = dict.fromkeys(examination.known, "")
    for figured in examination.reports:
        for finding in draw(examination.loaded, figured).findings:
            found.setdefault(finding, figured.case.report_name)
    return {finding: found[finding] for finding in told(found)}


@frozen
class Written:
    """What came of one report: its document, and where that and the list of its figures are now.

    Nothing is stored where something blocked. figures: None too where it could not be written.
    """

    drawn: Drawn
    stored: Stored
    figures: Path | None = None

    @property
    def name(self) -> str:
        """The name of the report."""
        return self.drawn.figured.case.report_name

    @property
    def findings(self) -> list[Finding]:
        """All that was found in it and in storing it."""
        return [*self.drawn.findings, *self.stored.findings]

    @property
    def in_place(self) -> bool:
        """Whether the report stands where it belongs."""
        return self.stored.path is not None and not blocking(self.stored.findings)


def write_reports(
    examination: Examination,
    out: Path,
    describe: Describe | None = None,
    gates: Sequence[Gate] = (),
    *,
    linked: bool = False,
) -> list[Written]:
    """Write every report that nothing blocks, or, with `describe`, a draft of each; what is blocked stays as it was."""
    alone = len(examination.loaded.unit_year.reports) <= 1
    written: list[Written] = []
    stems: dict[str, Figured] = {}
    for figured in examination.reports:
        known = [each for each in examination.known if _concerns(each, figured.case)]
        drawn = draw(examination.loaded, figured, known, describe, linked=linked)
        first = stems.setdefault(drawn.stem, figured)
        if first is not figured:
            drawn.findings.append(_same_name(drawn, first))
        if first is figured and (describe or not blocking([*known, *drawn.findings])):
            written.append(write_report(drawn, out, alone=alone, gates=gates))
        else:
            written.append(Written(drawn, Stored(None, [])))
    return written


def write_report(drawn: Drawn, out: Path, *, alone: bool = True, gates: Sequence[Gate] = ()) -> Written:
    """Write the document and its figures into out/<year>/<unit>; alone: whether the unit owes one report only."""
    unit_year = drawn.figured.case.unit_year
    folder = out / str(unit_year.year) / unit_year.folder

    def figures(document: Path) -> tuple[Path, bytes]:
        beside = alone and document.stem == drawn.stem and not drawn.stem.endswith(DRAFT_MARK)
        name = FIGURES_FILE if beside else f"{document.stem}.{FIGURES_FILE}"
        return folder / name, _figures_json(drawn, document.name).encode()

    return Written(drawn, *store_listed(folder / f"{drawn.stem}.docx", drawn.data, figures, gates))


def _same_name(drawn: Drawn, first: Figured) -> Finding:
    report = drawn.figured.case.report
    place = report.file_name.place if report.file_name else report.place
    related = [first.case.report.place]
    return SAME_FILE_NAME.at(place, file=drawn.stem, other=first.case.report_name, related=related)


def _concerns(finding: Finding, case: Case) -> bool:
    """Whether a finding in the data may touch this report: one in the folder of another project does not."""
    if not isinstance(finding.place, SourcePlace) or case.project is None:
        return True
    _, folder, within = finding.place.file.partition(f"/{PROJECTS}/")
    return not folder or within.split("/", 1)[0] == case.project_key


def _marks(findings: Sequence[Finding]) -> Marks:
    """What stands beside a figure in a draft: the findings about it, and those about the gaps that it comes from."""
    by_figure: dict[str, list[Finding]] = {}
    by_gap: dict[tuple[Place | None, str], list[Finding]] = {}
    for finding in findings:
        by_figure.setdefault(finding.figure, []).append(finding)
        by_gap.setdefault((finding.place, dict(finding.fields).get("name", "")), []).append(finding)

    def marks(figure: Figure) -> tuple[Finding, ...]:
        names = dict.fromkeys((called(figure.id), str(figure.id)))
        own = [finding for name in names if name for finding in by_figure.get(name, ())]
        gaps = [each for each in leaves(figure) if each.value is None] if figure.value is None else []
        return tuple(dict.fromkeys([*own, *(found for gap in gaps for found in by_gap.get((gap.place, gap.name), ()))]))

    return marks


def _stem(figured: Figured, ledger: Ledger) -> str:
    """The file name, without extension, that the report or its format gives; else unit, year and report."""
    case = figured.case
    if case.report.file_name:
        return file_name(case.report.file_name.text)
    pattern = case.format.rules.file_name
    if pattern:
        return file_name(ledger.printed(Prose(pattern, ledger.scope), Display.TEXT).text)
    unit = case.unit_year.unit
    return file_name(f"{(unit and unit.name) or case.unit_year.folder}{case.year}年度{case.report_name}")


def _origin(loaded: Loaded, figured: Figured, title: str, figures: Columns) -> Origin:
    case = figured.case
    date = case.report.date.first if case.report.date else datetime.date(case.year, 12, 31)
    return Origin(
        case.unit_year.folder,
        case.year,
        case.report_name,
        case.format.name,
        case.format.version,
        loaded.digest,
        title,
        date,
        [(identity, *texts) for identity, texts in zip(figures.ids, figures.printed, strict=True)],
        rules=case.format.edition,
    )


def _figures_json(drawn: Drawn, document: str) -> str:
    """Keys and figures on lines of their own, so that two runs can be compared line by line."""
    case = drawn.figured.case
    content = {
        "unit": case.unit_year.folder,
        "year": case.year,
        "report": case.report_name,
        "format": {"name": case.format.name, "year": case.format.year, "version": case.format.version},
        "document": {"file": document, "sha256": drawn.digest, "compressor": deflate.in_use()},
    }
    return json_text(content, drawn.figures)
