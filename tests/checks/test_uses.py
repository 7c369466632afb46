import pytest

from tests.checking import RULES, changed, found_after

CLASSES = ("资金来源: 州财政", "资金来源: 州财政\n用途分类: [{名称: 信息化建设}, {名称: 大厅运转}]")
FIRST, SECOND = "名称: 宣传推广", "名称: 平台升级"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("大厅运转", "信息化建设", []),
        ("大厅运行", "信息化建设", [("K174", "大厅运转", "项目.yaml:5:18")]),
        ("", "信息化建设", [("K174", "信息化建设、大厅运转", "项目.yaml:5:3")]),
        ("大厅运转", "大厅运转", [("K175", "", "项目.yaml:3:8")]),
    ],
)
def test_sub_projects_are_added_up_by_class(first: str, second: str, expected: list[tuple[str, str, str]]) -> None:
    uses = [(old, f"{old}, 用途: {use}" if use else old) for old, use in ((FIRST, first), (SECOND, second))]
    found = found_after(CLASSES, *uses)
    assert [(each.code, dict(each.fields).get("near", ""), str(each.place)) for each in found] == expected


def test_without_classes_a_use_is_a_word() -> None:
    assert found_after((FIRST, f"{FIRST}, 用途: 大厅运转")) == []


def test_a_use_that_the_format_asks_for_is_told_once() -> None:
    rules = changed(RULES, ("阈值:", "必填项: [子项目.用途]\n阈值:"))
    found = found_after(CLASSES, (SECOND, f"{SECOND}, 用途: 大厅运转"), rules=rules)
    assert [each.code for each in found] == ["K106"]
