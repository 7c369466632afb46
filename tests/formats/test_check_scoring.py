"""Scoring rules that cannot be right are told where they stand, and those in order are not."""

import pytest

from jixiao.formats.check_scoring import scoring_findings
from jixiao.formats.rules import FormatRules
from tests.cases import bound

GOOD = """
评分:
  满分: 100
  执行: {分值: 10, 方法: 新法, 计入满分: 否}
  定量指标: 门槛
  反向指标: 递减
  定性等级: [{名称: 达成, 起: 80%}, {名称: 未达成, 起: 0%}]
  计分方法:
    新法: {按: 完成值, 分档: [{起: 90%, 得: 100%}, {起: 80%, 得: 70%}]}
    门槛: {门槛: 60%}
  偏差扣分: {超过: 30%, 扣分: 2}
  封顶: [{执行率低于: 80%, 总分不超过: 89}]
  取整: {方式: 步长, 步长: 0.5}
  总分取整: {方式: 逐级, 先到位数: 2, 位数: 1}
  等级: [{名称: 优, 起: 90}, {名称: 良, 起: 80}, {名称: 差, 起: 0}]
一级指标: [{名称: 产出, 分值: 90, 计分方法: 比例}, {名称: 满意, 分值: 10, 没有时并入: 产出}]
指标:
- {名称: 执行得分}
- {名称: 总分, 公式: "min(指标得分, 总分上限)"}
- {名称: 其他, 公式: "1"}
"""


def found_in(*changes: tuple[str, str]) -> list[tuple[str, dict[str, str]]]:
    text = GOOD
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return [(each.code, dict(each.fields)) for each in scoring_findings(bound(text, "格式.yaml", FormatRules))]


def test_rules_in_order_and_no_rules_at_all() -> None:
    assert found_in() == []
    assert scoring_findings(FormatRules()) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("方法: 新法", "方法: 旧法", "方法"),
        ("定量指标: 门槛", "定量指标: 旧法", "定量指标"),
        ("反向指标: 递减", "反向指标: 倒数", "反向指标"),
        ("按: 完成值", "按: 完成数", "按"),
        ("方式: 步长", "方式: 截尾", "方式"),
        ("方式: 逐级", "方式: 截尾", "方式"),
        ("计分方法: 比例", "计分方法: 旧法", "计分方法"),
        ("没有时并入: 产出", "没有时并入: 满意", "没有时并入"),
        ("没有时并入: 产出", "对象: 单位", "对象"),
    ],
)
def test_a_word_that_is_not_known(old: str, new: str, key: str) -> None:
    ((code, fields),) = found_in((old, new))
    assert (code, fields["key"], fields["word"]) == ("F121", key, new.split(": ")[1])
    assert fields["known"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{名称: 良, 起: 80}", "{名称: 良, 起: 90}"),
        ("{名称: 差, 起: 0}", "{名称: 差, 起: 10}"),
        ("{名称: 未达成, 起: 0%}", "{名称: 未达成, 起: 20%}"),
        ("{起: 80%, 得: 70%}", "{起: 95%, 得: 70%}"),
        ("{起: 80%, 得: 70%}", "{起: 80%, 得: 100%}"),
    ],
)
def test_bounds_that_do_not_fall_or_leave_a_hole(old: str, new: str) -> None:
    assert [code for code, _ in found_in((old, new))] == ["F122"]


@pytest.mark.parametrize(
    ("old", "new", "typed"),
    [
        ("步长: 0.5", "步长: 0", "0"),
        ("位数: 1}", "位数: 1.5}", "1.5"),
        ("位数: 1}", "位数: 9}", "9"),
        ("得: 100%", "得: 120%", "120%"),
        ("门槛: 60%", "门槛: 100%", "100%"),
        ("名称: 达成, 起: 80%", "名称: 达成, 起: 180%", "180%"),
        ("总分不超过: 89", "总分不超过: -1", "-1"),
        ("扣分: 2", "扣分: -2", "-2"),
        ("满分: 100", "满分: =90 + 10", "=90 + 10"),
    ],
)
def test_numbers_that_nothing_can_be_scored_with(old: str, new: str, typed: str) -> None:
    assert found_in((old, new)) == [("F123", {"typed": typed})]


def test_one_method_is_one_thing() -> None:
    assert found_in(("门槛: {门槛: 60%}", "门槛: {门槛: 60%, 分档: [{起: 1, 得: 1}]}")) == [("F124", {"name": "门槛"})]


def test_a_formula_must_not_stand_in_the_way_of_an_option() -> None:
    assert found_in(("{名称: 执行得分}", "{名称: 执行得分, 公式: 执行分值}")) == [
        ("F125", {"name": "执行得分", "key": "方法"})
    ]
    assert found_in(("min(指标得分, 总分上限)", "指标得分")) == [("F125", {"name": "总分", "key": "封顶"})]
    assert found_in(("方法: 新法, ", ""), ("{名称: 执行得分}", "{名称: 执行得分, 公式: 执行分值}")) == []


@pytest.mark.parametrize("rule", ["{名称: 其他}", "{名称: 执行得分, 对象: 子项目}"])
def test_other_figures_need_a_formula(rule: str) -> None:
    ((code, fields),) = found_in(('{名称: 其他, 公式: "1"}', rule))
    assert (code, fields["name"]) == ("D102", "公式")


def test_points_go_to_a_group_of_the_same_report() -> None:
    own = ("计分方法: 比例", "对象: 部门")
    assert found_in(own) == []
    both = found_in(own, ("没有时并入: 产出", "对象: 项目, 没有时并入: 产出"))
    ((key, word),) = [(fields["key"], fields["word"]) for code, fields in both if code == "F121"]
    assert (key, word) == ("没有时并入", "产出")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((("满分: 100", "满分: 110"),), ["0"]),
        ((("分值: 90", "分值: 89.5"),), ["0"]),
        ((("计入满分: 否", "计入满分: 是"),), ["10"]),
        ((("计入满分: 否", "计入满分: 是"), ("分值: 90", "分值: 80")), []),
        ((("产出, 分值: 90", "产出"), ("满分: 100", "满分: 110")), []),
        ((("计分方法: 比例", "对象: 部门"), ("分值: 10, 没有", "分值: 10, 对象: 项目, 没有")), ["0", "0"]),
        ((("满分: 100", "满分: 110\n  指标计分: 否"),), []),
    ],
)
def test_the_groups_make_the_full_score(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert [fields["execution"] for code, fields in found_in(*changes) if code == "F126"] == expected
