"""Random amounts in sums and differences: trees, two-way tables, crossing systems, a department's year."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.kernel.system import Relation, System

GRID = Decimal(100)
"""0.01 万元, in 元."""

CENT = Decimal("0.01")
PROJECTS = ("业务", "运转", "事业")
CLASSES = {
    "总计": ("基本支出", "项目支出"),
    "基本支出": ("人员经费", "公用经费"),
    "公用经费": ("办公", "水电", "会议"),
    "项目支出": PROJECTS,
}
SOURCES = ("当年", "结转", "其他")
LAST_YEAR = "上年"
STAGES = (LAST_YEAR, "年初", "全年", "决算")
BALANCES = {"结余": ("全年", "决算"), "调整": ("全年", "年初"), "增减": ("决算", LAST_YEAR)}


@dataclass
class Draft:
    """A system under construction; every total that is not stated is the exact sum of its parts."""

    amounts: dict[str, Decimal] = field(default_factory=dict)
    relations: list[Relation[str]] = field(default_factory=list)
    locked: set[str] = field(default_factory=set)

    def leaf(self, name: str, value: Decimal) -> str:
        """Add an amount of its own."""
        self.amounts[name] = value
        return name

    def total(self, name: str, parts: Iterable[str], less: Iterable[str] = ()) -> str:
        """Add the sum of some parts, less others."""
        signed = (*((part, 1) for part in parts), *((part, -1) for part in less))
        self.amounts[name] = sum((self.amounts[part] * sign for part, sign in signed), Decimal(0))
        self.relations.append(Relation(name, signed))
        return name

    def stated(self, name: str, parts: Iterable[str]) -> None:
        """Hold an amount that is there against parts."""
        self.relations.append(Relation(name, tuple((part, 1) for part in parts), stated=True))

    def system(self) -> System[str]:
        """What was added, in that order."""
        return System(self.amounts, self.relations, frozenset(self.locked))


def amount(rng: random.Random) -> Decimal:
    """An amount in 元: one in ten on the grid, half-way, or below zero."""
    on_grid, half_way, negative, kind = 0, 1, 2, rng.randrange(10)
    if kind in (on_grid, half_way):
        return GRID * rng.randrange(10**6) + kind * GRID / 2
    return CENT * rng.randrange(10**8) * (-1 if kind == negative else 1)


def tree(rng: random.Random, leaves: int) -> System[str]:
    """A total of totals; its root comes last."""
    draft = Draft()
    level = [draft.leaf(f"叶{at}", amount(rng)) for at in range(leaves)]
    while len(level) > 1:
        rest, level = level, []
        while rest:
            size = rng.randrange(2, 6)
            level.append(draft.total(f"和{len(draft.amounts)}", rest[:size]))
            rest = rest[size:]
    return draft.system()


def table(rng: random.Random, rows: int, columns: int) -> System[str]:
    """A table with totals of rows and columns and the grand total, which comes last."""
    draft = Draft()
    cells = [[draft.leaf(f"{row}行{column}列", amount(rng)) for column in range(columns)] for row in range(rows)]
    of_rows = [draft.total(f"{at}行", row) for at, row in enumerate(cells)]
    of_columns = [draft.total(f"{at}列", column) for at, column in enumerate(zip(*cells, strict=True))]
    draft.stated(draft.total("总计", of_rows), of_columns)
    return draft.system()


def crossing(rng: random.Random, leaves: int, totals: int) -> System[str]:
    """Sums and differences of anything that came before; some locked, some stated beside their parts, some wrong."""
    draft = Draft()
    for at in range(leaves):
        draft.leaf(f"叶{at}", amount(rng))
    for at in range(totals):
        parts = rng.sample([*draft.amounts], rng.randrange(1, min(len(draft.amounts), 3) + 1))
        less = parts[1 + rng.randrange(len(parts)) :] if rng.randrange(3) == 0 else []
        total = draft.total(f"和{at}", parts[: len(parts) - len(less)], less)
        if rng.randrange(5) == 0:
            draft.relations[-1] = Relation(total, draft.relations[-1].parts, stated=True)
            draft.amounts[total] += rng.randrange(2) * rng.randrange(100) * CENT * 100
    draft.locked = {name for name in draft.amounts if rng.randrange(8) == 0}
    return draft.system()


def department(rng: random.Random, projects: int = 27) -> System[str]:
    """A department's year: classes and projects by stage, projects by source of funds, balances, economic classes."""
    draft = Draft()
    classes = CLASSES | {
        name: tuple(f"{name}{number}" for number in range(at, projects, len(PROJECTS)))
        for at, name in enumerate(PROJECTS)
    }
    for stage in STAGES:
        _stage(draft, rng, stage, "总计", classes)
    wages = draft.leaf("工资福利", (draft.amounts["决算人员经费"] * Decimal("0.8")).quantize(CENT))
    persons = draft.total("个人家庭", ["决算人员经费"], [wages])
    goods = draft.leaf("商品服务", (draft.amounts["决算总计"] * Decimal("0.4")).quantize(CENT))
    capital = draft.total("资本性", ["决算总计"], [wages, persons, goods])
    # They are amounts like the others: what was computed backwards here is typed in real life.
    draft.relations = [each for each in draft.relations if each.total not in (persons, capital)]
    draft.stated("决算人员经费", [wages, persons])
    draft.stated("决算总计", [wages, persons, goods, capital])
    for name, (minuend, subtrahend) in BALANCES.items():
        for each in dict.fromkeys(part for parts in (["总计"], *classes.values()) for part in parts):
            draft.total(f"{name}{each}", [f"{minuend}{each}"], [f"{subtrahend}{each}"])
    return draft.system()


def _stage(draft: Draft, rng: random.Random, stage: str, name: str, classes: dict[str, tuple[str, ...]]) -> str:
    """All amounts of a class at a stage; those of projects also by source, but for last year's."""
    parts = [_stage(draft, rng, stage, part, classes) for part in classes.get(name, ())]
    total, split = f"{stage}{name}", []
    if name.startswith(PROJECTS) and stage != LAST_YEAR:
        for source in SOURCES:
            inner = [part + source for part in parts]
            split.append(draft.total(total + source, inner) if parts else draft.leaf(total + source, amount(rng)))
    if parts and split:
        draft.stated(draft.total(total, parts), split)
    elif parts or split:
        draft.total(total, parts or split)
    else:
        draft.leaf(total, amount(rng))
    return total
