"""The cheapest set of moves that keeps sums within bounds: a flow where they form a network, else branch and bound.

Every move is made or not. In trees and two-way tables a move is felt by at most two sums, in opposite ways (once some
of the sums are counted negative): then the moves are the edges of a network, the sums its nodes, and the flow of least
cost is the answer. Where the sums cross in more ways, those that form a network give the bounds of a search that
decides move by move for the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush

from jixiao.kernel.flow import Flow
from jixiao.kernel.frozen import frozen

EFFORT = 20_000
"""Moves looked at in a search; then the best answer so far is taken. A count, no clock: the same on every machine."""

ENDS = 2
"""Of an edge."""


@frozen
class Bounds:
    """What the factors of the moves made must come to, from low to high; each unit beyond costs the price."""

    factors: tuple[tuple[int, int], ...]
    low: int
    high: int
    price: int

    def beyond(self, low: int, high: int) -> int:
        """By how much at least a sum that lies from low to high must miss the bounds."""
        return max(self.low - high, low - self.high, 0)


def cheapest_moves(costs: Sequence[int], bounds: Sequence[Bounds], effort: int = EFFORT) -> list[bool]:
    """Which moves to make, given what each costs; the cheapest way where the search ends in time."""
    colours = _network(bounds)
    crossing = [each for at, each in enumerate(bounds) if at not in colours]
    first, edges = _flow(costs, bounds, colours)
    return _Search(costs, crossing, edges).best(first, effort // max(len(costs), 1) + 1)


def _network(bounds: Sequence[Bounds]) -> dict[int, int]:
    """Bounds that form a network, taken in their order, each with the sign under which it joins the others."""
    felt: dict[int, list[tuple[int, int]]] = {}
    above: dict[int, tuple[int, int]] = {}

    def top(at: int) -> tuple[int, int]:
        sign = 1
        while above[at][0] != at:
            at, turn = above[at]
            sign *= turn
        return at, sign

    for at, each in enumerate(bounds):
        joined: dict[int, int] = {}
        fits = all(abs(factor) == 1 and len(felt.get(move, ())) < ENDS for move, factor in each.factors)
        for other, there, here in ((*end, factor) for move, factor in each.factors for end in felt.get(move, ())):
            highest, sign = top(other)
            fits = fits and joined.setdefault(highest, -there * here * sign) == -there * here * sign
        if fits:
            above[at] = (at, 1)
            above.update({highest: (at, sign) for highest, sign in joined.items()})
            for move, factor in each.factors:
                felt.setdefault(move, []).append((at, factor))
    return {at: top(at)[1] for at in above}


def _flow(costs: Sequence[int], bounds: Sequence[Bounds], colours: dict[int, int]) -> tuple[Flow, list[int]]:
    """The network: a node for each of its sums, an edge for each move, from and to the ground where it has one end."""
    flow, ground = Flow(len(colours) + 1), 0
    ends: list[dict[int, int]] = [{} for _ in costs]  # of each move: the node where units go, and whence they come
    for node, (at, colour) in enumerate(colours.items(), start=1):
        each = bounds[at]
        for move, factor in each.factors:
            ends[move][colour * factor] = node
        low, high = sorted((colour * each.low, colour * each.high))
        start = min(max(0, low), high)  # what the sum may be without a price, nearest to no moves at all
        flow.excess[node], flow.excess[ground] = -start, flow.excess[ground] + start
        for tail, head, room in ((node, ground, high - start), (ground, node, start - low)):
            if room:
                flow.edge(tail, head, 0, room)
            flow.edge(tail, head, each.price)
    edges = [flow.edge(end.get(-1, ground), end.get(1, ground), cost, 1) for end, cost in zip(ends, costs, strict=True)]
    return flow, edges


Reach = tuple[int, int]
"""The least and the most that a sum can come to."""


@frozen
class _Node:
    """A step of the search: moves decided so far, the cheapest flow that follows, and what the others can come to.

    missing: what the crossing sums cost at least, whatever is decided after this.
    """

    flow: Flow
    decided: dict[int, bool]
    reach: list[Reach]
    missing: int

    @property
    def least(self) -> int:
        """What every answer that follows costs at least."""
        return self.flow.cost + self.missing


class _Search:
    """Decides move by move: next where the least is missed, there the deepest; what cannot become cheaper is left."""

    def __init__(self, costs: Sequence[int], crossing: Sequence[Bounds], edges: Sequence[int]) -> None:
        self.costs = costs
        self.crossing = crossing
        self.edges = edges
        self.felt: dict[int, list[tuple[int, int]]] = {}
        for at, each in enumerate(crossing):
            for move, factor in each.factors:
                self.felt.setdefault(move, []).append((at, factor))

    def best(self, flow: Flow, most_nodes: int) -> list[bool]:
        """The cheapest moves found within so many nodes."""
        unit = min((each.price for each in self.crossing), default=1)
        flow.settle()
        waiting = [(0, 0, 0, self._first(flow))]
        cheapest: int | None = None
        answer: list[bool] = []
        made = 0
        for _ in range(most_nodes):
            if not waiting:
                break
            *_, node = heappop(waiting)
            if cheapest is not None and node.least >= cheapest:
                continue
            moved = [node.decided.get(move, bool(node.flow.on(edge))) for move, edge in enumerate(self.edges)]
            totals = [sum(factor for move, factor in each.factors if moved[move]) for each in self.crossing]
            cost = node.flow.cost + self._missing((total, total) for total in totals)
            if cheapest is None or cost < cheapest:
                cheapest, answer = cost, moved
            for branch in self._branches(node, moved, totals):
                made += 1
                heappush(waiting, (branch.least // unit, -len(branch.decided), -made, branch))
        return answer

    def _first(self, flow: Flow) -> _Node:
        reach = [
            (sum(min(factor, 0) for _, factor in each.factors), sum(max(factor, 0) for _, factor in each.factors))
            for each in self.crossing
        ]
        return _Node(flow, {}, reach, self._missing(reach))

    def _missing(self, reach: Iterable[Reach]) -> int:
        return sum(each.price * each.beyond(*come_to) for each, come_to in zip(self.crossing, reach, strict=True))

    def _branches(self, node: _Node, moved: Sequence[bool], totals: Sequence[int]) -> Iterator[_Node]:
        """Decide one move that would bring the first sum beyond its bounds nearer to them: not to make it, or to."""
        for each, total, reach in zip(self.crossing, totals, node.reach, strict=True):
            if each.beyond(total, total) > each.beyond(*reach):
                wanted = 1 if total < each.low else -1
                mending = [
                    (-self.costs[move] if moved[move] else self.costs[move], move)
                    for move, factor in each.factors
                    if move not in node.decided and (factor * wanted > 0) is not moved[move]
                ]
                _, move = min(mending)
                yield from (self._branch(node, move, made=made) for made in (moved[move], not moved[move]))
                return

    def _branch(self, node: _Node, move: int, *, made: bool) -> _Node:
        flow, reach, missing = node.flow.copy(), node.reach.copy(), node.missing
        flow.pin(self.edges[move], int(made))
        flow.settle()
        for at, factor in self.felt[move]:
            each, (low, high) = self.crossing[at], reach[at]
            up, down = max(factor, 0), min(factor, 0)  # what was still open, and is now decided
            reach[at] = (low + up, high + down) if made else (low - down, high - up)
            missing += each.price * (each.beyond(*reach[at]) - each.beyond(low, high))
        return _Node(flow, node.decided | {move: made}, reach, missing)
