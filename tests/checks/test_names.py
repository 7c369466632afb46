import pytest

from tests.checking import found_after


@pytest.mark.parametrize(
    ("name", "codes"),
    [("全年执行数", ["K602"]), ("年初预算数", ["K602"]), ("单位", ["K602"]), ("等级", ["K602"]), ("机房数", [])],
)
def test_a_fact_may_not_take_a_name_that_means_something_else(name: str, codes: list[str]) -> None:
    found = found_after(("  巡查: 1000余次", f"  巡查: 1000余次\n  {name}: 3间"))
    assert [each.code for each in found] == codes


def test_a_list_may_not_have_the_name_of_a_fact() -> None:
    found = found_after(("  有效问卷: 30份", "  有效问卷: 30份\n清单:\n  巡查: [日间, 夜间]\n  机房: [一号]"))
    assert [each.code for each in found] == ["K602"]
