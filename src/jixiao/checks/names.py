"""Names that mean two things."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.context import Context
from jixiao.kernel.finding import Finding, must

NAME_TAKEN = must("K602")


def taken_names(context: Context) -> Iterator[Finding]:
    """A fact under a name that the report already gives something else: tags would print the other."""
    project, unit_year = context.case.project, context.case.unit_year
    for facts in (project.facts if project else {}, unit_year.facts):
        for name, entry in facts.items():
            if name in context.exact.own_names or (facts is unit_year.facts and project and name in project.facts):
                yield NAME_TAKEN.at(entry.place, name=name)
