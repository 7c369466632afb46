"""Arithmetic on figures: exact, with units checked, the history kept, blanks and obstacles carried on.

A blank counts as nothing in sums and differences (an empty cell); as an operand of a product or a quotient
it makes the result not computable, never 0 % or 100 %.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal

from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import Figure, FigureId, Obstacle, ObstacleKind
from jixiao.kernel.rounding import WIDE
from jixiao.kernel.unit import PERCENT, PLAIN, Dimension, Unit

ZERO = Decimal(0)
Operation = Callable[[Decimal, Decimal], Decimal]

_MINUS = re.compile("[-−－]")


def add(left: Figure, right: Figure) -> Figure:
    """The sum of two figures of one dimension."""
    if left.value is None or right.value is None:
        return total((left, right), f"{left.name} + {right.name}")
    return _joined(left, right, 1, WIDE.add, f"{left.name} + {right.name}")


def subtract(left: Figure, right: Figure) -> Figure:
    """The difference of two figures of one dimension."""
    if left.value is None or right.value is None:
        return total((left, negate(right)), f"{left.name} - {right.name}")
    return _joined(left, right, -1, WIDE.subtract, f"{left.name} - {right.name}")


def _joined(left: Figure, right: Figure, sign: int, operation: Operation, formula: str) -> Figure:
    """What two figures with values come to; sign: 1 for a sum, -1 for a difference."""
    unit = common_unit((left, right))
    first, second, unrounded = left.value, right.value, None
    if first is None or second is None:
        raise TypeError("a figure without a value")
    if unit.dimension is Dimension.MONEY and not (left.unrounded is None is right.unrounded):
        first_unrounded = first if left.unrounded is None else left.unrounded
        unrounded = operation(first_unrounded, second if right.unrounded is None else right.unrounded)
    inputs, terms = history((left, right)), _terms((left, right), sign)
    value = operation(first, second)
    return Figure(value, unit, None, formula, inputs, unrounded=unrounded, terms=terms)


def total(parts: Sequence[Figure], formula: str) -> Figure:
    """The sum of figures of one dimension; blank when every part is blank."""
    unit = common_unit(parts)
    values = [part.value for part in parts if part.value is not None]
    obstacle = None if len(values) == len(parts) else _first_obstacle(parts)
    if obstacle or not values:
        return Figure(None, unit, formula=formula, inputs=history(parts), obstacle=obstacle)
    return Figure(
        _added(values),
        unit,
        formula=formula,
        inputs=history(parts),
        unrounded=_unrounded(parts, unit),
        terms=_terms(parts),
    )


def _added(values: Iterable[Decimal]) -> Decimal:
    result, add = ZERO, WIDE.add
    for value in values:
        result = add(result, value)
    return result


def _unrounded(parts: Sequence[Figure], unit: Unit) -> Decimal | None:
    """The sum of printed amounts to the last 分; rates are added as they print, so that the sum is right on paper."""
    if unit.dimension is not Dimension.MONEY:
        return None
    for part in parts:
        if part.unrounded is not None:
            break
    else:
        return None
    exact = (part.value if part.unrounded is None else part.unrounded for part in parts)
    return _added(value for value in exact if value is not None)


def _terms(parts: Iterable[Figure], sign: int = 1) -> tuple[tuple[FigureId, int], ...]:
    """The terms of a sum; none where a part is neither named nor itself a sum. sign: of all parts but the first."""
    terms: dict[FigureId, int] = {}
    counted = 1
    for part in parts:
        if part.value is not None:
            if part.id:
                terms[part.id] = terms.get(part.id, 0) + counted
            elif part.terms:
                for name, factor in part.terms:
                    terms[name] = terms.get(name, 0) + counted * factor
            elif part.value:
                return ()
        counted = sign
    return tuple((name, factor) for name, factor in terms.items() if factor)


def negate(figure: Figure) -> Figure:
    """The figure with the other sign; it prints by the rules of the one it mirrors."""
    return _mirrored(figure, f"-{figure.name}")


def absolute(figure: Figure) -> Figure:
    """The figure without its sign; it prints by the rules of the one it mirrors, with the same digits."""
    if figure.value is None or figure.value >= 0:
        return figure
    mirrored = _mirrored(figure, f"abs({figure.name})")
    number = figure.number
    if number is None:
        return mirrored
    bare = replace(number, value=number.value.copy_abs(), typed=_MINUS.sub("", number.typed, count=1))
    return replace(mirrored, number=bare, as_typed=figure.as_typed)


def _mirrored(figure: Figure, formula: str) -> Figure:
    value, unrounded = (each and each.copy_negate() for each in (figure.value, figure.unrounded))
    mirrors = figure.id or figure.mirrors
    return Figure(
        value,
        figure.unit,
        formula=formula,
        inputs=history([figure]),
        obstacle=figure.obstacle,
        unrounded=unrounded,
        mirrors=mirrors,
        terms=tuple((name, -factor) for name, factor in _terms([figure])),
    )


def multiply(left: Figure, right: Figure) -> Figure:
    """A product; at least one side is a ratio, a count or a plain number."""
    unit = _product_unit(left, right)
    return _combine(left, right, unit, f"{left.name} * {right.name}", WIDE.multiply)


def divide(left: Figure, right: Figure) -> Figure:
    """A quotient; of two figures of one dimension it is a ratio. A zero or missing base is an obstacle."""
    unit = _quotient_unit(left, right)
    formula = f"{left.name} / {right.name}"
    if right.value == 0 and not (left.obstacle or right.obstacle):
        obstacle = Obstacle(ObstacleKind.ZERO_BASE, right.name)
        return Figure(None, unit, formula=formula, inputs=history((left, right)), obstacle=obstacle)
    return _combine(left, right, unit, formula, WIDE.divide)


def modulo(left: Figure, right: Figure) -> Figure:
    """What a division of two plain numbers leaves, with the sign of the divisor."""
    return _remains(left, right, "%", lambda one, other: WIDE.subtract(one, WIDE.multiply(other, _whole(one, other))))


def floor(left: Figure, right: Figure) -> Figure:
    """The whole quotient of two plain numbers."""
    return _remains(left, right, "//", _whole)


def _whole(left: Decimal, right: Decimal) -> Decimal:
    return WIDE.add(WIDE.divide(left, right).to_integral_value(ROUND_FLOOR), ZERO)  # no zero below zero


def _remains(left: Figure, right: Figure, sign: str, operation: Callable[[Decimal, Decimal], Decimal]) -> Figure:
    if {left.unit.dimension, right.unit.dimension} - {Dimension.PLAIN, Dimension.COUNT}:
        raise ExpressionError("unit_mismatch", left=left.unit.name, right=right.unit.name)
    formula = f"{left.name} {sign} {right.name}"
    if right.value == 0:
        return replace(divide(left, right), formula=formula)
    return _combine(left, right, left.unit, formula, operation)


def _combine(left: Figure, right: Figure, unit: Unit, formula: str, operation: Operation) -> Figure:
    inputs = history((left, right))
    if left.value is None or right.value is None:
        obstacle = _first_obstacle((left, right)) or _first_gap((left, right))
        return Figure(None, unit, formula=formula, inputs=inputs, obstacle=obstacle)
    return Figure(operation(left.value, right.value), unit, None, formula, inputs)


def extreme(parts: Sequence[Figure], formula: str, pick: Callable[[Iterable[Decimal]], Decimal]) -> Figure:
    """The least or greatest of the figures that have a value; not computable where one of them is not."""
    unit = common_unit(parts)
    obstacle = _first_obstacle(parts)
    values = {part.value: part for part in reversed(parts) if part.value is not None}
    if obstacle or not values:
        return Figure(None, unit, formula=formula, inputs=history(parts), obstacle=obstacle)
    picked = values[pick(values)]
    return Figure(picked.value, unit, formula=formula, inputs=history(parts), unrounded=picked.unrounded)


def compare(left: Figure, right: Figure) -> int | None:
    """-1, 0 or 1; None where one side has no value."""
    _check_comparable(left, right)
    if left.value is None or right.value is None:
        return None
    return (left.value > right.value) - (left.value < right.value)


def common_unit(parts: Sequence[Figure]) -> Unit:
    """The unit that figures to be added share; plain numbers go with anything but money."""
    common, has_plain = PLAIN, False
    for part in parts:
        unit = part.unit
        if unit is common:
            continue
        if unit.dimension is Dimension.PLAIN:
            has_plain = True
        elif common.dimension is Dimension.PLAIN:
            common, has_plain = unit, has_plain or part is not parts[0]
        elif not same_kind(unit, common):
            raise ExpressionError("unit_mismatch", left=common.name, right=unit.name)
    if has_plain and common.dimension is Dimension.MONEY:
        for part in parts:
            if part.unit.dimension is Dimension.PLAIN and part.value:
                raise ExpressionError("unit_mismatch", left=common.name, right=part.name)
    return common


def history(operands: Iterable[Figure]) -> tuple[Figure, ...]:
    """The named figures behind the operands, each once, in order."""
    found: dict[int, Figure] = {}
    for operand in operands:
        if operand.id:
            found[id(operand)] = operand
        else:
            for figure in operand.inputs:
                found[id(figure)] = figure
    return tuple(found.values())


def same_kind(left: Unit, right: Unit) -> bool:
    """Whether figures of these units may be added: of one dimension, and counting the same things."""
    if left.dimension is not right.dimension:
        return False
    return left.dimension is not Dimension.COUNT or left.name == right.name


def _check_comparable(left: Figure, right: Figure) -> None:
    """Figures of one kind are comparable, and nothing is, with anything."""
    if left.unit is right.unit or _is_nothing(left) or _is_nothing(right):
        return
    common_unit((left, right))


def _is_nothing(figure: Figure) -> bool:
    return not figure.value and figure.unit.dimension is Dimension.PLAIN


def _product_unit(left: Figure, right: Figure) -> Unit:
    weak = (Dimension.PLAIN, Dimension.RATIO, Dimension.COUNT)
    if right.unit.dimension in weak and left.unit.dimension is not Dimension.PLAIN:
        return left.unit
    if left.unit.dimension in weak:
        return right.unit
    raise ExpressionError("unit_mismatch", left=left.unit.name, right=right.unit.name)


def _quotient_unit(left: Figure, right: Figure) -> Unit:
    if right.unit.dimension is Dimension.PLAIN:
        return left.unit
    if left.unit.dimension is right.unit.dimension:
        return PERCENT
    if right.unit.dimension in (Dimension.RATIO, Dimension.COUNT) or left.unit.dimension is Dimension.PLAIN:
        return left.unit
    raise ExpressionError("unit_mismatch", left=left.unit.name, right=right.unit.name)


def _first_obstacle(parts: Iterable[Figure]) -> Obstacle | None:
    for part in parts:
        if part.obstacle:
            return part.obstacle
    return None


def _first_gap(parts: Iterable[Figure]) -> Obstacle | None:
    return next((Obstacle(ObstacleKind.MISSING, part.name) for part in parts if part.value is None), None)
