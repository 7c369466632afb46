from __future__ import annotations

import pytest

from jixiao.load.braces import slips
from jixiao.render.tags import tagged
from tests.render.drawn import form, found, run, written

RIGHT = "{{ 单位.名称 }}"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("｛｛ 单位.名称 ｝｝", RIGHT),
        ("{｛单位.名称}}", RIGHT),
        ("{{ 单位.名称 }", RIGHT),
        ("{ 单位.名称 }}", RIGHT),
        ("{单位.名称}", RIGHT),
        ("{ { 单位.名称 } }", RIGHT),
        ("{{ 单位.名称 ｝｝", RIGHT),
        ("｛％ if 甲 ％｝", "{% if 甲 %}"),
        ("{％tr endfor ％}", "{%tr endfor %}"),
        ("{% tr endfor ％}", "{%tr endfor %}"),
        ("{% endif }", "{% endif %}"),
        ("{ endif %}", "{% endif %}"),
        ("{ % endif % }", "{% endif %}"),
    ],
)
def test_what_was_meant_as_a_tag_is_written_out(text: str, right: str) -> None:
    (slip,) = slips(f"前{text}后")
    assert (slip.start, slip.written, slip.right) == (1, text, right)


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("{{ 单位", ["{{"]),
        ("单位 }}", ["}}"]),
        ("{% if", ["{%"]),
        ("甲 ｝", ["｝"]),
        ("{{ 甲 {{ 乙", ["{{", "{{"]),
        ("{}", []),
    ],
)
def test_what_lacks_its_counterpart_is_shown(text: str, loose: list[str]) -> None:
    assert [each.written for each in slips(text)] == loose


def test_a_style_at_the_end_of_a_paragraph_is_no_slip() -> None:
    assert list(slips("资金情况表 {.表题}")) == []


def test_all_slips_of_a_line_are_told_at_once() -> None:
    findings: list[object] = []
    tagged(["好{{ 甲 }}坏｛｛乙｝｝又{{丙"], "章.md", 7, findings)  # type: ignore[arg-type]
    assert [(each.code, str(each.place)) for each in findings] == [  # type: ignore[attr-defined]
        ("F352", "章.md:7:10"),
        ("F201", "章.md:7:16"),
    ]


@pytest.mark.parametrize("mark", ["<w:proofErr w:type='spellStart'/>", "<w:bookmarkStart w:id='1' w:name='a'/>", ""])
def test_marks_of_word_within_a_tag_do_not_matter(mark: str) -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    pieces = mark.join(run(each, bold if at % 2 else "") for at, each in enumerate(["{", "{ 单", "位.名", "称 }", "}"]))
    assert found(written(f"<w:p>{pieces}</w:p>")) == []


def test_a_tag_over_two_paragraphs_is_told_in_both() -> None:
    assert found(form("{{ 单位.", "名称 }}")) == [
        ("F302", "表.docx 段1", "{{ 单位."),
        ("F302", "表.docx 段2", "名称 }}"),
    ]


def test_a_tag_over_two_cells_is_told_in_both() -> None:
    places = [(code, place) for code, place, _ in found(form([["{{ 单位.", "名称 }}"]]))]
    assert places == [("F302", "表.docx 表1 行1 格1 段1"), ("F302", "表.docx 表1 行1 格2 段1")]


@pytest.mark.parametrize(
    "text", ["{{ row(列，“甲”).数 }}", "{% if 数 ＞ 3 %}甲{% endif %}", "{{ 数　＋　1 }}", "{{ (数）|万元 }}"]
)
def test_signs_of_full_width_are_read_as_meant(text: str) -> None:
    assert found(form(text)) == []
