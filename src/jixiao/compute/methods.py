"""From a rate of completion to a share of the points: in proportion, by bands, or above a threshold.

Every share lies between 0 and 1 and never falls when the rate rises; a bound belongs to the band above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from jixiao.compute.records import ItemRecord
from jixiao.expr import arithmetic
from jixiao.expr.figure import Figure
from jixiao.formats.scoring import BY_VALUE, PROPORTIONAL, MethodRule, ScoringRules
from jixiao.kernel.frozen import frozen
from jixiao.kernel.rounding import WIDE, stripped
from jixiao.kernel.unit import PERCENT, POINT

ZERO, ONE, TWO = Decimal(0), Decimal(1), Decimal(2)

Bands = Sequence[tuple[Decimal, Decimal]]
"""Lowest rates and the shares they earn, from the top down."""


def proportional(rate: Decimal) -> Decimal:
    """The rate itself, from 0 to 1."""
    return min(max(rate, ZERO), ONE)


def banded(rate: Decimal, bands: Bands) -> Decimal:
    """The share of the first band, from the top, that the rate reaches; none below the last."""
    at = reached(rate, (lowest for lowest, _ in bands))
    return ZERO if at is None else bands[at][1]


def above_threshold(rate: Decimal, threshold: Decimal) -> Decimal:
    """(rate - threshold) / (1 - threshold), from 0 to 1; all or nothing where there is nothing above the threshold."""
    if threshold >= ONE:
        return ONE if rate >= threshold else ZERO
    return proportional(WIDE.divide(WIDE.subtract(rate, threshold), WIDE.subtract(ONE, threshold)))


def declining(ratio: Decimal) -> Decimal:
    """The rate of an indicator of which less is better: 1 - (actual - target) / target, for ratio = actual / target."""
    return max(WIDE.subtract(TWO, ratio), ZERO)


def reached(value: Decimal, lowest: Iterable[Decimal]) -> int | None:
    """Which of the bounds, from the top down, is the first that the value reaches; None below all of them."""
    return next((at for at, bound in enumerate(lowest) if value >= bound), None)


@frozen
class Method:
    """A way of scoring by its name. by_value: judges the value reached, a percentage, whatever the target."""

    name: str = PROPORTIONAL
    by_value: bool = False
    bands: tuple[tuple[Decimal, Decimal], ...] = ()
    threshold: Decimal | None = None

    def share(self, rate: Decimal) -> Decimal:
        """The share of the points that a rate earns, from 0 to 1."""
        if self.bands:
            return banded(rate, self.bands)
        return proportional(rate) if self.threshold is None else above_threshold(rate, self.threshold)

    def formula(self, rate: str) -> str:
        """The share in words, for a rate of this name."""
        if self.bands:
            steps = "，".join(f"≥{percent(lowest)}得{percent(share)}" for lowest, share in self.bands)
            return f"{self.name}（{rate}{steps}，其余得0）"
        if self.threshold is not None:
            limit = percent(self.threshold)
            return f"max(min(({rate} - {limit}) / (1 - {limit}), 1), 0)"
        return f"max(min({rate}, 1), 0)"

    def points(self, weight: Figure, rate: Figure, rate_name: str) -> Figure:
        """The points of this weight that a rate earns."""
        share = None if rate.value is None else self.share(rate.value)
        formula = f"{weight.name} * {self.formula(rate_name)}"
        if weight.value is not None and share is not None and weight.id and weight is not rate:
            return Figure(WIDE.multiply(weight.value, share), POINT, None, formula, (weight, rate))
        factor = Figure(share, PERCENT, formula=rate.name, inputs=(rate,), obstacle=rate.obstacle)
        product = arithmetic.multiply(weight, factor)
        return Figure(product.value, POINT, None, formula, product.inputs, obstacle=product.obstacle)


def scoring_of(record: ItemRecord) -> ScoringRules:
    """The rules by which the figures of a record are scored."""
    return record.evaluation.case.format.rules.scoring or ScoringRules()


def method_named(scoring: ScoringRules, name: object) -> Method:
    """The method of this name; in proportion where none is named, or one that a check does not know."""
    known = methods(scoring)
    return known.get(str(name), known[PROPORTIONAL])


@lru_cache(maxsize=8)  # of as many formats as a process may have at hand; it is asked for with every indicator
def methods(scoring: ScoringRules) -> dict[str, Method]:
    """The methods that a format may name: its own, and in proportion."""
    return {PROPORTIONAL: Method()} | {name: _method(name, rule) for name, rule in scoring.methods.items()}


def _method(name: str, rule: MethodRule) -> Method:
    bands = [(band.lowest.value, band.share.value) for band in rule.bands if band.lowest and band.share]
    known = tuple((lowest, share) for lowest, share in bands if lowest is not None and share is not None)
    return Method(name, str(rule.basis) == BY_VALUE, known, rule.threshold.value if rule.threshold else None)


def percent(ratio: Decimal) -> str:
    """A ratio as formulas and messages show it."""
    return stripped(WIDE.divide(ratio, PERCENT.scale)) + PERCENT.name
