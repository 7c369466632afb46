"""Points and grades by the format's rules (财预〔2020〕10号 第十三、十六、十八条 as defaults)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from jixiao.compute.records import ItemRecord
from jixiao.expr import arithmetic
from jixiao.expr.arithmetic import same_kind
from jixiao.expr.figure import Figure
from jixiao.expr.functions import Items, figure_of
from jixiao.formats.rules import GroupRule, ScoringRules
from jixiao.kernel.rounding import stripped
from jixiao.kernel.unit import POINT
from jixiao.model.values import Entry

DERIVED = ("一级指标组", "完成率", "规则得分")
LOWER_IS_BETTER = ("≤", "<")
_REACHED: dict[str, Callable[[Decimal, Decimal], bool]] = {"≥": ge, ">": gt, "≤": le, "<": lt, "=": eq}


def indicator_value(record: ItemRecord, name: str, stated: object) -> object:
    """The values an indicator row has besides those typed: its group, rate of completion, and points by rule."""
    match name:
        case "一级指标组":
            return _group(record)
        case "完成率":
            return _completion(record)
        case "规则得分":
            return _points_by_rule(record)
        case "得分" if isinstance(stated, Figure) and stated.value is None:
            by_rule = _points_by_rule(record)
            return replace(by_rule, id=record.figure_id("得分", "决算"))
    return stated


def _group(record: ItemRecord) -> object:
    """The row of the format's group; an empty one for a name the format does not know, which a check tells."""
    groups = record.evaluation.lookup("一级指标")
    wanted = record.get("一级指标")
    found = [group for group in groups if getattr(group, "label", "") == wanted] if isinstance(groups, Items) else []
    return found[0] if found else ItemRecord(record.evaluation, "一级指标", "", GroupRule())


def _completion(record: ItemRecord) -> Figure:
    """实际完成值 over 年度指标值, the other way round where less is better; blank for words and unlike units."""
    identity = record.figure_id("完成率", "决算")
    target, actual = record.get("年度指标值"), record.get("实际完成值")
    if not isinstance(target, Figure) or not isinstance(actual, Figure) or not same_kind(target.unit, actual.unit):
        return Figure(None, id=identity)
    comparator = _comparator(target)
    lower = comparator in LOWER_IS_BETTER
    rate = arithmetic.divide(target, actual) if lower else arithmetic.divide(actual, target)
    formula = "年度指标值 / 实际完成值" if lower else "实际完成值 / 年度指标值"
    if comparator and target.value is not None and actual.value is not None and min(target.value, actual.value) <= 0:
        met = _REACHED[comparator](actual.value, target.value)  # a quotient with 0 or below would not tell
        rate, formula = replace(rate, value=Decimal(met), obstacle=None), f"实际完成值 {comparator} 年度指标值"
    return replace(rate, id=identity, formula=formula)


def _comparator(target: Figure) -> str:
    """How the target is to be met; a target of none (0起) is a limit."""
    typed = target.number.comparator if target.number else ""
    return typed or ("≤" if target.value == 0 else "")


def _points_by_rule(record: ItemRecord) -> Figure:
    """分值 × 完成率, from 0 to 分值; words that repeat the target earn all points, other words none by rule."""
    identity = record.figure_id("规则得分", "决算")
    weight, rate = figure_of(record.get("分值"), "分值"), figure_of(record.get("完成率"), "完成率")
    if not rate.is_blank:
        share = None if rate.value is None else min(max(rate.value, Decimal(0)), Decimal(1))
        product = arithmetic.multiply(weight, replace(rate, value=share, id=None, inputs=(rate,)))
        return replace(product, id=identity, unit=POINT, formula="分值 * max(min(完成率, 1), 0)")
    if record.get("年度指标值") == record.get("实际完成值") and weight.value is not None:
        return Figure(weight.value, POINT, identity, "分值", (weight,))
    return Figure(None, POINT, identity)


def grade_of(total: object, scoring: ScoringRules | None) -> object:
    """The name of the grade a total earns: the first, from the top, whose least score it reaches."""
    if scoring is None or not isinstance(total, Figure) or total.value is None:
        return None
    for grade in scoring.grades:
        lowest = grade.lowest.number if grade.lowest else None
        if lowest is not None and total.value >= lowest.value:
            return str(grade.name)
    return None


def grade_legend(scoring: ScoringRules | None) -> str:
    """The grades in words, as forms print them: 90（含）—100分为优；…；60分以下为差."""
    if scoring is None or not scoring.grades:
        return ""
    upper, clauses = scoring.full, []
    for grade in scoring.grades[:-1]:
        clauses.append(f"{_bare(grade.lowest)}（含）—{_bare(upper)}分为{grade.name}")
        upper = grade.lowest
    clauses.append(f"{_bare(upper)}分以下为{scoring.grades[-1].name}")
    return "；".join(clauses) + "。"


def _bare(entry: Entry | None) -> str:
    return stripped(entry.number.value) if entry and entry.number else ""
