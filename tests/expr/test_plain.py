"""Formulas of the common shapes give what they give step by step, or leave it to that."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.expr.expression import ExpressionError, expression, plainly
from jixiao.expr.figure import MISSING, Figure, FigureId, Named, Obstacle, ObstacleKind
from jixiao.expr.plain_paths import NOT_PLAIN
from jixiao.expr.values import Items
from jixiao.kernel.unit import PERCENT, PLAIN, POINT, WAN_YUAN, YUAN, Unit, unit_named

UNITS = (WAN_YUAN, WAN_YUAN, WAN_YUAN, YUAN, PERCENT, POINT, PLAIN, unit_named("个"), unit_named("次"))
WORDS = ("甲类", "乙类")


class Values(dict[str, object]):
    """Values of a record; MISSING for all other names."""

    def __missing__(self, name: str) -> object:
        return MISSING


class Row(Named):
    """A record that remembers what was read of it; names it does not have are those of the report."""

    kind = label = "行"

    def __init__(self, values: dict[str, object], around: Row | None = None, read: list[object] | None = None) -> None:
        self.values: Values = Values(values)
        self.around = around or self
        self.read = [] if read is None else read

    def get(self, name: str) -> object:
        self.read.append(self.values[name])
        return self.values[name]

    def lookup(self, name: str) -> object:
        found = self.get(name)
        return self.around.get(name) if found is MISSING else found

    def names(self) -> Iterable[str]:
        return self.values


def step_by_step(text: str, row: Row) -> object:
    try:
        return expression(text).evaluate(row)
    except ExpressionError:
        return NOT_PLAIN


def told(value: object) -> object:
    """All of a figure but its formula."""
    if not isinstance(value, Figure):
        return value
    mark = (str(value.value), value.unit, value.id, [each.id for each in value.inputs], value.obstacle)
    return (*mark, value.unrounded, value.mirrors, value.terms, value.as_typed, value.number)


amounts = st.sampled_from(["0", "0.00", "12.5", "3", "-7.25", "1E+2", "0.0001", "1234567.89"])
gap = Obstacle(ObstacleKind.ZERO_BASE, "某数")


@st.composite
def figures(draw: st.DrawFn, name: str, item: str, unit: Unit) -> Figure:
    """Mostly ordinary figures of one unit; some are blank, cannot be computed, were rounded or have another unit."""
    identity = FigureId(name, item, year=2023)
    unit = draw(st.sampled_from(UNITS)) if draw(st.integers(0, 9)) == 9 else unit
    match draw(st.integers(0, 15)):
        case 0 | 1:
            return Figure(None, unit, identity)
        case 2:
            return Figure(None, unit, identity, obstacle=gap)
        case 3:
            return Figure(Decimal(draw(amounts)), unit, identity, unrounded=Decimal("3.14159"))
    return Figure(Decimal(draw(amounts)), unit, identity)


@st.composite
def records(draw: st.DrawFn) -> Row:
    """A record 本 of a report 主, with rows, and with names that only the report has, or nobody."""
    read: list[object] = []
    unit = draw(st.sampled_from(UNITS))

    def named(names: str, item: str) -> dict[str, object]:
        return {name: draw(figures(name, item, unit)) for name in names}

    def row(at: int) -> Row:
        return Row({**named("金额", f"行/{at}"), "类别": draw(st.sampled_from(WORDS))}, read=read)

    rows = [row(at) for at in range(draw(st.integers(0, 4)))]
    report = Row({**named("丙", ""), "类": draw(st.sampled_from(WORDS)), "词": "甲类"}, read=read)
    inner = Row(named("丁", "内"), read=read)
    own = {**named("甲乙", "本"), "内": inner, "各行": Items(rows, "各行"), "空行": Items([], "空行")}
    if draw(st.integers(0, 9)) == 9:
        own["乙"] = draw(st.sampled_from(["字", None, MISSING, own["甲"]]))
    return Row(own, report, read)


names = st.sampled_from(["甲", "乙", "丙", "内.丁", "甲", "乙", "无", "类", "内", "各行.类别"])
listed = st.sampled_from(
    [
        "各行",
        "空行",
        "(各行|where(类别=类))",
        '(各行|where(类别="甲类"))',
        "(各行|where(类别=类, 金=甲))",
        "(各行|where(无=类))",
    ]
)
columns = st.builds("sum({}.{})".format, listed, st.sampled_from(["金", "额", "额", "类别"]))
operands = st.one_of(names, columns)
sums = st.builds("{} {} {}".format, operands, st.sampled_from("+-"), operands)
chains = st.builds("{} {} {}".format, sums, st.sampled_from("+-"), st.one_of(operands, sums.map("({})".format)))
quotients = st.builds("{} / {}".format, st.one_of(names, sums.map("({})".format)), operands)
values = st.one_of(names, columns, sums, chains, quotients)
tests = st.one_of(
    st.builds("{} {} 0".format, names, st.sampled_from(["<", "<=", ">", ">="])),
    st.builds('{} {} "甲类"'.format, st.sampled_from(["类", "词", "甲"]), st.sampled_from(["==", "!="])),
    listed,
    listed.map("not {}".format),
)
both = st.one_of(tests, st.builds("{} {} {}".format, tests, st.sampled_from(["and", "or"]), tests))
choices = st.builds("{} if {} else {}".format, values, both, st.one_of(st.just("none"), values))
formulas = st.one_of(values, choices)


@settings(max_examples=150)
@given(formulas, records())
def test_what_is_plain_is_what_it_is_step_by_step(text: str, row: Row) -> None:
    formula = plainly(text)
    assert formula is not None
    read: list[object] = []
    made = formula(row.values, row.around.values, read)
    if made is NOT_PLAIN:
        return
    assert told(made) == told(step_by_step(text, row)), text
    known = {id(each) for each in (*read, made, *(made.inputs if isinstance(made, Figure) else ()))}
    looked_at = (each for each in row.read if isinstance(each, Figure) and each.id)
    assert all(id(each) in known for each in looked_at), text


def amount(name: str, value: str | None, item: str = "", unit: Unit = WAN_YUAN) -> Figure:
    return Figure(None if value is None else Decimal(value), unit, FigureId(name, item, year=2023))


ROWS = [Row({"额": amount("额", str(at), f"行/{at}"), "类别": WORDS[at % 2]}) for at in range(4)]
ORDINARY = Row(
    {
        "甲": amount("甲", "12.5"),
        "乙": amount("乙", "7"),
        "空": amount("空", None),
        "内": Row({"丁": amount("丁", "4", "内")}),
        "各行": Items(ROWS, "各行"),
    },
    Row({"丙": amount("丙", "3"), "类": "甲类"}),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("甲", "12.5"),
        ("甲 - 乙", "5.5"),
        ("甲 + 空 - 丙 + 内.丁", "13.5"),
        ("空 + 空", None),
        ("甲 / 内.丁", "3.125"),
        ("(甲 - 乙) / 内.丁 if 内.丁 > 0 and 甲 >= 0 else none", "1.375"),
        ("甲 if 空 > 0 or 甲 < 0 else 乙", "7"),
        ("sum(各行.额)", "6"),
        ("甲 - sum((各行|where(类别=类)).额) if 各行 and not (各行|where(类别='丙类')) else 乙", "10.5"),
    ],
)
def test_ordinary_figures_are_plain(text: str, value: str | None) -> None:
    formula = plainly(text)
    assert formula is not None
    made = formula(ORDINARY.values, ORDINARY.around.values, [])
    assert isinstance(made, Figure)
    assert made.value == (None if value is None else Decimal(value))


@pytest.mark.parametrize("text", ["甲 * 乙", "max(甲, 乙)", "count(各行)", "甲 +", "1 - 甲", "sum(各行, '额')", "-甲"])
def test_other_shapes_are_left_to_the_steps(text: str) -> None:
    assert plainly(text) is None
