"""What a chart shows: names and printed numbers, with the formats of spreadsheets by which they look as they print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from jixiao.expr.figure import Figure
from jixiao.expr.values import figure_of
from jixiao.expr.wording import BY_PLACE, Shown
from jixiao.kernel.rounding import CENT, WIDE, half_up, stripped
from jixiao.kernel.unit import PERCENT, Dimension, Unit, unit_named
from jixiao.ledger.marks import unmarked
from jixiao.ledger.view import Display, View

_NUMBER: Final = re.compile(r"(?P<digits>[-−]?\d[\d,]*(?:\.(?P<decimals>\d+))?)(?P<unit>\D*)")


class Point(NamedTuple):
    """One number of a chart. value: in its unit, of a percentage its hundredth part; None where nothing prints.

    code: the number format; length: of what prints by it. is_unknown: it should be there, but cannot be computed.
    """

    value: Decimal | None
    code: str = "General"
    unit: str = ""
    length: int = 0
    is_unknown: bool = False


class Plotted(NamedTuple):
    """A series: its name and its numbers."""

    name: str
    points: tuple[Point, ...]

    @property
    def units(self) -> list[str]:
        """The units of its numbers, each once; no unit counts as one."""
        return list(dict.fromkeys(point.unit for point in self.points if point.value is not None))

    @property
    def code(self) -> str:
        """The number format of most of its numbers, of several the first."""
        codes = [point.code for point in self.points if point.value is not None]
        return max(codes, key=codes.count, default="General")


class Data(NamedTuple):
    """All that a chart shows: the names of its categories, and the series, each with a number for every category."""

    categories: tuple[str, ...]
    series: tuple[Plotted, ...]

    @property
    def values(self) -> list[Decimal]:
        """All numbers that there are."""
        return [point.value for each in self.series for point in each.points if point.value is not None]

    def units_of(self, numbers: Iterable[int]) -> list[str]:
        """The units of these series, each once."""
        return list(dict.fromkeys(unit for number in numbers for unit in self.series[number].units))

    @property
    def unit(self) -> str:
        """The unit of its numbers, where they have but one."""
        units = self.units_of(range(len(self.series)))
        return units[0] if len(units) == 1 else ""


def point(value: object, display: Display, view: View) -> Point:
    """The number that a value prints at this kind of place; raises ExpressionError where it is none.

    What prints as words (无, 1000余次) is there with its own value.
    """
    shown = value if isinstance(value, Shown) else Shown(value, BY_PLACE)
    figure = figure_of(shown.value, "")
    if figure.value is None:
        return Point(None, is_unknown=figure.obstacle is not None)
    unit = _unit(figure, shown, display, view)
    printed = view.printed(shown if isinstance(value, Shown) else figure, display).text
    match = _NUMBER.fullmatch(unmarked(printed))
    if match is None or (figure.number and figure.number.qualifier):
        return _by_value(figure.value, unit)
    found = unit_named(match["unit"]) if match["unit"] else unit
    number = Decimal(match["digits"].replace(",", "").replace("−", "-"))
    return _of(number, len(match["decimals"] or ""), found, thousands="," in match["digits"])


def _unit(figure: Figure, shown: Shown, display: Display, view: View) -> Unit:
    """The unit in which a figure prints where it prints without one."""
    if shown.style.unit:
        return unit_named(shown.style.unit)
    match figure.unit.dimension:
        case Dimension.MONEY:
            return view.money_unit(display)
        case Dimension.RATIO:
            return PERCENT
    return figure.unit


def _by_value(value: Decimal, unit: Unit) -> Point:
    is_scaled = unit.dimension in (Dimension.MONEY, Dimension.RATIO)
    number = half_up(WIDE.divide(value, unit.scale) if is_scaled else value, CENT)
    return _of(number, len(stripped(number).partition(".")[2]), unit, thousands=False)


def _of(number: Decimal, decimals: int, unit: Unit, *, thousands: bool) -> Point:
    length = len(f"{number:f}") + (unit == PERCENT)
    code = ("#,##0" if thousands else "0") + ("." + "0" * decimals if decimals else "")
    if unit == PERCENT:
        return Point(WIDE.multiply(number, PERCENT.scale), f"{code}%", unit.name, length)
    return Point(number, code, unit.name, length)


def alike(series: Sequence[Plotted]) -> tuple[Plotted, ...]:
    """The series with thousands parted in all their numbers where they are in one of them."""
    if not any(point.code.startswith("#") for each in series for point in each.points):
        return tuple(series)
    return tuple(
        each._replace(points=tuple(point._replace(code=_parted(point.code)) for point in each.points))
        for each in series
    )


def _parted(code: str) -> str:
    return f"#,##{code}" if code.startswith("0") else code
