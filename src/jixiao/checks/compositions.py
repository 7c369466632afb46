"""Wholes and their parts (整体与部分): amounts and counts add up, and a rate lies within those of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jixiao.checks.balance import interval_of, sum_of, unequal
from jixiao.checks.context import Context
from jixiao.expr.arithmetic import same_kind
from jixiao.expr.figure import Figure, leaves
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.relation import AtMost
from jixiao.kernel.similar import nearest
from jixiao.kernel.unit import Dimension
from jixiao.model.project import Composition
from jixiao.model.values import Text

UNKNOWN_NAME = must("K151")
TOO_FEW_PARTS = must("K152")
MIXED_UNITS = must("K153")
PARTS_CONTRADICT = must("K154")
OUTSIDE_PARTS = must("K155")

LEAST_PARTS = 2


def compositions(context: Context) -> Iterator[Finding]:
    """Judge every whole whose names are all numbers, with two or more parts of its kind."""
    for composition in context.case.subject.compositions:
        whole, parts = composition.whole, list(dict.fromkeys(composition.parts))
        if whole is None or not parts:
            continue
        unknown = [finding for name in (whole, *parts) for finding in _unknown(context, name)]
        distinct = {part.text for part in parts} - {whole.text}
        if unknown:
            yield from unknown
        elif len(distinct) < LEAST_PARTS:
            yield TOO_FEW_PARTS.at(
                parts[0].place, name=whole, expected=f"≥{LEAST_PARTS}", actual="、".join(map(str, parts))
            )
        else:
            yield from _judged(context, composition)


def _unknown(context: Context, name: Text) -> Iterator[Finding]:
    """A name that stands for no number; one that is still to be filled in is told as such."""
    figure = context.figure(name.text)
    if figure is None:
        near = "、".join(nearest(name.text, [*context.facts, *(each.name for each in context.figures)]))
        yield UNKNOWN_NAME.at(name.place, name=name, near=near)


def _judged(context: Context, composition: Composition) -> Iterator[Finding]:
    named = {name.text: context.figure(name.text) for name in (composition.whole, *composition.parts) if name}
    figures = {name: figure for name, figure in named.items() if figure and figure.value is not None}
    if len(figures) < len(named):
        return
    whole, *parts = figures.values()
    odd = next((name for name, each in figures.items() if not same_kind(each.unit, whole.unit)), "")
    if odd:
        place = context.place(figures[odd])
        yield MIXED_UNITS.at(
            place,
            name=composition.whole,
            part=odd,
            expected=context.shown(whole),
            actual=context.shown(figures[odd]),
            related=[composition.place],
        )
    elif whole.unit.dimension is Dimension.RATIO:
        yield from _outside(context, whole, parts)
    else:
        yield from _not_the_sum(context, whole, parts)


def _not_the_sum(context: Context, whole: Figure, parts: list[Figure]) -> Iterator[Finding]:
    """The parts make the whole, as far as their digits and words like 余 tell."""
    qualified = any(leaf.number and leaf.number.qualifier for each in (whole, *parts) for leaf in leaves(each))
    approximate = qualified or whole.unit.dimension is not Dimension.MONEY
    found = unequal(context, PARTS_CONTRADICT, whole, sum_of(parts, " + ".join(part.name for part in parts)))
    yield from (replace(each, actual=context.shown(whole)) for each in found if each.blocks or not approximate)


def _outside(context: Context, whole: Figure, parts: list[Figure]) -> Iterator[Finding]:
    """A rate of the whole is a mean of its parts: not below the lowest of them, nor above the highest."""
    basis = context.ledger.rules.basis
    rate, shares = interval_of(whole, basis), [interval_of(part, basis) for part in parts]
    if all(AtMost(rate, share).judge().holds is False for share in shares) or all(
        AtMost(share, rate).judge().holds is False for share in shares
    ):
        place = context.place(whole)
        ordered = sorted(parts, key=lambda part: (part.value is None, part.value))
        yield OUTSIDE_PARTS.at(
            place,
            name=context.called(whole.id),
            parts="、".join(f"{part.name}{context.shown(part)}" for part in parts),
            expected=f"{context.shown(ordered[0])}—{context.shown(ordered[-1])}",
            actual=context.shown(whole),
            figure=str(whole.id),
            related=[each for part in parts for each in context.related(part, place)],
        )
