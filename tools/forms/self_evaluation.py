"""The nine-column self-evaluation forms of a project and of a department (财预〔2020〕10号 annex 1).

What differs between provinces and formats are options (选项), with defaults in templates/common/国家规则.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable

from docx.shared import Twips

from tools.form_kit import BREAK, TEXT, TIGHT, WIDE, Box, Grid, Sheet, figure, prose

# The columns of amounts hold 22,130,609.00, that of rates 100.00%, also in the wider letters of DejaVu Serif,
# which LibreOffice takes where Times New Roman is not installed.
WIDTHS = (420, 980, 1220, 1220, 1220, 1246, 742, 550, 1246)
MARGIN = 35
_AMOUNTS = ("年初预算数", "全年预算数", "全年执行数")
_POINTS = ("执行分值", "预算执行率", "执行得分")


def project() -> Sheet:
    """The form of a project (H3 of 湘西, 附件3 of 湖南)."""
    sheet = Sheet()
    sheet.tag('{%p if 自评表年度 == "是" %}')
    sheet.line("（{{ 年度 }}年度）", TEXT).paragraph_format.space_after = Twips(80)
    sheet.tag("{%p endif %}")
    table = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    _project_names(table)
    _total(table, "项目\n资金\n（万元）")
    table.tag("{%tr for 资金 in 资金构成行 %}")
    label = "{% if loop.first %}其中：{% endif %}{{ 资金.名称 }}"
    amounts = [f"{{{{ 资金.{name} }}}}" for name in _AMOUNTS]
    _funds(table, label, [*amounts, *["{{ 子行空值 }}"] * len(_POINTS)])
    table.tag("{%tr endfor %}")
    _goals(table)
    _indicators(sheet)
    signatures(_score(sheet), "{%p if 自评表备注 %}\n备注：{{ 自评表备注 }}\n{%p endif %}\n")
    return sheet


def department() -> Sheet:
    """The form of a department's whole expenditure (附件2 of 湖南)."""
    sheet = Sheet()
    table = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    table.row(Box("{{ 部门名称栏 }}", 2), Box("{{ 单位.名称 }}", 7))
    _total(table, "年度\n预算\n申请\n（万元）")
    table.row(_below(), Box("按收入性质分：", 4), Box("按支出性质分：", 4))
    for source, income, kind in (
        ("其中：一般公共预算：", "一般公共预算", "其中：基本支出：{{ 基本支出.全年预算数 }}"),
        ("政府性基金拨款：", "政府性基金拨款.全年预算数", "项目支出：{{ 项目支出.全年预算数 }}"),
        ("纳入专户管理的非税收入拨款：", "纳入专户管理的非税收入拨款.全年预算数", ""),
        ("其他资金：", "其他资金.全年预算数", ""),
    ):
        table.row(_below(), Box(source), Box(f"{{{{ 预算收入.{income} }}}}", 3), Box(kind, 4))
    _goals(table)
    _indicators(sheet)
    signatures(_score(sheet))
    return sheet


def signatures(table: Grid, note: str = "") -> None:
    """The lines below a form: a note, and what is filled in and signed on paper, on one line, two, or none (签字栏)."""
    filler, phone, date = "填表人：{{ 单位.填表人 }}", "联系电话：{{ 单位.联系电话 }}", "填报日期：　　年　月　日"
    one = f"{filler}\t{date}\t{phone}\t单位负责人签字："
    two = f"单位负责人（签字）：\t\t{filler}\n{phone}\t\t填报日期：　　　　年　　月　　日"
    lines = f'{{%p if 签字栏 == "一行" %}}\n{one}\n{{%p elif 签字栏 == "两行" %}}\n{two}\n{{%p endif %}}'
    table.below(note + lines, 1400, 3900, 6300)


def _project_names(table: Grid) -> None:
    """Whose project it is; the longer label takes another column."""
    for tag, columns in (('{%tr if 项目名称栏 == "项目支出名称" %}', 3), ("{%tr else %}", 2)):
        table.tag(tag)
        table.row(Box("{{ 项目名称栏 }}", columns), Box("{{ 项目.名称 }}", 9 - columns))
    table.tag("{%tr endif %}")
    supervisor = '{% if 主管部门栏 == "填写" %}{{ 项目.主管部门 }}{% endif %}'
    table.row(Box("主管部门", 2), Box(supervisor, 2), Box("实施单位"), Box("{{ 项目.实施单位 }}", 4))


def _total(table: Grid, title: str) -> None:
    """The head of the funds with the sum of the year; rows follow that belong to the same title."""
    heads = ("", "年初\n预算数", "全年\n预算数", "全年\n执行数", "分值", "执行率")
    table.row(Box(title, merge="restart", margin=TIGHT), *map(Box, heads), Box("{{ 得分栏名 }}", 2))
    _funds(table, "年度资金总额", [f"{{{{ {name} }}}}" for name in (*_AMOUNTS, *_POINTS)])


def _funds(table: Grid, label: str, values: Iterable[str]) -> None:
    """A row of the funds: three amounts, weight, rate, and the points on two columns."""
    *others, points = values
    table.row(_below(), Box(label), *map(figure, others), figure(points, 2))


def _goals(table: Grid) -> None:
    table.row(Box("年度\n总体\n目标", merge="restart", margin=TIGHT), Box("预期目标", 3), Box("实际完成情况", 5))
    goals = prose("{{p 文字.年度目标 }}", 3), prose("{{p 文字.年度完成情况 }}", 5)
    table.row(_below(), *(each._replace(top=True, margin=85) for each in goals), whole=False)


def _indicators(sheet: Sheet) -> None:
    """A table of its own, with a head that repeats.

    The first column is one cell in two pieces: LibreOffice breaks cells that reach from a head into the rows.
    """
    sheet.joint()
    table = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    names = ("一级指标", "二级指标", "三级指标", "年度\n指标值", "实际\n完成值", "分值", "{{ 得分栏名 }}")
    heads = (*names, "偏差原因分析及改进措施")
    table.row(Box("绩效\n指标", open_sides=("bottom",), margin=TIGHT), *map(Box, heads), height=520, head=True)
    table.tag("{%tr for 指标 in 绩效指标行 %}")
    weight = f'{{% if 一级指标分值 == "是" %}}{BREAK}（{{{{ 指标.一级指标组.分值合计 }}}}分）{{% endif %}}'
    named = f"{{% if 指标.一级指标 != 不印的一级指标 %}}{{{{ 指标.一级指标 }}}}{weight}{{% endif %}}"
    category, name = (f"{{% vm 指标.{name} %}}{{{{ 指标.{name} }}}}" for name in ("二级指标", "三级指标"))
    own = "sum((绩效指标|where(一级指标=指标.一级指标, 二级指标=指标.二级指标)).分值)"
    category += f'{{% if 二级指标分值 == "是" and {own} %}}（{{{{ {own} }}}}）{{% endif %}}'
    values = [f"{{{{ 指标.{name} }}}}" for name in ("年度指标值", "实际完成值", "分值", "得分", "偏差原因")]
    table.row(
        Box("{% vm %}", open_sides=("top",), margin=TIGHT),
        *map(Box, (f"{{% vm 指标.一级指标 %}}{named}", category, name, *values)),
        height=520,
    )
    table.tag("{%tr endfor %}")


def _score(sheet: Sheet) -> Grid:
    """The total, a table of its own that lines below may join: rows of it all stay on one page."""
    sheet.joint()
    table = sheet.table(WIDTHS, margin=MARGIN, style=WIDE)
    table.row(Box("总分", 6), Box("{{ 总分值 }}"), Box("{{ 总分 }}", margin=TIGHT), Box(""), kept=True)
    return table


def _below() -> Box:
    """A cell that continues the one above."""
    return Box("", merge="continue")
