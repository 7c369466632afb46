"""The units of a data folder: folders that hold years, alone or below the folder of a group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath, PureWindowsPath

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.load.files import shown_name

NO_UNIT = must("Y146")
SEVERAL_UNITS = must("Y148")
GROUP = must("Y149")

MAX_GROUPS = 4
"""Folders of groups above each other."""

MOST_NAMES = 10
"""Names that a finding lists when none is near."""

_YEAR_DIGITS = 4


def units_of(data: Path) -> list[str]:
    """The units by what one types for them: their folders seen from the data folder, with slashes."""
    return [path.relative_to(data).as_posix() for path in _units(data, MAX_GROUPS)]


def whole_name(data: Path, unit: str) -> str:
    """The folder, seen from the data folder, of a unit that is named whole or, where it is the only one, by its end."""
    unit = PurePath(unit).as_posix()
    if "/" in unit or is_folder(data / unit):
        return unit
    named = [each for each in units_of(data) if each.rpartition("/")[2] == unit]
    return named[0] if len(named) == 1 else unit


def may_name(unit: str) -> bool:
    """Whether a unit may be called so: its folder lies in the data folder, or in that of a group there."""
    way = PureWindowsPath(unit)
    return bool(way.parts) and not way.anchor and ".." not in way.parts


def no_unit(data: Path, unit: str, shown: str) -> Finding | None:
    """Why there is no unit of this name, be it a folder outside of the data; None where there is one."""
    if may_name(unit) and is_folder(data / unit):
        return None
    known = units_of(data) or folders(data)
    same = [each for each in known if each.rpartition("/")[2] == unit]
    if len(same) > 1:
        return SEVERAL_UNITS.at(SourcePlace(shown), unit=unit, units="、".join(same))
    return NO_UNIT.at(SourcePlace(shown), unit=unit, near="、".join(nearest(unit, known) or known[:MOST_NAMES]))


def units_below(data: Path, group: str) -> list[str]:
    """The units in the folder of a group; none where it is a unit itself, or elsewhere."""
    if not may_name(group) or _has_years(data / group):
        return []
    return [path.relative_to(data).as_posix() for path in _units(data / group, MAX_GROUPS)]


def is_group(data: Path, unit: str, shown: str) -> Finding | None:
    """The finding that a folder without years is one above units."""
    below = units_below(data, unit)
    return GROUP.at(SourcePlace(shown), unit=unit, units="、".join(below[:MOST_NAMES])) if below else None


def folders(path: Path) -> list[str]:
    """The names of the folders in a folder, but for hidden ones."""
    try:
        return sorted(shown_name(each.name) for each in path.iterdir() if each.is_dir() and each.name[0] != ".")
    except OSError:
        return []


def is_folder(path: Path) -> bool:
    """Whether it is a folder that can be reached."""
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that is too long, or a folder that may not be entered
        return False


def _units(folder: Path, depth: int) -> Iterator[Path]:
    for name in folders(folder):
        path = folder / name
        if _has_years(path):
            yield path
        elif depth:
            yield from _units(path, depth - 1)


def _has_years(folder: Path) -> bool:
    return any(name.isdecimal() and len(name) == _YEAR_DIGITS for name in folders(folder))
