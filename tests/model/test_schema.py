"""The JSON Schemas: what the field table says, for editors; the committed ones are up to date."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from jixiao.cli.schema import schemas
from jixiao.model.fields import Kind, amount, date, flag, named, narrative, record, records, text, texts
from jixiao.model.schema import DRAFT, schema_of

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Part:
    name: object = text("名称", "部件名称", "部件的名称", required=True)
    price: object = amount("单价", "部件单价", required=True, rule="某规定")


@dataclass(frozen=True)
class Machine:
    name: object = text("名称", "机器名称", example="车床")
    maker: object = record("厂家", "生产厂家", Part)
    parts: object = records("部件", "全部部件", Part)
    facts: object = named("事实", "自定的数字", Kind.ENTRY)
    notes: object = narrative("说明", "说明文字")
    built: object = date("日期", "出厂日期")
    tags: object = texts("标记", "各种标记")
    new: object = flag("新", "是否为新")


SCHEMA = schema_of(Machine, "机器", money=True)
PROPERTIES: dict[str, Any] = SCHEMA["properties"]


def test_it_is_draft_07_and_admits_known_keys_only() -> None:
    assert (SCHEMA["$schema"], SCHEMA["title"], SCHEMA["additionalProperties"]) == (DRAFT, "机器", False)
    assert list(PROPERTIES) == ["金额单位", "名称", "厂家", "部件", "事实", "说明", "日期", "标记", "新"]


def test_a_key_is_described_with_unit_duty_and_rule() -> None:
    part = SCHEMA["definitions"]["Part"]["properties"]
    assert part["单价"]["description"] == "部件单价；单位：万元或文件的金额单位；必填；依据：某规定"
    assert part["部件的名称"]["description"] == "同“名称”：部件名称"
    assert PROPERTIES["名称"]["examples"] == ["车床"]


def test_compulsory_keys_of_a_row_may_be_written_by_their_alias() -> None:
    rows = schema_of(Machine, "机器")["definitions"]["Part"]
    assert rows.get("allOf") is None, "Part is met first as a single record, whose keys may stand in several files"


def test_kinds_become_types() -> None:
    assert PROPERTIES["部件"]["items"] == {"$ref": "#/definitions/Part"}
    assert PROPERTIES["厂家"]["anyOf"] == [{"$ref": "#/definitions/Part"}, {"type": "null"}]
    assert PROPERTIES["事实"]["additionalProperties"]["type"] == ["number", "string", "null"]
    assert PROPERTIES["新"]["enum"] == ["是", "否", None]
    assert "array" in PROPERTIES["标记"]["type"]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_committed_schema_is_up_to_date(name: str) -> None:
    committed = (ROOT / "docs" / "schema" / name).read_text(encoding="utf-8")
    assert committed == schemas()[name], "`jixiao schema` writes it again"


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("data_examples/**/[0-9][0-9][0-9][0-9]/*.yaml", "unit-year.json"),
        ("data_examples/**/项目/*/*.yaml", "project.json"),
        ("data_examples/**/大纲.yaml", "outline.json"),
        ("templates/*/*/格式.yaml", "format.json"),
    ],
)
def test_the_schemas_admit_every_key_of_the_examples(pattern: str, name: str) -> None:
    schema = json.loads(schemas()[name])
    files = sorted(ROOT.glob(pattern))
    assert files
    for file in files:
        unknown = list(unknown_keys(yaml.safe_load(file.read_text(encoding="utf-8")), schema, schema["definitions"]))
        assert unknown == [], file


def unknown_keys(value: Any, schema: Any, definitions: Any) -> list[str]:
    """Keys that a closed object of the schema does not name."""
    if "$ref" in schema:
        return unknown_keys(value, definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema and value is not None:
        return unknown_keys(value, schema["anyOf"][0], definitions)
    if isinstance(value, list):
        return [key for item in value for key in unknown_keys(item, schema.get("items", {}), definitions)]
    if not isinstance(value, dict):
        return []
    properties, more = schema.get("properties", {}), schema.get("additionalProperties", {})
    unknown = [key for key in value if key not in properties and more is False]
    inner = [(item, properties.get(key, more or {})) for key, item in value.items()]
    return unknown + [key for item, part in inner for key in unknown_keys(item, part, definitions)]
