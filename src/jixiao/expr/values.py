"""What expressions work on: figures, words, records and lists of them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jixiao.expr.arithmetic import compare
from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import MISSING, Figure, Named
from jixiao.expr.work import look_at
from jixiao.kernel.unit import PLAIN


class Items(list[object]):
    """A list of rows or values that remembers what it is a list of, and the figures by which its rows were chosen."""

    def __init__(self, items: Iterable[object], name: str = "", chosen_by: Iterable[Figure] = ()) -> None:
        super().__init__(items)
        self.name = name
        self.chosen_by = tuple(chosen_by)


_NUMBERS = (Figure, Decimal)


def figure_of(value: object, where: str) -> Figure:
    """The figure a value is; words are no numbers."""
    if isinstance(value, Figure):
        return value
    if isinstance(value, Decimal):
        return Figure(value, PLAIN, formula=f"{value:f}")
    if value is None:
        return Figure(None, formula=where)
    raise ExpressionError("not_a_number", what=where or str(value))


def figures_in(arguments: Iterable[object], where: str) -> list[Figure]:
    """The figures among values and lists of values."""
    found: list[Figure] = []
    for argument in arguments:
        if isinstance(argument, Figure):
            found.append(argument)
        elif isinstance(argument, list):
            found += figures_in(argument, where)
        else:
            found.append(figure_of(argument, where))
    return found


def attribute(value: object, name: str, text: str) -> object:
    """The named value of a record; of a list, the list of those of its rows."""
    if isinstance(value, Items):
        return Items(column(value, name, text), f"{value.name}.{name}")
    get = getattr(value, "get", None)
    if get is None or isinstance(value, dict):
        raise ExpressionError("no_attribute", _offset(text, name), name=name, text=text)
    found: object = get(name)
    if found is MISSING:
        from jixiao.kernel.similar import nearest  # noqa: PLC0415 - only for the message

        near = "、".join(nearest(name, list(value.names())))  # type: ignore[attr-defined]
        raise ExpressionError("unknown_name", _offset(text, name), name=name, near=near)
    return found


def column(rows: Items, name: str, text: str) -> list[object]:
    """The named value of each row."""
    look_at(len(rows))
    values = [row.get(name) if isinstance(row, Named) else attribute(row, name, text) for row in rows]
    for row, value in zip(rows, values, strict=True):
        if value is MISSING:
            attribute(row, name, text)
    return values


def _offset(text: str, name: str) -> int | None:
    at = text.find(name)
    return at if at >= 0 else None


def same(left: object, right: object) -> bool:
    """Equality of words, truth values, or figures."""
    if isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS):
        return compare(figure_of(left, ""), figure_of(right, "")) == 0
    return left == right


def truth(value: object) -> bool:
    """Whether a condition holds: a figure with a value other than zero, words or a list that are not empty."""
    if isinstance(value, Figure):
        return bool(value.value)
    return bool(value) and value is not MISSING


def labelled(name: str, arguments: Iterable[object]) -> str:
    """A call as its formula is told."""
    inner = ", ".join(getattr(argument, "name", "") or str(argument) for argument in arguments)
    return f"{name}({inner})"
