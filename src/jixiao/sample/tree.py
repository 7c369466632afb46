"""Writes a tree of units, one after the other, so that memory does not grow with their number."""

from __future__ import annotations

from pathlib import Path

from jixiao.formats.load_format import format_years
from jixiao.kernel.frozen import frozen
from jixiao.sample.shapes import SHAPES
from jixiao.sample.units import Unit, draw_unit, kinds


@frozen
class Tree:
    """What is to be written: how many units, of which year, drawn from which seed."""

    units: int
    seed: int
    year: int


def first_full_year(templates: Path) -> int:
    """The first year in which every format holds that samples can be in; 0 where there is none of them."""
    return max(min(format_years(templates, name), default=0) for name in SHAPES)


@frozen
class Written:
    """What was written: bytes, and the formats in which the units report."""

    size: int
    formats: tuple[str, ...]


def write_tree(folder: Path, templates: Path, tree: Tree) -> Written:
    """Write the units of a tree, superiors before those below them; none where no format holds in the year.

    Raises OSError.
    """
    known = kinds(templates, tree.year)
    units = (draw_unit(number, tree.seed, tree.year, known) for number in range(tree.units if known else 0))
    size = sum(write_unit(folder, unit, tree.year) for unit in units)
    return Written(size, tuple(dict.fromkeys(name for kind in known[: tree.units] for name in kind.formats)))


def write_unit(folder: Path, unit: Unit, year: int) -> int:
    """Write a unit's files below the data folder; how many bytes. Raises OSError."""
    home, made, size = folder / unit.place.folder / str(year), set(), 0
    for name, text in unit.written().items():
        path, data = home / name, text.encode()
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(data)
        size += len(data)
    return size
