"""How scores are rounded, as the format declares it."""

from __future__ import annotations

from decimal import Decimal

from jixiao.formats.rules import RoundingRule, ScoringRules
from jixiao.kernel.rounding import ScoreMode, ScoreRounding
from jixiao.model.values import Entry

MODES = {
    "四舍五入": ScoreMode.HALF_UP,
    "逐级": ScoreMode.CASCADE,
    "进位": ScoreMode.CEIL,
    "步长": ScoreMode.STEP,
}


def score_rounding(scoring: ScoringRules | None) -> ScoreRounding:
    """The rounding a format declares; two decimals half-up where it declares none."""
    rule = scoring.rounding if scoring else None
    mode = MODES.get(str(rule.mode)) if rule and rule.mode else None
    if rule is None or mode is None:
        return ScoreRounding()
    if mode is ScoreMode.STEP:
        return ScoreRounding(mode, (_number(rule.step, Decimal("0.01")),))
    return ScoreRounding.by_digits(mode, *_digits(rule, mode))


def _digits(rule: RoundingRule, mode: ScoreMode) -> list[int]:
    last = int(_number(rule.digits, Decimal(2)))
    return [int(_number(rule.first_digits, Decimal(2))), last] if mode is ScoreMode.CASCADE else [last]


def _number(entry: Entry | None, default: Decimal) -> Decimal:
    return entry.number.value if entry and entry.number else default
