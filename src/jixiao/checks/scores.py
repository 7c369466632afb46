"""Weights and points of the indicators (财预〔2020〕10号 第十一、十三、十六条)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from jixiao.checks.balance import come_to
from jixiao.checks.context import INDICATORS, Context, figure_in, filled, number_of
from jixiao.compute.grades import ranges
from jixiao.compute.indicators import method_of, rate_of
from jixiao.compute.records import ItemRecord
from jixiao.expr.arithmetic import same_kind, total
from jixiao.expr.figure import Figure
from jixiao.formats.rules import GroupRule
from jixiao.formats.scoring import BY_RATE, BY_VALUE
from jixiao.kernel.finding import Code, Finding, must, should
from jixiao.kernel.rounding import WIDE, stripped
from jixiao.kernel.similar import nearest
from jixiao.kernel.unit import POINT
from jixiao.load.bind import MISSING_VALUE
from jixiao.model.fields import field_by_key
from jixiao.model.project import Indicator as IndicatorData

GROUP_WEIGHT = must("K201")
UNKNOWN_GROUP = must("K202")
FULL_WEIGHT = must("K203")
SCORE_ABOVE_WEIGHT = must("K204")
NO_SCORE = must("K205")
MET_NOT_FULL = should("K206")
MISSED_NOT_BY_RULE = should("K207")
DEDUCTION_WITHOUT_REASON = should("K208")

GROUP, WEIGHT, SCORE, BY_RULE, REASON, COMPLETION = "一级指标", "分值", "得分", "规则得分", "偏差原因", "完成率"
TARGET, ACTUAL = "年度指标值", "实际完成值"
UNEVALUATED = "未自评原因"


def points(value: Decimal) -> str:
    """A number of points as it prints."""
    return f"{stripped(value)}{POINT.name}"


class Indicator(NamedTuple):
    """An indicator with what its checks look at, read once for all of them; figures are None where there are words.

    printed_score, printed_completion: what these print as.
    """

    row: ItemRecord
    weight: Figure | None
    score: Figure | None
    by_rule: Figure | None
    target: Figure | None
    actual: Figure | None
    completion: Figure | None
    printed_score: Decimal | None
    printed_completion: Decimal | None


def indicators(context: Context) -> list[Indicator]:
    """The indicators of the subject."""
    return context.once(_indicators)


def _indicators(context: Context) -> list[Indicator]:
    columns = [context.column(INDICATORS, name) for name in (WEIGHT, SCORE, BY_RULE, TARGET, ACTUAL, COMPLETION)]
    printed = [context.printed_column(INDICATORS, name) for name in (SCORE, COMPLETION)]
    return list(map(Indicator, context.rows(INDICATORS), *columns, *printed))


def scored(context: Context) -> list[Indicator]:
    """The indicators, where the format gives points to them."""
    return indicators(context) if context.scoring.scores_indicators else []


def weights(context: Context) -> Iterator[Finding]:
    """The groups are the format's, their weights add up to its weights, and all to the full score."""
    rows = context.rows(INDICATORS)
    unknown, missing = [*_unknown_groups(context, rows)], [*_missing_weights(scored(context))]
    yield from [*unknown, *missing]
    if missing or not context.scoring.scores_indicators or any(row.data.group is None for row in rows):
        return
    if not rows:
        yield from _full_weight(context) if context.groups and not filled(context.exact.root, UNEVALUATED) else ()
        return
    wrong = [*_group_weights(context)]
    told_of_format = all(group.weight for group in context.groups)  # then the format itself does not add up
    yield from wrong or (() if unknown or told_of_format else _full_weight(context))


def _missing_weights(rows: list[Indicator]) -> Iterator[Finding]:
    """What the field table would ask for, if all formats gave points to indicators."""
    for row, *_ in rows:
        if row.data.weight is None or not row.data.weight.typed:
            place = row.data.weight.place if row.data.weight else row.data.place
            field = field_by_key(IndicatorData)[WEIGHT].field
            yield MISSING_VALUE.at(place, name=field.name, meaning=field.meaning)


def _unknown_groups(context: Context, rows: list[ItemRecord]) -> Iterator[Finding]:
    known = [group.name.text for group in context.groups if group.name]
    for row in rows if known else ():
        name = row.data.group
        if name is not None and name.text not in known:
            near = "、".join(nearest(str(name), known) or known)
            yield UNKNOWN_GROUP.at(name.place, name=name, near=near, expected="、".join(known), actual=str(name))


def _group_weights(context: Context) -> Iterator[Finding]:
    of_group: dict[str, list[Indicator]] = {}
    for each in indicators(context):
        of_group.setdefault(each.row.data.group.text, []).append(each)
    for name, wanted in _wanted(context.groups, of_group.keys()).items():
        own = of_group.get(name, [])
        if come_to([each.weight for each in own], wanted):
            continue
        given = _total(own)
        if (given.value or Decimal(0)) != wanted:
            yield GROUP_WEIGHT.at(
                context.place(given),
                name=name,
                count=len(own),
                expected=points(wanted),
                actual=points(given.value or Decimal(0)),
                figure=_group_figure(context, name),
                related=context.related(given, context.place(given)),
            )


def _wanted(groups: Iterable[GroupRule], present: Collection[str]) -> dict[str, Decimal]:
    """The weight of each group; that of one without indicators may go to another (没有时并入)."""
    found = {str(group.name): weight for group in groups if (weight := number_of(group.weight)) is not None}
    for group in groups:
        name, other = str(group.name), str(group.absent_to)
        if name in found and name not in present and other in found:
            found[other] = WIDE.add(found[other], found.pop(name))
    return found


def _group_figure(context: Context, name: str) -> str:
    groups = [row for row in context.rows(GROUP) if row.label == name]
    figure = figure_in(groups[0], "分值合计") if groups else None
    return str(figure.id) if figure else ""


def _full_weight(context: Context) -> Iterator[Finding]:
    scoring = context.scoring
    full = number_of(scoring.full)
    execution = (number_of(scoring.execution_weight) if scoring.counts_execution else None) or Decimal(0)
    rows = indicators(context)
    if full is None or come_to([each.weight for each in rows], WIDE.subtract(full, execution)):
        return
    given = _total(rows)
    weight = given.value if rows else Decimal(0)
    if weight is None:
        return
    whole = WIDE.add(weight, execution)
    if whole != full:
        yield FULL_WEIGHT.at(
            context.place(given),
            execution=points(execution),
            indicators=points(weight),
            expected=points(full),
            actual=points(whole),
        )


def _total(rows: list[Indicator]) -> Figure:
    return total([each.weight for each in rows if each.weight is not None], WEIGHT)


def scores(context: Context) -> Iterator[Finding]:
    """Each indicator has points, and not more than its weight."""
    for indicator in scored(context):
        row, weight, score, *_, printed, _ = indicator
        if weight is None or score is None or weight.value is None:
            continue
        if score.value is None:
            # A rate that is not computable, and a target and actual of unlike units, are told by checks of their own.
            if not score.obstacle and not _unlike(indicator):
                level = ranges(context.scoring).get(str(row.data.level))
                expected = level.points(weight.value) if level else ""
                yield NO_SCORE.at(row.data.place, name=row.label, expected=expected, figure=str(score.id))
            continue
        given = max(score.value, printed or score.value)
        if given > weight.value:
            place = context.place(score)
            yield SCORE_ABOVE_WEIGHT.at(
                place,
                name=row.label,
                expected=f"≤{points(weight.value)}",
                actual=points(given),
                figure=str(score.id),
                related=context.related(weight, place),
            )


def _unlike(indicator: Indicator) -> bool:
    """Whether target and actual are numbers that cannot be compared, or one of them is still to be filled in."""
    target, actual = indicator.target, indicator.actual
    if target is None or actual is None:
        return False
    return target.value is None or actual.value is None or not same_kind(target.unit, actual.unit)


def deductions(context: Context) -> Iterator[Finding]:
    """Points are those of the rule, and words earn all of them; else a reason is asked for."""
    for row, weight, score, by_rule, *_ in scored(context):
        if weight is None or score is None or weight.value is None or score.value is None:
            continue
        if (by_rule and score.value == by_rule.value) or filled(row, REASON):
            continue
        printed = context.printed(by_rule).value if by_rule else None
        if by_rule is None or printed is None or rate_of(row).is_blank:
            code, expected = DEDUCTION_WITHOUT_REASON, weight.value
        else:
            code, expected = (MET_NOT_FULL if printed == weight.value else MISSED_NOT_BY_RULE), printed
        if score.value <= weight.value and score.value not in (expected, by_rule.value if by_rule else None):
            yield _unexplained(context, row, code, score, expected)


def _unexplained(context: Context, row: ItemRecord, code: Code, score: Figure, expected: Decimal) -> Finding:
    rate, method = rate_of(row), method_of(row)
    return code.at(
        context.place(score),
        name=row.label,
        basis=BY_VALUE if method.by_value else BY_RATE,
        rate=context.shown(rate),
        method=method.name,
        expected=points(expected),
        actual=points(score.value or Decimal(0)),
        figure=str(score.id),
        related=[each.place for each in (row.data.target, row.data.actual) if each],
    )
