"""The field table as JSON Schema (draft-07), for editors: keys with their meaning, and what may stand behind them."""

from __future__ import annotations

from typing import Any, cast

from jixiao.model.fields import Field, Kind, Row, fields_of

DRAFT = "http://json-schema.org/draft-07/schema#"
MONEY_KEY = "金额单位"

_DATE = r"^\d{4}([-/.年]\d{1,2}([-/.月]\d{1,2}日?|月)?|年)?$"
_SCALARS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"type": ["string", "number", "null"]},
    Kind.NUMBER: {"type": ["number", "string", "null"]},
    Kind.ENTRY: {"type": ["number", "string", "null"]},
    Kind.DATE: {"type": ["string", "integer", "null"], "pattern": _DATE},
    Kind.NARRATIVE: {"type": ["string", "number", "null"]},
    Kind.TEXTS: {"type": ["string", "array", "null"], "items": {"type": ["string", "number"]}},
    Kind.FLAG: {"enum": ["是", "否", None]},
}
_MONEY = {
    "description": "本文件中没有写单位的金额按它计，不写为万元",
    "enum": ["元", "千元", "万元", "亿元"],
    "default": "万元",
}


def schema_of(record_type: type[Any], title: str, *, money: bool = False) -> dict[str, Any]:
    """The schema of a file that holds some or all fields of a record; money: whether it may name its 金额单位."""
    definitions: dict[str, Any] = {}
    content = _record(record_type, definitions, complete=False)
    if money:
        content["properties"] = {MONEY_KEY: _MONEY, **content["properties"]}
    return {"$schema": DRAFT, "title": title, **content, "definitions": dict(sorted(definitions.items()))}


def _record(record_type: type[Any], definitions: dict[str, Any], *, complete: bool) -> dict[str, Any]:
    """complete: whether all fields stand together, as in a list; those of a folder may be spread over files."""
    rows = fields_of(record_type)
    properties: dict[str, Any] = {}
    for row in rows:
        properties[row.field.name] = _field(row.field, definitions)
    for row in rows:
        if row.field.label not in properties:
            alias = f"同“{row.field.name}”：{row.field.meaning}"
            properties[row.field.label] = {**properties[row.field.name], "description": alias}
    content: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [_required(row) for row in rows if row.field.required]
    if complete and required:
        content["allOf"] = required
    return content


def _required(row: Row) -> dict[str, Any]:
    names = dict.fromkeys((row.field.name, row.field.label))
    either = [{"required": [name]} for name in names]
    return either[0] if len(either) == 1 else {"anyOf": either}


def _field(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    described: dict[str, Any] = {"description": description(field)}
    if field.example:
        described["examples"] = [field.example]
    return described | _value(field, field.kind, definitions)


def description(field: Field) -> str:
    """Meaning, unit, whether it must be filled in, and the source of the rule, in one line."""
    parts = [field.meaning]
    if field.unit:
        parts.append("单位：万元或文件的金额单位" if field.unit == "金额" else f"单位：{field.unit}")
    if field.required:
        parts.append("必填")
    if field.rule:
        parts.append(f"依据：{field.rule}")
    return "；".join(parts)


def _value(field: Field, kind: Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    match kind:
        case Kind.RECORD:
            return {"anyOf": [_reference(field, definitions, complete=False), {"type": "null"}]}
        case Kind.LIST:
            return {"type": ["array", "null"], "items": _reference(field, definitions, complete=True)}
        case Kind.NAMED:
            return {"type": ["object", "null"], "additionalProperties": _value(field, field.each, definitions)}
    return _SCALARS[kind]


def _reference(field: Field, definitions: dict[str, Any], *, complete: bool) -> dict[str, Any]:
    item = cast("type[Any]", field.item)
    name = item.__name__
    if name not in definitions:
        definitions[name] = {}  # taken before its fields are walked: records may hold records of their kind
        definitions[name] = _record(item, definitions, complete=complete)
    return {"$ref": f"#/definitions/{name}"}
