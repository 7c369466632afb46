"""Files that cannot be read as they are (Y): each is a further file of a project, which nothing else refers to."""

from __future__ import annotations

from jixiao.sample.faults.draft import EXTRA, Draft, Fault, Plant, Planted

WHOLE = "整体与部分:\n  - 整体: "
FACT = "事实:\n  备用机房: 3个\n"

FILES: dict[str, tuple[str | bytes, int]] = {
    "Y101": (FACT.encode("gbk"), 1),
    "Y102": (f"{FACT}  备用机房: 4个\n", 3),
    "Y103": (FACT.encode() + "  备用名: ".encode() + "甲".encode() + b"\xe6\x9c\n", 3),
    "Y104": (b"PK\x03\x04 and so on", 0),
    "Y105": ("文字:\n  备用说明: 甲\u200b组\n", 2),
    "Y106": ("#" * 4_000_001, 0),
    "Y107": ("# 还没有填\n", 0),
    "Y108": ("事实:\n  备用机房: " + "[" * 60 + "\n", 2),
    "Y109": ("事实:\n  备用机房: [" + "1," * 200_001 + "]\n", 2),
    "Y110": ('事实:\n  "备用机房\\x": 3个\n', 2),
    "Y111": ("事实:\n  备用机房：3个\n", 2),
    "Y112": ("事实:\n  备用机房:3个\n", 2),
    "Y113": ("事实:\n\t备用机房: 3个\n", 2),
    "Y114": ("事实:\n　　备用机房: 3个\n", 2),
    "Y116": ('事实:\n  备用机房: "3个\n', 2),
    "Y117": ('事实:\n  备用机房: "3个"以上\n', 2),
    "Y118": ("事实:\n  备用率: >=95%\n", 2),
    "Y119": ("事实:\n  备用机房: 共有: 3个\n", 2),
    "Y120": ("清单: {备用甲: 一组，备用乙: 二组}\n", 1),
    "Y121": (f"{FACT}    备用机架: 12个\n", 3),
    "Y122": ("文字:\n  备用说明: {{ 全年执行数 }}\n", 2),
    "Y123": ("事实:\n  备用机房 3个\n  备用机架: 12个\n", 2),
    "Y124": ("事实:\n  <<: {备用机房: 3个}\n", 2),
    "Y125": ("事实:\n  ? [备用机房]\n  : 3个\n", 2),
    "Y126": (f"{FACT}---\n事实: {{备用机架: 12个}}\n", 3),
    "Y127": ("- 备用机房: 3个\n", 1),
    "D101": ("实施地占: 示例大道\n", 1),
    "D103": ("清单: 甲组\n", 1),
    "D104": ("整体与部分: 甲组\n", 1),
    "D105": ("邮编: [甲, 乙]\n", 1),
    "D114": ("事实:\n  5G站点: 3个\n", 2),
    "D115": ("金额单位: 人民币\n事实: {备用机房: 3个}\n", 1),
    "C111": ("事实:\n  备用甲: =备用乙\n  备用乙: =备用甲\n", 2),
    "C113": (
        "事实:\n" + "".join(f"  备用{number}号: =备用{number + 1}号\n" for number in range(50)) + "  备用50号: 1个\n",
        42,
    ),
    "K151": (
        f"事实: {{备用总数: 48个, 备用甲: 40个}}\n{WHOLE}备用总书\n    部分: [备用甲, 备用总数]\n",
        3,
    ),
    "K152": (f"事实: {{备用总数: 48个, 备用甲: 40个}}\n{WHOLE}备用总数\n    部分: [备用甲]\n", 4),
    "K153": (
        f"事实: {{备用总数: 48个, 备用甲: 40个, 备用率: 12.5%}}\n{WHOLE}备用总数\n    部分: [备用甲, 备用率]\n",
        1,
    ),
    "K154": (
        f"事实: {{备用总数: 48个, 备用甲: 40个, 备用乙: 9个}}\n{WHOLE}备用总数\n    部分: [备用甲, 备用乙]\n",
        1,
    ),
    "K155": (
        f"事实: {{备用率: 95.45%, 备用甲: 95.86%, 备用乙: 100%}}\n{WHOLE}备用率\n    部分: [备用甲, 备用乙]\n",
        1,
    ),
    "K301": ("事实:\n  备用覆盖率: 196.67%\n", 2),
    "K602": ("事实:\n  全年执行数: 3万元\n", 2),
}
"""By code: what the file holds, and the line that is told (0: the whole file)."""

CHAPTERS: dict[str, tuple[str, int]] = {
    "Y154": ("前言\n\n# 备用说明\n\n没有。\n", 1),
    "Y155": ("# 备用说明\n\n# 备用情况\n\n没有。\n", 1),
    "Y156": ("# 备用说明\n\n## 备用背景\n\n没有。\n", 3),
    "Y157": ("#备用说明\n\n没有。\n", 1),
}
"""The same for files of narratives."""

ALSO = {"Y108": ("D105",), "Y109": ("D105",), "Y120": ("D103",), "Y122": ("Y158",)}
"""What is told beside, as nothing useful was read there."""

AREA = "读文件"


def _file(code: str, name: str, content: str | bytes, line: int) -> Plant:
    def plant(draft: Draft) -> Planted:
        file = draft.add(f"{draft.projects[0]}/{EXTRA}{name}", content)
        return Planted(code, file, "增加一个文件", line, also=ALSO.get(code, ()))

    return plant


def _spreadsheet(draft: Draft) -> Planted:
    return Planted("Y140", draft.add(f"{EXTRA}.xlsx", b"PK"), "放进一个表格文件")


def _deep(draft: Draft) -> Planted:
    draft.add("层/" * 20 + f"{EXTRA}.yaml", FACT)
    return Planted("Y144", "/".join(["层"] * 9), "文件夹套得太深")


def _dash(draft: Draft) -> Planted | None:
    folder = draft.projects[0]
    if draft.tree(f"{folder}/评价人员.yaml"):
        return None
    file = draft.add(f"{folder}/{EXTRA}.yaml", "评价人员:\n  -职务: 科长\n  - 职务: 主任\n")
    return Planted("Y115", file, "短横线后面没有空格", 2)


def _zero(draft: Draft) -> Planted | None:
    if "department-summary" in draft.unit.kind.formats:
        return None  # two formats that print what cannot be computed in two ways tell of it twice
    file = draft.add(f"{draft.projects[0]}/{EXTRA}.yaml", "事实: {备用甲: 3个, 备用乙: 0个, 备用比: =备用甲/备用乙}\n")
    return Planted("K304", file, "除以零", 1)


FAULTS = [
    *(Fault(code, AREA, _file(code, ".yaml", *made)) for code, made in FILES.items()),
    *(Fault(code, AREA, _file(code, ".md", *made)) for code, made in CHAPTERS.items()),
    Fault("Y115", AREA, _dash),
    Fault("K304", AREA, _zero),
    Fault("Y140", AREA, _spreadsheet),
    Fault("Y144", AREA, _deep),
]
