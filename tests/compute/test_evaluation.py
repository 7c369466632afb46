from dataclasses import replace
from decimal import Decimal

import pytest

from jixiao.compute.evaluation import MAX_CHAIN, Evaluation
from jixiao.compute.prose import Prose
from jixiao.expr.expression import expression
from jixiao.expr.figure import MISSING, Figure, ObstacleKind
from jixiao.expr.functions import Items
from jixiao.expr.tree import MAX_DEPTH
from tests.cases import UNIT, case_of, figure, ledger_of, printed
from tests.support import assert_no_float

DATA = """
资金来源: 州财政
子项目:
- {名称: 宣传, 预算安排: 80, 实际到位: 80, 实际支出: 17.6}
- {名称: 评估, 预算安排: 30, 实际到位: 30, 实际支出: 0}
- {名称: 升级, 预算安排: 200.00, 实际到位: "2,000,000.00元", 实际支出: 95.75, 资金来源: 省财政}
指标文:
- {文号: 甲, 金额: 310}
事实: {共享单位: 48个, 网站: 40家, 两项: =共享单位}
文字: {总目标: "完成{{ 共享单位 }}单位"}
绩效指标:
- {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 共享, 年度指标值: 48个, 实际完成值: =共享单位, 分值: 4}
- {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 网站, 年度指标值: ≥50家, 实际完成值: =网站, 分值: 10}
- {一级指标: 产出指标, 二级指标: 成本指标, 三级指标: 单价, 年度指标值: ≤20元, 实际完成值: 25元, 分值: 10}
- {一级指标: 效益指标, 二级指标: 社会效益, 三级指标: 便民, 年度指标值: 定性, 实际完成值: 提升, 分值: 10, 得分: 9}
- {一级指标: 效益指标, 二级指标: 社会效益, 三级指标: 时限, 年度指标值: 按时, 实际完成值: 按时, 分值: 10}
- {一级指标: 效益指标, 二级指标: 社会效益, 三级指标: 未评, 年度指标值: 定性, 实际完成值: 好, 分值: 10}
"""
RULES = """
评分:
  执行: {分值: 10, 方法: 比例}
  满分: 100
  等级: [{名称: 优, 起: 90}, {名称: 良, 起: 60}, {名称: 差, 起: 0}]
名单: {资金级次: [省财政, 州财政, 县财政]}
一级指标: [{名称: 产出指标, 分值: 50}, {名称: 效益指标, 分值: 30}]
选项: {表名: 自评表}
可选文字: [年度目标]
指标:
- {名称: 全年预算数, 公式: sum(子项目.预算安排)}
- {名称: 到位资金, 公式: sum(指标文.金额)}
- {名称: 全年执行数, 公式: sum(子项目.实际支出), 阶段: 决算}
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%"}
- {名称: 预算执行率, 对象: 子项目, 公式: 实际支出 / 预算安排, 单位: "%"}
- {名称: 计划, 对象: 资金级次, 公式: sum((子项目|where(资金来源=名称)).预算安排)}
- {名称: 得分合计, 对象: 一级指标, 公式: sum((绩效指标|where(一级指标=名称)).得分), 单位: 分}
- {名称: 执行得分, 公式: 执行分值 * 预算执行率, 单位: 分}
- {名称: 总分, 公式: 执行得分 + sum(绩效指标.得分), 单位: 分}
- {名称: 上年执行率, 公式: 全年执行数 / 年初预算数, 单位: "%"}
"""


@pytest.fixture
def evaluation() -> Evaluation:
    return Evaluation(case_of(DATA, RULES))


def test_a_list_of_the_unit_is_told_and_counted_and_one_of_the_project_goes_before_it() -> None:
    unit = f"{UNIT}\n清单: {{机房: [总部, 分部], 平台: [交通]}}"
    ledger = ledger_of(f"{DATA}\n清单: {{平台: [财务, 房产, 防汛]}}", RULES, unit)
    assert [printed(ledger, name) for name in ("机房", "平台")] == ["总部、分部", "财务、房产、防汛"]
    assert expression("count(平台)").evaluate(ledger.scope).value == 3  # type: ignore[attr-defined]


def row(evaluation: Evaluation, kind: str, label: str) -> dict[str, object]:
    items = evaluation.lookup(kind)
    assert isinstance(items, Items)
    found = next(item for item in items if getattr(item, "label", "") == label)
    return {name: found.get(name) for name in found.names()}  # type: ignore[attr-defined]


def test_totals_rates_and_counts_are_exact(evaluation: Evaluation) -> None:
    assert figure(evaluation, "全年预算数").value == Decimal(3100000)
    assert figure(evaluation, "全年执行数").value == Decimal(1133500)
    rate = figure(evaluation, "预算执行率")
    assert rate.formula == "全年执行数 / 全年预算数"
    assert [each.name for each in rate.inputs] == ["全年执行数", "全年预算数"]
    assert str(rate.id) == "自评/某项目/预算执行率"
    assert evaluation.findings == []


def test_rows_have_figures_of_their_own(evaluation: Evaluation) -> None:
    values = row(evaluation, "子项目", "宣传")
    rate, source = values["预算执行率"], values["资金来源"]
    assert isinstance(rate, Figure)
    assert (rate.value, str(rate.id)) == (Decimal("0.22"), "自评/某项目/子项目/宣传/预算执行率")
    assert source == "州财政"


def test_lists_of_the_format_sum_over_the_data(evaluation: Evaluation) -> None:
    plans = {label: row(evaluation, "资金级次", label)["计划"] for label in ("省财政", "州财政", "县财政")}
    assert [each.value for each in plans.values() if isinstance(each, Figure)] == [2000000, 1100000, None]
    empty = plans["县财政"]
    assert isinstance(empty, Figure)
    assert empty.is_blank


def test_a_fact_by_reference_keeps_its_typed_form_and_leads_to_its_line(evaluation: Evaluation) -> None:
    actual = row(evaluation, "绩效指标", "共享")["实际完成值"]
    assert isinstance(actual, Figure)
    assert actual.number is not None
    assert (actual.number.typed, actual.inputs[0].name) == ("48个", "共享单位")
    assert actual.inputs[0].place is not None


@pytest.mark.parametrize(
    ("indicator", "score"),
    [("共享", "4"), ("网站", "8"), ("单价", "8"), ("便民", "9"), ("时限", "10"), ("未评", None)],
)
def test_points_follow_the_rule_unless_given_by_hand(evaluation: Evaluation, indicator: str, score: str | None) -> None:
    points = row(evaluation, "绩效指标", indicator)["得分"]
    assert isinstance(points, Figure)
    assert points.value == (None if score is None else Decimal(score))


@pytest.mark.parametrize("actual", ["48家", "48%", "3万元", "48"])
def test_unlike_units_give_no_rate_and_no_points(actual: str) -> None:
    evaluation = Evaluation(case_of(DATA.replace("实际完成值: =共享单位", f"实际完成值: {actual}"), RULES))
    values = row(evaluation, "绩效指标", "共享")
    rate, points = values["完成率"], values["得分"]
    assert isinstance(rate, Figure)
    assert isinstance(points, Figure)
    assert (rate.value, points.value) == (None, None)


def test_groups_total_and_grade(evaluation: Evaluation) -> None:
    group = row(evaluation, "一级指标", "产出指标")["得分合计"]
    assert isinstance(group, Figure)
    assert group.value == 20
    total = figure(evaluation, "总分").value
    assert total is not None
    assert total.quantize(Decimal("0.001")) == Decimal("42.656")
    assert evaluation.lookup("等级") == "差"
    assert evaluation.lookup("等级说明") == "90（含）—100分为优；60（含）—90分为良；60分以下为差。"


def test_a_missing_base_is_not_zero_percent(evaluation: Evaluation) -> None:
    rate = figure(evaluation, "上年执行率")
    assert rate.value is None
    assert rate.obstacle is not None
    assert (rate.obstacle.kind, rate.obstacle.name) == (ObstacleKind.MISSING, "年初预算数")


def test_a_stated_total_wins_and_is_kept_beside_the_derived_one() -> None:
    evaluation = Evaluation(case_of(DATA + "全年执行数: 113.4\n", RULES))
    assert figure(evaluation, "全年执行数").value == Decimal(1134000)
    (pair,) = evaluation.stated.values()
    assert (pair.stated.value, pair.derived.value) == (Decimal(1134000), Decimal(1133500))


def test_names_of_every_kind(evaluation: Evaluation) -> None:
    assert evaluation.lookup("年度") == "2022"
    assert evaluation.lookup("表名") == "自评表"
    assert evaluation.lookup("无此名") is MISSING
    assert expression("项目.实施单位").evaluate(evaluation.root.scope) == "某办公室"
    assert expression("项目.主管部门").evaluate(evaluation.root.scope) == "某州政府"
    assert isinstance(expression("文字.总目标").evaluate(evaluation.root.scope), Prose)
    assert expression("文字.年度目标").evaluate(evaluation.root.scope) is None
    assert {"文字", "预算执行率", "共享单位", "资金级次", "表名", "子项目"} <= set(evaluation.names())


def test_every_figure_is_found_without_a_float(evaluation: Evaluation) -> None:
    figures = evaluation.all_figures()
    names = {str(each).removeprefix("自评/某项目/") for each in figures}
    assert {"共享单位", "子项目/升级/实际到位", "绩效指标/单价/完成率", "一级指标/效益指标/得分合计", "总分"} <= names
    assert_no_float(figures)


@pytest.mark.parametrize(
    ("formula", "code"),
    [("甲 + 1", "C111"), ("全年执数", "C104"), ("子项目 / 2", "C107"), ("1 +", "C101"), ("全年预算数 + 1", "C106")],
)
def test_a_formula_that_fails_is_a_located_finding(formula: str, code: str) -> None:
    evaluation = Evaluation(case_of(DATA, RULES + f"- {{名称: 甲, 公式: {formula}}}\n"))
    assert figure(evaluation, "甲").obstacle is not None
    (found,) = evaluation.findings
    assert (found.code, str(found.place).split(":")[0]) == (code, "格式.yaml")


@pytest.mark.parametrize(
    ("weight", "code", "points"),
    [("=全年预算数", "C106", None), ("=共享单位", "C106", None), ("=单位.名称", "C107", None), ("=2*2", "", "4")],
)
def test_a_formula_gives_what_its_field_takes(weight: str, code: str, points: str | None) -> None:
    evaluation = Evaluation(case_of(DATA.replace("=共享单位, 分值: 4", f"=共享单位, 分值: '{weight}'"), RULES))
    (first, *_) = [row for row in evaluation.records("绩效指标") if row.label == "共享"]
    assert first.figure("分值").value == (None if points is None else Decimal(points))
    assert [each.code for each in evaluation.findings] == ([code] if code else [])


@pytest.mark.parametrize(
    ("target", "actual", "rate", "points"),
    [
        ("≤3天", "0天", "1", "4"),
        ("≤0起", "0起", "1", "4"),
        ("≤0起", "2起", "0", "0"),
        ("0起", "0起", "1", "4"),
        ("0起", "2起", "0", "0"),
        ("≥0起", "2起", "1", "4"),
        ("≥-3%", "-1%", "1", "4"),
        ("≥-3%", "-6%", "0", "0"),
        ("≤-3%", "-6%", "1", "4"),
        ("≤-3%", "-1%", "0", "0"),
        ("≥5%", "-2%", "0", "0"),
        ("5%", "-2%", "-0.4", "0"),
        ("-3%", "-1.5%", "0.5", "2"),
        (">95%", "95%", "1", "4"),
    ],
)
def test_with_nothing_or_less_than_nothing_the_target_is_met_or_missed(
    target: str, actual: str, rate: str, points: str
) -> None:
    data = DATA.replace("年度指标值: 48个, 实际完成值: =共享单位", f'年度指标值: "{target}", 实际完成值: "{actual}"')
    values = row(Evaluation(case_of(data, RULES)), "绩效指标", "共享")
    found = [each.value for name in ("完成率", "得分") if isinstance(each := values[name], Figure)]
    assert found == [Decimal(rate), Decimal(points)]


def test_a_unit_that_nobody_described_has_blank_names() -> None:
    case = case_of(DATA, RULES)
    evaluation = Evaluation(replace(case, unit_year=replace(case.unit_year, unit=None)))
    assert expression("单位.名称").evaluate(evaluation.root.scope) == ""
    assert expression("项目.实施单位").evaluate(evaluation.root.scope) == ""
    assert evaluation.all_figures()


def chain(length: int, step: str) -> str:
    links = [f"  数{number}: ={step.format(number + 1)}" for number in range(length)]
    return "\n".join(["事实:", *links, f"  数{length}: 1个"])


def test_a_long_chain_of_formulas_is_a_finding() -> None:
    assert Evaluation(case_of(chain(MAX_CHAIN - 1, "数{0} + 数{0}"), RULES)).lookup("数0")
    evaluation = Evaluation(case_of(chain(MAX_CHAIN + 1, "数{0}"), RULES))
    assert figure(evaluation, "数0").obstacle is not None
    (found,) = evaluation.findings
    assert (found.code, str(found.place)) == ("C113", f"项目.yaml:{MAX_CHAIN + 2}:{len(str(MAX_CHAIN)) + 7}")


def test_a_short_chain_of_long_formulas_is_a_finding_too() -> None:
    evaluation = Evaluation(case_of(chain(MAX_CHAIN - 1, "数{0}" + "+1" * (MAX_DEPTH - 5)), RULES))
    assert figure(evaluation, "数0").obstacle is not None
    assert {found.code for found in evaluation.findings} <= {"C112", "C113"}
    assert evaluation.findings
