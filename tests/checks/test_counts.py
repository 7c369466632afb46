import pytest

from tests import departments
from tests.checking import found_after

GOAL = "  总目标: 实现共享单位{{ 共享单位 }}。"
SECTIONS = "  内设机构: [办公室, 政务公开股, 行政效能股]\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("内设机构6个：办公室等。", [("内设机构6个", "3")]),
        ("内设机构共有四个。", [("内设机构共有四个", "3")]),
        ("下设十二个股室，内设4个机构。", [("下设十二个", "3"), ("内设4个", "3")]),
        ("内设机构3个，共三个内设机构，内设3个机构。", []),
        ("新增内设机构1个，其中内设机构2个，内设机构3余个，内设机构100余个。", []),
        ("大厅内设6个服务区，共有12个机构、8个科室参加，共设5个窗口。", []),
        ("依据《内设机构6个方案》。", []),
    ],
)
def test_sections_are_counted_as_listed(words: str, expected: list[tuple[str, str]]) -> None:
    found = departments.found_after(("  政府采购:", f"{SECTIONS}  文字: {{概况: {words}}}\n  政府采购:"))
    assert [(each.actual, each.expected) for each in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("包括3个子项目。", [("子项目", "包括3个子项目", "2")]),
        ("共2个子项目，有1个子项目未完成。", []),
        ("共下达2份指标文件。", []),
        ("共2份指标文件。", [("指标文", "共2份指标文", "1")]),
        ("试点单位5家，共4家试点单位。", [("试点单位", "试点单位5家", "3"), ("试点单位", "共4家试点单位", "3")]),
        ("试点单位3家，新增试点单位1家，15家试点单位。", []),
    ],
)
def test_lists_of_a_project_are_counted_as_listed(words: str, expected: list[tuple[str, str, str]]) -> None:
    lists = "事实:", "清单: {试点单位: [甲, 乙, 丙]}\n事实:"
    found = found_after(lists, (GOAL, f"  总目标: {words}"))
    assert [(dict(each.fields)["name"], each.actual, each.expected) for each in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("办件近8000余件。", ["近8000余"]),
        ("办件约三十多件、超过1.5万余件。", ["约三十多", "超过1.5万余"]),
        ("办件8000余件，近9000件，约1万件。", []),
        ("近10余年，最近5多次，节约100余万元，《近8000余件》。", []),
    ],
)
def test_an_estimate_has_one_word_of_doubt(words: str, expected: list[str]) -> None:
    found = found_after((GOAL, f"  总目标: {words}"))
    assert [dict(each.fields)["text"] for each in found if each.code == "T205"] == expected


def test_facts_are_estimates_too() -> None:
    (found,) = found_after(("巡查: 1000余次", "巡查: 近1000余次"))
    assert (found.code, str(found.place)) == ("T205", "项目.yaml:10:7")
