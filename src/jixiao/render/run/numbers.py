"""Official numbers: 一、（一）1.（1）① of headings and items, 一是 within a text, and how a heading is referred to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jixiao.kernel.numerals import chinese

_CIRCLES = ((1, 0x2460), (21, 0x3251), (36, 0x32B1))  # the first number of each row of signs in Unicode, and its sign
_MOST_CIRCLED = 50


def _circled(number: int) -> str:
    if number > _MOST_CIRCLED:
        return f"（{number}）"
    first, sign = next((first, sign) for first, sign in reversed(_CIRCLES) if number >= first)
    return chr(sign + number - first)


_LEVELS: tuple[Callable[[int], str], ...] = (
    lambda number: f"{chinese(number)}、",
    lambda number: f"（{chinese(number)}）",
    lambda number: f"{number}.",
    lambda number: f"（{number}）",
    _circled,
)
HEADING_LEVELS, ITEM_LEVELS = 4, len(_LEVELS)


def written(level: int, number: int) -> str:
    """A number of this level, from 1; beyond the last one, as in the last."""
    return _LEVELS[min(level, ITEM_LEVELS) - 1](number)


def listed(number: int) -> str:
    """The number of an item within a text: 一是, 二是, 三是."""
    return f"{chinese(number)}是"


def part(counters: Sequence[int]) -> str:
    """How a heading with these numbers is referred to: 第三部分（二）1."""
    first, *others = counters
    words = f"第{chinese(first)}部分" if first else ""
    return words + "".join(written(level, number).rstrip(".") for level, number in enumerate(others, 2) if number)
