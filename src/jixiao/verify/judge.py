"""Differences as findings: what was done to the file, and, where data have changed since, what was not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jixiao.checks.context import called
from jixiao.expr.figure import Figure, leaves
from jixiao.kernel.finding import Code, Finding, must, should
from jixiao.kernel.place import Place
from jixiao.ledger.listing import Listed
from jixiao.verify.compare import Difference, Kind
from jixiao.verify.origin import Written

FIGURE = must("V201")
DIGITS = must("V202")
WORDS = should("V203")
DIGITS_ADDED = must("V204")
WORDS_ADDED = should("V205")
FIGURES_DROPPED = must("V206")
WORDS_DROPPED = should("V207")
MOVED = should("V208")
OUTDATED = should("V303")
UNDECIDED = should("V304")

_DIGIT = re.compile(r"\d")


def judge(different: Sequence[Difference], figures: Sequence[Figure]) -> Iterator[Finding]:
    """Of a document whose data, format and program are as they were: every difference was made in the file."""
    moved = _moved(different)
    for each in different:
        if each.kind is Kind.FIGURE:
            yield _figure(FIGURE, each, figures[each.number], each.old)
        elif each.kind is Kind.ADDED and moved[each.new] > 0:
            moved[each.new] -= 1
            yield MOVED.at(each.place, words=each.new)
        elif each.kind is not Kind.DROPPED or not moved[each.old]:
            yield _code(each).at(each.place, old=each.old, new=each.new)


def _moved(different: Sequence[Difference]) -> Counter[str]:
    """What was dropped in one place and added in another, and how often."""
    dropped = Counter(each.old for each in different if each.kind is Kind.DROPPED)
    return dropped & Counter(each.new for each in different if each.kind is Kind.ADDED)


def _code(difference: Difference) -> Code:
    """What a change of words is called: figures and digits have to be right, whoever typed them."""
    match difference.kind:
        case Kind.ADDED:
            return DIGITS_ADDED if _DIGIT.search(difference.new) else WORDS_ADDED
        case Kind.DROPPED:
            return FIGURES_DROPPED if difference.figures or _DIGIT.search(difference.old) else WORDS_DROPPED
    return DIGITS if difference.kind is Kind.DIGITS else WORDS


def judge_since(
    different: Sequence[Difference], figures: Sequence[Figure], now: Mapping[str, Listed], written: Written
) -> Iterator[Finding]:
    """Of a document that prints otherwise by now: the strings it printed then tell what was done to the file.

    now: the figures as they print today, by their ids.
    """
    for each in different:
        if each.kind is not Kind.FIGURE:
            yield UNDECIDED.at(each.place, old=each.old, new=each.new)
            continue
        figure = figures[each.number]
        identities = [str(part.id) for part in ([figure] if figure.id else leaves(figure)) if part.id]
        if all(_as_then(identity, now, written) for identity in identities):
            yield _figure(FIGURE, each, figure, each.old)
        elif not figure.id or str(figure.id) not in written.figures:
            yield UNDECIDED.at(each.place, old=each.old, new=each.new)
        elif each.new.removesuffix(each.unit) in _strings(str(figure.id), written):
            yield _figure(OUTDATED, each, figure, each.old)
        else:
            yield _figure(FIGURE, each, figure, _former(each, str(figure.id), now, written))


def _as_then(identity: str, now: Mapping[str, Listed], written: Written) -> bool:
    """Whether a figure prints as it did."""
    listed = now.get(identity)
    return listed is not None and list(listed.printed.values()) == list(written.figures.get(identity, ()))


def _strings(identity: str, written: Written) -> set[str]:
    """All that a figure printed as."""
    return {*written.figures[identity], *written.said.get(identity, ())}


def _former(difference: Difference, identity: str, now: Mapping[str, Listed], written: Written) -> str:
    """What stood where the file has something else, as far as that is known; else what stands there now."""
    today, then = now[identity].printed.values(), written.figures[identity]
    words = difference.old.removesuffix(difference.unit)
    return next(
        (former + difference.unit for each, former in zip(today, then, strict=True) if each == words), difference.old
    )


def _figure(code: Code, difference: Difference, figure: Figure, expected: str) -> Finding:
    """A finding about a figure, with the lines of the data that it comes from."""
    name = (called(figure.id) if figure.id else "") or figure.formula or difference.old
    return code.at(
        difference.place,
        expected=expected,
        actual=difference.new,
        figure=str(figure.id) if figure.id else "",
        related=_lines(figure),
        name=name,
        formula=figure.formula,
        now=difference.old,
    )


def _lines(figure: Figure) -> tuple[Place, ...]:
    """The lines to change if the file is right: of the figure itself, or of those it is made of."""
    return tuple(dict.fromkeys(each.place for each in leaves(figure) if each.place))
