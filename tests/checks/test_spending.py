import pytest

from tests.departments import told

Change = tuple[str, str]
CARS = "运行维护费: {上年决算数: 19, 年初预算数: 35, 全年执行数: 18.5}"
GUESTS = "公务接待: {上年决算数: 1.2, 年初预算数: 3, 全年执行数: 0.9}"
BOUGHT = "政府采购: {年初预算数: 120, 全年执行数: 118.5}"
RUNNING, RECEPTION = "三公经费.公务用车.运行维护费/全年执行数", "三公经费.公务接待/全年执行数"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((BOUGHT, "政府采购: {年初预算数: 110, 全年执行数: 118.5}"), [("政府采购/全年执行数", "≤110万元")]),
        ((BOUGHT, "政府采购: {年初预算数: 110, 全年预算数: 120, 全年执行数: 118.5}"), []),
        ((BOUGHT, "政府采购: {年初预算数: 118.5, 全年执行数: 118.50}"), []),
        ((BOUGHT, "政府采购: {年初预算数: 1185049元, 全年执行数: 118.5}"), []),
        ((BOUGHT, "政府采购: {年初预算数: 110, 全年执行数: 118.5, 说明: 年中追加项目}"), []),
        ((BOUGHT, "政府采购: {全年执行数: 118.5}"), []),
        (("全年执行数: 15.2}", "全年执行数: 21}"), [("基本支出.公用经费.办公经费/全年执行数", "≤20万元")]),
        (("全年执行数: 38.25", "全年执行数: 40.1"), [("基本支出.公用经费/全年执行数", "≤40万元")]),
        (("年初预算数: 35, 全年执行数: 18.5", "年初预算数: 18, 全年执行数: 18.5"), [(RUNNING, "≤18万元")]),
        (("全年执行数: 29.5}", "全年执行数: 31}"), [("业务工作/上年结转资金/全年执行数", "≤30万元")]),
    ],
)
def test_more_than_the_budget_asks_for_a_word(change: Change, expected: list[tuple[str, str]]) -> None:
    assert [(name, limit) for code, name, limit, _ in told(change) if code == "K118"] == expected


def test_a_budget_for_the_whole_of_an_expense_is_compared_with_its_whole() -> None:
    whole = ("公务用车: {", "公务用车: {年初预算数: 18, "), (CARS, "运行维护费: {上年决算数: 19, 全年执行数: 18.5}")
    assert told(*whole) == [("K118", "三公经费.公务用车/全年执行数", "≤18万元", "18.5万元")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((CARS, CARS.replace("19", "18")), [(RUNNING, "0.5万元")]),
        ((CARS, CARS.replace("19", "18.5")), []),
        ((CARS, CARS.replace("19,", "18, 说明: 车辆老化,")), []),
        (("  三公经费:", "  三公经费:\n    说明: 恢复正常工作"), []),
        ((GUESTS, GUESTS.replace("1.2", "0")), [(RECEPTION, "0.9万元")]),
        ((GUESTS, GUESTS.replace("上年决算数: 1.2, ", "")), []),
        (("人员经费: {", "人员经费: {上年决算数: 200, "), []),
    ],
)
def test_more_of_the_three_public_expenses_than_last_year_asks_for_a_word(
    change: Change, expected: list[tuple[str, str]]
) -> None:
    reasoned = (change, (CARS, CARS.replace("19", "18"))) if "恢复" in change[1] else (change,)
    assert [each[1] for each in told(*reasoned) if each[0] == "K119"] == [name for name, _ in expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(GUESTS, GUESTS.replace("年初预算数: 3, ", ""))], [RECEPTION]),
        ([(GUESTS, GUESTS.replace("年初预算数: 3", "年初预算数: 0"))], [RECEPTION]),
        ([(GUESTS, "公务接待: {上年决算数: 1.2, 全年执行数: 0}")], []),
        ([(GUESTS, "公务接待: {上年决算数: 1.2, 全年执行数: 0.9, 说明: 由上级承担}")], []),
        ([(CARS, "运行维护费: {全年执行数: 18.5}"), ("公务用车: {", "公务用车: {年初预算数: 35, ")], []),
        ([(CARS, "购置费: {年初预算数: 0, 全年执行数: 18.5}"), ("公务用车: {", "公务用车: {年初预算数: 35, ")],
         ["三公经费.公务用车.购置费/全年执行数"]),
    ],
)  # fmt: skip
def test_the_three_public_expenses_need_a_budget(changes: list[Change], expected: list[str]) -> None:
    assert [each[1] for each in told(*changes) if each[0] == "K120"] == expected


def test_why_expenses_rose_does_not_say_why_one_of_them_went_over_its_budget() -> None:
    rise = ("  三公经费:", "  三公经费:\n    说明: 恢复正常工作")
    assert [
        each[:2] for each in told(rise, ("年初预算数: 35, 全年执行数: 18.5", "年初预算数: 18, 全年执行数: 18.5"))
    ] == [("K118", RUNNING)]
    assert [each[:2] for each in told(rise, (GUESTS, GUESTS.replace("年初预算数: 3, ", "")))] == [("K120", RECEPTION)]


def test_the_key_of_an_account_explains_it_and_the_code_all_of_them() -> None:
    high = (BOUGHT, "政府采购: {年初预算数: 110, 全年执行数: 118.5}")
    for key in ("政府采购/全年执行数", "政府采购", "全年执行数", "K118"):
        assert told(high, ("  经济分类:", f"  说明: {{{key}: 年中追加}}\n  经济分类:")) == []
    assert {each[0] for each in told(high, ("  经济分类:", "  说明: {三公经费: 年中追加}\n  经济分类:"))} == {
        "K118",
        "K601",
    }
