"""Units and their superiors (主管部门): who reports to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jixiao.bulk.head import Head
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.frozen import frozen
from jixiao.kernel.similar import nearest

UNKNOWN_SUPERIOR = should("D301")
SEVERAL_SUPERIORS = must("D302")
CIRCLE = must("D303")


@frozen
class Tree:
    """The units of a year. superiors: of each unit that has one here. subordinates: of each that has some, in order."""

    heads: Mapping[str, Head]
    superiors: Mapping[str, str]
    subordinates: Mapping[str, tuple[str, ...]]
    findings: list[Finding]

    @property
    def roots(self) -> list[str]:
        """The units without a superior here."""
        return [unit for unit in self.heads if unit not in self.superiors]

    def below(self, unit: str) -> Iterator[str]:
        """A unit and all below it, each before those below it."""
        waiting = [unit]
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting += reversed(self.subordinates.get(unit, ()))

    def above(self, unit: str) -> Iterator[str]:
        """The superior of a unit, the superior of that one, and so on."""
        while unit in self.superiors:
            unit = self.superiors[unit]
            yield unit

    def depth(self, unit: str) -> int:
        """How many stand above a unit."""
        return sum(1 for _ in self.above(unit))


def grow(heads: Iterable[Head]) -> Tree:
    """The tree that the superiors make which units name; whoever names none that is here is a root."""
    known = {head.unit: head for head in sorted(heads, key=_order)}
    by_name: dict[str, list[str]] = {}
    for head in known.values():
        for name in dict.fromkeys(head.names):
            by_name.setdefault(name, []).append(head.unit)
    findings: list[Finding] = []
    superiors = dict(_superiors(known, by_name, findings))
    for circle in list(_circles(superiors)):
        findings += [CIRCLE.at(known[unit].place, units=" → ".join((*circle, circle[0]))) for unit in circle]
        for unit in circle:
            del superiors[unit]
    subordinates: dict[str, list[str]] = {}
    for unit in known:
        if unit in superiors:
            subordinates.setdefault(superiors[unit], []).append(unit)
    return Tree(known, superiors, {unit: tuple(below) for unit, below in subordinates.items()}, findings)


def _order(head: Head) -> tuple[str, bytes]:
    """By code, then as Chinese dictionaries sort names."""
    return head.code, head.name.encode("gb18030", errors="replace") + head.unit.encode(errors="surrogateescape")


def _superiors(
    heads: Mapping[str, Head], by_name: Mapping[str, list[str]], findings: list[Finding]
) -> Iterator[tuple[str, str]]:
    """Each unit with its superior, where it is clear which one is meant."""
    for head in heads.values():
        meant = by_name.get(head.superior, [])
        if not head.superior or meant == [head.unit]:  # a department may name itself as its own
            continue
        if len(meant) == 1:
            yield head.unit, meant[0]
        elif meant:
            findings.append(SEVERAL_SUPERIORS.at(head.place, name=head.superior, units="、".join(meant)))
        else:
            near = "、".join(nearest(head.superior, by_name)) if len(by_name) <= _FEW else ""
            findings.append(UNKNOWN_SUPERIOR.at(head.place, name=head.superior, near=near))


_FEW = 2000
"""Names among which it is worth looking for a similar one, for every unit that names a superior in vain."""


def _circles(superiors: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Units that are superiors of one another, each circle once."""
    done: set[str] = set()
    for start in superiors:
        way: dict[str, None] = {}
        unit: str | None = start
        while unit is not None and unit not in done and unit not in way:
            way[unit] = None
            unit = superiors.get(unit)
        if unit in way:
            names = list(way)
            yield tuple(names[names.index(unit) :])
        done.update(way)
