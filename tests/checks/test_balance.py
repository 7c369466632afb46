from decimal import Decimal

from jixiao.checks.balance import interval_of
from jixiao.expr.arithmetic import add, divide, negate, subtract, total
from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.interval import Interval
from jixiao.kernel.parse import parse_number
from jixiao.kernel.unit import WAN_YUAN


def leaf(typed: str, name: str) -> Figure:
    number = parse_number(typed, WAN_YUAN)
    assert number is not None
    return Figure(number.value, number.unit, FigureId(name), number=number)


def between(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high), high_closed=False)


BASIS = Decimal(100)  # 0.01 万元


def test_the_digits_of_sums_and_differences_add_up() -> None:
    one, other = leaf("1.5", "甲"), leaf("0.5", "乙")
    assert interval_of(add(one, other), BASIS) == between("19000", "21000")
    assert interval_of(subtract(one, other), BASIS) == Interval(Decimal(9000), Decimal(11000), False, False)
    assert interval_of(divide(one, other), BASIS) == Interval.point(Decimal(3))
    assert interval_of(Figure(Decimal(7)), BASIS) == Interval.point(Decimal(7))


def test_an_amount_without_decimals_is_exact_to_the_basis() -> None:
    assert interval_of(leaf("80", "甲"), BASIS) == between("799950", "800050")
    assert interval_of(leaf("800000元", "甲"), BASIS) == between("799999.5", "800000.5")
    assert interval_of(leaf("80.0", "甲"), BASIS) == between("799500", "800500")


def test_a_budget_after_additions_and_transfers_is_as_far_off_as_they_are_together() -> None:
    moved = total([leaf("50", "年初"), leaf("3.5", "追加"), negate(leaf("10.0", "转出"))], "年初 + 追加 - 转出")
    assert interval_of(moved, BASIS) == between("433950", "436050")
