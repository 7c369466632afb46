import pytest

from tests.checking import DATA, RULES, changed, findings, found_after, sides

WORDS = ("实际完成值: 更加方便", "实际完成值: 定性")
SCORED = "得分: 20"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("分值: 60", "分值: 59"), [("K201", "60分", "59分")]),
        (
            ("一级指标: 产出指标", "一级指标: 产出"),
            [("K202", "产出指标、效益指标、满意度指标", "产出"), ("K201", "60分", "0分")],
        ),
        (("得分: 20", "得分: 20.5"), [("K204", "≤20分", "20.5分")]),
        (("得分: 20", "得分:"), [("K205", "", "")]),
        (("得分: 20", "得分: 18"), [("K208", "20分", "18分")]),
        (("得分: 20", "得分: 18\n  偏差原因: 有待提高"), []),
        (("分值: 60", "分值: 60\n  得分: 55"), [("K206", "60分", "55分")]),
        (("年度指标值: 48个", "年度指标值: 64个"), []),
    ],
)
def test_weights_and_points(change: tuple[str, str], expected: list[tuple[str, str, str]]) -> None:
    assert sides(found_after(change)) == expected


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("45", []),
        ("60", [("K207", "45分", "60分")]),
        ("40", [("K207", "45分", "40分")]),
        ("60\n  偏差原因: 指标已调整", []),
    ],
)
def test_a_target_that_was_missed_earns_its_share_or_there_is_a_reason(
    score: str, expected: list[tuple[str, str, str]]
) -> None:
    missed = ("年度指标值: 48个", "年度指标值: 64个")
    assert sides(found_after(missed, ("分值: 60", f"分值: 60\n  得分: {score}"))) == expected


def test_points_by_the_rule_may_be_typed_as_they_are_rounded() -> None:
    rules = changed(RULES, ("满分: 100", "满分: 100\n  取整: {方式: 四舍五入, 位数: 1}"))
    missed = ("年度指标值: 48个", "年度指标值: 49个")  # 60 × 48 ÷ 49 = 58.78
    assert found_after(missed, ("分值: 60", "分值: 60\n  得分: 58.8"), rules=rules) == []


def test_the_weights_make_the_full_score_when_all_groups_are_right() -> None:
    free = ("{名称: 产出指标, 分值: 60}", "{名称: 产出指标}")
    (found,) = found_after(rules=changed(RULES, free, ("满分: 100", "满分: 110")))
    assert (found.code, found.expected, found.actual) == ("K203", "110分", "100分")
    assert dict(found.fields)["indicators"] == "90分"


def test_without_indicators_the_full_score_is_missed_once() -> None:
    (found,) = [each for each in found_after((DATA[DATA.index("绩效指标:") :], "")) if each.blocks]
    assert (found.code, found.expected, found.actual) == ("K203", "100分", "10分")


def test_a_project_that_was_not_evaluated_needs_no_indicators() -> None:
    without = (DATA[DATA.index("绩效指标:") :], "未自评原因: 年末下达。")
    assert [each for each in found_after(without) if each.blocks] == []


def test_outside_the_full_score_execution_does_not_count() -> None:
    free = ("{名称: 产出指标, 分值: 60}", "{名称: 产出指标}")
    rules = changed(RULES, free, ("方法: 比例}", "方法: 比例, 计入满分: 否}"))
    (found,) = found_after(rules=rules)
    assert (found.code, found.expected, found.actual) == ("K203", "100分", "90分")
    assert dict(found.fields)["execution"] == "0分"
    assert found_after(rules=changed(rules, ("满分: 100", "满分: 90"))) == []


def test_a_score_that_is_rounded_above_its_weight_is_told() -> None:
    rules = changed(RULES, ("满分: 100", "满分: 100.3\n  取整: {方式: 步长, 步长: 0.5}"), ("分值: 60}", "分值: 60.3}"))
    found = found_after(("分值: 60", "分值: 60.3"), rules=rules)
    assert sides(found) == [("K204", "≤60.3分", "60.5分")]


def test_the_method_of_a_row_gives_the_points_that_are_expected() -> None:
    rules = changed(RULES, ("满分: 100", "满分: 100\n  计分方法: {门槛: {门槛: 60%}}"))
    missed = ("年度指标值: 48个", "年度指标值: 64个")  # 75%: (75% - 60%) ÷ 40% of 60
    assert found_after(missed, ("分值: 60", "分值: 60\n  计分方法: 门槛\n  得分: 22.5"), rules=rules) == []
    (found,) = found_after(missed, ("分值: 60", "分值: 60\n  计分方法: 门槛\n  得分: 45"), rules=rules)
    assert (found.code, found.expected, dict(found.fields)["method"]) == ("K207", "22.5分", "门槛")


def test_in_bands_of_values_a_target_that_was_met_may_earn_less() -> None:
    bands = "计分方法: {满意: {按: 完成值, 分档: [{起: 98%, 得: 100%}, {起: 90%, 得: 80%}]}}"
    group = ("{名称: 满意度指标, 分值: 10}", "{名称: 满意度指标, 分值: 10, 计分方法: 满意}")
    rules = changed(RULES, ("满分: 100", f"满分: 100\n  {bands}"), group)
    assert found_after(rules=rules) == []
    assert found_after(("分值: 10", "分值: 10\n  得分: 8"), rules=rules) == []
    (found,) = found_after(("分值: 10", "分值: 10\n  得分: 10"), rules=rules)
    assert (found.code, found.expected, dict(found.fields)["basis"]) == ("K207", "8分", "完成值")


def test_a_value_that_the_method_cannot_judge_needs_a_score() -> None:
    bands = "计分方法: {满意: {按: 完成值, 分档: [{起: 90%, 得: 100%}]}}"
    rules = changed(RULES, ("满分: 100", f"满分: 100\n  {bands}"))
    assert sides(found_after(("分值: 60", "分值: 60\n  计分方法: 满意"), rules=rules)) == [("K205", "", "")]


def test_a_group_without_indicators_is_told_at_the_project() -> None:
    start = DATA.index("- 一级指标: 满意度指标")
    (found,) = found_after((DATA[start:], ""))
    assert (found.code, found.expected, found.actual, str(found.place)) == ("K201", "10分", "0分", "项目.yaml:2:1")


@pytest.mark.parametrize(
    ("weight", "expected"), [("70", []), ("60", [("K201", "70分", "60分")]), ("69", [("K201", "70分", "69分")])]
)
def test_the_weight_of_a_group_without_indicators_may_go_to_another(
    weight: str, expected: list[tuple[str, str, str]]
) -> None:
    rules = changed(RULES, ("满意度指标, 分值: 10}", "满意度指标, 分值: 10, 没有时并入: 产出指标}"))
    without = (DATA[DATA.index("- 一级指标: 满意度指标") :], "")
    assert sides(found_after(without, ("分值: 60", f"分值: {weight}"), rules=rules)) == expected
    assert found_after(rules=rules) == []


def test_a_format_without_groups_asks_for_no_indicators() -> None:
    start, stop = RULES.index("一级指标: ["), RULES.index("阈值:")
    assert found_after((DATA[DATA.index("绩效指标:") :], ""), rules=changed(RULES, (RULES[start:stop], ""))) == []


def test_a_format_without_groups_takes_any_group() -> None:
    start, stop = RULES.index("一级指标: ["), RULES.index("阈值:")
    rules = changed(RULES, (RULES[start:stop], ""), ("  满分: 100\n", ""))
    assert found_after(("一级指标: 产出指标", "一级指标: 其他"), rules=rules) == []


def test_points_that_are_missing_are_told_where_the_field_table_would() -> None:
    for change in (("  分值: 60\n", ""), ("  分值: 60\n", "  分值:\n")):
        (found,) = found_after(change)
        assert (found.code, dict(found.fields)["name"]) == ("D102", "分值")
        assert str(found.place).startswith("项目.yaml:16:" if change[1] == "" else "项目.yaml:21:")


NO_POINTS = [("  分值: 60\n", ""), ("  分值: 20\n  得分: 20\n", ""), ("  分值: 10\n", "")]
BY_HAND = changed(RULES, ("满分: 100", "满分: 100\n  指标计分: 否"))


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("自评结果: {总分: 96}", []),
        ("自评结果: {总分: 96, 等级: 优}", []),
        ("自评结果: {总分: 86, 等级: 优}", [("K228", "良", "优")]),
        ("", [("K106", "", "")]),
    ],
)
def test_indicators_without_points_are_not_judged_and_the_total_is_typed(
    result: str, expected: list[tuple[str, str, str]]
) -> None:
    data = changed(DATA, *NO_POINTS, ("资金来源: 州财政", f"资金来源: 州财政\n{result}"))
    assert sides(findings(data, BY_HAND + "\n必填项: [自评结果.总分]")) == expected


def test_groups_are_known_whether_or_not_they_have_points() -> None:
    other = ("一级指标: 产出指标", "一级指标: 产出")
    data = changed(DATA, *NO_POINTS, other, ("资金来源", "自评结果: {总分: 96}\n资金来源"))
    assert [each.code for each in findings(data, BY_HAND)] == ["K202"]
