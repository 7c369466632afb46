"""Grades and degrees of completion: half-open, so that nothing falls between two of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.compute.grades import grade_legend, grade_of, ranges
from jixiao.expr.figure import Figure
from jixiao.formats.scoring import ScoringRules
from jixiao.kernel.unit import POINT
from tests.cases import bound

FOUR = "等级: [{名称: 优, 起: 90}, {名称: 良, 起: 80}, {名称: 中, 起: 60}, {名称: 差, 起: 0}]"
WHOLE = """
等级:
- {名称: 优秀, 起: 90, 止: 100}
- {名称: 良好, 起: 80, 止: 89}
- {名称: 合格, 起: 60, 止: 79}
- {名称: 不合格, 起: 0}
"""
LEVELS = "定性等级: [{名称: 达成, 起: 80%}, {名称: 部分达成, 起: 60%}, {名称: 未达成, 起: 0%}]"


def rules(text: str) -> ScoringRules:
    return bound(f"满分: 100\n{text}\n", "格式.yaml", ScoringRules)


def grade(total: str, text: str) -> str | None:
    return grade_of(Figure(Decimal(total), POINT), rules(text))


@pytest.mark.parametrize(
    ("total", "four", "whole"),
    [
        ("100", "优", "优秀"),
        ("90", "优", "优秀"),
        ("89.99", "良", "良好"),
        ("89.5", "良", "良好"),
        ("80", "良", "良好"),
        ("79.5", "中", "合格"),
        ("59.99", "差", "不合格"),
        ("0", "差", "不合格"),
    ],
)
def test_every_total_has_a_grade(total: str, four: str, whole: str) -> None:
    assert (grade(total, FOUR), grade(total, WHOLE)) == (four, whole)


@given(st.lists(st.integers(1, 100), min_size=1, max_size=8, unique=True), st.decimals(0, 100, places=4))
def test_any_number_of_grades_leaves_no_hole(starts: list[int], total: Decimal) -> None:
    bounds = [*sorted(starts, reverse=True), 0]
    listed = ", ".join(f"{{名称: 起{start}, 起: {start}}}" for start in bounds)
    assert grade(str(total), f"等级: [{listed}]") == f"起{max(start for start in bounds if start <= total)}"


@pytest.mark.parametrize(
    ("text", "legend"),
    [
        (FOUR, "90（含）—100分为优；80（含）—90分为良；60（含）—80分为中；60分以下为差。"),
        (WHOLE, "90—100分为优秀；80—89分为良好；60—79分为合格；60分以下为不合格。"),
        ("等级: [{名称: 合格, 起: 60.5}, {名称: 不合格, 起: 0}]", "60.5（含）—100分为合格；60.5分以下为不合格。"),
        ("取整: {方式: 整数}", ""),
    ],
)
def test_the_legend_as_forms_print_it(text: str, legend: str) -> None:
    assert grade_legend(rules(text)) == legend


@pytest.mark.parametrize("total", [None, "优", Figure(None, POINT)])
def test_without_a_total_there_is_no_grade(total: object) -> None:
    assert grade_of(total, rules(FOUR)) is None
    assert grade_of(Figure(Decimal(90), POINT), None) is None


@pytest.mark.parametrize(
    ("level", "inside", "outside", "words"),
    [
        ("达成", ("10", "8"), ("7.99", "10.01"), "8分—10分"),
        ("部分达成", ("7.99", "6"), ("8", "5.99"), "6分—8分（不含）"),
        ("未达成", ("5.99", "0"), ("6", "-1"), "0分—6分（不含）"),
    ],
)
def test_a_degree_of_completion_earns_a_range_of_the_points(
    level: str, inside: tuple[str, ...], outside: tuple[str, ...], words: str
) -> None:
    found, weight = ranges(rules(LEVELS))[level], Decimal(10)
    assert all(found.holds(Decimal(score), weight) for score in inside)
    assert not any(found.holds(Decimal(score), weight) for score in outside)
    assert found.points(weight) == words


@given(st.decimals(0, 1, places=4), st.decimals(min_value=Decimal("0.01"), max_value=100, places=2))
def test_every_score_is_in_the_range_of_one_degree(share: Decimal, weight: Decimal) -> None:
    assert sum(each.holds(share * weight, weight) for each in ranges(rules(LEVELS)).values()) == 1
