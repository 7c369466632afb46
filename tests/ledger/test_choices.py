"""What is chosen by figures is chosen by printed ones; where exact ones choose otherwise, a finding says so."""

from __future__ import annotations

import pytest

from jixiao.expr.expression import Expression, Locals, expression
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from tests.cases import ledger_of

# 甲 spends 89.998 % and prints 90.00 %; 乙 and last year's amount are 1 元 apart and print the same.
DATA = """
资金来源: 省财政
子项目:
- {名称: 甲, 预算安排: 100, 实际到位: 100, 实际支出: 89.998}
- {名称: 乙, 预算安排: 100, 实际到位: 100, 实际支出: 95.0001}
- {名称: 丙, 预算安排: 0, 实际到位: 0, 实际支出: 0}
"""
RULES = """
名单: {资金级次: [省财政, 州财政]}
指标:
- {名称: 预算执行率, 对象: 子项目, 公式: 实际支出 / 预算安排, 单位: "%"}
- {名称: 计划, 对象: 资金级次, 公式: sum((子项目|where(资金来源=名称)).预算安排)}
"""


@pytest.mark.parametrize(
    ("text", "printed", "differs"),
    [
        ('子项目|where("预算执行率 >= 90%")', "甲、乙", True),
        ('子项目|where("预算执行率 >= 85%")', "甲、乙", False),
        ('子项目|where("预算执行率 < 90%")|count', "0", True),
        ('sum(where(子项目, "预算执行率 >= 90%").实际支出)', "185万元", True),
        ('sum(where(子项目, "预算执行率 >= 85%").实际支出)', "185万元", False),
        ('bands(子项目, "预算执行率", [90%]).个数', "2、0", True),
        ('bands(子项目, "预算执行率", [95%, 85%]).项目', "乙、甲、", False),
        ('direction(row(子项目, "乙").实际支出, number("95万元"))', "持平", True),
        ('direction(row(子项目, "甲").实际支出, number("90万元"), "增长", "下降")|数', "持平", True),
        ('direction(row(子项目, "乙").实际支出, number("94万元"))', "增加", False),
        ('"高" if row(子项目, "甲").预算执行率 >= 90% else "低"', "高", True),
        ('row(子项目|where("预算执行率 < 95%")).名称', "甲", False),
        ("row(子项目|where(\"预算执行率 >= 90% and 实际支出 < number('95万元')\")).名称", "甲", True),
    ],
)
def test_a_choice_is_made_on_printed_values(text: str, printed: str, differs: bool) -> None:
    ledger = ledger_of(DATA, RULES)
    assert ledger.printed(ledger.value(expression(text), ledger.scope), Display.TEXT).text == printed
    assert [found.code for found in ledger.findings] == ["C201"] * differs


@pytest.mark.parametrize(
    ("formula", "differs"),
    [
        ('count(子项目|where("预算执行率 >= 90%"))', True),
        ('count(子项目|where("预算执行率 >= 85%"))', False),
        ('sum(子项目.预算安排) if row(子项目, "甲").实际支出 else 0', False),
        ('row(子项目, "甲").实际支出 if row(子项目, "甲").预算执行率 >= 90% else row(子项目, "乙").实际支出', True),
    ],
)
def test_a_figure_of_the_format_tells_where_its_formula_stands(formula: str, differs: bool) -> None:
    ledger = ledger_of(DATA, RULES + f"- {{名称: 新, 公式: '{formula}'}}\n")
    found = [(each.code, each.figure, str(each.place)) for each in ledger.findings]
    assert ledger.exact.findings == []
    assert found == [("C201", "自评/某项目/新", "格式.yaml:6:15")] * differs


def test_a_condition_that_exact_values_cannot_answer_is_decided_on_printed_ones() -> None:
    ledger = ledger_of(DATA, RULES)
    only = 'row(子项目|where("预算执行率 == 90%")).实际支出 > 0'
    assert ledger.decide(expression(only), ledger.scope)
    assert [found.code for found in ledger.findings] == ["C201"]


def test_rows_of_a_list_of_the_format_are_seen_in_conditions() -> None:
    ledger = ledger_of(DATA, RULES)
    levels = expression("资金级次").evaluate(ledger.scope)
    assert isinstance(levels, list)
    condition = expression('级.名称 == "省财政"')
    assert [ledger.decide(condition, Locals(ledger.scope, {"级": level})) for level in levels] == [True, False]


def test_a_band_kept_under_a_name_is_the_printed_one() -> None:
    ledger = ledger_of(DATA, RULES)
    scope = Locals(ledger.scope, {"档": expression('bands(子项目, "预算执行率", [90%])').evaluate(ledger.scope)})
    assert ledger.decide(expression('count(档|where("个数 == 2")) == 1'), scope)
    assert words(ledger, expression('where(档, "个数 > 0").名称'), scope) == "90%以上"
    assert ledger.findings == []


def words(ledger: Ledger, text: Expression, scope: Locals) -> str:
    return ledger.printed(ledger.value(text, scope), Display.TEXT).text
