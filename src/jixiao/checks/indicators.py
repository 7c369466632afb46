"""Targets and actuals of the indicators."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.context import Context, filled, number_of, typed
from jixiao.checks.scores import ACTUAL, REASON, indicators
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.unit import Dimension, Unit

OTHER_UNIT = must("K209")
WORDS_FOR_NUMBER = must("K210")
OVER_FULFILLED = should("K211")


def units(context: Context) -> Iterator[Finding]:
    """A target and what was reached are of one unit: 48个 is met by 48个, not by 48家 nor by words."""
    for indicator in indicators(context):
        row, target = indicator.row, indicator.target
        if target is None or target.value is None or (indicator.actual and indicator.actual.unit is target.unit):
            continue
        actual = row.get(ACTUAL)
        if isinstance(actual, str) and actual:
            yield WORDS_FOR_NUMBER.at(
                row.data.actual.place, name=row.label, related=_places(row), **_sides(target, actual)
            )
        elif isinstance(actual, Figure) and actual.value is not None and not _one_unit(target.unit, actual.unit):
            yield OTHER_UNIT.at(
                row.data.actual.place,
                name=row.label,
                target_unit=target.unit.name or "—",
                actual_unit=actual.unit.name or "—",
                figure=str(actual.id),
                related=_places(row),
                **_sides(target, context.shown(actual)),
            )


def _one_unit(one: Unit, other: Unit) -> bool:
    if one.dimension is not other.dimension:
        return False
    return one.dimension is not Dimension.COUNT or one.name == other.name


def _sides(target: Figure, actual: str) -> dict[str, str]:
    return {"expected": target.number.typed if target.number else target.name, "actual": actual}


def _places(row: ItemRecord) -> list[SourcePlace]:
    return [row.data.target.place]


def over_fulfilment(context: Context) -> Iterator[Finding]:
    """A target that was passed by far was set too low, or there is a reason (财预〔2020〕10号 第十六条)."""
    rule = context.rules.thresholds.over_fulfilment if context.rules.thresholds else None
    limit = number_of(rule)
    if limit is None:
        return
    for row, *_, completion, _, value in indicators(context):
        if completion is None or value is None or value < limit or filled(row, REASON):
            continue
        yield OVER_FULFILLED.at(
            row.data.actual.place,
            name=row.label,
            expected=f"<{typed(rule)}",
            actual=context.shown(completion),
            figure=str(completion.id),
            related=_places(row),
        )
