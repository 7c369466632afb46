"""The sums and differences of a report: from formulas, stated totals, references and checks."""

import pytest

from jixiao.compute.evaluation import Evaluation
from jixiao.ledger.relations import system_of
from tests import departments
from tests.cases import ledger_of

DATA = """
全年执行数: 3.02
子项目:
- {名称: 甲, 预算安排: 2, 实际到位: 2, 实际支出: 1.01}
- {名称: 乙, 预算安排: 2, 实际到位: 2, 实际支出: 2.01}
- {名称: 丙, 预算安排: 2, 实际支出: 0}
指标文: [{文号: 一, 金额: 6}]
事实: {立项: 5万元, 追加: 1万元, 年初: =立项}
"""
RULES = """
指标:
- {名称: 全年预算数, 公式: 年初 + 追加}
- {名称: 全年执行数, 公式: sum(子项目.实际支出)}
- {名称: 结转结余, 公式: 全年预算数 - sum(子项目.实际支出) + 追加 - 追加}
- {名称: 结转结余, 对象: 子项目, 公式: 实际到位 - 实际支出}
- {名称: 最高支出, 公式: max(子项目.实际支出)}
- {名称: 半数, 公式: 全年执行数 * 0.5}
- {名称: 多半, 公式: 半数 + 全年执行数 * 0.1}
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%"}
- {名称: 没有, 公式: sum((子项目|where(名称='丁')).实际支出)}
"""
ECONOMIC = ("工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出")
PLAIN = {
    "全年预算数 = 年初 + 追加",
    "年初 = 立项",
    "全年执行数 ≟ 甲/实际支出 + 乙/实际支出 + 丙/实际支出",
    "结转结余 = 全年预算数 - 甲/实际支出 - 乙/实际支出 - 丙/实际支出",
    "甲/结转结余 = 甲/实际到位 - 甲/实际支出",
    "乙/结转结余 = 乙/实际到位 - 乙/实际支出",
    "丙/结转结余 = - 丙/实际支出",
}


def relations(check: str = "") -> set[str]:
    """The relations of the report in words; ≟ where the total is stated."""
    system = system_of(
        ledger_of(DATA, RULES + (f"检查:\n- {{编号: XJ01, 说明: 不等。, {check}}}" if check else "")).exact
    )
    found = set()
    for each in system.relations:
        names = {key: "/".join([*key.item.split("/")[1:], key.name]) for key, _ in each.sides}
        words = "".join(f" {'+' if factor > 0 else '-'} {names[part]}" for part, factor in each.parts)
        found.add(f"{names[each.total]} {'≟' if each.stated else '='} {words.removeprefix(' + ').strip()}")
    return found


def test_formulas_say_what_is_a_sum_and_with_which_signs() -> None:
    assert relations() == PLAIN


def test_the_greatest_of_some_amounts_is_none_of_the_system() -> None:
    system = system_of(ledger_of(DATA, RULES).exact)
    names = {each.name for each in system.amounts}
    assert {"半数", "多半", "立项"} <= names
    assert not {"最高支出", "没有", "预算执行率"} & names
    assert sorted(each.name for each in system.locked) == ["年初", "立项", "追加"]  # which print as typed


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ("全年预算数 == sum(指标文.金额)", {"全年预算数 ≟ 一/金额"}),
        ("sum(子项目.预算安排) == 全年预算数", {"全年预算数 ≟ 甲/预算安排 + 乙/预算安排 + 丙/预算安排"}),
        (
            "not 指标文 or 年初 + 追加 == sum(子项目.预算安排)",
            {"年初 ≟ 甲/预算安排 + 乙/预算安排 + 丙/预算安排 - 追加"},
        ),
        ("全年预算数 == 年初 + 追加", set()),  # as its formula says
        ("全年预算数 == 全年执行数", set()),  # they are not
        ("全年预算数 == 全年预算数", set()),
        ("-年初 == -立项", set()),
        ("全年预算数 > 全年执行数", set()),
        ("半数 == 全年执行数 * 0.5", set()),
        ("预算执行率 == 预算执行率", set()),
        ("全年预算数 ==", set()),
        ("全年预算数 == 没有这个数", set()),
    ],
)
def test_checks_say_what_is_equal(condition: str, wanted: set[str]) -> None:
    assert relations(f"条件: '{condition}'") == PLAIN | wanted


def test_checks_of_rows_say_it_of_each() -> None:
    wanted = {f"{name}/预算安排 ≟ {name}/实际到位" for name in "甲乙"}  # 丙 has nothing to compare
    assert relations("对象: 子项目, 条件: 预算安排 == 实际到位") == PLAIN | wanted


def test_what_our_own_checks_of_a_department_hold_equal_is_a_sum_too() -> None:
    stated = [each for each in system_of(Evaluation(departments.case_of())).relations if each.stated]
    said = [
        (each.total.project, each.total.name, [part.item or part.name for part, _ in each.parts]) for each in stated
    ]
    assert said == [
        ("", "年初预算数", ["基本支出", "项目支出"]),
        ("", "全年预算数", ["基本支出", "项目支出"]),
        ("", "全年预算数", ["全年预算数"]),
        ("", "全年执行数", [f"经济分类/{name}" for name in ECONOMIC]),
        ("业务工作", "全年预算数", ["子项目/专题调研", "子项目/业务培训"]),
        ("平台运维", "全年预算数", ["子项目/云平台", "子项目/安全测评"]),
        ("业务工作", "全年执行数", ["子项目/专题调研", "子项目/业务培训"]),
        ("平台运维", "全年执行数", ["子项目/云平台", "子项目/安全测评"]),
    ]
