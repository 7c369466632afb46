"""Samples of charts that cannot be drawn as they are asked for."""

from __future__ import annotations

from tests.errors.bench import CHAPTER, PROJECT, Sample, chapter, drawing
from tests.render.plots import axes, chart, columns, drawn, series

SECOND = "- {名称: 平台升级, 预算安排: 200, 实际到位: 200, 实际支出: 195.75}"
MANY = "".join(f"- {{名称: 子项目{number}, 预算安排: 1, 实际到位: 1, 实际支出: 1}}\n" for number in range(13))


def asking(what: str) -> Sample:
    """A chapter with this chart."""
    return chapter(f"# 概况\n\n{{% chart {what} %}}\n")


def with_rows(what: str, rows: str) -> Sample:
    """The chart over other sub-projects."""
    return Sample({CHAPTER: asking(what).files[CHAPTER], PROJECT: (SECOND, rows)})


def placed(plot: str, tag: str = "{% chart 类别=子项目.名称, 实际支出=子项目.实际支出 %}") -> Sample:
    """A form with a chart that holds this tag."""
    return drawing(drawn(chart(plot), words=tag))


SAMPLES: dict[str, Sample] = {
    "F241": asking("柱状图 类别=子项目.名称, 实际支出=子项目.实际支出"),
    "F242": asking("饼图 类别=子项目.名称, 预算=子项目.预算安排, 支出=子项目.实际支出"),
    "F243": placed(columns(series(0)) + axes(), "{% chart 饼图 类别=子项目.名称, 实际支出=子项目.实际支出 %}"),
    "F244": placed(columns(series(0), series(1), series(2)) + axes()),
    "F245": placed("<c:scatterChart/>"),
    "F246": placed(columns(series(0)) + axes(title="单位：{{ 单位 }}")),
    "R121": asking("柱形图 类别=子项目.名称, 实际支出=全年执行数"),
    "R122": asking("柱形图 类别=子项目.名称, 支出=子项目.实际支出, 执行率=子项目.预算执行率"),
    "R123": asking('饼图 类别=["结余", "超支"], 金额=[全年执行数, 全年执行数 - 全年预算数]'),
    "R124": with_rows("柱形图 类别=子项目.名称, 实际支出=子项目.实际支出", MANY),
    "R125": with_rows(
        "柱形图 类别=子项目.名称, 执行率=子项目.预算执行率",
        "- {名称: 平台升级, 预算安排: 0, 实际到位: 0, 实际支出: 0}",
    ),
}
