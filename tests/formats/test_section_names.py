"""What parts of an outline are called, and which of them a name means."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from jixiao.formats.section_names import called, without_number


class Part(NamedTuple):
    names: tuple[str, ...]


PARTS = [
    Part(("封面",)),
    Part(("存在的问题及原因分析", "存在的问题", "07-存在的问题")),
    Part(("…年度部门自评表", "部门自评表")),
    Part(("…年度…绩效自评表", "项目自评表")),
    Part(("…",)),
]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("存在的问题", 1),
        ("存在的问题及原因分析", 1),
        ("七、存在的问题", 1),
        ("07-存在的问题", 1),
        (" 存在的 问题 ", 1),
        ("部门自评表", 2),
        ("2023年度部门自评表", 2),
        ("{{ 年度 }}年度部门自评表", 2),
        ("2023年度某项目绩效自评表", 3),
        ("项目自评表", 3),
    ],
)
def test_a_part_is_called_by_any_of_its_names(name: str, number: int) -> None:
    assert called(name, PARTS) == [PARTS[number]]


def test_a_name_that_is_all_gap_means_nothing() -> None:
    assert called("别的", PARTS) == []
    assert called("", PARTS) == []


def test_parts_of_one_name_are_all_called() -> None:
    twins = [Part(("概况",)), Part(("概况", "二"))]
    assert called("概况", twins) == twins


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("07-问题", "问题"),
        ("3.问题", "问题"),
        ("七、问题", "问题"),
        ("十二、问题", "问题"),
        ("2023年度", "2023年度"),
        ("一", "一"),
    ],
)
def test_the_number_before_a_name_is_no_part_of_it(name: str, bare: str) -> None:
    assert without_number(name) == bare
