"""A figure as a string, by the display rules of the place where it stands and the style of its tag."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from jixiao.expr.figure import Figure
from jixiao.expr.wording import AS_TYPED, BY_PLACE, CHINESE, FIXED, STRIPPED, WHOLE, Style
from jixiao.kernel.frozen import frozen
from jixiao.kernel.number import Number
from jixiao.kernel.numerals import chinese
from jixiao.kernel.rounding import CENT, WIDE, half_up, plain, power_of_ten, stripped
from jixiao.kernel.unit import PERCENT, WAN_YUAN, Dimension, Unit, unit_named
from jixiao.ledger.view import Display

DECIMALS = 2
"""Of amounts with fixed decimals; what is neither money nor a rate has at most so many."""

_AS_TYPED = Style(digits=AS_TYPED)


@frozen
class PlaceRules:
    """Display rules of one kind of place, with every default filled in.

    money: FIXED, STRIPPED or AS_TYPED. zero: what an amount of nothing prints as (None: its digits).
    blank, not_computable: what prints where there are no data, or no value.
    """

    money: str = STRIPPED
    with_unit: bool = False
    money_unit: Unit = WAN_YUAN
    thousands: bool = False
    percent_digits: int = DECIMALS
    percent_strip: bool = False
    percent_sign: bool = True
    zero: str | None = None
    blank: str = ""
    not_computable: str = "—"

    def of(self, dimension: Dimension) -> tuple[object, ...]:
        """The rules by which values of a dimension print where no tag says more."""
        match dimension:
            case Dimension.MONEY:
                return self.money, self.with_unit, self.money_unit, self.thousands, self.zero
            case Dimension.RATIO:
                return self.percent_digits, self.percent_strip, self.percent_sign
        return ()


@frozen
class Rules:
    """Display rules of a format; basis: the grid of printed amounts, in 元."""

    places: dict[Display, PlaceRules]
    basis: Decimal

    def figure(self, figure: Figure, display: Display, style: Style = BY_PLACE, own_decimals: int | None = None) -> str:
        """The printed string of a settled figure; own_decimals: of this percentage, wherever it stands."""
        place, value = self.places[display], figure.value
        if value is None:
            return place.not_computable if figure.obstacle else place.blank
        if style.words:
            return style.words
        if figure.number and _keeps_its_form(figure, style):
            return typed(figure.number)
        if figure.unit.dimension is Dimension.MONEY:
            return self._money(figure, value, place, style)
        if figure.unit.dimension is Dimension.RATIO or style.decimals is not None:
            return _percent(figure, value, place, style, own_decimals)
        return _counted(figure, value, style)

    def _money(self, figure: Figure, value: Decimal, place: PlaceRules, style: Style) -> str:
        """A unit finer than the basis shows the amount to its last 分; a coarser one rounds what prints elsewhere."""
        unit = unit_named(style.unit) if style.unit else place.money_unit
        if figure.unrounded is not None and WIDE.multiply(CENT, unit.scale) < self.basis:
            value = figure.unrounded
        amount, digits = WIDE.divide(value, unit.scale), style.digits or place.money
        if place.zero is not None and not style.digits and not half_up(amount, CENT):
            words = place.zero
        else:
            decimals = 0 if digits == WHOLE else DECIMALS
            if digits == AS_TYPED:
                decimals = typed_decimals(figure, unit)
                if amount != half_up(amount, power_of_ten(-decimals)):
                    decimals = DECIMALS
            words = _digits(amount, decimals, strip=digits == STRIPPED, thousands=style.thousands or place.thousands)
        with_unit = (place.with_unit or style.unit != "") and not style.bare and words[-1:].isdigit()
        return words + unit.name if with_unit else words


def typed_decimals(figure: Figure, unit: Unit) -> int:
    """Decimals of an amount made of typed ones: the most that any of them has, 16 + 35 being 51 and not 51.00.

    All that amounts print where one of them is not typed in this unit; but nothing is nothing in every unit.
    """
    most, met, waiting = -1, set[int](), [figure]
    while waiting and most < DECIMALS:  # the first that is not typed in this unit decides
        part = waiting.pop()
        if part.inputs:
            if id(part) not in met:
                met.add(id(part))
                waiting += part.inputs
        elif part.value is not None:
            number = part.number
            is_other = number is None or (number.value and number.unit.name != unit.name)
            most = max(most, DECIMALS if is_other or number is None else number.digits)
    return DECIMALS if most < 0 else min(DECIMALS, most)


@lru_cache(2048)  # most amounts of a report stand in several of its figures
def in_unit(value: Decimal, scale: Decimal) -> str:
    """A value as so many of a unit, in as few digits as it needs."""
    return stripped(value if scale == 1 else WIDE.divide(value, scale))


def _keeps_its_form(figure: Figure, style: Style) -> bool:
    """Whether a typed figure prints unit and digits as they were typed."""
    if style is BY_PLACE or style == BY_PLACE:
        return figure.as_typed
    return style == _AS_TYPED and (figure.as_typed or figure.unit.dimension is not Dimension.MONEY)


def _digits(value: Decimal, decimals: int, *, strip: bool, thousands: bool = False) -> str:
    if strip:
        return stripped(half_up(value, power_of_ten(-decimals)), thousands=thousands)
    return plain(value, decimals, thousands=thousands)


def _percent(figure: Figure, value: Decimal, place: PlaceRules, style: Style, own_decimals: int | None) -> str:
    """Rounded once, from its basis; a typed one keeps its digits unless the tag asks for others."""
    has_sign = place.percent_sign and not style.bare
    if figure.number and style.digits in ("", AS_TYPED):
        words = typed(figure.number)
        return words if has_sign else words.removesuffix(PERCENT.name)
    decimals = place.percent_digits if own_decimals is None else own_decimals
    if style.digits == WHOLE:
        decimals = 0
    elif style.digits == FIXED:
        decimals = DECIMALS
    if style.decimals is not None:
        decimals = style.decimals
    basis = value if figure.unrounded is None else figure.unrounded
    strip = place.percent_strip if style.digits in ("", AS_TYPED) else style.digits == STRIPPED
    return _digits(WIDE.divide(basis, PERCENT.scale), decimals, strip=strip) + PERCENT.name * has_sign


def _counted(figure: Figure, value: Decimal, style: Style) -> str:
    """Counts with their unit; points and plain numbers without."""
    number, unit = figure.number, figure.unit.name if figure.unit.dimension is Dimension.COUNT else ""
    if style.digits == CHINESE:
        is_pair = style.measure != "" and value == 2  # noqa: PLR2004 - 两个, but 十二个 and 第二
        return ("两" if is_pair else chinese(int(value))) + style.measure
    if number and style.digits in ("", AS_TYPED) and not style.thousands and (unit or number.qualifier):
        return typed(number).removesuffix(unit) if style.bare else typed(number)
    decimals = {WHOLE: 0, FIXED: DECIMALS}.get(style.digits, number.digits if number else DECIMALS)
    words = _digits(value, decimals, strip=style.digits not in (WHOLE, FIXED), thousands=style.thousands)
    return words if style.bare else words + unit


def typed(number: Number) -> str:
    """A number as it was typed, without blanks."""
    return "".join(number.typed.split())
