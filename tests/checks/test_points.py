"""Points, totals and grades against the rules: what the printed rate decides, and what people decided."""

from dataclasses import replace

import pytest

from jixiao.checks.registry import run_checks
from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.ledger.ledger import Ledger
from jixiao.model.unit import UnitYear
from tests.cases import bound, format_of
from tests.checking import RULES, changed, found_after, sides

BANDS = (
    "  满分: 100\n",
    """  满分: 100
  计分方法: {分档: {分档: [{起: 98%, 得: 100%}, {起: 90%, 得: 70%}]}}
  定性等级: [{名称: 达成, 起: 80%}, {名称: 部分达成, 起: 60%}, {名称: 未达成, 起: 0%}]
""",
)
LEVELS = changed(RULES, BANDS)
EXECUTION = changed(LEVELS, ("方法: 比例", "方法: 分档"))
CAPPED = changed(RULES, ("  满分: 100\n", "  满分: 100\n  封顶: [{执行率低于: 98%, 总分不超过: 89}]\n"))
SPENT, EDGE = "实际支出: 78.5}", "实际支出: 78.649}"  # 97.95%; 97.99964…%, which prints as 98.00%
GRADE_TOO = ("K306", "良", "优")
WEIGHT, TARGET, RESULT = "分值: 60", "年度指标值: 48个", "资金来源: 州财政"


def test_the_printed_rate_decides_the_band_and_the_exact_one_is_told() -> None:
    assert found_after(rules=EXECUTION) == []
    (found,) = found_after((SPENT, EDGE), rules=EXECUTION)
    assert (found.code, found.expected, found.actual) == ("K221", "7分", "10分")
    assert found_after((SPENT, EDGE), (RESULT, f"{RESULT}\n说明: {{预算执行率: 正好在界限上}}"), rules=EXECUTION) == []


def test_in_proportion_no_bound_can_be_missed() -> None:
    assert found_after((SPENT, EDGE)) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", [("K221", "42分", "60分"), GRADE_TOO]), ("\n  得分: 60", []), ("\n  计分方法: 比例", [])],
)
def test_the_band_of_an_indicator_too(more: str, expected: list[tuple[str, str, str]]) -> None:
    rules = changed(LEVELS, ("{名称: 产出指标, 分值: 60}", "{名称: 产出指标, 分值: 60, 计分方法: 分档}"))
    edge = (TARGET, "年度指标值: 48.9801个")  # 97.9989…%, which prints as 98.00%
    assert sides(found_after(edge, (WEIGHT, WEIGHT + more), rules=rules)) == expected


def test_the_bound_from_which_points_are_taken_off() -> None:
    rules = changed(RULES, ("  满分: 100\n", "  满分: 100\n  偏差扣分: {超过: 30%, 扣分: 2}\n"))
    reason = (WEIGHT, f"{WEIGHT}\n  偏差原因: 新增部门较多")
    assert found_after((TARGET, "年度指标值: 36个"), reason, rules=rules) == []
    edge = (TARGET, "年度指标值: 36.923个")  # 130.0003%, which prints as 130.00%
    assert sides(found_after(edge, reason, rules=rules)) == [("K221", "58分", "60分")]


def test_a_cap_that_took_effect_is_told_and_one_that_did_not_is_not() -> None:
    found = found_after(rules=CAPPED)
    assert sides(found) == [("K222", "89分", "99.8分")]
    assert dict(found[0].fields) == {"rate": "97.95%", "bound": "98%"}
    explained = (RESULT, f"{RESULT}\n说明: {{总分: 验收较晚，资金次年支付}}")
    assert found_after(explained, rules=CAPPED) == []
    low = ("得分: 20", "得分: 9\n  偏差原因: 尚需推广")
    assert found_after(low, rules=CAPPED) == []
    assert found_after((SPENT, "实际支出: 79}"), rules=CAPPED) == []


def test_a_cap_at_its_bound_is_decided_by_the_printed_rate() -> None:
    assert sides(found_after((SPENT, EDGE), rules=CAPPED)) == [("K223", "≤89分", "不封顶"), GRADE_TOO]


@pytest.mark.parametrize(
    ("level", "score", "expected"),
    [
        ("达成", "20", []),
        ("达成", "16", []),
        ("达成", "15.9", [("K224", "16分—20分", "15.9分")]),
        ("部分达成", "16", [("K224", "12分—16分（不含）", "16分")]),
        ("部分达成", "12", []),
        ("未达成", "11", []),
        ("部分达成", "", [("K205", "12分—16分（不含）", "")]),
        ("大部达成", "16", [("K225", "达成、部分达成、未达成", "大部达成")]),
    ],
)
def test_a_score_lies_in_the_range_of_its_degree(level: str, score: str, expected: list[tuple[str, str, str]]) -> None:
    change = ("得分: 20", f"完成程度: {level}\n  得分: {score}\n  偏差原因: 尚需推广")
    assert sides(found_after(change, rules=LEVELS)) == expected


def test_a_row_names_a_method_that_the_format_has() -> None:
    found = found_after((WEIGHT, f"{WEIGHT}\n  计分方法: 分挡"), rules=LEVELS)
    assert sides(found) == [("K226", "比例、分档", "分挡")]
    assert dict(found[0].fields)["near"] == "分档"


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("执行得分: 9.8", []),
        ("执行得分: 10", [("K227", "9.8分", "10分")]),
        ("总分: 99.8", []),
        ("总分: 95", [("K227", "99.8分", "95分")]),
        ("执行得分: 10, 总分: 100", [("K227", "9.8分", "10分")]),
        ("等级: 优", []),
        ("等级: 良", [("K228", "优", "良")]),
        ("总分: 85, 等级: 良", [("K227", "99.8分", "85分")]),
    ],
)
def test_a_result_decided_by_hand_is_that_of_the_rules(result: str, expected: list[tuple[str, str, str]]) -> None:
    change = (RESULT, f"{RESULT}\n自评结果: {{{result}}}")
    assert sorted(sides(found_after(change))) == expected


def test_a_result_decided_by_hand_may_be_explained() -> None:
    why = "说明: {总分: 经评价小组复核, 执行得分: 按审计后的支出}"
    change = (RESULT, f"{RESULT}\n自评结果: {{执行得分: 10, 总分: 95, 等级: 良}}\n{why}")
    assert found_after(change) == []


@pytest.mark.parametrize(
    ("rounding", "total", "expected"),
    [
        ("{方式: 步长, 步长: 0.5}", "100", []),
        ("{方式: 步长, 步长: 0.25}", "99.75", []),
        ("{方式: 整数}", "100", []),
        ("{方式: 整数}", "99.8", [("K227", "100分", "99.8分")]),
    ],
)
def test_a_typed_total_is_held_against_the_rounded_one(
    rounding: str, total: str, expected: list[tuple[str, str, str]]
) -> None:
    rules = changed(RULES, ("  满分: 100\n", f"  满分: 100\n  总分取整: {rounding}\n"))
    found = sides(found_after((RESULT, f"{RESULT}\n自评结果: {{总分: {total}}}"), rules=rules))
    assert found == expected


WHOLE = """
单位: {名称: 某中心}
报告: [{名称: 部门自评, 格式: 测试, 报告时间: 2023-05}]
部门: {全年预算数: 200, 全年执行数: 150, 自评结果: {执行得分: 8}, 说明: {执行得分: 按审计后的支出}}
项目:
  甲:
    全年预算数: 100
    全年执行数: 90
    开始时间: 2022-01
    结束时间: 2022-12
    数据截止日期: 2022-12-31
    自评结果: {执行得分: 10}
    说明: {WHY}
"""
WHOLE_RULES = """
评分: {执行: {分值: 10, 方法: 比例}}
指标: [{名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%"}, {名称: 执行得分}]
"""


@pytest.mark.parametrize(("why", "expected"), [("{}", [("K227", "9分", "10分")]), ("{执行得分: 验收后支付}", [])])
def test_in_a_department_each_result_is_explained_by_its_own_subject(
    why: str, expected: list[tuple[str, str, str]]
) -> None:
    unit_year = replace(bound(WHOLE.replace("{WHY}", why), "单位.yaml", UnitYear), year=2022)
    exact = Evaluation(Case(unit_year, unit_year.reports[0], None, format_of(WHOLE_RULES)))
    found = run_checks(exact, Ledger(exact.case, exact))
    assert [each for each in sides(found) if each[0] == "K227"] == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", {("K229", "数据共享单位", "得分"), ("K304", "数据共享单位/实际完成值", "")}), ("\n  得分: 60", {"K304"})],
)
def test_points_that_cannot_be_computed_are_given_by_hand(more: str, expected: set[object]) -> None:
    ratio = f"实际完成值: =共享单位/(巡查-巡查){more}"
    found = found_after(("年度指标值: 48个\n  实际完成值: =共享单位", f"年度指标值: ≥90%\n  {ratio}"))
    told = {(each.code, dict(each.fields)["name"], dict(each.fields).get("key", "")) for each in found}
    assert (told if not more else {each.code for each in found}) == expected


def test_without_a_budget_the_points_for_execution_are_given_by_hand() -> None:
    zero = [(f"预算安排: {typed}", "预算安排: 0") for typed in ("80", "200")]
    found = {(each.code, dict(each.fields).get("key", "")) for each in found_after(*zero)}
    assert ("K229", "自评结果.执行得分") in found
    by_hand = (RESULT, f"{RESULT}\n自评结果: {{执行得分: 10}}")
    assert "K229" not in {each.code for each in found_after(*zero, by_hand)}


def test_a_weight_that_is_asked_for_is_not_told_of_the_points_again() -> None:
    assert "K229" not in {each.code for each in found_after((WEIGHT, "分值:"))}


def test_a_total_given_by_hand_is_not_above_the_full_score() -> None:
    (found,) = found_after((RESULT, f"{RESULT}\n自评结果: {{总分: 105}}"))
    assert (found.code, found.expected, found.actual, str(found.place)) == ("K230", "≤100分", "105", "项目.yaml:3:12")
