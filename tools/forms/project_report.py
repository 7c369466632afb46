"""Forms of a project report (湘西): the cover, and the middle of the basic information (H1)."""

from __future__ import annotations

from tools.form_kit import COVER_TEXT, COVER_TITLE, COVER_UNIT, SPREAD, Box, Sheet, prose

NAME = ("项目名称", "{{ 项目.名称 }}")
WHO = (("项目实施单位", "{{ 项目.实施单位 }}"), ("主管部门", "{{ 项目.主管部门 }}"))
SEAL = (("单位名称（盖章）", "{{ 单位.名称 }}"), ("报告时间", "{{ 报告.报告时间 }}"))
CODE = ("支出功能科目编码", "{{ 项目.支出功能科目编码 }}")
HOW = (("评价方式", "{{ 报告.评价方式 }}"), ("评价机构", "{{ 报告.评价机构 }}"))


def cover() -> Sheet:
    """The cover of a project report (湘西)."""
    return _cover(NAME, CODE, *WHO, *HOW, *SEAL)


def national_cover() -> Sheet:
    """The cover of a project report that no province prescribes."""
    return _cover(NAME, *WHO, *SEAL)


def _cover(*rows: tuple[str, str]) -> Sheet:
    """Unit, year, project and title; below them label and value of each row."""
    sheet = Sheet()
    sheet.line("{{ 单位.名称 }}", COVER_UNIT, before=1200)
    sheet.line("{{ 年度 }}年度{{ 项目.名称 }}", COVER_TITLE, before=240)
    sheet.line("支出绩效自评报告", COVER_TITLE)
    sheet.line("", COVER_TEXT, before=700)
    table = sheet.table((3150, 4850), borders=False)
    for label, value in rows:
        name = Box(f"{label}：", align=SPREAD, style=COVER_TEXT)
        table.row(name, Box(value, style=COVER_TEXT, underlined=True), height=800)
    return sheet


EACH_BUDGET = (
    "{% for 项 in 子项目 %}{{ 项.名称 }}{{ 项.预算安排|万元 }}{% if loop.last %}。{% else %}；{% endif %}{% endfor %}"
)


def basic_information() -> Sheet:
    """What form H1 tells of a project, its evaluation in short; it stands between the funds and the evaluators."""
    sheet = Sheet()
    table = sheet.table((700, 1400, 6744))
    for label, text in (
        ("基本概况", f"{{{{p 文字.基本概况 }}}}\n{{{{p 文字.资金用途 }}}}\n各子项目预算安排：{EACH_BUDGET}"),
        ("项目绩效目标", "总目标：{{ 文字.总目标 }}\n年度目标：{{ 文字.年度目标 }}"),
    ):
        table.row(Box(label, 2), prose(text, 1), whole=False)
    merge = "restart"
    for label, name in (
        ("项目\n完成情况", "项目完成情况"),
        ("资金\n投入情况", "资金投入情况"),
        ("绩效目标\n实现情况", "产出情况"),
        ("经济效益\n分析", "经济效益"),
        ("社会效益\n分析", "社会效益"),
    ):
        told = prose(f"{{{{p 文字.{name} }}}}", 1)
        table.row(Box("项目\n执行\n情况" if merge == "restart" else "", merge=merge), Box(label), told, whole=False)
        merge = "continue"
    experience = "（一）主要经验做法\n{{p 文字.主要经验做法 }}\n（二）存在的问题及原因\n{{p 文字.存在问题 }}"
    for label, text in (
        ("项目组织\n管理情况", "{{p 文字.组织管理 }}"),
        ("项目财务\n管理情况", "{{p 文字.财务管理 }}"),
        ("总结经验及\n存在问题分析", experience),
    ):
        table.row(Box(label, 2), prose(text, 1), whole=False)
    score = "评分：{{ 总分 }}　　　　等级：{{ 等级 }}\n备注：{{ 等级说明 }}"
    table.row(Box("自评结论", 2), prose(score, 1), height=800)
    table.row(Box("有关建议", 2), prose("{{p 文字.有关建议 }}", 1), height=600)
    return sheet
