"""Points of execution and indicators, totals and caps, as a format declares them."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from jixiao.compute.evaluation import Evaluation
from jixiao.compute.records import ItemRecord
from jixiao.expr.expression import expression
from jixiao.expr.figure import Figure, ObstacleKind
from jixiao.expr.functions import Items
from tests.cases import case_of, figure

DATA = """
全年预算数: 1000
全年执行数: {spent}
绩效指标:
- {{一级指标: 产出, 二级指标: 数量, 三级指标: 网点, 年度指标值: "{target}", 实际完成值: "{actual}", 分值: 60{more}}}
- {{一级指标: 满意, 二级指标: 满意度, 三级指标: 群众, 年度指标值: ≥95%, 实际完成值: {pleased}, 分值: 30}}
"""
RULES = """
评分:
  满分: 100
  执行: {分值: 10, 方法: 比例}
  等级: [{名称: 优, 起: 90}, {名称: 良, 起: 80}, {名称: 差, 起: 0}]
  计分方法:
    执行分档: {分档: [{起: 100%, 得: 100%}, {起: 80%, 得: 70%}, {起: 60%, 得: 50%}]}
    满意度分档: {按: 完成值, 分档: [{起: 90%, 得: 100%}, {起: 80%, 得: 80%}, {起: 60%, 得: 50%}]}
    门槛: {门槛: 60%}
一级指标: [{名称: 产出, 分值: 60}, {名称: 满意, 分值: 30}]
指标:
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%"}
- {名称: 执行得分}
- {名称: 指标分值, 公式: sum(绩效指标.分值)}
- {名称: 指标得分, 公式: sum(绩效指标.得分)}
- {名称: 总分值}
- {名称: 总分}
"""


def evaluation(
    rules: str = RULES,
    *,
    spent: str = "750",
    target: str = "48个",
    actual: str = "48个",
    pleased: str = "95%",
    more: str = "",
) -> Evaluation:
    data = DATA.format(spent=spent, target=target, actual=actual, pleased=pleased, more=more and f", {more}")
    made = Evaluation(case_of(data, rules))
    made.all_figures()
    assert made.findings == []
    return made


def with_rules(*changes: tuple[str, str]) -> str:
    text = RULES
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def indicator(made: Evaluation, name: str, key: str) -> Figure:
    rows = made.lookup("绩效指标")
    assert isinstance(rows, Items)
    row = next(each for each in rows if isinstance(each, ItemRecord) and each.label == name)
    value = row.get(key)
    assert isinstance(value, Figure)
    return value


@pytest.mark.parametrize(
    ("method", "spent", "points"),
    [
        ("比例", "750", "7.5"),
        ("比例", "1100", "10"),
        ("执行分档", "1000", "10"),
        ("执行分档", "999.99", "7"),
        ("执行分档", "800", "7"),
        ("执行分档", "799.99", "5"),
        ("执行分档", "599.99", "0"),
        ("门槛", "800", "5"),
        ("门槛", "590", "0"),
    ],
)
def test_execution_is_scored_by_the_method_that_the_format_chose(method: str, spent: str, points: str) -> None:
    found = figure(evaluation(with_rules(("方法: 比例", f"方法: {method}")), spent=spent), "执行得分")
    assert found.value == Decimal(points)
    assert [part.name for part in found.inputs] == ["执行分值", "预算执行率"]
    assert found.formula.startswith("执行分值 * ")


def test_execution_outside_the_full_score_prints_on_its_own() -> None:
    inside, outside = evaluation(), evaluation(with_rules(("方法: 比例}", "方法: 比例, 计入满分: 否}")))
    assert [figure(inside, name).value for name in ("执行得分", "总分值", "总分")] == [
        Decimal("7.5"),
        100,
        Decimal("97.5"),
    ]
    assert [figure(outside, name).value for name in ("执行得分", "总分值", "总分")] == [Decimal("7.5"), 90, 90]
    assert (figure(inside, "总分").formula, figure(outside, "总分").formula) == ("执行得分 + 指标得分", "指标得分")


def test_a_format_without_points_for_execution_totals_its_indicators() -> None:
    made = evaluation(with_rules(("  执行: {分值: 10, 方法: 比例}\n", ""), ("- {名称: 执行得分}\n", "")))
    assert figure(made, "总分").value == 90


CAPS = (
    "  等级: [",
    """
  封顶:
  - {执行率低于: 80%, 总分不超过: 89}
  - {执行率低于: 70%, 总分不超过: 79}
  - {执行率低于: 60%, 总分不超过: 69}
  - {执行率低于: 50%, 总分不超过: 59}
  等级: [""",
)


@pytest.mark.parametrize(
    ("spent", "total", "grade"),
    [
        ("800", "98", "优"),
        ("799.99", "89", "良"),
        ("700", "89", "良"),
        ("699.99", "79", "差"),
        ("599.99", "69", "差"),
        ("499.99", "59", "差"),
        ("0", "59", "差"),
    ],
)
def test_a_poor_execution_caps_the_total(spent: str, total: str, grade: str) -> None:
    made = evaluation(with_rules(CAPS), spent=spent)
    assert figure(made, "总分").value == Decimal(total)
    assert made.lookup("等级") == grade


def test_the_cap_is_a_figure_with_its_reason_and_none_where_it_does_not_apply() -> None:
    capped, free = evaluation(with_rules(CAPS)), evaluation(with_rules(CAPS), spent="900")
    cap = figure(capped, "总分上限")
    assert (cap.value, cap.formula) == (Decimal(89), "预算执行率低于80%，总分不超过89")
    assert cap in figure(capped, "总分").inputs
    assert figure(capped, "总分").formula == "min(执行得分 + 指标得分, 总分上限)"
    assert free.lookup("总分上限") is None
    assert not [each for each in free.figures if each.name == "总分上限"]


def test_a_rate_that_cannot_be_computed_leaves_the_total_open() -> None:
    rules = with_rules(CAPS, ("全年执行数 / 全年预算数", "全年执行数 / 年初预算数"), ("方法: 比例}", "计入满分: 否}"))
    total = figure(evaluation(rules), "总分")
    assert total.value is None
    assert total.obstacle is not None
    assert total.obstacle.kind is ObstacleKind.MISSING


BY_GROUP = ("{名称: 满意, 分值: 30}", "{名称: 满意, 分值: 30, 计分方法: 满意度分档}")


@pytest.mark.parametrize(
    ("pleased", "points"), [("92%", "30"), ("90%", "30"), ("89.9%", "24"), ("60%", "15"), ("59.9%", "0")]
)
def test_a_group_may_be_scored_by_the_value_it_reached(pleased: str, points: str) -> None:
    made = evaluation(with_rules(BY_GROUP), pleased=pleased)
    assert indicator(made, "群众", "得分").value == Decimal(points)
    assert indicator(made, "群众", "规则得分").formula.startswith("分值 * 满意度分档（实际完成值≥90%得100%")
    assert indicator(made, "网点", "得分").value == 60


def test_a_value_that_is_no_percentage_has_no_points_in_bands_of_values() -> None:
    assert indicator(evaluation(with_rules(BY_GROUP), pleased="9分"), "群众", "得分").value is None


def test_quantitative_indicators_have_a_method_of_their_own_and_a_row_may_choose_another() -> None:
    rules = with_rules(("  满分: 100\n", "  满分: 100\n  定量指标: 门槛\n"), BY_GROUP)
    assert indicator(evaluation(rules, actual="36个"), "网点", "得分").value == Decimal("22.5")
    assert indicator(evaluation(rules, actual="24个"), "网点", "得分").value == 0
    chosen = evaluation(rules, actual="36个", more="计分方法: 比例")
    assert indicator(chosen, "网点", "得分").value == 45


@pytest.mark.parametrize(
    ("target", "actual", "inverse", "declining"),
    [
        ("≤20元", "25元", "0.8", "0.75"),
        ("≤20元", "20元", "1", "1"),
        ("<20元", "16元", "1.25", "1.2"),
        ("≤20元", "40元", "0.5", "0"),
        ("≤20元", "50元", "0.4", "0"),
        ("≤20元", "0元", "1", "1"),
        ("≥20元", "25元", "1.25", "1.25"),
        ("=0起", "0起", "1", "1"),
        ("=0起", "-1起", "1", "1"),
        ("=0起", "1起", "0", "0"),
        ("=20元", "15元", "0.75", "0.75"),
    ],
)
def test_where_less_is_better_the_format_says_how_completion_counts(
    target: str, actual: str, inverse: str, declining: str
) -> None:
    for word, rate in (("反比", inverse), ("递减", declining)):
        made = evaluation(with_rules(("满分: 100\n", f"满分: 100\n  反向指标: {word}\n")), target=target, actual=actual)
        assert indicator(made, "网点", "完成率").value == Decimal(rate)
        assert indicator(made, "网点", "得分").value == 60 * min(Decimal(rate), Decimal(1))


@pytest.mark.parametrize(("actual", "points"), [("130个", "60"), ("131个", "58"), ("99个", "59.4")])
def test_far_over_the_target_may_cost_points(actual: str, points: str) -> None:
    rules = with_rules(("满分: 100\n", "满分: 100\n  偏差扣分: {超过: 30%, 扣分: 2}\n"))
    found = indicator(evaluation(rules, target="100个", actual=actual), "网点", "得分")
    assert found.value == Decimal(points)
    assert (" - 2, 0)" in found.formula) is (actual == "131个")
    assert [part.name for part in found.inputs] == ["分值", "完成率"]


def test_a_deduction_leaves_no_less_than_nothing() -> None:
    rules = with_rules(("满分: 100\n", "满分: 100\n  偏差扣分: {超过: 30%, 扣分: 70}\n"))
    assert indicator(evaluation(rules, target="1个", actual="9个"), "网点", "得分").value == 0


@pytest.mark.parametrize(
    ("more", "by_rule", "score"),
    [
        ("完成程度: 部分达成", None, None),
        ("完成程度: 部分达成, 得分: 42", None, "42"),
        ("完成程度: 达成", None, None),
        ("得分: 42", "60", "42"),
        ("", "60", "60"),
    ],
)
def test_words_earn_what_the_unit_decided_and_nothing_is_invented(
    more: str, by_rule: str | None, score: str | None
) -> None:
    made = evaluation(target="按时", actual="按时", more=more)
    found = [indicator(made, "网点", key).value for key in ("规则得分", "得分")]
    assert found == [None if each is None else Decimal(each) for each in (by_rule, score)]


def test_what_was_decided_by_hand_is_kept_beside_what_the_rules_give() -> None:
    case = case_of(
        DATA.format(spent="750", target="1个", actual="1个", pleased="95%", more="")
        + "自评结果: {执行得分: 8, 总分: 97, 等级: 良}\n",
        RULES,
    )
    made = Evaluation(case)
    made.all_figures()
    assert [figure(made, name).value for name in ("执行得分", "总分")] == [8, 97]
    by_rule = {each.name: pair.derived.value for each, pair in made.stated.items()}
    assert (by_rule["执行得分"], by_rule["总分"]) == (Decimal("7.5"), Decimal(98))
    assert made.lookup("等级") == "良"
    assert expression("项目.等级").evaluate(made.root.scope) == "良"


@pytest.mark.parametrize("execution", ["执行: {分值: 0, 方法: 执行分档}", "执行: {方法: 比例}"])
def test_without_points_for_execution_its_rate_does_not_matter(execution: str) -> None:
    rules = with_rules(
        ("执行: {分值: 10, 方法: 比例}", execution), ("全年执行数 / 全年预算数", "全年执行数 / 年初预算数")
    )
    made = evaluation(rules)
    assert [figure(made, name).is_blank for name in ("执行分值", "执行得分")] == [True, True]
    assert [figure(made, name).value for name in ("总分值", "总分")] == [90, 90]


BY_HAND = ("满分: 100", "指标计分: 否\n  满分: 100")


def test_indicators_without_points_leave_total_and_grade_to_people() -> None:
    data = DATA.format(spent="750", target="48个", actual="48个", pleased="95%", more="").replace(", 分值: 60", "")
    open_, decided = (Evaluation(case_of(data + more, with_rules(BY_HAND))) for more in ("", "自评结果: {总分: 96}\n"))
    assert [figure(open_, name).is_blank for name in ("指标得分", "总分值", "总分")] == [True, True, True]
    assert indicator(open_, "群众", "得分").is_blank
    assert (open_.lookup("等级"), decided.lookup("等级")) == (None, "优")
    assert figure(decided, "总分").value == 96
    assert (open_.findings, decided.findings) == ([], [])


GOOD = "年度指标值: 好, 实际完成值: 好"


def test_the_points_of_a_second_level_indicator_are_those_within_its_group() -> None:
    common = yaml.safe_load((Path("templates/common/国家规则.yaml")).read_text(encoding="utf-8"))["指标"]
    rule = next(each for each in common if each["名称"] == "二级分值")
    rows = [("产出", "数量", 3), ("产出", "数量", 4.5), ("产出", "质量", 8), ("效益", "数量", 1)]
    lines = [
        f"{{一级指标: {group}, 二级指标: {category}, 三级指标: 第{at}项, {GOOD}, 分值: {points}}}"
        for at, (group, category, points) in enumerate(rows)
    ]
    rules = f"选用指标: [二级分值]\n指标:\n- {{名称: 二级分值, 对象: 绩效指标, 公式: '{rule['公式']}', 备选: 是}}"
    made = Evaluation(case_of(f"绩效指标: [{', '.join(lines)}]", rules))
    found = [indicator(made, f"第{at}项", "二级分值").value for at in range(4)]
    assert found == [Decimal("7.5"), Decimal("7.5"), 8, 1]
