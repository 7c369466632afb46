"""Rounding is half-up, exact, and done once."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.rounding import (
    WIDE,
    ScoreMode,
    ScoreRounding,
    ceil_to,
    floor_to,
    half_up,
    half_up_ratio,
    plain,
    power_of_ten,
    stripped,
    truncate,
)

MONEY = st.decimals(min_value=Decimal(-(10**17)), max_value=Decimal(10**17), places=2)
DIGITS = st.integers(min_value=-4, max_value=6)
STEPS = st.sampled_from([Decimal(step) for step in ("0.01", "0.1", "0.5", "0.25", "3", "10000")])


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [
        ("94.095", "0.01", "94.10"),
        ("47.875", "0.01", "47.88"),
        ("-0.005", "0.01", "-0.01"),
        ("0.00499999999999999999999999999999999999", "0.01", "0.00"),
        ("11124990.85", "100", "11125000"),
        ("6.447", "0.5", "6.5"),
        ("17.6", "0.01", "17.60"),
    ],
)
def test_half_goes_away_from_zero_and_the_step_gives_the_digits(value: str, step: str, rounded: str) -> None:
    assert str(half_up(Decimal(value), Decimal(step))) == rounded


@given(MONEY, DIGITS)
def test_powers_of_ten_agree_with_quantize(value: Decimal, digits: int) -> None:
    step = power_of_ten(-digits)
    for ours, mode in (
        (half_up, ROUND_HALF_UP),
        (floor_to, ROUND_FLOOR),
        (ceil_to, ROUND_CEILING),
        (truncate, ROUND_DOWN),
    ):
        assert ours(value, step) == value.quantize(step, rounding=mode, context=WIDE)


@given(MONEY, MONEY.filter(bool), STEPS)
def test_a_ratio_is_the_nearest_multiple_to_the_exact_quotient(part: Decimal, whole: Decimal, step: Decimal) -> None:
    exact, rounded = Fraction(part) / Fraction(whole), Fraction(half_up_ratio(part, whole, step))
    half = Fraction(step) / 2
    assert (rounded / Fraction(step)).denominator == 1
    assert abs(rounded) - half <= abs(exact) < abs(rounded) + half
    assert exact * rounded >= 0


@given(MONEY, MONEY.filter(bool), DIGITS)
def test_a_wide_quotient_rounds_like_the_exact_one(part: Decimal, whole: Decimal, digits: int) -> None:
    step = power_of_ten(-digits)
    assert half_up(WIDE.divide(part, whole), step) == half_up_ratio(part, whole, step)


def test_a_quotient_just_below_a_tie_is_not_lifted_over_it() -> None:
    part, whole = Decimal(4999999999999999999999999999999), Decimal("1E33")
    assert half_up_ratio(part, whole, Decimal("0.01")) == 0
    assert half_up_ratio(part + 1, whole, Decimal("0.01")) == Decimal("0.01")


@pytest.mark.parametrize(("part", "whole", "rounded"), [(1, 2, 1), (-1, 2, -1), (1, -2, -1), (-1, -2, 1)])
def test_a_tied_ratio_goes_away_from_zero_whatever_the_signs(part: int, whole: int, rounded: int) -> None:
    assert half_up_ratio(Decimal(part), Decimal(whole), Decimal(1)) == rounded


def test_what_cannot_be_rounded_is_refused() -> None:
    with pytest.raises(ValueError, match="step must be above zero"):
        half_up(Decimal(1), Decimal(0))
    with pytest.raises(ZeroDivisionError):
        half_up_ratio(Decimal(1), Decimal(0), Decimal(1))


@pytest.mark.parametrize(
    ("value", "two_digits", "grouped", "needed"),
    [
        ("1160.5", "1160.50", "1,160.50", "1160.5"),
        ("1800", "1800.00", "1,800.00", "1800"),
        ("1E+7", "10000000.00", "10,000,000.00", "10000000"),
        ("-0.001", "0.00", "0.00", "-0.001"),
        ("-0.00", "0.00", "0.00", "0"),
        ("0E-9", "0.00", "0.00", "0"),
        ("1E-9", "0.00", "0.00", "0.000000001"),
        ("6272512.005", "6272512.01", "6,272,512.01", "6272512.005"),
    ],
)
def test_printing_knows_no_exponent_and_no_negative_zero(
    value: str, two_digits: str, grouped: str, needed: str
) -> None:
    number = Decimal(value)
    assert (plain(number, 2), plain(number, 2, thousands=True), stripped(number)) == (two_digits, grouped, needed)


def test_digits_needed_may_be_grouped() -> None:
    assert stripped(Decimal("6272512.50"), thousands=True) == "6,272,512.5"
    assert plain(Decimal("12345.5"), 0) == "12346"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal(-(10**30)), max_value=Decimal(10**30)))
def test_the_digits_needed_say_the_exact_value(value: Decimal) -> None:
    printed = stripped(value)
    assert Decimal(printed) == value
    assert "E" not in printed
    assert not ("." in printed and printed.endswith("0"))


@pytest.mark.parametrize(
    ("rounding", "score"),
    [
        (ScoreRounding(), "6.45"),
        (ScoreRounding.by_digits(ScoreMode.HALF_UP, 1), "6.4"),
        (ScoreRounding.by_digits(ScoreMode.CASCADE, 2, 1), "6.5"),
        (ScoreRounding.by_digits(ScoreMode.CEIL, 1), "6.5"),
        (ScoreRounding(ScoreMode.STEP, (Decimal("0.5"),)), "6.5"),
        (ScoreRounding.by_digits(ScoreMode.HALF_UP, 0), "6"),
    ],
)
def test_a_score_of_6_447_by_each_declared_rounding(rounding: ScoreRounding, score: str) -> None:
    assert str(rounding.apply(Decimal("6.447"))) == score


@pytest.mark.parametrize(
    ("mode", "steps"), [(ScoreMode.HALF_UP, ()), (ScoreMode.CEIL, ("0.1", "1")), (ScoreMode.STEP, ("0",))]
)
def test_a_score_rounding_without_a_meaning_is_refused(mode: ScoreMode, steps: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="step"):
        ScoreRounding(mode, tuple(Decimal(step) for step in steps))
