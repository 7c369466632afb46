"""Rates: what they can be, and when they ask for a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.checks.context import (
    ACCOUNTS,
    EXECUTION_RATE,
    INDICATORS,
    SUB_PROJECTS,
    Context,
    filled,
    number_of,
    typed,
)
from jixiao.checks.scores import COMPLETION, WEIGHT
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure, FigureId, ObstacleKind, leaves
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.rounding import half_up, stripped
from jixiao.kernel.unit import PERCENT, Dimension
from jixiao.ledger.listing import exact_words
from jixiao.model.fields import Field

RATE_OUT_OF_RANGE = must("K301")
LOW_EXECUTION = should("K303")
ZERO_BASE = should("K304")
OPERAND_MISSING = should("K305")
GRADE_DIFFERS = should("K306")
THRESHOLD_DIFFERS = should("K307")

BOUNDED = re.compile(
    r"(执行|到位|满意|合格|覆盖|达标|及时|按时|准确|通过|优良|普及|参与|入学|就业|使用|完好|办结|签约|保障|公开|归档|好评|发布|认领|详实|合规|合法|接入)(度|率)"
)
"""Rates that are a part of a whole; growth, completion and loss ratios may pass 100 %."""

SHARES = ("占比", "比重")
"""How the name of a typed share ends; where a format derives one, the amounts that are wrong are told."""

REASON = "偏离原因"

_FINE = Decimal("0.0001")


def bounded_rates(context: Context) -> Iterator[Finding]:
    """A rate that is a part of a whole lies between 0 and 100 %."""
    if not any(_is_part(*each) for each in context.ratios if not _in_range(each[1])):
        return
    for name, figure in _once(context, _rates(context, context.ratios)):
        if _in_range(figure) or not all(_in_range(part) for part in figure.inputs):
            continue  # a highest rate that is too high follows from the rate that is
        place = context.place(figure)
        yield RATE_OUT_OF_RANGE.at(
            place,
            name=name,
            expected="0%—100%",
            actual=_out_of_range(context, figure),
            figure=str(figure.id),
            related=context.related(figure, place),
        )


def _in_range(figure: Figure) -> bool:
    return figure.unit.dimension is not Dimension.RATIO or figure.value is None or 0 <= figure.value <= 1


def _out_of_range(context: Context, figure: Figure) -> str:
    """The rate as it prints, or exactly enough to show where it lies: 100.0556% where 100% is printed."""
    if figure.value is None or not _in_range(context.printed(figure)):
        return context.shown(figure)
    return stripped(half_up(100 * figure.value, _FINE)) + PERCENT.name


def typed_shares(context: Context) -> list[tuple[str, Figure]]:
    """Typed rates that are a part of a whole, by name; each once, however often it is referred to."""
    typed_ones = [each for each in context.ratios if each[1].number is not None]
    return list(_once(context, _rates(context, typed_ones)))


def _once(context: Context, rates: Iterable[tuple[str, Figure]]) -> Iterator[tuple[str, Figure]]:
    seen: set[SourcePlace | None] = set()
    for name, figure in rates:
        if figure.number is not None:
            place = context.place(figure)
            if place in seen:
                continue
            seen.add(place)
        yield name, figure


def _rates(context: Context, ratios: list[tuple[FigureId, Figure]]) -> Iterator[tuple[str, Figure]]:
    """Those that are a part of a whole, by their own name, and those of an indicator by its name."""
    accounts = {record.path for record in context.exact.records(ACCOUNTS)}
    for identity, figure in sorted(ratios, key=lambda item: bool(item[1].inputs)):  # those that are typed come first
        if figure.inputs and {part.id.item if part.id else "" for part in figure.inputs} <= accounts:
            continue  # what is spent above the budget of an account is told as such, and may be explained
        if _is_part(identity, figure):
            yield context.called(identity), figure


def _is_part(identity: FigureId, figure: Figure) -> bool:
    """Whether a ratio is a part of a whole, by its name."""
    if identity.name == COMPLETION:
        return False
    kind, _, row = identity.item.partition("/")
    words = row if kind == INDICATORS else identity.name
    return bool(BOUNDED.search(words)) or (figure.number is not None and words.endswith(SHARES))


def execution(context: Context) -> Iterator[Finding]:
    """Execution below the format's threshold is explained, for the whole and for each sub-project."""
    rule = context.rules.thresholds.low_execution if context.rules.thresholds else None
    limit = number_of(rule)
    if limit is None:
        return
    rates: list[tuple[ItemRecord | None, Figure | None]] = [(None, context.figure(EXECUTION_RATE))]
    rates += zip(context.rows(SUB_PROJECTS), context.column(SUB_PROJECTS, EXECUTION_RATE), strict=True)
    for row, exact in rates:
        printed = context.printed(exact) if exact else None
        if exact is None or printed is None or exact.value is None or printed.value is None:
            continue
        asked = LOW_EXECUTION
        if printed.value >= limit > exact.value:
            asked = THRESHOLD_DIFFERS
        elif printed.value >= limit:
            continue
        if row is not None and filled(row, REASON):
            continue
        yield asked.at(
            context.place(exact),
            name=context.called(exact.id),
            expected=f"≥{typed(rule)}",
            actual=context.shown(exact),
            figure=str(exact.id),
        )


def computable(context: Context) -> Iterator[Finding]:
    """Every figure can be computed; told where the obstacle is, not for all that follows from it."""
    for identity, figure in context.obstructed:
        obstacle = figure.obstacle
        if obstacle is None or not figure.inputs or any(part.obstacle for part in figure.inputs):
            continue
        if any(is_asked_for(context, leaf) for leaf in leaves(figure)):
            continue
        code = ZERO_BASE if obstacle.kind is ObstacleKind.ZERO_BASE else OPERAND_MISSING
        operand = next((part for part in figure.inputs if part.name == obstacle.name), figure)
        place = context.place(operand)
        yield code.at(
            place,
            name=context.called(identity),
            formula=figure.formula,
            operand=obstacle.name,
            printed=context.shown(figure),
            figure=str(identity),
        )


def is_asked_for(context: Context, leaf: Figure) -> bool:
    """Whether a gap is told already: in a required field, or a fact without its value."""
    if leaf.value is not None or leaf.id is None:
        return False
    origin = context.exact.origins.get(leaf.id)
    return leaf.id.name in context.facts or (isinstance(origin, Field) and (origin.required or origin.name == WEIGHT))


def grade(context: Context) -> Iterator[Finding]:
    """The grade of the printed total; the exact total earns another one."""
    exact, printed = context.exact.lookup("等级"), context.paper.lookup("等级")
    total = context.figure("总分")
    if total is None or exact == printed:
        return
    yield GRADE_DIFFERS.at(
        context.place(total),
        total=context.shown(total),
        exact_total=exact_words(total),
        expected=str(exact or exact_words(total)),
        actual=str(printed or context.shown(total)),
        figure=str(total.id),
    )
