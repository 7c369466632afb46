import pytest

from tests.departments import LAST_YEAR, found_after, told

Change = tuple[str, str]
BEFORE = "上年末在职人数: 80"
HIRED = "- {名称: 招考录用, 在职增减: 6}"
RETIRING = "- {名称: 在职转退休, 在职增减: -2, 退休增减: 2}"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("在职增减: 6", "在职增减: 5")], [("K121", "人员情况/在职人数", "83人", "84人")]),
        ([(BEFORE, "上年末在职人数: 81")], [("K121", "人员情况/在职人数", "85人", "84人")]),
        ([(BEFORE, "上年末在职人数:")], []),
        ([("在职增减: 6", "在职增减: 4"), (RETIRING, "")], []),
        ([(HIRED, ""), (RETIRING, "")], [("K121", "人员情况/在职人数", "80人", "84人")]),
    ],
)
def test_movements_lead_to_the_headcount(changes: list[Change], expected: list[tuple[str, ...]]) -> None:
    assert told(*changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], []),
        ([("退休人数: 31", "退休人数: 30")], [("K121", "人员情况/退休人数", "31人", "30人")]),
        ([(BEFORE, ""), (HIRED, "")], [("K121", "人员情况/在职人数", "78人", "84人")]),
        ([(BEFORE, ""), (HIRED, ""), (RETIRING, "")], []),
    ],
)
def test_last_years_data_tell_how_many_there_were(changes: list[Change], expected: list[tuple[str, ...]]) -> None:
    assert told(*changes, last_year=LAST_YEAR) == expected


@pytest.mark.parametrize(
    ("row", "sides"),
    [
        (RETIRING.replace("退休增减: 2", "退休增减: 3"), [("-2人", "3人")]),
        (RETIRING.replace(", 退休增减: 2", ""), [("-2人", "0人")]),
        (RETIRING.replace("在职转退休", "退休人员去世").replace("在职增减: -2, 退休增减: 2", "退休增减: -1"), []),
    ],
)
def test_whoever_retires_leaves_the_ones_and_joins_the_others(row: str, sides: list[tuple[str, str]]) -> None:
    found = [dict(each.fields) for each in found_after((RETIRING, row)) if each.code == "K122"]
    assert [(each["left"], each["joined"]) for each in found] == sides


def test_more_people_than_posts_ask_for_a_word() -> None:
    few = ("编制数: 90", "编制数: 83")
    assert told(few) == [("K123", "人员情况/在职人数", "≤83人", "84人")]
    assert told(few, ("  政府采购:", "  说明: {人员情况/在职人数: 军转安置}\n  政府采购:")) == []


def test_people_are_not_below_zero_but_changes_are() -> None:
    assert [each[0] for each in told(("编制数: 90", "编制数: -90"))] == ["K104", "K123"]
