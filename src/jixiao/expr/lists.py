"""Lists in expressions: choosing rows, ordering them, adding them up, and grouping them into bands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from jixiao.expr.arithmetic import common_unit, history, total
from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import MISSING, Figure
from jixiao.expr.scope import Scope, Within
from jixiao.expr.values import Items, attribute, column, figure_of, figures_in, labelled, same, truth
from jixiao.expr.work import EVALUATED, look_at
from jixiao.kernel.frozen import frozen
from jixiao.kernel.rounding import WIDE, stripped


@frozen
class Each:
    """An expression in quotes, evaluated for each row: names mean the row's, then those where the quotes stand."""

    name: str
    run: Callable[[Scope], object]
    around: Scope

    def look(self, row: object) -> tuple[object, Sequence[Figure]]:
        """Its value for a row, and the figures of the row that it looked at."""
        look_at(EVALUATED)
        scope = Within(row, self.around)
        return self.run(scope), scope.read

    def figure(self, row: object) -> Figure:
        """Its value for a row, which must be a figure."""
        return figure_of(self.look(row)[0], self.name)


def count(items: object) -> Figure:
    """How many rows or values a list has; its inputs are the figures by which they were chosen."""
    listed = _listed(items, "count")
    figures = [*(item for item in listed if isinstance(item, Figure)), *getattr(listed, "chosen_by", ())]
    return Figure(Decimal(len(listed)), formula=labelled("count", [items]), inputs=history(figures))


def add_up(*arguments: object) -> Figure:
    """The sum of figures and of lists of figures, or of an expression over the rows of a list."""
    figures, formula = _operands("sum", arguments)
    return total(figures, formula)


def average(*arguments: object) -> Figure:
    """The mean of what would be added up; what is blank is not counted, and of nothing there is no mean."""
    figures, formula = _operands("avg", arguments)
    whole, counted = total(figures, formula), [each for each in figures if each.value is not None]
    if whole.value is None:
        return whole
    return Figure(WIDE.divide(whole.value, Decimal(len(counted))), whole.unit, formula=formula, inputs=whole.inputs)


def _operands(name: str, arguments: tuple[object, ...]) -> tuple[list[Figure], str]:
    """Figures and lists of figures one by one, or an expression over the rows of a list; and the call in words."""
    if len(arguments) == 2 and isinstance(each := arguments[1], Each):  # noqa: PLR2004 - a list and what of its rows
        rows = _listed(arguments[0], name)
        return [each.figure(row) for row in rows], f'{name}({getattr(rows, "name", "")}, "{each.name}")'
    formula = labelled(name, arguments)
    return figures_in(arguments, formula), formula


def where(items: object, condition: object = None, /, **wanted: object) -> Items:
    """The rows for which a condition holds and whose named values are those wanted.

    A row for which the condition cannot be decided is left out.
    """
    rows = _rows(items, "where")
    test = None if condition is None else _each(condition, "where")
    columns = [column(rows, name, name) for name in wanted]
    kept: Sequence[int] = range(len(rows))
    for values, value in zip(columns, wanted.values(), strict=True):
        kept = [at for at in kept if (values[at] == value if isinstance(value, str) else same(values[at], value))]
    chosen_by: list[Figure] = []
    if test:
        looked = [(at, *test.look(rows[at])) for at in kept]
        kept = [at for at, holds, _ in looked if truth(holds)]
        chosen_by += [figure for at, holds, read in looked if truth(holds) for figure in read]
    for values, value in zip(columns, wanted.values(), strict=True):
        if not isinstance(value, str):
            chosen_by += [each for at in kept if isinstance(each := values[at], Figure)]
    given = [*([f'"{test.name}"'] if test else []), *(f"{name}={each}" for name, each in wanted.items())]
    return Items([rows[at] for at in kept], f"{rows.name}|where({', '.join(given)})", history(chosen_by))


def row(items: object, name: object = None) -> object:
    """The one row of a list, or its one row of this name."""
    rows = _rows(items, "row")
    found = [each for each in rows if name is None or name in _called(each)]
    if len(found) == 1:
        return found[0]
    asked = "" if name is None else str(name)
    if found:
        raise ExpressionError("several_rows", list=rows.name, name=asked, number=str(len(found)))
    from jixiao.kernel.similar import nearest  # noqa: PLC0415 - only for the message

    near = "、".join(nearest(asked, [_label(each) for each in rows]))
    raise ExpressionError("no_row", list=rows.name, name=asked, near=near)


def _called(each: object) -> tuple[object, ...]:
    """What a row may be called: its short or its full name."""
    return _label(each), attribute(each, "名称", "名称") if "名称" in _names(each) else None


def _label(each: object) -> str:
    return str(getattr(each, "label", each))


def _names(each: object) -> Iterable[str]:
    names: Callable[[], Iterable[str]] = getattr(each, "names", tuple)
    return names()


def in_order(items: object, by: object) -> Items:
    """The rows by a figure, the least first ("-预算执行率": the greatest first); rows without one come last."""
    rows, each = _rows(items, "sorted"), _each(by, "sorted")
    figures = [each.figure(row) for row in rows]
    common_unit(figures)
    order = sorted(range(len(rows)), key=lambda at: (figures[at].value is None, figures[at].value or 0))
    return Items([rows[at] for at in order], rows.name, rows.chosen_by)


class Band:
    """The rows of a list whose figure lies from 下限, inclusive, up to 上限; the outermost bands have no such end."""

    kind = "档"

    def __init__(self, lower: Figure | None, upper: Figure | None, rows: Items) -> None:
        self.label = _span(lower, upper)
        self._values = {"名称": self.label, "上限": upper, "下限": lower, "项目": rows, "个数": count(rows)}

    def get(self, name: str) -> object:
        """名称, 上限, 下限, 项目 or 个数."""
        return self._values.get(name, MISSING)

    def names(self) -> Iterable[str]:
        """What it knows."""
        return self._values


def bands(items: object, by: object, bounds: object) -> Items:
    """The rows grouped by a figure, from the highest band to the lowest; rows without a figure are in none."""
    rows, each = _rows(items, "bands"), _each(by, "bands")
    limits = _limits(bounds)
    figures = [each.figure(row) for row in rows]
    common_unit([*limits, *figures])
    edges: list[Figure | None] = [None, *limits, None]
    made = []
    for upper, lower in pairwise(edges):
        inside = [at for at, figure in enumerate(figures) if _is_between(figure, lower, upper)]
        chosen = Items([rows[at] for at in inside], rows.name, history(figures[at] for at in inside))
        made.append(Band(lower, upper, chosen))
    return Items(made, f'{rows.name}|bands("{each.name}")')


def _limits(bounds: object) -> list[Figure]:
    """The bounds of bands, each once, the highest first."""
    given = {figure.value: figure for figure in figures_in([_listed(bounds, "bands")], "bands")}
    return [given[value] for value in sorted((value for value in given if value is not None), reverse=True)]


def _is_between(figure: Figure, lower: Figure | None, upper: Figure | None) -> bool:
    if figure.value is None:
        return False
    above = lower is None or lower.value is None or figure.value >= lower.value
    return above and (upper is None or upper.value is None or figure.value < upper.value)


def _span(lower: Figure | None, upper: Figure | None) -> str:
    """In words, as laws use them: 以上 includes the bound, 不足 does not."""
    parts = [f"{_bound(lower)}以上"] if lower else []
    return "、".join([*parts, f"不足{_bound(upper)}"] if upper else parts) or "全部"


def _bound(figure: Figure) -> str:
    return stripped(WIDE.divide(figure.value or Decimal(0), figure.unit.scale)) + figure.unit.name


def _listed(items: object, name: str) -> Sequence[object]:
    if not isinstance(items, list):
        raise ExpressionError("not_a_list", what=name)
    return items


def _rows(items: object, name: str) -> Items:
    if not isinstance(items, Items):
        raise ExpressionError("not_a_list", what=name)
    return items


def _each(given: object, name: str) -> Each:
    if not isinstance(given, Each):
        raise ExpressionError("arguments", name=name)
    return given
