"""Footing policies: which printed value each amount gets, so that what is printed adds up or announces its tail.

`exact`: every amount prints its own half-up value; a table whose printed parts miss the printed total carries a tail
note. A sum without a name prints the half-up value of its exact parts: the same as the figure that is this sum.

`adjust`: sums and differences hold on paper (`kernel.footing`); a sum without a name is that of its printed parts. A
total that the unit typed beside its parts is printed as under `exact`, the parts foot to it where their floors and
ceilings reach it, and where they do not, that is a miss with its tail note: what a unit states is not rewritten.

A policy sees all amounts of a system at once, because one that moves values must choose them together. It is given the
system and the grid, so that a part of a report can have its own.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from jixiao.expr.figure import FigureId
from jixiao.kernel.footing import Footed, foot
from jixiao.kernel.rounding import half_up
from jixiao.kernel.system import System


class Policy(NamedTuple):
    """foot: from exact amounts and the grid (in 元) to printed ones. adds_printed: what sums without a name add up."""

    foot: Callable[[System[FigureId], Decimal], Footed[FigureId]]
    adds_printed: bool


def half_up_each(system: System[FigureId], basis: Decimal) -> Footed[FigureId]:
    """Each amount its own half-up value; the notes under the tables tell what misses."""
    return Footed({identity: half_up(value, basis) for identity, value in system.amounts.items()})


POLICIES: dict[str, Policy] = {
    "exact": Policy(half_up_each, adds_printed=False),
    "adjust": Policy(foot, adds_printed=True),
}
DEFAULT = "exact"
