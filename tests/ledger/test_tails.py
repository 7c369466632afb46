import pytest

from jixiao.expr.expression import expression
from jixiao.expr.figure import Figure
from tests.cases import ledger_of

RULES = """
指标:
- {名称: 全年预算数, 公式: sum(子项目.预算安排)}
- {名称: 全年执行数, 公式: sum(子项目.实际支出)}
- {名称: 结余, 公式: 全年预算数 - 全年执行数}
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%"}
"""


def data(*spent: str, more: str = "") -> str:
    rows = [f"- {{名称: 项{at}, 预算安排: 10, 实际到位: 10, 实际支出: {each}}}" for at, each in enumerate(spent)]
    return "子项目:\n" + "\n".join(rows) + f"\n{more}\n"


def note(text: str, *names: str, rules: str = RULES) -> str:
    """The note under a table in which these names are printed."""
    ledger = ledger_of(text, rules)
    values = [expression(name).evaluate(ledger.scope) for name in names]
    found = [each for value in values for each in (value if isinstance(value, list) else [value])]
    return ledger.tail_note([each for each in found if isinstance(each, Figure)])


def test_a_tail_is_told_of_the_whole_table_and_not_of_each_row() -> None:
    balances = "- {名称: 结余, 对象: 子项目, 公式: 预算安排 - 实际支出}\n"
    names = ("子项目.预算安排", "子项目.实际支出", "子项目.结余", "全年预算数", "全年执行数", "结余")
    said = note(data("12551元", "12551元", "12551元"), *names, rules=RULES + balances)
    assert "不超过0.01万元" in said  # the totals of expenditure and of balances
    said = note(data("12551元", "12551元", "12551元"), "子项目.结余", "结余", rules=RULES + balances)
    assert "不超过0.01万元" in said  # rows and their own name above them
    assert note(data("12551元", "12551元"), "子项目.结余", "全年预算数", rules=RULES + balances) == ""


def test_a_total_is_held_against_what_its_parts_are_made_of_where_they_are_not_printed() -> None:
    halves = "- {名称: 一半, 公式: sum((子项目|where(名称='项0')).实际支出)}\n- {名称: 合计, 公式: 一半 + 全年执行数}\n"
    printed = ("子项目.实际支出", "一半", "合计")
    said = note(data("12554元", "12554元"), *printed, rules=RULES + halves)
    assert "不超过0.01万元" in said  # three times 1.26, and 3.77; the total that is not printed would be 2.51
    assert note(data("12554元", "12554元"), "合计", rules=RULES + halves) == ""


def test_what_a_check_holds_equal_is_a_sum_too() -> None:
    check = "检查:\n- {编号: XJ01, 条件: 应付 == sum(子项目.实际支出), 说明: 不一致。}\n"
    rules = RULES + "- {名称: 应付, 公式: sum(指标文.金额)}\n" + check
    documents = "指标文: [{文号: 一, 金额: 25110元}]"
    printed = ("子项目.实际支出", "应付")
    assert "不超过0.01万元" in note(data("12555元", "12555元", more=documents), *printed, rules=rules)
    assert note(data("12555元", "12556元", more=documents), *printed, rules=rules) == ""


def test_under_adjust_there_is_a_tail_only_where_it_cannot_be_helped() -> None:
    text, names = data("12555元", "12555元"), ("子项目.实际支出", "全年执行数")
    assert note(text, *names, rules="显示: {尾差: adjust}\n" + RULES) == ""
    assert "0.01" in note(text, *names, rules="显示: {尾差: adjust, 锁定: [子项目.实际支出]}\n" + RULES)


@pytest.mark.parametrize(
    ("text", "names", "tail"),
    [
        (data("1.25", "2.5"), ("子项目.实际支出", "全年执行数"), ""),
        (data("12555元", "12555元"), ("子项目.实际支出", "全年执行数"), "0.01"),  # 1.26 + 1.26, and 2.51
        (data("10001元", "10001元", "10001元"), ("子项目.实际支出", "全年执行数"), ""),
        (data("12555元", "12555元"), ("子项目.实际支出",), ""),
        (data("12555元", "12555元"), ("全年执行数", "预算执行率"), ""),
        (data("1.004", "1.004"), ("全年预算数", "全年执行数", "结余"), ""),
        (data("12551元", "0元", more="全年预算数: 200049元"), ("全年预算数", "全年执行数", "结余"), "0.01"),
        (data("1.25", "2.5", more="全年执行数: 3.8"), ("子项目.实际支出", "全年执行数"), "0.05"),
    ],
)
def test_a_total_that_misses_its_printed_parts_is_announced(text: str, names: tuple[str, ...], tail: str) -> None:
    said = note(text, *names)
    assert said == (f"注：表中数字经四舍五入，部分合计数与分项之和相差不超过{tail}万元。" if tail else "")
