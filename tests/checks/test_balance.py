from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.checks.balance import come_to, interval_of, sum_of
from jixiao.expr.arithmetic import add, divide, multiply, negate, subtract, total
from jixiao.expr.figure import Figure, FigureId, Obstacle, ObstacleKind
from jixiao.kernel.interval import Interval
from jixiao.kernel.parse import parse_number
from jixiao.kernel.relation import AtMost
from jixiao.kernel.rounding import CENT, half_up
from jixiao.kernel.unit import PERCENT, WAN_YUAN
from tests.cases import DATES
from tests.departments import UNIT, findings


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


@given(st.lists(st.tuples(st.decimals(0, 9999, places=2), st.sampled_from((-1, 1)), st.integers(-49, 49)), min_size=1))
def test_whatever_was_rounded_away_the_total_lies_in_its_interval(
    parts: list[tuple[Decimal, int, int]],
) -> None:
    leaves = [leaf(str(typed), "甲") for typed, _, _ in parts]
    signed = [one if sign > 0 else negate(one) for one, (_, sign, _) in zip(leaves, parts, strict=True)]
    exact = sum(((typed * 10_000 + yuan) * sign for typed, sign, yuan in parts), Decimal(0))
    assert interval_of(total(signed, ""), BASIS).contains(exact)


TYPED = ("80", "80.0", "0", "0.00", "-7.25", "12.5", "3000元", "8000余元", "近30", "约12.50", "超5", "48个", "0个")
LEAVES = st.sampled_from(TYPED).map(lambda typed: leaf(typed, "甲"))
MONEY = LEAVES.filter(lambda figure: figure.unit.dimension is WAN_YUAN.dimension)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Typed ones, blanks and gaps, and what is made of them."""
    parts = draw(st.lists(MONEY, min_size=2, max_size=3))
    made = (add(parts[0], parts[1]), subtract(parts[0], parts[1]), total(parts, ""), multiply(parts[0], HALF))
    gaps = (Figure(None, WAN_YUAN), Figure(None, WAN_YUAN, obstacle=Obstacle(ObstacleKind.MISSING, "乙")))
    return draw(st.sampled_from([*parts, *made, *gaps, Figure(Decimal(7), WAN_YUAN)]) | LEAVES)


HALF = Figure(Decimal("0.5"), PERCENT)


@given(figures(), figures())
def test_what_is_not_above_a_limit_needs_no_intervals(value: Figure, limit: Figure) -> None:
    if value.value is not None and limit.value is not None and value.value <= limit.value:
        assert AtMost(interval_of(value, BASIS), interval_of(limit, BASIS)).judge().holds


@given(st.lists(figures().filter(lambda figure: figure.unit.dimension is WAN_YUAN.dimension) | st.none(), max_size=4))
def test_amounts_come_to_what_their_sum_is(amounts: list[Figure | None]) -> None:
    whole = sum_of(amounts, "").value
    assert come_to(amounts, whole) is (whole is not None)
    assert not come_to(amounts, (whole or Decimal(0)) + CENT)


ACCOUNTS = """
部门:
  预算收入: {{一般公共预算拨款: {{年初预算数: {granted}}}, 上年结转: {{年初预算数: {carried}}}}}
  预算调整: [{{名称: 追加, 类别: 人员经费, 金额: {raised}}}, {{名称: 扩容, 类别: 平台运维, 金额: {added}}}]
  经费调剂: [{{转出: 公用经费, 转入: 平台运维, 金额: {moved}}}]
  基本支出:
    人员经费: {{年初预算数: {people}, 全年执行数: {people_spent}}}
    公用经费: {{年初预算数: {office}, 全年执行数: {office_spent}, 办公经费: {{全年执行数: {office_spent}}}}}
  经济分类: [{{名称: 工资福利支出, 全年执行数: {people_spent}}}, {{名称: 商品和服务支出, 全年执行数: {services}}}]
项目:
  平台运维:
    {dates}
    资金构成:
    - {{名称: 当年财政拨款, 年初预算数: {own}, 全年预算数: {own_later}, 全年执行数: {own_spent}}}
    - {{名称: 上年结转资金, 年初预算数: {carried}, 全年预算数: {carried}, 全年执行数: {carried_spent}}}
    子项目:
    - {{名称: 云平台, 预算安排: {cloud}, 实际支出: {cloud_spent}, 偏离原因: 略}}
    - {{名称: 安全测评, 预算安排: {tests}, 实际支出: {tests_spent}, 偏离原因: 略}}
"""
YUAN = st.integers(1_000_000, 90_000_000)


@given(st.lists(YUAN, min_size=7, max_size=7), st.lists(st.integers(0, 99), min_size=4, max_size=4))
@settings(max_examples=25, deadline=None)
def test_accounts_that_agree_exactly_do_not_contradict_when_each_is_rounded_by_itself(
    amounts: list[int], percents: list[int]
) -> None:
    people, office, own, carried, raised, added, cloud = amounts
    moved = office // 7
    budgets = people + raised, office - moved, own + added + moved, carried
    people_spent, office_spent, own_spent, carried_spent = (
        budget * percent // 100 for budget, percent in zip(budgets, percents, strict=True)
    )
    whole, spent = budgets[2] + carried, own_spent + carried_spent
    cloud = min(cloud, whole // 2)
    cloud_spent = min(cloud, spent // 2)
    exact = {
        "granted": people + office + own, "carried": carried, "raised": raised, "added": added, "moved": moved,
        "people": people, "people_spent": people_spent, "office": office, "office_spent": office_spent,
        "services": office_spent + spent, "own": own, "own_later": budgets[2], "own_spent": own_spent,
        "carried_spent": carried_spent, "cloud": cloud, "cloud_spent": cloud_spent, "tests": whole - cloud,
        "tests_spent": spent - cloud_spent,
    }  # fmt: skip
    typed = {name: half_up(Decimal(value) / 10_000, CENT) for name, value in exact.items()}
    dates = "\n    ".join(f"{name}: {date}" for name, date in DATES.items())
    assert blocking_codes(ACCOUNTS.format(**typed, dates=dates)) <= {"K301"}
    typed["granted"] += 1
    assert "K108" in blocking_codes(ACCOUNTS.format(**typed, dates=dates))


def blocking_codes(data: str) -> set[str]:
    """What blocks the report of a department with these accounts."""
    return {each.code for each in findings(UNIT + data) if each.blocks}
