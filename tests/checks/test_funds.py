import pytest

from jixiao.checks.funds import ALLOCATED, CARRIED, OTHER, kind_of
from tests.departments import found_after, told

GRANTED, CARRIED_IN = "年初预算数: 620}", "上年结转: {年初预算数: 80}"


@pytest.mark.parametrize(
    ("granted", "carried", "expected"),
    [
        (630, 70, [("K111", "≤70万元", "80万元")]),
        (310, 390, [("K111", "≤310万元", "320万元")]),
        (610, 90, [("K112", "≤80万元", "90万元")]),
    ],
)
def test_projects_have_no_more_than_its_source_and_what_is_left_is_asked_for(
    granted: int, carried: int, expected: list[tuple[str, ...]]
) -> None:
    found = told((GRANTED, f"年初预算数: {granted}}}"), (CARRIED_IN, f"上年结转: {{年初预算数: {carried}}}"))
    assert [(code, limit, actual) for code, _, limit, actual in found] == expected


def test_money_that_a_project_has_from_no_source_is_told_with_its_rows() -> None:
    (found,) = found_after(
        ("名称: 上年结转资金, 年初预算数: 50, 全年预算数: 50", "名称: 其他资金, 年初预算数: 50, 全年预算数: 50")
    )
    fields = dict(found.fields)
    assert (found.code, fields["kind"], fields["stage"], fields["gap"]) == ("K111", "其他资金", "年初预算数", "50万元")
    assert str(found.place) == "单位.yaml:65:25"


def test_a_source_that_changes_during_the_year_is_compared_as_changed() -> None:
    row = "名称: 上年结转资金, 年初预算数: 50, 全年预算数: "
    shifted = (f"{row}50", f"{row}55"), ("全年预算数: 430", "全年预算数: 425")
    assert told(*shifted) == [("K111", "", "≤80万元", "85万元")]
    typed = (CARRIED_IN, "上年结转: {年初预算数: 80, 全年预算数: 85}"), (GRANTED, "年初预算数: 620, 全年预算数: 815}")
    assert told(*shifted, *typed) == []


def test_money_carried_over_for_basic_expenditure_is_explained() -> None:
    changes = (GRANTED, "年初预算数: 610}"), (CARRIED_IN, "上年结转: {年初预算数: 90}")
    for key in ("预算收入.上年结转/年初预算数", "预算收入.上年结转", "K112"):
        assert told(*changes, ("  政府采购:", f"  说明: {{{key}: 上年的人员经费结转}}\n  政府采购:")) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("当年财政拨款", ALLOCATED),
        ("上年结转资金", CARRIED),
        ("上年财政拨款结转", CARRIED),
        ("其他资金", OTHER),
        ("自筹", OTHER),
    ],
)
def test_kinds_of_funds(name: str, kind: str) -> None:
    assert kind_of(name) == kind
