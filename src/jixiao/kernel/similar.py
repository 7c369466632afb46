"""Which known names are near to one that is not known: for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 40


def nearest(name: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """The known names most like this one, the most like first, equals in their order; few or none if all are far.

    Near is what differs in at most half of its characters, and what contains the other.
    """
    ranked = sorted((_distance(name, known), place, known) for place, known in enumerate(dict.fromkeys(names)))
    return [known for distance, _, known in ranked if _is_near(distance, name, known)][:limit]


def _is_near(distance: int, name: str, known: str) -> bool:
    if not name or not known:
        return False
    return 2 * distance <= max(len(name), len(known)) or name in known or known in name


def _distance(one: str, other: str) -> int:
    """The number of characters to insert, delete, replace, or swap with their neighbour."""
    one, other = one[:_LONGEST].casefold(), other[:_LONGEST].casefold()
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
