import pytest

from jixiao.kernel.finding import Finding
from tests.checking import RULES, changed, found_after, sides

LISTED = changed(RULES, ("阈值:", "名单: {资金级次: [省财政, 州财政, 县财政]}\n阈值:"))
OWN = "资金来源: 州财政"
STATE, COUNTY = (
    "{资金级次: 州财政, 计划: 200, 到位: 200, 支出: 195}",
    "{资金级次: 县财政, 计划: 80, 到位: 80, 支出: 79.25}",
)


def levels(*rows: str) -> list[Finding]:
    """What is found where the project states its funds by level."""
    return found_after((OWN, f"{OWN}\n资金分级: [{', '.join(rows)}]"), rules=LISTED)


def test_levels_that_make_the_project_are_in_order() -> None:
    assert levels(STATE, COUNTY) == []
    assert levels("{资金级次: 州财政, 计划: 280}", "{资金级次: 县财政}") == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((STATE.replace("计划: 200", "计划: 20"), COUNTY), [("K133", "100万元", "280万元")]),
        ((STATE.replace("到位: 200", "到位: 210"), COUNTY), [("K133", "290万元", "280万元")]),
        ((STATE.replace("支出: 195", "支出: 196"), COUNTY), [("K133", "275.25万元", "274.25万元")]),
        ((STATE.replace("支出: 195", "支出: 195.002"), COUNTY), [("K126", "274.25万元", "274.25万元")]),
        (
            ("{资金级次: 州财政, 到位: 200, 支出: 190.25}", "{资金级次: 县财政, 到位: 80, 支出: 84}"),
            [("K134", "≤80万元", "84万元")],
        ),
    ],
)
def test_a_mistyped_amount_is_told_once(rows: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    assert sides(levels(*rows)) == expected


def test_what_the_whole_spent_too_much_is_not_told_of_its_level_again() -> None:
    changes = (
        ("实际支出: 78.5}", "实际支出: 84.5}"),
        (OWN, f"{OWN}\n资金分级: [{{资金级次: 州财政, 到位: 280, 支出: 274.25}}]"),
    )
    assert {each.code for each in found_after(*changes, rules=LISTED)} == {"K103", "K301"}


def test_money_carried_over_may_be_spent_beyond_what_arrived() -> None:
    rows = "资金分级: [{资金级次: 州财政, 到位: 200, 支出: 190.25}, {资金级次: 县财政, 到位: 80, 支出: 84}]"
    funds = "资金构成: [{名称: 上年结转资金, 全年预算数: 5}]"
    assert found_after((OWN, f"{OWN}\n{rows}\n{funds}"), rules=LISTED) == []


def test_a_total_made_of_the_levels_is_told_where_it_is_stated() -> None:
    rules = changed(LISTED, ("公式: sum(指标文.金额)", "公式: sum(资金分级.到位)"))
    found = found_after((OWN, f"{OWN}\n到位资金: 280\n资金分级: [{{资金级次: 州财政, 到位: 270}}]"), rules=rules)
    assert sides(found) == [("K101", "270万元", "280万元")]


def test_levels_are_those_of_the_format_and_none_stands_twice() -> None:
    (unknown,) = levels(STATE.replace("州财政", "州级财政"), COUNTY)
    assert (unknown.code, dict(unknown.fields)["near"], str(unknown.place)) == (
        "K131",
        "州财政、省财政、县财政",
        "项目.yaml:3:15",
    )
    (twice,) = levels(STATE, COUNTY.replace("县", "州"))
    assert (twice.code, str(twice.place), [str(place) for place in twice.related]) == (
        "K132",
        "项目.yaml:3:55",
        ["项目.yaml:3:15"],
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [("资金来源: 国家财政", ["项目.yaml:2:7"]), ("", ["项目.yaml:3:1"]), ("资金来源: 县财政", [])],
)
def test_where_nothing_is_stated_by_level_each_amount_has_one(source: str, expected: list[str]) -> None:
    found = found_after((OWN, source), rules=LISTED)
    assert [(each.code, str(each.place)) for each in found] == [("K131", place) for place in expected]
    assert found_after((OWN, source)) == []


def test_the_level_of_one_sub_project_is_told_at_its_row() -> None:
    (found,) = found_after(("名称: 宣传推广", "名称: 宣传推广, 资金来源: 市财政"), rules=LISTED)
    assert (found.code, str(found.place)) == ("K131", "项目.yaml:4:20")


def test_where_the_format_asks_for_funds_by_level_the_missing_is_told_once() -> None:
    rules = changed(LISTED, ("阈值:", "必填项: [项目.资金分级]\n阈值:"))
    assert [each.code for each in found_after((OWN, ""), rules=rules)] == ["K106"]
    assert [each.code for each in found_after((OWN, "资金来源: 国家财政"), rules=rules)] == ["K106", "K131"]
