"""Goals in words and in figures, score and grade, without points for each indicator (J6, J10 of 临湘).

What differs between the forms of a department and of a project are options (选项), with defaults in
templates/common/国家规则.yaml.
"""

from __future__ import annotations

from tools.form_kit import BREAK, WIDE, Box, Grid, Sheet, prose

WIDTHS = (1400, 1000, 1400, 2344, 1200, 1500)
_MARGIN = 60
_LINE = 360  # so that the form of a department with fifteen indicators fits on a page


def goals() -> Sheet:
    """The form; 指标值单列 says whether the targets have a column of their own."""
    sheet = Sheet()
    words = sheet.table((WIDTHS[0], 3722, 3722), margin=_MARGIN, style=WIDE)
    words.row(Box("{{ 定性目标栏名 }}", merge="restart"), Box("预期目标"), Box("实际完成"), kept=True)
    told = (prose(f"{{{{p 文字.{name} }}}}", 1)._replace(top=True, margin=85) for name in ("年度目标", "年度完成情况"))
    words.row(Box("", merge="continue"), *told, whole=False)
    sheet.joint()
    table = sheet.table(WIDTHS, margin=_MARGIN, style=WIDE)
    _choice(table, ("一级指标", "二级指标", "指标内容", f"指标{BREAK}（目标）值", "实际完成值"), is_head=True)
    table.tag("{%tr for 指标 in 绩效指标行 %}")
    merged = (f"{{% vm 指标.{name} %}}{{{{ 指标.{name} }}}}" for name in ("一级指标", "二级指标"))
    _choice(table, (*merged, *(f"{{{{ 指标.{name} }}}}" for name in ("三级指标", "年度指标值", "实际完成值"))))
    table.tag("{%tr endfor %}")
    table.row(Box("绩效自评综合得分", 3), Box("{{ 总分 }}", 3), height=_LINE, kept=True)
    table.row(Box("评价等次", 3), Box("{{ 等级 }}", 3), height=_LINE)
    return sheet


def _choice(table: Grid, texts: tuple[str, ...], *, is_head: bool = False) -> None:
    """A row of the indicators, with a column of targets or without it."""
    group, category, name, target, actual = texts
    goal = f"{name}{{% if 指标.年度指标值 %}}：{target}{{% endif %}}"
    joint = [Box(group), Box(category), Box(goal, 2), Box(actual)]
    if is_head:
        joint = [Box("评价内容", 2), Box("绩效目标", 2), Box("完成情况")]
    # The first column is one cell in two pieces: LibreOffice breaks cells that reach from a head into the rows.
    title = Box("{{ 定量目标栏名 }}" if is_head else "{% vm %}", open_sides=("bottom" if is_head else "top",))
    table.tag('{%tr if 指标值单列 == "是" %}')
    table.row(title, *map(Box, texts), height=_LINE, head=is_head)
    table.tag("{%tr else %}")
    table.row(title, *joint, height=_LINE, head=is_head)
    table.tag("{%tr endif %}")
