"""Numbers as people type them: exact Decimal value, unit, typed digits, qualifier and comparator."""

from __future__ import annotations

from decimal import Decimal

from jixiao.kernel.frozen import frozen
from jixiao.kernel.rounding import WIDE, power_of_ten
from jixiao.kernel.unit import PLAIN, Unit

MULTIPLIERS = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}
"""Words between a figure and its counting unit, and what they multiply it by."""


@frozen
class Number:
    """A typed number.

    value: exact, in the base unit of its dimension (元 for money, 0.95 for 95%).
    digits: decimals typed. multiplier: 万, 亿 or 万亿 typed between the figure and its counting unit ("" if none).
    qualifier: 余, 多, 近, 约, 超 ("" if exact). comparator: ≥ ≤ > < = ("" if none). typed: as the user wrote it.
    """

    value: Decimal
    unit: Unit = PLAIN
    digits: int = 0
    typed: str = ""
    multiplier: str = ""
    qualifier: str = ""
    comparator: str = ""

    @property
    def step(self) -> Decimal:
        """One unit of the last typed decimal, in the base unit: 0.01万元 is 100 元."""
        scale = WIDE.multiply(self.unit.scale, MULTIPLIERS[self.multiplier])
        return WIDE.multiply(power_of_ten(-self.digits), scale)

    @property
    def grain(self) -> Decimal:
        """One unit of the last significant digit, in the base unit: 1000 for 8000, 10万 for 30万, 0.1 for 2.5."""
        if self.digits or not self.value:
            return self.step
        figure = str(int(WIDE.divide(self.value, self.step)))
        zeros = len(figure) - len(figure.rstrip("0"))
        return WIDE.multiply(self.step, Decimal(10**zeros))
