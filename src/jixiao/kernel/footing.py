"""Footing (舍位平衡): amounts printed on a grid so that printed parts add up to their printed totals.

Every amount prints its floor or its ceiling on the grid; what lies on the grid stays, what is locked prints its half-up
value. So does a root: the total of a tree, the grand total of a table. A difference (结转结余 = 预算 - 支出), and what
is made of differences, has no wish of its own: it follows from its printed operands.

Of all ways to print so, that one is taken in which, the first aim first: relations miss by least; differences leave
their floor or ceiling least; fewest values are off half-up; those that are lie nearest to a half (largest remainder);
of equals, those print the higher value that come first in the document. What cannot be met, because locked amounts
stand in the way, is a miss.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Generic, NamedTuple

from jixiao.kernel.frozen import frozen
from jixiao.kernel.moves import EFFORT, Bounds, cheapest_moves
from jixiao.kernel.rounding import WIDE, ceil_to, floor_to, half_up
from jixiao.kernel.system import Form, Key, Relation, System, added, following, roots, value_of


class Miss(NamedTuple, Generic[Key]):
    """A relation that does not hold as printed, and by how much the total is more than its parts."""

    relation: Relation[Key]
    amount: Decimal


class Footed(NamedTuple, Generic[Key]):
    """The printed value of every amount, and the relations that miss."""

    printed: dict[Key, Decimal]
    misses: tuple[Miss[Key], ...] = ()


def foot(system: System[Key], grid: Decimal, effort: int = EFFORT) -> Footed[Key]:
    """Print all amounts of a system on multiples of the grid; effort: how long crossing relations are searched."""
    board = _Board(system, grid)
    for group in _groups(board.limits()):
        for key in board.moved(group, effort):
            board.printed[key] = WIDE.add(board.printed[key], board.steps[key])
    for key, form in board.forms.items():
        board.printed[key] = value_of(form, board.printed)
    misses = (Miss(each, each.miss(board.printed)) for each in system.relations)
    return Footed(board.printed, tuple(miss for miss in misses if miss.amount))


@frozen
class _Limit(Generic[Key]):
    """What the moves of some amounts must come to, in steps of the grid.

    hard: so that a relation holds; else, so that a difference stays at its floor or ceiling. times: so many ask for it.
    """

    factors: tuple[tuple[Key, int], ...]
    low: int
    high: int
    hard: bool
    times: int = 1

    @property
    def farthest(self) -> int:
        """By how much they can miss it."""
        least = sum(min(factor, 0) for _, factor in self.factors)
        most = sum(max(factor, 0) for _, factor in self.factors)
        return max(self.low - least, most - self.high, 0)


class _Board(Generic[Key]):
    """All amounts at their half-up values, and the steps to the other neighbour of those that are free to move."""

    def __init__(self, system: System[Key], grid: Decimal) -> None:
        self.system = system
        self.grid = grid
        self.forms = following(system)
        self.printed = {key: half_up(value, grid) for key, value in system.amounts.items()}
        still = {*system.locked, *self.forms, *roots(each for each in system.relations if each.total not in self.forms)}
        self.steps = {
            key: grid if self.printed[key] < value else -grid
            for key, value in system.amounts.items()
            if key not in still and value != self.printed[key]
        }
        self._order = {key: at for at, key in enumerate(self.steps)}

    def limits(self) -> list[_Limit[Key]]:
        """All that moves can break: relations, then the floors and ceilings of differences."""
        found: list[_Limit[Key]] = []
        for each in self.system.relations:
            form = added((self.forms.get(key, {key: 1}), factor) for key, factor in each.sides)
            found.append(self._limit(form, Decimal(0), Decimal(0), hard=True))
        for key, form in self.forms.items():
            value = self.system.amounts[key]
            found.append(self._limit(form, floor_to(value, self.grid), ceil_to(value, self.grid), hard=False))
        return [replace(each, times=times) for each, times in Counter(found).items() if each.factors and each.farthest]

    def _limit(self, form: Form[Key], low: Decimal, high: Decimal, *, hard: bool) -> _Limit[Key]:
        """The same for the same demand, whichever way round it is put."""
        moving = sorted(form.keys() & self.steps.keys(), key=self._order.__getitem__)
        factors = [(key, form[key] if self.steps[key] > 0 else -form[key]) for key in moving]
        home = value_of(form, self.printed)
        ends = [int(WIDE.divide(WIDE.subtract(end, home), self.grid)) for end in (low, high)]
        if factors and factors[0][1] < 0:
            factors, ends = [(key, -factor) for key, factor in factors], [-end for end in reversed(ends)]
        return _Limit(tuple(factors), ends[0], ends[1], hard)

    def moved(self, group: Sequence[_Limit[Key]], effort: int) -> list[Key]:
        """The amounts of a group that move. Each aim costs more than all that the aims after it can come to."""
        keys = sorted({key for limit in group for key, _ in limit.factors}, key=self._order.__getitem__)
        places = {key: at for at, key in enumerate(keys)}
        strains = _whole([self._strain(key) for key in keys])
        first_come = 1 << len(keys)
        strain = first_come * (2 * len(keys) + 1)
        move = strain * (sum(strains) + 1)
        beyond = move * (len(keys) + 1)
        miss = beyond * (sum(limit.times * limit.farthest for limit in group if not limit.hard) + 1)
        costs = [
            move + each * strain + first_come + (first_come >> 1 >> at) * (-1 if self.steps[key] > 0 else 1)
            for at, (key, each) in enumerate(zip(keys, strains, strict=True))
        ]
        bounds = [
            Bounds(
                tuple((places[key], factor) for key, factor in limit.factors),
                limit.low,
                limit.high,
                limit.times * (miss if limit.hard else beyond),
            )
            for limit in group
        ]
        made = cheapest_moves(costs, bounds, effort)
        return [key for key, moves in zip(keys, made, strict=True) if moves]

    def _strain(self, key: Key) -> Decimal:
        """How much farther from its exact value the amount prints if it moves."""
        near = WIDE.subtract(self.system.amounts[key], self.printed[key]).copy_abs()
        return WIDE.subtract(self.grid, WIDE.add(near, near))


def _whole(values: Sequence[Decimal]) -> list[int]:
    """The values in whole numbers of one small unit."""
    digits = max(-int(each.as_tuple().exponent) for each in values)
    return [int(each.scaleb(max(digits, 0), WIDE)) for each in values]


def _groups(limits: Sequence[_Limit[Key]]) -> Iterable[list[_Limit[Key]]]:
    """Limits that have to do with each other through the amounts they share."""
    above = list(range(len(limits)))
    met: dict[Key, int] = {}

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = at = above[above[at]]
        return at

    for at, limit in enumerate(limits):
        for key, _ in limit.factors:
            above[top(at)] = top(met.setdefault(key, at))
    groups: dict[int, list[_Limit[Key]]] = {}
    for at, limit in enumerate(limits):
        groups.setdefault(top(at), []).append(limit)
    return groups.values()
