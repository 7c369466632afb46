"""A unit's year and a format on disk, in good order; a sample changes them and shows what is found then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from jixiao.kernel.finding import Finding
from jixiao.pipeline import examine, inspect
from jixiao.render.lint.paths import checked
from tests.cases import DATES, UNIT
from tests.checking import DATA, RULES, changed
from tests.render.drawn import form

UNIT_FILE, PROJECT = "data/样例/2022/单位.yaml", "data/样例/2022/项目/某项目/项目.yaml"
MORE, NOTES = "data/样例/2022/项目/某项目/补充.yaml", "data/样例/2022/项目/某项目/补充.md"
FORMAT, CHAPTER, FORM = "templates/测试/2022/格式.yaml", "templates/测试/2022/正文.md", "templates/测试/2022/表.docx"

Edit = tuple[str, str]
Content = str | bytes | Edit
_OUTLINE = "大纲: [{类型: 正文, 文件: 正文.md}, {类型: 表单, 文件: 表.docx}]\n"
_LAYOUT = Path(__file__).parents[2] / "templates" / "common" / "版式.yaml"

BASE: dict[str, str | bytes] = {
    UNIT_FILE: UNIT.strip() + "\n",
    PROJECT: DATA.strip() + "\n" + "".join(f"{name}: {value}\n" for name, value in DATES.items()),
    FORMAT: _OUTLINE + RULES.strip() + "\n",
    "templates/测试/2022/版式.yaml": _LAYOUT.read_text(encoding="utf-8"),
    CHAPTER: "# 概况\n\n{{ 单位.名称 }}支出{{ 全年执行数 }}。\n",
}


def examined() -> list[Finding]:
    """All that is found when the year's reports are examined and rendered, in the current folder."""
    return list(inspect(examine(Path("data"), Path("templates"), "样例", 2022)))


def checked_templates() -> list[Finding]:
    """All that is found in the templates of the current folder, before there are data."""
    found = checked(Path("templates"), Path("templates"), Path("data"))
    assert found is not None
    return found.findings


class Sample(NamedTuple):
    """What is changed: whole files, or a part of a file of the bench; how the findings show; and another bench."""

    files: dict[str, Content]
    find: Callable[[], list[Finding]] = examined
    base: Mapping[str, str | bytes] = BASE


def lay(root: Path, sample: Sample) -> None:
    """Write the bench with the sample's changes below a folder."""
    files: dict[str, str | bytes] = {**sample.base, FORM: form("{{ 单位.名称 }}")}
    for name, content in sample.files.items():
        if isinstance(content, tuple):
            files[name] = changed(_text(files[name]), content)
        else:
            files[name] = content
    for name, made in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.encode() if isinstance(made, str) else made)


def _text(content: str | bytes) -> str:
    return content if isinstance(content, str) else content.decode()


def facts(lines: str) -> Sample:
    """More facts of the project, in a file of their own."""
    return Sample({MORE: f"事实:\n{lines}\n"})


def project(old: str, new: str) -> Sample:
    """A change in the project's file."""
    return Sample({PROJECT: (old, new)})


def goal(words: str) -> Sample:
    """Another text for the project's aim."""
    return project("实现共享单位{{ 共享单位 }}。", words)


def rules(old: str, new: str) -> Sample:
    """A change in the format's rules."""
    return Sample({FORMAT: (old, new)})


def more_rules(lines: str) -> Sample:
    """A further figure or check at the end of the format's rules."""
    return rules("- {名称: 分值合计", f"{lines}\n- {{名称: 分值合计")


def chapter(words: str) -> Sample:
    """Another chapter."""
    return Sample({CHAPTER: words})


def drawing(data: bytes) -> Sample:
    """Another form."""
    return Sample({FORM: data})
