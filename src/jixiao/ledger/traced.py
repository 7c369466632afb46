"""A ledger that marks what it prints."""

from __future__ import annotations

from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.expr.figure import Figure
from jixiao.expr.wording import BY_PLACE, Style
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.marks import marked
from jixiao.ledger.view import Display


class Traced(Ledger):
    """Prints as a ledger does, with marks around figures; traced: those printed, by the numbers of their marks."""

    def __init__(self, case: Case, exact: Evaluation) -> None:
        super().__init__(case, exact)
        self.traced: list[Figure] = []
        self._numbers: dict[int, int] = {}

    def _figure(self, figure: Figure, display: Display, style: Style = BY_PLACE) -> str:
        text = super()._figure(figure, display, style)
        if not text:  # an empty cell has to stay one
            return text
        number = self._numbers.get(id(figure))
        if number is None:
            number = self._numbers[id(figure)] = len(self.traced)
            self.traced.append(figure)
        return marked(text, number)
