"""The second evaluation: the figures of a report with the values they print.

What was typed, and amounts, whose printed values the footing policy gives, are taken from the exact figures; ratios,
points and choices are computed again from printed values. Records stand for the exact ones, name by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import cast

from jixiao.compute.evaluation import Evaluation
from jixiao.compute.prose import NarrativeRecord, Prose
from jixiao.compute.records import ItemRecord, Made
from jixiao.compute.scoring import rule_for
from jixiao.expr.figure import Figure, FigureId
from jixiao.expr.functions import Items
from jixiao.formats.scoring import CAP
from jixiao.kernel.unit import Dimension

Amounts = Mapping[FigureId, Decimal]
Settle = Callable[[Figure], Figure]
"""Gives a figure the value that it prints."""


class _OnPaper(dict[str, object]):
    """The values of a record that stands for an exact one."""

    __slots__ = ("evaluation", "record")

    def __init__(self, evaluation: PrintedFigures, record: ItemRecord) -> None:
        super().__init__()
        self.evaluation = evaluation
        self.record = record

    def __missing__(self, name: str) -> object:
        value = self[name] = self.evaluation.value_of(self.record, name)
        return value


class PrintedFigures(Evaluation):
    """Names of a report to figures as printed. amounts: those whose printed value is known.

    counterparts: of each exact evaluation, by its id, the printed one. twins: of each exact record.
    asked: the figures that are being settled, each for the one before.
    anew: those that had to be computed again, as what they are made of prints otherwise than it is.
    """

    def __init__(
        self, exact: Evaluation, settle: Settle, amounts: Amounts, whole: PrintedFigures | None = None
    ) -> None:
        super().__init__(exact.case, whole)
        self.exact = exact
        self.origins, self.owners = exact.origins, exact.owners
        self._settle = settle
        self._amounts = amounts
        scoring = exact.case.format.rules.scoring
        self._grades = {str(grade.name) for grade in scoring.grades} if scoring else set()
        self.counterparts: dict[int, PrintedFigures] = whole.counterparts if whole else {}
        self.twins: dict[int, ItemRecord] = whole.twins if whole else {}
        self.asked: set[FigureId] = whole.asked if whole else set()
        self.anew: set[FigureId] = whole.anew if whole else set()
        self.counterparts[id(exact)] = self
        self.root.exact = exact.root
        self.root.values = _OnPaper(self, self.root)
        self.twins[id(exact.root)] = self.root
        self._parts = tuple(PrintedFigures(each, settle, amounts, self) for each in exact.parts)

    @property
    def parts(self) -> tuple[Evaluation, ...]:
        """The printed figures of a department's projects."""
        return self._parts

    @cached_property
    def last_year(self) -> Evaluation | None:
        """The exact figures of the year before."""
        return self.exact.last_year

    def values_of(self, record: ItemRecord) -> dict[str, object]:
        """Of records that stand for exact ones as printed; of those made while a value was computed again, anew."""
        return Made(record) if record.exact is None else _OnPaper(self, record)

    def value_of(self, record: ItemRecord, name: str) -> object:
        """The value of a name of a record as printed, or MISSING."""
        value = cast("ItemRecord", record.exact).values[name]
        if isinstance(value, Figure):
            return (value.id and self.figures.get(value.id)) or self._figure(record, name, value)
        if isinstance(value, Prose):
            return Prose(value.narrative, record.scope)
        if isinstance(value, NarrativeRecord):
            return self.specials[name].value()
        if (value is None or isinstance(value, str)) and rule_for(record.kind, name, is_root=not record.path):
            return record.plan[name](self, record)
        return self._mirrored(value)

    def keep(self, record: ItemRecord, value: object) -> object:  # noqa: ARG002 - whose it is, the exact figures know
        """A value, settled and known from now on if it is a figure of a record."""
        if not isinstance(value, Figure) or not value.id:
            return value
        settled = self._settle(value)
        if settled.formula or not settled.is_blank:
            self.figures[value.id] = settled
        return settled

    def settle_all(self) -> None:
        """Settle the figures of the report in the order in which they were made, so that operands come first."""
        figures, amounts, stated = self.figures, self._amounts, self.exact.stated
        for identity, exact in list(self.exact.figures.items()):
            if identity in figures:
                continue
            is_typed = exact.number is not None and identity not in stated
            if is_typed and amounts.get(identity, exact.value) == exact.value:
                figures[identity] = exact  # most that is typed prints as it is
            elif self._follows(exact, identity):
                figures[identity] = self._settle(exact)
            else:
                self.printed(exact)

    def printed(self, exact: Figure) -> Figure:
        """A figure as printed; one that is no figure of the report is as it is."""
        if exact.id is None:
            return exact
        found = self.figures.get(exact.id)
        if found is None and (owner := self.owners.get(exact.id)):
            value = self.twin(owner).get(exact.id.name)
            found = value if isinstance(value, Figure) and value.id == exact.id else None
        return exact if found is None else found

    def twin(self, record: ItemRecord) -> ItemRecord:
        """The record with printed values that stands for an exact one."""
        found = self.twins.get(id(record))
        if found is None:
            owner = self.counterparts[id(record.evaluation)]
            found = ItemRecord(owner, record.kind, record.label, record.data, record.givens, record.path, record)
            self.twins[id(record)] = found
        return found

    @cached_property
    def _all_figures(self) -> dict[FigureId, Figure]:
        known = self.figures
        return {each: known.get(each) or self.printed(figure) for each, figure in self.exact.all_figures().items()}

    def records(self, kind: str) -> list[ItemRecord]:
        """The records of a kind (对象), in order."""
        return [self.twin(record) for record in self.exact.records(kind)]

    def _figure(self, record: ItemRecord, name: str, exact: Figure) -> object:
        if exact.id is None:
            return exact
        if found := self.figures.get(exact.id):
            return found
        if exact.id in self.asked:  # it is made of itself, which the exact figures tell
            return exact
        self.asked.add(exact.id)
        try:
            if self._follows(exact, exact.id):
                return self.keep(record, exact)
            self.anew.add(exact.id)
            return record.plan[name](self, record)
        finally:
            self.asked.remove(exact.id)

    def _follows(self, exact: Figure, identity: FigureId) -> bool:
        """Whether the printed value follows from the exact one: of what it is made of, nothing prints otherwise."""
        if exact.number is not None:
            is_score = exact.unit.dimension is Dimension.SCORE
            return not is_score or identity not in self.exact.stated  # whose rule is held against it on paper
        if identity in self._amounts and not self._may_choose_otherwise(identity):
            return True
        read = self.exact.read_for.get(identity) or self.exact.decided_by.get(identity)
        return CAP not in exact.formula and self._print_as_they_are([*read, *exact.inputs] if read else exact.inputs)

    def _may_choose_otherwise(self, identity: FigureId) -> bool:
        """Whether a figure may be made of other figures on paper: by words, or by a sign, that differ there."""
        if not self.plans.chooses(self.origins.get(identity)):
            return False
        decided_by = self.exact.decided_by.get(identity)
        return decided_by is None or not all(map(self._decides_alike, decided_by))

    def _decides_alike(self, value: object) -> bool:
        if not isinstance(value, Figure):
            return not isinstance(value, str) or value not in self._grades
        return _sign(value) == _sign(self.printed(value))

    def _print_as_they_are(self, values: Iterable[object]) -> bool:
        figures = self.figures
        for value in values:
            if isinstance(value, Figure):
                if value.id and (figures.get(value.id) or self.printed(value)) is not value:
                    return False
            elif isinstance(value, str) and value in self._grades:
                return False
        return True

    def _mirrored(self, value: object) -> object:
        if isinstance(value, ItemRecord):
            return self.twin(value)
        if isinstance(value, Items):
            return Items([self._mirrored(each) for each in value], value.name, map(self.printed, value.chosen_by))
        return self.printed(value) if isinstance(value, Figure) else value


def _sign(figure: Figure) -> int | None:
    """Which side of nothing a figure lies; None where it has no value."""
    value = figure.value
    return None if value is None else (value > 0) - (value < 0)
