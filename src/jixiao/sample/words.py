"""Narratives from a small grammar: what a section is about follows from words in its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jixiao.sample.chance import Chance
from jixiao.sample.vocabulary import ACTIONS, FINANCE, MEASURES, OPENINGS, PROBLEMS, RESULTS, Sector

LISTED = {"问题": PROBLEMS, "措施": MEASURES, "建议": MEASURES, "整改": MEASURES}
"""Sections that are lists of what is wrong, or of what is to be done."""

MONEY = ("资金", "财务", "支出", "经费", "三公", "采购", "资产", "用途", "范围", "预算", "节约")
OUTCOME = ("产出", "完成", "效能", "成效", "效应", "效益", "满意", "综述", "评价", "经验")
NUMBERS = ("一是", "二是", "三是", "四是", "五是")

SENTENCES = 5
"""Of a paragraph."""


class Writer:
    """Writes the narratives of one subject; facts and figures: the names that tags may print."""

    def __init__(self, chance: Chance, sector: Sector, facts: Sequence[str], figures: Sequence[str]) -> None:
        self.chance, self.sector = chance, sector
        self.facts = [name for name in facts if not name.startswith("支出控制")]
        self.figures = figures

    def texts(self, names: Iterable[str], paragraphs: int) -> dict[str, list[str]]:
        """Narratives by their names."""
        return {name: self.told(name, paragraphs) for name in names}

    def told(self, name: str, paragraphs: int) -> list[str]:
        """The paragraphs of a section."""
        listed = next((found for word, found in LISTED.items() if word in name), ())
        if listed:
            return ["".join(f"{number}{each}。" for number, each in zip(NUMBERS, self._some(listed, 3), strict=False))]
        if any(word in name for word in OUTCOME) and self.facts:
            return ["".join(self._outcome() for _ in range(SENTENCES)) for _ in range(2 * paragraphs)]
        if any(word in name for word in MONEY):
            return ["".join(self._money() for _ in range(SENTENCES - 1)) for _ in range(paragraphs)]
        return ["".join(self._general() for _ in range(SENTENCES - 2)) for _ in range(paragraphs)]

    def reason(self) -> str:
        """A word on why something is otherwise than it should be."""
        return f"{self.chance.pick(PROBLEMS)}；下年{self.chance.pick(MEASURES)}。"

    def _general(self) -> str:
        one, other = self._some(ACTIONS, 2)
        return f"{self.chance.pick(OPENINGS)}，{one}，{other}，{self.chance.pick(RESULTS)}。"

    def _money(self) -> str:
        one, other = self._some(FINANCE, 2)
        if not self.figures or self.chance.yes(40):
            return f"{one}，{other}。"
        figure = self.chance.pick(self.figures)
        return f"{one}，{figure.rpartition('.')[0] or '年度'}{_told(figure)}{{{{ {figure} }}}}，{other}。"

    def _outcome(self) -> str:
        fact, action = self.chance.pick(self.facts), self.chance.pick(ACTIONS)
        return f"{self.chance.pick(OPENINGS)}，{action}，{fact}达到{{{{ {fact} }}}}，{self.chance.pick(RESULTS)}。"

    def _some(self, words: Sequence[str], number: int) -> list[str]:
        return self.chance.some(words, number)


def _told(figure: str) -> str:
    """How a sentence calls a figure."""
    return figure.rpartition(".")[2]
