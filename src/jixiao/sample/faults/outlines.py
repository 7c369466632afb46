"""Faults in a unit's own outline (F13, F14) and in a chapter that it adds (F2, C115 and above, R)."""

from __future__ import annotations

from jixiao.sample.faults.draft import Draft, Fault, Plant, Planted

FILE, CHAPTER = "大纲.yaml", "章节/补充.md"
ADDED = "增加: 正文, 之后: {last}, 文件: 章节/补充.md"
SOUND = "# 补充情况\n\n没有其他情况。\n"

CHANGES = {
    "F131": "增加: 正文, 之后: {last}, 文件: ../章节/补充.md",
    "F132": "增加: 正文, 之后: {last}, 文件: 章节/补冲.md",
    "F134": "增加: 正文, 删除: {last}, 文件: 章节/补充.md",
    "F135": "增加: 正文, 之后: {last}",
    "F136": "删除: {last}, 文件: 章节/补充.md",
    "F137": "移动: {last}",
    "F138": "增加: 目录, 文件: 章节/补充.md",
    "F139": "替换: 没有的一章, 文件: 章节/补充.md",
    "R105": "增加: 附件, 文件: 章节/补充.md, 名称: 附表, 每个: 绩效指标.三级指标",
    "F142": f"{ADDED}, 适用年度: 今年",
    "F143": f"{ADDED}, 报告: 没有的报告",
}
"""By code: a change of the outline that cannot be made; {last}: the last chapter of the main report."""

PARTS = '类别=["上半年", "下半年"]'

CHAPTERS: dict[str, tuple[str, int]] = {
    "F201": ("支出{{ 全年执行数 万元。\n", 1),
    "F202": ("{% fro 项 in 子项目 %}\n甲\n", 1),
    "F203": ("{% for 项 子项目 %}\n甲\n{% endfor %}\n", 1),
    "F204": ("{% if 全年执行数 %}\n甲\n", 1),
    "F205": ("甲\n\n{% endif %}\n", 3),
    "F206": ("甲 {.正问}\n", 1),
    "F207": ("# 一、补充情况\n", 1),
    "F208": ("支出<u>较大。\n", 1),
    "F209": ("> 甲\n", 1),
    "F210": ("| 项目 | 金额 |\n| 甲 | 乙 |\n", 1),
    "F211": ("| 项目 | 金额 |\n|--|--|\n| 甲 |\n", 3),
    "F212": ("##### 补充情况\n", 1),
    "F213": ("前{% landscape %}后\n", 1),
    "F214": ('# 补充情况\n\n{% form "表单/没有的表.docx" %}\n', 3),
    "F231": ("![机构图](../机构.png)\n", 1),
    "F234": ("支出较大[^办法]。\n", 1),
    "F235": ("支出较大。\n\n[^办法]: 某办法。\n", 3),
    "F236": ("# 补充情况\n\n见[](#没有的表)。\n", 3),
    "F237": ("支出较大[^1]。\n\n[^1]: 某办法。\n[^1]: 另一办法。\n", 4),
    "F238": ("#### 明细\n\n1. 甲\n   1. 乙\n", 4),
    "F239": ("支出情况见表2。\n", 1),
    "F240": ("支出较大[^1]，结余较多[^1]。\n\n[^1]: 某办法。\n", 1),
    "F241": (f"{{% chart 柱状图 {PARTS}, 支出=[全年执行数, 全年执行数] %}}\n", 1),
    "F242": (f"{{% chart 饼图 {PARTS}, 支出=[全年执行数, 全年执行数], 预算=[全年预算数, 全年预算数] %}}\n", 1),
    "R121": (f"{{% chart 柱形图 {PARTS}, 支出=全年执行数 %}}\n", 1),
    "R122": (f"{{% chart 柱形图 {PARTS}, 支出=[全年执行数, 全年执行数], 执行率=[预算执行率, 预算执行率] %}}\n", 1),
    "R123": (f"{{% chart 饼图 {PARTS}, 支出=[全年执行数, 0 - 全年执行数] %}}\n", 1),
    "R101": ("{% for 项 in 单位.名称 %}\n甲\n{% endfor %}\n", 1),
    "R111": ('见[](#补充情况)。\n\n{% if 全年执行数 < number("1万元") %}\n# 补充情况\n{% endif %}\n', 1),
    "R112": ("# 补充情况\n\n# 补充情况\n\n见[](#补充情况)。\n", 5),
}
"""By code: a chapter, and the line that is told."""

TOO_LONG = 15_000


def _chapters(draft: Draft) -> list[str]:
    """The chapters of the unit's main report, by their names."""
    files = [str(each.file) for each in draft.unit.kind.rules[0].outline if str(each.file).endswith(".md")]
    return [file.rpartition("/")[2].removesuffix(".md").partition("-")[2] for file in files]


def _last(draft: Draft) -> str:
    return _chapters(draft)[-1]


def _put(draft: Draft, change: str, chapter: str = SOUND) -> None:
    of = "" if "报告" in change else f", 报告: {_report(draft)}"
    draft.add(FILE, f"大纲调整:\n- {{{change.format(last=_last(draft))}{of}}}\n")
    if f" {CHAPTER}" in change:
        draft.add(CHAPTER, chapter)


def _report(draft: Draft) -> str:
    return str(draft.tree("报告.yaml")["报告"][0]["名称"])


def _change(code: str, change: str) -> Plant:
    def plant(draft: Draft) -> Planted:
        _put(draft, change)
        return Planted(code, FILE, f"大纲改动写作：{change.format(last=_last(draft))}", 2)

    return plant


def _chapter(code: str, text: str, line: int) -> Plant:
    def plant(draft: Draft) -> Planted:
        _put(draft, ADDED, text)
        return Planted(code, CHAPTER, "增加一章，写法有误", line)

    return plant


def _file(code: str, text: str, line: int) -> Plant:
    def plant(draft: Draft) -> Planted:
        draft.add(FILE, text.format(last=_last(draft), second=_chapters(draft)[1], report=_report(draft)))
        return Planted(code, FILE, "大纲调整写法有误", line)

    return plant


def _long(draft: Draft) -> Planted:
    _put(draft, ADDED, "# 补充情况\n\n" + "没有其他情况。\n\n" * TOO_LONG)
    return Planted("F145", CHAPTER, "增加的一章太长")


def _choice(draft: Draft) -> Planted:
    """A choice by a rate that prints as the bound, and lies below."""
    draft.add("备用.yaml", "事实:\n  备用数: 89996个\n  备用总数: 100000个\n  备用比: =备用数/备用总数\n")
    _put(draft, ADDED, '{% if 备用比 < number("90%") %}\n偏低。\n{% endif %}\n')
    return Planted("C201", CHAPTER, "按印出的数与精确的数选出的文字不同", 1)


MOVE = "- {{移动: {last}, 之后: {second}, 报告: {report}}}\n"
FILES = {
    "F133": ("- 删除: {last}\n", 1),
    "F141": (f"大纲调整:\n{MOVE}- {{{{删除: {{last}}, 报告: {{report}}}}}}\n", 3),
}
"""By code: a whole 大纲.yaml, and the line that is told."""

AREA = "大纲"
FAULTS = [
    *(Fault(code, AREA, _change(code, change)) for code, change in CHANGES.items()),
    *(Fault(code, AREA, _file(code, *made)) for code, made in FILES.items()),
    Fault("F145", AREA, _long),
    Fault("C201", AREA, _choice),
    *(Fault(code, AREA, _chapter(code, *made)) for code, made in CHAPTERS.items()),
]
