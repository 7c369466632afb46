import pytest

from tests import departments
from tests.checking import RULES, changed, found_after, sides

BUDGET = "资金来源: 州财政"


def test_a_report_in_order_has_no_findings() -> None:
    assert found_after() == []


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("全年执行数: 274.25", []),
        ("全年执行数: 274.3", [("K102", "274.25万元", "274.3万元")]),
        ("全年执行数: 274.32", [("K101", "274.25万元", "274.32万元")]),
        ("全年执行数: 2,742,500元", []),
        ("全年执行数: 274", [("K102", "274.25万元", "274万元")]),
        ("全年预算数: 281", [("K101", "280万元", "281万元")]),
    ],
)
def test_a_stated_total_against_its_parts(stated: str, expected: list[tuple[str, str, str]]) -> None:
    found = found_after((BUDGET, f"{BUDGET}\n{stated}"))
    assert [each for each in sides(found) if each[0] != "K105"] == expected


def test_a_total_that_contradicts_names_where_its_parts_stand() -> None:
    (found,) = found_after((BUDGET, f"{BUDGET}\n全年执行数: 274.32"))
    assert (str(found.place), [str(place) for place in found.related]) == (
        "项目.yaml:3:8",
        ["项目.yaml:5:40", "项目.yaml:6:42"],
    )


@pytest.mark.parametrize(
    ("display", "more", "expected"),
    [
        ("尾差: exact", "", []),
        ("尾差: adjust", "", []),
        ("尾差: adjust, 锁定: [子项目.实际支出]", "", [("K107", "274.25万元", "274.26万元")]),
        ("尾差: adjust, 锁定: [全年执行数]", "", []),
        ("尾差: adjust, 锁定: [子项目.实际支出]", "\n全年执行数: 274.3", [("K102", "274.26万元", "274.3万元")]),
        ("尾差: adjust, 锁定: [子项目.实际支出]", "\n全年执行数: 2742598元", [("K107", "274.25万元", "274.26万元")]),
    ],
)
def test_sums_that_locked_amounts_leave_open_are_told_once(
    display: str, more: str, expected: list[tuple[str, str, str]]
) -> None:
    data = (
        (BUDGET, BUDGET + more),
        ("实际支出: 78.5}", "实际支出: 785049元}"),
        ("实际支出: 195.75}", "实际支出: 1957549元}"),
    )
    found = found_after(*data, rules=f"显示: {{{display}}}\n{RULES}")
    assert [each for each in sides(found) if each[0] != "K305"] == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("实际支出: 78.5}", "实际支出: 80}"), []),
        (("实际支出: 78.5}", "实际支出: 80.01}"), [("K103", "≤80万元", "80.01万元")]),
        (("金额: 280", "金额: 270"), [("K103", "≤270万元", "274.25万元")]),
    ],
)
def test_no_more_is_spent_than_arrived(change: tuple[str, str], expected: list[tuple[str, str, str]]) -> None:
    assert [each for each in sides(found_after(change)) if each[0] == "K103"] == expected


def test_money_carried_over_may_be_spent_too() -> None:
    funds = "资金构成:\n- {名称: 上年结转资金, 全年预算数: 5}\n"
    plan = ("预算安排: 80", "预算安排: 81")
    found = found_after(plan, ("实际支出: 78.5}", "实际支出: 80.01}"), ("指标文:", f"{funds}指标文:"))
    assert {each.code for each in found} == {"K105"}


def test_amounts_and_scores_are_not_negative() -> None:
    found = found_after(("实际支出: 78.5}", "实际支出: -78.5}"), ("得分: 20", "得分: -20"))
    assert [each for each in sides(found) if each[0] == "K104"] == [("K104", "≥0", "-78.5"), ("K104", "≥0", "-20")]


def test_each_row_that_arrived_otherwise_than_planned_is_told_rather_than_the_whole() -> None:
    found = found_after(("实际到位: 80", "实际到位: 79"), ("实际到位: 200", "实际到位: 201"))
    assert [(each.figure, each.expected, each.actual) for each in found] == [
        ("自评/某项目/子项目/宣传推广/实际到位", "80万元", "79万元"),
        ("自评/某项目/子项目/平台升级/实际到位", "200万元", "201万元"),
    ]


def test_an_allotment_beyond_the_plan_is_told() -> None:
    found = found_after(("金额: 280", "金额: 281"))
    assert sides(found) == [("K105", "280万元", "281万元"), ("K301", "0%—100%", "100.36%")]


def test_without_a_figure_for_money_that_arrived_nothing_is_compared() -> None:
    rules = changed(RULES, ("- {名称: 到位资金, 公式: sum(指标文.金额)}", "- {名称: 到位资金, 公式: 年初预算数}"))
    assert {each.code for each in found_after(rules=rules)} <= {"K305"}


@pytest.mark.parametrize(
    ("change", "name", "expected"),
    [
        (("公务用车: {", "公务用车: {全年执行数: 18.6, "), "三公经费.公务用车/全年执行数", "18.5万元"),
        (("  三公经费:", "  三公经费:\n    年初预算数: 40"), "三公经费/年初预算数", "38万元"),
        (("  项目支出:", "  项目支出:\n    全年预算数: 590"), "项目支出/全年预算数", "580万元"),
        (("  政府采购:", "  全年预算数: 890\n  政府采购:"), "全年预算数", "900万元"),
        (("    到位资金: 480", "    年初预算数: 310\n    到位资金: 480"), "平台运维/年初预算数", "300万元"),
    ],
)
def test_stated_totals_of_accounts_and_of_a_departments_projects(
    change: tuple[str, str], name: str, expected: str
) -> None:
    found = [each for each in departments.told(change) if each[0] == "K101"]
    assert [each[1:3] for each in found] == [(name, expected)]


def test_what_the_format_asks_for_is_told_at_its_row() -> None:
    rules = changed(RULES, ("阈值:", "必填项: [子项目.用途, 自评结果.总分]\n阈值:"))
    found = found_after(("名称: 宣传推广", "名称: 宣传推广, 用途: 宣传"), rules=rules)
    assert [(each.code, dict(each.fields)["name"], str(each.place)) for each in found] == [
        ("K106", "平台升级/用途", "项目.yaml:5:3"),
        ("K106", "自评结果/总分", "项目.yaml:2:1"),
    ]


def test_of_a_record_that_is_missing_the_parts_are_not_asked_for_too() -> None:
    rules = changed(departments.RULES, ("指标:", "必填项: [部门.资产, 资产.负债合计]\n指标:"))
    found = departments.findings(rules=rules)
    assert [dict(each.fields)["name"] for each in found if each.code == "K106"] == ["资产"]
