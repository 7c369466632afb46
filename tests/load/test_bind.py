"""Nodes become records by the field table; what does not fit is found where it stands."""

# ruff: noqa: RUF009 - the fields of a record are declared by calls

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from jixiao.kernel.place import SourcePlace
from jixiao.load.bind import usable_name
from jixiao.model.fields import Kind, amount, named, record, records, text
from jixiao.model.project import Project
from jixiao.model.unit import UnitYear
from jixiao.model.values import Entry, Text
from tests.load.reading import FILE, bound, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    place: SourcePlace = SourcePlace("")
    name: Text | None = text("名称", "部分的名称", "部分（名称）", required=True)
    budget: Entry | None = amount("三公经费", "三公经费", "“三公”经费")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    key: str = ""
    place: SourcePlace = SourcePlace("")
    parts: tuple[Part, ...] = records("部分", "各部分", Part)
    main: Part | None = record("主体", "主要部分", Part)
    facts: dict[str, Entry] = named("事实", "各数", Kind.ENTRY, in_expressions=True)
    held: dict[str, Whole] = named("下级", "各下级", Kind.RECORD, item=Part)
    lists: dict[str, tuple[Text, ...]] = named("名单", "各名单", Kind.TEXTS)
    tables: dict[str, tuple[Part, ...]] = named("表", "各表", Kind.LIST, item=Part)


def test_records_lists_and_names_of_every_kind() -> None:
    whole, findings = bound(
        """
部分:
  - 名称: 甲
    “三公”经费: 3
  - 部分(名称): 乙
主体: {名称: 丙, 三公经费: =三公}
事实: {单位数: 48个}
下级:
  5G 站点: {名称: 丁}
名单: {级次: [州, 县], 一个: 省}
表:
  一: [{名称: 戊}]
""",
        Whole,
    )
    assert findings == []
    assert [(str(part.name), str(part.budget), part.place.line) for part in whole.parts] == [
        ("甲", "3", 3),
        ("乙", "None", 5),
    ]
    assert whole.main is not None
    assert str(whole.main.budget) == "=三公"
    assert {name: str(fact) for name, fact in whole.facts.items()} == {"单位数": "48个"}
    assert list(whole.held) == ["5G 站点"]
    assert {name: [str(each) for each in words] for name, words in whole.lists.items()} == {
        "级次": ["州", "县"],
        "一个": ["省"],
    }
    assert [str(part.name) for part in whole.tables["一"]] == ["戊"]


@pytest.mark.parametrize(
    ("text_", "findings"),
    [
        ("部门: []\n", ["D101 1:1"]),
        (
            "事实:\n  单位 数: 1\n  5G站点: 2\n  资金(万元): 3\n  not: 4\n  Ａ级: 5\n",
            [f"D114 {line}:3" for line in range(2, 7)],
        ),
        ("事实:\n  单位数:\n  文字: \n", ["D102 2:3", "D102 3:3"]),
        ("部分:\n  - 三公经费: 3\n", ["D102 2:5"]),
        ("部分:\n  - 名称:\n", ["D102 2:5"]),
        ("部分:\n  -\n  - 名称: 甲\n", ["D102 2:4"]),
        ("主体: {名称: 甲, 部分（名称）: 乙}\n", ["D106 1:13"]),
        ("主体: 甲\n", ["D103 1:5"]),
        ("主体: [甲]\n", ["D103 1:5"]),
        ("主体:\n  名称：甲\n", ["Y111 2:5"]),
        ("部分:\n  名称: 甲\n", ["D104 2:3"]),
        ("部分: 甲\n", ["D104 1:5"]),
        ("部分:\n  - 名称:甲\n", ["Y112 2:7"]),
        ("部分:\n  - - 名称: 甲\n", ["D103 2:5"]),
        ("事实: [甲]\n", ["D103 1:5"]),
        ("下级:\n  甲:\n", ["D102 2:5"]),
    ],
)
def test_what_does_not_fit_is_found(text_: str, findings: list[str]) -> None:
    assert said(bound(text_, Whole)[1]) == findings


def test_an_unknown_key_names_the_nearest_or_all() -> None:
    _, findings = bound("预算按排: 1\nqqq: 2\n", Project.__dataclass_fields__["sub_projects"].metadata["field"].item)
    near = [dict(finding.fields).get("near") for finding in findings if finding.code == "D101"]
    assert near == [
        "预算安排",
        "名称、简称、资金来源、用途、年初预算数、预算安排、实际到位、实际支出、偏离原因、会计凭证、备注",
    ]


def test_a_name_that_formulas_cannot_use_gets_a_better_one() -> None:
    assert [usable_name(name) for name in ("5G站点", "资金(万元)", "Ａ级", "not", "！")] == [
        "_5G站点",
        "资金万元",
        "A级",
        "_not",
        "_",
    ]


def test_a_project_knows_its_key_and_place() -> None:
    unit_year, findings = bound(
        """
单位: {名称: 甲局}
报告: [{名称: 自评, 格式: 某格式, 报告时间: 2023-06}]
项目:
  专项（一期）:
    开始时间: 2022-01
    结束时间: 2022-12
    数据截止日期: 2022-12-31
""",
        UnitYear,
    )
    assert findings == []
    project = unit_year.projects["专项（一期）"]
    assert (project.key, project.place) == ("专项（一期）", SourcePlace(FILE, 6, 5, "    开始时间: 2022-01"))


@dataclass(frozen=True)
class Plainest:
    name: Text | None = text("名称", "名称")
    other: int = field(default=0)


def test_a_record_without_place_and_with_other_attributes_is_bound_too() -> None:
    assert bound("名称: 甲\n", Plainest)[0].name is not None
