"""How the names of records come by their values: found out once for each type of record and each format.

A department has some 3,000 named values. What a name is (a field, a figure of the format, a score by the rules) depends
on the type of its record and not on the unit, so it is looked up once and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any, Protocol, cast

from jixiao.compute.indicators import DERIVED, INDICATORS, SURROUNDINGS, Rule
from jixiao.compute.prose import Prose
from jixiao.compute.records import Entered, ItemRecord, Values, Worded, below, kinds_of, rows
from jixiao.compute.scoring import decided_field, result_of, rule_for
from jixiao.expr.expression import ExpressionError, expression, plainly
from jixiao.expr.figure import MISSING, Figure
from jixiao.expr.plain_paths import Plain
from jixiao.expr.values import Items
from jixiao.formats.rules import FigureRule, FormatRules
from jixiao.kernel.frozen import frozen
from jixiao.kernel.unit import Unit, unit_named
from jixiao.model.fields import Field, Kind, Row, field_by_key, fields_of
from jixiao.model.values import Entry, Text


@frozen
class Derivation:
    """A rule of the format that derives a figure, its words taken apart.

    formula: None where the program knows it. plain: the function of a formula of a common shape.
    """

    rule: FigureRule
    name: str
    stage: str
    unit: Unit | None
    formula: Text | None
    plain: Plain | None

    @classmethod
    def of(cls, rule: FigureRule) -> Derivation:
        """A rule taken apart."""
        unit = unit_named(rule.unit.text) if rule.unit else None
        plain = plainly(rule.formula.text) if rule.formula else None
        return cls(rule, str(rule.name), str(rule.stage or ""), unit, rule.formula, plain)


class Makes(Values, Protocol):
    """What makes values of what was filled in, and of the rules of a format: an evaluation."""

    def keep(self, record: ItemRecord, value: object) -> object:
        """A value, known from now on if it is a figure of a record."""

    def total(self, record: ItemRecord, rule: Derivation, stated: object) -> object:
        """A figure of the format that the unit may have typed itself."""

    def by_rule(self, record: ItemRecord, rule: Rule, stated: object) -> object:
        """What 评分 makes of a name of an indicator, or of the subject of the report."""

    def derived(self, record: ItemRecord, rule: Derivation) -> Figure:
        """The figure that a rule of the format makes."""

    def entry_value(self, record: ItemRecord, field: Field, entry: Entry | None) -> object:
        """What was typed as a number, a formula or words."""

    def default(self, field: Field) -> object:
        """The words of a field that nobody filled in."""

    def beyond(self, name: str) -> object:
        """The value of a name that the root has besides its fields and figures."""


Access = Callable[[Makes, ItemRecord], object]
"""Makes the value of one name of a record of one type."""

Read = Callable[[Any], Any]
"""Reads an attribute of a record's data."""

Rules = dict[tuple[str, str], FigureRule]

MOST_NAMES = 2000
"""Of one type of record, after which a process lets those go that it found out: units of a batch name their facts."""
_NUMBERS = (Kind.NUMBER, Kind.ENTRY)
_HOLDING = (Kind.RECORD, Kind.LIST)  # kinds of fields that may hold figures


class Plan(dict[str, Access]):
    """What makes the value of each name of one type of record in one format; names are added as they are asked for.

    data_type: that of the record's data; kind: what it is one of.
    field_names: of the model; derived_names: of the figures the format derives for it.
    """

    def __init__(self, rules: Rules, data_type: type[Any], kind: str, *, is_root: bool) -> None:
        super().__init__()
        self._rules = rules
        self._fields = {} if data_type is type(None) else field_by_key(data_type)
        self._kind = kind
        self._is_root = is_root
        self.kinds = kinds_of(kind, data_type, is_root=is_root)
        self.field_names = tuple(row.field.name for row in fields_of(data_type)) if self._fields else ()
        derived = [name for of, name in rules if of in self.kinds]
        self.derived_names = tuple(dict.fromkeys([*derived, *(DERIVED if kind == INDICATORS else ())]))
        alone = [self._fields[name] for name in self.field_names if self._stands_alone(name)]
        self.entries = tuple(_entered(row) for row in alone if row.field.kind in _NUMBERS)
        self.words = tuple(
            Worded(row.attribute, row.field.name, row.field.default == "")
            for row in alone
            if row.field.kind is Kind.TEXT
        )
        self._walked = tuple(self._walked_names())

    def __missing__(self, name: str) -> Access:
        if len(self) >= MOST_NAMES:  # those of the format are found out again
            self.clear()
        access = self[name] = self._access(name)
        return access

    def filled(self, record: ItemRecord, *, goes_on: bool) -> list[str]:
        """The names of a record whose values may be figures or hold some, but for fields that nobody filled in.

        goes_on: whether there are last year's data, which may fill them in.
        """
        held = {} if record.data is None else vars(record.data)
        return [
            name
            for name, attribute, continues in self._walked
            if attribute is None or held[attribute] is not None or (continues and goes_on)
        ]

    def _walked_names(self) -> Iterator[tuple[str, str | None, bool]]:
        """Names, with the attribute that must be filled, and whether last year's data fill it too."""
        rows = [self._fields[name] for name in self.field_names]
        for row in rows:
            name, field = row.field.name, row.field
            if not self._stands_alone(name) or field.kind in _HOLDING:
                yield name, None, False
            elif field.kind in _NUMBERS:
                yield name, row.attribute, bool(field.last_year)
        yield from ((name, None, False) for name in self.derived_names if name not in self.field_names)

    def _stands_alone(self, name: str) -> bool:
        """Whether what is typed in a field is its value, which no rule makes, or is held against."""
        return self.rule(name) is None and rule_for(self._kind, name, is_root=self._is_root) is None

    def rule(self, name: str) -> FigureRule | None:
        """The rule of the format that derives a figure of this name."""
        return next((rule for kind in self.kinds if (rule := self._rules.get((kind, name)))), None)

    def _access(self, name: str) -> Access:
        rule, stated = self.rule(name), self._stated(name)
        if rule is not None:
            derivation = Derivation.of(rule)
            return _derived(derivation) if stated is None else _total(derivation, stated)
        if self._kind == INDICATORS and (around := SURROUNDINGS.get(name)):
            return lambda _, record: around(record)
        if by_rule := rule_for(self._kind, name, is_root=self._is_root):
            return _by_rule(by_rule, stated or _missing)
        if stated is not None:
            return _kept(stated)
        return _beyond(name) if self._is_root else _missing

    def _stated(self, name: str) -> Access | None:
        """What the unit filled in under a name; nothing where it is no field, or one of free names."""
        row = self._fields.get(name)
        if row is not None and row.field.kind is Kind.NAMED:
            return None
        if row is not None:
            return _field(row.field, attrgetter(row.attribute))
        decided = decided_field(name) if self._is_root else None
        return _field(decided.field, _of_result(attrgetter(decided.attribute))) if decided else None


class Plans:
    """The plans of one format."""

    def __init__(self, rules: FormatRules) -> None:
        self.rules = rules.figures_in_use
        self._made: dict[tuple[type[Any], str, bool], Plan] = {}
        self._choosing: dict[int, bool] = {}

    def of(self, data_type: type[Any], kind: str, *, is_root: bool) -> Plan:
        """The plan for records with such data that are one of a kind."""
        key = data_type, kind, is_root
        plan = self._made.get(key)
        if plan is None:
            plan = self._made[key] = Plan(self.rules, data_type, kind, is_root=is_root)
        return plan

    def chooses(self, origin: FigureRule | Field | None) -> bool:
        """Whether what a rule gives may depend on which side of a bound a figure lies."""
        if not isinstance(origin, FigureRule):
            return False
        found = self._choosing.get(id(origin))
        if found is None:
            found = self._choosing[id(origin)] = _chooses(origin)
        return found


@lru_cache(maxsize=8)  # of as many formats as a process may have at hand
def plans_of(rules: FormatRules) -> Plans:
    """The plans of a format."""
    return Plans(rules)


def _chooses(rule: FigureRule) -> bool:
    try:
        return rule.formula is not None and expression(rule.formula.text).chooses
    except ExpressionError:  # told where it is evaluated
        return False


def _entered(row: Row) -> Entered:
    field = row.field
    return Entered(row.attribute, field.name, field.stage, field.scope, field.kind is Kind.ENTRY, field)


def _missing(_: Makes, __: ItemRecord) -> object:
    return MISSING


def _beyond(name: str) -> Access:
    return lambda evaluation, _: evaluation.beyond(name)


def _kept(stated: Access) -> Access:
    return lambda evaluation, record: evaluation.keep(record, stated(evaluation, record))


def _derived(rule: Derivation) -> Access:
    return lambda evaluation, record: evaluation.keep(record, evaluation.derived(record, rule))


def _total(rule: Derivation, stated: Access) -> Access:
    return lambda evaluation, record: evaluation.total(record, rule, stated(evaluation, record))


def _by_rule(rule: Rule, stated: Access) -> Access:
    return lambda evaluation, record: evaluation.by_rule(record, rule, stated(evaluation, record))


def _of_result(attribute: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """What was decided by hand, of the data of a root."""
    return lambda data: attribute(result_of(data))


def _field(field: Field, read: Read) -> Access:
    """What a field holds, by the kind of its values."""
    made = _BY_KIND.get(field.kind)
    return made(field, read) if made else lambda _, record: read(record.data)


def _entry(field: Field, read: Read) -> Access:
    return lambda evaluation, record: evaluation.entry_value(record, field, read(record.data))


def _rows(field: Field, read: Read) -> Access:
    return lambda evaluation, record: rows(evaluation, field.name, read(record.data), record.path)


def _texts(field: Field, read: Read) -> Access:
    return lambda _, record: Items(map(str, read(record.data)), field.name)


def _words(field: Field, read: Read) -> Access:
    def access(evaluation: Makes, record: ItemRecord) -> object:
        value = read(record.data)
        return value.text if value else evaluation.default(field)

    return access


def _inner_record(field: Field, read: Read) -> Access:
    """A record within a record; one that nobody filled in is empty."""

    def access(evaluation: Makes, record: ItemRecord) -> object:
        data = read(record.data) or cast("type[Any]", field.item)()
        return ItemRecord(evaluation, field.name, field.label, data, path=below(record.path, field.name))

    return access


def _prose(_: Field, read: Read) -> Access:
    def access(__: Makes, record: ItemRecord) -> object:
        narrative = read(record.data)
        return None if narrative is None else Prose(narrative, record.scope)

    return access


_BY_KIND: dict[Kind, Callable[[Field, Read], Access]] = {
    Kind.NUMBER: _entry,
    Kind.ENTRY: _entry,
    Kind.TEXT: _words,
    Kind.RECORD: _inner_record,
    Kind.LIST: _rows,
    Kind.TEXTS: _texts,
    Kind.NARRATIVE: _prose,
}
