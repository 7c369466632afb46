"""Draws that depend on a seed alone: whole numbers from one stream of bits, the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_BITS = 32


class Chance:
    """A stream of draws; two with the same name give the same."""

    def __init__(self, *name: object) -> None:
        self._bits = random.Random("/".join(map(str, name))).getrandbits  # noqa: S311 - samples, no secrets

    def below(self, end: int) -> int:
        """A whole number from 0 up to, but not including, the end."""
        return self._bits(_BITS) * end >> _BITS

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def pick(self, values: Sequence[T]) -> T:
        """One of the values."""
        return values[self.below(len(values))]

    def some(self, values: Sequence[T], number: int) -> list[T]:
        """So many different ones of the values (all where there are fewer), in an order of their own."""
        left = list(values)
        return [left.pop(self.below(len(left))) for _ in range(min(number, len(left)))]

    def yes(self, percent: int) -> bool:
        """Whether something happens that happens in so many of a hundred cases."""
        return self.below(100) < percent

    def spread(self, low: int, high: int) -> int:
        """A number from low to high, each order of magnitude as likely as the others, as with amounts."""
        doublings = max(high // max(low, 1), 1).bit_length() - 1
        step = low << self.below(doublings + 1)
        return min(step + self.below(step), high)

    def parts(self, whole: int, number: int, least: int = 1) -> list[int]:
        """So many numbers that add up to the whole, none below the least."""
        shares = [self.between(10, 40) for _ in range(number)]
        spare, total = whole - least * number, sum(shares)
        found = [least + spare * share // total for share in shares]
        found[0] += whole - sum(found)
        return found
