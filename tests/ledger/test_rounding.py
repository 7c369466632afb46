"""Scores as a format rounds them: single ones and their sums, and the total."""

from decimal import Decimal

import pytest

from jixiao.expr.figure import FigureId
from jixiao.formats.scoring import ScoringRules
from jixiao.ledger.rounding import Scores
from tests.cases import bound, ledger_of, printed

SCORE, TOTAL, GROUP = FigureId("得分", "绩效指标/甲"), FigureId("总分"), FigureId("总分", "一级指标/产出")


def scores(rules: str) -> Scores:
    return Scores.of(bound(f"{rules}\n", "格式.yaml", ScoringRules))


@pytest.mark.parametrize(
    ("rule", "rounded"),
    [
        ("{方式: 四舍五入, 位数: 1}", "6.4"),
        ("{方式: 四舍五入}", "6.45"),
        ("{方式: 逐级, 先到位数: 2, 位数: 1}", "6.5"),
        ("{方式: 进位, 位数: 1}", "6.5"),
        ("{方式: 步长, 步长: 0.5}", "6.5"),
        ("{方式: 整数}", "6"),
        ("{位数: 1}", "6.45"),
    ],
)
def test_each_way_of_rounding(rule: str, rounded: str) -> None:
    found = scores(f"取整: {rule}")
    assert [found.rounded(Decimal("6.447"), each) for each in (SCORE, TOTAL, None)] == [Decimal(rounded)] * 3


def test_without_a_rule_scores_have_two_decimals() -> None:
    assert Scores.of(None).rounded(Decimal("6.447"), SCORE) == Decimal("6.45")


@pytest.mark.parametrize("rule", ["{方式: 随意}", "{方式: 步长, 步长: 0}", "{方式: 步长, 步长: -1}"])
def test_a_rule_that_cannot_be_followed_leaves_two_decimals(rule: str) -> None:
    assert scores(f"取整: {rule}").rounded(Decimal("6.447"), SCORE) == Decimal("6.45")


def test_the_total_alone_may_be_rounded_otherwise() -> None:
    found = scores("取整: {方式: 步长, 步长: 0.5}\n总分取整: {方式: 整数}")
    assert [found.rounded(Decimal("6.447"), each) for each in (SCORE, GROUP, TOTAL)] == [Decimal("6.5")] * 2 + [6]


def test_the_total_is_made_of_the_scores_as_they_print() -> None:
    data = """
绩效指标:
- {一级指标: 产出, 二级指标: 数量, 三级指标: 甲, 年度指标值: 3个, 实际完成值: 2个, 分值: 10}
- {一级指标: 产出, 二级指标: 数量, 三级指标: 乙, 年度指标值: 3个, 实际完成值: 1个, 分值: 10}
"""
    rules = """
评分: {取整: {方式: 步长, 步长: 0.5}, 总分取整: {方式: 四舍五入, 位数: 0}}
指标: [{名称: 指标得分, 公式: sum(绩效指标.得分)}, {名称: 总分}]
"""
    ledger = ledger_of(data, rules)  # 6.67 and 3.33
    assert (printed(ledger, "指标得分"), printed(ledger, "总分")) == ("10", "10")
    assert [printed(ledger_of(data.replace("2个", "1.7个"), rules), name) for name in ("指标得分", "总分")] == [
        "9",
        "9",
    ]
