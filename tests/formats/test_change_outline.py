"""The outline of a format with the changes of groups and units."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from jixiao.formats.change_outline import changed_format, unknown_names
from jixiao.formats.format import Format
from jixiao.formats.load_format import load_format
from jixiao.kernel.finding import Finding
from jixiao.load.outlines import OutlineFile, read_outlines

RULES = """
大纲:
- {类型: 封面, 文件: 封面.docx}
- {类型: 正文, 文件: 01-概况.md}
- {类型: 正文, 文件: 02-问题.md}
- {类型: 表单, 文件: 一览表.docx, 接排: 是}
- {类型: 正文, 文件: 03-建议.md}
- {类型: 附件, 名称: "{{ 年度 }}年度自评表", 文件: 自评表.docx}
- {类型: 附件, 名称: "{{ 年度 }}年度{{ 名称 }}明细表", 文件: 明细表.docx, 每个: 子项目}
选项: {栏名: 得分}
"""
CHAPTERS = {"01-概况.md": "# 基本情况 {.正文}\n", "02-问题.md": "# 存在的问题\n", "03-建议.md": "引子\n\n# 有关建议\n"}
OWN = {"一.md": "# 我的问题\n", "表.docx": "PK", "02-问题.md": "# 另一些问题\n"}
PLAIN = "封面 概况 问题 一览表 建议 自评表 明细表"


class Made(NamedTuple):
    """A changed format and what was found."""

    form: Format
    findings: list[Finding]

    @property
    def shown(self) -> str:
        """The sections by the names of their files; those of the unit or a group with their folder."""
        return " ".join(
            _shown(section.file) if not section.own else f"{section.own.shown}/{section.file}"
            for section in self.form.outline
        )

    @property
    def said(self) -> list[str]:
        """Code and line of each finding."""
        return [f"{finding.code}:{getattr(finding.place, 'line', 0)}" for finding in self.findings]


def _shown(file: str) -> str:
    return Path(file).stem.lstrip("0123456789-")


class Desk:
    """A format on disk, and folders with changes of its outline."""

    def __init__(self, root: Path) -> None:
        self.root = root
        write(root / "templates/甲/2020", {"格式.yaml": RULES, **CHAPTERS})
        for name in ("封面.docx", "一览表.docx", "自评表.docx", "明细表.docx"):
            (root / "templates/甲/2020" / name).write_bytes(b"PK")
        loaded = load_format(root / "templates", "甲", 2022)
        assert loaded.format
        assert not loaded.findings
        self.form = loaded.format

    def files(self, *changes: str) -> tuple[OutlineFile, ...]:
        """The files of folders, from the group down to the unit, with these changes."""
        folders = [(self.root / f"级{number}", f"级{number}") for number in range(len(changes))]
        for (folder, _), lines in zip(folders, changes, strict=True):
            write(folder, {"大纲.yaml": f"大纲调整:\n{lines}\n", **OWN})
        read = read_outlines(folders[:-1], folders[-1:])
        assert not read.findings
        return read.files

    def changed(self, *changes: str, year: int = 2022, report: str = "自评") -> Made:
        """The format with these changes."""
        return Made(*changed_format(self.form, self.files(*changes), report, year))


def write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ("- {替换: 存在的问题, 文件: 一.md}", "封面 概况 级0/一.md 一览表 建议 自评表 明细表"),
        ("- {替换: 存在的问题, 文件: 一.md, 之前: 基本情况}", "封面 级0/一.md 概况 一览表 建议 自评表 明细表"),
        ("- {增加: 正文, 文件: 一.md}", "封面 概况 问题 一览表 建议 级0/一.md 自评表 明细表"),
        ("- {增加: 表单, 文件: 表.docx}", "封面 概况 问题 一览表 建议 级0/表.docx 自评表 明细表"),
        ("- {增加: 正文, 文件: 一.md, 之后: 概况}", "封面 概况 级0/一.md 问题 一览表 建议 自评表 明细表"),
        ("- {增加: 附件, 名称: 甲表, 文件: 表.docx}", PLAIN + " 级0/表.docx"),
        ("- {增加: 附件, 文件: 表.docx, 之前: 2022年度自评表}", "封面 概况 问题 一览表 建议 级0/表.docx 自评表 明细表"),
        ("- {删除: 有关建议}\n- {删除: 封面}", "概况 问题 一览表 自评表 明细表"),
        ("- {移动: 建议, 之前: 概况}", "封面 建议 概况 问题 一览表 自评表 明细表"),
        ("- {移动: 自评表, 之后: 2022年度某项目明细表}", "封面 概况 问题 一览表 建议 明细表 自评表"),
        (
            "- {移动: 建议, 之后: 问题}\n- {增加: 正文, 文件: 一.md, 之后: 建议}",
            "封面 概况 问题 建议 级0/一.md 一览表 自评表 明细表",
        ),
    ],
)
def test_sections_are_replaced_added_dropped_and_moved(desk: Desk, changes: str, shown: str) -> None:
    made = desk.changed(changes)
    assert (made.shown, made.said) == (shown, [])


def test_what_a_replacement_does_not_say_stays(desk: Desk) -> None:
    form = desk.changed(
        "- {替换: 明细表, 文件: 表.docx, 横排: 是, 选项: {栏名: 自评得分}}\n- {替换: 自评表, 名称: 新表}"
    ).form
    table, former = form.outline[-1], form.outline[-2]
    assert (table.each and table.each.text, table.title) == ("子项目", "{{ 年度 }}年度{{ 名称 }}明细表")
    assert (table.turned, table.options, table.changes) == (True, (("栏名", "自评得分"),), ("替换",))
    assert (former.file, former.title, former.own) == ("自评表.docx", "新表", None)


def test_the_nearest_change_wins(desk: Desk) -> None:
    group = "- {替换: 存在的问题, 文件: 02-问题.md}\n- {删除: 有关建议}\n- {增加: 正文, 文件: 一.md}"
    unit = "- {替换: 另一些问题, 文件: 一.md}\n- {替换: 有关建议, 文件: 02-问题.md}\n- {删除: 我的问题}"
    assert desk.changed(group).shown == "封面 概况 级0/02-问题.md 一览表 级0/一.md 自评表 明细表"
    assert desk.changed(group, unit.rpartition("\n")[0]).shown == (
        "封面 概况 级1/一.md 一览表 级1/02-问题.md 级0/一.md 自评表 明细表"
    )
    assert desk.changed(group, "- {删除: 我的问题}").shown == "封面 概况 级0/02-问题.md 一览表 自评表 明细表"


def test_what_a_group_drops_comes_back_where_a_unit_replaces_or_moves_it(desk: Desk) -> None:
    group = "- {删除: 有关建议}\n- {删除: 存在的问题}"
    unit = "- {移动: 有关建议, 之前: 存在的问题}\n- {替换: 存在的问题, 名称: 三、问题}"
    assert desk.changed(group, unit).shown == "封面 概况 建议 问题 一览表 自评表 明细表"


def test_a_section_is_still_called_as_before_it_was_replaced(desk: Desk) -> None:
    group, unit = "- {替换: 存在的问题, 文件: 一.md}", "- {移动: 存在的问题, 之后: 有关建议}"
    assert desk.changed(group, unit).shown == "封面 概况 一览表 建议 级0/一.md 自评表 明细表"


@pytest.mark.parametrize(
    ("limits", "applies"),
    [
        ("适用年度: 2022", True),
        ("适用年度: 2021起", True),
        ("适用年度: 2023 起", False),
        ("适用年度: 2020-2022", True),
        ("适用年度: 2018年度至2021年度", False),
        ("报告: 自评", True),
        ("报告: [总结, 自评]", True),
        ("报告: 总结", False),
        ("格式: 甲", True),
        ("格式: [乙, 丙]", False),
    ],
)
def test_a_change_may_be_for_some_reports_formats_and_years(desk: Desk, limits: str, applies: bool) -> None:
    made = desk.changed(f"- {{删除: 有关建议, {limits}}}")
    assert (made.shown != PLAIN, made.said) == (applies, [])
    assert bool(made.form.changed) is applies


def test_without_changes_that_apply_the_format_is_the_same(desk: Desk) -> None:
    assert desk.changed("- {删除: 有关建议, 报告: 总结}").form is desk.form


def test_the_digest_is_of_what_the_report_consists_of(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    change = "- {替换: 存在的问题, 文件: 一.md}"
    first = desk.changed(change).form.digest
    assert first == desk.changed(change).form.digest != desk.form.digest
    assert first == desk.changed(change + "\n- {删除: 有关建议, 报告: 总结}").form.digest
    monkeypatch.setitem(OWN, "一.md", "# 我的问题\n\n更多。\n")
    assert first != desk.changed(change).form.digest


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ("- {文件: 一.md}", ["F134:2"]),
        ("- {替换: 概况, 移动: 概况, 之后: 建议}", ["F134:2"]),
        ("- {替换: 概况}", ["F135:2"]),
        ("- {增加: 附件, 名称: 甲表}", ["F135:2"]),
        ("- {删除: 概况, 之后: 建议}", ["F136:2"]),
        ("- {移动: 概况, 之后: 建议, 横排: 是}", ["F136:2"]),
        ("- {移动: 概况, 之后: 建议, 之前: 问题}", ["F137:2"]),
        ("- {移动: 概况, 之后: 概况}", ["F137:2"]),
        ("- {增加: 题名, 文件: 一.md}", ["F138:2"]),
        ("- {删除: 概括}", ["F139:2"]),
        ("- {增加: 正文, 文件: 一.md, 之后: 概括}", ["F139:2"]),
        ("- {移动: 概况, 之后: 建议}\n- {替换: 基本情况, 文件: 一.md}", ["F141:3"]),
        ("- {删除: 概况, 适用年度: 去年}", ["F142:2"]),
        ("- {增加: 正文, 文件: 一.md, 横排: 是}", ["F112:2"]),
        ("- {增加: 附件, 文件: 表.docx, 选项: {兰名: 得分}}", ["F111:2"]),
        ("- {增加: 表单, 文件: 表.docx, 之后: 封面, 接排: 是}", ["F114:2"]),
    ],
)
def test_mistakes_are_found_where_they_stand(desk: Desk, changes: str, said: list[str]) -> None:
    assert desk.changed(changes).said == said


def test_a_part_of_the_format_follows_on_its_page_only_where_it_can(desk: Desk) -> None:
    made = desk.changed("- {移动: 一览表, 之后: 封面}")
    assert made.said == []
    assert [section.continued for section in made.form.outline][1] is False
    assert desk.changed("- {删除: 建议}").form.outline[3].continued is True


def test_names_of_formats_and_reports_that_there_are_not(desk: Desk) -> None:
    group, unit = (
        "- {删除: 概况, 格式: 已, 报告: 别的}",
        "- {删除: 概况, 报告: 自平}\n- {删除: 问题, 报告: 旧, 适用年度: 2021}",
    )
    found = list(unknown_names(desk.files(group, unit), ["自评"], ["甲", "乙"], 2022))
    assert [(finding.code, dict(finding.fields)["name"]) for finding in found] == [("F101", "已"), ("F143", "自平")]
