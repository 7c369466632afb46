"""The forms of 岳阳's department report, cell by cell, on the example of 临湘.

They are the published ones (J1–J7) but for what was left over in those: rows “2、二级机构1” and “3、二级机构2” of
institutions that do not exist, instructions in a cell, two indicators in one row, “指标1：”. The tables of the three
public expenses and of the assets got a title with their unit.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.locate import templates_dir
from jixiao.pipeline import draw, examine
from tests.test_forms_grid import grid

DATA = Path(__file__).parent.parent / "data_examples"
PROFILE = """\
一、部门（单位）基本概况
联系人 | · | 联络电话 | ·
人员编制 | 22 | 实有人数 | 22
职能职责概述 | （一）统筹推进数字临湘、数…、市政府交办的其他任务。×3
年度主要工作内容 | 任务1：推动数字化转型和智…后监督，提升群众满意度。×3
年度部门（单位）总体运行情况及取得的成绩 | 智慧政务中心共5层，面积1…升级，营商环境得到优化。×3"""
INSTITUTIONS = """\
二、部门（单位）收支情况
年度收入情况（万元）
机构名称 | 收入合计 | 其中：×5
↑ | ↑ | 上年结转 | 公共财政拨款 | 政府基金拨款 | 纳入专户管理的非税收入拨款 | 其他收入
局机关及二级机构汇总 | 1574.84 | · | 1499.07 | · | · | 75.77
1、局机关 | 1574.84 | · | 1499.07 | · | · | 75.77
2、二级机构（无） | · | · | · | · | · | ·
部门（单位）年度支出和结余情况（万元）
机构名称 | 支出合计 | 其中：×4 | 结余×2
↑ | ↑ | 基本支出 | 其中：×2 | 项目支出 | 当年结余 | 累计结余
↑ | ↑ | ↑ | 人员支出 | 公用支出 | ↑ | ↑ | ↑
局机关及二级机构汇总 | 1574.84 | 293.05 | 224.32 | 68.73 | 1281.79 | 0 | ·
1、局机关 | 1574.84 | 293.05 | 224.32 | 68.73 | 1281.79 | 0 | ·
2、二级机构（无） | · | · | · | · | · | · | ·
“三公”经费支出情况（万元）
机构名称 | 三公经费合计 | 其中：×4
↑ | ↑ | 公务接待费 | 公务用车运维费 | 公务用车购置费 | 因公出国费
局机关及二级机构汇总 | 6.5 | 6.5 | 0 | 0 | 0
1、局机关 | 6.5 | 6.5 | 0 | 0 | 0
2、二级机构（无） | · | · | · | · | ·
固定资产情况（万元）
机构名称 | 固定资产合计 | 其中：×2 | 其他
↑ | ↑ | 在用固定资产 | 出租固定资产 | ↑
局机关及二级机构汇总 | 136.54 | 136.54 | · | ·
1、局机关 | 136.54 | 136.54 | · | ·
2、二级机构（无） | · | · | · | ·"""
GOALS = """\
三、部门（单位）整体支出绩效自评情况
整体支出绩效定性目标及实施计划完成情况 | 预期目标 | 实际完成
↑ | 目标一：数字化转型和智慧审…化，群众满意度得到提升。 | 数字化平台统一运维方面，2…收到群众实名感谢信9封。
整体支出绩效定量目标及实施计划完成情况 | 评价内容×2 | 绩效目标×2 | 完成情况
↑ | 产出目标 | 质量指标 | 审批合规率：100%×2 | 100%
↑ | ↑ | ↑ | 材料一次性通过率：100%×2 | 100%
↑ | ↑ | 数量指标 | 全年办件总量：≥10000件×2 | 10000余件
↑ | ↑ | ↑ | 配置审批账号：101个×2 | 101个
↑ | ↑ | 时效指标 | 法定时限内办结率：100%×2 | 100%
↑ | ↑ | ↑ | 企业开办全流程时效：推行一窗通取×2 | 已推行一窗通取
↑ | ↑ | 成本指标 | 人均审批效能：≥217件×2 | 217件以上
↑ | ↑ | ↑ | 政务系统运维成本：不超过预算总额的21.8%×2 | 控制在预算总额的21.8%以内
↑ | 效益目标 | 社会效益 | 新登记市场主体增长率：≥10%×2 | 10%
↑ | ↑ | ↑ | 民生事项一件事办理覆盖率：100%×2 | 100%
↑ | ↑ | 经济效益 | 企业开办成本下降率：100%×2 | 100%
↑ | ↑ | ↑ | 带动就业人员：≥300人×2 | 300人以上
↑ | ↑ | 生态效益 | 无纸化审批覆盖率（电子证照、电子印章）：100%×2 | 100%
↑ | ↑ | ↑ | 绿色审批标准：建立重大项目生态影响评估机制×2 | 评估机制已建立
↑ | ↑ | 社会公众或服务对象满意度 | 窗口服务按月满意度：100%×2 | 100%
绩效自评综合得分×3 | 100×3
评价等次×3 | 优×3"""
EVALUATORS = """\
四、评价人员
姓名×2 | 职务/职称 | 单位 | 签字
×2 | 副局长 | 临湘市数据局 | ·
×2 | 办公室主任 | 临湘市数据局 | ·
×2 | 政务公开和政务服务股股长 | 临湘市数据局 | ·
×2 | · | · | ·
评价组组长（签字）： 　　年　　月　　日×5
部门（单位）意见：部门（单位）负责人（签章）： 　　年　　月　　日×5
财政部门归口业务科室意见：财政部门归口业务科室负责人（签章）： 　　年　　月　　日×5
填报人（签名）： 联系电话："""
LONG, HEAD, TAIL = 80, 13, 12


@pytest.fixture(scope="module")
def printed() -> str:
    """The document's lines, of long cells only how they begin and end."""
    examination = examine(DATA, templates_dir(), "linxiang", 2024)
    (report,) = (each for each in examination.reports if each.case.report_name == "部门整体自评")
    lines = grid(draw(examination.loaded, report).data).splitlines()
    return "\n".join(" | ".join(map(shortened, line.split(" | "))) for line in lines)


def shortened(cell: str) -> str:
    words, _, columns = cell.partition("×")
    short = f"{words[:HEAD]}…{words[-TAIL:]}" if len(words) > LONG else words
    return f"{short}×{columns}" if columns else short


@pytest.mark.parametrize("form", [PROFILE, INSTITUTIONS, GOALS, EVALUATORS], ids=["J1", "J2–J5", "J6", "J7"])
def test_a_form_cell_by_cell(printed: str, form: str) -> None:
    start = printed.index(form.partition("\n")[0])
    assert printed[start : start + len(form)] == form
    assert printed[start + len(form) + 1] in "二三四五"
