"""The quick reader of plain files gives what the parser of YAML gives, or leaves the file to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.load.build import Builder
from jixiao.load.nodes import Node, Source
from jixiao.load.plain import read_plain

PLAIN = """
# 说明
预算收入:                      # 只有一般公共预算

  一般公共预算拨款:
    年初预算数: 63065900
  上年结转:
    年初预算数:
预算调整:
  - 名称: 追加人员经费
    类别: 人员经费
  - {名称: 金审三期, 金额: =金审三期经费, 列举: 是}    # 一行
  - {增减: -5}
  -   名称: "区块链: 一"
      单位: ''
      说明: 见 http://example.cn/#a，占比 -5%：“{{ 占比 }}”
文字:
- 一是
- -3
- 二是：
楼堂馆所: []
空:
"""

LEFT = (
    "甲: 'x",
    "甲: 'x''y'",
    '甲: "a\\\\tb"',
    "甲: |\n  乙",
    "甲: 乙\n  丙",
    "甲: 乙: 丙",
    "甲: &a 1",
    "甲:\t1",
    "甲:1",
    "甲：1",
    "- 甲",
    "甲",
    "甲: 1\n甲: 2",
    "（甲）: 1\n(甲): 2",
    "甲: {乙: 1, 乙: 2}",
    "甲: {乙: [1]}",
    "甲: [一, 二",
    "甲: {乙}",
    "甲:\n- - 1",
    "甲:\n  乙: 1\n 丙: 2",
    "甲: 1\n- 2",
    "甲:\n  -",
    "甲:\n  - 乙: 1\n   丙: 2",
    "<<: 1",
    "---\n甲: 1",
    "甲: -",
    "甲: - 1",
    "? 甲",
    " - 甲: 1",
)


def parsed(text: str) -> Node | None:
    source = Source("a.yaml", text.split("\n"))
    builder = Builder(source, list(source.lines))
    builder.run(text)
    assert not builder.findings
    return builder.root


def test_plain_lines_are_read_as_the_parser_reads_them() -> None:
    read = read_plain(Source("a.yaml", PLAIN.split("\n")))
    assert read is not None
    assert read == parsed(PLAIN)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_plain_is_left_to_the_parser(text: str) -> None:
    assert read_plain(Source("a.yaml", text.split("\n"))) is None


def test_a_file_without_a_value_holds_nothing() -> None:
    assert read_plain(Source("a.yaml", ["", "# 空", "  "])) is None


@pytest.mark.parametrize("file", sorted(Path("data_examples").rglob("*.yaml")), ids=str)
def test_the_examples_are_read_alike(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    read = read_plain(Source("a.yaml", text.split("\n")))
    assert read is None or read == parsed(text)


KEYS = st.sampled_from(["甲", "乙", "ab", "职称/职务", "（丙）", "-x", "5", "a.b", "甲 乙", "a：b", "'q'", "", "~"])
WORDS = st.sampled_from(
    """
1|-1|- 1|=甲|甲 乙|a: b|a:b|b:|x #y|x#y|#z|[一, 二]|{甲: 1, 乙: 二}|[]|{}|{甲: 1,乙: 2}|[一,二]|{{ 甲 }}|甲{{ 乙 }}
'q'|"q"|'q|"a #b"|'a''b'|"a\\b"|>|&a|*a|!t|%|@|?|? a|~|　甲|甲　|--- x|---|...|a, b|a]|null|<a|=|<<|[甲 乙]|{甲: }|[-1]
[- 1]|{甲: -1}|"q" x
    """.replace("\n", "|").split("|")
)
LINES = st.builds(
    lambda indent, dash, key, colon, words, tail: f"{' ' * indent}{dash}{key}{colon}{words}{tail}",
    st.integers(0, 6),
    st.sampled_from(["", "", "", "- ", "-  ", "-"]),
    KEYS,
    st.sampled_from([": ", ": ", ":", ":  ", "", " : "]),
    WORDS,
    st.sampled_from(["", "", "", "  # 注", " ", "\u3000"]),
)


@settings(max_examples=1500)
@given(st.lists(LINES, min_size=1, max_size=6), st.booleans())
def test_whatever_is_read_is_read_alike(lines: list[str], lined_up: bool) -> None:
    text = "\n".join(line.lstrip(" ") if lined_up else line for line in lines)
    read = read_plain(Source("a.yaml", text.split("\n")))
    assert read is None or read == parsed(text)
