"""What a run leaves beside the reports: index.html, summary.xlsx, findings.json; if asked figures.csv and archives."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from jixiao.bulk.record import Found, folder_of, read
from jixiao.bulk.results.overview import Overview, UnitRow
from jixiao.bulk.results.page import Say, page
from jixiao.bulk.results.workbook import Explain, write_workbook
from jixiao.kernel.finding import Finding
from jixiao.kernel.frozen import frozen
from jixiao.package.naming import file_name
from jixiao.package.store import replace_whole

PAGE, WORKBOOK, FINDINGS, FIGURES = "index.html", "summary.xlsx", "findings.json", "figures.csv"
_DIGEST = re.compile(rb'<meta name="jixiao" content="([0-9a-f]{64})">')
_HEAD = 1000
_DATE = (1980, 1, 1, 0, 0, 0)
_COLUMNS = ("unit", "year", "report", "id", "name", "part", "item", "value", "unit_of_value", "printed")
_RISKY = ("=", "+", "-", "@", "\t", "\r")


@frozen
class Speech:
    """How results speak to people. plain: a finding as `check --json` has it, with its unit and report."""

    say: Say
    title_of: Callable[[str], str]
    explain: Explain
    plain: Callable[[Finding, str, str], dict[str, Any]]


def is_current(folder: Path, digest: str) -> bool:
    """Whether the page there shows what has this digest."""
    try:
        with (folder / PAGE).open("rb") as file:
            found = _DIGEST.search(file.read(_HEAD))
    except OSError:
        return False
    return bool(found) and found is not None and found[1].decode() == digest


def digest_of(stamps: Iterable[tuple[str, str, str]]) -> str:
    """The digest of an overview: units, their superiors and the digests of their records."""
    total = hashlib.sha256()
    for stamp in sorted(stamps):
        total.update("\0".join((*stamp, "")).encode(errors="surrogateescape"))
    return total.hexdigest()


def write_results(overview: Overview, out: Path, digest: str, speech: Speech) -> list[Path]:
    """Write the page, the workbook and the findings; the page last, since it says that the others are there.

    Raises OSError where a file cannot be written; the former ones stay then.
    """
    folder = out / str(overview.year)
    with replace_whole(folder / FINDINGS) as path:
        _write_findings(path, _found(overview, out), speech)
    with replace_whole(folder / WORKBOOK) as path:
        write_workbook(path, overview, _found(overview, out), speech.say, speech.explain)
    with replace_whole(folder / PAGE) as path:
        path.write_text(page(overview, speech.say, speech.title_of, digest), encoding="utf-8", newline="\n")
    return [folder / name for name in (PAGE, WORKBOOK, FINDINGS)]


def _found(overview: Overview, out: Path) -> Iterator[tuple[UnitRow, Found]]:
    """All findings, read again unit by unit: of thousands of units they need not be held at once."""
    for unit in overview.units:
        record = read(out, overview.year, unit.unit) if unit.codes else None
        for each in record.found if record else ():
            yield unit, each


def _write_findings(path: Path, found: Iterable[tuple[UnitRow, Found]], speech: Speech) -> None:
    """A JSON list with a line for each finding."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        separator = "[\n"
        for unit, each in found:
            file.write(separator + json.dumps(speech.plain(each.finding, unit.unit, each.report), ensure_ascii=False))
            separator = ",\n"
        file.write("[]\n" if separator == "[\n" else "\n]\n")


def write_figures(overview: Overview, out: Path) -> Path:
    """All figures of all reports as CSV that spreadsheets take for UTF-8; text that looks like a formula is quoted."""
    target = folder_of(out, overview.year, FIGURES)
    with replace_whole(target) as path, path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(_COLUMNS)
        for unit in overview.units:
            for report in unit.reports:
                if report.file and report.figures:
                    rows.writerows(_figures(out, overview.year, unit, report.name, report.figures))
    return target


def _figures(out: Path, year: int, unit: UnitRow, report: str, name: str) -> Iterator[list[str]]:
    content = json.loads((folder_of(out, year, unit.unit) / name).read_bytes())
    for figure in content["figures"]:
        own = (figure[key] for key in ("id", "name", "part", "item"))
        yield [
            *map(_harmless, (unit.name, str(year), report, *own)),
            figure["value"],
            _harmless(figure["unit"]),
            _harmless(next(iter(figure["printed"].values()), "")),
        ]


def _harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula; numbers stay as they are."""
    risky = text.startswith(_RISKY) and not re.fullmatch(r"[+-][\d.,]+[^\s=(]{0,4}", text)
    return f"'{text}" if risky else text


def write_archives(overview: Overview, out: Path) -> list[Path]:
    """One zip of all reports for each branch, the same bytes for the same reports."""
    folder = out / str(overview.year)
    made: list[Path] = []
    for branch in overview.branches:
        target = folder / f"{file_name(branch.name)}.zip"
        with replace_whole(target) as path, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
            for unit in overview.units:
                for report in unit.reports if unit.branch == branch.unit else ():
                    if report.file:
                        member = zipfile.ZipInfo(f"{unit.unit}/{report.file}", _DATE)
                        archive.writestr(member, (folder / unit.unit / report.file).read_bytes())
        made.append(target)
    return made
