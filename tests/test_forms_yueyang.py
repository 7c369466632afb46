"""The forms of a report that is a form with a text, cell by cell: those of 岳阳, and what 湘西 has of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_grid import document, grid, pages

LEVELS, VOUCHERS = "common/表单/资金分级表.docx", "common/表单/会计凭证表.docx"
GOALS, EVALUATORS = "common/表单/定性定量目标表.docx", "common/表单/评价人员.docx"
RULES = """
名称: 测试
版本: "1"
继承: [common, common/项目]
显示: {表单: {金额: 去零}}
一级指标: [{名称: 产出指标, 分值: 90}]
名单: {资金级次: [中央财政, 县市区财政, 其它], 签字人: [%SIGNERS], 意见栏: [%OPINIONS]}
选项: {%OPTIONS}
必填文字: [年度目标, 年度完成情况]
大纲: [{类型: 表单, 文件: %FORM}]
"""
SIGNERS, OPINIONS = "评价组组长（签字）", "项目单位, 主管部门"
DATA = """
单位: {名称: 某局, 地址: 某路333号}
报告: [{名称: 项目自评, 格式: 测试, 报告时间: 2025-06}]
项目:
  专项:
    名称: 某专项
    开始时间: 2024-01
    结束时间: 2024-12
    数据截止日期: 2024-12-31
    全年预算数: 1049
    资金分级:
    - {资金级次: 县市区财政, 计划: 1049, 到位: 1266.79, 支出: 1260.5}
    - {资金级次: 其它, 到位: 15, 支出: 15}
    子项目:
    - 名称: 大厅服务
      实际支出: 178.95
      会计凭证: [{月份: 3, 凭证号: 6-10}, {月份: 4, 凭证号: [6, 8, 10-11]}, {月份: 12, 凭证号: [3, 01-25]}]
      备注: 含印刷
    - {名称: 软件维护, 实际支出: 1096.55}
    绩效指标:
    - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 办件, 年度指标值: 9000件, 实际完成值: 10000件, 分值: 50}
    - {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 准确率, 年度指标值: ≥100%, 实际完成值: 100%, 分值: 20}
    - {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 标准, 年度指标值: 建立, 实际完成值: 已建立, 分值: 20, 得分: 20}
    自评结果: {总分: 100, 等级: 优}
    评价人员: [{职务: 副局长, 单位: 某局}, {职务: 主任, 单位: 某局}]
    文字: {年度目标: 目标, 年度完成情况: 完成}
"""


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def rows(
    folder: Path, form: str, options: str = "", *, signers: str = SIGNERS, opinions: str = OPINIONS, data: str = DATA
) -> str:
    rules = RULES.replace("%SIGNERS", signers).replace("%OPINIONS", opinions)
    return grid(document(folder, form, options, project="专项", data=data, rules=rules))


def test_funds_by_level(tmp_path: Path) -> None:
    assert (
        rows(tmp_path, LEVELS)
        == """\
项目负责人×2 | ×2 | 联系电话×2 | ×2
项目地址×2 | 某路333号×2 | 邮编×2 | ×2
项目起止时间×2 | 2024年1月至2024年12月×6
计划安排资金（万元） | 1049 | 实际到位资金（万元） | 1281.79 | 实际支出（万元） | 1275.5 | 结余（万元） | 6.29
其中：中央财政 | · | 其中：中央财政 | · | 其中：中央财政 | · | 其中：中央财政 | ·
县市区财政 | 1049 | 县市区财政 | 1266.79 | 县市区财政 | 1260.5 | 县市区财政 | 6.29
其它 | · | 其它 | 15 | 其它 | 15 | 其它 | 0"""
    )


@pytest.mark.needs("soffice")
def test_amounts_in_narrow_columns_stay_on_one_line(tmp_path: Path) -> None:
    data = DATA.replace("到位: 1266.79, 支出: 1260.5", "到位: 12345.67, 支出: 12345.67")
    rules = RULES.replace("%SIGNERS", SIGNERS).replace("%OPINIONS", OPINIONS)
    (text,) = pages(document(tmp_path, LEVELS, project="专项", data=data, rules=rules), tmp_path)
    assert text.count("12345.67") == 2


def test_funds_by_level_without_what_was_spent(tmp_path: Path) -> None:
    assert (
        rows(tmp_path, LEVELS, "资金支出栏: 否, 地址栏名: 地址, 计划栏名: 计划投资额, 资金分级表标题: 项目基本信息表")
        == """\
项目基本信息表
项目负责人×2 | ×2 | 联系电话×2 | ×2
地址×2 | 某路333号×2 | 邮编×2 | ×2
项目起止时间×2 | 2024年1月至2024年12月×6
计划投资额（万元）×2 | 1049×2 | 实际到位资金（万元）×2 | 1281.79×2
其中：中央财政×2 | ×2 | 其中：中央财政×2 | ×2
县市区财政×2 | 1049×2 | 县市区财政×2 | 1266.79×2
其它×2 | ×2 | 其它×2 | 15×2"""
    )


def test_vouchers_are_listed_by_month_with_ranges_and_single_numbers(tmp_path: Path) -> None:
    assert (
        rows(tmp_path, VOUCHERS)
        == """\
支出内容 | 实际支出数（万元） | 会计凭证号 | 备注
大厅服务 | 178.95 | 3月6-10#4月6#8#10-11#12月3#01-25# | 含印刷
软件维护 | 1096.55 | · | ·
支出合计 | 1275.5 | · | ·"""
    )


def test_goals_of_a_project(tmp_path: Path) -> None:
    assert (
        rows(tmp_path, GOALS)
        == """\
项目绩效定性目标及实施计划完成情况 | 预期目标 | 实际完成
↑ | 目标 | 完成
项目绩效定量目标（指标）及完成情况 | 一级指标 | 二级指标 | 指标内容 | 指标（目标）值 | 实际完成值
↑ | 产出指标 | 数量指标 | 办件 | 9000件 | 10000件
↑ | ↑ | 质量指标 | 准确率 | ≥100% | 100%
↑ | ↑ | ↑ | 标准 | 建立 | 已建立
绩效自评综合得分×3 | 100×3
评价等次×3 | 优×3"""
    )


def test_goals_of_a_department(tmp_path: Path) -> None:
    names = "定性目标栏名: 整体支出绩效定性目标及实施计划完成情况, 定量目标栏名: 整体支出绩效定量目标及实施计划完成情况"
    assert (
        rows(tmp_path, GOALS, f"{names}, 指标值单列: 否")
        == """\
整体支出绩效定性目标及实施计划完成情况 | 预期目标 | 实际完成
↑ | 目标 | 完成
整体支出绩效定量目标及实施计划完成情况 | 评价内容×2 | 绩效目标×2 | 完成情况
↑ | 产出指标 | 数量指标 | 办件：9000件×2 | 10000件
↑ | ↑ | 质量指标 | 准确率：≥100%×2 | 100%
↑ | ↑ | ↑ | 标准：建立×2 | 已建立
绩效自评综合得分×3 | 100×3
评价等次×3 | 优×3"""
    )


DATE = "　　年　　月　　日"


def test_evaluators_with_a_box_for_each_opinion(tmp_path: Path) -> None:
    assert (
        rows(tmp_path, EVALUATORS)
        == f"""\
姓名×2 | 职称/职务 | 单位 | 签字
×2 | 副局长 | 某局 | ·
×2 | 主任 | 某局 | ·
评价组组长（签字）： {DATE}×5
项目单位意见：项目单位负责人（签章）： {DATE}×5
主管部门意见：主管部门负责人（签章）： {DATE}×5
填报人（签名）： 联系电话："""
    )


def test_evaluators_beside_a_title_with_many_signers_and_seals_apart(tmp_path: Path) -> None:
    options = "评价人员栏: 是, 评价人员职务栏: 职务/职称, 评价人员空行: 是, 意见签章: 分列, 填报人栏: 否"
    signers = "评价组组长（签字）, 主管部门（盖章）"
    assert (
        rows(tmp_path, EVALUATORS, options, signers=signers, opinions="财政部门")
        == f"""\
评价人员 | 姓名 | 职务/职称 | 单位 | 签字
↑ | · | 副局长 | 某局 | ·
↑ | · | 主任 | 某局 | ·
↑ | · | · | · | ·
评价组组长（签字）： {DATE}主管部门（盖章）： {DATE}×5
财政部门意见：财政部门负责人（签字）：财政部门（盖章）： {DATE}×5"""
    )
