"""The published reports of 临湘, held against the data of the example: what they contradict is in SOURCE.md."""

import re
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


VOUCHERS = """
智慧政务大厅服务工作经费 1月5#9-13#15-25#2月10#13-14#16-18#20#3月6-10#4月6#8#10-11#13-18#20-22#5月10-17#19#\
6月8-9#11#13#15-17#19-20#22#7月7-8#11-15#18-19#8月6#9月8#14#16-19#10月3-4#10#11月3#6-9#12-13#15#21#23#\
12月3#12#15#01-25#27#29#31#33#36#47#
智慧大厅水电物业 1月4#6#2月19#3月5#4月7#9#5月8#12#6月7#18#7月6#10#8月5#9月10#20#10月5#11月8#
劳务派遣人员经费 1月3#5#2月5-6#3月4#5月5#6月5-6#7月5#9月6#10月2#11月5#12月7#
软件平台维护更新 3月11#13#5月19#11月20#12月42#
食堂工作经费 2月7-8#5月9#20#9月11-12#12月9#11#
智慧政务大厅信息硬件运维经费 3月12#4月12#23#5月19#9月23#
12345平台建设经费 9月22#23#11月19#22#
数字化平台 5月21#6月23#7月20#8月7#9月24-37#10月7#11#11月16#23#12月44#
其他零星项目 1月8#2月9#19#5月18#7月17#9月10#/21#10月5#7#11月11#18-19#22#12月13-14#18#33-36#38-42#44#
"""
"""The vouchers of each item as the project report prints them."""


def as_data(printed: str) -> str:
    """会计凭证 of a sub-project."""
    months = re.findall(r"(\d+)月((?:[^#月]+#)+)", printed)
    rows = (f"      - {{月份: {month}, 凭证号: [{numbers[:-1].replace('#', ', ')}]}}\n" for month, numbers in months)
    return f"    会计凭证:\n{''.join(rows)}"


def test_what_the_checks_find_in_the_vouchers_as_printed_is_in_source_md(tmp_path: Path) -> None:
    shutil.copytree(DATA / "linxiang", tmp_path / "linxiang")
    file = tmp_path / "linxiang" / "2024" / "项目" / PROJECT / "资金.yaml"
    text = file.read_text(encoding="utf-8")
    for line in VOUCHERS.strip().splitlines():
        name, _, printed = line.partition(" ")
        before = f"- 名称: {name}\n(?:    (?!会计).*\n)+"
        text, found = re.subn(f"({before})    会计凭证:\n(?:      .*\n)+", rf"\g<1>{as_data(printed)}", text)
        assert found == 1
    file.write_text(text, encoding="utf-8")
    fields = [
        (each.code, dict(each.fields)) for each in examine(tmp_path, templates_dir(), "linxiang", 2024).all_findings
    ]
    told = {(code, words["name"], words.get("numbers", words.get("text"))) for code, words in fields}
    assert told == {(row[0], row[1], row[3]) for row in rows("编号 | 子项目", SOURCE)}
    assert len(fields) == len(list(rows("编号 | 子项目", SOURCE)))
