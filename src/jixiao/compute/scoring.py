"""Points for budget execution, the cap on the total, and what totals are made of, by the format's rules.

The defaults are those of 财预〔2020〕10号 第十三、十六、十八条.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from jixiao.compute import indicators
from jixiao.compute.grades import grade_legend, grade_of
from jixiao.compute.indicators import INDICATORS, Rule
from jixiao.compute.methods import ONE, Method, method_named, percent, scoring_of
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import MISSING, Figure
from jixiao.formats.scoring import CAP, TOTAL, CapRule, ScoringRules
from jixiao.kernel.unit import POINT
from jixiao.model.fields import Field, Row, field_by_key
from jixiao.model.project import Result

EXECUTION_RATE = "预算执行率"
SUBJECT = {
    "等级": "自评等级，由总分按“评分”的等级评定",
    "等级说明": "各等级的名称和分数段",
    "执行分值": "预算执行的分值",
    CAP: "预算执行率过低的，总分的上限；不封顶的没有",
}
"""What the subject of a report has by the rules of 评分: name and meaning."""


def decided(record: ItemRecord, name: str) -> tuple[Field, Any] | None:
    """A score or grade of the whole (自评结果) as the unit may have decided it: the field, and what is filled in."""
    row = decided_field(name) if not record.path else None
    return (row.field, getattr(result_of(record.data), row.attribute)) if row else None


def decided_field(name: str) -> Row | None:
    """The field of 自评结果 in which a score or grade of the whole may be decided."""
    return field_by_key(Result).get(name)


def result_of(subject: Any) -> Result:
    """自评结果 of a department or project; without values where it has none."""
    return getattr(subject, "result", None) or _NO_RESULT


_NO_RESULT = Result()


def rule_for(kind: str, name: str, *, is_root: bool) -> Rule | None:
    """What 评分 makes of a name of an indicator, or of the subject of a report; None for what it does not make."""
    if kind == INDICATORS:
        return indicators.RULES.get(name)
    made = _MADE.get(name) if is_root else None
    if made is None:
        return None

    def unless_stated(record: ItemRecord, stated: object, _: list[object]) -> object:
        return made(record, scoring_of(record)) if stated is MISSING or not stated else stated

    return unless_stated


def _execution_weight(record: ItemRecord, scoring: ScoringRules) -> Figure:
    identity, entry = record.figure_id("执行分值"), scoring.execution_weight
    if entry is None:
        return Figure(None, POINT, identity)
    return Figure(entry.value, POINT, identity, place=entry.place, number=entry.number)


def execution_points(record: ItemRecord) -> Figure:
    """执行分值 by the method that the format chose; blank where execution has no points."""
    weight, rate = record.figure("执行分值"), record.figure(EXECUTION_RATE)
    if weight.value is None:
        return Figure(None, POINT)
    return execution_method(scoring_of(record)).points(weight, rate, EXECUTION_RATE)


def execution_method(scoring: ScoringRules) -> Method:
    """How the points for budget execution follow from its rate."""
    rule = scoring.execution
    return method_named(scoring, rule.method if rule else None)


def cap_of(rate: Decimal, scoring: ScoringRules) -> CapRule | None:
    """The lowest cap on the total that a rate of execution brings about."""
    caught = [cap for cap in scoring.caps if cap.below and cap.below.value is not None and rate < cap.below.value]
    return min(caught, key=lambda cap: (cap.most and cap.most.value) or Decimal(0), default=None)


def _grade(record: ItemRecord, scoring: ScoringRules) -> str | None:
    return grade_of(record.values[TOTAL], scoring)


def _legend(_: ItemRecord, scoring: ScoringRules) -> str:
    return grade_legend(scoring)


def _cap(record: ItemRecord, scoring: ScoringRules) -> Figure | None:
    """The most the total may be; nothing where no cap applies, not computable where the rate is not."""
    rate = record.figure(EXECUTION_RATE) if scoring.caps else Figure(None)
    identity = record.figure_id(CAP, "决算")
    if rate.obstacle:
        return Figure(None, POINT, identity, EXECUTION_RATE, (rate,), obstacle=rate.obstacle)
    cap = None if rate.value is None else cap_of(rate.value, scoring)
    if cap is None or cap.below is None or cap.most is None:
        return None
    formula = f"{EXECUTION_RATE}低于{percent(cap.below.value or ONE)}，总分不超过{cap.most.typed}"
    return Figure(cap.most.value, POINT, identity, formula, (rate,), cap.place)


_MADE: dict[str, Callable[[ItemRecord, ScoringRules], object]] = {
    "等级": _grade,
    "等级说明": _legend,
    "执行分值": _execution_weight,
    CAP: _cap,
}
