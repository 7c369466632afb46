"""The functions and filters that expressions may call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from jixiao.expr.arithmetic import compare, extreme, history, total
from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import MISSING, Figure
from jixiao.kernel.parse import parse_number
from jixiao.kernel.rounding import WIDE, half_up, power_of_ten
from jixiao.kernel.unit import PLAIN


@dataclass(frozen=True, slots=True)
class Shown:
    """A value together with how it is to be printed (数, 汉字, 元 …)."""

    value: object
    style: str


class Items(list[object]):
    """A list of rows or values that remembers what it is a list of."""

    def __init__(self, items: Iterable[object], name: str = "") -> None:
        super().__init__(items)
        self.name = name


def figure_of(value: object, where: str) -> Figure:
    """The figure a value is; words are no numbers."""
    if isinstance(value, Figure):
        return value
    if isinstance(value, Decimal):
        return Figure(value, PLAIN, formula=f"{value:f}")
    if value is None:
        return Figure(None, formula=where)
    raise ExpressionError("not_a_number", what=where or str(value))


def attribute(value: object, name: str, text: str) -> object:
    """The named value of a record; of a list, the list of those of its rows."""
    if isinstance(value, Items):
        return Items([attribute(item, name, text) for item in value], f"{value.name}.{name}")
    get = getattr(value, "get", None)
    if get is None or isinstance(value, Mapping):
        raise ExpressionError("no_attribute", _offset(text, name), name=name, text=text)
    found: object = get(name)
    if found is MISSING:
        from jixiao.kernel.similar import nearest  # noqa: PLC0415 - only for the message

        near = "、".join(nearest(name, list(value.names())))  # type: ignore[attr-defined]
        raise ExpressionError("unknown_name", _offset(text, name), name=name, near=near)
    return found


def _offset(text: str, name: str) -> int | None:
    at = text.find(name)
    return at if at >= 0 else None


def _flat(arguments: Iterable[object], where: str) -> Iterator[Figure]:
    for argument in arguments:
        if isinstance(argument, list):
            yield from _flat(argument, where)
        else:
            yield figure_of(argument, where)


def _labelled(name: str, arguments: Iterable[object]) -> str:
    inner = ", ".join(getattr(argument, "name", "") or str(argument) for argument in arguments)
    return f"{name}({inner})"


def _sum(*arguments: object) -> Figure:
    formula = _labelled("sum", arguments)
    return total(list(_flat(arguments, formula)), formula)


def _min(*arguments: object) -> Figure:
    formula = _labelled("min", arguments)
    return extreme(list(_flat(arguments, formula)), formula, min)


def _max(*arguments: object) -> Figure:
    formula = _labelled("max", arguments)
    return extreme(list(_flat(arguments, formula)), formula, max)


def _count(items: object) -> Figure:
    if not isinstance(items, list):
        raise ExpressionError("not_a_list", what="count")
    inputs = history(item for item in items if isinstance(item, Figure))
    return Figure(Decimal(len(items)), PLAIN, formula=_labelled("count", [items]), inputs=inputs)


def _round(value: object, digits: object = Decimal(0)) -> Figure:
    figure, places = figure_of(value, "round"), figure_of(digits, "round").value or Decimal(0)
    if figure.value is None:
        return figure
    rounded = half_up(figure.value, WIDE.multiply(figure.unit.scale, power_of_ten(-int(places))))
    return replace(figure, value=rounded, id=None, formula=f"round({figure.name}, {places})", inputs=history([figure]))


def _abs(value: object) -> Figure:
    figure = figure_of(value, "abs")
    if figure.value is None:
        return figure
    return replace(
        figure, value=figure.value.copy_abs(), id=None, formula=f"abs({figure.name})", inputs=history([figure])
    )


def _number(words: object) -> Figure:
    number = parse_number(str(words)) if isinstance(words, str) else None
    if number is None:
        raise ExpressionError("not_a_number", what=str(words))
    return Figure(number.value, number.unit, formula=number.typed or str(words))


def _where(items: object, **conditions: object) -> Items:
    if not isinstance(items, Items):
        raise ExpressionError("not_a_list", what="where")
    kept = [
        item for item in items if all(same(attribute(item, name, name), wanted) for name, wanted in conditions.items())
    ]
    given = ", ".join(f"{name}={wanted}" for name, wanted in conditions.items())
    return Items(kept, f"{items.name}|where({given})")


def same(left: object, right: object) -> bool:
    """Equality of words, truth values, or figures."""
    if isinstance(left, Figure | Decimal) and isinstance(right, Figure | Decimal):
        return compare(figure_of(left, ""), figure_of(right, "")) == 0
    return left == right


def _shown(style: str) -> Callable[[object], Shown]:
    return lambda value: Shown(value, style)


FUNCTIONS: dict[str, Callable[..., object]] = {
    "sum": _sum,
    "min": _min,
    "max": _max,
    "count": _count,
    "round": _round,
    "abs": _abs,
    "number": _number,
}
STYLES = ("数", "汉字", "整数", "元", "万元")
FILTERS: dict[str, Callable[..., object]] = {
    "where": _where,
    "count": _count,
    "abs": _abs,
    "round": _round,
    **{style: _shown(style) for style in STYLES},
}
