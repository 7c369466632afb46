"""Plants one or more faults in a unit, and says where each of them is found."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.kernel.frozen import frozen
from jixiao.sample.chance import Chance
from jixiao.sample.faults.draft import Draft, Planted
from jixiao.sample.faults.registry import ALONE, FAULTS
from jixiao.sample.units import Unit

MOST = 3
"""Faults of a unit."""

ATTEMPTS = 200
"""Kinds of faults that are tried before a unit stays as it is."""


@frozen
class Told:
    """A finding that is to be found: its code, file seen from the data folder, line (0: none), and what was done."""

    unit: str
    code: str
    file: str
    line: int
    what: str


@frozen
class Damaged:
    """A unit with faults: the bytes of its files, and what is found in them."""

    files: dict[str, bytes]
    told: tuple[Told, ...]


def damaged(unit: Unit, year: int, chance: Chance, codes: tuple[str, ...] = ()) -> Damaged:
    """The unit with so many faults as chance will have, or with these."""
    draft = Draft(unit, year, chance)
    planted = list(_these(draft, codes) if codes else _some(draft, chance))
    home = f"{unit.place.folder}/{year}"
    told = tuple(
        Told(unit.place.folder, code, f"{home}/{file}", line, each.what)
        for each in planted
        for code, file, line in _findings(draft, each)
    )
    return Damaged(draft.written(), told)


def _findings(draft: Draft, planted: Planted) -> Iterator[tuple[str, str, int]]:
    """All that is told of one fault: code, file, line."""
    line = planted.line or draft.line(planted.file, planted.path)
    yield from ((code, planted.file, line) for code in (planted.code, *planted.also))
    yield from ((code, file, draft.line(file, path)) for code, file, path in planted.elsewhere)


def _these(draft: Draft, codes: tuple[str, ...]) -> Iterator[Planted]:
    yield from filter(None, (FAULTS[code].plant(draft) for code in codes))


def _some(draft: Draft, chance: Chance) -> Iterator[Planted]:
    """Faults of different areas, as one of the same area may hide another."""
    codes, wanted, areas = list(FAULTS), chance.between(1, MOST), set[str]()
    for _ in range(ATTEMPTS):
        fault = FAULTS[chance.pick(codes)]
        if fault.area in areas or (areas and fault.area == ALONE):
            continue
        planted = fault.plant(draft)
        if planted is None:
            continue
        yield planted
        areas.add(fault.area)
        if len(areas) == wanted or fault.area == ALONE:
            return
