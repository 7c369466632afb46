"""Hostile 大纲.yaml files: files elsewhere, names that take long to compare, far too much of everything."""

from __future__ import annotations

from tests.errors.bench import Content, Sample

OUTLINE, CHAPTER = "data/样例/大纲.yaml", "data/样例/章节.md"


def _outline(changes: str, chapter: str = "# 一\n\n情况。\n") -> Sample:
    files: dict[str, Content] = {OUTLINE: f"大纲调整:\n{changes}\n", CHAPTER: chapter}
    return Sample(files)


def _named(file: str) -> Sample:
    return _outline(f"- {{增加: 正文, 文件: '{file}'}}")


def _written(chapter: str) -> Sample:
    return _outline("- {增加: 正文, 文件: 章节.md}", chapter)


OUTLINES: dict[str, Sample] = {
    **{
        f"a section at {file[:20]}": _named(file)
        for file in (
            "../../../../../../etc/passwd",
            "/etc/passwd",
            "章节/../../../templates/测试/2022/正文.md",
            "C:\\Windows\\win.ini",
            "\\\\server\\share\\正文.md",
            "file:///etc/passwd",
            "章节.md/../../../data/样例/2022/单位.yaml",
            "/dev/zero",
            ".",
            "长" * 5000,
        )
    },
    "a form elsewhere": _written('# 一\n\n{% form "../../templates/测试/2022/../2022/表.docx" %}\n'),
    "thousands of files": _written(
        "# 一\n\n" + "\n\n".join(f"（{at}.docx）" for at in range(6_000)) + "\n\n{{ 全年执行书 }}\n"
    ),
    "a hundred thousand changes": _outline("- {增加: 正文, 文件: 章节.md, 之后: 概况}\n" * 100_000),
    "a name full of gaps": _outline(
        f"- {{增加: 附件, 文件: 章节.md, 名称: '{'{{ 年度 }}甲' * 5000}'}}\n- {{删除: '{'甲' * 50_000}'}}"
    ),
    "a heading of blanks": _written(f"# 一{' ' * 90_000}二 {{{{ 全年执行书 }}}}\n"),
    "braces that never close": _written("# 一\n\n" + "{{" * 49_000 + "\n"),
    "brackets that never close": _written("# 一\n\n" + "![" * 20_000 + "{{ 全年执行书 }}\n"),
    "a chapter without end": _written(
        "# 一\n\n" + "\n\n".join(f"（{at}.docx）" for at in range(100_000)) + "\n\n{{ 全年执行书 }}\n"
    ),
}
