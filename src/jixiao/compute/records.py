"""Records as expressions see them: the fields of the model, and the figures a format derives for them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence
from typing import Any, Protocol

from jixiao.compute.case import Case
from jixiao.expr.figure import MISSING, Figure, FigureId, Named
from jixiao.expr.functions import Items, figure_of
from jixiao.expr.scope import Scope
from jixiao.formats.rules import FigureRule
from jixiao.model.fields import Field, Kind, field_by_key, fields_of

WHOLE = ("部门", "项目", "单位", "报告")
"""Kinds of the records that are no rows: what is evaluated, the unit, the report."""


NOBODY: MutableSequence[object] = deque(maxlen=0)
"""Takes in what is read while nobody asks."""


class Reads:
    """The values that are read of records, for whoever asks; shared by a report's evaluations."""

    def __init__(self) -> None:
        self.values: MutableSequence[object] = NOBODY


class Plan(Protocol):
    """What makes the values of one type of record: an access for each name, called with the evaluation and a record."""

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

    def walk(self, record: ItemRecord, *, goes_on: bool) -> list[object]:
        """The values of a record that may be figures or hold some; goes_on: whether there are last year's data."""


class Plans(Protocol):
    """The plans of one format."""

    def of(self, record: ItemRecord) -> Plan:
        """The plan for records like this one."""


class Values(Protocol):
    """What a record asks of the evaluation it belongs to."""

    @property
    def case(self) -> Case:
        """The report."""

    @property
    def plans(self) -> Plans:
        """What makes the values of records, for each type of them."""

    @property
    def reads(self) -> Reads:
        """What is read of records."""

    @property
    def identity(self) -> tuple[str, str, int]:
        """What the figures have in common: report, project and year."""

    def value_of(self, record: ItemRecord, name: str) -> object:
        """The value of a name of a record, or MISSING."""

    def lookup(self, name: str) -> object:
        """The value of a name in the report's scope, or MISSING."""

    def names(self) -> Iterable[str]:
        """All names of the report's scope."""


class ItemRecord(Named):
    """A record or row: fields first stated, then derived; every value is made once.

    kinds: what 对象 may say of it, the narrowest first: its kind, then its family (经费); of a root, then nothing.
    exact: of a record of printed values, the one with the exact values. plan: what makes its values.
    """

    __slots__ = (
        "_reads",
        "_values",
        "data",
        "evaluation",
        "exact",
        "givens",
        "kind",
        "kinds",
        "label",
        "path",
        "plan",
        "scope",
    )

    def __init__(  # noqa: PLR0913, PLR0917 - a row is what it is one of, its name, its data and its surroundings
        self,
        evaluation: Values,
        kind: str,
        label: str,
        data: Any,
        givens: Mapping[str, object] | None = None,
        path: str | None = None,
        exact: ItemRecord | None = None,
    ) -> None:
        self.evaluation = evaluation
        self.kind = kind
        self.label = label
        self.data = data
        self.path = f"{kind}/{label}" if path is None else path
        self.kinds = kinds_of(kind, type(data), is_root=not self.path)
        self.givens = givens or {}
        self.exact = exact
        self.plan = evaluation.plans.of(self)
        self._values: dict[str, object] = {}
        self._reads = evaluation.reads
        self.scope: Scope = RowScope(self)

    def get(self, name: str) -> object:
        """The value of a name, or MISSING."""
        values = self._values
        if name not in values:
            values[name] = self.evaluation.value_of(self, name)
        value = values[name]
        self._reads.values.append(value)
        return value

    def figure(self, name: str) -> Figure:
        """The figure of this name, as an operand; blank where there is none. Raises ExpressionError for words."""
        value = self.get(name)
        return figure_of(None if value is MISSING else value, name)

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
        return FigureId(name, self.path, report, project, stage, scope, year)

    def __str__(self) -> str:
        return self.label


class RowScope:
    """The names inside a row: its own, then those of the report."""

    __slots__ = ("record",)

    def __init__(self, record: ItemRecord) -> None:
        self.record = record

    def lookup(self, name: str) -> object:
        """The row's value of the name, else the report's."""
        found = self.record.get(name)
        return self.record.evaluation.lookup(name) if found is MISSING else found

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
    for row in data:
        label = label_of(row)
        seen[label] = seen.get(label, 0) + 1
        path = below(within, f"{kind}/{label}") + (f"#{seen[label]}" if seen[label] > 1 else "")
        records.append(ItemRecord(evaluation, kind, label, row, path=path))
    return Items(records, kind)


def label_of(row: Any) -> str:
    """A row's own name: its first words field that is filled, preferring 简称 and 三级指标."""
    filled = (getattr(row, attribute) for attribute in _label_attributes(type(row)))
    return next((str(value) for value in filled if value is not None), "")


_label_attributes_of: dict[type[Any], tuple[str, ...]] = {}


def _label_attributes(row_type: type[Any]) -> tuple[str, ...]:
    """The attributes that may hold a row's own name, the likeliest first."""
    if row_type not in _label_attributes_of:
        words = {each.field.name: each.attribute for each in fields_of(row_type) if each.field.kind is Kind.TEXT}
        preferred = [words[name] for name in ("简称", "三级指标", "名称", "文号") if name in words]
        _label_attributes_of[row_type] = tuple(dict.fromkeys([*preferred, *words.values()]))
    return _label_attributes_of[row_type]
