"""Writes a tree of units, one after the other, so that memory does not grow with their number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from jixiao.formats.load_format import format_years
from jixiao.kernel.frozen import frozen
from jixiao.sample.chance import Chance
from jixiao.sample.shapes import SHAPES
from jixiao.sample.units import Kind, Unit, draw_unit, kinds

FAULTS_FILE = "faults.json"

WHOLE = 10_000
"""All units, in parts of which the share of those with faults is told."""


@frozen
class Tree:
    """What is to be written: how many units, of which year, drawn from which seed, how many of 10,000 with faults."""

    units: int
    seed: int
    year: int
    faulty: int = 0


@frozen
class Written:
    """What was written: bytes, the formats in which the units report, and how many findings are to be found."""

    size: int
    formats: tuple[str, ...]
    findings: int = 0


def first_full_year(templates: Path) -> int:
    """The first year in which every format holds that samples can be in; 0 where there is none of them."""
    return max(min(format_years(templates, name), default=0) for name in SHAPES)


def write_tree(folder: Path, templates: Path, tree: Tree) -> Written:
    """Write the units of a tree, superiors before those below them; none where no format holds in the year.

    Raises OSError.
    """
    known = kinds(templates, tree.year)
    if not known:
        return Written(0, ())
    folder.mkdir(parents=True, exist_ok=True)
    if not tree.faulty:
        size = sum(write_unit(folder, unit, tree.year) for unit in _units(tree, known))
        return Written(size, _formats(known, tree))
    with (folder / FAULTS_FILE).open("w", encoding="utf-8", newline="\n") as listed:
        size, findings = _write_with_faults(folder, tree, known, listed)
    return Written(size, _formats(known, tree), findings)


def _units(tree: Tree, known: tuple[Kind, ...]) -> Iterator[Unit]:
    return (draw_unit(number, tree.seed, tree.year, known) for number in range(tree.units))


def _formats(known: tuple[Kind, ...], tree: Tree) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for kind in known[: tree.units] for name in kind.formats))


def _write_with_faults(folder: Path, tree: Tree, known: tuple[Kind, ...], listed: TextIO) -> tuple[int, int]:
    """Write all units, some of them with faults, and the list of these; bytes, and how many findings are listed."""
    from jixiao.sample.faults.damage import damaged  # noqa: PLC0415 - most samples have no faults

    size = findings = 0
    listed.write("[")
    for unit in _units(tree, known):
        chance = Chance(tree.seed, tree.year, unit.place.number, "faults")
        if chance.below(WHOLE) >= tree.faulty:
            size += write_unit(folder, unit, tree.year)
            continue
        made = damaged(unit, tree.year, chance)
        size += write_unit(folder, unit, tree.year, made.files)
        for told in made.told:
            row = {
                "unit": told.unit,
                "code": told.code,
                "file": told.file,
                "line": told.line or None,
                "what": told.what,
            }
            listed.write(f"{',' if findings else ''}\n  {json.dumps(row, ensure_ascii=False)}")
            findings += 1
    listed.write("\n]\n")
    return size, findings


def write_unit(folder: Path, unit: Unit, year: int, files: Mapping[str, bytes] | None = None) -> int:
    """Write a unit's files, or these in their place, below the data folder; how many bytes. Raises OSError."""
    home, made, size = folder / unit.place.folder / str(year), set(), 0
    for name, data in (files or unit.written()).items():
        path = home / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(data)
        size += len(data)
    return size
