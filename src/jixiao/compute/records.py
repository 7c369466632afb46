"""Records as expressions see them: the fields of the model, and the figures a format derives for them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence
from typing import Any, NamedTuple, Protocol

from jixiao.compute.case import Case
from jixiao.expr.figure import MISSING, Figure, FigureId, Named, identified
from jixiao.expr.functions import Items, figure_of
from jixiao.expr.scope import Scope
from jixiao.formats.rules import FigureRule
from jixiao.model.fields import Field, Kind, field_by_key, fields_of
from jixiao.model.values import Text

NOTHING_GIVEN: Mapping[str, object] = {}

WHOLE = ("部门", "项目", "单位", "报告")
"""Kinds of the records that are no rows: what is evaluated, the unit, the report."""


NOBODY: MutableSequence[object] = deque(maxlen=0)
"""Takes in what is read while nobody asks."""


class Reads:
    """The values that are read of records, for whoever asks; shared by a report's evaluations."""

    def __init__(self) -> None:
        self.values: MutableSequence[object] = NOBODY


class Entered(NamedTuple):
    """A field of numbers whose entry is its value: what the figures in it have in common."""

    attribute: str
    name: str
    stage: str
    scope: str
    as_typed: bool
    field: Field


class Worded(NamedTuple):
    """A field of words that no rule makes. is_bare: whether nothing stands in where nobody filled it in."""

    attribute: str
    name: str
    is_bare: bool


class Plan(Protocol):
    """What makes the values of one type of record: an access for each name, called with the evaluation and a record."""

    @property
    def entries(self) -> Sequence[Entered]:
        """The fields of numbers that are what is typed there."""

    @property
    def words(self) -> Sequence[Worded]:
        """The fields of words that are what is typed there."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What 对象 may say of such a record, the narrowest first."""

    @property
    def field_names(self) -> Sequence[str]:
        """The names of the fields of the model."""

    @property
    def derived_names(self) -> Sequence[str]:
        """The names of the figures the format derives for such a record."""

    def __getitem__(self, name: str, /) -> Callable[[Any, ItemRecord], object]:
        """What makes the value of a name."""

    def rule(self, name: str) -> FigureRule | None:
        """The rule of the format that derives a figure of this name."""

    def filled(self, record: ItemRecord, *, goes_on: bool) -> list[str]:
        """The names whose values may be figures or hold some; goes_on: whether there are last year's data."""


class Plans(Protocol):
    """The plans of one format."""

    def of(self, data_type: type[Any], kind: str, *, is_root: bool) -> Plan:
        """The plan for records with such data that are one of a kind."""


class Values(Protocol):
    """What a record asks of the evaluation it belongs to."""

    @property
    def case(self) -> Case:
        """The report."""

    @property
    def plans(self) -> Plans:
        """What makes the values of records, for each type of them."""

    @property
    def root(self) -> ItemRecord:
        """What is evaluated."""

    @property
    def last_year(self) -> object:
        """The evaluation of the year before; None where there is none."""

    @property
    def reads(self) -> Reads:
        """What is read of records."""

    @property
    def identity(self) -> tuple[str, str, int]:
        """What the figures have in common: report, project and year."""

    def values_of(self, record: ItemRecord) -> dict[str, object]:
        """Room for the values of a new record, which makes them when they are asked for."""

    def lookup(self, name: str) -> object:
        """The value of a name in the report's scope, or MISSING."""

    def names(self) -> Iterable[str]:
        """All names of the report's scope."""


class Made(dict[str, object]):
    """The values of a record, each made by its plan when it is first asked for."""

    __slots__ = ("record",)

    def __init__(self, record: ItemRecord) -> None:
        super().__init__()
        self.record = record

    def __missing__(self, name: str) -> object:
        record = self.record
        value = self[name] = record.plan[name](record.evaluation, record)
        return value


class ItemRecord(Named):
    """A record or row: fields first stated, then derived; every value is made once.

    exact: of a record of printed values, the one with the exact values. plan: what makes its values.
    values: those that were made; whoever computes reads them here, where nobody traces what is read.
    """

    values: dict[str, object]

    __slots__ = ("data", "evaluation", "exact", "givens", "kind", "label", "path", "plan", "values")

    def __init__(  # noqa: PLR0913, PLR0917 - a row is what it is one of, its name, its data and its surroundings
        self,
        evaluation: Values,
        kind: str,
        label: str,
        data: Any,
        givens: Mapping[str, object] = NOTHING_GIVEN,
        path: str | None = None,
        exact: ItemRecord | None = None,
    ) -> None:
        self.evaluation = evaluation
        self.kind = kind
        self.label = label
        self.data = data
        self.path = f"{kind}/{label}" if path is None else path
        self.givens = givens
        self.exact = exact
        self.plan = evaluation.plans.of(type(data), kind, is_root=not self.path)
        self.values = evaluation.values_of(self)
        if givens and exact is None:
            self.values.update(givens)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What 对象 may say of it, the narrowest first: its kind, then its family (经费); of a root, then nothing."""
        return self.plan.kinds

    @property
    def scope(self) -> Scope:
        """Its names as an expression sees them."""
        return RowScope(self)

    def get(self, name: str) -> object:
        """The value of a name, or MISSING."""
        value = self.values[name]
        self.evaluation.reads.values.append(value)
        return value

    def figure(self, name: str) -> Figure:
        """The figure of this name, as an operand; blank where there is none. Raises ExpressionError for words."""
        value = self.values[name]
        return value if isinstance(value, Figure) else figure_of(None if value is MISSING else value, name)

    def names(self) -> Iterable[str]:
        """Names of fields, then of derived figures."""
        return [*self.givens, *self.plan.field_names, *self.plan.derived_names]

    def field_names(self) -> Sequence[str]:
        """The names of the model's fields of this record."""
        return self.plan.field_names

    def field(self, name: str) -> tuple[Field, Any] | None:
        """The field of this name and what the unit filled in."""
        row = field_by_key(type(self.data)).get(name) if self.data is not None else None
        return (row.field, getattr(self.data, row.attribute)) if row else None

    def figure_id(self, name: str, stage: str = "", scope: str = "") -> FigureId:
        """The identity of a figure of this record."""
        report, project, year = self.evaluation.identity
        return identified(name, self.path, report, project, stage, scope, year)

    def __str__(self) -> str:
        return self.label


class RowScope:
    """The names inside a row: its own, then those of the report."""

    __slots__ = ("record",)

    def __init__(self, record: ItemRecord) -> None:
        self.record = record

    def lookup(self, name: str) -> object:
        """The row's value of the name, else the report's."""
        record = self.record
        found = record.get(name)
        return record.evaluation.lookup(name) if found is MISSING else found

    def names(self) -> Iterable[str]:
        """Own names, then the report's."""
        yield from self.record.names()
        yield from self.record.evaluation.names()


def kinds_of(kind: str, data_type: type[Any], *, is_root: bool) -> tuple[str, ...]:
    """What 对象 may say of a record, the narrowest first."""
    family = getattr(data_type, "family", "" if is_root else None)
    return (kind,) if family is None else (kind, family)


def below(path: str, name: str) -> str:
    """The path of something within a record, as formulas write it."""
    return f"{path}.{name}" if path else name


def rows(evaluation: Values, kind: str, data: Iterable[Any], within: str = "") -> Items:
    """A list of the model as a list of records; rows of one name are told apart by their number."""
    seen: dict[str, int] = {}
    records: list[object] = []
    whole = below(within, kind)
    for row in data:
        label = label_of(row)
        seen[label] = seen.get(label, 0) + 1
        path = f"{whole}/{label}" if seen[label] == 1 else f"{whole}/{label}#{seen[label]}"
        records.append(ItemRecord(evaluation, kind, label, row, NOTHING_GIVEN, path))
    return Items(records, kind)


def label_of(row: Any) -> str:
    """A row's own name: its first words field that is filled, preferring 简称 and 三级指标."""
    for attribute in _label_attributes(type(row)):
        value: Text | None = getattr(row, attribute)
        if value is not None:
            return value.text
    return ""


_label_attributes_of: dict[type[Any], tuple[str, ...]] = {}


def _label_attributes(row_type: type[Any]) -> tuple[str, ...]:
    """The attributes that may hold a row's own name, the likeliest first."""
    if row_type not in _label_attributes_of:
        words = {each.field.name: each.attribute for each in fields_of(row_type) if each.field.kind is Kind.TEXT}
        preferred = [words[name] for name in ("简称", "三级指标", "名称", "文号") if name in words]
        _label_attributes_of[row_type] = tuple(dict.fromkeys([*preferred, *words.values()]))
    return _label_attributes_of[row_type]
