"""What a program hands to a template: its values, their formats, and templates that are none."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest
from docx import Document

from jixiao.render.run.rich import RichParagraphs, RichText, run_properties
from jixiao.render.whole.template import compile_template
from tests.parity.packages import changed
from tests.render.drawn import form


class Named(NamedTuple):
    one: int


@dataclass
class Kept:
    two: str


def printed(text: str, **values: object) -> str:
    """What a template of one paragraph prints."""
    template, findings = compile_template(form(text), "模板.docx")
    data, found = template.render(values)
    assert [*findings, *found] == []

    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1, "1"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+3"), "1000"),
        (1.5, "1.5"),
        (True, "True"),
        (None, ""),
        ("甲", "甲"),
        (date(2024, 5, 1), "2024-05-01"),
        ([1, "a"], "[1, 'a']"),
        ((1, None), "[1, None]"),
        ({"a": {"b": 1}}, "{'a': {'b': 1}}"),
    ],
)
def test_values_print_as_python_prints_them(value: object, expected: str) -> None:
    assert printed("{{ 值 }}", 值=value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ 数|两位 }}", "1234.50"),
        ("{{ 数|两位|千分位 }}", "1,234.50"),
        ("{{ 数|整数 }}", "1235"),
        ("{{ (数 / 10000)|百分比(1) }}", "12.3%"),
        ("{{ 12|汉字 }}", "十二"),
        ("{{ number('3万元')|元 }}", "30000元"),
        ("{{ 空|两位 }}{{ '甲'|两位 }}", "甲"),
    ],
)
def test_figures_take_the_styles_of_reports(text: str, expected: str) -> None:
    assert printed(text, 数=Decimal("1234.5"), 空=None) == expected


def test_records_are_read_by_attribute_or_item() -> None:
    values = {"名": Named(1), "类": Kept("b"), "典": {"丙": [{"丁": 2}]}}
    assert printed("{{ 名.one }}{{ 类['two'] }}{{ 典.丙[0].丁 }}{{ 典['丙'][-1]['丁'] }}", **values) == "1b22"


def test_formats_stand_in_the_order_of_the_schema() -> None:
    given = run_properties(
        superscript=True, underline=True, size=21, color="#FF0000", bold=True, font="eastAsia:宋体", highlight="FFFF00",
        rtl=True, italic=True, lang="zh-CN", style="S"
    )  # fmt: skip
    names = " ".join(piece.split()[0].rstrip("/>") for piece in given.split("<w:")[2:])
    assert names == "rStyle rFonts b bCs i iCs color sz szCs u shd vertAlign rtl lang"
    assert 'w:ascii="宋体" w:hAnsi="宋体" w:cs="宋体" w:eastAsia="宋体"' in given
    assert run_properties() == ""


def test_signs_that_xml_cannot_hold_are_dropped_and_told() -> None:
    template, _ = compile_template(form("{{ 值 }}{{r 富 }}", "{{p 段 }}"), "模板.docx")
    _, found = template.render({"值": "a\x00", "富": RichText("b\x01\a"), "段": RichParagraphs("c\x02")})
    assert [(finding.code, dict(finding.fields)["characters"]) for finding in found] == [
        ("R104", "U+0000"),
        ("R104", "U+0001"),
        ("R104", "U+0002"),
    ]


def test_a_passage_of_nothing_is_an_empty_paragraph() -> None:
    assert printed("{{p 段 }}", 段=RichParagraphs()) == ""


@pytest.mark.parametrize(
    "data",
    [
        b"nothing",
        changed(form("甲"), {"word/document.xml": ("<w:document", "<!DOCTYPE a><w:document")}),
        changed(form("甲"), {"docProps/core.xml": "<a>"}),
    ],
)
def test_what_is_no_template_is_refused(data: bytes) -> None:
    template, findings = compile_template(data, "模板.docx")
    assert [(finding.code, str(finding.place)) for finding in findings] == [("F301", "模板.docx")]
    assert template.render({})[1] == []


def test_findings_name_the_part() -> None:
    template = changed(form("甲"), {"docProps/core.xml": ("<dc:title/>", "<dc:title>{{ x }}</dc:title>")})
    compiled, _ = compile_template(template, "模板.docx")
    _, found = compiled.render({})
    assert [(finding.code, str(finding.place)) for finding in found] == [("C104", "模板.docx 属性（core.xml）")]


def test_loops_are_bounded() -> None:
    loops = "".join(f"{{% for {name} in 行 %}}" for name in "abcd")
    template, _ = compile_template(form(f"{loops}x{'{% endfor %}' * 4}"), "模板.docx")
    _, found = template.render({"行": list(range(100))})
    assert {finding.code for finding in found} == {"C116"}
