"""Charts read as the tables that they show."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from jixiao.package.charts import rows_of

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def points(name: str, *values: str) -> str:
    kept = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values) if value)
    return f"<c:{name}><c:strRef><c:strCache>{kept}</c:strCache></c:strRef></c:{name}>"


def series(*parts: str) -> list[list[str]]:
    return rows_of(fromstring(f'<c:chart xmlns:c="{C}"><c:ser>{"".join(parts)}</c:ser></c:chart>'))


def test_a_series_is_a_row_below_the_categories() -> None:
    found = series(points("tx", "支出"), points("cat", "甲", "乙", "丙"), points("val", "4086.40", "", "0.910"))
    assert found == [["", "甲", "乙", "丙"], ["支出", "4086.4", "", "0.91"]]


@pytest.mark.parametrize("index", ["-1", "x", "", "99999999999", "10001"])
def test_points_in_no_place_are_none(index: str) -> None:
    kept = f'<c:val><c:pt idx="{index}"><c:v>7</c:v></c:pt></c:val>'
    assert series(points("tx", "支出"), kept) == [[""], ["支出"]]


def test_what_is_no_number_stays_as_it_is() -> None:
    assert series(points("val", "x", "1" * 40)) == [[""], ["", "x", "1" * 40]]
