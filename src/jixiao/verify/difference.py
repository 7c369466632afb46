"""What differs between two lists of printed figures: added, dropped, changed, by how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from jixiao.kernel.rounding import half_up_ratio, plain, power_of_ten

_NUMBER = re.compile(r"(?P<sign>[^\d+-]*)(?P<digits>-?\d[\d,]*(?:\.\d+)?)(?P<unit>\D*)")
_PERCENT, _POINTS = "%", "个百分点"
_LONGEST = 30
_DECIMALS = 2


class Change(StrEnum):
    """What became of a figure."""

    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"


class Row(NamedTuple):
    """A figure that differs; difference: of what is printed, with its unit; growth: as a percentage; "" where none."""

    figure: str
    change: Change
    old: str = ""
    new: str = ""
    difference: str = ""
    growth: str = ""

    def as_json(self) -> dict[str, Any]:
        """As a JSON object."""
        return self._asdict()


def rows(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Row]:
    """The figures that differ, in the order of the new ones; those that are gone at the end."""
    for figure, words in new.items():
        former = old.get(figure)
        if former is None:
            yield Row(figure, Change.ADDED, new=words)
        elif former != words:
            yield Row(figure, Change.CHANGED, former, words, *_by_how_much(former, words))
    for figure, words in old.items():
        if figure not in new:
            yield Row(figure, Change.DROPPED, old=words)


def _by_how_much(old: str, new: str) -> tuple[str, str]:
    """The difference of two printed numbers, and their growth; of percentages, which grow by points, the difference."""
    one, other = (_NUMBER.fullmatch(words) if len(words) <= _LONGEST else None for words in (old, new))
    if not one or not other or (one["sign"], one["unit"]) != (other["sign"], other["unit"]):
        return "", ""
    before, after = (Decimal(each["digits"].replace(",", "")) for each in (one, other))
    decimals = max(_decimals(each["digits"]) for each in (one, other))
    sign = "+" if after >= before else ""
    difference = sign + plain(after - before, decimals)
    if one["unit"] == _PERCENT:
        return difference + _POINTS, ""
    if not before:
        return difference + one["unit"], ""
    growth = half_up_ratio((after - before) * 100, abs(before), power_of_ten(-_DECIMALS))
    return difference + one["unit"], f"{sign}{growth}{_PERCENT}"


def _decimals(digits: str) -> int:
    return len(digits.partition(".")[2])
