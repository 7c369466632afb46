"""Who evaluated, and the boxes for signatures and opinions (J7, J11 of 临湘, the tail of H1 of 湘西).

The lists 签字人 and 意见栏 of a format say which boxes there are; the rest are options (选项), with defaults in
templates/common/国家规则.yaml.
"""

from __future__ import annotations

from tools.form_kit import LEFT, Box, Grid, Sheet

WIDTHS = (700, 1400, 2100, 3000, 1644)
_DATE = "\t　　年　　月　　日"
_DATE_STOP = 8400


def evaluators() -> Sheet:
    """The form; the people stand beside a title or, without it (评价人员栏), on the whole width."""
    sheet = Sheet()
    table = sheet.table(WIDTHS)
    table.tag('{%tr if 评价人员栏 == "是" %}')
    _people(table, has_title=True)
    table.tag("{%tr else %}")
    _people(table, has_title=False)
    table.tag("{%tr endif %}")
    signers = f"\n{{%p for 人 in 签字人 %}}\n{{{{ 人.名称 }}}}：{_DATE}\n\n{{%p endfor %}}"
    _box(table, signers)
    table.tag("{%tr for 栏 in 意见栏 %}")
    together = "{{ 栏.名称 }}负责人（签章）："
    apart = "{{ 栏.名称 }}负责人（签字）：\n\n{{ 栏.名称 }}（盖章）："
    choice = f'{{%p if 意见签章 == "分列" %}}\n{apart}{_DATE}\n{{%p else %}}\n{together}{_DATE}\n{{%p endif %}}'
    _box(table, f"{{{{ 栏.名称 }}}}意见：\n\n\n\n{choice}\n")
    table.tag("{%tr endfor %}")
    table.tag('{%tr if 填报人栏 == "是" %}')
    table.below("填报人（签名）：{{ 单位.填表人 }}\t联系电话：{{ 单位.联系电话 }}", 4900)
    table.tag("{%tr endif %}")
    return sheet


def _people(table: Grid, *, has_title: bool) -> None:
    """The people below a head, and a row for one more (评价人员空行)."""
    first, later = ((Box("评价\n人员", merge="restart"),), (Box("", merge="continue"),)) if has_title else ((), ())
    columns = 1 if has_title else 2  # of the names
    table.row(*first, Box("姓名", columns), *map(Box, ("{{ 评价人员职务栏 }}", "单位", "签字")))
    for tag, texts, end in (
        ("for 人 in 评价人员", ("{{ 人.姓名 }}", "{{ 人.职务 }}", "{{ 人.单位 }}", ""), "endfor"),
        ('if 评价人员空行 == "是"', ("", "", "", ""), "endif"),
    ):
        table.tag(f"{{%tr {tag} %}}")
        table.row(*later, Box(texts[0], columns), *map(Box, texts[1:]), height=560)
        table.tag(f"{{%tr {end} %}}")


def _box(table: Grid, text: str) -> None:
    table.row(Box(text, len(WIDTHS), align=LEFT, tab=_DATE_STOP))
