"""Forms of a department's summary of its projects (豫财效〔2020〕10号): the cover and the table of all projects."""

from __future__ import annotations

from tools.form_kit import BREAK, RIGHT, UNIT_LINE, WIDE, Box, Sheet
from tools.forms import department_report

WIDTHS = (440, 1700, 1604, 950, 950, 950, 800, 750, 700)
_NONE = "—"
_EVALUATED = "count(项.绩效指标) > 0"


def cover() -> Sheet:
    """The cover: title, department and date."""
    return department_report.cover("部门项目支出绩效自评总结报告")


def projects() -> Sheet:
    """Budget, execution, score and grade of every project; one without an evaluation has no score."""
    sheet = Sheet()
    sheet.line("单位：万元", UNIT_LINE, RIGHT)
    table = sheet.table(WIDTHS, margin=35, style=WIDE)
    heads = (
        "序号",
        "项目名称",
        "实施单位",
        "年初\n预算数",
        "全年\n预算数",
        "全年\n执行数",
        "预算\n执行率",
        "自评\n得分",
        "等级",
    )
    table.row(*map(Box, heads), height=520, head=True)
    table.tag("{%tr for 项 in 各项目 %}")
    named = ("{{ loop.index }}", "{{ 项.名称 }}", "{{ 项.实施单位 }}")
    amounts = [f"{{{{ 项.{name} }}}}" for name in ("年初预算数", "全年预算数", "全年执行数", "预算执行率")]
    scored = [
        f"{{% if {_EVALUATED} %}}{{{{ 项.{name} }}}}{{% else %}}{_NONE}{{% endif %}}" for name in ("总分", "等级")
    ]
    table.row(*map(Box, (*named, *amounts, *scored)), height=460)
    table.tag("{%tr endfor %}")
    sums = [f"{{{{ 项目支出.{name} }}}}" for name in ("年初预算数", "全年预算数", "全年执行数", "预算执行率")]
    average = f"{{% if 自评项目数 > 0 %}}平均{BREAK}{{{{ 平均得分 }}}}{{% else %}}{_NONE}{{% endif %}}"
    table.row(Box("合计", 3), *map(Box, sums), Box(average), Box(_NONE), height=460)
    return sheet
