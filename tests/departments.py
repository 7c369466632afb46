"""A small department on whose report no check finds anything, and what the checks find when it is changed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from jixiao.checks.registry import run_checks
from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.formats.format import Format
from jixiao.formats.merge import merged
from jixiao.formats.rules import FormatRules
from jixiao.kernel.finding import Finding
from jixiao.ledger.ledger import Ledger
from jixiao.model.unit import UnitYear
from tests.cases import bound, format_of
from tests.checking import changed

FIGURES = Path(__file__).parents[1] / "templates" / "common" / "部门" / "部门规则.yaml"
UNIT = """
单位: {名称: 某中心, 主管部门: 某省政府}
报告: [{名称: 部门自评, 格式: 测试, 报告时间: 2023-06}]
"""
DEPARTMENT = """
部门:
  人员情况:
    编制数: 90
    在职人数: 84
    退休人数: 31
    上年末在职人数: 80
    人员变动:
    - {名称: 招考录用, 在职增减: 6}
    - {名称: 在职转退休, 在职增减: -2, 退休增减: 2}
  预算收入:
    一般公共预算拨款: {年初预算数: 620}
    上年结转: {年初预算数: 80}
  预算调整:
  - {名称: 追加工资, 类别: 人员经费, 金额: 30}
  - {名称: 平台扩容, 类别: 平台运维, 金额: 170}
  经费调剂:
  - {转出: 公用经费, 转入: 平台运维, 金额: 10}
  基本支出:
    人员经费: {年初预算数: 250, 全年执行数: 275.5}
    公用经费:
      年初预算数: 50
      全年执行数: 38.25
      办公经费: {年初预算数: 20, 全年执行数: 15.2}
      会议费培训费: {年初预算数: 5, 全年执行数: 3.1}
  项目支出:
    类别:
    - {名称: 业务工作经费, 上年决算数: 90}
    - {名称: 运行维护经费, 上年决算数: 260}
  经济分类:
  - {名称: 工资福利支出, 全年执行数: 270}
  - {名称: 商品和服务支出, 全年执行数: 500.75}
  - {名称: 对个人和家庭的补助, 全年执行数: 5.5}
  - {名称: 资本性支出, 全年执行数: 101}
  三公经费:
    公务用车: {运行维护费: {上年决算数: 19, 年初预算数: 35, 全年执行数: 18.5}}
    因公出国境: {上年决算数: 0, 年初预算数: 0, 全年执行数: 0}
    公务接待: {上年决算数: 1.2, 年初预算数: 3, 全年执行数: 0.9}
  政府采购: {年初预算数: 120, 全年执行数: 118.5}
"""
PROJECTS = """
项目:
  业务工作:
    支出类别: 业务工作经费
    开始时间: 2022-01
    结束时间: 2022-12
    数据截止日期: 2022-12-31
    资金构成:
    - {名称: 当年财政拨款, 年初预算数: 70, 全年预算数: 70, 全年执行数: 66}
    - {名称: 上年结转资金, 年初预算数: 30, 全年预算数: 30, 全年执行数: 29.5}
    子项目:
    - {名称: 专题调研, 预算安排: 40, 实际支出: 38.5}
    - {名称: 业务培训, 预算安排: 60, 实际支出: 57}
    文字: {年度目标: 完成专题调研。}
  平台运维:
    支出类别: 运行维护经费
    开始时间: 2022-01
    结束时间: 2022-12
    数据截止日期: 2022-12-31
    到位资金: 480
    资金构成:
    - {名称: 当年财政拨款, 年初预算数: 250, 全年预算数: 430, 全年执行数: 420}
    - {名称: 上年结转资金, 年初预算数: 50, 全年预算数: 50, 全年执行数: 48}
    指标文:
    - {文号: 甲〔2022〕1号, 金额: 300, 下达日期: 2022-03-01}
    - {文号: 甲〔2022〕9号, 金额: 180, 下达日期: 2022-08-01}
    子项目:
    - {名称: 云平台, 预算安排: 300, 实际到位: 300, 实际支出: 295}
    - {名称: 安全测评, 预算安排: 180, 实际到位: 180, 实际支出: 173}
    绩效指标:
    - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 租用机柜, 年度指标值: 40个, 实际完成值: 44个, 分值: 90}
    文字: {年度目标: 平台稳定运行。}
"""
DATA = UNIT + DEPARTMENT + PROJECTS
LAST_YEAR = """
单位: {名称: 某中心}
报告: [{名称: 部门自评, 格式: 测试, 报告时间: 2022-06}]
部门:
  人员情况: {编制数: 90, 在职人数: 80, 退休人数: 29}
  预算收入: {一般公共预算拨款: {年初预算数: 690}}
  基本支出:
    人员经费: {年初预算数: 220, 全年执行数: 215}
    公用经费: {年初预算数: 45, 全年执行数: 45}
  项目支出: {类别: [{名称: 业务工作经费}, {名称: 运行维护经费}]}
  三公经费:
    公务用车: {运行维护费: {年初预算数: 35, 全年执行数: 19}}
    因公出国境: {年初预算数: 0, 全年执行数: 0}
    公务接待: {年初预算数: 3, 全年执行数: 1.2}
项目:
  业务工作:
    支出类别: 业务工作经费
    开始时间: 2021-01
    结束时间: 2021-12
    数据截止日期: 2021-12-31
    资金构成: [{名称: 当年财政拨款, 年初预算数: 100, 全年预算数: 100, 全年执行数: 90}]
  平台运维:
    支出类别: 运行维护经费
    开始时间: 2021-01
    结束时间: 2021-12
    数据截止日期: 2021-12-31
    资金构成: [{名称: 当年财政拨款, 年初预算数: 325, 全年预算数: 325, 全年执行数: 260}]
"""
RULES = """
阈值: {执行率说明: 90%, 超额说明: 130%}
指标:
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%"}
"""


@cache
def _figures() -> FormatRules:
    return bound(FIGURES.read_text(encoding="utf-8"), FIGURES.name, FormatRules)


def department_format(rules: str = RULES) -> Format:
    """A format with the figures that all department reports share, and these rules."""
    own = format_of(rules)
    return replace(own, rules=merged(_figures(), own.rules))


def case_of(data: str = DATA, rules: str = RULES, last_year: str = "") -> Case:
    """The report of a department with these data, and those of the year before if they are at hand."""
    now = replace(_unit_year(data, "单位.yaml"), year=2022)
    before = replace(_unit_year(last_year, "上年.yaml"), year=2021) if last_year else None
    return Case(now, now.reports[0], None, department_format(rules), before)


def _unit_year(data: str, file: str) -> UnitYear:
    unit_year = bound(data, file, UnitYear)
    projects = {key: replace(project, key=key) for key, project in unit_year.projects.items()}
    return replace(unit_year, projects=projects)


def findings(data: str = DATA, rules: str = RULES, last_year: str = "") -> list[Finding]:
    """What the checks find on such a report."""
    case = case_of(data, rules, last_year)
    exact = Evaluation(case)
    ledger = Ledger(case, exact)
    found = run_checks(exact, ledger)
    assert exact.findings == [], exact.findings
    return found


def found_after(*changes: tuple[str, str], last_year: str = "") -> list[Finding]:
    """What the checks find when something is changed in the data."""
    return findings(changed(DATA, *changes), last_year=last_year)


def told(*changes: tuple[str, str], last_year: str = "") -> list[tuple[str, str, str, str]]:
    """Code, name, expected and actual of each finding."""
    found = found_after(*changes, last_year=last_year)
    return [(each.code, dict(each.fields).get("name", ""), each.expected, each.actual) for each in found]
