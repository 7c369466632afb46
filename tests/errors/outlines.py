"""Samples of changes of the outline that cannot be made (F13, F14), and of units that are not found below groups."""

from __future__ import annotations

from pathlib import Path

from jixiao.kernel.finding import Finding
from jixiao.pipeline import examine
from tests.errors.bench import CHAPTER, Content, Sample

OUTLINE, OWN = "data/样例/大纲.yaml", "data/样例/章节/概况.md"
MORE_UNIT = "单位: {名称: 某分局}\n"


def _unit(unit: str) -> list[Finding]:
    return examine(Path("data"), Path("templates"), unit, 2022).loaded.findings


def change(line: str, **files: Content) -> Sample:
    """One change, and a chapter that it may bring."""
    return Sample({OUTLINE: f"大纲调整:\n- {{{line}}}\n", OWN: "# 概况\n\n情况。\n"} | files)


TWO_UNITS: dict[str, Content] = {f"data/{group}/分局/2022/单位.yaml": MORE_UNIT for group in ("甲市", "乙市")}
SAMPLES: dict[str, Sample] = {
    "F131": change("替换: 概况, 文件: ../概况.md"),
    "F132": change("替换: 概况, 文件: 章节/概括.md"),
    "F133": Sample({OUTLINE: "- 删除: 概况\n"}),
    "F134": change("替换: 概况, 删除: 概况, 文件: 章节/概况.md"),
    "F135": change("增加: 正文, 之后: 概况"),
    "F136": change("删除: 概况, 文件: 章节/概况.md"),
    "F137": change("移动: 概况"),
    "F138": change("增加: 目录, 文件: 章节/概况.md"),
    "F139": change("替换: 概括, 文件: 章节/概况.md"),
    "F140": Sample(
        {
            "templates/测试/2022/格式.yaml": ("文件: 正文.md}", "文件: 正文.md}, {类型: 正文, 文件: 2.md}"),
            "templates/测试/2022/2.md": "# 概况\n\n情况。\n",
            CHAPTER: "# 概况\n\n{{ 单位.名称 }}支出{{ 全年执行数 }}。\n",
            OUTLINE: "大纲调整: [{删除: 概况}]\n",
        }
    ),
    "F141": Sample({OUTLINE: "大纲调整:\n- {移动: 概况, 之后: 表}\n- {删除: 概况}\n"}),
    "F142": change("删除: 概况, 适用年度: 今年"),
    "F143": change("删除: 概况, 报告: 自平"),
    "F144": Sample({OUTLINE: "大纲调整:\n" + "- {移动: 概况, 之后: 表, 报告: 自评}\n" * 201}),
    "F145": change("替换: 概况, 文件: 章节/概况.md", **{OWN: "# 概况\n\n" + "情况。\n\n" * 15_000}),
    "Y148": Sample({**TWO_UNITS}, lambda: _unit("分局")),
    "Y149": Sample({**TWO_UNITS}, lambda: _unit("甲市")),
}
