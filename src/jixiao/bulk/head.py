"""The head of a unit's year: what must be known of it before anything is computed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace
from jixiao.load.bind import bind
from jixiao.load.files import File, Reading, top_level
from jixiao.load.folder import load_unit, shown_folder
from jixiao.load.nodes import Mapping, Node, Scalar, normalized
from jixiao.load.yaml_reader import read_yaml
from jixiao.model.unit import Report, UnitYear

_UNIT, _REPORTS = "单位", "报告"


@frozen
class Head:
    """A unit's names, its superior as it is written there, and the formats of the reports that it owes.

    unit: its folder, seen from the data folder. place: where the superior is named; else the unit's year.
    """

    unit: str
    name: str
    code: str = ""
    superior: str = ""
    place: SourcePlace | None = None
    formats: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What others may call it."""
        return tuple(filter(None, (self.unit, self.name, self.code)))


def read_head(data: Path, unit: str, year: int) -> Head:
    """The head of a unit's year; what is wrong with it is told where the unit is read as a whole."""
    folder = data / unit / str(year)
    shown = shown_folder(data, f"{unit}/{year}")
    entries = [each for each in _top_entries(folder, shown) if normalized(each[0].text) in {_UNIT, _REPORTS}]
    if len(entries) < len((_UNIT, _REPORTS)):  # they may stand anywhere below
        return head_of(unit, load_unit(data, unit, year).unit_year)
    return head_of(unit, bind(Mapping(entries, SourcePlace(shown)), UnitYear)[0])


def head_of(unit: str, unit_year: UnitYear) -> Head:
    """The head of data that were read."""
    own = unit_year.unit
    superior = own.supervisor if own else None
    return Head(
        unit,
        str((own and own.name) or unit.rpartition("/")[2]),
        str((own and own.code) or ""),
        str(superior or ""),
        superior.place if superior else unit_year.place,
        tuple(dict.fromkeys(_format(each) for each in unit_year.reports)),
    )


def _format(report: Report) -> str:
    return str(report.format or "")


def _top_entries(folder: Path, shown: str) -> Iterator[tuple[Scalar, Node]]:
    """The keys and values of the files that may hold a head and stand in the folder of the year itself."""
    if not folder.is_dir():
        return
    for entry in Reading().entries(top_level(folder, shown)):
        if isinstance(entry, File) and not entry.is_markdown and (_UNIT in entry.text or _REPORTS in entry.text):
            node = read_yaml(entry.text, entry.shown)[0]
            yield from node.entries if isinstance(node, Mapping) else []
