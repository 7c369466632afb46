"""Relations hold between what is printed of exact amounts, and fail where a figure was changed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jixiao.kernel.interval import Interval
from jixiao.kernel.parse import parse_number
from jixiao.kernel.relation import AtMost, Difference, Equality, Growth, Judgement, Ratio, Relation, Sum, WeightedScore
from jixiao.kernel.rounding import ScoreMode, ScoreRounding, half_up_ratio, plain

YUAN = st.decimals(Decimal(0), Decimal(10**11), places=2)
SIGNED = st.decimals(Decimal(-(10**11)), Decimal(10**11), places=2)
BASIS_POINT = Decimal("0.0001")


def typed(text: str) -> Interval:
    number = parse_number(text)
    assert number is not None
    return Interval.of(number)


def wan(yuan: Decimal) -> Interval:
    """What a reader knows of an amount printed in 万元 with two decimals."""
    return typed(plain(yuan / 10000, 2) + "万元")


def percent(part: Decimal, whole: Decimal) -> Interval:
    """What a reader knows of a ratio printed with two decimals."""
    return typed(plain(half_up_ratio(part, whole, BASIS_POINT) * 100, 2) + "%")


def point(value: str) -> Interval:
    return Interval.point(Decimal(value))


@given(st.lists(SIGNED, max_size=12))
def test_printed_parts_add_up_to_their_printed_total(parts: list[Decimal]) -> None:
    assert Sum(tuple(wan(part) for part in parts), wan(sum(parts, Decimal(0)))).judge().holds


@given(SIGNED, SIGNED)
def test_printed_amounts_leave_their_printed_difference(one: Decimal, other: Decimal) -> None:
    assert Difference(wan(one), wan(other), wan(one - other)).judge().holds


@given(SIGNED, SIGNED.filter(lambda amount: abs(amount) >= 100))
def test_a_printed_ratio_follows_from_printed_operands(part: Decimal, whole: Decimal) -> None:
    assume(abs(part / whole) < 10**6)
    assert Ratio(wan(part), wan(whole), percent(part, whole)).judge().holds
    assert Growth(wan(part), wan(whole), percent(part - whole, whole)).judge().holds


@given(YUAN, YUAN)
def test_a_printed_part_is_at_most_its_printed_whole(part: Decimal, rest: Decimal) -> None:
    assert AtMost(wan(part), wan(part + rest)).judge().holds


@given(st.lists(SIGNED, min_size=1, max_size=12), st.sampled_from([-1, 1]))
def test_a_total_further_off_than_its_digits_allow_is_seen(parts: list[Decimal], sign: int) -> None:
    off = sign * 100 * Decimal(len(parts) + 2)
    assert not Sum(tuple(wan(part) for part in parts), wan(sum(parts, off))).judge().holds


@given(st.decimals(Decimal(0), Decimal(2), places=4), st.sampled_from(ScoreMode), st.integers(0, 2))
def test_a_score_follows_from_its_printed_rate(rate: Decimal, mode: ScoreMode, digits: int) -> None:
    rounding = ScoreRounding.by_digits(mode, digits)
    score = rounding.apply(min(rate, Decimal(1)) * 10)
    printed_rate = typed(plain(rate * 100, 2) + "%")
    assert WeightedScore(Decimal(10), printed_rate, Interval.point(score), rounding).judge().holds
    assert WeightedScore(Decimal(10), printed_rate, typed(plain(score + 2, 2)), rounding).judge().holds is False


def amounts(*texts: str) -> tuple[Interval, ...]:
    return tuple(typed(text) for text in texts)


@pytest.mark.parametrize(
    ("relation", "holds"),
    [
        (Equality(typed("1160.49"), typed("1160.5")), True),
        (Equality(typed("1160.49"), typed("1160.50")), False),
        (Sum(amounts("1113", "687"), typed("1800")), True),
        (Sum(amounts("167.01", "4160.94"), typed("4327.94")), True),
        (Sum(amounts("167.01", "4160.94"), typed("4327.93")), False),
        (Sum((), point("0")), True),
        (Sum((point("41"), point("67")), point("107")), False),
        (Difference(*amounts("1800", "1160.49", "639.51")), True),
        (Difference(*amounts("1800.00", "1160.49", "639.53")), False),
        (Ratio(*amounts("1160.49", "1800.00", "64.47%")), True),
        (Ratio(*amounts("1160.49", "1800.00", "64.48%")), False),
        (Ratio(*amounts("1160.49", "0", "100%")), None),
        (Ratio(*amounts("0", "0", "0%")), None),
        (Growth(*amounts("362.72", "402.28", "-9.83%")), True),
        (Growth(*amounts("362.72", "402.28", "9.83%")), False),
        (Growth(*amounts("5", "0.00", "100%")), None),
        (AtMost(*amounts("17.60", "17.60")), True),
        (AtMost(*amounts("17.61", "17.60")), False),
        (AtMost(point("17.60"), point("17.60")), True),
        (AtMost(Interval(Decimal(2), Decimal(3)), Interval(Decimal(1), Decimal(2), high_closed=False)), False),
        (WeightedScore(Decimal(10), typed("64.47%"), typed("6.45")), True),
        (WeightedScore(Decimal(10), typed("64.47%"), typed("6.5"), ScoreRounding()), True),
        (WeightedScore(Decimal(10), point("0.6447"), point("6.5"), ScoreRounding()), False),
        (WeightedScore(Decimal(10), point("0.6447"), point("6.5"), ScoreRounding.by_digits(ScoreMode.CEIL, 1)), True),
        (WeightedScore(Decimal(10), typed("105.00%"), point("10")), True),
        (WeightedScore(Decimal(10), typed("105.00%"), point("10.5")), False),
    ],
)
def test_what_reports_print(relation: Relation, holds: bool | None) -> None:
    assert relation.judge().holds is holds


def test_a_judgement_says_what_follows_and_what_is_stated() -> None:
    judged = Ratio(point("1"), point("4"), typed("26%")).judge()
    assert judged == Judgement(holds=False, expected=point("0.25"), actual=typed("26%"))
    assert Ratio(point("1"), point("0"), typed("26%")).judge() == Judgement(None, None, typed("26%"))


def test_a_growth_takes_its_base_as_one_value() -> None:
    judged = Growth(point("3"), Interval(Decimal(1), Decimal(2)), point("1")).judge()
    assert judged.expected == Interval(Decimal("0.5"), Decimal(2))
