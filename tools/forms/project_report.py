"""Forms of a project report: the cover and the basic information (H1 of 湘西)."""

from __future__ import annotations

from tools.form_kit import COVER_TEXT, COVER_TITLE, COVER_UNIT, FORM_TITLE, LEFT, SPREAD, Box, Grid, Sheet, prose


def cover() -> Sheet:
    """The cover of a project report."""
    sheet = Sheet()
    sheet.line("{{ 单位.名称 }}", COVER_UNIT, before=1200)
    sheet.line("{{ 年度 }}年度{{ 项目.名称 }}", COVER_TITLE, before=240)
    sheet.line("支出绩效自评报告", COVER_TITLE)
    sheet.line("", COVER_TEXT, before=700)
    table = sheet.table((3150, 4850), borders=False)
    for label, value in (
        ("项目名称", "{{ 项目.名称 }}"),
        ("支出功能科目编码", "{{ 项目.支出功能科目编码 }}"),
        ("项目实施单位", "{{ 项目.实施单位 }}"),
        ("主管部门", "{{ 项目.主管部门 }}"),
        ("评价方式", "{{ 报告.评价方式 }}"),
        ("评价机构", "{{ 报告.评价机构 }}"),
        ("单位名称（盖章）", "{{ 单位.名称 }}"),
        ("报告时间", "{{ 报告.报告时间 }}"),
    ):
        name = Box(f"{label}：", align=SPREAD, style=COVER_TEXT)
        table.row(name, Box(value, style=COVER_TEXT, underlined=True), height=800)
    return sheet


EACH_BUDGET = (
    "{% for 项 in 子项目 %}{{ 项.名称 }}{{ 项.预算安排|万元 }}{% if loop.last %}。{% else %}；{% endif %}{% endfor %}"
)


def basic_information() -> Sheet:
    """Form H1: the basic information of a project and its evaluation in short."""
    sheet = Sheet()
    sheet.line("项目基本信息表", FORM_TITLE)
    table = sheet.table((700, 1400, 2100, 2300, 700, 1644))
    _identity(table)
    for label, text in (
        ("基本概况", f"{{{{p 文字.基本概况 }}}}\n{{{{p 文字.资金用途 }}}}\n各子项目预算安排：{EACH_BUDGET}"),
        ("项目绩效目标", "总目标：{{ 文字.总目标 }}\n年度目标：{{ 文字.年度目标 }}"),
    ):
        table.row(Box(label, 2), prose(text, 4), whole=False)
    merge = "restart"
    for label, name in (
        ("项目\n完成情况", "项目完成情况"),
        ("资金\n投入情况", "资金投入情况"),
        ("绩效目标\n实现情况", "产出情况"),
        ("经济效益\n分析", "经济效益"),
        ("社会效益\n分析", "社会效益"),
    ):
        told = prose(f"{{{{p 文字.{name} }}}}", 4)
        table.row(Box("项目\n执行\n情况" if merge == "restart" else "", merge=merge), Box(label), told, whole=False)
        merge = "continue"
    experience = "（一）主要经验做法\n{{p 文字.主要经验做法 }}\n（二）存在的问题及原因\n{{p 文字.存在问题 }}"
    for label, text in (
        ("项目组织\n管理情况", "{{p 文字.组织管理 }}"),
        ("项目财务\n管理情况", "{{p 文字.财务管理 }}"),
        ("总结经验及\n存在问题分析", experience),
    ):
        table.row(Box(label, 2), prose(text, 4), whole=False)
    _conclusion(table)
    return sheet


def _identity(table: Grid) -> None:
    """The rows above the narrative: who, where, when, and the funds by level."""
    _pairs(table, "项目负责人", "{{ 项目负责人 }}", "联系电话", "{{ 联系电话 }}")
    _pairs(table, "地址", "{{ 单位.地址 }}", "邮编", "{{ 单位.邮编 }}")
    table.row(Box("项目起止时间", 2), Box("{{ 开始时间 }}至{{ 结束时间 }}", 4))
    _pairs(table, "计划投资额（万元）", "{{ 全年预算数 }}", "实际到位资金（万元）", "{{ 到位资金 }}")
    table.tag("{%tr for 级次 in 资金级次 %}")
    level = "{% if loop.first %}其中：{% endif %}{{ 级次.名称 }}"
    _pairs(table, level, "{{ 级次.计划 }}", level, "{{ 级次.到位 }}")
    table.tag("{%tr endfor %}")


def _pairs(table: Grid, *texts: str) -> None:
    """A row of label, value, label, value."""
    table.row(*(Box(text, columns) for text, columns in zip(texts, (2, 1, 1, 2), strict=True)))


def _conclusion(table: Grid) -> None:
    """Score and grade, suggestions, evaluators, and the boxes for signatures and seals."""
    score = "评分：{{ 总分 }}　　　　等级：{{ 等级 }}\n备注：{{ 等级说明 }}"
    table.row(Box("自评结论", 2), prose(score, 4), height=800)
    table.row(Box("有关建议", 2), prose("{{p 文字.有关建议 }}", 4), height=600)
    table.row(Box("评价\n人员", merge="restart"), Box("姓名"), Box("职称/职务"), Box("单位", 2), Box("签字"))
    table.tag("{%tr for 人 in 评价人员 %}")
    people = (Box("{{ 人.姓名 }}"), Box("{{ 人.职务 }}"), Box("{{ 人.单位 }}", 2), Box(""))
    table.row(Box("", merge="continue"), *people, height=560)
    table.tag("{%tr endfor %}")
    date = "\t　　年　　月　　日"
    signers = (
        *("评价组组长（签字）", "项目实施单位负责人（签字）", "项目实施单位（盖章）"),
        *("主管部门负责人（签字）", "主管部门（盖章）"),
    )
    signed = "\n".join(f"{signer}：{date}\n" for signer in signers).rstrip("\n")
    table.row(Box(f"\n{signed}\n", 6, align=LEFT, tab=8400))
    opinion = "财政部门归口业务科室意见：\n\n\n\n财政部门归口业务科室负责人（签字）：\n\n财政部门归口业务科室（盖章）："
    table.row(Box(f"{opinion}{date}\n", 6, align=LEFT, tab=8400))
