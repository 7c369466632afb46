"""The institutions of a department (机构): each of them once, the department's own offices among them."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.context import Context, figure_in, repeated
from jixiao.kernel.finding import Finding, must, should

DEFICIT = should("K171")
INSTITUTION_TWICE = must("K172")
NO_HEADQUARTERS = should("K173")

INSTITUTIONS, BALANCE = "机构", "当年结余"
HEADQUARTERS = ("机关", "本级")
"""How the name of the department's own offices ends, if it is not the unit's name."""


def institutions(context: Context) -> Iterator[Finding]:
    """No name twice, the department itself among them, and none that spent more than it had."""
    rows = context.rows(INSTITUTIONS)
    for name, first in repeated(row.data.name for row in rows):
        yield INSTITUTION_TWICE.at(name.place, name=name, related=[first.place])
    for row in rows:
        balance = figure_in(row, BALANCE)
        if balance and balance.value is not None and balance.value < 0:
            yield DEFICIT.at(
                context.place(balance),
                name=row.label,
                expected="≥0",
                actual=context.shown(balance),
                figure=str(balance.id),
                related=context.related(balance, context.place(balance)),
            )
    unit = context.case.unit_year.unit
    own = tuple(str(name) for name in (unit and unit.name, unit and unit.short_name) if name)
    names = dict.fromkeys(str(row.data.name) for row in rows if row.data.name)
    if rows and not any(name.endswith(HEADQUARTERS) or name in own for name in names):
        yield NO_HEADQUARTERS.at(rows[0].data.place, expected="局机关", actual="、".join(names))
