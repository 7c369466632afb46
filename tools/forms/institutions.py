"""Income, expenditure, three public expenses and fixed assets by institution (J2–J5 of 临湘).

The first row is the department. Where nobody filled in institutions (机构), the department is its own offices.
"""

from __future__ import annotations

from collections.abc import Sequence

from tools.form_kit import LEFT, TABLE_TITLE, WIDE, Box, Grid, Sheet

_MARGIN = 40
_NAME = "机构名称"

INCOME = {
    "收入合计": "预算收入.全年执行数",
    "上年结转": "预算收入.上年结转.全年执行数",
    "公共财政拨款": "预算收入.一般公共预算拨款.全年执行数",
    "政府基金拨款": "预算收入.政府性基金拨款.全年执行数",
    "纳入专户管理的非税收入拨款": "预算收入.纳入专户管理的非税收入拨款.全年执行数",
    "其他收入": "预算收入.其他资金.全年执行数",
}
EXPENDITURE = {
    "支出合计": "全年执行数",
    "基本支出": "基本支出.全年执行数",
    "人员支出": "基本支出.人员经费.全年执行数",
    "公用支出": "基本支出.公用经费.全年执行数",
    "项目支出": "项目支出.全年执行数",
    "当年结余": "当年结余",
    "累计结余": "累计结余",
}
THREE_PUBLIC = {
    "三公经费合计": "三公经费.全年执行数",
    "公务接待费": "三公经费.公务接待.全年执行数",
    "公务用车运行维护费": "三公经费.公务用车.运行维护费.全年执行数",
    "公务用车购置费": "三公经费.公务用车.购置费.全年执行数",
    "因公出国境费": "三公经费.因公出国境.全年执行数",
}
ASSETS = {
    "固定资产合计": "资产.固定资产合计",
    "在用固定资产": "资产.在用固定资产",
    "出租固定资产": "资产.出租固定资产",
    "其他固定资产": "资产.其他固定资产",
}
"""The figures of an institution, and those of the whole department that they make up."""


def by_institution() -> Sheet:
    """The four tables, each with a row for the whole and one for every institution."""
    sheet = Sheet()
    income = _table(sheet, "年度收入情况（万元）", (1884, *[1160] * 6))
    _heads(income, (_NAME, "收入合计"), list(INCOME)[1:])
    _rows(income, INCOME)
    spent = _table(sheet, "部门（单位）年度支出和结余情况（万元）", (1884, *[994] * 6, 996))
    _expenditure_heads(spent)
    _rows(spent, EXPENDITURE)
    public = _table(sheet, "“三公”经费支出情况（万元）", (1884, *[1392] * 5))
    _heads(public, (_NAME, "三公经费合计"), ("公务接待费", "公务用车运维费", "公务用车购置费", "因公出国费"))
    _rows(public, THREE_PUBLIC)
    assets = _table(sheet, "固定资产情况（万元）", (1884, *[1740] * 4))
    _heads(assets, (_NAME, "固定资产合计"), ("在用固定资产", "出租固定资产"), ("其他",))
    _rows(assets, ASSETS)
    return sheet


def _table(sheet: Sheet, title: str, widths: Sequence[int]) -> Grid:
    sheet.line(title, TABLE_TITLE)
    return sheet.table(widths, margin=_MARGIN, style=WIDE)


def _heads(table: Grid, before: Sequence[str], parts: Sequence[str], after: Sequence[str] = ()) -> None:
    """Two rows: 其中 over the parts, the others down both."""
    own, others = ([Box(head, merge="restart") for head in heads] for heads in (before, after))
    table.row(*own, Box("其中：", len(parts)), *others, head=True)
    own, others = ([Box("", merge="continue") for _ in heads] for heads in (before, after))
    table.row(*own, *map(Box, parts), *others, head=True)


def _expenditure_heads(table: Grid) -> None:
    """Three rows: 人员支出 and 公用支出 below another 其中."""
    below = Box("", merge="continue")
    name, total, basic, projects, year, saved = (
        Box(head, merge="restart") for head in (_NAME, "支出合计", "基本支出", "项目支出", "当年结余", "累计结余")
    )
    table.row(name, total, Box("其中：", 4), Box("结余", 2), head=True)
    table.row(below, below, basic, Box("其中：", 2), projects, year, saved, head=True)
    table.row(below, below, below, Box("人员支出"), Box("公用支出"), below, below, below, head=True)


def _rows(table: Grid, figures: dict[str, str]) -> None:
    """The whole, its own offices, and the institutions below it; that there are none is said."""
    whole = [Box(f"{{{{ {name} }}}}") for name in figures.values()]
    table.row(Box("局机关及二级机构汇总", align=LEFT), *whole)
    table.tag("{%tr if count(机构) > 1 %}")
    table.tag("{%tr for 机 in 机构 %}")
    table.row(Box("{{ loop.index }}、{{ 机.名称 }}", align=LEFT), *(Box(f"{{{{ 机.{name} }}}}") for name in figures))
    table.tag("{%tr endfor %}")
    table.tag("{%tr else %}")
    table.row(Box("1、局机关", align=LEFT), *whole)
    table.row(Box("2、二级机构（无）", align=LEFT), *(Box("") for _ in figures))
    table.tag("{%tr endif %}")
