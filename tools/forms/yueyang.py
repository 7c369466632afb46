"""Forms of 岳阳: the covers, and what a department is and did (J1 of 临湘)."""

from __future__ import annotations

from tools.form_kit import ANNEX_MARK, COVER_TEXT, COVER_TITLE, LEFT, Box, Sheet, prose

WIDTHS = (1900, 2622, 1700, 2622)


def department_cover() -> Sheet:
    """The cover of a department report, with its number as an annex."""
    sheet = Sheet()
    sheet.line("附件2", ANNEX_MARK, LEFT)
    _cover(sheet, ("部门（单位）整体支出", "绩效评价自评报告"), {"部门（单位）名称": "{{ 单位.名称 }}"})
    return sheet


def project_cover() -> Sheet:
    """The cover of a project report."""
    sheet = Sheet()
    names = {"项目名称": "{{ 项目.名称 }}", "项目单位": "{{ 项目.实施单位 }}"}
    _cover(sheet, ("项目支出绩效评价自评报告",), names)
    return sheet


def _cover(sheet: Sheet, title: tuple[str, ...], names: dict[str, str]) -> None:
    """The title, who evaluated what, and the finance bureau that made the form."""
    sheet.line("{{ 单位.地区 }}{{ 年度 }}年度", COVER_TITLE, before=1400)
    for line in title:
        sheet.line(line, COVER_TITLE)
    sheet.line("", COVER_TEXT, before=1200)
    evaluated = {
        "评价方式": "{{ 报告.评价方式 }}",
        "评价机构": "{{ 报告.评价机构 }}",
        "报告日期": "{{ 报告.报告时间 }}",
    }
    table = sheet.table((3100, 4800), borders=False)
    for label, value in (names | evaluated).items():
        name = Box(f"{label}：", align=LEFT, style=COVER_TEXT)
        table.row(name, Box(value, style=COVER_TEXT, underlined=True), height=800)
    sheet.line("{{ 单位.地区 }}财政局（制）", COVER_TEXT, before=1000)


def profile() -> Sheet:
    """Staff, duties, the year's tasks and what came of them."""
    sheet = Sheet()
    table = sheet.table(WIDTHS)
    for texts in (
        ("联系人", "{{ 单位.填表人 }}", "联络电话", "{{ 单位.联系电话 }}"),
        ("人员编制", "{{ 人员情况.编制数|数 }}", "实有人数", "{{ 人员情况.在职人数|数 }}"),
    ):
        table.row(*map(Box, texts))
    duties = "{%p for 职责 in 职能职责 %}\n（{{ loop.index|汉字 }}）{{ 职责 }}\n{%p endfor %}"
    tasks = "{%p for 任务 in 年度工作 %}\n任务{{ loop.index }}：{{ 任务 }}\n{%p endfor %}"
    told = "（{{ loop.index|汉字 }}）{{ 项.名称 }}。{{ 项.概述 }}"
    results = f"{{{{p 文字.总体情况 }}}}\n{{%p for 项 in 工作成效 %}}\n{told}\n{{%p endfor %}}"
    for label, text in (
        ("职能职责概述", duties),
        ("年度主要工作\n内容", tasks),
        ("年度部门（单位）\n总体运行情况及\n取得的成绩", results),
    ):
        table.row(Box(label), prose(text, 3), whole=False)
    return sheet
