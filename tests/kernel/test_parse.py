"""Numbers are read as people type them; what only looks like a number stays words."""

from __future__ import annotations

from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.number import Number
from jixiao.kernel.parse import LONGEST, parse_number
from jixiao.kernel.rounding import plain, stripped
from jixiao.kernel.unit import PERCENT, PLAIN, WAN_YUAN, YUAN, Dimension, unit_named


@pytest.mark.parametrize(
    ("typed", "value", "unit", "digits"),
    [
        ("1800", "1800", "", 0),
        ("17.60", "17.6", "", 2),
        (" 17.6 ", "17.6", "", 1),
        ("-3.5", "-3.5", "", 1),
        ("−3.5", "-3.5", "", 1),
        ("0", "0", "", 0),
        ("-0", "0", "", 0),
        ("0.5", "0.5", "", 1),
        ("11,124,990.85元", "11124990.85", "元", 2),
        ("１１，１２４．５元", "11124.5", "元", 1),
        ("1.5千元", "1500", "千元", 1),
        ("4950万元", "49500000", "万元", 0),
        ("18.8亿元", "1880000000", "亿元", 1),
        ("100%", "1", "%", 0),
        ("95.67％", "0.9567", "%", 2),
        ("0.3‰", "0.0003", "‰", 1),
        ("96.5分", "96.5", "分", 1),
        ("48个", "48", "个", 0),
        ("48 个", "48", "个", 0),
        ("48\u00a0个", "48", "个", 0),
        ("48\u3000个", "48", "个", 0),
        ("3年", "3", "年", 0),
        ("5元/人", "5", "元/人", 0),
        ("120.5㎡", "120.5", "㎡", 1),
        ("100Mbps", "100", "Mbps", 0),
    ],
)
def test_exact_numbers(typed: str, value: str, unit: str, digits: int) -> None:
    assert parse_number(typed) == Number(Decimal(value), unit_named(unit), digits, typed.strip())


def test_no_zero_is_negative() -> None:
    number = parse_number("-0.00")
    assert number is not None
    assert not number.value.is_signed()


@pytest.mark.parametrize(
    ("typed", "value", "unit", "multiplier", "qualifier"),
    [
        ("1000余次", "1000", "次", "", "余"),
        ("1000 余次", "1000", "次", "", "余"),
        ("8000余万条", "80000000", "条", "万", "余"),
        ("1200多万次", "12000000", "次", "万", "多"),
        ("3万多户", "30000", "户", "万", "多"),
        ("30余PB", "30", "PB", "", "余"),
        ("30余万元", "300000", "万元", "", "余"),
        ("3万余元", "30000", "元", "万", "余"),
        ("近30万人", "300000", "人", "万", "近"),
        ("约50人", "50", "人", "", "约"),
        ("大约50人", "50", "人", "", "约"),
        ("50人左右", "50", "人", "", "约"),
        ("超1000人", "1000", "人", "", "超"),
        ("超过1000人", "1000", "人", "", "超"),
        ("11.98万纤芯公里", "119800", "纤芯公里", "万", ""),
        ("8.63万个", "86300", "个", "万", ""),
        ("1.2万亿元", "1200000000000", "元", "万亿", ""),
        ("2亿", "200000000", "", "亿", ""),
    ],
)
def test_multipliers_and_qualifiers(typed: str, value: str, unit: str, multiplier: str, qualifier: str) -> None:
    number = parse_number(typed)
    assert number is not None
    assert (number.value, number.unit.name) == (Decimal(value), unit)
    assert (number.multiplier, number.qualifier) == (multiplier, qualifier)


@pytest.mark.parametrize(
    ("typed", "comparator", "value", "unit"),
    [
        ("≥95%", "≥", "0.95", "%"),
        (">=95%", "≥", "0.95", "%"),
        ("＞＝95％", "≥", "0.95", "%"),
        ("≥ 95 %", "≥", "0.95", "%"),
        ("不低于95%", "≥", "0.95", "%"),
        ("95%以上", "≥", "0.95", "%"),
        ("1000人以上", "≥", "1000", "人"),
        ("≤5日", "≤", "5", "日"),
        ("<=5日", "≤", "5", "日"),
        ("5日以内", "≤", "5", "日"),
        ("不超过30万元", "≤", "300000", "万元"),
        ("<3", "<", "3", ""),
        (">3", ">", "3", ""),
        ("=3", "=", "3", ""),
    ],
)
def test_comparators(typed: str, comparator: str, value: str, unit: str) -> None:
    number = parse_number(typed)
    assert number is not None
    assert (number.comparator, number.value, number.unit.name) == (comparator, Decimal(value), unit)


@pytest.mark.parametrize(
    "words",
    [
        *("", " ", "no", "按时完成", "-", "≥", "万元", "近", "NaN", "Infinity"),
        *("1-6", "1:30", "2022-12-31", "2022/12/31", "7*24", "1 2", "10.0.0.1", "1e5", "0x1F", "1_000"),
        *("0731", "00", "00.5", "-01", ".5", "5.", "1.2.3", "--1", "+1"),
        *("1,23", "1234,567", ",123", "1,,000", "0,123", "1,2345", "1,234,56"),
        *("2022年", "2022年度", "2022 年底前", "12345平台", "12345热线", "333号", "2号文件"),
        *("约3余次", "近3多次", "≥95%以上", "约50人左右", "3余多次"),
        *("100%覆盖", "%100", "3+", "48个(含)", "48个,3次", "3万二千户", "1200多万/次", "个48", "48个纤芯公里纤芯公里"),
        *("٤٨个", "四十八个"),
        "1" * (LONGEST + 1),
    ],
)
def test_what_is_not_one_number_stays_words(words: str) -> None:
    assert parse_number(words) is None


@pytest.mark.parametrize(
    ("typed", "default", "value", "unit"),
    [
        ("17.6", WAN_YUAN, "176000", WAN_YUAN),
        ("17.6元", WAN_YUAN, "17.6", YUAN),
        ("3万", WAN_YUAN, "30000", WAN_YUAN),
        ("3万", YUAN, "30000", WAN_YUAN),
        ("95", PERCENT, "0.95", PERCENT),
        ("95", PLAIN, "95", PLAIN),
    ],
)
def test_a_bare_figure_takes_the_default_unit(typed: str, default: object, value: str, unit: object) -> None:
    assert isinstance(default, type(PLAIN))
    number = parse_number(typed, default)
    assert number is not None
    assert (number.value, number.unit) == (Decimal(value), unit)


@given(
    st.decimals(min_value=Decimal(-(10**15)), max_value=Decimal(10**15), places=4),
    st.integers(min_value=0, max_value=4),
    st.booleans(),
    st.sampled_from(["", "元", "万元", "千元", "亿元", "%", "分", "个", "万个", "纤芯公里"]),
)
def test_a_printed_number_is_read_back(value: Decimal, digits: int, thousands: bool, unit: str) -> None:
    printed = plain(value, digits, thousands=thousands)
    number = parse_number(printed + unit)
    assert number is not None
    assert number.digits == digits
    assert number.multiplier + number.unit.name == unit
    shown = number.value / number.step * Decimal((0, (1,), -digits))
    assert plain(shown, digits, thousands=thousands) == printed


@given(st.from_regex(r"-?[0-9]{1,6}(\.[0-9]{1,4})?(元|万元|%|分|个|起|号|年|家以上)?", fullmatch=True))
def test_the_quick_way_and_the_careful_way_read_alike(typed: str) -> None:
    for unit in (PLAIN, WAN_YUAN, PERCENT, unit_named("个")):
        quick, careful = parse_number(typed, unit), parse_number(f" {typed}", unit)  # a blank is not for the quick one
        assert quick == careful
        assert str(quick and quick.value) == str(careful and careful.value)


@given(st.text(max_size=12) | st.text(alphabet="0123456789.,-≥约近余多万亿元%个 年号以上", max_size=12))
def test_any_text_is_a_number_or_not_but_never_an_error(text: str) -> None:
    number = parse_number(text)
    if number is not None:
        assert number.typed == text.strip()
        assert parse_number(number.typed) == number
        assert stripped(number.value).replace(".", "").removeprefix("-").isdecimal()
        assert (number.unit.dimension is Dimension.PLAIN) == (number.unit.name == "")


@pytest.mark.parametrize("block", ["1", "1,", "9万", " ", "余", "≥", "1,000", "个", "1 ", "以上", "/"])
def test_no_text_is_slow_to_read(block: str) -> None:
    texts = [head + (block * LONGEST)[: LONGEST - 4] + tail for head in ("", "1", "≥ 1") for tail in ("", "!")]
    start = process_time()
    for text in texts:
        parse_number(text)
    assert process_time() - start < 0.05
