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


def note(text: str, *names: str) -> str:
    """The note under a table in which these names are printed."""
    ledger = ledger_of(text, RULES)
    values = [expression(name).evaluate(ledger.scope) for name in names]
    found = [each for value in values for each in (value if isinstance(value, list) else [value])]
    return ledger.tail_note([each for each in found if isinstance(each, Figure)])


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
