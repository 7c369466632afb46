"""Nodes to the records of the model, by the field table: one walk for units, projects and formats alike."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable
from collections.abc import Mapping as Dictionary
from typing import Any, NamedTuple, TypeVar, cast

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.kernel.unit import WAN_YUAN, Unit
from jixiao.load.convert import CONVERT, Convert, to_narrative
from jixiao.load.nodes import Mapping, Node, Scalar, Sequence, normalized
from jixiao.load.yaml_reader import colon_finding
from jixiao.model.fields import Field, Kind, Row, field_by_key, fields_of
from jixiao.model.values import Entry, Text

UNKNOWN_KEY = must("D101")
MISSING_VALUE = must("D102")
MAPPING_EXPECTED = must("D103")
LIST_EXPECTED = must("D104")
VALUE_EXPECTED = must("D105")
GIVEN_TWICE = must("D106")
BAD_NAME = must("D114")

RESERVED_NAMES = frozenset(
    ("and", "or", "not", "if", "else", "in", "is", "true", "false", "none", "True", "False", "None", "loop")
)
"""Words of the expression language."""

_NUMBERS = (Kind.NUMBER, Kind.ENTRY)

Record = TypeVar("Record")


class _Slot(NamedTuple):
    """A field, the attribute that holds it, and what makes its value of words (None: of more than words)."""

    attribute: str
    field: Field
    convert: Convert | None
    is_number: bool


class _Plan(NamedTuple):
    """What binding needs to know of one record type."""

    rows: tuple[Row, ...]
    required: tuple[Row, ...]
    by_key: dict[str, _Slot]
    attributes: frozenset[str]


_plans: dict[type[Any], _Plan] = {}


def _plan(record_type: type[Any]) -> _Plan:
    if record_type not in _plans:
        _plans[record_type] = _make_plan(record_type)
    return _plans[record_type]


def _make_plan(record_type: type[Any]) -> _Plan:
    by_key = {
        normalized(key): _Slot(row.attribute, row.field, CONVERT.get(row.field.kind), row.field.kind in _NUMBERS)
        for key, row in field_by_key(record_type).items()
    }
    attributes = frozenset(field.name for field in dataclasses.fields(record_type))
    rows = fields_of(record_type)
    return _Plan(rows, tuple(row for row in rows if row.field.required), by_key, attributes)


def bind(
    node: Mapping, record_type: type[Record], money: Dictionary[str, Unit] | None = None
) -> tuple[Record, list[Finding]]:
    """The record that a mapping describes, and all that is wrong with it.

    money: for each file the unit of its bare amounts; 万元 for a file not named.
    """
    binder = _Binder(money or {})
    return cast("Record", binder.record(node, record_type, "")), binder.findings


class _Binder:
    def __init__(self, money: Dictionary[str, Unit]) -> None:
        self.money = money
        self.findings: list[Finding] = []
        self.readers: dict[Kind, Callable[[Node, Field], object | None]] = {
            Kind.RECORD: self._record_value,
            Kind.LIST: self._list,
            Kind.NAMED: self._named,
            Kind.TEXTS: self._texts,
        }

    def record(self, node: Mapping, record_type: type[Any], key: str) -> object:
        plan = _plan(record_type)
        values: dict[str, Any] = {}
        given: dict[str, Scalar] = {}
        for name, value in node.entries:
            slot = plan.by_key.get(name.text) or plan.by_key.get(normalized(name.text))
            if slot is None:
                self._unknown(name, plan)
            elif slot.attribute in given:
                self._twice(name, given[slot.attribute])
            else:
                given[slot.attribute] = name
                if (
                    slot.convert
                    and isinstance(value, Scalar)
                    and value.line == value.end_line
                    and (text := value.text.strip())
                ):  # as most are
                    found = slot.convert(text, value.place, slot.field, self._money(value), self.findings)
                else:
                    found = self._given(name, value, slot)
                if found is not None:
                    values[slot.attribute] = found
        for row in plan.required:
            if row.attribute not in given:
                self._missing(node.place, row.field)
        if "place" in plan.attributes:
            values["place"] = node.place
        if "key" in plan.attributes:
            values["key"] = key
        return record_type(**values)

    def _given(self, name: Scalar, value: Node, slot: _Slot) -> object | None:
        """The value behind a key; a number that is not filled in is a gap that has its place."""
        _, field, convert, is_number = slot
        if convert and isinstance(value, Scalar) and value.line == value.end_line and (text := value.text.strip()):
            found = convert(text, value.place, field, self._money(value), self.findings)  # as most are
        else:
            if field.required and _is_empty(value):
                self._missing(name.place, field)
            found = self.value(value, field, field.kind)
        return Entry("", name.place) if found is None and is_number else found

    def value(self, node: Node, field: Field, kind: Kind) -> object | None:
        """The value of a field; None where nothing is written or nothing can be made of it."""
        read = self.readers.get(kind)
        if read is not None:
            return None if _is_blank(node) else read(node, field)
        if not isinstance(node, Scalar):
            self.findings.append(VALUE_EXPECTED.at(node.place, name=field.name))
            return None
        if node.blank:
            return None
        if kind is Kind.NARRATIVE:
            return to_narrative(node, self.findings)
        return CONVERT[kind](node.words, node.place, field, self._money(node), self.findings)

    def _money(self, node: Scalar) -> Unit:
        return self.money.get(node.source.file, WAN_YUAN) if self.money else WAN_YUAN

    def _record_value(self, node: Node, field: Field, key: str = "") -> object | None:
        mapping = self._mapping(node, field.name)
        return None if mapping is None else self.record(mapping, cast("type[Any]", field.item), key)

    def _list(self, node: Node, field: Field) -> object | None:
        items = node.items if isinstance(node, Sequence) else [node]
        if not isinstance(node, Sequence):
            self.findings.append(colon_finding(node) or LIST_EXPECTED.at(node.place, name=field.name))
        mappings = [self._mapping(item, field.name) for item in items if item is not node or isinstance(node, Mapping)]
        item_type = cast("type[Any]", field.item)
        return tuple(self.record(mapping, item_type, "") for mapping in mappings if mapping is not None)

    def _named(self, node: Node, field: Field) -> object | None:
        mapping = self._mapping(node, field.name)
        found: dict[str, object] = {}
        for name, node_of_name in mapping.entries if mapping else ():
            key = unicodedata.normalize("NFC", name.text.strip())
            if field.in_expressions:
                self._check_name(name, key)
            if field.each is Kind.RECORD:
                value = self._record_value(node_of_name, field, key)
            else:
                value = self.value(node_of_name, field, field.each)
                if _is_blank(node_of_name) and field.each in (Kind.NUMBER, Kind.ENTRY):
                    self.findings.append(MISSING_VALUE.at(name.place, name=key, meaning=field.meaning))
                    value = Entry("", name.place)  # the name is known all the same, and its value blank
                elif value is None and field.each is Kind.TEXT:
                    value = Text("", name.place)  # words that are left empty print nothing
            if value is not None:
                found[key] = value
        return found

    def _texts(self, node: Node, field: Field) -> object | None:
        items = node.items if isinstance(node, Sequence) else [node]
        found = []
        for item in items:
            if isinstance(item, Scalar) and not item.blank:
                found.append(Text(item.words, item.place))
            else:
                self.findings.append(VALUE_EXPECTED.at(item.place, name=field.name))
        return tuple(found)

    def _mapping(self, node: Node, name: str) -> Mapping | None:
        """The node as a mapping; one that is left empty has no keys."""
        if isinstance(node, Mapping):
            return node
        if _is_blank(node):
            return Mapping([], node.place)
        self.findings.append(colon_finding(node) or MAPPING_EXPECTED.at(node.place, name=name))
        return None

    def _twice(self, name: Scalar, first: Scalar) -> None:
        keys = {"key": name.text, "other": first.text}
        self.findings.append(GIVEN_TWICE.at(name.place, related=[first.place], **keys, first=str(first.place)))

    def _unknown(self, name: Scalar, plan: _Plan) -> None:
        names = [row.field.name for row in plan.rows]
        near = [plan.by_key[normalized(key)].field.name for key in nearest(normalized(name.text), plan.by_key)]
        shown = "、".join(dict.fromkeys(near or names))
        self.findings.append(UNKNOWN_KEY.at(name.place, key=name.text, near=shown))

    def _missing(self, place: SourcePlace, field: Field) -> None:
        self.findings.append(MISSING_VALUE.at(place, name=field.name, meaning=field.meaning))

    def _check_name(self, name: Scalar, key: str) -> None:
        if key.isidentifier() and unicodedata.is_normalized("NFKC", key) and key not in RESERVED_NAMES:
            return
        self.findings.append(BAD_NAME.at(name.place, name=key, better=usable_name(key)))


def usable_name(name: str) -> str:
    """The nearest name that formulas can use: 5G站点 becomes _5G站点, 资金(万元) becomes 资金万元."""
    kept = "".join(character for character in unicodedata.normalize("NFKC", name) if f"_{character}".isidentifier())
    return kept if kept.isidentifier() and kept not in RESERVED_NAMES else f"_{kept}"


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.blank


def _is_empty(node: Node) -> bool:
    """Whether a required value is not there although its key is."""
    if isinstance(node, Scalar):
        return node.blank
    return not (node.items if isinstance(node, Sequence) else node.entries)
