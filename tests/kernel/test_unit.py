"""Units by their printed names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.kernel.unit import Dimension, unit_named


@pytest.mark.parametrize(
    ("name", "dimension", "scale"),
    [
        ("元", Dimension.MONEY, "1"),
        ("千元", Dimension.MONEY, "1000"),
        ("万元", Dimension.MONEY, "10000"),
        ("亿元", Dimension.MONEY, "100000000"),
        ("%", Dimension.RATIO, "0.01"),
        ("％", Dimension.RATIO, "0.01"),
        ("‰", Dimension.RATIO, "0.001"),
        ("分", Dimension.SCORE, "1"),
        ("", Dimension.PLAIN, "1"),
        ("纤芯公里", Dimension.COUNT, "1"),
    ],
)
def test_dimension_and_scale(name: str, dimension: Dimension, scale: str) -> None:
    unit = unit_named(name)
    assert (unit.dimension, unit.scale) == (dimension, Decimal(scale))
