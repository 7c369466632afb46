"""Lists in expressions: rows by condition, by name, in order, in bands."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.errors import ExpressionError
from jixiao.expr.expression import Fixed, Locals, Scope, expression, trees_of
from jixiao.expr.figure import MISSING, Figure, FigureId, Obstacle, ObstacleKind
from jixiao.expr.values import Items
from jixiao.kernel.parse import parse_number
from jixiao.kernel.unit import PERCENT


class Row:
    kind = "项目"

    def __init__(self, **values: object) -> None:
        self.values = values
        self.label = str(values.get("简称", values.get("名称", "")))

    def get(self, name: str) -> object:
        return self.values.get(name, MISSING)

    def names(self) -> list[str]:
        return list(self.values)

    def __str__(self) -> str:
        return self.label


def figure(text: str, name: str) -> Figure:
    number = parse_number(text)
    assert number is not None
    return Figure(number.value, number.unit, FigureId(name), number=number)


def project(name: str, budget: str, rate: str, **more: object) -> Row:
    obstacle = None if rate else Obstacle(ObstacleKind.ZERO_BASE, "预算")
    found = figure(rate, f"{name}率") if rate else Figure(None, PERCENT, FigureId(f"{name}率"), obstacle=obstacle)
    return Row(名称=name, 预算=figure(budget, f"{name}预算"), 执行率=found, **more)


SCOPE = Fixed(
    {
        "各项": Items(
            [
                project("甲", "100万元", "95%", 来源="省"),
                project("乙", "30万元", "90%", 来源="州", 简称="小乙"),
                project("丙", "20万元", "89.99%", 来源="省"),
                project("丁", "8万元", "0%", 来源="州"),
                project("戊", "0万元", "", 来源="州"),
                project("甲", "5万元", "60%", 来源="州"),
            ],
            "各项",
        ),
        "界限": figure("60%", "界限"),
        "来处": "省",
        "数列": Items([figure("1个", "a"), figure("2个", "b")], "数列"),
    }
)


def rows(text: str, scope: Scope = SCOPE) -> str:
    found = expression(text).evaluate(scope)
    assert isinstance(found, Items)
    return "、".join(str(each) for each in found)


def value(text: str) -> Decimal | None:
    found = expression(text).evaluate(SCOPE)
    assert isinstance(found, Figure)
    return found.value


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('各项|where("执行率 >= 90%")', "甲、小乙"),
        ('where(各项, "80% <= 执行率 < 90%")', "丙"),
        ("各项|where('执行率 < 90% and 来源 == \"州\"')", "丁、甲"),
        ('各项|where("执行率 > 界限")', "甲、小乙、丙"),
        ('各项|where("来源 == 来处")', "甲、丙"),
        ('各项|where("执行率 >= 0%", 来源=来处)', "甲、丙"),
        ('各项|where("not (执行率 >= 90%)")', "丙、丁、甲"),
        ('各项|where("执行率 is not computable")', "戊"),
        ('各项|where("执行率 is computable and 执行率 == 0%")', "丁"),
        ('各项|where("预算 == 0")|where("来源 == \'州\'")', "戊"),
        ('各项|where("执行率 > 100%")', ""),
        ('各项|sorted("预算")', "戊、甲、丁、丙、小乙、甲"),
        ('各项|sorted("-执行率")', "甲、小乙、丙、甲、丁、戊"),
        ('各项|sorted("执行率")', "丁、甲、丙、小乙、甲、戊"),
    ],
)
def test_rows_are_chosen_and_ordered(text: str, names: str) -> None:
    assert rows(text) == names


def test_a_condition_sees_the_names_where_it_stands() -> None:
    inner = Locals(SCOPE, {"组": Row(名称="省")})
    assert rows('各项|where("来源 == 组.名称")', inner) == "甲、丙"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('各项|where("执行率 >= 90%")|count', 2),
        ('sum(where(各项, "执行率 >= 90%").预算)', 1300000),
        ('各项|where("执行率 >= 90%")|sum("预算")', 1300000),
        ('sum(各项, "预算 * 执行率")', None),
        ("avg(数列)", Decimal("1.5")),
        ("avg(数列, 数列)", Decimal("1.5")),
        ('各项|where("来源 == \'省\'")|avg("预算 * 2")', 1200000),
        ('avg((各项|where("预算 > 1000 * 预算")).预算)', None),
        ("avg(各项.执行率)", None),
        ('各项|where("执行率 is computable")|sum("预算 * 执行率")', 1429980),
        ('row(各项, "小乙").预算', 300000),
        ('(各项|row("乙")).预算', 300000),
        ('row(各项|where("预算 == 0")).预算', 0),
        ("数列|sum", 3),
    ],
)
def test_figures_of_rows(text: str, expected: Decimal | int | None) -> None:
    assert value(text) == expected


def test_a_count_comes_from_the_figures_by_which_rows_were_chosen() -> None:
    counted = expression('各项|where("执行率 >= 90%", 来源="省")|count').evaluate(SCOPE)
    assert isinstance(counted, Figure)
    assert [each.name for each in counted.inputs] == ["甲率"]
    assert counted.formula == 'count(各项|where("执行率 >= 90%", 来源=省))'


@pytest.mark.parametrize(
    ("text", "kind", "fields", "offset"),
    [
        ('各项|where("执行绿 >= 90%")', "unknown_name", {"name": "执行绿", "near": "执行率"}, 10),
        ('各项|where("执行率 >=")', "syntax", {}, 10),
        ('各项|where("执行率 ** 2")', "refused", {"what": "Pow"}, 10),
        ("各项|where(来处)", "arguments", {"name": "where"}, None),
        ('来处|where("执行率 > 1")', "not_a_list", {"what": "where"}, None),
        ('各项|where("执行率 > 1", "预算 > 1")', "arguments", {"name": "where"}, 3),
        ('各项|row("丙丁")', "no_row", {"near": "丙、丁", "list": "各项"}, None),
        ('各项|row("甲")', "several_rows", {"number": "2"}, None),
        ("row(各项)", "several_rows", {"number": "6"}, None),
        ('各项|sorted("来源")', "not_a_number", {"what": "来源"}, None),
        ('各项|bands("执行率", 界限)', "not_a_list", {"what": "bands"}, None),
        ('各项|bands("执行率", [number("1万元")])', "unit_mismatch", {}, None),
    ],
)
def test_what_cannot_be_done_with_a_list(text: str, kind: str, fields: dict[str, str], offset: int | None) -> None:
    with pytest.raises(ExpressionError) as caught:
        expression(text).evaluate(SCOPE)
    assert caught.value.kind == kind
    assert fields.items() <= caught.value.fields.items()
    assert caught.value.offset == offset


def test_what_stands_in_quotes_is_read_when_the_tag_is_read() -> None:
    with pytest.raises(ExpressionError) as caught:
        expression('各项|where("执行率 >")')
    assert caught.value.kind == "syntax"


def test_a_condition_needs_no_parser_once_its_tree_is_known() -> None:
    text = '各项|where("执行率 > 界限")'
    assert expression(text).names == {"各项"}
    assert "each" in str(trees_of({text})[text])


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("名称", ["90%以上", "60%以上、不足90%", "不足60%"]),
        ("下限", ["90%", "60%", ""]),
        ("上限", ["", "90%", "60%"]),
        ("项目", ["甲、小乙", "丙、甲", "丁"]),
        ("个数", ["2", "2", "1"]),
    ],
)
def test_bands_from_high_to_low(part: str, values: list[str]) -> None:
    assert parts(f'bands(各项, "执行率", [60%, 90%, 界限]).{part}') == values
    assert parts(f'(各项|bands("执行率", [60%, 90%])|where("个数 > 1")).{part}') == values[:2]


def parts(text: str) -> list[str]:
    """What each band holds, as words."""
    found = expression(text).evaluate(SCOPE)
    assert isinstance(found, Items)
    return [_words(each) for each in found]


def _words(part: object) -> str:
    match part:
        case Items():
            return "、".join(map(str, part))
        case Figure(value=Decimal() as value, unit=unit):
            return f"{(value / unit.scale).normalize():f}{unit.name}"
    return str(part or "")


def test_a_band_of_all() -> None:
    assert parts('bands(各项, "执行率", []).名称') == ["全部"]


RATES = st.decimals(min_value=-1, max_value=2, places=4)


@given(st.lists(st.none() | RATES, max_size=12), st.lists(RATES, max_size=5))
def test_every_row_with_a_figure_is_in_exactly_one_band(rates: list[Decimal | None], bounds: list[Decimal]) -> None:
    listed = Items([Row(名称=str(at), 率=Figure(rate, PERCENT)) for at, rate in enumerate(rates)], "各项")
    limits = Items([Figure(bound, PERCENT) for bound in bounds])
    found = expression('各项|bands("率", 界)').evaluate(Fixed({"各项": listed, "界": limits}))
    assert isinstance(found, Items)
    placed = []
    for band in found:
        lower, upper, inside = (band.get(name) for name in ("下限", "上限", "项目"))  # type: ignore[attr-defined]
        for row in inside:
            rate = row.get("率").value
            assert lower is None or lower.value <= rate
            assert upper is None or rate < upper.value
            placed.append(row.label)
    assert sorted(placed) == sorted(str(at) for at, rate in enumerate(rates) if rate is not None)


@given(st.lists(st.one_of(st.none(), st.decimals(-(10**9), 10**9, places=2)), min_size=1))
def test_the_average_leaves_out_what_is_blank(values: list[Decimal | None]) -> None:
    figures = Items([Figure(value, id=FigureId(str(at))) for at, value in enumerate(values)], "数")
    given_ = [value for value in values if value is not None]
    found = expression("avg(数)").evaluate(Fixed({"数": figures}))
    assert isinstance(found, Figure)
    assert not found.obstacle
    assert (found.value is None) is (not given_)
    assert abs((found.value or Decimal(0)) * len(given_) - sum(given_)) < Decimal("1e-9")
    assert [each.id for each in found.inputs] == [each.id for each in figures if isinstance(each, Figure)]
