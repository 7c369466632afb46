"""Names that mean two things."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.context import Context
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace
from jixiao.model.department import Department
from jixiao.model.project import Project
from jixiao.model.unit import UnitYear

NAME_TAKEN = must("K602")


def taken_names(context: Context) -> Iterator[Finding]:
    """A fact or a list under a name that the report already gives something else: tags would print the other."""
    taken = set(context.exact.own_names)
    for owner in (context.case.subject, context.case.unit_year):
        for name, place in _given(owner):
            if name in taken:
                yield NAME_TAKEN.at(place, name=name)
            taken.add(name)


def _given(owner: Department | Project | UnitYear) -> Iterator[tuple[str, SourcePlace]]:
    """The names of somebody's facts and lists, and where they stand."""
    yield from ((name, entry.place) for name, entry in owner.facts.items())
    yield from ((name, texts[0].place if texts else owner.place) for name, texts in owner.lists.items())
