"""The checks that a format declares in its YAML (检查)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.checks.balance import interval_of
from jixiao.checks.context import Context
from jixiao.compute.errors import expression_finding
from jixiao.compute.prose import Prose
from jixiao.compute.records import ItemRecord
from jixiao.expr.expression import UNKNOWN, ExpressionError, equated, expression, truth
from jixiao.expr.figure import MISSING, Figure
from jixiao.formats.rules import CheckRule
from jixiao.kernel.finding import REGISTRY, Finding, Strength, must
from jixiao.kernel.relation import Equality
from jixiao.kernel.similar import nearest
from jixiao.ledger.view import Display
from jixiao.model.unit import kinds
from jixiao.model.values import Text

UNKNOWN_STRENGTH = must("K501")
CODE_TAKEN = must("K502")

STRENGTHS = {"必须": Strength.MUST, "提示": Strength.SHOULD}


def declared(context: Context) -> Iterator[Finding]:
    """Run every check of the format, for the whole or row by row."""
    for rule in context.rules.checks:
        if rule.code and str(rule.code) in REGISTRY:
            yield CODE_TAKEN.at(rule.code.place, code=rule.code)
        elif rule.strength and str(rule.strength) not in STRENGTHS:
            yield UNKNOWN_STRENGTH.at(rule.strength.place, strength=rule.strength, known="、".join(STRENGTHS))
        elif rule.condition:
            yield from _judged(context, rule, rule.condition)


def _judged(context: Context, rule: CheckRule, condition: Text) -> Iterator[Finding]:
    try:
        holds = expression(condition.text)
        for exact, printed in _subjects(context, rule):
            answer = holds.evaluate(exact.scope)
            if answer is not UNKNOWN and not truth(answer) and not _has_no_value(_figure(rule, exact)):
                yield _failed(context, rule, exact, printed)
    except ExpressionError as error:
        yield expression_finding(error, condition.place, condition.text)


def _subjects(context: Context, rule: CheckRule) -> list[tuple[ItemRecord, ItemRecord]]:
    """What the check is about, as exact and as printed record: what is evaluated, or each record of a kind."""
    of = str(rule.of or "")
    if of and of not in kinds() and context.exact.lookup(of) is MISSING:
        near = "、".join(nearest(of, [*kinds(), *context.exact.names()]))
        raise ExpressionError("unknown_name", name=of, near=near)
    return list(zip(context.exact.records(of), context.paper.records(of), strict=True))


def _failed(context: Context, rule: CheckRule, exact: ItemRecord, printed: ItemRecord) -> Finding:
    """The finding, under the code and with the words of the format."""
    condition, figure = str(rule.condition), _figure(rule, exact)
    strength = STRENGTHS.get(str(rule.strength), Strength.MUST)
    if strength is Strength.MUST and _within_digits(condition, exact, context.ledger.rules.basis):
        strength = Strength.SHOULD
    place = context.place(figure) if figure else getattr(exact.data, "place", None)
    is_compared = rule.figure is not None and condition.startswith(f"{rule.figure} ")  # else it is no limit to read out
    return Finding(
        str(rule.code),
        strength,
        place,
        (("message", _message(context, rule, printed)), ("remedy", str(rule.remedy or ""))),
        expected=condition if is_compared else "",
        actual=context.shown(figure) if figure and is_compared else "",
        figure=str(figure.id or "") if figure else "",
        related=tuple(context.related(figure, place)) if figure else (),
    )


def _figure(rule: CheckRule, record: ItemRecord) -> Figure | None:
    value = expression(rule.figure.text).evaluate(record.scope) if rule.figure else None
    return value if isinstance(value, Figure) else None


def _has_no_value(figure: Figure | None) -> bool:
    """Whether there is nothing to judge; that a figure is missing is told elsewhere."""
    return figure is not None and figure.value is None


def _message(context: Context, rule: CheckRule, printed: ItemRecord) -> str:
    return context.ledger.printed(Prose(rule.message, printed.scope), Display.TEXT).text if rule.message else ""


def _within_digits(condition: str, record: ItemRecord, basis: Decimal) -> bool:
    """Whether an equality (or that of the last alternative) fails by no more than the typed digits leave open."""
    sides = equated(expression(condition))
    figures = [side.evaluate(record.scope) for side in sides or ()]
    intervals = [interval_of(each, basis) for each in figures if isinstance(each, Figure) and each.value is not None]
    return len(intervals) == len(figures) > 0 and Equality(*intervals).judge().holds is True
