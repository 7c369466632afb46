from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr import expression as module
from jixiao.expr.errors import ExpressionError
from jixiao.expr.expression import UNKNOWN, Expression, Fixed, Locals, expression, remember, trees_of, truth
from jixiao.expr.figure import MISSING, Figure, FigureId, ObstacleKind
from jixiao.expr.functions import Items, Shown
from jixiao.expr.tree import MAX_DEPTH
from jixiao.expr.wording import Style
from jixiao.kernel.parse import parse_number
from jixiao.kernel.rounding import half_up
from jixiao.kernel.unit import PERCENT, WAN_YUAN


class Row:
    kind = "行"

    def __init__(self, **values: object) -> None:
        self.values = values
        self.label = str(values.get("名称", ""))

    def get(self, name: str) -> object:
        return self.values.get(name, MISSING)

    def names(self) -> list[str]:
        return list(self.values)


def figure(text: str, name: str = "") -> Figure:
    number = parse_number(text)
    assert number is not None
    return Figure(number.value, number.unit, FigureId(name or text), number=number)


def blank(name: str) -> Figure:
    return Figure(None, WAN_YUAN, FigureId(name))


SCOPE = Fixed(
    {
        "预算": figure("1800万元", "预算"),
        "支出": figure("1160.49万元", "支出"),
        "零": figure("0万元", "零"),
        "空": blank("空"),
        "个数": figure("48个", "个数"),
        "家数": figure("3家", "家数"),
        "分值": figure("10分", "分值"),
        "率": figure("64.47%", "率"),
        "级": "州财政",
        "行": Items(
            [
                Row(名称="甲", 金额=figure("80万元", "甲"), 来源="州财政"),
                Row(名称="乙", 金额=figure("30万元", "乙"), 来源="省财政"),
                Row(名称="丙", 金额=blank("丙"), 来源="州财政"),
            ],
            "行",
        ),
        "单位": Row(名称="州智慧办"),
    }
)


def value(text: str) -> Decimal | None:
    result = expression(text).evaluate(SCOPE)
    assert isinstance(result, Figure)
    return result.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预算 - 支出", "6395100"),
        ("支出 / 预算 * 100", "64.471666666667"),
        ("sum(行.金额)", "1100000"),
        ("sum((行|where(来源=级)).金额)", "800000"),
        ("sum(预算, 支出, 空)", "29604900"),
        ("预算 - sum(空)", "18000000"),
        ("min(支出, 预算)", "11604900"),
        ("max(支出 / 预算, 1)", "1"),
        ("count(行)", "3"),
        ("0.1 + 0.2", "0.3"),
        ("1 - 率", "0.3553"),
        ("分值 * 率", "6.447"),
        ("round(分值 * 率, 1)", "6.4"),
        ("abs(支出 - 预算)", "6395100"),
        ("-预算", "-18000000"),
        ("预算 if 支出 > 预算 else 支出", "11604900"),
        ('number("1万元")', "10000"),
        ("2.5|round", "3"),
    ],
)
def test_value(text: str, expected: str) -> None:
    result = value(text)
    assert result is not None
    assert half_up(result, Decimal("1e-12")) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出 < 预算", True),
        ("支出 > 0", True),
        ("率 < 0.9", True),
        ("空 > 0", False),
        ("not (支出 > 预算) and 零 == 0", True),
        ("级 == '州财政'", True),
        ("级 in ['省财政', '州财政']", True),
        ("级 not in ['省财政']", True),
        ("零 or 空", False),
        ("0 < 率 < 1", True),
    ],
)
def test_condition(text: str, expected: bool) -> None:
    assert truth(expression(text).evaluate(SCOPE)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出 / 零 > 1", UNKNOWN),
        ("not (支出 / 零 > 1)", UNKNOWN),
        ("支出 / 零 > 1 or 支出 < 预算", True),
        ("支出 / 零 > 1 or 支出 > 预算", UNKNOWN),
        ("支出 / 零 > 1 and 支出 > 预算", False),
        ("支出 < 预算 and 支出 / 零 == 1", UNKNOWN),
    ],
)
def test_what_cannot_be_computed_cannot_be_judged(text: str, expected: object) -> None:
    answer = expression(text).evaluate(SCOPE)
    assert answer is expected
    assert truth(answer) is (answer is True)


@pytest.mark.parametrize(
    ("text", "kind", "fields"),
    [
        ("支出 /", "syntax", {}),
        ("支出 ** 2", "refused", {"what": "Pow"}),
        ("支出 % 2", "unit_mismatch", {"left": "万元"}),
        ("单位.__class__", "refused", {"what": "__class__"}),
        ("''.join(行)", "refused", {"what": "()"}),
        ("行[0]", "refused", {"what": "[0]"}),
        ("range(10)", "unknown_function", {"name": "range"}),
        ("支出|attr('x')", "unknown_function", {"name": "attr"}),
        ("预祘 - 支出", "unknown_name", {"name": "预祘", "near": "预算"}),
        ("单位.名程", "unknown_name", {"name": "名程", "near": "名称"}),
        ("级 + 级", "not_a_number", {}),
        ("个数 + 家数", "unit_mismatch", {"left": "个", "right": "家"}),
        ("预算 + 个数", "unit_mismatch", {}),
        ("预算 + 5", "unit_mismatch", {}),
        ("预算 > 5", "unit_mismatch", {}),
        ("预算 * 支出", "unit_mismatch", {}),
        ("count(预算)", "not_a_list", {}),
        ("sum(级)", "not_a_number", {}),
        ("round()", "arguments", {"name": "round"}),
        ("级.名称", "no_attribute", {"name": "名称"}),
        ("预算 }} {{ 支出", "syntax", {}),
        ("1" * 3000, "too_long", {}),
        ("{% set x = 1 %}", "syntax", {}),
    ],
)
def test_refused(text: str, kind: str, fields: dict[str, str]) -> None:
    with pytest.raises(ExpressionError) as caught:
        expression(text).evaluate(SCOPE)
    assert caught.value.kind == kind
    assert fields.items() <= caught.value.fields.items()


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("支出 / 零", ObstacleKind.ZERO_BASE, "零"),
        ("支出 / 空", ObstacleKind.MISSING, "空"),
        ("空 * 率", ObstacleKind.MISSING, "空"),
        ("1 + 支出 / 零", ObstacleKind.ZERO_BASE, "零"),
    ],
)
def test_not_computable_is_a_value_with_a_reason(text: str, kind: ObstacleKind, name: str) -> None:
    result = expression(text).evaluate(SCOPE)
    assert isinstance(result, Figure)
    assert result.value is None
    assert result.obstacle is not None
    assert (result.obstacle.kind, result.obstacle.name) == (kind, name)


def test_history_names_each_input_once() -> None:
    result = expression("(预算 - 支出) / 预算").evaluate(SCOPE)
    assert isinstance(result, Figure)
    assert [each.name for each in result.inputs] == ["预算", "支出"]
    assert result.unit == PERCENT


def test_a_display_filter_keeps_the_figure() -> None:
    shown = expression("支出|数").evaluate(SCOPE)
    assert isinstance(shown, Shown)
    assert shown.style == Style(bare=True)


def test_a_list_maps_its_attribute() -> None:
    names = expression("行.名称").evaluate(SCOPE)
    assert names == ["甲", "乙", "丙"]


def test_locals_come_first() -> None:
    inner = Locals(SCOPE, {"支出": figure("1万元")})
    result = expression("支出").evaluate(inner)
    assert isinstance(result, Figure)
    assert result.value == 10000
    assert "预算" in list(inner.names())


def test_names_used_are_known() -> None:
    assert expression("sum((行|where(来源=级)).金额) / 预算").names == {"行", "级", "预算"}


def test_each_text_is_compiled_once_and_trees_can_be_remembered() -> None:
    first = expression("支出 / 预算 + 0.5")
    assert expression("支出 / 预算 + 0.5") is first
    trees = trees_of({"支出 / 预算 + 0.5"})
    remember(trees)
    assert isinstance(first, Expression)
    assert trees["支出 / 预算 + 0.5"][0] == "add"


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=6), st.decimals(min_value=1, max_value=10**9, places=6)
)
def test_quotient_times_divisor_is_the_dividend(left: Decimal, right: Decimal) -> None:
    scope = Fixed({"a": Figure(left, WAN_YUAN, FigureId("a")), "b": Figure(right, WAN_YUAN, FigureId("b"))})
    result = expression("a / b").evaluate(scope)
    assert isinstance(result, Figure)
    assert result.value is not None
    assert abs(result.value * right - left) < Decimal("1e-12")


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        expression(text).evaluate(SCOPE)
    except ExpressionError as error:
        assert error.kind  # noqa: PT017 - either a value or this error


@pytest.mark.parametrize("text", ["(" * 900 + "1" + ")" * 900, "-" * 900 + "1", "not " * 400 + "1", "1" + "+1" * 900])
def test_nesting_has_an_end(text: str) -> None:
    with pytest.raises(ExpressionError) as raised:
        expression(text)
    assert raised.value.kind == "too_deep"


def test_a_sum_of_many_terms_is_no_nesting_too_deep() -> None:
    assert value("1" + "+1" * (MAX_DEPTH - 2)) == MAX_DEPTH - 1


@pytest.mark.parametrize("text", ["min(支出 / 零, 1)", "max(1, 支出 / 零)"])
def test_the_least_of_what_cannot_be_computed_is_not_computable(text: str) -> None:
    result = expression(text).evaluate(SCOPE)
    assert isinstance(result, Figure)
    assert result.value is None
    assert result.obstacle is not None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("支出 / 零 if 支出 / 零 > 1 else none", ObstacleKind.ZERO_BASE),
        ("支出 if 支出 / 零 > 1 else none", ObstacleKind.UNREADABLE),
    ],
)
def test_a_choice_that_nobody_can_make_gives_no_figure(text: str, kind: ObstacleKind) -> None:
    result = expression(text).evaluate(SCOPE)
    assert isinstance(result, Figure)
    assert (result.value, result.obstacle and result.obstacle.kind) == (None, kind)


def test_a_choice_of_words_that_nobody_can_make_is_unknown() -> None:
    assert expression("'高' if 支出 / 零 > 1 else '低'").evaluate(SCOPE) is UNKNOWN


def test_a_batch_keeps_no_more_expressions_the_longer_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 10)
    monkeypatch.setattr(module, "_known", {})
    monkeypatch.setattr(module, "_trees", {})
    for number in range(100):
        assert expression(f"甲{number} + 1").evaluate(Fixed({f"甲{number}": figure("1")})) is not None
    assert len(module._known) == len(module._trees) <= 10
    assert expression("甲99 + 1") is expression("甲99 + 1")


def test_a_batch_remembers_no_more_trees_the_longer_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_REMEMBERED", 3)
    monkeypatch.setattr(module, "_remembered", {})
    for number in range(10):
        remember({f"乙{number}": ("name", f"乙{number}")})
    assert len(module._remembered) <= 4
