"""A small report on which no check finds anything, and what the checks find when it is changed."""

from __future__ import annotations

from jixiao.checks.registry import run_checks
from jixiao.compute.evaluation import Evaluation
from jixiao.kernel.finding import Finding
from jixiao.ledger.ledger import Ledger
from tests.cases import UNIT, case_of

DATA = """
资金来源: 州财政
子项目:
- {名称: 宣传推广, 预算安排: 80, 实际到位: 80, 实际支出: 78.5}
- {名称: 平台升级, 预算安排: 200, 实际到位: 200, 实际支出: 195.75}
指标文:
- {文号: 甲〔2022〕1号, 金额: 280, 下达日期: 2022-03-01}
事实:
  共享单位: 48个
  巡查: 1000余次
  满意度: 96.67%
  有效问卷: 30份
文字:
  总目标: 实现共享单位{{ 共享单位 }}。
绩效指标:
- 一级指标: 产出指标
  二级指标: 数量指标
  三级指标: 数据共享单位
  年度指标值: 48个
  实际完成值: =共享单位
  分值: 60
- 一级指标: 效益指标
  二级指标: 社会效益指标
  三级指标: 方便群众
  年度指标值: 定性
  实际完成值: 更加方便
  分值: 20
  得分: 20
- 一级指标: 满意度指标
  二级指标: 服务对象满意度指标
  三级指标: 群众满意度
  年度指标值: ≥95%
  实际完成值: =满意度
  分值: 10
"""
RULES = """
评分:
  执行: {分值: 10, 方法: 比例}
  满分: 100
  等级: [{名称: 优, 起: 90}, {名称: 良, 起: 80}, {名称: 差, 起: 0}]
一级指标: [{名称: 产出指标, 分值: 60}, {名称: 效益指标, 分值: 20}, {名称: 满意度指标, 分值: 10}]
阈值: {执行率说明: 90%, 超额说明: 130%}
必填文字: [总目标]
指标:
- {名称: 全年预算数, 公式: sum(子项目.预算安排)}
- {名称: 到位资金, 公式: sum(指标文.金额)}
- {名称: 全年执行数, 公式: sum(子项目.实际支出)}
- {名称: 结转结余, 公式: 到位资金 - 全年执行数}
- {名称: 资金到位率, 公式: 到位资金 / 全年预算数, 单位: "%"}
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%"}
- {名称: 预算执行率, 对象: 子项目, 公式: 实际支出 / 预算安排, 单位: "%"}
- {名称: 执行得分}
- {名称: 总分}
- {名称: 分值合计, 对象: 一级指标, 公式: sum((绩效指标|where(一级指标=名称)).分值), 单位: 分}
- {名称: 指标得分, 公式: sum(绩效指标.得分), 单位: 分}
"""


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with each old part, which must be there, replaced."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def findings(data: str = DATA, rules: str = RULES, unit: str = UNIT) -> list[Finding]:
    """What the checks find on a report with these data, in a format with these rules."""
    case = case_of(data, rules, unit)
    exact = Evaluation(case)
    ledger = Ledger(case, exact)
    found = run_checks(exact, ledger)
    assert exact.findings == [], exact.findings
    return found


def found_after(*changes: tuple[str, str], rules: str = RULES) -> list[Finding]:
    """What the checks find when something is changed in the data."""
    return findings(changed(DATA, *changes), rules)


def sides(found: list[Finding]) -> list[tuple[str, str, str]]:
    """Code, expected and actual of each finding."""
    return [(finding.code, finding.expected, finding.actual) for finding in found]
