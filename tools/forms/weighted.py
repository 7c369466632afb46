"""The weighted self-evaluation form of a department's whole expenditure, in 元 (G4 of 长沙)."""

from __future__ import annotations

from tools.form_kit import BREAK, TIGHT, WIDE, Box, Grid, Sheet, figure, prose

WIDTHS = (820, 480, 1200, 560, 1160, 2040, 1084, 560, 940)
MARGIN = 35
_FUNDS = (
    ("资金来源：（1）财政拨款", ("财政拨款预算", "财政拨款执行数", "财政拨款执行率")),
    ("（2）其他资金", tuple(f"预算收入.其他资金.{name}" for name in ("全年预算数", "全年执行数", "预算执行率"))),
    ("资金结构：（1）基本支出", tuple(f"基本支出.{name}" for name in ("全年预算数", "全年执行数", "预算执行率"))),
    ("（2）项目支出", tuple(f"项目支出.{name}" for name in ("全年预算数", "全年执行数", "预算执行率"))),
)


def weighted() -> Sheet:
    """Funds in 元, goals, and indicators with the weight of each group and the points of each."""
    sheet = Sheet()
    table = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    table.row(Box("部门（单位）名称", 2), Box("{{ 单位.名称 }}", 7))
    title = Box("整体支出规模\n（元）", 2, merge="restart")
    table.row(title, Box("", 3), Box("全年预算数"), Box("全年执行数", 2), Box("执行率"))
    below = Box("", 2, merge="continue")
    for label, (budget, spent, rate) in _FUNDS:
        amounts = [f"{{{{ {name}|元|千分位|两位|数 }}}}" for name in (budget, spent)]
        table.row(below, Box(label, 3), figure(amounts[0]), figure(amounts[1], 2), figure(f"{{{{ {rate} }}}}"))
    table.row(Box("年度总体目标", 2, merge="restart"), Box("年初设定目标", 3), Box("全年完成情况", 4))
    goals = prose("{{p 文字.年度目标 }}", 3), prose("{{p 文字.年度完成情况 }}", 4)
    table.row(below, *(each._replace(top=True, margin=85) for each in goals), whole=False)
    table.row(Box("分解目标自评", 9))
    _indicators(sheet)
    return sheet


def _indicators(sheet: Sheet) -> None:
    """A table of its own, with a head that repeats.

    Where the third level says no more than the second, the target takes its place; targets of the same words are one
    cell, for which no cell beside them may begin anew.
    """
    sheet.joint()
    table = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    heads = (Box("一级指标"), Box("权重"), Box("二级指标"), Box("三级指标", 2), Box("年度指标值"))
    more = (Box("全年\n完成值"), Box("自评\n得分", margin=TIGHT), Box("偏差及\n原因分析"))
    table.row(*heads, *more, height=520, head=True)
    group = "{% vm 指标.一级指标 %}{{ 指标.一级指标 }}", "{% vm 指标.一级指标 %}{{ 指标.一级指标组.分值合计 }}"
    second = "{{ 指标.二级指标 }}{% if 指标.二级分值 %}（{{ 指标.二级分值 }}）{% endif %}"
    last = (Box("{{ 指标.实际完成值 }}"), Box("{{ 指标.得分 }}"), Box("{{ 指标.偏差原因 }}"))
    points = f"{{% if 指标.分值 != 指标.二级分值 %}}{BREAK}（{{{{ 指标.分值 }}}}分）{{% endif %}}"
    meaning = f"{{% if 指标.计算公式 %}}{BREAK}{{{{ 指标.计算公式 }}}}{{% endif %}}"
    table.tag("{%tr for 指标 in 绩效指标行 %}")
    table.tag("{%tr if 指标.三级指标 == 指标.二级指标 %}")
    target = Box("{% vm 指标.年度指标值 %}{{ 指标.年度指标值 }}" + meaning, 3)
    table.row(*map(Box, (*group, second)), target, *last)
    table.tag("{%tr else %}")
    third = Box("{{ 指标.三级指标 }}" + points, 2), Box("{{ 指标.年度指标值 }}" + meaning)
    table.row(*map(Box, (*group, "{% vm 指标.二级指标 %}" + second)), *third, *last)
    table.tag("{%tr endif %}")
    table.tag("{%tr endfor %}")
    _total(sheet)


def _total(sheet: Sheet) -> None:
    """The total, a table of its own that the note joins: rows of it stay on one page."""
    sheet.joint()
    table: Grid = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    table.row(Box("总分", 6), Box("{{ 总分值 }}"), Box("{{ 总分 }}", margin=TIGHT), Box(""), kept=True)
    table.below("注：产出指标和效益指标可以按照重点任务的完成情况分别填列，也可以归纳全部重点任务填列综合指标。")
