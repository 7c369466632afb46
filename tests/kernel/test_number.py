"""The step and the grain of typed numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.kernel.parse import parse_number


@pytest.mark.parametrize(
    ("typed", "step", "grain"),
    [
        ("17.60", "0.01", "0.01"),
        ("1800", "1", "100"),
        ("-1800", "1", "100"),
        ("1801", "1", "1"),
        ("0", "1", "1"),
        ("17.6万元", "1000", "1000"),
        ("95%", "0.01", "0.01"),
        ("95.67%", "0.0001", "0.0001"),
        ("8000余万条", "10000", "10000000"),
        ("近30万人", "10000", "100000"),
        ("1200多万次", "10000", "1000000"),
        ("2.2万余人", "1000", "1000"),
        ("30余万元", "10000", "100000"),
    ],
)
def test_step_is_of_the_last_digit_and_grain_of_the_last_that_says_something(typed: str, step: str, grain: str) -> None:
    number = parse_number(typed)
    assert number is not None
    assert (number.step, number.grain) == (Decimal(step), Decimal(grain))
