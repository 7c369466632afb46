"""Reading one typed number with its unit: `17.60`, `11,124,990.85元`, `≥95%`, `8000余万条`."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.kernel.number import MULTIPLIERS, Number
from jixiao.kernel.rounding import WIDE
from jixiao.kernel.unit import PLAIN, YUAN, Dimension, Unit, unit_named

LONGEST = 64
"""Longer text is words, whatever it starts with."""

_HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | str.maketrans("\u3000\u00a0−≧≦", "  -≥≤")

_COMPARATORS = {
    **{sign: sign for sign in "≥≤><="},
    **dict.fromkeys((">=", "不低于", "不少于", "以上"), "≥"),
    **dict.fromkeys(("<=", "不高于", "不超过", "以下", "以内"), "≤"),
}
_QUALIFIERS = {word: word for word in "余多近约超"} | {"超过": "超", "大约": "约", "左右": "约"}

_NUMBER = re.compile(
    r"""
    (?P<before>[><]=|[≥≤><=]|不低于|不少于|不高于|不超过)? [ ]*+
    (?P<about>大?约|近|超过?)? [ ]*+
    (?P<figure>-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<decimals>[0-9]+))?) [ ]*+
    (?P<odd>[余多])? [ ]*+
    (?P<multiplier>万亿|万|亿)? (?P<late_odd>[余多])? [ ]*+
    (?P<unit>[%‰]|(?![零〇一二三四五六七八九十两几万亿余多])(?:[^\W\d_]|[℃°㎡㎥])(?:[^\W\d_]|[/·]){0,7}?)?? [ ]*+
    (?P<behind>以上|以下|以内|左右)?
    """,
    re.VERBOSE,
)

_PLAIN = re.compile(r"((?:0|[1-9][0-9]{0,30})(?:\.([0-9]{1,30}))?)(万元|元|%|分|个|家|次|人|项|条|起|天)?")
"""What most numbers are: digits, and a unit that is never part of another word."""

_DIGIT = re.compile("[0-9０-９]")

_NAMING = ("号", "月", "平台", "热线")  # in 333号, 12月底 and 12345热线 the digits are a name, not a quantity
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def parse_number(text: str, default: Unit = PLAIN) -> Number | None:
    """Read a number with at most a unit and a qualifying word; None where text is anything else.

    default: the unit of a bare figure.
    """
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        figure, decimals, name = plain.groups()
        unit = unit_named(name) if name else default
        return Number(WIDE.multiply(Decimal(figure), unit.scale), unit, len(decimals or ""), text)
    if _DIGIT.search(text) is None:
        return None
    match = _NUMBER.fullmatch(text.translate(_HALF_WIDTH).strip()) if len(text) <= LONGEST else None
    if match is None or _is_name(match):
        return None
    words = match.group("before", "about", "odd", "late_odd", "behind")
    comparators = [_COMPARATORS[word] for word in words if word in _COMPARATORS]
    qualifiers = [_QUALIFIERS[word] for word in words if word in _QUALIFIERS]
    if len(comparators) > 1 or len(qualifiers) > 1:
        return None
    unit, multiplier = _unit_and_multiplier(match, default)
    scale = WIDE.multiply(unit.scale, MULTIPLIERS[multiplier])
    return Number(
        value=WIDE.plus(WIDE.multiply(Decimal(match["figure"].replace(",", "")), scale)),
        unit=unit,
        digits=len(match["decimals"] or ""),
        typed=text.strip(),
        multiplier=multiplier,
        qualifier="".join(qualifiers),
        comparator="".join(comparators),
    )


def _unit_and_multiplier(match: re.Match[str], default: Unit) -> tuple[Unit, str]:
    """Take 万元 and 亿元 as units; before anything else, and in 3万余元, 万 and 亿 are multipliers."""
    name, multiplier = match["unit"], match["multiplier"] or ""
    if not name and not multiplier:
        return default, ""
    # A bare 3万 in a field of money is 30,000 元, whatever unit bare figures have there.
    nameless = YUAN if default.dimension is Dimension.MONEY else default
    unit = unit_named(name) if name else nameless
    joined = unit_named(multiplier + unit.name)
    if joined.dimension is Dimension.MONEY and not match["late_odd"]:
        return joined, ""
    return unit, multiplier


def _is_name(match: re.Match[str]) -> bool:
    unit = match["unit"] or ""
    return unit.startswith(_NAMING) or (unit.startswith("年") and _YEAR.fullmatch(match["figure"]) is not None)
