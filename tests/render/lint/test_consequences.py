from __future__ import annotations

from pathlib import Path

import pytest

from tests.errors.bench import CHAPTER, FORM, Sample, checked_templates, examined, lay
from tests.render.drawn import Rows, form


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def rows(start: str, end: str) -> Rows:
    return [[start], ["{{ 资.实际支出 }}{% if loop.first %}甲{% endif %}"], [end]]


@pytest.mark.parametrize(
    ("start", "end", "codes"),
    [
        ("{%tr for 资 in 子项目 %}", "", ["F204"]),
        ("{%tr for 资 in 子项目 %}", "{%tr endif %}", ["F204", "F205"]),
        ("{%tr fro 资 in 子项目 %}", "{%tr endfor %}", ["F202", "F205"]),
        ("｛％tr for 资 in 子项目 ％｝", "{%tr endfor %}", ["F205", "F352"]),
        ("{%tr for 资 in 子项目", "{%tr endfor %}", ["F205", "F302"]),
    ],
)
def test_what_a_broken_loop_would_have_named_is_not_missed_too(start: str, end: str, codes: list[str]) -> None:
    lay(Path(), Sample({FORM: form(rows(start, end))}))
    for find in (checked_templates, examined):
        assert sorted(each.code for each in find()) == codes


def test_other_names_and_other_files_are_missed_all_the_same() -> None:
    text = "{% for 资 in 子项目 %}\n{{ 资.实际支出 }}{{ 全年执行书 }}\n"
    lay(Path(), Sample({CHAPTER: text, FORM: form("{{ 资.名称 }}")}))
    found = [(each.code, str(each.place).rpartition("/")[2]) for each in examined()]
    assert sorted(found) == [("C104", "正文.md:2:16"), ("C104", "表.docx 段1"), ("F204", "正文.md:1:8")]
