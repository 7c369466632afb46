from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.finding import Finding
from tests.checking import found_after, sides

FACT = "有效问卷: 30份"
Sides = list[tuple[str, str, str]]


def composed(facts: str, whole: str = "甲", parts: str = "乙, 丙") -> list[Finding]:
    """What is found where a fact is the whole of others."""
    named = "".join(f"\n  {each}" for each in facts.split("; "))
    return found_after((FACT, f"{FACT}{named}\n整体与部分: [{{整体: {whole}, 部分: [{parts}]}}]"))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("甲: 101家; 乙: 46家; 丙: 55家", []),
        ("甲: 101家; 乙: 46个; 丙: 55家", [("K153", "101家", "46个")]),
        ("甲: 101家; 乙: 46家; 丙: 54家", [("K154", "100家", "101家")]),
        ("甲: 100余家; 乙: 46家; 丙: 58家", []),
        ("甲: 近100家; 乙: 46家; 丙: 52家", []),
        ("甲: 100余家; 乙: 46家; 丙: 52家", [("K154", "98家", "100余家")]),
        ("甲: 3.1万条; 乙: 10630条; 丙: 20400条", []),
        ("甲: 1万元; 乙: 3000元; 丙: 7000元", []),
        ("甲: 10.01万元; 乙: 3.334万元; 丙: 6.674万元", [("K126", "10.01万元", "10.01万元")]),
        ("甲: 10.1万元; 乙: 3万元; 丙: 7万元", [("K154", "10万元", "10.1万元")]),
        ("甲: 95.45%; 乙: 95.86%; 丙: 100%", [("K155", "95.86%—100%", "95.45%")]),
        ("甲: 99%; 乙: 95.86%; 丙: 98.4%", [("K155", "95.86%—98.4%", "99%")]),
        ("甲: 95.9%; 乙: 95.86%; 丙: 95.94%", []),
        ("甲: 95.86%; 乙: 95.86%; 丙: 95.86%", []),
        ("甲: 96%; 乙: 45%; 丙: 40个", [("K153", "96%", "40个")]),
        ("甲: 较多; 乙: 45个; 丙: 40个", [("K151", "", "")]),
        ("甲: =乙 / 丁; 乙: 45个; 丙: 40个; 丁: 0个", [("K304", "", "")]),
    ],
)
def test_a_whole_is_made_of_its_parts(facts: str, expected: Sides) -> None:
    assert sides(composed(facts)) == expected


def test_a_name_that_is_no_figure_is_told_with_the_nearest() -> None:
    (found,) = composed("覆盖率: 96%; 乙: 95%; 丙: 97%", whole="覆概率")
    assert (found.code, dict(found.fields)["near"], str(found.place)) == ("K151", "覆盖率", "项目.yaml:16:14")


@pytest.mark.parametrize(("whole", "parts"), [("甲", "乙"), ("甲", "乙, 乙"), ("甲", "甲, 乙")])
def test_a_whole_has_two_parts(whole: str, parts: str) -> None:
    assert [each.code for each in composed("甲: 45个; 乙: 45个", whole, parts)] == ["K152"]


@given(st.lists(st.integers(min_value=0, max_value=10_000), min_size=2, max_size=5))
def test_a_mean_is_never_outside_and_a_sum_always_the_whole(hundredths: list[int]) -> None:
    shares = [f"份{place}: {Decimal(each) / 100}%" for place, each in enumerate(hundredths)]
    counts = [f"数{place}: {each}个" for place, each in enumerate(hundredths)]
    mean = (Decimal(sum(hundredths)) / len(hundredths) / 100).quantize(Decimal("0.01"))
    parts = ", ".join(f"份{place}" for place in range(len(hundredths)))
    assert composed("; ".join([f"甲: {mean}%", *shares]), parts=parts) == []
    whole = "; ".join([f"甲: {sum(hundredths)}个", *counts])
    assert composed(whole, parts=parts.replace("份", "数")) == []
