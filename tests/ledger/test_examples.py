"""Examples of names: what a report prints, else a value of the kind."""

from __future__ import annotations

import pytest

from jixiao.compute.evaluation import Evaluation
from jixiao.compute.names import names_of
from jixiao.ledger.examples import Example, example
from jixiao.ledger.ledger import Ledger
from tests.cases import case_of

RULES = """
显示: {正文: {金额: 两位, 单位: 是, 千分位: 是}}
评价对象: 项目
指标: [{名称: 结余, 公式: 到位资金 - 全年执行数, 单位: 万元}, {名称: 进度, 公式: 全年执行数 / 到位资金, 单位: "%"}]
选项: {栏名: 得分}
必填文字: [总目标]
"""
DATA = """
到位资金: 1200
全年执行数: 800
子项目: [{名称: 甲, 预算安排: 5, 实际支出: 5}, {名称: 乙, 预算安排: 6, 实际到位: 7, 实际支出: 6}]
文字: {总目标: "资金{{ 到位资金 }}。\\n\\n第二段。"}
"""
EMPTY = "名称: 某项目"


@pytest.mark.parametrize(
    ("data", "path", "shown"),
    [
        (DATA, "结余", Example("400.00万元", True)),
        (DATA, "进度", Example("66.67%", True)),
        (DATA, "项.实际到位", Example("7.00万元", True)),
        (DATA, "文字.总目标", Example("资金1,200.00万元。", True)),
        (DATA, "年度", Example("2022", True)),
        (DATA, "栏名", Example("得分", True)),
        (DATA, "项目.名称", Example("", False)),
        (EMPTY, "项目.名称", Example("某项目", True)),
        (EMPTY, "结余", Example("12.00万元", False)),
        (EMPTY, "进度", Example("12.00%", False)),
        (EMPTY, "项.实际到位", Example("12.00万元", False)),
        (EMPTY, "项.分值", Example("12", False)),
        (EMPTY, "文字.总目标", Example("一段或几段文字", False)),
        (EMPTY, "项.下达日期", Example("2022年12月31日", False)),
        (EMPTY, "资金来源", Example("文字", False)),
    ],
)
def test_a_name_prints_as_in_the_report_or_like_its_kind(data: str, path: str, shown: Example) -> None:
    case = case_of(data, RULES)
    ledger = Ledger(case, Evaluation(case))
    groups = names_of(case.format, ledger.printed_figures)
    name = next(name for group in groups for name in group.names if name.path == path)
    assert example(name, ledger) == shown
