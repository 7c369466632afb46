"""The figures of templates/common, every standard indicator among them, on a department of round numbers."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.expr.expression import expression
from jixiao.expr.functions import Items
from jixiao.formats.load_format import load_format, read_rules
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from jixiao.locate import templates_dir
from jixiao.model.unit import UnitYear
from tests.cases import bound

DATA = """
单位: {名称: 某中心}
报告: [{名称: 部门自评, 格式: 测试, 报告时间: 2024-05}]
部门:
  人员情况: {编制数: 80, 在职人数: 76}
  预算收入: {一般公共预算拨款: {年初预算数: 180}, 上年结转: {年初预算数: 20}}
  预算调整: [{名称: 增资, 类别: 人员经费, 金额: 10}, {名称: 新项目, 类别: 运维, 金额: 40}]
  经费调剂: [{转出: 公用经费, 转入: 项目支出, 金额: 5}]
  基本支出: {人员经费: {年初预算数: 90, 全年执行数: 95}, 公用经费: {上年决算数: 45, 年初预算数: 45, 全年执行数: 36}}
  项目支出: {类别: [{名称: 运行维护, 上年决算数: 60}]}
  三公经费:
    公务接待: {上年决算数: 8, 上年预算数: 10, 年初预算数: 12, 全年执行数: 6}
    公务用车: {购置费: {全年执行数: 1}, 运行维护费: {上年决算数: 2, 上年预算数: 10, 年初预算数: 4, 全年执行数: 1}}
  政府采购: {年初预算数: 50, 全年执行数: 40}
  楼堂馆所: [{名称: 业务用房, 批复规模: 1000, 实际规模: 1100, 预算投资: 200, 实际投资: 150}]
  事实:
    {重点项目支出: 51万元, 实际支付进度: 60%, 既定支付进度: 80%, 在用固定资产: 90万元, 全部固定资产: 120万元,
     实际完成工作数: 9项, 计划工作数: 10项, 质量达标工作数: 6项, 及时完成工作数: 8项,
     办结重点工作数: 7项, 交办重点工作数: 8项, 一至六月执行数: 50万元}
项目:
  运维:
    支出类别: 运行维护
    开始时间: 2023-01
    结束时间: 2023-12
    数据截止日期: 2023-12-31
    到位资金: 99
    资金构成: [{名称: 当年财政拨款, 年初预算数: 65, 全年预算数: 110, 全年执行数: 68}]
    用途分类: [{名称: 租赁}, {名称: 服务}]
    子项目:
    - {名称: 机房, 用途: 租赁, 预算安排: 80, 实际支出: 51}
    - {名称: 测评, 用途: 服务, 预算安排: 30, 实际支出: 17}
    事实:
      {质量达标产出数: 3个, 实际产出数: 4个, 计划完成天数: 100天, 实际完成天数: 90天, 计划成本: 68万元,
      实际成本: 51万元, 实际完成工作数: 9项, 计划工作数: 10项, 一至六月执行数: 13万元}
"""
DEPARTMENT = """
在职人员控制率 95.00% 三公经费变动率 -20.00% 三公经费预算变动率 -20.00% 三公经费控制率 50.00%
公用经费控制率 90.00% 人员经费控制率 95.00% 项目经费控制率 61.82% 基本支出执行率 93.57% 预算完成率 79.60%
年初预算完成率 99.50% 预算调整率 25.00% 结转结余率 20.40% 结转结余变动率 155.00% 政府采购执行率 80.00%
重点支出安排率 75.00% 支付进度率 75.00% 固定资产利用率 75.00% 实际完成率 90.00% 质量达标率 66.67%
完成及时率 80.00% 重点工作办结率 87.50% 半年执行率 25.00% 年初预算数 200万元 预算调整数 50万元
全年预算数 250万元 全年执行数 199万元 追加基本支出 10万元 追加项目支出 40万元 基本支出.年初预算数 135万元
基本支出.全年预算数 140万元 基本支出.全年执行数 131万元 基本支出.上年决算数 无
基本支出.人员经费.全年预算数 100万元 基本支出.公用经费.全年预算数 40万元 基本支出.公用经费.较上年增减率 -20.00%
项目支出.年初预算数 65万元 项目支出.全年预算数 110万元 项目支出.全年执行数 68万元 项目支出.上年决算数 60万元
sum(项目支出.类别.全年执行数) 68万元 三公经费.年初预算数 16万元 三公经费.全年执行数 8万元
三公经费.公务用车.全年执行数 2万元 三公经费.预算结余 8万元 三公经费.因公出国境.预算结余 无
sum(楼堂馆所.规模控制率) 110.00% sum(楼堂馆所.投资概算控制率) 75.00% 基本支出占比 65.83% 项目支出占比 34.17%
"""
PROJECT = """
质量达标率 75.00% 完成及时率 10.00% 成本节约率 25.00% 资金到位率 90.00% 半年执行率 20.00% 实际完成率 90.00%
占项目支出 100.00% sum((用途分类|where(名称="租赁")).实际支出) 51万元
sum((用途分类|where(名称="租赁")).用途占比) 75.00% sum((子项目|where(名称="机房")).预算执行率) 63.75%
预算执行率 61.82%
"""
SPARE = [
    str(rule.name)
    for rule in read_rules(templates_dir() / "common" / "标准指标.yaml", "标准指标.yaml")[0].figures
    if rule.is_spare
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return _ledger(tmp_path_factory.mktemp("templates"), DATA, SPARE)


def _ledger(root: Path, data: str, spare: Sequence[str] = ()) -> Ledger:
    (root / "common").symlink_to(templates_dir() / "common")
    edition = root / "测试" / "2023"
    edition.mkdir(parents=True)
    selected = f"选用指标: [{', '.join(dict.fromkeys(spare))}]"
    rules = f"继承: [common, common/部门]\n{selected}\n"
    (edition / "格式.yaml").write_text(rules, encoding="utf-8")
    loaded = load_format(root, "测试", 2023)
    assert loaded.findings == []
    assert loaded.format
    unit_year = replace(bound(data, "单位.yaml", UnitYear), year=2023)
    projects = {key: replace(project, key=key) for key, project in unit_year.projects.items()}
    case = Case(replace(unit_year, projects=projects), unit_year.reports[0], None, loaded.format)
    exact = Evaluation(case)
    ledger = Ledger(case, exact)
    assert exact.findings == []
    return ledger


def pairs(table: str) -> list[tuple[str, str]]:
    words = table.split()
    return [(name, "" if shown == "无" else shown) for name, shown in zip(words[::2], words[1::2], strict=True)]


@pytest.mark.parametrize(("text", "shown"), pairs(DEPARTMENT))
def test_a_figure_of_a_department(ledger: Ledger, text: str, shown: str) -> None:
    assert ledger.printed(expression(text).evaluate(ledger.scope), Display.TEXT).text == shown


@pytest.mark.parametrize(("text", "shown"), pairs(PROJECT))
def test_a_figure_of_a_project_in_it(ledger: Ledger, text: str, shown: str) -> None:
    (part,) = ledger.printed_figures.parts
    assert ledger.printed(expression(text).evaluate(part.root.scope), Display.TEXT).text == shown


def test_no_standard_indicator_goes_untested() -> None:
    tested = {name.rpartition(".")[2].rstrip(")") for name, _ in [*pairs(DEPARTMENT), *pairs(PROJECT)]}
    assert set(SPARE) - tested == {"预算安排"}


WITH_INSTITUTIONS = """
单位: {名称: 甲局}
报告: [{名称: 部门整体自评, 格式: 测试, 报告时间: 2024-05}]
部门:
  预算收入: {其他资金: {年初预算数: 0}}
  机构:
  - {名称: 局机关, 公共财政拨款: 100, 其他收入: 20, 人员支出: 60, 公用支出: 15, 项目支出: 40,
     公务接待费: 2, 在用固定资产: 30}
  - {名称: 信息中心, 公共财政拨款: 50, 人员支出: 20, 公用支出: 5, 项目支出: 25, 公务接待费: 1, 出租固定资产: 7}
  资产: {截止日期: 2023-12-31, 固定资产原值: 50, 固定资产累计折旧: 13, 无形资产净值: 63, 负债合计: 0}
  上年执行数: 150
项目:
  运维:
    开始时间: 2023-01
    结束时间: 2023-12
    数据截止日期: 2023-12-31
    资金构成: [{名称: 当年财政拨款, 全年执行数: 50}, {名称: 其他资金, 全年执行数: 15}]
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    pairs(
        """
        机构.收入合计 120万元、50万元 机构.支出合计 115万元、50万元 机构.当年结余 5万元、0万元
        机构.三公经费合计 2万元、1万元
        预算收入.全年执行数 170万元 基本支出.全年执行数 100万元 三公经费.全年执行数 3万元 资产.固定资产合计 37万元
        资产.固定资产净值 37万元 资产.资产合计 100万元 资产.无形资产占比 63.00% 项目支出.财政拨款支出 50万元
        基本支出.其他资金支出 5万元 基本支出.财政拨款支出 95万元 较上年增减额 15万元 较上年增减率 10.00%
        """
    ),
)
def test_a_figure_of_a_department_with_institutions(tmp_path: Path, text: str, shown: str) -> None:
    ledger = _ledger(tmp_path, WITH_INSTITUTIONS)
    found = expression(text).evaluate(ledger.scope)
    values = found if isinstance(found, Items) else [found]
    assert "、".join(ledger.printed(each, Display.TEXT).text for each in values) == shown
