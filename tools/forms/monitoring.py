"""The monitoring form of a project's goals, on a turned page (G2 of 长沙)."""

from __future__ import annotations

from collections.abc import Iterable

from tools.form_kit import TIGHT, WIDE, Box, Grid, Sheet, prose

# Seventeen columns on 225 mm, the text block of a turned page.
WIDTHS = (460, 900, 1230, 1600, 1060, 980, 1060, 440, 440, 440, 440, 440, 860, 460, 460, 460, 1026)
MARGIN = 35
_AMOUNTS = ("年初预算数", "执行数", "执行率", "预计执行数")
_LACKS = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他保障")
_LIKELIHOODS = ("确定能", "有可能", "完全不可能")
_NOTES = (
    "注：1.偏差原因分析：与预期目标有偏差的指标，从经费、制度、人员、硬件条件等保障方面判断、分析，并说明原因。",
    "2.完成目标可能性：对应实现目标的路径，分确定能、有可能、完全不可能三级判断。",
    "3.备注：说明预计到年底不能完成目标的原因和拟采取的措施。",
)


def monitoring() -> Sheet:
    """The form of a record of 执行监控: money and goals so far, forecasts, and what stands in the way."""
    sheet = Sheet(turned=True)
    table = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    table.row(Box("项目名称", 3), Box("{{ 项目 }}", 14))
    table.row(Box("主管部门及代码", 3), Box("{{ 主管部门 }}", 4), Box("实施单位", 5), Box("{{ 实施单位 }}", 5))
    _funds(table)
    table.row(Box("年度总体目标", 3), prose("{{p 年度目标 }}", 14), whole=False)
    _indicators(sheet)
    return sheet


def _funds(table: Grid) -> None:
    heads = ("年初预算数", "{{ 期间 }}执行数", "{{ 期间 }}执行率", "全年预计执行数")
    _row(table, Box("项目资金\n（万元）", 3, merge="restart"), "", heads)
    below = Box("", 3, merge="continue")
    _row(table, below, "年度资金总额", [f"{{{{ {name} }}}}" for name in _AMOUNTS])
    table.tag("{%tr for 资金 in 监控资金 %}")
    label = "{% if loop.first %}其中：{% endif %}{{ 资金.名称 }}"
    rate = "{% if 资金.年初预算数 > 0 %}{{ 资金.执行数 / 资金.年初预算数 }}{% endif %}"
    _row(table, below, label, [rate if name == "执行率" else f"{{{{ 资金.{name} }}}}" for name in _AMOUNTS])
    table.tag("{%tr endfor %}")


def _row(table: Grid, title: Box, label: str, values: Iterable[str]) -> None:
    """A row of the funds: four figures on thirteen columns."""
    boxes = (Box(value, columns) for value, columns in zip(values, (2, 3, 4, 4), strict=True))
    table.row(title, Box(label), *boxes, height=340)


def _indicators(sheet: Sheet) -> None:
    """A table of its own, with a head of two rows that repeats; the first column is one cell in two pieces."""
    sheet.joint()
    table = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    names = ("一级指标", "二级指标", "三级指标", "年度\n指标值", "{{ 期间 }}\n执行情况", "全年预计\n完成情况")
    title = Box("绩效\n指标", open_sides=("bottom",), margin=TIGHT, merge="restart")
    upper = (Box(name, merge="restart") for name in names)
    reasons, likelihood = Box("偏差原因分析", 6), Box("完成目标可能性", 3)
    table.row(title, *upper, reasons, likelihood, Box("备注", merge="restart", margin=TIGHT), height=300, head=True)
    below = Box("", merge="continue")
    first = below._replace(open_sides=("bottom",))
    lower = (*_LACKS, "原因说明", *_LIKELIHOODS)
    table.row(first, *[below] * 6, *(Box(name, margin=TIGHT) for name in lower), below, height=620, head=True)
    table.tag("{%tr for 指标 in 监控指标 %}")
    merged = [f"{{% vm 指标.{name} %}}{{{{ 指标.{name} }}}}" for name in ("一级指标", "二级指标", "三级指标")]
    values = [f"{{{{ 指标.{name} }}}}" for name in ("年度指标值", "执行情况", "预计完成")]
    lacks = [f"{{% if 指标.{name} %}}√{{% endif %}}" for name in _LACKS]
    ticks = [f'{{% if 指标.可能性 == "{name}" %}}√{{% endif %}}' for name in _LIKELIHOODS]
    cells = (*merged, *values, *lacks, "{{ 指标.原因说明 }}", *ticks, "{{ 指标.备注 }}")
    table.row(Box("{% vm %}", open_sides=("top",), margin=TIGHT), *map(Box, cells), height=420)
    table.tag("{%tr endfor %}")
    signed = "填报人：{{ 单位.填表人 }}\t单位负责人：{{ 单位.单位负责人 }}"
    table.below("\n".join((signed, *_NOTES)), 7000)
