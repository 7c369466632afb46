"""What must hold of footed amounts, and the best of all ways to print them, found by trying every one."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from jixiao.kernel.footing import foot
from jixiao.kernel.rounding import ceil_to, floor_to, half_up
from jixiao.kernel.system import Relation, System
from tools.systems import GRID, crossing, department, table, tree

Values = dict[str, Decimal]
ZERO = Decimal(0)

TIMED: dict[str, Callable[[random.Random], System[str]]] = {
    "a tree of 1000 leaves": lambda rng: tree(rng, 1000),
    "a table of 10 × 10": lambda rng: table(rng, 10, 10),
    "a department of 27 projects": department,
}


class Run(NamedTuple):
    """systems, wrong: how many were tried, and failed. problems: of all. seconds: of the large ones, at the median."""

    systems: int
    wrong: int
    problems: list[str]
    seconds: dict[str, float]


def run(systems: int, seed: int) -> Run:
    """Foot so many small systems, held against all ways to print them, and the large ones."""
    rng = random.Random(seed)  # noqa: S311 - the same ones every time, no secret
    made: tuple[Callable[[], System[str]], ...] = (
        lambda: tree(rng, rng.randrange(2, 7)),
        lambda: table(rng, rng.randrange(1, 3), rng.randrange(1, 4)),
        lambda: crossing(rng, rng.randrange(1, 5), rng.randrange(1, 6)),
    )
    found = [every_problem(made[at % len(made)]()) for at in range(systems)]
    problems = [problem for each in found for problem in each]
    seconds: dict[str, float] = {}
    for name, make in TIMED.items():
        times = []
        for _ in range(9):
            system = make(rng)
            start = time.perf_counter()
            foot(system, GRID)
            times.append(time.perf_counter() - start)
            problems += wrong(system)
        seconds[name] = statistics.median(times)
    return Run(systems, sum(map(bool, found)), problems, seconds)


def every_problem(system: System[str]) -> list[str]:
    """What is wrong with the printed values of a small system, the best way to print it included."""
    printed, best = foot(system, GRID).printed, best_way(system)
    return [*wrong(system), *([] if printed == best else [f"{system}: {printed} instead of {best}"])]


def wrong(system: System[str]) -> Iterator[str]:
    """What may not be in the printed values of any system."""
    printed, misses = foot(system, GRID)
    follow, still = following(system), pinned(system)
    for name, value in system.amounts.items():
        if name in still and printed[name] != half_up(value, GRID):
            yield f"{system}: {name} moved"
        if name not in follow and printed[name] not in (floor_to(value, GRID), ceil_to(value, GRID)):
            yield f"{system}: {name} left its floor and ceiling"
    missing = {miss.relation: miss.amount for miss in misses}
    for each in system.relations:
        if missing.get(each, ZERO) != _miss(each, printed):
            yield f"{system}: {each} is not told"
        if each in missing and each.total in follow and not each.stated:
            yield f"{system}: {each.total} does not follow"


def best_way(system: System[str]) -> Values:
    """The best of all ways to print that leave nothing but what may move."""
    follow, still, amounts = following(system), pinned(system), system.amounts
    ends = {name: (floor_to(value, GRID), ceil_to(value, GRID)) for name, value in amounts.items()}
    half = {name: half_up(value, GRID) for name, value in amounts.items()}
    free = [name for name in amounts if name not in follow]

    def worth(printed: Values) -> tuple[object, ...]:
        beyond = (max(ends[name][0] - printed[name], printed[name] - ends[name][1], ZERO) for name in follow)
        off = sum(printed[name] != half[name] for name in free)
        lower = [printed[name] == ends[name][0] for name in free]
        misses = sum(abs(_miss(each, printed)) for each in system.relations)
        return misses, sum(beyond), off, sum(abs(printed[name] - amounts[name]) for name in free), lower

    choices = ({half[name]} if name in still else {*ends[name]} for name in free)
    return min((_filled(dict(zip(free, way, strict=True)), system, follow) for way in product(*choices)), key=worth)


def _filled(printed: Values, system: System[str], follow: set[str]) -> Values:
    """The printed values with those that follow from them."""
    own = {each.total: each for each in reversed(system.relations) if not each.stated and each.total in follow}
    while len(printed) < len(system.amounts):
        for name, each in own.items():
            if name not in printed and all(part in printed for part, _ in each.parts):
                printed[name] = sum((printed[part] * sign for part, sign in each.parts), ZERO)
    return printed


def following(system: System[str]) -> set[str]:
    """Differences, and what is made of them."""
    own = {
        each.total: each for each in reversed(system.relations) if not each.stated and each.total not in system.locked
    }
    found: set[str] = set()
    for _ in own:
        found |= {name for name, each in own.items() if any(sign < 0 or part in found for part, sign in each.parts)}
    return found


def pinned(system: System[str]) -> set[str]:
    """What prints half-up whatever else does: locked amounts, roots, grand totals."""
    follow = following(system)
    parts: dict[str, set[str]] = {}
    for each in system.relations:
        if each.total not in follow and all(sign > 0 for _, sign in each.parts):
            parts.setdefault(each.total, set()).update(part for part, _ in each.parts)

    def leaves(name: str) -> set[str]:
        return set().union(*map(leaves, parts[name])) if name in parts else {name}

    tops = {name: leaves(name) for name in parts.keys() - set().union(*parts.values())}
    return {*system.locked} | {
        name for name, mine in tops.items() if all(each <= mine or not each & mine for each in tops.values())
    }


def _miss(relation: Relation[str], printed: Values) -> Decimal:
    return printed[relation.total] - sum(printed[part] * sign for part, sign in relation.parts)
