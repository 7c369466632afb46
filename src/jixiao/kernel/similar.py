"""Which known names are near to one that is not known: for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 40


def nearest(name: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Give the known names most like this one, the most like first; none where all are far.

    Near is what differs in at most half of its characters, and what contains the other.
    """
    folded = name[:_LONGEST].casefold()
    ranked: list[tuple[int, int, str]] = []
    for place, known in enumerate(dict.fromkeys(names)):
        other = known[:_LONGEST].casefold()
        distance = _distance(folded, other)
        if _is_near(distance, folded, other):
            ranked.append((distance, place, known))
    return [known for _, _, known in sorted(ranked)][:limit]


def _is_near(distance: int, one: str, other: str) -> bool:
    if not one or not other:
        return False
    return 2 * distance <= max(len(one), len(other)) or one in other or other in one


def _distance(one: str, other: str) -> int:
    """Count the characters to insert, delete, replace, or swap with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            costs = [before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right)]
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                costs.append(older[j - 2] + 1)
            row.append(min(costs))
    return row[-1]
