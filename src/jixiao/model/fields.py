"""The field table: each field of a record carries its 名称, 表头, unit, meaning and the source of its rule."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar, dataclass_transform

from jixiao.kernel.frozen import frozen

T = TypeVar("T")


class Kind(StrEnum):
    """What may be written as the value of a field."""

    TEXT = "text"  # plain words, printed as they are
    NUMBER = "number"  # a number with or without unit, or a formula (=…)
    ENTRY = "entry"  # a number, a formula, or words (indicator targets: 48个, ≥95%, 按时完成)
    DATE = "date"  # 2022, 2022-12 or 2022-12-31
    NARRATIVE = "narrative"  # words with {{ tags }}, one or more paragraphs
    RECORD = "record"  # a mapping with the fields of `item`
    LIST = "list"  # a list of records of `item`
    NAMED = "named"  # a mapping from free names to values of `each` (RECORD: of `item`)
    TEXTS = "texts"  # a list of plain words; one word may stand without the brackets
    FLAG = "flag"  # 是 or 否


@frozen
class Field:
    """One row of the field table.

    name: 名称, the YAML key and the name in templates. label: 表头, the printed words, accepted as an alias.
    unit: unit of a bare number ("金额" = the file's 金额单位, default 万元). stage, scope: part of a figure's identity.
    default: expression that gives an empty field its value.
    carried: whether next year's skeleton (`new --from`) keeps the value.
    last_year: the field of the same record in last year's data that gives an empty field its value.
    in_expressions: NAMED only, whether formulas and tags use the names, which then must be identifiers.
    signed: whether a number may be negative, because it is a change.
    on_demand: whether new files leave it out where last year's data have nothing of it, as few formats ask for it.
    """

    name: str
    label: str
    kind: Kind
    meaning: str
    unit: str = ""
    required: bool = False
    rule: str = ""
    example: str = ""
    stage: str = ""
    scope: str = ""
    carried: bool = False
    default: str = ""
    last_year: str = ""
    signed: bool = False
    on_demand: bool = False
    item: type[Any] | None = None
    each: Kind = Kind.NUMBER
    in_expressions: bool = False


@frozen
class Row:
    """A field together with the attribute that holds it."""

    attribute: str
    field: Field


@dataclass_transform(frozen_default=True, kw_only_default=True)
def keyed(record_type: type[T]) -> type[T]:
    """Make a record of the field table: a frozen dataclass built by keyword, without comparison.

    What all records do alike is written once below: code made for each of them would take a tenth of a report's time.
    """
    made: type[T] = dataclass(init=False, eq=False, repr=False)(record_type)
    made.__init__ = _fill  # type: ignore[assignment]
    return made


_defaults: dict[type[Any], dict[str, Any]] = {}
"""What the fields of a record type hold if nobody fills them; an empty mapping is shared, as records do not change."""


def _fill(record: Any, **values: Any) -> None:
    defaults = _defaults.get(type(record))
    if defaults is None:
        rows = dataclasses.fields(record)
        defaults = _defaults[type(record)] = {
            each.name: {} if each.default is dataclasses.MISSING else each.default for each in rows
        }
    if not values.keys() <= defaults.keys():
        raise TypeError(f"{type(record).__name__} has no field {min(values.keys() - defaults.keys())}")
    record.__dict__.update(defaults)
    record.__dict__.update(values)


def text(name: str, meaning: str, label: str = "", **more: Any) -> Any:
    """Declare a field of plain words."""
    return _declare(Field(name, label or name, Kind.TEXT, meaning, **more))


def number(name: str, meaning: str, label: str = "", **more: Any) -> Any:
    """Declare a field that holds a number or a formula."""
    return _declare(Field(name, label or name, Kind.NUMBER, meaning, **more))


def amount(name: str, meaning: str, label: str = "", **more: Any) -> Any:
    """Declare a field that holds money; a bare number is in the file's 金额单位."""
    return number(name, meaning, label, unit="金额", **more)


def entry(name: str, meaning: str, label: str = "", **more: Any) -> Any:
    """Declare a field that holds a number, a formula, or words."""
    return _declare(Field(name, label or name, Kind.ENTRY, meaning, **more))


def date(name: str, meaning: str, label: str = "", **more: Any) -> Any:
    """Declare a field that holds a year, a month or a day."""
    return _declare(Field(name, label or name, Kind.DATE, meaning, **more))


def narrative(name: str, meaning: str, label: str = "", **more: Any) -> Any:
    """Declare a field of words that may hold tags."""
    return _declare(Field(name, label or name, Kind.NARRATIVE, meaning, **more))


def record(name: str, meaning: str, item: type[Any], label: str = "", **more: Any) -> Any:
    """Declare a field that holds one record."""
    return _declare(Field(name, label or name, Kind.RECORD, meaning, item=item, **more))


def texts(name: str, meaning: str, label: str = "", **more: Any) -> Any:
    """Declare a field that holds a list of plain words."""
    return _declare(Field(name, label or name, Kind.TEXTS, meaning, **more), default=())


def flag(name: str, meaning: str, label: str = "", **more: Any) -> Any:
    """Declare a field that says 是 or 否."""
    return _declare(Field(name, label or name, Kind.FLAG, meaning, **more))


def records(name: str, meaning: str, item: type[Any], label: str = "", **more: Any) -> Any:
    """Declare a field that holds a list of records."""
    return _declare(Field(name, label or name, Kind.LIST, meaning, item=item, **more), default=())


def named(name: str, meaning: str, each: Kind, label: str = "", item: type[Any] | None = None, **more: Any) -> Any:
    """Declare a field that maps free names to values."""
    field = Field(name, label or name, Kind.NAMED, meaning, item=item, each=each, **more)
    return dataclasses.field(default_factory=dict, metadata={"field": field})


def _declare(field: Field, default: Any = None) -> Any:
    return dataclasses.field(default=default, metadata={"field": field})


_tables: dict[type[Any], tuple[Row, ...]] = {}
_keys: dict[type[Any], dict[str, Row]] = {}


def fields_of(record_type: type[Any]) -> tuple[Row, ...]:
    """The field table of one record type, in the order of declaration."""
    if record_type not in _tables:
        _tables[record_type] = tuple(
            Row(each.name, each.metadata["field"])
            for each in dataclasses.fields(record_type)
            if "field" in each.metadata
        )
    return _tables[record_type]


def field_by_key(record_type: type[Any]) -> dict[str, Row]:
    """Every key that may be written for a record: its 名称 and, as an alias, its 表头."""
    if record_type not in _keys:
        rows = fields_of(record_type)
        _keys[record_type] = {row.field.label: row for row in rows} | {row.field.name: row for row in rows}
    return _keys[record_type]


def record_types(record_type: type[Any]) -> set[type[Any]]:
    """A type of records and those of the records within."""
    inner = (row.field.item for row in fields_of(record_type) if row.field.item)
    return {record_type}.union(*map(record_types, inner))
