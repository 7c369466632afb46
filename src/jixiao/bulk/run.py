"""A run over many units: look at all, choose, write the reports of those that changed, tell how it goes."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from jixiao.bulk.head import Head
from jixiao.bulk.lock import Shard, locked
from jixiao.bulk.record import Found, Record, Sources, State, read
from jixiao.bulk.select import Candidate, selection
from jixiao.bulk.supervisor import Limits, Outcome, Supervisor, Trouble
from jixiao.bulk.tree import Tree, grow
from jixiao.bulk.work import Built, Place, Surveyed, Why, build, keep, survey
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.load.folder import shown_folder
from jixiao.load.units import may_name, units_below, units_of

NO_SUCH_UNIT = must("D304")
NO_YEAR = should("D305")
TROUBLES = {
    Trouble.KILLED: must("O202"),
    Trouble.TIME: must("O203"),
    Trouble.MEMORY: must("O204"),
    Trouble.ERROR: must("O205"),
}
_AT_A_TIME = 40
"""Units that one process looks at in one task."""


@frozen
class Order:
    """What is asked of a run. under: superiors or folders of groups, with all below them. select: see `selection`."""

    place: Place
    under: Sequence[str] = ()
    select: Sequence[str] = ()
    force: bool = False
    shard: Shard | None = None
    processes: int = 0
    limits: Limits = Limits()


class Progress(NamedTuple):
    """How far a run is: units looked at, or reports written, of so many; the unit that came last."""

    done: int
    total: int
    built: Built | None = None
    why: Why = Why.UNCHANGED
    seconds: float = 0.0


Tell = Callable[[Progress], None]


@frozen
class Result:
    """What came of a run.

    tree: of all units. chosen: those that were meant, as they were before. built: those whose reports were due.
    left: those of them that were not reached, because the run was stopped. findings: of the tree and the order.
    stamps: the digests of the records of all units.
    """

    tree: Tree
    chosen: dict[str, Surveyed]
    built: dict[str, Built]
    left: tuple[str, ...]
    findings: list[Finding]
    stamps: dict[str, str]


class Run:
    """One run; `stop` may be called at any time, from a signal handler too."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._supervisor: Supervisor[Task, Done] = Supervisor(
            partial(_work, order.place), order.processes or processors(), order.limits
        )

    def stop(self) -> None:
        """Finish what is begun and no more."""
        self._supervisor.stopping = True

    def all(self, tell: Tell, finish: Callable[[Result], None] = lambda _: None) -> Result:
        """Look at all units, and write the reports that are due; finish: what is done while the folder is held.

        Raises InUseError where another run is at it, OSError where nothing can be written.
        """
        place = self._order.place
        with locked(place.out / str(place.year), self._order.shard):
            with self._supervisor:
                looked = self._look(tell)
                due = {unit: each.why for unit, each in looked.chosen.items() if each.why or self._order.force}
                built = self._build(due, tell)
            left = tuple(unit for unit in due if unit not in built)
            stamps = looked.stamps | {unit: each.stamp for unit, each in built.items()}
            result = dataclasses.replace(looked, built=built, left=left, stamps=stamps)
            finish(result)
        return result

    def look(self, tell: Tell) -> Result:
        """Look at all units and write nothing."""
        with self._supervisor:
            return self._look(tell)

    def _look(self, tell: Tell) -> Result:
        place = self._order.place
        units, findings = _units(place)
        surveyed = self._survey(units, tell)
        tree = grow(each.head for each in surveyed.values())
        findings += tree.findings
        below = _below(place, tree, self._order.under, findings)
        meant = selection(self._order.select)
        chosen = {
            unit: surveyed[unit]
            for unit in tree.heads
            if unit in below and self._is_in_shard(unit) and meant(_candidate(surveyed[unit]))
        }
        stamps = {unit: each.stamp for unit, each in surveyed.items()}
        return Result(tree, chosen, {}, (), findings, stamps)

    def _is_in_shard(self, unit: str) -> bool:
        shard = self._order.shard
        return shard is None or shard.has(hashlib.sha256(unit.encode(errors="surrogateescape")).digest())

    def _survey(self, units: Sequence[str], tell: Tell) -> dict[str, Surveyed]:
        """All units as they are; one that a process dies of is looked at alone, and then said to have failed."""
        supervisor, found = self._supervisor, dict[str, Surveyed]()
        supervisor.tasks.extend(tuple(units[at : at + _AT_A_TIME]) for at in range(0, len(units), _AT_A_TIME))
        for outcome in supervisor.outcomes():
            task = outcome.task
            if isinstance(outcome.result, list):
                found |= {each.head.unit: each for each in outcome.result}
            elif len(task) > 1:
                supervisor.tasks.extend((unit,) for unit in task)
            else:
                found[task[0]] = Surveyed(Head(task[0], task[0]), Why.FAILED, State.FAILED, ())
            tell(Progress(len(found), len(units)))
        return found

    def _build(self, due: dict[str, Why], tell: Tell) -> dict[str, Built]:
        place, supervisor, built = self._order.place, self._supervisor, dict[str, Built]()
        supervisor.tasks.extend(due)
        for outcome in supervisor.outcomes():
            unit = str(outcome.task)
            built[unit] = outcome.result if isinstance(outcome.result, Built) else _failed(place, unit, outcome)
            why = due[unit] or Why.FORCED
            tell(Progress(len(built), len(due), built[unit], why, outcome.seconds))
        return built


Task = tuple[str, ...] | str
"""Units to look at, or one whose reports are to be written."""
Done = list[Surveyed] | Built


def _work(place: Place, task: Task) -> Done:
    return build(place, task) if isinstance(task, str) else survey(place, task)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _units(place: Place) -> tuple[list[str], list[Finding]]:
    """The units with data of the year; a finding for each that has only other years."""
    found, without = list[str](), list[Finding]()
    for unit in units_of(place.data):
        if (place.data / unit / str(place.year)).is_dir():
            found.append(unit)
        else:
            without.append(NO_YEAR.at(SourcePlace(shown_folder(place.data, unit)), unit=unit, year=place.year))
    return found, without


def _below(place: Place, tree: Tree, under: Sequence[str], findings: list[Finding]) -> set[str]:
    """The units below superiors and in the folders of groups; all where none is named."""
    if not under:
        return set(tree.heads)
    below: set[str] = set()
    for name in under:
        meant = [head.unit for head in tree.heads.values() if name in (*head.names, head.unit.rpartition("/")[2])]
        inside = units_below(place.data, name) if may_name(name) else []
        if not meant and not inside:
            names = [each for head in tree.heads.values() for each in head.names]
            near = "、".join(nearest(name, names))
            findings.append(NO_SUCH_UNIT.at(None, name=name, near=near))
        below.update(inside)
        below.update(each for unit in meant for each in tree.below(unit))
    return below


def _candidate(unit: Surveyed) -> Candidate:
    names = (*unit.head.names, unit.head.unit.rpartition("/")[2])
    failed = unit.state in {State.BLOCKED, State.FAILED}
    return Candidate(names, unit.why is not Why.UNCHANGED, failed, unit.codes)


def _failed(place: Place, unit: str, outcome: Outcome[Task, Done]) -> Built:
    """Keep what happened to a unit; its former reports stay as they are."""
    former = read(place.out, place.year, unit)
    head = former.head if former else Head(unit, unit.rpartition("/")[2])
    at = SourcePlace(shown_folder(place.data, f"{unit}/{place.year}"))
    said = outcome.said.strip().rpartition("\n")[2]
    found = TROUBLES[outcome.trouble or Trouble.ERROR].at(at, unit=unit, said=said, seconds=round(outcome.seconds))
    reports = former.reports if former else ()
    return keep(place, Record(head, place.year, State.FAILED, Sources("", {}, ""), reports, (Found("", found),)))
