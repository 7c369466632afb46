"""A figure as a string, by the display rules of the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.expr.figure import Figure, leaves
from jixiao.formats.rules import DisplayRules, PlaceDisplay
from jixiao.kernel.number import Number
from jixiao.kernel.numerals import chinese
from jixiao.kernel.rounding import CENT, WIDE, half_up, plain, power_of_ten, stripped
from jixiao.kernel.unit import PERCENT, WAN_YUAN, YUAN, Dimension, Unit, unit_named
from jixiao.ledger.view import Display
from jixiao.model.values import Entry

FIXED, STRIPPED, AS_TYPED = "两位", "去零", "原样"
MONEY_DIGITS = 2


@dataclass(frozen=True, slots=True)
class PlaceRules:
    """Display rules of one kind of place, with every default filled in."""

    money: str = STRIPPED
    with_unit: bool = False
    money_unit: Unit = WAN_YUAN
    thousands: bool = False
    percent_digits: int = 2
    percent_strip: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """Display rules of a format."""

    places: dict[Display, PlaceRules]
    not_computable: str
    blank: str
    basis: Decimal

    @classmethod
    def of(cls, rules: DisplayRules | None) -> Rules:
        """The rules a format declares, defaults where it says nothing."""
        rules = rules or DisplayRules()
        places = {
            Display.TEXT: _place(rules.prose, with_unit=True),
            Display.TABLE: _place(rules.table, with_unit=False),
            Display.FORM: _place(rules.form, with_unit=False),
        }
        basis = _value(rules.basis, Decimal(100))
        return cls(places, str(rules.not_computable or "—"), str(rules.blank or ""), basis)

    def figure(
        self,
        figure: Figure,
        display: Display,
        style: str = "",
        ratio: Decimal | None = None,
        digits: int | None = None,
    ) -> str:
        """The printed string of a settled figure; ratio: its unrounded value; digits: its own percent digits."""
        place = self.places[display]
        if figure.obstacle:
            return self.not_computable
        if figure.value is None:
            return self.blank
        if figure.as_typed and figure.number and not style:
            return typed(figure.number)
        match figure.unit.dimension:
            case Dimension.MONEY:
                return _money(figure, figure.value, place, style)
            case Dimension.RATIO:
                return _percent(figure, place, figure.value if ratio is None else ratio, digits)
        return _counted(figure, figure.value, style)


def _place(rules: PlaceDisplay | None, *, with_unit: bool) -> PlaceRules:
    if rules is None:
        return PlaceRules(with_unit=with_unit)
    return PlaceRules(
        money=str(rules.money or STRIPPED),
        with_unit=with_unit if rules.unit is None else rules.unit,
        money_unit=unit_named(str(rules.money_unit or WAN_YUAN.name)),
        thousands=bool(rules.thousands),
        percent_digits=int(_value(rules.percent_digits, Decimal(2))),
        percent_strip=bool(rules.percent_strip),
    )


def _value(entry: Entry | None, default: Decimal) -> Decimal:
    return entry.number.value if entry and entry.number else default


def _money(figure: Figure, value: Decimal, place: PlaceRules, style: str) -> str:
    unit = unit_named(style) if style in (YUAN.name, WAN_YUAN.name) else place.money_unit
    amount = half_up(WIDE.divide(value, unit.scale), CENT)
    number = figure.number
    if place.money == AS_TYPED and number and number.unit == unit:
        words = plain(WIDE.divide(number.value, unit.scale), number.digits, thousands=place.thousands)
    elif place.money == STRIPPED:
        words = stripped(amount, thousands=place.thousands)
    else:
        digits = _typed_digits(figure, amount, unit) if place.money == AS_TYPED else MONEY_DIGITS
        words = plain(amount, digits, thousands=place.thousands)
    with_unit = place.with_unit if style == "" else style in (YUAN.name, WAN_YUAN.name)
    return words + unit.name if with_unit else words


def _typed_digits(figure: Figure, amount: Decimal, unit: Unit) -> int:
    """Decimals of an amount made of typed ones: the most that any of them has, 16 + 35 being 51 and not 51.00."""
    typed_parts = [part.number for part in leaves(figure) if part.value is not None]
    if any(number is None or number.unit != unit for number in typed_parts):
        return MONEY_DIGITS
    digits = min(MONEY_DIGITS, max((number.digits for number in typed_parts if number), default=MONEY_DIGITS))
    return digits if amount == half_up(amount, power_of_ten(-digits)) else MONEY_DIGITS


def _percent(figure: Figure, place: PlaceRules, value: Decimal, own_digits: int | None) -> str:
    if figure.number:
        return typed(figure.number)
    digits = place.percent_digits if own_digits is None else own_digits
    rounded = half_up(WIDE.divide(value, PERCENT.scale), power_of_ten(-digits))
    return (stripped(rounded) if place.percent_strip else plain(rounded, digits)) + "%"


def _counted(figure: Figure, value: Decimal, style: str) -> str:
    if style == "汉字":
        return chinese(int(value))
    if figure.number and style == "":
        return typed(figure.number) if figure.unit.dimension is Dimension.COUNT else stripped_number(figure.number)
    unit = figure.unit.name if style == "" and figure.unit.dimension is Dimension.COUNT else ""
    return stripped(value if figure.number else half_up(value, CENT)) + unit


def typed(number: Number) -> str:
    """A number as it was typed, without blanks."""
    return "".join(number.typed.split())


def stripped_number(number: Number) -> str:
    """A typed score or plain number with the digits it needs."""
    return stripped(WIDE.divide(number.value, number.unit.scale))
