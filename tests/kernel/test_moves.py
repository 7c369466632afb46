"""The cheapest moves that keep sums within bounds, held against every set of moves."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.moves import Bounds, cheapest_moves

MOVES, PRICE = 5, 1000
FACTORS = st.dictionaries(st.integers(0, MOVES - 1), st.sampled_from([-2, -1, -1, 1, 1, 1]), min_size=1, max_size=4)
BOUNDS = st.builds(
    lambda factors, low, more: Bounds(tuple(factors.items()), low, low + more, PRICE),
    FACTORS,
    st.integers(-2, 2),
    st.integers(0, 1),
)
COSTS = st.lists(st.integers(0, 9), min_size=MOVES, max_size=MOVES)


def cost_of(moves: tuple[bool, ...] | list[bool], costs: list[int], bounds: list[Bounds]) -> int:
    missed = 0
    for each in bounds:
        total = sum(factor for move, factor in each.factors if moves[move])
        missed += each.price * each.beyond(total, total)
    return missed + sum(cost for cost, made in zip(costs, moves, strict=True) if made)


@given(COSTS, st.lists(BOUNDS, max_size=5))
def test_no_other_moves_are_cheaper(costs: list[int], bounds: list[Bounds]) -> None:
    found = cost_of(cheapest_moves(costs, bounds), costs, bounds)
    assert found == min(cost_of(moves, costs, bounds) for moves in product((False, True), repeat=MOVES))


@given(COSTS, st.lists(BOUNDS, max_size=8))
def test_a_search_that_ends_early_gives_what_it_found(costs: list[int], bounds: list[Bounds]) -> None:
    found = cheapest_moves(costs, bounds, effort=1)
    assert found == cheapest_moves(costs, bounds, effort=1)
    assert cost_of(found, costs, bounds) >= cost_of(cheapest_moves(costs, bounds), costs, bounds)


def test_a_bound_that_cannot_be_kept_is_missed_by_the_least() -> None:
    bounds = [Bounds(((0, 1), (1, 1)), 3, 3, PRICE), Bounds(((0, 1), (1, 2), (2, 1)), 0, 3, PRICE)]
    assert cheapest_moves([1, 1, 1], bounds) == [True, True, False]
