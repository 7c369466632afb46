"""What a project got and spent: the funds by level (J8 of 临湘, head of H1 of 湘西) and the vouchers (J9)."""

from __future__ import annotations

from tools.form_kit import BREAK, FORM_TITLE, LEFT, TIGHT, WIDE, Box, Grid, Sheet

# Label and value four times; where no spending is shown, two columns are one.
WIDTHS = (1150, 950, 1150, 950, 1150, 1150, 1150, 1194)
_MARGIN = 30
_AMOUNTS = ("计划", "到位", "支出", "结余")


def levels() -> Sheet:
    """Who is responsible, where and when, and the money by level; 资金支出栏: also what was spent and is left."""
    sheet = Sheet()
    sheet.tag("{%p if 资金分级表标题 %}")
    sheet.line("{{ 资金分级表标题 }}", FORM_TITLE)
    sheet.tag("{%p endif %}")
    table = sheet.table(WIDTHS, margin=_MARGIN)
    _pairs(table, "项目负责人", "{{ 项目负责人 }}", "联系电话", "{{ 联系电话 }}")
    _pairs(table, "{{ 地址栏名 }}", "{{ 项目.地址 }}", "邮编", "{{ 项目.邮编 }}")
    table.row(Box("项目起止时间", 2), Box("{{ 开始时间 }}至{{ 结束时间 }}", 6))
    heads = ("{{ 计划栏名 }}", "实际到位资金", "实际支出", "结余")
    totals = ("全年预算数", "到位资金", "全年执行数", "结转结余")
    _amounts(table, [f"{head}{{break}}（万元）" for head in heads], totals)
    table.tag("{%tr for 级次 in 资金级次 %}")
    level = "{% if loop.first %}其中：{break}{% endif %}{{ 级次.名称 }}"
    _amounts(table, [level] * len(_AMOUNTS), [f"级次.{name}" for name in _AMOUNTS])
    table.tag("{%tr endfor %}")
    return sheet


def _pairs(table: Grid, *texts: str) -> None:
    """A row of label, value, label, value."""
    table.row(*(Box(text, 2) for text in texts))


def _amounts(table: Grid, labels: list[str], names: tuple[str, ...] | list[str]) -> None:
    """A row of amounts, planned and arrived or all four; {break} in a label ends a line of a narrow one."""
    narrow, wide = ([label.replace("{break}", end) for label in labels] for end in (BREAK, ""))
    values = [f"{{{{ {name} }}}}" for name in names]
    table.tag('{%tr if 资金支出栏 == "是" %}')
    texts = (text for pair in zip(narrow, values, strict=True) for text in pair)
    table.row(*(Box(text, style=WIDE, margin=TIGHT) for text in texts), height=480)
    table.tag("{%tr else %}")
    _pairs(table, wide[0], values[0], wide[1], values[1])
    table.tag("{%tr endif %}")


def vouchers() -> Sheet:
    """What each sub-project spent, and the vouchers that prove it: 3月6-10#4月6#8#."""
    sheet = Sheet()
    table = sheet.table((2100, 1250, 4594, 900))
    table.row(*map(Box, ("支出内容", "实际支出数\n（万元）", "会计凭证号", "备注")), head=True)
    table.tag("{%tr for 项 in 子项目 %}")
    numbers = "{% for 号 in 月.凭证号 %}{{ 号 }}#{% endfor %}"
    proofs = f"{{% for 月 in 项.会计凭证 %}}{{{{ 月.月份|数 }}}}月{numbers}{{% endfor %}}"
    table.row(Box("{{ 项.名称 }}", align=LEFT), Box("{{ 项.实际支出 }}"), Box(proofs, align=LEFT), Box("{{ 项.备注 }}"))
    table.tag("{%tr endfor %}")
    table.row(*map(Box, ("支出合计", "{{ 全年执行数 }}", "", "")))
    return sheet
