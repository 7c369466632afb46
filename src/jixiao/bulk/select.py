"""Which units are meant: names and patterns, what changed, what failed, and who has a certain finding."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from fnmatch import fnmatchcase
from typing import NamedTuple

CHANGED, FAILED, HAS = "changed", "failed", "has:"
_SEPARATORS = str.maketrans("，、；;", ",,,,")


class Candidate(NamedTuple):
    """What is known of a unit before it is chosen; codes: of the findings of its last run."""

    names: tuple[str, ...]
    changed: bool
    failed: bool
    codes: Collection[str]


Choice = Callable[[Candidate], bool]


def selection(expressions: Iterable[str]) -> Choice:
    """Who is meant by all of the expressions; in each of them one of its words, which commas part, is enough.

    A word is a name or code of a unit, a pattern for it (* and ?), `changed`, `failed`, or `has:` and the code of a
    finding; with ! before it all others are meant.
    """
    every = [_any_of(expression) for expression in expressions]
    return lambda unit: all(meant(unit) for meant in every)


def _any_of(expression: str) -> Choice:
    words = [word.strip() for word in expression.translate(_SEPARATORS).split(",")]
    meant = [_meant(word) for word in words if word]
    return lambda unit: any(each(unit) for each in meant)


def _meant(word: str) -> Choice:
    if word.startswith(("!", "！")):
        others = _meant(word[1:].strip())
        return lambda unit: not others(unit)
    if word == CHANGED:
        return lambda unit: unit.changed
    if word == FAILED:
        return lambda unit: unit.failed
    if word.startswith(HAS):
        code = word.removeprefix(HAS).upper()
        return lambda unit: any(fnmatchcase(each, code) for each in unit.codes)
    return lambda unit: any(name == word or fnmatchcase(name, word) for name in unit.names)
