import pytest

from tests.departments import DATA, found_after, told

Change = tuple[str, str]
GRANTED, ADDED, MOVED = "年初预算数: 620}", "金额: 170}", "转入: 平台运维, 金额: 10"
NAMED_AS_A_WHOLE = ("类别: 平台运维, 金额: 170", "类别: 项目支出, 金额: 170")


def test_a_department_in_order_has_no_findings() -> None:
    assert found_after() == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((GRANTED, "年初预算数: 610}"), [("K108", "预算收入/年初预算数", "700万元", "690万元")]),
        ((GRANTED, "年初预算数: 619.999}"), [("K126", "预算收入/年初预算数", "700万元", "700万元")]),
        (
            ("年初预算数: 250, 全年预算数", "年初预算数: 251, 全年预算数"),
            [("K108", "预算收入/年初预算数", "701万元", "700万元")],
        ),
        (
            ("{年初预算数: 620}", "{年初预算数: 620, 全年预算数: 810}"),
            [("K108", "预算收入/全年预算数", "900万元", "890万元")],
        ),
    ],
)
def test_income_meets_expenditure_at_both_stages(change: Change, expected: list[tuple[str, ...]]) -> None:
    assert told(change) == expected


def test_what_does_not_meet_is_told_with_what_is_missing_and_where_it_stands() -> None:
    (found,) = found_after((GRANTED, "年初预算数: 619.999}"))
    assert (dict(found.fields)["gap"], str(found.place)) == ("10元", "单位.yaml:15:23")
    assert [str(place) for place in found.related][:2] == ["单位.yaml:16:19", "单位.yaml:23:19"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((ADDED, "金额: 160}"), [("K109", "平台运维/全年预算数", "470万元", "480万元")]),
        ((ADDED, "金额: 170.001}"), [("K126", "平台运维/全年预算数", "480万元", "480万元")]),
        (
            (MOVED, "转入: 业务工作, 金额: 10"),
            [
                ("K109", "业务工作/全年预算数", "110万元", "100万元"),
                ("K109", "平台运维/全年预算数", "470万元", "480万元"),
            ],
        ),
        ((MOVED, "转入: 人员经费, 金额: 10"), [("K109", "平台运维/全年预算数", "470万元", "480万元")]),
        (NAMED_AS_A_WHOLE, []),
        ((NAMED_AS_A_WHOLE[0], "类别: 项目支出, 金额: 180"), [("K109", "项目支出/全年预算数", "590万元", "580万元")]),
    ],
)
def test_the_budget_of_a_class_is_its_first_one_as_it_was_changed(
    change: Change, expected: list[tuple[str, ...]]
) -> None:
    assert told(change) == expected


def test_a_stated_budget_of_a_class_that_the_format_derives_is_told_as_a_total() -> None:
    assert [each[:2] for each in told(("人员经费: {", "人员经费: {全年预算数: 281, "))] == [
        ("K101", "基本支出.人员经费/全年预算数"),
        ("K108", "预算收入/全年预算数"),
    ]


@pytest.mark.parametrize(
    ("change", "name", "amount", "near"),
    [
        (("类别: 平台运维", "类别: 平台运行"), "平台运行", "170万元", "平台运维"),
        (
            ("转入: 平台运维", "转入: 运行维护经费"),
            "运行维护经费",
            "10万元",
            "人员经费、公用经费、项目支出、业务工作、平台运维",
        ),
        (("转出: 公用经费", "转出: 其他"), "其他", "10万元", "人员经费、公用经费、项目支出、业务工作、平台运维"),
    ],
)
def test_a_change_under_an_unknown_name_would_be_lost(change: Change, name: str, amount: str, near: str) -> None:
    found, *_ = (each for each in found_after(change) if each.code == "K110")
    fields = dict(found.fields)
    assert (fields["name"], fields["amount"], fields["near"]) == (name, amount, near)


def test_a_project_may_be_named_by_its_full_name() -> None:
    full = ("支出类别: 运行维护经费", "支出类别: 运行维护经费\n    名称: 政务平台运行维护")
    assert told(full, ("类别: 平台运维", "类别: 政务平台运行维护")) == []


def test_an_amount_that_cannot_be_computed_is_not_taken_for_nothing() -> None:
    unknown = (ADDED, "金额: =追加总额/期数}"), ("  政府采购:", "  事实: {追加总额: 170万元, 期数: 0}\n  政府采购:")
    assert not {each[0] for each in told(*unknown)} & {"K126", "K108", "K109", "K110"}


def test_a_department_that_tells_only_of_its_projects_has_nothing_to_balance() -> None:
    start, stop = DATA.index("  预算收入:"), DATA.index("  预算调整:")
    basic, classes = DATA.index("  基本支出:"), DATA.index("  项目支出:")
    changes = ((DATA[start:stop], ""), (DATA[basic:classes], ""))
    assert not {each[0] for each in told(*changes)} & {"K108", "K109", "K111"}
    assert "K110" in {each[0] for each in told(*changes, ("类别: 平台运维", "类别: 运行维护"))}
