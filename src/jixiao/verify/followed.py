"""Figures that were changed in a file while what is computed from them was not: sums that are broken on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from jixiao.checks.context import called
from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.finding import Finding, must
from jixiao.verify.compare import Difference, Kind

NOT_FOLLOWED = must("V209")

_SHOWN = 3


def not_followed(different: Sequence[Difference], figures: Sequence[Figure]) -> Iterator[Finding]:
    """Changed figures of which others are made that read as before; figures: all that are printed."""
    changed: dict[FigureId, Difference] = {}
    for each in different:
        identity = figures[each.number].id if each.kind is Kind.FIGURE else None
        if identity:
            changed.setdefault(identity, each)
    printed = {figure.id: figure for figure in figures if figure.id and figure.id not in changed}
    for identity, change in changed.items():
        made = [name for name, each in printed.items() if any(part.id == identity for part in each.inputs)]
        if made:
            names = "、".join(called(name) or str(name) for name in islice(made, _SHOWN))
            name = called(identity) or str(identity)
            yield NOT_FOLLOWED.at(
                change.place,
                figure=str(identity),
                name=name,
                made=names + "等" * (len(made) > _SHOWN),
                new=change.new,
            )
