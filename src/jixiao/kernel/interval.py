"""Intervals: all exact values that a printed figure may stand for, and arithmetic on them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from jixiao.kernel.frozen import frozen
from jixiao.kernel.number import Number
from jixiao.kernel.rounding import WIDE

_DOWN, _UP = Context(prec=60, rounding=ROUND_FLOOR), Context(prec=60, rounding=ROUND_CEILING)

_REACH = {"": (-1, 1), "约": (-1, 1), "余": (0, 2), "多": (0, 2), "超": (0, 2), "近": (-2, 0)}
"""How far a typed figure reaches below and above itself, in halves of its step (qualified: of its grain)."""


@frozen
class Interval:
    """All values from low to high; a closed end belongs to it. Quotients round outwards, all else is exact."""

    low: Decimal
    high: Decimal
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        if not (self.low < self.high or (self.low == self.high and self.low_closed and self.high_closed)):
            raise ValueError(f"an interval without values: {self}")

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """Take one value alone."""
        return cls(value, value)

    @classmethod
    def of(cls, number: Number) -> Interval:
        """Take all exact values that print half-up as the typed digits; for 8000余 from 8000 up to 9000."""
        half = WIDE.multiply(number.grain if number.qualifier else number.step, Decimal("0.5"))
        low, high = (WIDE.fma(Decimal(reach), half, number.value.copy_abs()) for reach in _REACH[number.qualifier])
        near = number.qualifier == "近"
        interval = cls(low, high, low_closed=not near and (number.value != 0 or low == 0), high_closed=near)
        return -interval if number.value < 0 else interval

    @property
    def spans_zero(self) -> bool:
        """Whether zero lies in it or is one of its ends: nothing can be divided by it."""
        return self.low <= 0 <= self.high

    def __neg__(self) -> Interval:
        return Interval(self.high.copy_negate(), self.low.copy_negate(), self.high_closed, self.low_closed)

    def __add__(self, other: Interval) -> Interval:
        low, high = WIDE.add(self.low, other.low), WIDE.add(self.high, other.high)
        return Interval(low, high, self.low_closed and other.low_closed, self.high_closed and other.high_closed)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, factor: Decimal) -> Interval:
        if factor < 0:
            return -self * factor.copy_abs()
        closed = (self.low_closed, self.high_closed) if factor else (True, True)
        return Interval(WIDE.multiply(self.low, factor), WIDE.multiply(self.high, factor), *closed)

    def __truediv__(self, divisor: Interval) -> Interval:
        if divisor.spans_zero:
            raise ZeroDivisionError(f"the divisor may be zero: {divisor}")
        if divisor.high < 0:
            return -self / -divisor
        # The divisor is positive: an end below zero is lowest (or highest) over the least divisor, and so on.
        below = (divisor.low, divisor.low_closed) if self.low < 0 else (divisor.high, divisor.high_closed)
        above = (divisor.high, divisor.high_closed) if self.high < 0 else (divisor.low, divisor.low_closed)
        return Interval(
            _DOWN.divide(self.low, below[0]),
            _UP.divide(self.high, above[0]),
            self.low_closed and (below[1] or self.low == 0),
            self.high_closed and (above[1] or self.high == 0),
        )

    def through(self, rising: Callable[[Decimal], Decimal]) -> Interval:
        """Give the closed hull of its image under a function that never falls, such as a rounding or a cap."""
        return Interval(rising(self.low), rising(self.high))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not (_apart(self, other) or _apart(other, self))

    def contains(self, value: Decimal) -> bool:
        """Whether the value lies in it."""
        return self.meets(Interval.point(value))


def _apart(lower: Interval, upper: Interval) -> bool:
    """Whether all values of one are below all values of the other."""
    return lower.high < upper.low or (lower.high == upper.low and not (lower.high_closed and upper.low_closed))
