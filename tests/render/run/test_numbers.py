import pytest

from jixiao.render.run.numbers import ITEM_LEVELS, listed, part, written


def test_each_level_has_its_number() -> None:
    assert [written(level, 12) for level in range(1, ITEM_LEVELS + 2)] == [
        *("十二、", "（十二）", "12.", "（12）", "⑫"),
        "⑫",
    ]


@pytest.mark.parametrize(
    ("number", "sign"), [(1, "①"), (20, "⑳"), (21, "㉑"), (35, "㉟"), (36, "㊱"), (50, "㊿"), (51, "（51）")]
)
def test_signs_of_the_fifth_level(number: int, sign: str) -> None:
    assert written(5, number) == sign


def test_items_within_a_text() -> None:
    assert [listed(number) for number in (1, 2, 10, 11)] == ["一是", "二是", "十是", "十一是"]


@pytest.mark.parametrize(
    ("counters", "words"),
    [
        ([3, 0, 0, 0], "第三部分"),
        ([3, 2, 0, 0], "第三部分（二）"),
        ([3, 2, 1, 4], "第三部分（二）1（4）"),
        ([0, 2, 1, 0], "（二）1"),
    ],
)
def test_a_heading_is_referred_to_by_the_way_to_it(counters: list[int], words: str) -> None:
    assert part(counters) == words
