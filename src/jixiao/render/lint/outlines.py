"""What units and the folders above them change in the outlines of their reports, checked as templates are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from jixiao.formats.change_outline import changed_format, unknown_names
from jixiao.formats.format import Format
from jixiao.formats.load_format import format_names, load_format
from jixiao.kernel.finding import Finding
from jixiao.load.files import OUTLINE_FILE
from jixiao.load.folder import Loaded, load_unit
from jixiao.load.units import units_of
from jixiao.model.unit import Report
from jixiao.render.compiled import compile_format, with_texts_in_use
from jixiao.render.lint.formats import format_findings
from jixiao.render.lint.found import TEMPLATES, Checked, below, documents_below, file_of, fitting, shown_files


def checked_in_data(path: Path, templates: Path, data: Path) -> Checked | None:
    """What is wrong in a file or folder of the data that is a template; None for data and for what changes nothing."""
    inside = PurePosixPath(path.relative_to(data.resolve()).as_posix())
    shown = PurePosixPath(data.name if data.is_absolute() else data.as_posix(), inside).as_posix()
    years = list(_years(data, inside))
    own = {f"{each.own.shown}/{OUTLINE_FILE}" for loaded in years for each in loaded.outlines}
    forms: list[Format] = []
    findings: list[Finding] = []
    for loaded in years:
        findings += loaded.findings
        named = [str(report.name) for report in loaded.unit_year.reports]
        findings += unknown_names(loaded.outlines, named, format_names(templates), loaded.unit_year.year)
        for report in loaded.unit_year.reports:
            form = _format(report, loaded, templates, findings)
            forms += [form] if form else []
    own |= {file for form in forms if form.changed for file in shown_files(form)}
    if (path.is_dir() and own) or shown in own:
        found = below(shown, (each for each in findings if file_of(each.place) in own))
        return Checked(found, {name: each for name, each in documents_below(path, shown).items() if name in own})
    if path.suffix not in TEMPLATES or not path.is_file() or any(shown in loaded.sources for loaded in years):
        return None
    return fitting(forms, path, shown, years[0].unit_year if years else None)


def _years(data: Path, inside: PurePosixPath) -> Iterator[Loaded]:
    """The year of a unit in which a path is, or the newest one of each unit below it."""
    for unit in units_of(data):
        way = PurePosixPath(unit)
        if inside.is_relative_to(way) or way.is_relative_to(inside):
            years = [each.name for each in (data / unit).iterdir() if each.name.isdecimal()]
            named = inside.relative_to(way).parts[:1] if inside.is_relative_to(way) else ()
            yield load_unit(data, unit, int(named[0] if named and named[0] in years else max(years)))


def _format(report: Report, loaded: Loaded, templates: Path, findings: list[Finding]) -> Format | None:
    """The format of a report with the unit's changes; what is wrong with it is added to the findings."""
    year = loaded.unit_year.year
    read = load_format(templates, str(report.format or ""), year, report.place)
    if read.format is None:
        return None
    form, slips = changed_format(read.format, loaded.outlines, str(report.name), year)
    findings += slips
    if form.changed:
        used = with_texts_in_use(form, compile_format(form)[0], read.format)
        findings += format_findings(used, loaded.unit_year)
    return form
