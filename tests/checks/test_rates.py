import pytest

from tests import departments
from tests.checking import RULES, changed, found_after, sides

SATISFIED = "满意度: 96.67%"
SPENT = "实际支出: 78.5}"


def told(code: str, *changes: tuple[str, str], rules: str = RULES) -> list[tuple[str, str]]:
    """The figure named and the actual value of each finding of a code."""
    found = [finding for finding in found_after(*changes, rules=rules) if finding.code == code]
    return [(dict(finding.fields)["name"], finding.actual) for finding in found]


def test_a_derived_rate_above_100_is_out_of_range() -> None:
    assert told("K301", ("预算安排: 200", "预算安排: 190")) == [
        ("资金到位率", "103.70%"),
        ("预算执行率", "101.57%"),
        ("平台升级/预算执行率", "103.03%"),
    ]


def test_what_follows_from_a_rate_above_100_is_not_told_again() -> None:
    rules = f'{RULES}- {{名称: 最高执行率, 公式: max(子项目.预算执行率), 单位: "%"}}\n'
    high = ("预算安排: 80", "预算安排: 70")
    assert told("K301", high, rules=rules) == [
        ("资金到位率", "103.70%"),
        ("预算执行率", "101.57%"),
        ("宣传推广/预算执行率", "112.14%"),
    ]


def test_a_rate_that_only_rounding_keeps_at_100_is_told_with_more_digits() -> None:
    rules = changed(
        RULES,
        (
            '全年预算数, 单位: "%"}\n- {名称: 预算执行率, 公式',
            '全年预算数, 单位: "%", 小数: 0}\n- {名称: 预算执行率, 公式',
        ),
    )
    assert told("K301", ("金额: 280", "金额: 280.1"), rules=rules) == [("资金到位率", "100.0357%")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((SATISFIED, "满意度: 101%"), [("满意度", "101%")]),
        ((SATISFIED, "满意度: -5%"), [("满意度", "-5%")]),
        (("≥95%", "≥105%"), [("群众满意度/年度指标值", "≥105%")]),
        ((SATISFIED, f"{SATISFIED}\n  合格率: 100.5%"), [("合格率", "100.5%")]),
        (
            (SATISFIED, f"{SATISFIED}\n  好评率: 105%\n  固定资产占比: 100.5%"),
            [("好评率", "105%"), ("固定资产占比", "100.5%")],
        ),
        ((SATISFIED, f"{SATISFIED}\n  收入增长率: 120%\n  亏损率: -3%"), []),
    ],
)
def test_a_typed_rate_is_told_once_and_only_if_it_is_a_part_of_a_whole(
    change: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    assert told("K301", change) == expected
    assert told("K302", change) == []


def test_low_execution_asks_for_a_word_for_the_whole_and_each_sub_project() -> None:
    assert told("K303", (SPENT, "实际支出: 8.5}")) == [("预算执行率", "72.95%"), ("宣传推广/预算执行率", "10.63%")]
    assert sides(found_after((SPENT, "实际支出: 71.9}"))) == [("K303", "≥90%", "89.88%")]


def test_a_rate_that_only_its_rounding_lifts_to_the_threshold_is_told() -> None:
    assert sides(found_after((SPENT, "实际支出: 71.999}"))) == [("K307", "≥90%", "90.00%")]


def test_a_rate_over_zero_is_told_where_the_zero_is_typed() -> None:
    nothing = ("预算安排: 80, 实际到位: 80, 实际支出: 78.5", "预算安排: 0, 实际到位: 0, 实际支出: 0")
    (found,) = (each for each in found_after(nothing) if each.code == "K304")
    fields = dict(found.fields)
    assert (fields["printed"], fields["operand"], str(found.place)) == ("—", "预算安排", "项目.yaml:4:20")


def test_a_figure_without_data_is_told_once_and_not_what_follows_from_it() -> None:
    rate = '- {名称: 上年率, 公式: 全年执行数 / 年初预算数, 单位: "%"}\n- {名称: 其半, 公式: 上年率 / 2}\n'
    assert told("K305", rules=RULES + rate) == [("上年率", "")]


def test_a_grade_that_only_rounding_earns_is_told() -> None:
    rules = changed(RULES, ("起: 90", "起: 99.8"), ("满分: 100", "满分: 100\n  取整: {方式: 步长, 步长: 0.5}"))
    (found,) = found_after(rules=rules)  # 10 × 274.25 ÷ 280 + 90 = 99.79
    assert (found.code, found.expected, found.actual) == ("K306", "良", "优")
    assert dict(found.fields)["total"] == "100"


def test_a_total_that_cannot_be_printed_has_no_grade() -> None:
    tiny = ("资金来源: 州财政", "资金来源: 州财政\n全年预算数: 3元\n全年执行数: 2元")  # 0万元 ÷ 0万元
    (found,) = (each for each in found_after(tiny) if each.code == "K306")
    fields = dict(found.fields)
    assert (found.expected, found.actual, fields["exact_total"]) == ("优", "—", "96.6666666667…分")


def test_a_format_without_a_total_has_no_grade_to_check() -> None:
    rules = changed(RULES, ("名称: 总分", "名称: 合计分"))
    assert found_after(rules=rules) == []


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (("政府采购: {年初预算数: 120,", "政府采购: {年初预算数: 100, 全年预算数: 110,"), ["K118"]),
        (("全年执行数: 48}", "全年执行数: 60.5}"), ["K115", "K114", "K118", "K301"]),
        (("实际支出: 173}", "实际支出: 181}"), ["K114", "K301"]),
    ],
)
def test_above_a_single_budget_asks_for_a_word_and_above_that_of_a_project_is_a_mistake(
    change: tuple[str, str], codes: list[str]
) -> None:
    assert [each[0] for each in departments.told(change)] == codes


def test_a_rate_of_one_account_is_told_as_spending_above_its_budget() -> None:
    rate = '- {名称: 政府采购执行率, 对象: 部门, 公式: 政府采购.全年执行数 / 政府采购.年初预算数, 单位: "%"}\n'
    data = changed(departments.DATA, ("政府采购: {年初预算数: 120", "政府采购: {年初预算数: 100"))
    assert [each.code for each in departments.findings(data, departments.RULES + rate)] == ["K118"]
