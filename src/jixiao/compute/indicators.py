"""What an indicator has besides what is typed: its group, rate of completion, and points by rule.

The defaults are those of 财预〔2020〕10号 第十六条.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from jixiao.compute.methods import ONE, Method, declining, method_named, scoring_of
from jixiao.compute.records import ItemRecord
from jixiao.expr import arithmetic
from jixiao.expr.arithmetic import same_kind
from jixiao.expr.figure import Figure
from jixiao.expr.functions import Items
from jixiao.formats.rules import GroupRule
from jixiao.formats.scoring import DECLINING, DeviationRule, ScoringRules
from jixiao.kernel.rounding import WIDE, stripped
from jixiao.kernel.unit import POINT, Dimension

INDICATORS = "绩效指标"
DERIVED = {
    "项目": "所属的项目",
    "一级指标组": "所属的一级指标",
    "完成率": "实际完成值与年度指标值之比，不能比较的没有",
    "规则得分": "按规则计算的得分",
}
"""What an indicator has besides its fields: name and meaning."""

BY_RULES = (*DERIVED, "得分")
"""The names of an indicator whose values the rules make."""

LOWER_IS_BETTER = ("≤", "<")
_REACHED: dict[str, Callable[[Decimal, Decimal], bool]] = {"≥": ge, ">": gt, "≤": le, "<": lt, "=": eq}


def indicator_value(record: ItemRecord, name: str, stated: object) -> object:
    """The value of a name of an indicator; what is stated, for those that no rule gives."""
    match name:
        case "项目":
            return record.evaluation.lookup(name)
        case "一级指标组":
            return _group(record)
        case "完成率":
            return _completion(record)
        case "规则得分":
            return _points_by_rule(record)
        case "得分" if isinstance(stated, Figure) and stated.value is None:
            return replace(record.figure("规则得分"), id=record.figure_id("得分", "决算"))
    return stated


def _group(record: ItemRecord) -> ItemRecord:
    """The row of the format's group; an empty one for a name the format does not know, which a check tells."""
    groups = record.evaluation.lookup("一级指标")
    wanted = record.get("一级指标")
    for group in groups if isinstance(groups, Items) else ():
        if isinstance(group, ItemRecord) and group.label == wanted:
            return group
    return ItemRecord(record.evaluation, "一级指标", "", GroupRule())


def _completion(record: ItemRecord) -> Figure:
    """实际完成值 over 年度指标值, as the format says where less is better; blank for words and unlike units."""
    identity = record.figure_id("完成率", "决算")
    target, actual = record.get("年度指标值"), record.get("实际完成值")
    if not isinstance(target, Figure) or not isinstance(actual, Figure) or not same_kind(target.unit, actual.unit):
        return Figure(None, id=identity)
    comparator = _comparator(target)
    rate = _rate(target, actual, comparator, scoring_of(record))
    if comparator and target.value is not None and actual.value is not None and min(target.value, actual.value) <= 0:
        met = _REACHED[comparator](actual.value, target.value)  # a quotient with 0 or below would not tell
        rate = replace(rate, value=Decimal(met), obstacle=None, formula=f"实际完成值 {comparator} 年度指标值")
    return replace(rate, id=identity)


def _rate(target: Figure, actual: Figure, comparator: str, scoring: ScoringRules) -> Figure:
    if comparator not in LOWER_IS_BETTER:
        return replace(arithmetic.divide(actual, target), formula="实际完成值 / 年度指标值")
    if str(scoring.lower_is_better) != DECLINING:
        return replace(arithmetic.divide(target, actual), formula="年度指标值 / 实际完成值")
    ratio = arithmetic.divide(actual, target)
    value = None if ratio.value is None else declining(ratio.value)
    return replace(ratio, value=value, formula="max(1 - (实际完成值 - 年度指标值) / 年度指标值, 0)")


def _comparator(target: Figure) -> str:
    """How the target is to be met; a target of none (0起, =0起) is a limit."""
    typed = target.number.comparator if target.number else ""
    return "≤" if target.value == 0 and typed in ("", "=") else typed


def _points_by_rule(record: ItemRecord) -> Figure:
    """分值 by the method of the row; words that repeat the target earn all points, other words none by rule.

    Blank where the format gives no points to indicators.
    """
    identity = record.figure_id("规则得分", "决算")
    if not scoring_of(record).scores_indicators:
        return Figure(None, POINT, identity)
    weight, rate, method = record.figure("分值"), rate_of(record), method_of(record)
    if not rate.is_blank:
        points = method.points(weight, rate, "实际完成值" if method.by_value else "完成率")
        return replace(_less_deviation(record, points), id=identity)
    repeated = record.get("年度指标值") == record.get("实际完成值") and not record.get("完成程度")
    if repeated and weight.value is not None:
        return Figure(weight.value, POINT, identity, "分值", (weight,))
    return Figure(None, POINT, identity)


def method_of(record: ItemRecord) -> Method:
    """How an indicator is scored: as its row says, else its group, else as all quantitative ones."""
    scoring = scoring_of(record)
    group = record.get("一级指标组")
    of_group = group.get("计分方法") if isinstance(group, ItemRecord) else None
    chosen = (record.get("计分方法"), of_group, scoring.quantitative)
    return method_named(scoring, next((name for name in chosen if name), None))


def rate_of(record: ItemRecord) -> Figure:
    """What the method of an indicator judges: its completion, or the percentage reached; blank where it has none."""
    if not method_of(record).by_value:
        return record.figure("完成率")
    actual = record.get("实际完成值")
    return actual if isinstance(actual, Figure) and actual.unit.dimension is Dimension.RATIO else Figure(None)


def deviates(completion: Decimal | None, rule: DeviationRule | None) -> bool:
    """Whether a target was passed by more than the format lets go without a deduction."""
    limit = rule.above.value if rule and rule.above else None
    return completion is not None and limit is not None and completion > WIDE.add(ONE, limit)


def _less_deviation(record: ItemRecord, points: Figure) -> Figure:
    rule, completion = scoring_of(record).deviation, record.figure("完成率")
    off = rule.points.value if rule and rule.points else None
    if points.value is None or off is None or not deviates(completion.value, rule):
        return points
    inputs = arithmetic.history([*points.inputs, completion])
    formula = f"max({points.formula} - {stripped(off)}, 0)"
    return replace(points, value=max(WIDE.subtract(points.value, off), Decimal(0)), formula=formula, inputs=inputs)
