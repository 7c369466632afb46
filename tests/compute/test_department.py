"""A department's report: its own figures, and those of its projects within it."""

from dataclasses import replace

import pytest

from jixiao.checks.registry import run_checks
from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.expr.expression import expression
from jixiao.expr.figure import Figure
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from jixiao.model.staged import NOWHERE
from jixiao.model.unit import UnitYear
from tests.cases import bound, format_of

DATA = """
单位: {名称: 某中心}
报告: [{名称: 部门自评, 格式: 测试, 报告时间: 2024-05}]
事实: {市州: 14个}
部门:
  人员情况: {编制数: 88, 在职人数: 79人}
  内设机构: [综合部, 人事部]
  预算调整: [{名称: 压减公用经费, 类别: 公用经费, 金额: -5}]
  基本支出:
    人员经费: {年初预算数: 100, 全年执行数: 90}
    公用经费: {年初预算数: 50, 全年执行数: 40, 办公经费: {全年执行数: 30}}
  三公经费:
    公务用车: {运行维护费: {年初预算数: 35, 全年执行数: 25.82}}
    公务接待: {年初预算数: 16, 全年执行数: 0.92}
  经济分类: [{名称: 工资福利支出, 全年执行数: 90}, {名称: 商品和服务支出, 全年执行数: 70}]
  事实: {省直单位: 101家}
项目:
  业务工作经费:
    支出类别: 业务
    开始时间: 2023-01
    结束时间: 2023-12
    数据截止日期: 2023-12-31
    事实: {机柜: 344个}
    文字: {偏离原因: "机柜{{ 机柜 }}"}
    说明: {预算执行率: "机柜{{ 机柜 }}未到货。"}
    绩效指标: [{一级指标: 产出, 二级指标: 数量, 三级指标: 租用机柜, 年度指标值: ≥350个, 实际完成值: =机柜, 分值: 9}]
    资金构成: [{名称: 上年结转资金, 全年预算数: 20, 全年执行数: 10}]
  其他运转类:
    支出类别: 运维
    绩效指标: [{一级指标: 产出, 二级指标: 数量, 三级指标: 巡检, 年度指标值: 3次, 实际完成值: 4次, 分值: 9}]
    开始时间: 2023-01
    结束时间: 2023-12
    数据截止日期: 2023-12-31
    资金构成: [{名称: 上年结转资金, 全年预算数: 30, 全年执行数: 20}]
"""
RULES = """
阈值: {执行率说明: 60%, 超额说明: 130%}
评分: {等级: [{名称: 优, 起: 90}, {名称: 良, 起: 0}]}
指标:
- {名称: 分数线, 对象: 各等级, 公式: 'number("90分") if 名称 == "优" else number("0分")'}
- {名称: 全年执行数, 对象: 项目, 公式: sum(资金构成.全年执行数)}
- {名称: 全年预算数, 对象: 项目, 公式: sum(资金构成.全年预算数)}
- {名称: 全年执行数, 对象: 部门, 公式: 基本支出.全年执行数 + sum(各项目.全年执行数)}
- {名称: 全年执行数, 对象: 基本支出, 公式: 人员经费.全年执行数 + 公用经费.全年执行数}
- {名称: 全年执行数, 对象: 三公经费, 公式: 公务用车.全年执行数 + 因公出国境.全年执行数 + 公务接待.全年执行数}
- {名称: 全年执行数, 对象: 公务用车, 公式: 购置费.全年执行数 + 运行维护费.全年执行数}
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数 if 全年预算数 else none, 单位: "%", 对象: 项目, 小数: 0}
- {名称: 比年初少, 对象: 经费, 公式: 年初预算数 - 全年执行数 if 年初预算数 else none}
- {名称: 占支出, 公式: 全年执行数 / 部门.全年执行数, 单位: "%", 对象: 项目}
- {名称: 在职人员控制率, 对象: 部门, 公式: 人员情况.在职人数 / 人员情况.编制数, 单位: "%"}
检查:
- {编号: BM01, 对象: 项目, 条件: 全年执行数 < number("15万元"), 说明: "{{ 项目.支出类别 }}超支", 强度: 提示}
- {编号: BM02, 对象: 经费, 数字: 全年执行数, 条件: 全年执行数 < number("80万元"), 说明: 超过80万元, 强度: 提示}
- {编号: BM03, 对象: 部门, 条件: count(各项目) == 2, 说明: 项目数不对}
"""


def year_of(data: str, year: int) -> UnitYear:
    return replace(bound(data, f"{year}.yaml", UnitYear), year=year)


def case_of(before: str = "") -> Case:
    unit_year = year_of(DATA, 2023)
    return Case(unit_year, unit_year.reports[0], None, format_of(RULES), year_of(before, 2022) if before else None)


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(case_of(), Evaluation(case_of()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("全年执行数", "160万元"),
        ("部门.全年执行数", "160万元"),
        ("主体.全年执行数", "160万元"),
        ("三公经费.全年执行数", "26.74万元"),
        ("三公经费.公务用车.运行维护费.比年初少", "9.18万元"),
        ("三公经费.因公出国境.比年初少", ""),
        ("基本支出.公用经费.办公经费.全年执行数", "30万元"),
        ("sum(各项目.全年执行数)", "30万元"),
        ('sum((各项目|where(支出类别="运维")).占支出)', "12.50%"),
        ('(各项目|where(支出类别="业务")).机柜', "344个"),
        ('(各项目|where(支出类别="业务")).文字.偏离原因', "机柜344个"),
        ('(各项目|where(支出类别="业务")).说明.预算执行率', "机柜344个未到货。"),
        ('(各项目|where(支出类别="运维")).说明.预算执行率', ""),
        ("各项目|where('说明.预算执行率')", "业务工作经费"),
        ("各项目|where('预算执行率 < 阈值.执行率说明')", "业务工作经费"),
        ("阈值.超额说明", "130%"),
        ("各等级", "优、良"),
        ("各等级.分数线", "90、0"),
        ("各项目", "业务工作经费、其他运转类"),
        ("各指标.三级指标", "租用机柜、巡检"),
        ('各指标|where("完成率 < 100%")', "租用机柜"),
        ('(各指标|where("完成率 < 100%")).项目', "业务工作经费"),
        ("(各指标|where(\"完成率 >= 130% and 项目.支出类别 == '运维'\")).完成率", "133.33%"),
        ("avg(各项目.全年执行数)", "15万元"),
        ("内设机构", "综合部、人事部"),
        ("count(内设机构)", "2"),
        ("在职人员控制率", "89.77%"),
        ("省直单位", "101家"),
        ("市州", "14个"),
        ("单位.简称", "某中心"),
    ],
)
def test_names_of_a_department(ledger: Ledger, text: str, shown: str) -> None:
    assert ledger.printed(expression(text).evaluate(ledger.scope), Display.TEXT).text == shown


def test_names_within_a_project_are_its_own_then_the_units(ledger: Ledger) -> None:
    first = ledger.printed_figures.parts[0]
    texts = ("项目.名称", "主体.全年执行数", "预算执行率", "机柜", "市州", "部门.全年执行数", "count(各项目)")
    shown = [ledger.printed(expression(text).evaluate(first.root.scope), Display.TEXT).text for text in texts]
    assert shown == ["", "10万元", "50%", "344个", "14个", "160万元", "2"]


def test_every_figure_of_the_department_and_its_projects_is_listed_once(ledger: Ledger) -> None:
    figures = ledger.exact.all_figures()
    names = [str(identity) for identity in figures]
    assert len(names) == len(set(names))
    assert "部门自评/三公经费.公务用车.运行维护费/全年执行数" in names
    assert "部门自评/其他运转类/资金构成/上年结转资金/全年预算数" in names
    assert "部门自评/其他运转类/全年执行数" in names
    assert all(isinstance(figure, Figure) for figure in figures.values())
    assert list(figures) == list(ledger.printed_figures.all_figures())


def test_checks_are_of_the_department_of_projects_or_of_any_money(ledger: Ledger) -> None:
    found = [finding for finding in run_checks(ledger.exact, ledger) if finding.code.startswith("BM")]
    assert [(finding.code, dict(finding.fields)["message"]) for finding in found] == [
        ("BM02", "超过80万元"),
        ("BM02", "超过80万元"),
        ("BM02", "超过80万元"),
        ("BM01", "运维超支"),
    ]


def test_a_budget_may_be_cut_and_findings_name_places_that_exist(ledger: Ledger) -> None:
    found = run_checks(ledger.exact, ledger)
    assert "K104" not in {finding.code for finding in found}
    places = [place for finding in found for place in finding.related]
    assert places
    assert NOWHERE not in places


BEFORE = """
单位: {名称: 某中心}
报告: [{名称: 部门自评, 格式: 测试, 报告时间: 2023-05}]
部门:
  人员情况: {编制数: 88, 在职人数: 75人}
  基本支出: {公用经费: {全年执行数: 40.228}}
  三公经费: {公务用车: {运行维护费: {年初预算数: 36, 全年执行数: 19.16}}}
  经济分类: [{名称: 工资福利支出, 全年执行数: 80}]
"""


def test_last_year_is_taken_from_last_years_data() -> None:
    evaluation = Evaluation(case_of(BEFORE))
    taken = {
        "三公经费.公务用车.运行维护费.上年决算数": "191600.00",
        "三公经费.公务用车.运行维护费.上年预算数": "360000",
        "基本支出.公用经费.上年决算数": "402280.000",
        "人员情况.上年末在职人数": "75",
        'sum((经济分类|where(名称="工资福利支出")).上年决算数)': "800000",
        "三公经费.公务接待.上年决算数": None,
    }
    found = {text: expression(text).evaluate(evaluation.root.scope) for text in taken}
    assert {text: str(each.value) if each.value is not None else None for text, each in found.items()} == taken  # type: ignore[attr-defined]
    running = found["三公经费.公务用车.运行维护费.上年决算数"]
    assert isinstance(running, Figure)
    assert (running.formula, str(running.place)) == ("2022年全年执行数", "2022.yaml:7:43")
