"""Reports of a run that have no PDF beside them, or an older one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.bulk.record import folder_of, read
from jixiao.bulk.work import Place


def without_pdf(place: Place, units: Iterable[str]) -> Iterator[Path]:
    """The documents of these units, as their records name them."""
    for unit in units:
        known = read(place.out, place.year, unit)
        folder = folder_of(place.out, place.year, unit)
        documents = [folder / report.file for report in known.reports if report.file] if known else []
        yield from (path for path in documents if path.is_file() and not _has_pdf(path))


def _has_pdf(document: Path) -> bool:
    """Page numbers are written before the PDF, so that it is never the older one."""
    pdf = document.with_suffix(".pdf")
    return pdf.is_file() and pdf.stat().st_mtime_ns >= document.stat().st_mtime_ns
