"""Rounding tails: printed parts that miss their printed total, which the page must announce."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.rounding import WIDE, stripped
from jixiao.kernel.system import Relation, System
from jixiao.kernel.unit import WAN_YUAN, Dimension

NOTE = "注：表中数字经四舍五入，部分合计数与分项之和相差不超过{tail}万元。"

Values = Mapping[FigureId, Decimal]
Own = Mapping[FigureId, Relation[FigureId]]
ZERO = Decimal(0)


class Tails:
    """The relations between the amounts of a report, by their totals: what the notes under its tables look at."""

    def __init__(self, system: System[FigureId]) -> None:
        self._amounts = system.amounts
        self._relations: dict[FigureId, list[Relation[FigureId]]] = {}
        for each in system.relations:
            self._relations.setdefault(each.total, []).append(each)
        self._own = {each.total: each for each in reversed(system.relations) if not each.stated}

    def note(self, printed: Iterable[Figure]) -> str:
        """The note under a table in which these figures stand; nothing where every total adds up on paper."""
        values = {
            figure.id: figure.value
            for figure in printed
            if figure.id and figure.value is not None and figure.unit.dimension is Dimension.MONEY
        }
        relations = [each for total in values for each in self._relations.get(total, ())]
        relations += _columns(values, self._amounts)
        sums = ((values[each.total], _on_paper(each.parts, values, self._own)) for each in relations)
        tail = max((abs(total - paper) for total, paper in sums if paper is not None), default=ZERO)
        return NOTE.format(tail=stripped(WIDE.divide(tail, WAN_YUAN.scale))) if tail else ""


def _columns(values: Values, exact: Values) -> Iterator[Relation[FigureId]]:
    """Rows of a table that add up to what stands above them under their own name: a balance below balances."""
    columns: dict[tuple[str, str, str], list[FigureId]] = {}
    for each in values:
        if each.item and each in exact:
            columns.setdefault((each.project, each.item.rpartition("/")[0], each.name), []).append(each)
    for (project, kind, name), rows in columns.items():
        total = sum((exact[row] for row in rows), ZERO)
        above = (each for each in values if (each.project, each.name) == (project, name) and each not in rows)
        for each in above:
            if f"{kind}/".startswith(_within(each.item)) and exact.get(each) == total:
                yield Relation(each, tuple((row, 1) for row in rows), stated=True)


def _within(item: str) -> tuple[str, ...]:
    """How what belongs to a record or a row begins; everything belongs to the report itself."""
    return (f"{item}/", f"{item}.") if item else ("",)


def _on_paper(parts: Iterable[tuple[FigureId, int]], values: Values, own: Own) -> Decimal | None:
    """What the parts come to as printed, each beside the total or, where it is not printed, in what it is made of."""
    total = ZERO
    for part, factor in parts:
        value = values.get(part)
        if value is None and part in own:
            value = _on_paper(own[part].parts, values, own)
        if value is None:
            return None
        total = WIDE.add(total, WIDE.multiply(value, Decimal(factor)))
    return total
