"""The money and people of a unit, drawn once: leaf amounts, from which all files are written, so that they agree.

Amounts are whole numbers, in hundredths of 万元. What follows from others is computed here as a clerk would add it up.
"""

from __future__ import annotations

from jixiao.kernel.frozen import frozen
from jixiao.sample.chance import Chance
from jixiao.sample.vocabulary import Sector, Work

FULL = 10_000
"""One, in parts of which rates are drawn."""

LOW = 9_000
"""Execution below it asks for a word (阈值.执行率说明)."""


@frozen
class Sub:
    """A sub-project; initial: its first budget, nothing of what was added during the year."""

    name: str
    work: Work
    initial: int
    budget: int
    spent: int

    @property
    def is_slow(self) -> bool:
        """Whether it asks for a word on its execution."""
        return self.spent * FULL < self.budget * LOW


@frozen
class Funds:
    """A row of 资金构成."""

    name: str
    initial: int
    budget: int
    spent: int


@frozen
class ProjectPlan:
    """A project: name, the row of the base table it belongs to, its sub-projects, what was carried over to it."""

    name: str
    category: str
    subs: tuple[Sub, ...]
    carried: int
    other: int

    @property
    def initial(self) -> int:
        """Its first budget."""
        return sum(sub.initial for sub in self.subs)

    @property
    def budget(self) -> int:
        """Its budget at the end of the year."""
        return sum(sub.budget for sub in self.subs)

    @property
    def spent(self) -> int:
        """What it spent."""
        return sum(sub.spent for sub in self.subs)

    @property
    def added(self) -> int:
        """What was added during the year."""
        return self.budget - self.initial

    @property
    def is_slow(self) -> bool:
        """Whether it asks for a word on its execution."""
        return self.spent * FULL < self.budget * LOW

    @property
    def funds(self) -> tuple[Funds, ...]:
        """Its funds by kind: what was carried over is spent first, then the other money, then this year's."""
        carried = min(self.carried, self.spent)
        other = min(self.other, self.spent - carried)
        used = self.carried + self.other
        rows = [
            Funds("当年财政拨款", self.initial - used, self.budget - used, self.spent - carried - other),
            Funds("上年结转资金", self.carried, self.carried, carried),
        ]
        return (*rows, Funds("其他资金", self.other, self.other, other)) if self.other else tuple(rows)


@frozen
class Basic:
    """Personnel or operating funds."""

    prior: int
    initial: int
    added: int
    spent: int

    @property
    def budget(self) -> int:
        """The budget at the end of the year."""
        return self.initial + self.added


@frozen
class People:
    """Posts and people."""

    quota: int
    in_post: int
    contract: int
    retired: int
    hired: int
    moved_in: int
    leaving: int

    @property
    def before(self) -> int:
        """Those in post a year ago."""
        return self.in_post - self.hired - self.moved_in + self.leaving


@frozen
class Plan:
    """All of a unit that is counted in money and people."""

    people: People
    personnel: Basic
    operating: Basic
    projects: tuple[ProjectPlan, ...]

    @property
    def spent(self) -> int:
        """What the unit spent."""
        return self.personnel.spent + self.operating.spent + self.projects_spent

    @property
    def budget(self) -> int:
        """The budget of the unit at the end of the year."""
        return self.personnel.budget + self.operating.budget + sum(each.budget for each in self.projects)

    @property
    def is_slow(self) -> bool:
        """Whether it asks for a word on its execution."""
        return self.spent * FULL < self.budget * LOW

    @property
    def is_slow_in_projects(self) -> bool:
        """Whether its projects together do; in drawn plans this is the same, as one word serves several reports."""
        return self.projects_spent * FULL < sum(each.budget for each in self.projects) * LOW

    @property
    def projects_spent(self) -> int:
        """What all projects spent."""
        return sum(each.spent for each in self.projects)


def draw_plan(chance: Chance, sector: Sector, projects: tuple[int, int], subs: tuple[int, int]) -> Plan:
    """The figures of a unit; projects, subs: from how many to how many it has, and each of these."""
    while True:
        people = _people(chance)
        personnel = _basic(chance, people.in_post * chance.between(900, 1_600))
        operating = _basic(chance, people.in_post * chance.between(150, 320))
        names = chance.some(_PROJECTS, chance.between(*projects))
        plan = Plan(people, personnel, operating, tuple(_project(chance, sector, name, subs) for name in names))
        if not _is_doubtful(plan.spent, plan.budget) and plan.is_slow is plan.is_slow_in_projects:
            return plan


def _is_doubtful(spent: int, budget: int) -> bool:
    """Whether execution may print as enough, or as full, and not be it."""
    return LOW - 20 < spent * FULL // budget < LOW + 20 or FULL - 20 < spent * FULL // budget < FULL


_PROJECTS = (
    "能力提升",
    "设施维护",
    "公共服务",
    "质量监管",
    "惠民补助",
    "信息化建设",
    "基层站点建设",
    "宣传推广",
    "安全保障",
    "人才培养",
    "应急储备",
    "示范创建",
    "设备更新",
    "综合治理",
    "试点推进",
    "规划编制",
)
_STEPS = ("", "（二期）", "（三期）", "（续建）", "（延伸）")
CATEGORIES = ("业务工作经费", "运行维护经费")


def _people(chance: Chance) -> People:
    quota = chance.between(16, 140)
    in_post = quota - chance.below(quota // 8)
    leaving = chance.below(4)
    return People(
        quota, in_post, chance.below(5), chance.between(5, 60) + leaving, chance.below(4), chance.below(3), leaving
    )


def _basic(chance: Chance, initial: int) -> Basic:
    added = initial * chance.between(1, 60) // 1_000 if chance.yes(60) else 0
    prior = initial * chance.between(9_200, 9_900) // FULL
    return Basic(prior, initial, added, (initial + added) * chance.between(9_700, FULL) // FULL)


def _project(chance: Chance, sector: Sector, name: str, between: tuple[int, int]) -> ProjectPlan:
    count, own = chance.between(*between), chance.some(sector.works, len(sector.works))
    while True:
        subs = [_sub(chance, name, own[each % len(own)], each // len(own)) for each in range(count)]
        if chance.yes(40):
            last = subs[-1]
            subs[-1] = Sub(last.name, last.work, 0, last.budget, last.spent)
        initial = sum(sub.initial for sub in subs)
        carried = initial * chance.between(3, 20) // 100 if chance.yes(60) else 0
        other = initial * chance.between(2, 8) // 100 if chance.yes(30) else 0
        plan = ProjectPlan(f"{sector.name}{name}", chance.pick(CATEGORIES), tuple(subs), carried, other)
        if not _is_doubtful(plan.spent, plan.budget) and not any(_is_doubtful(sub.spent, sub.budget) for sub in subs):
            return plan


def _sub(chance: Chance, project: str, work: Work, turn: int) -> Sub:
    budget = chance.spread(300, 30_000) // 10 * 10
    if chance.yes(40):
        spent = budget
    elif chance.yes(90):
        spent = budget * chance.between(9_250, 9_960) // FULL
    else:
        spent = budget * chance.between(4_500, 8_800) // FULL
    return Sub(f"{project}{work.name}{_STEPS[turn]}", work, budget, budget, spent)
