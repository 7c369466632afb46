"""Plants every fault in every kind of sample unit: each is found where it is listed, and nothing else with it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from jixiao.kernel.place import SourcePlace
from jixiao.locate import templates_dir
from jixiao.pipeline import examine, inspect
from jixiao.sample.chance import Chance
from jixiao.sample.faults.damage import Damaged, damaged
from jixiao.sample.faults.registry import FAULTS
from jixiao.sample.tree import first_full_year, write_unit
from jixiao.sample.units import Kind, Unit, draw_unit, kinds

TEMPLATES = templates_dir()
YEAR = first_full_year(TEMPLATES)
EARLIER = (2022, 2023)
"""Years with other kinds of units, for faults that have no place in the first full one."""

TRIED = 40
"""Units of a kind in which a place for a fault is sought."""

Row = tuple[str, str, int]
"""A finding: its code, file seen from the data folder, and line (0: none)."""


class Run:
    """What came of a round: faults planted and found, codes seen, and what was not as listed."""

    def __init__(self) -> None:
        self.planted = self.found = self.others = 0
        self.codes: set[str] = set()
        self.problems: list[str] = []

    def take(self, unit: Unit, made: Damaged, folder: Path, year: int) -> None:
        """Put a unit below the folder and count what is found in it."""
        write_unit(folder, unit, year, made.files)
        listed = [(each.code, each.file, each.line) for each in made.told]
        seen = found(folder, unit.place.folder, year)
        left = list(seen)
        for each in listed:
            if each in left:
                left.remove(each)
                self.found += 1
                self.codes.add(each[0])
            else:
                self.problems.append(f"{unit.place.folder}: {each} is not found")
        self.planted += len(listed)
        self.others += len(left)
        self.problems += [f"{unit.place.folder}: {each} is found beside {listed}" for each in left]


def found(folder: Path, unit: str, year: int) -> list[Row]:
    """All that the program finds in a unit."""
    rows = []
    for each in inspect(examine(folder, TEMPLATES, unit, year)):
        place = each.place if isinstance(each.place, SourcePlace) else SourcePlace("")
        rows.append((each.code, place.file.removeprefix(f"{folder.name}/"), place.line))
    return rows


def planted(code: str, kind: Kind, year: int, seed: int = 1) -> tuple[Unit, Damaged] | None:
    """A unit of this kind with this fault; none where its units have no place for it."""
    known = kinds(TEMPLATES, year)
    fitting = (
        unit for number in range(TRIED) if (unit := draw_unit(number, seed, year, known)).kind.formats == kind.formats
    )
    made = ((unit, damaged(unit, year, Chance(seed, code), (code,))) for unit in fitting)
    return next((each for each in made if each[1].told), None)


def run_codes() -> Run:
    """Each fault alone, in every kind of unit that has a place for it."""
    run = Run()
    for code in FAULTS:
        for year, kind in _kinds(code):
            made = planted(code, kind, year)
            if made:
                with tempfile.TemporaryDirectory() as folder:
                    run.take(*made, Path(folder), year)
    run.problems += [f"{code} is planted nowhere" for code in FAULTS if code not in run.codes]
    return run


def _kinds(code: str) -> Iterator[tuple[int, Kind]]:
    """All kinds of the first full year; those of earlier ones where none of these has a place."""
    here = [(YEAR, kind) for kind in kinds(TEMPLATES, YEAR)]
    if any(planted(code, kind, YEAR) for _, kind in here):
        yield from here
    else:
        yield from ((year, kind) for year in EARLIER for kind in kinds(TEMPLATES, year))


def run_units(number: int, seed: int) -> Run:
    """So many units, each with one or more faults."""
    run, known = Run(), kinds(TEMPLATES, YEAR)
    for unit in (draw_unit(each, seed, YEAR, known) for each in range(number)):
        with tempfile.TemporaryDirectory() as folder:
            run.take(unit, damaged(unit, YEAR, Chance(seed, YEAR, unit.place.number, "faults")), Path(folder), YEAR)
    return run


def run_clean(number: int, seed: int) -> Run:
    """So many units without faults."""
    run, known = Run(), kinds(TEMPLATES, YEAR)
    for each in range(number):
        unit = draw_unit(each, seed, YEAR, known)
        with tempfile.TemporaryDirectory() as folder:
            run.take(unit, Damaged(unit.written(), ()), Path(folder), YEAR)
    return run
