"""Names that may have been meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.similar import nearest

NAMES = ["预算执行率", "资金到位率", "全年预算数", "全年执行数", "总分", "Total", "total score"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("预算执行律", ["预算执行率"]),
        ("预执算行率", ["预算执行率"]),
        ("执行率", ["预算执行率"]),
        ("全年预算数额", ["全年预算数", "全年执行数"]),
        ("总得分", ["总分"]),
        ("TOTAL", ["Total", "total score"]),
        ("总分", ["总分"]),
        ("分总", ["总分"]),
        ("单位负责人", []),
        ("", []),
    ],
)
def test_the_nearest_come_first_and_the_far_not_at_all(name: str, found: list[str]) -> None:
    assert nearest(name, NAMES) == found


def test_no_more_than_asked_for_each_once_equals_in_their_order() -> None:
    assert nearest("甲一", ["甲三", "甲二", "甲三", "甲四"], limit=2) == ["甲三", "甲二"]


@given(st.text(min_size=1), st.lists(st.text(), max_size=5))
def test_a_known_name_is_nearest_to_itself(name: str, others: list[str]) -> None:
    assert nearest(name, [*others, name])[0][:40].casefold() == name[:40].casefold()
