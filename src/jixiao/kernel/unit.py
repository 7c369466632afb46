"""Units of measure: money, ratios, scores, and counted things."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from jixiao.kernel.frozen import frozen


class Dimension(StrEnum):
    """What may be added to what."""

    MONEY = "money"
    RATIO = "ratio"
    SCORE = "score"
    COUNT = "count"
    PLAIN = "plain"


@frozen
class Unit:
    """A printed unit; a typed number times `scale` is the value in the base unit (元, 1, 分, one piece)."""

    name: str
    dimension: Dimension
    scale: Decimal = Decimal(1)


YUAN = Unit("元", Dimension.MONEY)
WAN_YUAN = Unit("万元", Dimension.MONEY, Decimal(10_000))
YI_YUAN = Unit("亿元", Dimension.MONEY, Decimal(100_000_000))
PERCENT = Unit("%", Dimension.RATIO, Decimal("0.01"))
PERMILLE = Unit("‰", Dimension.RATIO, Decimal("0.001"))
POINT = Unit("分", Dimension.SCORE)
PLAIN = Unit("", Dimension.PLAIN)

_NAMED = {
    unit.name: unit
    for unit in (YUAN, WAN_YUAN, YI_YUAN, PERCENT, PERMILLE, POINT, PLAIN, Unit("千元", Dimension.MONEY, Decimal(1000)))
} | {"％": PERCENT}


@lru_cache(1024)
def unit_named(name: str) -> Unit:
    """The unit with this printed name; an unknown word counts pieces of itself (个, 次, 家, 纤芯公里)."""
    return _NAMED.get(name) or Unit(name, Dimension.COUNT)
