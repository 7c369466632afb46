from decimal import Decimal

import pytest

from jixiao.expr.errors import ExpressionError
from jixiao.expr.expression import expression
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from jixiao.render.charts.data import Data, Plotted, Point, alike, point
from tests.templates import view_of

DATA = """
子项目:
- {名称: 平台, 预算安排: 1320.46万元, 实际到位: 850.5万元, 实际支出: 0}
- {名称: 机房, 预算安排: 0, 实际到位: 0, 实际支出: 0}
事实: {受理量: 22214条, 巡查: 1000余次, 满意度: 98.456%, 差额: -35.5万元, 总价: 3627150元}
"""
RATE = "指标: [{名称: 执行率, 对象: 子项目, 公式: 实际到位 / 预算安排, 单位: '%'}]\n"
RULES = f"{RATE}显示: {{正文: {{金额: 两位}}, 表格: {{金额: 去零, 零值: 无}}, 表单: {{金额: 两位, 千分位: 是}}}}"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return view_of(DATA, RULES)


def plotted(ledger: Ledger, text: str, display: Display = Display.TABLE) -> Point:
    return point(ledger.value(expression(text), ledger.scope), display, ledger)


@pytest.mark.parametrize(
    ("text", "value", "code", "unit"),
    [
        ('row(子项目, "平台").预算安排', "1320.46", "0.00", "万元"),
        ('row(子项目, "平台").实际到位', "850.5", "0.0", "万元"),
        ('row(子项目, "平台").实际到位|两位', "850.50", "0.00", "万元"),
        ('row(子项目, "平台").预算安排|元|千分位', "13204600", "#,##0", "元"),
        ('row(子项目, "平台").预算安排|亿元', "0.13", "0.00", "亿元"),
        ('row(子项目, "平台").执行率', "0.6441", "0.00%", "%"),
        ('row(子项目, "平台").执行率|百分比(0)', "0.64", "0%", "%"),
        ("满意度", "0.98456", "0.000%", "%"),
        ("受理量", "22214", "0", "条"),
        ("受理量|数", "22214", "0", "条"),
        ("差额", "-35.5", "0.0", "万元"),
        ("总价", "3627150", "0", "元"),
        ("count(子项目)", "2", "0", ""),
    ],
)
def test_a_number_is_what_prints_in_its_unit(ledger: Ledger, text: str, value: str, code: str, unit: str) -> None:
    found = plotted(ledger, text)
    assert (found.value, found.code, found.unit) == (Decimal(value), code, unit)


@pytest.mark.parametrize(
    ("text", "value"), [('row(子项目, "平台").实际支出', "0"), ("巡查", "1000"), ("受理量|汉字", "22214")]
)
def test_what_prints_as_words_has_its_own_value(ledger: Ledger, text: str, value: str) -> None:
    assert plotted(ledger, text).value == Decimal(value)


def test_each_kind_of_place_has_its_digits(ledger: Ledger) -> None:
    text = 'row(子项目, "平台").实际到位'
    assert plotted(ledger, text).code == "0.0"
    assert plotted(ledger, text, Display.FORM).code == "0.00"


def test_nothing_is_a_gap_and_what_cannot_be_computed_is_told(ledger: Ledger) -> None:
    assert plotted(ledger, "none") == Point(None)
    assert plotted(ledger, 'row(子项目, "机房").执行率') == Point(None, is_unknown=True)


def test_words_are_no_number(ledger: Ledger) -> None:
    with pytest.raises(ExpressionError, match="not_a_number"):
        plotted(ledger, '"平台"')


def test_thousands_are_parted_in_all_numbers_or_in_none() -> None:
    small, large = Point(Decimal("8.5"), "0.0", "万元", 3), Point(Decimal("1320.5"), "#,##0.0", "万元", 6)
    first, second = alike([Plotted("甲", (small, Point(None))), Plotted("乙", (large,))])
    assert [each.code for each in (*first.points, *second.points)] == ["#,##0.0", "General", "#,##0.0"]
    assert alike([Plotted("甲", (small,))]) == (Plotted("甲", (small,)),)


def test_units_are_of_the_numbers_that_there_are() -> None:
    data = Data(("一", "二"), (Plotted("甲", (Point(Decimal(1), "0", "人"), Point(None))),))
    assert (data.units_of([0]), data.unit, data.values, data.series[0].code) == (["人"], "人", [Decimal(1)], "0")
