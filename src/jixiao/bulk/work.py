"""What is done for one unit: look whether its reports are those of its data, and write them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from jixiao.bulk.head import Head, head_of, read_head
from jixiao.bulk.inputs import inputs_of, program
from jixiao.bulk.record import RECORD_FILE, Found, Record, ReportRow, Sources, State, as_text, folder_of, read, stamp_of
from jixiao.bulk.rows import report_row
from jixiao.checks.told import told
from jixiao.formats.load_format import load_format
from jixiao.kernel.finding import Finding, Strength, blocking, must
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace
from jixiao.load.folder import Loaded, shown_folder
from jixiao.package.store import remove_unfinished, store
from jixiao.pipeline import Written, examine, write_reports

KEPT_CHANGING = must("O201")

OUTPUT = "O"
"""The letter of what is found while files are written."""

_ATTEMPTS = 3
"""How often reports are written anew because somebody changes the data meanwhile."""


class Why(StrEnum):
    """Why the reports of a unit are written; UNCHANGED: they are those of its data."""

    UNCHANGED = ""
    NEW = "new"
    DATA = "data"
    FORMAT = "format"
    PROGRAM = "program"
    OPTIONS = "options"
    FAILED = "failed"
    GONE = "gone"
    FORCED = "forced"


@frozen
class Place:
    """Where a run reads and writes: folders, the fiscal year, and what reports are written with."""

    data: Path
    templates: Path
    out: Path
    year: int
    options: str = ""


class Surveyed(NamedTuple):
    """A unit before anything is done: its head, why its reports are to be written, what the last run left.

    stamp: the digest of its record.
    """

    head: Head
    why: Why
    state: State | None
    codes: tuple[str, ...]
    stamp: str = ""


class Built(NamedTuple):
    """What became of a unit in this run."""

    unit: str
    state: State
    must: int
    should: int
    codes: tuple[str, ...]
    stamp: str


def survey(place: Place, units: Iterable[str]) -> list[Surveyed]:
    """Look at units without computing anything."""
    formats: dict[str, str] = {}
    return [_surveyed(place, unit, formats) for unit in units]


def _surveyed(place: Place, unit: str, formats: dict[str, str]) -> Surveyed:
    remove_unfinished(folder_of(place.out, place.year, unit))
    known = read(place.out, place.year, unit)
    if known is None:
        return Surveyed(read_head(place.data, unit, place.year), Why.NEW, None, ())
    why = _why(place, known, formats)
    changed = why in {Why.DATA, Why.FAILED}
    head = read_head(place.data, unit, place.year) if changed else known.head
    return Surveyed(head, why, known.state, tuple(known.codes), stamp_of(known))


def _why(place: Place, known: Record, formats: dict[str, str]) -> Why:
    unit, sources = known.head.unit, known.sources
    if known.state is State.FAILED:
        return Why.FAILED
    if sources.data != inputs_of(place.data, unit, place.year, sources.beyond):
        return Why.DATA
    if sources.program != program():
        return Why.PROGRAM
    if sources.options != place.options:
        return Why.OPTIONS
    if sources.formats != _digests(place, known.head.formats, formats):
        return Why.FORMAT
    folder = folder_of(place.out, place.year, unit)
    files = [file for report in known.reports for file in (report.file, report.figures) if file]
    return Why.UNCHANGED if all((folder / file).is_file() for file in files) else Why.GONE


def _digests(place: Place, names: Iterable[str], known: dict[str, str]) -> dict[str, str]:
    """The digest of each format, in the edition of the year."""
    for name in names:
        if name not in known:
            found = load_format(place.templates, name, place.year, SourcePlace("")).format
            known[name] = found.digest if found else ""
    return {name: known[name] for name in names}


def build(place: Place, unit: str) -> Built:
    """Write the reports of a unit, and beside them what was found; data that change meanwhile are read again."""
    for _ in range(_ATTEMPTS):
        before = inputs_of(place.data, unit, place.year)
        examination = examine(place.data, place.templates, unit, place.year)
        written = write_reports(examination, place.out)
        after = inputs_of(place.data, unit, place.year)
        if after == before:
            break
    loaded = examination.loaded
    reports = {found: each.name for each in reversed(written) for found in each.findings}
    findings = told([*examination.known, *(found for each in written for found in each.findings)])
    if after != before:
        findings.append(KEPT_CHANGING.at(loaded.unit_year.place, unit=unit))
    beyond = tuple(_beyond(place.data, loaded))
    data = inputs_of(place.data, unit, place.year, beyond) if beyond else before
    head = head_of(unit, loaded.unit_year)
    return keep(
        place,
        Record(
            head,
            place.year,
            _state(written, findings),
            Sources(data, _digests(place, head.formats, {}), program(), place.options, beyond),
            tuple(_with_former(place, unit, (report_row(each) for each in written))),
            tuple(Found(reports.get(each, ""), each) for each in findings),
        ),
    )


def _with_former(place: Place, unit: str, rows: Iterable[ReportRow]) -> Iterator[ReportRow]:
    """The rows; where a report was not written, with the file of an earlier run."""
    known = read(place.out, place.year, unit)
    former = {row.name: row.file or row.former for row in known.reports} if known else {}
    for row in rows:
        yield row if row.file else dataclasses.replace(row, former=former.get(row.name, ""))


def keep(place: Place, record: Record) -> Built:
    """Put the record of a unit beside its reports."""
    unit = record.head.unit
    stored = store(folder_of(place.out, place.year, unit) / RECORD_FILE, as_text(record).encode())
    state = State.FAILED if blocking(stored.findings) else record.state
    return Built(
        unit, state, record.count(Strength.MUST), record.count(Strength.SHOULD), tuple(record.codes), stamp_of(record)
    )


def _state(written: Sequence[Written], findings: Sequence[Finding]) -> State:
    """BLOCKED is for the unit to mend; FAILED is for whoever runs the program."""
    blocks = blocking(findings)
    if any(each.code.startswith(OUTPUT) for each in blocks):
        return State.FAILED
    return State.BLOCKED if blocks or not written else State.DONE


def _beyond(data: Path, loaded: Loaded) -> Iterator[str]:
    """The files, seen from the data folder, that outlines name or bring; those too that are not there."""
    root = shown_folder(data, "")
    for outline in loaded.outlines:
        folder = PurePosixPath(outline.own.shown).relative_to(root)
        named = [each.file.text for each in outline.changes if each.file]
        yield from (f"{folder}/{name}" for name in sorted({*named, *outline.own.files}))
