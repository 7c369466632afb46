"""The base data tables of a department's evaluation: seven columns (T3 of 湖南), four columns (G1 of 长沙)."""

from __future__ import annotations

from docx.shared import Twips

from tools.form_kit import LEFT, TEXT, WIDE, Box, Grid, Sheet, prose
from tools.forms.self_evaluation import signatures

# The columns of the investments hold 22,130,609.00, those of rates 100.00%, also in the letters of DejaVu Serif.
WIDTHS = (2430, 970, 970, 861, 1376, 1376, 861)
FOUR_WIDTHS = (3444, 1800, 1800, 1800)
MARGIN = 55
LINE = 340
_STAGES = ("上年决算数", "年初预算数", "全年执行数")
_NONE = "——"


def base_data() -> Sheet:
    """The seven-column form."""
    sheet = Sheet()
    table = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    _staff(table)
    _expenses(table)
    _projects(table)
    _values(table, "……", "", "", "")
    special = "省级专项资金"  # the form names special funds of the province also where there are none
    table.tag(f'{{%tr if not 项目支出.类别|where(名称="{special}") %}}')
    _values(table, f"{{{{ count(项目支出.类别) + 1 }}}}、{special}\n（每个专项一行）", "", "", "")
    table.tag("{%tr endif %}")
    _values(table, "……", "", "", "")
    _operating(table)
    _values(table, "政府采购金额", _NONE, "{{ 政府采购.年初预算数 }}", "{{ 政府采购.全年执行数 }}")
    _values(table, "部门基本支出预算调整", _NONE, "", "{{ 基本支出预算调整 }}")
    _buildings(table)
    table.row(Box("厉行节约保障措施"), prose("{{p 文字.厉行节约 }}", 6), whole=False)
    note = "“项目支出”需要填报基本支出以外的所有项目支出情况，“公用经费”填报基本支出中的一般商品和服务支出。"
    signatures(table, f"说明：{note}\n")
    return sheet


def four_columns() -> Sheet:
    """The four-column form, which adds the whole expenditure and leaves out buildings and signatures."""
    sheet = Sheet()
    sheet.line("填报单位：{{ 单位.名称 }}", TEXT, LEFT).paragraph_format.space_after = Twips(80)
    table = sheet.table(FOUR_WIDTHS, style=TEXT)
    _staff(table)
    _expenses(table)
    _projects(table)
    _operating(table)
    _staged(table, "政府采购金额", "政府采购")
    _values(table, "部门整体支出预算调整", "{{ 上年执行数 }}", "{{ 年初预算数 }}", "{{ 全年执行数 }}")
    table.row(Box("厉行节约保障措施"), prose("{{p 文字.厉行节约 }}", 3), whole=False)
    note = "“项目支出”填报基本支出以外的所有项目支出，“公用经费”填报基本支出中的一般商品和服务支出。"
    table.below(f"说明：{note}")
    return sheet


def _columns(table: Grid) -> int:
    """The columns of each of the three values of a row."""
    return (len(table.widths) - 1) // 3


def _values(table: Grid, label: str, *values: str) -> None:
    """A row of three values."""
    table.row(Box(label, align=LEFT), *(Box(value, _columns(table)) for value in values), height=LINE)


def _staged(table: Grid, label: str, record: str) -> None:
    """The money of a record: last year's accounts, the budget, the accounts."""
    _values(table, label, *(f"{{{{ {record}.{stage} }}}}" for stage in _STAGES))


def _staff(table: Grid) -> None:
    heads = ("编制数", "{{ 年度 }}年实际在职人数", "控制率")
    values = ("{{ 人员情况.编制数|数 }}", "{{ 人员情况.在职人数|数 }}", "{{ 在职人员控制率 }}")
    for label, merge, boxes in (("财政供养人员情况（人）", "restart", heads), ("", "continue", values)):
        table.row(Box(label, merge=merge), *(Box(each, _columns(table)) for each in boxes), height=LINE)


def _expenses(table: Grid) -> None:
    """The head of the amounts, the three public expenses, and projects as a whole."""
    _values(table, "经费控制情况（万元）", "{{ number(年度) - 1 }}年决算数", "{{ 年度 }}年预算数", "{{ 年度 }}年决算数")
    for label, record in (
        ("三公经费", "三公经费"),
        ("1、公务用车购置和维护经费", "三公经费.公务用车"),
        ("其中：公车购置", "三公经费.公务用车.购置费"),
        ("公车运行维护", "三公经费.公务用车.运行维护费"),
        ("2、出国经费", "三公经费.因公出国境"),
        ("3、公务接待", "三公经费.公务接待"),
        ("项目支出", "项目支出"),
    ):
        _staged(table, label, record)


def _projects(table: Grid) -> None:
    """A row for each class of projects."""
    table.tag("{%tr for 类 in 项目支出.类别 %}")
    _staged(table, "{{ loop.index }}、{{ 类.名称 }}", "类")
    table.tag("{%tr endfor %}")


def _operating(table: Grid) -> None:
    for label, record in (
        ("公用经费", "基本支出.公用经费"),
        ("其中：办公经费", "基本支出.公用经费.办公经费"),
        ("水费、电费、差旅费", "基本支出.公用经费.水费电费差旅费"),
        ("会议费、培训费", "基本支出.公用经费.会议费培训费"),
    ):
        _staged(table, label, record)


def _buildings(table: Grid) -> None:
    heads = ("批复规模\n（m²）", "实际规模\n（m²）", "规模控制率", "预算投资\n（万元）", "实际投资\n（万元）")
    title = "楼堂馆所控制情况\n（{{ 年度 }}年完工项目）"
    table.row(Box(title, merge="restart"), *map(Box, (*heads, "投资概算控制率")), height=LINE)
    names = ("批复规模", "实际规模", "规模控制率", "预算投资", "实际投资", "投资概算控制率")
    table.tag("{%tr for 楼 in 楼堂馆所 %}")
    table.row(Box("", merge="continue"), *(Box(f"{{{{ 楼.{name} }}}}") for name in names), height=LINE)
    table.tag("{%tr else %}")
    table.row(Box("", merge="continue"), *(Box("") for _ in names), height=LINE)
    table.tag("{%tr endfor %}")
