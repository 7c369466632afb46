from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.expr.figure import MISSING, Figure
from jixiao.expr.functions import Items
from jixiao.expr.scope import Fixed
from jixiao.expr.static import ANYTHING, judged
from jixiao.expr.wording import Shown
from jixiao.kernel.unit import WAN_YUAN, unit_named


class Row:
    kind = label = "行"

    def __init__(self, **values: object) -> None:
        self._values = values

    def get(self, name: str) -> object:

        return self._values.get(name, MISSING)

    def names(self) -> list[str]:
        return list(self._values)


MONEY, COUNT, OPEN = Figure(None, WAN_YUAN), Figure(None, unit_named("个")), Figure(None)
ROWS = Items([Row(支出=MONEY, 名称="甲", 个数=COUNT)], "子项目")
SCOPE = Fixed(
    {
        "支出": MONEY,
        "个数": COUNT,
        "事实": OPEN,
        "名称": "",
        "子项目": ROWS,
        "单位": Row(名称=""),
        "空": Items([], "空"),
    }
)


def told(text: str) -> list[tuple[str, str, int | None]]:
    """Kind, name and offset of each error."""
    return [(error.kind, error.fields.get("name", ""), error.offset) for error in judged(text, SCOPE)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "支出 + 支出",
        "支出 + 事实",
        "事实 / 支出",
        "支出 * 90%",
        "支出 / 支出 > 3",
        "支出 > 0 and 个数 > 3",
        "个数 in [1, 2]",
        "'甲' in 名称 or '甲' in '甲乙'",
        "事实 % 2 == 0 and 个数 // 3 > 1",
        "名称 ~ '，' ~ 名称|upper ~ 事实",
        "没有|default('—') ~ 单位.没有|default('—')",
        "没有 is defined and 名称 is string and 支出 is number and 个数 is divisibleby(2)",
        "单位['名称'].strip().upper()",
        "{'甲': 支出}.甲 + 支出",
        "子项目|map(attribute='名称')|join('、')",
        "(子项目|sort(attribute='支出', reverse=true)|first).支出 + 支出",
        "单位.items()|length > 0 and 空|length == 0 and (空|first) is none",
        "名称 == '甲'",
        "sum(子项目.支出)",
        "sum(子项目, '支出 - 事实')",
        "子项目|where('支出 > 0 and 个数 > 事实')|count",
        "子项目|where(名称='甲')|sorted('-支出')",
        "row(子项目, '甲').支出|万元|约('余')",
        "(子项目|bands('个数', [1, 2])).名称",
        "事实|万元|汉字|百分比(2)",
        "count(空.随便.什么)",
        "row(空).支出",
        "空|where('随便 > 1')",
        "max(支出, 事实)|round(2)",
        "number('3个')",
        "direction(支出, 事实)",
        "支出 is computable",
        "支出 if 个数 else 个数",
        "-支出",
        "not 支出",
        "round(支出, 2) + abs(支出)",
        "avg(子项目.支出, 支出)",
    ],
)
def test_what_may_be_right_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支处", [("unknown_name", "支处", 0)]),
        ("子项目.支处", [("unknown_name", "支处", 4)]),
        ("甲 + 乙", [("unknown_fact", "甲", 0), ("unknown_fact", "乙", 4)]),
        ("支出 if 甲 else 乙", [("unknown_fact", "甲", 6), ("unknown_fact", "乙", 13)]),
        ("个数 > 3 or 甲", [("unknown_fact", "甲", 10)]),
        ("子项目|where('支处 > 0')", [("unknown_name", "支处", 11)]),
        ("子项目|where(支处=1)", [("unknown_name", "支处", 0)]),
        ("sum(子项目, '支处')", [("unknown_name", "支处", 10)]),
        ("支出|万圆", [("unknown_function", "万圆", 3)]),
        ("总和(支出)", [("unknown_function", "总和", 0)]),
        ("名称.长度", [("no_attribute", "长度", 3)]),
        ("支出 + 个数", [("unit_mismatch", "", None)]),
        ("支出 * 支出", [("unit_mismatch", "", None)]),
        ("支出 > 个数", [("unit_mismatch", "", None)]),
        ("max(支出, 个数)", [("unit_mismatch", "", None)]),
        ("单位 + 1", [("not_a_number", "", None)]),
        ("-单位", [("not_a_number", "", None)]),
        ("支出 in 个数", [("not_a_list", "", None)]),
        ("count(支出)", [("not_a_list", "", None)]),
        ("row(支出)", [("not_a_list", "", None)]),
        ("子项目|where(支出 > 0)", [("arguments", "where", 4)]),
        ("子项目|sorted", [("arguments", "sorted", 4)]),
        ("round()", [("arguments", "round", 0)]),
        ("支出|百分比(1, 2)", [("arguments", "百分比", 3)]),
        ("支出|汉字", [("not_suited", "万元", None)]),
        ("个数|万元", [("not_suited", "个", None)]),
        ("支出|约('很多')", [("approximate_word", "", None)]),
        ("number('许多')", [("not_a_number", "", None)]),
        ("支出 +", [("syntax", "", None)]),
        ("支出 ≥ 3", [("odd_sign", "", 3)]),
        ("支出 = 3", [("odd_sign", "", 3)]),
        ("甲.乙 and 甲.乙", [("unknown_fact", "甲", 0), ("unknown_fact", "甲", 0)]),
    ],
)
def test_every_part_is_judged(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    found = told(text)
    names = {error[1] for error in expected if error[0].startswith("unknown")}
    assert [(kind, offset) for kind, _, offset in found] == [(kind, offset) for kind, _, offset in expected]
    assert {name for kind, name, _ in found if kind.startswith("unknown")} == names


def test_what_an_expression_gives_is_a_sample() -> None:
    def sample(text: str) -> object:
        return judged(text, SCOPE)[0]

    assert sample("甲") is ANYTHING
    assert sample("子项目.支出") == [MONEY]
    assert sample("row(子项目).名称") == "甲"
    assert isinstance(sample("支出|万元"), Shown)
    assert isinstance(sample("子项目|count"), Figure)
    assert sample("支出 > 1") is True
    assert isinstance(literal := sample("1"), Figure)
    assert literal.value == Decimal(1)


def test_near_names_are_given() -> None:
    (error,) = judged("支出|万圆", SCOPE)[1]
    assert error.fields["near"].split("、")[0] in ("万元", "元")
    (error,) = judged("子项目.支处", SCOPE)[1]
    assert error.fields["near"] == "支出"


def test_quotation_marks_of_word_are_read() -> None:
    assert judged("row(子项目，“甲”).支出 ＞ 事实", SCOPE)[1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出 % 2", ("unit_mismatch", "", None)),
        ("名称 ~ 单位", ("arguments", "~", None)),
        ("单位['名城']", ("unknown_name", "名城", 4)),
        ("子项目[0].名称", ("refused", "", None)),
        ("名称['__class__']", ("refused", "", None)),
        ("(支出 + 名城)|default('—')", None),
        ("(支出 + 个数)|default('—')", ("unit_mismatch", "", None)),
        ("没有|default(名城)", ("unknown_name", "名城", 11)),
        ("子项目|map(attribute='名城')", ("unknown_name", "名城", 0)),
        ("'甲'|replace('甲')", ("arguments", "replace", 4)),
        ("1 in 支出", ("not_a_list", "", None)),
    ],
)
def test_what_is_wrong_with_words_and_records(text: str, expected: tuple[str, str, int | None] | None) -> None:
    assert told(text) == ([expected] if expected else [])
