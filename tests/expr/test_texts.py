from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.errors import ExpressionError
from jixiao.expr.expression import UNKNOWN, Fixed, expression
from jixiao.expr.figure import Figure
from jixiao.expr.functions import Items
from jixiao.expr.texts import Record
from jixiao.expr.work import MOST_LETTERS, begin
from jixiao.kernel.unit import WAN_YUAN


@pytest.fixture(autouse=True)
def another_report() -> Iterator[None]:
    begin()
    yield
    begin()


def number(value: object) -> Figure:
    return Figure(Decimal(str(value)))


class Listed(Items):
    is_indexed = True


ROWS = Items(
    Record({"名": name, "数": number(count), "里": Record({"名": name * 2})}) for name, count in (("b", 3), ("A", 1))
)
SCOPE = Fixed(
    {
        "词": "ab cd",
        "数": number(7),
        "小数": number("1.5"),
        "金额": Figure(Decimal(5), WAN_YUAN),
        "空": Figure(None, WAN_YUAN),
        "算不出": Figure(Decimal(1)),
        "行": ROWS,
        "列": Listed([number(2), number(1), number(2)]),
        "字": Items(["b", "A", "b"]),
        "典": Record({"甲": number(1), "乙": "x"}),
        "记号": Record({"index0": number(4)}),
    }
)


def plain(value: object) -> object:
    """Figures as their digits."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    return f"{value.value:f}" if isinstance(value, Figure) and value.value is not None else value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("词|upper", "AB CD"),
        ("'ÄB'|lower", "äb"),
        ("词|capitalize", "Ab cd"),
        ("'it\\'s ab-CD'|title", "It's Ab-Cd"),
        ("数|string ~ '个'", "7个"),
        ("'  x '|trim", "x"),
        ("'--x-'|trim('-')", "x"),
        ("词|replace('b', 'BB')", "aBB cd"),
        ("'aaa'|replace('a', 'b', 2)", "bba"),
        ("字|join", "bAb"),
        ("列|join('、')", "2、1、2"),
        ("行|join('/', attribute='里.名')", "bb/AA"),
        ("词|length", "5"),
        ("列|length", "3"),
        ("典|length", "2"),
        ("字|first", "b"),
        ("列|last", "2"),
        ("[]|first", None),
        ("'ab'|reverse", "ba"),
        ("列|reverse", ["2", "1", "2"]),
        ("列|sort", ["1", "2", "2"]),
        ("字|sort", ["A", "b", "b"]),
        ("字|sort(reverse=true)", ["b", "b", "A"]),
        ("['b', 'A', 'a']|sort(case_sensitive=true)", ["A", "a", "b"]),
        ("(行|sort(attribute='数')).名", ["A", "b"]),
        ("列|unique", ["2", "1"]),
        ("行|map(attribute='名')", ["b", "A"]),
        ("'ab'|list", ["a", "b"]),
        ("典|items", [["甲", "1"], ["乙", "x"]]),
        ("'12.9'|int + 小数|int", "13"),
        ("'x'|int", "0"),
        ("'x'|int(4)", "4"),
        ("词.upper()", "AB CD"),
        ("词.replace('ab', 'x').strip()", "x cd"),
        ("典.keys()", ["甲", "乙"]),
        ("典.values()", ["1", "x"]),
        ("典.items()", [["甲", "1"], ["乙", "x"]]),
        ("记号.cycle('a', 'b', 'c')", "b"),
        ("典['乙']", "x"),
        ("典[字[0] if false else '甲']", "1"),
        ("列[1]", "1"),
        ("列[-1]", "2"),
        ("{'a': 1, 'b': '二'}.b", "二"),
        ("{'a': {'b': 2} }['a'].b", "2"),
        ("7 % 3", "1"),
        ("-7 % 3", "2"),
        ("7 // 2", "3"),
        ("小数 % 1", "0.5"),
        ("没有|default('—')", "—"),
        ("没有|d('—')", "—"),
        ("没有.的|default", ""),
        ("空|default('未填')", "未填"),
        ("典.丙|default(default_value='无')", "无"),
        ("0|default('零', true)", "零"),
        ("0|default('零')", "0"),
        ("列[9]|default('没有')", "没有"),
        ("词|e", "ab cd"),
        ("列|max", "2"),
        ("列|min", "1"),
    ],
)
def test_words_and_lists(text: str, expected: object) -> None:
    assert plain(expression(text).evaluate(SCOPE)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("没有 is defined", False),
        ("没有 is undefined", True),
        ("数 is defined", True),
        ("空 is none and none is none", True),
        ("词 is string and 数 is not string", True),
        ("数 is number and 数 is integer and 小数 is float", True),
        ("小数 is integer or 词 is number", False),
        ("true is boolean and true is true and false is false", True),
        ("典 is mapping and 列 is not mapping", True),
        ("列 is sequence and 词 is sequence and 典 is sequence", True),
        ("数 is odd and 8 is even and 9 is divisibleby(3)", True),
        ("'ab' in 词 and '甲' in 典 and 'x' not in 词", True),
    ],
)
def test_kinds(text: str, expected: object) -> None:
    assert expression(text).evaluate(SCOPE) is expected


def test_whether_a_gap_is_even_is_not_known() -> None:
    assert expression("空 is even").evaluate(Fixed({"空": Figure(None)})) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("金额|upper", "arguments"),  # how money prints is for its place to say
        ("'x' ~ 行", "arguments"),
        ("词['__class__']", "refused"),
        ("行|map(attribute='__class__')", "refused"),
        ("行|map(attribute='里.__class__')", "refused"),
        ("行[0]", "refused"),  # of a report: by name, or the first of them
        ("列[7]", "no_row"),
        ("列[小数]", "arguments"),
        ("词.format(1)", "refused"),
        ("'a'.upper()", "refused"),
        ("词.upper(1)", "arguments"),
        ("5|items", "arguments"),
        ("5|list", "arguments"),
        ("5|join", "not_a_list"),
        ("1 in 5", "not_a_list"),
        ("字|sort(attribute='名')", "no_attribute"),
        ("[金额, 'a']|sort", "arguments"),
        ("记号.cycle()", "arguments"),
        ("没有|default('a', true, 3)", "arguments"),
        ("金额 % 2", "unit_mismatch"),
        ("'%s' % 2", "not_a_number"),
        ("词[0:1]", "refused"),
        ("词|safe", "unknown_function"),
    ],
)
def test_refused(text: str, kind: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        expression(text).evaluate(SCOPE)
    assert caught.value.kind == kind


@pytest.mark.parametrize("grow", ["词 ~ 词", "词|replace('a', 词)", "[词, 词]|join", "[词]|join(词)"])
def test_words_that_grow_are_counted(grow: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        grown(grow, "a" * 1000)
    assert caught.value.kind == "too_long_a_text"


def grown(grow: str, word: str) -> None:
    for _ in range(MOST_LETTERS // 1000 + 1):
        assert len(word) <= MOST_LETTERS
        word = str(expression(grow).evaluate(Fixed({"词": word})))


@given(st.integers(-50, 50), st.integers(-50, 50).filter(bool))
def test_quotient_and_rest_make_up_the_whole(left: int, right: int) -> None:
    scope = Fixed({"甲": number(left), "乙": number(right)})
    values = [expression(text).evaluate(scope) for text in ("甲 // 乙", "甲 % 乙")]
    assert plain(values) == [str(left // right), str(left % right)]
