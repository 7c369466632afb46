"""Formulas of the common shapes: sums, differences and quotients of named figures, under conditions.

Nearly all figures of a format are made by such formulas, and nearly all operands are ordinary: figures of the report,
of one kind, none of them incomputable. So each shape is one function over the values of a record, which tells no
step's formula and builds no figure in between. Whatever is not ordinary (an unknown name, words, units that differ, an
obstacle, printed amounts that were rounded) is NOT_PLAIN: then `expression.py` evaluates the formula step by step and
says what is wrong. Both ways give the same figure; tests hold them against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from jixiao.expr.arithmetic import ZERO, history, same_kind
from jixiao.expr.figure import Figure, FigureId, Named
from jixiao.expr.plain_conditions import condition
from jixiao.expr.plain_paths import NOT_PLAIN, Plain, Values, path, rows
from jixiao.expr.tree import Tree
from jixiao.expr.work import look_at
from jixiao.kernel.rounding import WIDE
from jixiao.kernel.unit import PERCENT, PLAIN, Dimension, Unit

_ADD, _SUBTRACT, _DIVIDE = WIDE.add, WIDE.subtract, WIDE.divide


def plain(tree: Tree) -> Plain | None:
    """The function of a formula; None where it has no common shape."""
    shape = _SHAPES.get(tree[0])
    return shape(tree) if shape else None


def _figure(tree: Tree) -> Plain | None:
    """A formula that is a name: the figure behind it."""
    named = path(tree)
    if named is None:
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        value = named(values, around, read)
        return value if value.__class__ is Figure else NOT_PLAIN

    return run


def _nothing(tree: Tree) -> Plain | None:
    """`else none`."""
    return None if tree[1] is not None else lambda values, around, read: None  # noqa: ARG005 - it needs none of them


def _sum_of_terms(tree: Tree) -> Plain | None:
    """甲 + 乙 - 丙: evaluated from the left, as it is written."""
    signed = list(_terms(tree))
    operands = [each for _, each in signed if each is not None]
    if len(operands) < len(signed):
        return None
    signs = [sign for sign, _ in signed]

    def run(values: Values, around: Values, read: list[object]) -> Any:
        parts = []
        for operand in operands:
            part = operand(values, around, read)
            if part.__class__ is not Figure:
                return NOT_PLAIN
            parts.append(part)
        return _joined(parts, signs)

    return run


def _terms(tree: Tree) -> Iterator[tuple[int, Plain | None]]:
    if tree[0] not in ("add", "subtract"):
        yield 1, _operand(tree)
        return
    yield from _terms(tree[1])
    yield (1 if tree[0] == "add" else -1), _operand(tree[2])


def _operand(tree: Tree) -> Plain | None:
    """What gives a figure, or anything else, which whoever asks for it must see."""
    return path(tree) or plain(tree)


def _joined(parts: Sequence[Figure], signs: Sequence[int]) -> Any:
    """The sum of named figures, or of sums of them, each with its sign; what is blank counts as nothing."""
    terms = _counted(parts, signs)
    if terms is None:
        return NOT_PLAIN
    total = parts[0].value
    for part, sign in zip(parts[1:], signs[1:], strict=True):
        value = part.value
        if total is not None and value is not None:
            total = _ADD(total, value) if sign > 0 else _SUBTRACT(total, value)
        elif total is not None:
            total = _ADD(ZERO, total)
        elif value is not None:
            total = _ADD(ZERO, value if sign > 0 else value.copy_negate())
    named = tuple(terms.items())
    return Figure(total, parts[0].unit, None, "", history(parts), None, None, None, False, None, None, named)  # noqa: FBT003


def _counted(parts: Sequence[Figure], signs: Sequence[int]) -> dict[FigureId, int] | None:
    """The terms of a sum; None where it is not plain, or one of them counts twice."""
    terms: dict[FigureId, int] = {}
    unit, count = parts[0].unit, 0
    for part, sign in zip(parts, signs, strict=True):
        if not _is_plain(part, unit):
            return None
        if part.id is None:
            if part.value and not part.terms:
                return None
            terms.update((term, sign * factor) for term, factor in part.terms)
            count += len(part.terms)
        elif part.value is not None:
            terms[part.id] = sign
            count += 1
    return terms if len(terms) == count else None


def _is_plain(part: Figure, unit: Unit) -> bool:
    """Whether a part of a sum is ordinary: computable, no rounded amount, and of the unit of the others."""
    if part.obstacle or (part.unrounded is not None and unit.dimension is Dimension.MONEY):
        return False
    return part.unit is unit or same_kind(part.unit, unit)


def _sum_of_column(tree: Tree) -> Plain | None:
    """sum(绩效指标.得分): of all rows of a list, or of those with certain words (资金构成|where(名称="…"))."""
    match tree:
        case ("call", "sum", (("attribute", listed, str(name)),), ()):
            found = rows(listed)
        case _:
            return None
    if found is None:
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        chosen = found(values, around, read)
        if chosen is NOT_PLAIN:
            return NOT_PLAIN
        look_at(len(chosen))
        parts = []
        for row in chosen:
            part = row.values[name] if isinstance(row, Named) else None
            if part.__class__ is not Figure:
                return NOT_PLAIN
            parts.append(part)
        return _added_up(parts)

    return run


def _added_up(parts: Sequence[Figure]) -> Any:
    """The sum of the named figures of a column; blank where all of them are."""
    if not parts:
        return Figure(None, PLAIN)
    total, unit, terms, blanks = ZERO, parts[0].unit, {}, 0
    for part in parts:
        if not part.id or not _is_plain(part, unit):
            return NOT_PLAIN
        if part.value is None:
            blanks += 1
        else:
            total = _ADD(total, part.value)
            terms[part.id] = 1
    if len(terms) + blanks != len(parts):
        return NOT_PLAIN
    value, named = total if terms else None, tuple(terms.items())
    inputs = history(parts) if blanks else tuple(parts)
    return Figure(value, unit, None, "", inputs, None, None, None, False, None, None, named)  # noqa: FBT003


def _quotient(tree: Tree) -> Plain | None:
    """A / b; of two figures of one kind, as a percentage."""
    above, below = _operand(tree[1]), _operand(tree[2])
    if above is None or below is None:
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        left, right = above(values, around, read), below(values, around, read)
        if left.__class__ is not Figure or right.__class__ is not Figure:
            return NOT_PLAIN
        return _divided(left, right)

    return run


def _divided(left: Figure, right: Figure) -> object:
    if left.value is None or not right.value or not _is_quotient_a_ratio(left.unit, right.unit):
        return NOT_PLAIN
    inputs = (left, right) if left.id and right.id and left is not right else history((left, right))
    return Figure(_DIVIDE(left.value, right.value), PERCENT, None, "", inputs)


def _is_quotient_a_ratio(left: Unit, right: Unit) -> bool:
    return left.dimension is right.dimension and left.dimension is not Dimension.PLAIN


def _choice(tree: Tree) -> Plain | None:
    """… if 全年预算数 > 0 else none."""
    test, chosen, otherwise = condition(tree[1]), plain(tree[2]), plain(tree[3])
    if test is None or chosen is None or otherwise is None:
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        answer = test(values, around, read)
        if answer is NOT_PLAIN:
            return NOT_PLAIN
        return chosen(values, around, read) if answer else otherwise(values, around, read)

    return run


_SHAPES: dict[str, Callable[[Tree], Plain | None]] = {
    "name": _figure,
    "attribute": _figure,
    "constant": _nothing,
    "add": _sum_of_terms,
    "subtract": _sum_of_terms,
    "call": _sum_of_column,
    "divide": _quotient,
    "choice": _choice,
}
