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

LOWER_IS_BETTER = ("≤", "<")
_REACHED: dict[str, Callable[[Decimal, Decimal], bool]] = {"≥": ge, ">": gt, "≤": le, "<": lt, "=": eq}


Rule = Callable[[ItemRecord, object, list[object]], object]
"""Makes a value of a record: of what is stated under its name.

The list takes in what was looked at besides the inputs of the figure that comes out.
"""


def _project(record: ItemRecord) -> object:
    return record.evaluation.root.values["项目"]


def _group(record: ItemRecord) -> ItemRecord:
    """The row of the format's group; an empty one for a name the format does not know, which a check tells."""
    groups = record.evaluation.root.values["一级指标"]
    wanted = record.values["一级指标"]
    for group in groups if isinstance(groups, Items) else ():
        if isinstance(group, ItemRecord) and group.label == wanted:
            return group
    return ItemRecord(record.evaluation, "一级指标", "", GroupRule())


def _completion(record: ItemRecord, _: object, read: list[object]) -> Figure:
    """实际完成值 over 年度指标值, as the format says where less is better; blank for words and unlike units."""
    identity = record.figure_id("完成率", "决算")
    target, actual = record.values["年度指标值"], record.values["实际完成值"]
    read += (target, actual)
    if not isinstance(target, Figure) or not isinstance(actual, Figure) or not same_kind(target.unit, actual.unit):
        return Figure(None, id=identity)
    comparator = _comparator(target)
    ratio, value, formula = _rate(target, actual, comparator, scoring_of(record))
    obstacle = ratio.obstacle
    if comparator and target.value is not None and actual.value is not None and min(target.value, actual.value) <= 0:
        met = _REACHED[comparator](actual.value, target.value)  # a quotient with 0 or below would not tell
        value, obstacle, formula = Decimal(met), None, f"实际完成值 {comparator} 年度指标值"
    return Figure(value, ratio.unit, identity, formula, ratio.inputs, obstacle=obstacle)


def _rate(target: Figure, actual: Figure, comparator: str, scoring: ScoringRules) -> tuple[Figure, Decimal | None, str]:
    """A ratio, the rate of completion that follows from it, and its formula."""
    if comparator not in LOWER_IS_BETTER:
        ratio = arithmetic.divide(actual, target)
        return ratio, ratio.value, "实际完成值 / 年度指标值"
    if str(scoring.lower_is_better) != DECLINING:
        ratio = arithmetic.divide(target, actual)
        return ratio, ratio.value, "年度指标值 / 实际完成值"
    ratio = arithmetic.divide(actual, target)
    value = None if ratio.value is None else declining(ratio.value)
    return ratio, value, "max(1 - (实际完成值 - 年度指标值) / 年度指标值, 0)"


def _comparator(target: Figure) -> str:
    """How the target is to be met; a target of none (0起, =0起) is a limit."""
    typed = target.number.comparator if target.number else ""
    return "≤" if target.value == 0 and typed in ("", "=") else typed


def _points_by_rule(record: ItemRecord, _: object, read: list[object]) -> Figure:
    """分值 by the method of the row; words that repeat the target earn all points, other words none by rule.

    Blank where the format gives no points to indicators.
    """
    identity = record.figure_id("规则得分", "决算")
    if not scoring_of(record).scores_indicators:
        return Figure(None, POINT, identity)
    weight, method = record.figure("分值"), method_of(record)
    rate = _rate_by(method, record)
    read += (weight, rate)
    if not rate.is_blank:
        points = method.points(weight, rate, "实际完成值" if method.by_value else "完成率")
        return _less_deviation(record, points, read).known_as(identity)
    target, actual = record.values["年度指标值"], record.values["实际完成值"]
    read += (target, actual)
    if target == actual and not record.values["完成程度"] and weight.value is not None:
        return Figure(weight.value, POINT, identity, "分值", (weight,))
    return Figure(None, POINT, identity)


def _points(record: ItemRecord, stated: object, read: list[object]) -> object:
    """What was given, else what the rules make."""
    if not isinstance(stated, Figure) or stated.value is not None:
        return stated
    by_rule = record.figure("规则得分")
    read.append(by_rule)
    return by_rule.known_as(record.figure_id("得分", "决算"))


SURROUNDINGS: dict[str, Callable[[ItemRecord], object]] = {"项目": _project, "一级指标组": _group}
"""The names under which an indicator knows what it belongs to."""

RULES: dict[str, Rule] = {
    "完成率": _completion,
    "规则得分": _points_by_rule,
    "得分": _points,
}
"""The names of an indicator whose figures the rules make."""


def method_of(record: ItemRecord) -> Method:
    """How an indicator is scored: as its row says, else its group, else as all quantitative ones."""
    scoring, chosen = scoring_of(record), record.values["计分方法"]
    if not chosen:
        group = record.values["一级指标组"]
        chosen = group.values["计分方法"] if isinstance(group, ItemRecord) else None
    return method_named(scoring, chosen or scoring.quantitative or None)


def rate_of(record: ItemRecord) -> Figure:
    """What the method of an indicator judges: its completion, or the percentage reached; blank where it has none."""
    return _rate_by(method_of(record), record)


def _rate_by(method: Method, record: ItemRecord) -> Figure:
    if not method.by_value:
        return record.figure("完成率")
    actual = record.values["实际完成值"]
    return actual if isinstance(actual, Figure) and actual.unit.dimension is Dimension.RATIO else Figure(None)


def deviates(completion: Decimal | None, rule: DeviationRule | None) -> bool:
    """Whether a target was passed by more than the format lets go without a deduction."""
    limit = rule.above.value if rule and rule.above else None
    return completion is not None and limit is not None and completion > WIDE.add(ONE, limit)


def _less_deviation(record: ItemRecord, points: Figure, read: list[object]) -> Figure:
    rule = scoring_of(record).deviation
    if rule is None:
        return points
    completion = record.figure("完成率")
    read.append(completion)
    off = rule.points.value if rule.points else None
    if points.value is None or off is None or not deviates(completion.value, rule):
        return points
    inputs = arithmetic.history([*points.inputs, completion])
    formula = f"max({points.formula} - {stripped(off)}, 0)"
    return replace(points, value=max(WIDE.subtract(points.value, off), Decimal(0)), formula=formula, inputs=inputs)
