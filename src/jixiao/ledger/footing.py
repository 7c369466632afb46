"""Footing policies: which printed value each amount gets, so that what is printed adds up or announces its tail.

`exact`: every amount prints its own half-up value on the basis grid; a table whose printed parts miss the printed
total carries a tail note. A policy sees all amounts of a report at once, because one that moves values to floor or
ceiling (`adjust`) must choose them together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.rounding import half_up

Amounts = Mapping[FigureId, Figure]
"""Exact amounts with formula and inputs, in the order of the document."""

Footing = Callable[[Amounts, Decimal], dict[FigureId, Decimal]]
"""From exact amounts and the basis grid (in 元) to the printed value of each."""


def exact(amounts: Amounts, basis: Decimal) -> dict[FigureId, Decimal]:
    """Each amount its own half-up value."""
    return {identity: half_up(figure.value, basis) for identity, figure in amounts.items() if figure.value is not None}


POLICIES: dict[str, Footing] = {"exact": exact}
DEFAULT = "exact"
