"""Rounding: every rounded value of a report is made here, once, from the exact value, by integer arithmetic."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from enum import StrEnum
from functools import lru_cache

from jixiao.kernel.frozen import frozen

WIDE = Context(prec=200, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])
"""For sums and products: wide enough that those of typed numbers are exact (the default context keeps 28 digits)."""

CENT = Decimal("0.01")


def half_up(value: Decimal, step: Decimal) -> Decimal:
    """Round to the nearest multiple of step; a half goes away from zero (四舍五入)."""
    decimal_place = _decimal_place(step)
    if decimal_place is None or value.adjusted() >= _MOST_QUANTIZED:
        return half_up_ratio(value, Decimal(1), step)
    rounded = value.quantize(decimal_place, context=WIDE)
    if not rounded:
        return _multiple(0, step)
    return rounded if decimal_place is step else rounded.quantize(step, context=WIDE)


def half_up_ratio(numerator: Decimal, denominator: Decimal, step: Decimal) -> Decimal:
    """Round the exact quotient, never rounded before, to the nearest multiple of step; a half goes away from zero."""
    part, whole = _in_steps(numerator, denominator, step)
    count = (2 * abs(part) + whole) // (2 * whole)
    return _multiple(count if part >= 0 else -count, step)


def floor_to(value: Decimal, step: Decimal) -> Decimal:
    """Round down to a multiple of step, towards minus infinity."""
    part, whole = _in_steps(value, Decimal(1), step)
    return _multiple(part // whole, step)


def ceil_to(value: Decimal, step: Decimal) -> Decimal:
    """Round up to a multiple of step, towards plus infinity."""
    part, whole = _in_steps(value, Decimal(1), step)
    return _multiple(-(-part // whole), step)


def truncate(value: Decimal, step: Decimal) -> Decimal:
    """Round to a multiple of step towards zero."""
    return floor_to(value, step) if value >= 0 else ceil_to(value, step)


@lru_cache
def power_of_ten(exponent: int) -> Decimal:
    """Give a step as a power of ten: -2 for two decimals is 0.01."""
    return Decimal((0, (1,), exponent))


def plain(value: Decimal, digits: int, *, thousands: bool = False) -> str:
    """Print half-up with this many decimals: `1160.50`, `1,160.50`; no exponent, no negative zero."""
    return format(half_up(value, power_of_ten(-digits)), ",f" if thousands else "f")


def stripped(value: Decimal, *, thousands: bool = False) -> str:
    """Print the exact value in as few digits as it needs: `1160.5`, `1800`; no exponent, no negative zero."""
    if not value:
        return "0"
    text = format(value, ",f") if thousands else str(value)
    if "E" in text:
        text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class ScoreMode(StrEnum):
    """How a score is rounded; the names a format writes."""

    HALF_UP = "half_up"
    CASCADE = "cascade"
    CEIL = "ceil"
    STEP = "step"


@frozen
class ScoreRounding:
    """How a format rounds scores: 6.447 is 6.45 half-up, and 6.5 by step 0.5, by ceil 0.1, or by cascade 0.01, 0.1.

    steps: one, but for cascade, which rounds half-up to each in turn.
    """

    mode: ScoreMode = ScoreMode.HALF_UP
    steps: tuple[Decimal, ...] = (CENT,)

    def __post_init__(self) -> None:
        if not self.steps or (len(self.steps) > 1 and self.mode is not ScoreMode.CASCADE):
            raise ValueError(f"{self.mode} takes another number of steps: {self.steps}")
        if any(step <= 0 for step in self.steps):
            raise ValueError(f"a step must be above zero: {self.steps}")

    @classmethod
    def by_digits(cls, mode: ScoreMode, *digits: int) -> ScoreRounding:
        """Make a rounding whose steps are given as numbers of decimals."""
        return cls(mode, tuple(power_of_ten(-count) for count in digits))

    def apply(self, score: Decimal) -> Decimal:
        """Round a score to what is printed."""
        rounded = ceil_to if self.mode is ScoreMode.CEIL else half_up
        for step in self.steps:
            score = rounded(score, step)
        return score


_MOST_QUANTIZED = 100
"""Digits before the point; with those behind it they have room in the wide context."""


@lru_cache
def _decimal_place(step: Decimal) -> Decimal | None:
    """The power of ten that a step is; None where it is no such power, which the decimal module cannot round to."""
    if step.normalize().as_tuple()[:2] != (0, (1,)) or abs(step.adjusted()) >= _MOST_QUANTIZED // 2:
        return None
    return step if step.as_tuple().digits == (1,) else step.normalize()


def _in_steps(numerator: Decimal, denominator: Decimal, step: Decimal) -> tuple[int, int]:
    """Count the exact quotient in steps: a fraction with a positive denominator."""
    if step <= 0:
        raise ValueError(f"a step must be above zero: {step}")
    top, top_parts = numerator.as_integer_ratio()
    bottom, bottom_parts = denominator.as_integer_ratio()
    size, size_parts = step.as_integer_ratio()
    if bottom == 0:
        raise ZeroDivisionError("the denominator is zero")
    sign = 1 if bottom > 0 else -1
    return sign * top * bottom_parts * size_parts, sign * top_parts * bottom * size


def _multiple(count: int, step: Decimal) -> Decimal:
    return WIDE.multiply(Decimal(count), step)
