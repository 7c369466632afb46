"""Flow of least cost through a network, by successive shortest paths over whole numbers."""

from __future__ import annotations

from heapq import heappop, heappush

UNBOUNDED = 1 << 62


class Flow:
    """Units that leave the nodes that have too many for those that lack some, at the least cost.

    excess: of each node, above zero where units must leave; zero altogether. cost: of what flows. Everything that
    lacks units must be within reach of what has too many. Prices are zero or more.
    """

    __slots__ = ("_heads", "_leaving", "_potential", "_prices", "_room", "cost", "excess")

    def __init__(self, nodes: int) -> None:
        self.excess = [0] * nodes
        self.cost = 0
        self._leaving: list[list[int]] = [[] for _ in range(nodes)]
        self._heads: list[int] = []
        self._prices: list[int] = []
        self._room: list[int] = []  # how many more units an edge can take; edge ^ 1 is the same edge, back
        self._potential = [0] * nodes

    def edge(self, tail: int, head: int, price: int, room: int = UNBOUNDED) -> int:
        """Add an edge; what it is called."""
        name = len(self._heads)
        for start, end, cost, free in ((tail, head, price, room), (head, tail, -price, 0)):
            self._leaving[start].append(len(self._heads))
            self._heads.append(end)
            self._prices.append(cost)
            self._room.append(free)
        return name

    def on(self, edge: int) -> int:
        """How many units flow on an edge that was not pinned."""
        return self._room[edge ^ 1]

    def copy(self) -> Flow:
        """The same network and flow, to be changed apart."""
        twin = Flow(0)
        twin._leaving, twin._heads, twin._prices = self._leaving, self._heads, self._prices
        twin._room, twin._potential = self._room.copy(), self._potential.copy()
        twin.excess, twin.cost = self.excess.copy(), self.cost
        return twin

    def pin(self, edge: int, units: int) -> None:
        """Let so many units flow on an edge, whatever the cost; the rest is settled again."""
        more = units - self.on(edge)
        head, tail = self._heads[edge], self._heads[edge ^ 1]
        self.excess[tail] -= more
        self.excess[head] += more
        self.cost += more * self._prices[edge]
        self._room[edge] = self._room[edge ^ 1] = 0

    def settle(self) -> None:
        """Send every unit that is too many where one is lacking."""
        for source in range(len(self.excess)):
            while self.excess[source] > 0:
                self._send(source, self._shortest_path(source))

    def _shortest_path(self, source: int) -> list[int]:
        """The edges to the nearest node that lacks units. Potentials keep every price from below zero (Dijkstra)."""
        heads, prices, room, potential = self._heads, self._prices, self._room, self._potential
        distance, came_by = {source: 0}, {source: -1}
        done: dict[int, int] = {}
        waiting = [(0, source)]
        while waiting:
            far, node = heappop(waiting)
            if node in done:
                continue
            done[node] = far
            if self.excess[node] < 0:
                break
            for edge in self._leaving[node]:
                if room[edge]:
                    head = heads[edge]
                    reached = far + prices[edge] + potential[node] - potential[head]
                    if head not in distance or reached < distance[head]:
                        distance[head], came_by[head] = reached, edge
                        heappush(waiting, (reached, head))
        for each, near in done.items():
            potential[each] += near - far
        path: list[int] = []
        while came_by[node] >= 0:
            path.append(came_by[node])
            node = heads[path[-1] ^ 1]
        return path

    def _send(self, source: int, path: list[int]) -> None:
        target = self._heads[path[0]]
        units = min(self.excess[source], -self.excess[target], *(self._room[edge] for edge in path))
        for edge in path:
            self._room[edge] -= units
            self._room[edge ^ 1] += units
            self.cost += units * self._prices[edge]
        self.excess[source] -= units
        self.excess[target] += units
