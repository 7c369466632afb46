import pytest

from tests import checking
from tests.departments import found_after, told

TESTING = "名称: 安全测评, 预算安排: 180, 实际到位: 180, 实际支出: 173"


def test_a_sub_project_of_the_same_name_in_another_project_is_asked_for() -> None:
    (found,) = found_after(("名称: 安全测评", "名称: 专题调研"))
    fields = dict(found.fields)
    assert (found.code, str(found.place)) == ("K603", "单位.yaml:71:12")
    assert (fields["first"], fields["second"]) == ("业务工作 40万元", "平台运维 180万元")
    assert [str(place) for place in found.related] == ["单位.yaml:54:12"]


@pytest.mark.parametrize("name", ["专题调研", "云平台"])
def test_it_is_explained_by_its_name(name: str) -> None:
    twice = ("名称: 安全测评", f"名称: {name}")
    assert [each[0] for each in told(twice)] == ["K603"]
    for mark in ("  政府采购:", "    支出类别: 业务" if name == "专题调研" else "    到位资金:"):
        indent = mark[: len(mark) - len(mark.lstrip())]
        assert told(twice, (mark, f"{indent}说明: {{子项目/{name}: 分属两处}}\n{mark}")) == []


def test_the_same_amounts_too_may_be_filled_in_twice() -> None:
    again = "名称: 云平台, 预算安排: 300, 实际到位: 300, 实际支出: 295"
    assert "K604" in [each[0] for each in told((TESTING, again))]


def test_two_projects_of_one_name_are_asked_for() -> None:
    (found,) = found_after(("  平台运维:\n", "  平台运维:\n    名称: 业务工作\n"))
    assert (found.code, dict(found.fields)["key"]) == ("K603", "K603")


def test_the_sub_projects_of_a_project_report_are_compared_with_each_other() -> None:
    (found,) = checking.found_after(("名称: 平台升级", "名称: 宣传推广"))
    assert (found.code, str(found.place)) == ("K603", "项目.yaml:5:8")
