"""How a template words a figure: the word of a direction, an approximate number, and the style of a tag."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from decimal import Decimal

from jixiao.expr.arithmetic import compare
from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import UNKNOWN, Figure
from jixiao.expr.values import Items, figure_of
from jixiao.kernel.frozen import frozen
from jixiao.kernel.number import MULTIPLIERS
from jixiao.kernel.numerals import LARGEST
from jixiao.kernel.rounding import WIDE, ceil_to, floor_to, power_of_ten, stripped
from jixiao.kernel.unit import YUAN, Dimension

FIXED, STRIPPED, AS_TYPED, WHOLE, CHINESE = "两位", "去零", "原样", "整数", "汉字"

_MOST_DECIMALS = 9
_APPROXIMATELY = re.compile("(?P<near>近)?(?P<odd>[余多])?(?P<multiplier>万亿|万|亿)?(?P<late_odd>[余多])?")

Suits = Callable[[Figure, Decimal], bool]
"""Whether a figure with this value can be printed in some style."""


@frozen
class Style:
    """What a tag says about how its figure prints; what it leaves open is for the place to decide.

    digits: FIXED, STRIPPED, AS_TYPED, WHOLE or CHINESE. unit: of money, printed with its name. bare: without unit and
    percent sign. decimals: of a percentage. measure: the word that counts, behind CHINESE (个). words: all of it.
    """

    digits: str = ""
    unit: str = ""
    bare: bool = False
    thousands: bool = False
    decimals: int | None = None
    measure: str = ""
    words: str = ""

    def then(self, other: Style) -> Style:
        """This style with what another one says besides."""
        said = {each.name: getattr(other, each.name) for each in fields(other)}
        return replace(
            self, **{each.name: said[each.name] for each in fields(other) if said[each.name] != each.default}
        )


BY_PLACE = Style()


@frozen
class Shown:
    """A value together with the style in which it is to be printed."""

    value: object
    style: Style


def shown(value: object, style: Style, name: str, suits: Suits) -> object:
    """The value with a style more; of a list, each of its values. Words print as they are."""
    if isinstance(value, Items):
        return Items([shown(each, style, name, suits) for each in value], value.name)
    inner, before = (value.value, value.style) if isinstance(value, Shown) else (value, BY_PLACE)
    if isinstance(inner, Figure) and inner.value is not None and not suits(inner, inner.value):
        raise ExpressionError("not_suited", name=inner.name or stripped(inner.value), style=name)
    return Shown(inner, style if before is BY_PLACE else before.then(style))


def styled(name: str, style: Style, suits: Suits = lambda *_: True) -> Callable[[object], object]:
    """A filter that adds a style."""
    return lambda value: shown(value, style, name, suits)


def is_money(figure: Figure, _: Decimal) -> bool:
    """Whether it has a unit of money."""
    return figure.unit.dimension is Dimension.MONEY


def is_countable(figure: Figure, value: Decimal) -> bool:
    """Whether it is a whole number that can be read out."""
    counts = figure.unit.dimension not in (Dimension.MONEY, Dimension.RATIO)
    return counts and value == int(value) and 0 <= value <= LARGEST and not (figure.number and figure.number.qualifier)


def percentage(value: object, decimals: object) -> object:
    """Print a ratio as a percentage with so many decimals, rounded once from its basis."""
    style = Style(digits=FIXED, decimals=_whole(decimals, 0, "百分比"))
    ratios = (Dimension.RATIO, Dimension.PLAIN)
    return shown(value, style, "百分比", lambda figure, _: figure.unit.dimension in ratios)


def in_chinese(value: object, measure: object = "") -> object:
    """Print a whole number as it is read; before a word that counts, two is 两."""
    return shown(value, Style(digits=CHINESE, measure=str(measure)), CHINESE, is_countable)


def approximately(value: object, word: object, decimals: object = Decimal(0)) -> object:
    """Print a figure cut to so many decimals, with 余 or 多, or raised to them, with 近 (万余, 余, 近万, 余万 …).

    decimals below zero: so many zeros. A figure that needs no cutting is printed without the word.
    """
    if isinstance(value, Items):
        return Items([approximately(each, word, decimals) for each in value], value.name)
    match = _APPROXIMATELY.fullmatch(str(word))
    said = [each for each in match.group("near", "odd", "late_odd") if each] if match else []
    if match is None or len(said) != 1:
        raise ExpressionError("approximate_word", word=str(word))
    figure = value.value if isinstance(value, Shown) else value
    if not isinstance(figure, Figure) or figure.value is None:
        return value
    if figure.number and figure.number.qualifier:
        raise ExpressionError("approximate_twice", name=figure.name, typed=figure.number.typed)
    words = _approximately(figure, figure.value, match, _whole(decimals, -_MOST_DECIMALS, "约"))
    return shown(value, Style(words=words), "约", _is_quantity)


def _approximately(figure: Figure, value: Decimal, match: re.Match[str], decimals: int) -> str:
    near, odd, multiplier, late_odd = match.group("near", "odd", "multiplier", "late_odd")
    unit = YUAN if multiplier and figure.unit.dimension is Dimension.MONEY else figure.unit
    scale = WIDE.multiply(unit.scale, MULTIPLIERS[multiplier or ""])
    step = WIDE.multiply(scale, power_of_ten(-decimals))
    cut = ceil_to(value, step) if near else floor_to(value, step)
    if not cut and value:
        raise ExpressionError("approximate_nothing", name=figure.name, word=match.string)
    near, odd, late_odd = (each if each and cut != value else "" for each in (near, odd, late_odd))
    return f"{near}{stripped(WIDE.divide(cut, scale))}{odd}{multiplier or ''}{late_odd}{unit.name}"


def _is_quantity(figure: Figure, value: Decimal) -> bool:
    return value >= 0 and figure.unit.dimension not in (Dimension.RATIO, Dimension.SCORE)


def _whole(number: object, least: int, name: str) -> int:
    """A number of decimals."""
    value = figure_of(number, name).value
    if value is None or value != int(value) or not least <= value <= _MOST_DECIMALS:
        raise ExpressionError("arguments", name=name)
    return int(value)


def direction(
    now: object, before: object, more: object = "增加", less: object = "减少", same: object = "持平"
) -> object:
    """The word for now against before; neither, where one of them has no value."""
    order = compare(figure_of(now, "direction"), figure_of(before, "direction"))
    return UNKNOWN if order is None else (same, more, less)[order]


def computable(value: object) -> bool:
    """Whether a figure has a value: it is not blank, and nothing stood in the way of computing it."""
    return value is not UNKNOWN and figure_of(value, "computable").value is not None
