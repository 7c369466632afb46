"""Which paragraphs, rows and cells of two documents are the same, though some were added, dropped, split or joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")
_MOST_PAIRS = 40_000
"""Pairs that are weighed between two places that are the same; where there are more, the order alone decides."""
_MOST_REPETITIONS = 2_000_000
"""Pairs of the same paragraph, row or sign up to which a comparison takes no more than a second or two."""
_SHORT = 12
"""Words so short may be all new and still be in the place of the former."""
LEAST = 0.35


class Pair(NamedTuple):
    """A stretch in one document and what it is in the other; one side may be empty."""

    old: slice
    new: slice


def stretches(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Pair]:
    """Where two sequences differ; where too much of one repeats in the other, all between their ends is one stretch."""
    head = _same_at_start(old, new)
    tail = _same_at_start(old[head:][::-1], new[head:][::-1])
    ours, theirs = old[head : len(old) - tail], new[head : len(new) - tail]
    if _repetitions(ours, theirs) > _MOST_REPETITIONS:
        yield Pair(slice(head, head + len(ours)), slice(head, head + len(theirs)))
        return
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Pair(slice(head + a, head + b), slice(head + c, head + d))


def _same_at_start(old: Sequence[object], new: Sequence[object]) -> int:
    for at, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return at
    return min(len(old), len(new))


def _repetitions(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """The pairs of what is the same, in which the time of a comparison grows."""
    counted, others = Counter(old), Counter(new)
    return sum(number * others[each] for each, number in counted.items() if each in others)


def pairs(
    old: Sequence[_T], new: Sequence[_T], key: Callable[[_T], Hashable], likeness: Callable[[_T, _T], float]
) -> Iterator[Pair]:
    """The pairs in order: what has the same key, and between those what is most alike; each side one, or none."""
    row = column = 0
    for gap in stretches([key(each) for each in old], [key(each) for each in new]):
        yield from _one_by_one(row, column, gap.old.start - row)
        yield from _gap(old, new, gap, likeness)
        row, column = gap.old.stop, gap.new.stop
    yield from _one_by_one(row, column, len(old) - row)


def _one_by_one(row: int, column: int, count: int) -> Iterator[Pair]:
    for at in range(count):
        yield Pair(slice(row + at, row + at + 1), slice(column + at, column + at + 1))


def _gap(old: Sequence[_T], new: Sequence[_T], gap: Pair, likeness: Callable[[_T, _T], float]) -> Iterator[Pair]:
    """What stands between two places that are the same, paired so that all likeness together is the most."""
    rows, columns = range(gap.old.start, gap.old.stop), range(gap.new.start, gap.new.stop)
    chosen: list[tuple[int, int]] = []
    if len(rows) * len(columns) <= _MOST_PAIRS:
        chosen = _most_alike([[likeness(old[row], new[column]) for column in columns] for row in rows])
    elif len(rows) == len(columns):
        chosen = [(at, at) for at in range(len(rows))]
    row, column = gap.old.start, gap.new.start
    for at, to in [*((rows[one], columns[other]) for one, other in chosen), (gap.old.stop, gap.new.stop)]:
        for single in range(row, at):
            yield Pair(slice(single, single + 1), slice(column, column))
        for single in range(column, to):
            yield Pair(slice(at, at), slice(single, single + 1))
        if at < gap.old.stop:
            yield Pair(slice(at, at + 1), slice(to, to + 1))
        row, column = at + 1, to + 1


def _most_alike(table: list[list[float]]) -> list[tuple[int, int]]:
    """The pairs, in order in both, with the greatest likeness in sum; none below `LEAST`."""
    rows, columns = len(table), len(table[0]) if table else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            alike = table[row][column]
            together = alike + best[row + 1][column + 1] if alike >= LEAST else 0.0
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    chosen: list[tuple[int, int]] = []
    row = column = 0
    while row < rows and column < columns:
        alike = table[row][column]
        if alike >= LEAST and best[row][column] == alike + best[row + 1][column + 1]:
            chosen.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return chosen


def alike(old: str, new: str) -> float:
    """How much of two texts is the same, from 0 to 1, whatever its order."""
    if old == new:
        return 1.0
    share = 2 * sum((Counter(old) & Counter(new)).values()) / (len(old) + len(new))
    return max(share, least(old, new))


def least(old: str, new: str) -> float:
    """How alike two texts are at least: short ones enough to stand in each other's place."""
    return LEAST if max(len(old), len(new)) <= _SHORT else 0.0
