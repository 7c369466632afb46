"""Indicators of a project or a department: goals, what was reached as facts, points by the rules of the format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.formats.rules import GroupRule
from jixiao.kernel.frozen import frozen
from jixiao.sample.chance import Chance
from jixiao.sample.vocabulary import ASPECTS, EFFECTS, RATES, REASONS, TARGETS, Sector, Work
from jixiao.sample.writing import Node, money, rate

CATEGORIES = {
    "产出": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益": ("经济效益指标", "社会效益指标", "可持续影响指标"),
    "满意": ("服务对象满意度指标",),
}
"""Second-level indicators of a first-level one (by a word in its name) for which the format lists none."""

SATISFIED, QUANTITY, RATE, COST = "满意", "数量", ("质量", "时效"), "成本"


LEAST = 3
"""Points of a goal in words from which one may lose some."""


@frozen
class Field:
    """A row to be filled: first- and second-level indicator, and weight (0 where the format gives no points)."""

    group: str
    category: str
    weight: int


class Indicators:
    """Draws the rows of one subject, the facts behind them, and the points lost.

    weak: whether so much is missed that the grade is not the best. is_slow: whether execution is far below the budget.
    """

    def __init__(self, chance: Chance, sector: Sector, works: Sequence[Work], *, weak: bool, is_slow: bool) -> None:
        self.chance = chance
        self.sector = sector
        self.facts: dict[str, str] = {}
        self.lost = Fraction(0)
        self.weak, self.is_slow = weak, is_slow
        self._counts = self._names(works)
        self._rates = (f"{work.name}{each}" for each in RATES for work in works)

    def rows(self, groups: Sequence[GroupRule], number: int, own: Sequence[tuple[str, str]] = ()) -> list[Node]:
        """About so many rows; own: rates of the format's own that stand among them."""
        left, fields = list(own), _fields(groups, number)
        return [_known(each, *left.pop(0)) if left and _is_output(each) else self._row(each) for each in fields]

    def _row(self, field: Field) -> Node:
        if SATISFIED in field.category or (SATISFIED in field.group and not field.category):
            return self._satisfaction(field)
        if QUANTITY in field.category:
            return self._count(field)
        if any(word in field.category for word in RATE):
            return self._rate(field)
        if COST in field.category and not any(name == "支出控制率" for name in self.facts):
            return self._spending(field)
        return self._words(field)

    def _count(self, field: Field) -> Node:
        name, unit = next(self._counts, ("", ""))
        if not name:
            return self._words(field)
        target = self.chance.spread(24, 2_400)
        actual, reason = target + target * self.chance.below(26) // 100, ""
        if self.chance.yes(18 if self.weak else 5):
            most = 100 - max(60 // (field.weight or 60), 4)  # fewer would be no loss of points once these are rounded
            actual, reason = target * self.chance.between(most * 3 // 4, most) // 100, self.chance.pick(REASONS)
            self.lost += field.weight - Fraction(field.weight * actual, target)
        elif self.chance.yes(4):
            actual, reason = target * self.chance.between(135, 180) // 100, "实际申报量大于测算，下年相应调整指标值。"
        self.facts[name] = f"{actual}{unit}"
        return _row(field, name, f"≥{target}{unit}", f"={name}", 偏差原因=reason)

    def _rate(self, field: Field) -> Node:
        name = next(self._rates, "")
        if not name:
            return self._words(field)
        actual = self.chance.pick(("100%", "99.2%", "98.5%", "97.6%", "96.4%", "100%"))
        self.facts[name] = actual
        return _row(field, name, "≥95%", f"={name}")

    def _satisfaction(self, field: Field) -> Node:
        who = self.chance.pick((self.sector.served, "群众", "服务对象", "基层单位", "参训人员"))
        name = f"{who.replace('、', '').replace('和', '')}满意度"
        if name in self.facts:
            return self._words(field)
        sample = self.chance.between(100, 600)
        actual = sample * self.chance.between(930, 995) // 1_000
        self.facts[name] = rate(actual, sample)
        return _row(field, name, "≥90%", f"={name}", 样本数=str(sample))

    def _spending(self, field: Field) -> Node:
        self.facts["支出控制目标"] = "100%"
        reason = "支出进度偏慢，部分款项待验收后支付。" if self.is_slow else ""
        return _row(field, "支出控制情况", "≤100%", "=预算执行率", 偏差原因=reason)

    def _words(self, field: Field) -> Node:
        effects = next((found for word, found in EFFECTS.items() if word in field.category))
        work = self.chance.pick(self.sector.works).name
        target, actual = self.chance.pick(TARGETS)
        name = f"{work}{self.chance.pick(effects)}" if field.category.endswith(("指标", "效益", "影响")) else ""
        score, reason = field.weight * 10, ""
        if field.weight >= LEAST and self.chance.yes(60 if self.weak else 8):
            lost = field.weight * (3 if self.weak else 1)
            score, reason = score - lost // 5 * 5, self.chance.pick(REASONS)
            self.lost += Fraction(lost // 5 * 5, 10)
        points = money(score * 10).removesuffix("0").removesuffix(".0") if field.weight else ""
        return _row(field, name or field.category, target, actual, 得分=points, 偏差原因=reason)

    def _names(self, works: Sequence[Work]) -> Iterator[tuple[str, str]]:
        for aspect, unit in ASPECTS:
            for work in works:
                yield f"{work.name}{aspect or '数量'}", unit or work.unit


def _known(field: Field, name: str, formula: str) -> Node:
    return _row(field, name, "≤100%", f"={formula}", 偏差原因="按批复的预算从严控制。")


def _row(field: Field, name: str, target: str, actual: str, **more: str) -> Node:
    """A row; more: further fields, of which the empty ones are left out."""
    row = {
        "一级指标": field.group,
        "二级指标": field.category,
        "三级指标": name,
        "年度指标值": target,
        "实际完成值": actual,
    }
    weight = {"分值": str(field.weight)} if field.weight else {}
    return row | weight | {key: words for key, words in more.items() if words}


def _fields(groups: Sequence[GroupRule], number: int) -> Iterator[Field]:
    """The rows of all groups: each second-level indicator at least once, the weight of a group shared evenly."""
    weights = {str(group.name): _weight(group) for group in groups}
    whole = sum(weights.values()) or len(weights)
    for group in groups:
        name = str(group.name)
        categories = [str(each) for each in group.categories] or list(_categories(name))
        share = number * (weights[name] or 1) // whole
        count = max(min(max(share, len(categories)), weights[name] or share), 1)
        points = _shared(weights[name], count)
        order = sorted(range(count), key=lambda each: each % len(categories))
        yield from (
            Field(name, categories[each % len(categories)], weight) for each, weight in zip(order, points, strict=True)
        )


def _weight(group: GroupRule) -> int:
    return int(group.weight.number.value) if group.weight and group.weight.number else 0


def _shared(weight: int, count: int) -> list[int]:
    return [weight // count + (each < weight % count) for each in range(count)]


def _categories(group: str) -> tuple[str, ...]:
    return next((found for word, found in CATEGORIES.items() if word in group), _MANAGED)


_MANAGED = (
    "预算编审管理",
    "预算执行管理",
    "结转结余管理",
    "绩效管理",
    "信息公开管理",
    "财政监督管理",
    "采购管理",
    "资产管理",
)


def _is_output(field: Field) -> bool:
    return QUANTITY in field.category or any(word in field.category for word in RATE)
