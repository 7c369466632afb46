"""What a run of the template keeps in mind: the output, counters, merged cells, findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from jixiao.expr.expression import ExpressionError
from jixiao.expr.figure import MISSING, Figure
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.numerals import chinese
from jixiao.kernel.place import Place, SourcePlace
from jixiao.ledger.view import View

UNKNOWN_NAME = must("R101")
FAILED = must("R102")
NOT_A_LIST = must("R103")
BAD_SPAN = must("R104")
BAD_COLOUR = must("R105")
ILLEGAL_CHARACTER = should("R106")

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


class Merge:
    """The last cell of a merged column: the row it stood in and its value."""

    __slots__ = ("row", "value")

    def __init__(self) -> None:
        self.row = -2
        self.value: object = None


@dataclass(slots=True)
class State:
    """One rendering of one document. rows counts table rows and table starts, so that cells know their neighbours."""

    view: View
    is_draft: bool = False
    out: list[str] = field(default_factory=list)
    loop: Loop | None = None
    rows: int = 0
    restarted_row: int = -1
    merges: dict[tuple[int, int], Merge] = field(default_factory=dict)
    headings: list[int] = field(default_factory=lambda: [0] * len(_LEVELS))
    findings: dict[Finding, None] = field(default_factory=dict)

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
        if error.offset and isinstance(place, SourcePlace):
            place = replace(place, column=place.column + error.offset)
        if error.kind == UNKNOWN_KIND:
            name, near = error.fields.get("name", ""), error.fields.get("near", "")
            return self.report(UNKNOWN_NAME.at(place, name=name, near=near, expression=expression))
        return self.report(FAILED.at(place, expression=expression, reason=reason(error)))


UNKNOWN_KIND = "unknown_name"


def reason(error: ExpressionError) -> str:
    """An expression's error in one word and its details."""
    details = "，".join(f"{name}={value}" for name, value in error.fields.items() if value)
    return f"{error.kind}（{details}）" if details else error.kind
