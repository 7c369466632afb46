"""From rates to shares of the points: between 0 and 1, never falling, exact at the bounds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.compute.methods import (
    Bands,
    Method,
    above_threshold,
    banded,
    declining,
    methods,
    proportional,
    reached,
)
from jixiao.expr.figure import Figure, FigureId
from jixiao.formats.scoring import ScoringRules
from jixiao.kernel.unit import PERCENT, POINT
from tests.cases import bound

EXECUTION = ((Decimal(1), Decimal(1)), (Decimal("0.8"), Decimal("0.7")), (Decimal("0.6"), Decimal("0.5")))

RATES = st.decimals(min_value=-1, max_value=3, places=6)
SHARES = st.decimals(min_value=0, max_value=1, places=4)
THRESHOLDS = st.decimals(min_value=0, max_value=1, places=4)
WEIGHTS = st.decimals(min_value=0, max_value=100, places=2)


@st.composite
def falling(draw: st.DrawFn) -> Bands:
    bounds = sorted(draw(st.sets(SHARES, min_size=1, max_size=6)), reverse=True)
    shares = sorted(draw(st.lists(SHARES, min_size=len(bounds), max_size=len(bounds))), reverse=True)
    return tuple(zip(bounds, shares, strict=True))


METHODS = st.one_of(
    st.just(Method()),
    falling().map(lambda bands: Method("分档", bands=tuple(bands))),
    THRESHOLDS.map(lambda threshold: Method("门槛", threshold=threshold)),
)


@given(METHODS, RATES, RATES)
def test_a_share_lies_between_none_and_all_and_never_falls(method: Method, one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert 0 <= method.share(low) <= method.share(high) <= 1


@given(METHODS, WEIGHTS, RATES)
def test_points_lie_between_zero_and_the_weight(method: Method, weight: Decimal, rate: Decimal) -> None:
    given_weight = Figure(weight, POINT, FigureId("分值"))
    points = method.points(given_weight, Figure(rate, PERCENT, FigureId("完成率")), "完成率")
    assert points.value is not None
    assert 0 <= points.value <= weight
    assert points.unit == POINT
    assert [part.name for part in points.inputs] == ["分值", "完成率"]


@given(falling())
def test_a_bound_belongs_to_the_band_above_it(bands: Bands) -> None:
    tiny = Decimal("0.0000001")
    for at, (lowest, share) in enumerate(bands):
        below = bands[at + 1][1] if at + 1 < len(bands) else Decimal(0)
        assert banded(lowest, bands) == share
        assert banded(lowest - tiny, bands) == below


@pytest.mark.parametrize(
    ("rate", "points"),
    [("1.2", "10"), ("1", "10"), ("0.9999", "7"), ("0.8", "7"), ("0.7999", "5"), ("0.6", "5"), ("0.5999", "0")],
)
def test_the_bands_of_execution_as_the_ministry_draws_them(rate: str, points: str) -> None:
    assert 10 * banded(Decimal(rate), EXECUTION) == Decimal(points)


@pytest.mark.parametrize(
    ("rate", "share"), [("0.59", "0"), ("0.6", "0"), ("0.7", "0.25"), ("0.9", "0.75"), ("1.1", "1")]
)
def test_above_a_threshold_the_rest_counts_in_proportion(rate: str, share: str) -> None:
    assert above_threshold(Decimal(rate), Decimal("0.6")) == Decimal(share)


@given(RATES)
def test_a_threshold_of_nothing_is_proportional(rate: Decimal) -> None:
    assert above_threshold(rate, Decimal(0)) == proportional(rate)


@pytest.mark.parametrize(
    ("actual", "rate"), [("10", "1.5"), ("20", "1"), ("25", "0.75"), ("30", "0.5"), ("40", "0"), ("41", "0")]
)
def test_where_less_is_better_each_percent_above_the_target_costs_one(actual: str, rate: str) -> None:
    assert declining(Decimal(actual) / 20) == Decimal(rate)


@pytest.mark.parametrize(("value", "at"), [("90", 0), ("89.99", 1), ("60", 1), ("59.99", 2), ("0", 2), ("-1", None)])
def test_the_first_bound_that_is_reached(value: str, at: int | None) -> None:
    assert reached(Decimal(value), map(Decimal, (90, 60, 0))) == at


RULES = """
计分方法:
  分档: {按: 完成值, 分档: [{起: 90%, 得: 100%}, {起: 80%, 得: 80%}]}
  门槛: {门槛: 60%}
"""


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("比例", "max(min(完成率, 1), 0)"),
        ("分档", "分档（完成率≥90%得100%，≥80%得80%，其余得0）"),
        ("门槛", "max(min((完成率 - 60%) / (1 - 60%), 1), 0)"),
    ],
)
def test_a_method_tells_its_formula(name: str, formula: str) -> None:
    found = methods(bound(RULES, "格式.yaml", ScoringRules))
    assert list(found) == ["比例", "分档", "门槛"]
    assert found[name].formula("完成率") == formula
    assert [each.by_value for each in found.values()] == [False, True, False]
