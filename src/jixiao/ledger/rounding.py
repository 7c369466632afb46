"""How scores are rounded, as the format declares it."""

from __future__ import annotations

from decimal import Decimal

from jixiao.expr.figure import FigureId
from jixiao.formats.scoring import MOST_DIGITS, ROUNDING_MODES, TOTAL, WHOLE_POINTS, RoundingRule, ScoringRules
from jixiao.kernel.frozen import frozen
from jixiao.kernel.rounding import CENT, ScoreMode, ScoreRounding
from jixiao.model.values import Entry


@frozen
class Scores:
    """The rounding of single scores and their sums, and that of the total."""

    single: ScoreRounding
    total: ScoreRounding

    @classmethod
    def of(cls, scoring: ScoringRules | None) -> Scores:
        """As a format declares them; the total as the single scores where it says nothing of it."""
        single = scoring.rounding if scoring else None
        total = scoring.total_rounding if scoring else None
        return cls(score_rounding(single), score_rounding(total or single))

    def rounded(self, score: Decimal, identity: FigureId | None) -> Decimal:
        """What a score prints as."""
        is_total = identity is not None and identity.name == TOTAL and not identity.item
        return (self.total if is_total else self.single).apply(score)


def score_rounding(rule: RoundingRule | None) -> ScoreRounding:
    """The rounding of a rule; two decimals half-up where it says nothing, or nothing that can be done."""
    mode = ROUNDING_MODES.get(str(rule.mode)) if rule and rule.mode else None
    if rule is None or mode is None:
        return ScoreRounding()
    if mode is ScoreMode.STEP:
        step = _number(rule.step, CENT)
        return ScoreRounding(mode, (step if step > 0 else CENT,))
    return ScoreRounding.by_digits(mode, *_digits(rule, mode))


def _digits(rule: RoundingRule, mode: ScoreMode) -> list[int]:
    last = 0 if str(rule.mode) == WHOLE_POINTS else _count(rule.digits)
    return [_count(rule.first_digits), last] if mode is ScoreMode.CASCADE else [last]


def _count(entry: Entry | None) -> int:
    """How many digits; two where the format's own number is refused."""
    count = _number(entry, Decimal(2))
    return int(count) if 0 <= count <= MOST_DIGITS else 2


def _number(entry: Entry | None, default: Decimal) -> Decimal:
    return default if entry is None or entry.value is None else entry.value
