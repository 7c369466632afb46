"""The published reports of 临湘, held against the data of the example: what they contradict is in SOURCE.md."""

import shutil
from pathlib import Path

import pytest

from jixiao.checks.context import Context
from jixiao.checks.sums import TOTAL_CONTRADICTS, stated_totals
from jixiao.locate import templates_dir
from jixiao.pipeline import Figured, examine
from tests.test_sources import path, rows, stated

DATA = Path(__file__).parent.parent / "data_examples"
SOURCE = (DATA / "linxiang" / "SOURCE.md").read_text(encoding="utf-8")
PROJECT = "政务大厅和数字化专项"

PRINTED = f"""
全年执行数 1574.84
预算执行率 100%
项目支出占比 81.4%
内设机构数 6个
视频资源 2915路
镇级事项 108项
村级事项 68项
预算收入/全年执行数 1574.84
基本支出/全年执行数 293.05
基本支出.人员经费/全年执行数 224.32
项目支出/全年执行数 1281.79
项目支出/财政拨款支出 1266.79
项目支出/其他资金支出 15
三公经费/全年执行数 6.5
资产/固定资产合计 136.54
{PROJECT}/全年执行数 1281.79
{PROJECT}/全年预算数 1049
{PROJECT}/到位资金 1281.79
{PROJECT}/资金分级/市财政/到位 1281.79
{PROJECT}/资金分级/市财政/支出 1281.79
{PROJECT}/用途分类/信息化建设/实际支出 284.89
{PROJECT}/用途分类/信息化建设/用途占比 22.2%
{PROJECT}/用途分类/政务大厅正常运转/实际支出 626.9
{PROJECT}/用途分类/政务大厅正常运转/用途占比 48.9%
{PROJECT}/用途分类/大厅服务/实际支出 178.95
{PROJECT}/用途分类/大厅服务/用途占比 14%
{PROJECT}/用途分类/其他零星项目/实际支出 191.05
{PROJECT}/用途分类/其他零星项目/用途占比 14.9%
"""
"""Figures as the reports print them, amounts in 万元; of two values the one that the data contradict."""

COVERAGE = """  三级覆盖率: 95.45%

整体与部分:
  - {整体: 三级覆盖率, 部分: [县直覆盖率, 乡镇覆盖率, 村覆盖率]}

清单:
"""
VERBATIM = (
    ("部门/事实.yaml", "\n清单:\n", f"\n{COVERAGE}"),
    ("部门/职责.yaml", "  - 政务公开和政务服务股\n", "  - 政务公开股\n"),
    ("部门/绩效指标.yaml", "三级指标: 审批合规率", "三级指标: 指标1：审批合规率"),
    (f"项目/{PROJECT}/资金.yaml", "到位: 1266.79, 支出: 1266.79", "到位: 1281.79, 支出: 1281.79"),
)
"""What the example writes otherwise than the reports: file, here, there."""


def department(data: Path) -> Figured:
    """The department's report; it holds the project as well."""
    reports = examine(data, templates_dir(), "linxiang", 2024).reports
    return next(each for each in reports if each.case.report_name == "部门整体自评")


@pytest.fixture(scope="module")
def figured() -> Figured:
    return department(DATA)


def test_the_printed_figures_that_the_data_contradict_are_those_of_source_md(figured: Figured) -> None:
    printed = dict(line.split(" ") for line in PRINTED.strip().splitlines())
    totals = [stated(figured, name, words) for name, words in printed.items()]
    for one in (figured.exact, *figured.exact.parts):
        one.stated.update({each.stated.id: each for each in totals if each.stated.id})
    contexts = Context.all_of(figured.exact, figured.ledger)
    assert {each.stated.id for each in totals} <= {identity for context in contexts for identity in context.figures}
    found = [each for context in contexts for each in stated_totals(context) if each.code == TOTAL_CONTRADICTS.id]
    told = [[path(each.figure), printed[path(each.figure)], each.expected] for each in found]
    assert sorted(told) == sorted(row[:3] for row in rows("数字", SOURCE))


def test_what_the_checks_find_in_the_reports_as_printed_is_in_source_md(tmp_path: Path) -> None:
    shutil.copytree(DATA / "linxiang", tmp_path / "linxiang")
    for name, here, there in VERBATIM:
        file = tmp_path / "linxiang" / "2024" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(here) == 1, here
        file.write_text(text.replace(here, there), encoding="utf-8")
    (tmp_path / "linxiang" / "2024" / "项目" / PROJECT / "说明.yaml").unlink()  # a word on what was not planned
    found = department(tmp_path).findings
    told = {(each.code, dict(each.fields).get("name") or dict(each.fields)["text"]) for each in found}
    assert told == {(row[0], row[1]) for row in rows("编号", SOURCE)}
