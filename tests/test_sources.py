"""The published report of the department example, held against its data: what it contradicts is in SOURCE.md."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.checks.context import Context
from jixiao.checks.sums import TOTAL_CONTRADICTS, stated_totals
from jixiao.compute.evaluation import Stated
from jixiao.expr.figure import Figure
from jixiao.kernel.parse import parse_number
from jixiao.kernel.unit import PLAIN, WAN_YUAN, Dimension
from jixiao.locate import templates_dir
from jixiao.pipeline import Figured, examine

DATA = Path(__file__).parent.parent / "data_examples"
SOURCE = (DATA / "hunan-zwfw" / "SOURCE.md").read_text(encoding="utf-8")

PRINTED = """
年初预算数 6987.73
预算调整数 14318.35
全年预算数 21306.09
全年执行数 16037.96
预算执行率 75.27%
执行得分 7.53
总分 96.03
追加基本支出 166.26
追加项目支出 14152.09
基本支出占比 16.32%
项目支出占比 83.68%
在职人员控制率 89.77%
公用经费控制率 85.60%
人员经费控制率 94.63%
预算调整率 1.24%
内设机构数 7个
基本支出预算调整 72.78
预算收入.一般公共预算拨款/年初预算数 6306.59
预算收入.上年结转/年初预算数 681.14
预算收入/一般公共预算 21306.09
基本支出/年初预算数 2659.79
基本支出/全年预算数 2806.05
基本支出/全年执行数 2617.13
基本支出/结转结余 188.92
基本支出/预算执行率 93.27%
基本支出.人员经费/全年预算数 2382.30
基本支出.人员经费/全年执行数 2254.42
基本支出.人员经费/结转结余 27.88
基本支出.人员经费/预算执行率 94.63%
基本支出.公用经费/上年决算数 402.28
基本支出.公用经费/年初预算数 443.75
基本支出.公用经费/全年预算数 423.75
基本支出.公用经费/全年执行数 362.72
基本支出.公用经费/结转结余 61.03
基本支出.公用经费/预算执行率 85.60%
基本支出.公用经费/较上年增减额 -39.56
基本支出.公用经费/较上年增减率 -9.83%
项目支出/上年决算数 13433.85
项目支出/年初预算数 4327.95
项目支出/全年预算数 18500.04
项目支出/全年执行数 13420.83
项目支出/预算执行率 72.54%
项目支出.类别/业务工作经费/年初预算数 167.01
项目支出.类别/业务工作经费/全年执行数 103.82
项目支出.类别/运行维护经费/年初预算数 4160.94
项目支出.类别/运行维护经费/全年执行数 13317.01
三公经费/上年决算数 19.68
三公经费/年初预算数 61
三公经费/全年执行数 26.74
三公经费/预算结余 34.26
三公经费.公务用车/年初预算数 35
三公经费.公务用车/全年执行数 25.82
三公经费.公务用车/预算结余 9.18
三公经费.因公出国境/预算结余 10
三公经费.公务接待/预算结余 15.08
业务工作经费/年初预算数 167.01
业务工作经费/全年预算数 183.21
业务工作经费/全年执行数 103.82
业务工作经费/预算执行率 56.67%
业务工作经费/占项目支出 1%
业务工作经费/执行得分 5.67
业务工作经费/总分 91.67
业务工作经费/子项目数 6个
业务工作经费/子项目/乡村振兴工作/预算执行率 85.48%
业务工作经费/子项目/中心办公设备购置/预算执行率 53.04%
业务工作经费/子项目/中心办公设备购置/结转结余 6.7
业务工作经费/子项目/资产清查/预算执行率 33.33%
其他运转类/年初预算数 4102.60
其他运转类/全年预算数 4086.40
其他运转类/全年执行数 3509.23
其他运转类/预算执行率 85.88%
其他运转类/占项目支出 22.09%
其他运转类/执行得分 8.59
其他运转类/总分 98.59
其他运转类/子项目数 10个
其他运转类/子项目/适配中心年运维经费/预算执行率 82.59%
其他运转类/子项目/省政务服务中心信息化项目/实际支出 29.35
其他事业发展资金/年初预算数 58.34
其他事业发展资金/全年预算数 14230.44
其他事业发展资金/全年执行数 9807.77
其他事业发展资金/预算执行率 68.92
其他事业发展资金/占项目支出 76.92%
其他事业发展资金/执行得分 6.89
其他事业发展资金/总分 94.89
其他事业发展资金/子项目数 17个
"""
"""Derived figures as the report prints them, amounts in 万元; of two values the one that the data contradict."""

VERBATIM = (
    ("部门", "合格率100%", "100%"),
    ("部门", "全年监控不少于3次", "≥3次"),
    ("部门", "=公用经费控制率\n    分值: 2", "基本完成\n    分值: 2\n    得分: 2"),
    ("部门", "=三公经费控制率\n    分值: 2", "基本完成\n    分值: 2\n    得分: 2"),
    ("部门", "=项目经费控制率\n    分值: 2", "基本完成\n    分值: 2\n    得分: 2"),
    ("项目/业务工作经费", "合格率≥95%", "≥95%"),
    ("项目/业务工作经费", "使用年限≥6年", "≥6年"),
    ("项目/业务工作经费", "资产清查、重大专题调研等项目进度偏慢，将加快推进。", ""),
)
"""Entries of 绩效指标.yaml that the example words otherwise than the report: folder, here, there."""


@pytest.fixture(scope="module")
def figured() -> Figured:
    examination = examine(DATA, templates_dir(), "hunan-zwfw", 2023)
    assert not examination.blocked
    return examination.reports[0]


def stated(figured: Figured, name: str, printed: str) -> Stated:
    """A figure as the report prints it beside the one that the data print."""
    figures = figured.ledger.printed_figures.all_figures()
    (own,) = (each for identity, each in figures.items() if path(identity) == name)
    number = parse_number(printed, WAN_YUAN if own.unit.dimension is Dimension.MONEY else PLAIN)
    assert number is not None
    return Stated(
        Figure(number.value, number.unit, own.id, number=number, place=own.place), Figure(own.value, own.unit, own.id)
    )


def path(identity: object) -> str:
    return str(identity).partition("/")[2]


def rows(title: str, source: str = SOURCE) -> Iterator[list[str]]:
    """The cells of a table of SOURCE.md, by the words its head begins with."""
    _, _, table = source.partition(f"\n| {title} |")
    for line in table.split("\n")[2:]:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


def test_the_printed_figures_that_the_data_contradict_are_those_of_source_md(figured: Figured) -> None:
    printed = dict(line.split(" ") for line in PRINTED.strip().splitlines())
    totals = [stated(figured, name, words) for name, words in printed.items()]
    for one in (figured.exact, *figured.exact.parts):
        one.stated.update({each.stated.id: each for each in totals if each.stated.id})
    contexts = Context.all_of(figured.exact, figured.ledger)
    assert {each.stated.id for each in totals} <= {identity for context in contexts for identity in context.figures}
    found = [each for context in contexts for each in stated_totals(context) if each.code == TOTAL_CONTRADICTS.id]
    told = [[path(each.figure), printed[path(each.figure)], each.expected] for each in found]
    assert sorted(told) == sorted(row[:3] for row in rows("数字"))


def test_what_the_checks_find_in_the_indicators_as_printed_is_in_source_md(tmp_path: Path) -> None:
    shutil.copytree(DATA / "hunan-zwfw", tmp_path / "hunan-zwfw")
    for folder, here, there in VERBATIM:
        file = tmp_path / "hunan-zwfw" / "2023" / folder / "绩效指标.yaml"
        text = file.read_text(encoding="utf-8")
        assert text.count(here) == 1
        file.write_text(text.replace(here, there), encoding="utf-8")
    found = examine(tmp_path, templates_dir(), "hunan-zwfw", 2023).all_findings
    assert {(each.code, dict(each.fields)["name"]) for each in found} == {(row[0], row[1]) for row in rows("编号")}
