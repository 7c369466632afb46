"""Files to be filled in: comments, carried values, and YAML that reads back as what was carried."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.place import SourcePlace
from jixiao.load.bind import bind
from jixiao.load.nodes import Mapping
from jixiao.load.yaml_reader import read_yaml
from jixiao.model.fields import fields_of
from jixiao.model.project import Project
from jixiao.model.skeleton import Former, markdown, record_lines, scalar
from jixiao.model.values import Literal, Narrative, Tag
from tests.cases import bound

FORMER = Former(2022)
BEFORE = """
名称: 2022年某项目
项目负责人: 某人
开始时间: 2022-01
资金来源: 州财政
全年预算数: 1800
子项目:
- {名称: 宣传, 预算安排: 80, 实际到位: 80, 实际支出: 17.6}
- {名称: 平台, 简称: 台, 预算安排: 200, 实际到位: 200, 实际支出: 95.75}
指标文:
- {文号: 甲〔2022〕1号, 金额: 280}
绩效指标:
- {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 共享, 年度指标值: 48个, 实际完成值: =共享单位, 分值: 4}
事实: {共享单位: 48个}
"""


def lines(before: Any = None, former: Former | None = None) -> str:
    return "\n".join(record_lines(fields_of(Project), before, former))


def test_every_key_has_a_comment_and_no_value() -> None:
    for line in lines().splitlines():
        assert re.fullmatch(r" *(- )?\w+: +# \S.*", line), line


def test_what_must_be_filled_in_says_so() -> None:
    assert re.search(r"^开始时间: +# 项目起始年月（必填）$", lines(), re.MULTILINE)


def bound_project() -> Project:
    return bound(BEFORE + "结束时间: 2022-12\n数据截止日期: 2022-12-31\n", "项目.yaml", Project)


def carried() -> Any:
    return yaml.safe_load(lines(bound_project(), FORMER))


def test_names_indicators_and_weights_are_carried_and_figures_are_not() -> None:
    project = carried()
    assert [(row["名称"], row["简称"], row["预算安排"], row["实际支出"]) for row in project["子项目"]] == [
        ("宣传", None, None, None),
        ("平台", "台", None, None),
    ]
    indicator = project["绩效指标"][0]
    assert (indicator["三级指标"], indicator["分值"], indicator["年度指标值"]) == ("共享", 4, None)
    assert (project["资金来源"], project["开始时间"], project["全年预算数"], project["项目负责人"]) == (
        "州财政",
        None,
        None,
        None,
    )


def test_a_formula_is_carried_because_it_holds_no_figure() -> None:
    assert carried()["绩效指标"][0]["实际完成值"] == "=共享单位"


def test_facts_keep_their_names_and_show_last_years_value() -> None:
    assert carried()["事实"] == {"共享单位": None}
    assert re.search(r"^  共享单位: +# 2022年：48个$", lines(bound_project(), FORMER), re.MULTILINE)


def test_a_name_with_last_years_number_is_marked() -> None:
    assert carried()["名称"] == "2022年某项目【沿用2022年，待核实】"


def test_rows_without_anything_to_carry_begin_anew() -> None:
    assert carried()["指标文"] == [{"文号": None, "资金来源": None, "下达日期": None, "金额": None}]


def test_the_loader_reads_it_back() -> None:
    node, findings = read_yaml(lines(bound_project(), FORMER), "项目.yaml")
    assert isinstance(node, Mapping)
    _, problems = bind(node, Project)
    assert {finding.code for finding in [*findings, *problems]} == {"D102"}


def test_narratives_are_carried_with_a_mark_and_their_tags() -> None:
    place = SourcePlace("文字.md")
    first = (Literal("本年安排", place), Tag("全年预算数", place), Literal("。", place))
    before = {"概况": Narrative((first, (Literal("第二段。", place),)), place)}
    assert markdown(["概况", "建议"], before, FORMER) == (
        "# 概况\n\n【沿用2022年，待核实】本年安排{{ 全年预算数 }}。\n\n第二段。\n\n# 建议\n"
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("州财政", "州财政"),
        ("2022年项目（甲、乙）", "2022年项目（甲、乙）"),
        ("=共享单位", "=共享单位"),
        ("甲: 乙", '"甲: 乙"'),
        ("甲 # 乙", '"甲 # 乙"'),
        ("- 甲", '"- 甲"'),
        ("{{ 年度 }}", '"{{ 年度 }}"'),
        ("no", '"no"'),
        ("两\n行", '"两\\n行"'),
    ],
)
def test_words_are_quoted_where_yaml_would_read_them_otherwise(words: str, written: str) -> None:
    assert scalar(words) == written


@given(
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1).filter(
        lambda words: words == words.strip()
    )
)
def test_any_words_read_back_as_themselves(words: str) -> None:
    node, findings = read_yaml(f"键: {scalar(words)}", "x.yaml")
    assert findings == []
    assert isinstance(node, Mapping)
    assert getattr(node.entries[0][1], "text", None) == words
