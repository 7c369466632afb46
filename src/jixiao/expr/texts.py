"""Words and lists as Jinja's filters treat them, with letters counted, since words made of words grow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jixiao.expr.arithmetic import common_unit, modulo
from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import MISSING, UNKNOWN, Figure
from jixiao.expr.lists import count
from jixiao.expr.values import Items, attribute, figure_of, same, truth
from jixiao.expr.work import look_at, put_out
from jixiao.kernel.rounding import truncate
from jixiao.kernel.unit import Dimension

MISSING_KINDS = ("unknown_name", "no_row")
"""What is wrong where there is nothing of a name, for which another value may stand in."""

_WORD, _DIGITS = r"[^\W_]+(?:['’][^\W_]+)*", r"[-+]?[0-9]{1,40}(?:\.[0-9]{0,40})?"  # compiled where they are used


def words(value: object, name: str) -> str:
    """The words that a value is; of figures plain numbers alone, as what others print as is for their place to say."""
    if isinstance(value, str):
        return value
    if isinstance(value, Figure) and value.value is not None and value.unit.dimension is Dimension.PLAIN:
        return f"{value.value:f}"
    if value is None or (isinstance(value, Figure) and value.is_blank):
        return ""
    raise ExpressionError("arguments", name=name)


def made(text: str) -> str:
    """Words made of others, counted."""
    put_out(len(text))
    return text


def linked(values: Iterable[object]) -> str:
    """Values one behind the other, as ~ has it."""
    return made("".join(words(value, "~") for value in values))


def _mapped(change: Callable[[str], str], name: str) -> Callable[[object], str]:
    return lambda value: made(change(words(value, name)))


def _title(text: str) -> str:
    return re.sub(_WORD, lambda match: match[0][:1].upper() + match[0][1:].lower(), text)


def _trim(value: object, letters: object = None) -> str:
    return words(value, "trim").strip(None if letters is None else words(letters, "trim"))


def _replace(value: object, old: object, new: object, times: object = None) -> str:
    text, sought, put = (words(each, "replace") for each in (value, old, new))
    most = -1 if times is None else _whole(times, "replace")
    found = text.count(sought) if most < 0 else min(text.count(sought), most)
    put_out(len(text) + found * len(put))
    return text.replace(sought, put, most)


def _join(items: object, between: object = "", attribute: object = None) -> str:
    rows = _of(listed(items, "join"), attribute)
    separator = words(between, "join")
    put_out(len(separator) * len(rows))
    return made(separator.join(words(each, "join") for each in rows))


def _length(value: object) -> Figure:
    return (
        count(value)
        if isinstance(value, list)
        else Figure(Decimal(len(value if isinstance(value, str) else _names(value))))
    )


def _first(items: object) -> object:
    return _picked(items, 0, "first")


def _last(items: object) -> object:
    return _picked(items, -1, "last")


def _picked(items: object, at: int, name: str) -> object:
    values = items if isinstance(items, str) else listed(items, name)
    return values[at] if values else None


def _reverse(items: object) -> object:
    return items[::-1] if isinstance(items, str) else _like(items, list(reversed(listed(items, "reverse"))))


def _sort(items: object, reverse: object = None, case_sensitive: object = None, attribute: object = None) -> object:
    rows = listed(items, "sort")
    look_at(len(rows))
    keys = _of(rows, attribute)
    order = sorted(range(len(rows)), key=_keys(keys, sensitive=truth(case_sensitive)), reverse=truth(reverse))
    return _like(items, [rows[at] for at in order])


def _keys(values: Sequence[object], *, sensitive: bool) -> Callable[[int], Decimal | str]:
    """What to order by: figures of one kind, or words."""
    if all(isinstance(value, Figure) for value in values):
        figures = [figure_of(value, "sort") for value in values]
        common_unit(figures)
        return lambda at: figures[at].value or Decimal(0)
    texts = [words(value, "sort") for value in values]
    return lambda at: texts[at] if sensitive else texts[at].lower()


def _unique(items: object) -> object:
    kept: list[object] = []
    for item in listed(items, "unique"):
        look_at(len(kept))
        if not any(same(item, other) for other in kept):
            kept.append(item)
    return _like(items, kept)


def _map(items: object, attribute: object) -> object:
    return Items(_of(listed(items, "map"), attribute))


def _list(items: object) -> object:
    return Items(items) if isinstance(items, str) else items if isinstance(items, Items) else _refused("list")


def _items(record: object) -> Items:
    return Items([Items([name, get(name)]) for get in [_getter(record, "items")] for name in _names(record)])


def _keys_of(record: object) -> Items:
    return Items(_names(record))


def _values(record: object) -> Items:
    return Items([get(name) for get in [_getter(record, "values")] for name in _names(record)])


def _cycle(loop: object, *values: object) -> object:
    at = figure_of(_getter(loop, "cycle")("index0"), "cycle").value
    return values[int(at or 0) % len(values)] if values else _refused("cycle")


def _int(value: object, otherwise: object = None) -> Figure:
    number = _number(value)
    if number is None:
        return Figure(Decimal(0)) if otherwise is None else figure_of(otherwise, "int")
    return Figure(truncate(number, Decimal(1)))


def _number(value: object) -> Decimal | None:
    """The number that a figure is, or that words are."""
    if isinstance(value, Figure):
        return value.value
    return Decimal(value.strip()) if isinstance(value, str) and re.fullmatch(_DIGITS, value.strip()) else None


class Record:
    """Values by name, written in braces."""

    kind = label = "{ }"

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = values

    def get(self, name: str) -> object:
        """The value of the name, or MISSING."""
        return self.values.get(name, MISSING)

    def names(self) -> Iterable[str]:
        """The names it knows."""
        return self.values


def words_alone(value: object) -> object:
    """The value itself: whatever is printed is escaped, and once is enough."""
    return value


def is_in(left: object, right: object, text: str) -> bool:
    """Whether a list or a record has a value, or words have others in them."""
    if isinstance(right, str):
        return isinstance(left, str) and left in right
    if isinstance(right, list):
        return any(same(left, item) for item in right)
    if _is_record(right):
        return left in _names(right)
    raise ExpressionError("not_a_list", what=text)


def at(owner: object, key: object, text: str) -> object:
    """The value of a record by its name, or of a list by its number, from 0."""
    if isinstance(key, str):
        if key.startswith("__"):
            raise ExpressionError("refused", what=key, text=text)
        return attribute(owner, key, text)
    number = _whole(key, "[ ]")
    if not isinstance(owner, list) or not getattr(owner, "is_indexed", False):
        raise ExpressionError("refused", what=f"[{number}]", text=text)
    if not -len(owner) <= number < len(owner):
        raise ExpressionError("no_row", list=getattr(owner, "name", ""), name=str(number), near="")
    return owner[number]


def listed(items: object, name: str) -> Sequence[object]:
    """The values of a list; letters of words."""
    if isinstance(items, list):
        return items
    if isinstance(items, str):
        look_at(len(items))
        return list(items)
    raise ExpressionError("not_a_list", what=name)


def _of(rows: Sequence[object], name: object) -> Sequence[object]:
    if name is None:
        return rows
    look_at(len(rows))
    path = words(name, "attribute").split(".")
    if any(step.startswith("__") for step in path):
        raise ExpressionError("refused", what=words(name, "attribute"), text=words(name, "attribute"))
    found: Sequence[object] = rows
    for step in path:
        found = [attribute(row, step, step) for row in found]
    return found


def _like(items: object, values: Sequence[object]) -> Items:
    """Values of a list as a list of the same name, chosen by the same figures."""
    return Items(values, getattr(items, "name", ""), getattr(items, "chosen_by", ()))


def _getter(record: object, name: str) -> Callable[[str], object]:
    get: Callable[[str], object] | None = getattr(record, "get", None)
    return get if get is not None and hasattr(record, "names") else _refused(name)


def _names(record: object) -> list[str]:
    names: Callable[[], Iterable[str]] = getattr(record, "names", lambda: _refused("items"))
    return list(names())


def _whole(value: object, name: str) -> int:
    number = figure_of(value, name).value
    return int(number) if number is not None and number == int(number) else _refused(name)


def _refused(name: str) -> Any:
    raise ExpressionError("arguments", name=name)


TEXT_FILTERS: dict[str, Callable[..., object]] = {
    "upper": _mapped(str.upper, "upper"),
    "lower": _mapped(str.lower, "lower"),
    "capitalize": _mapped(str.capitalize, "capitalize"),
    "title": _mapped(_title, "title"),
    "string": _mapped(str, "string"),
    "trim": _trim,
    "replace": _replace,
    "join": _join,
    "length": _length,
    "first": _first,
    "last": _last,
    "reverse": _reverse,
    "sort": _sort,
    "unique": _unique,
    "map": _map,
    "list": _list,
    "items": _items,
    "int": _int,
}


def _is_number(value: object) -> bool:
    return isinstance(value, Figure) and value.value is not None


def _is_integer(value: object) -> bool:
    figure = value if isinstance(value, Figure) else None
    return figure is not None and figure.value is not None and int(figure.value.as_tuple().exponent) >= 0


def _leaves(value: object, divisor: object, rest: int) -> object:
    left = modulo(figure_of(value, "even"), figure_of(divisor, "even")).value
    return UNKNOWN if left is None else left == rest


def _is_record(value: object) -> bool:
    return hasattr(value, "get") and hasattr(value, "names")


KINDS: dict[str, Callable[..., object]] = {
    "none": lambda value: value is None or (isinstance(value, Figure) and value.is_blank),
    "string": lambda value: isinstance(value, str),
    "number": _is_number,
    "integer": _is_integer,
    "float": lambda value: _is_number(value) and not _is_integer(value),
    "boolean": lambda value: isinstance(value, bool),
    "true": lambda value: value is True,
    "false": lambda value: value is False,
    "mapping": _is_record,
    "sequence": lambda value: isinstance(value, str | list) or _is_record(value),
    "even": lambda value: _leaves(value, Decimal(2), 0),
    "odd": lambda value: _leaves(value, Decimal(2), 1),
    "divisibleby": lambda value, divisor: _leaves(value, divisor, 0),
}
METHODS: dict[str, Callable[..., object]] = {
    **{name: TEXT_FILTERS[name] for name in ("upper", "lower", "capitalize", "title", "replace", "items")},
    "strip": _trim,
    "keys": _keys_of,
    "values": _values,
    "cycle": _cycle,
}
"""What may be called behind a point, as Python's own methods are."""
