import pytest

from tests.checking import changed
from tests.departments import DATA, LAST_YEAR, findings, found_after, told

Change = tuple[str, str]
ROWS = "    - {名称: 业务工作经费, 上年决算数: 90}\n    - {名称: 运行维护经费, 上年决算数: 260}\n"


def test_data_that_fit_those_of_last_year_have_no_findings() -> None:
    assert findings(last_year=LAST_YEAR) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("上年决算数: 90", "上年决算数: 91"), [("K124", "业务工作经费/上年决算数", "90万元", "91万元")]),
        (("上年决算数: 90", "上年决算数: 90.004"), [("K126", "业务工作经费/上年决算数", "90万元", "90万元")]),
        (("上年决算数: 1.2", "上年决算数: 2.1"), [("K124", "三公经费.公务接待/上年决算数", "1.2万元", "2.1万元")]),
        (("上年决算数: 1.2, ", ""), []),
        (("人员经费: {", "人员经费: {上年预算数: 220, "), []),
        (
            ("人员经费: {", "人员经费: {上年预算数: 215, "),
            [("K124", "基本支出.人员经费/上年预算数", "220万元", "215万元")],
        ),
        (
            ("上年末在职人数: 80", "上年末在职人数: 81"),
            [("K121", "人员情况/在职人数", "85人", "84人"), ("K124", "人员情况/上年末在职人数", "80人", "81人")],
        ),
        (
            ("上年结转: {年初预算数: 80}", "上年结转: {年初预算数: 80.1}"),
            [
                ("K108", "预算收入/年初预算数", "700万元", "700.1万元"),
                ("K125", "预算收入.上年结转/年初预算数", "80万元", "80.1万元"),
            ],
        ),
    ],
)
def test_what_is_typed_of_last_year_is_what_its_data_hold(change: Change, expected: list[tuple[str, ...]]) -> None:
    assert told(change, last_year=LAST_YEAR) == expected


def test_it_is_told_with_the_line_of_last_years_data() -> None:
    (found,) = found_after(("上年决算数: 1.2", "上年决算数: 2.1"), last_year=LAST_YEAR)
    assert [str(place) for place in found.related] == ["上年.yaml:14:29"]
    assert dict(found.fields)["formula"] == "2021年数据的全年执行数"


def test_rows_that_do_not_make_last_years_total_are_told_where_the_total_is_made() -> None:
    renamed = ROWS.replace("业务工作经费, 上年决算数: 90", "业务经费"), ("支出类别: 业务工作经费", "支出类别: 业务经费")
    (found,) = found_after((ROWS, renamed[0]), renamed[1], last_year=LAST_YEAR)
    fields = dict(found.fields)
    assert (found.code, fields["name"], fields["gap"]) == ("K124", "项目支出/上年决算数（各分项合计）", "90万元")
    assert str(found.place) == "单位.yaml:30:5"


def test_a_balance_that_was_taken_back_is_explained() -> None:
    less = changed(LAST_YEAR, ("全年执行数: 215", "全年执行数: 213"))
    assert [each.code for each in findings(last_year=less)] == ["K125"]
    data = changed(DATA, ("  政府采购:", "  说明: {预算收入.上年结转/年初预算数: 财政收回2万元}\n  政府采购:"))
    assert findings(data, last_year=less) == []
