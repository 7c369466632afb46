from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.finding import Finding
from tests.checking import found_after

FIRST, SECOND = "实际支出: 78.5}", "实际支出: 195.75}"


def vouchers(first: str, second: str = "") -> list[Finding]:
    """What is found with these vouchers of the two sub-projects."""
    return found_after(
        *((old, f"{old[:-1]}, 会计凭证: [{more}]}}") for old, more in ((FIRST, first), (SECOND, second)) if more)
    )


def told(found: list[Finding]) -> list[tuple[str, str]]:
    """Code, and the words each is about."""
    return [(each.code, dict(each.fields).get("text") or each.actual) for each in found]


@pytest.mark.parametrize(
    "number", ["5", "9-13", "0012", "记-12", "记字第12号", "12#", "9#-13#", "记9-记13", "9—13", "银付3", "第7号"]
)
def test_vouchers_as_accountants_write_them(number: str) -> None:
    assert vouchers(f"{{月份: 1, 凭证号: [{number!r}]}}".replace("'", '"')) == []


@pytest.mark.parametrize("number", ["9月13日", "2024-09-13", "5、7", "10/21", "13-9", "9-", "若干", "5 6 7#8"])
def test_what_is_no_voucher_is_told(number: str) -> None:
    assert told(vouchers(f'{{月份: 1, 凭证号: ["{number}"]}}')) == [("K136", number)]


@pytest.mark.parametrize(("month", "expected"), [("12", []), ("0", ["0"]), ("13", ["13"]), ("1.5", ["1.5"])])
def test_months(month: str, expected: list[str]) -> None:
    assert told(vouchers(f"{{月份: {month}, 凭证号: [5]}}")) == [("K135", each) for each in expected]


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ("{月份: 1, 凭证号: [5, 9-13, 12-15]}", [("K137", "12-15")]),
        ("{月份: 1, 凭证号: [5, 7, 0005]}", [("K137", "0005")]),
        ("{月份: 1, 凭证号: [5]}, {月份: 2, 凭证号: [5]}", []),
        ("{月份: 1, 凭证号: [5]}, {月份: 1, 凭证号: [7, 5]}", [("K137", "5")]),
        ("{月份: 1, 凭证号: [收5, 付5]}", []),
        ("{月份: 1, 凭证号: [记字第5号, 记-5]}", [("K137", "记-5")]),
        ("{月份: 1, 凭证号: [9-13, 5]}", [("K139", "5")]),
        ("{月份: 1, 凭证号: [收9, 付5]}", []),
        ("{月份: 2, 凭证号: [5]}, {月份: 1, 凭证号: [5]}", [("K139", "1月")]),
    ],
)
def test_each_voucher_stands_once_and_in_order(months: str, expected: list[tuple[str, str]]) -> None:
    assert told(vouchers(months)) == expected


def test_a_voucher_of_two_sub_projects_is_asked_for_once_a_month_and_explained() -> None:
    first, second = "{月份: 1, 凭证号: [5, 9-13]}, {月份: 2, 凭证号: [3]}", "{月份: 1, 凭证号: [5, 12-20]}"
    (found,) = vouchers(first, second)
    fields = dict(found.fields)
    assert (found.code, fields["numbers"], fields["others"]) == ("K138", "5、12-13", "宣传推广")
    assert (str(found.place), [str(place) for place in found.related]) == (
        "项目.yaml:5:71",
        ["项目.yaml:4:67", "项目.yaml:4:70"],
    )
    explained = ("资金来源: 州财政", "资金来源: 州财政\n说明: {K138: 一张凭证含几笔支出}")
    old = ((FIRST, f"{FIRST[:-1]}, 会计凭证: [{first}]}}"), (SECOND, f"{SECOND[:-1]}, 会计凭证: [{second}]}}"))
    assert found_after(*old, explained) == []


def test_a_sub_project_of_the_same_name_is_another_one() -> None:
    same = ("名称: 平台升级", "名称: 宣传推广")
    months = ((old, f"{old[:-1]}, 会计凭证: [{{月份: 1, 凭证号: [5]}}]}}") for old in (FIRST, SECOND))
    assert sorted(each.code for each in found_after(same, *months)) == ["K138", "K603"]


def test_a_voucher_of_three_names_the_other_two_and_a_long_list_is_read_soon() -> None:
    whole = f"{{月份: 1, 凭证号: [{', '.join(['1-9999'] * 2000)}]}}"
    assert len(vouchers(whole)) == 1999
    third = "- {名称: 维修, 预算安排: 0, 实际到位: 0, 实际支出: 0, 会计凭证: [{月份: 1, 凭证号: [7-8, 5]}]}\n指标文:"
    months = [(old, f"{old[:-1]}, 会计凭证: [{{月份: 1, 凭证号: [5]}}]}}") for old in (FIRST, SECOND)]
    told_of = {dict(each.fields)["others"] for each in found_after(*months, ("指标文:", third)) if each.code == "K138"}
    assert told_of == {"宣传推广", "宣传推广、平台升级"}


@given(st.lists(st.integers(min_value=1, max_value=60), min_size=1, max_size=12))
def test_exactly_the_numbers_written_again_are_told(numbers: list[int]) -> None:
    found = vouchers(f"{{月份: 3, 凭证号: {numbers}}}")
    again = [str(number) for place, number in enumerate(numbers) if number in numbers[:place]]
    slips = [str(later) for earlier, later in pairwise(numbers) if later < earlier]
    assert told(found) == ([("K137", each) for each in again] or [("K139", each) for each in slips])
