"""Writes the reference pages of the manual from the code: every key, every check, every rule of a format.

Run `python tools/manual.py` after a change of the field table or the catalogue; a test compares the pages.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from jixiao.formats.layout import Layout
from jixiao.formats.rules import FormatRules
from jixiao.kernel.finding import REGISTRY
from jixiao.messages.catalogue import words
from jixiao.model.fields import Field, Kind, fields_of
from jixiao.model.unit import UnitYear
from tools.codes import load_every_code

DOCS = Path(__file__).resolve().parent.parent / "docs"

KINDS = {
    Kind.TEXT: "文字",
    Kind.NUMBER: "数字",
    Kind.ENTRY: "数字或文字",
    Kind.DATE: "日期",
    Kind.NARRATIVE: "文字(可带引用)",
    Kind.RECORD: "一组",
    Kind.LIST: "多行",
    Kind.NAMED: "自定名称",
    Kind.TEXTS: "若干文字",
    Kind.FLAG: "是或否",
}
STRENGTHS = {"must": "必须", "should": "提示"}
AREAS = {
    "Y": "读文件",
    "D": "数据",
    "F": "格式和模板",
    "C": "计算",
    "K": "勾稽",
    "T": "文字",
    "R": "生成文档",
    "O": "写出文件",
}


def pages() -> dict[str, str]:
    """Each generated page with its text."""
    return {
        "数据项.md": _keys_page("数据项", "单位填报的每一个键。“沿用”指 `jixiao new --from` 时带到下一年。", UnitYear),
        "格式项.md": _keys_page("格式项", "格式文件(格式.yaml)和版式文件(版式.yaml)的每一个键。", FormatRules, Layout),
        "检查.md": _checks_page(),
    }


def _keys_page(title: str, intro: str, *roots: type[Any]) -> str:
    lines = [f"# {title}", "", intro, ""]
    seen: set[type[Any]] = set()
    waiting: list[tuple[str, type[Any]]] = [("", root) for root in roots]
    while waiting:
        path, record_type = waiting.pop(0)
        if record_type in seen:
            continue
        seen.add(record_type)
        fields = [row.field for row in fields_of(record_type)]
        lines += [f"## {path or '顶层'}", "", *_table(fields), ""]
        waiting += [(f"{path}{field.name} ", field.item) for field in fields if field.item]
    return "\n".join(lines)


def _table(fields: list[Field]) -> list[str]:
    head = ["| 键 | 表头 | 填什么 | 必填 | 沿用 | 含义 | 依据 |", "|---|---|---|---|---|---|---|"]
    return head + [
        f"| {field.name} | {field.label if field.label != field.name else ''} | {_kind(field)} "
        f"| {'是' if field.required else ''} | {'是' if field.carried else ''} | {field.meaning} | {field.rule} |"
        for field in fields
    ]


def _kind(field: Field) -> str:
    unit = {"金额": "金额,不写单位为万元", "": ""}.get(field.unit, f"单位{field.unit}")
    if field.kind is Kind.NAMED:
        return f"名称: {KINDS[field.each]}"
    return KINDS[field.kind] + (f"({unit})" if unit else "")


def _checks_page() -> str:
    load_every_code()
    lines = [
        "# 检查",
        "",
        "每一条提示都有编号。“必须”的不改正不能出报告(草稿除外);“提示”的核对后改正,或在数据的“说明”里写明原因。",
        "",
    ]
    for area, name in AREAS.items():
        codes = sorted(code for code in REGISTRY if code.startswith(area))
        if codes:
            lines += [f"## {name}", ""]
        for code in codes:
            said = words(code, "zh")
            sentence, remedy = _plain(said.sentence), _plain(said.remedy)
            lines += [f"### {code} {said.title}({STRENGTHS[REGISTRY[code].strength]})", "", sentence, "", f"怎样改:{remedy}", ""]
    return "\n".join(lines)


def _plain(sentence: str) -> str:
    return re.sub(r"\{\w+\}", "…", sentence)


def main() -> int:
    """Write the pages."""
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")
        print(f"docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
