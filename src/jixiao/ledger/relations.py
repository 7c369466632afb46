"""The sums and differences between a report's amounts: from formulas, stated totals, and the equalities it checks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from jixiao.compute.evaluation import Evaluation
from jixiao.compute.records import ItemRecord
from jixiao.expr.expression import Expression, ExpressionError, equated, expression
from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.system import Form, Relation, System, added
from jixiao.kernel.unit import Dimension

_BALANCES = (
    ("部门", "预算收入.年初预算数 == 基本支出.年初预算数 + 项目支出.年初预算数"),
    ("部门", "预算收入.全年预算数 == 基本支出.全年预算数 + 项目支出.全年预算数"),
    ("部门", "预算收入.全年预算数 == 全年预算数"),
    ("部门", "全年执行数 == sum(经济分类.全年执行数)"),
    ("项目", "全年预算数 == sum(子项目.预算安排)"),
    ("项目", "全年执行数 == sum(子项目.实际支出)"),
)
"""What our own checks hold equal in the report of a department, by the kind of record (对象)."""


def system_of(exact: Evaluation, locked: Collection[FigureId] = ()) -> System[FigureId]:
    """All amounts of a report, in the order of its figures; what prints as it was typed is locked too.

    The greatest or least of some amounts is left out, unless it is a part of a sum: it is chosen among printed values.
    """
    figures: dict[FigureId, Figure] = {}
    amounts: dict[FigureId, Decimal] = {}
    for identity, each in exact.all_figures().items():
        if each.value is not None and each.unit.dimension is Dimension.MONEY:
            figures[identity], amounts[identity] = each, each.value
    found: dict[object, Relation[FigureId]] = {}
    for relation in (*_formulas(exact, figures), *_equalities(exact)):
        sides = relation.sides
        if all(key in amounts for key, _ in sides):
            found.setdefault(frozenset(sides), relation)
    related = {key for sides in found for key, _ in sides}  # type: ignore[attr-defined]
    for identity, each in figures.items():
        if each.inputs and identity not in related and _is_chosen(each):
            del amounts[identity]
    as_typed = (identity for identity, each in figures.items() if each.as_typed)
    return System(amounts, list(found.values()), {*locked, *as_typed})


def _is_amount(figure: Figure) -> bool:
    return figure.value is not None and figure.unit.dimension is Dimension.MONEY


def _is_chosen(figure: Figure) -> bool:
    return any(_is_amount(part) and part.value == figure.value for part in figure.inputs)


def _formulas(exact: Evaluation, amounts: Mapping[FigureId, Figure]) -> Iterator[Relation[FigureId]]:
    """What each formula says of an amount; a total that was typed is held against its formula."""
    stated = exact.stated
    for identity, figure in amounts.items():
        pair = stated.get(identity)
        parts = _parts(pair.derived if pair else figure)
        if parts:
            yield Relation(identity, parts, stated=pair is not None)


def _parts(figure: Figure) -> tuple[tuple[FigureId, int], ...]:
    """What a figure is the sum of: one that has the value of its only input is that input."""
    inputs = figure.inputs
    if len(inputs) == 1 and inputs[0].id and inputs[0].value == figure.value:
        return ((inputs[0].id, 1),)
    return figure.terms


def _equalities(exact: Evaluation) -> Iterator[Relation[FigureId]]:
    """Sums that a check holds equal, where they are: on paper they must be as well."""
    declared = ((str(rule.of or ""), str(rule.condition or "")) for rule in exact.case.format.rules.checks)
    for of, condition in (*declared, *(() if exact.case.project else _BALANCES)):
        sides = _sides(condition)
        for part in (exact, *exact.parts) if sides else ():
            for record in part.records(of):
                left, right = (_amount(side, record) for side in sides)
                if left and right and left.value == right.value:
                    yield from _equality(_parts_of(left), _parts_of(right))


@lru_cache(maxsize=500)  # conditions of formats, which a batch asks for with every report
def _sides(condition: str) -> tuple[Expression, ...]:
    try:
        return equated(expression(condition)) or ()
    except ExpressionError:  # which the check itself reports
        return ()


def _amount(side: Expression, record: ItemRecord) -> Figure | None:
    try:
        value = side.evaluate(record.scope)
    except ExpressionError:
        return None
    return value if isinstance(value, Figure) and _is_amount(value) else None


def _parts_of(side: Figure) -> Form[FigureId]:
    return {side.id: 1} if side.id else dict(side.terms)


def _equality(left: Form[FigureId], right: Form[FigureId]) -> Iterator[Relation[FigureId]]:
    """Two equal sums as a relation; its total is the side that is one amount, else one of the amounts on the left."""
    if len(left) > 1 == len(right):
        left, right = right, left
    total = next((key for key, factor in left.items() if factor == 1), None)
    if total and right:
        parts = added([(right, 1), (left, -1), ({total: 1}, 1)])
        if total not in parts:
            yield Relation(total, tuple(parts.items()), stated=True)
