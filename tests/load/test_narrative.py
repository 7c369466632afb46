"""Words and tags of a narrative, with the place of each in the file."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.finding import Finding
from jixiao.kernel.place import SourcePlace
from jixiao.load.convert import to_narrative
from jixiao.load.narrative import _pieces, _quick_pieces, read_markdown, scan
from jixiao.load.nodes import Mapping, Scalar
from jixiao.load.yaml_reader import read_yaml
from jixiao.model.values import Literal, Narrative, Tag
from tests.load.reading import FILE, plain, said


def outline(narrative: Narrative) -> list[list[str]]:
    """Paragraphs of pieces, each with its place; tags in braces."""
    return [[_shown(piece) for piece in paragraph] for paragraph in narrative.paragraphs]


def _shown(piece: Literal | Tag) -> str:
    words = piece.text if isinstance(piece, Literal) else {piece.expression}
    return f"{words}@{piece.place.line}:{piece.place.column}"


def from_yaml(value: str) -> list[list[str]]:
    node, problems = read_yaml(f"文字: {value}", FILE)
    findings: list[Finding] = []
    assert isinstance(node, Mapping)
    scalar = node.get("文字")
    assert isinstance(scalar, Scalar)
    narrative = to_narrative(scalar, findings)
    assert [*problems, *findings] == []
    return outline(narrative)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("共{{ 单位数 }}个 # 注\n", [["共@1:5", "{'单位数'}@1:9", "个@1:15"]]),
        ("'共{{单位数|汉字}}个'\n", [["共@1:6", "{'单位数|汉字'}@1:9", "个@1:17"]]),
        ('"{{ 甲 }}{{ 乙 }}"\n', [["{'甲'}@1:9", "{'乙'}@1:16"]]),
        (
            "|\n  建设智慧湘西，\n  共{{ 甲 }}个\n\n  二是 AI\n  and so\n",
            [["建设智慧湘西，共@2:3", "{'甲'}@3:7", "个@3:11"], ["二是 AI and so@5:3"]],
        ),
        (">-\n    甲\n    {{ 乙 }}\n", [["甲@2:5", "{'乙'}@3:8"]]),
        (">-\n    甲\n    {{ 乙 }}", [["甲@2:5", "{'乙'}@3:8"]]),
        ("建设\n  湘西{{ 乙 }}家\n\n  完\n", [["建设湘西@1:5", "{'乙'}@2:8", "家@2:12"], ["完@4:3"]]),
        ('"建设\n  湘西"\n', [["建设湘西@1:6"]]),
        ('"甲\\n\\n乙 {{ 丙 }}"\n', [["甲@1:5"], ["乙 @1:5", "{'丙'}@1:10"]]),
        ("|\n  　　第一段\n  　　第二段\n  接着\n", [["第一段@2:5"], ["第二段接着@3:5"]]),
    ],
)
def test_tags_keep_their_place_in_every_way_of_writing(value: str, expected: list[list[str]]) -> None:
    assert from_yaml(value) == expected


def test_scan_places_pieces_from_where_the_text_begins() -> None:
    narrative, findings = scan("  甲{{ 乙 }}\n丙\n\n丁", SourcePlace("章.md", 7, 3, "# 甲{{ 乙 }}"))
    assert findings == []
    assert outline(narrative) == [["甲@7:5", "{'乙'}@7:9", "丙@8:1"], ["丁@10:1"]]
    assert narrative.literals[2].place.quote == "丁"


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("共{{ 甲 个", ["Y150 1:2"]),
        ("共{{ 甲 {{ 乙 }}", ["Y150 1:2"]),
        ("共{{ 甲\n}}个", ["Y150 1:2", "Y151 2:1"]),
        ("甲 }} 乙", ["Y151 1:3"]),
        ("共{{  }}个", ["Y152 1:2"]),
        ("{% if 甲 %}乙", ["Y153 1:1"]),
        ("甲{# 注 #}", ["Y153 1:2"]),
        ("甲 %}", ["Y153 1:3"]),
        ("{甲} 和 {", []),
    ],
)
def test_broken_tags_are_found_where_they_stand(text: str, findings: list[str]) -> None:
    assert said(scan(text, SourcePlace(FILE, 1, 1, text))[1]) == findings


def test_markdown_headings_are_the_keys() -> None:
    sections, findings = read_markdown("\ufeff# 总目标\r\n\r\n甲{{ 乙 }}\r\n\r\n# 结果 应用 #\r\n丙\r\n", "文字.md")
    assert findings == []
    assert list(plain(sections)) == ["总目标", "结果 应用"]  # type: ignore[call-overload]
    value = sections.entries[0][1]
    assert isinstance(value, Scalar)
    assert outline(to_narrative(value, findings)) == [["甲@3:1", "{'乙'}@3:5"]]


def test_what_is_wrong_in_a_markdown_file() -> None:
    text = "前言\n# 甲\n一\n## 小节\n#乙\n二\n# 甲\n三\n# 丙\n\n#\n四\n＃ 丁\n五\n"
    sections, findings = read_markdown(text, "文字.md")
    assert sorted(said(findings)) == [
        "Y102 7:3",
        "Y154 1:1",
        "Y155 9:3",
        "Y156 4:1",
        "Y157 11:1",
        "Y157 13:1",
        "Y157 5:1",
    ]
    assert plain(sections) == {"甲": "一\n## 小节", "乙": "二", "丙": "", "丁": "五\n"}
    assert said(read_markdown(" \n", "文字.md")[1]) == ["Y107 文字.md"]


@given(st.text(alphabet="{}%#甲 a\n\u3000'", max_size=40))
def test_no_text_raises(text: str) -> None:
    said(scan(text, SourcePlace(FILE, 1, 1))[1])
    read_markdown(text, "文字.md")


@given(
    st.lists(st.sampled_from(["{{ 甲 }}", "{{乙|汉字}}", "字", "，", "a", " ", "\n", "\n\n", "{ ", "　"])).map("".join)
)
def test_no_word_is_lost(text: str) -> None:
    narrative, findings = scan(text, SourcePlace(FILE, 1, 1))
    assert findings == []
    pieces = [piece for paragraph in narrative.paragraphs for piece in paragraph]
    found = "".join(piece.text if isinstance(piece, Literal) else f"{{{{{piece.expression}}}}}" for piece in pieces)
    assert "".join(found.split()) == "".join(text.split())


def test_a_long_text_takes_time_in_proportion() -> None:
    start = process_time()
    scan("a\n" * 100_000 + "{{ {{ " * 100_000, SourcePlace(FILE, 1, 1))
    assert process_time() - start < 30  # minutes, if it grew with the square


@given(st.lists(st.sampled_from(["{{", "}}", "{", "}", " ", "甲", "乙|汉字", "{%", "{#", "，"]), max_size=12))
def test_a_line_is_cut_up_quickly_as_it_is_carefully(parts: list[str]) -> None:
    text, place = "".join(parts), SourcePlace(FILE, 3, 5, "　　")
    careful = list(_pieces(text, place, []))
    quick = _quick_pieces(text, place)
    assert quick in ([], careful)


def test_most_lines_are_cut_up_quickly() -> None:
    assert len(_quick_pieces("甲{{ 乙 }}、{{ 丙 }}丁{ 戊 }", SourcePlace(FILE))) == 5
