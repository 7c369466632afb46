import pytest

from tests.checking import found_after


@pytest.mark.parametrize(
    ("name", "codes"),
    [("全年执行数", ["K602"]), ("年初预算数", ["K602"]), ("单位", ["K602"]), ("等级", ["K602"]), ("机房数", [])],
)
def test_a_fact_may_not_take_a_name_that_means_something_else(name: str, codes: list[str]) -> None:
    found = found_after(("  巡查: 1000余次", f"  巡查: 1000余次\n  {name}: 3间"))
    assert [each.code for each in found] == codes
