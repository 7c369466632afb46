"""The quick way to the strings of a figure, against the rules of each place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.figure import Figure, FigureId, Obstacle, ObstacleKind
from jixiao.kernel.number import Number
from jixiao.kernel.parse import parse_number
from jixiao.kernel.unit import PERCENT, PLAIN, POINT, WAN_YUAN, YI_YUAN, YUAN, Unit, unit_named
from jixiao.ledger.display import Rules
from jixiao.ledger.rules import display_rules
from jixiao.ledger.strings import Strings
from jixiao.ledger.view import Display
from tests.cases import format_of
from tests.ledger.test_display import COUNTY, FORMS, PROJECT, PROVINCE

FINE = "显示: {基准: 1元, 表格: {金额: 两位, 单位: 是, 零值: 0}}"
COARSE = "显示: {基准: 1万元, 正文: {金额: 原样}, 表格: {金额单位: 元}, 表单: {金额单位: 元, 零值: 0}}"
UNITS = (WAN_YUAN, YUAN, YI_YUAN, PERCENT, POINT, PLAIN, unit_named("个"))
VALUES = st.decimals(-10_000, 10_000_000, allow_nan=False, places=4) | st.sampled_from(
    [Decimal(0), Decimal("0.00"), Decimal("-0.004"), Decimal("1E+3"), Decimal("1.005"), Decimal("49.99999999999999")]
)
TYPED = ("12.5", "80", "403.00", "0", "3,000元", "48个", "1000余次", "95%", "95.50 %", "-7.25", "0.0元", "约30")


def rules_of(declared: str) -> Rules:
    return display_rules(format_of(declared).rules.display)[0]


@st.composite
def figures(draw: st.DrawFn, depth: int = 2) -> Figure:
    """Typed, derived, rounded, blank and not computable ones, of any unit."""
    if draw(st.booleans()):
        number = parse_number(draw(st.sampled_from(TYPED)), draw(st.sampled_from([WAN_YUAN, PLAIN])))
        assert isinstance(number, Number)
        as_typed = draw(st.booleans())
        return Figure(number.value, number.unit, FigureId("甲"), number=number, as_typed=as_typed)
    unit: Unit = draw(st.sampled_from(UNITS))
    obstacle = Obstacle(ObstacleKind.MISSING, "乙") if draw(st.integers(0, 9)) == 0 else None
    value = None if obstacle or draw(st.integers(0, 9)) == 0 else draw(VALUES)
    inputs = tuple(draw(st.lists(figures(depth - 1), max_size=3))) if depth else ()
    unrounded = draw(st.none() | VALUES)
    return Figure(value, unit, FigureId("丙"), "丁", inputs, obstacle=obstacle, unrounded=unrounded)


@pytest.mark.parametrize("declared", [PROVINCE, COUNTY, PROJECT, FORMS, FINE, COARSE, "显示: {}"])
@given(figure=figures(), own_digits=st.none() | st.integers(0, 3))
def test_strings_are_those_of_the_rules_of_each_place(declared: str, figure: Figure, own_digits: int | None) -> None:
    rules = rules_of(declared)
    expected = tuple(rules.figure(figure, display, own_decimals=own_digits) for display in Display)
    strings = Strings(rules, lambda _: own_digits)
    assert [strings.of(figure), strings.of(figure)] == [expected] * 2
