"""YAML is read as typed: nothing becomes a number, a date or a truth value, and every value knows its place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.place import SourcePlace
from jixiao.load import build, parsed, refused
from jixiao.load.nodes import Mapping, Scalar, Sequence
from jixiao.load.yaml_reader import read_yaml
from tests.load.reading import FILE, read


def test_every_scalar_stays_the_text_that_was_typed() -> None:
    typed = [
        "1:30",
        "no",
        "on",
        "0731",
        "1-6",
        "2826.00",
        "1_000",
        "2022-12-31",
        "~",
        "null",
        "1e3",
        "0x1F",
        "≥95%",
        "=甲",
    ]
    assert read("\n".join(f"- {each}" for each in typed)) == (typed, [])


def test_places_count_characters_and_quote_the_line() -> None:
    node, _ = read_yaml("单位:\n  名称: 😀甲局 # 注\n  电话: ['0731']\n", FILE)
    assert isinstance(node, Mapping)
    unit = node.get("单位")
    assert isinstance(unit, Mapping)
    name, phone = unit.get("名称"), unit.get("电话")
    assert isinstance(name, Scalar)
    assert isinstance(phone, Sequence)
    assert name.place == SourcePlace(FILE, 2, 7, "  名称: 😀甲局 # 注")
    assert (phone.place.line, phone.place.column) == (3, 7)
    assert isinstance(phone.items[0], Scalar)
    assert (phone.items[0].quoted, phone.items[0].place.column, name.quoted) == (True, 8, False)
    assert node.get("无") is None


@pytest.mark.parametrize(
    "text", ["\ufeff甲: 1\r\n乙:\r\n  - 丙\r\n", "甲: 1\r乙:\r  - 丙\r", "---\n甲: 1\n乙: [丙]\n...\n"]
)
def test_byte_order_mark_line_ends_and_document_marks_make_no_difference(text: str) -> None:
    assert read(text) == ({"甲": "1", "乙": ["丙"]}, [])


def test_a_key_that_stands_twice_names_both_places() -> None:
    node, findings = read_yaml("预算安排: 80\n名称: 甲\n预算安排: 30\nＡ级: 1\nA级: 2\n", FILE)
    assert [(str(each.place), str(each.related[0]), each.code) for each in findings] == [
        ("资金.yaml:3:1", "资金.yaml:1:1", "Y102"),
        ("资金.yaml:5:1", "资金.yaml:4:1", "Y102"),
    ]
    assert isinstance(node, Mapping)
    assert next((key.text, value.text) for key, value in node.entries if isinstance(value, Scalar)) == (
        "预算安排",
        "80",
    )


def test_an_alias_bomb_is_refused_without_being_unfolded() -> None:
    bomb = "a: &a [哈, 哈]\n" + "\n".join(
        f"{new}: &{new} [*{old}, *{old}, *{old}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    node, findings = read_yaml(bomb, FILE)
    assert {finding.code for finding in findings} == {"Y124"}
    assert findings[0].fields == (("sign", "&a"),)
    assert isinstance(node, Mapping)
    assert len(node.entries) == 9


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("名称: !!str 甲\n", ["Y124 1:5"]),
        ("甲:\n  <<: {名称: 乙}\n", ["Y124 2:3"]),
        ("? [甲, 乙]\n: 1\n丙: 2\n", ["Y125 1:3"]),
        ('"": 1\n', ["Y125 1:1"]),
        ("甲: 1\n---\n甲: 2\n", ["Y126 2:1"]),
        ("", ["Y107 资金.yaml"]),
        ("# 只有说明\n\n", ["Y107 资金.yaml"]),
        ("名称: 甲\u200b局\n", ["Y105 1:6"]),
        ("名称: 甲\x07局\n代码: 1\u2028\n", ["Y105 1:6", "Y105 2:6"]),
    ],
)
def test_what_office_data_never_need_is_refused(text: str, findings: list[str]) -> None:
    assert read(text)[1] == findings


def test_limits_on_depth_number_and_size() -> None:
    deep = "\n".join(" " * level + f"层{level}:" for level in range(60))
    assert read(deep)[1] == [f"Y108 {refused.MAX_DEPTH + 1}:{refused.MAX_DEPTH + 1}"]
    assert read("[" * 100_000)[1] == ["Y108 1:25"]
    assert [each.split()[0] for each in read("甲: [" + "1," * refused.MAX_NODES + "]")[1]] == ["Y109"]
    assert read("甲: " + "长" * 4_000_001)[1] == ["Y106 资金.yaml"]
    references = read("甲: [" + "*a," * 10_000 + "]")[1]
    assert len(references) == build.MAX_FINDINGS


def test_two_hundred_problems_show_in_one_run() -> None:
    lines = [f"项{number}：{number}" if number % 2 else f"重复: {number}" for number in range(400)]
    node, findings = read("\n".join(lines))
    assert isinstance(node, dict)
    assert len(node) == 201
    assert len([each for each in findings if each.startswith("Y111")]) == 200
    assert len([each for each in findings if each.startswith("Y102")]) == 199


def test_reading_gives_up_where_mending_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsed, "REPAIR_BUDGET", 0)
    node, findings = read("\n".join(f"项{number}：{number}" for number in range(100)))
    assert node is None
    assert len(findings) == 20


def test_words_over_several_lines_are_joined_as_chinese_is() -> None:
    node, findings = read_yaml(
        "甲: 建设\n  智慧湘西 by\n  AI\n乙: |\n  第一行\n  第二行\n丙: \"数\n  据\"\n丁: 'it''s\n  so'\n", FILE
    )
    assert isinstance(node, Mapping)
    assert findings == []
    words = [value.words for _, value in node.entries if isinstance(value, Scalar)]
    assert words == ["建设智慧湘西 by AI", "第一行\n第二行", "数据", "it's so"]


@given(st.text() | st.text(alphabet="ab：: -\n\t\"'[]{}#|>&*!%@`?,=\u3000甲\r\\<", max_size=60))
def test_no_text_raises_and_every_finding_is_placed(text: str) -> None:
    _, findings = read_yaml(text, FILE)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(isinstance(each.place, SourcePlace) and each.place.line <= lines for each in findings)


@given(st.text(alphabet="ab：: -\n\t\"'[]{}#|>&*!%甲", max_size=40))
def test_no_text_raises_with_the_parser_in_python(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "LOADER", yaml.Loader)
        read_yaml(text, FILE)
