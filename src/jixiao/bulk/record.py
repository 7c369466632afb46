"""What a run leaves beside the reports of a unit: what they were made of, what became of them, what was found."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from jixiao.bulk.head import Head
from jixiao.kernel.finding import Finding, Strength
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import DocumentPlace, Place, SourcePlace

RECORD_FILE = "record.json"
_VERSION = 1


class State(StrEnum):
    """What became of a unit: its reports are written; its data block one of them; the program could not do it."""

    DONE = "done"
    BLOCKED = "blocked"
    FAILED = "failed"


@frozen
class ProjectRow:
    """What the overview says of a project. Amounts in 元, rates as parts of one, points; empty where there is none."""

    name: str
    budget: str = ""
    executed: str = ""
    rate: str = ""
    score: str = ""
    grade: str = ""


@frozen
class ReportRow:
    """What the overview says of a report.

    project: the key of the one it is of, empty for a whole department. file: seen from the unit's output; empty where
    it was not written.

    former: where it was not written, the file of an earlier run that still stands there. sha256: of the document.
    figures: the file that lists them.
    """

    name: str
    format: str
    project: str = ""
    file: str = ""
    figures: str = ""
    sha256: str = ""
    count: int = 0
    budget: str = ""
    executed: str = ""
    rate: str = ""
    score: str = ""
    grade: str = ""
    projects: tuple[ProjectRow, ...] = ()
    former: str = ""


@frozen
class Sources:
    """What the reports were made of, as digests; beyond: files outside of the unit's folder, see `inputs_of`."""

    data: str
    formats: Mapping[str, str]
    program: str
    options: str = ""
    beyond: tuple[str, ...] = ()


@frozen
class Found:
    """A finding, and the report that tells it; none for one in the data."""

    report: str
    finding: Finding


@frozen
class Record:
    """A unit's year as the last run left it."""

    head: Head
    year: int
    state: State
    sources: Sources
    reports: tuple[ReportRow, ...] = ()
    found: tuple[Found, ...] = ()

    @property
    def codes(self) -> list[str]:
        """The codes of its findings, each once."""
        return list(dict.fromkeys(each.finding.code for each in self.found))

    def count(self, strength: Strength) -> int:
        """How many findings of this strength it has."""
        return sum(1 for each in self.found if each.finding.strength is strength)


def folder_of(out: Path, year: int, unit: str) -> Path:
    """Where the reports of a unit are written."""
    return out / str(year) / unit


def as_text(record: Record) -> str:
    """The record as JSON."""
    return json.dumps({"version": _VERSION, **_plain(record)}, ensure_ascii=False, indent=1) + "\n"


def stamp_of(record: Record) -> str:
    """A digest of all that a record says."""
    return hashlib.sha256(as_text(record).encode()).hexdigest()


def read(out: Path, year: int, unit: str) -> Record | None:
    """The record of a unit; None where there is none, or none that can be understood."""
    try:
        content = json.loads((folder_of(out, year, unit) / RECORD_FILE).read_bytes())
        return _record(content) if content["version"] == _VERSION else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _plain(value: Any) -> Any:
    """Values as JSON has them; a place says by its keys where it is."""
    if isinstance(value, SourcePlace | DocumentPlace):
        return value._asdict()
    if dataclasses.is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value


def _record(content: dict[str, Any]) -> Record:
    sources = content["sources"]
    return Record(
        _head(content["head"]),
        content["year"],
        State(content["state"]),
        Sources(**{**sources, "beyond": tuple(sources["beyond"])}),
        tuple(_report(each) for each in content["reports"]),
        tuple(Found(each["report"], _finding(each["finding"])) for each in content["found"]),
    )


def _head(content: dict[str, Any]) -> Head:
    place = _place(content["place"])
    named = {**content, "place": place if isinstance(place, SourcePlace) else None}
    return Head(**{**named, "formats": tuple(content["formats"])})


def _report(content: dict[str, Any]) -> ReportRow:
    return ReportRow(**{**content, "projects": tuple(ProjectRow(**each) for each in content["projects"])})


def _finding(content: dict[str, Any]) -> Finding:
    return Finding(
        content["code"],
        Strength(content["strength"]),
        _place(content["place"]),
        tuple((name, value) for name, value in content["fields"]),
        content["expected"],
        content["actual"],
        content["figure"],
        tuple(place for each in content["related"] if (place := _place(each))),
    )


def _place(content: dict[str, Any] | None) -> Place | None:
    if content is None:
        return None
    return SourcePlace(**content) if "file" in content else DocumentPlace(**content)
