"""What formulas of the common shapes are about: figures by name, and rows of lists. See `plain.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jixiao.expr.figure import MISSING, Named
from jixiao.expr.tree import Tree
from jixiao.expr.values import Items
from jixiao.expr.work import look_at

NOT_PLAIN = object()
"""What a formula gives that must be evaluated step by step."""

Values = Mapping[str, object]
"""The values of a record by name; MISSING for names that it does not have."""

Plain = Callable[[Values, Values, list[object]], Any]
"""Evaluates a formula: values of the record, values of its report (for names the record does not have), and a list.

The list takes in what was looked at besides the inputs of the figure that comes out. The figure has no formula: who
asked for it has its text.
"""


def path(tree: Tree) -> Plain | None:
    """A name, or one of a record within a record: 基本支出.人员经费.全年执行数."""
    steps: list[str] = []
    while tree[0] == "attribute":
        steps.insert(0, tree[2])
        tree = tree[1]
    if tree[0] != "name":
        return None
    first: str = tree[1]

    def at(values: Values, around: Values, _: list[object]) -> object:
        value = values[first]
        return around[first] if value is MISSING else value

    def within(values: Values, around: Values, read: list[object]) -> Any:
        value = at(values, around, read)
        for step in steps:
            if not isinstance(value, Named):
                return NOT_PLAIN
            value = value.values[step]
        return value

    return within if steps else at


def rows(tree: Tree) -> Plain | None:
    """The rows of a list; of a list with `where`, those that have the words that are asked for."""
    match tree:
        case ("filter", "where", (listed,), wanted) if wanted:
            whole = path(listed)
            asked = [(name, _word(each)) for name, each in wanted]
        case ("name" | "attribute", *_):
            whole, asked = path(tree), []
        case _:
            return None
    words = [(name, word) for name, word in asked if word is not None]
    if whole is None or len(words) < len(asked):
        return None

    def run(values: Values, around: Values, read: list[object]) -> Any:
        found = whole(values, around, read)
        if found.__class__ is not Items:
            return NOT_PLAIN
        kept = found
        for name, word in words:
            wanted = word(values, around, read)
            if wanted.__class__ is not str:
                return NOT_PLAIN
            kept = _with(found, kept, name, wanted, read)
            if kept is NOT_PLAIN:
                return NOT_PLAIN
        return kept

    return run


def _with(listed: Items, kept: Sequence[Any], name: str, word: str, read: list[object]) -> Any:
    """Those of the rows that are kept which have a word; all of the list are looked at, as `where` does."""
    look_at(len(listed))
    for row in listed:
        value = row.values[name] if isinstance(row, Named) else MISSING
        if value is MISSING:
            return NOT_PLAIN
        read.append(value)
    return [row for row in kept if row.values[name] == word]


def _word(tree: Tree) -> Plain | None:
    match tree:
        case ("constant", str(word)):
            return lambda values, around, read: word  # noqa: ARG005 - it needs none of them
        case ("name", _):
            named = path(tree)
            return named and _remembered(named)
    return None


def _remembered(named: Plain) -> Plain:
    """A path whose value is looked at and no input of a figure."""

    def run(values: Values, around: Values, read: list[object]) -> Any:
        value = named(values, around, read)
        read.append(value)
        return value

    return run
