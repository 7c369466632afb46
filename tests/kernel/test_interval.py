"""Intervals hold exactly the values that a printed figure may stand for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jixiao.kernel.interval import Interval
from jixiao.kernel.parse import parse_number
from jixiao.kernel.rounding import plain

VALUES = st.integers(-200, 200).map(Decimal) | st.decimals(Decimal(-(10**15)), Decimal(10**15), places=2)


@st.composite
def intervals(draw: st.DrawFn, *, zero: bool = True) -> Interval:
    low, high = sorted((draw(VALUES), draw(VALUES)))
    interval = Interval.point(low) if low == high else Interval(low, high, draw(st.booleans()), draw(st.booleans()))
    assume(zero or not interval.spans_zero)
    return interval


def typed(text: str) -> Interval:
    number = parse_number(text)
    assert number is not None
    return Interval.of(number)


def shown(interval: Interval) -> str:
    opening, closing = "[" if interval.low_closed else "(", "]" if interval.high_closed else ")"
    return f"{opening}{plain(interval.low, 3)}, {plain(interval.high, 3)}{closing}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17.60", "[17.595, 17.605)"),
        ("1800", "[1799.500, 1800.500)"),
        ("-3.5", "(-3.550, -3.450]"),
        ("0", "(-0.500, 0.500)"),
        ("0.00", "(-0.005, 0.005)"),
        ("17.60万元", "[175950.000, 176050.000)"),
        ("95%", "[0.945, 0.955)"),
        ("1000余次", "[1000.000, 2000.000)"),
        ("1200多万次", "[12000000.000, 13000000.000)"),
        ("2.2万余人", "[22000.000, 23000.000)"),
        ("超1000人", "[1000.000, 2000.000)"),
        ("近30万人", "(200000.000, 300000.000]"),
        ("约50人", "[45.000, 55.000)"),
        ("-30余", "(-40.000, -30.000]"),
        ("0余", "[0.000, 1.000)"),
    ],
)
def test_typed_digits(text: str, expected: str) -> None:
    assert shown(typed(text)) == expected


@given(
    st.decimals(Decimal(-1000), Decimal(1000), places=4),
    st.decimals(Decimal("-0.02"), Decimal("0.02"), places=4),
    st.integers(0, 4),
)
def test_a_value_is_held_if_and_only_if_it_prints_as_typed(value: Decimal, shift: Decimal, digits: int) -> None:
    printed, other = plain(value, digits), value + shift
    assert typed(printed).contains(value)
    assert typed(printed).contains(other) == (plain(other, digits) == printed)


@given(intervals(), intervals(), st.fractions(0, 1), st.fractions(0, 1))
def test_values_stay_inside_sums_differences_and_products(a: Interval, b: Interval, s: Fraction, t: Fraction) -> None:
    x, y = inside(a, s), inside(b, t)
    assert holds(a + b, x + y)
    assert holds(a - b, x - y)
    assert holds(-a, -x)
    assert holds(a * b.low, x * Fraction(b.low))


@given(intervals(), VALUES.filter(bool))
def test_a_product_has_no_more_than_the_products(a: Interval, factor: Decimal) -> None:
    ends = (Fraction(a.low) * Fraction(factor), a.low_closed), (Fraction(a.high) * Fraction(factor), a.high_closed)
    (low, low_closed), (high, high_closed) = sorted(ends)
    product = a * factor
    assert (Fraction(product.low), product.low_closed) == (low, low_closed)
    assert (Fraction(product.high), product.high_closed) == (high, high_closed)


def test_a_negative_factor_swaps_the_ends_with_what_belongs_to_them() -> None:
    assert Interval(Decimal(1), Decimal(2), True, False) * Decimal(-3) == Interval(
        Decimal(-6), Decimal(-3), False, True
    )
    assert Interval(Decimal(1), Decimal(2), False, False) * Decimal(0) == Interval.point(Decimal(0))


@given(intervals(), intervals(zero=False))
def test_a_quotient_is_the_hull_of_the_four_corners(a: Interval, b: Interval) -> None:
    corners = [
        (Fraction(top) / Fraction(by), top_in and (by_in or top == 0))
        for top, top_in in ((a.low, a.low_closed), (a.high, a.high_closed))
        for by, by_in in ((b.low, b.low_closed), (b.high, b.high_closed))
    ]
    low, high = min(corners, key=lambda end: (end[0], not end[1])), max(corners)
    quotient = a / b
    assert (quotient.low_closed, quotient.high_closed) == (low[1], high[1])
    slack = Fraction(1, 10**40)
    assert 0 <= low[0] - Fraction(quotient.low) <= slack
    assert 0 <= Fraction(quotient.high) - high[0] <= slack


def test_zero_over_an_open_end_is_still_zero() -> None:
    positive = interval(1, 2, False, False)
    assert interval(0, 2, True, True) / positive == interval(0, 2, True, False)
    assert interval(-2, 0, True, True) / positive == interval(-2, 0, False, True)


@pytest.mark.parametrize("divisor", [(-1, 1), (0, 1), (-1, 0), (0, 0)])
def test_nothing_is_divided_by_what_may_be_zero(divisor: tuple[int, int]) -> None:
    with pytest.raises(ZeroDivisionError):
        Interval.point(Decimal(1)) / Interval(Decimal(divisor[0]), Decimal(divisor[1]))


@given(intervals(), intervals())
def test_two_meet_if_and_only_if_their_difference_may_be_zero(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a) == (a - b).contains(Decimal(0))


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ((1, 2, True, True), (2, 3, True, True), True),
        ((1, 2, True, False), (2, 3, True, True), False),
        ((1, 2, True, True), (2, 3, False, True), False),
        ((1, 4, False, False), (2, 3, False, False), True),
        ((1, 2, True, True), (3, 4, True, True), False),
    ],
)
def test_touching_ends_meet_where_both_belong(
    left: tuple[int, int, bool, bool], right: tuple[int, int, bool, bool], meet: bool
) -> None:
    assert interval(*left).meets(interval(*right)) is meet


@pytest.mark.parametrize("ends", [(2, 1, True, True), (1, 1, True, False), (1, 1, False, True)])
def test_an_interval_without_values_is_refused(ends: tuple[int, int, bool, bool]) -> None:
    with pytest.raises(ValueError, match="without values"):
        interval(*ends)


def interval(low: int, high: int, low_closed: bool, high_closed: bool) -> Interval:
    return Interval(Decimal(low), Decimal(high), low_closed, high_closed)


def inside(a: Interval, share: Fraction) -> Fraction:
    """A value of the interval; the ends only where they belong to it."""
    at_open_end = (share == 0 and not a.low_closed) or (share == 1 and not a.high_closed)
    return Fraction(a.low) + (Fraction(1, 2) if at_open_end else share) * (Fraction(a.high) - Fraction(a.low))


def holds(a: Interval, value: Fraction) -> bool:
    above = value > Fraction(a.low) or (a.low_closed and value == Fraction(a.low))
    return above and (value < Fraction(a.high) or (a.high_closed and value == Fraction(a.high)))
