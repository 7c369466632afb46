"""Points, totals and grades against the rules of 评分: bounds, caps, degrees of completion, decisions by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from jixiao.checks.context import EXECUTION_RATE, INDICATORS, Context, called, figure_in, number_of
from jixiao.checks.rates import is_asked_for
from jixiao.checks.scores import SCORE, WEIGHT, points, scored
from jixiao.compute.grades import Range, grade_of, ranges
from jixiao.compute.indicators import deviates, method_of, rate_of
from jixiao.compute.methods import Method, methods, percent
from jixiao.compute.records import ItemRecord
from jixiao.compute.scoring import cap_of, execution_method
from jixiao.expr.figure import Figure, ObstacleKind, leaves
from jixiao.formats.scoring import CAP, EXECUTION, TOTAL, CapRule
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.similar import nearest
from jixiao.kernel.unit import POINT
from jixiao.ledger.listing import exact_words

RATE_AT_BOUND = should("K221")
CAPPED = should("K222")
CAP_AT_BOUND = should("K223")
OUT_OF_RANGE = should("K224")
UNKNOWN_LEVEL = must("K225")
UNKNOWN_METHOD = must("K226")
NOT_BY_RULE = should("K227")
OTHER_GRADE = should("K228")
NO_TOTAL = must("K229")
ABOVE_FULL = must("K230")


def bounds(context: Context) -> Iterator[Finding]:
    """The printed rate decides the points; the exact one lies on the other side of a bound."""
    scoring = context.scoring
    execution, rate = context.figure(EXECUTION), context.figure(EXECUTION_RATE)
    if execution and rate and not execution.is_blank:
        yield from _at_bound(context, rate, execution, _band(execution_method(scoring)))
    if scoring.deviation is None and not any(method.bands for method in methods(scoring).values()):
        return
    for row, _, score, _, _, actual, completion, _, printed in scored(context):
        is_same = completion is None or completion.value == printed
        if score is None or (is_same and (actual is None or context.printed(actual).value == actual.value)):
            continue
        yield from _at_bound(context, rate_of(row), score, _band(method_of(row)))
        if completion:
            yield from _at_bound(context, completion, score, lambda rate: deviates(rate, scoring.deviation))


def _band(method: Method) -> Callable[[Decimal], object]:
    """What jumps at a bound: the share of a band, and nothing elsewhere."""
    return method.share if method.bands else lambda _: None


def _at_bound(context: Context, rate: Figure, score: Figure, judge: Callable[[Decimal], object]) -> Iterator[Finding]:
    printed = context.printed(rate)
    if score.number or rate.value is None or printed.value is None or judge(rate.value) == judge(printed.value):
        return
    yield RATE_AT_BOUND.at(
        context.place(rate),
        name=called(rate.id),
        rate=context.shown(rate),
        exact_rate=exact_words(rate),
        expected=_rounded(context, score),
        actual=_rounded(context, context.printed(score)),
        figure=str(rate.id),
    )


def _rounded(context: Context, score: Figure) -> str:
    """A score by its own value, as it would print."""
    return points(context.ledger.score(score) or Decimal(0))


def caps(context: Context) -> Iterator[Finding]:
    """A poor execution rate holds the total down; at its bound, the printed rate decides."""
    scoring, rate, total = context.scoring, context.figure(EXECUTION_RATE), context.figure(TOTAL)
    if not scoring.caps or rate is None or rate.value is None or total is None or total.number:
        return
    printed_rate, printed_total = context.printed(rate), context.printed(total)
    exact, printed = (cap_of(value, scoring) for value in (rate.value, printed_rate.value or Decimal(0)))
    if exact is not printed:
        yield CAP_AT_BOUND.at(
            context.place(rate),
            rate=context.shown(rate),
            exact_rate=exact_words(rate),
            expected=_most(exact),
            actual=_most(printed),
            figure=str(rate.id),
        )
    uncapped = [part.value or Decimal(0) for part in printed_total.inputs if part.name != CAP]
    earned = sum(uncapped, Decimal(0))
    if printed and printed.below and printed_total.value is not None and printed_total.value < earned:
        yield CAPPED.at(
            context.place(rate),
            rate=context.shown(rate),
            bound=printed.below.typed,
            expected=points(printed_total.value),
            actual=points(earned),
            figure=str(total.id),
        )


def _most(cap: CapRule | None) -> str:
    return f"≤{points(cap.most.value)}" if cap and cap.most and cap.most.value is not None else "不封顶"


def levels(context: Context) -> Iterator[Finding]:
    """A degree of completion is one of the format's, and the score lies in its range; a method is known."""
    known, named = ranges(context.scoring), methods(context.scoring)
    for row in context.rows(INDICATORS):
        level, method = row.data.level, row.data.method
        if level is not None and str(level) not in known:
            near = "、".join(nearest(str(level), known) or known)
            yield UNKNOWN_LEVEL.at(level.place, name=level, near=near, expected="、".join(known), actual=str(level))
        elif level is not None and context.scoring.scores_indicators:
            yield from _out_of_range(context, row, known[str(level)])
        if method is not None and str(method) not in named:
            near = "、".join(nearest(str(method), named) or named)
            yield UNKNOWN_METHOD.at(method.place, name=method, near=near, expected="、".join(named), actual=str(method))


def _out_of_range(context: Context, row: ItemRecord, level: Range) -> Iterator[Finding]:
    weight, score = figure_in(row, WEIGHT), figure_in(row, SCORE)
    if weight is None or score is None or weight.value is None or score.value is None:
        return
    if not level.holds(score.value, weight.value):
        yield OUT_OF_RANGE.at(
            context.place(score),
            name=row.label,
            level=level.name,
            shares=f"{percent(level.low)}—{percent(level.high)}",
            expected=level.points(weight.value),
            actual=points(score.value),
            figure=str(score.id),
            related=[row.data.level.place],
        )


def uncomputed(context: Context) -> Iterator[Finding]:
    """Points that cannot be computed leave no total and no grade: they are given by hand, or the data are mended."""
    rows, execution = scored(context), context.figure(EXECUTION)
    if rows and execution and _is_open(context, execution):
        yield NO_TOTAL.at(context.project_place, name=EXECUTION_RATE, key=f"自评结果.{EXECUTION}")
    for row, _, score, _, _, actual, *_ in rows:
        if score and score.value is None and any(_is_open(context, each) for each in (score, actual) if each):
            yield NO_TOTAL.at(row.data.place, name=row.label, key=SCORE, figure=str(score.id))


def _is_open(context: Context, figure: Figure) -> bool:
    """Whether a figure cannot be computed, and no check asks for what it lacks."""
    obstacle = figure.obstacle
    if obstacle is None or obstacle.kind is ObstacleKind.UNREADABLE:
        return False
    return not any(is_asked_for(context, leaf) for leaf in leaves(figure))


def decided(context: Context) -> Iterator[Finding]:
    """Scores and grade of the whole that were decided by hand are those of the rules, or there is a word on it."""
    above = [*_above_full(context)]
    yield from above
    if not above:
        yield from [*_not_by_rule(context), *_grade(context)]


def _not_by_rule(context: Context) -> Iterator[Finding]:
    stated, on_paper = context.exact.stated, context.paper.stated
    for identity, pair in stated.items():
        is_own = not identity.item and identity.project == context.case.project_key
        if not is_own or pair.stated.unit != POINT or pair.stated.value is None:
            continue
        rule = (on_paper.get(identity) or pair).derived
        expected = context.ledger.score(rule)
        if expected is not None and pair.stated.value not in (expected, pair.derived.value):
            yield NOT_BY_RULE.at(
                context.place(pair.stated),
                name=identity.name,
                formula=rule.formula,
                expected=points(expected),
                actual=points(pair.stated.value),
                figure=str(identity),
            )


def _above_full(context: Context) -> Iterator[Finding]:
    result, full = getattr(context.exact.root.data, "result", None), number_of(context.scoring.full)
    total = result.total if result else None
    if total and full is not None and total.value is not None and total.value > full:
        yield ABOVE_FULL.at(total.place, expected=f"≤{points(full)}", actual=total.typed)


def _grade(context: Context) -> Iterator[Finding]:
    total, result = context.figure(TOTAL), getattr(context.exact.root.data, "result", None)
    grade = result.grade if result else None
    by_rule = grade_of(context.printed(total), context.scoring) if total else None
    if total and grade is not None and by_rule is not None and str(grade) != by_rule:
        yield OTHER_GRADE.at(
            grade.place, total=context.shown(total), expected=by_rule, actual=str(grade), figure=str(total.id)
        )
