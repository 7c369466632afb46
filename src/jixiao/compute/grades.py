"""Grades of totals, and degrees to which a target in words was met (财预〔2020〕10号 第十六、十八条 as defaults)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jixiao.compute.methods import ONE, reached
from jixiao.expr.figure import Figure
from jixiao.formats.scoring import Grade, Level, ScoringRules
from jixiao.kernel.frozen import frozen
from jixiao.kernel.rounding import WIDE, stripped
from jixiao.model.values import Entry


def grade_of(total: object, scoring: ScoringRules | None) -> str | None:
    """The grade a total earns: the first, from the top, whose least score it reaches; no total falls between two."""
    if scoring is None or not isinstance(total, Figure) or total.value is None:
        return None
    at = reached(total.value, _bounds(scoring.grades))
    return None if at is None else str(scoring.grades[at].name)


def grade_legend(scoring: ScoringRules | None) -> str:
    """The grades in words, as forms print them: 90（含）—100分为优；…；60分以下为差. With 止: 80—89分为良."""
    if scoring is None or not scoring.grades:
        return ""
    upper, clauses = scoring.full, []
    for grade in scoring.grades[:-1]:
        closed = grade.printed_most
        span = f"{_bare(grade.lowest)}—{_bare(closed)}" if closed else f"{_bare(grade.lowest)}（含）—{_bare(upper)}"
        clauses.append(f"{span}分为{grade.name}")
        upper = grade.lowest
    clauses.append(f"{_bare(upper)}分以下为{scoring.grades[-1].name}")
    return "；".join(clauses) + "。"


@frozen
class Range:
    """The shares of the points that a degree of completion may earn; the highest degree reaches all of them."""

    name: str
    low: Decimal
    high: Decimal

    def holds(self, score: Decimal, weight: Decimal) -> bool:
        """Whether a score of so many points lies in it; its upper end does not, but for full points."""
        low, high = WIDE.multiply(self.low, weight), WIDE.multiply(self.high, weight)
        return low <= score < high or (self.high == ONE and score == high)

    def points(self, weight: Decimal) -> str:
        """The range in points, as messages show it."""
        low, high = (stripped(WIDE.multiply(share, weight)) for share in (self.low, self.high))
        return f"{low}分—{high}分" + ("" if self.high == ONE else "（不含）")


def ranges(scoring: ScoringRules | None) -> dict[str, Range]:
    """The degrees of completion that a format knows, by name, from the top down."""
    levels = scoring.levels if scoring else ()
    found, high = {}, ONE
    for level, low in zip(levels, _bounds(levels), strict=True):
        found[str(level.name)] = Range(str(level.name), low, high)
        high = low
    return found


def _bounds(steps: Iterable[Grade | Level]) -> list[Decimal]:
    """The least values of grades or degrees; the format's check tells of one that is no number."""
    return [(step.lowest.value if step.lowest else None) or Decimal(0) for step in steps]


def _bare(entry: Entry | None) -> str:
    return stripped(entry.number.value) if entry and entry.number else ""
