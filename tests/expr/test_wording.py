"""Words for figures: directions, approximate numbers, styles."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.errors import ExpressionError
from jixiao.expr.expression import UNKNOWN, Fixed, expression
from jixiao.expr.figure import Figure, FigureId
from jixiao.expr.values import Items
from jixiao.expr.wording import Shown, Style, approximately
from jixiao.kernel.interval import Interval
from jixiao.kernel.parse import parse_number
from jixiao.kernel.unit import PLAIN, WAN_YUAN, unit_named


def figure(text: str) -> Figure:
    number = parse_number(text)
    assert number is not None
    return Figure(number.value, number.unit, FigureId(text), number=number)


SCOPE = Fixed(
    {
        "本年": figure("1112.5万元"),
        "上年": figure("779.6万元"),
        "零": figure("0万元"),
        "空": Figure(None, WAN_YUAN, FigureId("空")),
        "降幅": figure("-3%"),
        "受理": figure("22214条"),
        "整": figure("20000条"),
        "巡查": figure("1000余次"),
        "半个": figure("0.5个"),
        "亏": figure("-2万元"),
        "率": figure("64.47%"),
        "词": "按时",
    }
)


def evaluated(text: str) -> object:
    return expression(text).evaluate(SCOPE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("direction(本年, 上年)", "增加"),
        ("direction(上年, 本年)", "减少"),
        ("direction(上年, 上年)", "持平"),
        ('direction(本年, 上年, "增长", "下降")', "增长"),
        ('direction(上年, 本年, "超支", "节约", "与预算一致")', "节约"),
        ('direction(上年, 上年, "超支", "节约", "与预算一致")', "与预算一致"),
        ("direction(本年 - 上年, 0)", "增加"),
        ("direction(降幅, 0)", "减少"),
        ("direction(本年, 空)", UNKNOWN),
        ("direction(本年 / 零, 1)", UNKNOWN),
        ("computable(本年)", True),
        ("computable(零)", True),
        ("computable(空)", False),
        ("computable(本年 / 零)", False),
        ("computable(本年 / 零 > 1)", False),
        ("((本年 - 零) / 零) is computable", False),
        ("((本年 - 上年) / 上年) is not computable", False),
    ],
)
def test_words_and_whether_there_is_a_value(text: str, expected: object) -> None:
    assert evaluated(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("受理|约('万余', 1)", "2.2万余条"),
        ("受理|约('万余')", "2万余条"),
        ("受理|约('余万', 1)", "2.2余万条"),
        ("受理|约('多', -2)", "22200多条"),
        ("受理|约('近万')", "近3万条"),
        ("受理|约('近', -3)", "近23000条"),
        ("整|约('万余', 1)", "2万条"),
        ("整|约('近万')", "2万条"),
        ("零|约('余')", "0万元"),
        ("本年|约('余')", "1112余万元"),
        ("本年|约('余万', -1)", "1110余万元"),
        ("本年|约('近亿', 1)", "近0.2亿元"),
        ("本年|两位|约('余')", "1112余万元"),
    ],
)
def test_an_approximate_figure_is_cut_or_raised(text: str, words: str) -> None:
    found = evaluated(text)
    assert isinstance(found, Shown)
    assert found.style.words == words


@pytest.mark.parametrize("text", ["词|约('余')", "空|约('余')"])
def test_what_has_no_value_stays_as_it_is(text: str) -> None:
    assert not isinstance(evaluated(text), Shown)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("受理|约('近余')", "approximate_word"),
        ("受理|约('余万余')", "approximate_word"),
        ("受理|约('万')", "approximate_word"),
        ("受理|约('左右')", "approximate_word"),
        ("巡查|约('余', -3)", "approximate_twice"),
        ("受理|约('亿余')", "approximate_nothing"),
        ("受理|约('余', 0.5)", "arguments"),
        ("率|约('余')", "not_suited"),
        ("亏|约('余')", "not_suited"),
        ("率|元", "not_suited"),
        ("受理|万元", "not_suited"),
        ("本年|汉字", "not_suited"),
        ("半个|汉字", "not_suited"),
        ("巡查|汉字", "not_suited"),
        ("100000|汉字", "not_suited"),
        ("本年|百分比(1)", "not_suited"),
        ("率|百分比", "arguments"),
        ("率|百分比(-1)", "arguments"),
        ("率|百分比(10)", "arguments"),
        ("词 is computable", "not_a_number"),
        ("direction(词, 1)", "not_a_number"),
    ],
)
def test_what_cannot_be_worded(text: str, kind: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        evaluated(text)
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("本年|元|千分位|数", Style(unit="元", thousands=True, bare=True)),
        ("率|百分比(0)", Style(digits="两位", decimals=0)),
        ("率|百分比(1)|去零", Style(digits="去零", decimals=1)),
        ("本年|两位|去零", Style(digits="去零")),
        ("空|汉字", Style(digits="汉字")),
    ],
)
def test_styles_add_up_and_the_last_word_counts(text: str, style: Style) -> None:
    found = evaluated(text)
    assert isinstance(found, Shown)
    assert found.style == style


def test_a_style_on_a_list_goes_to_each_of_its_values() -> None:
    found = evaluated("[本年, 上年]|两位")
    assert isinstance(found, Items)
    assert [each.style for each in found if isinstance(each, Shown)] == [Style(digits="两位")] * 2


@pytest.mark.parametrize(("text", "typed"), [("降幅|abs", "3%"), ("率|abs", "64.47%"), ("abs(亏)", "2万元")])
def test_a_figure_without_its_sign_keeps_its_typed_form(text: str, typed: str) -> None:
    found = evaluated(text)
    assert isinstance(found, Figure)
    assert found.number is not None
    assert found.number.typed == typed


WHOLE = st.integers(0, 10**10)


@given(WHOLE, st.sampled_from(["余", "多", "近"]), st.sampled_from(["", "万"]), st.integers(-3, 2))
def test_an_approximate_figure_reads_back_as_what_it_came_from(
    count: int, word: str, multiplier: str, decimals: int
) -> None:
    figure_there = Figure(Decimal(count), unit_named("条"), FigureId("受理"))
    said = f"近{multiplier}" if word == "近" else f"{multiplier}{word}"
    try:
        found = approximately(figure_there, said, Decimal(decimals))
    except ExpressionError as error:
        assert error.kind == "approximate_nothing"  # noqa: PT017 - too few to be cut like this
        assert count < (10_000 if multiplier else 1) * Decimal(10) ** -decimals
        return
    assert isinstance(found, Shown)
    number = parse_number(found.style.words, PLAIN)
    assert number is not None
    assert Interval.of(number).contains(Decimal(count))
    assert (number.qualifier == "") == (number.value == count)
    assert number.value >= count if word == "近" else number.value <= count
