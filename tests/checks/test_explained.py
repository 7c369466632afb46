import pytest

from tests import departments
from tests.checking import DATA, changed, findings, sides

LOW = changed(DATA, ("实际支出: 78.5}", "实际支出: 8.5}"))
WHOLE, ROW = "自评/某项目/预算执行率", "自评/某项目/子项目/宣传推广/预算执行率"


@pytest.mark.parametrize(
    ("key", "left"),
    [
        ("预算执行率", []),
        ("K303", []),
        ("宣传推广/预算执行率", [WHOLE]),
        ("子项目/宣传推广/预算执行率", [WHOLE]),
        ("子项目/宣传推广", [WHOLE]),
    ],
)
def test_an_explanation_silences_what_its_key_names(key: str, left: list[str]) -> None:
    assert [each.figure for each in findings(f"{LOW}\n说明:\n  {key}: 验收较晚")] == left


@pytest.mark.parametrize(
    ("key", "near"), [("预算执行", "预算执行率"), ("总分", "总分"), ("K208", "K208"), ("天气", "天气")]
)
def test_an_explanation_of_nothing_is_told(key: str, near: str) -> None:
    (found,) = findings(f"{DATA}\n说明:\n  {key}: 略")
    assert (found.code, dict(found.fields)["name"], dict(found.fields)["near"].split("、")[0]) == ("K601", key, near)


def test_an_explanation_of_what_shows_when_the_report_is_rendered_is_left_alone() -> None:
    assert findings(f"{DATA}\n说明:\n  C201: 正好在界限上") == []


def test_an_empty_explanation_explains_nothing() -> None:
    assert {each.code for each in findings(f"{LOW}\n说明:\n  预算执行率:")} == {"K303"}


def test_what_must_be_mended_cannot_be_explained_away() -> None:
    found = findings(changed(DATA, ("得分: 20", "得分: 21")) + "\n说明:\n  K204: 表现优异")
    assert sides(found) == [("K204", "≤20分", "21分"), ("K601", "", "")]


def test_money_that_arrived_is_explained_for_the_whole_or_by_the_rate() -> None:
    late = changed(DATA, ("实际到位: 80", "实际到位: 79"))
    assert [each.code for each in findings(late)] == ["K105"]
    for key in ("实际到位", "到位资金", "资金到位率"):
        assert findings(f"{late}\n说明:\n  {key}: 年底下达") == []


def test_the_name_of_a_figure_does_not_explain_why_it_is_typed_in_prose() -> None:
    data = changed(DATA, ("单位{{ 共享单位 }}", "单位48个"))
    assert {each.code for each in findings(f"{data}\n说明:\n  共享单位: 略")} == {"T201", "K601"}
    assert findings(f"{data}\n说明:\n  T201/共享单位: 指另一批单位") == []


SLOW = changed(
    departments.DATA,
    ("全年执行数: 420}", "全年执行数: 300}"),
    ("实际支出: 295}", "实际支出: 175}"),
    ("全年执行数: 500.75}", "全年执行数: 380.75}"),
)
OF_DEPARTMENT, OF_PROJECT = "部门自评/预算执行率", "部门自评/平台运维/预算执行率"
OF_ROW = "部门自评/平台运维/子项目/云平台/预算执行率"


def explained(where: str, key: str) -> list[str]:
    """The figures that are still asked about, and the keys that explain nothing, with an explanation in a subject."""
    mark = {"部门": "  政府采购:", "平台运维": "    到位资金: 480", "业务工作": "    支出类别: 业务"}[where]
    indent = mark[: len(mark) - len(mark.lstrip())]
    found = departments.findings(changed(SLOW, (mark, f"{indent}说明: {{{key}: 采购较晚}}\n{mark}")))
    return [dict(each.fields)["name"] if each.code == "K601" else each.figure for each in found]


@pytest.mark.parametrize(
    ("where", "key", "left"),
    [
        ("部门", "预算执行率", [OF_PROJECT, OF_ROW]),
        ("部门", "K303", []),
        ("部门", "平台运维/预算执行率", [OF_DEPARTMENT]),
        ("部门", "平台运维/云平台/预算执行率", [OF_DEPARTMENT, OF_PROJECT]),
        ("平台运维", "预算执行率", [OF_DEPARTMENT]),
        ("平台运维", "平台运维/预算执行率", [OF_DEPARTMENT]),
        ("平台运维", "云平台/预算执行率", [OF_DEPARTMENT, OF_PROJECT]),
        ("部门", "业务工作/预算执行率", [OF_DEPARTMENT, "业务工作/预算执行率", OF_PROJECT, OF_ROW]),
        ("业务工作", "预算执行率", [OF_DEPARTMENT, OF_PROJECT, OF_ROW, "预算执行率"]),
    ],
)
def test_a_department_explains_for_its_projects_and_a_project_for_itself(where: str, key: str, left: list[str]) -> None:
    assert sorted(explained(where, key)) == sorted(left)


def test_the_reason_of_a_sub_project_is_kept_with_it() -> None:
    data = changed(SLOW, ("实际支出: 175}", "实际支出: 175, 偏离原因: 分期付款}"))
    assert [each.figure for each in departments.findings(data)] == [OF_DEPARTMENT, OF_PROJECT]
