import pytest

from tests import departments
from tests.checking import RULES, changed, found_after, sides


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ("48个", []),
        ("48家", [("K209", "48个", "48家")]),
        ("48", [("K209", "48个", "48")]),
        ("100%", [("K209", "48个", "100%")]),
        ("全部完成", [("K210", "48个", "全部完成"), ("K205", "", "")]),
    ],
)
def test_target_and_actual_are_of_one_unit(actual: str, expected: list[tuple[str, str, str]]) -> None:
    found = found_after(("实际完成值: =共享单位", f"实际完成值: {actual}"))
    assert sorted(each for each in sides(found) if each[0] != "K211") == sorted(expected)


def test_where_the_target_is_words_anything_may_be_reached() -> None:
    assert found_after(("实际完成值: 更加方便", "实际完成值: 95分")) == []


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("37个", []),  # 129.73%
        ("36.924个", [("K211", "<130%", "130.00%")]),  # 129.9967%: the printed rate decides
        ("36个", [("K211", "<130%", "133.33%")]),
        ("36个\n  偏差原因: 新增部门较多", []),
        ("≤36个", []),
    ],
)
def test_far_over_target_needs_a_reason(target: str, expected: list[tuple[str, str, str]]) -> None:
    found = found_after(("年度指标值: 48个", f"年度指标值: {target}"))
    assert [each for each in sides(found) if each[0] == "K211"] == expected


def test_a_format_without_thresholds_asks_for_no_reason() -> None:
    rules = changed(RULES, ("阈值: {执行率说明: 90%, 超额说明: 130%}\n", ""))
    low = ("实际支出: 78.5}", "实际支出: 0}")
    assert found_after(("年度指标值: 48个", "年度指标值: 4个"), low, rules=rules) == []


def test_indicators_of_a_departments_projects_are_checked_with_each_project() -> None:
    (found,) = departments.found_after(("年度指标值: 40个", "年度指标值: 30个"))
    assert (found.code, found.figure) == ("K211", "部门自评/平台运维/绩效指标/租用机柜/完成率")
