from pathlib import Path

import pytest

from jixiao.package.reader import read
from jixiao.package.text import texts
from tests.templates import chapter_in, document


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def notes(folder: Path, chapter: str) -> list[str]:
    """The footnotes of a report that is this chapter, as they are printed."""
    content, findings = document(chapter_in(folder, chapter))
    assert not findings, findings
    return [each.text for each in texts(read(content)) if each.place.part == "脚注"]


def test_footnotes_are_numbered_as_the_text_refers_to_them(tmp_path: Path) -> None:
    chapter = "甲[^2]乙[^一]。\n\n[^一]: 注一\n[^2]: 注二，\n  见{{ 单位.名称 }}**加粗**\n"
    assert notes(tmp_path, chapter) == [" 注二，见某办公室加粗", " 注一"]


def test_what_is_not_printed_has_no_footnote(tmp_path: Path) -> None:
    assert notes(tmp_path, "{% if 1 > 2 %}\n甲[^1]\n{% endif %}\n乙[^2]\n\n[^1]: 注一\n\n[^2]: 注二\n") == [" 注二"]


def test_a_footnote_in_a_loop_or_a_table_knows_the_names_there(tmp_path: Path) -> None:
    loop = "{% for 个 in [1, 2] %}\n| {{ 个|数 }}[^1] | 乙 |\n{% endfor %}"
    assert notes(tmp_path, f"| 甲 | 乙 |\n|--|--|\n{loop}\n\n[^1]: 第{{{{ 个|数 }}}}行\n") == [" 第1行", " 第2行"]


def test_a_mark_behind_a_backslash_is_none(tmp_path: Path) -> None:
    assert notes(tmp_path, "甲\\[^1]\n") == []


def test_the_number_is_raised_and_the_note_has_its_style(tmp_path: Path) -> None:
    content, _ = document(chapter_in(tmp_path, "甲[^1]\n\n[^1]: 注\n"))
    made = {name: data.decode() for name, data in read(content).items()}
    assert '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/>' in made["word/document.xml"]
    assert '<w:pStyle w:val="FootnoteText"/>' in made["word/footnotes.xml"]
    assert all(f'w:styleId="{name}"' in made["word/styles.xml"] for name in ("FootnoteReference", "FootnoteText"))
    assert "decimalEnclosedCircleChinese" in made["word/document.xml"]


def test_a_layout_without_the_style_is_reported(tmp_path: Path) -> None:
    form = chapter_in(tmp_path, "甲[^1]\n\n[^1]: 注\n")
    form.layout.styles.pop("脚注")
    assert [finding.code for finding in document(form)[1]] == ["F206"]
