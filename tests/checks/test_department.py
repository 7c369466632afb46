import pytest

from tests import checking
from tests.checking import changed
from tests.departments import DATA, RULES, findings, found_after, told

Change = tuple[str, str]
CATEGORY = "支出类别: 业务工作经费"


@pytest.mark.parametrize(
    ("change", "place", "near"),
    [
        ((CATEGORY, "支出类别: 业务经费"), "单位.yaml:46:11", "业务工作经费"),
        ((CATEGORY, "支出类别:"), "单位.yaml:46:5", "业务工作经费、运行维护经费"),
        (("名称: 业务工作经费, 上年", "名称: 工作经费, 上年"), "单位.yaml:46:11", "工作经费"),
    ],
)
def test_a_project_belongs_to_a_row_of_the_base_data_table(change: Change, place: str, near: str) -> None:
    (found,) = found_after(change)
    fields = dict(found.fields)
    assert (found.code, str(found.place), fields["project"], fields["near"]) == ("K113", place, "业务工作", near)


def test_without_rows_projects_need_no_category() -> None:
    start, stop = DATA.index("    类别:"), DATA.index("  经济分类:")
    assert told((DATA[start:stop], ""), (CATEGORY, "")) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("预算安排: 40", "预算安排: 41"), [("K114", "业务工作/全年预算数", "101万元", "100万元")]),
        (("实际支出: 57}", "实际支出: 57.05}"), [("K126", "业务工作/全年执行数", "95.55万元", "95.5万元")]),
        (("实际支出: 57}", "实际支出: 58}"), [("K114", "业务工作/全年执行数", "96.5万元", "95.5万元")]),
    ],
)
def test_sub_projects_make_up_their_project(change: Change, expected: list[tuple[str, ...]]) -> None:
    assert told(change) == expected


def test_a_project_without_sub_projects_has_none_to_add_up() -> None:
    start = DATA.index("    子项目:\n    - {名称: 专题调研")
    assert told((DATA[start : DATA.index("    文字: {年度目标: 完成")], "")) == []


def test_a_total_that_is_made_of_the_sub_projects_is_told_once() -> None:
    found = checking.found_after(("资金来源: 州财政", "资金来源: 州财政\n全年预算数: 281"))
    assert {each.code for each in found} == {"K101", "K105"}


@pytest.mark.parametrize(
    ("spent", "expected"),
    [
        ("270", []),
        ("271", [("K115", "全年执行数", "878.25万元", "877.25万元")]),
        ("270.02", [("K126", "全年执行数", "877.27万元", "877.25万元")]),
        ("2700000元", []),
    ],
)
def test_economic_classes_make_up_what_was_spent(spent: str, expected: list[tuple[str, ...]]) -> None:
    assert told(("全年执行数: 270}", f"全年执行数: {spent}}}")) == expected


@pytest.mark.parametrize(
    ("change", "stage", "gap"),
    [
        (("全年执行数: 15.2}", "全年执行数: 36.2}"), "全年执行数", "1.05万元"),
        (("办公经费: {年初预算数: 20", "办公经费: {年初预算数: 46"), "年初预算数", "1万元"),
    ],
)
def test_parts_of_operating_funds_are_no_more_than_all(change: Change, stage: str, gap: str) -> None:
    found, *_ = (each for each in found_after(change) if each.code == "K116")
    fields = dict(found.fields)
    assert (fields["stage"], fields["gap"]) == (stage, gap)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("金额: 180", "金额: 170"), [("K117", "平台运维/到位资金", "470万元", "480万元")]),
        (("    到位资金: 480\n", ""), []),
        (("实际到位: 300", "实际到位: 290"), [("K117", "各子项目实际到位合计", "480万元", "470万元")]),
        (("实际到位: 300, ", ""), []),
    ],
)
def test_what_is_allotted_to_a_project_is_what_arrived(change: Change, expected: list[tuple[str, ...]]) -> None:
    assert [each for each in told(change) if each[0] == "K117"] == expected


def test_an_allotment_of_another_year_is_asked_for_in_a_department_too() -> None:
    early = changed(DATA, ("下达日期: 2022-03-01", "下达日期: 2021-12-30"))
    assert [each.code for each in findings(early)] == ["K405"]
    assert findings(early.replace("    到位资金: 480", "    到位资金: 480\n    说明: {K405: 提前下达}")) == []
    assert findings(early.replace("  政府采购:", "  说明: {平台运维/K405: 提前下达}\n  政府采购:")) == []


INDICATOR = "{一级指标: 投入, 二级指标: 编制, 三级指标: 控制率, 年度指标值: 好, 实际完成值: 好, 分值: 30}"
OWN_GROUPS = (
    RULES
    + """
评分: {满分: 90, 执行: {分值: 0}}
一级指标:
- {名称: 投入, 对象: 部门, 分值: 30}
- {名称: 成效, 分值: 60, 没有时并入: 产出指标}
- {名称: 产出指标, 对象: 项目, 分值: 30}
"""
)


def test_a_department_and_its_projects_may_have_groups_of_their_own() -> None:
    found = findings(changed(DATA, ("部门:\n", f"部门:\n  绩效指标: [{INDICATOR}]\n")), OWN_GROUPS)
    told_of = [(each.code, dict(each.fields).get("name"), each.expected, each.actual) for each in found]
    assert told_of == [("K201", "成效", "60分", "0分"), ("K203", None, "90分", "0分")]
    wrong = changed(DATA, ("部门:\n", f"部门:\n  绩效指标: [{INDICATOR.replace('投入', '产出指标')}]\n"))
    (unknown,) = [each for each in findings(wrong, OWN_GROUPS) if each.code == "K202"]
    assert unknown.expected == "投入、成效"
