"""Chinese numerals, in both directions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.numerals import (
    LARGEST,
    LARGEST_AMOUNT,
    capital_amount,
    capital_to_yuan,
    chinese,
    chinese_to_int,
)
from jixiao.kernel.rounding import CENT, half_up


@pytest.mark.parametrize(
    ("count", "text"),
    [
        *((0, "零"), (7, "七"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")),
        *((100, "一百"), (101, "一百零一"), (110, "一百一十"), (1010, "一千零一十"), (1001, "一千零一")),
        *((10000, "一万"), (10010, "一万零一十"), (11000, "一万一千"), (99999, "九万九千九百九十九")),
    ],
)
def test_counts(count: int, text: str) -> None:
    assert chinese(count) == text


def test_every_count_is_read_back() -> None:
    texts = [chinese(count) for count in range(LARGEST + 1)]
    assert len(set(texts)) == len(texts)
    assert [chinese_to_int(text) for text in texts] == list(range(LARGEST + 1))


@pytest.mark.parametrize(
    "text", ["", "一十", "十十", "二一", "零一", "一百一", "一万零一千", "十万", "7", "七个", "十" * 99]
)
def test_other_text_is_no_count(text: str) -> None:
    assert chinese_to_int(text) is None


@pytest.mark.parametrize("count", [-1, LARGEST + 1])
def test_counts_beyond_the_range_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match=str(count)):
        chinese(count)


@pytest.mark.parametrize(
    ("yuan", "text"),
    [
        ("0", "零元整"),
        ("123", "壹佰贰拾叁元整"),
        ("10", "壹拾元整"),
        ("0.5", "伍角整"),
        ("0.05", "伍分"),
        ("1.005", "壹元零壹分"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("10086.5", "壹万零捌拾陆元伍角整"),
        ("100001000", "壹亿零壹仟元整"),
        ("1880000000", "壹拾捌亿捌仟万元整"),
        ("1000000000000", "壹万亿元整"),
        ("1000500000000", "壹万零伍亿元整"),
        ("-3.2", "负叁元贰角整"),
        ("-0.001", "零元整"),
    ],
)
def test_amounts(yuan: str, text: str) -> None:
    assert capital_amount(Decimal(yuan)) == text


@given(st.decimals(min_value=-Decimal(LARGEST_AMOUNT), max_value=Decimal(LARGEST_AMOUNT), places=3))
def test_every_amount_is_read_back(yuan: Decimal) -> None:
    assert capital_to_yuan(capital_amount(yuan)) == half_up(yuan, CENT)


@given(st.integers(0, 9), st.integers(0, 9), st.sampled_from([10**power for power in range(15)]), st.integers(0, 99))
def test_every_pattern_of_zeros_is_read_back(first: int, second: int, size: int, cents: int) -> None:
    yuan = Decimal(first * 10 * size + second) + cents * CENT
    text = capital_amount(yuan)
    assert capital_to_yuan(text) == yuan
    assert "零零" not in text
    assert "零元" not in text.removeprefix("零元")


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("人民币壹佰元正", "100"),
        ("壹佰圆", "100"),
        ("壹拾万柒仟元零伍角叁分", "107000.53"),
        ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("壹仟陆佰捌拾元零叁角贰分", "1680.32"),
        ("伍角", "0.5"),
    ],
)
def test_what_the_rule_leaves_open_is_read(text: str, yuan: str) -> None:
    assert capital_to_yuan(text) == Decimal(yuan)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元",
        "整",
        "壹佰",
        "100元",
        "一百元",
        "壹佰伍元整",
        "壹佰零零伍元",
        "拾元整",
        "伍分整",
        "零伍分",
        "壹万壹佰元整",
        "壹元伍分",
        "壹亿亿元",
    ],
)
def test_other_text_is_no_amount(text: str) -> None:
    assert capital_to_yuan(text) is None


def test_an_amount_beyond_the_range_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        capital_amount(Decimal(LARGEST_AMOUNT) + Decimal("0.995"))
