"""What a run of the template keeps in mind: the output, counters, merged cells, findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from jixiao.compute.errors import expression_finding
from jixiao.expr.expression import ExpressionError
from jixiao.expr.figure import MISSING, Figure
from jixiao.kernel.finding import Finding
from jixiao.kernel.numerals import chinese
from jixiao.kernel.place import Place
from jixiao.ledger.view import View

_LEVELS: tuple[Callable[[int], str], ...] = (
    lambda number: f"{chinese(number)}、",
    lambda number: f"（{chinese(number)}）",
    lambda number: f"{number}.",
    lambda number: f"（{number}）",
)


class Loop:
    """What `loop` is inside a loop; counts from 1."""

    __slots__ = ("index", "length")
    kind = "loop"
    label = "loop"

    def __init__(self, index: int, length: int) -> None:
        self.index = index
        self.length = length

    def get(self, name: str) -> object:
        """loop.index, loop.index0, loop.length, loop.first or loop.last."""
        if name == "first":
            return self.index == 1
        if name == "last":
            return self.index == self.length
        number = {"index": self.index, "index0": self.index - 1, "length": self.length}.get(name)
        return MISSING if number is None else Figure(Decimal(number))

    def names(self) -> Iterable[str]:
        """What it knows."""
        return ("index", "index0", "length", "first", "last")


class Merge(NamedTuple):
    """The last cell of a merged column: the row it stood in and its value."""

    row: int
    value: str


@dataclass(slots=True)
class State:
    """One rendering of one document.

    rows counts table rows; row and previous_row are the last two of one table; figures are those in the open table.
    """

    view: View
    is_draft: bool = False
    out: list[str] = field(default_factory=list)
    loop: Loop | None = None
    rows: int = 0
    row: int = 0
    previous_row: int = 0
    restarted_row: int = 0
    merges: dict[tuple[int, int], Merge] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    headings: list[int] = field(default_factory=lambda: [0] * len(_LEVELS))
    findings: dict[Finding, None] = field(default_factory=dict)

    def start_row(self) -> None:
        """Another row, or another table, which ends what was merged above."""
        self.rows += 1
        self.previous_row, self.row = self.row, self.rows

    def heading_number(self, level: int) -> str:
        """The next number of this level; the levels below begin again."""
        counters = self.headings
        counters[level - 1] += 1
        counters[level:] = [0] * (len(counters) - level)
        return _LEVELS[level - 1](counters[level - 1])

    def report(self, finding: Finding) -> Finding:
        """Keep a finding; one that repeats in a loop counts once."""
        self.findings[finding] = None
        return finding

    def failed(self, error: ExpressionError, expression: str, place: Place) -> Finding:
        """The finding for an expression that cannot be evaluated."""
        return self.report(expression_finding(error, place, expression))
