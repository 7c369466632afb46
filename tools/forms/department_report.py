"""Forms of a department report (湖南): the cover and the execution of the general budget (T1)."""

from __future__ import annotations

from tools.form_kit import COVER_TEXT, COVER_TITLE, RIGHT, TABLE_TITLE, UNIT_LINE, WIDE, Box, Sheet

_STAGES = (("年初预算数", "年初预算数"), ("调整预算数", "全年预算数"), ("本年决算数", "全年执行数"))


def cover(title: str = "部门整体支出绩效自评报告") -> Sheet:
    """The cover: title, department and date."""
    sheet = Sheet()
    sheet.line("{{ 年度 }}年度", COVER_TITLE, before=2400)
    sheet.line("{{ 单位.名称 }}", COVER_TITLE)
    sheet.line(title, COVER_TITLE)
    sheet.line("部门（单位）名称：{{ 单位.名称 }}", COVER_TEXT, before=3600)
    sheet.line("{{ 报告.报告时间 }}", COVER_TEXT, before=240)
    return sheet


def execution() -> Sheet:
    """Budget, adjusted budget and accounts of the year, each by basic and project expenditure."""
    sheet = Sheet()
    sheet.line("{{ 年度 }}年一般公共预算执行明细表", TABLE_TITLE)
    sheet.line("单位：万元", UNIT_LINE, RIGHT)
    table = sheet.table((982,) * 8 + (988,), margin=0, style=WIDE)
    table.row(*(Box(head, 3) for head, _ in _STAGES), head=True)
    table.row(*map(Box, ("基本支出", "项目支出", "小计") * 3), head=True)
    sums = (f"{{{{ {owner}{stage} }}}}" for _, stage in _STAGES for owner in ("基本支出.", "项目支出.", ""))
    table.row(*map(Box, sums))
    return sheet
