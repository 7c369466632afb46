"""What every check sees: one report's data, its exact figures and their printed strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from jixiao.checks.filled import Filled, filled_in
from jixiao.checks.words import Paragraph, Pieces, Written
from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import MISSING, Figure, FigureId, leaves
from jixiao.expr.functions import Items
from jixiao.formats.rules import FormatRules, GroupRule
from jixiao.formats.scoring import ScoringRules
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.unit import Dimension
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from jixiao.model.values import Entry, Text

T = TypeVar("T")

ACCOUNTS = "经费"
SUB_PROJECTS, ALLOTMENTS, FUNDS, INDICATORS = "子项目", "指标文", "资金构成", "绩效指标"
INITIAL, BUDGET, ARRIVED, SPENT = "年初预算数", "全年预算数", "到位资金", "全年执行数"
ROW_BUDGET, ROW_ARRIVED, ROW_SPENT = "预算安排", "实际到位", "实际支出"
EXECUTION_RATE = "预算执行率"


@dataclass(frozen=True)
class Context:
    """What is checked: the subject of a report, or one of the projects in a department's.

    paper: the printed figures of the same. whole: the department whose project this is.
    word_files: the words of sections that the unit wrote in Word.
    """

    case: Case
    exact: Evaluation
    paper: Evaluation
    ledger: Ledger
    whole: Context | None = None
    word_files: tuple[Paragraph, ...] = ()

    @classmethod
    def all_of(cls, exact: Evaluation, ledger: Ledger, word_files: tuple[Paragraph, ...] = ()) -> list[Context]:
        """The report, and in that of a department each of its projects."""
        whole = cls(exact.case, exact, ledger.printed_figures, ledger, word_files=word_files)
        pairs = zip(exact.parts, ledger.printed_figures.parts, strict=True)
        return [whole, *(cls(part.case, part, paper, ledger, whole) for part, paper in pairs)]

    @property
    def rules(self) -> FormatRules:
        """The rules of the report's format."""
        return self.case.format.rules

    @property
    def groups(self) -> tuple[GroupRule, ...]:
        """The first-level indicators that the format has for the subject."""
        return self.rules.groups_of(self.case.subject.kind)

    @property
    def scoring(self) -> ScoringRules:
        """How the report's format gives points."""
        return self.rules.scoring or ScoringRules()

    @property
    def project_place(self) -> SourcePlace | None:
        """Where the subject is described, for what is missing from it."""
        return self.case.subject.place if self.case.subject.place.file else self.case.report.place

    @property
    def is_department(self) -> bool:
        """Whether a whole department is evaluated."""
        return self.case.project is None

    def amount(self, *names: str) -> Figure | None:
        """A figure within records (基本支出, 人员经费, 年初预算数); None where nothing is filled in."""
        *records, name = names
        return amount_in(self.record(*records), name)

    def record(self, *names: str) -> ItemRecord | None:
        """A record within records of the subject; None where it has none."""
        value: object = self.exact.root
        for name in names:
            value = value.get(name) if isinstance(value, ItemRecord) else None
        return value if isinstance(value, ItemRecord) else None

    def figure(self, name: str) -> Figure | None:
        """A figure of the report; None where there is none of this name."""
        value = self.exact.lookup(name)
        return value if isinstance(value, Figure) else None

    def rows(self, name: str) -> list[ItemRecord]:
        """The rows of a list of the subject; none where it has no such list."""
        found = self._rows.get(name)
        if found is None:
            own = [row for row in rows_of(self.exact.lookup(name)) if row.evaluation is self.exact]
            found = self._rows[name] = own
        return found

    def column(self, rows: str, name: str) -> list[Figure | None]:
        """A figure of each row of a list of the subject; None for each row that has none of this name, or words."""
        found = self._columns.get((rows, name))
        if found is None:
            values = [row.values[name] for row in self.rows(rows)]
            found = self._columns[rows, name] = [each if isinstance(each, Figure) else None for each in values]
        return found

    def printed_column(self, rows: str, name: str) -> list[Decimal | None]:
        """The values that these print."""
        on_paper, column = self.on_paper, self.column(rows, name)
        printed = [on_paper.get(each.id, each) if each and each.id else each for each in column]
        return [each.value if each else None for each in printed]

    @cached_property
    def figures(self) -> dict[FigureId, Figure]:
        """The figures of the subject: without those of a department's projects, or within one, without the unit's."""
        return dict(self._own(self.exact.all_figures().items()))

    @cached_property
    def ratios(self) -> list[tuple[FigureId, Figure]]:
        """Those of them that are ratios."""
        figures = self.exact.all_figures().items()
        return self._own([each for each in figures if each[1].unit.dimension is Dimension.RATIO])

    @cached_property
    def obstructed(self) -> list[tuple[FigureId, Figure]]:
        """Those of them that cannot be computed."""
        return self._own([each for each in self.exact.all_figures().items() if each[1].obstacle])

    def _own(self, figures: Iterable[tuple[FigureId, Figure]]) -> list[tuple[FigureId, Figure]]:
        key, shared = self.case.project_key, self.case.unit_year.facts if self.whole else {}
        return [each for each in figures if each[0].project == key and (each[0].item or each[0].name not in shared)]

    @cached_property
    def units(self) -> set[str]:
        """The names of the units of all figures."""
        return set(map(attrgetter("unit.name"), self.exact.all_figures().values()))

    @cached_property
    def facts(self) -> dict[str, Figure]:
        """The facts that are numbers or formulas, the project's and the unit's."""
        return {name: figure for name in self.fact_names if (figure := self.figure(name)) is not None}

    @cached_property
    def fact_names(self) -> dict[str, object]:
        """The names of all facts, with what was typed."""
        return {**self.case.subject.facts, **self.case.unit_year.facts}

    @cached_property
    def written(self) -> list[Written]:
        """Everything the unit wrote that the report prints; of a department's project, its own."""
        return [*self.filled.words, *self._chapters]

    @cached_property
    def _chapters(self) -> list[Paragraph]:
        """The words of chapters of its own."""
        if self.whole is not None or not self.case.format.changed:
            return []
        from jixiao.checks.chapters import chapter_paragraphs  # noqa: PLC0415 - most units write no chapters

        return [*chapter_paragraphs(self.case), *self.word_files]

    def once(self, make: Callable[[Context], T]) -> T:
        """What several checks look at, made for the first of them."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def words(self) -> Pieces:
        """All of these words, to be searched."""
        return Pieces(self.written)

    @cached_property
    def prose(self) -> Pieces:
        """Those of running text."""
        return Pieces([*self.filled.prose, *self._chapters])

    @cached_property
    def filled(self) -> Filled:
        """What the unit filled in; of a department's project, for that alone."""
        return filled_in(self.case, alone=self.whole is not None)

    def is_taken(self, figure: Figure) -> bool:
        """Whether its field was left empty, so that it was taken from last year's data."""
        return figure.number is None and any(part.id and part.id.year != self.case.year for part in figure.inputs)

    def printed(self, figure: Figure) -> Figure:
        """The figure with the value it prints."""
        return self.on_paper.get(figure.id, figure) if figure.id else figure

    @cached_property
    def on_paper(self) -> dict[FigureId, Figure]:
        """All figures of the report, or of the project, with the values they print."""
        return self.paper.all_figures()

    def shown(self, figure: Figure) -> str:
        """The figure as it prints in running text."""
        return self.ledger.printed(self.printed(figure), Display.TEXT).text

    def called(self, identity: FigureId | None) -> str:
        """A figure's name in a message: in the report of a department with that of its project."""
        project = identity.project if identity and (self.whole or self.is_department) else ""
        return f"{project}/{called(identity)}" if project else called(identity)

    def place(self, figure: Figure) -> SourcePlace | None:
        """Where the unit typed the figure, or the first of the figures it is made of."""
        return next((place for each in leaves(figure) if (place := self.data_place(each))), self.project_place)

    def related(self, figure: Figure, but: SourcePlace | None = None) -> list[SourcePlace]:
        """Where everything was typed that the figure is made of; `but` is told already."""
        places = (self.data_place(each) for each in leaves(figure))
        return [place for place in dict.fromkeys(places) if place and place != but]

    def data_place(self, figure: Figure) -> SourcePlace | None:
        """Where the unit typed the figure; nothing of what it did not."""
        place = figure.place
        return place if isinstance(place, SourcePlace) and place.file not in self._elsewhere else None

    @cached_property
    def _made(self) -> dict[Callable[[Context], Any], Any]:
        return {}

    @cached_property
    def _columns(self) -> dict[tuple[str, str], list[Figure | None]]:
        return {}

    @cached_property
    def _rows(self) -> dict[str, list[ItemRecord]]:
        return {}

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """The files of formulas, and none: where nothing is filled in."""
        return _files_of(self.rules)


@lru_cache(maxsize=8)  # of as many formats as a process may have at hand
def _files_of(rules: FormatRules) -> frozenset[str]:
    """The files of a format's formulas, and none."""
    formulas = (rule.formula for rule in rules.figures)
    return frozenset(formula.place.file for formula in formulas if formula) | {rules.place.file, ""}


def repeated(names: Iterable[Text | None]) -> Iterator[tuple[Text, Text]]:
    """Names that stand twice, each with where it stood first."""
    first: dict[str, Text] = {}
    for name in names:
        if name and first.setdefault(name.text, name) is not name:
            yield name, first[name.text]


def rows_of(value: object) -> list[ItemRecord]:
    """The rows of a value that is a list of them."""
    return [row for row in value if isinstance(row, ItemRecord)] if isinstance(value, Items) else []


def figure_in(row: ItemRecord, name: str) -> Figure | None:
    """A figure of a row; None where it has none of this name, or words."""
    value = row.values[name]
    return value if isinstance(value, Figure) else None


def figures_in(row: ItemRecord, names: Iterable[str]) -> list[Figure | None]:
    """The figures of a row under these names; None for each that it has not, or words."""
    return [value if isinstance(value, Figure) else None for value in map(row.values.__getitem__, names)]


def amount_in(record: ItemRecord | None, name: str) -> Figure | None:
    """A figure of a record; None where nothing is filled in."""
    figure = figure_in(record, name) if record else None
    return None if figure is None or figure.is_blank else figure


def filled(row: ItemRecord, name: str) -> bool:
    """Whether a field of a row is filled in."""
    value = row.values[name]
    return value is not MISSING and bool(value)


def called(identity: FigureId | None) -> str:
    """A figure's name with that of its row: 后评估费/预算执行率; also the key that explains it alone."""
    if identity is None:
        return ""
    row = identity.item.split("/", 1)[-1]
    return f"{row}/{identity.name}" if row and identity.name else row or identity.name


def typed(entry: Entry | None) -> str:
    """A number in a format's rules as it is typed there."""
    return entry.typed if entry else ""


def number_of(entry: Entry | None) -> Decimal | None:
    """The value of a number in a format's rules."""
    return entry.number.value if entry and entry.number else None
