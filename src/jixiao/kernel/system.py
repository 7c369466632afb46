"""Amounts that stand in sums and differences: which of them are free, which follow from others, which are roots."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Generic, TypeVar

from jixiao.kernel.frozen import frozen
from jixiao.kernel.rounding import WIDE

Key = TypeVar("Key", bound=Hashable)
Form = dict[Key, int]
"""A sum: how often each amount counts; below zero where it is taken away."""


@frozen
class Relation(Generic[Key]):
    """A total and the amounts it is the sum of, each with how often it counts (-1: taken away).

    stated: the total has a value of its own, typed or by another relation; else it is what its parts make it, and no
    chain of such relations leads back to where it began.
    """

    total: Key
    parts: tuple[tuple[Key, int], ...]
    stated: bool = False

    @property
    def is_sum(self) -> bool:
        """Whether nothing is taken away."""
        return all(factor > 0 for _, factor in self.parts)

    @property
    def sides(self) -> tuple[tuple[Key, int], ...]:
        """All its amounts, counted so that they come to zero where the relation holds."""
        return ((self.total, 1), *((part, -factor) for part, factor in self.parts))

    def miss(self, values: Mapping[Key, Decimal]) -> Decimal:
        """By how much the total is more than its parts."""
        return value_of(dict(added(({key: 1}, factor) for key, factor in self.sides)), values)


@frozen
class System(Generic[Key]):
    """Exact amounts in the order of the document, the relations between them, and those that must not move."""

    amounts: Mapping[Key, Decimal]
    relations: Sequence[Relation[Key]] = ()
    locked: Collection[Key] = frozenset()


def added(forms: Iterable[tuple[Form[Key], int]]) -> Form[Key]:
    """The sum of forms, each counted so often; what cancels out is left out."""
    total: Form[Key] = {}
    for form, times in forms:
        for key, factor in form.items():
            total[key] = total.get(key, 0) + times * factor
    return {key: factor for key, factor in total.items() if factor}


def value_of(form: Form[Key], values: Mapping[Key, Decimal]) -> Decimal:
    """What a form comes to."""
    total = Decimal(0)
    for key, factor in form.items():
        total = WIDE.add(total, WIDE.multiply(values[key], Decimal(factor)))
    return total


def following(system: System[Key]) -> dict[Key, Form[Key]]:
    """The amounts that follow from others, in terms of those that do not: differences, and what is made of them."""
    relations = reversed(system.relations)  # so that the first of a total is its own
    own = {each.total: each for each in relations if not each.stated and each.total not in system.locked}
    found: set[Key] = set()
    while more := {
        total
        for total, each in own.items()
        if total not in found and (not each.is_sum or any(part in found for part, _ in each.parts))
    }:
        found |= more
    forms: dict[Key, Form[Key]] = {}

    def form(key: Key) -> Form[Key]:
        if key not in found:
            return {key: 1}
        if key not in forms:
            forms[key] = added((form(part), factor) for part, factor in own[key].parts)
        return forms[key]

    return {key: form(key) for key in system.amounts if key in found}


def roots(relations: Iterable[Relation[Key]]) -> Iterator[Key]:
    """The totals that hold all that they share with any other: those of trees, the grand totals of tables."""
    sums: dict[Key, list[Key]] = {}
    for each in relations:
        if each.is_sum:
            sums.setdefault(each.total, []).extend(part for part, _ in each.parts)
    inner = {part for parts in sums.values() for part in parts}
    leaves = {total: _leaves(total, sums) for total in sums if total not in inner}
    for total, mine in leaves.items():
        if all(mine.isdisjoint(others) or others <= mine for others in leaves.values()):
            yield total


def _leaves(total: Key, sums: Mapping[Key, Sequence[Key]]) -> set[Key]:
    """The amounts, no totals themselves, that a total comes down to."""
    met, waiting = {total}, [total]
    while waiting:
        more = {part for part in sums.get(waiting.pop(), ()) if part not in met}
        met |= more
        waiting += more
    return met - sums.keys()
