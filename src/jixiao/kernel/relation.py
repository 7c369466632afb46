"""Relations between printed figures (勾稽关系): each judges whether exact values exist that satisfy it."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from operator import add
from typing import Protocol

from jixiao.kernel.frozen import frozen
from jixiao.kernel.interval import Interval
from jixiao.kernel.rounding import ScoreRounding


@frozen
class Judgement:
    """holds: None where the relation cannot be judged, because its divisor may be zero; then nothing is expected."""

    holds: bool | None
    expected: Interval | None
    actual: Interval


class Relation(Protocol):
    """Something that must hold between figures; each figure is the interval of its typed digits, or a point."""

    def judge(self) -> Judgement:
        """Compare what follows from the operands with what is stated."""


@frozen
class Equality:
    """The same quantity in two places."""

    expected: Interval
    actual: Interval

    def judge(self) -> Judgement:
        """Ask for a value in common."""
        return Judgement(self.expected.meets(self.actual), self.expected, self.actual)


@frozen
class AtMost:
    """A part of a whole, an amount within its limit."""

    value: Interval
    limit: Interval

    def judge(self) -> Judgement:
        """Ask for a value that is not above every limit."""
        holds = self.value.low < self.limit.high or self.value.meets(self.limit)
        return Judgement(holds, self.limit, self.value)


@frozen
class Sum:
    """Parts and their total."""

    parts: tuple[Interval, ...]
    total: Interval

    def judge(self) -> Judgement:
        """Ask for parts that add up to the total."""
        return Equality(reduce(add, self.parts, Interval.point(Decimal(0))), self.total).judge()


@frozen
class Difference:
    """A balance, an increase: the first amount less the second."""

    minuend: Interval
    subtrahend: Interval
    difference: Interval

    def judge(self) -> Judgement:
        """Ask for amounts that leave the difference."""
        return Equality(self.minuend - self.subtrahend, self.difference).judge()


@frozen
class Ratio:
    """A share or rate, as a ratio of 1: 95% is 0.95."""

    part: Interval
    whole: Interval
    ratio: Interval

    def judge(self) -> Judgement:
        """Ask for operands that give the ratio."""
        if self.whole.spans_zero:
            return Judgement(None, None, self.ratio)
        return Equality(self.part / self.whole, self.ratio).judge()


@frozen
class Growth:
    """A rate of change, as a ratio of 1; a decrease is negative."""

    now: Interval
    before: Interval
    growth: Interval

    def judge(self) -> Judgement:
        """Ask for operands that give the growth, as now ÷ before - 1, so that before is one value and not two."""
        if self.before.spans_zero:
            return Judgement(None, None, self.growth)
        return Equality(self.now / self.before - Interval.point(Decimal(1)), self.growth).judge()


@frozen
class WeightedScore:
    """A score that is weight × rate, from 0 to the weight, then rounded; without rounding the score is an interval."""

    weight: Decimal
    rate: Interval
    score: Interval
    rounding: ScoreRounding | None = None

    def judge(self) -> Judgement:
        """Ask for a rate that earns the score."""
        earned = (self.rate * self.weight).through(self._capped)
        expected = earned.through(self.rounding.apply) if self.rounding else earned
        return Equality(expected, self.score).judge()

    def _capped(self, score: Decimal) -> Decimal:
        return min(max(score, Decimal(0)), self.weight)
