"""What each figure prints as where no tag says more: in every kind of place, found out at once and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from jixiao.expr.figure import Figure
from jixiao.expr.wording import AS_TYPED, BY_PLACE, FIXED, STRIPPED
from jixiao.kernel.rounding import CENT, WIDE
from jixiao.kernel.unit import PLAIN, Dimension
from jixiao.ledger.display import DECIMALS, PlaceRules, Rules, in_unit, typed, typed_decimals
from jixiao.ledger.view import Display

Texts = tuple[str, ...]
"""One for each kind of place, in the order of `Display`."""


class Strings:
    """The printed strings of settled figures, made once for each of them, as figures print in many places.

    own_digits: the percent digits that the format declares for a figure, whatever the place.
    """

    def __init__(self, rules: Rules, own_digits: Callable[[Figure], int | None]) -> None:
        self._rules = rules
        self._own_digits = own_digits
        places = [rules.places[display] for display in Display]
        self._blank = tuple(place.blank for place in places)
        self._not_computable = tuple(place.not_computable for place in places)
        self._alike = {each: _alike(places, each) for each in Dimension}
        self._amounts = tuple(_amount_place(place) for place in places)
        unit = self._unit = places[0].money_unit
        self._is_finer = WIDE.multiply(CENT, unit.scale) < rules.basis
        self._is_plain = all(place.money_unit is unit and not place.thousands for place in places)
        self._by_typed = any(place.digits == AS_TYPED for place in self._amounts)
        self._of_amounts: dict[tuple[str, int], Texts] = {}
        self._made: dict[int, tuple[Figure, Texts]] = {}  # with the figure, so that its id is not used again

    def of(self, figure: Figure) -> Texts:
        """The strings of a figure, one for each kind of place."""
        found = self._made.get(id(figure))
        if found is None or found[0] is not figure:
            found = self._made[id(figure)] = figure, self._texts(figure)
        return found[1]

    def _texts(self, figure: Figure) -> Texts:
        value, number, dimension = figure.value, figure.number, figure.unit.dimension
        if value is None:
            return self._not_computable if figure.obstacle else self._blank
        if figure.as_typed and number:
            return (typed(number),) * len(self._amounts)
        if dimension is Dimension.MONEY:
            if self._is_plain and not (self._is_finer and figure.unrounded is not None):
                short = in_unit(value, self._unit.scale)
                if "." not in short[: -DECIMALS - 1]:  # no more decimals than amounts print
                    decimals = typed_decimals(figure, self._unit) if self._by_typed else DECIMALS
                    known = self._of_amounts.get((short, decimals))
                    return known or self._amount(short, decimals)
        elif dimension is not Dimension.RATIO:
            unit = figure.unit.name if dimension is Dimension.COUNT else ""
            if number and (unit or number.qualifier):
                return (typed(number),) * len(self._amounts)
            short = in_unit(value, PLAIN.scale)
            if "." not in short[: -1 - (number.digits if number else DECIMALS)]:
                return (short + unit,) * len(self._amounts)
        return self._carefully(figure)

    def _amount(self, short: str, decimals: int) -> Texts:
        """An amount in the unit of all places that needs no rounding. decimals: those it prints as it was typed."""
        words = {STRIPPED: short, FIXED: _padded(short, DECIMALS), AS_TYPED: _padded(short, decimals)}
        is_nothing = short == "0"
        texts = self._of_amounts[short, decimals] = tuple(
            words[digits] + suffix if zero is None or not is_nothing else zero for digits, suffix, zero in self._amounts
        )
        return texts

    def _carefully(self, figure: Figure) -> Texts:
        """By the rules of each place, once for those that have the same."""
        own_digits, made = self._own_digits(figure), list[str]()
        for first, display in self._alike[figure.unit.dimension]:
            is_new = first == len(made)
            made.append(self._rules.figure(figure, display, BY_PLACE, own_digits) if is_new else made[first])
        return tuple(made)


class _AmountPlace(NamedTuple):
    """How a kind of place prints amounts. suffix: the unit, or nothing. zero: what nothing prints as, if not 0."""

    digits: str
    suffix: str
    zero: str | None


def _amount_place(place: PlaceRules) -> _AmountPlace:
    suffix = place.money_unit.name if place.with_unit else ""
    zero = place.zero
    return _AmountPlace(place.money, suffix, zero + suffix if zero and zero[-1].isdigit() else zero)


def _alike(places: list[PlaceRules], dimension: Dimension) -> tuple[tuple[int, Display], ...]:
    """Each kind of place, with the number of the first that prints values of a dimension by the same rules."""
    rules = [place.of(dimension) for place in places]
    return tuple((rules.index(each), display) for each, display in zip(rules, Display, strict=True))


def _padded(short: str, decimals: int) -> str:
    """Digits with so many decimals; with all that amounts print where they are not enough."""
    whole, _, behind = short.partition(".")
    if len(behind) > decimals:
        decimals = DECIMALS
    return f"{whole}.{behind:0<{decimals}}" if decimals else short
