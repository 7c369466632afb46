"""Sequences side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jixiao.verify.align import Pair, alike, pairs, stretches

WORDS = st.lists(st.text(alphabet="甲乙丙丁12", max_size=3), max_size=12)


def paired(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    return [("".join(old[each.old]), "".join(new[each.new])) for each in pairs(old, new, str, alike)]


@given(WORDS, WORDS)
def test_every_element_of_both_is_paired_once_and_in_order(old: list[str], new: list[str]) -> None:
    found = list(pairs(old, new, str, alike))
    assert [at for each in found for at in range(len(old))[each.old]] == list(range(len(old)))
    assert [at for each in found for at in range(len(new))[each.new]] == list(range(len(new)))


@given(WORDS, st.integers(0, 12), WORDS)
def test_what_was_put_in_leaves_all_else_paired(old: list[str], at: int, added: list[str]) -> None:
    unlike = [f"{each}{'戊' * 20}" for each in added]
    found = paired(old, old[:at] + unlike + old[at:])
    assert [pair for pair in found if pair[0] or not pair[1].endswith("戊")] == [(each, each) for each in old]


def test_rows_that_are_most_alike_are_paired() -> None:
    old, new = ["办公费支出一百元整合计金额", "差旅费支出二百元整合计金额"], ["差旅费支出三百元整合计金额"]
    assert paired(old, new) == [(old[0], ""), (old[1], new[0])]


def test_many_repetitions_are_one_stretch() -> None:
    old, new = ["甲", *["乙"] * 2000, "丙"], ["甲", *["乙"] * 1500, "丁", "丙"]
    assert list(stretches(old, new)) == [Pair(slice(1501, 2001), slice(1501, 1502))]
    assert list(stretches(["丁", *old], ["戊", *new, "己"])) == [Pair(slice(0, 2003), slice(0, 1505))]


def test_where_there_are_too_many_to_weigh_the_order_decides() -> None:
    old, new = ([f"{sign}{at}" for at in range(201)] for sign in "甲乙")
    assert paired(old, new) == list(zip(old, new, strict=True))
    assert paired(old, new[:-1])[0] == (old[0], "")
