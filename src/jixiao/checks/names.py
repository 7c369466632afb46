"""Names that mean two things."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.context import Context
from jixiao.kernel.finding import Finding, must

NAME_TAKEN = must("K602")


def taken_names(context: Context) -> Iterator[Finding]:
    """A fact under a name that the report already gives something else: tags would print the other."""
    own, shared = context.case.subject.facts, context.case.unit_year.facts
    for facts in (own, shared):
        for name, entry in facts.items():
            if name in context.exact.own_names or (facts is shared and name in own):
                yield NAME_TAKEN.at(entry.place, name=name)
