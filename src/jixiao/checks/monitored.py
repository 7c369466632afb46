"""The indicators of monitoring forms (监控指标): likelihood and reasons, and goals that run ahead of the money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.checks.balance import sum_of
from jixiao.checks.context import INITIAL, Context, figure_in, filled, number_of, rows_of, typed
from jixiao.checks.monitoring import EXECUTED, FUNDS, INDICATORS, forms, last_month
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure
from jixiao.formats.rules import ProgressRule
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.rounding import WIDE
from jixiao.kernel.similar import nearest
from jixiao.kernel.unit import PERCENT, Dimension
from jixiao.model.monitoring import LIKELIHOODS, LIKELY

UNKNOWN_LIKELIHOOD = must("K231")
DOUBT_WITHOUT_REASON = should("K232")
BEHIND_SCHEDULE = should("K308")
GOALS_WITHOUT_MONEY = should("K309")

GUARANTEES = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他保障")
REASONS = ("原因说明", "备注")


def likelihoods(context: Context) -> Iterator[Finding]:
    """How likely a goal is, in one of the three words of the form; doubts have their cause and reason."""
    for form in forms(context):
        for row in rows_of(form.get(INDICATORS)):
            word = row.data.likelihood
            if word and word.text not in LIKELIHOODS:
                near = "、".join(nearest(word.text, LIKELIHOODS) or LIKELIHOODS)
                known = "、".join(LIKELIHOODS)
                yield UNKNOWN_LIKELIHOOD.at(word.place, name=row.label, near=near, expected=known, actual=word.text)
            elif word and word.text != LIKELY and (missing := _missing(row)):
                yield DOUBT_WITHOUT_REASON.at(
                    word.place,
                    name=row.label,
                    missing="；".join(missing),
                    word=word,
                    figure=_figure(row, "执行情况"),
                )


def _missing(row: ItemRecord) -> list[str]:
    """What a row says nothing of: the causes to be ticked, and the reason in words."""
    causes = [] if any(filled(row, name) for name in GUARANTEES) else ["、".join(GUARANTEES)]
    reasons = [] if any(filled(row, name) for name in REASONS) else ["、".join(REASONS)]
    return causes + reasons


def progress(context: Context) -> Iterator[Finding]:
    """The budget is executed as far as the period asks for, the more so where all goals are said to be reached."""
    for form in forms(context):
        rows = rows_of(form.get(FUNDS))
        executed, initial = (sum_of([figure_in(row, name) for row in rows], name) for name in (EXECUTED, INITIAL))
        if executed.value is None or not initial.value or not any(_is_typed(row) for row in rows):
            continue
        rate = Figure(WIDE.divide(executed.value, initial.value), PERCENT)
        rule, reached = _rule(context, last_month(form)), _all_reached(form)
        behind = rule is not None and (rate.value or Decimal(0)) < (number_of(rule.rate) or Decimal(0))
        if behind or (reached and not rate.value):
            place = context.place(executed)
            yield (GOALS_WITHOUT_MONEY if reached else BEHIND_SCHEDULE).at(
                place,
                name=form.label,
                period=form.data.period,
                expected=f"≥{typed(rule.rate)}" if rule else ">0%",
                actual=context.shown(rate),
                figure=_figure(form, "执行率"),
                related=context.related(initial, place),
            )


def _is_typed(row: ItemRecord) -> bool:
    figure = figure_in(row, EXECUTED)
    return figure is not None and not figure.is_blank


def _figure(row: ItemRecord, name: str) -> str:
    figure = figure_in(row, name)
    return str(figure.id) if figure and figure.id else ""


def _rule(context: Context, month: int) -> ProgressRule | None:
    """The last threshold that the period has passed."""
    rules = context.rules.thresholds.progress if context.rules.thresholds else ()
    passed = [rule for rule in rules if (number_of(rule.month) or Decimal(13)) <= month]
    return max(passed, key=lambda rule: number_of(rule.month) or Decimal(0), default=None)


def _all_reached(form: ItemRecord) -> bool:
    """Whether every indicator whose figures can be judged has reached its target already."""
    judged = [reached for row in rows_of(form.get(INDICATORS)) if (reached := _reached(row)) is not None]
    return bool(judged) and all(judged)


def _reached(row: ItemRecord) -> bool | None:
    """Whether the value so far meets the target of the year; None where words leave that open."""
    target, actual = figure_in(row, "年度指标值"), figure_in(row, "执行情况")
    if actual is None or actual.value is None:
        return None
    if target is not None and target.value is not None and target.unit.dimension is actual.unit.dimension:
        most = target.number is not None and target.number.comparator in ("≤", "<")
        return actual.value <= target.value if most else actual.value >= target.value
    return actual.value >= 1 if actual.unit.dimension is Dimension.RATIO else None
