import pytest

from jixiao.kernel.finding import Finding
from tests import departments
from tests.cases import UNIT
from tests.checking import findings, found_after

GOAL = "  总目标: 实现共享单位{{ 共享单位 }}。"


def told(goal: str) -> list[tuple[str, str, int]]:
    """Code, words and column of each finding in a narrative; it begins in column 1."""
    found = found_after((GOAL, f"  总目标: |-\n    {goal}"))
    return [(each.code, said(each), getattr(each.place, "column", 0) - 4) for each in found]


def said(finding: Finding) -> str:
    """The words that a finding is about."""
    fields = dict(finding.fields)
    return finding.actual or fields.get("text") or fields["sign"]


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("完成XX项工作。", [("T102", "XX", 3)]),
        ("完成××项工作，投入xxx万元。", [("T102", "××", 3), ("T102", "xxx", 11)]),
        ("在○○县实施。", [("T102", "○○", 2)]),
        ("工作完成。。", [("T102", "。。", 5)]),
        ("工作{{ 共享单位 }}，、完成。", [("T102", "，、", 13)]),
        ("工作（）完成。", [("T102", "（）", 3)]),
        ("工作【 】完成。", [("T102", "【 】", 3)]),
        ("较上年下降（增长）5%。", [("T102", "下降（增长）", 4)]),
        ("下属二级机构1完成。", [("T102", "二级机构1", 3)]),
        ("（请填写）", [("T102", "请填写", 2)]),
        ("联系人____。", [("T102", "____", 4)]),
        ("见《办法。", [("T103", "《", 2)]),
        ("“放管服改革（试点）。", [("T103", "“", 1)]),
        ("二〇〇八年，二○○八年，EXXON，0xx1，3×4，等等……", []),
        ("（{{ 共享单位 }}），1）一是《{{ 共享单位 }}》(含县市）”。", []),
        ("增长（较上年）5%，下降或增长。", []),
    ],
)
def test_residue_of_a_template(goal: str, expected: list[tuple[str, str, int]]) -> None:
    assert told(goal) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("三级指标: 方便群众", "三级指标: 指标1："), "指标1"),
        (("实际完成值: 更加方便", "实际完成值: 待补充"), "待补充"),
        (("名称: 宣传推广", "名称: XX推广"), "XX"),
        (("得分: 20", "得分: 20\n  偏差原因: 请在此写明"), "请在此"),
        (("满意度: 96.67%", "满意度: 96.67%\n  备注: 填写说明"), "填写说明"),
    ],
)
def test_residue_is_found_in_every_field(change: tuple[str, str], expected: str) -> None:
    assert [said(each) for each in found_after(change) if each.code == "T102"] == [expected]


def test_a_required_narrative_is_asked_for() -> None:
    (found,) = found_after((GOAL, "  概况: 略"))
    assert (found.code, found.fields, str(found.place)) == ("T101", (("name", "总目标"),), "项目.yaml:2:1")


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("2021年度完成投资。", [("T202", "2021年度", 1)]),
        ("2022年度完成投资，2023年度继续。", []),
        ("较2021年度增长，依据《2021年度方案》和〔2021年度〕文件。", []),
        ("2019—2021年度行动计划、2021年起步。", []),
        ("完善的的制度，已进行进行验收。", [("T203", "的的", 3), ("T203", "进行进行", 9)]),
        ("的的确确，和和美美，等等，研究研究。", []),
    ],
)
def test_other_years_and_doubled_words(goal: str, expected: list[tuple[str, str, int]]) -> None:
    assert told(goal) == expected


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("实现共享单位48个。", [("T201", "48个", 7)]),
        (
            "支出274.25万元，即2,742,500元，执行率97.95%。",
            [("T201", "274.25万元", 3), ("T201", "2,742,500元", 13), ("T201", "97.95%", 27)],
        ),
        ("巡查1000余次，推广经费78.50万元。", [("T201", "1000余次", 3), ("T201", "78.50万元", 14)]),
        ("共享48家、480个、148个、48.5个、48个月、巡查1000次、约48个。", []),
        ("5G基站，7*24小时，3+48个，2022-48个，第48个，《48个部门目录》，“48个”。", []),
        ("满意度100%，完成3个。", []),
    ],
)
def test_a_figure_that_the_data_hold_is_not_typed_in_prose(goal: str, expected: list[tuple[str, str, int]]) -> None:
    assert told(goal) == expected


def test_a_typed_figure_is_told_with_its_names() -> None:
    (found,) = found_after((GOAL, "  总目标: 实现共享48个"), ("巡查: 1000余次", "巡查: 1000余次\n  部门: 48个"))
    assert dict(found.fields) == {"text": "48个", "name": "共享单位", "tag": "共享单位", "names": "共享单位、部门"}
    assert [str(place) for place in found.related] == ["项目.yaml:9:9"]


def test_a_figure_of_a_row_is_told_with_an_expression_that_prints_it() -> None:
    (found,) = found_after((GOAL, "  总目标: 推广支出78.5万元。"))
    tag = found.expected
    assert tag == '{{ sum((子项目|where(名称="宣传推广")).实际支出) }}'
    assert found_after((GOAL, f"  总目标: |-\n    推广支出{tag}。")) == []


def test_numbers_that_are_equal_by_chance_are_not_told() -> None:
    facts = ("巡查: 1000余次", "巡查: 10次\n  合格率: 100%\n  机房: 3个\n  编号: 21")
    assert found_after(facts, (GOAL, "  总目标: 检查10次，合格率100%，机房3个，第21期。")) == []


def test_what_the_unit_keeps_for_all_its_reports_is_read_too() -> None:
    unit = f"{UNIT}\n事实: {{摘要: 待核实}}\n文字:\n  单位概况: 有XX人，2020年度成立，共享48个。\n"
    assert [said(each) for each in findings(unit=unit)] == ["待核实", "XX", "48个", "2020年度"]


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("人员经费支出275.5万元。", "基本支出.人员经费.全年执行数"),
        ("平台运维支出468万元。", 'sum((各项目|where(名称="政务平台")).全年执行数)'),
    ],
)
def test_a_department_tags_its_accounts_and_its_projects(words: str, tag: str) -> None:
    named = ("  平台运维:\n", "  平台运维:\n    名称: 政务平台\n")
    (found,) = departments.found_after(named, ("  政府采购:", f"  文字: {{概况: {words}}}\n  政府采购:"))
    assert (found.code, found.expected) == ("T201", f"{{{{ {tag} }}}}")
    assert (
        departments.told(
            named, ("  政府采购:", f'  文字: {{概况: "支出{{{{ {tag.replace(chr(34), chr(39))} }}}}。"}}\n  政府采购:')
        )
        == []
    )


def test_the_words_of_the_unit_are_read_once_and_those_of_each_project() -> None:
    found = departments.found_after(
        ("某中心", "XX中心"),
        ("年度目标: 完成专题调研", "年度目标: 完成××调研"),
        ("年度目标: 平台", "年度目标: 平台平台○○"),
    )
    assert [said(each) for each in found] == ["XX", "××", "○○"]
