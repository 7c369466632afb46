"""Where units stand: cities with departments, these with centres, and counties with bureaus and stations of their own.

The place of a unit follows from its number alone, so that a larger tree holds the smaller one. A superior comes before
those below it, and names of superiors are written into 主管部门.
"""

from __future__ import annotations

from jixiao.kernel.frozen import frozen
from jixiao.sample.chance import Chance
from jixiao.sample.vocabulary import CITIES, SECTORS, Sector

BRANCH = 20
"""Units of a department and all below it."""

CITY = 1 + BRANCH * len(SECTORS)
"""Units of a city: its government office, and a branch for each department."""

_COUNTIES = ("东乡", "南乡", "西乡")
_CENTRE = (1, 4, 7, 10, 13, 16)
"""Numbers within a branch that are centres of the department; 0 is the department itself."""
_COUNTY = (2, 8, 14)
"""Those that are bureaus of counties; what follows, up to the next, are stations of the county or centres."""


@frozen
class Place:
    """A unit: number in the tree, names, whom it is below, its folder seen from the data folder, its line of work."""

    number: int
    name: str
    short: str
    superior: str
    folder: str
    city: str
    region: str
    sector: Sector
    level: int


@frozen
class Scene:
    """A unit in the making: its place and year, and the draws that make it."""

    place: Place
    year: int
    chance: Chance


def place_of(number: int) -> Place:
    """The place of a unit by its number, from 0."""
    city_number, within = divmod(number, CITY)
    city = f"示例{_city(city_number)}市"
    if within == 0:
        name = f"{city}人民政府办公室"
        return Place(number, name, "市政府办公室", "", f"{city}/{name}", city, city, SECTORS[-1], 0)
    branch, place = divmod(within - 1, BRANCH)
    sector = SECTORS[branch]
    department = f"{city}{sector.bureau}"
    group = f"{city}/{sector.name}"
    if place == 0:
        office = f"{city}人民政府办公室"
        return Place(number, department, f"市{sector.bureau}", office, f"{group}/{department}", city, city, sector, 1)
    if place in _CENTRE:
        short = sector.centres[_CENTRE.index(place)]
        name = f"{city}{short}"
        return Place(number, name, f"市{short}", department, f"{group}/{name}", city, city, sector, 2)
    first = max(each for each in _COUNTY if each <= place)
    county = f"示例{_city(city_number)}{_COUNTIES[_COUNTY.index(first)]}县"
    bureau = f"{county}{sector.bureau}"
    if place == first:
        folder = f"{group}/{county}/{bureau}"
        return Place(number, bureau, f"县{sector.bureau}", department, folder, city, county, sector, 2)
    short = sector.stations[place - first - 1]
    folder = f"{group}/{county}/{county}{short}"
    return Place(number, f"{county}{short}", f"县{short}", bureau, folder, city, county, sector, 3)


def _city(number: int) -> str:
    """A name of two characters, with a number in front of it after they have all been used."""
    turn, number = divmod(number, len(CITIES))
    return f"{_TURNS[turn]}{CITIES[number]}" if turn else CITIES[number]


_TURNS = ["", *(f"第{number}" for number in range(2, 1000))]
