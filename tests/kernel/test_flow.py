"""Units go where they lack by the cheapest edges; a pinned edge is settled around."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.kernel.flow import Flow

Edge = tuple[int, int, int, int]
EDGES = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 5), st.integers(1, 2))


def flow_of(excess: list[int], edges: list[Edge]) -> tuple[Flow, list[int]]:
    flow = Flow(len(excess))
    flow.excess = list(excess)
    return flow, [flow.edge(*edge) for edge in edges]


def cheapest(excess: list[int], edges: list[Edge]) -> int:
    """By trying every flow; what is left goes from anywhere to anywhere at 100 a unit."""
    costs = []
    for units in product(*(range(room + 1) for *_, room in edges)):
        left = list(excess)
        for (tail, head, _, _), sent in zip(edges, units, strict=True):
            left[tail] -= sent
            left[head] += sent
        rest = sum(each for each in left if each > 0)
        costs.append(100 * rest + sum(sent * price for (_, _, price, _), sent in zip(edges, units, strict=True)))
    return min(costs)


@given(st.lists(EDGES, max_size=5), st.lists(st.integers(-2, 2), min_size=3, max_size=3))
def test_the_cost_is_the_least(edges: list[Edge], some: list[int]) -> None:
    excess = [*some, -sum(some)]
    flow, _ = flow_of(excess, edges)
    for tail, head in product(range(4), repeat=2):
        flow.edge(tail, head, 100)
    flow.settle()
    assert flow.excess == [0, 0, 0, 0]
    assert flow.cost == cheapest(excess, edges)


def test_units_go_by_the_cheaper_way_until_it_is_full() -> None:
    flow, (direct, first, second) = flow_of([3, 0, -3], [(0, 2, 5, 3), (0, 1, 1, 2), (1, 2, 1, 2)])
    flow.settle()
    assert ([flow.on(edge) for edge in (direct, first, second)], flow.cost) == ([1, 2, 2], 9)


@pytest.mark.parametrize(("units", "cost"), [(0, 12), (1, 10), (2, 8), (3, 12)])
def test_a_pinned_edge_keeps_its_units_and_the_rest_goes_another_way(units: int, cost: int) -> None:
    flow, (pinned, *_) = flow_of([3, 0, -3], [(0, 1, 1, 3), (1, 2, 1, 2), (1, 2, 7, 3), (0, 2, 4, 3)])
    flow.settle()
    apart = flow.copy()
    apart.pin(pinned, units)
    apart.settle()
    assert (apart.excess, apart.cost) == ([0, 0, 0], cost)
    assert flow.cost == 8
