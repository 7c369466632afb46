"""One turn of a loop, as its body sees it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jixiao.expr.figure import MISSING, Figure


class Loop:
    """What `loop` is inside a loop, and the loop around it; counts from 1."""

    __slots__ = ("index", "length", "outer")
    kind = "loop"
    label = "loop"

    def __init__(self, index: int, length: int, outer: Loop | None = None) -> None:
        self.index = index
        self.length = length
        self.outer = outer

    def get(self, name: str) -> object:
        """loop.index, loop.index0, loop.revindex, loop.revindex0, loop.length, loop.first or loop.last."""
        if name == "first":
            return self.index == 1
        if name == "last":
            return self.index == self.length
        left = self.length - self.index
        numbers = {"index": self.index, "index0": self.index - 1, "revindex": left + 1, "revindex0": left}
        number = self.length if name == "length" else numbers.get(name)
        return MISSING if number is None else Figure(Decimal(number))

    def names(self) -> Iterable[str]:
        """What it knows."""
        return ("index", "index0", "revindex", "revindex0", "length", "first", "last")
