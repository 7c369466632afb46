"""What the footing policies print: exact, each amount its own half-up value; adjust, what adds up on paper."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.expression import expression
from jixiao.expr.figure import FigureId
from jixiao.kernel.system import System
from jixiao.ledger.footing import POLICIES
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from tests.cases import ledger_of, printed

GRID = Decimal(100)  # 0.01万元
AMOUNTS = st.decimals(min_value=-(10**12), max_value=10**12, places=2)
DATA = """
子项目:
- {名称: 甲, 预算安排: 30000元, 实际到位: 30000元, 实际支出: 10049元}
- {名称: 乙, 预算安排: 30000元, 实际到位: 30000元, 实际支出: 10049元}
- {名称: 丙, 预算安排: 30030元, 实际到位: 30030元, 实际支出: 10049元}
指标文: [{文号: 一, 金额: 45015元}, {文号: 二, 金额: 45015元}]
"""
FIGURES = """
指标:
- {名称: 全年预算数, 公式: sum(子项目.预算安排)}
- {名称: 到位资金, 公式: sum(指标文.金额)}
- {名称: 全年执行数, 公式: sum(子项目.实际支出)}
- {名称: 结转结余, 公式: 全年预算数 - 全年执行数}
- {名称: 结转结余, 对象: 子项目, 公式: 实际到位 - 实际支出}
- {名称: 最高支出, 公式: max(子项目.实际支出)}
- {名称: 执行数, 公式: 全年执行数}
- {名称: 三成, 公式: 全年执行数 * 0.3}
检查:
- {编号: XJ01, 条件: 到位资金 == sum(子项目.实际到位), 说明: 不一致。}
"""


def ledger(policy: str = "adjust", locked: str = "", data: str = DATA) -> Ledger:
    return ledger_of(data, f"显示: {{尾差: {policy}, 锁定: [{locked}]}}\n{FIGURES}")


def shown(found: Ledger, *names: str) -> str:
    """What expressions print in a table."""
    return " ".join(found.printed(expression(name).evaluate(found.scope), Display.TABLE).text for name in names)


@given(st.lists(AMOUNTS, max_size=8))
def test_exact_prints_each_amounts_own_half_up_value(values: list[Decimal]) -> None:
    system = System({FigureId(str(at)): value for at, value in enumerate(values)})
    printed_values, misses = POLICIES["exact"].foot(system, GRID)
    assert misses == ()
    for identity, value in system.amounts.items():
        assert printed_values[identity] % GRID == 0
        assert -GRID / 2 <= abs(value) - abs(printed_values[identity]) < GRID / 2


@pytest.mark.parametrize(
    ("policy", "spent", "arrived", "left"),
    [
        ("exact", "1、1、1 3.01", "4.5、4.5 3、3、3 9", "2、2、2 5.99"),
        ("adjust", "1.01、1、1 3.01", "4.5、4.5 3、3、3 9", "1.99、2、2 5.99"),
    ],
)
def test_sums_and_differences(policy: str, spent: str, arrived: str, left: str) -> None:
    found = ledger(policy)
    assert shown(found, "子项目.实际支出", "全年执行数") == spent
    assert shown(found, "指标文.金额", "子项目.实际到位", "到位资金") == arrived
    assert shown(found, "子项目.结转结余", "结转结余") == left


def test_what_a_check_holds_equal_adds_up_on_paper() -> None:
    data = DATA.replace("30000元", "30003元").replace("30030元", "30006元").replace("45015元", "45006元")
    assert shown(ledger("exact", data=data), "指标文.金额", "子项目.实际到位", "到位资金") == "4.5、4.5 3、3、3 9"
    data = data.replace("30003元", "30040元").replace("30006元", "30040元").replace("45006元", "45060元")
    assert shown(ledger("exact", data=data), "指标文.金额", "子项目.实际到位", "到位资金") == "4.51、4.51 3、3、3 9.01"
    assert shown(ledger(data=data), "指标文.金额", "子项目.实际到位", "到位资金") == "4.51、4.5 3.01、3、3 9.01"


def test_what_is_no_sum_prints_its_half_up_value_and_a_reference_what_it_refers_to() -> None:
    assert shown(ledger(), "三成", "执行数") == "0.9 3.01"


def test_the_greatest_is_chosen_among_printed_values() -> None:
    assert (shown(ledger("exact"), "最高支出"), shown(ledger(), "最高支出")) == ("1", "1.01")


def test_a_sum_without_a_name_prints_as_the_figure_that_is_this_sum() -> None:
    for policy in POLICIES:
        found = ledger(policy)
        assert shown(found, "sum(子项目.实际支出)", "全年预算数 - sum(子项目.实际支出)") == "3.01 5.99"
        assert shown(found, "-全年执行数") == "-3.01"


def test_locked_amounts_do_not_move() -> None:
    assert shown(ledger(locked="子项目.实际支出"), "子项目.实际支出", "全年执行数") == "1、1、1 3.01"
    data = DATA.replace("10049元}\n- {名称: 丙", "10048元}\n- {名称: 丙")
    assert shown(ledger(data=data), "子项目.实际支出") == "1.01、1、1"
    locked = "(子项目|where(名称='甲')).实际支出"
    assert shown(ledger(data=data, locked=locked), "子项目.实际支出", "全年执行数") == "1、1、1.01 3.01"


def test_a_name_that_is_not_known_cannot_be_locked() -> None:
    (found,) = ledger(locked="子项目.实际指出").findings
    assert (found.code, dict(found.fields)["near"]) == ("C104", "实际支出、实际到位")
    assert found.place is not None


@pytest.mark.parametrize(
    ("stated", "spent"),
    [
        ("3.01", "1.01、1、1 3.01"),
        ("3.02", "1.01、1.01、1 3.02"),  # typed with the digits of the grid, and within reach of the parts
        ("3.0", "1、1、1 3"),
        ("3.1", "1.01、1.01、1.01 3.1"),  # out of reach: the parts go as near as they may
    ],
)
def test_a_typed_total_is_printed_and_its_parts_foot_to_it(stated: str, spent: str) -> None:
    found = ledger(data=f"{DATA}\n全年执行数: {stated}\n")
    assert shown(found, "子项目.实际支出", "全年执行数") == spent


def test_a_fact_prints_as_typed_whatever_it_is_part_of() -> None:
    rules = "指标:\n- {名称: 全年执行数, 公式: 甲 + 乙 + 丙}\n"
    data = "事实: {甲: 10049元, 乙: 10049元, 丙: 1.004万元}\n"
    found = ledger_of(data, f"显示: {{尾差: adjust}}\n{rules}")
    assert shown(found, "甲", "丙", "全年执行数") == "10049元 1.004万元 3.01"
    assert printed(found, "乙") == "10049元"
