"""All units at a glance: what became of each, and its figures, from the records beside the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from jixiao.bulk.record import Record, ReportRow, State, read
from jixiao.bulk.tree import Tree
from jixiao.kernel.finding import Strength
from jixiao.kernel.frozen import frozen


@frozen
class UnitRow:
    """A unit as the overview shows it. branch: the unit at the top of its branch. depth: how many stand above it.

    state: None where no run has reached it. main: the report that its points and rate are taken from.
    """

    unit: str
    name: str
    code: str
    superior: str
    branch: str
    depth: int
    state: State | None
    must: int = 0
    should: int = 0
    codes: tuple[str, ...] = ()
    main: ReportRow | None = None
    reports: tuple[ReportRow, ...] = ()


@frozen
class BranchRow:
    """A branch of the tree: its units, how many are done, and the money of their own reports in 元."""

    unit: str
    name: str
    units: int
    done: int
    budget: Decimal
    executed: Decimal

    @property
    def rate(self) -> Decimal | None:
        """The share of the budget that was spent; None where there is no budget."""
        return self.executed / self.budget if self.budget > 0 else None


@frozen
class Overview:
    """All units of a year, each after its superior, and the branches in their order."""

    year: int
    units: list[UnitRow]
    branches: list[BranchRow]


def overview(tree: Tree, out: Path, year: int) -> Overview:
    """The overview of all units of a tree."""
    branches = branches_of(tree)
    units = [_unit_row(tree, unit, branches[unit], record) for unit, record in records(tree, out, year)]
    return Overview(year, units, list(_branch_rows(tree, units)))


def records(tree: Tree, out: Path, year: int) -> Iterator[tuple[str, Record | None]]:
    """Every unit with its record, each after its superior."""
    for root in tree.roots:
        for unit in tree.below(root):
            yield unit, read(out, year, unit)


def branches_of(tree: Tree) -> Mapping[str, str]:
    """The branch of each unit: who stands highest above it, or one below where a single unit stands above all."""
    roots = tree.roots
    tops = [*roots, *tree.subordinates.get(roots[0], ())] if len(roots) == 1 else roots
    return {unit: top for top in tops for unit in tree.below(top)}  # a branch within another is named last


def _unit_row(tree: Tree, unit: str, branch: str, record: Record | None) -> UnitRow:
    head = tree.heads[unit]
    superior = tree.superiors.get(unit)
    named = tree.heads[superior].name if superior else head.superior
    depth = tree.depth(unit)
    if record is None:
        return UnitRow(unit, head.name, head.code, named, branch, depth, None)
    return UnitRow(
        unit,
        head.name,
        head.code,
        named,
        branch,
        depth,
        record.state,
        record.count(Strength.MUST),
        record.count(Strength.SHOULD),
        tuple(each.finding.code for each in record.found),
        _main(record.reports),
        record.reports,
    )


def _main(reports: Iterable[ReportRow]) -> ReportRow | None:
    """The report of the whole department; of a unit without one, that of its only project."""
    known = list(reports)
    whole = [each for each in known if not each.project]
    return next(iter(sorted(whole, key=lambda each: not each.score)), known[0] if len(known) == 1 else None)


def _branch_rows(tree: Tree, units: Iterable[UnitRow]) -> Iterator[BranchRow]:
    by_branch: dict[str, list[UnitRow]] = {}
    for row in units:
        by_branch.setdefault(row.branch, []).append(row)
    for branch, rows in by_branch.items():
        reports = [each for row in rows for each in ([row.main] if row.main else row.reports)]
        counted = [each for each in reports if each.budget and each.executed]
        yield BranchRow(
            branch,
            tree.heads[branch].name,
            len(rows),
            sum(row.state is State.DONE for row in rows),
            sum((Decimal(each.budget) for each in counted), Decimal()),
            sum((Decimal(each.executed) for each in counted), Decimal()),
        )
