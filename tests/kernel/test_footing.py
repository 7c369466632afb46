"""Printed parts add up to their totals: by hand, on random systems, and against every way to print small ones."""

import random
import time
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.kernel.footing import Footed, Miss, foot
from jixiao.kernel.rounding import half_up
from jixiao.kernel.system import Relation, System
from tools.footing import every_problem, wrong
from tools.systems import GRID, Draft, crossing, department, table, tree

RANDOM = st.randoms(use_true_random=False)
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
ONE = Decimal(1)


def footed(relations: dict[str, str], amounts: dict[str, str], *locked: str) -> dict[str, str]:
    """Printed on whole numbers; relations: totals with what they are made of, a minus before what is taken away."""
    return {name: f"{value:f}" for name, value in _foot(relations, amounts, *locked).printed.items()}


def _foot(relations: dict[str, str], amounts: dict[str, str], *locked: str) -> Footed[str]:
    found = [
        Relation(total, tuple((part.lstrip("-"), -1 if part.startswith("-") else 1) for part in parts.split()))
        for total, parts in relations.items()
    ]
    return foot(System({name: Decimal(value) for name, value in amounts.items()}, found, locked), ONE)


@pytest.mark.parametrize(
    ("amounts", "printed"),
    [
        ({"甲": "1.2", "乙": "1.3", "丙": "1.4", "计": "3.9"}, "1 1 2 4"),  # the largest remainder goes up
        ({"甲": "1.4", "乙": "1.4", "丙": "1.4", "计": "4.2"}, "2 1 1 4"),  # the first, where they are alike
        ({"甲": "1.6", "乙": "1.7", "丙": "1.9", "计": "5.2"}, "1 2 2 5"),
        ({"甲": "3", "乙": "0.4", "丙": "0.4", "计": "3.8"}, "3 1 0 4"),  # what is whole stays
        ({"甲": "-1.4", "乙": "-1.4", "丙": "0.4", "计": "-2.4"}, "-1 -1 0 -2"),
        ({"甲": "-0.5", "乙": "0.5", "丙": "0.5", "计": "0.5"}, "-1 1 1 1"),  # a half goes away from zero
    ],
)
def test_one_total_takes_the_largest_remainders(amounts: dict[str, str], printed: str) -> None:
    assert " ".join(footed({"计": "甲 乙 丙"}, amounts).values()) == printed


def test_an_inner_total_moves_where_that_moves_fewer() -> None:
    amounts = {"甲": "0.4", "乙": "0.4", "丙": "0.3", "甲乙": "0.8", "计": "1.1"}
    printed = footed({"甲乙": "甲 乙", "计": "甲乙 丙"}, amounts)
    assert printed == {"甲": "1", "乙": "0", "丙": "0", "甲乙": "1", "计": "1"}
    amounts = {"甲": "0.3", "乙": "0.3", "丙": "0.8", "甲乙": "0.6", "计": "1.4"}
    printed = footed({"甲乙": "甲 乙", "计": "甲乙 丙"}, amounts)
    assert printed == {"甲": "0", "乙": "0", "丙": "1", "甲乙": "0", "计": "1"}


def test_a_table_adds_up_both_ways() -> None:
    draft = Draft()
    rows = [[draft.leaf(f"{row}行{column}列", Decimal("0.44")) for column in range(3)] for row in range(3)]
    of_rows = [draft.total(f"{at}行", row) for at, row in enumerate(rows)]
    of_columns = [draft.total(f"{at}列", column) for at, column in enumerate(zip(*rows, strict=True))]
    draft.stated(draft.total("计", of_rows), of_columns)
    printed, misses = foot(draft.system(), ONE)
    assert misses == ()
    assert printed["计"] == 4  # of 3.96
    assert [printed[each] for each in of_rows + of_columns] == [2, 1, 1, 2, 1, 1]  # of 1.32 each
    assert [[int(printed[each]) for each in row] for row in rows] == [[1, 1, 0], [1, 0, 0], [0, 0, 1]]


def test_a_difference_follows_from_its_operands() -> None:
    amounts = {"预算": "10.6", "支出": "4.2", "结余": "6.4"}
    assert footed({"结余": "预算 -支出"}, amounts) == {"预算": "11", "支出": "4", "结余": "7"}


def test_an_operand_moves_rather_than_its_difference_beyond_floor_and_ceiling() -> None:
    amounts = {"上年": "0.5", "追加": "0.5", "支出": "0.49", "结余": "0.51"}
    printed = footed({"结余": "上年 追加 -支出"}, amounts)
    assert printed == {"上年": "1", "追加": "0", "支出": "0", "结余": "1"}


def test_totals_do_not_move_for_a_difference() -> None:
    amounts = {
        "甲": "0.6",
        "乙": "0.6",
        "年初": "0.6",
        "丙": "0.3",
        "丁": "0.3",
        "支出": "0.6",
        "转出": "1.6",
        "结余": "-1.6",
    }
    relations = {"年初": "甲", "支出": "丙 丁", "结余": "年初 -支出 -转出"}
    printed = footed(relations, amounts)
    assert (printed["年初"], printed["支出"], printed["转出"], printed["结余"]) == ("1", "1", "2", "-2")


def test_what_is_locked_prints_half_up_and_the_others_make_room() -> None:
    amounts = {"甲": "1.2", "乙": "1.3", "丙": "1.4", "计": "3.9"}
    assert footed({"计": "甲 乙 丙"}, amounts, "丙") == {"甲": "1", "乙": "2", "丙": "1", "计": "4"}


def test_locked_parts_that_cannot_add_up_are_told() -> None:
    printed, misses = _foot({"计": "甲 乙"}, {"甲": "0.4", "乙": "0.4", "计": "0.8"}, "甲", "乙")
    assert printed == {"甲": 0, "乙": 0, "计": 1}
    assert misses == (Miss(Relation("计", (("甲", 1), ("乙", 1))), ONE),)


def test_a_total_typed_otherwise_is_kept_and_its_parts_go_as_near_as_they_may() -> None:
    relation = Relation("计", (("甲", 1), ("乙", 1)), stated=True)
    for stated, parts, miss in (("3", "1 2", "0"), ("4", "2 2", "0"), ("1000000", "2 2", "999996")):
        system = System({"甲": Decimal("1.2"), "乙": Decimal("1.4"), "计": Decimal(stated)}, [relation])
        printed, misses = foot(system, ONE)
        assert [f"{printed[name]:f}" for name in ("甲", "乙", "计")] == [*parts.split(), stated]
        assert [each.amount for each in misses] == ([Decimal(miss)] if miss != "0" else [])


def test_values_may_be_quotients_that_never_end() -> None:
    thirds = {name: Decimal(1) / Decimal(3) for name in "甲乙"}
    draft = Draft(amounts=thirds)
    draft.total("计", "甲乙")
    assert foot(draft.system(), ONE).printed == {"甲": 1, "乙": 0, "计": 1}


def test_nothing_to_foot() -> None:
    empty: System[str] = System({})
    assert foot(empty, ONE) == Footed({}, ())
    assert foot(System({"甲": Decimal("1.5")}), ONE).printed == {"甲": 2}


@given(RANDOM, st.integers(2, 6))
@FEW
def test_trees_are_printed_in_the_best_way(rng: Random, leaves: int) -> None:
    assert every_problem(tree(rng, leaves)) == []


@given(RANDOM, st.integers(1, 2), st.integers(1, 3))
@FEW
def test_tables_are_printed_in_the_best_way(rng: Random, rows: int, columns: int) -> None:
    assert every_problem(table(rng, rows, columns)) == []


@given(RANDOM, st.integers(1, 4), st.integers(1, 5))
@FEW
def test_crossing_systems_are_printed_in_the_best_way(rng: Random, leaves: int, totals: int) -> None:
    assert every_problem(crossing(rng, leaves, totals)) == []


@given(RANDOM, st.integers(1, 60), st.integers(1, 8), st.integers(1, 8))
@FEW
def test_every_total_of_a_tree_and_a_table_equals_its_parts(rng: Random, leaves: int, rows: int, columns: int) -> None:
    for system in (tree(rng, leaves), table(rng, rows, columns)):
        assert list(wrong(system)) == []
        printed, misses = foot(system, GRID)
        last = [*system.amounts][-1]
        assert (misses, printed[last]) == ((), half_up(system.amounts[last], GRID))


@given(RANDOM, st.integers(1, 20), st.integers(1, 20))
@FEW
def test_a_crossing_system_holds_or_tells_what_it_misses(rng: Random, leaves: int, totals: int) -> None:
    assert list(wrong(crossing(rng, leaves, totals))) == []


@pytest.mark.parametrize("step", [0, 1])
def test_values_that_do_not_add_up_would_be_found(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(system: System[str], grid: Decimal) -> Footed[str]:
        return Footed({name: half_up(value, grid) + step * grid for name, value in system.amounts.items()})

    monkeypatch.setattr("tools.footing.foot", careless)
    rng = random.Random(2022)  # noqa: S311 - the same ones every time, no secret
    assert any(every_problem(table(rng, 2, 3)) for _ in range(5))


@given(RANDOM)
@FEW
def test_the_same_system_prints_the_same(rng: Random) -> None:
    system = crossing(rng, 6, 8)
    other = System(dict(system.amounts), list(system.relations), set(system.locked))
    assert foot(system, GRID) == foot(other, GRID)


@pytest.mark.parametrize("seed", range(3))
def test_a_departments_year_adds_up_without_a_miss(seed: int) -> None:
    system = department(random.Random(seed))  # noqa: S311 - the same ones every time, no secret
    assert (foot(system, GRID).misses, list(wrong(system))) == ((), [])


def test_large_systems_take_little_time() -> None:
    rng = random.Random(2023)  # noqa: S311 - the same ones every time, no secret
    flat = Draft()
    flat.total("计", [flat.leaf(str(at), Decimal(40) + Decimal(at) / 100) for at in range(1000)])
    for system in (tree(rng, 1000), table(rng, 10, 10), flat.system()):
        start = time.process_time()
        assert foot(system, GRID).misses == ()
        assert time.process_time() - start < 2  # `make measure` tells how long it takes
