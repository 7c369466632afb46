import pytest

from jixiao.kernel.finding import Finding
from tests.departments import found_after

SECTIONS = "  内设机构: [办公室, 政务公开股, 大数据建设管理股, 行政效能股, 政务服务部（政府网站部）]\n"


def found(lines: str) -> list[Finding]:
    """What is found in a department with these sections and lines."""
    return found_after(("  政府采购:", f"{SECTIONS}{lines}  政府采购:"))


@pytest.mark.parametrize(
    ("evaluator", "expected"),
    [
        ("职务: 政务公开股股长", []),
        ("职务: 政务公开股长", []),
        ("职务: 政务公开和政务服务股股长", ["政务公开和政务服务股"]),
        ("职务: 办公室副主任", []),
        ("职务: 某中心办公室主任", []),
        ("职务: 政府网站部部长", []),
        ("职务: 副局长、党建办主任", ["党建办"]),
        ("职务: 财务室会计", ["财务室"]),
        ("职务: 副局长", []),
        ("职务: 四级主任科员", []),
        ("职务: 二级主办", []),
        ("职务: 退休干部", []),
        ("职务: 业务科室负责人", []),
        ("职务: 局办公室主任", []),
        ("职务: 市政务公开股股长", ["市政务公开股"]),
        ("职务: 党支部书记", []),
        ("职务: 业务部门负责人", []),
        ("职务: 副处长", []),
        ("职务: 财务股股长, 单位: 某财政局", []),
        ("职务: 股长, 单位: 某中心财务股", ["财务股"]),
        ("职务: 股长, 单位: 某中心行政效能股", []),
    ],
)
def test_the_posts_of_evaluators_are_in_sections_that_there_are(evaluator: str, expected: list[str]) -> None:
    told = found(f"  评价人员: [{{姓名: 甲, {evaluator}}}]\n")
    assert [(each.code, dict(each.fields)["name"]) for each in told] == [("K606", name) for name in expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("由行政效能科牵头。", [("T204", "行政效能科", 3)]),
        ("大数据建设管理部和政务公开处配合。", [("T204", "大数据建设管理部", 2), ("T204", "政务公开处", 11)]),
        ("由行政效能股、政务公开股、政务服务部和政府网站部负责。", []),
        ("政务公开办理规范，行政效能处理及时，大数据建设管理部门。", []),
        ("省政务公开处、市财政局行政效能科、上级政务公开办。", []),
        ("各股室、科室配合，依据《政务公开处办法》。", []),
    ],
)
def test_a_name_in_prose_that_nearly_is_a_section(words: str, expected: list[tuple[str, str, int]]) -> None:
    told = found(f"  文字:\n    概况: |-\n      {words}\n")
    by_place = sorted(told, key=lambda each: getattr(each.place, "column", 0))
    assert [(each.code, each.actual, getattr(each.place, "column", 0) - 5) for each in by_place] == expected


def test_a_section_stands_once() -> None:
    (twice,) = found_after(("  政府采购:", "  内设机构: [办公室, 数据部, 办公室]\n  政府采购:"))
    assert (twice.code, str(twice.place), [str(place) for place in twice.related]) == (
        "K605",
        "单位.yaml:42:20",
        ["单位.yaml:42:10"],
    )


def test_without_a_list_nothing_can_be_missing() -> None:
    assert found_after(("  政府采购:", "  评价人员: [{姓名: 甲, 职务: 财务股股长}]\n  政府采购:")) == []
