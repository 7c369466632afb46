"""The annex that a unit of the examples adds to its report: what each part of the project got, spent and did."""

from __future__ import annotations

from tools.form_kit import LEFT, RIGHT, UNIT_LINE, Box, Sheet

WIDTHS = (700, 2700, 1500, 1500, 1500, 1500, 3352)
_HEADS = ("序号", "子项目", "预算安排", "实际支出", "结转结余", "预算执行率", "执行情况说明")
_LOW = "项.预算执行率 < 阈值.执行率说明"


def parts() -> Sheet:
    """A turned page: the sub-projects, those that spent little with their reason, and the sum."""
    sheet = Sheet(turned=True)
    sheet.line("单位：万元", UNIT_LINE, RIGHT)
    table = sheet.table(WIDTHS)
    table.row(*map(Box, _HEADS), height=560, head=True)
    table.tag("{%tr for 项 in 子项目 %}")
    amounts = [f"{{{{ 项.{name} }}}}" for name in _HEADS[2:6]]
    reason = f"{{% if {_LOW} %}}{{{{ 项.偏离原因 }}}}{{% else %}}按计划实施{{% endif %}}"
    row = (Box("{{ loop.index }}"), Box("{{ 项.名称 }}", align=LEFT), *map(Box, amounts), Box(reason, align=LEFT))
    table.row(*row, height=520)
    table.tag("{%tr endfor %}")
    sums = [f"{{{{ {name} }}}}" for name in ("全年预算数", "全年执行数", "结转结余", "预算执行率")]
    table.row(Box("合计", 2), *map(Box, sums), Box(""), height=520)
    return sheet
