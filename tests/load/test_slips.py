"""Slips of the hand are named for what they are, on the line where they were made, and reading goes on behind them."""

from __future__ import annotations

import pytest
import yaml

from jixiao.load import build
from jixiao.load.slips import SYNTAX, Repair, Slip, repaired
from tests.load.reading import read


@pytest.fixture(params=[build.LOADER, yaml.Loader], ids=["C parser", "Python parser"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "LOADER", request.param)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "findings", "node"),
    [
        pytest.param(
            "单位:\n  名称：甲\n  地址: 乙\n",
            ["Y111 2:5"],
            {"单位": {"名称": "甲", "地址": "乙"}},
            id="full-width colon",
        ),
        pytest.param(
            "单位：\n  名称：甲\n  简称：乙\n",
            ["Y111 1:3", "Y111 2:5", "Y111 3:5"],
            {"单位": {"名称": "甲", "简称": "乙"}},
            id="full-width colons everywhere: one text to YAML",
        ),
        pytest.param("名称: 甲\n  简称：乙\n代码: 1\n", ["Y111 2:5"], {"名称": "甲", "代码": "1"}, id="swallowed line"),
        pytest.param(
            "甲:\n  乙:1\n  丙: 2\n", ["Y112 2:4"], {"甲": {"乙": "1", "丙": "2"}}, id="no blank behind colon"
        ),
        pytest.param("甲:\n\t乙: 1\n\t丙: 2\n", ["Y113 2:1", "Y113 3:1"], {"甲": {"乙": "1", "丙": "2"}}, id="tabs"),
        pytest.param("甲:\n　　乙: 1\n丙: 2\n", ["Y114 2:1"], {"甲": {"乙": "1"}, "丙": "2"}, id="wide blanks"),
        pytest.param("甲:\n  -乙: 1\n  - 乙: 2\n", ["Y115 2:3"], {"甲": [{"乙": "1"}, {"乙": "2"}]}, id="dash"),
        pytest.param('甲: "乙\n丙: 2\n', ["Y116 1:4"], {"甲": "乙", "丙": "2"}, id="open quote"),
        pytest.param('甲: "乙”\n丙: 2\n', ["Y116 1:4"], {"甲": "乙”", "丙": "2"}, id="quote closed in Chinese"),
        pytest.param(
            '甲: "乙\n丙: 1\n丁: "戊"\n己: 4\n',
            ["Y116 1:4"],
            {"甲": "乙", "丙": "1", "丁": "戊", "己": "4"},
            id="open quote closed by a later one",
        ),
        pytest.param('甲: "乙"丙\n', ["Y117 1:7"], {"甲": '乙"丙'}, id="text behind the quote"),
        pytest.param(
            "甲: >=95%\n乙: @丙\n", ["Y118 1:4", "Y118 2:4"], {"甲": ">=95%", "乙": "@丙"}, id="signs of YAML"
        ),
        pytest.param("甲: >5\n乙: 1\n", ["Y118 1:4"], {"甲": ">5", "乙": "1"}, id="an empty block to YAML"),
        pytest.param("甲: **重点**\n", ["Y118 1:4"], {"甲": "**重点**"}, id="bold as in Markdown"),
        pytest.param("甲: - 乙\n", ["Y118 1:4"], {"甲": "- 乙"}, id="list on the line of its key"),
        pytest.param("甲: 乙: 丙\n", ["Y119 1:5"], {"甲": "乙: 丙"}, id="colon in the value"),
        pytest.param("甲: [1, 2\n乙: 3\n", ["Y120 1:4"], {"甲": "[1, 2", "乙": "3"}, id="open bracket"),
        pytest.param("甲: {乙: 1，丙: 2}\n", ["Y120 1:4"], {"甲": "{乙: 1，丙: 2}"}, id="full-width comma"),
        pytest.param("甲: 1\n  乙: 2\n", ["Y121 2:3"], {"甲": "1", "乙": "2"}, id="indented too far"),
        pytest.param(
            "甲:\n    乙: 1\n  丙: 2\n", ["Y121 3:3"], {"甲": {"乙": "1", "丙": "2"}}, id="indented too little"
        ),
        pytest.param(
            "甲:\n  - 乙: 1\n    丙: 2\n   - 乙: 3\n",
            ["Y121 4:4"],
            {"甲": [{"乙": "1", "丙": "2"}, {"乙": "3"}]},
            id="list item askew",
        ),
        pytest.param("甲: 乙\n  - 丙\n", ["Y121 2:3"], {"甲": "乙"}, id="list item swallowed by a text"),
        pytest.param("甲: {{ 乙 }}\n丙: 1\n", ["Y122 1:4"], {"甲": "{{ 乙 }}", "丙": "1"}, id="a tag alone"),
        pytest.param("甲: {{ 乙 }} 万元\n", ["Y122 1:4"], {"甲": "{{ 乙 }} 万元"}, id="a tag and words"),
        pytest.param("名称 甲\n乙: 1\n", ["Y123 1:1"], {"乙": "1"}, id="no colon in the first line"),
        pytest.param("乙: 1\n名称 甲\n丙: 2\n", ["Y123 2:1"], {"乙": "1", "丙": "2"}, id="no colon"),
        pytest.param("%甲\n乙: 1\n", ["Y118 1:1"], {"乙": "1"}, id="directive"),
    ],
)
def test_a_slip_is_named_and_reading_goes_on(text: str, findings: list[str], node: object) -> None:
    assert read(text) == (node, findings)


def test_different_slips_of_one_file_all_show() -> None:
    text = '甲:\n  名称：乙\n  b:1\n  c: 2\n  d: >=95%\n  e: "x\n  f: 3\n\tg: 4\n'
    assert read(text)[1] == ["Y111 2:5", "Y112 3:4", "Y118 5:6", "Y116 6:6", "Y113 8:1"]


@pytest.mark.parametrize(
    "text",
    [
        "网址: http://www.example.cn:80/a\n",
        "时间: 8:30\n",
        "文字: 其中：一是甲\n",
        '文字: |\n  其中：一是甲\n  - 二是乙\n  "丙\n',
        "文字: >-\n  其中：一是甲\n",
        '行:\n  - 数据来源：统计局\n  - "年度：2022"\n',
        "文字: 建设\n  智慧湘西\n",
        '"甲: 乙": 1\n',
    ],
)
def test_what_only_looks_like_a_slip_is_none(text: str) -> None:
    assert read(text)[1] == []


def test_a_line_that_cannot_be_saved_becomes_a_comment() -> None:
    assert repaired(["甲: 1", "乱"], Slip(SYNTAX, 1, 0, Repair.DROP)) == "#"
