import pickle
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest

from jixiao.kernel.frozen import frozen


@frozen
class Amount:
    value: int
    unit: str = "元"


@frozen
class Rate:
    value: int
    unit: str = "元"


@frozen
class Share:
    percent: int

    def __post_init__(self) -> None:
        if self.percent > 100:
            raise ValueError(self.percent)

    def __str__(self) -> str:
        return f"{self.percent}%"


def test_fields_are_given_by_position_or_name_and_have_defaults() -> None:
    assert [(each.value, each.unit) for each in (Amount(1), Amount(1, "个"), Amount(unit="个", value=1))] == [
        (1, "元"),
        (1, "个"),
        (1, "个"),
    ]
    with pytest.raises(TypeError, match="value"):
        Amount()  # type: ignore[call-arg]


def test_values_of_one_type_are_equal_by_their_fields() -> None:
    assert Amount(1) == Amount(1, "元")
    assert Amount(1) != Amount(2)
    assert len({Amount(1), Amount(1), Amount(2), Rate(1), Share(1)}) == 4


if TYPE_CHECKING:  # values are not to be changed: mypy would tell if the remark below were of no use
    Amount(1).value = 2  # type: ignore[misc]


def test_a_value_has_no_other_fields() -> None:
    assert not hasattr(Amount(1), "__dict__")


def test_what_a_value_asks_of_its_fields_is_asked_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="101"):
        Share(101)


def test_a_value_shows_its_type_and_fields_unless_it_says_otherwise() -> None:
    assert repr(Amount(1)) == "Amount(value=1, unit='元')"
    assert str(Share(5)) == "5%"


@pytest.mark.parametrize("value", [Amount(1, "个"), Share(5)])
def test_a_value_is_kept_by_pickle(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own


def test_a_value_is_a_dataclass() -> None:
    assert [each.name for each in fields(Amount)] == ["value", "unit"]
    assert replace(Amount(1), value=2) == Amount(2)
    match Amount(3):
        case Amount(value, unit):
            assert (value, unit) == (3, "元")


def test_a_field_without_a_default_comes_before_those_with_one() -> None:
    with pytest.raises(TypeError, match="without a default"):

        @frozen
        class Turned:
            unit: str = "元"
            value: int  # type: ignore[misc]
