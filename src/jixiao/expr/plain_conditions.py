"""Conditions in formulas of the common shapes: true or false, and never unknown. See `plain.py`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any

from jixiao.expr.arithmetic import ZERO
from jixiao.expr.figure import Figure
from jixiao.expr.plain_paths import NOT_PLAIN, Plain, Values, path, rows
from jixiao.expr.tree import Tree


def condition(tree: Tree) -> Plain | None:
    """A condition that is true or false, and never unknown."""
    match tree:
        case ("and" | "or" as operator, left, right):
            return _either(condition(left), condition(right), decisive=operator == "or")
        case ("not", inner):
            return _opposite(condition(inner))
        case ("compare", left, ((str(operator), ("constant", Decimal() as bound)),)) if not bound:
            return _sign(path(left), _ORDER.get(operator))
        case ("compare", left, (("eq" | "ne" as operator, ("constant", str(word))),)):
            return _is_word(path(left), word, wanted=operator == "eq")
    return _any_rows(rows(tree))


_ORDER: dict[str, Callable[[Decimal, Decimal], bool]] = {"lt": lt, "lteq": le, "gt": gt, "gteq": ge}


def _either(left: Plain | None, right: Plain | None, *, decisive: bool) -> Plain | None:
    """Two conditions, of which the first may decide alone: `or` if it is true, `and` if it is false."""
    if left is None or right is None:
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        answer = left(values, around, read)
        return answer if answer is NOT_PLAIN or answer is decisive else right(values, around, read)

    return run


def _opposite(test: Plain | None) -> Plain | None:
    if test is None:
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        answer = test(values, around, read)
        return answer if answer is NOT_PLAIN else not answer

    return run


def _sign(operand: Plain | None, order: Callable[[Decimal, Decimal], bool] | None) -> Plain | None:
    """Whether a figure is above or below nothing, with which figures of every unit may be compared."""
    if operand is None or order is None:
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        figure = operand(values, around, read)
        if not isinstance(figure, Figure) or figure.obstacle:
            return NOT_PLAIN
        read.append(figure)
        return figure.value is not None and order(figure.value, ZERO)

    return run


def _is_word(operand: Plain | None, word: str, *, wanted: bool) -> Plain | None:
    if operand is None:
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        value = operand(values, around, read)
        if value.__class__ is not str:
            return NOT_PLAIN
        read.append(value)
        return (value == word) is wanted

    return run


def _any_rows(listed: Plain | None) -> Plain | None:
    if listed is None:
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        found = listed(values, around, read)
        return found if found is NOT_PLAIN else bool(found)

    return run
