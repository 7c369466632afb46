"""File names that every file system takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.package.naming import LONGEST, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("某单位2022年度自评报告", "某单位2022年度自评报告"),
        ("甲/乙:丙*丁?", "甲／乙：丙＊丁？"),
        ('a\\b"c<d>e|f', "a＼b＂c＜d＞e｜f"),
        ("两行\n标题\t 在此", "两行 标题 在此"),
        ("末尾有点. .", "末尾有点"),
        ("con", "_con"),
        ("LPT1.2022", "_LPT1.2022"),
        ("  ", "报告"),
        ("..", "报告"),
    ],
)
def test_what_windows_forbids_is_replaced(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_long_title_is_cut_between_characters() -> None:
    name = file_name("字" * 300)
    assert name == "字" * (LONGEST // 3)


@given(st.text())
def test_a_name_stays_as_it_is_when_it_is_named_again(title: str) -> None:
    name = file_name(title)
    assert name
    assert not set(name) & set('\\/:*?"<>|\0\n')
    assert len(name.encode()) <= LONGEST + 1
    assert file_name(name) == name
