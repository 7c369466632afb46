"""Writes the reference pages of the manual from the code: every key, every rule of a format, every check.

Run `make docs` after a change of the field table, of the catalogue or of a golden message; a test compares the pages.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jixiao.formats.format import Format
from jixiao.formats.load_format import format_names, format_years, load_format, read_rules
from jixiao.formats.rules import FigureRule, FormatRules
from jixiao.kernel.finding import REGISTRY, Strength
from jixiao.locate import templates_dir
from jixiao.messages.catalogue import words
from jixiao.model.fields import Field, Kind, fields_of
from jixiao.model.outline import OutlineChanges
from jixiao.model.unit import UnitYear
from jixiao.model.values import Literal
from tools.codes import load_every_code

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
GOLDEN = ROOT / "tests" / "golden"

KINDS = {
    Kind.TEXT: "文字",
    Kind.NUMBER: "数字或公式",
    Kind.ENTRY: "数字、公式或文字",
    Kind.DATE: "日期",
    Kind.NARRATIVE: "文字，可带 `{{ }}`",
    Kind.RECORD: "一组",
    Kind.LIST: "多项",
    Kind.TEXTS: "一个或多个词语",
    Kind.FLAG: "是 或 否",
}
STRENGTHS = {Strength.MUST: "必须", Strength.SHOULD: "提示"}
AREAS = {
    "Y": "读文件",
    "D": "数据",
    "F": "格式和模板",
    "C": "计算",
    "K": "勾稽",
    "T": "文字",
    "R": "生成文档",
    "O": "写出文件",
    "V": "核对文件",
}
KEYS_INTRO = """单位数据里的每一个键。怎样填写、例子见[手册](手册.md)。

- “键”和“表头”写哪一个都行。
- “金额”不写单位的，按所在文件的 `金额单位` 计；没有写 `金额单位` 的文件按万元计。
- “沿用”是 `jixiao new --from` 带到下一年的键。
- 键分在几个文件里都可以，同一个键只能写一次。项目的键写在 `项目/项目名/` 文件夹中的文件里。"""
RULES_INTRO = (
    """格式.yaml 和版式.yaml 的每一个键。格式怎样搭起来见[格式](格式.md)。格式里没有写的键，用它所继承的格式的。"""
)
OUTLINE_INTRO = """大纲.yaml 的每一个键。怎样用、例子见[自定义章节](自定义章节.md)。"""
CHECKS_INTRO = """每一条提示都有编号，在这里能查到。

- **必须**：不改正不生成报告（出草稿除外）。
- **提示**：请核对。确实如此的，在“说明”或“偏差原因”里写明原因（见[手册](手册.md#检查)）。

各条下面是提示的例子；没有例子的，“……”处在提示里是具体的名称和数字。"""


FIGURES_INTRO = """各格式共用的派生数字，定义在 `templates/common`。模板、公式、事实和文字里都可以用它们的名称。

- “对象”是算给谁的：空的算给部门和项目；`经费` 算给每一笔有年初、全年、决算各数的经费；其余是记录或清单的名称。
- “备选”的只在格式的 `选用指标` 里写了名称才计算。
- 口径与本地不同的，在格式的 `指标` 里用同一对象、同一名称另写公式，以格式的为准。"""
SHARED = ("common", "common/部门", "common/项目")


class Page(NamedTuple):
    """A table of keys still to be written, and the way to it."""

    path: tuple[str, ...]
    record: type[Any]


def pages() -> dict[str, str]:
    """Each generated page with its text."""
    return {
        "数据项.md": _keys_page("数据项", KEYS_INTRO, UnitYear),
        "格式项.md": _keys_page("格式项", RULES_INTRO, FormatRules),
        "大纲项.md": _keys_page("大纲项", OUTLINE_INTRO, OutlineChanges),
        "检查.md": _checks_page(),
        "指标.md": _figures_page(),
    }


def _keys_page(title: str, intro: str, root: type[Any]) -> str:
    blocks = [f"# {title}", intro]
    for page in _tables(root):
        blocks += [f"## {' › '.join(page.path) or '最上一层'}", _table([row.field for row in fields_of(page.record)])]
    return "\n\n".join(blocks) + "\n"


def _tables(root: type[Any]) -> Iterator[Page]:
    """Each kind of record once, near the record that holds it."""
    seen: set[type[Any]] = set()
    waiting = [Page((), root)]
    while waiting:
        page = waiting.pop(0)
        if page.record in seen:
            continue
        seen.add(page.record)
        yield page
        fields = (row.field for row in fields_of(page.record))
        waiting[:0] = [Page((*page.path, _step(field)), field.item) for field in fields if field.item]


def _step(field: Field) -> str:
    return f"{field.name} › 名称" if field.kind is Kind.NAMED else field.name


def _table(fields: list[Field]) -> str:
    """A table of keys; columns in which nothing stands are left out."""
    columns = {
        "键": [f"`{field.name}`" for field in fields],
        "表头": [field.label if field.label != field.name else "" for field in fields],
        "填什么": [_kind(field) for field in fields],
        "必填": ["是" if field.required else "" for field in fields],
        "沿用": ["是" if field.carried else "" for field in fields],
        "含义": [field.meaning for field in fields],
        "依据": [field.rule for field in fields],
    }
    shown = {head: cells for head, cells in columns.items() if any(cells)}
    rows = zip(*shown.values(), strict=True)
    return "\n".join(_row(cells) for cells in [tuple(shown), ("---",) * len(shown), *rows])


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _kind(field: Field) -> str:
    if field.kind is Kind.NAMED:
        return f"名称自定，值是{KINDS[field.each]}"
    if field.unit == "金额":
        return "金额或公式"
    return KINDS[field.kind] + (f"（{field.unit}）" if field.unit else "")


def _figures_page() -> str:
    """The figures that formats share, a table for each file."""
    blocks = ["# 指标", FIGURES_INTRO]
    for file in [file for folder in SHARED for file in sorted((templates_dir() / folder).glob("*.yaml"))]:
        rules, _ = read_rules(file, file.name)
        if rules.figures:
            heads = ("名称", "对象", "公式", "单位", "含义（分母）", "依据", "备选")
            rows = [_figure(rule) for rule in rules.figures]
            table = [_row(cells) for cells in [heads, ("---",) * len(heads), *rows]]
            blocks += [f"## {file.stem}", "\n".join(table)]
    return "\n\n".join(blocks) + "\n"


def _figure(rule: FigureRule) -> tuple[str, ...]:
    told = (rule.unit, rule.meaning, rule.rule)
    formula = f"`{rule.formula}`"
    return (
        str(rule.name),
        str(rule.of or ""),
        formula,
        *(str(each or "") for each in told),
        "是" * bool(rule.is_spare),
    )


def _checks_page() -> str:
    load_every_code()
    examples = golden_messages()
    blocks = ["# 检查", CHECKS_INTRO]
    for area, name in AREAS.items():
        codes = sorted(code for code in REGISTRY if code.startswith(area))
        if codes:
            blocks += [f"## {name}", *(_check(code, examples.get(code, "")) for code in codes)]
    return "\n\n".join([*blocks, *_declared()]) + "\n"


def _check(code: str, example: str) -> str:
    said = words(code, "zh")
    head = f"### {code} {said.title}（{STRENGTHS[REGISTRY[code].strength]}）"
    if example:  # it holds sentence and remedy, and no gaps
        return f"{head}\n\n```text\n{example}\n```"
    remedy = [f"改法：{_plain(said.remedy)}"] if said.remedy else []
    return "\n\n".join([head, _plain(said.sentence), *remedy])


def _plain(sentence: str) -> str:
    """A sentence whose gaps are shown as such, safe in Markdown."""
    filled = re.sub(r"(?<!\{)\{\w+\}(?!\})", "……", sentence).replace("{{", "{").replace("}}", "}")
    return re.sub(r"([*_<>\[\]`])", r"\\\1", filled)


def golden_messages() -> dict[str, str]:
    """The first message of each code, in Chinese, among the expected texts of the tests."""
    found: dict[str, str] = {}
    for path in sorted(GOLDEN.rglob("*.txt")):
        for block in re.split(r"\n[ \t]*\n", path.read_text(encoding="utf-8")):
            head = re.match(r"(?:\S.*: )?(?:必须|提示) ([A-Z]\d+) ", block)
            if head:
                found.setdefault(head[1], block.strip("\n"))
    return found


def _declared() -> Iterator[str]:
    """The checks that formats declare themselves."""
    root = templates_dir()
    for name in format_names(root):
        for year in format_years(root, name):
            form = load_format(root, name, year).format
            if form and form.rules.checks:
                yield f"## 格式 {name}（{year} 年起）自己的检查"
                yield from _declared_checks(form)


def _declared_checks(form: Format) -> Iterator[str]:
    for rule in form.rules.checks:
        yield f"### {rule.code}（{rule.strength or STRENGTHS[Strength.MUST]}）"
        message = rule.message.paragraphs if rule.message else ()
        parts = (part.text if isinstance(part, Literal) else "……" for paragraph in message for part in paragraph)
        yield "".join(parts)
        yield f"应当成立：`{rule.condition}`"
        if rule.remedy:
            yield f"改法：{rule.remedy}"


def main() -> int:
    """Write the pages."""
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
